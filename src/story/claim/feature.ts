import type { AnnotatedDocument } from "../../model/annotation.ts";
import type { DayRange } from "../../model/document.ts";
import type { Span } from "../../model/span.ts";
import { piecesOf, termOf } from "../word.ts";
import { withoutIdle } from "./conflict/idle.ts";
import { isStop, meaningsOf } from "./meaning.ts";
import { falseWord } from "./untrue.ts";

/** A number that is told, with its bounds; what is counted, as the term of its noun. */
export interface Count {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: "at-least" | "at-most" | "about" | "exact" | "range";
  readonly unit: string | null;
  readonly of: string | null;
}

/** What a stretch of words says, as far as words, numbers, days and moods tell. */
export interface Features {
  /** Content words, without numbers and days. */
  readonly terms: ReadonlySet<string>;
  /** Terms that are printed with a capital inside their sentence, or are part of a name. */
  readonly names: ReadonlySet<string>;
  readonly counts: readonly Count[];
  readonly days: readonly DayRange[];
  readonly negated: boolean;
  /** "may", "might", "up to", "suspected". */
  readonly possible: boolean;
  /** "will", "would", "to be". */
  readonly planned: boolean;
  /** No verb of its own. */
  readonly nominal: boolean;
  /** "if", "unless". */
  readonly conditional: boolean;
  /** For a term, the content word right before it. */
  readonly before: ReadonlyMap<string, string>;
  /** Terms that are set aside: "not an attack" in "a faulty update, not an attack"; numbers as "=39". */
  readonly excluded: ReadonlySet<string>;
}

const contrast =
  /(?:, (?:and |but )?| (?:and|but) )not (?:(?:by|from|of|on|in|as|at|because of) )?(?:an? |the |any )?[\p{L}\p{N}-]+(?: [\p{L}-]+)?(?=[,.;]|$)|,? (?:and|but) not,? [^,]{3,40}, (?:by|from|of) (?:an? |the )?[\p{L}-]+/giu;
const negator = new RegExp(
  String.raw`\b(?:no|not|never|nobody|none|nothing|neither|nor|nowhere|without any|cannot|no one|untrue|${falseWord}|invented|fabricat\p{L}+|unfounded|baseless|made up|nothing to do|unable|doubt(?:s|ed|ful)?(?: about)? (?:whether|if|that))\b|n['’]t\b`,
  "iu",
);
const possibly =
  /\b(?:may|might|could(?= (?!and\b|or\b)\p{L})|can(?= (?!and\b|or\b)\p{L})|possibly|perhaps|maybe|probably|likely|suspected|feared|apparently|allegedly|possible|potentially|up to|as many as|not rule out|not exclude)\b/u;
const plan =
  /\b(?:will|would|shall|plans? to|planned|intends? to|about to|going to|is to|are to|was to|were to|ready to|remains? ready|set to|due to (?=\p{Ll}+\b))\b|['’]ll\b/iu;
const condition = /\b(?:if|unless|without an?|provided that|as long as|until|whether)\b/i;

const inside = (span: Span, start: number, end: number): boolean => span[0] <= start && end <= span[1];

/** Terms that stand for numbers, which are compared as counts. */
const numberWords = new Set(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens hundreds thousands half"
    .split(" ")
    .map(termOf),
);

const tens: readonly [string, number][] = "thirty forty fifty sixty seventy eighty ninety hundred"
  .split(" ")
  .map((word, at) => [word, 30 + 10 * at]);

const values: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, at): readonly [string, number] => [word, at])
    .concat([["dozen", 12], ...tens]),
);

/** Where a clause begins that hangs on the first or stands beside it: a "no" there is not said of the whole. */
const second =
  /\b(?:and|but) (?:had|has|have|was|were|did|would|will|could|that|no|not)\b|, (?:who|which|because|as|after|when|so)\b|\b(?:unless|if|when|until|because|who|whom|whose|which)\b|\bthat (?:has|have|had|is|are|was|were|do|does|did|will|would|can|could|may|might|must|should|never|cannot)\b|\babout (?:why|how|what|who|when|where|not)\b/u;

