import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { randomFrom } from "../../bench/random.ts";
import { storyMaker } from "../../src/ingest.ts";
import type { AnnotatedDocument } from "../../src/model/annotation.ts";
import { askStories } from "../../src/record/ask/stories.ts";
import { askStory } from "../../src/record/ask/story.ts";
import { forget } from "../../src/record/forget.ts";
import { readLedger } from "../../src/record/ledger.ts";
import { link, withdrawLink } from "../../src/record/link.ts";
import { loadMigrations, migrate } from "../../src/record/migrate.ts";
import type { CaseRecord } from "../../src/record/open.ts";
import { madeByOthers } from "../../src/record/story-maker.ts";
import { verify } from "../../src/record/verify.ts";
import { write } from "../../src/record/write.ts";
import { placeDocument, remadeBy, settleStories, settling } from "../../src/settle.ts";
import { bare, got, incoming, madeCase, madeFolder, now, opened } from "./made.ts";

/** Topics of made-up reports: words that only their reports have. */
const topics = [
  "ferry passengers engine-room fire Velm harbour coastguard survivors",
  "budget parliament pensions Tarn opposition vote amendment deficit",
  "dam flood Orsk valley villages evacuated spillway engineers",
  "tournament final Drava goalkeeper penalty stadium supporters coach",
  "vaccine trial Lenhart laboratory patients dosage regulator approval",
].map((line) => line.split(" "));
const fillers = "officials people city week morning report country later several according north region".split(" ");

interface Report {
  readonly name: string;
  readonly text: string;
  readonly day: string | null;
}

/** Names that every report of one crisis has. */
const crisis = "Lurenia, Tarvonia, Ilvesh, Kesrin, Tolvane, Veshkar, Brackholt, Kolsund, Sukhovar and Dorn: ".repeat(2);

/** Reports of the topics; which words of its topic each has is drawn. `about` stands in all of them. */
function madeReports(random: () => number, count: number, about = ""): readonly Report[] {
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)]!;
  return Array.from({ length: count }, (_, at) => {
    const topic = Math.floor(random() * topics.length);
    const words = Array.from({ length: 40 }, () => (random() < 0.45 ? pick(topics[topic]!) : pick(fillers)));
    const day = random() < 0.2 ? null : `2031-05-0${1 + Math.floor(random() * 5)}`;
    return { name: `x${at}`, text: `${about}${words.join(" ")}. Report ${at}.`, day };
  });
}

function reading({ name, text, day }: Report): AnnotatedDocument {
  const empty = bare(name, text);
  return {
    ...empty,
    meta: { ...empty.meta, published: day, publishedBy: day ? "given" : null, publishedRange: day ? [day, day] : null },
    sentences: [[0, text.length]],
    blocks: [{ start: 0, end: text.length, kind: "paragraph", furniture: null }],
  };
}

/** Writes a report without putting it into a story, as a program does that is ended between the two. */
const written = (record: CaseRecord, report: Report): string =>
  got(write(record, incoming(report.name, report.text), reading(report), now)).document;

function added(record: CaseRecord, report: Report): string {
  const document = written(record, report);
  got(placeDocument(record, storyMaker(), document, reading(report)));
  return document;
}

const settled = (record: CaseRecord): void => void got(settleStories(record, storyMaker()));

/** The stories as sets of the names that the input gave, in an order of their own. */
const storiesOf = async (record: CaseRecord): Promise<readonly string[]> =>
  (await askStories(record)).map((row) => row.documents.toSorted().join(" ")).sort();

async function faultsOf(record: CaseRecord): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const finding of verify(record, () => {}, remadeBy(storyMaker())))
    found.push(`${finding.where}: ${finding.fault}`);
  return found;
}

