import type { DatabaseSync, StatementSync } from "node:sqlite";

/** Gives the statement for a text of SQL. */
export type Prepare = (sql: string) => StatementSync;

const prepared = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

/**
 * Gives the statement for a text of SQL, prepared once for each case: preparing costs more than running a small one.
 * Only for texts of which there are few, and never for `iterate`: a statement has one cursor.
 */
export function statementsOf({ sqlite }: { readonly sqlite: DatabaseSync }): Prepare {
  const known = prepared.get(sqlite) ?? new Map<string, StatementSync>();
  prepared.set(sqlite, known);
  return (sql) => {
    const statement = known.get(sql) ?? sqlite.prepare(sql);
    known.set(sql, statement);
    return statement;
  };
}
