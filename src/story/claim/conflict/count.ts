import type { Slot } from "../../../model/ledger.ts";
import { termOf } from "../../word.ts";
import { type Count, countsPeople, fits, sameCount } from "../feature.ts";
import { meaningsOf } from "../meaning.ts";
import type { Telling } from "../reading.ts";
import { clockTimesOf } from "./clock.ts";
import { once } from "./once.ts";

/** Units of one measure, with how many of the smallest they are. */
const measures: ReadonlyMap<string, readonly [measure: string, size: number]> = new Map(
  Object.entries({
    length: {
      metre: 1,
      meter: 1,
      m: 1,
      kilometre: 1000,
      kilometer: 1000,
      km: 1000,
      mile: 1609,
      yard: 0.914,
      foot: 0.305,
      feet: 0.305,
    },
    weight: { gram: 0.001, kilo: 1, kilogram: 1, kg: 1, tonne: 1000, ton: 1000, pound: 0.454 },
    length_of_time: {
      second: 1,
      minute: 60,
      hour: 3600,
      day: 86_400,
      week: 604_800,
      month: 2_592_000,
      year: 31_536_000,
    },
    share: { percent: 1, cent: 1, "%": 1 },
    volume: { litre: 1, liter: 1, barrel: 159, gallon: 3.8 },
    area: { hectare: 1, acre: 0.405 },
  }).flatMap(([measure, units]) =>
    Object.entries(units).map(([unit, size]) => [termOf(unit), [measure, size] as const] as const),
  ),
);

/** Things that are called by what they do: no people. */
const doers = new Set(
  "tanker trawler helicopter freighter cutter bomber carrier number letter paper order computer meter metre kilometre liter litre quarter river corner border power shelter tower liner container cover matter dollar trailer border monitor sector tractor reactor door floor harbour motor border winter summer power border hour lorry fighter bulldozer bunker charger cancer order transformer chamber centre center theatre theater member"
    .split(" ")
    .map(termOf),
);
const person = /(?:er|or|man|men|ist|ian|ant|ee)$/;

/** May the noun counted be one for people: "kidnapper", "policeman", "activist"? */
const isPerson = (count: Count): boolean =>
  countsPeople(count) || (count.unit !== null && !doers.has(count.unit) && person.test(count.unit)) || isOfForce(count);
const isOfForce = ({ unit }: Count): boolean => unit === termOf("member") || unit === termOf("policeman");

const measureOf = ({ unit }: Count) => (unit === null ? undefined : measures.get(unit));

const isSameNoun = (a: string, b: string): boolean =>
  a === b || meaningsOf(a).some((set) => meaningsOf(b).includes(set));

/** May both numbers be of the same things: nouns alike, people both, or the same said of both ("killed")? Null: no noun tells. */
function sameThings(a: Count, b: Count): boolean | null {
  const [one, other] = [measureOf(a), measureOf(b)];
  if (one || other) return one?.[0] === other?.[0];
  if (a.of !== null && b.of !== null && a.of !== b.of) return false;
  if (a.unit === null || b.unit === null)
    return (a.unit === null || isPerson(a)) && (b.unit === null || isPerson(b)) ? true : null;
  if (isSameNoun(a.unit, b.unit) || (isPerson(a) && isPerson(b))) return true;
  if (a.of !== null && a.of === b.of) return true;
  return meaningsOf(a.unit).length > 0 && meaningsOf(b.unit).length > 0 ? false : null;
}

/** "Two months" and "eight weeks" are one: in another unit of a measure a number is rounded by up to this share. */
const roundedUnit = 0.1;

const isSameMeasure = (a: Count, b: Count): boolean =>
  a.unit !== b.unit &&
  measureOf(a) !== undefined &&
  a.value !== null &&
  b.value !== null &&
  Math.abs(a.value - b.value) <= roundedUnit * Math.max(a.value, b.value);

/** The count in the smallest unit of its measure. */
function inSmallest(count: Count): Count {
  const size = measureOf(count)?.[1] ?? 1;
  if (size === 1) return count;
  const by = (value: number | null): number | null => (value === null ? null : value * size);
  return { ...count, value: by(count.value), low: by(count.low), high: by(count.high) };
}

