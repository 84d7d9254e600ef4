import type { DatabaseSync } from "node:sqlite";
import { overlapOf } from "./overlap.ts";
import { readSentences } from "./read-sentence.ts";
import { sketchOf } from "./sketch.ts";
import { type Prepare, statementsOf } from "./statement.ts";

/**
 * From this share of words on, two documents are told as near-copies. Of 180 reports of 60 stories by three outlets, independent accounts of
 * one story share 0.53 at most; a text with a fifth of its words changed keeps 0.64 at least.
 */
export const leastShare = 0.58;
/** A hash that so many documents have says nothing: a sentence that a publisher prints under every report. */
const commonFrom = 64;
/** So many hashes must be shared, and this part of the smaller sketch, before two texts are compared word by word. */
const leastHashes = 2;
const leastPart = 0.06;
/** The most documents that one is compared with, the likest first. */
const mostCompared = 24;

/** The sentences that are read of a document's newest reading. */
export function sentencesOf(prepare: Prepare, document: number): readonly string[] {
  const row = prepare(
    `SELECT t.body, g.blocks, g.sentences FROM current c JOIN reading g ON g.id = c.reading JOIN revision v ON v.id = c.revision
     JOIN text t ON t.id = v.text WHERE c.document = ?`,
  ).get(document);
  if (!row) return [];
  const body = String(row.body);
  return readSentences(String(row.blocks), String(row.sentences)).map((span) => body.slice(...span));
}

const blobOf = (sketch: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(sketch).buffer);
export const sketchIn = (blob: unknown): Uint32Array => {
  const bytes = Uint8Array.from(blob as Uint8Array);
  return new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
};

/** Takes a document out of the sketches and of every pair. */
export function removeNearCopies(prepare: Prepare, document: number): void {
  const row = prepare("SELECT hashes FROM sketched WHERE document = ?").get(document);
  prepare("DELETE FROM near_copy WHERE document = ?").run(document);
  prepare("DELETE FROM near_copy WHERE other = ?").run(document);
  if (!row) return;
  const remove = prepare("DELETE FROM sketch WHERE hash = ? AND document = ?");
  for (const hash of sketchIn(row.hashes)) remove.run(hash, document);
  prepare("DELETE FROM sketched WHERE document = ?").run(document);
}

/** Documents that share hashes with `sketch`, and the part of the smaller sketch that they share, the largest first. */
function candidates(prepare: Prepare, document: number, sketch: readonly number[]): readonly number[] {
  const shared = new Map<number, number>();
  const having = prepare(`SELECT document FROM sketch WHERE hash = ? LIMIT ${commonFrom + 1}`);
  for (const hash of sketch) {
    const found = having.all(hash);
    if (found.length > commonFrom) continue;
    for (const row of found) shared.set(Number(row.document), (shared.get(Number(row.document)) ?? 0) + 1);
  }
  shared.delete(document);
  const size = prepare("SELECT length(hashes) / 4 AS size FROM sketched WHERE document = ?");
  return [...shared]
    .filter(([, count]) => count >= leastHashes)
    .map(([other, count]) => ({ other, part: count / Math.min(sketch.length, Number(size.get(other)?.size)) }))
    .filter(({ part }) => part >= leastPart)
    .sort((a, b) => b.part - a.part || a.other - b.other)
    .slice(0, mostCompared)
    .map(({ other }) => other);
}

/** Looks for the near-copies of a document by its newest reading, after `current` was kept. */
export function keepNearCopies(prepare: Prepare, document: number): void {
  removeNearCopies(prepare, document);
  const sentences = sentencesOf(prepare, document);
  const sketch = sketchOf(sentences);
  const near = candidates(prepare, document, sketch).flatMap((other) => {
    const others = sentencesOf(prepare, other);
    // Of two texts of one length the order would decide: it is that of their ids.
    const share = document < other ? overlapOf(sentences, others) : overlapOf(others, sentences);
    return share >= leastShare ? [{ other, share }] : [];
  });
  prepare("INSERT INTO sketched (document, hashes) VALUES (?, ?)").run(document, blobOf(sketch));
  const insert = prepare("INSERT INTO sketch (hash, document) VALUES (?, ?)");
  for (const hash of sketch) insert.run(hash, document);
  const pair = prepare("INSERT INTO near_copy (document, other, share) VALUES (?, ?, ?)");
  for (const { other, share } of near) {
    pair.run(document, other, share);
    pair.run(other, document, share);
  }
}

/** Looks for what was not looked for before there were these tables: every document, in order of coming. */
export function keepAllNearCopies(sqlite: DatabaseSync): void {
  const prepare = statementsOf({ sqlite });
  for (const { document } of sqlite.prepare("SELECT document FROM current ORDER BY document").all())
    keepNearCopies(prepare, Number(document));
}
