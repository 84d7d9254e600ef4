import type { DatedRange, DayRange } from "../../model/document.ts";
import type { EventMention } from "../../model/event.ts";
import type { SpellingRow } from "../../model/lexicon.ts";
import { spellingKey } from "../../model/spelling.ts";
import type { Told } from "../../model/story.ts";
import { lookupOf } from "../lookup.ts";
import { piecesOf, termOf } from "../word.ts";
import { familyOf } from "./family.ts";

/** An event mention as the join of happenings sees it. */
export interface EventTelling {
  readonly told: Told;
  readonly event: EventMention;
  readonly trigger: string;
  readonly stem: string;
  readonly family: string | null;
  /** Keys and names of who does it and to whom. */
  readonly actors: ReadonlyMap<string, string>;
  readonly recipients: ReadonlyMap<string, string>;
  /** Towns and regions, then countries. */
  readonly places: ReadonlyMap<string, string>;
  readonly countries: ReadonlySet<string>;
  /** Days that it may have been; null where none is told. */
  readonly days: DayRange | null;
  /** Words of the sentence, without the commonest. */
  readonly words: ReadonlySet<string>;
}

const common = new Set(
  "the and for that with was were are has have had not but they their them his her its said say from who which when this will would been also after before into over more than there then out one two new day".split(
    " ",
  ),
);
const longest = 500;

const daysOf = (date: DatedRange | null): DayRange | null => {
  const first = date?.start ?? date?.end ?? null;
  const last = date?.end ?? date?.start ?? null;
  return first === null || last === null ? null : [first, last];
};

/** A verb of speech is told as a claim, and no happening. */
export const isSpeech = ({ annotation }: Told, event: EventMention): boolean => {
  const said = lookupOf(annotation).attributions.get(event.attribution ?? "");
  if (!said) return false;
  return event.trigger.some(([start, end]) => said.cue.some(([from, to]) => start < to && from < end));
};

/** Gives a name's key: the first spelling of its set, else its own. */
export function nameKeys(spellings: readonly SpellingRow[]): (name: string) => string {
  const first = new Map<string, string>();
  for (const row of spellings)
    for (const one of row.spellings) first.set(spellingKey(one), spellingKey(row.spellings[0]!));
  return (name) => first.get(spellingKey(name)) ?? spellingKey(name);
}

/** The event mentions of a document that may be happenings, in its order. */
export function tellingsOf(told: Told, keyOf: (name: string) => string): readonly EventTelling[] {
  const { places, text, events } = told.annotation;
  const { actors: actorOf, sentenceAt } = lookupOf(told.annotation);
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const named = (ids: EventMention["actors"]): ReadonlyMap<string, string> =>
    new Map(
      ids.flatMap((id) => {
        const actor = actorOf.get(id);
        // Who is not known to be public is not named over documents.
        if (!actor || (actor.kind === "person" && actor.public !== true)) return [];
        // A state and its government act as one.
        const isState = actor.country !== null && ["state", "government"].includes(actor.kind);
        return [[isState ? actor.country! : keyOf(actor.name), actor.name] as const];
      }),
    );
  return events
    .filter((event) => !isSpeech(told, event))
    .map((event) => {
      const trigger = event.trigger.map(([start, end]) => text.slice(start, end)).join(" ");
      const at = event.trigger[0]?.[0] ?? 0;
      const [start, end] = sentenceAt(at) ?? [at, at];
      const held = event.places.map(({ place }) => placeOf.get(place)).filter((place) => place !== undefined);
      const words = [...piecesOf(text.slice(start, Math.min(end, start + longest)))].map(({ form }) => termOf(form));
      return {
        told,
        event,
        trigger,
        stem: termOf(trigger.split(/\s+/).at(-1) ?? ""),
        family: familyOf(trigger),
        actors: named(event.actors),
        recipients: named(event.recipients),
        places: new Map(held.filter((one) => one.precision !== "country").map((one) => [keyOf(one.name), one.name])),
        countries: new Set(held.flatMap(({ country }) => (country === null ? [] : [country]))),
        days: daysOf(event.date),
        words: new Set(words.filter((word) => word.length > 2 && !common.has(word))),
      };
    });
}
