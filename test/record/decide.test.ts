import { describe, expect, test } from "vitest";
import { id } from "../../src/model/id.ts";
import { decide, decisionsOf, type NewDecision, withdrawDecision } from "../../src/record/decide.ts";
import { link, type NewLink, withdrawLink } from "../../src/record/link.ts";
import { write } from "../../src/record/write.ts";
import { added, bare, codeOf, full, fullText, got, incoming, madeCase, now, opened, rules } from "./made.ts";

const decision: NewDecision = {
  anchor: { revision: id("r1"), layer: "event", spans: [[0, 7]], field: "type" },
  action: "change",
  value: '"AID"',
  by: "A. Desk",
  at: now,
  why: "seen in the footage",
};

function caseOfTwo() {
  const record = madeCase();
  added(record, "a", fullText, full("a"));
  added(record, "b", fullText, full("b"));
  return record;
}

describe("decisions", () => {
  test("one is kept, and there after a new reading of the same words", () => {
    const record = caseOfTwo();
    const made = got(decide(record, decision));
    expect(made).toEqual({ ...decision, id: "n1", withdrawnAt: null });
    got(write(record, incoming("a", fullText), bare("a", fullText, { ...rules, version: "0.2.0" }), now));
    expect(got(decisionsOf(record, "d1"))).toEqual([made]);
    expect(got(decisionsOf(record, "d2"))).toEqual([]);
  });

  test("one is withdrawn once, and stays with the time of it", () => {
    const record = caseOfTwo();
    const made = got(decide(record, decision));
    const later = "2024-05-16T08:00:00Z";
    expect(got(withdrawDecision(record, made.id, later))).toEqual({ ...made, withdrawnAt: later });
    expect(codeOf(withdrawDecision(record, made.id, now))).toBe("decision/refused");
    expect(got(decisionsOf(record, "d1"))).toEqual([{ ...made, withdrawnAt: later }]);
  });

  const anchor = decision.anchor;
  const rows: readonly (readonly [what: string, change: Partial<NewDecision>, code: string])[] = [
    ["a revision that is not there", { anchor: { ...anchor, revision: id("r9") } }, "document/unknown"],
    ["an id of another kind", { anchor: { ...anchor, revision: id("d1") } }, "document/unknown"],
    ["a span outside the text", { anchor: { ...anchor, spans: [[0, 5000]] } }, "decision/refused"],
    ["an empty span", { anchor: { ...anchor, spans: [[3, 3]] } }, "decision/refused"],
    ["nobody's name", { by: " " }, "decision/refused"],
    ["a value that is not JSON", { value: "AID" }, "decision/refused"],
    ["no span, about the document", { anchor: { ...anchor, layer: "document", spans: [] } }, "done"],
    ["no value and no reason", { action: "confirm", value: null, why: null }, "done"],
  ];
  for (const [what, change, code] of rows) {
    test(`${what}: ${code}`, () => expect(codeOf(decide(caseOfTwo(), { ...decision, ...change }))).toBe(code));
  }

  test("the disk has it when it is told as made, and adding is quick again", () => {
    const record = caseOfTwo();
    const levels: unknown[] = [];
    const level = () => record.sqlite.prepare("PRAGMA synchronous").get()?.synchronous;
    record.sqlite.function("note_level", () => {
      levels.push(level());
      return 0;
    });
    record.sqlite.exec("CREATE TEMP TRIGGER t AFTER INSERT ON decision BEGIN SELECT note_level(); END");
    got(decide(record, decision));
    expect([...levels, level()]).toEqual([2, 1]);
  });

  test("a case that is only read takes none", async () => {
    const reader = await opened(caseOfTwo().path, "read");
    expect(codeOf(decide(reader, decision))).toBe("case/read-only");
  });
});

describe("links", () => {
  const made: NewLink = { kind: "actor", from: "1.a1", to: "2.a1", reason: "the same Wikidata item", at: now };

  test("one is kept, then withdrawn once", () => {
    const record = caseOfTwo();
    const kept = got(link(record, made));
    expect(kept).toEqual({ ...made, apart: false, id: "l1", withdrawnAt: null });
    const later = "2024-05-16T08:00:00Z";
    expect(got(withdrawLink(record, kept.id, later))).toEqual({ ...kept, withdrawnAt: later });
    expect(codeOf(withdrawLink(record, kept.id, later))).toBe("decision/refused");
  });

  const rows: readonly (readonly [change: Partial<NewLink>, code: string])[] = [
    [{ kind: "claim", from: "1.s1", to: "2.s2" }, "done"],
    [{ kind: "happening", from: "1.e1", to: "2.e1" }, "done"],
    [{ kind: "story", from: "1.document", to: "2.document" }, "done"],
    [{ kind: "story", from: "1.a1", to: "2.a1" }, "decision/refused"],
    [{ kind: "claim" }, "decision/refused"],
    [{ to: "3.a1" }, "decision/refused"],
    [{ to: "2.a9" }, "decision/refused"],
    [{ to: "a1" }, "decision/refused"],
    [{ to: "1.a1" }, "decision/refused"],
    [{ reason: " " }, "decision/refused"],
  ];
  for (const [change, code] of rows) {
    test(`${JSON.stringify(change)}: ${code}`, () =>
      expect(codeOf(link(caseOfTwo(), { ...made, ...change }))).toBe(code));
  }
});
