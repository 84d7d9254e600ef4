import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, rowsOf, standoff } from "./command.ts";

// Made-up reports about made-up countries.
const reports: Readonly<Record<string, string>> = {
  "one.txt": `Norland Sends Troops To Border

Norland said on Friday it had deployed 4,000 troops near the border with Sudria.

Without providing evidence, Defence Minister Ilmar Vesk accused Sudria of arming smugglers. "We will not wait," Vesk said.

The foreign ministry of Sudria denied the claim.`,
  "two.txt": `Sudria Rejects Accusation

"This is a fairy tale," Foreign Minister Oda Lind said on Saturday, according to state media.`,
};
const manifest = [
  { file: "one.txt", publisher: "The Norland Post", published: "2021-11-12" },
  { file: "two.txt", publisher: "Sudria Today", published: "2021-11-13", url: "https://sudria.example/two" },
];

let root: string;
let file: string;
beforeAll(async () => {
  root = emptyFolder();
  file = join(root, "border.standoff");
  mkdirSync(join(root, "reports"));
  for (const [name, text] of Object.entries(reports)) writeFileSync(join(root, "reports", name), text);
  writeFileSync(join(root, "manifest.json"), JSON.stringify(manifest));
  const said = await standoff([
    "add",
    join(root, "reports"),
    "--case",
    file,
    "--manifest",
    join(root, "manifest.json"),
  ]);
  expect(said).toMatchObject({ code: 0 });
  expect(said.err).toContain("2 new documents");
});

test("adding the same folder again adds nothing", async () => {
  const said = await standoff([
    "add",
    join(root, "reports"),
    "--case",
    file,
    "--manifest",
    join(root, "manifest.json"),
    "--json",
  ]);
  expect(JSON.parse(said.out)).toMatchObject({ new: 0, revision: 0, same: 2, failed: 0 });
});

interface Row {
  readonly words: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly publisher: string;
  readonly published: string;
}

describe("who claimed it, and on what evidence", () => {
  test("claims without evidence are found by their mark, each with its exact words", async () => {
    const rows: readonly (Row & { speakers: { name: string }[] })[] = JSON.parse(
      (await standoff(["ask", "claims", "--mark", "none-given", "--json", "--case", file])).out,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ publisher: "The Norland Post", published: "2021-11-12" });
    expect(rows[0]!.speakers.map((speaker) => speaker.name)).toEqual(["Ilmar Vesk"]);
    expect(reports["one.txt"]!.slice(rows[0]!.start, rows[0]!.end)).toBe(rows[0]!.words);
  });

  test("plain answers name speaker, cue, words, publisher, day and offsets", async () => {
    const said = await standoff(["ask", "claims", "--actor", "vesk", "--case", file]);
    expect(said.out).toContain("Ilmar Vesk");
    expect(said.out).toContain("no evidence given");
    expect(said.out).toMatch(/The Norland Post · 2021-11-12 · d1 \[\d+-\d+\]/);
  });

  test("an answer of nothing says what to do", async () => {
    const said = await standoff(["ask", "claims", "--actor", "Nobody", "--case", file]);
    expect(said).toMatchObject({ code: 0, out: "" });
    expect(said.err).toContain("0 rows");
    expect(said.err).toContain("standoff ask documents");
  });

  test("as of the day before the second report, it is not there", async () => {
    const rows = JSON.parse(
      (await standoff(["ask", "documents", "--as-of", "2021-11-12", "--json", "--case", file])).out,
    );
    expect(rows).toHaveLength(1);
  });
});

test("CSV of claims has a header and a row for each claim of the JSON", async () => {
  const csv = (await standoff(["export", "--what", "claims", "--case", file])).out;
  const json = JSON.parse((await standoff(["ask", "claims", "--json", "--case", file])).out) as unknown[];
  expect(csv.split("\r\n")[0]).toMatch(/^claim,speakers,/);
  expect(csv.trimEnd().split("\r\n")).toHaveLength(json.length + 1);
});

test("export gives documents of the format with every layer, and the text as it was", async () => {
  const rows = rowsOf<{ format: string; text: string; attributions: unknown[] }>(
    (await standoff(["export", "--case", file])).out,
  );
  expect(rows.map((row) => row.format)).toEqual(["standoff/1", "standoff/1"]);
  expect(rows[0]!.text).toBe(reports["one.txt"]);
  expect(rows[0]!.attributions.length).toBeGreaterThan(1);
});

