import { itemDocument } from "../../../src/document/feed/item.ts";
import { parseFeed } from "../../../src/document/feed/parse.ts";
import type { FeedItem, FeedText } from "../../../src/model/feed.ts";
import { goldenTests } from "../../golden.ts";

const words = (text: FeedText | null): string => (text === null ? "-" : `${text.kind} ${JSON.stringify(text.value)}`);

const fieldsOf = (item: FeedItem): readonly string[] =>
  (
    [
      ["id", item.id],
      ["link", item.link],
      ["published", item.published],
      ["modified", item.modified],
      ["authors", item.authors.join(", ") || null],
      ["categories", item.categories.join(", ") || null],
      ["summary", item.summary && words(item.summary)],
      ["content", item.content && words(item.content)],
    ] as const
  ).flatMap(([name, value]) => (value === null ? [] : [`  ${name}: ${value}`]));

goldenTests("feed", ({ text, given }) => {
  const outcome = parseFeed(text, { url: given.url ?? null });
  if (!outcome.ok) return `${outcome.problem.code}: ${outcome.problem.message}`;
  const feed = outcome.value;
  const doubts = feed.doubts.map(({ code, message }) => `? ${code}: ${message}`);
  if (feed.kind === "opml")
    return [
      `opml ${words(feed.title)}`,
      ...feed.feeds.map(({ title, url, site, under }) => `- ${[...under, title].join(" > ")}: ${url} of ${site}`),
      ...doubts,
    ].join("\n");
  const items = feed.items.flatMap((item) => {
    const made = itemDocument(feed, item);
    const title = made.ok ? made.value.given.title : made.problem.code;
    return [`- ${words(item.title)} = ${title}`, ...fieldsOf(item)];
  });
  return [`${feed.kind} ${words(feed.title)}, ${feed.link}, ${feed.language}`, ...items, ...doubts].join("\n");
});
