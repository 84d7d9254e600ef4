import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { type Prepare, statementsOf } from "./statement.ts";

type Row = Readonly<Record<string, SQLOutputValue>>;

/**
 * SQL over `actor y`: may be listed across documents. A person must be known to be public; unnamed ones belong to their document.
 * Where it is not known whether a person is public, the person is private.
 */
const isListed = "y.named = 1 AND (y.kind <> 'person' OR y.public = 1)";

/** The listed actors of a reading: what `presence` keeps of each, with its full name, kind and country. */
const presenceOf = `
  SELECT y.id AS actor, y.name, y.kind, y.country,
    (SELECT count(DISTINCT x.attribution) FROM attribution_actor x
      WHERE x.reading = y.reading AND x.actor = y.id AND x.part = 'speaker') AS claims,
    (SELECT count(DISTINCT x.event) FROM event_actor x WHERE x.reading = y.reading AND x.actor = y.id) AS events
  FROM actor y WHERE y.reading = ? AND ${isListed} ORDER BY y.id`;

/** Mentions by a name or a description, in the order of the text. */
const mentionsOf = `
  SELECT m.position, m.start, m."end", m.form, m.actor FROM mention m JOIN actor y ON y.reading = m.reading AND y.id = m.actor
  WHERE m.reading = ? AND m.form <> 'pronoun' AND ${isListed} ORDER BY m.position`;

const bodyOf =
  "SELECT t.body FROM reading g JOIN revision v ON v.id = g.revision JOIN text t ON t.id = v.text WHERE g.id = ?";

/** A form as printed, white space made plain. */
export const plain = (words: string): string => (/\s\s|[^\S ]/.test(words) ? words.replace(/\s+/g, " ") : words);

interface Presence {
  readonly actor: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
  readonly claims: number;
  readonly events: number;
  nameAt: number | null;
  nominalAt: number | null;
}

interface Naming {
  readonly of: Presence;
  readonly form: string;
  names: number;
  nominals: number;
}

/** What is to be kept of a reading, made from its actors, mentions and text. */
function derived(
  prepare: Prepare,
  reading: number,
): { readonly presences: readonly Presence[]; readonly namings: readonly Naming[] } {
  const presences = prepare(presenceOf)
    .all(reading)
    .map((row: Row) => ({ ...row, nameAt: null, nominalAt: null }) as unknown as Presence);
  if (presences.length === 0) return { presences, namings: [] };
  const byActor = new Map(presences.map((one) => [one.actor, one]));
  const body = String(prepare(bodyOf).get(reading)?.body ?? "");
  const namings = new Map<string, Naming>();
  for (const row of prepare(mentionsOf).all(reading)) {
    const of = byActor.get(String(row.actor));
    if (!of) continue;
    const form = plain(body.slice(Number(row.start), Number(row.end)));
    // Two actors of one reading may be one identity: their namings are one.
    const key = JSON.stringify([of.name, of.kind, of.country, form]);
    const naming = namings.get(key) ?? { of, form, names: 0, nominals: 0 };
    namings.set(key, naming);
    if (row.form === "name") {
      naming.names += 1;
      of.nameAt ??= Number(row.position);
    } else {
      naming.nominals += 1;
      of.nominalAt ??= Number(row.position);
    }
  }
  return { presences, namings: [...namings.values()] };
}

const identityOf = (prepare: Prepare, { name, kind, country }: Presence): number | null => {
  const row = prepare(
    "SELECT id FROM identity WHERE name = ? AND kind = ? AND coalesce(country, '') = coalesce(?, '')",
  ).get(name, kind, country);
  return row ? Number(row.id) : null;
};

/** Keeps who stands in a reading and what they are called there. Its layers must have been written. */
export function keepPresence(prepare: Prepare, reading: number): void {
  const { presences, namings } = derived(prepare, reading);
  const ids = new Map<Presence, number>();
  for (const one of presences) {
    const id =
      identityOf(prepare, one) ??
      Number(
        prepare("INSERT INTO identity (name, kind, country) VALUES (?, ?, ?)").run(one.name, one.kind, one.country)
          .lastInsertRowid,
      );
    ids.set(one, id);
    prepare("INSERT INTO presence VALUES (?, ?, ?, ?, ?, ?, ?)").run(
      reading,
      one.actor,
      id,
      one.claims,
      one.events,
      one.nameAt,
      one.nominalAt,
    );
  }
  const insert = prepare("INSERT INTO naming VALUES (?, ?, ?, ?, ?)");
  for (const { of, form, names, nominals } of namings) insert.run(ids.get(of)!, form, reading, names, nominals);
}

/** Keeps what was not kept before there were these tables: for every reading of the file. */
export function keepAllPresences(sqlite: DatabaseSync): void {
  const prepare = statementsOf({ sqlite });
  for (const { id } of sqlite.prepare("SELECT id FROM reading ORDER BY id").all()) keepPresence(prepare, Number(id));
}

/** Takes a reading out of what is kept, and the names that nobody else has. */
export function removePresence(sqlite: DatabaseSync, reading: number): void {
  const identities = sqlite.prepare("SELECT DISTINCT identity FROM presence WHERE reading = ?").all(reading);
  sqlite.prepare("DELETE FROM naming WHERE reading = ?").run(reading);
  sqlite.prepare("DELETE FROM presence WHERE reading = ?").run(reading);
  const leave = sqlite.prepare(
    "DELETE FROM identity WHERE id = ? AND NOT EXISTS (SELECT 1 FROM presence WHERE identity = identity.id)",
  );
  for (const { identity } of identities) leave.run(Number(identity));
}

/** What is wrong with what is kept of a reading, a sentence each. */
export function* presenceFaults(prepare: Prepare, reading: number): Iterable<string> {
  const { presences, namings } = derived(prepare, reading);
  const kept = (sql: string): ReadonlySet<string> =>
    new Set(
      prepare(sql)
        .all(reading)
        .map((row) => JSON.stringify(Object.values(row))),
    );
  const compared = [
    [
      "presence",
      kept(`SELECT p.actor, i.name, i.kind, i.country, p.claims, p.events, p.name_at, p.nominal_at
        FROM presence p JOIN identity i ON i.id = p.identity WHERE p.reading = ?`),
      presences.map((one) => [
        one.actor,
        one.name,
        one.kind,
        one.country,
        one.claims,
        one.events,
        one.nameAt,
        one.nominalAt,
      ]),
    ],
    [
      "naming",
      kept(`SELECT i.name, i.kind, i.country, n.form, n.names, n.nominals
        FROM naming n JOIN identity i ON i.id = n.identity WHERE n.reading = ?`),
      namings.map(({ of, form, names, nominals }) => [of.name, of.kind, of.country, form, names, nominals]),
    ],
  ] as const;
  for (const [table, rows, expected] of compared) {
    if (rows.size !== expected.length) yield `there are ${rows.size} rows of ${table} instead of ${expected.length}`;
    for (const row of expected.map((one) => JSON.stringify(one))) {
      if (!rows.has(row)) yield `a row of ${table} should be ${row}`;
    }
  }
}
