import * as z from "zod";
import type { ActorKind } from "../../model/actor.ts";
import type { AnnotatedDocument } from "../../model/annotation.ts";
import type { AttributionKind } from "../../model/attribution.ts";
import { type EventType, eventTypes } from "../../model/event.ts";
import type { Id } from "../../model/id.ts";
import type { MarkKind } from "../../model/mark.ts";

/** The name of the record format. Added fields keep it; readers ignore fields that they do not know. */
export const formatName = "standoff/1";

/** Names of a union type as a tuple that zod can take; a missing or unknown name does not compile. */
const names = <T extends string>(all: Readonly<Record<T, true>>) => z.enum(Object.keys(all) as [T, ...T[]]);

const idOf = <Of extends string>(example: string) =>
  z.string().min(1).describe(`Id within the document, such as "${example}".`) as unknown as z.ZodType<Id<Of>>;

const offset = z.int().min(0).describe("UTF-16 offset into `text`.");
const span = z.tuple([offset, offset]).describe("Half-open range [start, end) of UTF-16 units.");
const spans = z.array(span);
const located = { start: offset, end: offset };
const score = z.number().min(0).max(1).nullable().describe("Calibrated probability where a model made it, else null.");
const day = z.string().describe("ISO 8601 day.");
const dayRange = z.tuple([day, day]).describe("First and last day, both included.");
const datedRange = z.object({ start: day.nullable(), end: day.nullable(), by: z.string() });

const meta = z.object({
  title: z.string().nullable(),
  byline: z.array(z.string()),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  published: z.string().nullable(),
  publishedBy: z.enum(["given", "page", "dateline", "inferred"]).nullable(),
  publishedRange: dayRange.nullable(),
  modified: z.string().nullable(),
  retrieved: z.string().nullable(),
  dateline: z.string().nullable(),
});

const block = z.object({
  ...located,
  kind: z.enum([
    "title",
    "byline",
    "dateline",
    "paragraph",
    "heading",
    "caption",
    "update",
    "credit",
    "teaser",
    "furniture",
  ]),
  furniture: z
    .enum(["navigation", "teaser", "newsletter", "donation", "share", "comment", "legal", "player", "related", "other"])
    .nullable(),
});

const token = z.object({
  ...located,
  upos: z.string().nullable(),
  xpos: z.string().nullable(),
  lemma: z.string().nullable(),
  head: z.int().min(0).nullable().describe("1-based position of the head in the sentence; 0 for the root."),
  deprel: z.string().nullable(),
});

const mention = z.object({
  id: idOf<"mention">("m1"),
  ...located,
  kind: z.enum(["person", "organization", "place", "group", "facility", "equipment"]),
  form: z.enum(["name", "nominal", "pronoun"]),
  actor: idOf<"actor">("a1").nullable(),
});

const actor = z.object({
  id: idOf<"actor">("a1"),
  name: z.string(),
  kind: names<ActorKind>({
    person: true,
    organization: true,
    government: true,
    state: true,
    ministry: true,
    military: true,
    media: true,
    alliance: true,
    group: true,
    place: true,
  }),
  named: z.boolean(),
  public: z.boolean().nullable().describe("Null where it is not known: treat as private."),
  wikidata: z.string().nullable(),
  country: z.string().nullable().describe("ISO 3166-1 alpha-2."),
  roles: z.array(z.string()),
  aliases: z.array(z.string()),
});

const timex = z.object({
  id: idOf<"timex">("t1"),
  ...located,
  type: z.enum(["DATE", "TIME", "DURATION", "SET"]),
  value: z.string().nullable().describe("TIMEX3 value (TimeML 1.2.1)."),
  range: dayRange.nullable(),
  by: z.string(),
});

const place = z.object({
  id: idOf<"place">("p1"),
  mention: idOf<"mention">("m2"),
  name: z.string(),
  geonames: z.int().nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  country: z.string().nullable(),
  precision: z.enum(["exact", "city", "region", "country"]).nullable(),
  by: z.string(),
  score,
});

