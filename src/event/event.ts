import type { Attribution, Claimed } from "../model/attribution.ts";
import { isRead } from "../model/block.ts";
import { type EventMention, eventTypes, type EventType, type Read } from "../model/event.ts";
import { id } from "../model/id.ts";
import type { Id } from "../model/id.ts";
import type { Mention } from "../model/mention.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Span, Spans } from "../model/span.ts";
import { isVoidAt } from "./abstain.ts";
import { actorsOf, bodiesOf } from "./party.ts";
import { bySentence, type Clause, partiesOf, wordAfter } from "./clause.ts";
import { type Content, contentSweep } from "./content.ts";
import { dateOf } from "./date.ts";
import { placesOf, spotsOf } from "./place.ts";
import { type Counted, linksOf } from "./quantity.ts";
import { type Mood, moodOf } from "./realis.ts";
import { isExercise, rolesOf, sufferers } from "./role.ts";
import type { Window } from "./subject.ts";
import { lightHost, nounGovernor } from "./host.ts";
import { compileTriggers, type Trigger, type TriggerIndex, triggersIn } from "./trigger.ts";
import { cueTrigger, cueWords, verbalType } from "./verbal.ts";
import { type Word, wordsOf } from "./word.ts";

export { compileTriggers, type TriggerIndex };

/** A sentence is read in pieces of this many tokens, so that a text without full stops still costs linear time. */
const longestPiece = 300;

interface Piece {
  readonly words: readonly Word[];
  readonly span: Span;
}

/** Sentences of the blocks that are read, cut where they are longer than any sentence is. */
function piecesOf(page: Claimed): readonly Piece[] {
  const pieces: Piece[] = [];
  let block = 0;
  page.sentences.forEach(([start], at) => {
    while (block < page.blocks.length && page.blocks[block]!.end <= start) block++;
    const around = page.blocks[block];
    if (around === undefined || around.start > start || !isRead(around)) return;
    const last = page.firstToken[at + 1]!;
    for (let from = page.firstToken[at]!; from < last; from += longestPiece) {
      const words = wordsOf(page, from, Math.min(last, from + longestPiece));
      if (words.length > 0) pieces.push({ words, span: [words[0]!.start, words.at(-1)!.end] });
    }
  });
  return pieces;
}

const spansOf = (words: readonly Word[], indices: readonly number[]): Spans => {
  const spans: [number, number][] = [];
  let previous = -2;
  for (const at of indices) {
    const last = spans.at(-1);
    if (last !== undefined && at === previous + 1) last[1] = words[at]!.end;
    else spans.push([words[at]!.start, words[at]!.end]);
    previous = at;
  }
  return spans;
};

/** An exercise that several take part in is cooperation; one side's is mobilisation (EVENTS). */
const typeInCompany = (trigger: Trigger, actors: number): EventType | null =>
  trigger.row.type === "MOBILIZE" && isExercise(trigger) && actors > 1 ? "COOPERATE" : trigger.row.type;

/** Types of cooperation; done in the future they are an agreement, refused a rejection (EVENTS: "cooperative deeds in the future tense"). */
const cooperative: ReadonlySet<EventType> = new Set(["CONSULT", "SUPPORT", "CONCEDE", "AID", "RETREAT", "COOPERATE"]);

/** The type of a trigger once its mood is known. Exercises to come stay what they are: they are announced, not offered. */
function typeInMood(type: EventType | null, trigger: Trigger, mood: Mood): EventType | null {
  const future = mood.realis === "planned" && trigger.predicate !== null && trigger.predicate.modal !== null;
  if (type === null || !future || !cooperative.has(type)) return type;
  if (type === "COOPERATE" && trigger.row.context.includes("military")) return type;
  return mood.factuality.endsWith("-") ? "REJECT" : "AGREE";
}

interface Held {
  readonly trigger: Trigger;
  /** The attribution whose cue the trigger is; null for every other trigger. */
  readonly own: Attribution | null;
}

/** Triggers of a piece, with those that only a cue makes, in text order. */
function heldTriggers(
  text: string,
  words: readonly Word[],
  cues: readonly Attribution[],
  index: TriggerIndex,
): readonly Held[] {
  const triggers = triggersIn(words, index);
  const byCue = new Map<Trigger, Attribution>();
  const silent = new Set<Trigger>();
  const made: Held[] = [];
  for (const attribution of cues) {
    const cue = cueWords(words, attribution);
    if (cue.length === 0) continue;
    const same = triggers.find((trigger) => trigger.words.some((word) => cue.includes(word)));
    if (attribution.kind === "no-comment")
      for (const trigger of triggers) if (trigger.words.some((word) => cue.includes(word))) silent.add(trigger);
    if (same !== undefined) {
      // A deed's noun that was read as a cue ("the attack on X") stays a deed.
      if (
        same.row.type !== null &&
        eventTypes[same.row.type].class === "verbal" &&
        !sufferers.has(nounGovernor(words, same.words[0]!, 0)?.lemma ?? "")
      )
        byCue.set(same, attribution);
    } else {
      const type = verbalType(text, attribution);
      if (type !== null && !isVoidAt(words, cue[0]!))
        made.push({ trigger: cueTrigger(words, cue, type), own: attribution });
    }
  }
  return [
    ...triggers
      .filter((trigger) => !silent.has(trigger))
      .map((trigger) => ({ trigger, own: byCue.get(trigger) ?? null })),
    ...made,
  ].sort((a, b) => a.trigger.words[0]! - b.trigger.words[0]!);
}

/** The part of the piece that belongs to the same voice as the trigger. */
function windowOf(words: readonly Word[], content: Content | null): Window {
  if (content === null) return { from: 0, to: words.length };
  return { from: wordAfter(words, content.span[0]), to: wordAfter(words, content.span[1] - 1) + 1 };
}

