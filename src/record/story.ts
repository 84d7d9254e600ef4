import type { Id } from "../model/id.ts";
import type { Likeness, Profile } from "../model/story.ts";
import { publicId } from "./id.ts";
import type { Prepare } from "./statement.ts";

/** So many of a document's heaviest terms find others, and are found. */
const indexedTerms = 24;
/** Days between two documents that are compared, at most, where both days are known: a trial follows an arrest by months. */
const windowDays = 120;
/** Days that are looked at where a term stands in more documents of the window than are read. */
const busyDays = 2;
/** So many documents are read of a term, and so many are compared in the end, the likest first. */
const mostOfTerm = 400;
const mostCandidates = 128;

const dayMs = 86_400_000;
/** Days since 1970; 0 where the day is not known. */
const dayOf = (published: Profile["published"]): number =>
  published === null ? 0 : Math.floor(Date.parse(`${published[0].slice(0, 10)}T00:00:00Z`) / dayMs) || 0;

function profileIn(prepare: Prepare, document: number): Profile | null {
  const row = prepare("SELECT profile FROM story_profile WHERE document = ?").get(document);
  return row ? (JSON.parse(String(row.profile)) as Profile) : null;
}

/** Takes out what a document is compared by. */
export function removeProfile(prepare: Prepare, document: number): void {
  const profile = profileIn(prepare, document);
  prepare(
    "DELETE FROM story_pair WHERE other = ? AND document IN (SELECT other FROM story_pair WHERE document = ?)",
  ).run(document, document);
  prepare("DELETE FROM story_pair WHERE document = ?").run(document);
  if (profile === null) return;
  const remove = prepare("DELETE FROM story_term WHERE term = ? AND day = ? AND document = ?");
  for (const [term] of profile.terms.slice(0, indexedTerms)) remove.run(term, dayOf(profile.published), document);
  prepare("DELETE FROM story_profile WHERE document = ?").run(document);
}

/** The rows of `story_term` of a profile. */
export const indexedOf = (profile: Profile): readonly (readonly [term: string, day: number, weight: number])[] =>
  profile.terms.slice(0, indexedTerms).map(([term, weight]) => [term, dayOf(profile.published), weight]);

/** Keeps what a document is compared by, of its reading with that row number, in place of what was kept; `maker` says what made it. */
export function keepProfile(
  prepare: Prepare,
  { document, reading, maker }: { readonly document: number; readonly reading: number; readonly maker: string },
  profile: Profile,
): void {
  removeProfile(prepare, document);
  prepare("INSERT INTO story_profile (document, reading, profile, maker) VALUES (?, ?, ?, ?)").run(
    document,
    reading,
    JSON.stringify(profile),
    maker,
  );
  const insert = prepare("INSERT INTO story_term (term, day, document, weight) VALUES (?, ?, ?, ?)");
  for (const [term, day, weight] of indexedOf(profile)) insert.run(term, day, document, weight);
}

/**
 * Other documents that share heavy terms, at most some months away where both days are known, the likest first. Reads a bounded number of rows,
 * however large the case is: of a term that half of the case has, the documents of the days around.
 */
export function candidatesOf(prepare: Prepare, document: number, profile: Profile): readonly number[] {
  const shared = new Map<number, number>();
  const between = prepare(
    `SELECT document, weight FROM story_term WHERE term = ? AND day BETWEEN ? AND ? LIMIT ${mostOfTerm + 1}`,
  );
  // Counted first: to make 400 rows of a common term for nothing takes longer than to count them.
  const counted = prepare(
    `SELECT count(*) AS count FROM (SELECT 1 FROM story_term WHERE term = ? AND day BETWEEN ? AND ? LIMIT ${mostOfTerm + 1})`,
  );
  const isBusy = (term: string, from: number, to: number): boolean =>
    Number(counted.get(term, from, to)?.count) > mostOfTerm;
  const rowsOf = (term: string, day: number) => {
    if (day === 0) return isBusy(term, -1e6, 1e6) ? between.all(term, 0, 0) : between.all(term, -1e6, 1e6);
    const days = isBusy(term, day - windowDays, day + windowDays) ? busyDays : windowDays;
    return [...between.all(term, day - days, day + days), ...between.all(term, 0, 0)];
  };
  for (const [term, day, weight] of indexedOf(profile)) {
    for (const row of rowsOf(term, day)) {
      const other = Number(row.document);
      shared.set(other, (shared.get(other) ?? 0) + weight * Number(row.weight));
    }
  }
  shared.delete(document);
  return [...shared]
    .sort(([one, a], [other, b]) => b - a || one - other)
    .slice(0, mostCandidates)
    .map(([other]) => other);
}

