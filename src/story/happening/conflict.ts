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

const countsOf = (telling: EventTelling): readonly Told[] =>
  (lookupOf(telling.told.annotation).quantitiesOf.get(telling.event.id) ?? [])
    .filter((one) => one.of !== null && one.value !== null)
    .map((one) => ({
      key: `${one.bound} ${one.value}`,
      value: `${telling.told.annotation.text.slice(one.start, one.end)} ${one.of}`,
      telling,
    }));

const placesOf = (telling: EventTelling): readonly Told[] =>
  [...telling.places].map(([key, value]) => ({ key, value, telling }));

const daysOf = (telling: EventTelling): readonly Told[] =>
  telling.days === null
    ? []
    : [{ key: telling.days.join("/"), value: [...new Set(telling.days)].join(" to "), telling }];

const actorsOf = (telling: EventTelling): readonly Told[] =>
  [...telling.actors].map(([key, value]) => ({ key, value, telling }));

const slots: readonly (readonly [slot: Slot, of: (telling: EventTelling) => readonly Told[]])[] = [
  ["who", actorsOf],
  ["count", countsOf],
  ["place", placesOf],
  ["time", daysOf],
];

/** Slots of a happening that its tellings fill differently: every value with who holds it and where; slots on which all agree are left out. */
export function conflictsOf(tellings: readonly EventTelling[]): readonly HeldValue[] {
  return slots.flatMap(([slot, of]) => {
    const byKey = Map.groupBy(tellings.flatMap(of), ({ key }) => key);
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
