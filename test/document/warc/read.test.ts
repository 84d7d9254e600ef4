import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { captureTime } from "../../../src/document/warc/head.ts";
import { isArchiveName, looksLikeArchive } from "../../../src/document/warc/read.ts";
import { emptyTally, tallied } from "../../../src/model/warc.ts";
import {
  answer,
  arcHead,
  arcRecord,
  bytesOf,
  lineOf,
  type Made,
  packings,
  page,
  recordsOf,
  streamOf,
  warcRecord,
} from "./made.ts";

const one = "http://herald.example/one";
const two = "http://herald.example/two";
const html = "<p>The ferry was late.</p>";
const info: Made = {
  type: "warcinfo",
  fields: ["Content-Type: application/warc-fields"],
  block: "software: made up\r\n",
};
const textHtml = "200 text/html; charset=utf-8";
const warc = (...records: readonly Made[]): Buffer => Buffer.concat(records.map(warcRecord));
const linesOf = async (bytes: Uint8Array, payloadLimitBytes?: number): Promise<readonly string[]> =>
  (await recordsOf(bytes, payloadLimitBytes === undefined ? {} : { payloadLimitBytes })).map(lineOf);

describe("each record once, by what it is", () => {
  const rows: readonly (readonly [name: string, record: Made, line: string])[] = [
    ["a page", page(one, html), `${one} ${textHtml} "${html}"`],
    ["about the archive", info, "skipped warcinfo"],
    ["a request", { type: "request", url: one, block: "GET /one HTTP/1.1\r\n\r\n" }, "skipped request"],
    ["metadata", { type: "metadata", url: one, block: "via: x" }, "skipped metadata"],
    ["a name look-up", { type: "response", url: "dns:herald.example", block: "A 192.0.2.7" }, "skipped dns"],
    [
      "a resource has its own type",
      { type: "resource", url: one, fields: ["Content-Type: text/plain"], block: "Late." },
      `${one} null text/plain "Late."`,
    ],
    [
      "a conversion",
      { type: "conversion", url: one, fields: ["Content-Type: text/plain"], block: "Late." },
      `${one} null text/plain "Late."`,
    ],
    [
      "a revisit says where the page is",
      {
        type: "revisit",
        url: two,
        fields: [
          `WARC-Refers-To-Target-URI: ${one}`,
          "WARC-Refers-To-Date: 2024-05-14T00:00:00Z",
          "WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ],
        block: answer(""),
      },
      `revisit ${two} of ${one} 2024-05-14T00:00:00Z`,
    ],
    ["a later part of a page", { type: "continuation", url: one, block: "…" }, `problem archive/segment ${one}`],
    [
      "the first part of a page",
      { ...page(one, html), fields: ["WARC-Segment-Number: 1"] },
      `${one} ${textHtml} "${html}" ?archive/segment`,
    ],
    [
      "a page that the crawler cut",
      { ...page(one, html), fields: ["WARC-Truncated: length"] },
      `${one} ${textHtml} "${html}" ?archive/truncated`,
    ],
    ["a page without an address", { ...page(one, html), url: undefined as never }, "problem archive/header"],
    ["an address in angle brackets", page(`<${one}>`, html), `${one} ${textHtml} "${html}"`],
    ["an address with blanks", page(`${one} more`, html), `${one}%20more ${textHtml} "${html}"`],
    ["a moved page", { ...page(one, ""), block: answer("", [`Location: ${two}`], "301 Moved") }, `${one} 301 null ""`],
    ["no reason behind the status", { ...page(one, ""), block: answer("x", [], "404") }, `${one} 404 null "x"`],
    [
      "line ends of LF alone in the HTTP head",
      { ...page(one, ""), block: `HTTP/1.0 200 OK\nContent-Type: text/html\n\n${html}` },
      `${one} 200 text/html "${html}"`,
    ],
    [
      "no HTTP head where one should be",
      { ...page(one, ""), block: html },
      `${one} null null "${html}" ?archive/header`,
    ],
    ["a type nobody knows", { type: "novel", url: one, block: "x" }, "skipped novel"],
  ];
  for (const [name, record, line] of rows)
    test(name, async () => expect(await linesOf(warc(info, record))).toEqual(["skipped warcinfo", line]));
});

describe("codings are undone, or the page is taken as it is with a doubt", () => {
  const type = "Content-Type: text/html";
  const chunked = "Transfer-Encoding: chunked";
  const packed = (name: string): string => `Content-Encoding: ${name}`;
  const long = html.repeat(3000);
  const rows: readonly (readonly [
    name: string,
    body: Uint8Array | string,
    fields: readonly string[],
    text: string,
    doubt: string,
  ])[] = [
    ["chunked", "5\r\n<p>Fe\r\n3;x=y\r\nrry\r\n0\r\n\r\n", [type, chunked], "<p>Ferry", ""],
    ["not chunked", html, [type, chunked], html, " ?archive/coding"],
    ["a chunk too short", "5\r\n<p>Fe\r\nff\r\nrry", [type, chunked], "<p>Ferry", " ?archive/coding"],
    ["a wrong size between chunks", "5\r\n<p>Fe\r\nzz\r\nrry", [type, chunked], "<p>Fezz\r\nrry", " ?archive/coding"],
    ["gzip", gzipSync(html), [type, packed("gzip")], html, ""],
    ["gzip under its old name", gzipSync(html), [type, packed("x-gzip")], html, ""],
    ["deflate with zlib's head", deflateSync(html), [type, packed("deflate")], html, ""],
    ["deflate without", deflateRawSync(html), [type, packed("deflate")], html, ""],
    ["brotli", brotliCompressSync(html), [type, packed("br")], html, ""],
    ["zstd", zstdCompressSync(html), [type, packed("zstd")], html, ""],
    ["two codings", gzipSync(brotliCompressSync(html)), [type, packed("br, gzip")], html, ""],
    ["identity", html, [type, packed("identity")], html, ""],
    ["an unknown coding", html, [type, packed("compress")], html, " ?archive/coding"],
    ["said to be gzip, and undone before", html, [type, packed("gzip")], html, " ?archive/coding"],
    [
      "gzip without its end",
      gzipSync(long).subarray(0, -12),
      [type, packed("gzip")],
      long.slice(0, 60),
      " ?archive/coding",
    ],
    [
      "gzip within chunks",
      Buffer.concat([
        Buffer.from(`${gzipSync(html).length.toString(16)}\r\n`),
        gzipSync(html),
        bytesOf("\r\n0\r\n\r\n"),
      ]),
      [type, chunked, packed("gzip")],
      html,
      "",
    ],
  ];
  for (const [name, body, fields, text, doubt] of rows)
    test(name, async () =>
      expect(await linesOf(warc(page(one, body, fields)))).toEqual([`${one} 200 text/html "${text}"${doubt}`]),
    );
});

describe("digests", () => {
  const rows: readonly (readonly [name: string, field: string, doubt: string])[] = [
    ["base 32", "WARC-Payload-Digest: sha1:DTHI7ANYGUPX5GSG6A33ILAYQTSSQDEG", ""],
    ["base 32 in small letters", "WARC-Payload-Digest: sha1:dthi7anygupx5gsg6a33ilayqtssqdeg", ""],
    ["hexadecimal", "WARC-Payload-Digest: sha1:1cce8f81b8351f7e9a46f037b42c1884e5280c86", ""],
    ["base 64", "WARC-Payload-Digest: sha1:HM6Pgbg1H36aRvA3tCwYhOUoDIY=", ""],
    ["another page's", "WARC-Payload-Digest: sha1:DULJ4YRT5QVVL7R2MZHXWHUHHEC3SXSQ", " ?archive/digest"],
    ["another block's", "WARC-Block-Digest: sha1:DTHI7ANYGUPX5GSG6A33ILAYQTSSQDEG", " ?archive/digest"],
    ["a value that is no digest", "WARC-Block-Digest: sha1:1111", " ?archive/digest"],
    ["an algorithm that is not known", "WARC-Block-Digest: crc:1111", ""],
  ];
  const fields = ["Content-Type: application/http; msgtype=response"];
  for (const [name, field, doubt] of rows)
    test(name, async () =>
      expect(await linesOf(warc({ ...page(one, html), fields: [...fields, field] }))).toEqual([
        `${one} ${textHtml} "${html}"${doubt}`,
      ]),
    );
});

describe("records of wrong length, and what stands between records", () => {
  const good = page(two, html);
  const goodLine = `${two} ${textHtml} "${html}"`;
  const size = answer(html).length;
  const rows: readonly (readonly [name: string, bytes: Buffer, lines: readonly string[]])[] = [
    [
      "too short: the rest is passed over",
      warc({ ...page(one, html), length: size - 10 }, good),
      [`${one} ${textHtml} "<p>The ferry was" ?archive/length`, `${goodLine} recovered`],
    ],
    [
      "too long: cut where the next begins",
      warc({ ...page(one, html), length: size + 30 }, good, info),
      [`${one} ${textHtml} "${html}" ?archive/length`, `${goodLine} recovered`, "skipped warcinfo"],
    ],
    [
      "too long for the file",
      warc({ ...page(one, html), length: 3000 }, good),
      [`${one} ${textHtml} "${html}" ?archive/length`, `${goodLine} recovered`],
    ],
    [
      "too long, and the last",
      warc(good, { ...page(one, html), length: 999 }),
      [goodLine, `problem archive/truncated ${one}`],
    ],
    [
      "too long, and the last, but the page says that it is whole",
      warc(good, { ...page(one, html, [`Content-Length: ${html.length}`]), length: 999 }),
      [goodLine, `${one} 200 null "${html}\r\n\r\n" ?archive/truncated`],
    ],
    [
      "no length",
      warc({ ...page(one, html), length: null }, good),
      [`problem archive/length ${one}`, `${goodLine} recovered`],
    ],
    [
      "a length that is no number",
      warc({ ...page(one, html), length: "-1" }, good),
      [`problem archive/length ${one}`, `${goodLine} recovered`],
    ],
    ["over the limit", warc({ ...page(one, "x".repeat(5000)) }, good), [`problem archive/too-large ${one}`, goodLine]],
    [
      "over the limit when unpacked",
      warc(page(one, gzipSync("x".repeat(500_000)), ["Content-Encoding: gzip"]), good),
      [`problem archive/too-large ${one}`, goodLine],
    ],
    [
      "bytes between records",
      Buffer.concat([warc(good), bytesOf("what is this?\r\n"), warc(info)]),
      [`${goodLine} ?archive/length`, "skipped warcinfo recovered"],
    ],
    [
      "bytes before the first",
      Buffer.concat([bytesOf("what is this?\r\n"), warc(good)]),
      ["problem archive/header", `${goodLine} recovered`],
    ],
    [
      "more line ends than two",
      Buffer.concat([warc(good), bytesOf("\r\n\n\n"), warc(info)]),
      [goodLine, "skipped warcinfo"],
    ],
    ["no line ends at the end", warc(info, good).subarray(0, -4), ["skipped warcinfo", goodLine]],
    [
      "a head without a type",
      Buffer.concat([bytesOf("WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n"), warc(good)]),
      ["problem archive/header", `${goodLine} recovered`],
    ],
    [
      "a head that is cut",
      Buffer.concat([warc(good), bytesOf("WARC/1.1\r\nWARC-Ty")]),
      [goodLine, "problem archive/truncated"],
    ],
    ["no archive", bytesOf("<html><p>WARC/1.1 is a format.</p></html>"), ["problem archive/not-an-archive"]],
    ["a PDF file", bytesOf("%PDF-1.7 and so on"), ["problem archive/not-an-archive"]],
    ["nothing", Buffer.alloc(0), []],
    [
      "words of a WARC head in a page of right length",
      warc(page(one, `${warc(info)}`), info),
      [`${one} ${textHtml} "${`${warc(info)}`.slice(0, 60)}"`, "skipped warcinfo"],
    ],
  ];
  for (const [name, bytes, lines] of rows) test(name, async () => expect(await linesOf(bytes, 4096)).toEqual(lines));
});

describe("ARC files", () => {
  const line = `${one} 200 text/html "${html}"`;
  const block = answer(html, ["Content-Type: text/html"]);
  const rows: readonly (readonly [name: string, bytes: Buffer, lines: readonly string[]])[] = [
    ["version 1", Buffer.concat([arcHead(), arcRecord(one, "text/html", block)]), ["skipped filedesc", line]],
    [
      "version 2",
      Buffer.concat([
        arcHead(),
        bytesOf(`${one} 192.0.2.7 20240515083000 text/html 200 - - 0 made.arc ${block.length}\n`),
        block,
        bytesOf("\n"),
      ]),
      ["skipped filedesc", line],
    ],
    [
      "a page without HTTP head",
      Buffer.concat([arcHead(), arcRecord(one, "text/html", html)]),
      ["skipped filedesc", `${one} null text/html "${html}"`],
    ],
    [
      "a name look-up",
      Buffer.concat([arcHead(), arcRecord("dns:herald.example", "text/dns", "x")]),
      ["skipped filedesc", "skipped dns"],
    ],
    [
      "an address with blanks",
      Buffer.concat([arcHead(), arcRecord(`${one} more`, "text/html", block)]),
      ["skipped filedesc", line.replace(one, `${one}%20more`)],
    ],
    [
      "a length below nothing",
      Buffer.concat([arcHead(), arcRecord(two, "text/html", block, "-1"), arcRecord(one, "text/html", block)]),
      ["skipped filedesc", `problem archive/length ${two}`, `${line} recovered`],
    ],
    [
      "a length too long",
      Buffer.concat([arcHead(), arcRecord(two, "text/html", html, "60"), arcRecord(one, "text/html", block)]),
      ["skipped filedesc", `${two} null text/html "${html}" ?archive/length`, `${line} recovered`],
    ],
    [
      "a cut line",
      Buffer.concat([arcHead(), arcRecord(one, "text/html", block), bytesOf(`${two} 192.0.2.`)]),
      ["skipped filedesc", line, "problem archive/header"],
    ],
  ];
  for (const [name, bytes, lines] of rows) test(name, async () => expect(await linesOf(bytes)).toEqual(lines));
});

describe("the ways of packing", () => {
  const records = [info, page(one, html), page(two, html.repeat(9000))].map(warcRecord);
  for (const [name, pack] of Object.entries(packings))
    test(`${name}: the same records`, async () => {
      const found = await recordsOf(pack(records));
      expect(found.map(lineOf)).toEqual((await recordsOf(Buffer.concat(records))).map(lineOf));
    });

  // Over 1 MB of packed bytes is unpacked in steps. Numbers by a rule that no packer finds stand for a page that hardly packs.
  const noise = Buffer.alloc(2_000_000);
  for (let at = 0, seed = 1; at < noise.length; at++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    noise[at] = 48 + (seed >>> 26);
  }
  const large = [info, { type: "resource", url: one, block: noise }, page(two, html)].map(warcRecord);
  for (const name of ["gzip of the whole", "gzip by record", "zstd of the whole", "zstd by record"])
    test(`${name}: more than is unpacked at once`, async () => {
      const found = await recordsOf(packings[name]!(large), { payloadLimitBytes: 3_000_000 });
      expect(found.map((record) => record.kind)).toEqual(["skipped", "capture", "capture"]);
      expect(found[1]?.kind === "capture" && noise.equals(found[1].bytes)).toBe(true);
    });

  test("what a large damaged part still gives does not depend on how it arrived", async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => `The ${at}th ferry was ${(at * 7919) % 997} minutes late.`);
    const pages = Array.from({ length: 8 }, (_, at) => page(`http://herald.example/${at}`, lines.join(`\n${at} `)));
    const bytes = Buffer.from(packings["gzip of the whole"]!(pages.map(warcRecord)));
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0xff, middle, middle + 200);
    const options = { payloadLimitBytes: 4_000_000 };
    const found = await recordsOf(bytes, options);
    const sound = found.map((record) => record.kind === "capture" && record.doubts.length === 0 && !record.isRecovered);
    expect(sound.slice(0, 3)).toEqual([true, true, true]);
    expect(sound).toContain(false);
    expect(await recordsOf(bytes, { ...options, cuts: [1, 5000, middle - 7, middle + 90] })).toEqual(found);
  });

  test("the place of a record is where its compressed part begins", async () => {
    const parts = records.map((record) => gzipSync(record));
    const places = (await recordsOf(Buffer.concat(parts))).map(({ number, offset }) => [number, offset]);
    expect(places).toEqual([
      [1, 0],
      [2, parts[0]!.length],
      [3, parts[0]!.length + parts[1]!.length],
    ]);
  });

  test("a damaged part is a problem, and the next is read", async () => {
    const parts = records.map((record) => Buffer.from(gzipSync(record)));
    parts[1]!.fill(0xff, 20, 40);
    const found = (await recordsOf(Buffer.concat(parts))).map(lineOf);
    expect(found).toEqual(["skipped warcinfo", "problem archive/compression", expect.stringContaining(two)]);
  });

  test("a wrong checksum is a doubt", async () => {
    const parts = records.map((record) => Buffer.from(gzipSync(record)));
    parts[1]![parts[1]!.length - 8]! ^= 1;
    const found = (await recordsOf(Buffer.concat(parts))).map(lineOf);
    expect(found).toEqual([
      "skipped warcinfo",
      `${one} ${textHtml} "${html}" ?archive/compression`,
      expect.any(String),
    ]);
  });

  test("zero bytes between parts and at the end are padding", async () => {
    const parts = records.flatMap((record) => [gzipSync(record), Buffer.alloc(300)]);
    expect((await recordsOf(Buffer.concat(parts))).map((record) => record.kind)).toEqual([
      "skipped",
      "capture",
      "capture",
    ]);
  });

  test("a Zstandard file with its dictionary in front", async () => {
    const dictionary = records[1]!;
    const size = Buffer.alloc(4);
    size.writeUInt32LE(dictionary.length);
    const packed = records.map((record) => zstdCompressSync(record, { dictionary }));
    const bytes = Buffer.concat([Buffer.from([0x5d, 0x2a, 0x4d, 0x18]), size, dictionary, ...packed]);
    expect((await recordsOf(bytes)).map((record) => record.kind)).toEqual(["skipped", "capture", "capture"]);
  });

  test("an LZ4 match that runs into its own bytes", async () => {
    const record = warcRecord({ type: "resource", url: one, block: `a${"b".repeat(40)}c` });
    const at = record.indexOf("bbbb");
    const literals = record.subarray(0, at + 1);
    const rest = record.subarray(at + 40);
    const long = (length: number): number[] =>
      length < 15 ? [] : [...Array<number>(Math.floor((length - 15) / 255)).fill(255), (length - 15) % 255];
    const token = (count: number, match: number): number => (Math.min(15, count) << 4) | Math.min(15, match);
    const block = Buffer.concat([
      Buffer.from([token(literals.length, 35), ...long(literals.length)]),
      literals,
      Buffer.from([1, 0, ...long(35)]),
      Buffer.from([token(rest.length, 0), ...long(rest.length)]),
      rest,
    ]);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(block.length);
    const frame = Buffer.concat([Buffer.from([4, 0x22, 0x4d, 0x18, 0x60, 0x40, 0]), size, block, Buffer.alloc(4)]);
    expect((await recordsOf(frame)).map(lineOf)).toEqual([`${one} null null "a${"b".repeat(40)}c"`]);
  });
});

