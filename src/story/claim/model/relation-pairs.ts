import { denialForm } from "../denial.ts";
import { affinity } from "../identity.ts";
import { alikeOf, type Likeness } from "../likeness.ts";
import { isStop } from "../meaning.ts";
import type { StoryReading, Telling } from "../reading.ts";
import { directionOf, dot } from "./align.ts";
import { featureNames, featuresOfPair, pairContext } from "./pair-feature.ts";
import { betweenTellings, ofTelling, type RelationContext, relationNames, termsBeforeOf } from "./relation-feature.ts";
import { sentenceTermsOf } from "./story-pairs.ts";

/** What an ordered pair of tellings is judged by. */
export const relationFeatureNames: readonly string[] = [...featureNames, ...relationNames];

/** Two tellings in the order in which the one may stand to the other, with a number for each of `relationFeatureNames`. */
export interface OrderedPair {
  readonly a: number;
  readonly b: number;
  readonly features: readonly number[];
}

const mostPartners = 24;
const mostOfTerm = 400;
const mostNear = 10;
const mostTellings = 1500;
const stepsAway = 4;

/** Pairs that may bear on one another: those that share words, those near in meaning, and neighbours in one text. */
function candidates({ tellings, words }: StoryReading): readonly (readonly number[])[] {
  const byTerm = new Map<string, number[]>();
  const directions = tellings.map(({ features }) => directionOf(features.terms, words));
  return tellings.map(({ features, document, speaker }, at) => {
    const shared = new Map<number, number>();
    const share = (term: string, weight: number): void => {
      const having = byTerm.get(term);
      if (!having || having.length > mostOfTerm) return;
      for (const other of having) shared.set(other, (shared.get(other) ?? 0) + weight);
    };
    for (const term of features.terms) {
      share(term, words.weightOf(term));
      for (const [other, nearness] of words.near(term)) share(other, nearness);
    }
    for (const { value } of features.counts) if (value !== null) share(`=${value}`, 2);
    for (const term of [...features.terms, ...features.counts.map(({ value }) => `=${value}`)]) {
      const having = byTerm.get(term);
      if (having) having.push(at);
      else byTerm.set(term, [at]);
    }
    const found = new Set(
      [...shared]
        .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, mostPartners)
        .map(([other]) => other),
    );
    const own = directions[at];
    if (own && tellings.length <= mostTellings) {
      const near: [number, number][] = [];
      for (let other = 0; other < at; other++) {
        const row = directions[other];
        if (row) near.push([other, dot(own, row)]);
      }
      for (const [other] of near.toSorted((a, b) => b[1] - a[1]).slice(0, mostNear)) found.add(other);
    }
    const isNo = denialForm(tellings[at]!) === "explicit";
    for (let other = at - 1; other >= 0 && tellings[other]!.document === document; other--) {
      if (!isNo && at - other > stepsAway) break;
      if (tellings[other]!.speaker !== speaker) found.add(other);
    }
    return [...found].toSorted((a, b) => a - b);
  });
}

function relationContext(
  story: StoryReading,
  sentenceTerms: RelationContext["sentenceTerms"],
  scores: ReadonlyMap<number, ReadonlyMap<number, number>>,
  meanings: ReadonlyMap<number, ReadonlyMap<number, number>>,
  placeOf: RelationContext["placeOf"],
): RelationContext {
  const { tellings, words } = story;
  const foreign = (a: Telling, b: Telling): boolean => affinity(a.speaker, b.speaker) < 0.6;
  const best = (all: ReadonlyMap<number, ReadonlyMap<number, number>>): readonly number[] =>
    tellings.map((telling, at) =>
      Math.max(0, ...[...(all.get(at) ?? [])].flatMap(([to, score]) => (foreign(telling, tellings[to]!) ? [score] : []))),
    );
  const [bestScore, bestMeaning] = [best(scores), best(meanings)];
  const toldIn = tellings.map((telling, at) => {
    const [salience, again] = [new Set<string>(), new Set<string>()];
    for (const [to, score] of scores.get(at) ?? []) {
      const other = tellings[to]!;
      if (other.document === telling.document || score < 0.3) continue;
      salience.add(other.document);
      if (!foreign(telling, other)) again.add(other.document);
    }
    return [salience.size, again.size] as const;
  });
  return {
    words,
    sentenceTerms,
    termsBefore: termsBeforeOf(isStop),
    told: ({ at }) => toldIn[at]!,
    rankOf: ({ at }, score) => (bestScore[at] === 0 ? 1 : score / bestScore[at]!),
    rankOfMeaning: ({ at }, meaning) => meaning - bestMeaning[at]!,
    placeOf,
  };
}

/** Every ordered pair of tellings of a story that may bear on one another, with what it is judged by. */
export function orderedPairs(story: StoryReading): readonly OrderedPair[] {
  const { tellings, words } = story;
  const sentenceTerms = sentenceTermsOf();
  const scores = new Map<number, Map<number, number>>();
  const meanings = new Map<number, Map<number, number>>();
  const keep = (to: Map<number, Map<number, number>>, a: number, b: number, score: number): void => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = to.get(one);
      if (known) known.set(other, score);
      else to.set(one, new Map([[other, score]]));
    }
  };
  const directions = tellings.map(({ features }) => directionOf(features.terms, words));
  const pairs: { readonly a: number; readonly b: number; readonly likeness: Omit<Likeness, "conflict">; readonly meaning: number }[] = [];
  candidates(story).forEach((others, b) => {
    for (const a of others) {
      const likeness = alikeOf(tellings[a]!, tellings[b]!, words);
      const meaning = directions[a] && directions[b] ? dot(directions[a], directions[b]) : 0;
      pairs.push({ a, b, likeness, meaning });
      keep(scores, a, b, likeness.score);
      keep(meanings, a, b, meaning);
    }
  });
  const ofPairs = pairContext(story, sentenceTerms, scores);
  const context = relationContext(story, sentenceTerms, scores, meanings, ofPairs.placeOf);
  return pairs.flatMap(({ a, b, likeness, meaning }): OrderedPair[] => {
    const [one, other] = [tellings[a]!, tellings[b]!];
    const base = featuresOfPair(one, other, ofPairs, likeness);
    const [left, right] = [ofTelling(one, context), ofTelling(other, context)];
    return [
      { a, b, features: [...base, ...left, ...right, ...betweenTellings(one, other, likeness, meaning, context)] },
      { a: b, b: a, features: [...base, ...right, ...left, ...betweenTellings(other, one, likeness, meaning, context)] },
    ];
  });
}
