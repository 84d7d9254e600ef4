import { type GivenMeta, nothingGiven } from "../../model/document.ts";
import type { FeedItem, NewsFeed } from "../../model/feed.ts";
import { done, type Outcome, problem } from "../../model/outcome.ts";
import { escapeHtml } from "./entity.ts";
import { htmlText, plainText } from "./text.ts";

/** An item of a feed as `add` takes a document in. */
export interface ItemDocument {
  /** The same for the same item in every version of the feed: its id, else its address; null where it has neither. */
  readonly key: string | null;
  /** A page of the item's title and words. Its words are the feed's own, only what was text is escaped. */
  readonly html: string;
  readonly given: GivenMeta;
  readonly modified: string | null;
  /** As the feed gives them. */
  readonly authors: readonly string[];
  /** Is it all of the report, as far as the feed says (content), or a summary of it? */
  readonly isWhole: boolean;
}

/** The name of a feed's publisher: its title in words; its site where it has none. */
export const publisherOf = (feed: NewsFeed): string | null =>
  (feed.title ? plainText(feed.title) : "") || (feed.link === null ? null : (URL.parse(feed.link)?.hostname ?? null));

/**
 * The item as a document: a page with its title as headline and its content, or its summary where that is all there is. What is given beside it: title,
 * address, day of publication (of the last change where only that is told), publisher, and the feed's language. Fails with `feed/item-empty`.
 */
export function itemDocument(feed: NewsFeed, item: FeedItem): Outcome<ItemDocument> {
  const title = item.title ? plainText(item.title) : "";
  const body = item.content ?? item.summary;
  if (title === "" && body === null) {
    const name = item.link ?? item.id;
    return problem(
      "feed/item-empty",
      name === null
        ? "An item of the feed has no title, no words and no address. Nothing can be added from it."
        : `The item ${name} has no words in the feed. Add its page.`,
    );
  }
  const heading = title === "" ? "" : `<h1>${escapeHtml(title)}</h1>\n`;
  const head = `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`;
  const lang = feed.language?.trim() || null;
  return done({
    key: item.id ?? item.link,
    html: `<!doctype html>\n<html>${head}\n<body><article>\n${heading}${body ? htmlText(body) : ""}\n</article></body></html>\n`,
    given: {
      ...nothingGiven,
      title: title === "" ? null : title,
      // An address that is no page ("javascript:…") is none to give on.
      url: item.link !== null && /^https?:/i.test(item.link) ? item.link : null,
      publisher: publisherOf(feed),
      published: item.published ?? item.modified,
      lang: lang === null ? null : lang.toLowerCase().split(/[-_]/)[0]!,
    },
    modified: item.modified,
    authors: item.authors,
    isWhole: item.content !== null,
  });
}
