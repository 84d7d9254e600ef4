import type { Id } from "../model/id.ts";
import type { Draft } from "./clause.ts";
import { rowsWithin } from "./lookup.ts";
import type { Reading } from "./reading.ts";
import type { SourcePhrase } from "./source.ts";
import { type ActorTable, actorsOfPhrase, spokesRole, targetsOf } from "./speaker.ts";
import { spanOfRange } from "./word.ts";

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

/** "The statement went on", "according to the same message": what was quoted before goes on. */
function isSameMessage({ words }: Reading, { core: [from, to] }: SourcePhrase): boolean {
  const determiner = /^(?:the|this|that)$/.test(words.lower[from]!);
  const noun = words.lower[from + (words.lower[from + 1] === "same" ? 2 : 1)] ?? "";
  return (
    determiner &&
    to - from < 4 &&
    /^(?:statement|message|post|letter|note|communique|communiqué|text|tweet|e-mail|email|release|source|paper|memo|appeal|declaration|notice)$/.test(
      noun,
    )
  );
}

/** The body that a spokesperson of whom nothing else is told speaks for: the one that the words said begin with, or the sentence before. */
function bodyNear(
  { named, words, actors: known }: Reading,
  { sentence, contents, source }: Draft,
  actors: ActorTable,
): Id<"actor"> | null {
  const opener = source ? words.lower[source.core[0]] : undefined;
  if (opener !== "a" && opener !== "the" && opener !== "an") return null;
  if (source!.core[1] - source!.core[0] > 3) return null;
  const isBody = (actor: Id<"actor"> | null): boolean =>
    actor !== null && /^(?:organization|ministry|military|government|alliance)$/.test(known.get(actor)?.kind ?? "");
  const inside = contents.slice(0, 1).flatMap((range) => rowsWithin(named.mentions, spanOfRange(words, range)));
  const own = inside.find(
    ({ actor, start }) => isBody(actor) && start < words.ends[Math.min(words.count - 1, contents[0]![0] + 3)]!,
  );
  if (own) return own.actor;
  const block = named.blocks[sentence.block];
  const end = words.starts[sentence.from]!;
  const before = block ? rowsWithin(named.mentions, [Math.max(block.start, end - 400), end]) : [];
  const bodies = before.filter(({ actor, form }) => isBody(actor) && form !== "pronoun");
  const ids = new Set(bodies.map(({ actor }) => actor));
  return ids.size === 1 && actors.has(bodies[0]!.actor!) ? bodies[0]!.actor : null;
}

/** The spokesperson without a name whom a source names, by whatever word; null where it names none. */
function spokespersonIn({ named, words }: Reading, { core }: SourcePhrase, actors: ActorTable): Id<"actor"> | null {
  const mentions = rowsWithin(named.mentions, spanOfRange(words, core));
  const one = mentions.find(({ actor }) => {
    const known = actor === null ? undefined : actors.get(actor);
    return known?.kind === "person" && !known.named && known.roles.some((role) => spokesRole.test(role));
  });
  return one?.actor ?? null;
}

/**
 * Speakers and targets of every draft, in their order. "I" inside a quotation is whoever is quoted; a pronoun that the mentions leave open
 * is the person who spoke before, in the same or the last two paragraphs.
 */
export function speakersOf({ reading, drafts, parents, actors }: SpeakerContext): readonly Resolved[] {
  const out: Resolved[] = [];
  let lastPerson: { readonly speakers: Resolved["speakers"]; readonly block: number } | null = null;
  /** Whom a spokesperson without a name spoke for when he was told of first. */
  const bodies = new Map<Id<"actor">, Id<"actor">>();
  let last: Resolved["speakers"] = [];
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
    const printed = source ? spokespersonIn(reading, source, actors) : null;
    if (printed !== null && speakers.length === 1) {
      const body = bodies.get(printed);
      if (speakers[0] !== printed) bodies.set(printed, speakers[0]!);
      else {
        const spoken = body ?? bodyNear(reading, draft, actors);
        if (spoken !== null) {
          bodies.set(printed, spoken);
          speakers = [spoken];
        }
      }
    }
    if (speakers.length === 0 && source && parents[at]! < 0 && isSameMessage(reading, source)) speakers = last;
    if (source && parents[at]! < 0 && speakers.length > 0) last = speakers;
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
