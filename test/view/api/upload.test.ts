import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forgottenShape, refusalShape, takenInShape } from "../../../src/view/api/schema.ts";
import type { Taken } from "../../../src/view/desk.ts";
import { madePdf } from "../../document/kind/pdf-made.ts";
import { page as archived, warcRecord } from "../../document/warc/made.ts";
import { type Served, serveExample } from "./served.ts";

let served: Served;
beforeAll(async () => {
  served = await serveExample({ uploadLimitBytes: 200_000 });
});
afterAll(() => served.close());

type Part = readonly [name: string, value: string | Uint8Array<ArrayBuffer>, file?: string];

const send = (parts: readonly Part[]): Promise<Response> => {
  const form = new FormData();
  for (const [name, value, file] of parts) {
    if (file === undefined) form.append(name, value as string);
    else form.append(name, new File([value], file));
  }
  return served.call("/api/documents", { method: "POST", body: form });
};

const told = ({ name, outcome, problem }: Pick<Taken, "name" | "outcome" | "problem">) => [
  name,
  outcome,
  problem?.code ?? null,
];

const page = (words: string): string =>
  `<!doctype html><html><head><title>${words}</title></head><body><article><h1>${words}</h1><p>The ministry of Ostland said on Friday that ${words}.</p></article></body></html>`;
const row = (id: string, text: string): string => JSON.stringify({ id, text, publisher: "Rows" });

describe("documents that are taken in", () => {
  const rows: readonly (readonly [
    what: string,
    parts: readonly Part[],
    taken: readonly (readonly [string, string, string | null])[],
  ])[] = [
    ["a page", [["file", page("two ships left"), "ships.html"]], [["ships.html", "new", null]]],
    [
      "a text",
      [["file", "Ostland denied on Monday that it had closed the port.", "port.txt"]],
      [["port.txt", "new", null]],
    ],
    [
      "the same text again",
      [["file", "Ostland denied on Monday that it had closed the port.", "again.txt"]],
      [["again.txt", "same", null]],
    ],
    [
      "rows, one of them bad",
      [
        [
          "file",
          `${row("u1", "The mayor said the bridge was shut.")}\n{bad\n${row("u2", "The mayor denied it.")}\n`,
          "rows.jsonl",
        ],
      ],
      [
        ["rows.jsonl, line 1 (id u1)", "new", null],
        ["", "failed", "line/not-json"],
        ["rows.jsonl, line 3 (id u2)", "new", null],
      ],
    ],
    [
      "a bad one among good ones",
      [
        ["file", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0]), "archive.zip"],
        ["file", "", "empty.txt"],
        ["file", " \n ", "blank.txt"],
        ["file", '{"a":1}', "list.json"],
        ["file", "Westmark confirmed the strike at Varna on Sunday.", "good.txt"],
      ],
      [
        ["archive.zip", "failed", "document/binary"],
        ["empty.txt", "failed", "document/empty"],
        ["blank.txt", "failed", "document/empty"],
        ["", "failed", "document/binary"],
        ["good.txt", "new", null],
      ],
    ],
    [
      "a pasted text",
      [["text", "Officials in Varna claimed that the dam had been mined."]],
      [["pasted text", "new", null]],
    ],
    [
      "a pasted page with a title, an address and a day",
      [
        ["html", page("the border was “closed” — for good")],
        ["title", "Border closed"],
        ["url", "https://example.org/border?utm_source=x"],
        ["published", "2024-05-10"],
        ["publisher", "Pasted Post"],
      ],
      [["Border closed", "new", null]],
    ],
    [
      "a newer version at the same address",
      [
        ["text", "The border was opened again on Saturday, the ministry said."],
        ["url", "https://example.org/border"],
      ],
      [["pasted text", "revision", null]],
    ],
    [
      "a name with a path and signs in it",
      [["file", "The envoy warned Ostland on Thursday.", "../../etc/<img src=x>.txt"]],
      [["<img src=x>.txt", "new", null]],
    ],
    [
      "no file chosen beside one that was",
      [
        ["file", "", ""],
        ["file", "The envoy left.", "left.txt"],
      ],
      [["left.txt", "new", null]],
    ],
  ];
  for (const [what, parts, taken] of rows)
    test(what, async () => {
      const response = await send(parts);
      expect(response.status).toBe(200);
      expect(takenInShape.parse(await response.json()).taken.map(told)).toEqual(taken);
    });

  test("what was pasted as HTML keeps its signs, its publisher and its day", async () => {
    await send([
      ["html", page("the lake — “frozen” — was shut").replace("<head>", '<head><meta charset="windows-1251">')],
      ["publisher", "Lake Post"],
      ["published", "2024-05-11"],
    ]);
    const response = await served.call("/api/ask/documents?publisher=Lake+Post");
    const { rows } = (await response.json()) as { rows: readonly Record<string, unknown>[] };
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ published: "2024-05-11", title: "the lake — “frozen” — was shut", path: null });
  });
});