const quantity = z.object({
  id: idOf<"quantity">("q1"),
  ...located,
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  bound: z.enum(["at-least", "at-most", "about", "exact", "range"]),
  unit: z.string().nullable(),
  of: z.string().nullable(),
  event: idOf<"event">("e1").nullable(),
});

/** Every kind of an evidence mark. */
export const markKind = names<MarkKind>({
  "none-given": true,
  unverified: true,
  reportedly: true,
  alleged: true,
  "so-called": true,
  "scare-quotes": true,
  "no-comment": true,
  anonymous: true,
  document: true,
  footage: true,
  eyewitness: true,
  "named-expert": true,
  "on-record": true,
});

const mark = z.object({
  id: idOf<"mark">("k1"),
  ...located,
  kind: markKind,
  polarity: z.enum(["weakens", "supports"]),
  target: idOf<"attribution">("s1").nullable(),
});

/** Every kind of an attribution. */
export const attributionKind = names<AttributionKind>({
  say: true,
  report: true,
  claim: true,
  allege: true,
  accuse: true,
  deny: true,
  confirm: true,
  warn: true,
  threaten: true,
  demand: true,
  urge: true,
  announce: true,
  promise: true,
  assure: true,
  order: true,
  ask: true,
  believe: true,
  want: true,
  describe: true,
  praise: true,
  criticize: true,
  agree: true,
  refuse: true,
  "no-comment": true,
});

const attribution = z.object({
  id: idOf<"attribution">("s1"),
  source: spans,
  cue: spans,
  content: spans,
  speakers: z.array(idOf<"actor">("a1")),
  targets: z.array(idOf<"actor">("a2")),
  kind: attributionKind,
  polarity: z.enum(["+", "-"]),
  stance: z.enum(["asserts", "denies", "doubts", "asks", "wants"]),
  via: z.object({ ...located, text: z.string(), actor: idOf<"actor">("a3").nullable() }).nullable(),
  parent: idOf<"attribution">("s2").nullable(),
  marks: z.array(idOf<"mark">("k1")),
  date: datedRange.nullable(),
  score,
});

const event = z.object({
  id: idOf<"event">("e1"),
  trigger: spans,
  type: z.enum(Object.keys(eventTypes) as [EventType, ...EventType[]]).nullable(),
  class: z.enum(["material", "verbal"]),
  mode: z.string().nullable(),
  context: z.array(z.string()),
  actors: z.array(idOf<"actor">("a1")),
  recipients: z.array(idOf<"actor">("a2")),
  places: z.array(z.object({ place: idOf<"place">("p1"), role: z.enum(["at", "to", "from", "near"]) })),
  date: datedRange.nullable(),
  realis: z.enum(["happened", "ongoing", "planned", "threatened", "demanded", "hypothetical"]),
  factuality: z.enum(["certain+", "probable+", "possible+", "certain-", "probable-", "possible-", "uncommitted"]),
  attribution: idOf<"attribution">("s1").nullable(),
  quantities: z.array(idOf<"quantity">("q1")),
  score,
});

const provenance = z.object({
  engine: z.string(),
  version: z.string(),
  weights: z.string().nullable(),
  lexicon: z.string(),
  textSha256: z.string().length(64),
});

/** One `line: "document"` of the format: what `annotate` and `export` print. */
export const annotatedDocument = z
  .object({
    format: z.literal(formatName),
    line: z.literal("document"),
    id: z.string(),
    text: z.string(),
    lang: z.string().nullable(),
    meta,
    blocks: z.array(block),
    sentences: spans,
    tokens: z.array(token),
    mentions: z.array(mention),
    actors: z.array(actor),
    timexes: z.array(timex),
    places: z.array(place),
    quantities: z.array(quantity),
    marks: z.array(mark),
    attributions: z.array(attribution),
    events: z.array(event),
    provenance,
  })
  .describe("One document with all its layers, format standoff/1.") satisfies z.ZodType<AnnotatedDocument>;
