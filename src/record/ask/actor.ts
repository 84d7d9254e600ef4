import { sql } from "kysely";
import type { ActorKind } from "../../model/actor.ts";
import type { AttributionKind } from "../../model/attribution.ts";
import type { EventClass, EventType } from "../../model/event.ts";
import type { CaseRecord } from "../open.ts";
import { type ActorRow, actorRow, goesBy } from "./actors.ts";
import { type AskContext, type DocumentFilter, noContext } from "./filter.ts";
import { type Identity, identitiesOf, joinedGroups, type Member, membersOf, type NameGroup } from "./identity.ts";
import { type Standing, standingOf } from "./naming.ts";
import type { Window } from "./window.ts";

/** Which actor is asked for. */
export interface OneActorFilter extends Window, DocumentFilter {
  /** Any form or spelling of the name. */
  readonly name: string;
}

/** So many claims of a kind. */
export interface KindCount {
  readonly kind: AttributionKind;
  readonly count: number;
}

/** So many events of a type; type null for happenings of no PLOVER type. */
export interface TypeCount {
  readonly type: EventType | null;
  readonly class: EventClass;
  readonly count: number;
}

/** An actor named in the same documents. */
export interface Companion {
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  /** In how many documents both are. */
  readonly documents: number;
}

/** One actor's page. */
export interface ActorPage extends ActorRow {
  /** Roles as printed, the commonest first, with the number of documents. */
  readonly roles: readonly { readonly role: string; readonly documents: number }[];
  /** What it says, and what is said against or to it, by kind, the commonest first. */
  readonly claimsByKind: readonly KindCount[];
  readonly claimsAbout: readonly KindCount[];
  /** What it does, and what is done to it; deeds before talk, then the commonest first. */
  readonly eventsAsActor: readonly TypeCount[];
  readonly eventsAsRecipient: readonly TypeCount[];
  /** Public actors of the same documents, most documents first; persons not known to be public are left out. */
  readonly beside: readonly Companion[];
}

const pairs = (members: readonly Member[]): string => JSON.stringify(members.map((one) => [one.reading, one.id]));
const wanted = (members: readonly Member[]) =>
  sql`(SELECT value ->> 0 AS reading, value ->> 1 AS actor FROM json_each(${pairs(members)})) wanted`;

async function claimKinds(record: CaseRecord, members: readonly Member[], part: "speaker" | "target") {
  const { rows } = await sql<KindCount>`
    SELECT kind, count(*) AS count FROM (
      SELECT DISTINCT a.reading, a.id, a.kind FROM ${wanted(members)}
      CROSS JOIN attribution_actor x ON x.reading = wanted.reading AND x.actor = wanted.actor
      CROSS JOIN attribution a ON a.reading = x.reading AND a.id = x.attribution WHERE x.part = ${part}
    ) GROUP BY kind ORDER BY count DESC, kind
  `.execute(record.db);
  return rows;
}

async function eventKinds(record: CaseRecord, members: readonly Member[], part: "actor" | "recipient") {
  const { rows } = await sql<TypeCount>`
    SELECT type, class, count(*) AS count FROM (
      SELECT DISTINCT e.reading, e.id, e.type, e.class FROM ${wanted(members)}
      CROSS JOIN event_actor x ON x.reading = wanted.reading AND x.actor = wanted.actor
      CROSS JOIN event e ON e.reading = x.reading AND e.id = x.event WHERE x.part = ${part}
    ) GROUP BY class, type ORDER BY class, count DESC, type
  `.execute(record.db);
  return rows;
}

async function rolesOf(record: CaseRecord, members: readonly Member[]): Promise<ActorPage["roles"]> {
  const { rows } = await sql<ActorPage["roles"][number]>`
    SELECT role.value AS role, count(DISTINCT wanted.reading) AS documents FROM ${wanted(members)}
    CROSS JOIN actor y ON y.reading = wanted.reading AND y.id = wanted.actor CROSS JOIN json_each(y.roles) role
    GROUP BY role.value ORDER BY documents DESC, role.value
  `.execute(record.db);
  return rows;
}

async function companionsOf(
  record: CaseRecord,
  members: readonly Member[],
  self: Identity,
  context: AskContext,
): Promise<readonly Companion[]> {
  // Every document has one current reading, so documents are counted by readings.
  const { rows } = await sql<NameGroup>`
    SELECT i.id, i.name, i.kind, i.country, count(DISTINCT p.reading) AS documents
    FROM (SELECT DISTINCT reading FROM ${wanted(members)}) near CROSS JOIN presence p ON p.reading = near.reading
      CROSS JOIN identity i ON i.id = p.identity
    GROUP BY p.identity
  `.execute(record.db);
  const others = rows.filter((row) => !self.ids.includes(row.id));
  return joinedGroups(others, context.spellings).map(({ names, kind, country, documents }) => ({
    name: names[0],
    kind,
    country,
    documents,
  }));
}

async function pageOf(
  record: CaseRecord,
  identity: Identity,
  standing: Standing,
  members: readonly Member[],
  context: AskContext,
): Promise<ActorPage> {
  return {
    ...actorRow(identity, standing),
    roles: await rolesOf(record, members),
    claimsByKind: await claimKinds(record, members, "speaker"),
    claimsAbout: await claimKinds(record, members, "target"),
    eventsAsActor: await eventKinds(record, members, "actor"),
    eventsAsRecipient: await eventKinds(record, members, "recipient"),
    beside: await companionsOf(record, members, identity, context),
  };
}

/**
 * The page of every public actor who goes by that name, most documents first; none for a person not known to be public.
 * Until documents are linked, actors of several documents are one where the spelling key of the full name (`joinedGroups`), kind and country agree.
 */
export async function askActor(
  record: CaseRecord,
  filter: OneActorFilter,
  context: AskContext = noContext,
): Promise<readonly ActorPage[]> {
  const conditions = { presence: [await goesBy(record, [filter.name], context)], identity: [] };
  const identities = await identitiesOf(record, filter, conditions, context);
  const standings = await standingOf(record, filter, identities);
  const pages: ActorPage[] = [];
  for (const [at, identity] of identities.entries()) {
    const standing = standings[at];
    if (!standing) continue;
    pages.push(await pageOf(record, identity, standing, await membersOf(record, filter, identity), context));
  }
  return pages;
}
