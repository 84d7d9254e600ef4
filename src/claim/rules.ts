import type { Named } from "../model/mention.ts";
import { type Draft, draftsOf } from "./clause.ts";
import type { CueIndex } from "./cue.ts";
import { headlineDraft } from "./headline.ts";
import { isKept } from "./keep.ts";
import { findQuotations, quotationOfTokens } from "./quote.ts";
import type { Reading } from "./reading.ts";
import { creditDraft, turnDraft } from "./turn.ts";
import { readSentences, type Sentence, wordsOf } from "./word.ts";

/** A document as the rules read it, with its sentences and what the rules alone find in them. */
export interface ByRules {
  readonly reading: Reading;
  readonly sentences: readonly Sentence[];
  /** In text order of their sentences; within one in order of their cues. */
  readonly drafts: readonly Draft[];
}

/** Reads a document with the rules. */
export function readByRules(named: Named, index: CueIndex): ByRules {
  const words = wordsOf(named);
  const quotations = findQuotations(words, named.blocks);
  const actors = new Map(named.actors.map((actor) => [actor.id, actor]));
  const reading: Reading = { named, words, quotations, quoteOf: quotationOfTokens(words, quotations), index, actors };
  const sentences = readSentences(named, words);
  const drafts = sentences.flatMap((sentence) => {
    const marked = headlineDraft(reading, sentence) ?? turnDraft(reading, sentence) ?? creditDraft(reading, sentence);
    return [...(marked ? [marked] : []), ...draftsOf(reading, sentence)].filter((draft) =>
      isKept(reading, draft, false),
    );
  });
  return { reading, sentences, drafts };
}
