import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { madePdf } from "../../document/kind/pdf-made.ts";
import { answer, arcHead, arcRecord, page, warcRecord } from "../../document/warc/made.ts";
import { emptyFolder, rowsOf, type Said, standoff } from "./command.ts";

// Made-up reports of made-up countries.
const words = (place: string): string =>
  `The government of Norvia closed the crossing at ${place} on Friday, the interior ministry said.`;
const html = (place: string): string =>
  `<html><head><title>Norvia Closes ${place}</title></head><body><h1>Norvia Closes ${place}</h1><p>${words(place)}</p></body></html>`;

const crlf = (lines: readonly string[]): string => lines.join("\r\n");
const mht = crlf([
  "From: <Saved by Blink>",
  "Snapshot-Content-Location: https://post.example/kesten",
  "Subject: Norvia Closes Kesten",
  "Date: Fri, 4 Mar 2022 12:30:00 -0000",
  "MIME-Version: 1.0",
  'Content-Type: multipart/related; type="text/html"; boundary="--b--"',
  "",
  "----b--",
  "Content-Type: text/html; charset=utf-8",
  "Content-Location: https://post.example/kesten",
  "",
  html("Kesten"),
  "----b--",
  "Content-Type: image/png",
  "",
  "x",
  "----b----",
  "",
]);
const mail = (subject: string, place: string, type = "text/plain; charset=utf-8"): readonly string[] => [
  "From: Harbour Wire <desk@wire.example>",
  "To: list@wire.example",
  `Subject: ${subject}`,
  "Date: Sat, 5 Mar 2022 09:00:00 +0100",
  "Message-ID: <1@wire.example>",
  "MIME-Version: 1.0",
  `Content-Type: ${type}`,
  "",
  words(place),
  "",
];
const eml = crlf(mail("Norvia Closes Lindava", "Lindava"));
const nested = crlf([
  ...mail("Two reports", "", 'multipart/mixed; boundary="m"').slice(0, 8),
  "--m",
  "Content-Type: text/plain; charset=utf-8",
  "",
  words("Osk"),
  "--m",
  "Content-Type: message/rfc822",
  "",
  ...mail("Norvia Closes Tarn", "Tarn"),
  "--m",
  "Content-Type: application/msword",
  'Content-Disposition: attachment; filename="agenda.doc"',
  "",
  "x",
  "--m--",
  "",
]);
const pdf = madePdf({
  pages: [
    [
      { x: 72, y: 80, size: 20, text: "Norvia Closes Murk" },
      { x: 72, y: 120, size: 11, text: words("Murk").slice(0, 60) },
      { x: 72, y: 134, size: 11, text: words("Murk").slice(60) },
    ],
  ],
});
const chat = {
  name: "Border Watch",
  type: "public_channel",
  id: 7,
  messages: [
    { id: 1, type: "service", date: "2022-03-04T08:00:00", action: "create_channel", text: "" },
    { id: 2, type: "message", date: "2022-03-04T09:00:00", date_unixtime: "1646384400", text: words("Vell") },
    { id: 3, type: "message", date: "2022-03-04T10:00:00", date_unixtime: "1646388000", text: words("Dorn") },
  ],
};
const chatHtml = `<!DOCTYPE html><html><body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">Border Watch</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message default clearfix" id="message5"><div class="body"><div class="pull_right date details" title="04.03.2022 11:00:00 UTC+01:00">11:00</div><div class="from_name">Border Watch</div><div class="text">${words("Hask")}</div></div></div>
</div></div></div></body></html>`;
const markdown = `---\ntitle: Norvia Closes Pell\nurl: https://post.example/pell\ndate: 2022-03-04\n---\n\n# Norvia Closes Pell\n\n${words("Pell")}\n`;
const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title><link>https://post.example/</link>
<item><guid isPermaLink="false">17</guid><link>https://post.example/reed</link><title>Norvia Closes Reed</title><pubDate>Fri, 04 Mar 2022 09:00:00 GMT</pubDate><content:encoded><![CDATA[<p>${words("Reed")}</p>]]></content:encoded></item>
<item><guid>https://post.example/sill</guid><link>https://post.example/sill</link><title>Norvia Closes Sill</title><description>${words("Sill")}</description></item></channel></rss>`;
const jsonFeed = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "Tide",
  items: [{ id: "https://tide.example/1", title: "Norvia Closes Ulm", content_text: words("Ulm") }],
});
const warc = Buffer.concat(
  [
    page("https://post.example/wick", html("Wick")),
    page("https://post.example/photo.png", "x", ["Content-Type: image/png"]),
    { ...page("https://post.example/gone", ""), block: answer(html("Gone"), undefined, "404 Not Found") },
    page("https://post.example/yarr", Buffer.from(html("Ÿarr"), "utf16le").subarray(0), [
      "Content-Type: text/html; charset=utf-16le",
    ]),
  ].map((record) => gzipSync(warcRecord(record))),
);
const arc = Buffer.concat([arcHead(), arcRecord("https://post.example/zell", "text/html", answer(html("Zell")))]);

