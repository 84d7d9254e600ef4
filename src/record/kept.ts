import type { Finding } from "./finding.ts";
import type { CaseRecord } from "./open.ts";
import type { statementsOf } from "./statement.ts";

const columns = "document, revision, reading, publisher, lang, published_first, published_last, recorded_at";

/** Keeps what is shown of a document, after a reading of it was written. */
export function keepCurrent(prepare: ReturnType<typeof statementsOf>, document: number): void {
  prepare(`INSERT OR REPLACE INTO current (${columns}) SELECT ${columns} FROM newest WHERE document = ?`).run(document);
}

/** Is what is kept of every document what its newest reading gives? */
export function* currentFaults({ sqlite }: CaseRecord): Iterable<Finding> {
  const differing = (one: string, other: string) =>
    sqlite.prepare(
      `SELECT document FROM (SELECT ${columns} FROM ${one} EXCEPT SELECT ${columns} FROM ${other}) ORDER BY document`,
    );
  const told = (document: unknown, fault: string): Finding => ({
    table: "current",
    where: `document d${String(document)}`,
    fault,
  });
  for (const { document } of differing("newest", "current").iterate()) {
    yield told(document, "what is kept of its newest reading is not what that reading gives");
  }
  for (const { document } of differing("current", "newest").iterate()) {
    yield told(document, "what is kept of it is of no newest reading");
  }
}
