import type { AnnotatedDocument } from "../model/annotation.ts";
import type { Incoming } from "../model/record.ts";
import type { Located, Span, Spans } from "../model/span.ts";
import { sha256 } from "./hash.ts";

/** Is `span` a non-empty range of whole units inside a text of `length` units? */
export const isInside = ([start, end]: Span, length: number): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= length;

/** One span of a reading with the name of what it belongs to: "attribution s1, content". */
export interface NamedSpan {
  readonly owner: string;
  readonly span: Span;
}

/** Every span of every kept layer. */
export function* spansOf(annotated: AnnotatedDocument): Iterable<NamedSpan> {
  const located = (name: string, { start, end }: Located): NamedSpan => ({ owner: name, span: [start, end] });
  const listed = (owner: string, spans: Spans): readonly NamedSpan[] => spans.map((span) => ({ owner, span }));
  for (const [at, one] of annotated.blocks.entries()) yield located(`block ${at + 1}`, one);
  for (const [at, span] of annotated.sentences.entries()) yield { owner: `sentence ${at + 1}`, span };
  for (const one of annotated.mentions) yield located(`mention ${one.id}`, one);
  for (const one of annotated.timexes) yield located(`timex ${one.id}`, one);
  for (const one of annotated.quantities) yield located(`quantity ${one.id}`, one);
  for (const one of annotated.marks) yield located(`mark ${one.id}`, one);
  for (const one of annotated.attributions) {
    yield* listed(`attribution ${one.id}, source`, one.source);
    yield* listed(`attribution ${one.id}, cue`, one.cue);
    yield* listed(`attribution ${one.id}, content`, one.content);
    if (one.via) yield located(`attribution ${one.id}, via`, one.via);
  }
  for (const one of annotated.events) yield* listed(`event ${one.id}, trigger`, one.trigger);
}

/** Faults of a reading's spans, as sentences without a full stop: outside the text, empty, or sentences out of order. */
export function* spanFaults(annotated: AnnotatedDocument): Iterable<string> {
  const { length } = annotated.text;
  for (const { owner, span } of spansOf(annotated)) {
    if (!isInside(span, length)) {
      yield `${owner} has the span [${span.join(", ")}], which is empty or outside the text of ${length} units`;
    }
  }
  for (const [at, [start]] of annotated.sentences.entries()) {
    const before = annotated.sentences[at - 1];
    if (before && start < before[1]) yield `sentence ${at + 1} begins at ${start}, before the one ahead of it ends`;
  }
}

/** References that lie in JSON columns, where the database cannot check them. */
function* danglingFaults(annotated: AnnotatedDocument): Iterable<string> {
  const actors = new Set<string>(annotated.actors.map((one) => one.id));
  const places = new Set<string>(annotated.places.map((one) => one.id));
  const quantities = new Set<string>(annotated.quantities.map((one) => one.id));
  for (const { id, via } of annotated.attributions) {
    if (via?.actor != null && !actors.has(via.actor)) yield `attribution ${id} came via ${via.actor}, who is not there`;
  }
  for (const event of annotated.events) {
    for (const { place } of event.places) {
      if (!places.has(place)) yield `event ${event.id} is at ${place}, which is not there`;
    }
    for (const quantity of event.quantities) {
      if (!quantities.has(quantity)) yield `event ${event.id} has ${quantity}, which is not there`;
    }
  }
}

/**
 * The first reason why the record must refuse a document, as a sentence without a full stop; null where there is none.
 * References between rows are left to the database's foreign keys.
 */
export function refusalOf(incoming: Incoming, annotated: AnnotatedDocument): string | null {
  const { text, provenance } = annotated;
  if (!text.isWellFormed() || text.includes("\0"))
    return "its text was not normalised: it holds NUL or half a character";
  if (sha256(text) !== provenance.textSha256) return "its reading is of another text than the one that came with it";
  if (sha256(incoming.bytes) !== incoming.bytesSha256) return "its bytes do not have the hash that came with them";
  for (const fault of spanFaults(annotated)) return fault;
  for (const fault of danglingFaults(annotated)) return fault;
  return null;
}
