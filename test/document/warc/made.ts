import { deflateRawSync, gzipSync, zstdCompressSync } from "node:zlib";
import { readArchive } from "../../../src/document/warc/read.ts";
import type { ArchiveRecord } from "../../../src/model/warc.ts";

/** A record to be written: its type, address, fields beside the usual ones, and its block. */
export interface Made {
  readonly type: string;
  readonly url?: string;
  readonly fields?: readonly string[];
  readonly block: Uint8Array | string;
  /** What its head says of its length; the block's own where it is left out, no field where it is null. */
  readonly length?: number | string | null;
}

export const bytesOf = (text: Uint8Array | string): Buffer => Buffer.from(text as string);

/** An HTTP answer: status line, fields, body. */
export const answer = (
  body: Uint8Array | string,
  fields: readonly string[] = ["Content-Type: text/html; charset=utf-8"],
  status = "200 OK",
): Buffer => Buffer.concat([Buffer.from([`HTTP/1.1 ${status}`, ...fields, "", ""].join("\r\n")), bytesOf(body)]);

/** A page of `url` as a WARC record. */
export const page = (url: string, body: Uint8Array | string, fields?: readonly string[]): Made => ({
  type: "response",
  url,
  fields: ["Content-Type: application/http; msgtype=response"],
  block: answer(body, fields),
});

/** A WARC record's bytes, with the two line ends behind it. */
export function warcRecord({ type, url, fields = [], block, length }: Made): Buffer {
  const bytes = bytesOf(block);
  const lines = [
    "WARC/1.1",
    `WARC-Type: ${type}`,
    "WARC-Date: 2024-05-15T08:30:00Z",
    ...(url === undefined ? [] : [`WARC-Target-URI: ${url}`]),
    ...fields,
    ...(length === null ? [] : [`Content-Length: ${length ?? bytes.length}`]),
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), bytes, Buffer.from("\r\n\r\n")]);
}

/** An ARC record's bytes (version 1), with the line end behind it. */
export const arcRecord = (url: string, type: string, block: Uint8Array | string, length?: string): Buffer =>
  Buffer.concat([
    Buffer.from(`${url} 192.0.2.7 20240515083000 ${type} ${length ?? bytesOf(block).length}\n`),
    bytesOf(block),
    Buffer.from("\n"),
  ]);

/** The record that opens an ARC file. */
export const arcHead = (): Buffer =>
  arcRecord("filedesc://made.arc", "text/plain", "1 0 Made\nURL IP-address Archive-date Content-type Archive-length\n");

/** An LZ4 frame whose blocks of `blockBytes` are stored, or hold literals and a match of 8 zero bytes. */
export function lz4(bytes: Buffer, isStored: boolean): Buffer {
  const parts: Uint8Array[] = [Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0])];
  for (let at = 0; at < bytes.length; at += 60_000) {
    const block = isStored ? bytes.subarray(at, at + 60_000) : lz4Literals(bytes.subarray(at, at + 60_000));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(isStored ? block.length + 0x80000000 : block.length);
    parts.push(size, block);
  }
  return Buffer.concat([...parts, Buffer.alloc(4)]);
}

function lz4Literals(bytes: Buffer): Buffer {
  const head = [Math.min(15, bytes.length) << 4];
  for (let left = bytes.length - 15; left >= 0; left -= 255) head.push(Math.min(255, left));
  return Buffer.concat([Buffer.from(head), bytes]);
}

/** A gzip member with a file name in its head. */
export const namedGzip = (bytes: Buffer): Buffer => {
  const plain = gzipSync(bytes);
  return Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]),
    Buffer.from("part.warc\0"),
    deflateRawSync(bytes),
    plain.subarray(-8),
  ]);
};

/** Ways to store records. */
export const packings: Readonly<Record<string, (records: readonly Buffer[]) => Buffer>> = {
  plain: (records) => Buffer.concat(records),
  "gzip by record": (records) => Buffer.concat(records.map((record) => gzipSync(record))),
  "gzip with names": (records) => Buffer.concat(records.map(namedGzip)),
  "gzip of the whole": (records) => gzipSync(Buffer.concat(records)),
  "zstd by record": (records) => Buffer.concat(records.map((record) => zstdCompressSync(record))),
  "zstd of the whole": (records) => zstdCompressSync(Buffer.concat(records)),
  "lz4, literals": (records) => Buffer.concat(records.map((record) => lz4(record, false))),
  "lz4, stored": (records) => Buffer.concat(records.map((record) => lz4(record, true))),
};

/** `bytes` as a stream, cut at `cuts`. */
export async function* streamOf(bytes: Uint8Array, cuts: readonly number[] = []): AsyncGenerator<Uint8Array> {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let start = 0;
  for (const end of [...ends, bytes.length]) {
    yield bytes.subarray(start, end);
    start = end;
  }
}

/** All records of `bytes`. */
export async function recordsOf(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  options: { readonly cuts?: readonly number[]; readonly payloadLimitBytes?: number } = {},
): Promise<readonly ArchiveRecord[]> {
  const source = bytes instanceof Uint8Array ? streamOf(bytes, options.cuts) : bytes;
  const found: ArchiveRecord[] = [];
  for await (const record of readArchive(source, { payloadLimitBytes: options.payloadLimitBytes ?? 1_000_000 }))
    found.push(record);
  return found;
}

/** A record on a line, as a reader of a test wants it. */
export function lineOf(record: ArchiveRecord): string {
  if (record.kind === "problem") return `problem ${record.problem.code}${record.url === null ? "" : ` ${record.url}`}`;
  const recovered = record.isRecovered ? " recovered" : "";
  const doubts = record.doubts.map((doubt) => ` ?${doubt.code}`).join("");
  if (record.kind === "skipped") return `skipped ${record.type}${recovered}${doubts}`;
  if (record.kind === "revisit")
    return `revisit ${record.url} of ${record.refersToUrl} ${record.refersToDate}${recovered}${doubts}`;
  const text = Buffer.from(record.bytes).toString("utf8").slice(0, 60);
  return `${record.url} ${record.status} ${record.contentType} "${text}"${recovered}${doubts}`;
}
