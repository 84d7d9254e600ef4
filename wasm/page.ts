/**
 * A document made ready for the scores of names. A page is where the addresses of its lists lie, 32 bits each, in this order: the table of
 * words; then, 32 bits a word, ids, first word of the sentence, end of the sentence, whether a name may be there, phrase, beginning and
 * end of the run of capitals, how loud the sentence is; then what the document shows of each word; then the phrases' mask, keys and values.
 * `src/sentence/core/name-context.ts` says what each means, and makes the same for training; a test holds the two together.
 */
import { mix } from "./mix";

/** Columns of a word's row, of which there are `wordWidth`, and bits of its flags and part. */
export const wordWidth: i32 = 21;
const form: i32 = 0;
const flags: i32 = 16;
const lowerRow: i32 = 17;
const part: i32 = 18;
const isCapital: i32 = 1;
const isUpper: i32 = 2;
const hasDigit: i32 = 4;
const hasLetter: i32 = 32;
const mayBegin: i32 = 1;
const mayContinue: i32 = 2;
const joins: i32 = 4;
const isDash: i32 = 8;
const isShort: i32 = 16;
const beginsUpper: i32 = 32;

/** Columns of what a document shows of a word. */
export const seenWidth: i32 = 12;
const small: i32 = 0;
const capital: i32 = 1;
const upper: i32 = 2;
const cues: i32 = 3;
const before: i32 = 4;
const after: i32 = 8;
const longestCues: i32 = 4;
const longestPhrase: i32 = 6;

/** The lists of the page that is being read. */
export let rows: usize = 0;
export let ids: usize = 0;
export let sentenceFrom: usize = 0;
export let sentenceTo: usize = 0;
let candidate: usize = 0;
export let phrase: usize = 0;
export let runFrom: usize = 0;
export let runTo: usize = 0;
export let loud: usize = 0;
export let seenRows: usize = 0;
let phraseMask: u32 = 0;
let phraseKeys: usize = 0;
let phraseValues: usize = 0;

export function openPage(page: usize): void {
  rows = <usize>load<u32>(page);
  ids = <usize>load<u32>(page, 4);
  sentenceFrom = <usize>load<u32>(page, 8);
  sentenceTo = <usize>load<u32>(page, 12);
  candidate = <usize>load<u32>(page, 16);
  phrase = <usize>load<u32>(page, 20);
  runFrom = <usize>load<u32>(page, 24);
  runTo = <usize>load<u32>(page, 28);
  loud = <usize>load<u32>(page, 32);
  seenRows = <usize>load<u32>(page, 36);
  phraseMask = load<u32>(page, 40);
  phraseKeys = <usize>load<u32>(page, 44);
  phraseValues = <usize>load<u32>(page, 48);
}

export function at(list: usize, place: i32): i32 {
  return load<i32>(list + ((<usize>place) << 2));
}
function put(list: usize, place: i32, value: i32): void {
  store<i32>(list + ((<usize>place) << 2), value);
}
function fill(list: usize, value: i32, from: i32, to: i32): void {
  for (let place = from; place < to; place++) put(list, place, value);
}
/** Column `column` of the word at `place` of the document. */
function wordAt(place: i32, column: i32): i32 {
  return at(rows, at(ids, place) * wordWidth + column);
}

function phraseValue(key: i32): i32 {
  let cell = (<u32>key ^ (<u32>key >>> 15)) & phraseMask;
  let found = at(phraseKeys, <i32>cell);
  while (found != key && found != 0) {
    cell = (cell + 1) & phraseMask;
    found = at(phraseKeys, <i32>cell);
  }
  return found == key ? at(phraseValues, <i32>cell) : -1;
}

function findPhrases(from: i32, to: i32): void {
  for (let place = from; place < to; place++) {
    if ((wordAt(place, flags) & isCapital) == 0) continue;
    let key = 0;
    let classes = 0;
    let end = place;
    for (let next = place; next < to && next < place + longestPhrase; next++) {
      key = mix(key, at(rows, wordAt(next, lowerRow) * wordWidth + form));
      const value = phraseValue(key);
      if (value < 0) break;
      if ((value & 0x7fff) != 0) {
        classes = value & 0x7fff;
        end = next + 1;
      }
    }
    for (let k = place; k < end; k++)
      put(phrase, k, classes * 4 + (end == place + 1 ? 0 : k == place ? 1 : k == end - 1 ? 3 : 2));
    if (end > place) place = end - 1;
  }
}

