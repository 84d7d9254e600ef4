import type { SQLInputValue } from "node:sqlite";
import type { AnnotatedDocument } from "../model/annotation.ts";
import type { GivenMeta } from "../model/document.ts";
import { done, type Outcome, problem } from "../model/outcome.ts";
import type { EngineIdentity } from "../model/provenance.ts";
import type { Added, Incoming } from "../model/record.ts";
import { spellingKey } from "../model/spelling.ts";
import { packed } from "./blob.ts";
import { refusalOf } from "./check.ts";
import { readingHash, sha256 } from "./hash.ts";
import { publicId } from "./id.ts";
import { keepCurrent } from "./kept.ts";
import { layers } from "./layer.ts";
import { capitalisedWords, nameKeys } from "./name.ts";
import { keepNearCopies } from "./near-copy.ts";
import type { CaseRecord } from "./open.ts";
import { canonicalUrl, placeOf } from "./place.ts";
import { keepPresence } from "./presence.ts";
import { problemOf } from "./problem.ts";
import { statementsOf } from "./statement.ts";
import { transact } from "./transact.ts";

type Prepare = ReturnType<typeof statementsOf>;

/** Adds a row and gives its id. */
function inserted(prepare: Prepare, table: string, row: Readonly<Record<string, SQLInputValue>>): number {
  const columns = Object.keys(row);
  const marks = columns.map(() => "?").join(", ");
  // Quoted, because some are SQL's own words ("end", "of").
  const sql = `INSERT INTO ${table} ("${columns.join('", "')}") VALUES (${marks})`;
  return Number(prepare(sql).run(...Object.values(row)).lastInsertRowid);
}

/** The row's only number; null where there is no row. */
function foundId(prepare: Prepare, sql: string, ...values: readonly SQLInputValue[]): number | null {
  const row = prepare(sql).get(...values);
  return row ? Number(row.id) : null;
}

/** The reading of a revision by this engine, whatever lines it knew of the publisher (`Task.repeated`): knowing more of them is no reason to read again. */
const findReading = (prepare: Prepare, revision: number, { engine, version, weights, lexicon }: EngineIdentity) =>
  foundId(
    prepare,
    `SELECT reading.id FROM reading JOIN run ON run.id = reading.run
     WHERE reading.revision = ? AND engine = ? AND version = ? AND coalesce(weights_hash, '') = ? AND substr(lexicon_hash || '+', 1, ?) = ?`,
    revision,
    engine,
    version,
    weights ?? "",
    baseOf(lexicon).length,
    baseOf(lexicon),
  );

/** The hash of the lexicon's files, without that of the lines known beside it. */
const baseOf = (lexicon: string): string => `${lexicon.split("+", 1)[0]}+`;

const findRun = (prepare: Prepare, identity: EngineIdentity): number | null =>
  foundId(
    prepare,
    "SELECT id FROM run WHERE engine = ? AND version = ? AND coalesce(weights_hash, '') = ? AND lexicon_hash = ?",
    identity.engine,
    identity.version,
    identity.weights ?? "",
    identity.lexicon,
  );

const givenOf = ({ title, url, publisher, published, lang }: GivenMeta): GivenMeta => ({
  title,
  url,
  publisher,
  published,
  lang,
});

/** Does `said` hold something that `known` does not? What is left out this time was not taken back. */
const saysMore = (said: GivenMeta, known: GivenMeta): boolean =>
  Object.entries(givenOf(said)).some(([key, value]) => value !== null && value !== known[key as keyof GivenMeta]);

/** What the record already has of an incoming document; each part null where it has none. */
interface Known {
  readonly place: string;
  readonly document: number | null;
  /** The newest revision with these bytes, if nothing new is said of them. */
  readonly revision: number | null;
  readonly reading: number | null;
}

function knownOf(prepare: Prepare, incoming: Incoming, identity: EngineIdentity): Known {
  const place = placeOf(incoming.keys, incoming.bytesSha256).toWellFormed();
  const document = foundId(prepare, "SELECT id FROM document WHERE place = ?", place);
  const seen =
    document === null
      ? undefined
      : prepare(
          "SELECT id, given FROM revision WHERE document = ? AND bytes_sha256 = ? ORDER BY number DESC LIMIT 1",
        ).get(document, incoming.bytesSha256);
  const revision =
    seen && !saysMore(incoming.given, JSON.parse(String(seen.given)) as GivenMeta) ? Number(seen.id) : null;
  const reading = revision === null ? null : findReading(prepare, revision, identity);
  return { place, document, revision, reading };
}

