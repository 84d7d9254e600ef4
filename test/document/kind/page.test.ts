import { describe, expect, test } from "vitest";
import { bareDocument, type CapturedDocument, nothingStated } from "../../../src/document/kind/captured.ts";
import { pageOf, readParts } from "../../../src/document/kind/page.ts";
import { type GivenMeta, nothingGiven } from "../../../src/model/document.ts";
import { readHtml } from "../../../src/text/html.ts";
import { readText } from "../../../src/text/page.ts";

const readers = { html: readHtml, text: readText };
const page =
  '<html><head><meta property="og:site_name" content="The Harbour Post"><meta property="article:published_time" content="2022-03-04"></head>' +
  "<body><h1>Norvia Closes Border</h1><p>The government of Norvia closed the border with Belmara on Friday, the ministry said.</p></body></html>";
const silent = "<p>The government of Norvia closed the border with Belmara on Friday, the ministry said.</p>";

describe("who is believed: the caller, what the file states, the page, the file's last resort", () => {
  const stated: Partial<CapturedDocument> = {
    stated: {
      title: "Stated",
      url: "https://post.example/a",
      publisher: "Stated Post",
      published: "2022-03-05T08:00:00Z",
    },
  };
  const fallback: Partial<CapturedDocument> = {
    fallback: { title: "Last", url: "https://post.example/b", publisher: "Last Post", published: "2022-03-06" },
  };
  const caller: Partial<GivenMeta> = {
    title: "Given",
    url: "https://post.example/c",
    publisher: "G",
    published: "2022-03-07",
  };
  const rows: readonly (readonly [
    who: string,
    body: string,
    document: Partial<CapturedDocument>,
    given: Partial<GivenMeta>,
    meta: Readonly<Record<string, string | null>>,
  ])[] = [
    [
      "the caller",
      page,
      stated,
      caller,
      { title: "Given", publisher: "G", published: "2022-03-07", publishedBy: "given" },
    ],
    [
      "the file",
      page,
      stated,
      {},
      { title: "Stated", publisher: "Stated Post", published: "2022-03-05T08:00:00Z", publishedBy: "page" },
    ],
    [
      "the page",
      page,
      fallback,
      {},
      { title: "Norvia Closes Border", publisher: "The Harbour Post", published: "2022-03-04", publishedBy: "page" },
    ],
    [
      "the last resort",
      silent,
      fallback,
      {},
      { title: "Last", url: "https://post.example/b", published: "2022-03-06", publishedBy: "page" },
    ],
    ["nobody", silent, { stated: nothingStated }, {}, { url: null, published: null, publishedBy: null }],
  ];
  test.each(rows)("%s", (_, body, document, given, meta) => {
    const read = pageOf({ ...bareDocument("html", body), ...document }, { ...nothingGiven, ...given }, readers);
    expect(read.meta).toMatchObject(meta);
    expect(read.meta.publishedRange).toEqual(
      read.meta.published === null ? null : [read.meta.published.slice(0, 10), read.meta.published.slice(0, 10)],
    );
  });
});

test("a title that is given is that of one document, not of each of many", () => {
  const documents = ["One is closed.", " \n", "Two is open."].map((body, at) => ({
    ...bareDocument("text", body),
    part: `message ${at}`,
  }));
  const opened = { kind: "telegram", documents, skipped: [], problem: null } as const;
  const given = { ...nothingGiven, title: "All", publisher: "Harbour Watch" };
  const parts = readParts(opened, given, readers).map(({ part, page }) => [part, page.meta.title, page.meta.publisher]);
  expect(parts).toEqual([
    ["message 0", null, "Harbour Watch"],
    ["message 2", null, "Harbour Watch"],
  ]);
});
