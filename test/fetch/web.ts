import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import type { ProblemCode } from "../../src/model/problem.ts";

/** What should become of a page of the made-up web. */
export type Expected =
  | {
      readonly kind: "page";
      readonly text: string | Uint8Array;
      readonly hops: number;
      readonly charset: string | null;
      /** Kinds of notes beside that of the port, which all pages have. */
      readonly notes: readonly string[];
    }
  | { readonly kind: "unchanged" }
  | { readonly kind: "problem"; readonly code: ProblemCode; readonly words: string };

/** How a page is served. `visit` counts the requests for it, from 1. */
export type Serve =
  | { readonly by: "web" | "tls"; readonly answer: Answer }
  | { readonly by: "raw"; readonly speak: (socket: Socket, visit: number) => void };
export type Answer = (response: ServerResponse, request: IncomingMessage, visit: number) => void;

/** A page of the made-up web. */
export interface MadePage {
  /** Why it is there: the name of its test. */
  readonly what: string;
  readonly host: string;
  /** Begins with "/". */
  readonly path: string;
  readonly serve: Serve;
  readonly expected: Expected;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Fetched by a fetcher with short limits of time. */
  readonly isSlow: boolean;
}

/** Where the servers listen. */
export interface Ports {
  readonly web: number;
  readonly raw: number;
  readonly tls: number;
}

/** The limit of a body in the made-up web, in bytes. */
export const madeBodyBytes = 1_000_000;

