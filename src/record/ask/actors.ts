import { sql } from "kysely";
import type { ActorKind } from "../../model/actor.ts";
import type { CaseRecord } from "../open.ts";
import type { Cited } from "./cited.ts";
import { type AskContext, type DocumentFilter, isOneOfGiven, noContext } from "./filter.ts";
import { commonName, compare, identitiesOf, type Member, membersOf, type NameUse, printedOf } from "./identity.ts";
import { actorsNamed, formsOf } from "./name.ts";
import type { Paging, Window } from "./window.ts";

/** Which actors are asked for. */
export interface ActorsFilter extends Window, Paging, DocumentFilter {
  /** Any form or spelling of a name. */
  readonly name?: readonly string[] | undefined;
  readonly kind?: readonly ActorKind[] | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country?: readonly string[] | undefined;
}

/** One actor over the documents; the cited words are the first mention. */
export interface ActorRow extends Cited {
  /** The commonest full name. */
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  /** In how many documents; how many claims as speaker; how many events as actor or recipient. */
  readonly documents: number;
  readonly claims: number;
  readonly events: number;
  /** Who calls it what, the commonest first. */
  readonly names: readonly NameUse[];
}

/** SQL over `actor y`: it is one of those that `names` stand for. Null where no name is given. */
export async function goesBy(record: CaseRecord, names: readonly string[] | undefined, context: AskContext) {
  if (names === undefined || names.length === 0) return null;
  const named = actorsNamed(await formsOf(record, names, context.spellings));
  return sql`g.id IN (SELECT reading FROM (${named})) AND (y.reading, y.id) IN (${named})`;
}

/** How many claims (as speaker) or events members have, by `reading.id`. Counted from the members, so that a short list costs little. */
async function countBy(
  record: CaseRecord,
  what: "attribution" | "event",
  members: readonly Member[],
): Promise<ReadonlyMap<string, number>> {
  const readings = JSON.stringify([...new Set(members.map((one) => one.reading))]);
  const { rows } = await sql<{ reading: number; actor: string; count: number }>`
    SELECT x.reading, x.actor, count(DISTINCT x.${sql.ref(what)}) AS count
    FROM json_each(${readings}) wanted CROSS JOIN ${sql.table(`${what}_actor`)} x ON x.reading = wanted.value
    WHERE x.part <> 'target' GROUP BY x.reading, x.actor
  `.execute(record.db);
  return new Map(rows.map((row) => [`${row.reading}.${row.actor}`, row.count]));
}

/** What an identity counts. */
export interface Counted {
  readonly members: readonly Member[];
  readonly documents: number;
  readonly claims: number;
  readonly events: number;
}

/** The identities among `members` with their counts: most documents first, then most claims, then by name, kind and country. */
export async function countedIdentities(record: CaseRecord, members: readonly Member[]): Promise<readonly Counted[]> {
  const claims = await countBy(record, "attribution", members);
  const events = await countBy(record, "event", members);
  const sum = (counts: ReadonlyMap<string, number>, of: readonly Member[]): number =>
    of.reduce((total, one) => total + (counts.get(`${one.reading}.${one.id}`) ?? 0), 0);
  const counted = identitiesOf(members).map((of) => ({
    members: of,
    name: commonName(of),
    documents: new Set(of.map((one) => one.document)).size,
    claims: sum(claims, of),
    events: sum(events, of),
  }));
  return counted.sort(
    (a, b) =>
      b.documents - a.documents ||
      b.claims - a.claims ||
      compare(a.name, b.name) ||
      compare(a.members[0]!.kind, b.members[0]!.kind) ||
      compare(a.members[0]!.country ?? "", b.members[0]!.country ?? ""),
  );
}

/**
 * Who acts and speaks. Persons not known to be public and unnamed actors are never listed. Until documents are linked, actors of several
 * documents are one where the spelling key of the full name, kind and country agree. Complete unless a limit is given; most documents first.
 */
export async function askActors(
  record: CaseRecord,
  filter: ActorsFilter = {},
  context: AskContext = noContext,
): Promise<readonly ActorRow[]> {
  const members = await membersOf(record, filter, [
    await goesBy(record, filter.name, context),
    isOneOfGiven(sql`y.kind`, filter.kind),
    isOneOfGiven(sql`y.country COLLATE NOCASE`, filter.country),
  ]);
  const from = filter.offset ?? 0;
  const identities = (await countedIdentities(record, members)).slice(
    from,
    filter.limit === undefined ? undefined : from + filter.limit,
  );
  const printed = await printedOf(
    record,
    identities.map((one) => one.members),
  );
  return identities.flatMap(({ members: of, documents, claims, events }, at) => {
    const found = printed[at];
    const { kind, country } = of[0]!;
    return found
      ? [{ ...found.cited, name: commonName(of), kind, country, documents, claims, events, names: found.names }]
      : [];
  });
}
