import { affinity } from "../affinity.ts";
import { actorsDiffer } from "../conflict/actor.ts";
import { countConflict } from "../conflict/count.ts";
import { conditionDropped, doneInOne, provenInOne, suretyDiffers } from "../conflict/modality.ts";
import { opposedShare } from "../conflict/negation.ts";
import { placesDiffer } from "../conflict/place.ts";
import { partsDiffer } from "../conflict/quantifier.ts";
import { singleInOne } from "../conflict/single.ts";
import { timesDiffer } from "../conflict/time.ts";
import { denialForm } from "../denial.ts";
import { type Count, fits, sameCount } from "../feature.ts";
import { alikeOf, conflictOf, type Likeness } from "../likeness.ts";
import type { StoryReading, Telling } from "../reading.ts";
import type { Speaker } from "../speaker.ts";
import { takesBack } from "../take-back.ts";
import type { Words } from "../words.ts";
import { alignments, cosine, overlap, type Weighed, weigh } from "./align.ts";

/** What a pair of tellings is judged by, in the order of `featuresOfPair`. */
export const featureNames = [
  "affinity",
  "sameKey",
  "typeA",
  "typeB",
  "speakerWords",
  "roleWords",
  "roleMeaning",
  "owner",
  "country",
  "kindOfHolder",
  "leads",
  "ledNear",
  "speaksFor",
  "maybeSame",
  "surelyApart",
  "generic",
  "abroad",
  "sharedOffice",
  "charged",
  "sure",
  "nameInOther",
  "aWordsInB",
  "affinityRank",
  "othersAsNear",
  "score",
  "cover",
  "common",
  "matched",
  "matchedNames",
  "of",
  "longer",
  "sameCounts",
  "countsA",
  "countsB",
  "countsApartLess",
  "countsApartMore",
  "boundDiffers",
  "valueDiffers",
  "rank",
  "margin",
  "meaning",
  "alignedLess",
  "alignedMore",
  "sentence",
  "nameConflict",
  "count",
  "negation",
  "modality",
  "who",
  "time",
  "otherSlot",
  "countApart",
  "boundApart",
  "proven",
  "surety",
  "done",
  "condition",
  "opposed",
  "actors",
  "places",
  "times",
  "parts",
  "single",
  "negated",
  "possible",
  "planned",
  "conditional",
  "nominal",
  "denies",
  "takesBack",
  "sameDocument",
  "distance",
  "sameAttribution",
  "goesOn",
  "kind",
  "stance",
  "days",
  "own",
  "shortWords",
  "earlyA",
  "earlyB",
] as const;

const types = { state: 0, person: 1, body: 2, role: 3, publisher: 4, nobody: 5 } as const;

/** What is asked of a story once, for the features of all its pairs. */
export interface PairContext {
  readonly words: Words;
  /** What a telling says; its whole sentence; all words that a speaker is called by. */
  readonly saidOf: (telling: Telling) => Weighed;
  readonly sentenceOf: (telling: Telling) => Weighed;
  readonly calledOf: (speaker: Speaker) => Weighed;
  /** The likeness of the telling that is likest to `telling` in the document, and of the next one. */
  readonly likestIn: (telling: Telling, document: string) => readonly [number, number];
  /** How many tellings of its document stand before it. */
  readonly placeOf: (telling: Telling) => number;
  /** The speakers of a document. */
  readonly speakersOf: (document: string) => readonly Speaker[];
  /** Does the document print the last word of a person's name, or all words of a body's? */
  readonly names: (document: string, speaker: Speaker) => boolean;
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let count = 0;
  for (const one of a) if (b.has(one)) count++;
  return count;
};

/** Share of the words of the likest two offices that both have, 0 to 1. */
const officesAlike = ({ offices }: Speaker, { offices: others }: Speaker): number =>
  Math.max(
    0,
    ...offices.flatMap((one) =>
      others.map((other) => one.filter((word) => other.includes(word)).length / Math.max(one.length, other.length, 1)),
    ),
  );

/** Is it told by somebody else as what its holder says: "rejected Lorn's claim that …"? */
const isCharged = ({ attribution, source }: Telling): boolean => attribution === null && source.length > 0;

const agreement = (a: string | null, b: string | null): number => (a === null || b === null ? 0 : a === b ? 1 : -1);

const allWords = ({ words, role }: Speaker): ReadonlySet<string> => new Set([...words, ...role]);

const dayOf = ({ day }: Telling): number | null => (day === null ? null : Date.parse(day) / 86_400_000);

