import type { Lexicon, TriggerRow } from "../model/lexicon.ts";
import { isVoid } from "./abstain.ts";
import type { CountriesByCode } from "./border.ts";
import { type Fit, fitAt, keysOf, type Pattern, passiveFitAt, patternOf } from "./pattern.ts";
import { type Predicate, predicateAt } from "./predicate.ts";
import { childOf, isNoun, isVerb } from "./tree.ts";
import { isBarrier, relatives, subordinators, type Word } from "./word.ts";

/** Triggers, compiled for look-up by the first word. */
export interface TriggerIndex {
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>;
  readonly countries: CountriesByCode;
}

/** Compiles the rows of triggers. The order of rows does not matter. */
export function compileTriggers(lexicon: Pick<Lexicon, "triggers" | "countries">): TriggerIndex {
  const patterns = new Map<string, Pattern[]>();
  for (const row of lexicon.triggers) {
    const pattern = patternOf(row);
    for (const key of keysOf(pattern)) patterns.set(key, [...(patterns.get(key) ?? []), pattern]);
  }
  return { patterns, countries: new Map(lexicon.countries.map((row) => [row.iso2, row])) };
}

/** A trigger found in a sentence. Indices are of the sentence's words. */
export interface Trigger {
  readonly row: TriggerRow;
  /** The words of the trigger, in text order. */
  readonly words: readonly number[];
  /** The word that carries it: the verb, or the noun's last word. */
  readonly head: number;
  /** Its verb group; null for nouns and phrases. */
  readonly predicate: Predicate | null;
}

/** How far a needed word may stand from the trigger, in words, after it and before it. */
const reachAfter = 14;
const reachBefore = 9;

/** Distance from the trigger to the nearest needed word in its clause; null where there is none. */
function needDistance(needs: ReadonlySet<string>, words: readonly Word[], first: number, last: number): number | null {
  let best: number | null = null;
  // "the dockers' strike": whose it is tells more than what stands behind it.
  if (words[last]!.children.some((child) => child < first && needs.has(words[child]!.lower))) return 0;
  // What stands in a trigger's gap counts as well: "pulled forces together".
  for (let at = first + 1; at < words.length && at <= last + reachAfter; at++) {
    const { lower } = words[at]!;
    if (needs.has(lower)) {
      best = Math.max(1, at - last);
      break;
    }
    if (isBarrier(lower)) break;
  }
  for (let at = first - 1; at >= 0 && at >= first - reachBefore; at--) {
    const { lower } = words[at]!;
    // What stands after the trigger is more often its object, so what stands before counts as farther.
    if (needs.has(lower)) return best === null ? first - at + 4 : Math.min(best, first - at + 4);
    if (isBarrier(lower) || (subordinators.has(lower) && !relatives.has(lower))) break;
  }
  return best;
}

interface Candidate extends Trigger {
  readonly fit: Fit;
  readonly rank: readonly number[];
}

/** Is the verb at word `at` a deed, and not only an attribute ("the annexed peninsula")? */
const isDeed = ({ label, xpos }: Word): boolean =>
  (label !== "amod" && label !== "compound") || xpos === "VBZ" || xpos === "VBD";

/** Nouns before which a deed's noun still tells of the deed: "an attack plan", "the withdrawal of troops", "drill season". */
const deedlike = new Set(
  "plan threat campaign operation effort bid order attempt talk round wave spree series warning call demand offer deal agreement vote decision announcement action mission move run measure package request".split(
    " ",
  ),
);

/** Does the noun at word `at` only say of what kind a thing or a body is: "an assault force", "the training team"? */
function isModifier(words: readonly Word[], at: number): boolean {
  const { label, head } = words[at]!;
  return (
    label === "compound" &&
    head > at &&
    isNoun(words[head]) &&
    !words[head]!.xpos.startsWith("NNP") &&
    !deedlike.has(words[head]!.lemma)
  );
}

/** Capitalised words beside others are parts of a name ("Amnesty International"), except in a headline, where all are. */
function isNamePart(words: readonly Word[], first: number, last: number): boolean {
  if (!words[last]!.capital || !words[first]!.capital) return false;
  const beside = (at: number): boolean =>
    words[at] !== undefined && words[at]!.capital && words[at]!.end - words[at]!.start > 1;
  const bridged = (at: number): boolean => words[at]?.lower === "of" && beside(at - 1);
  if (!beside(first - 1) && !beside(last + 1) && !bridged(first - 1)) return false;
  const letters = words.filter((word) => /^\p{L}{4,}$/u.test(word.lower));
  const capitals = letters.filter((word) => word.capital).length;
  return capitals * 3 < letters.length * 2 || (letters.length < 5 && capitals < letters.length);
}

