import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { nearestTo } from "../../../src/view/cli/nearest.ts";
import { speakerOf } from "../../../src/view/cli/plain-claim.ts";
import { daysIn, labelled } from "../../../src/view/cli/plain-line.ts";
import { emptyFolder, standoff } from "./command.ts";

// A made-up report about made-up countries.
const report = `Norland Holds Drills Near Sudria

Share on social media

President Ilmar Vesk said on November 10 that drills would be held in February 2022. He did not specify how many troops would take part.

Drennia's defence ministry said at least 14 people were killed when soldiers attacked a village on November 9.

Vesk said Foreign Minister Oda Lind had accused Norland of lying.

Sign up for our newsletter`;

let file: string;
const ask = (...words: readonly string[]) => standoff(["ask", ...words, "--case", file]);

beforeAll(async () => {
  const root = emptyFolder();
  file = join(root, "drills.standoff");
  mkdirSync(join(root, "reports"));
  writeFileSync(join(root, "reports", "one.txt"), report);
  const given = ["--publisher", "The Norland Post", "--published", "2021-11-12"];
  expect(await standoff(["add", join(root, "reports"), "--case", file, ...given, "--quiet"])).toMatchObject({
    code: 0,
  });
});

describe("a range of days", () => {
  const rows = [
    [["2021-11-12", "2021-11-12"], "2021-11-12"],
    [["2021-11-08", "2021-11-14"], "2021-11-08 to 2021-11-14"],
    [["2022-02-01", "2022-02-28"], "2022-02"],
    [["2022-02-01", "2022-02-27"], "2022-02-01 to 2022-02-27"],
    [["2022-02-01", "2022-04-30"], "2022-02 to 2022-04"],
    [["2020-01-01", "2020-12-31"], "2020"],
    [["2019-01-01", "2020-12-31"], "2019 to 2020"],
    [["2021-11-08", null], "from 2021-11-08"],
    [[null, "2021-11-14"], "until 2021-11-14"],
    [[null, null], null],
  ] as const;
  for (const [[start, end], text] of rows)
    test(`${start} to ${end} is ${text}`, () => expect(daysIn({ start, end })).toBe(text));
});

describe("who speaks", () => {
  const party = (name: string) =>
    ({ id: "r1.a1", name, kind: "person", named: true, public: true, country: null }) as const;
  const rows = [
    ["Drennia's defence ministry", ["defence ministry"], "Drennia's defence ministry"],
    ["Vesk", ["Ilmar Vesk"], "Ilmar Vesk"],
    ["He", ["Ilmar Vesk"], "Ilmar Vesk"],
    ["the EU", ["European Union"], "European Union"],
    ["the minister", ["Oda Lind"], "Oda Lind (“the minister”)"],
    ["Ilmar Vesk and Oda Lind", ["Ilmar Vesk", "Oda Lind"], "Ilmar Vesk and Oda Lind"],
    ["two officials", [], "two officials"],
    [null, ["Oda Lind"], "Oda Lind"],
    [null, [], ""],
  ] as const;
  for (const [source, names, text] of rows)
    test(`${source} for ${names.join(", ")} is ${text}`, () => expect(speakerOf(source, names.map(party))).toBe(text));
});

test("the nearest name is the one with the fewest changes, and none where all are far", () => {
  const good = ["documents", "document", "claims", "events"];
  expect(["claim", "Event", "docs", "x", ""].map((name) => nearestTo(name, good))).toEqual([
    "claims",
    "events",
    null,
    null,
    null,
  ]);
});

test("a long list goes on under its beginning", () => {
  const lines = labelled("beside", ["x".repeat(60), "y".repeat(60), "z"]);
  expect(lines).toEqual([`beside        ${"x".repeat(60)},`, `${" ".repeat(14)}${"y".repeat(60)}, z`]);
});

describe("claims", () => {
  test("a day of publication stands in brackets, and the foot says so", async () => {
    const said = await ask("claims");
    expect(said.out).toMatch(/^2021-11-10 {4}President Ilmar Vesk {2}said/m);
    expect(said.out).toMatch(/^\(2021-11-12\) {2}\S/m);
    expect(said.err).toContain("A day in brackets is the day of publication");
  });

  test("no foot where every day is told", async () => {
    const said = await ask("claims", "--words", "drills");
    expect(said.out).toMatch(/^2021-11-10/);
    expect(said.err).not.toContain("brackets");
  });

  test("marks are told with their words", async () => {
    expect((await ask("claims", "--mark", "no-detail")).out).toContain("no detail given: “did not specify how”");
  });

  test("a claim inside another stands under it, or says which one it is inside", async () => {
    expect((await ask("claims")).out).toMatch(/^\S+ {6}Foreign Minister Oda Lind {2}had accused \(accuse\)/m);
    expect((await ask("claims", "--kind", "accuse")).out).toMatch(/ inside r1\.s\d+ · The Norland Post/);
  });
});

