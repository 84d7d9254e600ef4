import type { MarkRow } from "../../model/lexicon.ts";
import type { MarkKind } from "../../model/mark.ts";
import { endOfPattern } from "../pattern.ts";
import type { Reading } from "../reading.ts";
import { isTagged } from "../tree.ts";
import type { Range, Sentence, Words } from "../word.ts";

/** Words of evidence where they stand. */
export interface PhraseOfEvidence {
  readonly kind: MarkKind;
  readonly polarity: MarkRow["polarity"];
  readonly range: Range;
}

const adjective = /^(?:alleged|supposed|suspected|presumed|purported|ostensible|putative)$/;
const courts = /^(?:court|trial|inquiry|tribunal|committee|hearing|jury|parliament|judge|commission)$/;
const vague =
  /^(?:unconfirmed|unverified|media|press|local|some|initial|early|several|other|news|numerous|various|multiple|first|conflicting|foreign|widespread|persistent|the|these|those|many|most|recent|preliminary|and|of|to|that|which|were|was)$/;

/** Does the word stand before the noun that it describes ("the alleged leader")? "Prosecutors alleged fraud" does not. */
function isAttributive({ label, upos, xpos, lower, ...tree }: Words, at: number): boolean {
  const next = lower[at + 1] ?? "";
  if (next === "to" || next === "that" || next === "by") return false;
  // "The prosecutor alleged fraud": a subject stands before a verb.
  if (/^(?:NOUN|PROPN)$/.test(upos[at - 1] ?? "") || /^(?:he|she|they|it|who|which|that|we)$/.test(lower[at - 1] ?? ""))
    return false;
  if (!isTagged({ label, upos, xpos, ...tree }, at))
    return /^(?:an?|the|his|her|its|their|of|for|by)$/.test(lower[at - 1] ?? "");
  return (
    label[at] === "amod" ||
    upos[at] === "ADJ" ||
    (xpos[at] === "VBN" && /^(?:an?|the|his|her|its|their)$/.test(lower[at - 1] ?? ""))
  );
}

const has = ({ lower }: Words, [from, to]: Range, wanted: RegExp): boolean => {
  for (let at = from; at < to; at++) if (wanted.test(lower[at]!)) return true;
  return false;
};

/** Is evidence that was not given evidence of another sense: testimony before a court, or what was put off? */
function isTestimony(words: Words, [from, to]: Range, end: number): boolean {
  if (words.lower[to - 1] !== "evidence" && !has(words, [from, to], /^(?:presented|given|heard|shown)$/)) return false;
  for (let at = from; at < end && at - to < 12; at++) {
    if (at > to && /^[,;:.]$/.test(words.lower[at]!)) return false;
    if (courts.test(words.lower[at]!) && has(words, [from, at], /^(?:at|in|to|before)$/)) return true;
    if (at >= to && /^(?:because|since|as)$/.test(words.lower[at]!)) return true;
  }
  return false;
}

/** Has a phrase of the lexicon its sense of evidence here? */
function isMeant(words: Words, { kind, range }: PhraseOfEvidence, sentence: Sentence): boolean {
  const [from, to] = range;
  const first = words.lower[from]!;
  const next = words.lower[to] ?? "";
  const before = words.lower[from - 1] ?? "";
  switch (kind) {
    case "alleged":
      return to - from > 1 || !adjective.test(first) || isAttributive(words, from);
    case "none-given":
      if (to - from === 1 && /^un|less$/.test(first) && words.lower[from - 1] === "not") return false;
      return !isTestimony(words, range, sentence.to);
    case "unverified":
      return !/^(?:account|user|profile|seller|caller)s?$/.test(next);
    case "reportedly":
      // "Is believed by the police to have" has a holder; "it is said that you cannot" is a saying.
      if (has(words, range, /^by$/) && first !== "by") return false;
      if (words.lower[to - 1] === "that" && /^(?:you|one|everyone|every)$/.test(next)) return false;
      if (first === "reports" && (words.upos[from] === "VERB" || /^(?:NOUN|PROPN)$/.test(words.upos[from - 1] ?? "")))
        return false;
      if (first === "according" && words.lower[to - 1] === "reports")
        for (let at = from + 2; at < to - 1; at++)
          if (!vague.test(words.lower[at]!) && words.upos[at] !== "ADJ") return false;
      return true;
    case "on-record":
      if (first === "on" && words.lower[from + 1] === "record")
        return (
          next !== "-" &&
          next !== "high" &&
          (/^(?:go|goes|went|gone|going|is|are|was|were|be|put|spoke|speaking|speak|say|said|saying)$/.test(before) ||
            /^(?:as|saying|for)$/.test(next))
        );
      if (first === "for" && words.lower[from + 1] === "the") return !/^[,“"]$/.test(next) || from - sentence.from > 1;
      // "Declined to speak on the record".
      for (let at = Math.max(sentence.from, from - 5); at < from; at++)
        if (/^(?:not|n't|never|declined|refused|unwilling|nobody|without)$/.test(words.lower[at]!)) return false;
      return true;
    default:
      return true;
  }
}

/** Phrases of the lexicon of evidence in one sentence, in text order; they do not overlap, and of those with one beginning the longest is kept. */
export function phrasesOfEvidence({ words, index }: Reading, sentence: Sentence): readonly PhraseOfEvidence[] {
  const { from, to } = sentence;
  const out: PhraseOfEvidence[] = [];
  for (let token = from; token < to; token++) {
    let best: PhraseOfEvidence | null = null;
    for (const pattern of index.marks.get(words.lower[token]!) ?? []) {
      const end = endOfPattern(words.lower, token, to, pattern);
      if (end <= token || (best && end <= best.range[1])) continue;
      const { kind, polarity } = pattern.row;
      const phrase: PhraseOfEvidence = { kind, polarity, range: [token, end] };
      if (isMeant(words, phrase, sentence)) best = phrase;
    }
    if (!best) continue;
    out.push(best);
    token = best.range[1] - 1;
  }
  return out;
}
