import { hashText, hashUnit, startOfHash } from "./name-hash.ts";
import { type Lookup, lookUp, type Ordered, placeOf } from "./name-lookup.ts";
import { ownForm } from "./own-form.ts";

/** What is known of words before any text is read. */
export interface WordKnowledge {
  /** `wordKey` of a lower-case word -> its finest cluster, plus `clusterUnit` times one more than the index of its own vector, if it has one. */
  readonly clusters: Ordered;
  /** `coarseLevels` numbers of coarser clusters for each of the finest, coarse first. Cluster 0 is of unknown words. */
  readonly coarse: Uint16Array;
  /** So many words have a vector of their own; behind them come those of the clusters. */
  readonly ownVectors: number;
  /** Hash of a lower-case word -> `mayBegin` and `mayContinue`, for words without capital or digit. */
  readonly parts: Lookup;
}
/** Cluster sizes: 64, 256, 1,024, and the finest. */
export const clusterLevels = 4;
const coarseLevels = clusterLevels - 1;
/** There are fewer of the finest clusters than this. */
export const clusterUnit = 8192;
/** 24 bits of a word's hash: one in 140 unknown words is taken for a known one, and the table is a third as large as with 32. */
export const wordKey = (text: string): number => hashText(text) >>> 8 || 1;
/** The table of `WordKnowledge.clusters`, whose `keys` ascend: own vectors are numbered in their order. */
export function wordLookup(keys: Int32Array, fine: Uint16Array, own: Uint8Array): Ordered {
  let vectors = 0;
  const values = new Int32Array(fine.length);
  for (let at = 0; at < fine.length; at++) values[at] = (own[at] === 1 ? clusterUnit * ++vectors : 0) + fine[at]!;
  return { keys: Uint32Array.from(keys), values };
}
export const mayBegin = 1;
export const mayContinue = 2;
/** Also in `part`: a small word that stands inside names, a hyphen, a form of at most 5 units, one that begins with a capital letter. */
export const joins = 4;
export const isDash = 8;
export const isShort = 16;
export const beginsUpper = 32;

/** Small words that stand inside names: "Bank of China", "Trinidad and Tobago", "Arms & Co", "Al - Ahram". */
export const joiners: ReadonlySet<string> = new Set("of & - ' de da del la al el bin ibn".split(" "));

const placeOfForm = (form: string): number =>
  (joiners.has(form) ? joins : 0) |
  (form === "-" ? isDash : 0) |
  (form.length < 6 ? isShort : 0) |
  (/^\p{Lu}/u.test(form) ? beginsUpper : 0);

/** Columns of a word's row. */
export const word = {
  form: 0,
  lower: 1,
  /** Hashes of the first 1 to 4 units, then of the last 1 to 4. */
  prefix: 2,
  suffix: 6,
  shape: 10,
  /** The shape with runs shortened to one sign. */
  pattern: 11,
  cluster: 12,
  flags: 16,
  /** Index of the row of the lower-case spelling. */
  lowerRow: 17,
  part: 18,
  length: 19,
  /** Index of the word's vector; -1 = none. */
  vector: 20,
  width: 21,
} as const;
export const isCapital = 1;
export const isUpper = 2;
export const hasDigit = 4;
export const hasHyphen = 8;
export const hasMark = 16;
export const hasLetter = 32;

/** The rows of words seen so far. */
export interface WordTable {
  readonly idOf: (form: string) => number;
  readonly rows: () => Int32Array;
  readonly formOf: (id: number) => string;
  /** Forgets every word; ids given before are void. */
  readonly clear: () => void;
  readonly size: () => number;
}

const straight: ReadonlyMap<string, string> = new Map([
  ["’", "'"],
  ["‘", "'"],
  ["“", '"'],
  ["”", '"'],
  ["``", '"'],
  ["''", '"'],
  ["–", "-"],
  ["—", "--"],
  ["…", "..."],
]);

/** The unit of "x" for a small letter, of "X" for a capital, of "d" for a digit, else the unit itself. */
function signOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0x61 && unit <= 0x7a) return 0x78;
  if (unit >= 0x41 && unit <= 0x5a) return 0x58;
  if (unit >= 0x30 && unit <= 0x39) return 0x64;
  if (unit < 0x80) return unit;
  const sign = text[at]!;
  if (sign !== sign.toLowerCase()) return 0x58;
  return sign !== sign.toUpperCase() ? 0x78 : unit;
}

/** Hash of the shape, "Xxxx-xxxx" of "Kyiv-based"; runs are cut after `run` signs, the whole after 24. */
function shapeHash(text: string, run: number): number {
  let hash = startOfHash;
  let length = 0;
  let last = -1;
  let repeat = 0;
  for (let at = 0; at < text.length && length < 24; at++) {
    const sign = signOf(text, at);
    repeat = sign === last ? repeat + 1 : 1;
    last = sign;
    if (repeat > run) continue;
    hash = hashUnit(hash, sign);
    length++;
  }
  return hash;
}

