import type { ClaimPlace, LedgerClaim } from "../../model/ledger.ts";
import { denialForm, denialTargets } from "./denial.ts";
import { affinity } from "./identity.ts";
import { alikeOf, conflictOf, distinctOf, type Likeness, mostDistinct, wordingOf } from "./likeness.ts";
import { type Pair, pairsOf } from "./pair.ts";
import type { StoryReading, Telling } from "./reading.ts";
import { takesBack } from "./take-back.ts";
import type { Words } from "./words.ts";

/** A claim whose origins were not counted yet. */
export type PlacedClaim = Omit<LedgerClaim, "origins">;

/** A claim with the tellings that its places were made of. */
export interface JoinedClaim {
  readonly claim: PlacedClaim;
  readonly tellings: readonly Telling[];
}

/** One proposition while it is being gathered. */
interface Open {
  readonly tellings: Telling[];
  readonly reasons: string[];
}

/** Likeness from which on two tellings of one holder are one claim; more is asked where the holder is less sure. */
const joinFrom = 0.3;
const perDoubt = 0.5;
/** Within one text the same is seldom said twice. */
const sameDocument = 0.16;
/** A paper's own sentence tells what somebody says who speaks in it from here on. */
const ownFrom = 0.42;
/** A paper's own sentence is a statement that it or another reports elsewhere from here on. */
const copiedFrom = 0.72;
/** So many claims that share words with a telling are looked at, those with the rarest first. */
const mostCandidates = 24;

type Alike = Omit<Likeness, "conflict">;

const isOwn = ({ speaker }: Telling): boolean => speaker.type === "publisher";

const tellsOf = (words: Iterable<string>, { features }: Telling): boolean => {
  const all = [...words];
  return all.length > 0 && all.every((word) => features.terms.has(word));
};

/** The paper that `speaker` is, told by another paper: "according to X" may pass on what X had from somebody. */
const isPaper = (speaker: Telling["speaker"], { told }: Telling): boolean =>
  told.publisher !== null && speaker.holder.name.replace(/^the /i, "") === told.publisher.replace(/^the /i, "");

/** Least likeness for the two to be one claim; null where their holders cannot be one. */
function asked(a: Telling, b: Telling, holdersOf: ReadonlyMap<string, ReadonlySet<number>>): number | null {
  if (isOwn(a) || isOwn(b)) {
    if (a.speaker.key === b.speaker.key) return 0.62;
    const [own, other] = isOwn(a) ? [a, b] : [b, a];
    if (isPaper(other.speaker, own)) return ownFrom - 0.1;
    if (tellsOf(other.speaker.words, own)) return ownFrom - 0.1;
    const speaks = holdersOf.get(own.document)?.has(other.speaker.key) ?? false;
    return speaks && !isOwn(other) ? ownFrom : copiedFrom;
  }
  const passedOn = isPaper(a.speaker, b) || isPaper(b.speaker, a) ? 0.7 : 0;
  const near = Math.max(affinity(a.speaker, b.speaker), passedOn, a.sure && b.sure ? 0 : 0.4);
  if (near === 0) return null;
  const isPrivate = a.speaker.type === "person" && a.speaker.holder.public !== true;
  return (
    joinFrom +
    (a.document === b.document ? sameDocument : 0) +
    perDoubt * (1 - near) +
    (isPrivate && a.document !== b.document ? 0.06 : 0)
  );
}

const wholeEnough = ({ common, matched, of, sameCounts }: Alike, isWeak: boolean): boolean =>
  (!isWeak || matched.length + sameCounts >= 3) &&
  ((matched.length + sameCounts >= 2 && common >= 4) || (of <= 2 && matched.length >= of && matched.length > 0));

const isWeak = (a: Telling, b: Telling): boolean => !isOwn(a) && !isOwn(b) && affinity(a.speaker, b.speaker) < 0.5;

const days = (likeness: Alike): string => (likeness.sameCounts > 0 ? ", same number" : "");

const reasonOf = (telling: Telling, other: Telling, likeness: Alike): string => {
  const holder =
    telling.speaker.key === other.speaker.key
      ? "same holder"
      : `${telling.speaker.holder.name} for ${other.speaker.holder.name}`;
  return `${holder}, ${likeness.matched.length} of ${likeness.of} words alike${days(likeness)}`;
};

