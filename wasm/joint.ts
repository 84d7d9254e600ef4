/** The features of `jointFeatures` in `src/sentence/core/name-feature.ts`, which training uses; a test holds the two together. */
import { mix } from "./mix";
import {
  at,
  ids,
  loud,
  openPage,
  phrase,
  rows,
  runFrom,
  runTo,
  seenRows,
  seenWidth,
  sentenceFrom,
  sentenceTo,
  wordWidth,
} from "./page";

const lower: i32 = 1;
const shape: i32 = 10;
const pattern: i32 = 11;
const mid: i32 = 13;
const fine: i32 = 14;
const flags: i32 = 16;
const lowerRow: i32 = 17;
const isUpper: i32 = 2;

/** Where the next key goes. */
let next: usize = 0;

function put(template: i32, value: i32): void {
  store<i32>(next, mix((template + 1) * 0x3c6ef372, value));
  next += 4;
}

/** Row of the word at `place`, as a place in `rows`; that of nothing where it is outside of its sentence. */
function base(place: i32, from: i32, to: i32): i32 {
  return place < from || place >= to ? 0 : at(ids, place) * wordWidth;
}

function seenKeys(place: i32, where: i32): void {
  const own = at(ids, place) * wordWidth;
  const mine = at(rows, own + lowerRow) * seenWidth;
  const small = min(at(seenRows, mine), 2);
  const capital = min(at(seenRows, mine + 1), 2);
  const upper = at(seenRows, mine + 2) > 0 ? 1 : 0;
  const kind = (at(rows, own + flags) & isUpper) != 0 ? 1 : 0;
  put(1100, (small * 3 + capital) * 32 + upper * 16 + where * 2 + kind);
  const cues = min(at(seenRows, mine + 3), 4);
  for (let cue = 0; cue < cues; cue++) {
    const before = at(seenRows, mine + 4 + cue) * wordWidth;
    const after = at(seenRows, mine + 8 + cue) * wordWidth;
    put(1101, at(rows, before + lower));
    put(1102, at(rows, after + lower));
    put(1103, at(rows, before + fine));
    put(1104, at(rows, after + fine));
  }
}

function runKeys(place: i32, first: i32, end: i32, from: i32, to: i32, where: i32, own: i32): void {
  const length = min(end - first, 6);
  const side = (place == first ? 1 : 0) | (place == end - 1 ? 2 : 0);
  const one = base(first, from, to);
  const last = base(end - 1, from, to);
  const before = base(first - 1, from, to);
  const behind = base(end, from, to);
  put(1028, length * 4 + side + where * 32);
  put(1029, mix(at(rows, one + lower), side));
  put(1030, mix(at(rows, last + lower), side));
  put(1031, mix(at(rows, last + fine), side));
  put(1032, mix(at(rows, one + fine), side));
  put(1033, mix(at(rows, before + lower), length));
  put(1034, mix(at(rows, behind + lower), length));
  put(1035, mix(at(rows, before + fine), side));
  put(1036, mix(at(rows, behind + fine), side));
  let text = 0;
  for (let k = first; k < end && k < first + 5; k++) text = mix(text, at(rows, base(k, from, to) + lower));
  put(1037, mix(text, place - first));
  put(1038, mix(mix(at(rows, before + mid), at(rows, behind + mid)), side + 4 * length));
  put(1039, mix(at(rows, last + lower), at(rows, own + lower)));
  put(1040, mix(at(rows, last + mid), at(rows, own + mid)));
  put(1041, mix(at(rows, before + lower), at(rows, base(first - 2, from, to) + lower)));
  put(1042, mix(at(rows, behind + lower), at(rows, base(end + 1, from, to) + lower)));
  seenKeys(place, where);
}

/** Writes the joint keys of the word at `place` of a page to `keys`, in the order of training; the answer is how many, at most 160. */
export function nameKeys(keys: usize, page: usize, place: i32): i32 {
  openPage(page);
  next = keys;
  const from = at(sentenceFrom, place);
  const to = at(sentenceTo, place);
  const own = base(place, from, to);
  const left = base(place - 1, from, to);
  const left2 = base(place - 2, from, to);
  const right = base(place + 1, from, to);
  const right2 = base(place + 2, from, to);
  const lowOwn = at(rows, own + lower);
  const low = at(rows, left + lower);
  const low2 = at(rows, left2 + lower);
  const high = at(rows, right + lower);
  const high2 = at(rows, right2 + lower);
  const shapeOwn = at(rows, own + shape);
  const where = (place == from ? 1 : 0) | (at(loud, place) << 1);
  const midLeft = at(rows, left + mid);
  const midRight = at(rows, right + mid);
  put(1000, mix(low, lowOwn));
  put(1001, mix(lowOwn, high));
  put(1002, mix(low2, low));
  put(1003, mix(high, high2));
  put(1004, mix(low, high));
  put(1005, mix(mix(at(rows, left + pattern), at(rows, own + pattern)), at(rows, right + pattern)));
  put(1006, mix(mix(at(rows, left2 + pattern), at(rows, left + pattern)), at(rows, own + pattern)));
  put(1007, mix(mix(at(rows, own + pattern), at(rows, right + pattern)), at(rows, right2 + pattern)));
  put(1008, mix(at(rows, left + fine), at(rows, own + fine)));
  put(1009, mix(at(rows, own + fine), at(rows, right + fine)));
  put(1010, mix(midLeft, midRight) ^ shapeOwn);
  put(1011, mix(at(rows, left2 + mid), midLeft) ^ shapeOwn);
  put(1012, mix(midRight, at(rows, right2 + mid)) ^ shapeOwn);
  put(1013, mix(low, shapeOwn));
  put(1014, mix(high, shapeOwn));
  put(1015, mix(at(rows, left + fine), shapeOwn));
  put(1016, mix(at(rows, right + fine), shapeOwn));
  put(1017, mix(shapeOwn, where));
  put(1018, mix(lowOwn, where));
  put(1019, mix(at(rows, own + mid), midLeft) + midRight);
  const ownPhrase = at(phrase, place);
  put(1020, ownPhrase);
  put(1021, mix(ownPhrase, shapeOwn));
  put(1022, place > from ? at(phrase, place - 1) : -1);
  put(1023, place + 1 < to ? at(phrase, place + 1) : -1);
  put(1024, mix(ownPhrase, midLeft));
  put(1025, mix(ownPhrase, midRight));
  if (place - 3 >= from) put(1026, at(rows, base(place - 3, from, to) + fine));
  if (place + 3 < to) put(1027, at(rows, base(place + 3, from, to) + fine));
  const first = at(runFrom, place);
  const end = at(runTo, place);
  if (end > first) runKeys(place, first, end, from, to, where, own);
  return <i32>((next - keys) >> 2);
}