/** Numbers lose their digits, so that "1,204" and "3,871" are one word. */
function generalOf(lower: string): string {
  if (!/\d/.test(lower)) return lower;
  if (/^(?:19|20)\d\d$/.test(lower)) return "1900";
  if (/^\d{1,2}$/.test(lower)) return Number(lower) >= 1 && Number(lower) <= 31 ? "01" : "00";
  return lower.replace(/\d+/g, "0");
}

/** Words read longer than this are cut for their features; the longest English word in news is shorter. */
const longestRead = 60;

const flagsOf = (text: string, lower: string): number =>
  (/^\P{L}?\p{Lu}/u.test(text) ? isCapital : 0) |
  (text.length > 1 && lower !== text && text === text.toUpperCase() ? isUpper : 0) |
  (/\d/.test(text) ? hasDigit : 0) |
  (text.includes("-") ? hasHyphen : 0) |
  (/[^\p{L}\p{N}]/u.test(text) ? hasMark : 0) |
  (/\p{L}/u.test(text) ? hasLetter : 0);

function fillRow(rows: Int32Array, at: number, form: string, lowerRow: number, knowledge: WordKnowledge): void {
  const text =
    straight.get(form) ?? (form.length > longestRead ? form.slice(0, longestRead) : form).replaceAll("’", "'");
  const raw = text.toLowerCase();
  const lower = generalOf(raw);
  const { length } = lower;
  rows[at + word.form] = hashText(text);
  const hash = hashText(lower);
  rows[at + word.lower] = hash;
  let prefix = startOfHash;
  for (let n = 0; n < 4; n++) {
    if (n < length) prefix = hashUnit(prefix, lower.charCodeAt(n));
    rows[at + word.prefix + n] = prefix;
    rows[at + word.suffix + n] = hashText(lower, Math.max(0, length - n - 1), length);
  }
  rows[at + word.shape] = shapeHash(text, 4);
  rows[at + word.pattern] = shapeHash(text, 1);
  const { keys, values } = knowledge.clusters;
  const known = placeOf(keys, wordKey(raw));
  const entry = known < 0 ? -1 : values[known]!;
  const fine = entry < 0 ? 0 : entry & (clusterUnit - 1);
  const own = Math.floor(entry / clusterUnit);
  for (let level = 0; level < coarseLevels; level++)
    rows[at + word.cluster + level] = knowledge.coarse[fine * coarseLevels + level]!;
  rows[at + word.cluster + coarseLevels] = fine;
  rows[at + word.vector] = entry < 0 ? -1 : own > 0 ? own - 1 : knowledge.ownVectors + fine;
  // Most words are small letters alone, and nothing else needs to be asked of them.
  const flags = /^[a-z]+$/.test(text) ? hasLetter : flagsOf(text, raw);
  rows[at + word.flags] = flags;
  rows[at + word.lowerRow] = lowerRow;
  const part = flags & (isCapital | isUpper | hasDigit) ? mayBegin | mayContinue : lookUp(knowledge.parts, hash, 0);
  rows[at + word.part] = part | placeOfForm(form);
  rows[at + word.length] = Math.min(length, 12);
}

/** An empty table of words, whose rows lie where `take` gives room for so many numbers. Row 0 stands for what lies outside of a sentence. */
export function wordTable(
  knowledge: WordKnowledge,
  take: (count: number) => Int32Array = (count) => new Int32Array(count),
): WordTable {
  const ids = new Map<string, number>();
  const forms: string[] = [];
  let rows = take(4096 * word.width);
  const add = (form: string, lowerRow: number): number => {
    const id = forms.length;
    forms.push(form);
    ids.set(form, id);
    if ((id + 1) * word.width > rows.length) {
      const wider = take(rows.length * 2);
      wider.set(rows);
      rows = wider;
    }
    fillRow(rows, id * word.width, form, lowerRow < 0 ? id : lowerRow, knowledge);
    return id;
  };
  const idOf = (form: string): number => {
    const known = ids.get(form);
    if (known !== undefined) return known;
    const lower = form.toLowerCase();
    // Lower-casing twice may change a word again (İ), so a lower-case spelling is always its own lower row.
    const own = ownForm(form);
    return lower === form ? add(own, -1) : add(own, ids.get(lower) ?? add(ownForm(lower), -1));
  };
  const clear = (): void => {
    ids.clear();
    forms.length = 0;
    add("\u0000", -1);
  };
  clear();
  return { idOf, rows: () => rows, formOf: (id) => forms[id]!, clear, size: () => forms.length };
}
