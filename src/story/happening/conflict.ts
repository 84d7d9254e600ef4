import type { HeldValue, Slot } from "../../model/ledger.ts";
import { lookupOf } from "../lookup.ts";
import type { EventTelling } from "./telling.ts";

/** A value of a slot as one telling has it. */
interface Told {
  readonly key: string;
  readonly value: string;
  readonly telling: EventTelling;
}

/** Who says so: the words of the source, else the publisher. */
function holderOf({ told, event }: EventTelling): string {
  const { attributions, actors } = lookupOf(told.annotation);
  const said = attributions.get(event.attribution ?? "");
  const speaker = actors.get(said?.speakers[0] ?? "");
  if (speaker?.kind === "person" && speaker.public !== true) return "a person not known to be public";
  if (speaker) return speaker.name;
  const source = said?.source.map(([start, end]) => told.annotation.text.slice(start, end)).join(" ");
  return source || told.publisher || "a report without a publisher";
}

interface ToldCount extends Told {
  readonly of: string;
}

const countsOf = (telling: EventTelling): readonly ToldCount[] =>
  (lookupOf(telling.told.annotation).quantitiesOf.get(telling.event.id) ?? []).flatMap(
    ({ of, value, bound, start, end }) =>
      of === null || value === null
        ? []
        : [
            {
              key: `${of} ${bound} ${value}`,
              value: `${telling.told.annotation.text.slice(start, end)} ${of}`,
              of,
              telling,
            },
          ],
  );

/** Counts of one fate that differ: two wounded do not speak against two killed. */
const disputedCounts = (tellings: readonly EventTelling[]): readonly Told[] =>
  [...Map.groupBy(tellings.flatMap(countsOf), ({ of }) => of).values()]
    .filter((counts) => new Set(counts.map(({ key }) => key)).size > 1)
    .flat();

const placesOf = (telling: EventTelling): readonly Told[] =>
  [...telling.places].map(([key, value]) => ({ key, value, telling }));

const daysOf = (telling: EventTelling): readonly Told[] =>
  telling.days === null
    ? []
    : [{ key: telling.days.join("/"), value: [...new Set(telling.days)].join(" to "), telling }];

const actorsOf = (telling: EventTelling): readonly Told[] =>
  [...telling.actors].map(([key, value]) => ({ key, value, telling }));

const slots: readonly (readonly [slot: Slot, of: (tellings: readonly EventTelling[]) => readonly Told[]])[] = [
  ["who", (tellings) => tellings.flatMap(actorsOf)],
  ["count", disputedCounts],
  ["place", (tellings) => tellings.flatMap(placesOf)],
  ["time", (tellings) => tellings.flatMap(daysOf)],
];

const setOf = (slot: Slot, telling: EventTelling): ReadonlySet<string> =>
  new Set((slot === "who" ? telling.actors : telling.places).keys());

/** Do two tellings fill a slot so that both cannot hold? Who shares an actor or a place, or gives days inside the other's, only says more or less. */
function isAgainst(slot: Slot, one: EventTelling, other: EventTelling): boolean {
  if (slot === "count") return true;
  // Nobody is against himself: he says more, or tells of another part.
  if (holderOf(one) === holderOf(other)) return false;
  if (slot === "time") {
    const [a, b] = [one.days, other.days];
    return a !== null && b !== null && (a[1] < b[0] || b[1] < a[0]);
  }
  const [a, b] = [setOf(slot, one), setOf(slot, other)];
  return a.size > 0 && b.size > 0 && ![...a].some((key) => b.has(key));
}

/** Slots of a happening that its tellings fill differently: every value with who holds it and where; slots on which all agree are left out. */
export function conflictsOf(tellings: readonly EventTelling[]): readonly HeldValue[] {
  return slots.flatMap(([slot, of]) => {
    const all = of(tellings);
    const disputed = all.filter((one) =>
      all.some((other) => one.key !== other.key && isAgainst(slot, one.telling, other.telling)),
    );
    const byKey = Map.groupBy(disputed, ({ key }) => key);
    if (byKey.size < 2) return [];
    return [...byKey.values()].map(
      (held): HeldValue => ({
        slot,
        value: held[0]!.value,
        holders: [...new Set(held.map(({ telling }) => holderOf(telling)))],
        documents: [...new Set(held.map(({ telling }) => telling.told.document))],
      }),
    );
  });
}
