import type { FeedItem, NewsFeed } from "../../model/feed.ts";
import { authorName, namesOnce } from "./author.ts";
import { type Dating, dating } from "./dated.ts";
import { atomText, innerOf, rssText } from "./text.ts";
import { childOf, childrenOf, type Element, resolveLink } from "./xml.ts";

const wordsOf = (element: Element, name: string): readonly string[] =>
  childrenOf(element, name)
    .map((child) => innerOf(child))
    .filter((words) => words !== "");

const wordOf = (element: Element, ...names: readonly string[]): string | null => {
  const found = childOf(element, ...names);
  return found ? innerOf(found) || null : null;
};

/** The address that an `atom:link`, or a `link` written like one, gives. */
const hrefOf = (element: Element): string | null => {
  const rel = element.attributes.get("rel")?.toLowerCase() ?? "alternate";
  return rel === "alternate" ? element.attributes.get("href")?.trim() || null : null;
};

/** The page of a channel or an item, as written. Of several links the last counts, as most readers take it. */
const linkOf = (element: Element): string | null =>
  wordOf(element, "feedburner:origlink") ??
  childrenOf(element, "link")
    .map((link) => innerOf(link) || hrefOf(link))
    .findLast((link) => link !== null) ??
  childrenOf(element, "atom:link")
    .map(hrefOf)
    .find((link) => link !== null) ??
  null;

const splitWords = (list: string): readonly string[] => list.split(",").map((word) => word.trim());

const categoriesOf = (element: Element): readonly string[] =>
  namesOnce([
    ...wordsOf(element, "category"),
    ...wordsOf(element, "itunes:keywords").flatMap(splitWords),
    ...wordsOf(element, "media:keywords").flatMap(splitWords),
    ...wordsOf(element, "dc:subject"),
    ...childrenOf(element, "atom:category").map((one) => one.attributes.get("term")?.trim() ?? null),
  ]);

const authorsOf = (element: Element): readonly string[] => {
  const atom = childrenOf(element, "atom:author").map((author) => wordOf(author, "atom:name", "atom:email"));
  for (const names of [
    atom,
    wordsOf(element, "author").map(authorName),
    wordsOf(element, "dc:creator").map(authorName),
    wordsOf(element, "dc:author").map(authorName),
    wordsOf(element, "itunes:author").map(authorName),
  ]) {
    const found = namesOnce(names);
    if (found.length > 0) return found;
  }
  return [];
};

const bodyOf = (element: Element) =>
  rssText(childOf(element, "content:encoded")) ??
  atomText(childOf(element, "atom:content")) ??
  atomText(childOf(element, "xhtml:body", "xhtml:div"));

function itemOf(element: Element, number: number, base: string | null, { date }: Dating): FeedItem {
  const guid = childOf(element, "guid");
  const id = guid ? innerOf(guid) || null : null;
  const isPage = guid?.attributes.get("ispermalink")?.toLowerCase() !== "false";
  // It is the page's address unless it says that it is not (RSS 2.0).
  const link = linkOf(element) ?? (isPage && id !== null && /^https?:/i.test(id) ? id : null);
  return {
    id,
    link: link === null ? null : resolveLink(link, element.base ?? base),
    title: rssText(childOf(element, "title", "dc:title", "media:title")),
    published: date(
      number,
      ...["pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "date"].map((name) =>
        wordOf(element, name),
      ),
    ),
    modified: date(number, ...["atom:updated", "dcterms:modified"].map((name) => wordOf(element, name))),
    authors: authorsOf(element),
    summary:
      rssText(childOf(element, "description", "dc:description", "itunes:summary")) ??
      atomText(childOf(element, "atom:summary")) ??
      rssText(childOf(element, "media:description")),
    content: bodyOf(element),
    categories: categoriesOf(element),
  };
}

/** A feed of RSS 0.9 to 2.0, or of RSS 1.0 in RDF, whose items stand beside the channel. `base` is the feed's own address. */
export function rssFeed(root: Element, base: string | null): NewsFeed {
  const channel = root.name === "channel" ? root : (childrenOf(root, "channel")[0] ?? root);
  const dates = dating();
  const site = linkOf(channel);
  const link = site === null ? null : resolveLink(site, channel.base ?? base);
  const around = base ?? link;
  const items = [...childrenOf(channel, "item"), ...(channel === root ? [] : childrenOf(root, "item"))];
  return {
    kind: root.name === "rdf:rdf" ? "rdf" : "rss",
    title: rssText(childOf(channel, "title", "dc:title")),
    link,
    language: wordOf(channel, "language", "dc:language") ?? channel.language,
    items: items.map((item, at) => itemOf(item, at + 1, around, dates)),
    doubts: dates.doubts(),
  };
}
