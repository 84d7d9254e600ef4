import type { FeedItem, NewsFeed } from "../../model/feed.ts";
import { namesOnce } from "./author.ts";
import { type Dating, dating } from "./dated.ts";
import { atomText, innerOf } from "./text.ts";
import { childOf, childrenOf, type Element, resolveLink } from "./xml.ts";

const wordOf = (element: Element, ...names: readonly string[]): string | null => {
  const found = childOf(element, ...names);
  return found ? innerOf(found) || null : null;
};

/** The page of a feed or an entry: its first alternate link, one to HTML before others (RFC 4287, 4.2.7). */
function linkOf(element: Element): string | null {
  const links = childrenOf(element, "atom:link").filter(
    (link) => (link.attributes.get("rel") ?? "alternate").toLowerCase() === "alternate" && link.attributes.has("href"),
  );
  const found = links.find((link) => /html/i.test(link.attributes.get("type") ?? "html")) ?? links[0];
  return found ? resolveLink(found.attributes.get("href")!, found.base) : null;
}

const authorsOf = (element: Element): readonly string[] => {
  const names = namesOnce(
    childrenOf(element, "atom:author").map(
      (author) => wordOf(author, "atom:name", "atom:email") ?? (author.text.trim() || null),
    ),
  );
  return names.length > 0 ? names : namesOnce(childrenOf(element, "dc:creator").map(innerOf));
};

function itemOf(entry: Element, number: number, { date }: Dating): FeedItem {
  const id = wordOf(entry, "atom:id");
  const content = childOf(entry, "atom:content");
  // A report that is only named counts as the entry's page; a film that is named does not.
  const elsewhere = childrenOf(entry, "atom:content").find(
    (one) => one.attributes.has("src") && /html/i.test(one.attributes.get("type") ?? ""),
  );
  const source = elsewhere ? resolveLink(elsewhere.attributes.get("src")!, elsewhere.base) : null;
  return {
    id: id === null ? null : resolveLink(id, entry.base),
    link: linkOf(entry) ?? source,
    title: atomText(childOf(entry, "atom:title")),
    published: date(
      number,
      ...["atom:published", "atom:issued", "atom:created", "dc:date"].map((name) => wordOf(entry, name)),
    ),
    modified: date(number, ...["atom:updated", "atom:modified"].map((name) => wordOf(entry, name))),
    authors: authorsOf(entry),
    summary: atomText(childOf(entry, "atom:summary")),
    content: atomText(content),
    categories: namesOnce([
      ...childrenOf(entry, "atom:category").map(
        (one) => one.attributes.get("label")?.trim() || one.attributes.get("term")?.trim() || null,
      ),
      ...childrenOf(entry, "dc:subject").map(innerOf),
    ]),
  };
}

/** A feed of Atom 1.0 (RFC 4287) or 0.3, or a lone entry of it. An entry without an author has none here, though the feed's stands for it by the RFC: that is mostly the site's own name. */
export function atomFeed(root: Element): NewsFeed {
  const dates = dating();
  const entries = root.name === "atom:entry" ? [root] : childrenOf(root, "atom:entry");
  return {
    kind: "atom",
    title: root.name === "atom:entry" ? null : atomText(childOf(root, "atom:title")),
    link: linkOf(root),
    language: root.language,
    items: entries.map((entry, at) => itemOf(entry, at + 1, dates)),
    doubts: dates.doubts(),
  };
}