/** "A dozen or more", "for forty at the very least": a bound that stands behind its number. */
const bounded = /\bor (?:more|longer|so)\b|\bat (?:the very )?least$|\bat (?:the very )?least[,;.]|\bat a minimum\b/i;
/** "The toll has gone up to 164": no bound. */
const risen = /\b(?:gone|goes|went|go|risen|rises?|rose|climbed|grown|grew|add(?:s|ed)?|came|come) up to\b/i;

function withBound(count: Count, words: string): Count {
  const { bound, value } = count;
  if (value === null) return count;
  if (bound === "exact" && bounded.test(words)) return { ...count, bound: "at-least", low: value, high: null };
  if (bound === "at-most" && risen.test(words)) return { ...count, bound: "exact", low: value, high: value };
  return count;
}

/** Numbers without those of clock times: "shortly before three" counts nothing. */
const countsOf = once(({ features: { counts }, words }: Telling): readonly Count[] => {
  const clocks = clockTimesOf(words);
  if (clocks.length === 0) return counts.map((count) => withBound(inSmallest(count), words));
  const printed = new Set(clocks.flatMap(({ numbers }) => numbers));
  return counts
    .filter(({ value, unit }) => value === null || !printed.has(value) || unit !== null)
    .map((count) => withBound(inSmallest(count), words));
});

/** "Over four thousand" rounds 4,200: a bound that shows itself as a round number below the other by less than this share. */
const roundedBelow = 0.06;
const isRound = (value: number): boolean => value >= 10 && value % 10 ** Math.floor(Math.log10(value)) === 0;

const rounds = (bounded: Count, { value, bound }: Count): boolean =>
  bounded.bound === "at-least" &&
  (bound === "exact" || bound === "about") &&
  bounded.low !== null &&
  value !== null &&
  value > bounded.low &&
  (isRound(bounded.low) || value - bounded.low < 1) &&
  value <= bounded.low * (1 + roundedBelow);

/** Ten times the other, or ten more of two digits: what a slip of hearing or typing makes, "seventeen" for "seven". */
const isSlip = ({ value: a }: Count, { value: b }: Count): boolean =>
  a !== null &&
  b !== null &&
  a > 0 &&
  b > 0 &&
  (a === 10 * b || b === 10 * a || (Math.abs(a - b) === 10 && a < 20 && b < 20));

const shared = (a: Telling, b: Telling): number => {
  const least = Math.min(a.features.terms.size, b.features.terms.size);
  return least === 0 ? 0 : [...a.features.terms].filter((term) => b.features.terms.has(term)).length / least;
};

/** Numbers of unlike or untold things are compared only where so many of the other words are the same. */
const sharedFrom = 0.6;

/** A number told otherwise: "count" where the values cannot stand together, "modality" where only the bound was dropped or added. */
export function countConflict(a: Telling, b: Telling): Slot | null {
  const [one, other] = [countsOf(a), countsOf(b)];
  const left = one.filter((count) => !other.some((second) => sameCount(count, second)));
  const right = other.filter((count) => !one.some((second) => sameCount(count, second)));
  for (const first of left) {
    for (const second of right) {
      const same = sameThings(first, second);
      if (same === false) continue;
      const isOnly = left.length === 1 && right.length === 1;
      if (same === null && !isSlip(first, second) && (!isOnly || shared(a, b) < sharedFrom)) continue;
      if (first.value !== null && first.value === second.value) {
        if (same && !measureOf(first)) return "modality";
        continue;
      }
      if (rounds(first, second) || rounds(second, first) || isSameMeasure(first, second)) continue;
      if (fits(first, second) && (first.bound === "about" || second.bound === "about")) continue;
      return "count";
    }
  }
  return null;
}

/** Do both tell a number of what may be the same things, so that both cannot be right? Null where no two numbers can be of the same things. */
export function countsClash(a: Telling, b: Telling): boolean | null {
  const pairs = countsOf(a).flatMap((one) =>
    countsOf(b)
      .filter((other) => sameThings(one, other) !== false)
      .map((other) => [one, other] as const),
  );
  if (pairs.length === 0) return null;
  return pairs.every(([one, other]) => !fits(one, other) && !rounds(one, other) && !rounds(other, one));
}
