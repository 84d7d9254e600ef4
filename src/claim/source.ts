import {
  conjunctions,
  determiners,
  nounPrepositions,
  possessives,
  prepositions,
  relatives,
  subjectPronouns,
  subordinators,
} from "./closed.ts";
import { isAdverb } from "./cue.ts";
import { closesQuote, opensQuote, type Reading } from "./reading.ts";
import { isAuxiliary, isName, isPossessive, isWord, type Range } from "./word.ts";

/** No noun phrase is followed further, so that a sentence of any length costs linear time. */
const longest = 60;

const isHyphen = ({ words }: Reading, at: number): boolean =>
  /^[-–/.]$/.test(words.lower[at] ?? "") &&
  words.starts[at] === words.ends[at - 1] &&
  words.ends[at] === words.starts[at + 1];

/** May the token be the last word of a noun phrase? */
export function isNounLike(reading: Reading, at: number): boolean {
  const { words, index } = reading;
  const word = words.lower[at];
  if (!isWord(word)) return word === ")" || (word === "'" && (words.lower[at - 1] ?? "").endsWith("s"));
  if (isPossessive(word)) return true;
  if (prepositions.has(word!) || conjunctions.has(word!) || isAuxiliary(word) || possessives.has(word!)) return false;
  if (subordinators.has(word!) || /^(?:the|a|an|to|not|n't)$/.test(word!)) return false;
  if (words.time[at] && !isPossessive(words.lower[at + 1])) return false;
  if (isName(words, at) || (!index.verbs.has(word!) && !isAdverb(word!))) return true;
  // "the two sides", "his walk": a verb's form behind a determiner or a number is a noun.
  return (
    index.verbs.has(word!) && determiners.has(words.lower[at - 1] ?? "") && !subjectPronouns.has(words.lower[at - 1]!)
  );
}

/** First token of the noun phrase that ends before `end`, not left of `from`; `end` itself where there is none. */
export function phraseStart(reading: Reading, end: number, from: number): number {
  const { words, index, quoteOf } = reading;
  const last = end - 1;
  if (last >= from && words.lower[last] === "who") return last;
  if (last < from || !isNounLike(reading, last)) return end;
  const inside = quoteOf[last];
  let start = last;
  if (subjectPronouns.has(words.lower[last]!) && !isName(words, last)) return last;
  if (words.lower[last] === ")") {
    while (start > from && last - start < 12 && words.lower[start] !== "(") start--;
    if (words.lower[start] !== "(" || start === from) return end;
    start--;
  }
  if (/^(?:he|she|it|they|we|i|you|who)$/.test(words.lower[start]!)) return start;
  for (let at = start - 1; at >= from && end - at < longest; at--) {
    const word = words.lower[at]!;
    if (quoteOf[at] !== inside) break;
    if (words.time[at] && !isPossessive(words.lower[at + 1]) && !words.time[at + 1]) break;
    if (isHyphen(reading, at)) {
      start = at;
      continue;
    }
    if (!isWord(word) && !isPossessive(word)) {
      if (word === "," && listsBefore(reading, at, start, end)) continue;
      if (word === ")" && at > from) {
        let open = at;
        while (open > from && at - open < 12 && words.lower[open] !== "(") open--;
        if (words.lower[open] !== "(") break;
        at = open;
        continue;
      }
      if (word === "." || word === "&") {
        if (words.ends[at - 1] === words.starts[at]) continue;
        if (word === "&") continue;
      }
      break;
    }
    if (/^(?:a|an|the)$/.test(word) || possessives.has(word)) {
      start = at;
      if (/^(?:of|for|at|in|from|by|with|and|to)$/.test(words.lower[at - 1] ?? "")) continue;
      if (/^(?:all|both|half)$/.test(words.lower[at - 1] ?? "")) start = at - 1;
      break;
    }
    if (/^(?:and|or)$/.test(word)) {
      const left = at > from ? phraseStart(reading, at, Math.max(from, at - longest)) : at;
      if (left < at && isParallel(reading, left, from)) start = listStart(reading, left, from);
      break;
    }
    if (nounPrepositions.has(word) || word === "by") {
      const before = words.lower[at - 1] ?? "";
      const part =
        word === "of" &&
        /^(?:one|some|many|several|most|all|none|both|few|any|each|half|neither|either|others)$/.test(before);
      if (!part && (at <= from || !isNounLike(reading, at - 1) || subjectPronouns.has(before))) {
        if (!(word === "by" && before.endsWith("ed") && isNounLike(reading, at - 2))) break;
      }
      continue;
    }
    if (prepositions.has(word) || subordinators.has(word) || conjunctions.has(word) || isAuxiliary(word)) break;
    if ((subjectPronouns.has(word) && !determiners.has(word)) || /^(?:some|any|every|no)thing$/.test(word)) break;
    if (!isName(words, at) && index.verbs.has(word) && !/(?:ed|ing|own|ten)$/.test(word)) break;
    if (word.endsWith("ing") && isAuxiliary(words.lower[at - 1])) break;
    if (isAdverb(word)) {
      if (!/^(?:the|a|an)$/.test(words.lower[at - 1] ?? "")) break;
    }
    if (
      /^\p{Ll}+ed$/u.test(word) &&
      index.verbs.has(word) &&
      isNounLike(reading, at - 1) &&
      words.lower[at + 1] !== "by"
    )
      break;
    start = at;
    if (
      determiners.has(word) &&
      !/^(?:of)$/.test(words.lower[at - 1] ?? "") &&
      !/^\d/.test(word) &&
      !/^(?:the|these|those|his|its|their)$/.test(words.lower[at - 1] ?? "")
    ) {
      if (!isName(words, at - 1)) break;
    }
  }
  return start;
}

/** Is the comma at `at` one of a list ("Estonia, Latvia and Lithuania")? */
function listsBefore(reading: Reading, at: number, start: number, end: number): boolean {
  const { words } = reading;
  if (!isName(words, start) || !isName(words, at - 1) || closesQuote(reading, at - 1)) return false;
  for (let next = start; next < end - 1 && next - start < 8; next++) {
    if (/^(?:and|or)$/.test(words.lower[next]!)) return true;
    if (words.lower[next] === ",") return true;
  }
  return false;
}

/** The beginning of a list of names of which the last but one begins at `start` ("Norland, Veska and Tolenia"). */
function listStart(reading: Reading, start: number, from: number): number {
  const { words } = reading;
  let first = start;
  for (let items = 0; items < 8; items++) {
    if (words.lower[first - 1] !== "," || first - 2 < from || !isName(words, first - 2) || words.time[first - 2] === 1)
      return first;
    const before = phraseStart(reading, first - 1, Math.max(from, first - 12));
    if (before >= first - 1 || !isParallel(reading, before, from)) return first;
    first = before;
  }
  return first;
}

/** Does a phrase that begins at `start` begin a clause, so that "A and B" is one subject? */
function isParallel(reading: Reading, start: number, from: number): boolean {
  if (start <= from) return true;
  const before = reading.words.lower[start - 1]!;
  return (
    before === "," ||
    before === "—" ||
    subordinators.has(before) ||
    closesQuote(reading, start - 1) ||
    opensQuote(reading, start - 1) ||
    conjunctions.has(before)
  );
}

/** A noun phrase that can be a source, with the part that names who it is. */
export interface SourcePhrase {
  readonly range: Range;
  /** The phrase without what hangs on it behind a comma. */
  readonly core: Range;
}

/** The subject to the left of a verb group that begins at `end`; null where there is none. An insertion between commas belongs to it. */
export function subjectLeftOf(reading: Reading, end: number, from: number): SourcePhrase | null {
  const { words } = reading;
  let last = end;
  last = skipTimesLeft(reading, last, from);
  if (last <= from) return null;
  if (words.lower[last - 1] !== ",") return phraseBefore(reading, last, from);
  const insertEnd = last - 1;
  for (let comma = insertEnd - 1, seen = 0; comma > from && insertEnd - comma < longest && seen < 4; comma--) {
    const word = words.lower[comma]!;
    if (reading.quoteOf[comma] !== reading.quoteOf[insertEnd]) {
      if (closesQuote(reading, comma) && reading.quoteOf[insertEnd] === -1) return null;
      continue;
    }
    if (/^[;:—]$/.test(word)) return null;
    if (word !== ",") continue;
    seen++;
    const opener = words.lower[comma + 1]!;
    const before = phraseBefore(reading, comma, from);
    if (!before) continue;
    const isInsert =
      relatives.has(opener) ||
      determiners.has(opener) ||
      prepositions.has(opener) ||
      isAdverb(opener) ||
      /(?:ing|ed)$/.test(opener) ||
      /^\d+$/.test(opener) ||
      words.time[comma + 1] === 1 ||
      !/^(?:and|or|but|he|she|they|it|we|i)$/.test(opener);
    if (!isInsert) continue;
    const adverbial = (isAdverb(opener) || words.time[comma + 1] === 1) && insertEnd - comma < 4;
    // A clause with its own subject before the comma is no subject: only a name or a phrase that opens the clause is.
    if (!opensClause(reading, before.range[0], from)) continue;
    return { range: [before.range[0], adverbial ? before.range[1] : insertEnd], core: before.core };
  }
  return null;
}

function opensClause(reading: Reading, start: number, from: number): boolean {
  if (start <= from) return true;
  const { words } = reading;
  const before = words.lower[start - 1]!;
  if (/^[,;:"“”'—–-]$/.test(before) || before === "--") return true;
  if (closesQuote(reading, start - 1) || opensQuote(reading, start - 1) || words.time[start - 1] === 1) return true;
  return subordinators.has(before) || conjunctions.has(before) || isAdverb(before);
}

function phraseBefore(reading: Reading, end: number, from: number): SourcePhrase | null {
  const start = phraseStart(reading, end, from);
  return start < end ? { range: [start, end], core: [start, end] } : null;
}

/** Position before times, adverbs and the prepositions that lead times: "Peskov on Friday | said". */
function skipTimesLeft(reading: Reading, end: number, from: number): number {
  const { words } = reading;
  let at = end;
  while (at > from) {
    const word = words.lower[at - 1]!;
    if (words.time[at - 1] === 1) at--;
    else if (at < end && words.time[at] === 1 && /^(?:on|in|at|late|early|since|by|,)$/.test(word)) at--;
    else if (isAdverb(word) && !isName(words, at - 1)) at--;
    else break;
  }
  return at;
}

/** End of the noun phrase that begins at `start`, not right of `to`; `start` where there is none. Appositions behind a comma are taken when `wide`. */
export function phraseEnd(reading: Reading, start: number, to: number, wide: boolean): number {
  const { words, index, quoteOf } = reading;
  const limit = Math.min(to, start + longest);
  const first = words.lower[start];
  if (start >= limit || first === undefined) return start;
  if (/^(?:he|she|it|they|we|i)$/.test(first) && !isName(words, start + 1)) return start + 1;
  if (/^(?:you|him|her|them|us|me)$/.test(first) && !isNounLike(reading, start + 1)) return start + 1;
  if (!isWord(first) || prepositions.has(first) || isAuxiliary(first) || subordinators.has(first)) {
    if (first !== "that" && first !== "those" && first !== "this") return start;
  }
  let end = start;
  let at = start;
  for (; at < limit; at++) {
    const word = words.lower[at]!;
    if (quoteOf[at] !== quoteOf[start]) break;
    if (words.time[at] && !isPossessive(words.lower[at + 1]) && !(isName(words, at) && false)) break;
    if (isHyphen(reading, at)) continue;
    if (isPossessive(word)) {
      end = at + 1;
      continue;
    }
    if (!isWord(word)) {
      if (
        word === "." &&
        words.ends[at - 1] === words.starts[at] &&
        at + 1 < to &&
        isName(words, at + 1) &&
        words.ends[at - 1]! - words.starts[at - 1]! < 5
      )
        continue;
      if (word === "(") {
        let close = at;
        while (close < limit && words.lower[close] !== ")" && close - at < 12) close++;
        if (words.lower[close] !== ")") break;
        at = close;
        end = at + 1;
        continue;
      }
      if (
        word === "," &&
        end > start &&
        isName(words, at - 1) &&
        isName(words, at + 1) &&
        /^(?:and|,)$/.test(words.lower[at + 2] ?? "")
      )
        continue;
      break;
    }
    if (/^(?:and|or)$/.test(word)) {
      const next = words.lower[at + 1] ?? "";
      if (
        index.verbs.has(next) ||
        isAuxiliary(next) ||
        !(isName(words, at + 1) || determiners.has(next) || isNounLike(reading, at + 1))
      )
        break;
      if (subjectPronouns.has(next) && !determiners.has(next)) break;
      continue;
    }
    if (nounPrepositions.has(word)) {
      const next = words.lower[at + 1] ?? "";
      if (!wide && word !== "of" && word !== "for") break;
      if (
        next.endsWith("ing") ||
        words.time[at + 1] === 1 ||
        (next === "a" && word !== "of" && word !== "for" && word !== "with")
      )
        break;
      if (word === "to" && !isName(words, at + 1) && !determiners.has(next)) break;
      continue;
    }
    if (prepositions.has(word) || subordinators.has(word) || conjunctions.has(word) || isAuxiliary(word)) break;
    if (
      end > start &&
      (determiners.has(word) || subjectPronouns.has(word)) &&
      !nounPrepositions.has(words.lower[at - 1]!) &&
      !/^(?:and|or|,|all|of)$/.test(words.lower[at - 1]!)
    )
      break;
    if (
      !isName(words, at) &&
      (isAdverb(word) || (index.verbs.has(word) && at > start && !determiners.has(words.lower[at - 1]!)))
    )
      break;
    end = at + 1;
  }
  return end;
}

/** The source behind an inverted cue ("…", said X, a spokesman for Y). `start` is the token behind the cue. */
export function subjectRightOf(reading: Reading, start: number, to: number): SourcePhrase | null {
  const { words } = reading;
  const coreEnd = phraseEnd(reading, start, to, true);
  if (coreEnd <= start) return null;
  let end = coreEnd;
  if (words.lower[end] === "," && end + 1 < to) {
    const opener = words.lower[end + 1]!;
    const apposition =
      determiners.has(opener) ||
      relatives.has(opener) ||
      (isWord(opener) && !isName(words, end + 1) && isNounLike(reading, end + 1) && !opener.endsWith("ing")) ||
      isName(words, end + 1);
    if (
      apposition &&
      !subjectPronouns.has(opener.replace(/^(?:who|one|some|many|these|those|this)$/, "")) &&
      !opensQuote(reading, end + 1)
    ) {
      let at = end + 1;
      const stop = Math.min(to, end + longest);
      while (at < stop) {
        const word = words.lower[at]!;
        if (opensQuote(reading, at) || /^[.;:—!?]$/.test(word)) break;
        if (word === "," && !(isName(words, at - 1) && isName(words, at + 1) && words.lower[at + 2] === ",")) {
          const next = words.lower[at + 1] ?? "";
          if (next.endsWith("ing") || conjunctions.has(next) || opensQuote(reading, at + 1) || !relatives.has(next))
            break;
        }
        at++;
      }
      end = at;
    }
  }
  return { range: [start, end], core: [start, coreEnd] };
}
