import { type RawBuilder, sql } from "kysely";
import type { Block } from "../../model/block.ts";
import type { CaseRecord } from "../open.ts";
import { type Cited, citedIn, headsOf, spansIn } from "./cited.ts";
import { type DocumentFilter, documentConditions } from "./filter.ts";
import { compare, type Identity } from "./identity.ts";
import { bestPassage } from "./passage.ts";
import { allOf, shownIn, type Window } from "./window.ts";

/** Who calls an actor what. */
export interface NameUse {
  /** Words as printed, white space made plain. */
  readonly form: string;
  /** A name, or a description ("the long-serving leader"). Pronouns are left out. */
  readonly by: "name" | "nominal";
  readonly publisher: string | null;
  readonly count: number;
}

/** How an identity stands in the documents. */
export interface Standing {
  /** In how many documents; how many claims as speaker; how many events as actor or recipient. */
  readonly documents: number;
  readonly claims: number;
  readonly events: number;
  /** Its first mention by name, else by a description, else the first sentence of its first document. */
  readonly cited: Cited;
  /** The commonest first. */
  readonly names: readonly NameUse[];
}

interface Summary extends Pick<Standing, "documents" | "claims" | "events"> {
  readonly at: number;
  readonly reading: number;
  /** Of the first mention; null where it is mentioned by pronouns alone. */
  readonly position: number | null;
}

/** SQL: rows of `presence` or `naming` of `identities`, with the number `at` of the identity in the list, in the documents that fit. */
const among = (
  table: "presence" | "naming",
  identities: readonly Identity[],
  filter: DocumentFilter & Window,
): RawBuilder<unknown> => {
  const wanted = JSON.stringify(identities.flatMap(({ ids }, at) => ids.map((id) => [id, at])));
  return sql`(SELECT value ->> 0 AS identity, value ->> 1 AS at FROM json_each(${wanted})) wanted
    CROSS JOIN ${sql.table(table)} p ON p.identity = wanted.identity CROSS JOIN ${shownIn(filter)} ON c.reading = p.reading`;
};

async function summariesOf(
  record: CaseRecord,
  filter: DocumentFilter & Window,
  identities: readonly Identity[],
): Promise<ReadonlyMap<number, Summary>> {
  // With one min() among the aggregates, SQLite takes the other columns from the row that has it: the first mention by name, else at all.
  const { rows } = await sql<Summary>`
    SELECT wanted.at, count(DISTINCT p.reading) AS documents, sum(p.claims) AS claims, sum(p.events) AS events,
      p.reading, coalesce(p.name_at, p.nominal_at) AS position,
      min(printf('%d%s%015d%015d', (p.name_at IS NULL) + (coalesce(p.name_at, p.nominal_at) IS NULL),
        coalesce(c.published_first, '~'), c.revision, coalesce(p.name_at, p.nominal_at))) AS rank
    FROM ${among("presence", identities, filter)} WHERE ${allOf(await documentConditions(record, filter))} GROUP BY wanted.at
  `.execute(record.db);
  return new Map(rows.map((row) => [row.at, row]));
}

interface NamingRow {
  readonly at: number;
  readonly form: string;
  readonly publisher: string | null;
  readonly names: number;
  readonly nominals: number;
}

async function usesOf(
  record: CaseRecord,
  filter: DocumentFilter & Window,
  identities: readonly Identity[],
): Promise<ReadonlyMap<number, readonly NameUse[]>> {
  const { rows } = await sql<NamingRow>`
    SELECT wanted.at, p.form, c.publisher, p.names, p.nominals
    FROM ${among("naming", identities, filter)} WHERE ${allOf(await documentConditions(record, filter))}
  `.execute(record.db);
  // Added up here: SQLite would sort all rows by form and publisher to do so, which takes twice as long.
  const uses = identities.map(() => new Map<string, Map<string | null, { names: number; count: number }>>());
  for (const { at, form, publisher, names, nominals } of rows) {
    const publishers = uses[at]!.get(form) ?? new Map<string | null, { names: number; count: number }>();
    uses[at]!.set(form, publishers);
    const use = publishers.get(publisher) ?? { names: 0, count: 0 };
    publishers.set(publisher, use);
    use.names += names;
    use.count += names + nominals;
  }
  const byCount = (a: NameUse, b: NameUse): number =>
    b.count - a.count || compare(a.form, b.form) || compare(a.publisher ?? "", b.publisher ?? "");
  return new Map(
    uses.map((forms, at) => [
      at,
      Array.from(forms, ([form, publishers]) =>
        // "President" is a name in one sentence and a description in the next: once a name, the form is told as one.
        Array.from(
          publishers,
          ([publisher, { names, count }]): NameUse => ({
            form,
            by: names > 0 ? "name" : "nominal",
            publisher,
            count,
          }),
        ),
      )
        .flat()
        .sort(byCount),
    ]),
  );
}

/** The span of each summary's mention, by its reading and position. */
async function spansOf(record: CaseRecord, summaries: Iterable<Summary>) {
  const wanted = JSON.stringify(Array.from(summaries, (one) => [one.reading, one.position]));
  const { rows } = await sql<{ reading: number; position: number; start: number; end: number }>`
    SELECT m.reading, m.position, m.start, m."end" FROM json_each(${wanted}) wanted
      CROSS JOIN mention m ON m.reading = wanted.value ->> 0 AND m.position = wanted.value ->> 1
  `.execute(record.db);
  return new Map(rows.map((row) => [`${row.reading}.${row.position}`, [row.start, row.end] as const]));
}

/** How each of `identities` stands in the documents that fit. Null for an identity whose documents were forgotten meanwhile. */
export async function standingOf(
  record: CaseRecord,
  filter: DocumentFilter & Window,
  identities: readonly Identity[],
): Promise<readonly (Standing | null)[]> {
  const summaries = await summariesOf(record, filter, identities);
  const uses = await usesOf(record, filter, identities);
  const spans = await spansOf(record, summaries.values());
  const heads = await headsOf(
    record,
    Array.from(summaries.values(), (one) => one.reading),
  );
  return identities.map((_, at) => {
    const summary = summaries.get(at);
    const head = heads.get(summary?.reading ?? -1);
    if (!summary || !head) return null;
    const { reading, position, documents, claims, events } = summary;
    const span =
      spans.get(`${reading}.${position}`) ??
      bestPassage(head.body, [], spansIn(head.sentences), JSON.parse(head.blocks) as readonly Block[])?.span;
    return span ? { documents, claims, events, cited: citedIn(head, span), names: uses.get(at) ?? [] } : null;
  });
}
