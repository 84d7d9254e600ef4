import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor } from "../../src/model/actor.ts";
import type { AnnotatedDocument } from "../../src/model/annotation.ts";
import type { Attribution } from "../../src/model/attribution.ts";
import type { Block } from "../../src/model/block.ts";
import { type GivenMeta, nothingGiven } from "../../src/model/document.ts";
import { type EventMention, eventTypes } from "../../src/model/event.ts";
import { id } from "../../src/model/id.ts";
import type { Mark } from "../../src/model/mark.ts";
import type { Mention } from "../../src/model/mention.ts";
import type { Place } from "../../src/model/place.ts";
import type { Quantity } from "../../src/model/quantity.ts";
import type { Span, Spans } from "../../src/model/span.ts";
import { type CaseRecord, createCase } from "../../src/record/open.ts";
import { write } from "../../src/record/write.ts";

/** A report to be put into a case. Words are looked up in `text`; ids are given by order ("a1", "s1", "e1", …). */
export interface Draft {
  readonly id: string;
  readonly text: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly published?: string;
  readonly retrieved?: string;
  readonly modified?: string;
  readonly lang?: string;
  /** A title that stands beside the text, or in it. */
  readonly title?: string;
  /** Lines of the text that are furniture. */
  readonly furniture?: readonly string[];
  readonly actors?: readonly (Partial<Omit<Actor, "id">> & {
    readonly name: string;
    readonly said?: readonly string[];
  })[];
  readonly claims?: readonly DraftClaim[];
  readonly marks?: readonly (Pick<Mark, "kind"> & { readonly words: string })[];
  readonly places?: readonly (Partial<Omit<Place, "id" | "mention">> & {
    readonly name: string;
    readonly words: string;
  })[];
  readonly quantities?: readonly (Partial<Omit<Quantity, "id">> & { readonly words: string })[];
  readonly events?: readonly DraftEvent[];
  /** Version of the engine that reads it; default "1". */
  readonly version?: string;
  /** When the desk recorded it; default 2031-06-01T00:00:00.000Z. */
  readonly recorded?: string;
}

/** A claim, its parts as words of the text. */
export interface DraftClaim
  extends Partial<
    Omit<Attribution, "id" | "source" | "cue" | "content" | "speakers" | "targets" | "via" | "parent" | "marks">
  > {
  readonly source?: string;
  readonly cue: string;
  readonly content?: readonly string[];
  readonly speakers?: readonly string[];
  readonly targets?: readonly string[];
  readonly via?: string;
  readonly parent?: string;
  readonly marks?: readonly string[];
}

