import type { TriggerRow } from "../model/lexicon.ts";
import { nounForms, verbForms } from "../sentence/inflection.ts";
import { childOf, conjunctsOf, listHead } from "./tree.ts";
import { isBarrier, pronouns, relatives, subordinators, type Word } from "./word.ts";

/** One element of a pattern: a word in any of these forms, or a gap of up to `widestGap` words. */
type Element = ReadonlySet<string> | "gap";

/** A row of triggers made ready for look-up; the words of its first element are its keys in the index. */
export interface Pattern {
  readonly row: TriggerRow;
  readonly elements: readonly Element[];
  /** Words of which one must stand in the clause; null where none is needed. */
  readonly needs: ReadonlySet<string> | null;
}

/** The words of one place in a sentence that fit a pattern, by index, in order of the pattern. */
export type Fit = readonly number[];

const widestGap = 5;

/** Verbs of two syllables, stressed on the first, that double their last letter all the same, some in British spelling alone. */
const doubling: Readonly<Record<string, readonly [past: string, gerund: string]>> = {
  kidnap: ["kidnapped", "kidnapping"],
  cancel: ["cancelled", "cancelling"],
  signal: ["signalled", "signalling"],
  travel: ["travelled", "travelling"],
};

const formsOf = (lemma: string): ReadonlySet<string> =>
  new Set([...Object.values(verbForms(lemma)), ...(doubling[lemma] ?? [])]);

const eitherNumber = (word: string): ReadonlySet<string> => new Set(nounForms(word));

/**
 * Words that stand for each other where a row needs one: who needs "troop" is served by any force, "missile" by any arm. By the word that a row names.
 */
const families: Readonly<Record<string, string>> = {
  troop:
    "troop force soldier army military militia brigade battalion regiment division garrison marine paratrooper commando guard fleet navy flotilla squadron warship frigate submarine jet bomber fighter tank column convoy insurgent rebel militant gunman guerrilla mercenary corps conscript reservist infantry cavalry armour armor artillery gunner sapper separatist armoured armored patrol platoon cutter destroyer airborne helicopter howitzer battery",
  missile:
    "missile rocket drone shell bomb mortar artillery howitzer gun grenade mine warhead bullet shot sniper airstrike jet warplane gunfire shelling gunship",
  worker:
    "worker union employee teacher miner docker driver nurse doctor pilot haulier trucker farmer student staff crew clerk postman lecturer railwayman steelworker baker bus rail port",
  diplomat: "diplomat ambassador envoy attaché attache consul nuncio",
  ambassador: "ambassador envoy consul attaché attache chargé nuncio",
  aid: "aid relief medicine flour blanket tent generator parcel ration bandage food",
  prisoner: "prisoner captive hostage detainee inmate conscript",
  protester: "protester demonstrator striker marcher farmer trucker haulier",
  treaty: "agreement treaty deal pact accord memorandum convention protocol charter communiqué",
};

/** A row -> its pattern. "*" in a trigger is a gap; verbs inflect in their first word, every other word may be plural. */
export function patternOf(row: TriggerRow): Pattern {
  const words = row.trigger.split(/[ -]/);
  const elements = words.map((word, at): Element => {
    if (word === "*") return "gap";
    if (at === 0 && row.form === "verb") return formsOf(word);
    if (row.form === "verb" && word in families && words[at - 1] === "*") return familyOf(word);
    return row.form === "phrase" ? new Set([word]) : eitherNumber(word);
  });
  const needs = row.needs.length === 0 ? null : new Set(row.needs.flatMap(formsNeeded));
  return { row, elements, needs };
}

/** Adjectives of a family: they need a noun behind them, and are none by themselves. */
const adjectives = /^(?:military|armoured|armored|airborne|shot|rail|port|guard|bus)$/;
const familyOf = (word: string): ReadonlySet<string> =>
  new Set(families[word]!.split(" ").flatMap((one) => (adjectives.test(one) ? [] : nounForms(one))));

const formsNeeded = (word: string): readonly string[] =>
  (Object.hasOwn(families, word) ? families[word]!.split(" ") : [word]).flatMap((one) => [one, ...nounForms(one)]);

/** The words that may begin a fit of `pattern`. */
export function keysOf(pattern: Pattern): Iterable<string> {
  const first = pattern.elements[0];
  return first === undefined || first === "gap" ? [] : first;
}

const closesGap = (word: Word): boolean =>
  word.lower === "," ||
  isBarrier(word.lower) ||
  relatives.has(word.lower) ||
  pronouns.has(word.lower) ||
  subordinators.has(word.lower);

/** The fit of `pattern` that begins at word `at`, or null. Gaps are as short as can be and never cross a clause. */
export function fitAt(pattern: Pattern, words: readonly Word[], at: number): Fit | null {
  const fit: number[] = [];
  let next = at;
  let gap = false;
  for (const element of pattern.elements) {
    if (element === "gap") {
      gap = true;
      continue;
    }
    const last = gap ? next + widestGap : next;
    let found = -1;
    for (let here = next; here <= last && here < words.length; here++) {
      const word = words[here]!;
      if (element.has(word.lower)) {
        found = here;
        break;
      }
      if (closesGap(word)) break;
    }
    if (found < 0) return null;
    fit.push(found);
    next = found + 1;
    gap = false;
  }
  return fit;
}

/** The fit of a passive verb with its object as its subject ("sanctions were imposed"), or null; the participle is word `at`. */
export function passiveFitAt(pattern: Pattern, words: readonly Word[], at: number): Fit | null {
  const { elements } = pattern;
  const object = elements[2];
  if (elements.length !== 3 || elements[1] !== "gap" || object === undefined || object === "gap") return null;
  const { label, head } = words[at]!;
  const suffering = label === "acl" ? head : childOf(words, listHead(words, at), /^nsubj/);
  if (suffering < 0) return null;
  const found = conjunctsOf(words, suffering).find((one) => object.has(words[one]!.lower));
  return found === undefined || found > at ? null : [at, found];
}
