import { type RawBuilder, sql } from "kysely";
import type { ActorKind } from "../../model/actor.ts";
import type { SpellingRow } from "../../model/lexicon.ts";
import { spellingKey } from "../../model/spelling.ts";
import type { CaseRecord } from "../open.ts";
import { type AskContext, type DocumentFilter, documentConditions } from "./filter.ts";
import { allOf, shownIn, type Window } from "./window.ts";

/** Who is taken for one actor over the documents. */
export interface Identity {
  /** Full names, the commonest first; the alphabet decides between equally common ones. */
  readonly names: readonly [string, ...string[]];
  /** Rows of `identity`, one a name. */
  readonly ids: readonly number[];
  readonly kind: ActorKind;
  readonly country: string | null;
}

/** An actor of one current reading, as part of an identity. */
export interface Member {
  readonly reading: number;
  readonly id: string;
}

/** Order of UTF-16 units: the same on every machine, unlike a locale's. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A full name with the number of documents that have it. */
export interface NameGroup {
  readonly id: number;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly documents: number;
}

/** Gives a name's key: the spelling keys of its words, each spelling of a set by the key of the set's first one. */
function keyedBy(spellings: readonly SpellingRow[]): (name: string) => string {
  const first = new Map<string, string>();
  for (const row of spellings) {
    const [head = "", ...rest] = row.spellings.map(spellingKey);
    for (const key of [head, ...rest]) if (!first.has(key)) first.set(key, first.get(head) ?? head);
  }
  return (name) => {
    const whole = first.get(spellingKey(name));
    if (whole !== undefined) return whole;
    const words = name.split(/[\s-]+/).map(spellingKey);
    return words.map((key) => first.get(key) ?? key).join("") || name;
  };
}

/**
 * Groups that are one actor: the same spelling key of the full name, the same kind, the same country; a word that the sets of `spellings`
 * know counts as the first of its set. Links between documents, which an analyst can withdraw, are to take the place of this rule.
 * Most documents first, then by name, kind and country.
 */
export function joinedGroups(
  groups: readonly NameGroup[],
  spellings: readonly SpellingRow[],
): readonly (Identity & { readonly documents: number })[] {
  const keyOf = keyedBy(spellings);
  const joined = Map.groupBy(groups, (one) => `${one.kind} ${one.country ?? ""} ${keyOf(one.name)}`);
  return [...joined.values()]
    .map((of) => {
      const [first, ...rest] = of.toSorted((a, b) => b.documents - a.documents || compare(a.name, b.name));
      return {
        names: [first!.name, ...rest.map((one) => one.name)] as const,
        ids: of.map((one) => one.id),
        kind: first!.kind,
        country: first!.country,
        documents: of.reduce((sum, one) => sum + one.documents, 0),
      };
    })
    .sort(
      (a, b) =>
        b.documents - a.documents ||
        compare(a.names[0], b.names[0]) ||
        compare(a.kind, b.kind) ||
        compare(a.country ?? "", b.country ?? ""),
    );
}

const presencesIn = (window: Window): RawBuilder<unknown> =>
  sql`${shownIn(window)} CROSS JOIN presence p ON p.reading = c.reading`;

/** Which actors are looked for: SQL over `presence p`, and over the `identity i` that they are found to be. */
export interface IdentityConditions {
  readonly presence: readonly (RawBuilder<unknown> | null)[];
  readonly identity: readonly (RawBuilder<unknown> | null)[];
}

/**
 * The identities of the listed actors that fit; see `joinedGroups` for the order. What is asked of the identity itself is asked once they are counted:
 * inside, SQLite looks for each of thousands of identities in each document (measured: 5 s against 0.1 s for all persons of 20,000 documents).
 */
export async function identitiesOf(
  record: CaseRecord,
  filter: DocumentFilter & Window,
  conditions: IdentityConditions,
  context: AskContext,
): Promise<readonly Identity[]> {
  const query = sql<NameGroup>`
    SELECT i.id, i.name, i.kind, i.country, found.documents
    FROM (SELECT p.identity, count(DISTINCT c.document) AS documents FROM ${presencesIn(filter)}
      WHERE ${allOf([...(await documentConditions(record, filter)), ...conditions.presence])} GROUP BY p.identity) found
      CROSS JOIN identity i ON i.id = found.identity
    WHERE ${allOf(conditions.identity)}
  `.compile(record.db);
  // The number of actors and each page of them are asked one after the other, of the same identities.
  const key = `${changesOf(record)} ${query.sql} ${JSON.stringify(query.parameters)}`;
  const known = lastFound.get(record);
  if (known?.key === key && known.spellings === context.spellings) return known.identities;
  const { rows } = await record.db.executeQuery<NameGroup>(query);
  const identities = joinedGroups(rows, context.spellings);
  lastFound.set(record, { key, spellings: context.spellings, identities });
  return identities;
}

interface LastFound {
  readonly key: string;
  readonly spellings: AskContext["spellings"];
  readonly identities: readonly Identity[];
}

const lastFound = new WeakMap<CaseRecord, LastFound>();

/** Another text after every change of the case, by this connection or by another. */
function changesOf({ sqlite }: CaseRecord): string {
  const others = sqlite.prepare("PRAGMA data_version").get();
  const own = sqlite.prepare("SELECT total_changes() AS changes").get();
  return `${String(others?.data_version)} ${String(own?.changes)}`;
}

/** The members of `identity` in the documents that fit. */
export async function membersOf(
  record: CaseRecord,
  filter: DocumentFilter & Window,
  { ids }: Identity,
): Promise<readonly Member[]> {
  const { rows } = await sql<Member>`
    SELECT p.reading, p.actor AS id FROM json_each(${JSON.stringify(ids)}) wanted
      CROSS JOIN presence p ON p.identity = wanted.value CROSS JOIN ${shownIn(filter)} ON c.reading = p.reading
    WHERE ${allOf(await documentConditions(record, filter))}
  `.execute(record.db);
  return rows;
}
