import { sha256 } from "./hash.ts";
import type { CaseRecord } from "./open.ts";
import type { Tables } from "./tables.ts";

/** The tables that hold what is known, each with its key. Not here: the writer's row, and what is made from these tables. */
const dumped: readonly (readonly [table: keyof Tables, key: string])[] = [
  ["blob", "sha256"],
  ["text", "id"],
  ["document", "id"],
  ["revision", "id"],
  ["run", "id"],
  ["reading", "id"],
  ["actor", "reading, id"],
  ["name", "id"],
  ["name_key", "key, name"],
  ["actor_form", "name, reading, actor"],
  ["mention", "reading, id"],
  ["timex", "reading, id"],
  ["place", "reading, id"],
  ["attribution", "reading, id"],
  ["attribution_actor", "reading, attribution, part, position"],
  ["mark", "reading, id"],
  ["attribution_mark", "reading, attribution, position"],
  ["event", "reading, id"],
  ["event_actor", "reading, event, part, position"],
  ["quantity", "reading, id"],
  ["decision", "id"],
  ["link", "id"],
  ["tombstone", "id"],
  ["spelling", "key, form"],
];

/** When the desk recorded a row: no two runs agree on it, and it says nothing of what was recorded. */
const isTimeOfRecording = (table: string, column: string): boolean =>
  column === "recorded_at" || (table === "run" && column === "at");

/**
 * Every table of the case as JSON lines, one row a line, in the order of their keys; times of recording left out and bytes given by their hash.
 * Two cases hold the same record if and only if their dumps are equal. Throws what SQLite throws.
 */
export function* dumpLines(record: CaseRecord): Iterable<string> {
  for (const [table, key] of dumped) {
    for (const row of record.sqlite.prepare(`SELECT * FROM ${table} ORDER BY ${key}`).iterate()) {
      const cells = Object.entries(row)
        .filter(([column]) => !isTimeOfRecording(table, column))
        .map(([column, value]) => [column, value instanceof Uint8Array ? sha256(value) : value] as const);
      yield JSON.stringify({ table, ...Object.fromEntries(cells) });
    }
  }
}

/** `dumpLines`, joined. */
export const dump = (record: CaseRecord): string => [...dumpLines(record)].join("\n");
