import type { MarkRow } from "../model/lexicon.ts";
import type { MarkKind } from "../model/mark.ts";
import type { Draft } from "./clause.ts";
import { endOfPattern } from "./pattern.ts";
import { opensQuote, type Reading } from "./reading.ts";
import { isName, isWord, type Range, type Sentence } from "./word.ts";

/** Words of evidence where they stand. */
interface PhraseOfEvidence {
  readonly kind: MarkKind;
  readonly polarity: MarkRow["polarity"];
  readonly range: Range;
}

/** Words of evidence found in a sentence, before it is known what they bear on. */
export interface FoundMark extends PhraseOfEvidence {
  /** Index into the document's sentences that are read. */
  readonly sentence: number;
}

const expert =
  /^(?:analyst|expert|professor|researcher|historian|economist|scholar|fellow|specialist|scientist|investigator)s?$/;
const nameTokens = 2;

/** Does a source name an expert by role and name? The range of the whole source then. */
function expertMark({ words }: Reading, draft: Draft): Range | null {
  if (!draft.source || draft.inherited) return null;
  const [from, to] = draft.source.range;
  let role = false;
  let names = 0;
  let longest = 0;
  for (let at = from; at < to && at - from < 60; at++) {
    role ||= expert.test(words.lower[at]!);
    names = isName(words, at) && isWord(words.lower[at]) ? names + 1 : 0;
    longest = Math.max(longest, names);
  }
  return role && longest >= nameTokens ? [from, to] : null;
}

/** Is the quotation a few words inside a sentence that no content holds? */
function isScare(
  reading: Reading,
  quotation: number,
  covered: Uint8Array,
  sentences: readonly Sentence[],
  sentence: number,
): boolean {
  const { words, quotations } = reading;
  const { tokens, closed } = quotations[quotation]!;
  const [from, to] = tokens;
  if (!closed || to - from > 7 || covered[quotation]) return false;
  const { from: first, to: last } = sentences[sentence]!;
  if (from <= first && to >= last - 1) return false;
  if (from > first && words.lower[from - 1] === ",") return false;
  return !/^[,!?]$/.test(words.lower[to - 2] ?? "") || from > first;
}

/** Phrases of the lexicon of evidence in one sentence, in text order; they do not overlap. */
export function phrasesOfEvidence({ words, index }: Reading, { from, to }: Sentence): readonly PhraseOfEvidence[] {
  const out: PhraseOfEvidence[] = [];
  for (let token = from; token < to; token++) {
    for (const { row, words: pattern } of index.marks.get(words.lower[token]!) ?? []) {
      const end = endOfPattern(words.lower, token, to, pattern);
      if (end < 0) continue;
      out.push({ kind: row.kind, polarity: row.polarity, range: [token, end] });
      token = end - 1;
      break;
    }
  }
  return out;
}

/** Marks of evidence of a document, in text order. */
export function findMarks(
  reading: Reading,
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
): readonly FoundMark[] {
  const { quotations, quoteOf } = reading;
  const out: FoundMark[] = [];
  const covered = new Uint8Array(quotations.length);
  for (const { contents } of drafts)
    for (const [from, to] of contents)
      for (let at = from; at < to; at++) if (quoteOf[at]! >= 0) covered[quoteOf[at]!] = 1;
  for (const [at, { from, to }] of sentences.entries()) {
    for (let token = from; token < to; token++) {
      if (opensQuote(reading, token) && isScare(reading, quoteOf[token]!, covered, sentences, at))
        out.push({
          kind: "scare-quotes",
          polarity: "weakens",
          range: quotations[quoteOf[token]!]!.tokens,
          sentence: at,
        });
    }
    for (const phrase of phrasesOfEvidence(reading, sentences[at]!)) out.push({ ...phrase, sentence: at });
  }
  const sentenceAt = new Map(sentences.map((sentence, at) => [sentence.from, at]));
  for (const draft of drafts) {
    const range = expertMark(reading, draft);
    if (range)
      out.push({ kind: "named-expert", polarity: "supports", range, sentence: sentenceAt.get(draft.sentence.from)! });
  }
  return out.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
}

const aboutSaying = new Set<MarkKind>([
  "none-given",
  "no-detail",
  "unverified",
  "no-comment",
  "anonymous",
  "on-record",
]);
const inWords = new Set<MarkKind>(["reportedly", "alleged", "so-called", "scare-quotes"]);

/**
 * For each mark the index of the draft that it bears on, or -1 where it bears on the publisher's own words.
 * Words of doubt bear on the innermost content that holds them; words about the giving of evidence on the statement of their sentence,
 * and, where it has none, on the statement before it.
 */
export function targetsOfMarks(
  marks: readonly FoundMark[],
  drafts: readonly Draft[],
  sentences: readonly Sentence[],
  parents: readonly number[],
): readonly number[] {
  const bySentence = new Map<number, number[]>();
  for (const [at, draft] of drafts.entries()) {
    const own = bySentence.get(draft.sentence.from);
    if (own) own.push(at);
    else bySentence.set(draft.sentence.from, [at]);
  }
  return marks.map(({ kind, range, sentence }) => {
    const here = (bySentence.get(sentences[sentence]!.from) ?? []).slice(0, 40);
    const holders = here.filter((at) => drafts[at]!.contents.some(([from, to]) => from <= range[0] && range[1] <= to));
    const innermost = holders.toSorted((a, b) => lengthOf(drafts[a]!) - lengthOf(drafts[b]!))[0];
    if (inWords.has(kind)) return innermost ?? -1;
    // "It did not specify how many" bears on what it said before.
    const denied = here.some((at) => drafts[at]!.hit.negated && touches(drafts[at]!, range));
    const touching =
      denied && (kind === "none-given" || kind === "no-detail")
        ? undefined
        : here.find((at) => touches(drafts[at]!, range));
    if (touching !== undefined) return touching;
    if (innermost !== undefined && !aboutSaying.has(kind)) return innermost;
    const top = here.filter(
      (at) => !(denied && touches(drafts[at]!, range)) && !holders.includes(at) && drafts[at]!.contents.length > 0,
    );
    const main =
      top.find((at) => parents[at] === -1 && !isBelief(drafts[at]!)) ?? top.find((at) => parents[at] === -1) ?? top[0];
    if (main !== undefined) return main;
    if (innermost !== undefined) return innermost;
    if (!aboutSaying.has(kind) || sentence === 0) return -1;
    for (let back = sentence - 1; back >= 0 && sentence - back <= 2; back--) {
      const before = (bySentence.get(sentences[back]!.from) ?? []).filter((at) => drafts[at]!.contents.length > 0);
      const last = before.findLast((at) => parents[at] === -1) ?? before.at(-1);
      if (last !== undefined) return last;
    }
    return -1;
  });
}

const isBelief = ({ hit }: Draft): boolean => hit.row.kind === "believe" || hit.row.kind === "want";
const lengthOf = ({ contents }: Draft): number => contents.reduce((sum, [from, to]) => sum + to - from, 0);
const touches = ({ hit, source, inherited }: Draft, [from, to]: Range): boolean =>
  (hit.group[0] < to && from < hit.group[1]) ||
  (source !== null && !inherited && source.range[0] < to && from < source.range[1]);
