import type { Problem } from "../../model/outcome.ts";
import type { ArchiveRecord } from "../../model/warc.ts";
import { headDoubts } from "./doubt.ts";
import type { Frame } from "./frame.ts";
import { captureTime, type RecordHead } from "./head.ts";
import { parseHttp } from "./http.ts";
import { payloadOf } from "./payload.ts";

const header = (message: string): Problem => ({ code: "archive/header", message });

/** What is said of every record that could be read. */
const readOf = (frame: Frame, head: RecordHead, block: Buffer, doubts: readonly Problem[]) => ({
  ...frame.place,
  isRecovered: frame.isRecovered,
  doubts: [...doubts, ...headDoubts(head, block)],
});

async function captureOf(
  frame: Frame,
  head: RecordHead,
  block: Buffer,
  doubts: readonly Problem[],
  limit: number,
): Promise<ArchiveRecord> {
  const { url } = head;
  const failed = (problem: Problem): ArchiveRecord => ({ kind: "problem", ...frame.place, url, problem });
  if (url === null)
    return failed(header("The record does not say which address it was captured from. Add what it holds as a file."));
  const http = head.form === "arc" || head.type === "response" ? parseHttp(block) : null;
  const payload = http ? await payloadOf(http.body, http.fields, limit) : { bytes: block, doubts: [], isOver: false };
  if (payload.isOver)
    return failed({
      code: "archive/too-large",
      message: `Unpacked, the page has more than ${limit} bytes, and no more are read as one. It was passed over; add it as a file.`,
    });
  const isHttpMissing = !http && head.type === "response" && /^application\/http\b/i.test(head.contentType ?? "");
  const contentType = http ? http.fields.get("content-type") : isHttpMissing ? null : head.contentType;
  const missing = header("The record should hold an HTTP answer, and its head cannot be read. It was taken as it is.");
  return {
    kind: "capture",
    ...readOf(frame, head, block, [...doubts, ...(isHttpMissing ? [missing] : []), ...payload.doubts]),
    url,
    date: captureTime(head.date),
    status: http?.status ?? null,
    contentType: contentType || null,
    bytes: payload.bytes,
  };
}

/** Types of records that hold a page. */
const pageTypes: ReadonlySet<string> = new Set(["response", "resource", "conversion"]);

/** Is all of a page there, though the archive ends before the record should? Its HTTP head says how long it is. */
function isWholePage(block: Buffer): boolean {
  const http = parseHttp(block);
  const length = http?.fields.get("content-length") ?? "";
  return http !== null && /^\d{1,15}$/.test(length) && Number(length) > 0 && http.body.length >= Number(length);
}

/** What became of a record. `limit` is of a page in bytes. A record of which only a front is there is a problem, whatever it holds. */
export async function recordOf(frame: Frame, limit: number): Promise<ArchiveRecord> {
  const { place, head, block } = frame;
  const isWhole = block.kind === "block" || (block.kind === "cut" && isWholePage(block.bytes));
  if (block.kind !== "block" && (block.kind === "broken" || head === null || !isWhole))
    return { kind: "problem", ...place, url: head?.url ?? null, problem: block.problem };
  const doubts = block.kind === "cut" ? [block.problem] : block.doubts;
  // A block is only read behind a head.
  if (head === null)
    return { kind: "problem", ...place, url: null, problem: header("It has no head. Get another copy.") };
  if (head.type === "revisit" && head.url !== null)
    return {
      kind: "revisit",
      ...readOf(frame, head, block.bytes, doubts),
      url: head.url,
      date: captureTime(head.date),
      refersToUrl: head.fields.get("warc-refers-to-target-uri") || null,
      refersToDate: captureTime(head.fields.get("warc-refers-to-date") ?? null),
    };
  if (head.type === "continuation") {
    const message = "The record holds a later part of a page, and parts are not put together. Add the page as a file.";
    return { kind: "problem", ...place, url: head.url, problem: { code: "archive/segment", message } };
  }
  if (!pageTypes.has(head.type))
    return { kind: "skipped", ...readOf(frame, head, block.bytes, doubts), type: head.type.slice(0, 60) };
  return captureOf(frame, head, block.bytes, doubts, limit);
}
