import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type AnnotatedDocument, nothingRead } from "../../src/model/annotation.ts";
import { nothingGiven } from "../../src/model/document.ts";
import { id } from "../../src/model/id.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import type { EngineIdentity } from "../../src/model/provenance.ts";
import type { Added, Incoming } from "../../src/model/record.ts";
import { sha256 } from "../../src/record/hash.ts";
import { type CaseRecord, createCase, openCase } from "../../src/record/open.ts";
import { verify } from "../../src/record/verify.ts";
import { write } from "../../src/record/write.ts";

export const now = "2024-05-15T08:00:00.000Z";
export const clock = (): string => now;
export const rules: EngineIdentity = { engine: "rules", version: "0.1.0", weights: null, lexicon: "l1" };

/** The value of an outcome that must be good. */
export function got<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${outcome.problem.message}`);
  return outcome.value;
}

/** Code of the problem of an outcome; "done" for a good one. */
export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? "done" : outcome.problem.code);

/** A folder that is gone when the test has finished. */
export function madeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "standoff-record-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new case in a folder of its own, open for writing until the test has finished. */
export function madeCase(path: string = join(madeFolder(), "case.standoff")): CaseRecord {
  const record = got(createCase(path, clock));
  onTestFinished(() => record.close());
  return record;
}

/** The case at `path`, open until the test has finished. */
export async function opened(path: string, mode: "read" | "write" = "write"): Promise<CaseRecord> {
  const record = got(await openCase(path, { mode, waitMs: 0, clock }));
  onTestFinished(() => record.close());
  return record;
}

/** A document at the door, at the place `id:name`. */
export const incoming = (name: string, text: string, rest: Partial<Incoming> = {}): Incoming => ({
  keys: { externalId: name, url: null, publisher: null, path: null },
  bytes: Buffer.from(text),
  bytesSha256: sha256(text),
  retrievedAt: null,
  given: nothingGiven,
  ...rest,
});

/** A reading of `text` that found nothing. */
export const bare = (name: string, text: string, identity: EngineIdentity = rules): AnnotatedDocument => ({
  format: "standoff/1",
  line: "document",
  id: name,
  text,
  lang: "en",
  meta: {
    title: null,
    byline: [],
    publisher: null,
    url: null,
    published: null,
    publishedBy: null,
    publishedRange: null,
    modified: null,
    retrieved: null,
    dateline: null,
  },
  blocks: [],
  sentences: [],
  tokens: [],
  ...nothingRead,
  provenance: { ...identity, textSha256: sha256(text) },
});

/** A text with something in it for every layer. */
export const fullText =
  "Norland's Defense Ministry said on Tuesday via Telegram that at least two soldiers had reportedly died near Port Velm.";

/** `fullText` with a row in every table and every column filled. */
export function full(name: string, text: string = fullText): AnnotatedDocument {
  const at = (words: string): readonly [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
  const located = (words: string) => ({ start: at(words)[0], end: at(words)[1] });
  return {
    ...bare(name, text),
    meta: {
      title: "Two dead in Norland",
      byline: ["A. Writer"],
      publisher: "The Velm Courier",
      url: "https://courier.example/two-dead",
      published: "2024-05-15",
      publishedBy: "page",
      publishedRange: ["2024-05-15", "2024-05-15"],
      modified: "2024-05-15T09:00:00Z",
      retrieved: "2024-05-15T10:00:00Z",
      dateline: "VELM",
    },
    blocks: [{ start: 0, end: text.length, kind: "paragraph", furniture: null }],
    sentences: [[0, text.length]],
    mentions: [
      { id: id("m2"), kind: "organization", form: "name", actor: id("a1"), ...located("Norland's Defense Ministry") },
      { id: id("m10"), kind: "place", form: "name", actor: null, ...located("Port Velm") },
    ],
    actors: [
      {
        id: id("a1"),
        name: "Defense Ministry of Norland",
        kind: "ministry",
        named: true,
        public: true,
        wikidata: "Q0",
        country: "NL",
        roles: ["ministry"],
        aliases: ["Norland's Defense Ministry"],
      },
      {
        id: id("a2"),
        name: "soldiers",
        kind: "group",
        named: false,
        public: null,
        wikidata: null,
        country: null,
        roles: [],
        aliases: [],
      },
    ],
    timexes: [
      {
        id: id("t1"),
        type: "DATE",
        value: "2024-05-14",
        range: ["2024-05-14", "2024-05-14"],
        by: "anchor published, weekday before",
        ...located("Tuesday"),
      },
    ],
    places: [
      {
        id: id("p1"),
        mention: id("m10"),
        name: "Port Velm",
        geonames: 1,
        lat: 53.68,
        lon: 23.83,
        country: "NL",
        precision: "city",
        by: "only one of that name",
        score: 0.9,
      },
    ],
    quantities: [
      {
        id: id("q1"),
        value: 2,
        low: 2,
        high: 1e21,
        bound: "at-least",
        unit: "soldier",
        of: "killed",
        event: id("e1"),
        ...located("at least two soldiers"),
      },
    ],
    marks: [
      {
        id: id("k1"),
        kind: "reportedly",
        polarity: "weakens",
        target: id("s1"),
        words: [at("at least two soldiers had reportedly died")],
        ...located("reportedly"),
      },
    ],
    attributions: [
      {
        id: id("s1"),
        source: [at("Norland's Defense Ministry")],
        cue: [at("said")],
        content: [at("at least two soldiers had reportedly died")],
        speakers: [id("a1")],
        targets: [id("a2")],
        kind: "say",
        polarity: "+",
        stance: "asserts",
        via: { text: "Telegram", actor: id("a2"), ...located("Telegram") },
        parent: id("s2"),
        marks: [id("k1")],
        date: { start: "2024-05-14", end: "2024-05-15", by: "timex t1" },
        score: 0.75,
      },
      {
        id: id("s2"),
        source: [],
        cue: [at("reportedly")],
        content: [],
        speakers: [],
        targets: [],
        kind: "report",
        polarity: "-",
        stance: "doubts",
        via: null,
        parent: null,
        marks: [],
        date: null,
        score: null,
      },
    ],
    events: [
      {
        id: id("e1"),
        trigger: [at("died")],
        type: "ASSAULT",
        class: "material",
        mode: "strikes",
        context: ["military"],
        actors: [id("a1")],
        recipients: [id("a2")],
        places: [{ place: id("p1"), role: "near" }],
        date: { start: "2024-05-14", end: "2024-05-14", by: "timex t1" },
        realis: "happened",
        factuality: "probable+",
        attribution: id("s1"),
        quantities: [id("q1")],
        score: 0.5,
      },
    ],
  };
}

/** Writes `text`, read as `annotated` says (bare if not said), at the place `id:name`. */
export const added = (record: CaseRecord, name: string, text: string, annotated = bare(name, text)): Added =>
  got(write(record, incoming(name, text), annotated, now));

/** Everything that `verify` finds, a line each. */
export async function found(record: CaseRecord): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const { table, where, fault } of verify(record)) lines.push(`${table}: ${where}: ${fault}`);
  return lines;
}
