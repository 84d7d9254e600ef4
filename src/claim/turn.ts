import type { Draft } from "./clause.ts";
import type { Reading } from "./reading.ts";
import { isName, isWord, type Range, type Sentence } from "./word.ts";

/** The longest name beside a mark, in tokens. */
const longestName = 12;

const dash = /^(?:―|—|–|--|-)$/;

/** The mark between a speaker and words, as a row of the lexicon. */
const markRow = (cue: string) => ({ cue, form: "phrase", kind: "say", stance: "asserts", frames: [] }) as const;

const draftOf = (sentence: Sentence, cue: Range, cueWord: string, source: Range, content: Range): Draft => ({
  hit: { row: markRow(cueWord), form: "phrase", group: cue, head: cue[0], negated: false, loose: false },
  sentence,
  source: { range: source, core: source },
  subject: null,
  contents: [content],
  relay: null,
  inherited: false,
  parenthetical: content[0] < cue[0],
  awaits: false,
});

/** The end of a name that begins at `from` and takes up the rest of the line but for an account and a day ("— Ilsa Marn (@marn) May 3"); -1 where there is none. */
function lineNameEnd({ words }: Reading, from: number, to: number): number {
  let end = from;
  while (
    end < to &&
    end - from < longestName &&
    (isName(words, end) || /^(?:de|al|el|van|von|bin|of|the|\.)$/.test(words.lower[end]!))
  )
    end++;
  if (end === from || !isName(words, from)) return -1;
  let rest = end;
  if (words.lower[rest] === "(") while (rest < to && words.lower[rest - 1] !== ")") rest++;
  while (rest < to && (words.time[rest] === 1 || !isWord(words.lower[rest]))) rest++;
  if (rest < to) return -1;
  while (end > from && words.lower[end - 1] === "." && end === to) end--;
  return end > from ? end : -1;
}

/** A quotation and, behind a dash, who said it: “We stay.” — Ilsa Marn. The dash is the cue, as in PolNeAR; null where the sentence ends otherwise. */
export function creditDraft(reading: Reading, sentence: Sentence): Draft | null {
  const { words, quotations, quoteOf } = reading;
  const { from, to } = sentence;
  for (let at = to - 2; at >= from && to - at < longestName + 8; at--) {
    if (!dash.test(words.lower[at]!)) continue;
    const quotation = at > 0 && quoteOf[at - 1]! >= 0 ? quotations[quoteOf[at - 1]!]! : null;
    if (!quotation || quotation.tokens[1] !== at || !quotation.closed || at - quotation.tokens[0] < 5) return null;
    const end = lineNameEnd(reading, at + 1, to);
    return end < 0 ? null : draftOf(sentence, [at, at + 1], "―", [at + 1, end], quotation.tokens);
  }
  return null;
}

/** A speaker's turn in an interview or a transcript: "MARN: We stay." The name is in capitals, or Q or A; the turn is its paragraph. Null where none begins. */
export function turnDraft(reading: Reading, sentence: Sentence): Draft | null {
  const { words, named } = reading;
  const block = named.blocks[sentence.block];
  if (!block || sentence.headline || words.starts[sentence.from] !== block.start) return null;
  const start = isWord(words.lower[sentence.from]) ? sentence.from : sentence.from + 1;
  let colon = start;
  while (colon < sentence.to && colon - start < 6 && words.lower[colon] !== ":") {
    const word = words.text.slice(words.starts[colon]!, words.ends[colon]!);
    if (!/^[\p{Lu}.'’-]+$/u.test(word)) return null;
    colon++;
  }
  if (words.lower[colon] !== ":" || colon === start) return null;
  if (colon + 2 >= sentence.to) return null;
  let end = sentence.to;
  while (end < words.count && words.starts[end]! < block.end) end++;
  return draftOf(sentence, [colon, colon + 1], ":", [start, colon], [colon + 1, end]);
}
