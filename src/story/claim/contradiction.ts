import type { RelationKind, Slot } from "../../model/ledger.ts";
import { denialForm } from "./denial.ts";
import { countsPeople, fits, namesPeople } from "./feature.ts";
import { affinity } from "./identity.ts";
import { conflictOf, distinctOf } from "./likeness.ts";
import type { Pair } from "./pair.ts";
import type { Telling } from "./reading.ts";
import { takesBack } from "./take-back.ts";
import { surelyNear, type Words } from "./words.ts";

/** A relation of two groups of tellings, by their places in the list. */
export interface GroupRelation {
  readonly kind: RelationKind;
  readonly from: number;
  readonly to: number;
  readonly slot: Slot | null;
  readonly reason: string;
}

const causal =
  /\b(?:because(?: of)?|caused?|due to|owing to|fault of|result of|blamed?|set off|triggered|started (?:at|by|when|in)|began (?:at|when|with)|put (?:it )?down to|after an? [\p{L}-]+ (?:failed|broke|burst|exploded)|behind|not an? [\p{L}-]+)\b/iu;

const deadly = /\b(?:dead|died|die|killed|deaths?|toll|bodies|lives|missing)\b/i;

/** Tolls and counts of people rise from day to day; a newer one is news. */
const grows = (a: Telling, b: Telling): boolean =>
  deadly.test(a.words) || deadly.test(b.words) || a.features.counts.some(countsPeople);

const quoted = (telling: Telling): string => {
  const words = telling.words.replace(/\s+/g, " ");
  return words.length > 60 ? `${words.slice(0, 57)}…` : words;
};

const voices = ({ a, b }: Pair): string =>
  `${a.speaker.holder.name}: “${quoted(a)}”; ${b.speaker.holder.name}: “${quoted(b)}”`;

/** May one word stand for the other? More is asked than that they are near. */
const standsFor = (a: string, b: string, words: Words): boolean => a === b || (words.near(a).get(b) ?? 0) >= surelyNear;

/** Is one of the words that `a` sets aside ("not an attack") what `b` says? */
function setAside(a: Telling, b: Telling, words: Words): boolean {
  for (const term of a.features.excluded) {
    if (b.features.terms.has(term) || b.features.counts.some(({ value }) => term === `=${value}`)) return true;
    if ([...b.features.terms].some((other) => standsFor(term, other, words))) return true;
  }
  return false;
}

const unknown = ({ words }: Telling): boolean => /\b(?:they|he|she|it)\b/i.test(words);

const partOf =
  /\b\p{L}+ of (?:the|those|them|these|his|her|its|their|our)\b|\bremaining\b|\bstill\b|\bother\b|\bmore\b/iu;

/** Days before the report that make what it tells another, earlier happening. */
const longAgo = 60;

/** Is everything dated long before the report: "in 2011"? */
const isPast = ({ features: { days }, day }: Telling): boolean =>
  day !== null && days.length > 0 && days.every(([, end]) => Date.parse(end) < Date.parse(day) - longAgo * 86_400_000);

/**
 * Do both count the same thing of the same happening, as far as can be told: the noun counted and a word beside it that is no name, and none counts a
 * part or what is left? Tolls of later days are news.
 */
function sameCounted({ a, b, likeness: { matched } }: Pair, words: Words): boolean {
  const [one, other] = [a.features.counts, b.features.counts].map((counts) =>
    counts.filter(({ unit }) => unit !== null),
  );
  const alike = one!.some((left) =>
    other!.some((right) => standsFor(left.unit!, right.unit!, words) && !fits(left, right)),
  );
  if (!alike || partOf.test(a.words) || partOf.test(b.words) || isPast(a) !== isPast(b)) return false;
  const later = a.day !== b.day && a.features.counts.some(countsPeople) && deadly.test(a.words) && deadly.test(b.words);
  const units = new Set([...one!, ...other!].map(({ unit }) => unit));
  const beside = matched.filter((term) => !units.has(term) && !namesPeople(term));
  const said = beside.filter((term) => !a.features.names.has(term) && !b.features.names.has(term));
  return !later && said.length >= 1 && beside.length >= 2;
}

const ownVoice = (telling: Telling): boolean => telling.speaker.type === "publisher";

