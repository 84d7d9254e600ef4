import type { Attribution } from "../model/attribution.ts";
import type { DatedRange, IsoDay } from "../model/document.ts";
import type { Realis } from "../model/event.ts";
import type { Timex } from "../model/timex.ts";
import { type Clause, wordAfter } from "./clause.ts";
import { governorAt } from "./governor.ts";
import type { Window } from "./subject.ts";
import { conjunctions, isBarrier, prepositions, relatives, subordinators } from "./word.ts";

/** An event as far as its day depends on it. */
export interface Undated {
  /** First and last word of the trigger. */
  readonly first: number;
  readonly last: number;
  readonly realis: Realis;
  /** Is it what the sentence tells, and not only a noun in passing? Then the day of the report may be its day. */
  readonly told: boolean;
}

/**
 * When an event was, is or will be: the nearest dated expression in its clause and voice; else, for what a dated attribution tells
 * as news, the day it was said. `by` names the expression or says so. Null where the text does not tell.
 * `heads` are the words of the sentence's other events, `attribution` the one whose content holds this one,
 * `published` the last day that the document may be of: what is told "since May" lasts until then.
 */
export function dateOf(
  clause: Clause,
  event: Undated,
  timexes: readonly Timex[],
  window: Window,
  heads: readonly number[],
  attribution: Attribution | null,
  published: IsoDay | null,
): DatedRange | null {
  let best: { readonly timex: Timex; readonly distance: number } | null = null;
  for (const timex of timexes) {
    const from = wordAfter(clause.words, timex.start);
    const to = wordAfter(clause.words, timex.end - 1) + 1;
    if (timex.range === null || from < window.from || to > window.to) continue;
    const after = from > event.last;
    if (after ? crosses(clause, event.last + 1, from) : fronted(clause, from, to, event.first, heads)) continue;
    const distance = (after ? from - event.last : event.first - to) + (after ? 0 : 3);
    if (best === null || distance < best.distance) best = { timex, distance };
  }
  if (best?.timex.range) {
    const [start, end] = best.timex.range;
    const since =
      clause.words[wordAfter(clause.words, best.timex.start) - 1]?.lower === "since" &&
      published !== null &&
      published > end;
    return since
      ? { start, end: published, by: `since timex ${best.timex.id}` }
      : { start, end, by: `timex ${best.timex.id}` };
  }
  const isNews = event.realis === "happened" || event.realis === "ongoing";
  if (attribution?.date && event.told && isNews)
    return {
      start: attribution.date.start,
      end: attribution.date.end,
      by: `reported that day: ${attribution.date.by}`,
    };
  return null;
}

/** Does another clause begin between word `from` and the dated expression at word `to`? */
function crosses(clause: Clause, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { lower } = clause.words[at]!;
    if (isBarrier(lower) || (relatives.has(lower) && lower !== "that")) return true;
    if (lower === "that" && !/^(?:\w+day|week|month|year|morning|night|same)$/.test(clause.words[at + 1]?.lower ?? ""))
      return true;
    // "after Friday" dates; "after a crackdown last year" tells of something else.
    if (subordinators.has(lower) && to - at > 2) return true;
    if (/^(?:over|amid|despite|against)$/.test(lower) && to - at > 3) return true;
    if (lower === "," && conjunctions.has(clause.words[at + 1]?.lower ?? "")) return true;
    if (prepositions.has(lower) && governorAt(clause.words, at + 1)?.forms.has("gerund")) return true;
  }
  return false;
}

/** Does the dated expression before an event belong to another event, in a clause of its own: "After X withdrew on Friday, Y attacked"? */
function fronted(clause: Clause, from: number, to: number, first: number, heads: readonly number[]): boolean {
  const { words } = clause;
  let comma = false;
  for (let at = to; at < first; at++) {
    const { lower } = words[at]!;
    if (isBarrier(lower) || (relatives.has(lower) && lower !== "that")) return true;
    if (lower === ",") comma = true;
    if (subordinators.has(lower) && !comma) return true;
  }
  return comma && heads.some((head) => head < from && from - head < 12);
}
