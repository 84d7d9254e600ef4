import { lookupOf } from "../../lookup.ts";
import { piecesOf, termOf } from "../../word.ts";
import { affinity } from "../affinity.ts";
import { clockApart } from "../clock.ts";
import { once } from "../conflict/once.ts";
import { correctingIn, inUpdate } from "../correcting.ts";
import { accuses, callsUntrue, denialForm, namesAccuser, pointsAtReport } from "../denial.ts";
import { type Count, fits, sameUnit } from "../feature.ts";
import type { Telling } from "../reading.ts";
import { takesBack, tellsTakingBack } from "../take-back.ts";
import type { Words } from "../words.ts";
import { alignments, cosine, type Weighed, weigh } from "./align.ts";
import type { PairContext } from "./pair-feature.ts";

/** What one telling of a pair is judged by, in the order of `ofTelling`. */
const tellingNames = [
  "form",
  "attribution",
  "untrue",
  "points",
  "causal",
  "excluded",
  "corrects",
  "withdraws",
  "takesBack",
  "update",
  "negated",
  "quantifier",
  "onlyPronoun",
  "terms",
  "counts",
  "clock",
  "holder",
  "sure",
  "salience",
  "saidAgain",
  "place",
  "length",
  "contrast",
  "deadly",
  "goesOn",
] as const;

const betweenNames = [
  "order",
  "daysLater",
  "steps",
  "adjacent",
  "accusesDenier",
  "namesAccuser",
  "sameSpan",
  "aSentenceHasB",
  "bSentenceHasA",
  "beforeHasB",
  "beforeHasA",
  "aSetsAside",
  "bSetsAside",
  "countsApart",
  "unitsAlike",
  "valuesRatio",
  "clockApart",
  "placeApart",
  "contextMeaning",
  "rankOfB",
  "rankOfA",
  "rankMeaningOfB",
  "rankMeaningOfA",
  "ownAligned",
  "otherAligned",
  "unmatchedMeaning",
  "samePublisher",
  "turns",
  "numberApart",
] as const;

/** What an ordered pair of tellings is judged by beside `featureNames`: of the first, of the second, and between them. */
export const relationNames: readonly string[] = [
  ...tellingNames.map((name) => `a.${name}`),
  ...tellingNames.map((name) => `b.${name}`),
  ...betweenNames,
];

const causal =
  /\b(?:because(?: of)?|caused?|cause|due to|owing to|fault|result of|blamed?|set off|triggered|started|began|after an? [\p{L}-]+ (?:failed|broke|burst|exploded)|behind|culprit|origin|source|came from|reason)\b/iu;
const quantifier =
  /\b(?:every|all|always|each|both|everyone|everybody|only|nothing but|at no time|not one|not a single|nobody|no one|none|never)\b/i;