function contradiction(pair: Pair, words: Words): Slot | null {
  const { a, b, likeness } = pair;
  if (pair.near >= 0.6 || (ownVoice(a) && ownVoice(b) && a.document === b.document)) return null;
  const bar = ownVoice(a) || ownVoice(b) ? 0.15 : 0;
  if (setAside(a, b, words) || setAside(b, a, words))
    return likeness.score >= 0.15 + bar
      ? likeness.conflict === "count" ||
        [...a.features.excluded, ...b.features.excluded].some((term) => term.startsWith("="))
        ? "count"
        : causal.test(a.words + b.words)
          ? "cause"
          : "what"
      : null;
  const { conflict, score, matched } = likeness;
  const [causeA, causeB] = [a, b].map(({ words }) => causal.test(words));
  if (
    conflict === null &&
    causeA &&
    causeB &&
    a.features.terms.size > 3 &&
    !a.negated &&
    !b.negated &&
    affinity(a.speaker, b.speaker) < 0.4 &&
    score >= 0.12 &&
    score < 0.3 &&
    matched.length >= 1 &&
    !ownVoice(a) &&
    !ownVoice(b)
  )
    return "cause";
  if (conflict === "count") {
    return sameCounted(pair, words) && score >= 0.4 + bar ? "count" : null;
  }
  if (conflict === "place" || conflict === "what") return score >= 0.35 + bar ? conflict : null;
  if (conflict === "who") return score >= 0.45 + bar && score < 0.75 && !unknown(a) && !unknown(b) ? "who" : null;
  if (conflict === "time") return score >= 0.55 + bar ? "time" : null;
  return null;
}

/** Contradictions on a slot, distortions and support among pairs that share words. */
export function contradictionsOf(
  pairs: readonly Pair[],
  groups: readonly (readonly Telling[])[],
  words: Words,
): readonly GroupRelation[] {
  return pairs.flatMap((pair): readonly GroupRelation[] => {
    const { from, to } = pair;
    const slot = contradiction(pair, words);
    if (slot) return [{ kind: "contradicts", from, to, slot, reason: `${slot}: ${voices(pair)}` }];
    const distorted = distortion(pair);
    if (distorted) return [distorted];
    return isSupport(pair, groups)
      ? [{ kind: "supports", from, to, slot: null, reason: `another holder says the same: ${voices(pair)}` }]
      : [];
  });
}

/** Somebody who can be told from others: a name of a person, a body or a state. A role without a name may be the same voice. */
const isNamed = ({ speaker }: Telling): boolean =>
  speaker.type === "person" || speaker.type === "body" || speaker.type === "state";

const affirms = (telling: Telling): boolean =>
  (telling.attribution === null || (telling.attribution.stance !== "denies" && telling.attribution.polarity === "+")) &&
  denialForm(telling) === null &&
  !takesBack(telling) &&
  !telling.features.conditional &&
  !telling.features.possible;

/**
 * Another holder who says the same by his own word: both are named, no telling of either differs in anything from one of the other, and what they
 * say is a whole sentence or the same number of the same thing.
 */
function isSupport({ from, to, a, b, likeness, near }: Pair, groups: readonly (readonly Telling[])[]): boolean {
  if (near > 0 || likeness.conflict !== null || a.document === b.document) return false;
  const [left, right] = [groups[from]!, groups[to]!].map((group) => distinctOf(group));
  if (![...left!, ...right!].every((one) => isNamed(one) && affirms(one))) return false;
  if (left!.some((one) => right!.some((other) => conflictOf(one, other) !== null))) return false;
  const said = likeness.matched.filter((term) => !a.features.names.has(term) && !b.features.names.has(term));
  const counted = likeness.sameCounts > 0 && said.length >= 1 && likeness.score >= 0.4;
  return counted || (said.length >= 2 && likeness.score >= 0.6 && !a.features.nominal && !b.features.nominal);
}

/** A later report under the name of the same holder, alike but for one thing. */
function distortion({ from, to, a, b, likeness, near }: Pair): GroupRelation | null {
  const { conflict, score } = likeness;
  if (near < 0.6 || conflict === null || a.document === b.document || score < 0.42) return null;
  const [later, earlier] = a.told.annotation.meta.published! >= b.told.annotation.meta.published! ? [a, b] : [b, a];
  const isNews =
    later.day !== earlier.day &&
    ((conflict === "count" && grows(later, earlier)) || conflict === "time") &&
    score < 0.8;
  if (isNews || (conflict === "negation" && later.negated)) return null;
  const [first, second] = later === a ? [from, to] : [to, from];
  return {
    kind: "distorts",
    from: first,
    to: second,
    slot: conflict,
    reason: `told of the same holder with another ${conflict}: “${quoted(later)}” for “${quoted(earlier)}”`,
  };
}