function add(place: i32): void {
  put(seenRows, place, at(seenRows, place) + 1);
}

function countSeen(from: i32, to: i32): void {
  for (let place = from; place < to; place++) {
    const own = wordAt(place, flags);
    const mine = wordAt(place, lowerRow) * seenWidth;
    if ((own & isCapital) == 0) {
      if ((own & hasDigit) == 0) add(mine + small);
      continue;
    }
    if ((own & isUpper) != 0) add(mine + upper);
    if (place > from || at(runTo, place) > at(runFrom, place) + 1) add(mine + capital);
    const known = at(seenRows, mine + cues);
    if (known >= longestCues) continue;
    put(seenRows, mine + before + known, place > from ? wordAt(place - 1, lowerRow) : 0);
    put(seenRows, mine + after + known, place + 1 < to ? wordAt(place + 1, lowerRow) : 0);
    add(mine + cues);
  }
}

function findRuns(from: i32, to: i32): void {
  for (let place = from; place < to; ) {
    if ((wordAt(place, flags) & isCapital) == 0) {
      place++;
      continue;
    }
    let end = place + 1;
    for (; end < to; end++) {
      if ((wordAt(end, flags) & isCapital) != 0) continue;
      if (end + 1 < to && (wordAt(end, part) & joins) != 0 && (wordAt(end + 1, flags) & isCapital) != 0) continue;
      if (
        end + 1 < to &&
        (wordAt(end, part) & isDash) != 0 &&
        end > place + 1 &&
        (wordAt(end + 1, part) & isShort) != 0
      )
        end++;
      else break;
    }
    end = min(end, to);
    fill(runFrom, place, place, end);
    fill(runTo, end, place, end);
    place = end;
  }
}

function readSentence(from: i32, to: i32): void {
  let capitals = 0;
  let uppers = 0;
  let letters = 0;
  let inside = false;
  for (let place = from; place < to; place++) {
    put(sentenceFrom, place, from);
    put(sentenceTo, place, to);
    const own = wordAt(place, flags);
    if ((own & isCapital) != 0) capitals++;
    if ((own & isUpper) != 0) uppers++;
    if ((own & hasLetter) != 0) letters++;
    const here = wordAt(place, part);
    const hyphened =
      place - 1 > from && (wordAt(place - 1, part) & isDash) != 0 && (wordAt(place - 2, part) & beginsUpper) != 0;
    inside = (here & mayBegin) != 0 || (inside && ((here & mayContinue) != 0 || hyphened));
    put(candidate, place, inside ? 1 : 0);
  }
  const shouts = letters > 2 && <f64>uppers > <f64>letters * 0.7;
  const noise = shouts ? 2 : letters > 3 && <f64>capitals > <f64>letters * 0.6 ? 1 : 0;
  fill(loud, noise, from, to);
  findRuns(from, to);
  findPhrases(from, to);
  if (noise == 0) countSeen(from, to);
}

/** Reads the `count` words of a page, whose ids are there; each of the `sentences` begins at the word that stands at `first`, and behind the last one the count. */
export function namePage(page: usize, count: i32, first: usize, sentences: i32): void {
  openPage(page);
  fill(phrase, 0, 0, count);
  fill(runFrom, 0, 0, count);
  fill(runTo, 0, 0, count);
  for (let s = 0; s < sentences; s++) readSentence(at(first, s), at(first, s + 1));
}

/** Forgets what the page's `count` words showed: other columns are read only as far as these counts tell. */
export function nameForget(page: usize, count: i32): void {
  openPage(page);
  for (let place = 0; place < count; place++) {
    const mine = wordAt(place, lowerRow) * seenWidth;
    for (let column = small; column <= cues; column++) put(seenRows, mine + column, 0);
  }
}
