import { describe, expect, test } from "vitest";
import { manifestRowOf, parseManifest } from "../../src/document/manifest.ts";

const row = { file: "a.txt", publisher: "The Harbour Post", published: "2022-03-04", url: null, title: null };

describe("forms", () => {
  const rows = [
    ["array", '[{"file":"a.txt","publisher":"The Harbour Post","published":"2022-03-04"}]'],
    ["lines", '{"file":"a.txt","publisher":"The Harbour Post","published":"2022-03-04"}\n{"file":"b.txt"}\n'],
    ["one line", '{"file":"./a.txt","publisher":"The Harbour Post","published":"2022-03-04"}'],
    ["commas", 'file,publisher,published\na.txt,"The Harbour Post",2022-03-04\n'],
    ["semicolons and a mark", "\uFEFFFile;Publisher;Published\r\na.txt;The Harbour Post;2022-03-04\r\n"],
    ["tabs and another column", "published\tfile\tpublisher\tnote\n2022-03-04\ta.txt\tThe Harbour Post\tx\n"],
  ] as const;
  test.each(rows)("%s", (_, source) => {
    const manifest = parseManifest(source);
    expect(manifest.ok && manifest.value.get("a.txt")).toEqual(row);
  });
});

test("quotes, separators and line ends in a cell", () => {
  const manifest = parseManifest('file,title\na.txt,"Border ""closed"",\nsays ministry"\n');
  expect(manifest.ok && manifest.value.get("a.txt")?.title).toBe('Border "closed",\nsays ministry');
});

describe("what is not valid is named", () => {
  const rows = [
    ["", "empty"],
    ["[{", "not JSON"],
    ['[{"file":"a"},7]', "Row 2"],
    ['[{"publisher":"x"}]', '"file" is missing'],
    [
      '[{"file":"a","published":"2021-02-30"}]',
      'row 1 of the manifest (a), "published": "2021-02-30": there is no such day',
    ],
    ['[{"file":"a","published":20210230}]', '"published" is number'],
    ['{"file":"a"}\n{"file":', "Line 2"],
    ['[{"file":"a"},{"file":"./a"}]', "a second time"],
    ["name,publisher\na,b", 'no column "file"'],
    ["file,published\na.txt,2022-03-04\nb.txt,2022-02-30", "line 3 of the manifest (b.txt)"],
  ] as const;
  test.each(rows)("%j", (source, words) => {
    const manifest = parseManifest(source);
    expect(manifest).toMatchObject({ ok: false, problem: { code: "manifest/not-valid" } });
    expect(manifest.ok ? "" : manifest.problem.message).toContain(words);
  });
});

describe("row of a path", () => {
  const manifest = parseManifest('[{"file":"a.txt","title":"any"},{"file":"north/a.txt","title":"north"}]');
  const rows = [
    ["a.txt", "any"],
    ["reports/south/a.txt", "any"],
    ["reports/north/a.txt", "north"],
    ["north\\a.txt", "north"],
    ["b.txt", null],
  ] as const;
  test.each(rows)("%s is %s", (path, title) => {
    expect(manifest.ok && (manifestRowOf(manifest.value, path)?.title ?? null)).toBe(title);
  });
});
