import type { ActorKind } from "../../model/actor.ts";
import type { AttributionKind, Stance } from "../../model/attribution.ts";
import { type EventClass, type EventType, eventTypes, type Realis } from "../../model/event.ts";
import type { MarkKind } from "../../model/mark.ts";

/** A list of all members of `Name`: a table with a missing or a foreign one does not compile. */
const namesOf = <Name extends string>(table: Readonly<Record<Name, true>>): readonly [Name, ...Name[]] =>
  Object.keys(table) as [Name, ...Name[]];

/** Every kind of statement, the plainest first. */
export const attributionKinds = namesOf<AttributionKind>({
  say: true,
  report: true,
  claim: true,
  allege: true,
  accuse: true,
  deny: true,
  confirm: true,
  warn: true,
  threaten: true,
  demand: true,
  urge: true,
  announce: true,
  promise: true,
  assure: true,
  order: true,
  ask: true,
  believe: true,
  want: true,
  describe: true,
  praise: true,
  criticize: true,
  agree: true,
  refuse: true,
  "no-comment": true,
});

/** Every stance. */
export const stances = namesOf<Stance>({ asserts: true, denies: true, doubts: true, asks: true, wants: true });

/** Every mark of evidence. */
export const markKinds = namesOf<MarkKind>({
  "none-given": true,
  unverified: true,
  reportedly: true,
  alleged: true,
  "so-called": true,
  "scare-quotes": true,
  "no-comment": true,
  anonymous: true,
  document: true,
  footage: true,
  eyewitness: true,
  "named-expert": true,
  "on-record": true,
});

/** PLOVER's types. */
export const eventTypeNames = Object.keys(eventTypes) as [EventType, ...EventType[]];

/** Deeds and talk. */
export const eventClasses = namesOf<EventClass>({ material: true, verbal: true });

/** Every mood of reality. */
export const realisNames = namesOf<Realis>({
  happened: true,
  ongoing: true,
  planned: true,
  threatened: true,
  demanded: true,
  hypothetical: true,
});

/** Every kind of actor. */
export const actorKinds = namesOf<ActorKind>({
  person: true,
  organization: true,
  government: true,
  state: true,
  ministry: true,
  military: true,
  media: true,
  alliance: true,
  group: true,
  place: true,
});