describe("files of other kinds are told by what they hold", () => {
  const mail = (rest: string): string =>
    `From: Harbour Wire <desk@wire.example>\r\nTo: list@wire.example\r\nSubject: Varna\r\nDate: Sat, 5 Mar 2022 09:00:00 +0100\r\nMIME-Version: 1.0\r\n${rest}`;
  const saved = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page("a saved page was kept")}\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n`;
  const rss = `<rss version="2.0"><channel><title>Harbour Post</title><item><guid>https://post.example/f1</guid><title>Ostland closed the ferry</title><description>The ferry was closed on Friday.</description></item></channel></rss>`;
  const chat = JSON.stringify({
    name: "Border Watch",
    type: "public_channel",
    id: 7,
    messages: [
      { id: 2, type: "message", date: "2022-03-04T09:00:00", text: "Ostland closed the northern road on Friday." },
      { id: 3, type: "message", date: "2022-03-04T10:00:00", text: "Ostland closed the southern road on Friday." },
    ],
  });
  const rows: readonly (readonly [
    what: string,
    file: string | Uint8Array<ArrayBuffer>,
    name: string,
    taken: readonly (readonly [string, string, string | null])[],
    notes: readonly string[],
  ])[] = [
    [
      "a saved page",
      saved,
      "saved.mht",
      [["saved.mht", "new", null]],
      ["saved.mht: left out 1 pictures, styles and other parts."],
    ],
    [
      "a mail with an attachment",
      mail(
        'Content-Type: multipart/mixed; boundary="m"\r\n\r\n--m\r\nContent-Type: text/plain\r\n\r\nThe port of Varna was shut on Friday.\r\n--m\r\nContent-Type: application/msword\r\nContent-Disposition: attachment; filename="a.doc"\r\n\r\nx\r\n--m--\r\n',
      ),
      "mail.eml",
      [["mail.eml", "new", null]],
      ["mail.eml: left out 1 attachment a.doc."],
    ],
    ["Markdown", "# Varna\n\nThe *mayor* of Varna resigned on Friday.\n", "note.md", [["note.md", "new", null]], []],
    [
      "a PDF file",
      new Uint8Array(madePdf({ pages: [[{ x: 72, y: 80, size: 12, text: "The bridge of Varna fell on Friday." }]] })),
      "report.pdf",
      [["report.pdf", "new", null]],
      [],
    ],
    [
      "a feed",
      rss,
      "feed.xml",
      [["feed.xml, item 1 (https://post.example/f1)", "new", null]],
      ["feed.xml: 1 of 1 items hold a summary, not the whole report. Add the pages that they lead to (--fetch-items)."],
    ],
    [
      "an exported chat",
      chat,
      "result.json",
      [
        ["result.json, message 2", "new", null],
        ["result.json, message 3", "new", null],
      ],
      [],
    ],
    [
      "an archive",
      new Uint8Array(warcRecord(archived("https://post.example/w", page("an archived page was kept")))),
      "crawl.warc",
      [["crawl.warc, record 1 at byte 0 (https://post.example/w)", "new", null]],
      ["crawl.warc: 1 records: 1 pages of HTML, text or PDF."],
    ],
    [
      "a chat that was cut off",
      chat.slice(0, -80),
      "cut.json",
      [
        ["cut.json, message 2", "same", null],
        ["", "failed", "document/damaged"],
      ],
      [],
    ],
  ];
  test.each(rows)("%s", async (_, file, name, taken, notes) => {
    const response = await send([["file", file, name]]);
    const answer = takenInShape.parse(await response.json());
    expect(answer.taken.map(told)).toEqual(taken);
    expect(answer.notes).toEqual(notes);
  });
});