/** Has the stretch a verb of its own? "an equal answer to such a move" has none. */
const finite =
  /\b(?:is|are|was|were|has|have|had|will|would|may|might|could|can|must|should|did|does|do|\p{L}{2,}ed|n['’]t|ran|went|came|stood|lay|fell|left|took|held|began|broke|made|saw|said|lied|knew|met)\b/u;

/** What the words of `span` say. */
export function featuresOf(annotation: AnnotatedDocument, span: Span): Features {
  const text = annotation.text.slice(span[0], span[1]);
  const excluded = new Set<string>();
  const aside: Span[] = [];
  const plainText = text.replace(contrast, (found: string, ...rest: readonly unknown[]) => {
    const at = rest.find((one) => typeof one === "number") as number;
    aside.push([span[0] + at, span[0] + at + found.length]);
    for (const { form } of piecesOf(found)) {
      const value = values.get(form.toLowerCase()) ?? Number(form);
      if (Number.isFinite(value)) excluded.add(`=${value}`);
      else if (!isStop(termOf(form))) excluded.add(termOf(form));
    }
    return " ".repeat(found.length);
  });
  const timexes = annotation.timexes.filter(({ start, end }) => start < span[1] && span[0] < end);
  const quantities = annotation.quantities.filter(({ start, end }) => inside([span[0] - 12, span[1] + 2], start, end));
  const counts: Count[] = quantities
    .filter(({ start, end }) => !aside.some((one) => inside(one, start, end)))
    .filter(({ start, end }) => !timexes.some((one) => one.type !== "DURATION" && one.start < end && start < one.end))
    .map(({ value, low, high, bound, unit, of }) => ({
      value,
      low,
      high,
      bound,
      unit: unit ? termOf(unit) : null,
      of,
    }));
  const terms = new Set<string>();
  const names = new Set<string>();
  const before = new Map<string, string>();
  let previous = "";
  for (const { form, start, end } of piecesOf(plainText)) {
    const [from, to] = [span[0] + start, span[0] + end];
    const term = termOf(form);
    const inCount = quantities.some((one) => one.start <= from && to <= one.end);
    if (timexes.some((timex) => timex.start <= from && to <= timex.end && timex.type !== "DURATION")) continue;
    if (/^\p{N}/u.test(form) || numberWords.has(term)) {
      if (!inCount) {
        const value = values.get(form.toLowerCase()) ?? Number(form);
        if (Number.isFinite(value) && term !== termOf("one"))
          counts.push({ value, low: value, high: value, bound: "exact", unit: null, of: null });
      }
    } else if (!isStop(term)) {
      terms.add(term);
      const last = termOf(previous);
      if (!isStop(last) && !numberWords.has(last)) before.set(term, last);
      if (
        /^\p{Lu}/u.test(form) &&
        (previous !== "" ||
          annotation.mentions.some((one) => one.form === "name" && one.start <= from && to <= one.end))
      )
        names.add(term);
    }
    previous = form;
  }
  const cut = plainText.search(second);
  const main = cut > 8 ? plainText.slice(0, cut) : plainText;
  return {
    terms,
    names,
    counts,
    days: timexes.flatMap(({ type, range }) => (range && type !== "DURATION" && type !== "SET" ? [range] : [])),
    negated: negator.test(withoutIdle(main)),
    possible: possibly.test(plainText) || counts.some(({ bound }) => bound === "at-most"),
    planned: plan.test(plainText),
    nominal: !finite.test(plainText),
    conditional: condition.test(plainText),
    before,
    excluded,
  };
}

/** Can both numbers be right? A bound leaves room; "some 400" is 412. */
export function fits(a: Count, b: Count): boolean {
  const [lowA, highA] = rangeOf(a);
  const [lowB, highB] = rangeOf(b);
  return lowA <= highB && lowB <= highA;
}

function rangeOf({ value, low, high, bound }: Count): readonly [number, number] {
  if (bound === "about" && value !== null) return [value * 0.94, value * 1.06];
  return [
    low ?? (bound === "at-least" && value !== null ? value : -Infinity),
    high ?? (bound === "at-most" && value !== null ? value : Infinity),
  ];
}

/** Is it the same number with the same bound, or a rounding that shows itself? */
export const sameCount = (a: Count, b: Count): boolean =>
  a.value !== null && b.value !== null
    ? (a.value === b.value && loose(a) === loose(b)) ||
      ((a.bound === "about" || b.bound === "about") && loose(a) === loose(b) && fits(a, b))
    : a.low === b.low && a.high === b.high;

const loose = ({ bound }: Count): string => (bound === "at-least" || bound === "at-most" ? bound : "");

/** Do both count the same kind of thing, as far as the nouns tell? */
export function sameUnit(a: Count, b: Count): boolean {
  if (a.unit === null || b.unit === null)
    return (a.unit === null || people.has(a.unit)) && (b.unit === null || people.has(b.unit));
  if (a.unit === b.unit) return true;
  const meanings = meaningsOf(a.unit);
  return meaningsOf(b.unit).some((one) => meanings.includes(one)) || (people.has(a.unit) && people.has(b.unit));
}

const people = new Set(
  "people person persons man men woman women child pupil student girl boy soldier serviceman troop prisoner patient miner worker resident villager civilian officer guard fighter body passenger sailor refugee victim other case comrade hostage fisherman crewman paratrooper colonel citizen inmate casualty protester demonstrator girls"
    .split(" ")
    .map(termOf),
);

/** Is it a count of people? */
export const countsPeople = ({ unit }: Count): boolean => unit !== null && people.has(unit);
