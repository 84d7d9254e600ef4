import { mix } from "./name-hash.ts";
import { type Lookup, lookUp, makeLookup } from "./name-lookup.ts";
import { ownForm } from "./own-form.ts";

/** What becomes of a form's letters before its end is changed: kept, all small, or small behind a capital. */
export const letterCases = ["kept", "small", "capital"] as const;
export type LetterCase = (typeof letterCases)[number];

/** How a form becomes its lemma: with its letters so, without its last `cut` units, with `add` behind. */
export interface Script {
  readonly letters: LetterCase;
  readonly cut: number;
  readonly add: string;
}

/** Rules from endings to scripts, as `readLemmas` unpacks them. */
export interface Lemmas {
  readonly rules: Lookup;
  readonly scripts: readonly Script[];
  /** Lemmas that were asked for lately, by form: they only save time. */
  readonly kept: Map<string, KeptLemma>;
}

/** A form's lemma with one pair of tags; nearly all forms have one, some two or three, no more than `longestChain`. */
interface KeptLemma {
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  readonly length: number;
  readonly next: KeptLemma | null;
}
const longestChain = 8;

/** Forms that are kept; when there are more, they are given up. */
const mostKept = 16_384;

/** Endings are read up to this many units; the next step is the whole word. */
export const longestEnding = 6;
/** In place of the length of an ending: the rule is of the whole word. */
export const wholeWord = -1;

/** Words longer than this are not looked up whole; no word of the treebanks is. */
const longestWord = 48;

/** "small" has no capital, "capital" one at its start, "several" more or elsewhere. */
export function caseOf(form: string): "small" | "capital" | "several" {
  const small = form.toLowerCase();
  if (form === small) return "small";
  return form.slice(1) === small.slice(1) ? "capital" : "several";
}

/**
 * Numbers under which a word's rule is looked for, the most telling first: both tags and the capitals, both tags, XPOS alone, UPOS alone.
 * The few dozen pairs of tags of a treebank are kept.
 */
export function lemmaSeeds(form: string, upos: string, xpos: string): Int32Array {
  let byXpos = seeds.get(upos);
  if (byXpos === undefined) {
    byXpos = new Map();
    if (seeds.size < 64) seeds.set(upos, byXpos);
  }
  let known = byXpos.get(xpos);
  if (known === undefined) {
    const list = (capitals: string): Int32Array =>
      Int32Array.from([`${upos} ${xpos} ${capitals}`, `${upos} ${xpos}`, ` ${xpos}`, `${upos} `], (tag) => {
        let seed = 0x2545f491;
        for (let at = 0; at < tag.length; at++) seed = mix(seed, tag.charCodeAt(at));
        return seed;
      });
    known = { small: list("small"), capital: list("capital"), several: list("several") };
    if (byXpos.size < 256) byXpos.set(xpos, known);
  }
  return known[caseOf(form)];
}
const seeds = new Map<string, Map<string, Readonly<Record<ReturnType<typeof caseOf>, Int32Array>>>>();

/** Key of the rule for words that in lower case end in the last `length` units of `small`, or are `small` (`wholeWord`). */
export function lemmaKey(seed: number, small: string, length: number): number {
  let key = seed;
  const stop = length === wholeWord ? 0 : small.length - length;
  for (let at = small.length - 1; at >= stop; at--) key = mix(key, small.charCodeAt(at));
  return length === wholeWord ? mix(key, 0x1f3d5b79) : key;
}

/** `form` as `script` changes it. */
export function applyScript({ letters, cut, add }: Script, form: string): string {
  let from = letters === "kept" ? form : form.toLowerCase();
  if (letters === "capital") from = from.slice(0, 1).toUpperCase() + from.slice(1);
  return cut === 0 && add === "" ? from : from.slice(0, Math.max(0, from.length - cut)) + add;
}

/** The script of the longest ending of `small` that has a rule under `seed`, or -1. */
function ruleOf(rules: Lookup, seed: number, small: string): number {
  let key = seed;
  let found = lookUp(rules, key, -1);
  if (found < 0) return -1;
  const { length } = small;
  const endings = Math.min(length, longestEnding);
  let at = length - 1;
  for (let n = 1; n <= endings; n++, at--) {
    key = mix(key, small.charCodeAt(at));
    found = lookUp(rules, key, found);
  }
  if (length > longestWord) return found;
  for (; at >= 0; at--) key = mix(key, small.charCodeAt(at));
  return lookUp(rules, mix(key, 0x1f3d5b79), found);
}

/**
 * The lemma of `form` with the tags `upos` and `xpos` (Universal Dependencies English; Penn), as EWT and GUM write it: "were" -> "be",
 * "Ministers" NOUN -> "minister", names as they stand but for the plural. A pair of tags never seen is read by XPOS, then by UPOS alone;
 * a word of unknown tags is its own lemma in lower case. Never empty where `form` is not; linear in the length of `form`.
 */
export function lemmaOf({ rules, scripts, kept }: Lemmas, form: string, upos: string, xpos: string): string {
  const known = kept.get(form);
  for (let one = known ?? null; one !== null; one = one.next)
    if (one.xpos === xpos && one.upos === upos) return one.lemma;
  const lemma = findLemma(rules, scripts, form, upos, xpos);
  if (form.length <= longestWord) keep(kept, form, known ?? null, { upos, xpos, lemma });
  return lemma;
}

function keep(
  kept: Lemmas["kept"],
  form: string,
  known: KeptLemma | null,
  { upos, xpos, lemma }: Pick<KeptLemma, "upos" | "xpos" | "lemma">,
): void {
  if (kept.size >= mostKept) kept.clear();
  const next = known === null || known.length >= longestChain ? null : known;
  const length = next === null ? 1 : next.length + 1;
  kept.set(ownForm(form), { upos, xpos, lemma: ownForm(lemma), length, next });
}

function findLemma(rules: Lookup, scripts: readonly Script[], form: string, upos: string, xpos: string): string {
  const small = form.toLowerCase();
  for (const seed of lemmaSeeds(form, upos, xpos)) {
    const rule = ruleOf(rules, seed, small);
    if (rule >= 0) return applyScript(scripts[rule]!, form) || form;
  }
  return small;
}

/** Unpacks what `training/lemma/train.ts` wrote: counts, keys, script numbers, scripts as JSON. Throws where the bytes are not of that form. */
export function readLemmas(bytes: Uint8Array): Lemmas {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const textLength = view.getUint32(4, true);
  if (8 + count * 6 + textLength !== bytes.length)
    throw new Error(`lemma rules: ${bytes.length} bytes where the header tells of ${8 + count * 6 + textLength}`);
  // A copy, whose beginning both views may start from wherever the bytes lie.
  const { buffer } = bytes.slice();
  const keys = new Int32Array(buffer, 8, count);
  const values = new Uint16Array(buffer, 8 + count * 4, count);
  const rows = JSON.parse(new TextDecoder().decode(bytes.slice(8 + count * 6))) as readonly [number, number, string][];
  return {
    rules: makeLookup(keys, values),
    scripts: rows.map(([letters, cut, add]) => ({ letters: letterCases[letters]!, cut, add })),
    kept: new Map(),
  };
}
