import type { FurnitureKind } from "../../../model/block.ts";
import type { DocumentMeta, PublishedBy } from "../../../model/document.ts";
import type { Quantity } from "../../../model/quantity.ts";
import { rangeWords } from "../day.ts";
import { counted } from "../words.ts";
import type { Stretch } from "./stretch.ts";

/** Reasons of the record, as a reader says them; what is not known here is given as it is. */
const reasons: readonly (readonly [found: RegExp, words: string])[] = [
  [/^explicit$/, "printed in full"],
  [/^vague$/, "too vague for a day"],
  [/^no publication day$/, "the day of publication is not known, so it cannot be counted"],
  [/^no such day$/, "there is no such day"],
  [/anchor published, /g, "counted from the day of publication, "],
  [/anchor the date before, /g, "counted from the date before it, "],
  [/nearest around/, "the nearest one"],
  [/nearest before/, "the nearest one before"],
  [/nearest after/, "the nearest one after"],
];

/** How a day or a place was decided, in words. `wordsOf` gives the words of a time expression ("t5"), which a reason may name. */
export function byWords(by: string, wordsOf: (timex: string) => string | null = () => null): string {
  const named = by.replace(/\btimex (t\d+)\b/g, (whole, id: string) => {
    const words = wordsOf(id);
    return words === null ? whole : `“${words}”`;
  });
  return reasons.reduce((words, [found, instead]) => words.replace(found, instead), named);
}

const bounds: Readonly<Record<Quantity["bound"], string>> = {
  "at-least": "at least ",
  "at-most": "at most ",
  about: "about ",
  exact: "",
  range: "",
};

const figure = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 20 });

/** A number with its bound: "at least 2", "between 10 and 20", "more than one number fits" where it has none. */
export function boundWords({ value, low, high, bound }: Pick<Quantity, "value" | "low" | "high" | "bound">): string {
  if (bound === "range" && low !== null && high !== null) return `between ${figure(low)} and ${figure(high)}`;
  const number = value ?? (bound === "at-most" ? high : low) ?? high;
  return number === null ? "no number could be told" : `${bounds[bound]}${figure(number)}`;
}

/** A number with what is counted and what is said of it: "at least 2 (paratrooper), killed". */
export const quantityWords = (quantity: Quantity): string =>
  `${boundWords(quantity)}${quantity.unit === null ? "" : ` (${quantity.unit})`}${quantity.of === null ? "" : `, ${quantity.of}`}`;

const known: Readonly<Record<PublishedBy, string>> = {
  given: "given with the report",
  page: "printed on the page",
  dateline: "from the dateline",
  inferred: "worked out",
};

/** How the day of publication is known, and the days it may be where that is not one. */
export function publishedHow({
  publishedBy,
  publishedRange,
}: Pick<DocumentMeta, "publishedBy" | "publishedRange">): string {
  const how = publishedBy === null ? "no day was found" : known[publishedBy];
  const range =
    publishedRange !== null && publishedRange[0] !== publishedRange[1] ? rangeWords(...publishedRange) : null;
  return range === null ? how : `${how}; it may be any day of ${range}`;
}

const languages = new Intl.DisplayNames("en", { type: "language" });

/** "pl" -> "Polish"; a code that is none stays as it is. */
export const languageWord = (code: string): string => {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
};

const furnitureWords: Readonly<Record<FurnitureKind, string>> = {
  navigation: "navigation",
  teaser: "teasers",
  newsletter: "newsletter",
  donation: "donations",
  share: "share buttons",
  comment: "comments",
  legal: "legal notice",
  player: "media player",
  related: "other reports",
  other: "other",
};

/** A folded run in one line: "3 lines of page furniture: navigation, legal notice". Each kind once, in order. */
export function furnitureLine(stretches: readonly Stretch[]): string {
  const blocks = new Set(stretches.map(({ block }) => block));
  const kinds = [...blocks].map(({ kind, furniture }) =>
    kind === "teaser" ? "teasers" : furnitureWords[furniture ?? "other"],
  );
  return `${counted(blocks.size, "line")} of page furniture: ${[...new Set(kinds)].join(", ")}`;
}

/** What is selected, in a URL: "r14.s3" -> revision and local id; null for anything else. */
export function selectedIn(at: string | null): { readonly revision: string; readonly id: string } | null {
  const found = at === null ? null : /^(r\d+)\.(.+)$/.exec(at);
  return found ? { revision: found[1]!, id: found[2]! } : null;
}

/** `start` and `end` of a URL as a stretch of a text of `length` units; null where they are none. */
export function stretchIn(
  start: string | null,
  end: string | null,
  length: number,
): { readonly start: number; readonly end: number } | null {
  if (start === null || end === null || !/^\d{1,15}$/.test(start) || !/^\d{1,15}$/.test(end)) return null;
  const [from, until] = [Number(start), Math.min(Number(end), length)];
  return from < until ? { start: from, end: until } : null;
}
