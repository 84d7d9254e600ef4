import type { MarkRow } from "../../model/lexicon.ts";
import type { MarkKind } from "../../model/mark.ts";
import type { Draft } from "../clause.ts";
import type { Range } from "../word.ts";

/** Words of evidence found in a sentence, before it is known what they bear on. */
export interface FoundMark {
  readonly kind: MarkKind;
  readonly polarity: MarkRow["polarity"];
  readonly range: Range;
  /** Index into the document's sentences that are read. */
  readonly sentence: number;
  /** The words it bears on, where its own shape tells; else null. */
  readonly own: Range | null;
  /** The verb by which a document or picture shows something; else -1. */
  readonly verb: number;
}

/** Drafts by the first token of their sentence. */
export function draftsBySentence(drafts: readonly Draft[]): ReadonlyMap<number, readonly number[]> {
  const out = new Map<number, number[]>();
  for (const [at, { sentence }] of drafts.entries()) {
    const own = out.get(sentence.from);
    if (own) own.push(at);
    else out.set(sentence.from, [at]);
  }
  return out;
}
