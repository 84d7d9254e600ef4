import type { CueRow, Lexicon } from "../model/lexicon.ts";
import { nounForms, type VerbForm, verbForms } from "../sentence/inflection.ts";
import {
  adverbs,
  beForms,
  commonVerbs,
  controlVerbs,
  determiners,
  facingVerbs,
  haveForms,
  lightVerbs,
  modals,
  negations,
  possessives,
  prepositions,
  subordinators,
} from "./closed.ts";
import { compileMarks, type MarkPattern } from "./pattern.ts";
import { childOf, isTagged } from "./tree.ts";
import { isAuxiliary, isName, isPossessive, isWord, type Range, type Sentence, type Words } from "./word.ts";

/** A row of the lexicon under one of the forms of its first word. */
export interface CueEntry {
  readonly row: CueRow;
  readonly forms: readonly VerbForm[];
  /** The words after the first, as they stand. */
  readonly rest: readonly string[];
}

/** Cues and marks, compiled for look-up. */
export interface CueIndex {
  readonly lexicon: Lexicon;
  /** By the first word; longest first. */
  readonly entries: ReadonlyMap<string, readonly CueEntry[]>;
  /** Plurals and singulars that are also forms of a cue verb. */
  readonly nouns: ReadonlySet<string>;
  /** Finite forms of verbs that are known: they end a noun phrase. */
  readonly verbs: ReadonlySet<string>;
  readonly demonyms: ReadonlySet<string>;
  /** Phrases of evidence by their first word. */
  readonly marks: ReadonlyMap<string, readonly MarkPattern[]>;
}

/** How a cue stands in its clause. */
export type CueForm = "finite" | "passive" | "gerund" | "infinitive" | "noun" | "phrase";

/** One cue found in a sentence. */
export interface CueHit {
  readonly row: CueRow;
  readonly form: CueForm;
  /** Tokens from the first auxiliary or adverb of the verb's group to the last word of the cue. */
  readonly group: Range;
  /** The first token of the cue itself. */
  readonly head: number;
  readonly negated: boolean;
  /** Base form or third person: a word that may be a noun as well. */
  readonly loose: boolean;
}

/** Words that are nouns as often as verbs. */
const ambiguous =
  "plan hope fear call order report state note promise demand request estimate doubt charge question answer comment attack praise blame vote offer back tweet post quote remark signal support wish dream look feel need like show push move view claim threat aim bet cite desire love joke prefer study force counter slam blast protest challenge point rule pledge vow address".split(
    " ",
  );

