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

/** Every field of which it is kept where it was read. */
export const metaFields = [
  "title",
  "byline",
  "publisher",
  "url",
  "published",
  "publishedRange",
  "modified",
  "section",
  "language",
  "agencies",
  "text",
] as const;

/** A field of which it is kept where it was read. */
export type MetaField = (typeof metaFields)[number];

/**
 * Where each field was read: "given", "json-ld datePublished", "meta og:title", "h1", "class entry-date", "url", "dateline", "text".
 * A field that was not found has no entry. `text` has one only where the text is not what the page shows: "json-ld articleBody".
 */
export type MetaSources = Readonly<Partial<Record<MetaField, string>>>;

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
  // Fields added to the format later: every new document has them, records that were written before do not.
  /** The address that the page itself calls its own; `url` may be the one it was fetched from. */
  readonly canonical?: string | null;
  /** The section that the outlet put it in: "Politics". */
  readonly section?: string | null;
  /** The language that the page says it is in, as a BCP 47 tag ("de", "en-GB"); the document's `lang` is what its words are found to be. */
  readonly language?: string | null;
  /** Agencies that the page credits, as printed: "Reuters", "AP". */
  readonly agencies?: readonly string[];
  /** The latest full day that the text tells of as past: it was written on that day or later. */
  readonly notBefore?: IsoDay | null;
  readonly sources?: MetaSources;
}

/** What a caller may say about a document before it is read. Null = not said. */
export interface GivenMeta {
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly lang: string | null;
  /** Day or time of capture as ISO 8601, where it is known: nothing that is found may be later. */
  readonly retrieved?: string | null;
}

/** Nothing said about a document. */
export const nothingGiven: GivenMeta = { title: null, url: null, publisher: null, published: null, lang: null };
