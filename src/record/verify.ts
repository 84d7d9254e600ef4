import { setImmediate } from "node:timers/promises";
import type { AnnotatedDocument } from "../model/annotation.ts";
import type { DocumentKeys } from "../model/record.ts";
import type { Spans } from "../model/span.ts";
import { unpacked } from "./blob.ts";
import { isInside, spanFaults } from "./check.ts";
import type { Finding } from "./finding.ts";
import { readingHash, sha256 } from "./hash.ts";
import { publicId } from "./id.ts";
import { currentFaults } from "./kept.ts";
import { layers } from "./layer.ts";
import type { CaseRecord } from "./open.ts";
import { placeOf } from "./place.ts";
import { presenceFaults } from "./presence.ts";
import { isSqliteError } from "./problem.ts";
import { readReading } from "./read.ts";
import { statementsOf } from "./statement.ts";
import { indexFaults } from "./verify-index.ts";
import { nearCopyFaults } from "./verify-near-copy.ts";
import { type Remade, storyFaults } from "./verify-story.ts";

/** How far the proof has come: rows looked at, of all. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** What is wrong, and a null for every row that was looked at. */
type Looked = Iterable<Finding | null>;
type Check = (record: CaseRecord, remade: Remade | null) => Looked;

const damage = (table: string, error: unknown): Finding => {
  if (!isSqliteError(error)) throw error;
  return { table, where: "the file", fault: `SQLite cannot read it: ${error.message}` };
};

function* fileFindings({ sqlite }: CaseRecord): Looked {
  for (const row of sqlite.prepare("PRAGMA integrity_check").all()) {
    const said = String(row.integrity_check);
    if (said !== "ok") yield { table: "file", where: "the file", fault: said };
  }
  for (const row of sqlite.prepare("PRAGMA foreign_key_check").all()) {
    yield {
      table: String(row.table),
      where: row.rowid === null ? `table ${row.table}` : `row ${row.rowid} of ${row.table}`,
      fault: `it refers to a row of ${row.parent} that is not there`,
    };
  }
}

function* blobFindings({ sqlite }: CaseRecord): Looked {
  for (const row of sqlite.prepare("SELECT sha256, size, coding, bytes FROM blob ORDER BY sha256").iterate()) {
    yield null;
    const where = `bytes ${row.sha256}`;
    const size = Number(row.size);
    const bytes = unpacked({ coding: row.coding as "none" | "zstd", bytes: row.bytes as Uint8Array }, size);
    if (bytes === null) yield { table: "blob", where, fault: "they cannot be unpacked" };
    else if (sha256(bytes) !== row.sha256) yield { table: "blob", where, fault: "they have another hash now" };
    else if (bytes.length !== size) yield { table: "blob", where, fault: `they are ${bytes.length}, not ${size}` };
  }
}

function* textFindings({ sqlite }: CaseRecord): Looked {
  for (const row of sqlite.prepare("SELECT id, sha256, body FROM text ORDER BY id").iterate()) {
    yield null;
    if (sha256(String(row.body)) !== row.sha256) {
      yield { table: "text", where: `text ${row.id}`, fault: `it has another hash than ${row.sha256} now` };
    }
  }
}

function* revisionFindings({ sqlite }: CaseRecord): Looked {
  const documents = sqlite.prepare(
    'SELECT id, place, external_id AS "externalId", url, publisher, path FROM document ORDER BY id',
  );
  for (const row of documents.iterate()) {
    yield null;
    const keys = row as unknown as DocumentKeys;
    // A document without any key stands at its first bytes, which a later revision does not have.
    const place = keys.externalId ?? keys.url ?? keys.path;
    if (place === null ? !String(row.place).startsWith("bytes:") : placeOf(keys).toWellFormed() !== row.place) {
      yield {
        table: "document",
        where: `document d${row.id}`,
        fault: `its place ${row.place} is not that of its keys`,
      };
    }
  }
  const revisions = sqlite.prepare(
    `SELECT revision.id, document, number, text_sha256, text.sha256,
       row_number() OVER (PARTITION BY document ORDER BY number) AS expected
     FROM revision LEFT JOIN text ON text.id = revision.text ORDER BY revision.id`,
  );
  for (const row of revisions.iterate()) {
    yield null;
    const where = `revision r${row.id} of document d${row.document}`;
    if (row.text_sha256 !== row.sha256) {
      yield { table: "revision", where, fault: `its text should have the hash ${row.text_sha256}` };
    }
    if (row.number !== row.expected) {
      yield { table: "revision", where, fault: `it is number ${row.number}, and should be number ${row.expected}` };
    }
  }
}

/** Rows that say the same in another way: positions, the first unit of an attribution or event, the index of names. */
function* derivedFaults(record: CaseRecord, reading: number, annotated: AnnotatedDocument): Iterable<string> {
  const prepare = statementsOf(record);
  for (const { table, rows } of layers) {
    const expected = rows(annotated);
    const columns = Object.keys(expected[0] ?? {});
    const cells = (row: Readonly<Record<string, unknown>>) => JSON.stringify(columns.map((column) => row[column]));
    const kept = new Set(prepare(`SELECT * FROM ${table} WHERE reading = ?`).all(reading).map(cells));
    if (kept.size !== expected.length) yield `there are ${kept.size} rows of ${table} instead of ${expected.length}`;
    for (const row of expected) {
      if (!kept.has(cells(row))) yield `a row of ${table} should be ${JSON.stringify(row)}`;
    }
  }
  const forms = annotated.actors.flatMap((one) => [...new Set([one.name, ...one.aliases])]);
  const row = prepare("SELECT count(*) AS n FROM actor_form JOIN name ON name.id = name WHERE reading = ?").get(
    reading,
  );
  if (Number(row?.n) !== forms.length)
    yield `${row?.n} of its ${forms.length} forms of names are in the index of names`;
}