const html = (title: string): string =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title><p>The made-up town of Ostrava Minor said on Friday that its bridge is open. Nº ${title}`;
const numbers = (count: number): readonly number[] => [...Array(count).keys()];
const two = (value: number): string => String(value).padStart(2, "0");

const page = (text: string | Uint8Array, more: Partial<Extract<Expected, { kind: "page" }>> = {}): Expected => ({
  kind: "page",
  text,
  hops: 0,
  charset: null,
  notes: [],
  ...more,
});
const problem = (code: ProblemCode, words: string): Expected => ({ kind: "problem", code, words });

interface Rest {
  readonly path?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly isSlow?: boolean;
}
const made = (what: string, host: string, serve: Serve, expected: Expected, rest: Rest = {}): MadePage => ({
  what,
  host,
  path: `/${what.replace(/[^a-z0-9]+/gi, "-")}`,
  serve,
  expected,
  etag: null,
  lastModified: null,
  isSlow: false,
  ...rest,
});
const web = (answer: Answer): Serve => ({ by: "web", answer });
const tls = (answer: Answer): Serve => ({ by: "tls", answer });
const raw = (speak: (socket: Socket, visit: number) => void): Serve => ({ by: "raw", speak });
const rawText = (text: string, then: (socket: Socket) => void = (socket) => socket.end()): Serve =>
  raw((socket) => socket.write(text, "latin1", () => then(socket)));

const send =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Answer =>
  (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

/** Writes `part` for as long as somebody takes it. */
const endless =
  (part: string | Uint8Array, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(200, headers);
    const go = (): void => {
      while (!response.destroyed && response.write(part)) continue;
    };
    response.on("drain", go);
    go();
  };

const goodPages = (): readonly MadePage[] =>
  numbers(60).map((at) => {
    const text = html(`good ${at}`);
    return made(
      `good ${at}`,
      `outlet-${two(at % 30)}.example`,
      web(send(text, { "content-type": "text/html" })),
      page(text),
    );
  });

const packedPages = (): readonly MadePage[] => {
  const packers = [
    ["gzip", gzipSync],
    ["x-gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
    ["deflate", deflateRawSync],
    ["identity", (bytes: string) => Buffer.from(bytes)],
    ["GZIP", gzipSync],
    ["gzip, gzip", (bytes: string) => gzipSync(gzipSync(bytes))],
  ] as const;
  return numbers(24).map((at) => {
    const [coding, pack] = packers[at % packers.length] ?? packers[0];
    const text = html(`packed ${at} `).repeat(50);
    return made(
      `packed ${at} as ${coding}`,
      `packed-${two(at % 6)}.example`,
      web(send(pack(text), { "content-encoding": coding })),
      page(text),
    );
  });
};

const charsetPages = (): readonly MadePage[] => {
  const utf8 = Buffer.from(html("č"));
  const latin = Buffer.from(html("é"), "latin1");
  const rows = [
    ["named right", "text/html; charset=UTF-8", utf8, "utf-8"],
    ["UTF-8 named windows-1252", "text/html; charset=windows-1252", utf8, "windows-1252"],
    ["Latin-1 named UTF-8", 'text/html;charset="utf-8"', latin, "utf-8"],
    ["a charset that does not exist", "text/html; charset=klingon-8", utf8, "klingon-8"],
    ["none", "text/html", latin, null],
    ["an empty one", "text/html; charset=", utf8, null],
    ["in single quotes", "text/html; charset='koi8-r'", utf8, "koi8-r"],
    ["after another parameter", "text/html; boundary=x; charset=shift_jis", utf8, "shift_jis"],
  ] as const;
  return rows.map(([what, type, bytes, charset]) =>
    made(`charset ${what}`, "charset.example", web(send(bytes, { "content-type": type })), page(bytes, { charset })),
  );
};

/** Pages whose redirects are steps of their own: "/hop/3/…" leads to "/hop/2/…", "/hop/0/…" is the page. */
const redirectPages = (ports: Ports): readonly MadePage[] => {
  const text = html("at the end");
  const chain =
    (host: string): Answer =>
    (response, request) => {
      const [, , steps = "0", name = ""] = (request.url ?? "").split("/");
      if (Number(steps) === 0) return send(text)(response, request, 1);
      const status = [301, 302, 303, 307, 308][Number(steps) % 5] ?? 301;
      const to = Number(steps) % 2 === 0 ? "" : `http://${host}:${ports.web}`;
      return send("moved", { location: `${to}/hop/${Number(steps) - 1}/${name}` }, status)(response, request, 1);
    };
  const host = "moving.example";
  const chains = numbers(10).map((at) => {
    const hops = (at % 5) + 1;
    return made(`${hops} redirects, ${at}`, host, web(chain(host)), page(text, { hops }), {
      path: `/hop/${hops}/${at}`,
    });
  });
  const tooMany = numbers(2).map((at) =>
    made(`${at + 6} redirects`, host, web(chain(host)), problem("fetch/redirect", "more than 5 times"), {
      path: `/hop/${at + 6}/many`,
    }),
  );
  const to = (location: string, status = 302): Serve => web(send("moved", { location }, status));
  const loops = [
    made("a redirect to itself", "loop-0.example", to("/a-redirect-to-itself"), problem("fetch/redirect", "cookies")),
    made(
      "a circle of two",
      "loop-1.example",
      web((response, request) =>
        send("", { location: request.url === "/b" ? "/a-circle-of-two" : "/b" }, 301)(response, request, 1),
      ),
      problem("fetch/redirect", "in a circle"),
    ),
    made(
      "a circle over two hosts",
      "loop-2.example",
      web((response, request) => {
        const other = request.headers.host?.startsWith("loop-2.") ? "loop-3.example" : "loop-2.example";
        send("", { location: `http://${other}:${ports.web}${request.url}` }, 301)(response, request, 1);
      }),
      problem("fetch/redirect", "in a circle"),
    ),
    made("a redirect to its own fragment", "loop-4.example", to("#top"), problem("fetch/redirect", "in a circle")),
  ];
  const broken = [
    made(
      "a redirect without address",
      "loop-5.example",
      web(send("", {}, 302)),
      problem("fetch/redirect", "to no address"),
    ),
    made("a redirect to nonsense", "loop-5.example", to("http://["), problem("fetch/redirect", "to no address")),
    made("a redirect to a file", "loop-5.example", to("file:///etc/passwd"), problem("fetch/url", "neither http")),
    made("a redirect to a script", "loop-5.example", to("javascript:alert(1)"), problem("fetch/url", "neither http")),
    made(
      "a redirect with a password",
      "loop-5.example",
      to("http://a:b@loop-5.example/"),
      problem("fetch/url", "password"),
    ),
    made(
      "a redirect to another site's forbidden page",
      "loop-6.example",
      to(`http://robots.example:${ports.web}/private/x`),
      problem("fetch/robots", "leads on to"),
    ),
    made(
      "a redirect from TLS to plain",
      "secure.example",
      tls(send("", { location: `http://moving.example:${ports.web}/hop/0/down` }, 301)),
      page(text, { hops: 1, notes: ["downgraded"] }),
    ),
  ];
  const privates = [
    "http://127.0.0.2/",
    "http://localhost/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://192.168.1.1/admin",
    "http://[::1]/",
    "http://[fd00:ec2::254]/",
    "http://[::ffff:10.0.0.1]/",
    "http://2130706434/",
    "http://0x7f.0.0.2/",
    "http://metadata.google.internal/",
    "//172.16.0.1/",
    "http://leads-inside.example/",
    "https://100.100.100.200/",
  ].map((location, at) =>
    made(
      `a redirect to ${location}`,
      `trap-${two(at)}.example`,
      to(location),
      problem("fetch/address", "is not fetched"),
    ),
  );
  return [...chains, ...tooMany, ...loops, ...broken, ...privates];
};

