import { affinity } from "../affinity.ts";
import { denialForm } from "../denial.ts";
import { alikeOf, type Likeness } from "../likeness.ts";
import { isStop } from "../meaning.ts";
import type { StoryReading, Telling } from "../reading.ts";
import { cosine, type Weighed, weigh } from "./align.ts";
import { featureNames, featuresOfPair, type PairContext, pairContext } from "./pair-feature.ts";
import {
  betweenTellings,
  commonOf,
  mirrored,
  ofTelling,
  type RelationContext,
  relationNames,
  termsBeforeOf,
} from "./relation-feature.ts";
import { createSharing, keepScore, mostSharing, type Scores } from "./sharing.ts";
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
const mostNear = 10;
const mostTellings = 1500;
const stepsAway = 4;

/** Pairs that may bear on one another: those that share words, those near in meaning, and neighbours in one text. */
function candidates({ tellings, words }: StoryReading, said: readonly Weighed[]): readonly (readonly number[])[] {
  const sharing = createSharing(words);
  return tellings.map((telling, at) => {
    const { document, speaker } = telling;
    const found = new Set(mostSharing(sharing.sharedBy(telling), mostPartners));
    sharing.add(telling, at);
    const own = said[at]!;
    if (own.direction && tellings.length <= mostTellings) {
      const near = said.slice(0, at).map((one, other) => [other, cosine(own, one)] as const);
      for (const [other] of near.toSorted((a, b) => b[1] - a[1]).slice(0, mostNear)) found.add(other);
    }
    const isNo = denialForm(telling) === "explicit";
    for (let other = at - 1; other >= 0 && tellings[other]!.document === document; other--) {
      if (!isNo && at - other > stepsAway) break;
      if (tellings[other]!.speaker !== speaker) found.add(other);
    }
    return [...found].toSorted((a, b) => a - b);
  });
}

function relationContext(
  { tellings }: StoryReading,
  ofPairs: PairContext,
  scores: Scores,
  meanings: Scores,
): RelationContext {
  const foreign = (a: Telling, b: Telling): boolean => affinity(a.speaker, b.speaker) < 0.6;
  const best = (all: Scores): readonly number[] =>
    tellings.map((telling, at) =>
      Math.max(
        0,
        ...[...(all.get(at) ?? [])].flatMap(([to, score]) => (foreign(telling, tellings[to]!) ? [score] : [])),
      ),
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
    ...ofPairs,
    termsBefore: termsBeforeOf(isStop),
    told: ({ at }) => toldIn[at]!,
    rankOf: ({ at }, score) => (bestScore[at] === 0 ? 1 : score / bestScore[at]!),
    rankOfMeaning: ({ at }, meaning) => meaning - bestMeaning[at]!,
  };
}

/** Every ordered pair of tellings of a story that may bear on one another, with what it is judged by, one after the other: all at once would fill the memory. */
export function* orderedPairs(story: StoryReading): Generator<OrderedPair> {
  const { tellings, words } = story;
  const scores: Scores = new Map();
  const meanings: Scores = new Map();
  const said = tellings.map(({ features }) => weigh(features.terms, words));
  const pairs: {
    readonly a: number;
    readonly b: number;
    readonly likeness: Omit<Likeness, "conflict">;
    readonly meaning: number;
  }[] = [];
  candidates(story, said).forEach((others, b) => {
    for (const a of others) {
      const likeness = alikeOf(tellings[a]!, tellings[b]!, words);
      const meaning = cosine(said[a]!, said[b]!);
      pairs.push({ a, b, likeness, meaning });
      keepScore(scores, a, b, likeness.score);
      keepScore(meanings, a, b, meaning);
    }
  });
  const ofPairs = pairContext(story, sentenceTermsOf(), scores);
  const context = relationContext(story, ofPairs, scores, meanings);
  const alone = tellings.map((telling) => ofTelling(telling, context));
  for (const { a, b, likeness, meaning } of pairs) {
    const [one, other] = [tellings[a]!, tellings[b]!];
    const common = commonOf(one, other, likeness.score, meaning, context);
    const base = featuresOfPair(one, other, ofPairs, likeness, common.aligned);
    const [left, right] = [alone[a]!, alone[b]!];
    yield { a, b, features: [...base, ...left, ...right, ...betweenTellings(one, other, common, context)] };
    yield {
      a: b,
      b: a,
      features: [...base, ...right, ...left, ...betweenTellings(other, one, mirrored(common), context)],
    };
  }
}
