import type { RelationKind, Slot } from "../../model/ledger.ts";
import { denialForm } from "./denial.ts";
import { countsPeople } from "./feature.ts";
import { affinity } from "./identity.ts";
import { meaningsOf } from "./meaning.ts";
import type { Pair } from "./pair.ts";
import type { Telling } from "./reading.ts";

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

/** Is one of the words that `a` sets aside ("not an attack") what `b` says? */
function setAside(a: Telling, b: Telling): boolean {
  for (const term of a.features.excluded) {
    if (b.features.terms.has(term) || b.features.counts.some(({ value }) => term === `=${value}`)) return true;
    const meanings = meaningsOf(term);
    if (
      meanings.length > 0 &&
      [...b.features.terms].some((other) => meaningsOf(other).some((one) => meanings.includes(one)))
    )
      return true;
  }
  return false;
}

const ownVoice = (telling: Telling): boolean => telling.speaker.type === "publisher";

function contradiction(pair: Pair): Slot | null {
  const { a, b, likeness } = pair;
  if (pair.near >= 0.6 || (ownVoice(a) && ownVoice(b) && a.document === b.document)) return null;
  const bar = ownVoice(a) || ownVoice(b) ? 0.15 : 0;
  if (setAside(a, b) || setAside(b, a))
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
    score < 0.5 &&
    matched.length >= 1 &&
    !ownVoice(a) &&
    !ownVoice(b)
  )
    return "cause";
  if (conflict === "count") {
    const said = matched.filter((term) => !a.features.names.has(term) && !b.features.names.has(term));
    const grows =
      a.day !== b.day && a.features.counts.some(countsPeople) && deadly.test(a.words) && deadly.test(b.words);
    return !grows && said.length >= 1 && matched.length >= 2 && score >= 0.4 + bar ? "count" : null;
  }
  if (conflict === "place" || conflict === "what") return score >= 0.35 + bar ? conflict : null;
  if (conflict === "who") return score >= 0.45 + bar ? "who" : null;
  if (conflict === "time") return score >= 0.55 + bar ? "time" : null;
  return null;
}

/** Contradictions on a slot, distortions and support among pairs that share words. */
export function contradictionsOf(
  pairs: readonly Pair[],
  groups: readonly (readonly Telling[])[],
): readonly GroupRelation[] {
  return pairs.flatMap((pair): readonly GroupRelation[] => {
    const { from, to, a, b, likeness, near } = pair;
    const slot = contradiction(pair);
    if (slot) return [{ kind: "contradicts", from, to, slot, reason: `${slot}: ${voices(pair)}` }];
    const distorted = distortion(pair);
    if (distorted) return [distorted];
    const sure = groups[from]!.some((one) => !ownVoice(one)) && groups[to]!.some((one) => !ownVoice(one));
    if (
      near < 0.6 &&
      likeness.conflict === null &&
      !(ownVoice(a) || ownVoice(b)) &&
      likeness.score >= (sure ? 0.5 : 0.62) &&
      likeness.matched.length + likeness.sameCounts >= 2 &&
      denialForm(a) === denialForm(b) &&
      a.document !== b.document
    )
      return [{ kind: "supports", from, to, slot: null, reason: `another holder says the same: ${voices(pair)}` }];
    return [];
  });
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
