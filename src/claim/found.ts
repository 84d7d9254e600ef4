import type { Named } from "../model/mention.ts";
import type { CueIndex } from "./cue.ts";
import { withContinuations } from "./extend.ts";
import { isKept } from "./keep.ts";
import { combine, type ScoredDraft, type ScoredRange } from "./model/combine.ts";
import { type AttributionModel, calibrated, opinionOf } from "./model/propose.ts";
import { toldOf } from "./model/told.ts";
import { parentsOf } from "./nest.ts";
import type { Reading } from "./reading.ts";
import { readByRules } from "./rules.ts";
import type { Sentence } from "./word.ts";

/** The statements of a document before anything is resolved. */
export interface Found {
  readonly reading: Reading;
  readonly sentences: readonly Sentence[];
  /** In text order of their sentences and cues. */
  readonly drafts: readonly ScoredDraft[];
  /** Quotations that no statement holds, in text order: nobody is known to have said them. */
  readonly orphans: readonly ScoredRange[];
}

/** Statements by the rules, and by the model where there is one. */
export function findDrafts(named: Named, index: CueIndex, model: AttributionModel | null): Found {
  const { reading, sentences, drafts: byRules } = readByRules(named, index);
  const { words, quotations } = reading;
  const all: readonly ScoredDraft[] = model
    ? combine(
        reading,
        sentences,
        byRules,
        opinionOf({ words, sentences, quotations, told: toldOf(byRules) }, model),
        model.rules,
      )
    : byRules.map((draft) => ({ ...draft, evidence: null, score: null }));
  const nested = parentsOf(all.map(({ hit, contents }) => ({ cue: [hit.group], content: contents })));
  const kept = all.filter((draft, at) => nested[at]! < 0 || isKept(reading, draft, true));
  const { drafts, orphans } = withContinuations(reading, sentences, kept);
  return {
    reading,
    sentences,
    drafts,
    orphans: orphans.map((range) => {
      const evidence = orphanEvidence(range);
      return { range, evidence, score: model ? calibrated(evidence, model.orphans) : null };
    }),
  };
}

/** What speaks for a quotation without a cue being somebody's words: its length. */
const orphanEvidence = ([from, to]: readonly [number, number]): readonly number[] => [1, Math.log(to - from)];
