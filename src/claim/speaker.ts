import type { Actor } from "../model/actor.ts";
import type { Id } from "../model/id.ts";
import type { Mention } from "../model/mention.ts";
import { type Draft, isAimed } from "./clause.ts";
import { nounPrepositions, possessives } from "./closed.ts";
import { rowsWithin } from "./lookup.ts";
import type { Reading } from "./reading.ts";
import { phraseEnd, phraseStart, type SourcePhrase } from "./source.ts";
import { isPossessive, type Range, spanOfRange } from "./word.ts";

type ActorId = Id<"actor">;

/** Actors by id, for the questions that speakers raise. */
export type ActorTable = ReadonlyMap<ActorId, Actor>;

/** The outermost mentions inside a range of tokens that stand for somebody. */
function mentionsIn(reading: Reading, range: Range): readonly Mention[] {
  if (range[1] <= range[0]) return [];
  const inside = rowsWithin(reading.named.mentions, spanOfRange(reading.words, range)).filter(
    (mention) => mention.actor !== null,
  );
  return inside.filter(
    (one) =>
      !inside.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          one.end <= other.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
}

const tokenAt = ({ words }: Reading, range: Range, offset: number): number => {
  let at = range[0];
  while (at < range[1] && words.ends[at]! <= offset) at++;
  return at;
};

/** Is the mention only the owner of the head ("Putin" in "Putin's spokesman"), or hung on it ("Ukraine" in "the head of Ukraine's guard")? */
function isSubordinate(reading: Reading, range: Range, mention: Mention): boolean {
  const { words } = reading;
  const first = tokenAt(reading, range, mention.start);
  if (isOwner(reading, range, mention)) return true;
  for (let at = first - 1; at >= range[0] && first - at < 6; at--) {
    const word = words.lower[at]!;
    if (nounPrepositions.has(word)) return true;
    if (word === "," || word === "and" || word === "or") return false;
  }
  return false;
}

function headActors(reading: Reading, range: Range): readonly Mention[] {
  const all = mentionsIn(reading, range);
  const heads = all.filter((mention) => !isSubordinate(reading, range, mention));
  if (heads.length > 0) return heads;
  // "His press service" speaks for itself; "his letter" is he.
  const last = reading.words.lower[range[1] - 1] ?? "";
  return all
    .slice(0, 1)
    .filter(
      (mention) =>
        reading.actors.get(mention.actor!)?.kind !== "person" ||
        ownWords.test(last) ||
        !isOwner(reading, range, mention),
    );
}

/** What a person says or writes: its words are its owner's. */
const ownWords =
  /^(?:statement|letter|post|tweet|message|article|column|essay|book|memoir|speech|remarks|words|comments|account|page|feed|channel|blog|diary|note|report|testimony|affidavit|video)s?$/;

/** Does the mention own what the phrase names ("his press service", "Lund's lawyer")? */
function isOwner(reading: Reading, range: Range, mention: Mention): boolean {
  const after = tokenAt(reading, range, mention.end);
  const own = reading.words.lower[after - 1] ?? "";
  return after < range[1] && (possessives.has(own) || isPossessive(own) || isPossessive(reading.words.lower[after]));
}

const unique = (ids: readonly ActorId[]): readonly ActorId[] => [...new Set(ids)];

/** Joined by "and"? Then every head speaks; else the person, or the last head, which is the one that the words before it describe. */
function pick(reading: Reading, range: Range, heads: readonly Mention[], actors: ActorTable): readonly ActorId[] {
  if (heads.length < 2) return heads.map((mention) => mention.actor!);
  const { words } = reading;
  const joined = words.lower.slice(range[0], range[1]).some((word) => word === "and" || word === "or");
  const persons = heads.filter((mention) => mention.kind === "person" || actors.get(mention.actor!)?.kind === "person");
  if (joined) return unique((persons.length > 0 ? persons : heads).map((mention) => mention.actor!));
  const named = persons.filter((mention) => mention.form === "name");
  // "The general, now a lawmaker,": what is set off describes him.
  const isSetOff = named.length === 0 && words.lower.slice(range[0], range[1]).includes(",");
  if (isSetOff && persons[0]) return [heads[0]!.actor!];
  const best = named.at(-1) ?? persons.at(-1) ?? heads.at(-1)!;
  return [best.actor!];
}

const spokesRole = /\b(?:spokes(?:man|woman|person)|press (?:officer|secretary|service))$/i;

/** The body that a spokesperson without a name speaks for ("a spokesman for the board", "a ministry spokeswoman"): its words are the body's; null else. */
function bodyOfSpokesperson(
  reading: Reading,
  range: Range,
  speakers: readonly ActorId[],
  actors: ActorTable,
): ActorId | null {
  const one = speakers.length === 1 ? actors.get(speakers[0]!) : undefined;
  if (!one || one.named || one.kind !== "person" || !one.roles.some((role) => spokesRole.test(role))) return null;
  const owners = rowsWithin(reading.named.mentions, spanOfRange(reading.words, range)).filter((mention) => {
    const kind = actors.get(mention.actor ?? one.id)?.kind ?? "person";
    return mention.form !== "pronoun" && kind !== "person" && kind !== "place" && kind !== "state";
  });
  return owners[0]?.actor ?? null;
}

/** The part of a source that names who it is: not what is set off behind it ("the general, | now a lawmaker"), and whole names. */
function headOf(reading: Reading, { core, range }: SourcePhrase): Range {
  const { words } = reading;
  const isSetOff =
    core[0] > range[0] + 1 &&
    words.lower[core[0] - 1] === "," &&
    /^(?:an?|the|now|then|once|himself|herself)$/.test(words.lower[core[0]]!);
  if (isSetOff && headActors(reading, [range[0], core[0] - 1]).length > 0) return [range[0], core[0] - 1];
  if (headActors(reading, core).length > 0) return core;
  // "Oh Mi | -ran": a core that ends inside a name goes on to the name's end.
  const cut = words.ends[core[1] - 1] ?? 0;
  const name = mentionsIn(reading, range).find((mention) => mention.start < cut && cut < mention.end);
  let end = core[1];
  const stop = name?.end ?? 0;
  while (end < range[1] && words.starts[end]! < stop) end++;
  return [core[0], end];
}

/** The actors that a source names: the person rather than his country or office, the head rather than its owner. */
export function actorsOfPhrase(reading: Reading, phrase: SourcePhrase, actors: ActorTable): readonly ActorId[] {
  const { words } = reading;
  const [from, to] = phrase.core;
  if (to - from === 1 && /^(?:who|which|that)$/.test(words.lower[from]!)) {
    // The antecedent stands before the relative pronoun, with or without a comma.
    const end = words.lower[from - 1] === "," ? from - 1 : from;
    const start = phraseStart(reading, end, Math.max(0, end - 40));
    return start < end ? pick(reading, [start, end], headActors(reading, [start, end]), actors) : [];
  }
  const core = headOf(reading, phrase);
  const direct = pick(reading, core, headActors(reading, core), actors);
  const body = bodyOfSpokesperson(reading, core, direct, actors);
  if (body !== null && phrase.range[1] === to) return [body];
  const isPerson = direct.some((actor) => actors.get(actor)?.kind === "person" && actors.get(actor)?.named);
  if (!isPerson && phrase.range[1] > to) {
    // "Putin's spokesman, Dmitry Peskov": the name stands in the apposition.
    const start = to + 1;
    const end = phraseEnd(reading, start, phrase.range[1], false);
    const apposed = headActors(reading, [start, Math.max(start, end)]).filter(
      (mention) => mention.form === "name" && actors.get(mention.actor!)?.kind === "person",
    );
    if (apposed.length > 0) return [apposed[0]!.actor!];
  }
  return direct;
}

/** Actors that a statement is made against or to: the subject of a passive, or the object right behind the cue. */
export function targetsOf(reading: Reading, draft: Draft, actors: ActorTable): readonly ActorId[] {
  const { hit } = draft;
  const telling = /^(?:tell|inform|remind|notify)/.test(hit.row.cue);
  if (draft.subject) return telling || isAimed(hit.row.kind) ? actorsOfPhrase(reading, draft.subject, actors) : [];
  if (draft.parenthetical && !telling) return [];
  if (!telling && !isAimed(hit.row.kind)) return [];
  if (hit.form === "noun" && reading.words.lower[hit.group[1]] !== "against") return [];
  const start = hit.group[1] + (/^(?:against|to|on)$/.test(reading.words.lower[hit.group[1]] ?? "") ? 1 : 0);
  const end = phraseEnd(reading, start, Math.min(draft.sentence.to, start + 40), false);
  return end > start
    ? pick(reading, [start, end], headActors(reading, [start, end]), actors).filter(
        (actor) => !telling || actors.get(actor)?.kind !== "media",
      )
    : [];
}
