import { expect, test } from "vitest";
import { isManifest, manifestFor, manifestWords, saidIn } from "../../../../src/view/web/add/manifest.ts";

const names = [
  ["manifest.json", true],
  ["north/Manifest.CSV", true],
  ["manifest.jsonl", true],
  ["my-manifest.json", false],
  ["manifest.json/a.txt", false],
] as const;
for (const [path, is] of names)
  test(`${path} is ${is ? "a manifest" : "none"}`, () => expect(isManifest(path)).toBe(is));

const texts = [
  ['[{"file":"a","publisher":"P","published":"2031-03-09"},{"file":"b"}]', "m says publisher and day of 2 files."],
  ['{"file":"a","title":"T"}', "m says title of 1 file."],
  ['{"file":"a"}\n{"file":"b","url":"https://b.example/"}\n', "m says address of 2 files."],
  ["\ufeffFile;Publisher;Published;Title\na;P;;\nb;P;;\n\n", "m says publisher, day and title of 2 files."],
  ['"file","publisher"\n"a\nb","He said ""no"""\n', "m says publisher of 1 file."],
  ['[{"file":"a"}]', "m names 1 file."],
  ['{"name":"A site","icons":[]}', null],
  ["[1, null, {}]", null],
  ["{bad", null],
  ["", null],
] as const;
for (const [text, words] of texts)
  test(`${JSON.stringify(text)}: ${words}`, () => {
    const said = saidIn(text);
    expect(said && manifestWords({ path: "m", ...said })).toBe(words);
  });

const manifests = [{ path: "north/manifest.json" }, { path: "north/march/manifest.csv" }];
const files = [
  ["north/a.txt", "north/manifest.json"],
  ["north/march/a.txt", "north/march/manifest.csv"],
  ["northern/a.txt", undefined],
  ["a.txt", undefined],
] as const;
for (const [path, manifest] of files)
  test(`${path} has ${manifest ?? "none"}`, () => expect(manifestFor(path, manifests)?.path).toBe(manifest));
test("one beside files without a folder is for all of them", () =>
  expect(manifestFor("a/b.txt", [{ path: "manifest.json" }])?.path).toBe("manifest.json"));
