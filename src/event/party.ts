import type { Actor } from "../model/actor.ts";
import type { Id } from "../model/id.ts";
import type { Named } from "../model/mention.ts";
import type { Clause, Party } from "./clause.ts";
import { conjunctions, isAdverb, isBarrier, prepositions, type Word } from "./word.ts";

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

/** Is the party followed by a possessive "'s" or "'"? */
export const isPossessive = (words: readonly Word[], party: Party): boolean =>
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

/** The parties joined to `party` by "and" or commas, on both sides, itself among them, in text order. */
export function coordinated(clause: Clause, party: Party): readonly Party[] {
  const { words, parties } = clause;
  const at = parties.indexOf(party);
  if (at < 0) return [party];
  let first = at;
  let last = at;
  while (
    first > 0 &&
    joins(words, parties[first - 1]!, parties[first]!) &&
    !endsPhrase(words, parties[first - 1]!, parties[first]!)
  )
    first--;
  while (last < parties.length - 1 && joins(words, parties[last]!, parties[last + 1]!)) last++;
  // Without an "and" commas are an apposition.
  const list = parties.slice(first, last + 1);
  if (
    list.length > 1 &&
    !words.slice(list[0]!.to, list.at(-1)!.to).some((word) => conjunctions.has(word.lower) || word.glued)
  )
    return [party];
  return list;
}

/** "at the border of Poland, Russian troops": a comma alone after what a preposition leads to ends that phrase, and joins nothing. */
const endsPhrase = (words: readonly Word[], left: Party, right: Party): boolean => {
  if (words.slice(left.to, right.from).some((word) => conjunctions.has(word.lower))) return false;
  for (let at = left.from - 1; at >= 0 && at > left.from - 7; at--) {
    const { lower } = words[at]!;
    if (prepositions.has(lower)) return true;
    if (isBarrier(lower) || lower === ",") return false;
  }
  return false;
};

/** The first party of the list that `party` ends, joined by "and" throughout or by a comma to one that no preposition leads to. */
export function listStart(clause: Clause, party: Party): Party {
  const list = coordinated(clause, party);
  return list.includes(party) ? list[0]! : party;
}

/** Are the words between two parties only "and", ",", articles, and adjectives before the second? */
function joins(words: readonly Word[], left: Party, right: Party): boolean {
  const between = words.slice(left.to, right.from);
  // "Russian-Belarusian drills".
  if (between.length === 0) return words[right.from]?.glued === true;
  if (between.length > 4) return false;
  if (!between.some((word) => conjunctions.has(word.lower) || word.lower === ",")) return false;
  return between.every((word) => {
    const { lower } = word;
    return (
      conjunctions.has(lower) ||
      lower === "," ||
      /^(?:the|its|his|their|a|an|also|'s|both|ally|allies|other|eu|us|u\.s\.|nato)$/.test(lower) ||
      (!prepositions.has(lower) &&
        !isBarrier(lower) &&
        !isAdverb(lower) &&
        /^(?:troops|forces|officials|government|military|army|authorities|foreign|armed)$/.test(lower))
    );
  });
}
