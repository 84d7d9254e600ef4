import { type RawBuilder, sql } from "kysely";
import type { ActorKind } from "../../model/actor.ts";
import type { SpellingRow } from "../../model/lexicon.ts";
import { spellingKey } from "../../model/spelling.ts";
import type { CaseRecord } from "../open.ts";
import { type AskContext, type DocumentFilter, documentConditions, isOneOf } from "./filter.ts";
import { allOf, isCurrent, type Window } from "./window.ts";

/** Who is taken for one actor over the documents. */
export interface Identity {
  /** Full names, the commonest first; the alphabet decides between equally common ones. */
  readonly names: readonly [string, ...string[]];
  readonly kind: ActorKind;
  readonly country: string | null;
}

/** An actor of one current reading, as part of an identity. */
export interface Member {
  readonly reading: number;
  readonly id: string;
  readonly document: number;
  /** Place in the order of publication, document and text, over all identities asked for together. */
  readonly order: number;
  /** How many claims it makes there, and in how many events it is actor or recipient. */
  readonly claims: number;
  readonly events: number;
}

/**
 * SQL over `actor y`: may be listed across documents. A person must be known to be public; unnamed ones belong to their document.
 * Where it is not known whether a person is public, the person is private.
 */
export const isListed = sql`y.named = 1 AND (y.kind <> 'person' OR y.public = 1)`;

/** Order of UTF-16 units: the same on every machine, unlike a locale's. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A full name with the number of documents that have it. */
export interface NameGroup {
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

const actorTables = sql`revision v CROSS JOIN reading g ON g.revision = v.id CROSS JOIN document d ON d.id = v.document
  CROSS JOIN actor y ON y.reading = g.id`;

/** The identities of the listed actors that fit; see `joinedGroups` for the order. */
export async function identitiesOf(
  record: CaseRecord,
  filter: DocumentFilter & Window,
  conditions: readonly (RawBuilder<unknown> | null)[],
  context: AskContext,
): Promise<readonly Identity[]> {
  const { rows } = await sql<NameGroup>`
    SELECT y.name, y.kind, y.country, count(DISTINCT v.document) AS documents FROM ${actorTables}
    WHERE ${allOf([...(await documentConditions(record, filter)), ...conditions, isListed, isCurrent(filter)])}
    GROUP BY y.name, y.kind, y.country
  `.execute(record.db);
  return joinedGroups(rows, context.spellings);
}

/** The members of each of `identities`, in order of publication, document and the text. */
export async function membersOf(
  record: CaseRecord,
  filter: DocumentFilter & Window,
  identities: readonly Identity[],
): Promise<readonly (readonly Member[])[]> {
  const nameOf = (kind: string, country: string | null, name: string): string => `${kind} ${country ?? ""} ${name}`;
  const members = identities.map((): Member[] => []);
  const listOf = new Map(
    identities.flatMap(({ kind, country, names }, at) =>
      names.map((name) => [nameOf(kind, country, name), members[at]]),
    ),
  );
  const names = identities.flatMap((one) => one.names);
  const { rows } = await sql<Omit<Member, "order"> & Omit<NameGroup, "documents">>`
    SELECT y.reading, y.id, y.name, y.kind, y.country, v.document,
      (SELECT count(DISTINCT x.attribution) FROM attribution_actor x
        WHERE x.reading = y.reading AND x.actor = y.id AND x.part = 'speaker') AS claims,
      (SELECT count(DISTINCT x.event) FROM event_actor x WHERE x.reading = y.reading AND x.actor = y.id) AS events
    FROM ${actorTables}
    WHERE ${allOf([
      ...(await documentConditions(record, filter)),
      sql`g.id IN (SELECT f.reading FROM name n CROSS JOIN actor_form f ON f.name = n.id WHERE ${isOneOf(sql`n.form`, names)})`,
      isOneOf(sql`y.name`, names),
      isListed,
      isCurrent(filter),
    ])}
    ORDER BY v.published_first NULLS LAST, v.id, y.position
  `.execute(record.db);
  for (const [order, { name, kind, country, ...member }] of rows.entries()) {
    listOf.get(nameOf(kind, country, name))?.push({ ...member, order });
  }
  return members;
}
