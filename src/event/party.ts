import type { Actor } from "../model/actor.ts";
import type { Id } from "../model/id.ts";
import type { Named } from "../model/mention.ts";
import type { Clause, Party } from "./clause.ts";
import type { Word } from "./word.ts";

/** Nouns after a people's adjective that act for the state: "Russian troops". */
const agents = new Set(
  "troops forces army military soldiers soldier officials official government police navy fleet paratroopers jets jet bombers bomber warplanes aircraft tanks ships ship authorities units unit guards guard servicemen missiles drones helicopters warships diplomats diplomat side president minister ministry regime leader leadership parliament court courts embassy ambassador delegation marines airstrikes strikes artillery peacekeepers command border security air naval defence defense foreign prime intelligence special strategic nuclear state armed".split(
    " ",
  ),
);

/** Nouns that name private people: their country did not act and was not acted on. */
const privatePeople = new Set(
  "refugees refugee migrants migrant civilians civilian citizen citizens people man men woman women child children journalist journalists activist activists opposition separatist separatists rebel rebels militant militants protester protesters prisoner prisoners national nationals worker workers student students family families businessman tourist tourists resident residents dissident dissidents exile exiles".split(
    " ",
  ),
);

/** Does the word name private people? */
export const isPrivate = ({ lower }: Word): boolean => privatePeople.has(lower);

/** Is the party followed by a possessive "'s" or "'"? */
const isPossessive = (words: readonly Word[], party: Party): boolean =>
  words[party.to]?.lower === "'s" || words[party.to]?.lower === "'" || /['’]s?$/.test(words[party.to - 1]?.lower ?? "");

const stateLike = (actor: Actor): boolean =>
  actor.named &&
  (actor.kind === "state" ||
    actor.kind === "government" ||
    actor.kind === "alliance" ||
    actor.kind === "military" ||
    actor.kind === "organization");

/**
 * Who is meant by a party: its actor, or, for an unnamed body of a state ("Ukrainian troops"), the state that is named inside it.
 * A people's adjective before private persons ("Syrian refugees") stands for nobody.
 */
export function actorsOf(clause: Clause, party: Party): readonly Id<"actor">[] {
  const { words } = clause;
  if (party.actor.named) {
    const next = words[party.to]?.lower ?? "";
    const adjective = stateLike(party.actor) && party.mention.form === "name" && !isPossessive(words, party);
    return adjective && privatePeople.has(next) ? [] : [party.actor.id];
  }
  const heads = words.slice(party.from, party.to).map((word) => word.lower);
  const named = clause.inner.filter(
    (one) => party.from <= one.from && one.to <= party.to && stateLike(one.actor) && one.to < party.to,
  );
  if (named.length > 0 && heads.some((head) => agents.has(head)) && !heads.some((head) => privatePeople.has(head)))
    return named.map((one) => one.actor.id);
  return clause.bodies.get(party.actor.id) ?? [party.actor.id];
}

/**
 * States named inside the mentions of unnamed bodies that act for them ("Russian officials"), by the body's actor, so that a later "they"
 * is known too. `mentions` are in text order, nested ones after those around them or beside.
 */
export function bodiesOf(page: Pick<Named, "text" | "mentions" | "actors">): Clause["bodies"] {
  const actors = new Map(page.actors.map((actor) => [actor.id, actor]));
  const bodies = new Map<Id<"actor">, readonly Id<"actor">[]>();
  const mentions = [...page.mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  mentions.forEach((mention, at) => {
    const actor = mention.actor === null ? undefined : actors.get(mention.actor);
    if (actor === undefined || actor.named || mention.form !== "nominal" || bodies.has(actor.id)) return;
    const heads = page.text
      .slice(mention.start, Math.min(mention.end, mention.start + longestBody))
      .toLowerCase()
      .split(/[^\p{L}]+/u);
    if (!heads.some((head) => agents.has(head)) || heads.some((head) => privatePeople.has(head))) return;
    const states: Id<"actor">[] = [];
    for (let next = at + 1; next < mentions.length && next < at + 8 && mentions[next]!.start < mention.end; next++) {
      const inner = mentions[next]!.actor === null ? undefined : actors.get(mentions[next]!.actor!);
      if (inner !== undefined && stateLike(inner) && mentions[next]!.end < mention.end) states.push(inner.id);
    }
    if (states.length > 0) bodies.set(actor.id, [...new Set(states)]);
  });
  return bodies;
}

/** How much of a mention is read for its head, in UTF-16 units. */
const longestBody = 120;
