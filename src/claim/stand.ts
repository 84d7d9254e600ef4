import type { CueRow } from "../model/lexicon.ts";
import type { Draft } from "./clause.ts";
import { possessives } from "./closed.ts";
import { trimmed, wordsEnd } from "./content.ts";
import {
  amountEnd,
  auxiliariesBefore,
  draftOf,
  isSpeaker,
  numberLike,
  opensSpeaker,
  roles,
  subjectBefore,
} from "./form.ts";
import type { Reading } from "./reading.ts";
import { hasVerb } from "./role.ts";
import { isName, isWord, type Range, type Sentence } from "./word.ts";

const rowOf = (cue: string): CueRow => ({ cue, form: "verb", kind: "say", stance: "asserts", frames: ["np"] });

/** Verbs that with a preposition tell what somebody holds to: "stands by | its figure of ten". */
const stands: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    to: /^(?:sticks?|stuck|keeps?|kept|holds?|held|clings?|clung)$/,
    by: /^(?:stands?|stood|abides?)$/,
    with: /^(?:stays?|stayed|remains?|remained)$/,
    of: /^(?:speaks?|spoke|spoken|talks?|talked)$/,
  }),
);

/** What is stood by, but tells nothing. */
const bare =
  /^(?:it|this|that|them|its|his|her|their|the|a|an|version|word|words|account|story|figure|figures|statement|claim|claims|position|decision|line|plan|promise|rules?|law|schedule|course|side|report|reports|view|agreement|deal|truce|ceasefire|pact|ground|time|themselves|himself|herself|itself)$/;

const statement =
  /^(?:account|story|version|claim|charge|statement|word|line|view|figure|position|report|accusation|allegation|assertion|finding|theory)$/;

/** Where what is said begins behind `from`: behind "its account that", else there. */
function saidFrom({ words }: Reading, from: number, end: number): number {
  for (let at = from; at + 2 < end && at - from < 5; at++)
    if (statement.test(words.lower[at]!) && words.lower[at + 1] === "that") return at + 2;
  return from;
}

const verbAt = ({ words }: Reading, at: number): boolean => /^VB[DZPN]?$/.test(words.xpos[at]!);

const somewhere = ({ words }: Reading, [from, to]: Range): boolean => to - from < 4 && isName(words, to - 1);

/** "The army sticks to | ten", "The officials talk of | three that got through", "The government stands by its account that | nobody fired". */
function standDraft(reading: Reading, sentence: Sentence): Draft | null {
  const { words, quoteOf } = reading;
  const end = wordsEnd(reading, sentence);
  for (let at = sentence.from + 1; at + 2 < end; at++) {
    if (!stands.get(words.lower[at + 1]!)?.test(words.lower[at]!) || !verbAt(reading, at) || quoteOf[at]! >= 0)
      continue;
    const start = subjectBefore(reading, at, sentence);
    const from = start < 0 ? -1 : auxiliariesBefore(reading, at, start);
    if (start < 0 || !isSpeaker(reading, [start, from])) continue;
    const said = saidFrom(reading, at + 2, end);
    const stop = said > at + 2 ? clauseStop(reading, said, end) : amountEnd(reading, said, end);
    if (stop <= said) continue;
    const isBare = said === at + 2 && bare.test(words.lower[stop - 1]!) && stop - said < 5;
    const isTold = said > at + 2 || words.lower[at + 1] === "of" || numberIn(reading, [said, stop]);
    if (isBare || !isTold) continue;
    return draftOf(sentence, {
      row: rowOf(`${words.lemma[at] || words.lower[at]!} ${words.lower[at + 1]!}`),
      group: [from, at + 2],
      head: at,
      source: [start, from],
      contents: [[said, stop]],
    });
  }
  return null;
}

const numberIn = ({ words }: Reading, [from, to]: Range): boolean => {
  for (let at = from; at < to; at++) if (numberLike.test(words.lower[at]!) || words.xpos[at] === "CD") return true;
  return false;
};

/** Verbs of holding something true that are a cue before a clause alone. */
const holding = /^(?:holds?|held|regrets|regretted|swears|swore|fancies|gathers|established|establishes)$/;

/** "The ministry holds that | the cut was an answer." */
function holdDraft(reading: Reading, sentence: Sentence): Draft | null {
  const { words, quoteOf } = reading;
  const end = wordsEnd(reading, sentence);
  for (let at = sentence.from + 1; at + 3 < end; at++) {
    if (!holding.test(words.lower[at]!) || words.lower[at + 1] !== "that" || quoteOf[at]! >= 0) continue;
    const start = subjectBefore(reading, at, sentence);
    const from = start < 0 ? -1 : auxiliariesBefore(reading, at, start);
    if (start < 0 || !(isSpeaker(reading, [start, from]) || somewhere(reading, [start, from]))) continue;
    const stop = clauseStop(reading, at + 2, end);
    return draftOf(sentence, {
      row: rowOf("hold"),
      group: [from, at + 1],
      head: at,
      source: [start, from],
      contents: [[at + 2, stop]],
    });
  }
  return null;
}

