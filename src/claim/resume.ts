import type { Draft } from "./clause.ts";
import { skipTimes, trimmed, wordsEnd } from "./content.ts";
import { phrasesOfEvidence } from "./evidence.ts";
import type { Reading } from "./reading.ts";
import { phraseEnd } from "./source.ts";
import { isAuxiliary, isWord, type Range } from "./word.ts";

/** The longest clause that goes on behind the cue, in tokens. */
const longest = 60;

/** Does a finite verb, by its tag, stand in the range? */
const hasFinite = ({ words }: Reading, [from, to]: Range): boolean => {
  for (let at = from; at < to; at++) if (/^(?:VB[DZP]|MD)$/.test(words.xpos[at]!)) return true;
  return false;
};

/** Where unquoted words go on behind the speaker who stands amid them ("Nine are dead, the ministry said, | and two are missing"); null where they do not. */
function restOf(reading: Reading, { hit, source, contents, sentence, parenthetical }: Draft): Range | null {
  const { words, quoteOf, index } = reading;
  const content = contents[0];
  if (!parenthetical || !source || contents.length !== 1 || quoteOf[content![1] - 1]! >= 0) return null;
  const behind = Math.max(hit.group[1], source.range[1]);
  const end = wordsEnd(reading, sentence);
  const last = /^(?:tell|inform|assure)$/.test(hit.row.cue) ? phraseEnd(reading, behind, end, false) : behind;
  if (content![1] > Math.min(hit.group[0], source.range[0]) || !hasFinite(reading, content!)) return null;
  const mark = skipTimes(reading, last, end);
  const isJoined = words.lower[mark] === "," && /^(?:and|but)$/.test(words.lower[mark + 1] ?? "");
  if (!isJoined && words.lower[mark] !== ";") return null;
  const from = mark + (isJoined ? 2 : 1);
  const first = words.lower[from] ?? "";
  if (end - from < 3 || end - from > longest || !isWord(first) || isAuxiliary(first)) return null;
  // "…, he said, and left", "…, and he left": that tells what the speaker did.
  if (/^(?:he|she|they|we|i|it|then|later|also)$/.test(first) || index.verbs.has(first)) return null;
  if (words.xpos[from]!.startsWith("VB")) return null;
  for (let at = from; at < end; at++) if (quoteOf[at]! >= 0) return null;
  // "…; independent verification was not possible": that is the report's own.
  if (phrasesOfEvidence(reading, { ...sentence, from, to: end }).length > 0) return null;
  return hasFinite(reading, [from, end]) ? trimmed(reading, [isJoined ? mark + 1 : from, end]) : null;
}

/** Gives drafts whose speaker stands amid the words what follows behind him, where no other cue stands there. */
export function withRests<Given extends Draft>(reading: Reading, drafts: readonly Given[]): readonly Given[] {
  const isCue = new Uint8Array(reading.words.count);
  for (const { hit } of drafts) isCue[hit.head] = 1;
  return drafts.map((draft) => {
    const rest = restOf(reading, draft);
    return rest === null || isCue.subarray(rest[0], rest[1]).includes(1)
      ? draft
      : { ...draft, contents: [...draft.contents, rest] };
  });
}
