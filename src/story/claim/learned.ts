import type { RelationKind, Slot } from "../../model/ledger.ts";
import { countsClash } from "./conflict/count.ts";
import { type GroupRelation, slotOf, voices } from "./contradiction.ts";
import { mayContradict, mayDeny } from "./deniable.ts";
import { denialForm } from "./denial.ts";
import { conflictOf } from "./likeness.ts";
import { type Forest, likelihoods } from "./model/forest.ts";
import { orderedPairs, relationFeatureNames } from "./model/relation-pairs.ts";
import type { StoryReading, Telling } from "./reading.ts";

/**
 * From which likelihood on two claims stand so to one another, by the likeliest pair of their tellings. Taken together as independent, the pairs of two
 * claims that seven near copies tell are sure of anything. Set on bundles that the trees were not grown on (docs/quality/claim.md).
 */
const bars: Readonly<Partial<Record<RelationKind, number>>> = {
  denies: 0.5,
  contradicts: 0.55,
  corrects: 0.4,
};

/** The likeliest pair of tellings of two claims. */
interface Judged {
  readonly likelihood: number;
  readonly a: number;
  readonly b: number;
  readonly features: readonly number[];
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

/** Are the two that were judged the first of their claims, whose words a reader sees anyway? */
const areFirst = (groups: Groups, [from, to]: readonly [number, number], one: Telling, other: Telling): boolean =>
  groups[from]![0] === one && groups[to]![0] === other;

function relationOf(
  kind: RelationKind,
  pair: readonly [number, number],
  { a, b, features, likelihood }: Judged,
  groups: Groups,
  tellings: readonly Telling[],
): GroupRelation {
  const [from, to] = pair;
  const [one, other] = [tellings[a]!, tellings[b]!];
  const likely = `likelihood ${Math.round(100 * likelihood)} %`;
  const why = [seen(features), likely].filter((part) => part !== "").join("; ");
  const told = (how: string): string =>
    areFirst(groups, pair, one, other) ? `${how}: ${why}` : `${how}: ${voices({ a: one, b: other })} (${why})`;
  if (kind === "denies") {
    const how = denialForm(one) === "explicit" ? "says that it is not so" : "says the opposite";
    return { kind, from, to, slot: null, reason: told(how) };
  }
  if (kind === "contradicts") {
    const slot = slotIn(one, other, features);
    return { kind, from, to, slot, reason: `${slot}: ${voices({ a: one, b: other })} (${why})` };
  }
  return { kind, from, to, slot: null, reason: told("puts right what was said before") };
}

const slotIn = (one: Telling, other: Telling, features: readonly number[]): Slot =>
  slotOf(one, other, {
    conflict: conflictOf(one, other),
    timesApart: features[columns.clockApart] === 1,
    numbersApart: features[columns.numberApart] === 1,
  });

/** Can the pair stand so at all? Bounds leave room ("at least 12" and "27"), and of another thing that happened nothing is told that shares no word. */
function mayBe(kind: RelationKind, one: Telling, other: Telling, features: readonly number[]): boolean {
  if (kind === "denies") return mayDeny(one, other);
  if (kind !== "contradicts") return true;
  if (!mayContradict(one, other)) return false;
  const slot = slotIn(one, other, features);
  return slot === "count" ? countsClash(one, other) !== false : slot !== "what" || features[columns.matched]! > 0;
}

type Groups = readonly (readonly Telling[])[];

/**
 * Relations between groups of tellings that the trees find likely enough, in the order of the groups. A contradiction is told once, from the group
 * that comes later.
 */
export function learnedRelations(groups: Groups, story: StoryReading, forest: Forest): readonly GroupRelation[] {
  const { tellings } = story;
  const groupOf = new Map(groups.flatMap((group, at) => group.map((one) => [one.at, at] as const)));
  const kinds = forest.classes.flatMap((name, column) => {
    const bar = bars[name as RelationKind];
    return bar === undefined ? [] : [{ kind: name as RelationKind, column, bar, judged: new Map<string, Judged>() }];
  });
  for (const { a, b, features } of orderedPairs(story)) {
    const [from, to] = [groupOf.get(a), groupOf.get(b)];
    if (from === undefined || to === undefined || from === to) continue;
    const likely = likelihoods(forest, features);
    for (const { kind, column, bar, judged } of kinds) {
      const likelihood = likely[column]!;
      if (likelihood < bar) continue;
      const key = kind === "contradicts" && from < to ? `${to} ${from}` : `${from} ${to}`;
      if ((judged.get(key)?.likelihood ?? 0) >= likelihood) continue;
      if (mayBe(kind, tellings[a]!, tellings[b]!, features)) judged.set(key, { likelihood, a, b, features });
    }
  }
  return kinds.flatMap(({ kind, judged }) =>
    [...judged]
      .map(([key, one]) => {
        const [from, to] = key.split(" ").map(Number) as [number, number];
        return relationOf(kind, [from, to], one, groups, tellings);
      })
      .toSorted((a, b) => a.from - b.from || a.to - b.to),
  );
}
