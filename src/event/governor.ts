import type { Realis } from "../model/event.ts";
import type { VerbForm } from "../sentence/inflection.ts";
import { type VerbReading, verbReadings } from "./lemma.ts";
import { isBarrier, relatives, subordinators, type Word } from "./word.ts";

/**
 * What a word says of the deed that depends on it: "plans to X", "ordered X", "fears of X".
 * `actual` passes on its own mood ("will begin to X"), `ongoing` too, as something under way; the rest are moods by themselves.
 */
export type Sense =
  | Exclude<Realis, "happened">
  | "actual"
  | "likely"
  | "possible"
  | "refused"
  | "prevented"
  | "attempted";

/** A word that governs a deed, found in a sentence. */
export interface Governor {
  readonly at: number;
  /** The verb's lemma, or the noun or adjective as printed. */
  readonly lemma: string;
  readonly sense: Sense;
  /** Does the one who is told do it ("ordered troops to X")? Else the one who tells ("promised to X"). */
  readonly object: boolean;
  /** Forms of the verb; empty for nouns and adjectives. */
  readonly forms: ReadonlySet<VerbForm>;
}

/** Verbs before an infinitive, a gerund or a deed's noun. */
const verbs: Readonly<Record<Sense, string>> = {
  planned:
    "plan intend prepare decide agree vow pledge promise commit aim schedule undertake resolve swear opt offer volunteer ready announce propose arrange swear",
  threatened: "threaten warn menace",
  demanded:
    "order urge ask demand request tell instruct command call appeal press pressure invite beg plead implore require push",
  hypothetical:
    "want hope wish consider discuss fear mull contemplate weigh fantasise advocate envisage suspect simulate imagine expect seek ponder risk provoke justify",
  likely: "appear seem",
  possible: "enable authorise authorize permit",
  refused: "refuse decline neglect rule reject deny fail forget",
  prevented:
    "prevent avoid avert deter stop thwart foil repel halt cancel postpone suspend ban prohibit block forbid abandon oppose discourage",
  attempted: "try attempt strive struggle plot scheme conspire",
  actual:
    "manage begin start help proceed launch resume force allow let make have cause give repeat reiterate renew voice express file lodge deliver receive undergo endure sustain lead carry conduct hold stage mount wage undertake perform commit impose issue open complete finish finalise finalize end suffer face see expand intensify step increase join take organise organize witness condemn criticise criticize denounce support back praise blame describe follow include involve accuse report confirm claim send",
  ongoing: "continue keep",
};

/** Verbs whose object does the deed. */
const objectControl = new Set(
  "order urge ask tell instruct command call appeal press pressure invite beg plead implore require push enable authorise authorize permit force allow let make cause prevent stop deter warn ban prohibit forbid block accuse discourage lead want help expect send advise persuade".split(
    " ",
  ),
);

const nouns: Readonly<Partial<Record<Sense, string>>> = {
  planned:
    "plan plans intention intentions decision promise pledge commitment agreement preparation preparations schedule readiness willingness deal vow upcoming planned scheduled forthcoming future impending imminent proposed ready willing prepared set due poised scheduled about going bound committed determined",
  threatened: "threat threats threatened",
  demanded: "order orders call calls demand demands request requests appeal appeals ultimatum",
  hypothetical:
    "fear fears feared possibility risk risks prospect prospects idea proposal proposals option scenario pretext possible potential hypothetical danger eventual able supposed would-be if concern concerns hopes desire warning warnings unable",
  likely: "likely probable expected",
  refused: "refusal failure unwilling reluctance denial unlikely",
  prevented: "prevention",
  attempted: "attempt attempts effort efforts bid attempted seeking plot",
};

const verbSense = new Map<string, Sense>();
for (const [sense, list] of Object.entries(verbs) as [Sense, string][])
  for (const verb of list.split(" ")) if (!verbSense.has(verb)) verbSense.set(verb, sense);
const readings = verbReadings(verbSense.keys());
const otherSense = new Map<string, Sense>();
for (const [sense, list] of Object.entries(nouns) as [Sense, string][])
  for (const word of list.split(" ")) if (!otherSense.has(word)) otherSense.set(word, sense);

const formsIn = (found: readonly VerbReading[], lemma: string): ReadonlySet<VerbForm> =>
  new Set(found.filter((reading) => reading.lemma === lemma).map((reading) => reading.form));

/** The governor that word `at` may be; null where it governs nothing. Verbs are looked up before nouns, except after "the", "a" or a possessive. */
export function governorAt(words: readonly Word[], at: number): Governor | null {
  const word = words[at];
  if (word === undefined || word.glued) return null;
  const other = otherSense.get(word.lower);
  const verb = readings.get(word.lower);
  const before = words[at - 1]?.lower ?? "";
  const nominal =
    other !== undefined &&
    /^(?:the|a|an|its|his|her|their|our|no|any|'s|of|'|this|these|such|new|further)$/.test(before);
  if (verb !== undefined && !nominal) {
    const lemma = verb[0]!.lemma;
    // "allowed the forces to X": a verb that needs an object has none right before "to", so this is a noun.
    const isNoun =
      objectControl.has(lemma) &&
      words[at + 1]?.lower === "to" &&
      verb.every((one) => one.form === "base" || one.form === "third");
    if (isNoun)
      return other === undefined
        ? null
        : { at, lemma: word.lower, sense: other, object: other === "demanded", forms: new Set() };
    return { at, lemma, sense: verbSense.get(lemma)!, object: objectControl.has(lemma), forms: formsIn(verb, lemma) };
  }
  if (other === undefined) return null;
  return { at, lemma: word.lower, sense: other, object: other === "demanded", forms: new Set() };
}

/** How far before "to" its governor may stand, in words: an object with its own phrase fits in between. */
const infinitiveReach = 10;

/** What governs the infinitive whose "to" is word `to`; the nearest word to the left that can, in the same clause. Null where none is found. */
export function infinitiveGovernor(words: readonly Word[], to: number): Governor | null {
  for (let at = to - 1; at >= 0 && at >= to - infinitiveReach; at--) {
    const { lower } = words[at]!;
    if (isBarrier(lower) || (relatives.has(lower) && lower !== "that")) return null;
    const governor = governorAt(words, at);
    // "began its operation to X": only the word right before "to" governs without an object of its own.
    if (governor !== null && (at === to - 1 || governor.object || governor.sense !== "actual")) return governor;
    if (subordinators.has(lower) && lower !== "so") return null;
  }
  return null;
}
