import { describe, expect, test } from "vitest";
import { itemDocument, publisherOf } from "../../../src/document/feed/item.ts";
import type { FeedItem, NewsFeed } from "../../../src/model/feed.ts";

const bare: FeedItem = {
  id: null,
  link: "https://herald.example/1",
  title: { kind: "text", value: "Ferry < 3 hours late" },
  published: null,
  modified: null,
  authors: ["Ada Field"],
  summary: { kind: "text", value: "Late again.\n\nA & B say so." },
  content: null,
  categories: [],
};
const herald: NewsFeed = {
  kind: "rss",
  title: { kind: "html", value: "Herald &amp; <b>Sons</b>" },
  link: "https://herald.example/",
  language: "en-GB",
  items: [],
  doubts: [],
};

const madeOf = (feed: NewsFeed, item: FeedItem) => {
  const outcome = itemDocument(feed, item);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
};

describe("an item as a document", () => {
  test("words are escaped, their empty lines part paragraphs, the title is the headline", () => {
    const { html } = madeOf(herald, bare);
    expect(html).toContain("<h1>Ferry &lt; 3 hours late</h1>\n<p>Late again.</p>\n<p>A &amp; B say so.</p>");
  });

  test("HTML stays as it is", () => {
    const { html } = madeOf(herald, { ...bare, content: { kind: "html", value: "<p>All &amp; more</p>" } });
    expect(html).toContain("<h1>Ferry &lt; 3 hours late</h1>\n<p>All &amp; more</p>\n</article>");
  });

  const rows: readonly (readonly [
    name: string,
    feed: Partial<NewsFeed>,
    item: Partial<FeedItem>,
    field: string,
    value: unknown,
  ])[] = [
    ["the title in words", {}, { title: { kind: "html", value: "<i>Late</i> &amp; later" } }, "title", "Late & later"],
    ["the publisher in words", {}, {}, "publisher", "Herald & Sons"],
    ["the publisher's site where the feed has no title", { title: null }, {}, "publisher", "herald.example"],
    ["the day of publication", {}, { published: "2024-05-15", modified: "2024-05-16" }, "published", "2024-05-15"],
    ["the last change where only that is told", {}, { modified: "2024-05-16" }, "published", "2024-05-16"],
    ["the language without its region", {}, {}, "lang", "en"],
    ["the address", {}, {}, "url", "https://herald.example/1"],
    ["no address that is not of the web", {}, { link: "javascript:alert(1)" }, "url", null],
    ["no title", {}, { title: null }, "title", null],
  ];
  for (const [name, feed, item, field, value] of rows)
    test(`given: ${name}`, () =>
      expect(madeOf({ ...herald, ...feed }, { ...bare, ...item }).given).toMatchObject({ [field]: value }));

  test("the key is the id, else the address", () => {
    expect([madeOf(herald, { ...bare, id: "n1" }).key, madeOf(herald, bare).key]).toEqual(["n1", bare.link]);
  });

  test("a summary is not the whole report", () => {
    const whole = madeOf(herald, { ...bare, content: { kind: "text", value: "All." } });
    expect([madeOf(herald, bare).isWhole, whole.isWhole]).toEqual([false, true]);
  });

  test("an item without words is a problem that says what to do", () => {
    const outcome = itemDocument(herald, { ...bare, title: null, summary: null });
    expect(outcome).toMatchObject({
      ok: false,
      problem: {
        code: "feed/item-empty",
        message: "The item https://herald.example/1 has no words in the feed. Add its page.",
      },
    });
  });

  test("a feed without title and site has no publisher", () =>
    expect(publisherOf({ ...herald, title: null, link: null })).toBeNull());
});
