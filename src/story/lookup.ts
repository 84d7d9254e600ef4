import type { Actor } from "../model/actor.ts";
import type { AnnotatedDocument } from "../model/annotation.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Mark } from "../model/mark.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Span } from "../model/span.ts";

/** The rows of a document by their ids. */
export interface Lookup {
  readonly attributions: ReadonlyMap<string, Attribution>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly marks: ReadonlyMap<string, Mark>;
  /** The numbers of each event that has some. */
  readonly quantitiesOf: ReadonlyMap<string, readonly Quantity[]>;
  /** The sentence that holds a unit of the text; null between two. */
  readonly sentenceAt: (unit: number) => Span | null;
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

function madeLookup({ attributions, actors, marks, quantities, sentences }: AnnotatedDocument): Lookup {
  return {
    attributions: byId(attributions),
    actors: byId(actors),
    marks: byId(marks),
    quantitiesOf: Map.groupBy(
      quantities.filter(({ event }) => event !== null),
      ({ event }) => String(event),
    ),
    sentenceAt: (unit) => {
      // In order and never overlapping, so the first that ends behind the unit is found by halving.
      let low = 0;
      let high = sentences.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sentences[middle]![1] <= unit) low = middle + 1;
        else high = middle;
      }
      const sentence = sentences[low];
      return sentence && sentence[0] <= unit ? sentence : null;
    },
  };
}
