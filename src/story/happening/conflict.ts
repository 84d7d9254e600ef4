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

/** What a telling says of a slot, and by whom: tellings that are alike in this are compared once. */
interface View {
  readonly holder: string;
  readonly keys: ReadonlySet<string>;
  readonly days: EventTelling["days"];
}

/** Can two views of a slot not both hold? Who shares an actor or a place, or gives days inside the other's, only says more or less; and nobody is against himself. */
function isAgainst(slot: Slot, one: View, other: View): boolean {
  if (one.holder === other.holder) return false;
  if (slot === "time")
    return one.days !== null && other.days !== null && (one.days[1] < other.days[0] || other.days[1] < one.days[0]);
  return one.keys.size > 0 && other.keys.size > 0 && ![...one.keys].some((key) => other.keys.has(key));
}

/** So many different views of a slot are compared, the first ones. */
const mostViews = 40;

/** Values of a slot that stand against another telling's; every count that differs is one. */
function disputed(slot: Slot, values: readonly Told[]): readonly Told[] {
  if (slot === "count") return values;
  const views = new Map<string, View>();
  const viewOf = new Map<EventTelling, View>();
  for (const { telling } of values) {
    if (viewOf.has(telling)) continue;
    const view = { holder: holderOf(telling), keys: setOf(slot, telling), days: telling.days };
    const key = JSON.stringify([view.holder, slot === "time" ? view.days : [...view.keys]]);
    views.set(key, views.get(key) ?? view);
    viewOf.set(telling, views.get(key)!);
  }
  const compared = [...views.values()].slice(0, mostViews);
  const isDisputed = new Map(
    [...views.values()].map((view) => [view, compared.some((other) => isAgainst(slot, view, other))]),
  );
  return values.filter(({ telling }) => isDisputed.get(viewOf.get(telling)!) === true);
}

/** Slots of a happening that its tellings fill differently: every value with who holds it and where; slots on which all agree are left out. */
export function conflictsOf(tellings: readonly EventTelling[]): readonly HeldValue[] {
  return slots.flatMap(([slot, of]) => {
    const byKey = Map.groupBy(disputed(slot, of(tellings)), ({ key }) => key);
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
