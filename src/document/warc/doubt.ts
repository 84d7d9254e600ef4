import type { Problem } from "../../model/outcome.ts";
import { fitsDigest } from "./digest.ts";
import { captureTime, headEnd, type RecordHead } from "./head.ts";
import { unchunk } from "./http.ts";

/** The field whose digest the record does not have; null where none, or where nothing can be said. */
function wrongDigest(head: RecordHead, block: Buffer): string | null {
  const ofBlock = head.fields.get("warc-block-digest");
  const fits = ofBlock === undefined ? null : fitsDigest(ofBlock, [block]);
  if (ofBlock !== undefined && fits === false) return ofBlock;
  const ofPayload = head.fields.get("warc-payload-digest");
  // A revisit gives the digest of the page that it does not hold.
  if (ofPayload === undefined || head.type === "revisit") return null;
  const isHttp = /^application\/http\b/i.test(head.contentType ?? "");
  const body = block.subarray((isHttp ? headEnd(block) : 0) ?? block.length);
  // Crawlers differ in whether it is of the body as it was sent or with its chunks put together.
  return fitsDigest(ofPayload, [body, unchunk(body).bytes]) === false ? ofPayload : null;
}

/** What a record's head says that is not so, or that makes it less than a whole page. */
export function headDoubts(head: RecordHead, block: Buffer): readonly Problem[] {
  const doubts: Problem[] = [];
  const add = (code: Problem["code"], message: string): number => doubts.push({ code, message });
  const digest = wrongDigest(head, block);
  if (digest !== null)
    add(
      "archive/digest",
      `The record does not have the digest that it gives, ${digest.slice(0, 140)}. It was changed or damaged; compare it with the live page.`,
    );
  const cut = head.fields.get("warc-truncated");
  if (cut !== undefined && head.type !== "revisit")
    add("archive/truncated", `The crawler cut the page short (${cut.slice(0, 40)}). Compare it with the live page.`);
  if (head.fields.has("warc-segment-number"))
    add(
      "archive/segment",
      "The record holds only a part of a page, and parts are not put together. Add the page as a file.",
    );
  if (head.date !== null && captureTime(head.date) === null)
    add("archive/header", `The time of capture, "${head.date.slice(0, 60)}", is none. It is kept as not known.`);
  return doubts;
}
