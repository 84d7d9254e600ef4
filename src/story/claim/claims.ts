import type { ClaimPlace, LedgerClaim } from "../../model/ledger.ts";
import { affinity } from "./affinity.ts";
import { agglomerate, type Link } from "./agglomerate.ts";
import { type Forest, likelihoods } from "./model/forest.ts";
import { featureNames } from "./model/pair-feature.ts";
import { type StoryPair, storyPairs } from "./model/story-pairs.ts";
import { isOwn } from "./own.ts";
import type { StoryReading, Telling } from "./reading.ts";
import { takesBack } from "./take-back.ts";

/** A claim whose origins were not counted yet. */
export type PlacedClaim = Omit<LedgerClaim, "origins">;

/** A claim with the tellings that its places were made of. */
export interface JoinedClaim {
  readonly claim: PlacedClaim;
  readonly tellings: readonly Telling[];
}

/** Two tellings of which one is likely a changed retelling of the other. */
export interface Changed {
  readonly a: Telling;
  readonly b: Telling;
  readonly likelihood: number;
}

/** The tellings of a story as claims, and which of them likely retell others with a change. */
export interface Joined {
  readonly claims: readonly JoinedClaim[];
  readonly changed: readonly Changed[];
}

/** From this likelihood on one is told as a changed retelling of the other: seven in ten are (docs/quality/claim.md). */
const changedFrom = 0.6;

/** Share of the least likelihood of a join that the mean over all pairs of two groups must reach. */
const shareOfLeast = 0.8;
/**
 * Least likelihood for two tellings to be one claim, in a story of short and of long reports, with how many tellings a report of each has. The longer the reports,
 * the more pairs there are for every one that is the same, and the trees were grown mostly on short ones: on real news of some 35 tellings a report, read
 * by a stranger, 16 of 19 places that were joined at 30 to 59 % are wrong; on made-up reports of ten tellings half of those at 30 to 50 % are right (docs/quality/claim.md).
 */
const leastOf = { short: 0.3, long: 0.5 } as const;
const tellingsOf = { short: 15, long: 30 } as const;

function leastIn(tellings: readonly Telling[]): number {
  const documents = new Set(tellings.map(({ document }) => document)).size;
  const between = (tellings.length / Math.max(1, documents) - tellingsOf.short) / (tellingsOf.long - tellingsOf.short);
  return leastOf.short + (leastOf.long - leastOf.short) * Math.max(0, Math.min(1, between));
}

/** The likelihood that one is a changed retelling of the other counts so much against them. */
const perDistorted = 0.5;

const place = (name: (typeof featureNames)[number]): number => featureNames.indexOf(name);
/** In what two tellings of one claim never differ. */
const differing = (["count", "modality", "negation", "who", "otherSlot", "time", "places", "times"] as const).map(
  place,
);
/** And what a changed retelling may be told from besides. */
const anyDifference = [
  ...differing,
  ...(
    ["boundApart", "proven", "surety", "done", "condition", "actors", "parts", "single", "valueDiffers"] as const
  ).map(place),
];
const [score, matched, names, of, sameCounts, voice, oneStatement] = (
  ["score", "matched", "matchedNames", "of", "sameCounts", "affinity", "sameAttribution"] as const
).map(place) as [number, number, number, number, number, number, number];

/** Do two tellings differ in a number, in how sure they are, in who did it, where or when? What is told so is never counted for the other. */
const differs = ({ features }: StoryPair): boolean => differing.some((at) => features[at] === 1);

/** Affinity from which on two may be one voice. */
const oneVoiceFrom = 0.2;

const isSomebody = ({ speaker: { type } }: Telling): boolean => type !== "publisher" && type !== "nobody";

/**
 * Do both say whose word it is, and are they surely two? Cross-validation loses three points by this (docs/quality/claim.md), and nobody's word is counted as that of
 * somebody else: the one supports the other.
 */
const twoVoices = (a: Telling, b: Telling): boolean =>
  isSomebody(a) && isSomebody(b) && affinity(a.speaker, b.speaker) < oneVoiceFrom;

/** So likely two must be one that share no word, no name and no number, or of which one is the paper's own in other words: seven in ten are by then. */
const inOtherWords = 0.4;

/** Words, names and numbers in common. */
const alikeIn = (features: readonly number[]): number => features[matched]! + features[names]! + features[sameCounts]!;

/** From this likeness on a paper's own sentence is somebody's statement without its source, or another paper's sentence. */
const copiedFrom = 0.4;

/** A paper's own words are joined only to what is told in words like them, or what is surely the same. */
const ownAlone = (a: Telling, b: Telling, features: readonly number[], likelihood: number): boolean =>
  (isOwn(a) || isOwn(b)) &&
  a.speaker.key !== b.speaker.key &&
  features[score]! < copiedFrom &&
  likelihood < inOtherWords;

/** Is one told as taken back, and the other as it was made? */
const takenBackInOne = (a: Telling, b: Telling): boolean => takesBack(a) !== takesBack(b);

/** The same words of the same speaker, told in the same way. */
const sameWords = (a: Telling, b: Telling): boolean =>
  a.speaker.key === b.speaker.key && a.negated === b.negated && !takenBackInOne(a, b) && a.words === b.words;

