import type { DatabaseSync } from "node:sqlite";
import type { Likeness } from "../model/story.ts";
import type { CaseRecord } from "./open.ts";
import { type Prepare, statementsOf } from "./statement.ts";
import { newStory, type PlaceRow, putInStory } from "./story.ts";

/** No more documents are settled together; what lies beyond stays as it is. */
const mostTogether = 20_000;
/** Near-copies further apart in time are a form that is filled in anew, such as a daily bulletin. */
const copyDays = 7;

type Pair = readonly [one: number, other: number];

/** All that is needed to put a set of documents into stories anew. */
export interface Unsettled {
  /** In an order that does not depend on when they came: by day of publication, the undated last, then by their texts. */
  readonly documents: readonly number[];
  readonly pairs: readonly Likeness[];
  readonly joined: readonly JoinedPair[];
  readonly parted: readonly Pair[];
  /** Where each stands now. */
  readonly places: ReadonlyMap<number, PlaceRow & { readonly settled: boolean }>;
}

/** Two documents that are in one story whatever their likeness. */
export interface JoinedPair {
  readonly one: number;
  readonly other: number;
  /** "near-copy of d3, 0.83 of the words are the same", told from the side of `one`; the analyst's reason. */
  readonly why: "copy" | "link";
  readonly share: number;
  readonly said: string;
}

/** The last reading of a case up to which all were found to be placed: only one process writes, and what it writes later has a later number. */
const placedUpTo = new WeakMap<DatabaseSync, number>();

/** Has `unplaced` look through the whole case again: what earlier documents are compared by is gone. */
export const lookAgain = (record: CaseRecord): void => void placedUpTo.delete(record.sqlite);

/**
 * Newest readings of documents that were not put into a story yet, or had another reading then; in the order of recording. Looks through the whole
 * case once, later at what was written since.
 */
export function* unplaced(record: CaseRecord): Iterable<{ readonly document: number; readonly reading: number }> {
  const prepare = statementsOf(record);
  const last = Number(prepare("SELECT coalesce(max(reading), 0) AS last FROM current").get()?.last);
  const rows = prepare(
    `SELECT c.document, c.reading FROM current c LEFT JOIN story_profile p ON p.document = c.document
     LEFT JOIN story_document s ON s.document = c.document
     WHERE c.reading > ? AND (p.reading IS NOT c.reading OR s.document IS NULL) ORDER BY c.document`,
  ).all(placedUpTo.get(record.sqlite) ?? 0);
  for (const row of rows) yield { document: Number(row.document), reading: Number(row.reading) };
  placedUpTo.set(record.sqlite, last);
}

const storyLinks = `SELECT l.id, l.reason, l.apart, a.document AS one, b.document AS other FROM link l
  JOIN reading ra ON ra.id = l.from_reading JOIN revision a ON a.id = ra.revision
  JOIN reading rb ON rb.id = l.to_reading JOIN revision b ON b.id = rb.revision
  WHERE l.kind = 'story' AND l.withdrawn_at IS NULL ORDER BY l.id`;

const nearCopies = `SELECT n.other, n.share FROM near_copy n JOIN current a ON a.document = n.document
  JOIN current b ON b.document = n.other WHERE n.document = ?
  AND coalesce(abs(julianday(substr(a.published_first, 1, 10)) - julianday(substr(b.published_first, 1, 10))), 0) <= ${copyDays}`;

/** Near-copies of a document that are in its story whatever else they say. */
export const copiesFor = (
  prepare: Prepare,
  document: number,
): readonly { readonly other: number; readonly share: number }[] =>
  prepare(nearCopies)
    .all(document)
    .map((row) => ({ other: Number(row.other), share: Number(row.share) }));

/**
 * What came since stories were last settled, with every document that could be in one story with any of it: those reached over pairs of at
 * least `least`, near-copies, links, and stories as they stand. Null where nothing came.
 */
export function unsettledOf(prepare: Prepare, least: number): Unsettled | null {
  const seeds = prepare("SELECT document FROM story_document WHERE settled = 0").all();
  if (seeds.length === 0) return null;
  const links = prepare(storyLinks).all();
  const linked = Map.groupBy(
    links.flatMap((row) => [
      { from: Number(row.one), to: Number(row.other), row },
      { from: Number(row.other), to: Number(row.one), row },
    ]),
    ({ from }) => from,
  );
  const strong = prepare("SELECT other FROM story_pair WHERE document = ? AND score >= ?");
  const beside = prepare(
    "SELECT document AS other FROM story_document WHERE story = (SELECT story FROM story_document WHERE document = ?)",
  );
  const reached = new Set(seeds.map((row) => Number(row.document)));
  const stories = new Set<number>();
  const placeRow = prepare("SELECT document, story, likeness, reason, settled FROM story_document WHERE document = ?");
  const places = new Map<number, PlaceRow & { readonly settled: boolean }>();
  for (const document of reached) {
    const place = placeRow.get(document);
    if (!place) {
      reached.delete(document);
      continue;
    }
    places.set(document, { ...(place as unknown as PlaceRow), settled: place.settled === 1 });
    if (reached.size > mostTogether) continue;
    const next = [...strong.all(document, least), ...prepare(nearCopies).all(document)];
    if (!stories.has(Number(place.story))) next.push(...beside.all(document));
    stories.add(Number(place.story));
    for (const row of next) reached.add(Number(row.other));
    for (const { to } of linked.get(document) ?? []) reached.add(to);
  }
  return {
    documents: ordered(prepare, reached),
    pairs: pairsAmong(prepare, reached),
    joined: joinedAmong(prepare, reached, links),
    parted: links
      .filter((row) => row.apart === 1)
      .map((row) => [Number(row.one), Number(row.other)] as const)
      .filter(([one, other]) => reached.has(one) && reached.has(other)),
    places,
  };
}

