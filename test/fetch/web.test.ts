import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFetcher, type FetcherOptions } from "../../src/fetch/fetcher.ts";
import { captureInOrder, type FetchedPage, planFetch } from "../../src/fetch/plan.ts";
import { type Captured } from "../../src/model/fetch.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import { makeCertificate } from "./certificate.ts";
import { hostOf, type Listening, madeTime, startBare, startRaw, startSecureWeb, startWeb } from "./server.ts";
import { type MadePage, madeBodyBytes, madeRobots, madeWeb, type Ports } from "./web.ts";

const good = makeCertificate(["secure.example", "plain.secure.example"], "2020-01-01T00:00:00", "2049-01-01T00:00:00");
const stale = makeCertificate(["stale.secure.example"], "2010-01-01T00:00:00", "2011-01-01T00:00:00");
const own = makeCertificate(["self.secure.example"], "2020-01-01T00:00:00", "2049-01-01T00:00:00");
const certificates = new Map([
  ["secure.example", good],
  ["stale.secure.example", stale],
  ["self.secure.example", own],
]);

const addresses: Readonly<Record<string, readonly string[]>> = {
  "leads-inside.example": ["10.0.0.1"],
  "leads-both.example": ["127.0.0.1", "192.168.0.1"],
};
const resolve = async (host: string): Promise<readonly string[]> => {
  if (host === "unknown.example") throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
  return addresses[host] ?? ["127.0.0.1"];
};

let ports: Ports = { web: 0, raw: 0, tls: 0 };
const servers: Listening[] = [];
const visits = new Map<string, number>();
const busy = new Map<string, number>();
/** The most requests that were under way at one host at the same time. */
let mostAtOneHost = 0;
const agents = new Set<string>();
const cookies = new Set<string>();

const visitOf = (key: string): number => {
  const visit = (visits.get(key) ?? 0) + 1;
  visits.set(key, visit);
  return visit;
};

const keyOf = ({ host, path }: MadePage): string => `${host}${path}`;
let pages: readonly MadePage[] = [];

function answer(request: IncomingMessage, response: ServerResponse): void {
  const host = hostOf(request);
  const at = (busy.get(host) ?? 0) + 1;
  busy.set(host, at);
  // Where a body is cut, the next request may come before the server hears that the connection of the last one is gone.
  if (!/^(?:bomb|endless|huge|media|robots-endless)\./.test(host)) mostAtOneHost = Math.max(mostAtOneHost, at);
  response.on("close", () => busy.set(host, (busy.get(host) ?? 1) - 1));
  agents.add(request.headers["user-agent"] ?? "");
  if (request.headers.cookie !== undefined) cookies.add(request.headers.cookie);
  response.setHeader("set-cookie", "seen=1");
  if (request.url === "/robots.txt") return madeRobots(host, ports.web)(response, request, 1);
  const key = `${host}${request.url}`;
  const page =
    pages.find((one) => keyOf(one) === key) ?? pages.find((one) => one.host === host && request.url === "/b");
  const hop =
    page ?? pages.find((one) => one.host === host && request.url?.startsWith("/hop/") && one.path.startsWith("/hop/"));
  const circle = hop ?? (host === "loop-3.example" ? pages.find((one) => one.host === "loop-2.example") : undefined);
  if (!circle || circle.serve.by === "raw") return void response.writeHead(404).end();
  return circle.serve.answer(response, request, visitOf(key));
}

const urlOf = (page: MadePage): string => {
  if (page.host === "plain.secure.example") return `https://${page.host}:${ports.web}${page.path}`;
  if (page.host === "nobody.example") return `http://${page.host}:${nobodyPort}${page.path}`;
  return `${page.serve.by === "tls" ? "https" : "http"}://${page.host}:${ports[page.serve.by]}${page.path}`;
};
let nobodyPort = 0;

const time = madeTime();
const options: FetcherOptions = {
  version: "9.9.9",
  contact: "desk@harbour.example",
  allowPrivate: (address) => address === "127.0.0.1",
  resolve,
  time,
  chance: () => 0,
  authorities: good.cert + stale.cert,
  limits: { bodyBytes: madeBodyBytes },
};

const outcomes = new Map<string, Outcome<Captured>>();
const order: string[] = [];

