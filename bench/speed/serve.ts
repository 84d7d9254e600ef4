/**
 * Question: how much does the desk's first view send, and how long does a caller wait for each answer of the server?
 * node bench/speed/serve.ts CASE    a case of 20,000 documents, such as the one that bench/speed/add.ts makes; dist/web must be built
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { Agent, get } from "node:http";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { chromiumPath, openBrowser } from "../../test/browser/browser.ts";
import { append, circumstances, type Figure } from "../result.ts";

const rounds = Number(process.env.ROUNDS ?? 20);
const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error("name a case: standoff init big.standoff && standoff add … --case big.standoff");
  process.exit(2);
}
const started = circumstances();

// The server in a process of its own, as it is in use; the caller's work is then no part of its time.
const program = fileURLToPath(new URL("../../bin/standoff.js", import.meta.url));
const server = spawn(process.execPath, [program, "serve", "--case", path, "--port", "0", "--no-open"], {
  stdio: ["ignore", "pipe", "inherit"],
});
let url = "";
for await (const line of createInterface({ input: server.stdout })) {
  url = /http:\/\/\S+/.exec(line)?.[0] ?? "";
  break;
}
if (url === "") throw new Error("the server did not start");

const agent = new Agent({ keepAlive: true, maxSockets: 6 });

interface Got {
  readonly text: Buffer;
  /** As they came, packed where they were packed. */
  readonly bytes: number;
  /** From the call to the last byte. */
  readonly ms: number;
}

const fetched = (place: string): Promise<Got> =>
  new Promise((resolve, reject) => {
    const before = performance.now();
    get(new URL(place, url), { agent, headers: { "accept-encoding": "gzip" } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(parts);
        if (response.statusCode === 200) resolve({ text, bytes: text.length, ms: performance.now() - before });
        else reject(new Error(`${response.statusCode} ${place}: ${text.toString("utf8").slice(0, 300)}`));
      });
    }).on("error", reject);
  });

/** What the overview asks, in its order. */
const answers = [
  "/api/case",
  "/api/ask/documents?sort=newest&limit=8",
  "/api/ask/overview",
  "/api/ask/counts?by=day&limit=10000",
  "/api/ask/counts?by=speaker&by=publisher&limit=8",
  "/api/ask/counts?mark=none-given&by=speaker&limit=500",
];

/** What the first page loads until all of it stands there: the page, what it names, and its answers. */
async function firstView(): Promise<{ readonly ms: number; readonly all: number; readonly script: number }> {
  const before = performance.now();
  const page = await fetched("/");
  const named = [...page.text.toString("utf8").matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!);
  const got = await Promise.all([...named, ...answers].map(async (place) => [place, await fetched(place)] as const));
  const bytes = (of: readonly (readonly [string, Got])[]): number => of.reduce((sum, [, one]) => sum + one.bytes, 0);
  return {
    ms: performance.now() - before,
    all: page.bytes + bytes(got),
    script: bytes(got.filter(([place]) => place.endsWith(".js"))),
  };
}

const rowsOf = async (place: string) =>
  (JSON.parse((await fetched(place)).text.toString("utf8")) as { rows: readonly Record<string, unknown>[] }).rows;

const actor = encodeURIComponent(String((await rowsOf("/api/ask/actors?limit=1"))[0]?.["name"]));
/** What the pages ask: the first page of each, a page far behind, and a filter. */
const places = [
  "/",
  "/api/case",
  "/api/ask/overview",
  "/api/ask/documents",
  "/api/ask/documents?offset=10000",
  "/api/ask/document?document=d1",
  "/api/ask/search?words=troops",
  "/api/ask/claims",
  "/api/ask/claims?offset=50000",
  "/api/ask/claims?mark=none-given",
  `/api/ask/claims?actor=${actor}`,
  "/api/ask/counts",
  "/api/ask/counts?mark=none-given",
  "/api/ask/events?class=material",
  "/api/ask/timeline",
  "/api/ask/actors",
  `/api/ask/actor?name=${actor}`,
];

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const rounded = (ms: number): number => Math.round(ms * 10) / 10;

const documents = Number((await rowsOf("/api/ask/overview"))[0]?.["count"]);

const views: number[] = [];
let view = await firstView();
const times = new Map<string, number[]>(places.map((place) => [place, []]));
for (let round = 0; round < rounds; round++) {
  view = await firstView();
  views.push(view.ms);
  for (const place of round % 2 === 0 ? places : places.toReversed()) {
    times.get(place)!.push((await fetched(place)).ms);
  }
}
/** From asking for the page to the reports and the numbers standing on it, in a browser that has nothing kept; none without a chromium. */
async function viewsInBrowser(): Promise<readonly number[]> {
  if (chromiumPath === null) return [];
  const browser = await openBrowser();
  const found: number[] = [];
  for (let round = 0; round < rounds / 2; round++) {
    const page = await browser.newPage();
    const before = performance.now();
    await page.goto(url, { waitUntil: "commit" });
    await page.locator(".front-latest li").first().waitFor();
    await page.locator(".figure-strip a").first().waitFor();
    found.push(performance.now() - before);
    await page.close();
  }
  await browser.close();
  return found;
}
const seen = await viewsInBrowser();

agent.destroy();
server.kill("SIGINT");
await once(server, "exit");

const hash = createHash("sha256");
await pipeline(createReadStream(path), hash);
const row = {
  what: "serve",
  corpus: `a case of ${documents.toLocaleString("en")} documents`,
  corpusHash: hash.digest("hex"),
  split: null,
};
const timed = (figure: string, ms: readonly number[]): Figure => ({
  ...row,
  figure,
  value: rounded(at(ms, 0.5)),
  unit: "ms",
  n: ms.length,
  min: rounded(Math.min(...ms)),
  median: rounded(at(ms, 0.5)),
  max: rounded(Math.max(...ms)),
});
const sized = (figure: string, bytes: number): Figure => ({
  ...row,
  figure,
  value: rounded(bytes / 1000),
  unit: "kB",
  n: 1,
  min: null,
  median: null,
  max: null,
});
const figures = [
  ...(seen.length > 0 ? [timed("first view in a browser: reports and numbers stand", seen)] : []),
  timed("every answer of the server", [...times.values()].flat()),
  timed("first view: page, what it names, all its answers", views),
  sized("first view, all that is sent, packed", view.all),
  sized("first view, JavaScript, packed", view.script),
  // The name of an actor is the case's own: it is told as such, so that cases compare.
  ...[...times].map(([place, ms]) => timed(place.replace(actor, "(the commonest)"), ms)),
];
for (const { figure, value, unit, max } of figures) {
  console.log(`${value.toFixed(1).padStart(8)} ${unit}  ${(max ?? value).toFixed(1).padStart(8)} at most  ${figure}`);
}
if (process.env.APPEND !== "no") append("serve", figures, started);
