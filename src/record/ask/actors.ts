import { sql } from "kysely";
import type { ActorKind } from "../../model/actor.ts";
import type { CaseRecord } from "../open.ts";
import type { Cited } from "./cited.ts";
import { type AskContext, type DocumentFilter, isOneOfGiven, noContext } from "./filter.ts";
import { type Identity, identitiesOf } from "./identity.ts";
import { actorsNamed, formsOf } from "./name.ts";
import { type NameUse, type Standing, standingOf } from "./naming.ts";
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

/** SQL over `presence p`: it is one of those that `names` stand for. Null where no name is given. */
export async function goesBy(record: CaseRecord, names: readonly string[] | undefined, context: AskContext) {
  if (names === undefined || names.length === 0) return null;
  const named = actorsNamed(await formsOf(record, names, context.spellings));
  return sql`c.reading IN (SELECT reading FROM (${named})) AND (p.reading, p.actor) IN (${named})`;
}

/** One actor as a row. */
export const actorRow = (
  { names, kind, country }: Identity,
  { cited, names: uses, documents, claims, events }: Standing,
): ActorRow => ({ ...cited, name: names[0], kind, country, documents, claims, events, names: uses });

const identitiesFor = async (record: CaseRecord, filter: ActorsFilter, context: AskContext) =>
  identitiesOf(
    record,
    filter,
    {
      presence: [await goesBy(record, filter.name, context)],
      identity: [isOneOfGiven(sql`i.kind`, filter.kind), isOneOfGiven(sql`i.country COLLATE NOCASE`, filter.country)],
    },
    context,
  );

/** How many actors fit, paging aside. */
export const countActors = async (
  record: CaseRecord,
  filter: ActorsFilter = {},
  context: AskContext = noContext,
): Promise<{ readonly total: number }> => ({ total: (await identitiesFor(record, filter, context)).length });

/**
 * Who acts and speaks. Persons not known to be public and unnamed actors are never listed. Until documents are linked, actors of several
 * documents are one where the spelling key of the full name (`joinedGroups`), kind and country agree. Complete unless a limit is given; most documents first.
 */
export async function askActors(
  record: CaseRecord,
  filter: ActorsFilter = {},
  context: AskContext = noContext,
): Promise<readonly ActorRow[]> {
  const from = filter.offset ?? 0;
  const found = await identitiesFor(record, filter, context);
  const identities = found.slice(from, filter.limit === undefined ? undefined : from + filter.limit);
  const standing = await standingOf(record, filter, identities);
  return identities.flatMap((one, at) => (standing[at] ? [actorRow(one, standing[at])] : []));
}
