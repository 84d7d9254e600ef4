import { done, type Outcome } from "../model/outcome.ts";
import type { CaseRecord } from "./open.ts";
import { statementsOf } from "./statement.ts";
import { transact } from "./transact.ts";

/** Longer texts are lists or archives, whose lines say nothing of a page's furniture. */
const longestText = 100_000;

const key = "compared_up_to";

/**
 * Row of the last document whose lines may be compared with those of new ones; 0 where there is none. It moves when a whole run of adding has
 * ended, so that a run that was broken off and goes on reads as an undisturbed one. Throws what SQLite throws.
 */
export const comparedUpTo = (record: CaseRecord): number =>
  Number(statementsOf(record)("SELECT value FROM case_info WHERE key = ?").get(key)?.value ?? 0);

/** From now on every document of the case is compared with new ones. Fails as `transact` does. */
export const compareUpToNow = (record: CaseRecord): Outcome<null> =>
  transact(record, () => {
    const last = Number(statementsOf(record)("SELECT coalesce(max(id), 0) AS id FROM document").get()?.id);
    if (last !== comparedUpTo(record))
      statementsOf(record)("INSERT OR REPLACE INTO case_info (key, value) VALUES (?, ?)").run(key, String(last));
    return done(null);
  });

/**
 * Texts of the documents of a publisher, upper and lower case alike, the last recorded first, `most` at most; only documents up to row `last`.
 * Throws what SQLite throws.
 */
export const latestTexts = (
  record: CaseRecord,
  publisher: string,
  { last, most }: { readonly last: number; readonly most: number },
): readonly string[] =>
  statementsOf(record)(
    `SELECT text.body FROM current JOIN revision ON revision.id = current.revision JOIN text ON text.id = revision.text
     WHERE current.publisher = ? COLLATE NOCASE AND current.document <= ? AND length(text.body) <= ${longestText}
     ORDER BY current.document DESC LIMIT ?`,
  )
    .all(publisher, last, most)
    .map((row) => String(row.body));