/** The document that was forgotten at `place`; null where none was. */
const forgottenAt = (prepare: Prepare, place: string): number | null =>
  foundId(
    prepare,
    "SELECT document AS id FROM tombstone WHERE place_sha256 = ? ORDER BY id DESC LIMIT 1",
    sha256(place),
  );

/** What `lookUp` says of a document: must it be read, or what became of it already. */
export interface Seen {
  readonly needed: boolean;
  /** Null where a reading is needed. */
  readonly added: Added | null;
}

/**
 * Looks an incoming document up before the costly reading: nothing needs reading where the record holds these bytes at this place,
 * read by this engine, with all that is now said of them. What was forgotten at a place is not taken in again, whatever its bytes are now
 * (a page changes with every visit), unless `force` is set.
 */
export function lookUp(
  record: CaseRecord,
  incoming: Incoming,
  identity: EngineIdentity,
  { force = false }: { readonly force?: boolean } = {},
): Outcome<Seen> {
  try {
    const prepare = statementsOf(record);
    const known = knownOf(prepare, incoming, identity);
    if (known.document === null) {
      const forgotten = force ? null : forgottenAt(prepare, known.place);
      if (forgotten === null) return done({ needed: true, added: null });
      return done({
        needed: false,
        added: { outcome: "forgotten", document: publicId("document", forgotten), revision: null },
      });
    }
    if (known.revision === null || known.reading === null) return done({ needed: true, added: null });
    return done({ needed: false, added: addedAs("same", known.document, known.revision) });
  } catch (error) {
    return problemOf(error, record.path);
  }
}

const addedAs = (outcome: Added["outcome"], document: number, revision: number): Added => ({
  outcome,
  document: publicId("document", document),
  revision: publicId("revision", revision),
});

/**
 * Writes one document in one transaction: all of it is kept or nothing. The same document a second time changes nothing ("same").
 * `at` is the time of recording, ISO 8601. Fails with `document/refused` where the reading breaks a rule of the record
 * (see `refusalOf`), and with `case/full`, `case/read-only`, `case/in-use` or `case/damaged`.
 * What was forgotten is taken in again: `lookUp` is where that is asked.
 */
export function write(record: CaseRecord, incoming: Incoming, given: AnnotatedDocument, at: string): Outcome<Added> {
  // SQLite keeps no half of a surrogate pair: what is hashed must be what is kept.
  const annotated = { ...given, id: given.id.toWellFormed() };
  const refusal = refusalOf(incoming, annotated);
  if (refusal !== null) return refused(refusal);
  const prepare = statementsOf(record);
  return transact(record, () => {
    const known = knownOf(prepare, incoming, annotated.provenance);
    if (known.document !== null && known.revision !== null && known.reading !== null) {
      return done(addedAs("same", known.document, known.revision));
    }
    const text = textRow(prepare, annotated);
    if (text === null) return refused("the record keeps another text under the same hash");
    const document = known.document ?? documentRow(prepare, incoming, known.place, at);
    const revision = known.revision ?? revisionRow(prepare, incoming, annotated, { document, text, at });
    const read = prepare("SELECT text FROM revision WHERE id = ?").get(revision);
    // The text is what decisions are anchored to: an engine that makes another text of known bytes gets a revision of its own.
    const sameText = Number(read?.text) === text;
    const home = sameText ? revision : revisionRow(prepare, incoming, annotated, { document, text, at });
    writeReading(prepare, annotated, home, at);
    keepCurrent(prepare, document);
    keepNearCopies(prepare, document);
    if (known.document === null) return done(addedAs("new", document, home));
    return done(addedAs(known.revision === null || !sameText ? "revision" : "reading", document, home));
  });
}

const refused = (why: string) =>
  problem(
    "document/refused",
    `The record refused the document, because ${why}. Nothing of it was kept. This is a fault of the engine: report it with the document.`,
  );

