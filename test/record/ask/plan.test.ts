import { describe, expect, test } from "vitest";
import { askActors } from "../../../src/record/ask/actors.ts";
import { askClaims } from "../../../src/record/ask/claims.ts";
import { askDocument } from "../../../src/record/ask/document.ts";
import { askDocuments } from "../../../src/record/ask/documents.ts";
import { askEvents } from "../../../src/record/ask/events.ts";
import { askSearch } from "../../../src/record/ask/search.ts";
import type { CaseRecord } from "../../../src/record/open.ts";
import { exampleCase } from "../example.ts";
import { reports } from "./reports.ts";

/** One line a step of the plans of all statements that `ask` runs. A case of its own, because a case prepares a statement once. */
async function plansOf(ask: (record: CaseRecord) => Promise<unknown>): Promise<readonly string[]> {
  const { record, done } = exampleCase(...reports);
  const { sqlite } = record;
  const prepare = sqlite.prepare.bind(sqlite);
  const statements = new Set<string>();
  sqlite.prepare = (statement) => {
    statements.add(statement);
    return prepare(statement);
  };
  await ask(record);
  const steps = [...statements].flatMap((statement) => {
    const values = Array.from(statement.matchAll(/\?/g), () => null);
    return prepare(`EXPLAIN QUERY PLAN ${statement}`)
      .all(...values)
      .map((row) => String(row.detail));
  });
  done();
  return steps;
}

/** A layer's table, or a letter that a question gives it, read from end to end. */
const scanOfLayer =
  /^SCAN (a|e|y|x|k|l|m|p|q|f|newer|later|same|attribution|event|mark|mention|actor|place|actor_form|(attribution|event)_(actor|mark))\b/;

describe("the plan of a question", () => {
  const questions: Readonly<Record<string, (record: CaseRecord) => Promise<unknown>>> = {
    documents: (one) => askDocuments(one, { publisher: ["Norland Post"], from: "2031-05-01", limit: 10 }),
    "documents by words": (one) => askDocuments(one, { words: "tanks", limit: 11 }),
    document: (one) => askDocument(one, { document: "x1" }),
    search: (one) => askSearch(one, { words: "tanks", limit: 12 }),
    "search as of": (one) => askSearch(one, { words: "tanks", asOf: "2031-05-04", recordedBy: "2031-07-01" }),
    claims: (one) => askClaims(one, { limit: 13 }),
    "claims by actor": (one) => askClaims(one, { actor: ["Lukavenka"], limit: 14 }),
    "claims by kind and mark": (one) => askClaims(one, { kind: ["deny"], mark: ["none-given"] }),
    "claims as of": (one) => askClaims(one, { asOf: "2031-05-03", recordedBy: "2031-07-01" }),
    events: (one) => askEvents(one, { type: ["ASSAULT"], actor: ["Norland"] }),
    actors: (one) => askActors(one, { name: ["Norland"], limit: 3 }),
  };
  for (const [name, ask] of Object.entries(questions)) {
    test(`${name}: no layer is scanned, newer revisions and readings are looked up or kept`, async () => {
      const steps = await plansOf(ask);
      expect(steps.filter((step) => scanOfLayer.test(step))).toEqual([]);
      const looked = (table: string) => expect.stringMatching(new RegExp(`^SEARCH ${table} USING (COVERING )?INDEX`));
      const both = [looked("newer"), looked("later")];
      const kept = [expect.stringMatching(/^(SEARCH|SCAN) (c|current)\b/)];
      expect(steps).toEqual(expect.arrayContaining(name.includes("as of") ? both : kept));
      if (!name.includes("as of")) for (const step of both) expect(steps).not.toContainEqual(step);
    });
  }
});
