import type { DayRange } from "../model/document.ts";
import { id } from "../model/id.ts";
import type { Parsed } from "../model/sentence.ts";
import type { Timex } from "../model/timex.ts";
import { irregularPasts } from "../sentence/inflection.ts";
import { readSentences } from "../sentence/read.ts";
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

const futureWord = /^(?:will|['’]ll|shall|would|scheduled|expected|due|slated|upcoming|starting|beginning)$/i;
/** Verbs and nouns that look ahead when "to" or "for" follows: "plans to meet". */
const aiming = /^(?:plans?|planned|planning|intends?|aims?|hopes?|promises|threatens)$/i;
const pastWord = /^(?:were|has|have|says|since|ago)$/i;
/** Words whose "to" tells of things to come: "is to meet", "vowed to march". */
const promising =
  /^(?:is|are|be|set|ready|going|wants?|vow(?:s|ed)|promised|pledged|agreed|ordered|forced|told|called|needs?|likely)$/i;

/** What one word says of the side of the anchor. */
function tenseOf(words: readonly string[], i: number, at: number): Tense {
  const word = words[i]!;
  if (/^to$/i.test(word)) {
    if (!/^\p{L}+$/u.test(words[i + 1] ?? "") || /^(?:the|an?|its|his|their|this|that)$/i.test(words[i + 1]!))
      return null;
    const before = words[i - 1] ?? "";
    // "Ruritania To Hold Drills", "Ruritania to hold drills": a headline.
    const headline = (word === "To" && i > 0) || (i < 6 && /^\p{Lu}/u.test(before) && i + 1 < at);
    return headline || promising.test(before) ? "future" : null;
  }
  if (futureWord.test(word)) return "future";
  if (aiming.test(word)) return /^(?:for|to|on)$/i.test(words[i + 1] ?? "") ? "future" : null;
  return pastWord.test(word) || irregularPasts.has(word.toLowerCase()) || (word.endsWith("ed") && word.length > 4)
    ? "past"
    : null;
}

/** Looks leftwards from the expression at word `at`, then a little to the right, for the nearest word that tells its side of the anchor. */
function tenseAt(words: readonly string[], at: number): Tense {
  for (let i = at - 1; i >= Math.max(0, at - 14); i--) {
    const tense = tenseOf(words, i, at);
    if (tense !== null) return tense;
  }
  for (let i = at; i < Math.min(words.length, at + 10); i++) {
    const tense = tenseOf(words, i, at);
    if (tense !== null) return tense;
  }
  // A deadline looks ahead, unless a verb around it was past ("had filed by Wednesday").
  return /^(?:by|until|through)$/i.test(words[at - 1] ?? "") ? "future" : null;
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
      if (publishedYear === null || meaning.year.year < publishedYear) old++;
      else near++;
    }
  }
  return old >= 8 && old >= 3 * near;
}

/** Two readings of one expression, counted from the first and the last day that the publication may be. */
function merged(first: Resolved, last: Resolved): Resolved {
  if (first.value === last.value) return first;
  const range: DayRange | null = first.range === null || last.range === null ? null : [first.range[0], last.range[1]];
  return { value: null, range, by: `${last.by}; publication known as a range` };
}

/**
 * Time expressions of the sentences that are read (`readSentences`), in text order, never overlapping, with TIMEX3 values (TimeML 1.2.1). They are counted from
 * `meta.publishedRange` (or `published`): in news "Friday" is the last one on or before that day unless the words around tell of things to come.
 * A text that mostly tells of years long past is read as a narrative, in which each date is counted from the one before it.
 * Where the publication is a range of days, a value stands only if every day of it gives the same. Ids are t1, t2, …
 */
export function findTimexes(parsed: Parsed): readonly Timex[] {
  const { text, sentences, tokens, firstToken } = parsed;
  const read = readSentences(parsed);
  const bySentence = sentences.map(([, end], at) => {
    if (!read[at]) return [];
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
