import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { SqliteDialect } from "kysely";

/** What Kysely's SQLite driver wants of a prepared statement. */
interface KyselyStatement {
  readonly reader: boolean;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>;
}

// SQLite has no booleans, and node:sqlite refuses them.
const bound = (parameters: readonly unknown[]): SQLInputValue[] =>
  parameters.map((one) => (one === true ? 1 : one === false ? 0 : one)) as SQLInputValue[];

/** More distinct statements than a desk's questions have; past it the oldest is prepared again. */
const cacheSize = 256;

/**
 * Kysely over `node:sqlite`, for asking only: a statement that gives no rows throws.
 * All callers share one connection, so a transaction that waits for something would take in other callers' statements;
 * writing therefore goes through `transact`, which cannot wait.
 */
export function readingDialect(sqlite: DatabaseSync): SqliteDialect {
  const cache = new Map<string, KyselyStatement>();
  const statementOf = (sql: string): KyselyStatement => {
    const statement: StatementSync = sqlite.prepare(sql);
    const reader = statement.columns().length > 0;
    return {
      reader,
      all: (parameters) => statement.all(...bound(parameters)),
      run: () => {
        throw new Error(`the record is written by src/record/write.ts, not through Kysely: ${sql}`);
      },
      // A statement has one cursor: two streams of one question each need their own.
      iterate: (parameters) => sqlite.prepare(sql).iterate(...bound(parameters)) as IterableIterator<unknown>,
    };
  };
  return new SqliteDialect({
    database: {
      close: () => sqlite.close(),
      prepare: (sql) => {
        const known = cache.get(sql);
        if (known) return known;
        const made = statementOf(sql);
        const oldest = cache.keys().next().value;
        if (cache.size >= cacheSize && oldest !== undefined) cache.delete(oldest);
        cache.set(sql, made);
        return made;
      },
    },
  });
}