const rowsOfManifest = [
  {
    file: "north.txt",
    publisher: "North Gazette",
    published: "2031-03-09",
    title: "The bridge",
    url: "https://n.example/1",
  },
  { file: "march/west.txt", publisher: "West Courier" },
];
const manifests = [
  ["manifest.json", JSON.stringify(rowsOfManifest)],
  ["manifest.jsonl", rowsOfManifest.map((one) => JSON.stringify(one)).join("\n")],
  [
    "manifest.csv",
    "file,publisher,published,title,url\nnorth.txt,North Gazette,2031-03-09,The bridge,https://n.example/1\nmarch/west.txt,West Courier,,,\n",
  ],
] as const;
for (const [name, manifest] of manifests) {
  test(`${name} says what is known of each file, before what is said of all`, async () => {
    const words = `The ministry of Ostland said on Monday that ${name} was read.`;
    const response = await send([
      ["file", `${words} In the north.`, "north.txt"],
      ["file", `${words} In the west.`, "march/west.txt"],
      ["file", `${words} In the east.`, "east.txt"],
      ["publisher", "Of all"],
      ["manifest", manifest, name],
    ]);
    const { taken } = takenInShape.parse(await response.json());
    const known = taken.map(async ({ document }) => {
      const answer = await served.call(`/api/ask/document?document=${document}`);
      const [row] = ((await answer.json()) as { rows: Record<string, unknown>[] }).rows;
      return [row?.["publisher"], row?.["published"], row?.["title"], row?.["url"]];
    });
    expect(await Promise.all(known)).toMatchObject([
      ["North Gazette", "2031-03-09", "The bridge", "https://n.example/1"],
      ["West Courier", null, null, null],
      ["Of all", null, null, null],
    ]);
  });
}

describe("forms that are refused", () => {
  const rows: readonly (readonly [what: string, parts: readonly Part[], says: string])[] = [
    ["nothing", [], "The form brings no document"],
    ["only what is said of it", [["publisher", "Post"]], "The form brings no document"],
    ["a blank text", [["text", " \n"]], "Nothing was pasted"],
    [
      "a manifest that is wrong",
      [
        ["file", "a", "a.txt"],
        ["manifest", '[{"file":"a.txt","published":"2021-02-30"}]', "manifest.json"],
      ],
      "manifest.json: In row 1",
    ],
    [
      "a manifest that is a text",
      [
        ["file", "a", "a.txt"],
        ["manifest", "[]"],
      ],
      "manifest is a text",
    ],
    [
      "a manifest of a text",
      [
        ["text", "a"],
        ["manifest", '[{"file":"a.txt"}]', "manifest.json"],
      ],
      "manifest is of files",
    ],
    [
      "a text and a file",
      [
        ["text", "a"],
        ["file", "b", "b.txt"],
      ],
      "files and a text",
    ],
    [
      "a text and a page",
      [
        ["text", "a"],
        ["html", "b"],
      ],
      "several texts",
    ],
    [
      "a part that is not known",
      [
        ["text", "a"],
        ["path", "/etc/passwd"],
      ],
      'has a part \\"path\\"',
    ],
    [
      "a publisher twice",
      [
        ["text", "a"],
        ["publisher", "b"],
        ["publisher", "c"],
      ],
      "publisher is given 2 times",
    ],
    [
      "a publisher that is a file",
      [
        ["text", "a"],
        ["publisher", "b", "b.txt"],
      ],
      "publisher is a file",
    ],
    ["a text that is a file", [["text", "a", "a.txt"]], "one is a file"],
    ["a file that is a text", [["file", "a"]], "file is a text"],
    [
      "a day that does not exist",
      [
        ["text", "a"],
        ["published", "2021-02-30"],
      ],
      "no such day",
    ],
    [
      "a day in words",
      [
        ["text", "a"],
        ["published", "yesterday"],
      ],
      "published is wrong",
    ],
    [
      "an address of a file",
      [
        ["text", "a"],
        ["url", "file:///etc/passwd"],
      ],
      "must begin with http",
    ],
    [
      "an address that is a script",
      [
        ["text", "a"],
        ["url", "javascript:alert(1)"],
      ],
      "must begin with http",
    ],
    [
      "an address that is none",
      [
        ["text", "a"],
        ["url", "example.org"],
      ],
      "must begin with http",
    ],
    [
      "a title of many characters",
      [
        ["text", "a"],
        ["title", "x".repeat(2_001)],
      ],
      "2001 characters",
    ],
    [
      "one address for two files",
      [
        ["file", "a", "a.txt"],
        ["file", "b", "b.txt"],
        ["url", "https://example.org"],
      ],
      "title and url are of one",
    ],
    [
      "one title for rows",
      [
        ["file", "{}", "a.jsonl"],
        ["title", "T"],
      ],
      "title and url are of one",
    ],
  ];
  for (const [what, parts, says] of rows)
    test(what, async () => {
      const response = await send(parts);
      const text = await response.text();
      expect(response.status).toBe(400);
      expect(refusalShape.parse(JSON.parse(text)).problem.code).toBe("request/not-valid");
      expect(text).toContain(says);
    });

  const bodies = [
    ["JSON", "application/json", "{}"],
    ["a form of another kind", "application/x-www-form-urlencoded", "text=a"],
    ["a form without its boundary", "multipart/form-data", "text"],
    ["a form that is cut off", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data"],
    ["nothing at all", null, undefined],
  ] as const;
  for (const [what, type, body] of bodies)
    test(what, async () => {
      const response = await served.call("/api/documents", {
        method: "POST",
        headers: { "content-type": type },
        ...(body === undefined ? {} : { body }),
      });
      const { problem } = refusalShape.parse(await response.json());
      expect([response.status, problem.code]).toEqual([400, "request/not-valid"]);
    });

  test("too much is not read to its end", async () => {
    let read = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        read += 50_000;
        controller.enqueue(new Uint8Array(50_000));
      },
    });
    const request = new Request("http://127.0.0.1:4747/api/documents", {
      method: "POST",
      headers: {
        host: "127.0.0.1:4747",
        "x-standoff-token": "0123456789abcdef0123456789abcdef",
        "content-type": "multipart/form-data; boundary=x",
      },
      body: endless,
      duplex: "half",
    } as RequestInit);
    const response = await served.app.request(request);
    const { problem } = refusalShape.parse(await response.json());
    expect([response.status, problem.code]).toEqual([413, "document/too-large"]);
    expect(read).toBeLessThan(500_000);
  });
});

