import * as z from "zod";
import { actorKinds } from "../../model/actor.ts";
import type { AnnotatedDocument } from "../../model/annotation.ts";
import { attributionKinds, stances } from "../../model/attribution.ts";
import { blockKinds, furnitureKinds } from "../../model/block.ts";
import { metaFields } from "../../model/document.ts";
import { eventClasses, eventTypeNames, factualities, realisNames } from "../../model/event.ts";
import type { Id } from "../../model/id.ts";
import { markKinds } from "../../model/mark.ts";

/** The name of the record format. Added fields keep it; readers ignore fields that they do not know. */
export const formatName = "standoff/1";

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
  canonical: z.string().nullable().optional().describe("The address that the page calls its own."),
  section: z.string().nullable().optional(),
  language: z.string().nullable().optional().describe("BCP 47 tag, as the page says it."),
  agencies: z.array(z.string()).optional().describe("Agencies that the page credits, as printed."),
  notBefore: day.nullable().optional().describe("The latest full day that the text tells of as past."),
  sources: z.partialRecord(z.enum(metaFields), z.string()).optional().describe("Where each field was read."),
});

const block = z.object({
  ...located,
  kind: z.enum(blockKinds),
  furniture: z.enum(furnitureKinds).nullable(),
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
  kind: z.enum(actorKinds),
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

const mark = z.object({
  id: idOf<"mark">("k1"),
  ...located,
  kind: z.enum(markKinds),
  polarity: z.enum(["weakens", "supports"]),
  target: idOf<"attribution">("s1").nullable(),
  words: spans,
});

const attribution = z.object({
  id: idOf<"attribution">("s1"),
  source: spans,
  cue: spans,
  content: spans,
  speakers: z.array(idOf<"actor">("a1")),
  targets: z.array(idOf<"actor">("a2")),
  kind: z.enum(attributionKinds),
  polarity: z.enum(["+", "-"]),
  stance: z.enum(stances),
  via: z.object({ ...located, text: z.string(), actor: idOf<"actor">("a3").nullable() }).nullable(),
  parent: idOf<"attribution">("s2").nullable(),
  marks: z.array(idOf<"mark">("k1")),
  date: datedRange.nullable(),
  score,
});

const event = z.object({
  id: idOf<"event">("e1"),
  trigger: spans,
  type: z.enum(eventTypeNames).nullable(),
  class: z.enum(eventClasses),
  mode: z.string().nullable(),
  context: z.array(z.string()),
  actors: z.array(idOf<"actor">("a1")),
  recipients: z.array(idOf<"actor">("a2")),
  places: z.array(z.object({ place: idOf<"place">("p1"), role: z.enum(["at", "to", "from", "near"]) })),
  date: datedRange.nullable(),
  realis: z.enum(realisNames),
  factuality: z.enum(factualities),
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