test("a person who is not known to be public is named in no export outside of the words", async () => {
  const quiet = join(root, "quiet.standoff");
  const text = "Maria Tolm, who lives by the river, said she had heard two shots.";
  await standoff(["add", "-", "--case", quiet], JSON.stringify({ id: "a", text }));
  const [document] = rowsOf<{ text: string; actors: { name: string; aliases: string[] }[] }>(
    (await standoff(["export", "--case", quiet])).out,
  );
  expect(document!.text).toBe(text);
  expect(JSON.stringify(document!.actors)).not.toContain("Tolm");
  expect(JSON.stringify(document!.actors)).toContain("(private person)");
  const [, row] = (await standoff(["export", "--what", "claims", "--case", quiet])).out.split("\r\n");
  expect(row).toContain(",(private person),");
});

test("verify passes; forget removes the words and keeps the reason; verify passes again", async () => {
  const gone = join(root, "gone.standoff");
  await standoff(["add", join(root, "reports"), "--case", gone]);
  expect((await standoff(["verify", "--case", gone])).code).toBe(0);
  const unasked = await standoff(["forget", "d2", "--reason", "asked to", "--case", gone]);
  expect(unasked.err).toContain("--yes");
  expect((await standoff(["forget", "d9", "--reason", "asked to", "--yes", "--case", gone])).err).toContain(
    "[document/unknown]",
  );
  expect(await standoff(["forget", "d2", "--reason", "asked to", "--yes", "--case", gone])).toMatchObject({ code: 0 });
  expect(rowsOf((await standoff(["export", "--case", gone])).out)).toHaveLength(1);
  expect((await standoff(["verify", "--case", gone])).code).toBe(0);
  const again = await standoff(["add", join(root, "reports"), "--case", gone, "--json"]);
  expect(JSON.parse(again.out)).toMatchObject({ forgotten: 1, same: 1 });
  const forced = await standoff(["add", join(root, "reports"), "--case", gone, "--json", "--force"]);
  expect(JSON.parse(forced.out)).toMatchObject({ new: 1, same: 1 });
});

describe("the program itself", () => {
  const bin = fileURLToPath(new URL("../../../bin/standoff.js", import.meta.url));
  const line = `${JSON.stringify({ id: "a", text: reports["one.txt"], published: "2021-11-12" })}\n`;

  test("keeps the order of its input on any number of threads, and gives the same answer", () => {
    const input = Array.from(
      { length: 120 },
      (_, at) =>
        `${JSON.stringify({ id: `n${at}`, text: `${reports["one.txt"]} ${"More. ".repeat((at * 7) % 40)}` })}\n`,
    ).join("");
    const [one, two] = ["1", "2"].map((jobs) =>
      spawnSync(process.execPath, [bin, "annotate", "--jobs", jobs], { input, encoding: "utf8", maxBuffer: 1 << 28 }),
    );
    expect(one!.status).toBe(0);
    expect(rowsOf<{ id: string }>(one!.stdout).map((row) => row.id)).toEqual(
      Array.from({ length: 120 }, (_, at) => `n${at}`),
    );
    expect(two!.stdout).toBe(one!.stdout);
  });

  test("ends quietly when its reader has gone", async () => {
    const child = spawn(process.execPath, [bin, "annotate", "--jobs", "1"], { stdio: ["pipe", "pipe", "pipe"] });
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdin.on("error", () => {});
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.end(line.repeat(2000));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(err).toBe("");
    expect(code).toBe(0);
  });

  test("is stopped by Ctrl-C between two documents, keeps what it has, and goes on when called again", async () => {
    const rows = join(root, "many.jsonl");
    const stopped = join(root, "stopped.standoff");
    writeFileSync(
      rows,
      Array.from(
        { length: 1000 },
        (_, at) => `${JSON.stringify({ id: `n${at}`, text: `${reports["one.txt"]} ${at}` })}\n`,
      ).join(""),
    );
    const child = spawn(process.execPath, [bin, "add", rows, "--case", stopped], { stdio: ["ignore", "pipe", "pipe"] });
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => {
      // The case is made: adding has begun.
      if (err === "") setTimeout(() => child.kill("SIGINT"), 1200);
      err += chunk.toString();
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(err).toContain("the same command goes on from here");
    expect(code).toBe(130);
    const before = JSON.parse((await standoff(["ask", "documents", "--json", "--case", stopped])).out) as unknown[];
    const again = await standoff(["add", rows, "--case", stopped, "--json"]);
    expect(JSON.parse(again.out)).toMatchObject({ same: before.length, new: 1000 - before.length, failed: 0 });
  }, 240_000);
});
