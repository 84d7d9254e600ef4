import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { emptyFolder, rowsOf, standoff } from "./command.ts";

// Bad input is normal input: a clear error with the next step, the rest goes on, and nothing that is stored is lost.

const good = "The ministry of Norland said on Friday that two men had died.\n";
let folder: string;
let file: string;
const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
const ask = async (): Promise<readonly { path: string | null; externalId: string | null }[]> =>
  JSON.parse((await standoff(["ask", "documents", "--case", file, "--json"])).out);

beforeEach(() => {
  const root = emptyFolder();
  folder = join(root, "reports");
  file = join(root, "test.standoff");
  mkdirSync(folder);
  put("good.txt", good);
});

describe("a bad file in a folder is named with its code and the good one goes in", () => {
  const png = Buffer.concat([Buffer.from([0x89]), Buffer.from("PNG\r\n\x1a\n"), Buffer.alloc(100)]);
  const rows: readonly [what: string, name: string, content: string | Uint8Array, code: string][] = [
    ["empty", "empty.txt", "", "document/empty"],
    ["only white space", "blank.txt", " \n\t\n", "document/empty"],
    ["a picture", "picture.txt", png, "document/binary"],
    ["a PDF without a page", "report.txt", "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "document/damaged"],
  ];
  for (const [what, name, content, code] of rows) {
    test(what, async () => {
      put(name, content);
      const said = await standoff(["add", folder, "--case", file]);
      expect(said.code).toBe(1);
      expect(said.err).toContain(name);
      expect(said.err).toContain(`[${code}]`);
      expect(said.err).toContain("1 new document, 1 failed");
      expect(await ask()).toHaveLength(1);
    });
  }
});

describe("an odd file goes in, and its text slices as it was read", () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good, "utf16le")]);
  const rows: readonly [what: string, content: string | Uint8Array, holds: string][] = [
    ["UTF-16 with a byte order mark", utf16, "two men had died"],
    [
      "invalid UTF-8",
      Buffer.concat([Buffer.from(good), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(" end. Nothing else was said.")]),
      "two men had died",
    ],
    [
      "NUL bytes",
      "The ministry said\u0000 that two men had died. It gave no names and no place for it.",
      "said\ufffd that",
    ],
    ["Cyrillic", "Министерство сообщило в пятницу, что двое мужчин погибли.", "двое мужчин"],
  ];
  for (const [what, content, holds] of rows) {
    test(what, async () => {
      put("odd.txt", content);
      const said = await standoff(["add", join(folder, "odd.txt"), "--case", file]);
      expect(said).toMatchObject({ code: 0 });
      const [document] = rowsOf<{ text: string }>((await standoff(["export", "--case", file])).out);
      expect(document!.text).toContain(holds);
      expect((await standoff(["verify", "--case", file])).code).toBe(0);
    });
  }
});

test("50 MB of one line go in, or are named; the good one goes in", async () => {
  put("long.txt", "word ".repeat(10_000_000));
  const said = await standoff(["add", folder, "--case", file]);
  expect(said.err).toMatch(/2 new documents|1 new document, 1 failed/);
  expect((await standoff(["verify", "--case", file])).code).toBe(0);
}, 120_000);

test("a dangling link is named and the rest goes on", async () => {
  symlinkSync(join(folder, "nowhere.txt"), join(folder, "link.txt"));
  const said = await standoff(["add", folder, "--case", file]);
  expect(said.code).toBe(1);
  expect(said.err).toContain("link.txt");
  expect(said.err).toContain("[document/unreadable]");
  expect(await ask()).toHaveLength(1);
});

test("JSONL with a broken line 17: the line is named and the 19 others go in", async () => {
  const lines = Array.from({ length: 20 }, (_, at) =>
    at === 16 ? '{"id": "broken' : JSON.stringify({ id: `n${at}`, text: `${good} ${at}` }),
  );
  put("rows.jsonl", `${lines.join("\n")}\n`);
  const said = await standoff(["add", join(folder, "rows.jsonl"), "--case", file]);
  expect(said.code).toBe(1);
  expect(said.err).toContain("line 17");
  expect(said.err).toContain("[line/not-json]");
  expect(await ask()).toHaveLength(19);
});

test("a day that does not exist is named, on the command line, in a row and in a manifest", async () => {
  const option = await standoff(["add", folder, "--case", file, "--published", "2021-02-30"]);
  expect(option).toMatchObject({ code: 2 });
  expect(option.err).toContain("2021-02-30");
  put("rows.jsonl", JSON.stringify({ id: "a", text: good, published: "2021-02-30" }));
  expect((await standoff(["add", join(folder, "rows.jsonl"), "--case", file])).err).toContain("2021-02-30");
  put("manifest.json", JSON.stringify([{ file: "good.txt", published: "2021-02-30" }]));
  const manifest = await standoff(["add", folder, "--case", file, "--manifest", join(folder, "manifest.json")]);
  expect(manifest).toMatchObject({ code: 2 });
  expect(manifest.err).toContain("[manifest/not-valid]");
});

test("lone surrogates in JSON escapes become U+FFFD, one unit for one", async () => {
  const said = await standoff(
    ["annotate", "--jobs", "1"],
    '{"id":"a","text":"He said \\ud800 and \\udc00 were gone."}\n',
  );
  expect(said).toMatchObject({ code: 0 });
  expect(rowsOf<{ text: string }>(said.out)[0]!.text).toBe("He said \ufffd and \ufffd were gone.");
});

