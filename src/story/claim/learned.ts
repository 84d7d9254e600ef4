import type { RelationKind } from "../../model/ledger.ts";
import { countsClash } from "./conflict/count.ts";
import { type GroupRelation, ownVoice, slotOf, voices } from "./contradiction.ts";
import { mayDeny } from "./deniable.ts";
import { denialForm } from "./denial.ts";
import { conflictOf } from "./likeness.ts";
import { type Forest, likelihoods } from "./model/forest.ts";
import { orderedPairs, relationFeatureNames } from "./model/relation-pairs.ts";
import type { StoryReading, Telling } from "./reading.ts";

/**
 * From which likelihood on two claims stand so to one another: the likelihoods of all pairs of their tellings, taken as independent ("noisy or").
 * Set on bundles that the trees were not grown on (docs/quality/claim.md).
 */
const bars: Readonly<Partial<Record<RelationKind, number>>> = {
  denies: Number(process.env.BD ?? 0.7),
  contradicts: Number(process.env.BC ?? 0.75),
  corrects: 0.4,
};

/**
 * The paper's own sentences are mostly the story itself, and somebody's word against them is news of the day: only a sure denial is told, and no
 * contradiction.
 */
const surelyDenied = 0.9;

/** Less is not looked at: chance would add up. */
const least = 0.02;

interface Judged {
  /** Likelihood that no pair of tellings stands so. */
  none: number;
  best: number;
  all: number[];
  /** Can a pair of them stand so at all? */
  may: boolean;
  a: number;
  b: number;
  features: readonly number[];
}

const at = (name: string): number => relationFeatureNames.indexOf(name);
const columns = {
  matched: at("matched"),
  names: at("matchedNames"),
  of: at("of"),
  accuses: at("accusesDenier"),
  accuser: at("namesAccuser"),
  adjacent: at("adjacent"),
  order: at("order"),
  sameSpan: at("sameSpan"),
  aSetsAside: at("aSetsAside"),
  bSetsAside: at("bSetsAside"),
  numberApart: at("numberApart"),
  clockApart: at("clockApart"),
} as const;

/** What of the features tells a reader why, in words. */
function seen(features: readonly number[]): string {
  const has = (column: keyof typeof columns): boolean => features[columns[column]] === 1;
  const alike = features[columns.matched]! + features[columns.names]!;
  return [
    has("sameSpan") ? "the very words" : "",
    alike > 0 ? `${alike} of ${features[columns.of]} words alike` : "",
    has("accuses") ? "names the one who answers" : "",
    has("accuser") ? "answers one by name" : "",
    has("adjacent") ? "told side by side" : "",
    has("aSetsAside") || has("bSetsAside") ? "one sets aside what the other says" : "",
    has("numberApart") ? "another number" : "",
    has("clockApart") ? "another time of day" : "",
  ]
    .filter((one) => one !== "")
    .join(", ");
}

/** The relation as it is told; null where it is not worth telling or both can hold ("at least 12" and "27"). */
function relationOf(
  kind: RelationKind,
  [from, to]: readonly [number, number],
  { a, b, features, none }: Judged,
  tellings: readonly Telling[],
): GroupRelation | null {
  const [one, other] = [tellings[a]!, tellings[b]!];
  const likely = `likelihood ${Math.round(100 * (1 - none))} %`;
  const why = [seen(features), likely].filter((part) => part !== "").join("; ");
  const own = ownVoice(one) || ownVoice(other);
  if (own && (kind === "contradicts" || (kind === "denies" && 1 - none < surelyDenied))) return null;
  if (kind === "denies") {
    const how = denialForm(one) === "explicit" ? "says that it is not so" : "says the opposite";
    return { kind, from, to, slot: null, reason: `${how}: ${why}` };
  }
  if (kind === "contradicts") {
    const slot = slotOf(one, other, {
      conflict: conflictOf(one, other),
      timesApart: features[columns.clockApart] === 1,
      numbersApart: features[columns.numberApart] === 1,
    });
    if (slot === "count" && countsClash(one, other) === false) return null;
    return { kind, from, to, slot, reason: `${slot}: ${voices({ a: one, b: other })} (${why})` };
  }
  return { kind, from, to, slot: null, reason: `puts right what was said before: ${why}` };
}

/**
 * Relations between groups of tellings that the trees find likely enough, in the order of the groups. A contradiction is told once, from the group
 * that comes later.
 */
export function learnedRelations(
  groups: readonly (readonly Telling[])[],
  story: StoryReading,
  forest: Forest,
): readonly GroupRelation[] {
  const groupOf = new Map(groups.flatMap((tellings, group) => tellings.map((one) => [one.at, group] as const)));
  const kinds = forest.classes.flatMap((name, column) => {
    const bar = bars[name as RelationKind];
    return bar === undefined ? [] : [{ kind: name as RelationKind, column, bar, judged: new Map<string, Judged>() }];
  });
  for (const { a, b, features } of orderedPairs(story)) {
    const [from, to] = [groupOf.get(a), groupOf.get(b)];
    if (from === undefined || to === undefined || from === to) continue;
    const likely = likelihoods(forest, features);
    for (const { kind, column, judged } of kinds) {
      const value = likely[column]!;
      if (value < least) continue;
      const may = kind !== "denies" || mayDeny(story.tellings[a]!, story.tellings[b]!);
      const key = kind === "contradicts" && from < to ? `${to} ${from}` : `${from} ${to}`;
      const known = judged.get(key);
      if (!known) {
        judged.set(key, { none: 1 - value, best: value, all: [value], may, a, b, features });
        continue;
      }
      known.none *= 1 - value;
      known.all.push(value);
      if (may === known.may ? value > known.best : may) Object.assign(known, { best: value, a, b, features });
      known.may ||= may;
    }
  }
  const mode = process.env.AGG ?? "or";
  for (const { judged } of kinds)
    for (const one of judged.values()) {
      const sorted = one.all.toSorted((x, y) => y - x);
      if (mode === "max") one.none = 1 - one.best;
      if (mode.startsWith("top")) one.none = sorted.slice(0, Number(mode.slice(3))).reduce((x, y) => x * (1 - y), 1);
      if (mode.startsWith("pow")) one.none = one.none ** (1 / sorted.length ** Number(mode.slice(3)));
    }
  return kinds.flatMap(({ kind, bar, judged }) =>
    [...judged]
      .filter(([, { none, may }]) => may && 1 - none >= bar)
      .flatMap(([key, one]) => {
        const [from, to] = key.split(" ").map(Number) as [number, number];
        const found = relationOf(kind, [from, to], one, story.tellings);
        return found ? [found] : [];
      })
      .toSorted((a, b) => a.from - b.from || a.to - b.to),
  );
}