const files: Readonly<Record<string, string | Uint8Array>> = {
  "page.html": html("Ardo"),
  "plain.txt": words("Brun"),
  "saved.mht": mht,
  "mail.eml": eml,
  "nested.eml": nested,
  "report.pdf": pdf,
  "chat/result.json": JSON.stringify(chat),
  "chat/messages.html": chatHtml,
  "note.md": markdown,
  "feed.xml": rss,
  "tide.json": jsonFeed,
  "crawl.warc.gz": warc,
  "old.arc": arc,
  // No reports.
  "package.json": '{"name":"x"}',
  "clip.mp4": "x",
  "crawl.cdx": "x",
};
const put = (folder: string, names: readonly string[]): void => {
  for (const name of names) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), files[name]!);
  }
};

interface Row {
  readonly document: string;
  readonly externalId: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly path: string | null;
  readonly published: string | null;
}
const documentsIn = async (file: string): Promise<readonly Row[]> =>
  JSON.parse((await standoff(["ask", "documents", "--json", "--case", file])).out) as readonly Row[];

describe("a folder of every kind", () => {
  let root: string;
  let file: string;
  let added: Said;
  let rows: readonly Row[];
  beforeAll(async () => {
    root = emptyFolder();
    file = join(root, "border.standoff");
    put(join(root, "in"), Object.keys(files));
    added = await standoff(["add", join(root, "in"), "--case", file]);
    rows = await documentsIn(file);
  }, 60_000);

  test("is read, each file by what it holds, and nothing fails", () => {
    expect(added.err).toContain("17 new documents");
    expect(added.code).toBe(0);
  });

  test.each([
    ["Ardo", { path: "in/page.html" }],
    ["Brun", { path: "in/plain.txt" }],
    ["Kesten", { path: "in/saved.mht", url: "https://post.example/kesten" }],
    ["Lindava", { path: "in/mail.eml", publisher: "Harbour Wire", published: "2022-03-05T09:00:00+01:00" }],
    ["Osk", { path: "in/nested.eml" }],
    ["Tarn", { path: "in/nested.eml#message 1", title: "Norvia Closes Tarn" }],
    ["Murk", { path: "in/report.pdf", title: "Norvia Closes Murk" }],
    ["Vell", { path: "in/chat/result.json#message 2", publisher: "Border Watch" }],
    ["Dorn", { path: "in/chat/result.json#message 3", published: "2022-03-04T10:00:00+00:00" }],
    ["Hask", { path: "in/chat/messages.html#message 5", publisher: "Border Watch" }],
    ["Pell", { path: "in/note.md", url: "https://post.example/pell", published: "2022-03-04" }],
    ["Reed", { externalId: "https://post.example/#17", url: "https://post.example/reed", publisher: "Harbour Post" }],
    ["Sill", { externalId: "https://post.example/sill", title: "Norvia Closes Sill" }],
    ["Ulm", { externalId: "https://tide.example/1", publisher: "Tide" }],
    ["Wick", { url: "https://post.example/wick", path: "in/crawl.warc.gz#record 1" }],
    ["Ÿarr", { url: "https://post.example/yarr" }],
    ["Zell", { url: "https://post.example/zell", path: "in/old.arc#record 2" }],
  ])("the crossing at %s is in it, with where it is from", async (place, expected) => {
    const found = JSON.parse((await standoff(["ask", "search", place, "--json", "--case", file])).out) as {
      document: string;
    }[];
    expect(found).toHaveLength(1);
    expect(rows.find(({ document }) => document === found[0]!.document)).toMatchObject(expected);
  });

  test("what was left unread is told, what an archive held, and which items are summaries", () => {
    expect(added.err).toContain("1 attachment agenda.doc");
    expect(added.err).toContain("1 service messages");
    expect(added.err).toMatch(/crawl\.warc\.gz: 4 records: 2 pages of HTML, text or PDF, 2 other captures left out/);
    expect(added.err).toContain("1 of 2 items hold a summary");
  });

  test("the capture time of an archive is kept", async () => {
    const { document } = rows.find(({ url }) => url === "https://post.example/wick")!;
    const [one] = JSON.parse((await standoff(["ask", "document", document, "--json", "--case", file])).out) as {
      revisions: { retrieved: string }[];
    }[];
    expect(one!.revisions[0]!.retrieved).toBe("2024-05-15T08:30:00Z");
  });

  test("a second time nothing is new, and every hash and span is proved", async () => {
    const again = await standoff(["add", join(root, "in"), "--case", file, "--json"]);
    expect(JSON.parse(again.out)).toMatchObject({ new: 0, revision: 0, reading: 0, same: 17, failed: 0 });
    expect((await standoff(["verify", "--case", file])).code).toBe(0);
  });
});

