import { done, type Outcome } from "../model/outcome.ts";
import { type ArchiveTally, type Capture, emptyTally, type RecordPlace, tallied } from "../model/warc.ts";
import { type Arrival, type Listener, type Origin, problemOf } from "./arrival.ts";
import { webAddress } from "./kind/captured.ts";
import { structuredField } from "./kind/mime-header.ts";
import { isArchiveName, looksLikeArchive, readArchive } from "./warc/read.ts";

/** Looked at from the front of a file to tell an archive. */
export const archiveFrontBytes = 65_536;

/** Could these bytes begin an archive, plain or packed? A cheap look, before the packing is undone. */
function mayBeArchive(front: Uint8Array): boolean {
  const start = Buffer.from(front.subarray(0, 400)).toString("latin1");
  return /^(?:\x1f\x8b|\x28\xb5\x2f\xfd|\x04\x22\x4d\x18|WARC\/|filedesc:|https?:\/\/\S{1,300} [\d.]{7,15} \d{14} )/.test(
    start,
  );
}

/** Is a file with that front and name a web archive? */
export const isArchive = async (front: Uint8Array, name: string | null): Promise<boolean> =>
  (name !== null && isArchiveName(name)) ||
  (mayBeArchive(front) && (await looksLikeArchive(front.subarray(0, archiveFrontBytes))));

const pageTypes = new Set(["text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/x-pdf"]);

/** Is a capture a report that can be read: HTML, text or PDF of the web, answered with 200? A record that is no answer of a server must say its type. */
function isReport({ url, status, contentType }: Capture): boolean {
  if (webAddress(url) === null || /^https?:\/\/[^/?#]{1,255}\/robots\.txt$/i.test(url)) return false;
  const type = structuredField(contentType).value.toLowerCase();
  return (status === 200 && type === "") || ((status === 200 || status === null) && pageTypes.has(type));
}

const placeWords = ({ number, offset }: RecordPlace): string => `record ${number} at byte ${offset}`;

function arrivalOf(capture: Capture, origin: Origin): Arrival {
  const { url, date, number, bytes, contentType } = capture;
  const { publisher, published } = origin.given;
  const { path } = origin.keys;
  return {
    name: `${origin.name}, ${placeWords(capture)} (${url})`,
    keys: { externalId: null, url, publisher, path: path === null ? null : `${path}#record ${number}` },
    body: bytes,
    given: { title: null, url, publisher, published, lang: null, retrieved: date },
    retrievedAt: date,
    charset: structuredField(contentType).parameters.get("charset") ?? null,
  };
}

const doubtsOf = ({ doubts, isRecovered }: Capture): readonly string[] => [
  ...doubts.map(({ message, code }) => `${message} [${code}]`),
  ...(isRecovered
    ? [
        "It was found by search behind a damaged record, so another page of the archive may have made it up. Compare it with the live page.",
      ]
    : []),
];

const counted = (count: number, words: string): readonly string[] => (count === 0 ? [] : [`${count} ${words}`]);

/** What an archive held, in one sentence. */
function tallyWords(tally: ArchiveTally, reports: number): string {
  const all = tally.capture + tally.revisit + tally.skipped + tally.problem;
  const parts = [
    `${reports} pages of HTML, text or PDF`,
    ...counted(tally.capture - reports, "other captures left out (pictures, scripts, answers that are no page)"),
    ...counted(tally.revisit, "visits that found the same page again"),
    ...counted(tally.skipped, "records about the archive or of requests"),
    ...counted(tally.problem, "that could not be read"),
    ...counted(tally.doubtful, "read with doubts"),
  ];
  return `${all} records: ${parts.join(", ")}.`;
}

/**
 * Pages of a web archive (WARC, ARC; plain or packed) as documents, in the order of their records: HTML, text and PDF that a server answered with 200, each with its
 * address and time of capture. Holds one record at a time. A record that cannot be read is a problem that names its number and place, and the rest goes on; what
 * the archive held is noted at the end. Throws what the stream throws.
 */
export async function* archiveArrivals(
  stream: AsyncIterable<Uint8Array>,
  origin: Origin,
  listener: Listener,
): AsyncGenerator<Outcome<Arrival>> {
  let tally = emptyTally;
  let reports = 0;
  for await (const record of readArchive(stream)) {
    tally = tallied(tally, record);
    const name = `${origin.name}, ${placeWords(record)}`;
    if (record.kind === "problem") {
      yield problemOf(record.url === null ? name : `${name} (${record.url.slice(0, 300)})`, record.problem);
      continue;
    }
    if (record.kind !== "capture" || !isReport(record)) continue;
    for (const words of doubtsOf(record)) listener.onNote(name, words);
    reports++;
    yield done(arrivalOf(record, origin));
  }
  listener.onNote(origin.name, tallyWords(tally, reports));
}