const robotsPages = (): readonly MadePage[] => {
  const text = html("allowed");
  const serve = web(send(text));
  const forbidden = numbers(8).map((at) =>
    made(`forbidden by robots.txt ${at}`, "robots.example", serve, problem("fetch/robots", "line"), {
      path: `/private/${at}`,
    }),
  );
  const rows = [
    ["allowed beside what is forbidden", "robots.example", page(text)],
    ["allowed within what is forbidden", "robots.example", page(text), "/private/open/x"],
    ["forbidden to this program by name", "robots-name.example", problem("fetch/robots", "forbids it")],
    ["forbidden to others by name", "robots-other.example", page(text)],
    ["robots.txt is gone", "robots-404.example", page(text)],
    ["robots.txt is forbidden", "robots-403.example", page(text)],
    ["robots.txt fails", "robots-500.example", problem("fetch/robots-unavailable", "answered 500")],
    ["robots.txt is throttled", "robots-429.example", problem("fetch/robots-unavailable", "answered 429")],
    ["robots.txt has moved", "robots-moved.example", problem("fetch/robots", "forbids it")],
    ["robots.txt goes in a circle", "robots-loop.example", page(text)],
    ["robots.txt leads inside", "robots-inside.example", problem("fetch/robots-unavailable", "127.0.0.2")],
    ["robots.txt is damaged", "robots-damaged.example", problem("fetch/robots-unavailable", "gzip")],
    ["robots.txt is endless", "robots-endless.example", page(text)],
    ["robots.txt is packed", "robots-packed.example", problem("fetch/robots", "forbids it")],
  ] as const;
  return [
    ...forbidden,
    ...rows.map(([what, host, expected, path]) => made(what, host, serve, expected, path ? { path } : {})),
  ];
};

const statusPages = (): readonly MadePage[] => {
  const rows = [
    [401, "fetch/forbidden", "login"],
    [402, "fetch/forbidden", "paid"],
    [403, "fetch/forbidden", "programs"],
    [404, "fetch/gone", "no such page"],
    [410, "fetch/gone", "web archive"],
    [451, "fetch/forbidden", "law"],
    [400, "fetch/status", "400"],
    [418, "fetch/status", "418"],
    [204, "fetch/status", "204"],
    [206, "fetch/status", "206"],
    [304, "fetch/status", "304"],
    [500, "fetch/server", "failed"],
    [501, "fetch/server", "501"],
    [502, "fetch/server", "502"],
    [503, "fetch/server", "503"],
    [504, "fetch/server", "504"],
    [300, "fetch/status", "300"],
  ] as const;
  const steady = rows.map(([status, code, words]) =>
    made(
      `status ${status}`,
      "status.example",
      web(send(status === 204 || status === 304 ? "" : "no", {}, status)),
      problem(code, words),
    ),
  );
  const text = html("in the end");
  const afterFailures = [429, 500, 502, 503, 504, 520].map((status, at) =>
    made(
      `${status} and then the page`,
      `mending-${at}.example`,
      web((response, request, visit) =>
        send(text, visit < 3 && at % 2 === 0 ? { "retry-after": "7" } : {}, visit < 3 ? status : 200)(
          response,
          request,
          visit,
        ),
      ),
      page(text),
    ),
  );
  return [
    ...steady,
    ...afterFailures,
    made("429 for good", "busy-0.example", web(send("", {}, 429)), problem("fetch/throttled", "too often")),
    made(
      "429 for two hours",
      "busy-1.example",
      web(send("", { "retry-after": "7200" }, 429)),
      problem("fetch/throttled", "7200 s"),
    ),
    made(
      "503 until a date",
      "busy-2.example",
      web(send("", { "retry-after": "Fri, 01 Mar 2030 13:00:00 GMT" }, 503)),
      problem("fetch/server", "asks to wait"),
    ),
    made(
      "the next page of one who asked for two hours",
      "busy-1.example",
      web(send(text)),
      problem("fetch/throttled", "left alone"),
    ),
  ];
};

