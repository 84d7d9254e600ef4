import type { Claimed } from "../model/attribution.ts";
import type { Read } from "../model/event.ts";
import type { Lexicon } from "../model/lexicon.ts";

/** Triggers, compiled for look-up. */
export interface TriggerIndex {
  readonly lexicon: Lexicon;
}

/** Compiles the rows of triggers. */
export const compileTriggers = (lexicon: Lexicon): TriggerIndex => ({ lexicon });

/** Page with attributions -> event mentions. */
export function findEvents(claimed: Claimed, _index: TriggerIndex): Read {
  return { ...claimed, events: [] };
}
