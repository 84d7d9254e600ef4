import type { Actor } from "../model/actor.ts";
import type { AnnotatedDocument } from "../model/annotation.ts";
import type { Attribution } from "../model/attribution.ts";
import type { EventMention } from "../model/event.ts";
import type { Mark } from "../model/mark.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Span, Spans } from "../model/span.ts";

/** The rows of a document by their ids. */
export interface Lookup {
  readonly attributions: ReadonlyMap<string, Attribution>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly events: ReadonlyMap<string, EventMention>;
  /** The numbers of each event that has some. */
  readonly quantitiesOf: ReadonlyMap<string, readonly Quantity[]>;
  /** The sentence that holds a unit of the text; null between two. */
  readonly sentenceAt: (unit: number) => Span | null;
  /** The place among the sentences of the one that holds the unit; -1 between two. */
  readonly sentenceNumberAt: (unit: number) => number;
  /** Where sources of statements stand that begin from `from` on and before `to`, in text order. */
  readonly sourcesFrom: (from: number, to: number) => Spans;
}

const known = new WeakMap<AnnotatedDocument, Lookup>();

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** Made once for a document: a report may tell a thousand claims, and each asks for its rows. */
export function lookupOf(annotation: AnnotatedDocument): Lookup {
  const found = known.get(annotation) ?? madeLookup(annotation);
  known.set(annotation, found);
  return found;
}

/** In order and never overlapping, so the first that ends behind the unit is found by halving. */
function numberAt(sentences: Spans, unit: number): number {
  const at = firstFrom(sentences.length, (one) => sentences[one]![1] > unit);
  return at < sentences.length && sentences[at]![0] <= unit ? at : -1;
}

/** The first of so many places that passes `is`, where all behind it do too. */
function firstFrom(count: number, is: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function madeLookup({ attributions, actors, marks, events, quantities, sentences }: AnnotatedDocument): Lookup {
  const sources = attributions.flatMap(({ source }) => source).toSorted((one, other) => one[0] - other[0]);
  return {
    events: byId(events),
    sourcesFrom: (from, to) =>
      sources.slice(
        firstFrom(sources.length, (at) => sources[at]![0] >= from),
        firstFrom(sources.length, (at) => sources[at]![0] >= to),
      ),
    sentenceNumberAt: (unit) => numberAt(sentences, unit),
    attributions: byId(attributions),
    actors: byId(actors),
    marks: byId(marks),
    quantitiesOf: Map.groupBy(
      quantities.filter(({ event }) => event !== null),
      ({ event }) => String(event),
    ),
    sentenceAt: (unit) => sentences[numberAt(sentences, unit)] ?? null,
  };
}