/** Tellings that say the same thing by the same holder, joined; in the order of their first places. */
export function joinClaims({ tellings, words }: StoryReading): readonly JoinedClaim[] {
  const open: Open[] = [];
  const distinct: Map<string, Telling>[] = [];
  const byKey = new Map<string, number[]>();
  const holdersOf = new Map<string, Set<number>>();
  for (const { document, speaker } of tellings) {
    const known = holdersOf.get(document);
    if (known) known.add(speaker.key);
    else holdersOf.set(document, new Set([speaker.key]));
  }
  const ordered = [...tellings.filter((one) => !isOwn(one)), ...tellings.filter(isOwn)];
  for (const telling of ordered) {
    const shared = new Map<number, number>();
    const share = (key: string, weight: number): void => {
      for (const at of byKey.get(key) ?? []) shared.set(at, (shared.get(at) ?? 0) + weight);
    };
    for (const term of telling.features.terms) {
      share(term, words.weightOf(term));
      for (const [other, nearness] of words.near(term)) share(other, nearness);
    }
    const nearest = [...shared].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostCandidates);
    let best: { at: number; margin: number; reason: string } | null = null;
    for (const [at] of nearest) {
      const told = [...distinct[at]!.values()];
      let nearer: { margin: number; reason: string } | null = null;
      for (const one of told) {
        const least = asked(telling, one, holdersOf);
        if (least === null) continue;
        const likeness = alikeOf(telling, one, words);
        const margin = likeness.score - least;
        if (margin < 0 || !wholeEnough(likeness, isWeak(telling, one)) || (nearer && margin <= nearer.margin)) continue;
        nearer = { margin, reason: reasonOf(telling, one, likeness) };
      }
      if (!nearer || (best && nearer.margin <= best.margin)) continue;
      if (told.some((one) => takesBack(one) !== takesBack(telling) || conflictOf(one, telling) !== null)) continue;
      best = { at, ...nearer };
    }
    const at = best?.at ?? open.length;
    if (!best) {
      open.push({ tellings: [], reasons: [] });
      distinct.push(new Map());
    }
    const known = distinct[at]!;
    if (known.size < mostDistinct && !known.has(wordingOf(telling))) known.set(wordingOf(telling), telling);
    open[at]!.tellings.push(telling);
    open[at]!.reasons.push(best?.reason ?? "");
    for (const key of telling.features.terms) {
      const known = byKey.get(key);
      if (!known) byKey.set(key, [at]);
      else if (!known.includes(at)) known.push(at);
    }
  }
  return deniedTogether(open, words)
    .map(placed)
    .toSorted((a, b) => a.tellings[0]!.at - b.tellings[0]!.at);
}

/** Are both parts of one unbroken statement: "there was no alarm. Not a beep"? */
const oneStatement = (a: Telling, b: Telling): boolean =>
  a.attribution !== null &&
  a.attribution === b.attribution &&
  !a.goesOn &&
  !b.goesOn &&
  Math.abs(a.at - b.at) === 1 &&
  Math.abs(a.span[0] > b.span[0] ? a.span[0] - b.span[1] : b.span[0] - a.span[1]) < 12;

/** May two groups be one claim, as nothing that is told in the one is told with another number or another surety in the other? */
const agree = (a: readonly Telling[], b: readonly Telling[]): boolean =>
  !a.some((one) =>
    b.some((other) => {
      const conflict = conflictOf(one, other);
      return conflict === "count" || conflict === "who" || one.features.possible !== other.features.possible;
    }),
  );

/** Do both say no, one right after the other in one text, and one of them outright ("rejected", "an invention")? */
function oneDenial(one: Telling, other: Telling): boolean {
  if (one.document !== other.document || affinity(one.speaker, other.speaker) < 0.8) return false;
  const [first, second] = [denialForm(one), denialForm(other)];
  return first !== null && second !== null && (first === "explicit" || second === "explicit");
}

/** So many denials of one claim are compared by their holders. */
const mostDeniers = 60;

/** Least likeness of two tellings that are each other's nearest among all that the holder says. */
const mutualFrom = 0.15;
const mutualMargin = 0.08;

/** Pairs of groups of one holder from different texts that are each other's nearest by some margin: a retelling in other words. */
function mutual(
  pairs: readonly Pair[],
  groups: readonly (readonly Telling[])[],
): readonly (readonly [number, number])[] {
  const best = new Map<number, { readonly to: number; readonly score: number; readonly second: number }>();
  const see = (at: number, to: number, score: number): void => {
    const known = best.get(at);
    if (!known || score > known.score) best.set(at, { to, score, second: known?.score ?? 0 });
    else if (score > known.second) best.set(at, { ...known, second: score });
  };
  const fitting = pairs.filter(({ from, to, a, b, likeness, near }) => {
    if (near < 0.8 || isOwn(a) || isOwn(b) || a.document === b.document || likeness.conflict !== null) return false;
    const said = likeness.matched.some((term) => !a.features.names.has(term));
    return (
      said &&
      likeness.score >= mutualFrom &&
      !groups[from]!.some((one) => groups[to]!.some((other) => one.document === other.document))
    );
  });
  for (const { from, to, likeness } of fitting) {
    see(from, to, likeness.score);
    see(to, from, likeness.score);
  }
  return fitting.flatMap(({ from, to }): readonly (readonly [number, number])[] => {
    const [one, other] = [best.get(from)!, best.get(to)!];
    const isBest = one.to === to && other.to === from;
    return isBest && one.score - one.second >= mutualMargin && other.score - other.second >= mutualMargin
      ? [[from, to]]
      : [];
  });
}

