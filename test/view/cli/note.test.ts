import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { emptyFolder, standoff } from "./command.ts";

// What `add` and `forget` say of their own accord, so that nobody has to find it out later.

let root: string;
let file: string;
beforeEach(() => {
  root = emptyFolder();
  file = join(root, "test.standoff");
  mkdirSync(join(root, "reports"));
  writeFileSync(join(root, "reports", "one.txt"), "The ministry of Norland said that two men had died at the river.\n");
});
const add = (...more: readonly string[]) => standoff(["add", join(root, "reports"), "--case", file, ...more]);

test("documents without a day are counted, with the way to give one", async () => {
  expect((await add()).err).toContain(
    "1 document has no day, and questions about days leave it out. Say it with --published",
  );
  expect(
    (await standoff(["add", join(root, "reports"), "--case", join(root, "b.standoff"), "--published", "2021-11-12"]))
      .err,
  ).not.toContain("no day");
});

test("a day that is given later makes a new version, not another document", async () => {
  await add();
  const said = await add("--published", "2021-11-12");
  expect(said.err).toContain("0 new documents, 1 new version of a known one");
});

test("the same text under another publisher is told as a copy", async () => {
  await add();
  expect((await add("--publisher", "The Norland Post")).err).toMatch(
    /1 document has the same text as one that was there before \(.*one\.txt and d1\)/,
  );
});

test("a text in another language is told", async () => {
  writeFileSync(
    join(root, "reports", "two.txt"),
    "Министерство обороны сообщило в пятницу, что двое военнослужащих погибли при высадке на границе.\n",
  );
  expect((await add()).err).toContain('1 document is in "ru": found by search, but only English is read');
});

test("a row of the manifest that no file answers is named", async () => {
  const manifest = join(root, "manifest.json");
  writeFileSync(
    manifest,
    JSON.stringify([
      { file: "one.txt", published: "2021-11-12" },
      { file: "gone.txt", published: "2021-11-13" },
    ]),
  );
  expect((await add("--manifest", manifest)).err).toContain(
    "No file that was added answers to gone.txt of the manifest.",
  );
});

test("a JSON file that is named itself is no report", async () => {
  const manifest = join(root, "manifest.json");
  writeFileSync(manifest, "[]");
  const said = await standoff(["add", manifest, "--case", file]);
  expect(said.code).toBe(1);
  expect(said.err).toContain("is a manifest and no report");
});

test("forgetting one of two copies says where the words still are", async () => {
  mkdirSync(join(root, "reports", "again"));
  copyFileSync(join(root, "reports", "one.txt"), join(root, "reports", "again", "one.txt"));
  await add();
  const first = await standoff(["forget", "d1", "--reason", "asked to", "--yes", "--case", file]);
  expect(first.err).toContain("The same text is still in the case as d2: forget it too");
  const second = await standoff(["forget", "reports/one.txt", "--reason", "asked to", "--yes", "--case", file]);
  expect(second.err).toContain("d2 is forgotten");
  expect(second.err).not.toContain("still in the case");
  expect((await standoff(["forget", "d1", "--reason", "asked to", "--yes", "--case", file])).err).toContain(
    "[document/forgotten]",
  );
});
