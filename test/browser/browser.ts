import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Readable, Writable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { run } from "../../src/view/cli/main.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The machine's Chromium; null where none is found in PATH. `CHROMIUM` names another one. */
export const chromiumPath: string | null =
  process.env.CHROMIUM ??
  (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path)) ??
  null;

/** Without a browser these tests are skipped; in CI they fail, because nobody would see that they were skipped. */
export const isSkipped: boolean = chromiumPath === null && process.env.CI !== "true";
if (isSkipped) console.warn("browser tests are skipped: no chromium in PATH (apt-get install chromium)");

/** Starts the machine's Chromium. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ ...(chromiumPath === null ? {} : { executablePath: chromiumPath }), args: ["--no-sandbox"] });

/** A server that was started as `standoff serve ARGS` starts it. */
export interface Served {
  /** "http://127.0.0.1:4747", without a slash at the end. */
  readonly url: string;
  /** Ends it as Ctrl-C does, and gives the exit status. */
  readonly stop: () => Promise<number>;
}

class Kept extends Writable {
  text = "";
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString("utf8");
    done();
  }
}

/** Serves in this process on a free port; the clock stands at noon of 2031-03-20, after the sample's last report. */
export async function serve(...args: readonly string[]): Promise<Served> {
  const stop = new AbortController();
  const [stdout, stderr] = [new Kept(), new Kept()];
  const ended = run(["serve", "--port", "0", "--no-open", ...args], {
    stdin: Readable.from([]),
    stdout,
    stderr,
    clock: () => "2031-03-20T12:00:00.000Z",
    signal: stop.signal,
  });
  let code: number | string | null = null;
  ended.then(
    (status) => {
      code = status;
    },
    (error: unknown) => {
      code = `${error}`;
    },
  );
  for (;;) {
    const url = /http:\/\/[^\s/]+/.exec(stdout.text)?.[0];
    if (url) return { url, stop: () => (stop.abort(), ended) };
    if (code !== null) throw new Error(`serve ended with ${code}: ${stderr.text}`);
    await setTimeout(20);
  }
}

/** How a page is looked at. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: "light" | "dark";
}

/** A page, and all that went wrong on it: console errors, uncaught errors, requests to anywhere but its server. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: readonly string[];
}

/** Opens `url` in a window of its own and waits until nothing moves. */
export async function look(
  browser: Browser,
  url: string,
  { width = 1440, height = 900, theme = "light" }: Look = {},
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
    locale: "en-GB",
    timezoneId: "UTC",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const own = new URL(url).origin;
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(own) && !/^(data|blob):/.test(request.url())) faults.push(`asked ${request.url()}`);
  });
  await page.goto(url, { waitUntil: "networkidle" });
  return { page, context, faults };
}
