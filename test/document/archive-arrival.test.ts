import { expect, test } from "vitest";
import { archiveArrivals } from "../../src/document/archive-arrival.ts";
import type { Origin } from "../../src/document/arrival.ts";
import { nothingGiven } from "../../src/model/document.ts";
import { readBytes } from "../../src/pipeline.ts";
import { madePdf } from "./kind/pdf-made.ts";
import { page, streamOf, warcRecord } from "./warc/made.ts";

const origin: Origin = {
  name: "crawl.warc",
  keys: { externalId: null, url: null, publisher: null, path: "crawl.warc" },
  given: { title: null, url: null, publisher: null, published: null, lang: null, retrieved: null },
  retrievedAt: null,
  fileName: "crawl.warc",
  charset: null,
  capture: null,
};
const words = "The border crossing at Murk was closed on Friday, the ministry said.";
const pdf = madePdf({ pages: [[{ x: 72, y: 80, size: 12, text: words }]] });
const rows: readonly (readonly [what: string, type: string, body: Uint8Array | string, read: string | null])[] = [
  ["a page", "text/html", `<html><body><p>${words}</p></body></html>`, words],
  ["plain text", "text/plain; charset=utf-8", words, words],
  ["a PDF file", "application/pdf", pdf, words],
  ["a PDF file with a parameter", "application/pdf;charset=UTF-8", pdf, words],
  ["a picture", "image/png", "\u0089PNG", null],
  ["a script", "application/javascript", "let a = 1;", null],
];

test.each(rows)("%s of an archive (%s) is a document or left out", async (_what, type, body, read) => {
  const record = warcRecord(page("https://post.example/murk", body, [`Content-Type: ${type}`]));
  const notes: string[] = [];
  const listener = { onLeft: () => {}, onNote: (_: string, note: string) => notes.push(note), onSummary: null };
  const texts: string[] = [];
  for await (const arrival of archiveArrivals(streamOf(record), origin, listener)) {
    const found = arrival.ok ? await readBytes(arrival.value.body as Uint8Array, nothingGiven) : arrival;
    texts.push(found.ok ? found.value.parts[0]!.page.text.trim() : found.problem.code);
    if (arrival.ok)
      expect(arrival.value.keys).toMatchObject({ url: "https://post.example/murk", path: "crawl.warc#record 1" });
  }
  expect(texts).toEqual(read === null ? [] : [read]);
  expect(notes.at(-1)).toContain(`${read === null ? 0 : 1} pages of HTML, text or PDF`);
});
