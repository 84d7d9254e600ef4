import { readLedger } from "../ledger.ts";
import type { CaseRecord } from "../open.ts";
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
 * A name in `input`'s filters that nothing in the case goes by; null where there is none. Values of one filter are alternatives: it is told where none of them is known. In a
 * window of time (`asOf`, `recordedBy`) claims and happenings are numbered anew, so that only stories and documents are looked up.
 */
export async function unknownIn(
  record: CaseRecord,
  input: Readonly<Record<string, unknown>>,
): Promise<UnknownName | null> {
  const isWindow = input["asOf"] !== undefined || input["recordedBy"] !== undefined;
  const inLedger =
    (part: "claims" | "happenings") =>
    async (name: string): Promise<boolean> =>
      isWindow || isInLedger(record, part, name.trim());
  const known: Readonly<Record<UnknownName["what"], (name: string) => Promise<boolean>>> = {
    document: async (name) => (await documentsNamed(record, [name])).length > 0,
    story: async (name) => (await storiesNamed(record, name)).length > 0,
    claim: inLedger("claims"),
    happening: inLedger("happenings"),
  };
  for (const what of ["document", "story", "claim", "happening"] as const) {
    const names = textsOf(input[what]);
    const found = await Promise.all(names.map(known[what]));
    if (names.length > 0 && !found.includes(true)) return { what, name: names[0]! };
  }
  return null;
}
