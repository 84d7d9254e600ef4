import type { Claimed } from "../model/attribution.ts";
import type { Lexicon } from "../model/lexicon.ts";
import type { Named } from "../model/mention.ts";

/** Cues and marks, compiled for look-up. */
export interface CueIndex {
  readonly lexicon: Lexicon;
}

/** Compiles the rows of cues and marks. */
export const compileCues = (lexicon: Lexicon): CueIndex => ({ lexicon });

/** Named page -> attributions and marks of evidence. */
export function findAttributions(named: Named, _index: CueIndex): Claimed {
  return { ...named, attributions: [], marks: [] };
}
