import type { Ledger } from "../model/ledger.ts";
import type { Told } from "../model/story.ts";
import { publicId, rowOf } from "./id.ts";
import type { CaseRecord } from "./open.ts";
import { readReading } from "./read.ts";
import { statementsOf } from "./statement.ts";
import { dropLedger } from "./story.ts";

/**
 * Documents as the joins between documents see them, by the row numbers of their readings; in the order given. A reading that was forgotten
 * meanwhile is left out. Throws as `readReading` does.
 */
export function toldOf(record: CaseRecord, readings: readonly number[]): readonly Told[] {
  const prepare = statementsOf(record);
  return readings.flatMap((reading) => {
    const row = prepare(
      `SELECT v.document, coalesce(d.publisher, g.meta ->> '$.publisher') AS publisher FROM reading g
       JOIN revision v ON v.id = g.revision JOIN document d ON d.id = v.document WHERE g.id = ?`,
    ).get(reading);
    const annotation = row ? readReading(record, reading) : null;
    if (!row || annotation === null) return [];
    const copies = prepare("SELECT other, share FROM near_copy WHERE document = ? ORDER BY share DESC, other")
      .all(Number(row.document))
      .map((copy) => ({ document: publicId("document", Number(copy.other)), share: Number(copy.share) }));
    const publisher = row.publisher === null ? null : String(row.publisher);
    return [{ document: publicId("document", Number(row.document)), publisher, annotation, copies }];
  });
}

/** The documents of a story by their newest readings. */
export function storyTold(record: CaseRecord, story: number): readonly Told[] {
  const readings = statementsOf(record)(
    "SELECT c.reading FROM story_document s JOIN current c ON c.document = s.document WHERE s.story = ? ORDER BY s.document",
  )
    .all(story)
    .map((row) => Number(row.reading));
  return toldOf(record, readings);
}

/** Row numbers of the stories whose ledgers have to be made. */
export const staleStories = (record: CaseRecord): readonly number[] =>
  statementsOf(record)("SELECT id FROM story WHERE stale = 1 AND joined IS NULL ORDER BY id")
    .all()
    .map((row) => Number(row.id));

/** The kept ledger of a story ("t7"); null where there is no such story, or its ledger was not made yet. */
export function readLedger(record: CaseRecord, story: string): Ledger | null {
  const row = statementsOf(record)("SELECT ledger FROM story WHERE id = ?").get(rowOf("story", story));
  return row?.ledger == null ? null : (JSON.parse(String(row.ledger)) as Ledger);
}

/** Keeps the ledger of a story in place of the one before, with what finds its claims, happenings and relations; `maker` says what made it. */
export function keepLedger(record: CaseRecord, story: number, ledger: Ledger, maker: string): void {
  const prepare = statementsOf(record);
  dropLedger(prepare, story);
  const claim = prepare("INSERT OR IGNORE INTO ledger_claim (document, attribution, story, claim) VALUES (?, ?, ?, ?)");
  for (const { id, places } of ledger.claims)
    for (const { document, attribution } of places)
      if (attribution !== null) claim.run(rowOf("document", document), attribution, story, id);
  const event = prepare("INSERT OR IGNORE INTO ledger_event (document, event, story, happening) VALUES (?, ?, ?, ?)");
  for (const { id, places } of ledger.happenings)
    for (const { document, event: mention } of places) event.run(rowOf("document", document), mention, story, id);
  const relation = prepare(
    "INSERT INTO ledger_relation (story, position, kind, slot, from_claim, to_claim) VALUES (?, ?, ?, ?, ?, ?)",
  );
  for (const [position, { kind, slot, from, to }] of ledger.relations.entries())
    relation.run(story, position, kind, slot, from, to);
  prepare("UPDATE story SET ledger = ?, maker = ?, stale = 0 WHERE id = ?").run(JSON.stringify(ledger), maker, story);
}
