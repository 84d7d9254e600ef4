import { sql } from "kysely";
import type { Block } from "../../model/block.ts";
import type { CaseRecord } from "../open.ts";
import { type Cited, citedIn, headsOf, spansIn } from "./cited.ts";
import { compare, type Member } from "./identity.ts";
import { bestPassage } from "./passage.ts";

/** Who calls an actor what. */
export interface NameUse {
  /** Words as printed, white space made plain. */
  readonly form: string;
  /** A name, or a description ("the long-serving leader"). Pronouns are left out. */
  readonly by: "name" | "nominal";
  readonly publisher: string | null;
  readonly count: number;
}

/** What is printed of an identity. */
export interface Printed {
  /** Its first mention by name, else by a description, else the first sentence of its first document. */
  readonly cited: Cited;
  /** The commonest first. */
  readonly names: readonly NameUse[];
}

interface MentionRecord {
  readonly reading: number;
  readonly actor: string;
  readonly start: number;
  readonly end: number;
  readonly form: NameUse["by"];
}

interface TextRecord {
  readonly reading: number;
  readonly body: string;
  readonly publisher: string | null;
}

/** Texts of so many documents are in memory together. */
const stretch = 500;

const plain = (words: string): string => (/\s\s|[^\S ]/.test(words) ? words.replace(/\s+/g, " ") : words);

/** Counts of forms by publisher, and the first mention, of one identity. */
interface Tally {
  first: MentionRecord | null;
  readonly uses: Map<string | null, Map<string, { by: NameUse["by"]; count: number }>>;
}

function count(tally: Tally, row: MentionRecord, { body, publisher }: TextRecord): void {
  if (tally.first === null || (row.form === "name" && tally.first.form !== "name")) tally.first = row;
  const forms = tally.uses.get(publisher) ?? new Map<string, { by: NameUse["by"]; count: number }>();
  tally.uses.set(publisher, forms);
  const form = plain(body.slice(row.start, row.end));
  const use = forms.get(form);
  if (use) {
    use.count += 1;
    // "President" is a name in one sentence and a description in the next: once a name, the form is told as one.
    if (row.form === "name") use.by = "name";
  } else forms.set(form, { by: row.form, count: 1 });
}

const usesOf = ({ uses }: Tally): readonly NameUse[] =>
  [...uses]
    .flatMap(([publisher, forms]) =>
      Array.from(forms, ([form, use]) => ({ form, by: use.by, publisher, count: use.count })),
    )
    .sort((a, b) => b.count - a.count || compare(a.form, b.form) || compare(a.publisher ?? "", b.publisher ?? ""));

async function stretchOf(record: CaseRecord, readings: readonly number[]) {
  const wanted = sql`json_each(${JSON.stringify(readings)}) wanted`;
  const texts = await sql<TextRecord>`
    SELECT g.id AS reading, t.body, coalesce(d.publisher, g.meta ->> '$.publisher') AS publisher
    FROM ${wanted} CROSS JOIN reading g ON g.id = wanted.value CROSS JOIN revision v ON v.id = g.revision
      CROSS JOIN document d ON d.id = v.document CROSS JOIN text t ON t.id = v.text
  `.execute(record.db);
  const mentions = await sql<MentionRecord>`
    SELECT m.reading, m.actor, m.start, m."end", m.form FROM ${wanted} CROSS JOIN mention m ON m.reading = wanted.value
    WHERE m.actor IS NOT NULL AND m.form <> 'pronoun' ORDER BY wanted.key, m.position
  `.execute(record.db);
  return { texts: new Map(texts.rows.map((row) => [row.reading, row])), mentions: mentions.rows };
}

/**
 * What is printed of each of `identities`, given by their members in order of publication. One pass over the documents, however many
 * identities there are. Null for an identity whose documents were forgotten meanwhile.
 */
export async function printedOf(
  record: CaseRecord,
  identities: readonly (readonly Member[])[],
): Promise<readonly (Printed | null)[]> {
  const tallies = identities.map((): Tally => ({ first: null, uses: new Map() }));
  const byReading = new Map<number, Map<string, Tally>>();
  identities.forEach((members, at) => {
    for (const { reading, id } of members) {
      const actors = byReading.get(reading) ?? new Map<string, Tally>();
      byReading.set(reading, actors.set(id, tallies[at]!));
    }
  });
  // In the order of publication, so that the first mention met is the first one printed.
  const readings = [
    ...new Set(
      identities
        .flat()
        .toSorted((a, b) => a.order - b.order)
        .map((one) => one.reading),
    ),
  ];
  for (let at = 0; at < readings.length; at += stretch) {
    const { texts, mentions } = await stretchOf(record, readings.slice(at, at + stretch));
    for (const row of mentions) {
      const [tally, text] = [byReading.get(row.reading)?.get(row.actor), texts.get(row.reading)];
      if (tally && text) count(tally, row, text);
    }
  }
  const firstReading = (at: number): number | undefined => tallies[at]!.first?.reading ?? identities[at]![0]?.reading;
  const heads = await headsOf(
    record,
    identities.flatMap((_, at) => firstReading(at) ?? []),
  );
  return tallies.map((tally, at) => {
    const head = heads.get(firstReading(at) ?? -1);
    if (!head) return null;
    const span = tally.first
      ? ([tally.first.start, tally.first.end] as const)
      : bestPassage(head.body, [], spansIn(head.sentences), JSON.parse(head.blocks) as readonly Block[])?.span;
    return span ? { cited: citedIn(head, span), names: usesOf(tally) } : null;
  });
}
