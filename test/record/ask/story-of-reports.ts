import { id } from "../../../src/model/id.ts";
import type { Ledger, Origins } from "../../../src/model/ledger.ts";
import { keepLedger } from "../../../src/record/ledger.ts";
import type { CaseRecord } from "../../../src/record/open.ts";
import { newStory, putInStory } from "../../../src/record/story.ts";
import { storyMakerIdentity } from "../../../src/story-maker.ts";
import { reports } from "./reports.ts";

const [first, second, third] = [id<"document">("d1"), id<"document">("d2"), id<"document">("d3")];
const spanOf = (at: number, words: string): readonly [number, number] => {
  const start = reports[at]!.text.indexOf(words);
  return [start, start + words.length];
};
const one: Origins = {
  established: 1,
  unknown: 0,
  atMost: 1,
  origins: [
    {
      name: "Jana Lukavenka, statement",
      kind: "statement",
      established: true,
      documents: [first],
      chain: ["Norland Post", "Jana Lukavenka"],
      reason: "one statement, told in 1 report",
    },
  ],
};
const minister = { name: "Jana Lukavenka", kind: "person", country: "EM", public: true } as const;
const cross = { name: "Red Cross of Norland", kind: "organization", country: "NL", public: true } as const;

/** What the first three of `reports` say together: a claim told twice, its denial, a drill that two of them tell, a number. */
export const ledger: Ledger = {
  claims: [
    {
      id: "c1",
      holder: minister,
      kind: "accuse",
      stance: "asserts",
      places: [
        {
          document: first,
          attribution: id("s1"),
          spans: [spanOf(0, "that Norland moved 300 tanks to Kyrovar")],
          reason: "first",
        },
        {
          document: second,
          attribution: id("s1"),
          spans: [spanOf(1, "that Norland would regret it")],
          reason: "same holder",
        },
      ],
      origins: one,
    },
    {
      id: "c2",
      holder: cross,
      kind: "deny",
      stance: "denies",
      places: [{ document: third, attribution: id("s1"), spans: [spanOf(2, "No shell was fired")], reason: "first" }],
      origins: { established: 0, unknown: 1, atMost: 1, origins: [] },
    },
  ],
  relations: [{ kind: "denies", from: "c2", to: "c1", slot: "what", reason: "says that it is not so" }],
  happenings: [
    {
      id: "h1",
      type: "MOBILIZE",
      actors: ["Norland"],
      recipients: [],
      place: "Kyrovar",
      date: { start: "2031-04-27", end: "2031-04-27", by: "day before" },
      places: [
        { document: first, event: id("e1"), realis: "happened", factuality: "probable+", claim: "c1", reason: "first" },
        {
          document: second,
          event: id("e1"),
          realis: "planned",
          factuality: "certain+",
          claim: null,
          reason: "same actor",
        },
      ],
      conflicts: [{ slot: "place", value: "Kyrovar", holders: ["Jana Lukavenka"], documents: [first] }],
    },
  ],
  figures: [
    {
      happening: "h1",
      of: "deployed",
      unit: "tank",
      points: [
        {
          document: first,
          quantity: id("q1"),
          holder: minister,
          claim: "c1",
          day: "2031-05-02",
          value: 300,
          low: 300,
          high: 300,
          bound: "exact",
          supersededBy: null,
        },
      ],
    },
  ],
};

/** Puts the first three of `reports` into a story of its own, "t1", with its ledger; they must be the first documents of the case. */
export function keepStoryOfReports(record: CaseRecord, kept: Ledger = ledger): void {
  const prepare = (sql: string) => record.sqlite.prepare(sql);
  const story = newStory(prepare, null);
  for (const document of [1, 2, 3])
    putInStory(prepare, { document, story, likeness: document === 1 ? null : 0.8, reason: "like d1 in Norland" }, true);
  keepLedger(record, story, kept, storyMakerIdentity());
}