/**
 * Numbers that a pair of tellings is judged by, one for each of `featureNames`. Symmetric but for the order of the types, which is by rank, so
 * that the pair and its mirror are judged alike. `alike` is what `alikeOf` says of the pair, `aligned` how much
 * of each has a partner in the other.
 */
export function featuresOfPair(
  a: Telling,
  b: Telling,
  context: PairContext,
  alike: Omit<Likeness, "conflict"> = alikeOf(a, b, context.words),
  aligned: readonly [number, number] = alignments(context.saidOf(a), context.saidOf(b)),
): number[] {
  const [left, right] = [a.speaker, b.speaker];
  const near = affinity(left, right);
  const [one, other] = [Math.min(types[left.type], types[right.type]), Math.max(types[left.type], types[right.type])];
  const [conflict, counted] = [conflictOf(a, b), countConflict(a, b)];
  const [bestA, nextA] = context.likestIn(a, b.document);
  const [bestB, nextB] = context.likestIn(b, a.document);
  const rivals = (document: string, speaker: Speaker): number =>
    context.speakersOf(document).filter((some) => affinity(some, speaker) >= near && some.key !== speaker.key).length;
  const rank =
    a.document === b.document
      ? 0
      : Math.max(
          0,
          ...context.speakersOf(b.document).map((some) => affinity(some, left)),
          ...context.speakersOf(a.document).map((some) => affinity(some, right)),
        ) - near;
  const [dayA, dayB] = [dayOf(a), dayOf(b)];
  const [of, to] = [a.features, b.features];
  const matchedNames = alike.matched.filter((term) => of.names.has(term) || to.names.has(term)).length;
  const onlyNames = (x: Telling, y: Telling): boolean =>
    [...x.features.names].some((name) => !y.features.names.has(name));
  const [saidA, saidB] = [context.saidOf(a), context.saidOf(b)];
  const [alignedA, alignedB] = aligned;
  const apart = (some: Telling["features"], rest: Telling["features"]): readonly Count[] =>
    some.counts.filter((count) => !rest.counts.some((two) => sameCount(count, two)));
  const [apartA, apartB] = [apart(of, to), apart(to, of)];
  const own = Number(left.type === "publisher") + Number(right.type === "publisher");
  return [
    near,
    Number(left.key === right.key),
    one,
    other,
    shared(left.words, right.words) / Math.max(1, Math.min(left.words.size, right.words.size)),
    shared(context.calledOf(left).terms, context.calledOf(right).terms),
    cosine(context.calledOf(left), context.calledOf(right)),
    agreement(left.owner, right.owner),
    agreement(left.holder.country, right.holder.country),
    Number(left.holder.kind === right.holder.kind),
    Number(left.leads.has(right.key) || right.leads.has(left.key)),
    Number(left.ledNear.has(right.key) || right.ledNear.has(left.key)),
    Number(left.speaksFor.has(right.key) || right.speaksFor.has(left.key)),
    Number(left.maybe.has(right.key) || right.maybe.has(left.key)),
    Number(left.apart.has(right.key) || right.apart.has(left.key)),
    Number(left.isGeneric) + Number(right.isGeneric),
    Number(left.isAbroad),
    officesAlike(left, right),
    Number(isCharged(a)) + Number(isCharged(b)),
    Number(a.sure) + Number(b.sure),
    Number(context.names(b.document, left)) + Number(context.names(a.document, right)),
    Math.max(
      shared(left.words, context.sentenceOf(b).terms) / Math.max(1, left.words.size),
      shared(right.words, context.sentenceOf(a).terms) / Math.max(1, right.words.size),
    ),
    rank,
    rivals(b.document, left) + rivals(a.document, right),
    alike.score,
    alike.cover,
    alike.common,
    alike.matched.length - matchedNames,
    matchedNames,
    alike.of,
    Math.max(of.terms.size, to.terms.size),
    alike.sameCounts,
    Math.min(of.counts.length, to.counts.length),
    Math.max(of.counts.length, to.counts.length),
    Math.min(apartA.length, apartB.length),
    Math.max(apartA.length, apartB.length),
    Number(apartA.some((one) => apartB.some((two) => one.value === two.value && one.value !== null))),
    Number(apartA.length > 0 && apartB.length > 0 && !apartA.some((one) => apartB.some((two) => fits(one, two)))),
    Math.min(bestA === 0 ? 1 : alike.score / bestA, bestB === 0 ? 1 : alike.score / bestB),
    Math.min(
      alike.score - (alike.score >= bestA ? nextA : bestA),
      alike.score - (alike.score >= bestB ? nextB : bestB),
    ),
    cosine(saidA, saidB),
    Math.min(alignedA, alignedB),
    Math.max(alignedA, alignedB),
    overlap(context.sentenceOf(a), context.sentenceOf(b)),
    Number(onlyNames(a, b) && onlyNames(b, a)),
    Number(conflict === "count"),
    Number(conflict === "negation"),
    Number(conflict === "modality"),
    Number(conflict === "who"),
    Number(conflict === "time"),
    Number(conflict === "place" || conflict === "what"),
    Number(counted === "count"),
    Number(counted === "modality"),
    Number(provenInOne(a, b)),
    Number(suretyDiffers(a, b)),
    Number(doneInOne(a, b)),
    Number(conditionDropped(a, b)),
    opposedShare(a, b),
    Number(actorsDiffer(a, b)),
    Number(placesDiffer(a, b)),
    Number(timesDiffer(a, b)),
    Number(partsDiffer(a, b)),
    Number(singleInOne(a, b)),
    Number(a.negated === b.negated),
    Number(of.possible === to.possible),
    Number(of.planned === to.planned),
    Number(of.conditional === to.conditional),
    Number(of.nominal) + Number(to.nominal),
    Number(denialForm(a) !== null) + Number(denialForm(b) !== null),
    Number(takesBack(a)) + Number(takesBack(b)),
    Number(a.document === b.document),
    a.document === b.document ? Math.min(20, Math.abs(a.at - b.at)) : 20,
    Number(a.attribution !== null && a.attribution === b.attribution),
    Number(a.goesOn) + Number(b.goesOn),
    Number(a.attribution?.kind === b.attribution?.kind),
    Number(a.attribution?.stance === b.attribution?.stance),
    dayA === null || dayB === null ? -1 : Math.min(30, Math.abs(dayA - dayB)),
    own,
    Math.min(a.words.length, b.words.length),
    Math.min(context.placeOf(a), context.placeOf(b)),
    Math.max(context.placeOf(a), context.placeOf(b)),
  ];
}