describe("what is broken is told, and the rest goes in", () => {
  const rows: readonly [what: string, name: string, content: string | Uint8Array, says: string][] = [
    ["a feed", "feed.xml", "<rss><chan", "feed.xml: "],
    ["an archive", "crawl.warc.gz", warc.subarray(0, warc.length - 40), "crawl.warc.gz, record 4 at byte "],
    ["a chat", "result.json", JSON.stringify(chat).slice(0, -60), "result.json: The Telegram export is cut off"],
    [
      "a saved page",
      "saved.mht",
      mht.slice(0, mht.indexOf("Content-Type: image")),
      "saved.mht: The MHTML file has no end",
    ],
    ["a PDF file", "report.pdf", pdf.subarray(0, 200), "[document/damaged]"],
    [
      "a list of feeds",
      "list.xml",
      "<opml version='2.0'><body><outline xmlUrl='https://a.example/f'/></body></opml>",
      "holds no report",
    ],
  ];
  test.each(rows)("%s", async (_, name, content, says) => {
    const root = emptyFolder();
    mkdirSync(join(root, "in"));
    writeFileSync(join(root, "in", name), content);
    writeFileSync(join(root, "in", "z-good.txt"), words("Brun"));
    const file = join(root, "border.standoff");
    const said = await standoff(["add", join(root, "in"), "--case", file]);
    expect(said.err).toContain(says);
    expect(said.code).toBe(1);
    expect((await documentsIn(file)).map(({ path }) => path)).toContain("in/z-good.txt");
    expect((await standoff(["verify", "--case", file])).code).toBe(0);
  });
});

test("a named JSON file that holds data is refused", async () => {
  const root = emptyFolder();
  writeFileSync(join(root, "package.json"), files["package.json"]!);
  const said = await standoff(["add", join(root, "package.json"), "--case", join(root, "x.standoff")]);
  expect(said.err).toContain("holds data and no report");
  expect(said.code).toBe(1);
});

describe("read", () => {
  const root = emptyFolder();
  put(root, Object.keys(files));
  test.each([
    ["saved.mht", "Kesten", { title: "Norvia Closes Kesten", url: "https://post.example/kesten" }, { url: "file" }],
    ["mail.eml", "Lindava", { publisher: "Harbour Wire", publishedBy: "page" }, { publisher: "file" }],
    ["report.pdf", "Murk", { title: "Norvia Closes Murk" }, {}],
    ["note.md", "Pell", { published: "2022-03-04" }, { published: "file" }],
  ])("%s is a page like any other", async (path, place, meta, sources) => {
    const said = await standoff(["read", "--root", root], JSON.stringify({ id: "1", path }));
    expect(said.err).toBe("");
    const [one] = rowsOf<{ text: string; body: string; meta: { sources: object } }>(said.out);
    expect(one!.text).toContain(place);
    expect(one!.meta).toMatchObject(meta);
    expect(one!.meta.sources).toMatchObject(sources);
  });
  test.each([
    ["chat/result.json", "Vell", "holds 2 documents"],
    ["feed.xml", "Reed", "holds 2 documents"],
    ["crawl.warc.gz", "Wick", "holds 2 documents"],
    ["nested.eml", "Osk", "holds 2 documents"],
  ])("of %s the first document is printed, and said to be the first", async (path, place, says) => {
    const said = await standoff(["read", "--root", root], JSON.stringify({ id: "1", path }));
    expect(said.code).toBe(0);
    expect(said.err).toContain(says);
    expect(rowsOf<{ text: string }>(said.out)[0]!.text).toContain(place);
  });
});
