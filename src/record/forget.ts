import { done, type Outcome, problem } from "../model/outcome.ts";
import type { Tombstone } from "../model/record.ts";
import { spellingKey } from "../model/spelling.ts";
import { sha256 } from "./hash.ts";
import { publicId, rowOf } from "./id.ts";
import { layers } from "./layer.ts";
import { capitalisedWords } from "./name.ts";
import { removeNearCopies } from "./near-copy.ts";
import type { CaseRecord } from "./open.ts";
import { removePresence } from "./presence.ts";
import { problemOf } from "./problem.ts";
import { statementsOf } from "./statement.ts";
import { removeFromStory } from "./story.ts";
import { transact } from "./transact.ts";

/**
 * Removes a document ("d12"): bytes and texts that no other document has, its readings, what was decided about it and linked to it,
 * its words in the indexes; from the file and from its log too. A tombstone with hashes, time and reason stays.
 * `at` is ISO 8601. The whole file is rewritten, so this needs as much free disk as the case is large.
 * Fails with `document/unknown`, `document/forgotten`, or `document/refused` where the reason is blank; with `case/in-use` or `case/full`
 * the document is out of the record, but its old pages are still in the file: forgetting it again removes them, and then answers
 * `document/forgotten`.
 */
export function forget(record: CaseRecord, document: string, reason: string, at: string): Outcome<Tombstone> {
  if (reason.trim() === "") {
    return problem(
      "document/refused",
      `${document} was not forgotten, because no reason was given. Say why it must go.`,
    );
  }
  const row = rowOf("document", document);
  const removed = transact(record, () => removeDocument(record, document, row, reason, at), true);
  if (!removed.ok && removed.problem.code !== "document/forgotten") return removed;
  const cleared = clearFreed(record);
  if (cleared.ok) return removed;
  const { code, message } = cleared.problem;
  return problem(
    code,
    `${document} is out of the record, but its old pages are still in ${record.path} or its log: ${message}`,
  );
}

/** Rewrites the file without the pages that hold nothing any more, and empties its log. Fails with `case/in-use` or `case/full`. */
export function clearFreed(record: CaseRecord): Outcome<null> {
  try {
    // secure_delete overwrites a removed row where it lies, but copies of it stay in pages that were split before: only new pages are sure.
    record.sqlite.exec("VACUUM");
    const state = record.sqlite.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get();
    if (Number(state?.busy) === 0) return done(null);
    return problem("case/in-use", "another process reads the case. Close it, then run the same command again.");
  } catch (error) {
    return problemOf(error, record.path);
  }
}

function removeDocument(
  record: CaseRecord,
  document: string,
  row: number | null,
  reason: string,
  at: string,
): Outcome<Tombstone> {
  const { sqlite } = record;
  const run = (sql: string, ...values: readonly (string | number | null)[]) => sqlite.prepare(sql).run(...values);
  const ids = (sql: string, value: number | null) =>
    sqlite
      .prepare(sql)
      .all(value)
      .map((found) => Number(found.id));
  const place = sqlite.prepare("SELECT place FROM document WHERE id = ?").get(row)?.place;
  if (row === null || place === undefined) {
    return sqlite.prepare("SELECT 1 FROM tombstone WHERE document = ?").get(row)
      ? problem("document/forgotten", `${document} was forgotten before, and nothing of it is left in the file.`)
      : problem(
          "document/unknown",
          `No document ${document} is in the case. Look its id up with \`standoff ask documents\`.`,
        );
  }
  const revisions = ids("SELECT id FROM revision WHERE document = ? ORDER BY number", row);
  const texts = ids("SELECT DISTINCT text AS id FROM revision WHERE document = ?", row);
  const readings = ids(
    "SELECT reading.id FROM reading JOIN revision ON revision.id = reading.revision WHERE revision.document = ?",
    row,
  );
  const hashes = [
    ...new Set(
      sqlite
        .prepare("SELECT bytes_sha256 FROM revision WHERE document = ? ORDER BY number")
        .all(row)
        .map((found) => String(found.bytes_sha256)),
    ),
  ];
  const words = new Set<string>();
  removeNearCopies(statementsOf(record), row);
  removeFromStory(statementsOf(record), row);
  run("DELETE FROM current WHERE document = ?", row);
  for (const reading of readings) {
    const searched = sqlite.prepare("SELECT title, body FROM searched WHERE id = ?").get(reading);
    const [title, body] = [String(searched?.title), String(searched?.body)];
    for (const word of capitalisedWords(`${title}\n${body}`)) words.add(word);
    run("INSERT INTO search (search, rowid, title, body) VALUES ('delete', ?, ?, ?)", reading, title, body);
    run("DELETE FROM link WHERE from_reading = ? OR to_reading = ?", reading, reading);
    removeNames(record, reading);
    removePresence(sqlite, reading);
    for (const { table } of layers.toReversed()) run(`DELETE FROM ${table} WHERE reading = ?`, reading);
    run("DELETE FROM reading WHERE id = ?", reading);
  }
  for (const revision of revisions) {
    run("DELETE FROM decision WHERE revision = ?", revision);
    run("DELETE FROM revision WHERE id = ?", revision);
  }
  run("DELETE FROM document WHERE id = ?", row);
  for (const text of texts) {
    run("DELETE FROM text WHERE id = ? AND NOT EXISTS (SELECT 1 FROM revision WHERE text = text.id)", text);
  }
  for (const hash of hashes) {
    run(
      "DELETE FROM blob WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM revision WHERE bytes_sha256 = blob.sha256)",
      hash,
    );
  }
  removeSpellings(record, words);
  run(
    "INSERT INTO tombstone (document, place_sha256, bytes_sha256, at, reason) VALUES (?, ?, ?, ?, ?)",
    row,
    sha256(String(place)),
    JSON.stringify(hashes),
    at,
    reason,
  );
  return done({ document: publicId("document", row), bytesSha256: hashes, at, reason });
}

/** Takes the actors of a reading out of the index of names, and the names that nobody else has. */
function removeNames({ sqlite }: CaseRecord, reading: number): void {
  const names = sqlite.prepare("SELECT DISTINCT name FROM actor_form WHERE reading = ?").all(reading);
  sqlite.prepare("DELETE FROM actor_form WHERE reading = ?").run(reading);
  for (const { name } of names) {
    if (sqlite.prepare("SELECT 1 FROM actor_form WHERE name = ? LIMIT 1").get(Number(name))) continue;
    sqlite.prepare("DELETE FROM name_key WHERE name = ?").run(Number(name));
    sqlite.prepare("DELETE FROM name WHERE id = ?").run(Number(name));
  }
}

/** Takes out of the spellings what stands in no text any more. */
function removeSpellings({ sqlite }: CaseRecord, words: Iterable<string>): void {
  const elsewhere = sqlite.prepare("SELECT 1 FROM search WHERE search MATCH ? LIMIT 1");
  for (const word of words) {
    // Words hold letters, digits, hyphens and apostrophes only, so the quotation marks around one are the only ones.
    if (elsewhere.get(`"${word}"`)) continue;
    sqlite.prepare("DELETE FROM spelling WHERE key = ? AND form = ?").run(spellingKey(word), word);
  }
}
