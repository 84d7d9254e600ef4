import type { DayRange } from "../model/document.ts";
import { id } from "../model/id.ts";
import type { Parsed } from "../model/sentence.ts";
import type { Timex } from "../model/timex.ts";
import { dayNumberOfIso } from "./calendar.ts";
import type { Expression } from "./timex-meaning.ts";
import { scanExpressions } from "./timex-scan.ts";
import { type Anchors, type Resolved, resolve, type Tense } from "./timex-value.ts";

/** A publication that is known no better than this many days is no anchor. */
const widestAnchorDays = 31;

/** First and last day that the publication may be, as day numbers; null where it is not known well enough. */
function publishedDays({ meta }: Parsed): readonly [first: number, last: number] | null {
  const [first, last] = (meta.publishedRange ?? [meta.published, meta.published]).map((day) =>
    day === null ? null : dayNumberOfIso(day),
  );
  if (first == null || last == null || last < first || last - first > widestAnchorDays) return null;
  return [first, last];
}

const futureWord =
  /^(?:will|['’]ll|shall|would|plans?|planned|scheduled|expected|due|slated|upcoming|going|intends?|set|aims?|hopes?|until|by|begin|start|starting|beginning|to)$/i;
const pastWord =
  /^(?:was|were|had|has|have|did|said|says|since|killed|told|took|went|came|made|began|held|met|left|sent|shot|fell|rose|saw|became|got|found|ago)$/i;

/** Looks leftwards from an expression, then a little to the right, for the nearest verb that tells its side of the anchor. */
function tenseAt(words: readonly string[], at: number): Tense {
  const of = (i: number): Tense => {
    const word = words[i] ?? "";
    if (futureWord.test(word)) {
      // "to" and "by" tell of things to come only before a verb, or as a deadline.
      if (/^to$/i.test(word))
        return /^\p{Ll}+$/u.test(words[i + 1] ?? "") &&
          !/^(?:the|a|an|its|his|their|this|that)$/.test(words[i + 1] ?? "")
          ? "future"
          : null;
      if (/^(?:by|until)$/i.test(word)) return i === at - 1 ? "future" : null;
      return /^(?:set|going)$/i.test(word) &&
        words[i + 1]?.toLowerCase() !== "to" &&
        words[i + 1]?.toLowerCase() !== "for"
        ? null
        : "future";
    }
    return pastWord.test(word) || (/ed$/.test(word) && word.length > 4) ? "past" : null;
  };
  for (let i = at - 1; i >= 0 && i >= at - 14; i--) {
    const tense = of(i);
    if (tense !== null) return tense;
  }
  for (let i = at; i < words.length && i < at + 10; i++) {
    const tense = of(i);
    if (tense !== null) return tense;
  }
  return null;
}

/** Does the text tell of years long before its publication, as a history does? Then its own dates are the anchors. */
function isNarrative(expressions: readonly Expression[], publishedYear: number | null): boolean {
  let old = 0;
  let near = 0;
  for (const { meaning } of expressions) {
    if (
      meaning.kind === "weekday" ||
      (meaning.kind === "shift" && meaning.from === "anchor" && /^(?:day|week)$/.test(meaning.unit))
    )
      near++;
    else if ("year" in meaning && meaning.year?.kind === "printed") {
      if (publishedYear === null || meaning.year.year < publishedYear - 2) old++;
      else near++;
    }
  }
  return old >= 5 && old >= 3 * near;
}

/** Two readings of one expression, counted from the first and the last day that the publication may be. */
function merged(first: Resolved, last: Resolved): Resolved {
  if (first.value === last.value) return first;
  const range: DayRange | null = first.range === null || last.range === null ? null : [first.range[0], last.range[1]];
  return { value: null, range, by: `${last.by}; publication known as a range` };
}

/**
 * Time expressions of the sentences, in text order, never overlapping, with TIMEX3 values (TimeML 1.2.1). They are counted from
 * `meta.publishedRange` (or `published`): in news "Friday" is the last one on or before that day unless the words around tell of things to come.
 * A text that mostly tells of years long past is read as a narrative, in which each date is counted from the one before it.
 * Where the publication is a range of days, a value stands only if every day of it gives the same. Ids are t1, t2, …
 */
export function findTimexes(parsed: Parsed): readonly Timex[] {
  const { text, sentences, tokens, firstToken } = parsed;
  const bySentence = sentences.map(([, end], at) => {
    const words = tokens.slice(firstToken[at], firstToken[at + 1]);
    return scanExpressions(
      text,
      words.map((word) => word.start),
      end,
    );
  });
  const published = publishedDays(parsed);
  const year = parsed.meta.published === null ? null : Number(parsed.meta.published.slice(0, 4));
  const narrative = isNarrative(bySentence.flat(), year);
  const timexes: Timex[] = [];
  let reference: string | null = null;
  for (const [at, expressions] of bySentence.entries()) {
    if (expressions.length === 0) continue;
    const from = firstToken[at]!;
    const words = tokens.slice(from, firstToken[at + 1]).map((word) => text.slice(word.start, word.end));
    for (const expression of expressions) {
      let position = 0;
      while (position < words.length && tokens[from + position]!.start < expression.start) position++;
      const anchors: Omit<Anchors, "published"> = { reference, narrative, tense: tenseAt(words, position) };
      const first: Resolved = resolved(expression, { ...anchors, published: published?.[0] ?? null });
      const one: Resolved =
        published === null || published[0] === published[1]
          ? first
          : merged(first, resolved(expression, { ...anchors, published: published[1] }));
      timexes.push({
        id: id<"timex">(`t${timexes.length + 1}`),
        start: expression.start,
        end: expression.end,
        type: typeOf(expression, one),
        value: one.value,
        range: one.range,
        by: one.by,
      });
      if (one.range !== null && one.value !== null && expression.meaning.kind !== "clock") reference = one.value;
    }
  }
  return timexes;
}

function typeOf({ meaning, time }: Expression, { value }: Resolved): Timex["type"] {
  if (meaning.kind === "value" && (meaning.type === "DURATION" || meaning.type === "SET")) return meaning.type;
  return meaning.kind === "clock" || time !== null || value?.includes("T")
    ? value?.endsWith("_REF")
      ? "DATE"
      : "TIME"
    : "DATE";
}

/** An expression's value with its time of day. */
function resolved(expression: Expression, anchors: Anchors): Resolved {
  const one = resolve(expression.meaning, anchors);
  if (expression.time === null || one.value === null || !/^[\dX]{4}-[\dX]{2}-[\dX]{2}$/.test(one.value)) return one;
  return { ...one, value: `${one.value}${expression.time}` };
}
