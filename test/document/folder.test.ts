import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFileBelow } from "../../src/document/file.ts";
import { listFiles } from "../../src/document/folder.ts";

let base = "";
let root = "";

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "standoff-folder-"));
  root = join(base, "reports");
  mkdirSync(join(root, "b", "deep"), { recursive: true });
  mkdirSync(join(root, ".hidden"));
  mkdirSync(join(base, "reports-elsewhere"));
  for (const name of [
    "c.txt",
    "a.html",
    "b/x.txt",
    "b/deep/y.txt",
    ".hidden/z.txt",
    ".secret.txt",
    "case.standoff",
    "manifest.json",
    "photo.PNG",
    "README.md",
  ])
    writeFileSync(join(root, name), `text of ${name}`);
  writeFileSync(join(base, "outside.txt"), "outside");
  writeFileSync(join(base, "reports-elsewhere", "near.txt"), "near");
  symlinkSync(join(base, "outside.txt"), join(root, "d-leads-out.txt"));
  symlinkSync(join(root, "no-such-file"), join(root, "e-dangling.txt"));
  symlinkSync(join(root, "c.txt"), join(root, "f-inside.txt"));
  symlinkSync(root, join(root, "b", "circle"));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** What a listing gives, one word an entry: a path below the root, or the code of a problem. */
async function listed(...paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const one of listFiles(paths)) found.push(one.ok ? relative(root, one.value.path) : one.problem.code);
  return found;
}

describe("files of a folder", () => {
  test("are in order of their names, without what is hidden or no document; bad links are told and the rest goes on", async () => {
    expect(await listed(root)).toEqual([
      "a.html",
      "b/deep/y.txt",
      "b/x.txt",
      "c.txt",
      "document/outside-root",
      "document/unreadable",
    ]);
  });
  test("named ones always come, in the order given", async () => {
    expect(await listed(join(root, "manifest.json"), join(root, "b", "deep"))).toEqual([
      "manifest.json",
      "b/deep/y.txt",
    ]);
  });
  test("a missing one is told and the rest goes on", async () => {
    expect(await listed(join(root, "nothing"), join(root, "c.txt"))).toEqual(["document/unreadable", "c.txt"]);
  });
});

describe("a file below a root", () => {
  const rows = [
    ["c.txt", "text of c.txt"],
    ["b/../c.txt", "text of c.txt"],
    ["f-inside.txt", "text of c.txt"],
    ["../outside.txt", "document/outside-root"],
    ["../reports-elsewhere/near.txt", "document/outside-root"],
    ["../no-such-file", "document/outside-root"],
    ["/etc/no-such-file", "document/outside-root"],
    ["d-leads-out.txt", "document/outside-root"],
    ["e-dangling.txt", "document/unreadable"],
    ["no-such-file", "document/unreadable"],
    ["c.txt/x", "document/unreadable"],
    ["b", "document/unreadable"],
    [".", "document/unreadable"],
    ["a\0b", "document/unreadable"],
  ] as const;
  test.each(rows)("%j gives %j", async (path, expected) => {
    const read = await readFileBelow(root, path);
    expect(read.ok ? new TextDecoder().decode(read.value) : read.problem.code).toBe(expected);
  });
  test("an absolute path below it is read", async () => {
    expect(await readFileBelow(root, join(root, "c.txt"))).toMatchObject({ ok: true });
  });
});
