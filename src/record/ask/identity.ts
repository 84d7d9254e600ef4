import { type RawBuilder, sql } from "kysely";
import type { ActorKind } from "../../model/actor.ts";
import type { Block } from "../../model/block.ts";
import type { MentionForm } from "../../model/mention.ts";
import { spellingKey } from "../../model/spelling.ts";
import type { CaseRecord } from "../open.ts";
import { type Cited, citedIn, type Head, headsOf, spansIn } from "./cited.ts";
import { type DocumentFilter, documentConditions } from "./filter.ts";
import { bestPassage } from "./passage.ts";
import { allOf, isCurrent, type Window } from "./window.ts";

/** An actor of one current reading, who may be listed. */
export interface Member {
  readonly reading: number;
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly document: number;
}

/** Who calls an actor what. */
export interface NameUse {
  /** Words as printed, white space made plain. */
  readonly form: string;
  /** A name, or a description ("the long-serving leader"). Pronouns are left out. */
  readonly by: Exclude<MentionForm, "pronoun">;
  readonly publisher: string | null;
  readonly count: number;
}

/**
 * SQL over `actor y`: may be listed across documents. A person must be known to be public; unnamed ones belong to their document.
 * Where it is not known whether a person is public, the person is private.
 */
export const isListed = sql`y.named = 1 AND (y.kind <> 'person' OR y.public = 1)`;

/** The listed actors of the current readings that fit, in order of publication, document and the text. */
export async function membersOf(
  record: CaseRecord,
  filter: DocumentFilter & Window,
  conditions: readonly (RawBuilder<unknown> | null)[],
): Promise<readonly Member[]> {
  const { rows } = await sql<Member>`
    SELECT y.reading, y.id, y.name, y.kind, y.country, v.document
    FROM revision v CROSS JOIN reading g ON g.revision = v.id CROSS JOIN document d ON d.id = v.document
      CROSS JOIN actor y ON y.reading = g.id
    WHERE ${allOf([...(await documentConditions(record, filter)), ...conditions, isListed, isCurrent(filter)])}
    ORDER BY v.published_first NULLS LAST, v.id, y.position
  `.execute(record.db);
  return rows;
}

/**
 * Members that are taken for one actor: the same spelling key of the full name, the same kind, the same country.
 * Links between documents, which an analyst can withdraw, are to take the place of this rule. Groups are in order of their first member.
 */
export function identitiesOf(members: readonly Member[]): readonly (readonly Member[])[] {
  const keys = new Map<string, string>();
  const keyOf = (name: string): string => {
    const known = keys.get(name) ?? (spellingKey(name) || name);
    keys.set(name, known);
    return known;
  };
  return [...Map.groupBy(members, (one) => `${one.kind} ${one.country ?? ""} ${keyOf(one.name)}`).values()];
}

/** The commonest name of an identity; of equally common ones, the first in the alphabet. */
export function commonName(members: readonly Member[]): string {
  const counts = countsOf(members.map((one) => one.name));
  return [...counts].sort(([a, x], [b, y]) => y - x || compare(a, b))[0]![0];
}

/** How often each of `values` occurs. */
export function countsOf<Value>(values: Iterable<Value>): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Order of UTF-16 units: the same on every machine, unlike a locale's. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface MentionRecord {
  readonly reading: number;
  readonly actor: string;
  readonly start: number;
  readonly end: number;
  readonly form: "name" | "nominal";
}

/** What is printed of an identity: its first mention, and who calls it what. */
export interface Printed {
  readonly cited: Cited;
  /** The commonest first. */
  readonly names: readonly NameUse[];
}

/** Texts of so many documents are in memory together. */
const stretch = 250;

const opening = (head: Head): Cited =>
  citedIn(
    head,
    bestPassage(head.body, [], spansIn(head.sentences), JSON.parse(head.blocks) as readonly Block[])?.span ?? [0, 0],
  );

/**
 * For each of `identities`, its first mention by name (else by description, else the first sentence of its document) and the names
 * it is given. One pass over the documents, however many identities there are. An identity whose documents were forgotten meanwhile is null.
 */
export async function printedOf(
  record: CaseRecord,
  identities: readonly (readonly Member[])[],
): Promise<readonly (Printed | null)[]> {
  const identityOf = new Map(
    identities.flatMap((members, at) => members.map((one) => [`${one.reading}.${one.id}`, at])),
  );
  const cited = identities.map((): { cited: Cited; rank: number } | null => null);
  const uses = identities.map(() => new Map<string, { -readonly [Key in keyof NameUse]: NameUse[Key] }>());
  const cite = (at: number, rank: number, make: () => Cited): void => {
    const known = cited[at];
    if (!known || known.rank < rank) cited[at] = { cited: make(), rank };
  };
  const readings = [...new Set(identities.flatMap((members) => members.map((one) => one.reading)))].sort(
    (a, b) => a - b,
  );
  for (let from = 0; from < readings.length; from += stretch) {
    const heads = await headsOf(record, readings.slice(from, from + stretch));
    const { rows } = await sql<MentionRecord>`
      SELECT m.reading, m.actor, m.start, m."end", m.form
      FROM json_each(${JSON.stringify([...heads.keys()])}) wanted CROSS JOIN mention m ON m.reading = wanted.value
      WHERE m.actor IS NOT NULL AND m.form <> 'pronoun' ORDER BY m.reading, m.position
    `.execute(record.db);
    for (const row of rows) {
      const [at, head] = [identityOf.get(`${row.reading}.${row.actor}`), heads.get(row.reading)!];
      if (at === undefined) continue;
      cite(at, row.form === "name" ? 2 : 1, () => citedIn(head, [row.start, row.end]));
      const form = head.body.slice(row.start, row.end).replace(/\s+/g, " ");
      const key = JSON.stringify([form, row.form, head.publisher]);
      const use = uses[at]!.get(key);
      if (use) use.count += 1;
      else uses[at]!.set(key, { form, by: row.form, publisher: head.publisher, count: 1 });
    }
  }
  const unprinted = identities.filter((_, at) => cited[at] === null).flatMap((members) => members.slice(0, 1));
  const heads = await headsOf(
    record,
    unprinted.map((one) => one.reading),
  );
  for (const one of unprinted) {
    const head = heads.get(one.reading);
    if (head) cite(identityOf.get(`${one.reading}.${one.id}`)!, 0, () => opening(head));
  }
  return identities.map((_, at) => {
    const found = cited[at];
    if (!found) return null;
    const names = [...uses[at]!.values()].sort(
      (a, b) => b.count - a.count || compare(a.form, b.form) || compare(a.publisher ?? "", b.publisher ?? ""),
    );
    return { cited: found.cited, names };
  });
}