function ordered(prepare: Prepare, documents: ReadonlySet<number>): readonly number[] {
  const key = prepare(
    `SELECT coalesce(c.published_first, '~') || ' ' || v.text_sha256 || ' ' || coalesce(c.publisher, '') || ' ' || d.place AS key
     FROM current c JOIN revision v ON v.id = c.revision JOIN document d ON d.id = c.document WHERE c.document = ?`,
  );
  return [...documents]
    .map((document) => ({ document, key: String(key.get(document)?.key ?? "") }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ document }) => document);
}

function pairsAmong(prepare: Prepare, documents: ReadonlySet<number>): readonly Likeness[] {
  const of = prepare("SELECT document, other, score FROM story_pair WHERE document = ? AND other > document");
  return [...documents].flatMap((document) =>
    of
      .all(document)
      .filter((row) => documents.has(Number(row.other)))
      .map((row) => ({ document, other: Number(row.other), score: Number(row.score) })),
  );
}

function joinedAmong(
  prepare: Prepare,
  documents: ReadonlySet<number>,
  links: readonly Readonly<Record<string, unknown>>[],
): readonly JoinedPair[] {
  const copies = [...documents].flatMap((one) =>
    copiesFor(prepare, one)
      .filter(({ other }) => other > one && documents.has(other))
      .map(({ other, share }) => ({ one, other, share, why: "copy" as const, said: "" })),
  );
  const apart = new Set(
    links.filter((row) => row.apart === 1).map((row) => pairName(Number(row.one), Number(row.other))),
  );
  const said = links
    .filter((row) => row.apart !== 1)
    .map((row) => ({
      one: Number(row.one),
      other: Number(row.other),
      share: 1,
      why: "link" as const,
      said: `l${String(row.id)}: ${String(row.reason)}`,
    }))
    .filter(({ one, other }) => documents.has(one) && documents.has(other));
  // Who says that two copies tell of two things is followed.
  return [...copies.filter(({ one, other }) => !apart.has(pairName(one, other))), ...said];
}

const pairName = (one: number, other: number): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** One story as it was found: its documents with what is said of each. */
export type FoundStory = readonly Omit<PlaceRow, "story">[];

/**
 * Keeps `found` in place of the stories that these documents were in. A story keeps its number where most of it stays together; a part that
 * leaves becomes a new one, `out_of` the old; one that is left without documents says which it was `joined` to.
 */
export function keepStories(
  prepare: Prepare,
  { places }: Pick<Unsettled, "places">,
  found: readonly FoundStory[],
): void {
  const known = prepare("SELECT ledger IS NOT NULL AS known FROM story WHERE id = ?");
  const wasTold = (story: number): boolean => known.get(story)?.known === 1;
  const overlaps = found.flatMap((story, at) =>
    [...Map.groupBy(story, ({ document }) => places.get(document)?.story ?? 0)].map(([old, shared]) => ({
      at,
      old,
      count: shared.length,
      // A story that was told of before keeps its name rather than one of today.
      known: wasTold(old) ? shared.length : 0,
    })),
  );
  overlaps.sort((a, b) => b.known - a.known || b.count - a.count || a.old - b.old || a.at - b.at);
  const numbers = new Map<number, number>();
  const taken = new Set<number>();
  for (const { at, old } of overlaps) {
    if (old === 0 || numbers.has(at) || taken.has(old)) continue;
    numbers.set(at, old);
    taken.add(old);
  }
  for (const [at, story] of found.entries()) {
    const from = overlaps.find((one) => one.at === at && one.known > 0);
    const number = numbers.get(at) ?? newStory(prepare, from?.old ?? null);
    numbers.set(at, number);
    for (const place of story) keepPlace(prepare, { ...place, story: number }, places.get(place.document));
  }
  const touched = new Set([...places.values()].map(({ story }) => story));
  for (const old of touched) {
    if (taken.has(old)) prepare("UPDATE story SET joined = NULL WHERE id = ?").run(old);
    else leaveStory(prepare, old, numbers.get(overlaps.find((one) => one.old === old)?.at ?? -1) ?? null, wasTold(old));
  }
}

function keepPlace(
  prepare: Prepare,
  place: PlaceRow,
  before: (PlaceRow & { readonly settled: boolean }) | undefined,
): void {
  const same =
    before?.settled === true &&
    before.story === place.story &&
    before.likeness === place.likeness &&
    before.reason === place.reason;
  if (!same) putInStory(prepare, place, true);
}

/** A story that has no documents any more: it says where they went, or is gone where nobody can have seen it settled. */
function leaveStory(prepare: Prepare, old: number, to: number | null, wasTold: boolean): void {
  const left = prepare("SELECT 1 FROM story_document WHERE story = ? LIMIT 1").get(old);
  if (left) return;
  for (const table of ["ledger_claim", "ledger_event", "ledger_relation"])
    prepare(`DELETE FROM ${table} WHERE story = ?`).run(old);
  if (wasTold) {
    prepare("UPDATE story SET joined = ?, ledger = NULL, stale = 0 WHERE id = ?").run(to, old);
    return;
  }
  prepare("UPDATE story SET out_of = NULL WHERE out_of = ?").run(old);
  prepare("UPDATE story SET joined = ? WHERE joined = ?").run(to, old);
  prepare("DELETE FROM story WHERE id = ?").run(old);
}