/** Whom a cue is said to: its targets, the recipients by word order, or whoever a demanded clause begins with ("demanded that X go"). */
function toldBy(own: Attribution, clause: Clause, recipients: readonly Id<"actor">[]): readonly Id<"actor">[] {
  if (own.targets.length > 0) return own.targets;
  if (recipients.length > 0 || !["demand", "urge", "order", "ask"].includes(own.kind)) return recipients;
  const start = own.content[0]?.[0];
  if (start === undefined) return [];
  const from = wordAfter(clause.words, start);
  const first = clause.parties.find((party) => party.from >= from && party.from < from + 3);
  return first === undefined ? [] : actorsOf(clause, first);
}

/** Is the plain object of this deed a place as well: what was attacked, seized, visited? */
const takesPlace = ({ row, predicate }: Trigger): boolean =>
  predicate !== null && (row.type === "ASSAULT" || row.mode === "seize" || row.mode === "visit");

/** Who is meant where the content names nobody: the accused of an accusation, the told of a demand, else the speakers. */
function holdersOf(attribution: Attribution | null): readonly Id<"actor">[] {
  if (attribution === null) return [];
  const told = ["accuse", "criticize", "demand", "urge", "order", "ask"].includes(attribution.kind);
  return told && attribution.targets.length > 0 ? attribution.targets : attribution.speakers;
}

/**
 * Page with attributions -> event mentions, in text order, and quantities with their event.
 * A trigger makes at most one event. Blocks that are not read (furniture, teasers, bylines, credits) make none.
 * Types, modes and contexts follow PLOVER (manual draft 0.8); factuality FactBank, relative to the source.
 */
export function findEvents(claimed: Claimed, index: TriggerIndex): Read {
  const pieces = piecesOf(claimed);
  const layout = { sentences: pieces.map((piece) => piece.span) };
  const actors = new Map(claimed.actors.map((actor) => [actor.id, actor]));
  const mentions = bySentence(layout, claimed.mentions);
  const byId = new Map<Id<"mention">, Mention>(claimed.mentions.map((mention) => [mention.id, mention]));
  const places = bySentence(
    layout,
    claimed.places.flatMap((place) => {
      const mention = byId.get(place.mention);
      return mention === undefined ? [] : [{ place, start: mention.start, end: mention.end }];
    }),
  );
  const timexes = bySentence(layout, claimed.timexes);
  const quantities = bySentence(layout, claimed.quantities);
  const cues = bySentence(
    layout,
    claimed.attributions.flatMap((attribution) =>
      attribution.cue[0] ? [{ start: attribution.cue[0][0], attribution }] : [],
    ),
  );
  const contentsAt = contentSweep(claimed.attributions);
  const bodies = bodiesOf(claimed);
  const events: EventMention[] = [];
  const links = new Map<Id<"quantity">, Id<"event">>();

  pieces.forEach(({ words, span }, at) => {
    const clause: Clause = { index: at, span, words, bodies, ...partiesOf(words, mentions[at]!, actors) };
    const spots = spotsOf(clause, places[at]!);
    const held = heldTriggers(
      claimed.text,
      words,
      cues[at]!.map((cue) => cue.attribution),
      index,
    );
    const taken = new Set(held.flatMap((one) => one.trigger.words));
    const counted: Counted[] = [];
    held.forEach(({ trigger, own }) => {
      const first = words[trigger.words[0]!]!;
      const content = contentsAt(first.start).find((one) => one.attribution !== own) ?? null;
      const attribution = content?.attribution ?? null;
      const window = windowOf(words, content);
      const inVoice = rolesOf(clause, trigger, window);
      // A content whose speaker was not found is read on to the left.
      const roles =
        inVoice.holder && holdersOf(attribution).length === 0
          ? rolesOf(clause, trigger, { from: 0, to: window.to })
          : inVoice;
      const mood = moodOf(
        words,
        trigger,
        attribution,
        new Set(attribution === null ? [] : cueWords(words, attribution)),
      );
      const type = typeInMood(typeInCompany(trigger, roles.actors.length), trigger, mood);
      const undated = {
        first: trigger.words[0]!,
        last: trigger.words.at(-1)!,
        realis: mood.realis,
        told: trigger.predicate !== null || lightHost(words, trigger.words[0]!, window.from) !== null,
      };
      const trunk: Span = [words[trigger.words[0]!]!.start, words[trigger.words.at(-1)!]!.end];
      const event = id<"event">(`e${events.length + 1}`);
      const others = new Set([...taken].filter((word) => !trigger.words.includes(word)));
      events.push({
        id: event,
        trigger: spansOf(words, trigger.words),
        type,
        class: type === null ? "material" : eventTypes[type].class,
        mode: type === trigger.row.type ? trigger.row.mode : null,
        context: trigger.row.context,
        actors:
          own !== null && own.speakers.length > 0 ? own.speakers : roles.holder ? holdersOf(attribution) : roles.actors,
        recipients: own === null ? roles.recipients : toldBy(own, clause, roles.recipients),
        places: placesOf(clause, trigger.words[0]!, trigger.words.at(-1)!, spots, window, others, takesPlace(trigger)),
        date: dateOf(clause, undated, timexes[at]!, window, [...others], attribution),
        realis: mood.realis,
        factuality: mood.factuality,
        attribution: (own ?? attribution)?.id ?? null,
        quantities: [],
        score: null,
      });
      counted.push({
        id: event,
        span: trunk,
        stem: words[trigger.head]!.lower.slice(0, 4),
        content: content?.span ?? null,
      });
    });
    for (const [quantity, event] of linksOf(quantities[at]!, counted)) links.set(quantity, event);
  });

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
