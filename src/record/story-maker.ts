import type { CaseRecord } from "./open.ts";
import { statementsOf } from "./statement.ts";
import { lookAgain } from "./story-settle.ts";

/** What another maker than this one made of a case's stories. */
export interface MadeByOthers {
  /** Stories whose ledgers it made. */
  readonly stories: number;
  /** Documents of which it made what they are compared by. */
  readonly documents: number;
  /** The versions, each once; null for one that did not say. */
  readonly versions: readonly (string | null)[];
}

const versionOf = (maker: unknown): string | null => (maker === null ? null : String(maker).split(" ")[0]!);

/** What other makers than `maker` made; ledgers that are told to be out of date are left out, since they are made anew anyhow. */
export function madeByOthers(record: CaseRecord, maker: string): MadeByOthers {
  const prepare = statementsOf(record);
  const stories = prepare(
    "SELECT maker, count(*) AS count FROM story WHERE ledger IS NOT NULL AND stale = 0 AND maker IS NOT ? GROUP BY maker ORDER BY maker",
  ).all(maker);
  const documents = prepare(
    "SELECT maker, count(*) AS count FROM story_profile WHERE maker IS NOT ? GROUP BY maker ORDER BY maker",
  ).all(maker);
  const total = (rows: typeof stories): number => rows.reduce((sum, { count }) => sum + Number(count), 0);
  return {
    stories: total(stories),
    documents: total(documents),
    versions: [...new Set([...stories, ...documents].map((row) => versionOf(row.maker)))],
  };
}

/**
 * Has all that other makers than `maker` made of stories made anew when stories are next settled. Ledgers stay readable until then; what documents are compared by goes at
 * once, because likenesses of two makers do not compare.
 */
export function retireOthers(record: CaseRecord, maker: string): void {
  const prepare = statementsOf(record);
  prepare("UPDATE story SET stale = 1 WHERE ledger IS NOT NULL AND stale = 0 AND maker IS NOT ?").run(maker);
  const others = "SELECT document FROM story_profile WHERE maker IS NOT ?";
  if (!prepare(`${others} LIMIT 1`).get(maker)) return;
  prepare(`UPDATE story_document SET settled = 0 WHERE document IN (${others})`).run(maker);
  prepare(`DELETE FROM story_pair WHERE document IN (${others}) OR other IN (${others})`).run(maker, maker);
  prepare(`DELETE FROM story_term WHERE document IN (${others})`).run(maker);
  prepare("DELETE FROM story_profile WHERE maker IS NOT ?").run(maker);
  lookAgain(record);
}
