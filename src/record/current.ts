import { publicId } from "./id.ts";
import type { CaseRecord } from "./open.ts";
import { currentReading } from "./read.ts";

/** Row numbers of the newest reading of every document, in the order in which the documents were recorded. */
export function* currentReadings(record: CaseRecord): Iterable<number> {
  // Ids alone are held at once: a reading may be large, and the statement must not stay open over the caller's work.
  const documents = record.sqlite.prepare("SELECT id FROM document ORDER BY id").all();
  for (const { id } of documents) {
    const reading = currentReading(record, publicId("document", Number(id)));
    if (reading !== null) yield reading;
  }
}