const changedPages = (): readonly MadePage[] => {
  const tag = '"v1"';
  const day = "Fri, 12 Nov 2021 08:00:00 GMT";
  const text = html("changed");
  const byTag: Answer = (response, request, visit) =>
    request.headers["if-none-match"] === tag
      ? send("", { etag: tag }, 304)(response, request, visit)
      : send(text, { etag: '"v2"' })(response, request, visit);
  const byDay: Answer = (response, request, visit) =>
    request.headers["if-modified-since"] === day
      ? send("", { "last-modified": day }, 304)(response, request, visit)
      : send(text, { "last-modified": day })(response, request, visit);
  return [
    ...numbers(4).map((at) =>
      made(`unchanged by its tag ${at}`, "kept.example", web(byTag), { kind: "unchanged" }, { etag: tag }),
    ),
    ...numbers(4).map((at) =>
      made(`unchanged by its day ${at}`, "kept.example", web(byDay), { kind: "unchanged" }, { lastModified: day }),
    ),
    made("another tag", "kept.example", web(byTag), page(text), { etag: '"v0"' }),
    made("another day", "kept.example", web(byDay), page(text), { lastModified: "Thu, 11 Nov 2021 08:00:00 GMT" }),
    made("a tag that would begin another header", "kept.example", web(byTag), page(text), {
      etag: '"v1"\r\nx-evil: 1',
    }),
  ];
};

