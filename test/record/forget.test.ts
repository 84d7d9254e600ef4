import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { AnnotatedDocument } from "../../src/model/annotation.ts";
import { id } from "../../src/model/id.ts";
import { decide } from "../../src/record/decide.ts";
import { dump } from "../../src/record/dump.ts";
import { forget } from "../../src/record/forget.ts";
import { link } from "../../src/record/link.ts";
import type { CaseRecord } from "../../src/record/open.ts";
import { lookUp, write } from "../../src/record/write.ts";
import { added, bare, codeOf, found, full, fullText, got, incoming, madeCase, now, opened, rules } from "./made.ts";

const words = ["Zorvelian", "zorvelian", "Quandry", "Ostrava-Minor", "xylqua", "Премзов"];
const secret = `Norland said that Zorvelian, a xylqua of Quandry, met Премзов at Ostrava-Minor. ${"Xylqua papers. ".repeat(60)}`;

/** A reading of `secret` with an actor and a title whose words stand nowhere else. */
const reading: AnnotatedDocument = {
  ...bare("secret", secret),
  meta: { ...bare("secret", secret).meta, title: "Quandry Zorvelian", byline: ["Quandry"] },
  actors: [{ ...full("x").actors[0]!, name: "Zorvelian Quandry", aliases: ["Norland", "Xylqua the Elder"] }],
};

/** Which of `looked` stand anywhere in the files of a case, in any case of letters that was given. */
const wordsIn = (record: CaseRecord, looked: readonly string[] = words): readonly string[] => {
  const files = [record.path, `${record.path}-wal`]
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path));
  return looked.filter((word) => files.some((bytes) => bytes.includes(word)));
};

/** Other documents before and after, so that pages are shared, split and merged. */
function busyCase(around: number): CaseRecord {
  const record = madeCase();
  const other = (at: number) => {
    const text = `Report ${at} of Norland, said Port Velm's Council on Tuesday. Item${(at * 7919) % 9973} ${"x".repeat(at % 700)}`;
    added(record, `other${at}`, text, {
      ...full(`other${at}`, fullText),
      ...bare(`other${at}`, text),
      actors: full("x").actors,
    });
  };
  for (let at = 0; at < around; at++) other(at);
  got(write(record, incoming("secret", secret), reading, now));
  for (let at = around; at < 2 * around; at++) other(at);
  return record;
}