/** Groups that tell what another text tells, with one thing changed: they are not joined further, so that no changed retelling counts as support. */
function changedTellings(pairs: readonly Pair[]): ReadonlySet<number> {
  const changed = new Set<number>();
  for (const { from, to, a, b, likeness, near } of pairs) {
    if (
      likeness.conflict === null ||
      likeness.conflict === "time" ||
      likeness.score < 0.5 ||
      near < 0.4 ||
      a.document === b.document
    )
      continue;
    if (likeness.conflict === "negation" && near < 0.6) continue;
    changed.add(from).add(to);
  }
  return changed;
}

/**
 * Denials of one holder that say no to the same claim are one: "none of our men fired" and "a clumsy invention". They are joined into the one
 * that was told first.
 */
function deniedTogether(open: readonly Open[], words: Words): readonly Open[] {
  const groups = open.map(({ tellings }) => tellings);
  const targets = denialTargets(groups, words);
  const groupOf = new Map<number, number>(
    groups.flatMap((tellings, at) => tellings.map((one) => [one.at, at] as const)),
  );
  const first = new Map<number, number>();
  const members = new Map<number, readonly number[]>();
  const head = (at: number): number => first.get(at) ?? at;
  const pairs = pairsOf(groups, words);
  const changed = changedTellings(pairs);
  const wanted: (readonly [one: number, other: number, agreeing: boolean])[] = [];
  groups.forEach((tellings, one) => {
    for (const telling of tellings) {
      for (const step of [1, 2]) {
        const other = groupOf.get(telling.at + step);
        if (other === undefined || other === one) continue;
        const next = groups[other]!.find(({ at }) => at === telling.at + step)!;
        if (step === 1 && oneStatement(telling, next)) wanted.push([one, other, true]);
        else if (oneDenial(telling, next)) wanted.push([one, other, false]);
      }
    }
  });
  const deniers = Map.groupBy(targets, ([, { target }]) => target);
  for (const [, denials] of deniers) {
    const own = denials.map(([at]) => at).slice(0, mostDeniers);
    own.forEach((one, index) => {
      for (const other of own.slice(index + 1))
        if (affinity(groups[one]![0]!.speaker, groups[other]![0]!.speaker) >= 0.8) wanted.push([one, other, false]);
    });
  }
  for (const [one, other] of mutual(pairs, groups)) wanted.push([one, other, true]);
  const sorted = wanted.map(
    ([one, other, agreeing]) => [Math.min(one, other), Math.max(one, other), agreeing] as const,
  );
  for (const [one, other, agreeing] of sorted.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (changed.has(one) || changed.has(other) || head(one) === head(other)) continue;
    const [left, right] = [distinctOf(groups[one]!), distinctOf(groups[other]!)];
    if (left.some((a) => right.some((b) => takesBack(a) !== takesBack(b) || conflictOf(a, b) === "count"))) continue;
    if (agreeing && !agree(left, right)) continue;
    const [from, to] = [head(other), head(one)];
    const moved = members.get(from) ?? [from];
    for (const at of moved) first.set(at, to);
    members.set(to, [...(members.get(to) ?? [to]), ...moved]);
  }
  return open.flatMap((one, at): readonly Open[] => {
    if (head(at) !== at) return [];
    const others = (members.get(at) ?? []).filter((other) => other !== at).map((other) => open[other]!);
    return [
      {
        tellings: [...one.tellings, ...others.flatMap(({ tellings }) => tellings)],
        reasons: [
          ...one.reasons,
          ...others.flatMap(({ reasons }) => reasons.map((reason) => reason || "same holder, says no to the same")),
        ],
      },
    ];
  });
}

function placed({ tellings, reasons }: Open): JoinedClaim {
  const sorted = tellings
    .map((telling, at) => ({ telling, reason: reasons[at]! }))
    .toSorted((a, b) => a.telling.at - b.telling.at);
  const places = sorted.map(
    ({ telling, reason }): ClaimPlace => ({
      document: telling.document,
      attribution: telling.attribution?.id ?? null,
      spans: [telling.span],
      reason: reason || (telling.attribution ? "first told here" : "the paper's own words"),
    }),
  );
  const said = sorted.find(({ telling }) => !isOwn(telling))?.telling ?? sorted[0]!.telling;
  const named =
    sorted.find(({ telling }) => telling.speaker.type === "person" || telling.speaker.type === "body")?.telling ?? said;
  const claim: PlacedClaim = {
    id: "",
    holder: named.speaker.holder,
    kind: said.attribution?.kind ?? "say",
    stance: said.attribution?.stance ?? "asserts",
    places: places as unknown as PlacedClaim["places"],
  };
  return { claim, tellings: sorted.map(({ telling }) => telling) };
}
