import { execFileSync } from "node:child_process";
import { appendFileSync, globSync, mkdirSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";

/** One figure as a program measured it. */
export interface Figure {
  /** The layer or the program: "attribution", "speed". */
  readonly what: string;
  readonly corpus: string;
  /** SHA-256 of the corpus' files; null where it has none of its own. */
  readonly corpusHash: string | null;
  /** "train", "dev", "test (look 2)"; null where the corpus is not split. */
  readonly split: string | null;
  /** What the number is: "F1, exact spans". */
  readonly figure: string;
  readonly value: number;
  /** "1" for a share or a score between 0 and 1; else "tokens/s", "ms", "MB". */
  readonly unit: string;
  /** How many items or rounds it rests on. */
  readonly n: number;
  /** Over the rounds; null where the figure was made in one. */
  readonly min: number | null;
  readonly median: number | null;
  readonly max: number | null;
}

/** Where and when it was measured. No name of a machine or a person. */
export interface Circumstances {
  /** ISO day. */
  readonly day: string;
  /** Shortened revision, with "+" where the working tree differed from it. */
  readonly commit: string;
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
  /** Average load over one minute, before the run. */
  readonly load: number;
}

/** One line of `bench/result/*.jsonl`. */
export type ResultLine = Figure & Circumstances;

const folder = fileURLToPath(new URL("result/", import.meta.url));
const git = (...args: readonly string[]): string =>
  execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();

/** The circumstances of a run. Ask before the work begins, because the work is part of the load after it. */
export function circumstances(): Circumstances {
  return {
    day: new Date().toISOString().slice(0, 10),
    commit: git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain", "--untracked-files=no") ? "+" : ""),
    processor: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    node: process.versions.node,
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}

/** Appends `figures` to the file of the day and of `name`; nothing that stands there is changed. */
export function append(name: string, figures: readonly Figure[], run: Circumstances): void {
  mkdirSync(folder, { recursive: true });
  const lines = figures.map((figure): ResultLine => ({ ...run, ...figure }));
  appendFileSync(`${folder}${run.day}-${name}.jsonl`, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}

/** Every line of every result file, oldest file first; within a file in the order of writing. */
export function readResults(): readonly ResultLine[] {
  return globSync("*.jsonl", { cwd: folder })
    .sort()
    .flatMap((name) => readFileSync(folder + name, "utf8").split("\n"))
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as ResultLine);
}