describe("forgetting a document", () => {
  for (const around of [0, 3, 150]) {
    test(`its words are in no file of the case, with ${2 * around} other documents`, async () => {
      const record = busyCase(around);
      expect(wordsIn(record).length).toBeGreaterThan(3);
      const tombstone = got(forget(record, `d${around + 1}`, "asked for", now));
      expect(wordsIn(record)).toEqual([]);
      expect(tombstone).toEqual({
        document: `d${around + 1}`,
        bytesSha256: [incoming("secret", secret).bytesSha256],
        at: now,
        reason: "asked for",
      });
      expect(await found(record)).toEqual([]);
      record.close();
      expect(wordsIn(record)).toEqual([]);
      const again = await opened(record.path);
      expect(again.sqlite.prepare("SELECT count(*) AS n FROM document").get()?.n).toBe(2 * around);
    });
  }

  test("the rest of the record is as if it had never been there", () => {
    const [with_, without] = [madeCase(), madeCase()];
    for (const record of [with_, without]) added(record, "a", fullText, full("a"));
    got(write(with_, incoming("secret", secret), reading, now));
    got(forget(with_, "d2", "asked for", now));
    const lines = dump(with_)
      .split("\n")
      .filter((line) => !line.startsWith('{"table":"tombstone"'));
    expect(lines).toEqual(dump(without).split("\n"));
  });

  test("bytes and text that another document has stay for that one", async () => {
    const record = madeCase();
    added(record, "a", fullText, full("a"));
    added(record, "b", fullText, full("b"));
    got(forget(record, "d1", "asked for", now));
    expect(wordsIn(record, ["Port Velm"])).toEqual(["Port Velm"]);
    expect(await found(record)).toEqual([]);
    expect(record.sqlite.prepare("SELECT rowid FROM search WHERE search MATCH 'telegram'").all()).toHaveLength(1);
    expect(record.sqlite.prepare("SELECT form FROM spelling WHERE form = 'Telegram'").all()).toHaveLength(1);
  });

  test("every revision, decision and link of it goes", async () => {
    const record = madeCase();
    added(record, "a", fullText, full("a"));
    added(record, "b", fullText, full("b"));
    const later = `Update. ${fullText}`;
    added(record, "b", later, full("b", later));
    const anchor = { revision: id<"revision">("r2"), layer: "event", spans: [[0, 7]], field: null } as const;
    got(decide(record, { anchor, action: "note", value: null, by: "A. Desk", at: now, why: "Zorvelian" }));
    got(link(record, { kind: "actor", from: "1.a1", to: "3.a1", reason: "Zorvelian", at: now }));
    expect(got(forget(record, "d2", "asked for", now)).bytesSha256).toHaveLength(2);
    const count = (table: string) => record.sqlite.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n;
    expect(["document", "revision", "reading", "decision", "link"].map(count)).toEqual([1, 1, 1, 0, 0]);
    expect(wordsIn(record)).toEqual([]);
    expect(await found(record)).toEqual([]);
  });

  test("a document that is not there, or not any more", () => {
    const record = madeCase();
    added(record, "a", "Words.");
    expect(codeOf(forget(record, "d7", "asked for", now))).toBe("document/unknown");
    expect(codeOf(forget(record, "a", "asked for", now))).toBe("document/unknown");
    got(forget(record, "d1", "asked for", now));
    expect(codeOf(forget(record, "d1", "asked for", now))).toBe("document/forgotten");
  });

  for (const reason of ["", " \n\t"]) {
    test(`no reason: ${JSON.stringify(reason)}`, () => {
      const record = madeCase();
      added(record, "a", "Words.");
      expect(codeOf(forget(record, "d1", reason, now))).toBe("document/refused");
      expect(got(forget(record, "d1", "asked for", now)).document).toBe("d1");
    });
  }

  test("its id is not given again", () => {
    const record = madeCase();
    added(record, "a", "Words.");
    got(forget(record, "d1", "asked for", now));
    expect(added(record, "b", "Other words.")).toMatchObject({ document: "d2", revision: "r2" });
  });

  test("while another process reads, the user is told that old pages are still there, and the same again clears them", async () => {
    const record = busyCase(2);
    const reader = await opened(record.path, "read");
    reader.sqlite.exec("BEGIN; SELECT count(*) FROM text");
    reader.sqlite.prepare("SELECT count(*) FROM text").get();
    record.sqlite.exec("PRAGMA busy_timeout = 50");
    const outcome = forget(record, "d3", "asked for", now);
    expect(codeOf(outcome)).toBe("case/in-use");
    expect(outcome.ok ? "" : outcome.problem.message).toContain("d3 is out of the record");
    expect(record.sqlite.prepare("SELECT count(*) AS n FROM tombstone").get()?.n).toBe(1);
    const meanwhile = forget(record, "d3", "asked for", now);
    expect(meanwhile.ok ? "" : meanwhile.problem.message).toContain("d3 is out of the record");
    expect(wordsIn(record)).not.toEqual([]);
    reader.close();
    expect(codeOf(forget(record, "d3", "asked for", now))).toBe("document/forgotten");
    expect(wordsIn(record)).toEqual([]);
    expect(record.sqlite.prepare("SELECT count(*) AS n FROM tombstone").get()?.n).toBe(1);
  });
});

describe("what was forgotten is offered again", () => {
  const offers = [
    ["the same bytes", "Words.", {}, "forgotten"],
    ["other bytes at the same place", "Words, with another advertisement.", {}, "forgotten"],
    ["the same bytes, by force", "Words.", { force: true }, null],
  ] as const;
  for (const [what, text, options, outcome] of offers) {
    test(`${what}: ${outcome ?? "taken in"}`, () => {
      const record = madeCase();
      added(record, "a", "Words.");
      got(forget(record, "d1", "asked for", now));
      const seen = got(lookUp(record, incoming("a", text), rules, options));
      expect(seen.added).toEqual(outcome === null ? null : { outcome, document: "d1", revision: null });
      expect(seen.needed).toBe(outcome === null);
    });
  }

  test("taken in by force, it is a document like any other", async () => {
    const record = madeCase();
    added(record, "a", "Words.");
    got(forget(record, "d1", "asked for", now));
    expect(added(record, "a", "Words.")).toEqual({ outcome: "new", document: "d2", revision: "r2" });
    expect(got(lookUp(record, incoming("a", "Words."), rules)).added?.outcome).toBe("same");
    expect(await found(record)).toEqual([]);
  });

  test("the same bytes from another place are another document", () => {
    const record = madeCase();
    added(record, "a", "Words.");
    got(forget(record, "d1", "asked for", now));
    expect(got(lookUp(record, incoming("b", "Words."), rules)).needed).toBe(true);
  });
});
