import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArchiveRecord } from "../../../src/model/warc.ts";
import { arcHead, arcRecord, packings, page, recordsOf, warcRecord } from "./made.ts";

const info = warcRecord({ type: "warcinfo", block: "software: made up\r\n" });

/** Pages of any bytes, as WARC or ARC records; the address says which. */
const records = fc
  .tuple(fc.boolean(), fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1, maxLength: 5 }))
  .map(([isArc, bodies]) =>
    isArc
      ? [arcHead(), ...bodies.map((body, at) => arcRecord(`http://herald.example/${at}`, "text/html", body))]
      : [info, ...bodies.map((body, at) => warcRecord(page(`http://herald.example/${at}`, body)))],
  );
const packing = fc.constantFrom(...Object.keys(packings));
const cuts = fc.array(fc.nat(), { maxLength: 12 });
const packed = fc.tuple(records, packing).map(([parts, name]) => packings[name]!(parts));

const broken = (record: ArchiveRecord): boolean => record.kind === "problem" || record.doubts.length > 0;

describe("laws of reading archives", () => {
  test("any bytes are read to their end, and every record has its number", async () => {
    const front = fc.constantFrom("", "WARC/1.1\r\n", "filedesc://x 192.0.2.7 20240101000000 text/plain 5\n");
    const noise = fc.uint8Array({ maxLength: 3000 });
    const magic = fc.constantFrom([], [0x1f, 0x8b, 8, 0], [0x28, 0xb5, 0x2f, 0xfd], [4, 0x22, 0x4d, 0x18, 0x60, 0x40]);
    await fc.assert(
      fc.asyncProperty(magic, front, noise, async (first, words, rest) => {
        const found = await recordsOf(Buffer.concat([Buffer.from(first), Buffer.from(words), rest]));
        expect(found.map((record) => record.number)).toEqual(found.map((_, at) => at + 1));
        if (rest.some((byte) => byte !== 10 && byte !== 13)) expect(found.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test("what is written is read, byte for byte", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 5 }),
        packing,
        async (bodies, name) => {
          const made = bodies.map((body, at) => warcRecord(page(`http://herald.example/${at}`, body)));
          const found = await recordsOf(packings[name]!([info, ...made]));
          expect(found.filter(broken)).toEqual([]);
          const read = found.flatMap((record) => (record.kind === "capture" ? [[...record.bytes]] : []));
          expect(read).toEqual(bodies.map((body) => [...body]));
        },
      ),
    );
  });

  test("where the stream is cut into pieces changes nothing, in whole, cut and damaged archives", async () => {
    await fc.assert(
      fc.asyncProperty(packed, cuts, fc.nat(), fc.nat(), fc.nat(2), async (bytes, ends, at, value, what) => {
        const tried = Buffer.from(bytes);
        if (what === 1) tried[at % tried.length] = value % 256;
        const given = what === 2 ? tried.subarray(0, at % tried.length) : tried;
        expect(await recordsOf(given, { cuts: ends })).toEqual(await recordsOf(given));
      }),
      { numRuns: 300 },
    );
  });

  test("an archive cut at any byte gives all records before the cut, and one problem", async () => {
    await fc.assert(
      fc.asyncProperty(records, packing, fc.nat(), async (parts, name, where) => {
        const bytes = packings[name]!(parts);
        const cut = where % bytes.length;
        const whole = await recordsOf(bytes);
        const found = await recordsOf(bytes.subarray(0, cut));
        const good = found.filter((record) => !broken(record));
        expect(good).toEqual(whole.slice(0, good.length));
        // Only the last that is there can be the one that the cut hit.
        expect(found.slice(0, -1).some(broken)).toBe(false);
        if (!name.endsWith("whole")) {
          const ended = whole.filter((_, at) => at + 1 < whole.length && whole[at + 1]!.offset <= cut);
          expect(found.slice(0, ended.length)).toEqual(ended);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a cut within a record is always told", async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.nat(), async (parts, where) => {
        const at = where % parts.length;
        const before = parts.slice(0, at).map((part) => gzipSync(part));
        const last = gzipSync(parts[at]!);
        const cut = 1 + (where % (last.length - 1));
        const found = await recordsOf(Buffer.concat([...before, last.subarray(0, cut)]));
        expect(found).toHaveLength(at + 1);
        expect(broken(found.at(-1)!)).toBe(true);
      }),
    );
  });

  test("time grows with the length, also where each record lies about its own", async () => {
    const liar = warcRecord({ ...page("http://herald.example/x", "x"), length: 900_000 });
    const found = await recordsOf(Buffer.concat(Array<Buffer>(20_000).fill(liar)));
    // The last is cut; all others end where the next begins.
    expect(found.filter((record) => record.kind === "capture")).toHaveLength(19_999);
  });

  test("a page of nothing but version lines is passed over in time that grows with its length", async () => {
    const lines = "WARC/1.1\r\n".repeat(400_000);
    const found = await recordsOf(warcRecord({ ...page("http://herald.example/x", lines), length: 3 }), {
      payloadLimitBytes: 10_000_000,
    });
    expect(found.map((record) => record.kind)).toEqual(["capture"]);
  });
});
