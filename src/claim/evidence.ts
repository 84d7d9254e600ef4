import type { Draft } from "./clause.ts";
import { findExperts } from "./mark/expert.ts";
import { draftsBySentence, type FoundMark } from "./mark/found.ts";
import { phrasesOfEvidence } from "./mark/phrase.ts";
import { findRecords } from "./mark/record.ts";
import { insideOf, isScareQuote } from "./mark/scare.ts";
import { findWitnesses } from "./mark/witness.ts";
import { opensQuote, type Reading } from "./reading.ts";
import type { Sentence } from "./word.ts";

export { bearingOf } from "./mark/bearing.ts";
export { phrasesOfEvidence } from "./mark/phrase.ts";

/** For each quotation, whether the content of a statement holds it. A belief, a wish and a cue that is no word of saying quote nobody. */
function quotedOf({ quotations, quoteOf, words, index }: Reading, drafts: readonly Draft[]): Uint8Array {
  const out = new Uint8Array(quotations.length);
  for (const { contents, hit } of drafts)
    if (
      !/^(?:believe|want)$/.test(hit.row.kind) &&
      (hit.row.form === "phrase" || index.entries.has(words.lower[hit.head]!))
    )
      for (const [from, to] of contents)
        for (let at = from; at < to; at++) if (quoteOf[at]! >= 0) out[quoteOf[at]!] = 1;
  return out;
}

/** Marks of evidence of a document, in text order. Time linear in the text. */
export function findMarks(
  reading: Reading,
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
): readonly FoundMark[] {
  const { words, quotations, quoteOf } = reading;
  const out: FoundMark[] = [];
  const quoted = quotedOf(reading, drafts);
  const bySentence = draftsBySentence(drafts);
  for (const [at, sentence] of sentences.entries()) {
    const add = (mark: Pick<FoundMark, "kind" | "polarity" | "range"> & Partial<FoundMark>): void => {
      out.push({ own: null, verb: -1, ...mark, sentence: at });
    };
    const sources = (bySentence.get(sentence.from) ?? []).flatMap((one) => {
      const { source, inherited } = drafts[one]!;
      return source && !inherited ? [source.range] : [];
    });
    const isSource = (token: number): boolean => sources.some(([from, to]) => from <= token && token < to);
    // The noun that the source is about, not one inside its phrase.
    const isHead = (token: number): boolean =>
      sources.some(
        ([from, to]) => from <= token && token < to && !(words.head[token]! >= from && words.head[token]! < to),
      );
    for (let token = sentence.from; token < sentence.to; token++) {
      if (!opensQuote(reading, token)) continue;
      const quotation = quoteOf[token]!;
      if (!isScareQuote(reading, quotation, quoted[quotation] === 1, sentence)) continue;
      const range = quotations[quotation]!.tokens;
      add({ kind: "scare-quotes", polarity: "weakens", range, own: insideOf(range) });
    }
    for (const phrase of phrasesOfEvidence(reading, sentence)) add(phrase);
    const supports = "supports";
    for (const { kind, range, verb } of findRecords(words, sentence, isHead))
      add({ kind, polarity: supports, range, verb });
    for (const range of findWitnesses(words, sentence, isSource))
      add({ kind: "eyewitness", polarity: supports, range });
    for (const range of findExperts(words, sentence, isSource))
      add({ kind: "named-expert", polarity: supports, range });
  }
  return out.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
}
