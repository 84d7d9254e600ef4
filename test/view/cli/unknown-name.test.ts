import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, standoff } from "./command.ts";

const text =
  "Foreign Minister Oda Lind of Norland said on Friday that two boats had sunk off Port Velm. A clerk, Ana Tolm, said: “We saw nothing.”";

let root: string;
let file: string;
beforeAll(async () => {
  root = emptyFolder();
  file = join(root, "boats.standoff");
  const report = JSON.stringify({ id: "x1", text, publisher: "The Norland Post", published: "2031-03-07" });
  await standoff(["add", "-", "--case", file], report);
});

describe("a name that nothing goes by is an error", () => {
  const rows = [
    [["document", "zzz"], "document/unknown"],
    [["story", "zzz"], "story/unknown"],
    [["claim", "zzz"], "claim/unknown"],
    [["claim", "t1.c9999"], "claim/unknown"],
    [["claim", "--story", "zzz"], "story/unknown"],
    [["origins", "zzz"], "claim/unknown"],
    [["happening", "zzz"], "happening/unknown"],
    [["claims", "--document", "zzz"], "document/unknown"],
    [["revisions", "zzz"], "document/unknown"],
  ] as const;
  test.each(rows)("%j", async (argv, code) => {
    const said = await standoff(["ask", ...argv, "--case", file]);
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toContain(`[${code}]`);
  });

  test.each([
    ["document", "x1"],
    ["story", "x1"],
    ["story", "t1"],
    ["claim", "t1.c1"],
  ])("%s %s is known", async (...argv) => expect((await standoff(["ask", ...argv, "--case", file])).code).toBe(0));
});

test("two names for one thing are told; a question that takes several takes them", async () => {
  const two = await standoff(["ask", "story", "t1", "t2", "--case", file]);
  expect(two).toMatchObject({ code: 2, out: "" });
  expect(two.err).toContain('2 are named: "t1", "t2"');
  const several = await standoff(["ask", "claim", "t1.c1", "t1.c2", "--json", "--case", file]);
  expect((JSON.parse(several.out) as readonly { claim: string }[]).map(({ claim }) => claim)).toEqual([
    "t1.c1",
    "t1.c2",
  ]);
});

test("an empty case says how to fill it, whatever was asked", async () => {
  const empty = join(root, "empty.standoff");
  await standoff(["init", "--case", empty]);
  for (const argv of [["documents"], ["stories"], ["claims", "--actor", "Lind"]]) {
    const { code, err } = await standoff(["ask", ...argv, "--case", empty]);
    expect(code).toBe(0);
    expect(err).toContain("The case is empty. Add reports to it: standoff add FOLDER");
    expect(err).not.toContain("Leave a filter out");
  }
});

test("a person not known to be public is named over reports at no door for people", async () => {
  for (const argv of [["claim"], ["origins"]]) {
    const { out } = await standoff(["ask", ...argv, "--case", file]);
    expect(out).toContain("(private person)");
    expect(out).not.toContain("Tolm");
    expect(out).toContain("Oda Lind");
  }
});

test("what another version made is told, is no finding, and is made anew by the next add", async () => {
  const sqlite = new DatabaseSync(file);
  sqlite.exec(
    "UPDATE story SET maker = '0.1.0 0123456789abcdef'; UPDATE story_profile SET maker = '0.1.0 0123456789abcdef'",
  );
  sqlite.close();
  const said = await standoff(["verify", "--case", file]);
  expect(said).toMatchObject({ code: 0, out: "" });
  expect(said.err).toContain("made by another version of Standoff (0.1.0)");
  expect(said.err).not.toContain("Restore");
  const other = JSON.stringify({ id: "x2", text: "Nothing else was heard of in Velm.", published: "2031-03-08" });
  expect((await standoff(["add", "-", "--case", file], other)).err).toContain("1 story of another version made anew.");
  expect((await standoff(["verify", "--case", file])).err).not.toContain("another version");
});
