import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { emptyFolder, standoff } from "./command.ts";

const words = (place: string): string => `The ministry of Norland said on Friday that two men had died in ${place}.\n`;
let root: string;
let folder: string;
let file: string;
const put = (name: string, content: string): void => writeFileSync(join(root, name), content);
const publishers = async (): Promise<readonly (string | null)[]> =>
  (JSON.parse((await standoff(["ask", "documents", "--case", file, "--json"])).out) as { publisher: string | null }[])
    .map((one) => one.publisher)
    .toSorted();

beforeEach(() => {
  root = emptyFolder();
  folder = join(root, "north");
  file = join(root, "test.standoff");
  mkdirSync(folder);
  mkdirSync(join(root, "west"));
  put("north/a.txt", words("Arn"));
  put("west/a.txt", words("Vell"));
});

const kinds = [
  ["manifest.json", '[{"file":"a.txt","publisher":"North Gazette"}]'],
  ["manifest.jsonl", '{"file":"a.txt","publisher":"North Gazette"}\n'],
  ["manifest.csv", "file,publisher\na.txt,North Gazette\n"],
] as const;
for (const [name, text] of kinds) {
  test(`${name} in a folder is used, is no report, and is told`, async () => {
    put(`north/${name}`, text);
    const said = await standoff(["add", folder, "--case", file]);
    expect(said.code).toBe(0);
    expect(said.err).toContain(`${join(folder, name)}: 1 row used.`);
    expect(await publishers()).toEqual(["North Gazette"]);
  });
}

test("each folder has its own", async () => {
  put("north/manifest.json", '[{"file":"a.txt","publisher":"North Gazette"}]');
  put("west/manifest.json", '[{"file":"a.txt","publisher":"West Courier"}, {"file":"b.txt"}]');
  const said = await standoff(["add", folder, join(root, "west"), "--case", file]);
  expect(await publishers()).toEqual(["North Gazette", "West Courier"]);
  expect(said.err).toContain("No file that was added answers to b.txt of the manifest.");
});

test("the one that is named wins", async () => {
  put("north/manifest.json", '[{"file":"a.txt","publisher":"North Gazette"}]');
  put("own.csv", "file,publisher\na.txt,Own Desk\n");
  const said = await standoff(["add", folder, "--case", file, "--manifest", join(root, "own.csv")]);
  expect(await publishers()).toEqual(["Own Desk"]);
  expect(said.err).not.toContain("used");
});

test("another program's manifest is passed by, and told", async () => {
  put("north/manifest.json", '{"name":"A site","icons":[]}');
  const said = await standoff(["add", folder, "--case", file]);
  expect(said.code).toBe(0);
  expect(said.err).toContain("manifest.json is not used");
  expect(await publishers()).toEqual([null]);
});

test("a wrong one is named before anything is read", async () => {
  put("north/manifest.json", '[{"file":"a.txt","published":"2021-02-30"}]');
  const said = await standoff(["add", folder, "--case", file]);
  expect(said).toMatchObject({ code: 2 });
  expect(said.err).toContain("[manifest/not-valid]");
});

test("a manifest that is named as a report is refused", async () => {
  put("north/manifest.csv", "file,publisher\na.txt,North Gazette\n");
  const said = await standoff(["add", join(folder, "a.txt"), join(folder, "manifest.csv"), "--case", file]);
  expect(said).toMatchObject({ code: 1 });
  expect(said.err).toContain("is a manifest and no report");
});
