import { sql } from "kysely";
import type { PublishedBy } from "../../model/document.ts";
import type { Located, Span, Spans } from "../../model/span.ts";
import type { CaseRecord } from "../open.ts";

/** What every row of every answer carries: the exact words behind it and where they stand. */
export interface Cited {
  /** The slice `[start, end)` of the revision's text. */
  readonly words: string;
  /** Public id of the document, "d12". */
  readonly document: string;
  /** The id that the user's own input gave the document. */
  readonly externalId: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly path: string | null;
  readonly title: string | null;
  /** ISO 8601, as exact as it is known. */
  readonly published: string | null;
  readonly publishedBy: PublishedBy | null;
  /** Public id of the revision, "r14". */
  readonly revision: string;
  /** UTF-16 offsets of `words` into the revision's text. */
  readonly start: number;
  readonly end: number;
  /** Name and version of the engine that read it, "rules 0.1.0". */
  readonly engine: string;
  /** Number of the run (engine, version, weights, lexicon) in the case. */
  readonly run: number;
}

/** A stretch of text with its words. */
export interface Quoted extends Located {
  readonly words: string;
}

/** A reading with its text and all that is cited of its document. */
export interface Head
  extends Pick<
    Cited,
    "externalId" | "publisher" | "url" | "path" | "title" | "published" | "publishedBy" | "engine" | "run"
  > {
  readonly reading: number;
  readonly revision: number;
  readonly document: number;
  readonly body: string;
  readonly blocks: string;
  readonly sentences: string;
}

/** So many rows are filled at once: texts of so many documents are in memory together, and no more. */
const chunkSize = 250;

/** The heads of `readings`, by reading. A reading that was forgotten meanwhile is left out. */
export async function headsOf(record: CaseRecord, readings: Iterable<number>): Promise<ReadonlyMap<number, Head>> {
  const ids = JSON.stringify([...new Set(readings)]);
  const { rows } = await sql<Head>`
    SELECT g.id AS reading, v.id AS revision, v.document, d.external_id AS externalId,
      coalesce(d.publisher, g.meta ->> '$.publisher') AS publisher, coalesce(d.url, g.meta ->> '$.url') AS url, d.path,
      g.meta ->> '$.title' AS title, v.published_at AS published, v.published_by AS publishedBy,
      run.engine || ' ' || run.version AS engine, run.id AS run, t.body, g.blocks, g.sentences
    FROM json_each(${ids}) wanted CROSS JOIN reading g ON g.id = wanted.value CROSS JOIN revision v ON v.id = g.revision
      CROSS JOIN document d ON d.id = v.document CROSS JOIN text t ON t.id = v.text CROSS JOIN run ON run.id = g.run
  `.execute(record.db);
  return new Map(rows.map((row) => [row.reading, row]));
}

/** The citation of a row alone. */
export const citationOf = (row: Cited): Cited => ({
  words: row.words,
  document: row.document,
  externalId: row.externalId,
  publisher: row.publisher,
  url: row.url,
  path: row.path,
  title: row.title,
  published: row.published,
  publishedBy: row.publishedBy,
  revision: row.revision,
  start: row.start,
  end: row.end,
  engine: row.engine,
  run: row.run,
});

/** The citation of `[start, end)` in a head's text. */
export const citedIn = (head: Head, [start, end]: Span): Cited => ({
  words: head.body.slice(start, end),
  document: `d${head.document}`,
  externalId: head.externalId,
  publisher: head.publisher,
  url: head.url,
  path: head.path,
  title: head.title,
  published: head.published,
  publishedBy: head.publishedBy,
  revision: `r${head.revision}`,
  start,
  end,
  engine: head.engine,
  run: head.run,
});

/** Names one annotation of one reading. */
export interface Key {
  readonly reading: number;
  readonly id: string;
}

/**
 * Rows for `keys`, in their order: `load` fetches what a stretch of readings holds, `build` makes one row of it, or null for none.
 * Works through the keys in stretches, so that memory holds the texts of a few hundred documents however long the answer is.
 */
export async function rowsFor<K extends { readonly reading: number }, Loaded, Row>(
  record: CaseRecord,
  keys: readonly K[],
  load: (readings: string) => Promise<Loaded>,
  build: (key: K, head: Head, loaded: Loaded) => Row | null,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < keys.length; at += chunkSize) {
    const chunk = keys.slice(at, at + chunkSize);
    const heads = await headsOf(
      record,
      chunk.map((key) => key.reading),
    );
    const loaded = await load(JSON.stringify([...heads.keys()]));
    for (const key of chunk) {
      const head = heads.get(key.reading);
      const row = head && build(key, head, loaded);
      if (row) rows.push(row);
    }
  }
  return rows;
}

/** Spans kept as JSON. */
export const spansIn = (json: string): Spans => JSON.parse(json) as Spans;

/** From the first unit to the last of all `spans`; null if there is none. */
export function hullOf(spans: Spans): Span | null {
  if (spans.length === 0) return null;
  let [start, end] = spans[0]!;
  for (const span of spans) {
    start = Math.min(start, span[0]);
    end = Math.max(end, span[1]);
  }
  return [start, end];
}

/** The words of `spans`, pieces joined with " … "; null if there is none. */
export const wordsOf = (body: string, spans: Spans): string | null =>
  spans.length === 0 ? null : spans.map(([start, end]) => body.slice(start, end)).join(" … ");

/** From the first to the last of `sentences` that share a unit with `spans`; the hull of `spans` where none does. */
export function sentencesAround(sentences: Spans, spans: Spans): Span | null {
  const hull = hullOf(spans);
  if (hull === null) return null;
  // Sentences are in order and never overlap, so the first that ends after the hull's start is found by halving.
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]![1] <= hull[0]) low = middle + 1;
    else high = middle;
  }
  let [start, end] = hull;
  for (let at = low; at < sentences.length && sentences[at]![0] < hull[1]; at++) {
    start = Math.min(start, sentences[at]![0]);
    end = Math.max(end, sentences[at]![1]);
  }
  return [start, end];
}
