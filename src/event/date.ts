import type { Attribution } from "../model/attribution.ts";
import type { DatedRange, IsoDay } from "../model/document.ts";
import type { Realis } from "../model/event.ts";
import type { Timex } from "../model/timex.ts";
import { type Attachable, stepsTo } from "./attach.ts";
import { type Clause, wordAfter } from "./clause.ts";
import type { Window } from "./subject.ts";
import { caseOf, headOfRange, isVerb, relation } from "./tree.ts";
import { negations, type Word } from "./word.ts";

/** An event as far as its day depends on it. */
export interface Undated {
  readonly attachable: Attachable;
  /** The verb that tells of it, or -1 for a noun in passing. */
  readonly verb: number;
  readonly realis: Realis;
}

/**
 * When an event was, is or will be: the dated expression that hangs on it or on the verb that carries it; else, for what a dated
 * attribution tells as news, the day it was said. `by` names the expression or says so. Null where the text does not tell.
 * `others` are the words of the sentence's other events, `attribution` the one whose content holds this one,
 * `published` the last day that the document may be of: what is told "since May" lasts until then.
 */
export function dateOf(
  clause: Clause,
  event: Undated,
  timexes: readonly Timex[],
  window: Window,
  others: ReadonlySet<number>,
  attribution: Attribution | null,
  published: IsoDay | null,
): DatedRange | null {
  const { words } = clause;
  let best: { readonly timex: Timex; readonly steps: number; readonly from: number; readonly to: number } | null = null;
  let timed = false;
  for (const timex of timexes) {
    const from = wordAfter(words, timex.start);
    const to = wordAfter(words, timex.end - 1) + 1;
    if (from < window.from || to > window.to || from >= words.length) continue;
    const at = headOfRange(words, from, to);
    const steps = isComparison(words, at, event.attachable) ? null : stepsTo(words, at, event.attachable, others);
    if (steps === null) continue;
    timed = true;
    if (timex.range !== null && (best === null || steps < best.steps)) best = { timex, steps, from, to };
  }
  if (best?.timex.range) {
    const by = `timex ${best.timex.id}`;
    const [start, end] = best.timex.range;
    const since = words[best.from - 1]?.lower === "since" || words[best.from]?.lower === "since";
    if (since && published !== null && published > end) return { start, end: published, by: `since ${by}` };
    const anchor = attribution?.date?.start ?? published;
    const isToCome = event.realis === "planned" && anchor !== null && end < anchor;
    // "would be held in February", told in May: a month without a year is the next one.
    if (isToCome && isYearless(words, best.from, best.to))
      return { start: nextYear(start), end: nextYear(end), by: `${by}, the next one` };
    return { start, end, by };
  }
  const isNews = event.realis === "happened" || event.realis === "ongoing";
  if (attribution?.date && isNews && !timed && isNewsOfDay(words, event.verb, window))
    return {
      start: attribution.date.start,
      end: attribution.date.end,
      by: `reported that day: ${attribution.date.by}`,
    };
  return null;
}

/** "the worst attack since 2019", "the first in a decade": the day measures, and dates nothing. */
function isComparison(words: readonly Word[], at: number, { own }: Attachable): boolean {
  const led = caseOf(words, at) ?? words[at - 1]?.lower;
  const { head } = words[at]!;
  if (head >= 0 && /^(?:JJS|RBS|JJR|RBR)$/.test(words[head]!.xpos)) return true;
  if (led !== "since" && led !== "in") return false;
  const measured = [...(head >= 0 ? words[head]!.children : []), ...[...own].flatMap((word) => words[word]!.children)];
  return measured.some(
    (child) => /^(?:JJS|RBS)$/.test(words[child]!.xpos) || /^(?:first|only)$/.test(words[child]!.lower),
  );
}

const months = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Is the expression a month, with or without a day, and no year? */
const isYearless = (words: readonly Word[], from: number, to: number): boolean => {
  const printed = words.slice(from, to).map((word) => word.lower);
  return printed.some((lower) => months.test(lower)) && !printed.some((lower) => /^\d{4}$/.test(lower));
};

/** The same day a year later; the last of February where that year has none. */
const nextYear = (day: IsoDay): IsoDay =>
  `${String(Number(day.slice(0, 4)) + 1).padStart(4, "0")}${day.slice(4).replace("-02-29", "-02-28")}` as IsoDay;

/** Adverbs that put a deed before the day of its report. */
const earlier =
  /^(?:earlier|previously|ago|once|recently|already|ever|before|formerly|repeatedly|long|often|always|since)$/;

/** Is the verb at `at` told as that day's news: the main verb of what is said, not of a clause in it, nothing earlier, and not denied? */
function isNewsOfDay(words: readonly Word[], at: number, window: Window): boolean {
  if (at < 0) return false;
  for (const child of words[at]!.children) {
    const { lower, label } = words[child]!;
    if (negations.has(lower) || earlier.test(lower) || (label === "aux" && lower === "had")) return false;
  }
  let up = at;
  for (let step = 0; step < words.length && up >= window.from; step++) {
    const label = relation(words[up]!);
    const isVerbal = isVerb(words[up]);
    if (isVerbal && (label === "acl" || label === "advcl")) return false;
    if (!isVerbal && up !== at) return true;
    if (label !== "xcomp" && label !== "conj") return true;
    up = words[up]!.head;
  }
  return true;
}
