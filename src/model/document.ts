/** How a document's day is known. */
export type PublishedBy = "given" | "page" | "dateline" | "inferred";

/** An ISO 8601 calendar day, `2021-11-12`. */
export type IsoDay = string;

/** First and last day, both included. */
export type DayRange = readonly [first: IsoDay, last: IsoDay];

/** A span of days with the reason it was chosen. `start` and `end` are included; either may be null where the side is open. */
export interface DatedRange {
  readonly start: IsoDay | null;
  readonly end: IsoDay | null;
  /** How the range was found, in words that a reader can check: "anchor published, weekday before". */
  readonly by: string;
}

/** What is known about a document beside its text. Every field is looked for; null or empty where it was not found. */
export interface DocumentMeta {
  readonly title: string | null;
  readonly byline: readonly string[];
  readonly publisher: string | null;
  readonly url: string | null;
  /** ISO 8601, as exact as it is known: a day or a time with zone. */
  readonly published: string | null;
  readonly publishedBy: PublishedBy | null;
  /** The days that `published` may be; a single day twice where it is sure. */
  readonly publishedRange: DayRange | null;
  readonly modified: string | null;
  readonly retrieved: string | null;
  /** The place named in the dateline, as printed: "MINSK". */
  readonly dateline: string | null;
}

/** What a caller may say about a document before it is read. Null = not said. */
export interface GivenMeta {
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly lang: string | null;
}

/** Nothing said about a document. */
export const nothingGiven: GivenMeta = { title: null, url: null, publisher: null, published: null, lang: null };
