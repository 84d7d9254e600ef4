import type { Finding } from "./finding.ts";
import { sentencesOf, sketchIn } from "./near-copy.ts";
import type { CaseRecord } from "./open.ts";
import { overlapOf } from "./overlap.ts";
import { sketchOf } from "./sketch.ts";
import { statementsOf } from "./statement.ts";

/** Are the sketches those of the newest readings, and do the pairs share what they are said to share? */
export function* nearCopyFaults(record: CaseRecord): Iterable<Finding> {
  const prepare = statementsOf(record);
  const told = (document: unknown, fault: string): Finding => ({
    table: "near_copy",
    where: `document d${String(document)}`,
    fault,
  });
  for (const { document } of record.sqlite.prepare("SELECT document FROM current ORDER BY document").all()) {
    let sketch: readonly number[] = [];
    try {
      sketch = sketchOf(sentencesOf(prepare, Number(document)));
    } catch (error) {
      // Lists that are no JSON any more are told of the reading itself.
      if (!(error instanceof SyntaxError)) throw error;
      return;
    }
    const kept = prepare("SELECT hashes FROM sketched WHERE document = ?").get(Number(document));
    const count = prepare("SELECT count(*) AS n FROM sketch WHERE document = ?").get(Number(document));
    if (!kept || String(sketchIn(kept.hashes)) !== String(sketch) || Number(count?.n) !== sketch.length)
      yield told(document, "its sketch is not that of its newest reading");
  }
  for (const row of record.sqlite
    .prepare("SELECT document, other, share FROM near_copy WHERE document < other")
    .all()) {
    const [one, other] = [Number(row.document), Number(row.other)];
    const back = prepare("SELECT share FROM near_copy WHERE document = ? AND other = ?").get(other, one);
    if (back?.share !== row.share || overlapOf(sentencesOf(prepare, one), sentencesOf(prepare, other)) !== row.share)
      yield told(one, `it does not share what is said with d${other}`);
  }
}