const hugePages = (): readonly MadePage[] => {
  const zeros = Buffer.alloc(8 * madeBodyBytes);
  const bomb = (coding: string, bytes: Uint8Array): MadePage =>
    made(
      `a bomb in ${coding}`,
      "bomb.example",
      web(send(bytes, { "content-encoding": coding })),
      problem("fetch/too-large", "unpacks"),
    );
  const full = Buffer.alloc(madeBodyBytes, "a");
  return [
    bomb("gzip", gzipSync(zeros)),
    bomb("br", brotliCompressSync(zeros, { params: { 1: 1 } })),
    bomb("deflate", deflateSync(zeros)),
    bomb("gzip, gzip", gzipSync(gzipSync(zeros))),
    made(
      "packed three times",
      "bomb.example",
      web(send("x", { "content-encoding": "gzip,gzip,gzip" })),
      problem("fetch/encoding", "3 times"),
    ),
    made(
      "announced as huge",
      "huge.example",
      raw((socket) => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 50000000\r\n\r\nx")),
      problem("fetch/too-large", "announced with 50000000"),
    ),
    made(
      "huge in chunks",
      "huge.example",
      web(send(zeros, { "transfer-encoding": "chunked" })),
      problem("fetch/too-large", "goes on"),
    ),
    made(
      "one byte too many",
      "huge.example",
      web(send(Buffer.alloc(madeBodyBytes + 1))),
      problem("fetch/too-large", "goes on"),
    ),
    made("as large as may be", "huge.example", web(send(full)), page(full)),
    made(
      "as large as may be, unpacked",
      "huge.example",
      web(send(gzipSync(full), { "content-encoding": "gzip" })),
      page(full),
    ),
    made("an endless body", "endless.example", web(endless("x".repeat(10_000))), problem("fetch/too-large", "goes on")),
    made(
      "an endless body in gzip",
      "endless.example",
      web(endless(gzipSync(zeros.subarray(0, 1_000)), { "content-encoding": "gzip" })),
      problem("fetch/too-large", "goes on"),
    ),
    made(
      "an endless redirect",
      "endless.example",
      web((response, request, visit) => {
        response.setHeader("location", "/nowhere");
        response.statusCode = 302;
        const go = (): void => {
          while (!response.destroyed && response.write("x".repeat(10_000))) continue;
        };
        response.on("drain", go);
        go();
        void [request, visit];
      }),
      problem("fetch/gone", "leads on to"),
    ),
    made(
      "endless headers",
      "endless.example",
      raw((socket) => {
        socket.write("HTTP/1.1 200 OK\r\n");
        const go = (): void => {
          while (!socket.destroyed && socket.write(`x-more: ${"y".repeat(1_000)}\r\n`)) continue;
        };
        socket.on("drain", go);
        go();
      }),
      problem("fetch/protocol", "more headers"),
    ),
  ];
};

const brokenPages = (): readonly MadePage[] => {
  const head = "HTTP/1.1 200 OK\r\n";
  const text = html("after a break");
  return [
    made(
      "shorter than announced",
      "length.example",
      rawText(`${head}content-length: 100\r\n\r\nshort`),
      problem("fetch/length", "announced 100 bytes and ended after 5"),
    ),
    made(
      "nothing of what was announced",
      "length.example",
      rawText(`${head}content-length: 9\r\n\r\n`),
      problem("fetch/length", "ended after 0"),
    ),
    made(
      "longer than announced",
      "length.example",
      rawText(`${head}content-length: 5\r\n\r\nshort and more`, () => undefined),
      page("short", { notes: ["longer-than-announced"] }),
    ),
    made(
      "gzip shorter than announced",
      "length.example",
      rawText(`${head}content-encoding: gzip\r\ncontent-length: 100\r\n\r\nxxx`),
      problem("fetch/length", "announced 100"),
    ),
    made(
      "two lengths",
      "length.example",
      rawText(`${head}content-length: 5\r\ncontent-length: 6\r\n\r\nshort`),
      problem("fetch/length", "announced a length"),
    ),
    made(
      "a length that is no number",
      "length.example",
      rawText(`${head}content-length: many\r\n\r\nshort`),
      problem("fetch/protocol", "not HTTP"),
    ),
    made(
      "until the connection ends",
      "length.example",
      rawText(`${head}\r\n${text}`),
      page(Buffer.from(text, "latin1")),
    ),
    made(
      "a chunk that is cut",
      "length.example",
      rawText(`${head}transfer-encoding: chunked\r\n\r\n10\r\nhalf`),
      problem("fetch/connect", "broke the connection after"),
    ),
    made(
      "a reset before the answer",
      "reset.example",
      raw((socket) => socket.resetAndDestroy()),
      problem("fetch/connect", "before it answered"),
    ),
    made(
      "a reset within the page",
      "reset.example",
      rawText(`${head}transfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n`, (socket) =>
        setImmediate(() => socket.resetAndDestroy()),
      ),
      problem("fetch/connect", "broke the connection"),
    ),
    made(
      "a close without a word",
      "reset.example",
      raw((socket) => socket.end()),
      problem("fetch/connect", "before it answered"),
    ),
    made(
      "a reset and then the page",
      "reset.example",
      raw((socket, visit) => {
        if (visit === 1) socket.resetAndDestroy();
        else socket.end(`${head}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
      }),
      page(text),
    ),
    made(
      "another protocol",
      "strange.example",
      rawText("220 mail.example ESMTP ready\r\n"),
      problem("fetch/protocol", "not HTTP"),
    ),
    made(
      "a page without a head",
      "strange.example",
      rawText("<html>hello</html>"),
      problem("fetch/protocol", "not HTTP"),
    ),
    made(
      "a port that nobody listens at",
      "nobody.example",
      web(send("")),
      problem("fetch/connect", "takes no connections"),
    ),
    made("a name that nobody has", "unknown.example", web(send("")), problem("fetch/name", "no host unknown.example")),
    made(
      "a name that leads inside",
      "leads-inside.example",
      web(send("")),
      problem("fetch/address", "leads to 10.0.0.1"),
    ),
    made(
      "a name that leads inside and outside",
      "leads-both.example",
      web(send("")),
      problem("fetch/address", "leads to 192.168.0.1"),
    ),
    made(
      "packed as something else",
      "packed-wrong.example",
      web(send("plain", { "content-encoding": "gzip" })),
      problem("fetch/encoding", "is not, or is damaged"),
    ),
    made(
      "gzip that is cut",
      "packed-wrong.example",
      web(send(gzipSync(text.repeat(100)).subarray(0, 60), { "content-encoding": "gzip" })),
      problem("fetch/encoding", "damaged"),
    ),
    made(
      "brotli that is cut",
      "packed-wrong.example",
      web(send(brotliCompressSync(text.repeat(100)).subarray(0, 60), { "content-encoding": "br" })),
      problem("fetch/encoding", "damaged"),
    ),
    made(
      "packed in a way that was not asked for",
      "packed-wrong.example",
      web(send("x", { "content-encoding": "zstd" })),
      problem("fetch/encoding", "zstd"),
    ),
    made(
      "packed as a name of Object",
      "packed-wrong.example",
      web(send("x", { "content-encoding": "constructor" })),
      problem("fetch/encoding", "not read"),
    ),
    made("an empty page", "packed-wrong.example", web(send("")), page("")),
    made(
      "an empty page that says gzip",
      "packed-wrong.example",
      web(send("", { "content-encoding": "gzip" })),
      page(""),
    ),
    made(
      "a video",
      "media.example",
      web(endless("x", { "content-type": "video/mp4" })),
      problem("fetch/not-text", "video/mp4"),
    ),
    made(
      "a picture",
      "media.example",
      web(send("x", { "content-type": "IMAGE/png" })),
      problem("fetch/not-text", "IMAGE/png"),
    ),
    made("over TLS", "secure.example", tls(send(text)), page(text)),
    made("a certificate of nobody", "self.secure.example", tls(send(text)), problem("fetch/tls", "vouches for itself")),
    made("a certificate that has expired", "stale.secure.example", tls(send(text)), problem("fetch/tls", "expired")),
    made(
      "a certificate of another name",
      "wrong.secure.example",
      tls(send(text)),
      problem("fetch/tls", "another name"),
    ),
    made(
      "TLS asked of a plain server",
      "plain.secure.example",
      tls(send(text)),
      problem("fetch/tls", "No secure connection"),
    ),
  ];
};

const slowPages = (): readonly MadePage[] => {
  const slow = { isSlow: true };
  const trickle: Answer = (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("x"), 50);
    response.on("close", () => clearInterval(timer));
  };
  return [
    made(
      "no answer",
      "slow-0.example",
      web(() => undefined),
      problem("fetch/time", "The answer of"),
      slow,
    ),
    made(
      "half a head",
      "slow-1.example",
      raw((socket) => socket.write("HTTP/1.1 200 OK\r\nx: ")),
      problem("fetch/time", "The answer of"),
      slow,
    ),
    made(
      "silence within the page",
      "slow-2.example",
      raw((socket) => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf")),
      problem("fetch/time", "The next part"),
      slow,
    ),
    made("a page that trickles", "slow-3.example", web(trickle), problem("fetch/time", "The whole page"), slow),
    made(
      "robots.txt without answer",
      "slow-robots.example",
      web(send("x")),
      problem("fetch/robots-unavailable", "took longer"),
      slow,
    ),
  ];
};

/** The pages of the made-up web, in the order in which they are asked for. */
export const madeWeb = (ports: Ports): readonly MadePage[] => [
  ...goodPages(),
  ...packedPages(),
  ...charsetPages(),
  ...redirectPages(ports),
  ...robotsPages(),
  ...statusPages(),
  ...changedPages(),
  ...hugePages(),
  ...brokenPages(),
  ...slowPages(),
];

const robotsText: Readonly<Record<string, string>> = {
  "robots.example": "User-agent: *\nDisallow: /private/\nAllow: /private/open/\n",
  "robots-name.example": "User-agent: *\nAllow: /\n\nUser-agent: Standoff\nDisallow: /\n",
  "robots-other.example": "User-agent: otherbot\nDisallow: /\n",
};
const allForbidden = "User-agent: *\nDisallow: /";

/** The robots.txt of a host of the made-up web. */
export const madeRobots = (host: string, port: number): Answer => {
  const text = robotsText[host];
  if (text !== undefined) return send(text);
  switch (host) {
    case "robots-403.example":
      return send("", {}, 403);
    case "robots-500.example":
      return send("", {}, 500);
    case "robots-429.example":
      return send("", {}, 429);
    case "robots-moved.example":
      return send("", { location: `http://robots-there.example:${port}/robots.txt` }, 301);
    case "robots-there.example":
      return send(allForbidden);
    case "robots-loop.example":
      return send("", { location: "/robots.txt" }, 302);
    case "robots-inside.example":
      return send("", { location: "http://127.0.0.2/robots.txt" }, 302);
    case "robots-damaged.example":
      return send("nonsense", { "content-encoding": "gzip" });
    case "robots-endless.example":
      return endless("Disallow: /other\n".repeat(100));
    case "robots-packed.example":
      return send(gzipSync(allForbidden), { "content-encoding": "gzip" });
    case "slow-robots.example":
      return () => undefined;
    default:
      return send("", {}, 404);
  }
};