test("a stream that breaks off is a problem, and what came before is kept", async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield* streamOf(warc(info));
    throw new Error("the disk is gone");
  }
  const found = await recordsOf(broken());
  expect(found.map(lineOf)).toEqual(["skipped warcinfo", "problem archive/interrupted"]);
});

test("records are counted by what became of them", async () => {
  const bytes = warc(
    info,
    page(one, html),
    { ...page(two, html), fields: ["WARC-Truncated: time"] },
    { ...info, length: "x" },
  );
  expect((await recordsOf(bytes)).reduce(tallied, emptyTally)).toEqual({
    capture: 2,
    revisit: 0,
    skipped: 1,
    problem: 1,
    doubtful: 1,
  });
});

describe("times of capture", () => {
  const rows: readonly (readonly [string | null, string | null])[] = [
    ["2021-11-12T08:30:00Z", "2021-11-12T08:30:00Z"],
    ["2021-11-12T08:30:00.123456Z", "2021-11-12T08:30:00.123Z"],
    ["2021-11-12T08:30:00+0300", "2021-11-12T05:30:00Z"],
    ["2021-11-12T08:30Z", "2021-11-12T08:30:00Z"],
    ["2021-11-12", "2021-11-12"],
    ["20211112083000", "2021-11-12T08:30:00Z"],
    ["2021-02-31T08:30:00Z", null],
    ["2008-10-294T05:21:46-0700", null],
    ["20211399000000", null],
    ["yesterday", null],
    [null, null],
  ];
  for (const [field, time] of rows) test(`${field} is ${time}`, () => expect(captureTime(field)).toBe(time));
});

describe("names of archives", () => {
  const rows: readonly (readonly [string, boolean])[] = [
    ["crawl.warc.gz", true],
    ["CRAWL.WARC", true],
    ["old.arc.gz", true],
    ["crawl.warc.zst", true],
    ["search.html", false],
    ["monarc", false],
  ];
  for (const [name, is] of rows) test(`${name}: ${is}`, () => expect(isArchiveName(name)).toBe(is));
});

describe("does it begin like an archive?", () => {
  const front = packings["gzip of the whole"]!([info, page(one, html.repeat(9000))].map(warcRecord)).subarray(0, 300);
  const rows: readonly (readonly [name: string, bytes: Uint8Array, is: boolean])[] = [
    ["WARC", warc(info), true],
    ["ARC", arcHead(), true],
    ["the front of a packed one", front, true],
    ["a packed page", gzipSync(html), false],
    ["a page", bytesOf(html), false],
    ["nothing", Buffer.alloc(0), false],
  ];
  for (const [name, bytes, is] of rows)
    test(`${name}: ${is}`, async () => expect(await looksLikeArchive(bytes)).toBe(is));
});
