/**
 * What the network sees of a word form. Training and running share this file, so that a weight can never meet
 * another feature than the one it was trained for.
 */

/** How many rows the hashed tables hold; a collision costs less than the rows would weigh. */
export const tableSize = { long: 4096, short: 2048, prefix: 4096, shape: 1024 } as const;

/** Rows of one word form: `word` is a key of the word list, the others are rows of the hashed tables. */
export interface WordFeature {
  /** 32-bit hash of the normalised form. */
  readonly word: number;
  /** Last three and last two characters, first three, and the shape ("Xx-dd"). */
  readonly long: number;
  readonly short: number;
  readonly prefix: number;
  readonly shape: number;
}

/** FNV-1a over UTF-16 units, as an unsigned 32-bit number. */
export function hashOf(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

const plainMark: ReadonlyMap<string, string> = new Map([
  ["’", "'"],
  ["‘", "'"],
  ["`", "'"],
  ["“", '"'],
  ["”", '"'],
  ["„", '"'],
  ["''", '"'],
  ["``", '"'],
  ["—", "--"],
  ["–", "-"],
  ["…", "..."],
]);

/** Lower case, typewriter marks, and 0 for every digit: the form under which a word is looked up. */
export function normalForm(form: string): string {
  let [digits, quotes] = [false, false];
  for (let at = 0; at < form.length; at++) {
    const unit = form.charCodeAt(at);
    digits ||= unit >= 0x30 && unit <= 0x39;
    quotes ||= unit === 0x2019 || unit === 0x2018;
  }
  const plain = plainMark.get(form) ?? (quotes ? form.replace(/[’‘]/g, "'") : form);
  const small = plain.toLowerCase();
  return digits ? small.replace(/[0-9]/g, "0") : small;
}

/** X for a capital, x for another letter, d for a digit, else the unit itself. */
function kindOf(form: string, at: number): string {
  const unit = form.charCodeAt(at);
  if (unit >= 0x61 && unit <= 0x7a) return "x";
  if (unit >= 0x41 && unit <= 0x5a) return "X";
  if (unit >= 0x30 && unit <= 0x39) return "d";
  const char = form[at]!;
  if (unit < 128) return char;
  return /\p{Lu}/u.test(char) ? "X" : /\p{L}/u.test(char) ? "x" : char;
}

/** X for capitals, x for small letters, d for digits, other marks as they are; runs longer than two are two. */
export function shapeOf(form: string): string {
  let shape = "";
  let run = 0;
  let last = "";
  for (let at = 0; at < form.length && shape.length < 12; at++) {
    const kind = kindOf(form, at);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) shape += kind;
  }
  return shape;
}

/** Features of `form`, which has no white space. Any string is valid. */
export function wordFeature(form: string): WordFeature {
  const normal = normalForm(form.slice(0, 100));
  return {
    word: hashOf(normal),
    long: hashOf(`${normal.length > 3 ? "" : "^"}${normal.slice(-3)}`, 1) % tableSize.long,
    short: hashOf(`${normal.length > 2 ? "" : "^"}${normal.slice(-2)}`, 2) % tableSize.short,
    prefix: hashOf(normal.slice(0, 3), 3) % tableSize.prefix,
    shape: hashOf(shapeOf(form), 4) % tableSize.shape,
  };
}