/**
 * Do two say nearly the same words as one voice, and differ in nothing that is looked for? In the bundles that the trees were grown on, every
 * report tells in words of its own and what is told in nearly the same words was changed on purpose; in the news most retellings are near copies.
 */
const plainly = (features: readonly number[]): boolean =>
  features[voice]! >= 0.8 &&
  features[score]! >= 0.7 &&
  alikeIn(features) >= 2 &&
  !anyDifference.some((at) => features[at] === 1);

interface Judged extends Link {
  /** How likely one is a changed retelling of the other. */
  readonly distorts: number;
}

const judged = (pair: StoryPair, tellings: readonly Telling[], forest: Forest): Judged => {
  const [one, other] = [tellings[pair.a]!, tellings[pair.b]!];
  if (sameWords(one, other)) return { a: pair.a, b: pair.b, weight: 1, apart: false, distorts: 0 };
  const [, same, distorts] = likelihoods(forest, pair.features) as [number, number, number];
  const weight = same - perDistorted * distorts;
  const apart =
    differs(pair) ||
    (alikeIn(pair.features) === 0 && weight < inOtherWords) ||
    pair.features[oneStatement] === 1 ||
    takenBackInOne(one, other) ||
    twoVoices(one, other) ||
    ownAlone(one, other, pair.features, weight);
  if (!apart && plainly(pair.features))
    return { a: pair.a, b: pair.b, weight: Math.max(same, pair.features[score]!), apart, distorts: 0 };
  return { a: pair.a, b: pair.b, weight, apart, distorts };
};

/** From this likelihood on a reader is told that it may be a changed retelling. */
const mayBeChanged = 0.12;

const percent = (share: number): string => `${Math.round(100 * Math.max(0, share))} %`;

/** Why `telling` is in the claim that `other` is in. */
function reasonOf(telling: Telling, other: Telling, { features }: StoryPair, { weight, distorts }: Judged): string {
  const holder =
    telling.speaker.key === other.speaker.key
      ? "same holder"
      : `${telling.speaker.holder.name} for ${other.speaker.holder.name}`;
  const alike = features[matched]! + features[names]!;
  const words = features[score] === 1 ? "the same words" : `${alike} of ${features[of]} words alike`;
  return `${holder}, ${words}${features[sameCounts]! > 0 ? ", same number" : ""}; likelihood ${percent(weight)}${distorts >= mayBeChanged ? `, perhaps a changed retelling (${percent(distorts)})` : ""}`;
}

/** Tellings that say the same thing by the same holder, joined; in the order of their first places. */
export function joinClaims(story: StoryReading, forest: Forest): Joined {
  const { tellings } = story;
  const pairs = storyPairs(story);
  const links = pairs.map((pair) => judged(pair, tellings, forest));
  const least = leastIn(tellings);
  const groups = agglomerate(tellings.length, links, { least, share: shareOfLeast });
  const groupOf = new Map(groups.flatMap((group, at) => group.map((one) => [one, at] as const)));
  const surest = new Map<number, number>();
  links.forEach(({ a, b, weight }, at) => {
    if (groupOf.get(a) !== groupOf.get(b) || weight < least) return;
    const known = surest.get(b);
    if (known === undefined || links[known]!.weight < weight) surest.set(b, at);
  });
  const claims = groups.map((group) =>
    placed(
      group.map((at) => tellings[at]!),
      group.map((at) => {
        const best = surest.get(at);
        return best === undefined ? "" : reasonOf(tellings[at]!, tellings[links[best]!.a]!, pairs[best]!, links[best]!);
      }),
    ),
  );
  const changed = links
    .filter(
      ({ a, b, distorts, weight }) => distorts >= changedFrom && distorts > weight && groupOf.get(a) !== groupOf.get(b),
    )
    .map(({ a, b, distorts }) => ({ a: tellings[a]!, b: tellings[b]!, likelihood: distorts }));
  return { claims, changed };
}

function placed(tellings: readonly Telling[], reasons: readonly string[]): JoinedClaim {
  const taken = new Set<string>();
  const places = tellings.flatMap(({ document, attribution, span }, at): readonly ClaimPlace[] => {
    // Two statements may hold the same words ("issued a statement saying"): these are one place.
    const key = `${document} ${span[0]} ${span[1]}`;
    if (taken.has(key)) return [];
    taken.add(key);
    const reason =
      reasons[at] || (at > 0 ? "by another telling of it" : attribution ? "first told here" : "the paper's own words");
    return [{ document, attribution: attribution?.id ?? null, spans: [span], reason }];
  });
  const said = tellings.find((one) => !isOwn(one)) ?? tellings[0]!;
  const named = tellings.find(({ speaker: { type } }) => type === "person" || type === "body") ?? said;
  const claim: PlacedClaim = {
    id: "",
    holder: named.speaker.holder,
    kind: said.attribution?.kind ?? "say",
    stance: said.attribution?.stance ?? "asserts",
    places: places as unknown as PlacedClaim["places"],
  };
  return { claim, tellings };
}
