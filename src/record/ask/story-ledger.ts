import { sql } from "kysely";
import type { Ledger } from "../../model/ledger.ts";
import { publicId } from "../id.ts";
import { readLedger, toldOf } from "../ledger.ts";
import type { CaseRecord } from "../open.ts";
import type { AskContext } from "./filter.ts";
import { membersOf } from "./stories.ts";
import type { Window } from "./window.ts";

const nothing: Ledger = { claims: [], relations: [], happenings: [], figures: [] };

/**
 * What the documents of a story say together, as far as they may be seen in the window: the kept ledger where all of them are seen by their
 * newest readings, else one made of those that are. Where none can be made, and none was kept yet, it is empty: a ledger that
 * counts what may not be seen is never given.
 */
export async function ledgerIn(
  record: CaseRecord,
  window: Window,
  story: number,
  context: AskContext,
): Promise<Ledger> {
  const seen = ((await membersOf(record, window, [story])).get(story) ?? []).map((one) => one.reading);
  const { rows } = await sql<{ reading: number }>`
    SELECT c.reading FROM story_document s JOIN current c ON c.document = s.document WHERE s.story = ${story}
  `.execute(record.db);
  const newest = new Set(rows.map(({ reading }) => reading));
  const isWhole = newest.size === seen.length && seen.every((reading) => newest.has(reading));
  const kept = isWhole ? readLedger(record, publicId("story", story)) : null;
  if (kept !== null) return kept;
  return context.ledgerOf === undefined ? nothing : context.ledgerOf(toldOf(record, seen));
}
