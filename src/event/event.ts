import type { Claimed } from "../model/attribution.ts";
import type { IsoDay } from "../model/document.ts";
import { type EventMention, eventTypes, type Read } from "../model/event.ts";
import { type Id, id } from "../model/id.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Spans } from "../model/span.ts";
import { attachableOf } from "./attach.ts";
import { borderPlaces } from "./border.ts";
import { wordAfter } from "./clause.ts";
import { conditionParty } from "./condition.ts";
import { type Content, contentSweep } from "./content.ts";
import { dateOf } from "./date.ts";
import { isFigurative } from "./figurative.ts";
import { lightHost } from "./governor.ts";
import { type Held, heldTriggers } from "./held.ts";
import { actorsAt } from "./phrase.ts";
import { type Piece, piecesOf } from "./piece.ts";
import { placesOf } from "./place.ts";
import { type Counted, linksOf } from "./quantity.ts";
import { moodOf } from "./realis.ts";
import { rolesOf } from "./role.ts";
import { compileTriggers, type Trigger, type TriggerIndex } from "./trigger.ts";
import { typeOf } from "./type.ts";
import { cueWords } from "./verbal.ts";
import { actorsInVoice, toldBy, windowOf } from "./voice.ts";
import type { Word } from "./word.ts";

export { compileTriggers, type TriggerIndex };

/** The words at `indices`, in text order, as spans; neighbours make one. */
function spansOf(words: readonly Word[], indices: readonly number[]): Spans {
  const spans: [number, number][] = [];
  let previous = -2;
  for (const at of indices) {
    const last = spans.at(-1);
    if (last !== undefined && at === previous + 1) last[1] = words[at]!.end;
    else spans.push([words[at]!.start, words[at]!.end]);
    previous = at;
  }
  return spans;
}

/** Is the plain object of this deed a place as well: what was attacked, seized, visited? */
const takesPlace = ({ row, predicate }: Trigger): boolean =>
  predicate !== null && (row.type === "ASSAULT" || row.mode === "seize" || row.mode === "visit");

/** What is the same for every event of a document. */
interface Setting {
  readonly contentsAt: (offset: number) => readonly Content[];
  /** The last day that the document may be of. */
  readonly lastDay: IsoDay | null;
}

/** One event of a piece, but for its quantities. `taken` are the words of all its triggers. */
function eventOf(piece: Piece, held: Held, taken: ReadonlySet<number>, setting: Setting): Omit<EventMention, "id"> {
  const { clause } = piece;
  const { words } = clause;
  const { trigger, own } = held;
  const first = trigger.words[0]!;
  const last = trigger.words.at(-1)!;
  const content = setting.contentsAt(words[first]!.start).find((one) => one.attribution !== own) ?? null;
  const attribution = content?.attribution ?? null;
  const window = windowOf(words, content);
  const roles = rolesOf(clause, trigger, window);
  const cue = new Set(attribution === null ? [] : cueWords(words, attribution));
  const mood = moodOf(words, trigger, attribution, cue);
  const type = typeOf(words, trigger, mood, roles.actors.length);
  const others = new Set([...taken].filter((word) => !trigger.words.includes(word)));
  // Days and places of what is said are not those of saying it.
  const isOutside = (one: { readonly start: number }): boolean =>
    own === null || !own.content.some(([start, end]) => start <= one.start && one.start < end);
  const verb = trigger.predicate?.verb ?? lightHost(words, trigger.head) ?? -1;
  const attachable = attachableOf(words, trigger, others);
  const undated = { attachable, verb, realis: mood.realis };
  const dates = piece.timexes.filter(isOutside);
  const date = dateOf(clause, undated, dates, window, others, attribution, setting.lastDay);
  // "next month's exercises": what is dated after the report has not happened.
  const isToCome = date?.start != null && setting.lastDay !== null && date.start > setting.lastDay;
  const actors = actorsInVoice(own, roles, attribution);
  const asked = held.told === undefined ? [] : actorsAt(clause, held.told);
  const told = asked.length > 0 ? asked : own === null ? roles.recipients : toldBy(own, clause, roles.recipients);
  const recipients = told.length === 0 && type === "THREATEN" ? conditionParty(clause, actors) : told;
  const spots = piece.spots.filter((spot) => isOutside(words[spot.from]!));
  return {
    trigger: spansOf(words, trigger.words),
    type,
    class: type === null ? "material" : eventTypes[type].class,
    mode: type === trigger.row.type ? trigger.row.mode : null,
    context: trigger.row.context,
    actors,
    recipients: recipients.filter((one) => !actors.includes(one)),
    places: placesOf(clause, { first, last, objects: takesPlace(trigger), others, attachable }, spots, window),
    date,
    realis: isToCome && mood.realis === "happened" ? "planned" : mood.realis,
    factuality: mood.factuality,
    attribution: (own ?? attribution)?.id ?? null,
    quantities: [],
    score: null,
  };
}