async function fetchAll(some: readonly MadePage[], limits: FetcherOptions["limits"]): Promise<void> {
  const fetcher = createFetcher({ ...options, limits: { ...options.limits, ...limits } });
  const byUrl = new Map(some.map((page) => [urlOf(page), page]));
  const plan = planFetch([...byUrl.keys()], [], (url) => byUrl.get(url) ?? null);
  const running = captureInOrder(plan, fetcher, { signal: new AbortController().signal });
  for await (const { page, outcome } of running as AsyncIterable<FetchedPage>) {
    outcomes.set(page.url, outcome);
    order.push(page.url);
  }
  await fetcher.close();
}

beforeAll(async () => {
  const web = await startWeb(answer);
  const tls = await startSecureWeb(certificates, answer);
  const raw = await startRaw((head, socket) => {
    const path = /^GET (\S+)/.exec(head)?.[1] ?? "";
    const host = /^host: ([^:\r]+)/im.exec(head)?.[1] ?? "";
    const page = pages.find((one) => keyOf(one) === `${host}${path}`);
    if (page?.serve.by === "raw") page.serve.speak(socket, visitOf(`${host}${path}`));
    else socket.write("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n");
  });
  const nobody = await startBare((socket) => socket.destroy());
  nobodyPort = nobody.port;
  await nobody.close();
  servers.push(web, tls, raw);
  ports = { web: web.port, tls: tls.port, raw: raw.port };
  pages = madeWeb(ports);
  await fetchAll(
    pages.filter(({ isSlow }) => !isSlow),
    {},
  );
  // Only those that never answer in time: what a busy machine does to the limits changes nothing for them.
  await fetchAll(
    pages.filter(({ isSlow }) => isSlow),
    { headersMs: 900, bodyMs: 900, wholeMs: 1_500, attempts: 1 },
  );
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

const whats = madeWeb(ports).map(({ what }, at) => [at, what] as const);

describe("a page of the made-up web", () => {
  test.each(whats)("%i: %s", (at) => {
    const page = pages[at] as MadePage;
    const outcome = outcomes.get(urlOf(page));
    const { expected } = page;
    if (expected.kind === "problem") {
      expect(outcome).toMatchObject({ ok: false, problem: { code: expected.code } });
      const message = outcome?.ok === false ? outcome.problem.message : "";
      expect(message).toContain(expected.words);
      // What happened, and then a sentence with the next step.
      expect(message).toMatch(/\S[.:] \S[^]*\.$/);
      return;
    }
    if (!outcome?.ok) throw new Error(`${page.what}: ${JSON.stringify(outcome)}`);
    const captured = outcome.value;
    expect(captured.kind).toBe(expected.kind);
    expect(captured.requestedUrl).toBe(urlOf(page));
    if (captured.kind !== "page" || expected.kind !== "page") return;
    const bytes = Buffer.from(expected.text as string);
    expect(Buffer.compare(captured.bytes, bytes)).toBe(0);
    expect(captured.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(captured.redirects).toHaveLength(expected.hops);
    expect(captured.redirects.at(-1)?.to ?? captured.requestedUrl).toBe(captured.url);
    expect(captured.headers.charset).toBe(expected.charset);
    expect(captured.notes.map(({ kind }) => kind).filter((kind) => kind !== "odd-port")).toEqual(expected.notes);
  });
});

describe("the whole run", () => {
  test("over 200 pages, each at its own address, in the order in which they were named", () => {
    expect(pages.length).toBeGreaterThanOrEqual(200);
    expect(new Set(pages.map(urlOf)).size).toBe(pages.length);
    expect(order).toEqual(pages.map(urlOf));
  });
  test("never two requests at one host at the same time", () => expect(mostAtOneHost).toBe(1));
  test("every request names the program, its version and whom to ask", () =>
    expect([...agents]).toEqual(["Standoff/9.9.9 (+desk@harbour.example)"]));
  test("no cookie is sent, though every answer sets one", () => expect([...cookies]).toEqual([]));
  test("the odd port of every page is noted", () => {
    const pagesWithout = [...outcomes.values()].filter(
      (outcome) => outcome.ok && !outcome.value.notes.some(({ kind }) => kind === "odd-port"),
    );
    expect(pagesWithout).toEqual([]);
  });
  test("the second redirect of three is kept with its status and both its addresses", () => {
    const page = pages.find(({ path }) => path.startsWith("/hop/3/")) as MadePage;
    const outcome = outcomes.get(urlOf(page));
    const base = `http://${page.host}:${ports.web}/hop`;
    expect(outcome?.ok && outcome.value.redirects[1]).toEqual({ status: 303, from: `${base}/2/2`, to: `${base}/1/2` });
  });
});
