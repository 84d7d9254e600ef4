import type { Attribution } from "../../model/attribution.ts";
import { type EventMention, eventTypes } from "../../model/event.ts";
import type { Span } from "../../model/span.ts";
import { hullOf, sentencesAround, wordsOf } from "../../record/ask/cited.ts";
import type { ClaimRow } from "../../record/ask/claims.ts";
import type { OneDocument } from "../../record/ask/document.ts";
import type { EventRow } from "../../record/ask/events.ts";
import type { ActorRef } from "../../record/ask/party.ts";

/** The annotations of a list by their local ids. */
const byId = <One extends { readonly id: string }>(all: readonly One[]): ReadonlyMap<string, One> =>
  new Map(all.map((one) => [one.id, one]));

const found = <One>(ids: readonly string[], all: ReadonlyMap<string, One>): readonly One[] =>
  ids.flatMap((id) => all.get(id) ?? []);

/** The document's own lists by id, made once. */
const indexOf = (row: OneDocument) => {
  const { actors, marks, places, quantities, attributions } = row.annotation;
  const refs = actors.map(({ id, name, kind, named, public: isPublic, country }): [string, ActorRef] => [
    id,
    { id: `${row.revision}.${id}`, name, kind, named, public: isPublic, country },
  ]);
  return {
    actors: new Map(refs),
    marks: byId(marks),
    places: byId(places),
    quantities: byId(quantities),
    attributions: byId(attributions),
  };
};

type Index = ReturnType<typeof indexOf>;

const citedAt = (row: OneDocument, [start, end]: Span) => {
  const { annotation: _annotation, revisions: _revisions, decisions: _decisions, ...cited } = row;
  return { ...cited, words: row.annotation.text.slice(start, end), start, end };
};

const quoted = <One extends { readonly start: number; readonly end: number }>(text: string, one: One) => ({
  ...one,
  words: text.slice(one.start, one.end),
});

function claimRow(row: OneDocument, index: Index, one: Attribution): readonly ClaimRow[] {
  const { text } = row.annotation;
  const span = hullOf([...one.source, ...one.cue, ...one.content]);
  if (span === null) return [];
  return [
    {
      ...citedAt(row, span),
      claim: `${row.revision}.${one.id}`,
      source: wordsOf(text, one.source),
      sourceSpans: one.source,
      cue: wordsOf(text, one.cue),
      cueSpans: one.cue,
      content: wordsOf(text, one.content),
      contentSpans: one.content,
      speakers: found(one.speakers, index.actors),
      targets: found(one.targets, index.actors),
      kind: one.kind,
      polarity: one.polarity,
      stance: one.stance,
      via: one.via,
      parent: one.parent === null ? null : `${row.revision}.${one.parent}`,
      marks: found(one.marks, index.marks).map((mark) => quoted(text, mark)),
      day: one.date,
      score: one.score,
    },
  ];
}

function eventRow(row: OneDocument, index: Index, one: EventMention): readonly EventRow[] {
  const { text, sentences } = row.annotation;
  const span = sentencesAround(sentences, one.trigger);
  if (span === null) return [];
  const said = one.attribution === null ? undefined : index.attributions.get(one.attribution);
  return [
    {
      ...citedAt(row, span),
      event: `${row.revision}.${one.id}`,
      trigger: wordsOf(text, one.trigger),
      triggerSpans: one.trigger,
      type: one.type,
      class: one.class,
      quad: one.type === null ? null : eventTypes[one.type].quad,
      mode: one.mode,
      context: one.context,
      actors: found(one.actors, index.actors),
      recipients: found(one.recipients, index.actors),
      places: one.places.flatMap(({ place, role }) => found([place], index.places).map((at) => ({ ...at, role }))),
      day: one.date,
      realis: one.realis,
      factuality: one.factuality,
      attribution:
        said === undefined
          ? null
          : {
              claim: `${row.revision}.${said.id}`,
              source: wordsOf(text, said.source),
              cue: wordsOf(text, said.cue),
              speakers: found(said.speakers, index.actors),
            },
      quantities: found(one.quantities, index.quantities).map((quantity) => ({
        ...quoted(text, quantity),
        quantity: `${row.revision}.${quantity.id}`,
      })),
      score: one.score,
    },
  ];
}

/** Every claim of a shown document as a row of `claims`, in the order of the text. */
export const claimsOf = (row: OneDocument): readonly ClaimRow[] => {
  const index = indexOf(row);
  return row.annotation.attributions.flatMap((one) => claimRow(row, index, one));
};

/** Every event of a shown document as a row of `events`, in the order of the text. */
export const eventsOf = (row: OneDocument): readonly EventRow[] => {
  const index = indexOf(row);
  return row.annotation.events.flatMap((one) => eventRow(row, index, one));
};
