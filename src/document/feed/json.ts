import type { FeedItem, FeedText, NewsFeed } from "../../model/feed.ts";
import { namesOnce } from "./author.ts";
import { type Dating, dating } from "./dated.ts";
import { textOf } from "./text.ts";
import { resolveLink } from "./xml.ts";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Text of a field; numbers count, because ids are written as numbers. Null where there is none. */
function wordOf(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === "number") return String(value);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return null;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const as = (kind: FeedText["kind"], value: string | null): FeedText | null => (value === null ? null : { kind, value });

function itemOf(item: Fields, number: number, base: string | null, { date }: Dating): FeedItem {
  const link = wordOf(item, "url", "external_url");
  const authors = [...listOf(item.authors), item.author].filter(isFields);
  return {
    id: wordOf(item, "id"),
    link: link === null ? null : resolveLink(link, base),
    title: textOf(wordOf(item, "title") ?? "", null),
    published: date(number, wordOf(item, "date_published")),
    modified: date(number, wordOf(item, "date_modified")),
    authors: namesOnce(authors.map((author) => wordOf(author, "name", "url"))),
    summary: textOf(wordOf(item, "summary") ?? "", null),
    content: as("html", wordOf(item, "content_html")) ?? as("text", wordOf(item, "content_text")),
    categories: namesOnce(listOf(item.tags).map((tag) => (typeof tag === "string" ? tag.trim() : null))),
  };
}

/** A JSON Feed (1.0, 1.1) from parsed JSON; null where it is none: no object, or without a list of items. */
export function jsonFeed(value: unknown, base: string | null): NewsFeed | null {
  if (!isFields(value) || !Array.isArray(value.items)) return null;
  const isNamed =
    typeof value.version === "string" || ["home_page_url", "feed_url", "title"].some((name) => name in value);
  if (!isNamed) return null;
  const dates = dating();
  const site = wordOf(value, "home_page_url");
  const around = wordOf(value, "feed_url") ?? base ?? site;
  return {
    kind: "json",
    title: textOf(wordOf(value, "title") ?? "", null),
    link: site === null ? null : resolveLink(site, around),
    language: wordOf(value, "language"),
    items: value.items.filter(isFields).map((item, at) => itemOf(item, at + 1, around, dates)),
    doubts: dates.doubts(),
  };
}
