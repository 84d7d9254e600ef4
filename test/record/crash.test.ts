import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { randomFrom } from "../../bench/random.ts";
import { dump } from "../../src/record/dump.ts";
import { found, madeFolder, opened } from "./made.ts";

const program = fileURLToPath(new URL("../../bin/standoff.js", import.meta.url));
const documents = 2_000;
const kills = 30;

/** Lines of JSONL: short reports, some printed under two ids, some with a later version. */
function madeReports(random: () => number): string {
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)]!;
  const lines: string[] = [];
  for (let at = 0; at < documents; at++) {
    const text = `${pick(["Norland", "Estria", "Velm"])}'s ${pick(["Defense Ministry", "president", "army"])} ${pick(["said", "denied", "warned"])} on ${pick(["Tuesday", "Friday"])} that ${at} ${pick(["soldiers", "vehicles"])} ${pick(["had crossed", "would leave", "may attack"])} ${pick(["the border", "Port Velm"])}.`;
    const report = (id: string, words: string) => JSON.stringify({ id, text: words, published: "2024-05-15" });
    lines.push(report(`r${at}`, text));
    const chance = random();
    if (chance < 0.05) lines.push(report(`r${at}-reprint`, text));
    else if (chance < 0.1) lines.push(report(`r${at}`, `${text} Updated.`));
  }
  return `${lines.join("\n")}\n`;
}

/** `standoff add` of `reports` into `path`. */
function adding(
  path: string,
  reports: string,
): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
  const child = spawn(process.execPath, [program, "add", "--jobs", "1", "--quiet", "--case", path, reports], {
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, ended: new Promise((resolve) => child.once("exit", resolve)) };
}

function documentsIn(path: string): number {
  if (!existsSync(path)) return 0;
  const sqlite = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  try {
    return Number(sqlite.prepare("SELECT count(*) AS n FROM document").get()?.n);
  } finally {
    sqlite.close();
  }
}

/** Waits until the case has `wanted` documents, or nobody is adding any more. */
async function untilIn(path: string, wanted: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && documentsIn(path) < wanted) await setTimeout(3);
}

test(`killed at ${kills} random moments, adding goes on to the record of an undisturbed run`, async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const random = randomFrom(seed);
  const folder = madeFolder();
  const reports = join(folder, "reports.jsonl");
  writeFileSync(reports, madeReports(random));
  const [disturbed, undisturbed] = [join(folder, "a.standoff"), join(folder, "b.standoff")];
  const stops: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const { child, ended } = adding(disturbed, reports);
    // Half of them while the program starts or makes the case, half in the middle of the writing.
    if (kill % 2 === 1) await untilIn(disturbed, (stops.at(-1) ?? 0) + 1 + Math.floor(random() * 120), child);
    await setTimeout(kill % 2 === 1 ? random() * 15 : 50 + random() * 850);
    child.kill("SIGKILL");
    await ended;
    stops.push(documentsIn(disturbed));
  }
  const run = `SEED=${seed}, documents after each kill: ${stops.join(" ")}`;
  expect(new Set(stops).size, run).toBeGreaterThan(kills / 4);
  expect([await adding(disturbed, reports).ended, await adding(undisturbed, reports).ended], run).toEqual([0, 0]);
  const [a, b] = [await opened(disturbed, "read"), await opened(undisturbed, "read")];
  const [lines, wanted] = [dump(a).split("\n"), dump(b).split("\n")];
  const at = wanted.findIndex((line, row) => line !== lines[row]);
  // Only the first line that differs: there are some hundred thousand.
  expect([lines.length, lines[at]], run).toEqual([wanted.length, wanted[at]]);
  expect(await found(a), run).toEqual([]);
  a.close();
  b.close();
  expect(
    readdirSync(folder)
      .filter((name) => !name.includes(".new"))
      .sort(),
    run,
  ).toEqual(["a.standoff", "b.standoff", "reports.jsonl"]);
}, 900_000);
