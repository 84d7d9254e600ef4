import { sql } from "kysely";
import { publicId, rowOf } from "../id.ts";
import type { CaseRecord } from "../open.ts";
import { type Cited, citedIn, headsOf } from "./cited.ts";
import { type AskContext, documentsNamed, isOneOf, noContext } from "./filter.ts";
import { citedTitle, type StoryRow, storyRows } from "./stories.ts";
import { ledgerIn } from "./story-ledger.ts";
import type { Window } from "./window.ts";

/** Which story is asked for. */
export interface OneStoryFilter extends Window {
  /** Public id ("t7"), or a document of it: "d12", the id that the input gave it, or its URL. */
  readonly story: string;
}

/** A document of a story; the cited words are its title, else its first sentence. */
export interface StoryDocument extends Cited {
  /** How like the others of the story it is, 0 to 1; null for the document that the story began with. */
  readonly likeness: number | null;
  /** Why it is in the story: "like d3 in Belarus, border, paratroopers; 1 day apart". */
  readonly reason: string;
  /** Documents of the story that say nearly the same words, the likest first. */
  readonly copies: readonly { readonly document: string; readonly share: number }[];
}

/** One story with its documents side by side, and how much they say together. */
export interface OneStory extends StoryRow {
  /** In order of publication, the undated last. */
  readonly told: readonly StoryDocument[];
  readonly claims: number;
  readonly relations: number;
  readonly happenings: number;
  readonly figures: number;
}

/** Numbers of the stories of that name: one that was joined to another is that other. */
export async function storiesNamed(record: CaseRecord, name: string): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH RECURSIVE named(id, joined) AS (
      SELECT id, joined FROM story WHERE id = ${rowOf("story", name.trim())}
      UNION SELECT story.id, story.joined FROM named JOIN story ON story.id = named.joined
    ) SELECT id FROM named WHERE joined IS NULL
  `.execute(record.db);
  if (rows.length > 0) return rows.map(({ id }) => id);
  const documents = await documentsNamed(record, [name]);
  const { rows: found } = await sql<{ story: number }>`
    SELECT DISTINCT story FROM story_document WHERE ${isOneOf(sql`document`, documents)} ORDER BY story
  `.execute(record.db);
  return found.map(({ story }) => story);
}

async function placesOf(record: CaseRecord, documents: readonly number[]) {
  const { rows } = await sql<{ document: number; likeness: number | null; reason: string }>`
    SELECT document, likeness, reason FROM story_document WHERE ${isOneOf(sql`document`, documents)}
  `.execute(record.db);
  return new Map(rows.map((row) => [row.document, row]));
}

async function copiesAmong(record: CaseRecord, documents: readonly number[]) {
  const { rows } = await sql<{ document: number; other: number; share: number }>`
    SELECT document, other, share FROM near_copy
    WHERE ${isOneOf(sql`document`, documents)} AND ${isOneOf(sql`other`, documents)} ORDER BY document, share DESC, other
  `.execute(record.db);
  return Map.groupBy(rows, (row) => row.document);
}

/** The story of that name in the window, by the documents that may be seen. No row where there is none. */
export async function askStory(
  record: CaseRecord,
  filter: OneStoryFilter,
  context: AskContext = noContext,
): Promise<readonly OneStory[]> {
  const rows: OneStory[] = [];
  for (const { members, ...row } of await storyRows(record, filter, await storiesNamed(record, filter.story))) {
    const documents = members.map((one) => one.document);
    const heads = await headsOf(
      record,
      members.map((one) => one.reading),
    );
    const places = await placesOf(record, documents);
    const copies = await copiesAmong(record, documents);
    const told = members.flatMap(({ document, reading }): readonly StoryDocument[] => {
      const head = heads.get(reading);
      const place = places.get(document);
      if (!head || !place) return [];
      return [
        {
          ...(citedTitle(head) ?? citedIn(head, [0, head.body.length])),
          likeness: place.likeness,
          reason: place.reason,
          copies: (copies.get(document) ?? []).map(({ other, share }) => ({
            document: publicId("document", other),
            share,
          })),
        },
      ];
    });
    const number = rowOf("story", row.story);
    const ledger = number === null ? null : await ledgerIn(record, filter, number, context);
    rows.push({
      ...row,
      told,
      claims: ledger?.claims.length ?? 0,
      relations: ledger?.relations.length ?? 0,
      happenings: ledger?.happenings.length ?? 0,
      figures: ledger?.figures.length ?? 0,
    });
  }
  return rows;
}
