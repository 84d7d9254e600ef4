import type { Id } from "../model/id.ts";
import { publicId, rowOf } from "./id.ts";
import type { CaseRecord } from "./open.ts";

/** Other documents of the case that hold, in any version, a text that `document` ("d12") holds in any version; in the order of recording. */
export function copiesOf(record: CaseRecord, document: string): readonly Id<"document">[] {
  const row = rowOf("document", document);
  if (row === null) return [];
  return record.sqlite
    .prepare(
      `SELECT DISTINCT other.document AS id FROM revision own JOIN revision other ON other.text = own.text
       WHERE own.document = ? AND other.document <> own.document ORDER BY other.document`,
    )
    .all(row)
    .map(({ id }) => publicId("document", Number(id)));
}
