import type { CaseRecord } from "../open.ts";
import { readLedger } from "../ledger.ts";
import { documentsNamed } from "./filter.ts";
import { namedIn } from "./seen-ledger.ts";
import { storiesNamed } from "./story.ts";

/** A name in a question that nothing in the case goes by. */
export interface UnknownName {
  readonly what: "document" | "story" | "claim" | "happening";
  readonly name: string;
}

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");

/** Is "r14.s3" an annotation of some reading of revision 14, in this layer? */
function isAnnotation(record: CaseRecord, layer: "attribution" | "event", name: string): boolean {
  const found = /^r([1-9]\d{0,14})\.([a-z][1-9]\d{0,6})$/.exec(name);
  if (!found) return false;
  return (
    record.sqlite
      .prepare(`SELECT 1 FROM reading g JOIN ${layer} x ON x.reading = g.id WHERE g.revision = ? AND x.id = ? LIMIT 1`)
      .get(Number(found[1]), found[2]!) !== undefined
  );
}

/** Is it a claim or a happening of a story ("t7.c2", "t7.h1"), or an annotation that tells one? A story that was joined to another has none of its own. */
function isInLedger(record: CaseRecord, part: "claims" | "happenings", name: string): boolean {
  const named = namedIn(name);
  if (named === null) return isAnnotation(record, part === "claims" ? "attribution" : "event", name);
  return readLedger(record, named.story)?.[part].some(({ id }) => id === named.id) ?? false;
}

/**
 * The first name in `input`'s filters that nothing in the case goes by; null where all are known. In a window of time (`asOf`, `recordedBy`) claims and happenings
 * are numbered anew, so that only stories and documents are looked up.
 */
export async function unknownIn(
  record: CaseRecord,
  input: Readonly<Record<string, unknown>>,
): Promise<UnknownName | null> {
  const isWindow = input["asOf"] !== undefined || input["recordedBy"] !== undefined;
  for (const name of textsOf(input["document"]))
    if ((await documentsNamed(record, [name])).length === 0) return { what: "document", name };
  for (const name of textsOf(input["story"]))
    if ((await storiesNamed(record, name)).length === 0) return { what: "story", name };
  if (isWindow) return null;
  for (const name of textsOf(input["claim"]))
    if (!isInLedger(record, "claims", name.trim())) return { what: "claim", name };
  for (const name of textsOf(input["happening"]))
    if (!isInLedger(record, "happenings", name.trim())) return { what: "happening", name };
  return null;
}