describe("forgetting", () => {
  const forget = (id: string, body: string): Promise<Response> =>
    served.call(`/api/documents/${id}`, { method: "DELETE", headers: { "content-type": "application/json" }, body });

  const bad = [
    ["a body that is no JSON", "d1", "reason", 400, "request/not-valid"],
    ["no reason", "d1", "{}", 400, "request/not-valid"],
    ["an empty reason", "d1", '{"reason":""}', 400, "request/not-valid"],
    ["a blank reason", "d1", '{"reason":"  "}', 422, "document/refused"],
    ["a reason that is no text", "d1", '{"reason":1}', 400, "request/not-valid"],
    ["more than a reason", "d1", '{"reason":"a","yes":true}', 400, "request/not-valid"],
    ["a document that is not there", "d99", '{"reason":"a"}', 404, "document/unknown"],
    ["what is no id", "one", '{"reason":"a"}', 404, "document/unknown"],
    ["a reason of many bytes", "d1", JSON.stringify({ reason: "x".repeat(70_000) }), 413, "document/too-large"],
  ] as const;
  for (const [what, id, body, status, code] of bad)
    test(`${what} is refused`, async () => {
      const response = await forget(id, body);
      const { problem } = refusalShape.parse(await response.json());
      expect([response.status, problem.code]).toEqual([status, code]);
    });

  test("a document goes, and what asks for it later is told so", async () => {
    const gone = await forget("d2", '{"reason":"names a private person"}');
    expect(gone.status).toBe(200);
    expect(forgottenShape.parse(await gone.json())).toMatchObject({ document: "d2", reason: "names a private person" });
    for (const response of [
      await forget("d2", '{"reason":"again"}'),
      await served.call("/api/ask/document?document=d2"),
    ]) {
      const text = await response.text();
      expect([response.status, refusalShape.parse(JSON.parse(text)).problem.code]).toEqual([410, "document/forgotten"]);
      expect(text).not.toContain(served.folder);
    }
  });
});