const clockWords =
  /\b(?:\d{1,2}[.:]\d{2}|\d{1,2} ?[ap]\.?m\b|(?:half|quarter|twenty|ten|five|minutes) (?:past|to|after) (?:\p{L}+)|o['’]clock|noon|midnight|midday|dawn|daybreak|dusk|in the (?:morning|afternoon|evening)|at night|overnight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/iu;
const deadly = /\b(?:dead|died|die|killed|deaths?|toll|bodies|lives|lost|perished)\b/i;
const contrastWords =
  /\b(?:but|instead|rather|on the contrary|in fact|actually|contrary to|other side|own|itself|themselves|whereas)\b/i;

const kinds = [
  "say",
  "announce",
  "confirm",
  "promise",
  "warn",
  "threaten",
  "demand",
  "accuse",
  "allege",
  "admit",
  "refuse",
  "deny",
];
const types = { state: 0, person: 1, body: 2, role: 3, publisher: 4, nobody: 5 } as const;

/** What is asked of a story once, for the features of all its pairs. */
export interface RelationContext extends PairContext {
  /** Terms of the sentence before that of a telling, within its block. */
  readonly termsBefore: (telling: Telling) => ReadonlySet<string>;
  /** In how many other documents something like it is told, by the same holder and by others. */
  readonly told: (telling: Telling) => readonly [salience: number, again: number];
  /** Share of the telling's best likeness to another holder's that `score` is. */
  readonly rankOf: (telling: Telling, score: number) => number;
  readonly rankOfMeaning: (telling: Telling, meaning: number) => number;
}

const printedSentence = (telling: Telling): string => {
  const one = lookupOf(telling.told.annotation).sentenceAt(telling.span[0]);
  return one ? telling.told.annotation.text.slice(one[0], one[1]) : telling.words;
};

const features = new WeakMap<Telling, number[]>();

/** What `telling` alone is judged by. */
export function ofTelling(telling: Telling, context: RelationContext): readonly number[] {
  const known = features.get(telling);
  if (known) return known;
  const { attribution, words, features: own, speaker } = telling;
  const form = denialForm(telling);
  const sentence = printedSentence(telling);
  const [salience, again] = context.told(telling);
  const made = [
    form === "explicit" ? 2 : form === "negated" ? 1 : 0,
    attribution ? kinds.indexOf(attribution.kind) : -2,
    Number(callsUntrue(words)) + Number(callsUntrue(sentence)),
    Number(pointsAtReport(words)),
    Number(causal.test(words)),
    own.excluded.size,
    correctingIn(telling),
    Number(tellsTakingBack(sentence)),
    Number(takesBack(telling)),
    Number(inUpdate(telling)),
    Number(telling.negated),
    Number(quantifier.test(words)),
    Number(/\b(?:it|this|that|they|he|she)\b/i.test(words)),
    own.terms.size,
    own.counts.length,
    Number(clockWords.test(words)),
    types[speaker.type],
    Number(telling.sure),
    salience,
    again,
    context.placeOf(telling),
    words.length,
    Number(contrastWords.test(words)),
    Number(deadly.test(words)),
    Number(telling.goesOn),
  ];
  features.set(telling, made);
  return made;
}

function share(of: ReadonlySet<string>, having: ReadonlySet<string>, words: Words): number {
  let [found, all] = [0, 0];
  for (const term of of) {
    const weight = words.weightOf(term);
    all += weight;
    if (having.has(term)) found += weight;
    else
      for (const [other, nearness] of words.near(term))
        if (having.has(other)) {
          found += weight * nearness;
          break;
        }
  }
  return all === 0 ? 0 : found / all;
}

function setsAside(a: Telling, b: Telling, words: Words): boolean {
  for (const term of a.features.excluded) {
    if (b.features.terms.has(term) || b.features.counts.some(({ value }) => term === `=${value}`)) return true;
    for (const other of words.near(term).keys()) if (b.features.terms.has(other)) return true;
  }
  return false;
}

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((term) => b.has(term));

const placesAfter = once(
  ({ words, speaker }: Telling): ReadonlySet<string> =>
    new Set(
      [
        ...words.matchAll(
          /\b(?:at|in|near|from|to|over|outside|inside|off|on) (?:the )?(\p{Lu}[\p{L}-]{2,30}|north|south|east|west|\p{Ll}{4,20})/gu,
        ),
      ]
        .map(([, word]) => termOf(word!))
        .filter((term) => !speaker.words.has(term)),
    ),
);

/** Names after a word of place that the other has not, in both. */
function placeApart(a: Telling, b: Telling): number {
  const [one, other] = [placesAfter(a), placesAfter(b)];
  return one.size > 0 && other.size > 0 ? (meet(one, other) ? -1 : 1) : 0;
}

const unitNearness = (a: string, b: string, words: Words): number => {
  const known = a === b ? 1 : words.near(a).get(b);
  return known ?? 0.5 * Math.max(0, cosine(weigh(new Set([a]), words), weigh(new Set([b]), words)));
};

/** The counts of the two that differ and are nearest in what they count. */
function countsApart(a: readonly Count[], b: readonly Count[], words: Words): readonly [alike: number, ratio: number] {
  let best: readonly [number, number] = [-1, 0];
  for (const one of a) {
    for (const other of b) {
      if (fits(one, other)) continue;
      const alike =
        one.unit === null || other.unit === null
          ? 0.3
          : sameUnit(one, other)
            ? Math.max(0.9, unitNearness(one.unit, other.unit, words))
            : unitNearness(one.unit, other.unit, words);
      const [low, high] = [one.value ?? one.low ?? one.high ?? 0, other.value ?? other.low ?? other.high ?? 0];
      const ratio = Math.min(low, high) / Math.max(1e-9, Math.max(low, high));
      if (alike > best[0]) best = [alike, ratio];
    }
  }
  return best;
}

/** Cosine of what either has alone: another cause, another actor. */
function unmatchedMeaning(a: Telling, b: Telling, words: Words): number {
  const only = (one: Telling, other: Telling): Weighed =>
    weigh(new Set([...one.features.terms].filter((term) => !other.features.terms.has(term))), words);
  return cosine(only(a, b), only(b, a));
}

/** What two tellings have in common, each value for the first and for the second one: the same for both orders. */
export interface Common {
  /** The likeness of their words, and that of their meaning. */
  readonly score: number;
  readonly meaning: number;
  /** How much of the one has a partner in the other. */
  readonly aligned: readonly [number, number];
  /** How much of the one stands in the other's sentence, and in the sentence before that. */
  readonly inSentence: readonly [number, number];
  readonly inBefore: readonly [number, number];
  /** Cosine of what either has alone. */
  readonly unmatched: number;
  readonly sentences: number;
}

/** What `a` and `b` have in common; `score` and `meaning` are the likeness of their words. */
export function commonOf(a: Telling, b: Telling, score: number, meaning: number, context: RelationContext): Common {
  const { words } = context;
  const [sentenceA, sentenceB] = [context.sentenceOf(a), context.sentenceOf(b)];
  return {
    score,
    meaning,
    aligned: alignments(context.saidOf(a), context.saidOf(b)),
    inSentence: [share(a.features.terms, sentenceB.terms, words), share(b.features.terms, sentenceA.terms, words)],
    inBefore: [
      share(a.features.terms, context.termsBefore(b), words),
      share(b.features.terms, context.termsBefore(a), words),
    ],
    unmatched: unmatchedMeaning(a, b, words),
    sentences: cosine(sentenceA, sentenceB),
  };
}

const turned = ([one, other]: readonly [number, number]): readonly [number, number] => [other, one];

/** The same for the other order. */
export const mirrored = (common: Common): Common => ({
  ...common,
  aligned: turned(common.aligned),
  inSentence: turned(common.inSentence),
  inBefore: turned(common.inBefore),
});

/** What stands between the two, told from `a`. */
export function betweenTellings(a: Telling, b: Telling, common: Common, context: RelationContext): readonly number[] {
  const { words } = context;
  const { score, meaning, aligned, inSentence, inBefore } = common;
  const same = a.document === b.document;
  const [dayA, dayB] = [a.day, b.day].map((day) => (day === null ? null : Date.parse(day) / 86_400_000));
  const [unitsAlike, ratio] = countsApart(a.features.counts, b.features.counts, words);
  const values = ({ features: { counts } }: Telling): readonly (number | null)[] => counts.map(({ value }) => value);
  return [
    Math.sign(a.at - b.at),
    dayA === null || dayB === null ? 0 : Math.max(-30, Math.min(30, dayA! - dayB!)),
    same ? Math.max(-20, Math.min(20, a.at - b.at)) : 30,
    Number(same && Math.abs(a.at - b.at) === 1),
    Number(accuses(b, a)),
    Number(namesAccuser(a, b)),
    Number(same && a.span[0] === b.span[0] && a.span[1] === b.span[1]),
    inSentence[1],
    inSentence[0],
    inBefore[1],
    inBefore[0],
    Number(setsAside(a, b, words)),
    Number(setsAside(b, a, words)),
    Number(unitsAlike >= 0.5),
    unitsAlike,
    ratio,
    clockApart(a, b),
    placeApart(a, b),
    common.sentences,
    context.rankOf(a, score),
    context.rankOf(b, score),
    context.rankOfMeaning(a, meaning),
    context.rankOfMeaning(b, meaning),
    aligned[0],
    aligned[1],
    common.unmatched,
    Number(a.told.publisher !== null && a.told.publisher === b.told.publisher),
    same ? Number(affinity(a.speaker, b.speaker) < 0.6) : -1,
    Number(values(a).length > 0 && values(b).length > 0 && !values(a).some((value) => values(b).includes(value))),
  ];
}

/** Content terms of the sentence before a telling's, within its block. */
export function termsBeforeOf(stop: (term: string) => boolean): (telling: Telling) => ReadonlySet<string> {
  const known = new WeakMap<object, Map<number, ReadonlySet<string>>>();
  const none: ReadonlySet<string> = new Set();
  return ({ told: { annotation }, span }) => {
    const { sentences, text } = annotation;
    const at = lookupOf(annotation).sentenceNumberAt(span[0]);
    const before = sentences[at - 1];
    if (!before) return none;
    const ofText = known.get(annotation) ?? new Map<number, ReadonlySet<string>>();
    known.set(annotation, ofText);
    const found = ofText.get(at);
    if (found) return found;
    const terms = new Set<string>();
    for (const { form } of piecesOf(text.slice(before[0], before[1]))) {
      const term = termOf(form);
      if (!stop(term)) terms.add(term);
    }
    ofText.set(at, terms);
    return terms;
  };
}
