import type { DatabaseSync } from "node:sqlite";
import type { Profile } from "../model/story.ts";
import { statementsOf } from "./statement.ts";

/** So many profiles are held of a case, those asked for last: some 40 MB. */
const mostHeld = 1024;

interface Held<Made> {
  /** The reading's row number with what made the profile: another maker's is another one. */
  readonly reading: string;
  readonly made: Made;
}

type Case = { readonly sqlite: DatabaseSync };

/**
 * What is made of the profiles of documents, in their order; null where none was kept yet. A report that comes is compared with those of the days
 * around, and so is the next one: what was made is held for as long as it is of the same reading, of `most` documents, those asked for last.
 */
export function heldProfiles<Made>(
  make: (profile: Profile) => Made,
  most: number,
): (record: Case, documents: readonly number[]) => readonly (Made | null)[] {
  const heldOf = new WeakMap<DatabaseSync, Map<number, Held<Made>>>();
  return (record, documents) => {
    const prepare = statementsOf(record);
    const held = heldOf.get(record.sqlite) ?? new Map<number, Held<Made>>();
    heldOf.set(record.sqlite, held);
    const current = new Map(
      prepare(
        "SELECT p.document, p.reading || ' ' || coalesce(p.maker, '') AS reading FROM json_each(?) j CROSS JOIN story_profile p ON p.document = j.value",
      )
        .all(JSON.stringify(documents))
        .map((row) => [Number(row.document), String(row.reading)]),
    );
    const profile = prepare("SELECT profile FROM story_profile WHERE document = ?");
    return documents.map((document) => {
      const known = held.get(document);
      held.delete(document);
      const reading = current.get(document);
      if (reading === undefined) return null;
      const kept =
        known?.reading === reading
          ? known
          : { reading, made: make(JSON.parse(String(profile.get(document)?.profile)) as Profile) };
      held.set(document, kept);
      if (held.size > most) held.delete(held.keys().next().value!);
      return kept.made;
    });
  };
}

/** What documents are compared by; null where it was not kept yet. */
export type ProfilesIn = (documents: readonly number[]) => readonly (Profile | null)[];

const profilesIn = heldProfiles((profile) => profile, mostHeld);

/** Profiles of a case. */
export const profilesOf =
  (record: Case): ProfilesIn =>
  (documents) =>
    profilesIn(record, documents);
