import { openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { id } from "../../src/model/id.ts";
import { decide } from "../../src/record/decide.ts";
import { forget } from "../../src/record/forget.ts";
import { migrate } from "../../src/record/migrate.ts";
import type { CaseRecord } from "../../src/record/open.ts";
import { type Progress, verify } from "../../src/record/verify.ts";
import { added, bare, found, full, fullText, got, madeCase, madeFolder, now, opened, rules } from "./made.ts";

const withWeights = { ...rules, weights: "w1" };

/** A case with a row in every table: three documents, one of them full, a fourth one forgotten, one decision. */
function bytesOfWholeCase(): Uint8Array {
  const record = madeCase();
  added(record, "plain", "Words without any finding.", bare("plain", "Words without any finding.", withWeights));
  added(record, "full", fullText, full("full"));
  added(record, "long", `Long words, told again and again. ${"Again and again. ".repeat(100)}`);
  added(record, "gone", "Words that go.");
  got(forget(record, "d4", "asked for", now));
  const anchor = { revision: id<"revision">("r2"), layer: "event", spans: [[0, 7]], field: "type" } as const;
  got(decide(record, { anchor, action: "change", value: '"AID"', by: "A. Desk", at: now, why: "seen" }));
  record.close();
  return readFileSync(record.path);
}

let bytes: Uint8Array | undefined;

/** The whole case, made once and copied for every test, open for writing. */
async function wholeCase(): Promise<CaseRecord> {
  bytes ??= bytesOfWholeCase();
  const path = join(madeFolder(), "case.standoff");
  writeFileSync(path, bytes);
  return opened(path);
}

/** Changes a case past all its guards. */
function tamper({ sqlite }: CaseRecord, sql: string): void {
  for (const { name } of sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) {
    sqlite.exec(`DROP TRIGGER ${name}`);
  }
  sqlite.exec(`PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; ${sql}`);
}

/** Columns whose change nothing proves, each with the reason. */
const unproved: Readonly<Record<string, string>> = {
  "document.recorded_at": "a time of recording",
  "document.publisher": "not a key where there is an id",
  "document.url": "not a key where there is an id",
  "document.path": "not a key where there is an id",
  "revision.recorded_at": "a time of recording",
  "revision.given": "what was said beside the bytes",
  "revision.published_at": "repeated from the reading's meta",
  "revision.published_by": "repeated from the reading's meta",
  "revision.published_first": "repeated from the reading's meta",
  "revision.published_last": "repeated from the reading's meta",
  "revision.modified_at": "repeated from the reading's meta",
  "revision.retrieved_at": "repeated from the reading's meta",
  "run.at": "a time of recording",
  "reading.recorded_at": "a time of recording",
  "decision.id": "an id that nothing repeats",
  "tombstone.id": "an id that nothing repeats",
  "tombstone.document": "an id that nothing repeats",
  "decision.layer": "an analyst's word",
  "decision.field": "an analyst's word",
  "decision.action": "an analyst's word",
  "decision.value": "an analyst's word",
  "decision.by": "an analyst's word",
  "decision.at": "an analyst's word",
  "decision.why": "an analyst's word",
  "tombstone.place_sha256": "what it is the hash of is gone",
  "tombstone.bytes_sha256": "what it is the hash of is gone",
  "tombstone.at": "what it is the time of is gone",
  "tombstone.reason": "a person's word",
  "name.form": "made from the actors, for looking up",
};

/** Every table but the writer's row, what the file says of itself, and lists that are made from others for looking up. */
const tables =
  `blob text document revision run reading actor actor_form mention timex place attribution attribution_actor
  mark attribution_mark event event_actor quantity decision tombstone name current identity presence naming`.split(
    /\s+/,
  );

test("a sound case has no findings, and every row was looked at", async () => {
  const record = await wholeCase();
  const steps: Progress[] = [];
  for await (const finding of verify(record, (step) => steps.push(step))) expect(finding).toBeNull();
  expect(steps.at(-1)?.done).toBe(steps.at(-1)?.of);
  expect(steps.length).toBeGreaterThan(10);
});

describe("one changed byte is found", () => {
  const schema = new DatabaseSync(":memory:");
  migrate(schema);
  const columns = tables.flatMap((table) =>
    schema
      .prepare(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map((row) => `${table}.${row.name}`),
  );
  schema.close();

  for (const column of columns.filter((one) => !(one in unproved) && !one.endsWith("withdrawn_at"))) {
    test(column, async () => {
      const record = await wholeCase();
      const [table, name] = column.split(".") as [string, string];
      tamper(
        record,
        `UPDATE ${table} SET "${name}" = CASE typeof("${name}")
           WHEN 'null' THEN 1000 WHEN 'integer' THEN "${name}" + 1000 WHEN 'real' THEN "${name}" + 1.0
           WHEN 'blob' THEN CAST(x'01' || substr("${name}", 2) AS BLOB)
           ELSE char(unicode("${name}") + 1) || substr("${name}", 2) END
         WHERE "${name}" IS (SELECT max("${name}") FROM ${table})`,
      );
      expect(Number(record.sqlite.prepare("SELECT changes() AS n").get()?.n)).toBeGreaterThan(0);
      expect(await found(record)).not.toEqual([]);
    });
  }

  for (const column of Object.keys(unproved)) {
    test(`${column} is a column of the schema that nothing proves`, () => expect(columns).toContain(column));
  }
});

describe("a finding names what is wrong", () => {
  const rows: readonly (readonly [what: string, sql: string, said: RegExp])[] = [
    [
      "bytes",
      "UPDATE blob SET bytes = zeroblob(5) WHERE coding = 'none'",
      /^blob: bytes [0-9a-f]{64}: they have another hash/,
    ],
    ["compressed bytes", "UPDATE blob SET bytes = zeroblob(5) WHERE coding = 'zstd'", /they cannot be unpacked/],
    ["a text", "UPDATE text SET body = body || '.' WHERE id = 2", /^text: text 2: it has another hash/],
    ["a revision's text", "UPDATE revision SET text = 3 WHERE id = 2", /^revision: revision r2 of document d2/],
    [
      "a span outside",
      'UPDATE mention SET "end" = 5000',
      /reading 2 of document d2: mention m2 has the span \[0, 5000\]/,
    ],
    ["an empty span", 'UPDATE mark SET "end" = start', /mark k1 has the span/],
    [
      "a list that is no JSON",
      "UPDATE event SET trigger = '[['",
      /reading 2 of document d2: one of its lists is not JSON/,
    ],
    ["sentences out of order", "UPDATE reading SET sentences = '[[5,9],[0,4]]' WHERE id = 2", /sentence 2 begins at 0/],
    ["a changed word", "UPDATE actor SET name = 'X' WHERE id = 'a2'", /it is not what was recorded/],
    [
      "an index without a reading",
      "INSERT INTO search (search, rowid, title, body) SELECT 'delete', id, title, body FROM searched WHERE id = 2",
      /^search: .*reading 2 is not in it/,
    ],
    [
      "an index of other words",
      "INSERT INTO search (search, rowid, title, body) SELECT 'delete', id, title, body FROM searched WHERE id = 2; INSERT INTO search (rowid, title, body) VALUES (2, '', 'Other')",
      /does not agree with the texts/,
    ],
    [
      "a decision on nothing",
      "UPDATE decision SET spans = '[[0,9999]]'",
      /^decision: decision n1: its span \[0, 9999\]/,
    ],
    [
      "a text that nobody has",
      "INSERT INTO text (sha256, body) VALUES ('x', 'y')",
      /^text: text \d+: no document has it/,
    ],
    ["a forgotten document", "UPDATE tombstone SET document = 1", /document that was forgotten is still in the case/],
    [
      "a reference to nothing",
      "UPDATE mention SET actor = 'a7' WHERE id = 'm2'",
      /^mention: .* refers to a row of actor/,
    ],
  ];
  for (const [what, sql, said] of rows) {
    test(what, async () => {
      const record = await wholeCase();
      tamper(record, sql);
      expect((await found(record)).some((line) => said.test(line))).toBe(true);
    });
  }
});

describe("a case that is only read is proved too", () => {
  const broken = async (suffix: string): Promise<readonly string[]> => {
    const record = await wholeCase();
    record.sqlite.exec(
      "INSERT INTO search (search, rowid, title, body) SELECT 'delete', id, title, body FROM searched WHERE id = 2",
    );
    record.close();
    return found(await opened(suffix === "" ? record.path : `${pathToFileURL(record.path).href}${suffix}`, "read"));
  };
  test("its full-text index", async () => expect(await broken("")).toContainEqual(expect.stringContaining("agree")));
  test("which readings its index has, where nothing can be written", async () =>
    expect(await broken("?immutable=1")).toEqual(["search: the full-text index: reading 2 is not in it"]));
});

test("a damaged page gives findings, never an error", async () => {
  const record = await wholeCase();
  record.close();
  const whole = readFileSync(record.path);
  const file = openSync(record.path, "r+");
  for (let page = 4; page < whole.length / 4096; page += 3) {
    // Without its schema the file cannot even be opened.
    if (whole.subarray(page * 4096, (page + 1) * 4096).includes("CREATE ")) continue;
    writeSync(file, Buffer.alloc(200, 0xff), 0, 200, page * 4096);
  }
  const lines = await found(await opened(record.path, "read"));
  expect(lines.length).toBeGreaterThan(3);
});

test("what the record never edits cannot be edited", async () => {
  const { sqlite } = await wholeCase();
  const rows = [
    "UPDATE text SET body = 'x'",
    "UPDATE blob SET bytes = x'00'",
    "UPDATE revision SET number = 9",
    "UPDATE reading SET lang = 'xx'",
    "UPDATE attribution SET kind = 'x'",
    "UPDATE event SET type = NULL",
    "UPDATE decision SET why = 'x'",
    "UPDATE decision SET by = 'x', withdrawn_at = 'now'",
  ];
  for (const sql of rows) expect(() => sqlite.exec(sql), sql).toThrow(/never edited/);
});
