import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { fileOf } from "../../record/open.ts";
import { createApp } from "../api/app.ts";
import { type Door, hostInUrl, isLoopback } from "../api/guard.ts";
import { listen } from "../api/listen.ts";
import { openDesk } from "../desk.ts";
import { add } from "./add.ts";
import { nothingFetched } from "./address.ts";
import { defaultCase } from "./case.ts";
import { makeSample, sampleFolder } from "./sample.ts";
import { exit, type Shell, tell, tellFault, tellProblem } from "./shell.ts";

export interface ServeOptions {
  /** Null: `defaultCase`, or the demonstration's own. */
  readonly case: string | null;
  readonly manifest: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly host: string;
  /** Null: `standardPort`, or one of those after it. */
  readonly port: number | null;
  readonly sample: boolean;
  /** Whether a browser may be opened. */
  readonly open: boolean;
  /** Where the demonstration's reports lie; not set: in the package. */
  readonly sampleFrom?: URL;
  /** Where the built web app lies; not set: in the package. */
  readonly web?: URL;
}

const standardPort = 4747;
const furtherPorts = 20;
const webFolder = new URL("../../../dist/web/", import.meta.url);

// 128 bits: nobody guesses one, however often it is tried.
const newToken = (): string => randomBytes(16).toString("hex");

const wildcards = new Set(["0.0.0.0", "::", "[::]"]);

/** An address of this machine by which others reach it, where it listens on all of them. */
const reachable = (host: string): string =>
  wildcards.has(host)
    ? (Object.values(networkInterfaces())
        .flatMap((all) => all ?? [])
        .find((one) => one.family === "IPv4" && !one.internal)?.address ?? "127.0.0.1")
    : host;

const urlOf = ({ host, port, access }: Door): string =>
  `http://${hostInUrl(reachable(host))}:${port}/${access === null ? "" : `?token=${access}`}`;

/** Opens a browser where somebody sits at the terminal. Where there is none, the printed line is enough. */
async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import("open");
  try {
    const started = await open(url);
    started.once("error", () => {});
  } catch {
    // No browser here: nothing is lost.
  }
}

const untilAborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, "abort");
};

/** Serves the case at `path` until the shell's signal. */
async function serveCase(shell: Shell, path: string, isSample: boolean, options: ServeOptions): Promise<number> {
  const opened = await openDesk({ path, isSample, clock: shell.clock, signal: shell.signal });
  if (!opened.ok) {
    tellProblem(shell, opened.problem);
    return exit.someFailed;
  }
  const desk = opened.value;
  try {
    const wanted = options.port ?? standardPort;
    const further = options.port === null ? furtherPorts : 0;
    const listening = await listen({ host: options.host, port: wanted, further });
    if (!listening.ok) {
      tellProblem(shell, listening.problem);
      return exit.someFailed;
    }
    const { server, port } = listening.value;
    const isOwn = isLoopback(options.host);
    const door: Door = { host: options.host, port, token: newToken(), access: isOwn ? null : newToken() };
    const web = options.web ?? webFolder;
    const app = createApp(desk, {
      door,
      web,
      onFault: (error) => {
        // A question that was still on its way when the server ended finds the case closed: that is no fault.
        if (!shell.signal.aborted) tellFault(shell, "a request failed, which is a fault of Standoff.", error);
      },
    });
    server.on("request", getRequestListener(app.fetch, { overrideGlobalObjects: false }));
    if (!existsSync(fileURLToPath(new URL("index.html", web)))) {
      tell(shell, "The web app is not built, so only the API answers: run `npm run build:web`, then start again.");
    }
    if (wanted !== 0 && port !== wanted) tell(shell, `Port ${wanted} is taken, so ${port} is used.`);
    const url = urlOf(door);
    shell.stdout.write(`Standoff listens on ${url} with ${desk.name}; Ctrl-C ends it\n`);
    const { stories } = desk.others;
    if (stories > 0) {
      tell(
        shell,
        `${stories} ${stories === 1 ? "story was" : "stories were"} made by another version of Standoff; they are made anew now, and the old ones are shown until then.`,
      );
    }
    const isWatched = "isTTY" in shell.stdout && shell.stdout.isTTY === true && !process.env["CI"];
    if (options.open && isWatched && isOwn) await openBrowser(url);
    await untilAborted(shell.signal);
    const closed = once(server, "close");
    server.close();
    // What is being written is written to its end; who still waits for an answer has gone with the server.
    await desk.close();
    server.closeAllConnections();
    await closed;
    return exit.good;
  } finally {
    await desk.close();
  }
}

async function serveSample(shell: Shell, options: ServeOptions): Promise<number> {
  const sample = await makeSample(shell, options.sampleFrom ?? sampleFolder);
  if (!sample.ok) {
    tellProblem(shell, sample.problem);
    return exit.someFailed;
  }
  try {
    if (sample.value.status === exit.interrupted) return exit.interrupted;
    return await serveCase(shell, sample.value.path, true, options);
  } finally {
    sample.value.remove();
  }
}

const usageFault = (shell: Shell, message: string): number => {
  tell(shell, `standoff: ${message} [usage]`);
  return exit.usage;
};

/**
 * `standoff serve`: the desk over HTTP, until the shell's signal; `paths` are added first. Prints one line with the URL.
 * The status is 0 where it was stopped.
 */
export async function serve(shell: Shell, paths: readonly string[], options: ServeOptions): Promise<number> {
  if (options.sample) {
    if (paths.length > 0 || options.case !== null) {
      return usageFault(shell, "--sample shows a case of its own. Leave out the paths and --case, or --sample.");
    }
    return serveSample(shell, options);
  }
  const path = options.case ?? defaultCase;
  if (paths.includes("-")) return usageFault(shell, 'serve does not read "-". Add it first: standoff add -');
  if (paths.length > 0) {
    const status = await add(shell, paths, {
      case: path,
      manifest: options.manifest,
      publisher: options.publisher,
      published: options.published,
      text: false,
      jobs: 1,
      waitMs: 5_000,
      takeOver: false,
      quiet: false,
      json: false,
      force: false,
      fetch: nothingFetched,
    });
    if (status === exit.usage || status === exit.interrupted) return status;
  }
  if (!existsSync(fileOf(path))) {
    tell(
      shell,
      `standoff: there is no case ${path} to serve. Make one of your reports: standoff serve reports/ (or standoff add reports/). See the built-in demonstration: standoff serve --sample [case/missing]`,
    );
    return exit.someFailed;
  }
  return serveCase(shell, path, false, options);
}
