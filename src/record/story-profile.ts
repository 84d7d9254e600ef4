import type { DatabaseSync } from "node:sqlite";
import type { Profile } from "../model/story.ts";
import { statementsOf } from "./statement.ts";

/** So many are held of a case, those asked for last: some 40 MB. Reading one of them anew takes as long as comparing ten. */
const mostHeld = 1024;

interface Held {
  readonly reading: number;
  readonly profile: Profile;
}

/** What a document is compared by; null where it was not kept yet. */
export type ProfileIn = (document: number) => Profile | null;

const heldOf = new WeakMap<DatabaseSync, Map<number, Held>>();

/**
 * Profiles of a case. A report that comes is compared with those of the days around, and so is the next one: what was read is held for as long
 * as it is of the same reading.
 */
export function profilesOf(record: { readonly sqlite: DatabaseSync }): ProfileIn {
  const prepare = statementsOf(record);
  const held = heldOf.get(record.sqlite) ?? new Map<number, Held>();
  heldOf.set(record.sqlite, held);
  return (document) => {
    const current = prepare("SELECT reading FROM story_profile WHERE document = ?").get(document);
    const known = held.get(document);
    held.delete(document);
    if (!current) return null;
    const reading = Number(current.reading);
    const kept = known?.reading === reading ? known : { reading, profile: read(document) };
    held.set(document, kept);
    const [oldest] = held.keys();
    if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
    return kept.profile;
  };
  function read(document: number): Profile {
    return JSON.parse(String(prepare("SELECT profile FROM story_profile WHERE document = ?").get(document)?.profile));
  }
}
