import { done, type Outcome, problem } from "../model/outcome.ts";
import type { Decision } from "../model/record.ts";
import { isInside } from "./check.ts";
import { publicId, rowOf } from "./id.ts";
import type { CaseRecord } from "./open.ts";
import { problemOf } from "./problem.ts";
import { transact } from "./transact.ts";

/** A decision before the record has it. */
export type NewDecision = Omit<Decision, "id" | "withdrawnAt">;

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const refused = (why: string) => problem("decision/refused", `The decision was not kept: ${why}`);

/**
 * Keeps a decision; it is on the disk when this returns. Fails with `document/unknown` where the revision is not in the case, with
 * `decision/refused` where a span is empty or outside its text, nobody is named, or the value is not JSON, and as `transact` does.
 */
export function decide(record: CaseRecord, decision: NewDecision): Outcome<Decision> {
  const { anchor, action, value, by, at, why } = decision;
  if (by.trim() === "") return refused("nobody is named who made it. Give a name.");
  if (value !== null && !isJson(value))
    return refused(`its value is not JSON: ${value.slice(0, 80)}. Write it as JSON.`);
  return transact(
    record,
    () => {
      const revision = rowOf("revision", anchor.revision);
      const text = record.sqlite
        .prepare("SELECT text.body FROM revision JOIN text ON text.id = revision.text WHERE revision.id = ?")
        .get(revision);
      if (!text) {
        return problem(
          "document/unknown",
          `No revision ${anchor.revision} is in the case. Ask for the document again.`,
        );
      }
      const { length } = String(text.body);
      const outside = anchor.spans.find((span) => !isInside(span, length));
      if (outside) {
        return refused(
          `the span [${outside.join(", ")}] is empty or outside the text of ${length} units. Mark it again.`,
        );
      }
      const { lastInsertRowid } = record.sqlite
        .prepare(
          "INSERT INTO decision (revision, layer, spans, field, action, value, by, at, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .run(revision, anchor.layer, JSON.stringify(anchor.spans), anchor.field, action, value, by, at, why);
      return done({ ...decision, id: publicId("decision", Number(lastInsertRowid)), withdrawnAt: null });
    },
    true,
  );
}

/**
 * Withdraws a decision ("n3") at `at`, ISO 8601; it stays in the record with that time.
 * Fails with `decision/refused` where there is none of that id or it was withdrawn before, and as `transact` does.
 */
export function withdrawDecision(record: CaseRecord, decision: string, at: string): Outcome<Decision> {
  return transact(
    record,
    () => {
      const { changes } = record.sqlite
        .prepare("UPDATE decision SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL")
        .run(at, rowOf("decision", decision));
      if (Number(changes) === 1)
        return done(decisionsWhere(record, "decision.id = ?", rowOf("decision", decision))[0]!);
      return problem("decision/refused", `There is no decision ${decision} that could be withdrawn. Look its id up.`);
    },
    true,
  );
}

/** Decisions about any revision of a document ("d12"), in the order in which they were made; withdrawn ones too. Fails with `case/damaged`. */
export function decisionsOf(record: CaseRecord, document: string): Outcome<readonly Decision[]> {
  try {
    return done(decisionsWhere(record, "revision.document = ?", rowOf("document", document)));
  } catch (error) {
    return problemOf(error, record.path);
  }
}

const decisionsWhere = (record: CaseRecord, condition: string, value: number | null): readonly Decision[] =>
  record.sqlite
    .prepare(
      `SELECT decision.* FROM decision JOIN revision ON revision.id = decision.revision WHERE ${condition} ORDER BY decision.id`,
    )
    .all(value)
    .map((row) => {
      const { id, revision, layer, spans, field, withdrawn_at, ...rest } = row;
      return {
        ...rest,
        id: publicId("decision", Number(id)),
        anchor: { revision: publicId("revision", Number(revision)), layer, spans: JSON.parse(String(spans)), field },
        withdrawnAt: withdrawn_at,
      } as unknown as Decision;
    });