/** Keeps how like a document is to others; each pair is found from both sides. */
export function keepPairs(prepare: Prepare, pairs: readonly Likeness[]): void {
  const insert = prepare("INSERT OR REPLACE INTO story_pair (document, other, score) VALUES (?, ?, ?)");
  for (const { document, other, score } of pairs) {
    insert.run(document, other, score);
    insert.run(other, document, score);
  }
}

/** The story that a document is in; null where it is in none yet. */
export function storyOf(prepare: Prepare, document: number): number | null {
  const row = prepare("SELECT story FROM story_document WHERE document = ?").get(document);
  return row ? Number(row.story) : null;
}

/** Begins a story; its number is never given a second time. */
export const newStory = (prepare: Prepare, outOf: number | null): number =>
  Number(prepare("INSERT INTO story (out_of, stale) VALUES (?, 1)").run(outOf).lastInsertRowid);

/** Where a document stands and why. */
export interface PlaceRow {
  readonly document: number;
  readonly story: number;
  readonly likeness: number | null;
  readonly reason: string;
}

/** Puts a document into a story, out of the one it is in; both are told to be changed. */
export function putInStory(prepare: Prepare, place: PlaceRow, settled: boolean): void {
  const before = storyOf(prepare, place.document);
  prepare(
    "INSERT OR REPLACE INTO story_document (document, story, likeness, reason, settled) VALUES (?, ?, ?, ?, ?)",
  ).run(place.document, place.story, place.likeness, place.reason, settled ? 1 : 0);
  for (const story of new Set([before, place.story])) {
    if (story !== null && (before !== place.story || !settled)) markStale(prepare, story);
  }
}

/** Says that a story's ledger has to be made anew. */
export const markStale = (prepare: Prepare, story: number): void => {
  prepare("UPDATE story SET stale = 1 WHERE id = ? AND stale = 0").run(story);
};

/** Has the documents looked at when stories are next settled, and their stories' ledgers made anew. */
export function unsettle(prepare: Prepare, documents: readonly number[]): void {
  for (const document of documents) {
    prepare("UPDATE story_document SET settled = 0 WHERE document = ?").run(document);
    prepare("UPDATE story SET stale = 1 WHERE id = (SELECT story FROM story_document WHERE document = ?)").run(
      document,
    );
  }
}

/** Drops a story's ledger, so that none of its words are left. */
export function dropLedger(prepare: Prepare, story: number): void {
  for (const table of ["ledger_claim", "ledger_event", "ledger_relation"])
    prepare(`DELETE FROM ${table} WHERE story = ?`).run(story);
  prepare("UPDATE story SET ledger = NULL, stale = 1 WHERE id = ?").run(story);
}

/**
 * Takes a document out of its story, for `forget`: with it goes what the story's ledger says, and a story that has no other document.
 * The others are looked at again when stories are next settled.
 */
export function removeFromStory(prepare: Prepare, document: number): void {
  removeProfile(prepare, document);
  const story = storyOf(prepare, document);
  prepare("DELETE FROM story_document WHERE document = ?").run(document);
  if (story === null) return;
  dropLedger(prepare, story);
  const others = prepare("SELECT document, reason FROM story_document WHERE story = ?").all(story);
  unsettle(
    prepare,
    others.map((row) => Number(row.document)),
  );
  const name: Id<"document"> = publicId("document", document);
  const rewrite = prepare("UPDATE story_document SET reason = 'like a document that was forgotten' WHERE document = ?");
  for (const row of others) if (String(row.reason).match(/\bd\d+\b/)?.[0] === name) rewrite.run(Number(row.document));
  if (others.length > 0) return;
  prepare("UPDATE story SET joined = NULL WHERE joined = ?").run(story);
  prepare("UPDATE story SET out_of = NULL WHERE out_of = ?").run(story);
  prepare("DELETE FROM story WHERE id = ?").run(story);
}