/** Id of the text, added where it is new; null where another text has its hash. */
function textRow(prepare: Prepare, { text, provenance }: AnnotatedDocument): number | null {
  const known = prepare("SELECT id, body = ? AS equal FROM text WHERE sha256 = ?").get(text, provenance.textSha256);
  if (known) return known.equal === 1 ? Number(known.id) : null;
  return inserted(prepare, "text", { sha256: provenance.textSha256, body: text });
}

function documentRow(prepare: Prepare, { keys }: Incoming, place: string, at: string): number {
  return inserted(prepare, "document", {
    place,
    external_id: keys.externalId,
    url: keys.url === null ? null : canonicalUrl(keys.url),
    publisher: keys.publisher,
    path: keys.path,
    recorded_at: at,
  });
}

function revisionRow(
  prepare: Prepare,
  incoming: Incoming,
  { meta, provenance }: AnnotatedDocument,
  { document, text, at }: { readonly document: number; readonly text: number; readonly at: string },
): number {
  const { bytes, bytesSha256 } = incoming;
  if (!prepare("SELECT 1 FROM blob WHERE sha256 = ?").get(bytesSha256)) {
    const kept = packed(bytes);
    inserted(prepare, "blob", { sha256: bytesSha256, size: bytes.length, coding: kept.coding, bytes: kept.bytes });
  }
  const last = prepare("SELECT coalesce(max(number), 0) AS id FROM revision WHERE document = ?").get(document);
  return inserted(prepare, "revision", {
    document,
    number: Number(last?.id) + 1,
    bytes_sha256: bytesSha256,
    text,
    text_sha256: provenance.textSha256,
    given: JSON.stringify({ ...givenOf(incoming.given), ...(incoming.capture && { capture: incoming.capture }) }),
    published_at: meta.published,
    published_by: meta.publishedBy,
    published_first: meta.publishedRange?.[0] ?? null,
    published_last: meta.publishedRange?.[1] ?? null,
    modified_at: meta.modified,
    retrieved_at: incoming.retrievedAt ?? meta.retrieved,
    recorded_at: at,
  });
}

function writeReading(prepare: Prepare, annotated: AnnotatedDocument, revision: number, at: string): void {
  const { provenance, meta, text } = annotated;
  const run =
    findRun(prepare, provenance) ??
    inserted(prepare, "run", {
      engine: provenance.engine,
      version: provenance.version,
      weights_hash: provenance.weights,
      lexicon_hash: provenance.lexicon,
      at,
    });
  // A title that stands in the text is found there; only one that was given beside it is searched by itself.
  const title = meta.title !== null && !text.includes(meta.title) ? meta.title : null;
  const reading = inserted(prepare, "reading", {
    revision,
    run,
    given_id: annotated.id,
    lang: annotated.lang,
    title,
    meta: JSON.stringify(meta),
    blocks: JSON.stringify(annotated.blocks),
    sentences: JSON.stringify(annotated.sentences),
    sha256: readingHash(annotated),
    recorded_at: at,
  });
  for (const { table, rows } of layers) {
    for (const row of rows(annotated)) inserted(prepare, table, { reading, ...row });
  }
  writeNames(prepare, annotated, reading);
  keepPresence(prepare, reading);
  const spelling = prepare("INSERT OR IGNORE INTO spelling (key, form) VALUES (?, ?)");
  for (const form of capitalisedWords(title === null ? text : `${title}\n${text}`)) {
    const key = spellingKey(form);
    if (key !== "") spelling.run(key, form);
  }
  prepare("INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)").run(reading, title ?? "", text);
}

/** Every form of every named actor, with the keys that find it. Unnamed ones ("officials") belong to their document and have no page. */
function writeNames(prepare: Prepare, { actors }: AnnotatedDocument, reading: number): void {
  for (const actor of actors) {
    for (const form of new Set([actor.name, ...actor.aliases])) {
      let name = foundId(prepare, "SELECT id FROM name WHERE form = ?", form);
      if (name === null) {
        name = inserted(prepare, "name", { form });
        for (const key of nameKeys(form)) inserted(prepare, "name_key", { key, name });
      }
      prepare("INSERT OR IGNORE INTO actor_form (name, reading, actor) VALUES (?, ?, ?)").run(name, reading, actor.id);
    }
  }
}
