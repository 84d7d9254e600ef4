import {
  clauseOpeners,
  conjunctions,
  determiners,
  prepositions,
  questionWords,
  subordinators,
  tellingVerbs,
} from "./closed.ts";
import { type CueHit, isAdverb } from "./cue.ts";
import { closesQuote, opensQuote, type Reading } from "./reading.ts";
import { phraseEnd } from "./source.ts";
import { isAuxiliary, isName, isWord, type Range, type Sentence } from "./word.ts";

/** How far behind a cue its content may begin. */
const reach = 40;

/** The end of a sentence's words: without the final stop, with a closing quotation mark. */
export function wordsEnd({ words, quoteOf }: Reading, sentence: Sentence): number {
  let end = sentence.to;
  while (end > sentence.from && /^[.!?…;,]+$/.test(words.lower[end - 1]!) && quoteOf[end - 1] === -1) end--;
  return end;
}

/** The position behind times and adverbs of saying: "said late on Friday | that". */
export function skipTimes(reading: Reading, start: number, to: number): number {
  const { words } = reading;
  let at = start;
  while (at < to) {
    const word = words.lower[at]!;
    if (words.time[at] === 1) at++;
    else if (/^(?:on|in|at|late|early|since|by|during|earlier|later)$/.test(word) && words.time[at + 1] === 1) at++;
    else if (/^(?:late|early)$/.test(words.lower[at + 1] ?? "") && word === "on") at++;
    // "at least two", "roughly 200": the bound belongs to the number.
    else if (isAdverb(word) && isNumber(words.lower[at + 1])) break;
    else if (isAdverb(word) && !/^(?:not|n't|never|no|all|both|only|there|here|so|just|even|almost|nearly)$/.test(word))
      at++;
    else break;
  }
  return at;
}

const isNumber = (word: string | undefined): boolean =>
  word !== undefined &&
  /^(?:\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens|hundreds|thousands|half)$/.test(
    word,
  );

/** Does a bound on a number begin here ("at least two", "up to 200", "about 30"), which is no preposition of the saying's? */
function opensBound({ words }: Reading, at: number): boolean {
  const pair = `${words.lower[at]} ${words.lower[at + 1] ?? ""}`;
  if (pair === "at least" || pair === "at most") return true;
  if (pair === "up to") return isNumber(words.lower[at + 2]);
  return (
    /^(?:about|around|over|under|between)$/.test(words.lower[at]!) &&
    isNumber(words.lower[at + 1]) &&
    words.time[at + 1] === 0
  );
}

/** How a content begins. */
export type Frame =
  | "that"
  | "quote"
  | "to"
  | "of"
  | "for"
  | "against"
  | "as"
  | "about"
  | "clause"
  | "np"
  | "question"
  | "none";

/** Does a finite verb stand in the next words, before a mark? */
function hasPredicate(reading: Reading, start: number, to: number): boolean {
  const { words, index } = reading;
  const stop = Math.min(to, start + 16);
  for (let at = start + 1; at < stop; at++) {
    const word = words.lower[at]!;
    if (/^[.;:?!]$/.test(word) || (word === "," && words.lower[at + 1] === "that")) return false;
    if (isAuxiliary(word) || word === "'s" || word === "'d" || (!isName(reading.words, at) && index.verbs.has(word)))
      return true;
  }
  return false;
}

/** What begins at `at`. */
export function frameAt(reading: Reading, at: number, to: number): Frame {
  const { words } = reading;
  if (at >= to) return "none";
  const word = words.lower[at]!;
  if (opensQuote(reading, at)) return "quote";
  if (!isWord(word)) return "none";
  if (word === "that") return "that";
  if (questionWords.has(word)) return "question";
  if (word === "to") return determiners.has(words.lower[at + 1] ?? "") || isName(words, at + 1) ? "none" : "to";
  if (opensBound(reading, at)) return hasPredicate(reading, at, to) ? "clause" : "np";
  if (word === "of" || word === "for" || word === "against" || word === "as" || word === "about") return word;
  if (prepositions.has(word) || conjunctions.has(word)) return "none";
  if (subordinators.has(word) || isAuxiliary(word)) return "none";
  return hasPredicate(reading, at, to) ? "clause" : "np";
}

/** Where what is said begins behind somebody who is told ("told the agency | that …"). */
function behindAddressee(reading: Reading, start: number, to: number): number | null {
  const { words } = reading;
  const stop = Math.min(to, start + reach);
  const end = phraseEnd(reading, start, to, false);
  for (let at = Math.max(start, Math.min(end, start + 1)); at < stop; at++) {
    const word = words.lower[at]!;
    if (opensQuote(reading, at)) return at;
    if (word === "that" || (questionWords.has(word) && word !== "who" && word !== "when" && word !== "where"))
      return at;
    if (word === ":") return at + 1 < to ? at + 1 : null;
    if (word === ",") return opensQuote(reading, at + 1) ? at + 1 : null;
    if (/^[.;—?!]$/.test(word) || (prepositions.has(word) && (words.lower[at + 1] ?? "").endsWith("ing"))) return null;
    if (at < end) continue;
    if (word === "to" || word === "about" || word === "of" || word === "not") return at;
    if (clauseOpeners.has(word)) return at;
    if (
      (determiners.has(word) || isName(words, at)) &&
      !prepositions.has(words.lower[at - 1]!) &&
      words.time[at] === 0 &&
      hasPredicate(reading, at, to)
    )
      return at;
  }
  return null;
}

/** Where a clause begins behind a phrase like "in a statement on Friday | the ministry would". */
function behindAdjunct(reading: Reading, start: number, to: number): number | null {
  const { words } = reading;
  const stop = Math.min(to, start + reach);
  let nouns = 0;
  for (let at = start; at < stop; at++) {
    const word = words.lower[at]!;
    if (opensQuote(reading, at) && at > start + 1) return at;
    // "with a crackdown that has …" is a relative clause.
    if (
      word === "that" &&
      at > start + 1 &&
      !isAuxiliary(words.lower[at + 1]) &&
      !reading.index.verbs.has(words.lower[at + 1] ?? "")
    )
      return at;
    if (word === ":") return at + 1 < to ? at + 1 : null;
    if (word === ",") {
      if (opensQuote(reading, at + 1)) return at + 1;
      if (words.lower[at + 1] === "that") return at + 1;
      return null;
    }
    if (/^[.;—?!]$/.test(word)) return null;
    if (nouns > 0 && clauseOpeners.has(word)) return at;
    if (nouns > 0 && (determiners.has(word) || isName(words, at)) && word !== "that" && words.time[at] === 0) {
      const before = words.lower[at - 1]!;
      const free =
        words.time[at - 1] === 1 ||
        !(prepositions.has(before) || determiners.has(before) || isName(words, at - 1) || conjunctions.has(before));
      if (free && hasPredicate(reading, at, to)) return at;
    }
    if (!prepositions.has(word) && !determiners.has(word)) nouns++;
  }
  return null;
}

/** What is said behind an aside between two commas: "said, without giving evidence, | that", "warned, in a letter, | “…”". */
function behindAside(
  reading: Reading,
  start: number,
  to: number,
): { readonly start: number; readonly frame: Frame } | null {
  const { words } = reading;
  const stop = Math.min(to - 1, start + reach);
  for (let at = start + 1; at < stop; at++) {
    const word = words.lower[at]!;
    if (/^[.;:—?!]$/.test(word) || opensQuote(reading, at)) return null;
    if (word !== ",") continue;
    if (words.lower[at + 1] === "that") return { start: at + 1, frame: "that" };
    return opensQuote(reading, at + 1) ? { start: at + 1, frame: "quote" } : null;
  }
  return null;
}

/** Where the content behind a cue begins, with what it begins; null where nothing that the cue allows stands there. */
export function contentBehind(
  reading: Reading,
  hit: CueHit,
  to: number,
): { readonly start: number; readonly frame: Frame } | null {
  const { words } = reading;
  const { frames, cue } = hit.row;
  const lemma = cue.split(" ")[0]!;
  const allows = (frame: string): boolean => frames.length === 0 || frames.includes(frame);
  let at = skipTimes(reading, hit.group[1], to);
  if (at >= to) return null;
  if (words.lower[at] === ":" && at + 1 < to) return { start: at + 1, frame: frameAt(reading, at + 1, to) };
  if (words.lower[at] === "," && opensQuote(reading, at + 1)) return { start: at + 1, frame: "quote" };
  if (words.lower[at] === "," && words.lower[at + 1] === "that" && allows("that"))
    return { start: at + 1, frame: "that" };
  const aside = words.lower[at] === "," ? behindAside(reading, at, to) : null;
  if (aside !== null && allows(aside.frame)) return aside;
  if (hit.form !== "noun" && hit.form !== "phrase" && tellingVerbs.has(lemma) && hit.form !== "passive") {
    const direct = /^(?:of|against|about)$/.test(words.lower[at]!) && frames.includes(words.lower[at]!);
    if (words.lower[at] !== "that" && !opensQuote(reading, at) && !direct) {
      const start = behindAddressee(reading, at, to);
      if (start === null) {
        const end = phraseEnd(reading, at, to, false);
        return frames.includes("np") && end > at && lemma !== "tell" ? { start: at, frame: "np" } : null;
      }
      const frame = frameAt(reading, start, to);
      const named = frame === "to" && lemma !== "tell" && lemma !== "remind";
      return allows(frame === "question" || frame === "clause" ? "that" : frame) ||
        frame === "quote" ||
        frame === "none" ||
        words.lower[start] === "not"
        ? { start: named ? at : start, frame }
        : null;
    }
  }
  const frame = frameAt(reading, at, to);
  // "which the minister says | will go on", "what the alliance fears | could be a war": the subject was taken out.
  if (
    frame === "none" &&
    hit.form === "finite" &&
    allows("that") &&
    /^(?:will|would|could|can|may|might|must|should|is|are|has|have|had)$/.test(words.lower[at]!)
  )
    return { start: at, frame: "clause" };
  if (frame === "none") {
    if (words.lower[at] === "not" && words.lower[at + 1] === "to" && allows("to")) return { start: at, frame: "to" };
    if (words.lower[at] === "," || !isWord(words.lower[at]) || conjunctions.has(words.lower[at]!)) return null;
    if (!(allows("that") || allows("quote"))) return null;
    const start = behindAdjunct(reading, at, to);
    return start === null ? null : { start, frame: frameAt(reading, start, to) };
  }
  if (frame === "quote" || (frame === "that" && allows("that"))) return { start: at, frame };
  if (frame === "question" || frame === "clause") {
    if (allows("that")) return { start: at, frame };
    if ((frame === "clause" || /^(?:what|how)$/.test(words.lower[at]!)) && allows("np"))
      return { start: at, frame: "np" };
  } else if (allows(frame) && !(frames.length === 0 && prepositions.has(words.lower[at]!) && frame !== "to"))
    return { start: at, frame };
  if (frames.length === 0 && prepositions.has(words.lower[at]!)) {
    const start = behindAdjunct(reading, at, to);
    return start === null ? null : { start, frame: frameAt(reading, start, to) };
  }
  // An object stands between: "accused Kyiv | of", "urged the bloc | to", "described it | as".
  const stop = Math.min(to, at + 25);
  for (let next = at + 1; next < stop; next++) {
    const word = words.lower[next]!;
    if (/^[,;.:—?!]$/.test(word) || subordinators.has(word)) {
      if (word === "that" && frames.includes("that") && !isAuxiliary(words.lower[next + 1]))
        return { start: next, frame: "that" };
      if (!(word === "as" && frames.includes("as"))) break;
    }
    // "continued to hold “the valley”" is a deed: only what takes an object has a quotation behind one.
    if (opensQuote(reading, next) && frames.includes("quote") && words.lower[at] !== "to" && words.lower[at] !== "with")
      return { start: next, frame: "quote" };
    if (
      (word === "of" || word === "for" || word === "against" || word === "as" || word === "to") &&
      frames.includes(word) &&
      !(word === "to" && (determiners.has(words.lower[next + 1] ?? "") || isName(words, next + 1)))
    )
      return { start: at, frame: word };
  }
  return null;
}

/** Content before the cue ("…, X said"): from the beginning of its sentence or quotation to the mark before the source; null where nothing is there. */
export function contentBefore(
  reading: Reading,
  end: number,
  sentence: Sentence,
): { readonly range: Range; readonly quoted: boolean } | null {
  const { words, quoteOf, quotations } = reading;
  let to = end;
  const quoted = closesQuote(reading, to - 1) || (words.lower[to - 1] === "," && closesQuote(reading, to - 2));
  if (to <= sentence.from && !quoted) return null;
  if (!closesQuote(reading, to - 1)) {
    const mark = words.lower[to - 1] ?? "";
    if (!/^(?:,|—|–|--|-)$/.test(mark)) return null;
    to--;
  }
  if (to <= 0) return null;
  let from = sentence.from;
  if (quoted) {
    const open = quotations[quoteOf[to - 1]!]!.tokens[0];
    from = open < sentence.from ? open : from;
  }
  while (from < to && (/^[,;:—–]$/.test(words.lower[from]!) || words.lower[from] === "--")) from++;
  return from < to ? { range: [from, to], quoted } : null;
}

/** Cuts marks and joining words from both ends of a content. */
export function trimmed(reading: Reading, range: Range): Range | null {
  const { words, quoteOf } = reading;
  let [from, to] = range;
  const loose = (at: number): boolean =>
    !isWord(words.lower[at]) &&
    !/^[$€£%#@()[\]'’"“”«»„‘`]|^''$|^``$/.test(words.lower[at]!) &&
    (quoteOf[at] === -1 || !(closesQuote(reading, at) || opensQuote(reading, at)));
  while (from < to && loose(from)) from++;
  while (
    from < to &&
    (loose(to - 1) || /^(?:and|but|while|although|though)$/.test(words.lower[to - 1]!)) &&
    !insideQuote(reading, to - 1, from)
  )
    to--;
  return from < to ? [from, to] : null;
}

/** Is the token inside a quotation that the content opened, so that its stop belongs to the words quoted? */
const insideQuote = ({ quoteOf, quotations }: Reading, at: number, from: number): boolean =>
  quoteOf[at]! >= 0 && quotations[quoteOf[at]!]!.tokens[0] >= from;
