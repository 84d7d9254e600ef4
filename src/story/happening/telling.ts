import type { DatedRange, DayRange } from "../../model/document.ts";
import type { EventMention } from "../../model/event.ts";
import type { SpellingRow } from "../../model/lexicon.ts";
import type { Place } from "../../model/place.ts";
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
  /** Keys and names of who does it and to whom; "troops" is no name. */
  readonly actors: ReadonlyMap<string, string>;
  readonly recipients: ReadonlyMap<string, string>;
  /** Nouns for those among them who have no name: "troop", "pupil". */
  readonly unnamed: ReadonlySet<string>;
  /** What the event counts: "killed", 39. */
  readonly counts: ReadonlyMap<string, number>;
  /** Towns and regions, and as what they are known; then countries. */
  readonly places: ReadonlyMap<string, string>;
  readonly precisions: ReadonlySet<Precision>;
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

/** A verb of speech is told as a claim, and no happening; but who "agreed" has also done something. */
export const isSpeech = ({ annotation }: Told, event: EventMention): boolean => {
  if (event.type === "AGREE" && familyOf(wordsOf(annotation.text, event)) === "deal") return false;
  const said = lookupOf(annotation).attributions.get(event.attribution ?? "");
  if (!said) return false;
  return event.trigger.some(([start, end]) => said.cue.some(([from, to]) => start < to && from < end));
};

const wordsOf = (text: string, { trigger }: EventMention): string =>
  trigger.map(([start, end]) => text.slice(start, end)).join(" ");

const particles = new Set("away back down in into off on out over through to up with".split(" "));

/** The key of the word that says what is done: the last one that is no particle. */
function stemOf(trigger: string): string {
  const words = trigger.toLowerCase().split(/\s+/);
  return termOf(words.findLast((word) => !particles.has(word)) ?? words.at(-1) ?? "");
}

/** Gives a name's key: the first spelling of its set, else its own. */
export function nameKeys(spellings: readonly SpellingRow[]): (name: string) => string {
  const first = new Map<string, string>();
  for (const row of spellings)
    for (const one of row.spellings) first.set(spellingKey(one), spellingKey(row.spellings[0]!));
  return (name) => first.get(spellingKey(name)) ?? spellingKey(name);
}

type Precision = "town" | "region" | "country" | "unknown";

const wide = /\b(?:river|sea|strait|gulf|coast|border|region|province|district|county|state|valley|mountains?)\b/i;

/** A town may lie in a region, and what no gazetteer knows in either. */
function precisionOf({ precision, name }: Place): Precision {
  if (precision === "exact" || precision === "city") return "town";
  return precision ?? (wide.test(name) ? "region" : "unknown");
}

/** The event mentions of a document that may be happenings, in its order. */
export function tellingsOf(told: Told, keyOf: (name: string) => string): readonly EventTelling[] {
  const { places, text, events } = told.annotation;
  const { actors: actorOf, sentenceAt, quantitiesOf } = lookupOf(told.annotation);
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const named = (ids: EventMention["actors"]): ReadonlyMap<string, string> =>
    new Map(
      ids.flatMap((id) => {
        const actor = actorOf.get(id);
        // Who is not known to be public is not named over documents.
        if (!actor?.named || (actor.kind === "person" && actor.public !== true)) return [];
        // A state and its government act as one.
        const isState = actor.country !== null && ["state", "government"].includes(actor.kind);
        return [[isState ? actor.country! : keyOf(actor.name), actor.name] as const];
      }),
    );
  const nounsOf = (ids: EventMention["actors"]): ReadonlySet<string> =>
    new Set(
      ids
        .map((id) => actorOf.get(id))
        .filter((actor) => actor && !actor.named)
        .map((actor) => termOf(actor!.name.split(/\s+/).at(-1) ?? "")),
    );
  return events
    .filter((event) => !isSpeech(told, event))
    .map((event) => {
      const trigger = wordsOf(text, event);
      const at = event.trigger[0]?.[0] ?? 0;
      const [start, end] = sentenceAt(at) ?? [at, at];
      // Where a ship comes from is not where she is held.
      const held = event.places
        .filter(({ role }) => role !== "from")
        .map(({ place }) => placeOf.get(place))
        .filter((place) => place !== undefined);
      const words = [...piecesOf(text.slice(start, Math.min(end, start + longest)))].map(({ form }) => termOf(form));
      return {
        told,
        event,
        trigger,
        stem: stemOf(trigger),
        family: familyOf(trigger, event.type),
        actors: named(event.actors),
        // A drill has a name, guests and neighbours, and is done to nobody.
        recipients: familyOf(trigger, event.type) === "drill" ? new Map() : named(event.recipients),
        unnamed: nounsOf([...event.actors, ...event.recipients]),
        counts: new Map(
          (quantitiesOf.get(event.id) ?? []).flatMap(({ of, value }) =>
            of !== null && value !== null ? [[of, value] as const] : [],
          ),
        ),
        places: new Map(held.filter((one) => one.precision !== "country").map((one) => [keyOf(one.name), one.name])),
        precisions: new Set(held.map(precisionOf).filter((precision) => precision !== "country")),
        countries: new Set(held.flatMap(({ country }) => (country === null ? [] : [country]))),
        days: daysOf(event.date),
        words: new Set(words.filter((word) => word.length > 2 && !common.has(word))),
      };
    });
}
