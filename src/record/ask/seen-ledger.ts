import { sql } from "kysely";
import type { Holder, Ledger, LedgerClaim } from "../../model/ledger.ts";
import type { Spans } from "../../model/span.ts";
import { publicId } from "../id.ts";
import type { CaseRecord } from "../open.ts";
import { type Cited, citedIn, type Head, headsOf, hullOf } from "./cited.ts";
import { type AskContext, type DocumentFilter, documentConditions, isOneOf } from "./filter.ts";
import { membersOf } from "./stories.ts";
import { storiesNamed } from "./story.ts";
import { ledgerIn } from "./story-ledger.ts";
import { allOf, type Paging, shownIn, type Window } from "./window.ts";

/** Filters of every question about what stories say together. */
export interface LedgerFilter extends Window, Paging, DocumentFilter {
  /** Stories by public id ("t7"), or by a document of theirs. */
  readonly story?: readonly string[] | undefined;
}

/** A story with its ledger, by the documents that may be seen. */
export interface SeenLedger {
  readonly number: number;
  /** Public id, "t7". */
  readonly story: string;
  readonly ledger: Ledger;
  /** Row numbers of the readings that it was made of, by document ("d12"). */
  readonly readings: ReadonlyMap<string, number>;
}

/** Which stories are asked for: those that are named, else those with a document that fits. */
async function storiesFor(record: CaseRecord, filter: LedgerFilter, least: number): Promise<readonly number[]> {
  const named = filter.story?.length
    ? [...new Set((await Promise.all(filter.story.map((name) => storiesNamed(record, name)))).flat())]
    : null;
  const conditions = await documentConditions(record, filter);
  const { rows } = await sql<{ story: number }>`
    SELECT s.story, count(*) AS documents, max(c.published_first) AS last
    FROM ${shownIn(filter)} CROSS JOIN story_document s ON s.document = c.document
    WHERE ${allOf([named === null ? null : isOneOf(sql`s.story`, named)])}
      AND s.story IN (SELECT s.story FROM ${shownIn(filter)} CROSS JOIN story_document s ON s.document = c.document WHERE ${allOf(conditions)})
    GROUP BY s.story HAVING count(*) >= ${named === null ? least : 1} ORDER BY last DESC NULLS LAST, s.story DESC
  `.execute(record.db);
  return rows.map(({ story }) => story);
}

/**
 * The ledgers of the stories that fit, one at a time, the story with the newest report first; of unnamed ones only those of at least `least` documents.
 * One is in memory at a time.
 */
export async function* seenLedgers(
  record: CaseRecord,
  filter: LedgerFilter,
  context: AskContext,
  least = 1,
): AsyncGenerator<SeenLedger> {
  for (const number of await storiesFor(record, filter, least)) {
    const members = (await membersOf(record, filter, [number])).get(number) ?? [];
    yield {
      number,
      story: publicId("story", number),
      ledger: await ledgerIn(record, filter, number, context),
      readings: new Map(members.map(({ document, reading }) => [publicId("document", document), reading])),
    };
  }
}

/** Words of a document of a story: where they are to be read. */
export interface Place {
  readonly reading: number;
  readonly spans: Spans;
}

/** The place of a claim's telling; null where its document may not be seen. */
export const placeIn = (seen: SeenLedger, { document, spans }: LedgerClaim["places"][number]): Place | null => {
  const reading = seen.readings.get(document);
  return reading === undefined ? null : { reading, spans };
};

/** Cites places: from the first to the last unit of the spans of each. Texts of a few hundred documents are in memory at a time. */
export async function citing(
  record: CaseRecord,
  places: readonly Place[],
): Promise<(place: Place) => (Cited & { readonly revision: string }) | null> {
  const heads: ReadonlyMap<number, Head> = await headsOf(
    record,
    places.map(({ reading }) => reading),
  );
  return ({ reading, spans }) => {
    const head = heads.get(reading);
    const hull = hullOf(spans);
    return head && hull ? citedIn(head, hull) : null;
  };
}

/** What names something of a story: "t7.c2". */
export const nameIn = ({ story }: { readonly story: string }, id: string): string => `${story}.${id}`;

/** The parts of "t7.c2"; null for any other text. */
export function namedIn(text: string): { readonly story: string; readonly id: string } | null {
  const found = /^(t[1-9]\d{0,14})\.([a-z][1-9]\d{0,6})$/.exec(text.trim());
  return found ? { story: found[1]!, id: found[2]! } : null;
}

/** Is the holder one of those that are asked for, by any part of the name? */
export const isHeldBy = (holder: Holder, wanted: readonly string[] | undefined): boolean =>
  !wanted?.length || wanted.some((name) => holder.name.toLowerCase().includes(name.trim().toLowerCase()));

/** Rows of a stretch, as `limit` and `offset` say. */
export const stretch = <Row>(rows: readonly Row[], { limit, offset = 0 }: Paging): readonly Row[] =>
  rows.slice(offset, limit === undefined ? undefined : offset + limit);