/** `make`, worked out once for each thing. */
function kept<Thing extends object, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const known = new WeakMap<Thing, { readonly made: Made }>();
  return (thing) => {
    const found = known.get(thing) ?? { made: make(thing) };
    known.set(thing, found);
    return found.made;
  };
}

/** What the features of a story's pairs are worked out from. `scores` are the likenesses of the pairs that share a word, by `at`. */
export function pairContext(
  { tellings, words }: StoryReading,
  sentenceTerms: (telling: Telling) => ReadonlySet<string>,
  scores: ReadonlyMap<number, ReadonlyMap<number, number>>,
): PairContext {
  const speakers = new Map<string, Map<number, Speaker>>();
  const printed = new Map<string, Set<string>>();
  for (const telling of tellings) {
    const known = speakers.get(telling.document) ?? new Map<number, Speaker>();
    known.set(telling.speaker.key, telling.speaker);
    speakers.set(telling.document, known);
    const terms = printed.get(telling.document) ?? new Set<string>();
    for (const term of sentenceTerms(telling)) terms.add(term);
    printed.set(telling.document, terms);
  }
  const listed = new Map([...speakers].map(([document, all]) => [document, [...all.values()]]));
  const best = new Map<string, [number, number]>();
  for (const [from, others] of scores) {
    for (const [to, score] of others) {
      const key = `${from} ${tellings[to]!.document}`;
      const known = best.get(key);
      if (!known) best.set(key, [score, 0]);
      else if (score > known[0]) [known[0], known[1]] = [score, known[0]];
      else if (score > known[1]) known[1] = score;
    }
  }
  const weighSentence = kept((terms: ReadonlySet<string>) => weigh(terms, words));
  const first = new Map<string, number>();
  for (const { document, at } of tellings) first.set(document, Math.min(at, first.get(document) ?? at));
  return {
    words,
    saidOf: kept(({ features }) => weigh(features.terms, words)),
    sentenceOf: (telling) => weighSentence(sentenceTerms(telling)),
    calledOf: kept((speaker) => weigh(allWords(speaker), words)),
    placeOf: ({ at, document }) => Math.min(30, at - first.get(document)!),
    likestIn: ({ at }, document) => best.get(`${at} ${document}`) ?? [0, 0],
    speakersOf: (document) => listed.get(document) ?? [],
    names: (document, { type, words: own }) => {
      const terms = printed.get(document);
      const all = [...own];
      if (!terms || all.length === 0) return false;
      return type === "person" ? terms.has(all.at(-1)!) : all.every((word) => terms.has(word));
    },
  };
}
