import { afterAll, describe, expect, test } from "vitest";
import { storyLines } from "../../../src/view/cli/export-story.ts";
import { reports } from "../../record/ask/reports.ts";
import { keepStoryOfReports, ledger } from "../../record/ask/story-of-reports.ts";
import { exampleCase } from "../../record/example.ts";

const { record, done } = exampleCase(...reports);
keepStoryOfReports(record);
afterAll(done);

interface Line {
  readonly format: string;
  readonly line: string;
  readonly id?: string;
  readonly holder?: { readonly name: string };
  readonly documents?: readonly string[];
  readonly places?: readonly { readonly document: string; readonly spans?: readonly (readonly [number, number])[] }[];
}

describe("what stories say together, as lines", async () => {
  const lines: Line[] = [];
  for await (const line of storyLines(record)) lines.push(JSON.parse(line) as Line);
  test("are of the format, each kind in its order", () => {
    expect(lines.map(({ format, line, id }) => `${format} ${line} ${id ?? ""}`.trim())).toEqual([
      "standoff/1 story t1",
      "standoff/1 claim t1.c1",
      "standoff/1 origin",
      "standoff/1 claim t1.c2",
      "standoff/1 happening t1.h1",
    ]);
  });
  test("name documents by the ids of their own lines, and point into their texts", () => {
    expect(lines[0]?.documents).toEqual(["x1", "x2", "x3"]);
    const [place] = lines[1]?.places ?? [];
    const text = reports.find(({ id }) => id === place?.document)?.text ?? "";
    expect(text.slice(...(place?.spans?.[0] ?? [0, 0]))).toBe("that Norland moved 300 tanks to Kyrovar");
  });
  test("name nobody who is not known to be public", async () => {
    const { record: other, done: close } = exampleCase(...reports);
    const [first, ...rest] = ledger.claims;
    const resident = { name: "Piet Orlov", kind: "person", country: null, public: null } as const;
    const [origin] = first!.origins.origins;
    const origins = {
      ...first!.origins,
      origins: [{ ...origin!, name: "Piet Orlov, statement", chain: ["Piet Orlov"] }],
    };
    keepStoryOfReports(other, { ...ledger, claims: [{ ...first!, holder: resident, origins }, ...rest] });
    let text = "";
    for await (const line of storyLines(other)) text += `${line}\n`;
    expect(text).not.toContain("Orlov");
    expect(text).toContain("(private person), statement");
    close();
  });
});