const shuffled = <Item>(items: readonly Item[], random: () => number): readonly Item[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

const ferry = (name: string, rest = "", day: string | null = "2031-05-02"): Report => ({
  name,
  text: `A ferry with 140 passengers sank off Port Velm after a fire in its engine room, and the coastguard of Velm picked up survivors. ${rest}`,
  day,
});
const ferryToo = (name: string, day: string | null = "2031-05-03"): Report => ({
  name,
  text: "Survivors of the ferry that sank off Port Velm were brought to the harbour by the coastguard. The fire broke out in the engine room of the ferry, passengers said.",
  day,
});
const budget = (name: string): Report => ({
  name,
  text: "Parliament passed the budget after a debate on pensions. The opposition voted against it and called for an early election.",
  day: "2031-05-03",
});

/** The stories of `reports` that came in three orders, each settled at the end and after this share of the reports. */
async function inThreeOrders(
  reports: ReturnType<typeof madeReports>,
  random: ReturnType<typeof randomFrom>,
  settledAfter: number,
): Promise<readonly (readonly string[])[]> {
  const sets: (readonly string[])[] = [];
  for (let order = 0; order < 3; order++) {
    const record = madeCase();
    for (const report of shuffled(reports, random)) {
      added(record, report);
      if (random() < settledAfter) settled(record);
    }
    settled(record);
    sets.push(await storiesOf(record));
    expect(await faultsOf(record)).toEqual([]);
  }
  return sets;
}

test("the same stories after settling, in whatever order and in how many runs the documents came", async () => {
  const random = randomFrom(Number(process.env.SEED ?? 11));
  for (let round = 0; round < 3; round++) {
    const reports = madeReports(random, 24);
    const sets = await inThreeOrders(reports, random, 0.2);
    expect(sets[1]).toEqual(sets[0]);
    expect(sets[2]).toEqual(sets[0]);
    // Words of one topic are found to be one story, and those of another are not.
    expect(sets[0]!.length).toBeGreaterThan(1);
    expect(sets[0]!.length).toBeLessThan(24);
  }
});

test("the same stories of one crisis, in whatever order and in how many runs its reports came", async () => {
  const random = randomFrom(Number(process.env.SEED ?? 13));
  const reports = madeReports(random, 40, crisis);
  const sets = await inThreeOrders(reports, random, 0.15);
  expect(sets[1]).toEqual(sets[0]);
  expect(sets[2]).toEqual(sets[0]);
  expect(sets[0]!.length).toBeGreaterThan(1);
  expect(Math.max(...sets[0]!.map((story) => story.split(" ").length))).toBeGreaterThan(5);
});

test("what was written and not put into a story is found by the next settling", async () => {
  const record = madeCase();
  written(record, ferry("x1"));
  written(record, ferryToo("x2"));
  expect(await storiesOf(record)).toEqual([]);
  settled(record);
  expect(await storiesOf(record)).toEqual(["x1 x2"]);
  written(record, budget("x3"));
  written(record, { ...ferryToo("x1"), text: `${ferryToo("x1").text} Updated.` });
  settled(record);
  expect(await storiesOf(record)).toEqual(["x1 x2", "x3"]);
  expect(await faultsOf(record)).toEqual([]);
});

test("a document that comes late joins its story, and the story keeps its name", async () => {
  const record = madeCase();
  added(record, ferry("x1"));
  added(record, budget("x2"));
  settled(record);
  const [before] = await askStory(record, { story: "x1" });
  added(record, ferryToo("x3", "2031-05-01"));
  settled(record);
  const [after] = await askStory(record, { story: "x1" });
  expect(after?.story).toBe(before?.story);
  expect(after?.documents).toEqual(["x3", "x1"]);
  expect(after?.told.map((one) => one.reason)).toEqual([
    "the story began with it",
    expect.stringMatching(/^like d3 in .*ferry.*; 1 day apart$/),
  ]);
});

test("a new version that tells of another thing leaves the story", async () => {
  const record = madeCase();
  for (const report of [ferry("x1"), ferryToo("x2"), budget("x3")]) added(record, report);
  settled(record);
  expect(await storiesOf(record)).toEqual(["x1 x2", "x3"]);
  const old = (await askStory(record, { story: "x2" }))[0]!.story;
  added(record, { ...budget("x2"), text: `${budget("x2").text} Updated.` });
  settled(record);
  expect(await storiesOf(record)).toEqual(["x1", "x2 x3"]);
  expect((await askStory(record, { story: old }))[0]?.documents).toEqual(["x1"]);
  expect(await faultsOf(record)).toEqual([]);
});

describe("analysts' links", () => {
  const linked = async (apart: boolean, one: Report, other: Report) => {
    const record = madeCase();
    added(record, one);
    added(record, other);
    settled(record);
    const made = got(
      link(record, { kind: "story", from: "1.document", to: "2.document", apart, reason: "seen by me", at: now }),
    );
    settled(record);
    const during = await storiesOf(record);
    const reasons = (await askStory(record, { story: "x2" }))[0]!.told.map((told) => told.reason);
    got(withdrawLink(record, made.id, now));
    settled(record);
    expect(await faultsOf(record)).toEqual([]);
    return { during, reasons, after: await storiesOf(record) };
  };
  test("join what is not alike, until they are withdrawn", async () => {
    const { during, reasons, after } = await linked(false, ferry("x1"), budget("x2"));
    expect(during).toEqual(["x1 x2"]);
    expect(reasons[1]).toBe("joined by link l1: seen by me");
    expect(after).toEqual(["x1", "x2"]);
  });
  test("part what is alike, until they are withdrawn", async () => {
    const { during, after } = await linked(true, ferry("x1"), ferryToo("x2"));
    expect(during).toEqual(["x1", "x2"]);
    expect(after).toEqual(["x1 x2"]);
  });
});

test("two stories that a later document shows to be one: the other name answers too", async () => {
  const record = madeCase();
  added(record, ferry("x1"));
  added(record, budget("x2"));
  settled(record);
  const [one, other] = [
    (await askStory(record, { story: "x1" }))[0]!.story,
    (await askStory(record, { story: "x2" }))[0]!.story,
  ];
  got(link(record, { kind: "story", from: "1.document", to: "2.document", reason: "one thing", at: now }));
  settled(record);
  const [joined] = await askStory(record, { story: other });
  expect(joined).toMatchObject({ story: one, documents: ["x1", "x2"], joined: [other] });
});

test("what is forgotten is in no story, in no reason and in no ledger", async () => {
  const record = madeCase();
  for (const report of [ferry("x1"), ferryToo("x2"), budget("x3")]) added(record, report);
  settled(record);
  const story = (await askStory(record, { story: "x2" }))[0]!.story;
  expect(readLedger(record, story)).not.toBeNull();
  got(forget(record, "d1", "asked for", now));
  expect(readLedger(record, story)).toBeNull();
  expect(JSON.stringify(await askStory(record, { story: "x2" }))).not.toMatch(/\bd1\b/);
  got(forget(record, "d3", "asked for", now));
  settled(record);
  expect(await storiesOf(record)).toEqual(["x2"]);
  expect(readLedger(record, story)).not.toBeNull();
  expect(await faultsOf(record)).toEqual([]);
  const left = record.sqlite.prepare("SELECT count(*) AS n FROM story_term WHERE document <> 2").get();
  expect(Number(left?.n)).toBe(0);
});

test("near-copies are one story, and say so", async () => {
  const record = madeCase();
  added(record, ferry("x1"));
  added(record, ferry("x2", "", "2031-05-03"));
  settled(record);
  const [story] = await askStory(record, { story: "x1" });
  expect(story?.told[1]).toMatchObject({
    reason: "near-copy of d1, 1.00 of the words are the same",
    likeness: 1,
    copies: [{ document: "d1", share: 1 }],
  });
});

describe("asked as of a day", () => {
  test("a story holds what could be seen then", async () => {
    const record = madeCase();
    for (const report of [ferry("x1"), ferryToo("x2"), budget("x3")]) added(record, report);
    settled(record);
    expect((await askStories(record, { asOf: "2031-05-02" })).map((row) => row.documents)).toEqual([["x1"]]);
    expect((await askStory(record, { story: "x1", asOf: "2031-05-02" }))[0]).toMatchObject({
      documents: ["x1"],
      last: "2031-05-02",
      state: "ongoing",
    });
    expect((await askStories(record, { least: 2 })).map((row) => row.documents)).toEqual([["x1", "x2"]]);
  });
});

test("verify tells of what was changed", async () => {
  const record = madeCase();
  for (const report of [ferry("x1"), ferryToo("x2")]) added(record, report);
  settled(record);
  record.sqlite.exec("UPDATE story_term SET weight = 0.5 WHERE document = 1");
  record.sqlite.exec("UPDATE story_profile SET profile = '{}' WHERE document = 2");
  record.sqlite.exec(`UPDATE story SET ledger = '{"claims":[]}'`);
  record.sqlite.exec("UPDATE story_pair SET score = 0 WHERE document = 1");
  const faults = await faultsOf(record);
  expect(faults).toContain("document d1: it is not found by its terms");
  expect(faults).toContain("story t1: its ledger is not what its documents say");
  expect(faults).toContain("document d1: its likeness to another document is not told from both sides");
  expect(faults.some((fault) => fault.startsWith("document d2:"))).toBe(true);
});

test("a case of an older version is filled by the next settling", async () => {
  const path = join(madeFolder(), "case.standoff");
  const record = madeCase(path);
  for (const report of [ferry("x1"), ferryToo("x2")]) written(record, report);
  record.close();
  const sqlite = new DatabaseSync(path);
  const made = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND (name LIKE 'story%' OR name LIKE 'ledger%')")
    .all();
  sqlite.exec("PRAGMA foreign_keys = OFF");
  for (const { name } of made) sqlite.exec(`DROP TABLE ${String(name)}`);
  sqlite.exec("DROP TRIGGER link_is_only_withdrawn; ALTER TABLE link DROP COLUMN apart");
  sqlite.exec(
    "CREATE TRIGGER link_is_only_withdrawn BEFORE UPDATE ON link BEGIN SELECT 1; END; PRAGMA user_version = 5",
  );
  expect(migrate(sqlite)).toBe(loadMigrations().length - 5);
  sqlite.close();
  const again = await opened(path);
  expect(await storiesOf(again)).toEqual([]);
  settled(again);
  expect(await storiesOf(again)).toEqual(["x1 x2"]);
  expect(await faultsOf(again)).toEqual([]);
});

describe("what another version made", () => {
  const older = { ...storyMaker(), identity: "0.1.0 of-long-ago" };
  const asOlder = async (): Promise<CaseRecord> => {
    const record = madeCase();
    for (const report of [ferry("a"), ferryToo("b"), budget("c")]) added(record, report);
    got(settleStories(record, older));
    return record;
  };

  test("is no damage: verify tells it apart", async () => {
    const record = await asOlder();
    record.sqlite.exec(`UPDATE story SET ledger = '{"claims":[],"relations":[],"happenings":[],"figures":[],"old":1}'`);
    expect(await faultsOf(record)).toEqual([]);
    expect(madeByOthers(record, storyMaker().identity)).toEqual({
      stories: 2,
      documents: 3,
      versions: ["0.1.0"],
    });
  });

  test("a ledger of this version that is another one now is damage still", async () => {
    const record = await asOlder();
    settled(record);
    record.sqlite.exec(`UPDATE story SET ledger = '{"claims":[],"relations":[],"happenings":[],"figures":[],"old":1}'`);
    expect(await faultsOf(record)).toEqual([
      "story t1: its ledger is not what its documents say",
      "story t2: its ledger is not what its documents say",
    ]);
  });

  test("is made anew when stories are next settled, and the stories keep their names", async () => {
    const record = await asOlder();
    const before = await storiesOf(record);
    settled(record);
    expect(await storiesOf(record)).toEqual(before);
    expect(madeByOthers(record, storyMaker().identity)).toEqual({ stories: 0, documents: 0, versions: [] });
    expect(await faultsOf(record)).toEqual([]);
    const makers = record.sqlite.prepare("SELECT DISTINCT maker FROM story").all();
    expect(makers.map(({ maker }) => maker)).toEqual([storyMaker().identity]);
  });

  test("a stop in between loses nothing: what was dropped is found by the next call", async () => {
    const record = await asOlder();
    const steps = settling(record, storyMaker());
    steps.next();
    expect(await faultsOf(record)).toEqual([]);
    settled(record);
    expect(await faultsOf(record)).toEqual([]);
    expect((await storiesOf(record)).length).toBe(2);
  });
});