/** Compiles the rows of cues and marks. */
export function compileCues(lexicon: Lexicon): CueIndex {
  const entries = new Map<string, CueEntry[]>();
  const add = (word: string, entry: CueEntry): void => {
    const list = entries.get(word);
    if (list) list.push(entry);
    else entries.set(word, [entry]);
  };
  const nouns = new Set(ambiguous.flatMap((word) => nounForms(word)));
  for (const row of lexicon.cues) {
    const [first = "", ...rest] = row.cue.split(" ");
    if (row.form === "verb") {
      const byWord = new Map<string, VerbForm[]>();
      for (const [form, word] of Object.entries(verbForms(first)) as [VerbForm, string][])
        byWord.set(word, [...(byWord.get(word) ?? []), form]);
      for (const [word, forms] of byWord) add(word, { row, forms, rest });
    } else if (row.form === "noun" && rest.length === 0) {
      for (const word of nounForms(first)) {
        nouns.add(word);
        add(word, { row, forms: [], rest });
      }
    } else if (row.form === "noun") {
      const last = rest.at(-1)!;
      for (const word of nounForms(last)) add(first, { row, forms: [], rest: [...rest.slice(0, -1), word] });
    } else add(first, { row, forms: [], rest });
  }
  for (const list of entries.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  const verbs = new Set<string>();
  const lemmas = [
    ...commonVerbs,
    ...lexicon.cues.flatMap((row) => (row.form === "verb" ? [row.cue.split(" ")[0]!] : [])),
    ...lexicon.triggers.flatMap((row) => (row.form === "verb" ? [row.trigger.split(" ")[0]!] : [])),
  ];
  for (const lemma of lemmas) {
    const { third, past, participle } = verbForms(lemma);
    for (const word of nouns.has(third) ? [past, participle] : [third, past, participle])
      if (!nouns.has(word)) verbs.add(word);
  }
  const demonyms = new Set(lexicon.countries.flatMap((row) => row.demonyms.map((word) => word.toLowerCase())));
  return { lexicon, entries, nouns, verbs, demonyms, marks: compileMarks(lexicon.marks) };
}

/** Words that may stand between a subject and its verb. */
export const isAdverb = (word: string): boolean =>
  adverbs.has(word) ||
  (word.length > 4 &&
    word.endsWith("ly") &&
    !/^(?:family|ally|supply|assembly|reply|italy|july|rally|bully|only)$/.test(word));

interface Group {
  readonly from: number;
  readonly auxiliary: "be" | "have" | "modal" | "none";
  readonly infinitive: boolean;
  readonly negated: boolean;
}

/** The auxiliaries and adverbs to the left of a verb, and what the nearest of them makes of it. */
function groupLeftOf(words: Words, head: number, from: number): Group {
  let at = head;
  let auxiliary: Group["auxiliary"] = "none";
  let negated = false;
  let infinitive = false;
  for (let next = head - 1; next >= from && head - next < 9; next--) {
    const word = words.lower[next]!;
    if (negations.has(word)) negated = true;
    if (
      isAuxiliary(word) ||
      (word === "'s" && /^(?:he|she|it|who|that|there|what)$/.test(words.lower[next - 1] ?? ""))
    ) {
      if (auxiliary === "none" && !infinitive)
        auxiliary = beForms.has(word)
          ? "be"
          : haveForms.has(word)
            ? "have"
            : modals.has(word)
              ? "modal"
              : word === "'d"
                ? "have"
                : "be";
      if (word.endsWith("n't")) negated = true;
      at = next;
    } else if (word === "to" && !infinitive && auxiliary === "none" && next > from) {
      infinitive = true;
      if (!controlVerbs.has(words.lower[next - 1]!)) return { from: next, auxiliary, infinitive, negated };
      next--;
      at = next;
      if (words.lower[next] === "on" && next > from) at = --next;
      if (/(?:ed|ought|ent|an)$/.test(words.lower[next]!) && beForms.has(words.lower[next - 1] ?? "")) at = --next;
      infinitive = false;
      auxiliary = "modal";
    } else if (isAdverb(word)) at = next;
    else break;
  }
  return { from: at, auxiliary, infinitive, negated };
}

const looksPlural = (word: string): boolean =>
  (/[^s'u]s$/.test(word) && !/^(?:his|its|this|was|is|as|has|us|does|thus|yes)$/.test(word)) ||
  /^(?:i|you|we|they|who|people|police|media|many|some|most|others|men|women|both|these|those|several|few|congress|critics)$/.test(
    word,
  ) ||
  /(?:men|people)$/.test(word);

/** Does a phrase with something hung on it, whose head is plural, end before `end` ("officials in the capital")? */
function isPluralBefore(words: Words, end: number, from: number): boolean {
  for (let at = end - 1; at > from && end - at < 9; at--) {
    const word = words.lower[at]!;
    if (!isWord(word) || isAuxiliary(word)) return false;
    if (/^(?:of|in|at|for|from|with|on|near|and)$/.test(word) && looksPlural(words.lower[at - 1]!)) return true;
  }
  return false;
}

const auxiliaryLabels: ReadonlySet<string> = new Set(["aux", "aux:pass"]);
const passiveLabels: ReadonlySet<string> = new Set(["aux:pass", "nsubj:pass"]);
const subjectLabels: ReadonlySet<string> = new Set(["nsubj"]);
const clauseLabels: ReadonlySet<string> = new Set(["ccomp"]);

/** How a verb stands in its clause by its tag and its auxiliaries; null where it is no verb or no predicate. */
function formByTag(words: Words, head: number, group: Group, sentence: Sentence): CueForm | null {
  const tag = words.xpos[head]!;
  const label = words.label[head]!;
  if (!tag.startsWith("VB")) {
    // "Officials claim that": a noun to the tagger, with a subject and a clause of its own.
    const clause = childOf(words, head, subjectLabels) >= 0 && childOf(words, head, clauseLabels) > head;
    // "What the alliance fears could be a war": so close to a question's word the tagger takes the verb for a plural.
    const gap =
      words.xpos[head + 1] === "MD" && words.lower.slice(Math.max(sentence.from, head - 4), head).includes("what");
    return clause || gap ? "finite" : null;
  }
  if (label === "amod" || label === "compound") return null;
  if (tag === "VBD" || tag === "VBZ" || tag === "VBP") return "finite";
  const auxiliary = childOf(words, head, auxiliaryLabels);
  if (tag === "VBG") return auxiliary >= 0 || group.auxiliary === "be" ? "finite" : "gerund";
  if (tag === "VBN") {
    if (childOf(words, head, passiveLabels) >= 0 || group.auxiliary === "be") return "passive";
    if (auxiliary >= 0 || group.auxiliary === "have") return "finite";
    if (label === "acl" || label === "advcl") return "passive";
    return childOf(words, head, subjectLabels) >= 0 || label === "conj" ? "finite" : "passive";
  }
  if (group.infinitive) return "infinitive";
  if (auxiliary >= 0 || group.auxiliary !== "none") return "finite";
  if (childOf(words, head, subjectLabels) >= 0 || sentence.headline) return "finite";
  if (label !== "conj") return null;
  return words.lower[words.head[head]! - 1] === "to" ? "infinitive" : "finite";
}

/** The reading of a verb form at `head`, or null where it is no verb or no predicate here. */
function verbReading(words: Words, entry: CueEntry, head: number, sentence: Sentence, index: CueIndex): CueHit | null {
  const end = head + 1 + entry.rest.length;
  const group = groupLeftOf(words, head, sentence.from);
  const before = group.from > sentence.from ? words.lower[group.from - 1]! : "";
  const has = (form: VerbForm): boolean => entry.forms.includes(form);
  const hit = (form: CueForm, loose = false): CueHit => ({
    row: entry.row,
    form,
    group: [group.from, end],
    head,
    negated: group.negated,
    loose,
  });
  const next = words.lower[end] ?? "";
  if (isTagged(words, head)) {
    // "Asked about the raid, he …", "when asked to confirm": somebody was asked, whatever the tag.
    const asked = entry.row.cue === "ask" && (group.from === sentence.from || /^(?:when|if|after|once)$/.test(before));
    const form = asked && (has("past") || has("participle")) ? "passive" : formByTag(words, head, group, sentence);
    return form === null ? null : hit(form);
  }
  if (has("gerund")) {
    if (isName(words, head) && head > sentence.from && !sentence.headline) return null;
    if (group.auxiliary === "be") return hit("finite");
    if (before === "without") return null;
    if (determiners.has(before) || isPossessive(before) || (group.negated && before !== ",")) return null;
    return hit("gerund");
  }
  // "the United States": a capital letter inside a sentence is no verb's, but for headlines.
  if (isName(words, head) && head > sentence.from && !sentence.headline && words.lower[head - 1] !== "-") return null;
  if (group.infinitive) return has("base") ? hit("infinitive") : null;
  if (group.auxiliary === "be") return has("participle") ? hit("passive") : null;
  if (group.auxiliary === "have") return has("participle") || has("past") ? hit("finite") : null;
  if (group.auxiliary === "modal") return has("base") ? hit("finite") : null;
  if (has("past") || has("participle")) {
    if (possessives.has(before) || /^(?:a|an|the)$/.test(before)) return null;
    if (prepositions.has(before) && before !== "as") return null;
    if (isPossessive(before) && words.lower[head] !== "said") return null;
    if (next === "by" && isWord(before)) return hit("passive");
    // "Asked about the raid, he …", "when asked to confirm": somebody was asked.
    if (entry.row.cue === "ask" && (group.from === sentence.from || /^(?:when|if|after|once)$/.test(before)))
      return hit("passive");
    if (!has("past")) return null;
    return hit("finite");
  }
  // "the Baltic states" is no saying.
  if (entry.row.cue === "state" && next !== "that") return null;
  const noun = index.nouns.has(words.lower[head]!);
  if (determiners.has(before) && !looksPlural(before)) return null;
  if (isPossessive(before) || prepositions.has(before)) return null;
  if (has("third")) {
    if (noun && (index.demonyms.has(before) || index.verbs.has(next))) return null;
    if (noun && !isName(words, group.from - 1) && looksPlural(before)) return null;
    return hit("finite", noun);
  }
  return has("base") && (looksPlural(before) || isPluralBefore(words, group.from, sentence.from))
    ? hit("finite", noun)
    : null;
}

/** The reading of a noun: it needs somebody it belongs to, or a verb that hands it over. */
function nounReading(words: Words, entry: CueEntry, at: number, sentence: Sentence): CueHit {
  const end = at + 1 + entry.rest.length;
  let from = at;
  for (let next = at - 1; next >= sentence.from && at - next < 5; next--) {
    const word = words.lower[next]!;
    if (facingVerbs.has(word)) break;
    if (lightVerbs.has(word)) {
      from = next;
      break;
    }
    if (!/^(?:a|an|the)$/.test(word) && !/^[a-z]+$/.test(word)) break;
    if (isPossessive(word) || possessives.has(word) || isAuxiliary(word) || subordinators.has(word)) break;
  }
  return { row: entry.row, form: "noun", group: [from, end], head: at, negated: false, loose: false };
}

const fits = (words: Words, at: number, entry: CueEntry, to: number): boolean =>
  at + entry.rest.length < to &&
  // "Agreed to a ceasefire" is one cue, "agreed | to leave" is not.
  !(words.xpos[at + entry.rest.length] === "TO" && entry.rest.length === 1 && entry.row.frames.join() === "np") &&
  entry.rest.every((word, offset) => words.lower[at + 1 + offset] === word);

/** Cues of a sentence in text order; they do not overlap. */
export function findCues(words: Words, sentence: Sentence, index: CueIndex): readonly CueHit[] {
  const out: CueHit[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    for (const entry of index.entries.get(words.lower[at]!) ?? []) {
      if (!fits(words, at, entry, sentence.to)) continue;
      const { form } = entry.row;
      const hit =
        form === "verb"
          ? verbReading(words, entry, at, sentence, index)
          : form === "noun"
            ? nounReading(words, entry, at, sentence)
            : ({
                row: entry.row,
                form: "phrase",
                group: [at, at + 1 + entry.rest.length],
                head: at,
                negated: false,
                loose: false,
              } as const);
      if (!hit) continue;
      const last = out.at(-1);
      if (last && last.group[1] > hit.group[0]) {
        // "sought to reassure", "made the claim": the longer cue holds the shorter one.
        if (hit.group[0] <= last.group[0]) out.pop();
        else if (hit.group[1] <= last.group[1]) break;
      }
      out.push(hit);
      at = hit.group[1] - 1;
      break;
    }
  }
  return out;
}