/** The end of a clause that a semicolon closes. */
function clauseStop({ words }: Reading, from: number, end: number): number {
  for (let at = from; at < end; at++) if (words.lower[at] === ";") return at;
  return end;
}

const telling = /^(?:account|count|reckoning|tally|words|telling|admission|version)$/;

/** "By the staff's account | the lorries struck a mine", "Twenty men died, | by its own count": whose word it is stands in a phrase. */
function accountDraft(reading: Reading, sentence: Sentence): Draft | null {
  const { words, quoteOf } = reading;
  const end = wordsEnd(reading, sentence);
  for (let at = sentence.from + 2; at < end; at++) {
    if (!telling.test(words.lower[at]!) || quoteOf[at]! >= 0) continue;
    const from = ownerFrom(reading, at, sentence);
    // "Convinced by the firm's version".
    if (from < 0 || (from > sentence.from && /^(?:VB|JJ)/.test(words.xpos[from - 1]!))) continue;
    const own = words.lower[at - 1] === "own" ? at - 1 : at;
    const source: Range = [from + 1, words.lower[own - 1] === "'s" || words.lower[own - 1] === "'" ? own - 1 : own];
    const opens = from === sentence.from;
    const closes = at + 1 === end || /^[,;]$/.test(words.lower[at + 1]!);
    if (!opens && !closes) continue;
    const behind = words.lower[at + 1] === "," ? at + 2 : at + 1;
    const content = trimmed(
      reading,
      opens ? [behind, clauseStop(reading, behind, end)] : [clauseStart(reading, sentence.from, from), from],
    );
    if (!content || content[1] - content[0] < 3 || !hasVerb(reading, content)) continue;
    return draftOf(sentence, { row: rowOf("by account"), group: [own, at + 1], head: at, source, contents: [content] });
  }
  return null;
}

/** Where "by the staff's own", "in its" before the noun at `at` begins; -1 where nobody is named. */
function ownerFrom({ words }: Reading, at: number, sentence: Sentence): number {
  const own = words.lower[at - 1] === "own" ? at - 1 : at;
  const mark = words.lower[own - 1] ?? "";
  if (possessives.has(mark))
    return /^(?:by|in)$/.test(words.lower[own - 2] ?? "") && !/^(?:my|our|your)$/.test(mark) ? own - 2 : -1;
  if (mark !== "'s" && mark !== "'") return -1;
  for (let next = own - 2; next >= sentence.from && own - next < 9; next--) {
    if (!isWord(words.lower[next])) return -1;
    if (/^(?:by|in)$/.test(words.lower[next]!)) return next;
  }
  return -1;
}

/** Where the clause before `to` begins: behind the last semicolon. */
function clauseStart({ words }: Reading, from: number, to: number): number {
  for (let at = to - 1; at > from; at--) if (words.lower[at] === ";") return at + 1;
  return from;
}

/** The longest name before a colon, in tokens. */
const longestLabel = 6;

/** "The union: | eight weeks are missing." */
function labelDraft(reading: Reading, sentence: Sentence): Draft | null {
  const { words, quoteOf } = reading;
  const { from } = sentence;
  let colon = from + 1;
  while (colon < sentence.to && colon - from <= longestLabel && words.lower[colon] !== ":") {
    if (/^(?:for|with|about|over|on|against|by|to|from)$/.test(words.lower[colon]!)) return null;
    if (!(isWord(words.lower[colon]) || /^['’-]s?$/.test(words.lower[colon]!)) || verbAt(reading, colon)) return null;
    colon++;
  }
  const end = wordsEnd(reading, sentence);
  if (words.lower[colon] !== ":" || end - colon < 4 || quoteOf[from]! >= 0 || quoteOf[colon + 1]! >= 0) return null;
  if (!(opensSpeaker(reading, from) || roles.test(words.lower[from]!)) || !isSpeaker(reading, [from, colon]))
    return null;
  const row: CueRow = { cue: ":", form: "phrase", kind: "say", stance: "asserts", frames: [] };
  return draftOf(sentence, {
    row,
    group: [colon, colon + 1],
    head: colon,
    source: [from, colon],
    contents: [[colon + 1, end]],
  });
}

/** Statements that a sentence tells by what somebody stands by, holds, counts or is labelled with. */
export const standDrafts = (reading: Reading, sentence: Sentence): readonly Draft[] =>
  [standDraft, holdDraft, accountDraft, labelDraft].flatMap((form) => form(reading, sentence) ?? []);
