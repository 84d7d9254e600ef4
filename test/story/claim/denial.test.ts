import { describe, expect, test } from "vitest";
import { opposedShare } from "../../../src/story/claim/conflict/negation.ts";
import { mayDeny } from "../../../src/story/claim/deniable.ts";
import { denialForm } from "../../../src/story/claim/denial.ts";
import { pointedIn } from "../../../src/story/claim/pointed.ts";
import { readStory, type Telling } from "../../../src/story/claim/reading.ts";
import { takesBack } from "../../../src/story/claim/take-back.ts";
import { isCalledUntrue } from "../../../src/story/claim/untrue.ts";
import { inOrder } from "../../../src/story/order.ts";
import { toldOf } from "./render.ts";

const tellingsOf = (text: string): readonly Telling[] =>
  readStory(inOrder(toldOf(`## a | Harbour Post | 2024-03-04\n${text}`)), []).tellings;

/** The first telling of `text` whose words have `part`. */
function told(text: string, part = ""): Telling {
  const found = tellingsOf(text).find(({ words, speaker: { type } }) => type !== "publisher" && words.includes(part));
  if (!found) throw new Error(`no telling with ${part}`);
  return found;
}

test.each([
  ["There is no question that the bridge must be rebuilt,", null],
  ["No one doubts that the bridge must be rebuilt,", null],
  ["Needless to say, the bridge must be rebuilt,", null],
  ["Nobody denies that the bridge must be rebuilt,", null],
  ["There is no question of a ceasefire,", "negated"],
  ["The bridge was not rebuilt,", "negated"],
  ["The widows now have the pensions previously denied to them,", null],
  ["They filed false tax returns for the harbour,", null],
  ["The report on the bridge is inaccurate,", "explicit"],
  ["What the governor said is flat wrong,", "explicit"],
  ["The lawsuit is without merit,", "explicit"],
  ["Our position on the bridge has not changed,", "explicit"],
] as const)("%s is %s", (words, form) => {
  expect(denialForm(told(`"${words}" Admiral Joren Teck said.`))).toBe(form);
});

test.each([
  ["The ministry denied that the bridge was mined.", "explicit"],
  ["The ministry disputed that the bridge was mined.", "explicit"],
  ["The ministry did not dispute that the bridge was mined.", null],
] as const)("%s by its cue is %s", (text, form) => {
  expect(denialForm(told(text, "mined"))).toBe(form);
});

test.each([
  ["a bogus story", true],
  ["an outrageous distortion of my record", true],
  ["there was some miscommunication about the letter", true],
  ["the paper got it wrong", true],
  ["the account is misleading", true],
  ["he is accused of misleading the court", false],
  ["a false alarm", false],
  ["she took the wrong road", false],
] as const)("%s calls something untrue: %s", (words, is) => {
  expect(isCalledUntrue(words)).toBe(is);
});

test.each([
  ["I misspoke about my years at the front", true],
  ["he used the wrong words", true],
  ["the paper retracted its report on the ferry", true],
  ["she apologised for saying that the guards were drunk", true],
  ["the senator walked back his remarks on the border", true],
  ["he deleted the post", true],
  ["I take back what I said about the treaty", true],
  ["the ministry withdrew its statement on the ferry", true],
  ["he withdrew from the race", false],
  ["the army withdrew its troops from the town", false],
  ["they took back the town", false],
  ["she called on the paper to retract its report", false],
  ["he refused to withdraw his statement", false],
] as const)("%s takes words back: %s", (words, is) => {
  expect(takesBack({ words })).toBe(is);
});

/** What both say, and whether the one says not to be so what the other says to be so. */
const pair = (one: string, other: string): readonly [Telling, Telling] => {
  const [a, b] = tellingsOf(`Admiral Joren Teck said that ${one}.\n\nGovernor Ada Holm said that ${other}.`).filter(
    ({ speaker: { type } }) => type !== "publisher",
  );
  return [a!, b!];
};

test.each([
  ["he was not running for governor as a favour to the unions", "he was running for governor", false],
  ["he doubted whether the bridge was mined", "the bridge was mined", true],
  ["the guards kept a log that did not survive the fire", "the guards kept a log", false],
  ["he regretted a speech in which he said that he had served on the ferry", "he never served on the ferry", false],
  ["no shells were fired at the depot", "shells were fired at the depot", true],
])("“%s” against “%s”: %s", (one, other, is) => {
  expect(opposedShare(...pair(one, other)) > 0.34).toBe(is);
});

describe("who can deny what", () => {
  test.each([
    ["no mines were laid in the bay", "mines were laid in the bay", true],
    ["the navy does not have the means to clear all mines", "the harbour law forbids fishing", false],
  ])("“%s” against “%s”: %s", (one, other, is) => {
    expect(mayDeny(...pair(one, other))).toBe(is);
  });

  test("nobody denies his own words under a shorter name", () => {
    const [a, b] = tellingsOf(
      "Ada Holm said that no mines were laid in the bay.\n\nMs. Holm said that mines were laid in the bay.",
    ).filter(({ speaker: { type } }) => type !== "publisher");
    expect(mayDeny(a!, b!)).toBe(false);
  });
});

test.each([
  [
    "the claim of the holder that is named",
    "Governor Ada Holm said that the navy had mined the bay. The harbour union said that forty boats were idle. Admiral Joren Teck rejected the story of Ms. Holm.",
    "the navy had mined the bay",
  ],
  [
    "the last claim of another where nobody is named",
    'Governor Ada Holm said that the navy had mined the bay. "This is a lie," Admiral Joren Teck said.',
    "the navy had mined the bay",
  ],
])("a bare denial points at %s", (_, text, words) => {
  expect([...pointedIn(tellingsOf(text)).values()].map((one) => one.words)).toEqual([words]);
});