function fitsAt(words: readonly Word[], at: number, pattern: Pattern): Candidate | null {
  const { row } = pattern;
  const word = words[at]!;
  let predicate: Predicate | null = null;
  let fit = fitAt(pattern, words, at);
  if (row.form === "verb") {
    // "is willing to": what a form of "be" says is said by the word that it belongs to.
    const copula = word.label === "cop" && word.head >= 0;
    if (!copula && !(isVerb(word) && isDeed(word))) return null;
    predicate = predicateAt(words, copula ? word.head : at);
    if (fit === null && predicate.passive) fit = passiveFitAt(pattern, words, at);
    if (fit === null) return null;
  } else {
    if (fit === null) return null;
    const carrier = words[fit.at(-1)!]!;
    // A noun by its tag; a gerund names a deed where it stands as one ("the shelling of X").
    const said = fit.find((one) => words[one]!.upos === "ADJ" && childOf(words, one, /^(?:nsubj|cop)/) >= 0);
    if (row.form === "phrase" && said !== undefined) predicate = predicateAt(words, said);
    if (row.form === "noun" && isVerb(carrier) && !(carrier.xpos === "VBG" && !isDeed(carrier))) return null;
  }
  if (row.form === "noun" && isModifier(words, fit.at(-1)!)) return null;
  const first = Math.min(...fit);
  const last = Math.max(...fit);
  // A word joined to another by a hyphen is a part of that one: "Kremlin-backed", "attack-resistant".
  if (words[first]!.glued || (words[last + 1]?.glued && row.form !== "noun")) return null;
  if (words[last + 1]?.glued && last === first) return null;
  if (isNamePart(words, first, last)) return null;
  const distance = pattern.needs === null ? 0 : needDistance(pattern.needs, words, first, last);
  if (distance === null || isVoid(row.trigger, words, first, last)) return null;
  return {
    row,
    words: [...fit].sort((a, b) => a - b),
    head: row.form === "verb" ? at : last,
    predicate,
    fit,
    rank: [fit.length, pattern.needs === null ? 0 : 1, -distance],
  };
}

function better(a: Candidate, b: Candidate): number {
  for (let at = 0; at < a.rank.length; at++) if (a.rank[at] !== b.rank[at]) return b.rank[at]! - a.rank[at]!;
  return 0;
}

/** Is the word a trigger by itself, which a verb with that noun as its own takes over? */
const isLoneNoun = (found: readonly Trigger[], word: number, { row, fit }: Candidate): boolean =>
  row.form === "verb" &&
  fit.length > 1 &&
  found.some((one) => one.words.length === 1 && one.words[0] === word && one.row.form === "noun");

/** Triggers of a sentence in text order; no word belongs to two. The longest wins, then the one whose needed word is nearest. */
export function triggersIn(words: readonly Word[], index: Pick<TriggerIndex, "patterns">): readonly Trigger[] {
  const found: Trigger[] = [];
  const taken = new Set<number>();
  for (let at = 0; at < words.length; at++) {
    if (taken.has(at)) continue;
    const patterns = index.patterns.get(words[at]!.lower);
    if (patterns === undefined) continue;
    const candidates = patterns
      .map((pattern) => fitsAt(words, at, pattern))
      .filter((candidate) => candidate !== null)
      .filter((candidate) => candidate.fit.every((word) => !taken.has(word) || isLoneNoun(found, word, candidate)));
    const [best] = candidates.sort(better);
    if (best === undefined) continue;
    // "the ceasefire was broken": the noun before the verb belongs to the verb.
    for (const word of best.fit) {
      const before = found.findIndex((one) => one.words.includes(word));
      if (before >= 0) found.splice(before, 1);
      taken.add(word);
    }
    found.push(best);
  }
  return found
    .filter((trigger, at) => !swallowed(words, trigger, found[at - 1]))
    .sort((a, b) => a.words[0]! - b.words[0]!);
}

/**
 * Is this noun the object that the verb before it needed ("lifted sanctions", "suspended aid"), and so the same event?
 * Then the verb alone is kept.
 */
function swallowed(words: readonly Word[], trigger: Trigger, before: Trigger | undefined): boolean {
  if (before === undefined || before.predicate === null) return false;
  if (trigger.predicate !== null && !trigger.predicate.gerund) return false;
  const { needs } = before.row;
  if (needs.length === 0 || trigger.words[0]! - before.words.at(-1)! > 4) return false;
  const printed = words[trigger.head]!.lower;
  return needs.some(
    (need) => printed === need || printed === `${need}s` || trigger.row.trigger.split(" ").includes(need),
  );
}
