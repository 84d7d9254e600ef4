import type { CueRow } from "../model/lexicon.ts";
import type { Draft } from "./clause.ts";
import { determiners, possessives } from "./closed.ts";
import { isAdverb } from "./cue.ts";
import type { Reading } from "./reading.ts";
import { isAuxiliary, isName, type Range, type Sentence } from "./word.ts";

/** Who says what by which words, where the form of a sentence tells it. */
export interface Parts {
  readonly row: CueRow;
  readonly group: Range;
  readonly head: number;
  readonly source: Range;
  readonly contents: readonly Range[];
}

/** A draft that the model is not asked about. */
export const draftOf = (sentence: Sentence, { row, group, head, source, contents }: Parts): Draft => ({
  hit: { row, form: "finite", group, head, negated: false, loose: false },
  sentence,
  source: { range: source, core: source },
  subject: null,
  contents,
  relay: null,
  inherited: false,
  parenthetical: contents[0]![0] < group[0],
  awaits: false,
  plain: true,
});

/** May somebody's name or role begin here? */
export const opensSpeaker = ({ words }: Reading, at: number): boolean =>
  isName(words, at) ||
  determiners.has(words.lower[at]!) ||
  possessives.has(words.lower[at]!) ||
  /^(?:he|she|they|we|i|it|officials|residents|witnesses|police|sources|locals|critics)$/.test(words.lower[at]!);

/** Does the word open a number? */
export const numberLike =
  /^(?:\d.*|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens|hundreds|thousands|some|about|around|nearly|almost|over|more|less|fewer|at|up|between|half)$/;

/** Where the verb group that ends at `at` begins, not before `floor`. */
export function auxiliariesBefore({ words }: Reading, at: number, floor: number): number {
  let from = at;
  while (from > floor + 1 && (isAuxiliary(words.lower[from - 1]) || isAdverb(words.lower[from - 1]!))) from--;
  return from;
}

/** The end of an amount: before the next mark or the clause behind it. */
export function amountEnd({ words }: Reading, from: number, end: number): number {
  let at = from;
  const joins = (next: number): boolean =>
    words.lower[next] === "and" &&
    /^(?:hundred|thousand)$/.test(words.lower[next - 1] ?? "") &&
    words.xpos[next + 1] === "CD";
  while (at < end && (!/^(?:[,;:]|and|but|while|—|–)$/.test(words.lower[at]!) || joins(at))) at++;
  return at;
}

/** Where the subject of the verb at `at` begins, by the tree; -1 where it is nobody's deed or no subject stands before it. */
export function subjectBefore({ words }: Reading, at: number, sentence: Sentence): number {
  for (let child = words.firstChild[at]!; child >= 0 && child < at; child = words.nextSibling[child]!)
    if (words.label[child] === "nsubj" && child >= sentence.from) {
      if (/^(?:that|which|who|it|this)$/.test(words.lower[child]!)) return -1;
      return Math.max(sentence.from, words.subtreeFrom[child]!);
    }
  return -1;
}

/** Does a person or a body stand in the range? */
export function isSomebody({ words, named, actors }: Reading, [from, to]: Range): boolean {
  if (to <= from) return false;
  const [start, end] = [words.starts[from]!, words.ends[to - 1]!];
  let low = 0;
  let high = named.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (named.mentions[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < named.mentions.length && named.mentions[at]!.start < end; at++) {
    const { actor } = named.mentions[at]!;
    if (actor !== null && actors.get(actor)?.kind !== "place") return true;
  }
  return /^(?:he|she|they|we|i)$/.test(words.lower[from]!);
}

/** Roles and bodies that are no mention to the rules: "the officials", "the electoral body". */
export const roles =
  /^(?:officials?|authorit(?:y|ies)|police|army|navy|ministry|government|service|office|residents?|witnesses|survivors?|villagers|locals|relatives|lawyers?|workers|miners|fishermen|neighbours|doctors?|nurses?|teachers?|owners?|managers?|drivers?|minister|governor|mayor|president|spokes(?:man|woman|person|people)|commander|chief|union|company|firm|operator|agency|charity|party|opposition|rebels?|front|command|staff|bureau|commission|committee|court|prosecutors?|source|sources|capital|director|master|captain|head|body|club|league|guild|bishop|imam|engineer|expert|observers?|monitors)$/;

/** Does somebody who can speak for others stand in the range? */
export const isSpeaker = (reading: Reading, range: Range): boolean => {
  if (isSomebody(reading, range)) return !/^(?:we|i)$/.test(reading.words.lower[range[0]]!);
  for (let at = range[0]; at < range[1]; at++) if (roles.test(reading.words.lower[at]!)) return true;
  return false;
};
