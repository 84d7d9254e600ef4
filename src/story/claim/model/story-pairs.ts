import { lookupOf } from "../../lookup.ts";
import { piecesOf, termOf } from "../../word.ts";
import { affinity } from "../affinity.ts";
import { alikeOf, type Likeness } from "../likeness.ts";
import { isStop } from "../meaning.ts";
import type { StoryReading, Telling } from "../reading.ts";
import type { Speaker } from "../speaker.ts";
import { featuresOfPair, pairContext } from "./pair-feature.ts";
import { createSharing, keepScore, mostSharing, type Scores } from "./sharing.ts";

/** Two tellings that share a word or a near one, by their places in the story, the earlier first. */
export interface StoryPair {
  readonly a: number;
  readonly b: number;
  /** One number for each of `featureNames`. */
  readonly features: readonly number[];
}

/** So many tellings that share words with one are compared with it, those that share the rarest first. */
export const mostPartners = 48;

/** Content terms of the sentence that a telling stands in, each sentence worked out once. */
export function sentenceTermsOf(): (telling: Telling) => ReadonlySet<string> {
  const known = new WeakMap<object, Map<number, ReadonlySet<string>>>();
  return ({ told: { annotation }, span, features }) => {
    const sentence = lookupOf(annotation).sentenceAt(span[0]);
    if (!sentence) return features.terms;
    const ofText = known.get(annotation) ?? new Map<number, ReadonlySet<string>>();
    known.set(annotation, ofText);
    const found = ofText.get(sentence[0]);
    if (found) return found;
    const terms = new Set<string>();
    for (const { form } of piecesOf(annotation.text.slice(sentence[0], sentence[1]))) {
      const term = termOf(form);
      if (!isStop(term)) terms.add(term);
    }
    ofText.set(sentence[0], terms);
    return terms;
  };
}

/** Two who are so nearly one voice are compared though they share no word: what they say may be said in other words. */
const voiceFrom = 0.3;
/** A voice that is surely the same counts as much as a word of this weight. */
const perVoice = 2;

/** For each telling, the earlier ones that it shares most with: words, numbers, who speaks. */
function partnersOf({ tellings, words }: StoryReading): readonly (readonly number[])[] {
  const sharing = createSharing(words);
  const bySpeaker = new Map<Speaker, number[]>();
  return tellings.map((telling, at) => {
    const shared = sharing.sharedBy(telling);
    for (const [other, spoken] of bySpeaker) {
      const near = affinity(telling.speaker, other);
      if (near < voiceFrom) continue;
      for (const one of spoken) shared.set(one, (shared.get(one) ?? 0) + perVoice * near);
    }
    const spoken = bySpeaker.get(telling.speaker);
    if (spoken) spoken.push(at);
    else bySpeaker.set(telling.speaker, [at]);
    sharing.add(telling, at);
    return mostSharing(shared, mostPartners);
  });
}

/** Every pair of tellings of a story that may tell one thing, with what it is judged by; in the order of `b`, then of `a`. */
export function storyPairs(story: StoryReading): readonly StoryPair[] {
  const { tellings, words } = story;
  const partners = partnersOf(story);
  const alike: { readonly a: number; readonly b: number; readonly likeness: Omit<Likeness, "conflict"> }[] = [];
  const scores: Scores = new Map();
  partners.forEach((others, b) => {
    for (const a of others.toSorted((one, other) => one - other)) {
      const likeness = alikeOf(tellings[a]!, tellings[b]!, words);
      alike.push({ a, b, likeness });
      keepScore(scores, a, b, likeness.score);
    }
  });
  const context = pairContext(story, sentenceTermsOf(), scores);
  return alike.map(({ a, b, likeness }) => ({
    a,
    b,
    features: featuresOfPair(tellings[a]!, tellings[b]!, context, likeness),
  }));
}