const outcomes = /^(?:kill|wound|injure|maim|wreck)$/;

/** Is the harm told as what another deed of the sentence led to: "crashed, killing its crew", "shelled the town, wounding six"? */
function isOutcome(words: readonly Word[], { trigger }: Held, all: readonly Held[]): boolean {
  const { predicate } = trigger;
  if (predicate === null || !predicate.gerund) return false;
  const { lemma, label, head } = words[predicate.verb]!;
  return (
    outcomes.test(lemma) &&
    label === "advcl" &&
    all.some(
      (one) =>
        one.trigger !== trigger &&
        one.trigger.words.includes(head) &&
        (one.trigger.row.type === null || one.trigger.row.type === "ASSAULT"),
    )
  );
}

/** Words of the days and times in a piece. */
const wordsOfDays = ({ clause: { words }, timexes }: Piece): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const { start, end } of timexes)
    for (let at = wordAfter(words, start); words[at] !== undefined && words[at]!.start < end; at++) found.add(at);
  return found;
};

/**
 * Page with attributions -> event mentions, in text order, and quantities with their event.
 * A trigger makes at most one event. Blocks that are not read (furniture, teasers, bylines, credits) make none.
 * Types, modes and contexts follow PLOVER (manual draft 0.8); factuality FactBank, relative to the source.
 * Places that only a border names ("the Polish border") are added to the page's.
 */
export function findEvents(given: Claimed, index: TriggerIndex): Read {
  const claimed: Claimed = { ...given, places: [...given.places, ...borderPlaces(given, index.countries)] };
  const setting: Setting = {
    contentsAt: contentSweep(claimed.attributions),
    lastDay: claimed.meta.publishedRange?.[1] ?? null,
  };
  const events: EventMention[] = [];
  const links = new Map<Id<"quantity">, Id<"event">>();
  for (const piece of piecesOf(claimed)) {
    const { words } = piece.clause;
    // "March 9" is a month and no protest.
    const inDays = wordsOfDays(piece);
    const all = heldTriggers(claimed.text, words, piece.cues, index);
    const held = all.filter(
      (one) => !isOutcome(words, one, all) && !inDays.has(one.trigger.head) && !isFigurative(piece.clause, one.trigger),
    );
    const taken = new Set(held.flatMap((one) => one.trigger.words));
    const counted = held.flatMap((one): Counted[] => {
      const event = { id: id<"event">(`e${events.length + 1}`), ...eventOf(piece, one, taken, setting) };
      // What somebody must do by his own words is no demand.
      if (one.told !== undefined && event.recipients.length === 0) return [];
      events.push(event);
      const around = setting.contentsAt(event.trigger[0]![0]).find((content) => content.attribution !== one.own);
      return [
        {
          id: event.id,
          span: [event.trigger[0]![0], event.trigger.at(-1)![1]],
          stem: words[one.trigger.head]!.lower.slice(0, 4),
          content: around?.span ?? null,
        },
      ];
    });
    for (const [quantity, event] of linksOf(piece.quantities, counted)) links.set(quantity, event);
  }
  return withQuantities(claimed, events, links);
}

function withQuantities(
  claimed: Claimed,
  events: readonly EventMention[],
  links: ReadonlyMap<Id<"quantity">, Id<"event">>,
): Read {
  const ofEvent = new Map<Id<"event">, Id<"quantity">[]>();
  const quantities = claimed.quantities.map((quantity): Quantity => {
    const event = links.get(quantity.id) ?? null;
    if (event !== null) ofEvent.set(event, [...(ofEvent.get(event) ?? []), quantity.id]);
    return { ...quantity, event };
  });
  return {
    ...claimed,
    quantities,
    events: events.map((event) => ({ ...event, quantities: ofEvent.get(event.id) ?? [] })),
  };
}
