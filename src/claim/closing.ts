import type { CueRow } from "../model/lexicon.ts";
import type { Draft } from "./clause.ts";
import { conjunctions, determiners } from "./closed.ts";
import { skipTimes, trimmed, wordsEnd } from "./content.ts";
import { type CueIndex, isAdverb } from "./cue.ts";
import { draftOf, isSpeaker, opensSpeaker } from "./form.ts";
import type { Reading } from "./reading.ts";
import { hasVerb } from "./role.ts";
import { phraseEnd } from "./source.ts";
import { isAuxiliary, isName, isWord, type Range, type Sentence } from "./word.ts";

/** Verbs of the voice, of counting and of answering that tell what stands before them, by their bare forms' beginnings. */
const quotative =
  /^(?:thunder|boast|brag|moan|groan|cr(?:y|ied|ies)|shout|scream|snap|swear|swore|vow|fum|rag(?:e|es|ed)$|jeer|scoff|mock|gloat|whin|weep|wept|sob|plead|beg|charge|alleg|reveal|disclos|report|reckon|count(?:s|ed)?$|maintain|testif|hold|held|declar|relat|recall|whisper|mutter|murmur|bark|growl|roar|hiss|crow|lament|grumbl|grip|jok|quip|tweet|insist|claim|assur|remember|regret|boom|sneer|laugh|sigh|warn|stress|repeat|reply|repli|answer|promis|announc|confirm|den(?:y|ies|ied)|complain|conced|admit|explain|contend|argu|assert|not(?:e|es|ed)$|observ|write|wrote|sa(?:y|ys|id)$|add|protest|object|estimat|conclud|demand|threaten)/;
const answering = /^(?:hit|hits|shot|shoots|shoot|fired|fires|fire|snapped|snaps|snap|wrote|writes)$/;
const row: CueRow = { cue: "say", form: "verb", kind: "say", stance: "asserts", frames: [] };
/** "No such call reached us, | runs the firm's answer." */
const running = /^(?:runs|ran|goes|went|reads|read)$/;
const answers = /^(?:answer|reply|response|version|message|line|statement|explanation|verdict|slogan|report|account)$/;

/** Of several rows with a verb's form, the first that can follow a clause. */
const rowBehind = ({ entries }: CueIndex, word: string): CueRow =>
  (entries.get(word) ?? []).find(
    ({ row: one, rest }) =>
      one.form === "verb" &&
      rest.length === 0 &&
      (one.frames.length === 0 || one.frames.includes("that") || one.frames.includes("quote")) &&
      one.kind !== "want" &&
      one.kind !== "believe",
  )?.row ?? row;

const withoutComma = ({ words }: Reading, [from, to]: Range): Range => [
  from,
  words.lower[to - 1] === "," ? to - 1 : to,
];

const longestSource = 18;
const longestTail = 9;

/** Does a finite verb stand at `at`, or a word that the language core takes for a plural and that stands last? */
const isFinite = ({ words }: Reading, at: number, end: number): boolean =>
  /^VB[DZPN]$/.test(words.xpos[at]!) || (words.xpos[at] === "NNS" && skipsToEnd(words.lower, at + 1, end));

const skipsToEnd = (lower: readonly string[], at: number, end: number): boolean =>
  at >= end || (at + 1 >= end && /^(?:back|out|again|on|too|clear)$/.test(lower[at]!));

/** Where the clause that is said begins: behind the last semicolon, or the colon whose words before it are a clause. */
function clauseFrom(reading: Reading, sentence: Sentence, comma: number): number {
  const { words, quoteOf } = reading;
  for (let at = comma - 1; at > sentence.from; at--)
    if (quoteOf[at]! < 0 && (words.lower[at] === ";" || (words.lower[at] === ":" && hasVerb(reading, [at + 1, comma]))))
      return at + 1;
  return sentence.from;
}

const opensAside =
  /^(?:as|when|while|after|before|since|if|although|though|because|asked|speaking|despite|whereas|until|unless|where)$/;

/** What is said before `comma`; null where that only opens the sentence. */
function saidBefore(reading: Reading, sentence: Sentence, comma: number): Range | null {
  const { words, quoteOf } = reading;
  const from = clauseFrom(reading, sentence, comma);
  // "However" is the report's own word.
  const content = trimmed(reading, [/^(?:however|meanwhile|still)$/.test(words.lower[from]!) ? from + 1 : from, comma]);
  if (!content || content[1] - content[0] < 3 || quoteOf[content[0]]! >= 0) return null;
  const opener = words.lower[content[0]]!;
  if (opensAside.test(opener) && !(opener === "as" && words.lower[content[0] + 1] === "for")) return null;
  if (words.time[content[0]] === 1 && !hasVerb(reading, content)) return null;
  return isClause(reading, content) ? content : null;
}

/** Has the range a finite verb of its own? */
function isClause(reading: Reading, [from, to]: Range): boolean {
  for (let at = from; at < to; at++) if (/^(?:VB[DZP]|MD)$/.test(reading.words.xpos[at]!)) return true;
  return hasVerb(reading, [from, to]);
}

/** Verbs that nothing but somebody does. */
const surely = /^(?:told|tells|sa(?:id|ys?)|insist(?:s|ed)|claim(?:s|ed))$/;

