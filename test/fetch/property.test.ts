import type { Socket } from "node:net";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { whyNotPublic } from "../../src/fetch/address.ts";
import { contentTypeOf } from "../../src/fetch/captured.ts";
import { createFetcher } from "../../src/fetch/fetcher.ts";
import { readUrlList } from "../../src/fetch/list.ts";
import { planFetch } from "../../src/fetch/plan.ts";
import { readProxySettings } from "../../src/fetch/proxy.ts";
import { retryAfterMs } from "../../src/fetch/retry.ts";
import { parseTarget, shownUrl } from "../../src/fetch/target.ts";
import { unpackBody } from "../../src/fetch/unpack.ts";
import { type Listening, madeTime, startBare } from "./server.ts";

const publicOnly = { allowPrivate: false, onion: false } as const;

/** Four octets of a network that is not public. */
const privateOctets = fc
  .tuple(
    fc.constantFrom([10], [127], [169, 254], [172, 16], [172, 31], [192, 168], [100, 64], [198, 18], [224], [240], [0]),
    fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)),
  )
  .map(([front, rest]) => [...front, ...rest].slice(0, 4));

/** One number as the old parsers of IPv4 take it. */
const inSomeBase = (value: number, base: number): string =>
  [
    String(value),
    `0${value.toString(8)}`,
    `0x${value.toString(16)}`,
    `0X${value.toString(16).toUpperCase()}`,
    `000${value.toString(8)}`,
  ][base] ?? "";

/** The address in `parts` parts (1 to 4), each in one of the bases. */
function written(octets: readonly number[], parts: number, bases: readonly number[]): string {
  const front = octets.slice(0, parts - 1);
  const last = octets.slice(parts - 1).reduce((sum, octet) => sum * 256 + octet, 0);
  return [...front, last].map((value, at) => inSomeBase(value, bases[at] ?? 0)).join(".");
}

test("an address that is not public is refused in whatever form of IPv4 it is written", () => {
  fc.assert(
    fc.property(
      privateOctets,
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }),
      fc.constantFrom("", "."),
      fc.constantFrom("", ":8080", ":443"),
      (octets, parts, bases, dot, port) => {
        const target = parseTarget(`http://${written(octets, parts, bases)}${dot}${port}/x`, publicOnly);
        expect(target).toMatchObject({ ok: false, problem: { code: "fetch/address" } });
      },
    ),
    { numRuns: 600 },
  );
});

test("an address that is not public is refused in whatever form of IPv6 it is carried", () => {
  fc.assert(
    fc.property(
      privateOctets,
      fc.constantFrom(
        "::ffff:",
        "::",
        "::ffff:0:",
        "64:ff9b::",
        "64:ff9b:1::",
        "2002:",
        "2001:0:",
        "2a00:1450::5efe:",
        "fd00::",
        "fe80::",
      ),
      ([a = 0, b = 0, c = 0, d = 0], front) => {
        const hex = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
        const address = /^(?:2002|2001:0):$/.test(front) ? `${front}${hex}::` : `${front}${hex}`;
        expect(whyNotPublic(address)).not.toBeNull();
        expect(parseTarget(`http://[${address}]/`, publicOnly).ok).toBe(false);
      },
    ),
    { numRuns: 400 },
  );
});

const junk = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .tuple(
      fc.constantFrom("http://", "https://", "http:\\\\", "//", "http:"),
      fc.string({ unit: "binary", maxLength: 60 }),
    )
    .map((two) => two.join("")),
);

describe("any text", () => {
  test("as an address is refused, or is one of http or https without user information and of a public host", () => {
    fc.assert(
      fc.property(junk, (text) => {
        const target = parseTarget(text, publicOnly);
        if (!target.ok) {
          expect(target.problem.message).toMatch(/\.$/);
          return;
        }
        const { url, host, isIp } = target.value;
        expect(url.protocol).toMatch(/^https?:$/);
        expect([url.username, url.password, url.hash]).toEqual(["", "", ""]);
        expect(host).not.toMatch(/\.$|^\[/);
        expect(isIp ? whyNotPublic(host) : null).toBeNull();
      }),
      { numRuns: 1_200 },
    );
  });
  test("is read as a list, a header or a proxy, or is refused", () => {
    fc.assert(
      fc.property(junk, (text) => {
        const listed = readUrlList(text, "list");
        const plan = planFetch([text], [listed.ok ? listed.value : []], () => null);
        expect(plan.pages.length + plan.repeated.length).toBe(1 + (listed.ok ? listed.value.length : 0));
        expect(contentTypeOf(text).contentType ?? "a/b").toMatch(/^[^A-Z\s;]+\/[^A-Z\s;]+$/);
        expect(retryAfterMs(text, 0) ?? 0).toBeGreaterThanOrEqual(0);
        expect(shownUrl(text).length).toBeLessThan(1_300);
        const proxy = readProxySettings(text, {});
        expect(proxy.ok || proxy.problem.code).toBe(proxy.ok ? true : "fetch/proxy");
      }),
      { numRuns: 600 },
    );
  });
  test("is unpacked, or is refused, and is never more than the limit", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom("gzip", "br", "deflate", "gzip, br", "x", ""),
        async (bytes, coding) => {
          const unpacked = await unpackBody(bytes, coding, 1_000);
          expect(unpacked.ok ? unpacked.value.length : 0).toBeLessThanOrEqual(1_000);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("any bytes as an answer", () => {
  let server: Listening;
  let said: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    server = await startBare((socket: Socket) => {
      socket.once("data", (head) => {
        if (head.includes("GET /robots.txt"))
          socket.end("HTTP/1.1 404 No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
        else socket.end(said);
      });
    });
  });
  afterAll(() => server.close());

  const pieces = fc.constantFrom(
    "HTTP/1.1 ",
    "HTTP/1.0 ",
    "HTTP/2 ",
    "200",
    "302",
    "304",
    "404",
    "503",
    "100",
    "99999",
    " OK",
    "\r\n",
    "\n",
    "\r\n\r\n",
    "content-length: ",
    "content-encoding: gzip",
    "transfer-encoding: chunked",
    "location: ",
    "http://127.0.0.2/",
    "/next",
    "retry-after: 1",
    "5",
    "-1",
    "hello",
    "0\r\n\r\n",
    "\u0000",
    "é",
    ": ",
    "set-cookie: a=b",
    "x".repeat(500),
  );
  const answers = fc.oneof(
    fc.array(pieces, { maxLength: 25 }).map((all) => Buffer.from(all.join(""), "latin1")),
    fc.array(pieces, { maxLength: 15 }).map((all) => Buffer.from(`HTTP/1.1 200 OK\r\n${all.join("")}`, "latin1")),
    fc.uint8Array({ maxLength: 300 }),
  );
  test("bring a capture or a problem, and the fetcher goes on", async () => {
    const fetcher = createFetcher({
      version: "1",
      contact: null,
      time: madeTime(),
      resolve: async () => ["127.0.0.1"],
      allowPrivate: (address) => address === "127.0.0.1",
      limits: { attempts: 1, pauseMs: 0, bodyBytes: 10_000 },
    });
    const url = `http://harbour.example:${server.port}/page`;
    await fc.assert(
      fc.asyncProperty(answers, async (bytes) => {
        said = bytes;
        const outcome = await fetcher.fetch(url);
        expect(outcome.ok ? "fetch/" : outcome.problem.code).toMatch(/^fetch\//);
        said = Buffer.from("HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok");
        expect((await fetcher.fetch(url)).ok).toBe(true);
      }),
      { numRuns: 60 },
    );
    await fetcher.close();
  });
});
