import type { Draft } from "../clause.ts";
import type { Reading } from "../reading.ts";
import { isWord, type Range, type Sentence, type Words } from "../word.ts";
import type { FoundMark } from "./found.ts";

/** What a mark bears on. */
export interface Bearing {
  /** Index of the draft, or -1 where it bears on the publisher's own words or on none. */
  readonly draft: number;
  /** The words: the draft's content, or words of the publisher. Empty where the text does not say what. */
  readonly words: readonly Range[];
}

/** The text does not say on what. */
export const nothing: Bearing = { draft: -1, words: [] };

/** What is looked at to aim one mark. */
export interface Scene {
  /** Marks about the giving of evidence, in this sentence and before: no statement lies in their words. */
  readonly giving: readonly Range[];
  readonly reading: Reading;
  readonly words: Words;
  readonly drafts: readonly Draft[];
  readonly parents: readonly number[];
  readonly sentences: readonly Sentence[];
  readonly here: readonly number[];
  readonly draftsOf: (sentence: number) => readonly number[];
}

/** Do the ranges share a token? */
export const meets = ([from, to]: Range, [start, end]: Range): boolean => from < end && start < to;

/** Does the draft's content hold all of the range? */
export const holds = ({ contents }: Draft, [start, end]: Range): boolean =>
  contents.some(([from, to]) => from <= start && end <= to);

/** Tokens of the draft's content. */
export const lengthOf = ({ contents }: Draft): number => contents.reduce((sum, [from, to]) => sum + to - from, 0);

const isBelief = ({ hit }: Draft): boolean => hit.row.kind === "believe" || hit.row.kind === "want";

/** Words that stand for what was said before. */
export const pointing =
  /^(?:claim|claims|report|reports|account|accounts|allegation|allegations|accusation|accusations|assertion|assertions|statement|statements|information|number|numbers|figure|figures|toll|it|this|that|them|these|those|which|whose|they|content|contents|authenticity|veracity|accuracy|date|place|details|version|charge|story|footage|video|images|pictures|photographs|location|message|tally|any|either|so)$/;

/** On the content of a draft. */
export const onDraft = ({ drafts }: Scene, draft: number): Bearing => ({ draft, words: drafts[draft]!.contents });

/** `range` without marks at its ends; null where nothing is left. */
function trimmed(words: Words, [from, to]: Range): Range | null {
  let start = from;
  let end = to;
  while (start < end && !isWord(words.lower[start])) start++;
  while (end > start && !isWord(words.lower[end - 1])) end--;
  return start < end ? [start, end] : null;
}

/** On words of the text, inside the content of `draft` where one is named. */
export const ofWords = (scene: Scene, range: Range, draft = -1): Bearing => {
  const inner = trimmed(scene.words, range);
  return inner ? { draft, words: [inner] } : nothing;
};

/** The innermost draft whose content holds the range, or -1. */
export function innermost({ here, drafts }: Scene, range: Range): number {
  const holders = here.filter((at) => holds(drafts[at]!, range));
  return holders.toSorted((a, b) => lengthOf(drafts[a]!) - lengthOf(drafts[b]!))[0] ?? -1;
}

/** End of the noun phrase that begins at `at`: its head noun with what hangs on it by a preposition. */
export function phraseEnd({ words }: Scene, at: number, to: number): number {
  let end = at;
  while (end < to && end - at < 12) {
    const word = words.lower[end]!;
    const upos = words.upos[end]!;
    const joined =
      /^(?:ADJ|NOUN|PROPN|NUM|DET|ADV|PART)$/.test(upos) ||
      upos === "" ||
      word === "-" ||
      /^["“”‘’']$/.test(word) ||
      (/^(?:of|on)$/.test(word) && end > at);
    if (!joined || /^[,;:.]$/.test(word)) break;
    end++;
  }
  return Math.max(end, Math.min(to, at + 1));
}

/** The clause that the token stands in: the subtree of the verb above it, cut at stronger marks. */
export function clauseOf({ words }: Scene, at: number, { from, to }: Sentence): Range {
  let verb = at;
  for (let seen = 0; seen < 6 && words.head[verb]! >= 0; seen++) {
    verb = words.head[verb]!;
    if (words.upos[verb] === "VERB" || words.label[verb] === "root") break;
  }
  let start = Math.max(from, Math.min(at, words.subtreeFrom[verb]!));
  let end = Math.min(to, Math.max(at + 1, words.subtreeTo[verb]!));
  for (let back = at - 1; back >= start; back--) if (/^[;:]$/.test(words.lower[back]!)) start = back + 1;
  for (let next = at + 1; next < end; next++) if (/^[;:]$/.test(words.lower[next]!)) end = next;
  return [start, end];
}

/** The ranges without the words of `hole` and what follows them in their range. */
export const without = (ranges: readonly Range[], hole: Range): readonly Range[] =>
  ranges.flatMap((range): readonly Range[] =>
    !meets(range, hole)
      ? [range]
      : hole[0] - range[0] > 2
        ? [[range[0], hole[0]]]
        : hole[1] + 2 < range[1]
          ? [[hole[1], range[1]]]
          : [],
  );

/** The statement of a sentence that words about the giving of evidence bear on, or -1. */
export function statementIn(scene: Scene, sentence: number, mark: FoundMark | null): number {
  const { drafts, parents, draftsOf } = scene;
  const usable = draftsOf(sentence).filter(
    (at) =>
      drafts[at]!.contents.length > 0 &&
      // Who is asked for a comment answers what was said before, not what follows.
      (mark?.kind !== "no-comment" || drafts[at]!.contents[0]![0] < mark.range[0]) &&
      drafts[at]!.hit.row.kind !== "no-comment" &&
      !scene.giving.some(
        (range) =>
          meets(range, drafts[at]!.hit.group) || drafts[at]!.contents.every((content) => meets(content, range)),
      ) &&
      (!mark || (!meets(drafts[at]!.hit.group, mark.range) && !holds(drafts[at]!, mark.range))),
  );
  const order = mark ? usable : usable.toReversed();
  return (
    order.find((at) => parents[at] === -1 && !isBelief(drafts[at]!)) ??
    order.find((at) => parents[at] === -1) ??
    order[0] ??
    -1
  );
}

/** The last statement of the sentences before, or their own words where they make none. */
export function before(scene: Scene, sentence: number): Bearing {
  const { sentences } = scene;
  const here = sentences[sentence]!;
  for (let back = sentence - 1; back >= 0 && sentence - back <= 2; back--) {
    const other = sentences[back]!;
    if (here.block - other.block > 1) break;
    const found = statementIn(scene, back, null);
    if (found >= 0) return onDraft(scene, found);
    if (scene.giving.some((range) => range[0] >= other.from && range[1] <= other.to)) continue;
    if (back === sentence - 1 && !isBare(other)) return ofWords(scene, [other.from, other.to]);
  }
  return nothing;
}

/** Is the sentence no statement by itself: a bare "No comment."? */
const isBare = ({ from, to }: Sentence): boolean => to - from < 4;