/** An event, its trigger as words of the text. */
export interface DraftEvent
  extends Partial<
    Omit<EventMention, "id" | "trigger" | "actors" | "recipients" | "places" | "attribution" | "quantities">
  > {
  readonly trigger: string;
  readonly actors?: readonly string[];
  readonly recipients?: readonly string[];
  readonly places?: readonly { readonly place: string; readonly role: "at" | "to" | "from" | "near" }[];
  readonly attribution?: string;
  readonly quantities?: readonly string[];
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The first place of `words` in `text`. */
export function spanIn(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the example's text does not hold "${words}"`);
  return [start, start + words.length];
}

const located = (text: string, words: string): { readonly start: number; readonly end: number } => {
  const [start, end] = spanIn(text, words);
  return { start, end };
};

/** Lines are blocks; sentences end with a full stop, a line or the text. */
const sentencesOf = (text: string): Spans =>
  Array.from(text.matchAll(/\S[^.\n]*\.?/g), (found) => [found.index, found.index + found[0].length]);

function blocksOf({ text, title, furniture = [] }: Draft): readonly Block[] {
  return Array.from(text.matchAll(/\S.*/g), ([line], at) => {
    const kind = furniture.includes(line) ? "furniture" : line === title && at === 0 ? "title" : "paragraph";
    return { ...located(text, line), kind, furniture: kind === "furniture" ? "other" : null };
  });
}

function claimOf(text: string, draft: DraftClaim, at: number): Attribution {
  const span = (words: string | undefined): Spans => (words === undefined ? [] : [spanIn(text, words)]);
  return {
    kind: "say",
    polarity: "+",
    stance: "asserts",
    date: null,
    score: null,
    ...draft,
    id: id(`s${at + 1}`),
    source: span(draft.source),
    cue: span(draft.cue),
    content: (draft.content ?? []).map((words) => spanIn(text, words)),
    speakers: (draft.speakers ?? []).map((one) => id<"actor">(one)),
    targets: (draft.targets ?? []).map((one) => id<"actor">(one)),
    via: draft.via === undefined ? null : { ...located(text, draft.via), text: draft.via, actor: null },
    parent: draft.parent === undefined ? null : id(draft.parent),
    marks: (draft.marks ?? []).map((one) => id<"mark">(one)),
  };
}

const eventOf = (text: string, draft: DraftEvent, at: number): EventMention => ({
  type: null,
  class: draft.type ? eventTypes[draft.type].class : "material",
  mode: null,
  context: [],
  date: null,
  realis: "happened",
  factuality: "certain+",
  score: null,
  ...draft,
  id: id(`e${at + 1}`),
  trigger: [spanIn(text, draft.trigger)],
  actors: (draft.actors ?? []).map((one) => id<"actor">(one)),
  recipients: (draft.recipients ?? []).map((one) => id<"actor">(one)),
  places: (draft.places ?? []).map(({ place, role }) => ({ place: id<"place">(place), role })),
  attribution: draft.attribution === undefined ? null : id(draft.attribution),
  quantities: (draft.quantities ?? []).map((one) => id<"quantity">(one)),
});

const actorOf = ({ said: _said, ...draft }: NonNullable<Draft["actors"]>[number], at: number): Actor => ({
  kind: "person",
  named: true,
  public: null,
  wikidata: null,
  country: null,
  roles: [],
  aliases: [],
  ...draft,
  id: id(`a${at + 1}`),
});

function mentionsOf({ text, actors = [], places = [] }: Draft): readonly Mention[] {
  const ofActors = actors.flatMap(({ name, said = [name], kind = "person" }, at) =>
    said.map((words) => ({
      ...located(text, words),
      kind: kind === "person" ? ("person" as const) : ("organization" as const),
      form: /^\p{Lu}/u.test(words) ? ("name" as const) : ("nominal" as const),
      actor: id<"actor">(`a${at + 1}`),
    })),
  );
  const ofPlaces = places.map(({ words }) => ({
    ...located(text, words),
    kind: "place" as const,
    form: "name" as const,
    actor: null,
  }));
  return [...ofActors, ...ofPlaces].map((one, at) => ({ ...one, id: id(`m${at + 1}`) }));
}

/** The annotated document of a draft: every layer hand-made. */
export function annotatedOf(draft: Draft): AnnotatedDocument {
  const { text, marks = [], places = [], quantities = [] } = draft;
  const actorMentions = (draft.actors ?? []).flatMap(({ name, said = [name] }) => said).length;
  const published = draft.published ?? null;
  return {
    format: "standoff/1",
    line: "document",
    id: draft.id,
    text,
    lang: draft.lang ?? "en",
    meta: {
      title: draft.title ?? null,
      byline: [],
      publisher: draft.publisher ?? null,
      url: draft.url ?? null,
      published,
      publishedBy: published === null ? null : "given",
      publishedRange: published === null ? null : [published.slice(0, 10), published.slice(0, 10)],
      modified: draft.modified ?? null,
      retrieved: null,
      dateline: null,
    },
    blocks: blocksOf(draft),
    sentences: sentencesOf(text),
    tokens: [],
    mentions: mentionsOf(draft),
    actors: (draft.actors ?? []).map(actorOf),
    timexes: [],
    places: places.map(({ words: _words, ...place }, at) => ({
      geonames: null,
      lat: null,
      lon: null,
      country: null,
      precision: null,
      by: "only one of that name",
      score: null,
      ...place,
      id: id(`p${at + 1}`),
      mention: id(`m${actorMentions + at + 1}`),
    })),
    quantities: quantities.map(({ words, ...quantity }, at) => ({
      value: null,
      low: null,
      high: null,
      bound: "exact",
      unit: null,
      of: null,
      event: null,
      ...quantity,
      ...located(text, words),
      id: id(`q${at + 1}`),
    })),
    marks: marks.map(({ kind, words }, at) => ({
      ...located(text, words),
      words: [],
      id: id(`k${at + 1}`),
      kind,
      polarity: "weakens",
      target: null,
    })),
    attributions: (draft.claims ?? []).map((claim, at) => claimOf(text, claim, at)),
    events: (draft.events ?? []).map((event, at) => eventOf(text, event, at)),
    provenance: {
      engine: "rules",
      version: draft.version ?? "1",
      weights: null,
      lexicon: "0",
      textSha256: sha256(text),
    },
  };
}

/** Puts drafts into a case, in their order. */
export function put(record: CaseRecord, ...drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const given: GivenMeta = { ...nothingGiven, published: draft.published ?? null, title: draft.title ?? null };
    const added = write(
      record,
      {
        keys: { externalId: draft.id, url: draft.url ?? null, publisher: draft.publisher ?? null, path: null },
        bytes: Buffer.from(draft.text, "utf8"),
        bytesSha256: sha256(draft.text),
        retrievedAt: draft.retrieved ?? null,
        given,
      },
      annotatedOf(draft),
      draft.recorded ?? "2031-06-01T00:00:00.000Z",
    );
    if (!added.ok) throw new Error(added.problem.message);
  }
}

/** An open case with `drafts` in a folder of its own; `done` closes and removes it. */
export function exampleCase(...drafts: readonly Draft[]): { readonly record: CaseRecord; readonly done: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "standoff-"));
  const made = createCase(join(folder, "case.standoff"), () => "2031-06-01T00:00:00.000Z");
  if (!made.ok) throw new Error(made.problem.message);
  put(made.value, ...drafts);
  return {
    record: made.value,
    done: () => {
      made.value.close();
      rmSync(folder, { recursive: true });
    },
  };
}