describe("read opens files only below its root", () => {
  const rows: readonly [what: string, path: string, code: string][] = [
    ["a path that climbs out", "../test.standoff", "document/outside-root"],
    ["an absolute path elsewhere", "/etc/hostname", "document/outside-root"],
    ["a link that leads out", "out.txt", "document/outside-root"],
    ["a file that is not there", "none.txt", "document/unreadable"],
  ];
  for (const [what, path, code] of rows) {
    test(what, async () => {
      symlinkSync("/etc/hostname", join(folder, "out.txt"));
      const lines = [
        { id: "bad", path },
        { id: "good", path: "good.txt" },
      ].map((row) => JSON.stringify(row));
      const said = await standoff(["read", "--root", folder], lines.join("\n"));
      expect(said.code).toBe(1);
      expect(said.err).toContain(`[${code}]`);
      expect(rowsOf<{ id: string }>(said.out).map((row) => row.id)).toEqual(["good"]);
    });
  }
});

describe("what is typed wrong is told with the way out, status 2", () => {
  const rows: readonly [argv: readonly string[], says: string][] = [
    [[], "Usage: standoff"],
    [["ad"], "Did you mean add"],
    [["add"], "nothing was named to be added"],
    [["add", "x", "--jobs", "0"], "whole number from 1"],
    [["ask"], "Usage: standoff ask"],
    [["ask", "clams"], "claims"],
    [["ask", "claims", "--kind", "shout"], "must be one of"],
    [["ask", "claims", "--from", "2021-02-30"], "2021-02-30"],
    [["ask", "claims", "--nobody", "x"], "unknown option"],
    [["export", "--what", "claims", "--format", "jsonl"], "csv"],
    [["annotate", "--out", "xml"], "Allowed choices are jsonl, conllu"],
  ];
  for (const [argv, says] of rows) {
    test(argv.join(" ") || "nothing", async () => {
      const said = await standoff(argv);
      expect(said.code).toBe(2);
      expect(said.err + said.out).toContain(says);
    });
  }
});

test("every command has a help page with an example", async () => {
  for (const name of ["init", "add", "ask", "annotate", "read", "export", "verify", "forget"]) {
    const said = await standoff([name, "--help"]);
    expect(said).toMatchObject({ code: 0 });
    expect(said.out, name).toMatch(/Examples?:\n {2}.*standoff/);
  }
});

describe("a case that cannot be used is told with the next step", () => {
  const rows: readonly [what: string, prepare: () => void, argv: readonly string[], code: string][] = [
    ["not there", () => {}, ["ask", "claims"], "case/missing"],
    [
      "no case at all",
      () => writeFileSync(file, "just text, and a good deal longer than a header ".repeat(20)),
      ["ask", "claims"],
      "case/not-a-case",
    ],
    ["already there for init", () => writeFileSync(file, ""), ["init"], "case/exists"],
  ];
  for (const [what, prepare, argv, code] of rows) {
    test(what, async () => {
      prepare();
      const said = await standoff([...argv, "--case", file]);
      expect(said.code).toBe(1);
      expect(said.err).toContain(`[${code}]`);
    });
  }
});

test("two texts on standard input are two documents", async () => {
  await standoff(["add", "-", "--text", "--case", file], "The ministry of Norland said that two men had died.");
  const said = await standoff(
    ["add", "-", "--text", "--case", file],
    "The ministry of Norland said that nine men had died.",
  );
  expect(said.err).toContain("1 new document");
  expect(await ask()).toHaveLength(2);
});

test("a path that is not there leaves no empty case behind", async () => {
  const said = await standoff(["add", join(folder, "nowhere"), "--case", file]);
  expect(said).toMatchObject({ code: 1 });
  expect(existsSync(file)).toBe(false);
});

test("the case and its journals are no reports, whatever they are called", async () => {
  const inside = join(folder, "desk.case");
  expect(await standoff(["add", folder, "--case", inside])).toMatchObject({ code: 0 });
  expect(await standoff(["add", folder, "--case", inside])).toMatchObject({ code: 0 });
});

test("a JSONL file that cannot be opened is told, and the next one is read", async () => {
  put("rows.jsonl", JSON.stringify({ id: "a", text: good }));
  execFileSync("mkfifo", [join(folder, "pipe.jsonl")]);
  const said = await standoff(["add", join(folder, "pipe.jsonl"), join(folder, "rows.jsonl"), "--case", file]);
  expect(said.code).toBe(1);
  expect(said.err).toContain("[document/unreadable]");
  expect(said.err).toContain("1 new document");
});

test("what comes from a document cannot write to the terminal", async () => {
  const evil = "\u001b]0;owned\u0007\u001b[2J\u202e";
  const row = JSON.stringify({
    id: `a${evil}`,
    text: `The ministry of Norland said ${evil} that two men had died.`,
    url: `https://x.example/${evil}`,
    publisher: `P${evil}`,
  });
  const bad = JSON.stringify({ id: `b${evil}`, text: " " });
  const added = await standoff(["add", "-", "--case", file], `${row}\n${bad}\n`);
  const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
  expect(added.err).toContain("[document/empty]");
  expect(added.err).not.toMatch(control);
  for (const name of ["claims", "documents", "events", "timeline"]) {
    expect((await standoff(["ask", name, "--case", file])).out, name).not.toMatch(control);
  }
  const search = await standoff(["ask", "search", "ministry", "--case", file]);
  expect(search.out).toContain("Norland");
  expect(search.out).not.toMatch(control);
});
