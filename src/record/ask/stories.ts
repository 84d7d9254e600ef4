import { type RawBuilder, sql } from "kysely";
import type { Block } from "../../model/block.ts";
import type { IsoDay } from "../../model/document.ts";
import { publicId } from "../id.ts";
import type { CaseRecord } from "../open.ts";
import { type Cited, citedIn, type Head, rowsFor, spansIn } from "./cited.ts";
import {
  type AskContext,
  type DayFilter,
  type DocumentFilter,
  documentConditions,
  isOneOf,
  noContext,
  sharesDay,
} from "./filter.ts";
import { bestPassage } from "./passage.ts";
import { allOf, type Paging, pageOf, shownIn, type Window } from "./window.ts";

/** Which stories are asked for: those with a document that fits. */
export interface StoriesFilter extends Window, Paging, DocumentFilter, DayFilter {
  /** Only those of at least so many documents. */
  readonly least?: number | undefined;
  /** Default: "newest". */
  readonly sort?: StorySort | undefined;
}

/** Orders of stories that can be asked for. */
export const storySorts = ["newest", "largest"] as const;

export type StorySort = (typeof storySorts)[number];

/** SQL: each order over a story's row; the undated last. */
const storyOrder: Readonly<Record<StorySort, RawBuilder<unknown>>> = {
  newest: sql`last DESC, documents DESC, story`,
  largest: sql`documents DESC, last DESC, story`,
};

/** A story is ongoing while its last report is at most so many days older than the newest of the case. */
const ongoingDays = 3;

/** A story by its documents that may be seen. The cited words are the title of the document that is most like the others, else its first sentence. */
export interface StoryRow extends Cited {
  /** Public id, "t7". */
  readonly story: string;
  /** Documents in order of publication, the undated last: the id that the input gave each, else its public id. */
  readonly documents: readonly string[];
  /** Publishers without repeats, in the order in which they came out with it. */
  readonly publishers: readonly string[];
  /** First and last day of publication; null where none is known. */
  readonly first: IsoDay | null;
  readonly last: IsoDay | null;
  /** Days without a report, up to the newest document of the case; null where no day is known. */
  readonly quietDays: number | null;
  readonly state: "ongoing" | "quiet" | null;
  /** The story that it was split from; null where it was not. */
  readonly outOf: string | null;
  /** Stories whose documents were found to be of this one. */
  readonly joined: readonly string[];
}

interface StoryKey extends Pick<StoryRow, "first" | "last"> {
  readonly story: number;
  readonly outOf: number | null;
  readonly reading: number;
  /** JSON of the documents in their order. */
  readonly members: string;
}

interface Member {
  readonly document: number;
  readonly externalId: string | null;
  readonly publisher: string | null;
  readonly reading: number;
  readonly day: string | null;
}

/** SQL: documents with their stories, in the window. */
const storiesIn = (window: Window): RawBuilder<unknown> =>
  sql`${shownIn(window)} CROSS JOIN story_document s ON s.document = c.document`;

/** SQL: numbers of the stories with a document that fits. */
async function fitting(record: CaseRecord, filter: StoriesFilter): Promise<RawBuilder<unknown>> {
  const parts = [
    ...(await documentConditions(record, filter)),
    sharesDay(sql`c.published_first`, sql`coalesce(c.published_last, c.published_first)`, filter),
  ];
  return sql`(SELECT s.story FROM ${storiesIn(filter)} WHERE ${allOf(parts)})`;
}

const grouped = (filter: StoriesFilter, chosen: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  SELECT s.story, count(*) AS documents, min(c.published_first) AS first, max(coalesce(c.published_last, c.published_first)) AS last
  FROM ${storiesIn(filter)} WHERE s.story IN ${chosen} GROUP BY s.story HAVING count(*) >= ${filter.least ?? 1}`;

/** The document that is most like the others of its story, by story; documents that may not be seen are not compared. */
async function centralIn(
  record: CaseRecord,
  members: ReadonlyMap<number, readonly Member[]>,
): Promise<ReadonlyMap<number, number>> {
  const several = [...members]
    .filter(([, list]) => list.length > 2)
    .flatMap(([, list]) => list.map((one) => one.document));
  const { rows } = await sql<{ document: number; score: number }>`
    SELECT p.document, sum(p.score + 4096) AS score FROM json_each(${JSON.stringify(several)}) wanted
      CROSS JOIN story_document s ON s.document = wanted.value
      CROSS JOIN story_pair p ON p.document = s.document
      CROSS JOIN story_document o ON o.document = p.other AND o.story = s.story
    GROUP BY p.document`.execute(record.db);
  const scores = new Map(rows.map(({ document, score }) => [document, score]));
  const central = new Map<number, number>();
  for (const [story, list] of members) {
    const best = list.reduce((one, other) =>
      (scores.get(other.document) ?? 0) > (scores.get(one.document) ?? 0) ? other : one,
    );
    central.set(story, best.reading);
  }
  return central;
}

/** The members of stories that may be seen, in order of publication. */
export async function membersOf(record: CaseRecord, window: Window, stories: readonly number[]) {
  const { rows } = await sql<Member & { readonly story: number }>`
    SELECT s.story, c.document, d.external_id AS externalId, c.publisher, c.reading, c.published_first AS day
    FROM ${storiesIn(window)} CROSS JOIN document d ON d.id = c.document WHERE ${isOneOf(sql`s.story`, stories)}
    ORDER BY s.story, c.published_first IS NULL, c.published_first, c.revision
  `.execute(record.db);
  return Map.groupBy(rows, (row) => row.story);
}

async function newestDay(record: CaseRecord, window: Window): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    SELECT max(coalesce(c.published_last, c.published_first)) AS day FROM ${shownIn(window)}
  `.execute(record.db);
  return rows[0]?.day ?? null;
}

