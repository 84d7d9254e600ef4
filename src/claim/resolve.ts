import type { Id } from "../model/id.ts";
import type { Draft } from "./clause.ts";
import type { Reading } from "./reading.ts";
import { type ActorTable, actorsOfPhrase, targetsOf } from "./speaker.ts";

/** What the resolution of speakers looks at. */
export interface SpeakerContext {
  readonly reading: Reading;
  readonly drafts: readonly Draft[];
  /** For each draft the index of the one around it, or -1. */
  readonly parents: readonly number[];
  readonly actors: ActorTable;
}

interface Resolved {
  readonly speakers: readonly Id<"actor">[];
  readonly targets: readonly Id<"actor">[];
}

const firstPerson = /^(?:i|we|my|our)$/;
const thirdPerson = /^(?:he|she|his|her)$/;

/**
 * Speakers and targets of every draft, in their order. "I" inside a quotation is whoever is quoted; a pronoun that the mentions leave open
 * is the person who spoke before, in the same or the last two paragraphs.
 */
export function speakersOf({ reading, drafts, parents, actors }: SpeakerContext): readonly Resolved[] {
  const out: Resolved[] = [];
  let lastPerson: { readonly speakers: Resolved["speakers"]; readonly block: number } | null = null;
  const byStart = drafts.map((_, at) => at);
  const depth = (at: number): number => {
    let count = 0;
    for (let up = parents[at]!; up >= 0 && count < 50; up = parents[up]!) count++;
    return count;
  };
  const depths = byStart.map(depth);
  const order = byStart.toSorted((a, b) => drafts[a]!.sentence.from - drafts[b]!.sentence.from || a - b);
  for (const at of order) {
    const draft = drafts[at]!;
    const { source } = draft;
    let speakers: Resolved["speakers"] = source ? actorsOfPhrase(reading, source, actors) : [];
    const word = source && source.core[1] - source.core[0] === 1 ? reading.words.lower[source.core[0]]! : "";
    if (speakers.length === 0 && thirdPerson.test(word) && lastPerson && draft.sentence.block - lastPerson.block <= 2)
      speakers = lastPerson.speakers;
    if (speakers.length === 1 && actors.get(speakers[0]!)?.kind === "person")
      lastPerson = { speakers, block: draft.sentence.block };
    out[at] = { speakers, targets: targetsOf(reading, draft, actors).filter((target) => !speakers.includes(target)) };
  }
  // A parent is resolved before what it holds, because "I" is resolved by it.
  for (const at of byStart.toSorted((a, b) => depths[a]! - depths[b]!)) {
    const { source } = drafts[at]!;
    if (!source || parents[at]! < 0 || !firstPerson.test(reading.words.lower[source.core[0]]!)) continue;
    out[at] = { ...out[at]!, speakers: out[parents[at]!]!.speakers };
  }
  return out;
}