test("events tell their numbers with what is counted, and who says so", async () => {
  const { out } = await ask("events", "--type", "ASSAULT");
  expect(out).toContain("at least 14 people killed");
  expect(out).toContain("says Drennia's defence ministry");
});

test("the timeline tells words and sayer, and its foot says in words what it leaves out", async () => {
  const said = await ask("timeline");
  expect(said.out).toMatch(/“Drennia's defence ministry said at least 14/);
  expect(said.out).toContain("says Drennia's defence ministry");
  expect(said.out).toMatch(/^2022-02 {7}planned/m);
  expect(said.err).toMatch(
    /^\d+ rows\. .*\d+ claims of the case have no day and are not in a timeline: see standoff ask/m,
  );
});

describe("one document", () => {
  test("has its title, publisher, day, text in paragraphs, claims, events and versions", async () => {
    const { out, code } = await ask("document", "d1");
    expect(code).toBe(0);
    expect(out).toMatch(/^d1 {2}Norland Holds Drills Near Sudria\nThe Norland Post · 2021-11-12 · /);
    expect(out).toContain(
      "\n\nPresident Ilmar Vesk said on November 10 that drills would be held in February 2022. He did not",
    );
    expect(out).toMatch(/\n\[furniture: \w+, \d+ characters\]\n/);
    expect(out).not.toContain("Sign up for our newsletter");
    expect(out).toMatch(/\n\d+ claims\n\n.*“that drills would be held in February 2022”/s);
    expect(out).toMatch(/\n\d+ events\n\n/);
    expect(out).toMatch(/\n1 version\nr1 {2}version 1 · published 2021-11-12 · recorded 2024-01-02/);
  });

  test("shows a claim and an event as those questions do", async () => {
    const page = (await ask("document", "d1")).out;
    for (const question of ["claims", "events"]) {
      const first = (await ask(question)).out.split("\n").slice(0, 2).join("\n");
      expect(page).toContain(first);
    }
  });

  test("that is not there is a failure with the next step", async () => {
    const said = await ask("document", "d99");
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toMatch(/"d99".*standoff ask documents \[document\/unknown\]/);
  });
});

test("one actor has names by publisher, roles, claims, and who stands beside", async () => {
  const { out } = await ask("actor", "Vesk");
  expect(out).toMatch(/^Ilmar Vesk {2}person · .*in 1 document · /);
  expect(out).toMatch(/^spelled {7}.*Vesk 1 \(The Norland Post\)/m);
  expect(out).toMatch(/^roles {9}President 1$/m);
  expect(out).toMatch(/^claims by {5}say \d/m);
  expect(out).toMatch(/^beside {8}.*Oda Lind 1/m);
});

describe("what is wrong is told in the words that were typed", () => {
  const rows = [
    [["claimss"], 2, /no question "claimss".*Nearest: standoff ask claims \[question\/unknown\]/],
    [["claims", "--as-of", "yesterday"], 2, /: --as-of is "yesterday" and must be/],
    [["claims", "--recorded-by", "x", "--limit", "0"], 2, /--recorded-by is "x".*\. --limit is 0 and/],
    [["claims", "--from", "2022-01-01", "--to", "2021-01-01"], 2, /: --from is 2022-01-01 and --to is 2021-01-01/],
    [["claims", "--actor", "Nobody"], 0, /No actor of the name "Nobody" answers.*standoff ask actors/],
    [["claims", "--words", "zebra"], 0, /^0 rows\nNothing answers\. Leave a filter out/],
  ] as const;
  for (const [words, code, err] of rows)
    test(words.join(" "), async () => {
      const said = await ask(...words);
      expect(said).toMatchObject({ code, out: "" });
      expect(said.err).toMatch(err);
    });

  test("options before the question", async () => {
    const said = await standoff(["ask", "--case", file, "events"]);
    expect(said).toMatchObject({ code: 2, out: "" });
    expect(said.err).toContain("standoff ask events --help");
  });
});
