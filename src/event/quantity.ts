import type { Id } from "../model/id.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Span } from "../model/span.ts";

/** Units that measure the ground, the clock or a share, and count nothing that an event did. */
const measures =
  /^(?:kilomet|met(?:er|re)|mile|km|foot|feet|inch|yard|second|minute|hour|day|week|month|year|decade|century|percent|per cent|%|degree|point|countr|nation$|state$|side|time|party|part$|round|hectare|acre|square)/;

/** How far from its trigger a quantity may stand, in UTF-16 units. */
const reach = 120;

/** What an event needs to be linked to quantities. */
export interface Counted {
  readonly id: Id<"event">;
  readonly span: Span;
  /** Beginning of the trigger's word, to compare with what is said of the counted ("killed"). */
  readonly stem: string;
  readonly content: Span | null;
}

/**
 * Links each quantity of a sentence to at most one event of the same sentence and content: one whose word is what is said of the counted,
 * else the nearest within reach. Answers pairs in order of `quantities`.
 */
export function linksOf(
  quantities: readonly Quantity[],
  events: readonly Counted[],
): ReadonlyMap<Id<"quantity">, Id<"event">> {
  const links = new Map<Id<"quantity">, Id<"event">>();
  for (const quantity of quantities) {
    if (quantity.unit !== null && measures.test(quantity.unit)) continue;
    let best: { readonly id: Id<"event">; readonly distance: number } | null = null;
    for (const event of events) {
      const apart = quantity.start >= event.span[1] ? quantity.start - event.span[1] : event.span[0] - quantity.end;
      const said = quantity.of !== null && event.stem.length > 2 && quantity.of.startsWith(event.stem);
      const inside = event.content === null || (event.content[0] < quantity.end && quantity.start < event.content[1]);
      const distance = Math.max(0, apart) - (said ? 1000 : 0);
      if (apart > reach || (!inside && !said)) continue;
      if (best === null || distance < best.distance) best = { id: event.id, distance };
    }
    if (best !== null) links.set(quantity.id, best.id);
  }
  return links;
}
