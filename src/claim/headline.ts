import type { Draft } from "./clause.ts";
import type { Reading } from "./reading.ts";
import { hasVerb } from "./role.ts";
import { isName, isWord, type Sentence } from "./word.ts";

/** Labels before a colon that name a kind of item and no speaker. */
const labels =
  /^(?:update|updates|updated|video|videos|photo|photos|watch|opinion|analysis|live|exclusive|explainer|more|breaking|listen|interview|editorial|review|factbox|timeline|correction|recap|report|poll|podcast|gallery|quiz|here|why|how|what|when|where|who|part|day|week|chapter)$/;

/** The longest name before the colon, in tokens. */
const longestName = 6;

/** "Minister: Border Will Stay Closed": in a title, a name before a colon says what follows it. Null where the sentence is none. */
export function headlineDraft(reading: Reading, sentence: Sentence): Draft | null {
  const { words, named } = reading;
  const kind = named.blocks[sentence.block]?.kind;
  if (!sentence.headline && kind !== "title" && kind !== "heading") return null;
  const { from, to } = sentence;
  let colon = from;
  while (colon < to && colon - from <= longestName && words.lower[colon] !== ":") colon++;
  if (words.lower[colon] !== ":" || colon === from || to - colon < 4) return null;
  for (let at = from; at < colon; at++) {
    if (labels.test(words.lower[at]!) || (!isName(words, at) && !/^(?:of|the|and|'s|'|-|\.)$/.test(words.lower[at]!)))
      return null;
    if (/^\d/.test(words.lower[at]!) || (!isWord(words.lower[at]) && at === from)) return null;
  }
  if (hasVerb(reading, [from, colon])) return null;
  const row = { cue: ":", form: "phrase", kind: "say", stance: "asserts", frames: [] } as const;
  const source = { range: [from, colon], core: [from, colon] } as const;
  return {
    hit: { row, form: "phrase", group: [colon, colon + 1], head: colon, negated: false, loose: false },
    sentence,
    source,
    subject: null,
    contents: [[colon + 1, /^[.]$/.test(words.lower[to - 1]!) ? to - 1 : to]],
    relay: null,
    inherited: false,
    parenthetical: false,
    awaits: false,
  };
}
