import type { Problem } from "./outcome.ts";

/** Words as a feed gives them, entities of its own format decoded, otherwise untouched. */
export interface FeedText {
  /** What they are to be read as: a feed says so itself (Atom, JSON Feed), or it is told by tags and entities in them (RSS). */
  readonly kind: "text" | "html";
  readonly value: string;
}

/** One report as a feed tells of it. What the feed does not give is null or empty. */
export interface FeedItem {
  /** The publisher's own name of it, mostly an address; the same in every version of the feed. */
  readonly id: string | null;
  /** Absolute where the feed or its own address says to what it is relative. */
  readonly link: string | null;
  readonly title: FeedText | null;
  /** ISO 8601, as exact as it is given: a day, or a time with its zone, or a time without where the feed names none. */
  readonly published: string | null;
  readonly modified: string | null;
  /** Names; an e-mail address where there is no name. */
  readonly authors: readonly string[];
  /** What stands for the report: a teaser, a first paragraph, sometimes all of it. */
  readonly summary: FeedText | null;
  /** The report itself. */
  readonly content: FeedText | null;
  readonly categories: readonly string[];
}

/** A feed: RSS 0.9 to 2.0, RSS 1.0 as RDF, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1. */
export interface NewsFeed {
  readonly kind: "rss" | "rdf" | "atom" | "json";
  readonly title: FeedText | null;
  /** The site that it is of. */
  readonly link: string | null;
  /** BCP 47, as written: "en-us". */
  readonly language: string | null;
  /** In the order of the feed. */
  readonly items: readonly FeedItem[];
  /** What is wrong with it though it could be read. */
  readonly doubts: readonly Problem[];
}

/** A feed that a list names. */
export interface FeedAddress {
  readonly title: string | null;
  /** Of the feed. */
  readonly url: string;
  /** Of its site; null where the list does not say. */
  readonly site: string | null;
  /** The headings that it stands under, the outermost first. */
  readonly under: readonly string[];
}

/** A list of feeds (OPML 1.0 and 2.0). */
export interface FeedList {
  readonly kind: "opml";
  readonly title: FeedText | null;
  readonly feeds: readonly FeedAddress[];
  readonly doubts: readonly Problem[];
}

/** What a file of feeds holds. */
export type Feed = NewsFeed | FeedList;
