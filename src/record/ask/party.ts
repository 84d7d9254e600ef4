import { sql } from "kysely";
import type { ActorKind } from "../../model/actor.ts";
import type { CaseRecord } from "../open.ts";

/** Somebody who plays a part in a claim or an event, as the document names him. */
export interface ActorRef {
  /** "r14.a1": actor a1 of the cited run's reading of revision r14. Identity over documents is not claimed by it. */
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly named: boolean;
  /** Known to be public; null where it is not known, and then to be treated as private. */
  readonly public: boolean | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

interface PartyRecord {
  readonly reading: number;
  readonly owner: string;
  readonly part: string;
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly named: number;
  readonly public: number | null;
  readonly country: string | null;
}

/** Who plays a part in what: owner is `reading.localId`; the lists are in the order of the record. */
export type Parties = (owner: string, revision: number) => (part: string) => readonly ActorRef[];

/** The actors of all attributions or events of `readings` (a JSON list). */
export async function actorsOf(record: CaseRecord, of: "attribution" | "event", readings: string): Promise<Parties> {
  const { rows } = await sql<PartyRecord>`
    SELECT x.reading, x.${sql.ref(of)} AS owner, x.part, y.id, y.name, y.kind, y.named, y.public, y.country
    FROM json_each(${readings}) wanted CROSS JOIN ${sql.table(`${of}_actor`)} x ON x.reading = wanted.value
      CROSS JOIN actor y ON y.reading = x.reading AND y.id = x.actor
    ORDER BY x.reading, x.${sql.ref(of)}, x.part, x.position
  `.execute(record.db);
  const byOwner = Map.groupBy(rows, (row) => `${row.reading}.${row.owner}`);
  return (owner, revision) => (part) =>
    (byOwner.get(owner) ?? [])
      .filter((row) => row.part === part)
      .map((row) => ({
        id: `r${revision}.${row.id}`,
        name: row.name,
        kind: row.kind,
        named: row.named === 1,
        public: row.public === null ? null : row.public === 1,
        country: row.country,
      }));
}
