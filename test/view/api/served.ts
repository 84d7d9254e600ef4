import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Hono } from "hono";
import type { Arrival } from "../../../src/ingest.ts";
import { nothingGiven } from "../../../src/model/document.ts";
import { done, type Outcome } from "../../../src/model/outcome.ts";
import { createCase } from "../../../src/record/open.ts";
import { type AppOptions, createApp } from "../../../src/view/api/app.ts";
import { type Desk, openDesk } from "../../../src/view/desk.ts";

/** An app over a small case of its own, and what a caller needs to know of it. */
export interface Served {
  readonly app: Hono;
  readonly desk: Desk;
  readonly folder: string;
  readonly faults: readonly unknown[];
  /** Calls as the page of the app would, or as `init` says; headers that are null are left out. */
  readonly call: (path: string, init?: Call) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string | FormData;
}

export const token = "0123456789abcdef0123456789abcdef";
export const access = "fedcba9876543210fedcba9876543210";
const port = 4747;
const clock = (): string => "2024-05-15T08:00:00.000Z";

// Made up for the test; the countries and people are not real.
const texts = [
  [
    "one",
    "The Harbour Post",
    "2024-05-14",
    "The defence ministry of Ostland said on Tuesday that 120 soldiers had crossed the Varna river. The governor of Westmark, Ilka Toren, denied the accusation and called it a lie, without giving evidence. Ostland will hold drills next week.",
  ],
  [
    "two",
    "Morning Line",
    "2024-05-15",
    'Ilka Toren told reporters on Wednesday that "no soldier of ours has crossed the river". The ministry claimed, without providing evidence, that two drones were shot down near the border. At least three people were killed in Vilnius, officials reportedly said.',
  ],
] as const;

async function* made(): AsyncGenerator<Outcome<Arrival>> {
  for (const [externalId, publisher, published, body] of texts) {
    yield done({
      name: externalId,
      keys: { externalId, url: null, publisher, path: null },
      body,
      given: { ...nothingGiven, publisher, published },
      retrievedAt: null,
    });
  }
}

/** The files of a built app, with one file outside that no address may reach. */
function madeSite(folder: string): URL {
  const web = join(folder, "web");
  mkdirSync(join(web, "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(
    join(web, "index.html"),
    '<!doctype html><meta name="standoff-token" content="%TOKEN%"><script type="module" src="/assets/index-1a2b3c.js"></script>',
  );
  writeFileSync(join(web, "assets", "index-1a2b3c.js"), `export const words = ${JSON.stringify("word ".repeat(500))};`);
  writeFileSync(join(web, "assets", "text-9f8e7d.woff2"), "font");
  writeFileSync(join(web, "favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
  return pathToFileURL(`${web}/`);
}

/** A served case with two documents; close it. */
export async function serveExample(
  change: Partial<Omit<AppOptions, "door">> & { readonly isOpen?: boolean } = {},
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "standoff-api-"));
  const path = join(folder, "example.standoff");
  const empty = createCase(path, clock);
  if (!empty.ok) throw new Error(empty.problem.message);
  empty.value.close();
  const opened = await openDesk({ path, isSample: false, clock, signal: new AbortController().signal });
  if (!opened.ok) throw new Error(opened.problem.message);
  const desk = opened.value;
  const added = await desk.add(made());
  if (!added.ok) throw new Error(added.problem.message);
  const faults: unknown[] = [];
  const { isOpen = false, ...rest } = change;
  const door = isOpen ? { host: "0.0.0.0", port, token, access } : { host: "127.0.0.1", port, token, access: null };
  const app = createApp(desk, {
    door,
    web: madeSite(folder),
    onFault: (error) => faults.push(error),
    ...rest,
  });
  return {
    app,
    desk,
    folder,
    faults,
    call: async (place, { method = "GET", headers = {}, body } = {}) => {
      const all = { host: `127.0.0.1:${port}`, ...(method === "GET" ? {} : { "x-standoff-token": token }), ...headers };
      const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
      return app.request(`http://127.0.0.1:${port}${place}`, {
        method,
        headers: Object.fromEntries(sent),
        ...(body === undefined ? {} : { body }),
      });
    },
    close: async () => {
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