async function joinedInto(record: CaseRecord, stories: readonly number[]) {
  const { rows } = await sql<{ id: number; joined: number }>`
    SELECT id, joined FROM story WHERE joined IS NOT NULL AND ${isOneOf(sql`joined`, stories)} ORDER BY id
  `.execute(record.db);
  return Map.groupBy(rows, (row) => row.joined);
}

const daysFrom = (first: string, last: string): number =>
  Math.round((Date.parse(last.slice(0, 10)) - Date.parse(first.slice(0, 10))) / 86_400_000);

/** The title of a document where it stands in the text, else its first sentence; null where the text has no words. */
export const citedTitle = (head: Head): Cited | null => {
  const blocks = JSON.parse(head.blocks) as readonly Block[];
  const title = blocks.find((block) => block.kind === "title");
  const span = title
    ? ([title.start, title.end] as const)
    : bestPassage(head.body, [], spansIn(head.sentences), blocks)?.span;
  return span ? citedIn(head, span) : null;
};

/** Rows of the stories with these numbers, in their order. A story of which nothing may be seen has no row. */
export async function storyRows(
  record: CaseRecord,
  window: Window,
  stories: readonly number[],
): Promise<readonly (StoryRow & { readonly members: readonly Member[] })[]> {
  const members = await membersOf(record, window, stories);
  const central = await centralIn(record, members);
  const newest = await newestDay(record, window);
  const joined = await joinedInto(record, stories);
  const { rows: found } = await sql<{ id: number; outOf: number | null }>`
    SELECT id, out_of AS outOf FROM story WHERE ${isOneOf(sql`id`, stories)}
  `.execute(record.db);
  const outOf = new Map(found.map((row) => [row.id, row.outOf]));
  const keys = stories.flatMap((story) => {
    const reading = central.get(story);
    return reading === undefined ? [] : [{ reading, story }];
  });
  return rowsFor(
    record,
    keys,
    async () => null,
    ({ story }, head) => {
      const cited = citedTitle(head);
      if (cited === null) return null;
      const list = members.get(story) ?? [];
      const days = list.map((one) => one.day).filter((day) => day !== null);
      const [first, last] = [days[0]?.slice(0, 10) ?? null, days.at(-1)?.slice(0, 10) ?? null];
      const quietDays = last === null || newest === null ? null : Math.max(0, daysFrom(last, newest));
      const from = outOf.get(story) ?? null;
      return {
        story: publicId("story", story),
        documents: list.map((one) => one.externalId ?? publicId("document", one.document)),
        publishers: [...new Set(list.map((one) => one.publisher).filter((name) => name !== null))],
        first,
        last,
        quietDays,
        state: quietDays === null ? null : quietDays <= ongoingDays ? ("ongoing" as const) : ("quiet" as const),
        outOf: from === null ? null : publicId("story", from),
        joined: (joined.get(story) ?? []).map(({ id }) => publicId("story", id)),
        members: list,
        ...cited,
      };
    },
  );
}

/**
 * The stories of the case, by the documents in the window. Complete unless a limit is given; the one with the newest report first, the undated
 * last, or as `sort` says. Documents that were not put into a story yet (the next `add` does it) are in none.
 */
export async function askStories(
  record: CaseRecord,
  filter: StoriesFilter = {},
  _context: AskContext = noContext,
): Promise<readonly StoryRow[]> {
  const { rows } = await sql<StoryKey>`
    ${grouped(filter, await fitting(record, filter))} ORDER BY ${storyOrder[filter.sort ?? "newest"]} ${pageOf(filter)}
  `.execute(record.db);
  const found = await storyRows(
    record,
    filter,
    rows.map(({ story }) => story),
  );
  return found.map(({ members: _members, ...row }) => row);
}

/** How many stories fit, paging aside. */
export async function countStories(record: CaseRecord, filter: StoriesFilter = {}) {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM (${grouped(filter, await fitting(record, filter))})
  `.execute(record.db);
  return { total: rows[0]!.total };
}