function* readingFindings(record: CaseRecord): Looked {
  const prepare = statementsOf(record);
  const readings = record.sqlite.prepare(
    `SELECT reading.id, reading.sha256, revision.document FROM reading LEFT JOIN revision ON revision.id = reading.revision ORDER BY reading.id`,
  );
  for (const row of readings.iterate()) {
    yield null;
    const finding = (fault: string): Finding => ({
      table: "reading",
      where: `reading ${row.id} of document d${row.document}`,
      fault,
    });
    let annotated: AnnotatedDocument | null = null;
    try {
      annotated = readReading(record, Number(row.id));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      yield finding(`one of its lists is not JSON any more: ${error.message}`);
      continue;
    }
    if (annotated === null) {
      yield finding("its revision, text or run is gone");
      continue;
    }
    for (const fault of spanFaults(annotated)) yield finding(fault);
    if (readingHash(annotated) !== row.sha256)
      yield finding("it is not what was recorded: its hash is another one now");
    for (const fault of derivedFaults(record, Number(row.id), annotated)) yield finding(fault);
    for (const fault of presenceFaults(prepare, Number(row.id))) yield finding(fault);
  }
}

function* decisionFindings({ sqlite }: CaseRecord): Looked {
  const decisions = sqlite.prepare(
    `SELECT decision.id, decision.spans, text.body FROM decision
     JOIN revision ON revision.id = decision.revision JOIN text ON text.id = revision.text ORDER BY decision.id`,
  );
  for (const row of decisions.iterate()) {
    yield null;
    const finding = (fault: string): Finding => ({ table: "decision", where: `decision n${row.id}`, fault });
    try {
      const spans = JSON.parse(String(row.spans)) as Spans;
      const outside = spans.find((span) => !isInside(span, String(row.body).length));
      if (outside) yield finding(`its span [${outside.join(", ")}] is empty or outside the text`);
    } catch {
      yield finding("its spans are not JSON any more");
    }
  }
}

/** What was forgotten must be gone, and nothing may be kept that no document has. */
function* leftBehindFindings({ sqlite }: CaseRecord): Looked {
  for (const row of sqlite.prepare("SELECT document FROM tombstone ORDER BY id").iterate()) {
    yield null;
    const where = `tombstone of document ${publicId("document", Number(row.document))}`;
    if (sqlite.prepare("SELECT 1 FROM document WHERE id = ?").get(Number(row.document))) {
      yield { table: "tombstone", where, fault: "the document that was forgotten is still in the case" };
    }
  }
  const orphans = [
    ["blob", "sha256", "NOT EXISTS (SELECT 1 FROM revision WHERE bytes_sha256 = blob.sha256)"],
    ["text", "id", "NOT EXISTS (SELECT 1 FROM revision WHERE text = text.id)"],
    ["name", "id", "NOT EXISTS (SELECT 1 FROM actor_form WHERE name = name.id)"],
    ["identity", "id", "NOT EXISTS (SELECT 1 FROM presence WHERE identity = identity.id)"],
  ] as const;
  for (const [table, key, condition] of orphans) {
    for (const row of sqlite.prepare(`SELECT ${key} AS id FROM ${table} WHERE ${condition}`).iterate()) {
      yield { table, where: `${table} ${row.id}`, fault: "no document has it: it should have been removed" };
    }
  }
}

const checks: readonly (readonly [table: string, check: Check])[] = [
  ["file", fileFindings],
  ["blob", blobFindings],
  ["text", textFindings],
  ["revision", revisionFindings],
  ["reading", readingFindings],
  ["decision", decisionFindings],
  ["tombstone", leftBehindFindings],
  ["current", currentFaults],
  ["near_copy", nearCopyFaults],
  ["story", storyFaults],
  ["search", indexFaults],
];

/** So many rows are looked at before other work of the process gets its turn. */
const rowsBetweenPauses = 256;

const counted = ["blob", "text", "document", "revision", "reading", "decision", "tombstone"];

/**
 * Proves a case: SQLite's own checks, every hash of bytes, texts and readings, every span, every reference, the full-text index, and
 * that what was forgotten is gone; of stories, what `remade` can make again. Gives what is wrong as it is found; a sound case gives nothing. `onProgress` is called once a row.
 * A file that is damaged gives findings, never an error.
 */
export async function* verify(
  record: CaseRecord,
  onProgress: (progress: Progress) => void = () => {},
  remade: Remade | null = null,
): AsyncGenerator<Finding, void, void> {
  let seen = 0;
  let of = 0;
  for (const table of counted) {
    try {
      of += Number(record.sqlite.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
    } catch (error) {
      yield damage(table, error);
    }
  }
  for (const [table, check] of checks) {
    try {
      for (const looked of check(record, remade)) {
        if (looked !== null) yield looked;
        else onProgress({ done: ++seen, of });
        if (looked === null && seen % rowsBetweenPauses === 0) await setImmediate();
      }
    } catch (error) {
      yield damage(table, error);
    }
  }
}
