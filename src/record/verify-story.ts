import type { AnnotatedDocument } from "../model/annotation.ts";
import type { Ledger } from "../model/ledger.ts";
import type { Profile, Told } from "../model/story.ts";
import type { Finding } from "./finding.ts";
import { storyTold } from "./ledger.ts";
import type { CaseRecord } from "./open.ts";
import { readReading } from "./read.ts";
import { statementsOf } from "./statement.ts";
import { indexedOf } from "./story.ts";

/** Makes again what is kept of stories but is made outside of the record. */
export interface Remade {
  /** What makes it: only what this one made can be compared. */
  readonly maker: string;
  profileOf(annotation: AnnotatedDocument): Profile;
  ledgerOf(told: readonly Told[]): Ledger;
}

const ofDocument = (document: unknown, fault: string): Finding => ({
  table: "story_document",
  where: `document d${String(document)}`,
  fault,
});
const ofStory = (story: unknown, fault: string): Finding => ({
  table: "story",
  where: `story t${String(story)}`,
  fault,
});

/** Rows that must not be there, each with what is wrong with it. */
const faulty: readonly (readonly [sql: string, found: (row: Readonly<Record<string, unknown>>) => Finding])[] = [
  [
    `SELECT s.document FROM story_document s LEFT JOIN story_profile p ON p.document = s.document WHERE p.document IS NULL AND s.settled = 1`,
    (row) => ofDocument(row.document, "it is in a story, and what it is compared by is gone"),
  ],
  [
    `SELECT s.document FROM story_document s JOIN story t ON t.id = s.story WHERE t.joined IS NOT NULL`,
    (row) => ofDocument(row.document, "it is in a story that was joined to another"),
  ],
  [
    `SELECT id FROM story WHERE joined IS NULL AND NOT EXISTS (SELECT 1 FROM story_document WHERE story = story.id)`,
    (row) => ofStory(row.id, "no document is in it: it should have been removed"),
  ],
  [
    `SELECT p.document FROM story_pair p LEFT JOIN story_pair b ON b.document = p.other AND b.other = p.document
     WHERE b.score IS NOT p.score`,
    (row) => ofDocument(row.document, "its likeness to another document is not told from both sides"),
  ],
  [
    `SELECT DISTINCT story FROM (SELECT story FROM ledger_claim UNION ALL SELECT story FROM ledger_event UNION ALL SELECT story FROM ledger_relation)
     WHERE story NOT IN (SELECT id FROM story WHERE ledger IS NOT NULL)`,
    (row) => ofStory(row.story, "its ledger is gone, and what finds its claims is still there"),
  ],
];

/**
 * Are stories what their documents make them? What documents are compared by, its index, and the ledgers are made again, where `remade` can;
 * documents that were not put into a story yet, ledgers that are told to be out of date, and what another maker made (`madeByOthers`), are no faults. Throws what SQLite throws.
 */
export function* storyFaults(record: CaseRecord, remade: Remade | null): Iterable<Finding> {
  const prepare = statementsOf(record);
  for (const [sql, found] of faulty) for (const row of record.sqlite.prepare(sql).all()) yield found(row);
  const profiles = record.sqlite
    .prepare(
      "SELECT p.document, p.reading, p.profile, p.maker FROM story_profile p JOIN current c ON c.reading = p.reading ORDER BY p.document",
    )
    .all();
  for (const { document, reading, profile, maker } of profiles) {
    const kept = parsed<Profile>(profile);
    if (!Array.isArray(kept?.terms)) {
      yield ofDocument(document, "what it is compared by cannot be read any more");
      continue;
    }
    if (remade && maker !== remade.maker) continue;
    const terms = prepare("SELECT term, day, weight FROM story_term WHERE document = ? ORDER BY term")
      .all(Number(document))
      .map(({ term, day, weight }) => [term, day, weight]);
    const expected = indexedOf(kept).toSorted(([one], [other]) => (one < other ? -1 : 1));
    if (JSON.stringify(terms) !== JSON.stringify(expected)) yield ofDocument(document, "it is not found by its terms");
    const annotation = remade && readAnew(record, Number(reading));
    if (annotation && JSON.stringify(remade.profileOf(annotation)) !== profile)
      yield ofDocument(document, "what it is compared by is not that of its newest reading");
  }
  if (remade) yield* ledgerFaults(record, remade);
}

function* ledgerFaults(record: CaseRecord, remade: Remade): Iterable<Finding> {
  for (const { id, ledger, maker } of record.sqlite
    .prepare("SELECT id, ledger, maker FROM story WHERE stale = 0 AND ledger IS NOT NULL ORDER BY id")
    .all()) {
    if (parsed<Ledger>(ledger) === null) {
      yield ofStory(id, "its ledger cannot be read any more");
      continue;
    }
    if (maker !== remade.maker) continue;
    let made: string;
    try {
      made = JSON.stringify(remade.ledgerOf(storyTold(record, Number(id))));
    } catch (error) {
      // Lists that are no JSON any more are told of the reading itself.
      if (!(error instanceof SyntaxError)) throw error;
      continue;
    }
    if (made !== ledger) yield ofStory(id, "its ledger is not what its documents say");
  }
}

function parsed<T>(json: unknown): T | null {
  try {
    return JSON.parse(String(json)) as T;
  } catch {
    return null;
  }
}

/** The reading; null where it is damaged, which is told of the reading itself. */
function readAnew(record: CaseRecord, reading: number): AnnotatedDocument | null {
  try {
    return readReading(record, reading);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
