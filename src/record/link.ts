import { done, type Outcome, problem } from "../model/outcome.ts";
import type { Link } from "../model/record.ts";
import { linkEnd, publicId, rowOf } from "./id.ts";
import type { CaseRecord } from "./open.ts";
import { statementsOf } from "./statement.ts";
import { unsettle } from "./story.ts";
import { transact } from "./transact.ts";

/** A link before the record has it. An end is `reading.localId`; for a story, which joins whole documents, `reading.document`. */
export type NewLink = Omit<Link, "id" | "withdrawnAt">;

/** Where the ends of each kind of link are kept. */
const tables: Readonly<Record<Link["kind"], string>> = {
  actor: "actor",
  claim: "attribution",
  happening: "event",
  story: "reading",
};

/** Row of an end that is in the case; null where there is none. */
function foundEnd(record: CaseRecord, kind: Link["kind"], text: string): ReturnType<typeof linkEnd> {
  const end = linkEnd(text);
  if (!end) return null;
  const found =
    kind === "story"
      ? end.id === "document" && record.sqlite.prepare("SELECT 1 FROM reading WHERE id = ?").get(end.reading)
      : record.sqlite.prepare(`SELECT 1 FROM ${tables[kind]} WHERE reading = ? AND id = ?`).get(end.reading, end.id);
  return found ? end : null;
}

/** Has the stories of both ends looked at again: what is linked there, and what their ledgers say. */
function unsettleLinked(record: CaseRecord, row: number | null): void {
  const ends = record.sqlite
    .prepare(
      `SELECT v.document FROM link l JOIN reading g ON g.id IN (l.from_reading, l.to_reading)
       JOIN revision v ON v.id = g.revision WHERE l.id = ? AND l.kind <> 'actor'`,
    )
    .all(row);
  unsettle(
    statementsOf(record),
    ends.map(({ document }) => Number(document)),
  );
}

/**
 * Keeps a link; it is on the disk when this returns. Fails with `decision/refused` where an end is not in the case, both are the same,
 * or no reason is given, and as `transact` does.
 */
export function link(record: CaseRecord, made: NewLink): Outcome<Link> {
  if (made.reason.trim() === "")
    return problem("decision/refused", "A link needs a reason, and there is none. Give one.");
  if (made.from === made.to) return problem("decision/refused", `Both ends are ${made.from}. Name two things.`);
  return transact(
    record,
    () => {
      const from = foundEnd(record, made.kind, made.from);
      const to = foundEnd(record, made.kind, made.to);
      if (!from || !to) {
        return problem(
          "decision/refused",
          `No ${made.kind} ${from ? made.to : made.from} is in the case, so nothing was linked. Ask for it again.`,
        );
      }
      const { lastInsertRowid } = record.sqlite
        .prepare(
          "INSERT INTO link (kind, from_reading, from_id, to_reading, to_id, reason, at, apart) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .run(made.kind, from.reading, from.id, to.reading, to.id, made.reason, made.at, made.apart ? 1 : 0);
      unsettleLinked(record, Number(lastInsertRowid));
      return done({
        ...made,
        apart: made.apart ?? false,
        id: publicId("link", Number(lastInsertRowid)),
        withdrawnAt: null,
      });
    },
    true,
  );
}

/** Withdraws a link ("l7") at `at`, ISO 8601; it stays in the record with that time. Fails as `withdrawDecision` does. */
export function withdrawLink(record: CaseRecord, linkId: string, at: string): Outcome<Link> {
  return transact(
    record,
    () => {
      const row = record.sqlite
        .prepare(
          `UPDATE link SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL
           RETURNING kind, from_reading || '.' || from_id AS "from", to_reading || '.' || to_id AS "to", reason, at, withdrawn_at AS withdrawnAt, apart`,
        )
        .get(at, rowOf("link", linkId));
      if (row) {
        unsettleLinked(record, rowOf("link", linkId));
        return done({ ...row, apart: row.apart === 1, id: linkId } as unknown as Link);
      }
      return problem("decision/refused", `There is no link ${linkId} that could be withdrawn. Look its id up.`);
    },
    true,
  );
}
