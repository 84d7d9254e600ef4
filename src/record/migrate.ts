import { readdirSync, readFileSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { keepAllNearCopies } from "./near-copy.ts";
import { keepAllPresences } from "./presence.ts";

/** One step of the schema. `number` is 1, 2, … without gaps; a step that has been released is never changed. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** What SQL cannot do of the step (offsets count UTF-16 units), run after it in the same transaction. */
  readonly fill?: (sqlite: DatabaseSync) => void;
}

const fills: Readonly<Record<string, (sqlite: DatabaseSync) => void>> = {
  "0003-presence.sql": keepAllPresences,
  "0004-near-copy.sql": keepAllNearCopies,
};

const folder = new URL("./schema/", import.meta.url);

/** The migrations of this version, in order: `schema/0001-record.sql`, … Throws where one is missing: the package is broken. */
export function loadMigrations(): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort();
  return names.map((name, at) => {
    if (Number(name.slice(0, 4)) !== at + 1) throw new Error(`schema/${name} should have number ${at + 1}`);
    const fill = fills[name];
    return { number: at + 1, name, sql: readFileSync(new URL(name, folder), "utf8"), ...(fill && { fill }) };
  });
}

let loaded: readonly Migration[] | undefined;

/** `loadMigrations`, read once. */
export const migrations = (): readonly Migration[] => {
  loaded ??= loadMigrations();
  return loaded;
};

/** "STND" in ASCII: what `PRAGMA application_id` of every case is. */
export const applicationId = 0x53_54_4e_44;

/** Number of the last migration that the open file has had; 0 for a new one. */
export const schemaVersion = (sqlite: DatabaseSync): number => {
  const row = sqlite.prepare("PRAGMA user_version").get();
  return Number(row?.user_version ?? 0);
};

/**
 * Brings the open file to the last of `steps`, all in one transaction, so that a crash leaves the version it had.
 * Gives how many steps were taken. Throws what SQLite throws.
 */
export function migrate(sqlite: DatabaseSync, steps: readonly Migration[] = migrations()): number {
  const missingFrom = (version: number) => steps.filter((step) => step.number > version);
  if (missingFrom(schemaVersion(sqlite)).length === 0) return 0;
  sqlite.exec("BEGIN IMMEDIATE");
  try {
    // Asked again, because another process may have taken the steps while this one waited for the lock.
    const missing = missingFrom(schemaVersion(sqlite));
    for (const step of missing) {
      sqlite.exec(step.sql);
      step.fill?.(sqlite);
    }
    const last = missing.at(-1);
    if (last) sqlite.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${last.number}`);
    sqlite.exec("COMMIT");
    return missing.length;
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec("ROLLBACK");
    throw error;
  }
}