/** "Lawmaker Rik Lund", "head nurse Lia Brun": a role before a name. */
function opensRole({ words }: Reading, at: number): boolean {
  for (let next = at; next < at + 4; next++) {
    if (isName(words, next)) return next > at;
    if (!/^(?:NNP?|JJ)$/.test(words.xpos[next] ?? "")) return false;
  }
  return false;
}

/** The verb of "the ministry in Olm | made clear", "a seller who has her stall there | told this paper"; null where none closes the sentence. */
function closingVerb(
  reading: Reading,
  start: number,
  end: number,
): { readonly group: Range; readonly row: CueRow } | null {
  const { words, index } = reading;
  let relative = false;
  for (let at = start + 1; at < Math.min(end, start + longestSource); at++) {
    const word = words.lower[at]!;
    if (/^(?:who|that|which)$/.test(word)) {
      if (!determiners.has(words.lower[start]!) && !isName(words, start)) return null;
      relative = true;
    }
    if (word === "," && !relative) {
      // "The ambassador, Petrov, | moans".
      const close = words.lower.indexOf(",", at + 1);
      if (close < 0 || close - at > longestTail || close >= end || hasVerb(reading, [at + 1, close])) return null;
      at = close;
      continue;
    }
    if (!isWord(word) && !/^['’,-]s?$/.test(word)) return null;
    if (isName(words, at) || !isFinite(reading, at, end) || (relative && words.xpos[at] === "NNS")) {
      if (isAuxiliary(word) && !relative) return null;
      continue;
    }
    if (word === "told" || word === "tells") {
      const told = phraseEnd(reading, at + 1, end, false);
      return skipTimes(reading, told, end) >= end ? { group: [at, at + 1], row: rowBehind(index, word) } : null;
    }
    if (word === "made" && words.lower[at + 1] === "clear" && at + 2 === end) return { group: [at, end], row };
    const tail = skipTimes(reading, at + 1, end);
    const back = answering.test(word) && words.lower[at + 1] === "back" && at + 2 >= end;
    if (back) return { group: [at, at + 2], row };
    if (tail >= end && quotative.test(word)) return { group: [at, at + 1], row: rowBehind(index, word) };
    if (!relative) return null;
  }
  return null;
}

/** "…, | thunders President Koll, who is flying home." */
function invertedAt(
  reading: Reading,
  comma: number,
  end: number,
): { readonly group: Range; readonly source: Range } | null {
  const { words } = reading;
  const at = comma + 1;
  const word = words.lower[at]!;
  if (/^VB[GN]?$/.test(words.xpos[at]!) && word !== "say") return null;
  const isRunning = running.test(word);
  if (!(isRunning || (quotative.test(word) && /(?:s|ed|said|say|swore|wept|wrote)$/.test(word))) || at + 1 >= end)
    return null;
  if (!opensSpeaker(reading, at + 1)) return null;
  const stop = phraseEnd(reading, at + 1, end, true);
  if (stop <= at + 1) return null;
  const isClosed =
    stop >= end ||
    words.lower[stop] === "," ||
    /^(?:who|of|in|from|at|on)$/.test(words.lower[stop]!) ||
    words.time[stop] === 1;
  if (!isClosed) return null;
  if (isRunning) return answers.test(words.lower[stop - 1]!) ? { group: [at, at + 1], source: [at + 1, stop] } : null;
  return isSpeaker(reading, [at + 1, stop]) ? { group: [at, at + 1], source: [at + 1, stop] } : null;
}

/**
 * "Not one boat left, | the ministry in Olm made clear", "As for the bridge, it holds, | Doka claims", "It was stolen, | thunders the mayor": who says it
 * stands behind what is said, and closes the sentence or the part before a semicolon.
 */
export function closingDraft(reading: Reading, sentence: Sentence): Draft | null {
  const { words, quoteOf } = reading;
  const last = wordsEnd(reading, sentence);
  for (let end = last; end > sentence.from + 4; end--) {
    if (end !== last && (words.lower[end] !== ";" || quoteOf[end]! >= 0)) continue;
    for (let comma = end - 2; comma > sentence.from + 2 && end - comma < longestSource + longestTail; comma--) {
      if (words.lower[comma] !== "," || quoteOf[comma]! >= 0) continue;
      const inverted = invertedAt(reading, comma, end);
      const opens =
        !conjunctions.has(words.lower[comma + 1]!) &&
        !isAdverb(words.lower[comma + 1]!) &&
        (opensSpeaker(reading, comma + 1) || opensRole(reading, comma + 1));
      const closing = !inverted && opens ? closingVerb(reading, comma + 1, end) : null;
      const source: Range | null =
        inverted?.source ?? (closing && withoutComma(reading, [comma + 1, closing.group[0]]));
      if (!source) continue;
      if (!isSpeaker(reading, source) && !(closing && surely.test(words.lower[closing.group[0]]!))) continue;
      const content = saidBefore(reading, sentence, comma);
      if (!content) continue;
      const group = inverted?.group ?? closing!.group;
      return draftOf(sentence, {
        row: closing?.row ?? rowBehind(reading.index, words.lower[group[0]]!),
        group,
        head: group[0],
        source,
        contents: [content],
      });
    }
  }
  return null;
}
