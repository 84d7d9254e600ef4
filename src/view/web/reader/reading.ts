import type { Actor } from "../../../model/actor.ts";
import type { Attribution } from "../../../model/attribution.ts";
import type { Block } from "../../../model/block.ts";
import type { EventMention } from "../../../model/event.ts";
import type { Mark } from "../../../model/mark.ts";
import type { Mention } from "../../../model/mention.ts";
import type { Place } from "../../../model/place.ts";
import type { Quantity } from "../../../model/quantity.ts";
import type { Spans } from "../../../model/span.ts";
import type { Timex } from "../../../model/timex.ts";
import type { OneDocument } from "../../../record/ask/document.ts";
import { type Citable } from "../citation.ts";
import { type Item, itemsOf } from "./item.ts";
import type { Cover } from "./segment.ts";
import { type Part, partsOf, stretchesOf } from "./stretch.ts";

/** Numbers of notes by the unit at which their claim begins: "3", or "3 4" where two begin. */
export type NoteNumbers = ReadonlyMap<number, string>;

/** One report with its reading, and every annotation by its id. Made once a report. */
export interface Reading {
  readonly document: OneDocument;
  readonly text: string;
  readonly items: readonly Item[];
  readonly itemById: ReadonlyMap<string, Item>;
  /** Where the pieces of all items begin, ascending. */
  readonly starts: readonly number[];
  readonly actors: ReadonlyMap<string, Actor>;
  readonly claims: ReadonlyMap<string, Attribution>;
  readonly events: ReadonlyMap<string, EventMention>;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly mentions: ReadonlyMap<string, Mention>;
  readonly places: ReadonlyMap<string, Place>;
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly timexes: ReadonlyMap<string, Timex>;
  /** What stands inside of a claim. */
  readonly eventsIn: ReadonlyMap<string | null, readonly EventMention[]>;
  readonly claimsIn: ReadonlyMap<string | null, readonly Attribution[]>;
  /** Numbers of the claims that begin at a unit, for notes on paper. */
  readonly noteNumbers: NoteNumbers;
  /** The title as it stands in the text, drawn as the page's heading; null where the text has none before its first paragraph. */
  readonly title: Block | null;
  /** What is drawn below the heading. */
  readonly parts: readonly Part[];
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** A title longer than this is no heading; it is drawn like any other block. */
const headingUnits = 1_000;

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * The title's block, if nothing but furniture stands before it. Where the report came with another title, that one is the heading, as in every list, and the
 * block stays in the text: one report has one title.
 */
function titleIn({ annotation: { blocks, text }, title }: OneDocument): Block | null {
  const first = blocks.find(({ kind }) => kind !== "furniture" && kind !== "teaser");
  if (first?.kind !== "title" || first.end - first.start > headingUnits) return null;
  return title === null || letters(title) === letters(text.slice(first.start, first.end)) ? first : null;
}

/** Claims are numbered in the order in which they begin. */
function numbersOf(items: readonly Item[]): NoteNumbers {
  const numbers = new Map<number, string>();
  const claims = items.filter(({ layer }) => layer === "claims");
  claims.forEach(({ start }, at) => {
    const before = numbers.get(start);
    numbers.set(start, before === undefined ? String(at + 1) : `${before} ${at + 1}`);
  });
  return numbers;
}

/** A document's answer, ready to be looked things up in. */
export function readingOf(document: OneDocument): Reading {
  const { annotation } = document;
  const items = itemsOf(annotation);
  const starts = items.flatMap(({ pieces }) => pieces.map(({ start }) => start)).sort((a, b) => a - b);
  const title = titleIn(document);
  const rest = annotation.blocks.filter((block) => block !== title);
  return {
    document,
    text: annotation.text,
    items,
    itemById: byId(items),
    starts,
    actors: byId(annotation.actors),
    claims: byId(annotation.attributions),
    events: byId(annotation.events),
    marks: byId(annotation.marks),
    mentions: byId(annotation.mentions),
    places: byId(annotation.places),
    quantities: byId(annotation.quantities),
    timexes: byId(annotation.timexes),
    eventsIn: Map.groupBy(annotation.events, ({ attribution }) => attribution),
    claimsIn: Map.groupBy(annotation.attributions, ({ parent }) => parent),
    noteNumbers: numbersOf(items),
    title,
    parts: partsOf(stretchesOf(annotation.text, rest, starts)),
  };
}

/** Words of spans, pieces joined with " … "; null where there are none. */
export const wordsOf = ({ text }: Pick<Reading, "text">, spans: Spans): string | null =>
  spans.length === 0 ? null : spans.map(([start, end]) => text.slice(start, end)).join(" … ");

/** What is known under these ids, in their order. */
export const named = <Row>(rows: ReadonlyMap<string, Row>, ids: readonly string[]): readonly Row[] =>
  ids.flatMap((id) => rows.get(id) ?? []);

/** What lies over the text for an item that is only underlined: one cover a piece. */
export const coversOf = ({ id, pieces }: Item): readonly Cover[] =>
  pieces.map(({ start, end, role }) => ({ start, end, look: role, id }));

/**
 * What lies over the text for an item that is shown in full: its pieces by their roles, a claim's marks of evidence, and for somebody's
 * name every other place where the same is meant.
 */
export function shownCovers(reading: Reading, { id, layer, pieces }: Item): readonly Cover[] {
  const own = pieces.map(({ start, end, role }) => ({ start, end, look: `on-${role}`, id: null }));
  const marks = layer === "claims" ? named(reading.marks, reading.claims.get(id)?.marks ?? []) : [];
  const actor = layer === "actors" ? (reading.mentions.get(id)?.actor ?? null) : null;
  const same =
    actor === null ? [] : [...reading.mentions.values()].filter((one) => one.actor === actor && one.id !== id);
  return [
    ...own,
    ...marks.map(({ start, end }) => ({ start, end, look: "on-mark", id: null })),
    ...same.map(({ start, end }) => ({ start, end, look: "on-same", id: null })),
  ];
}

/** When these bytes were captured, or else recorded by the desk. */
export function capturedOf({ revision, revisions }: OneDocument): string | null {
  const shown = revisions.find((one) => one.revision === revision);
  return shown ? (shown.retrieved ?? shown.recorded) : null;
}

/** What a citation of the item's words is made of: from the first of them to the last. */
export const citableOf = ({ document, text }: Reading, { start, end }: Pick<Item, "start" | "end">): Citable => ({
  ...document,
  words: text.slice(start, end),
  start,
  end,
  captured: capturedOf(document),
});

/** What a citation of the whole report is made of: its title stands for its words. */
export const citableReport = ({ document, text }: Reading): Citable => ({
  ...document,
  words: document.title ?? text.slice(0, 200).trim(),
  title: null,
  captured: capturedOf(document),
});
