import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OpenedFile } from "../../../src/document/kind/captured.ts";
import { openBytes } from "../../../src/document/kind/open.ts";
import type { Outcome } from "../../../src/model/outcome.ts";
import { madePdf } from "./pdf-made.ts";
import { rendered } from "./rendered.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The first law that an opened file breaks, in words; null where it keeps them all. */
function brokenLaw(opened: Outcome<OpenedFile>): string | null {
  if (!opened.ok) return opened.problem.message.trim() === "" ? "a problem without words" : null;
  const { documents, problem } = opened.value;
  if (documents.length === 0) return "a file without documents";
  if (new Set(documents.map(({ part }) => part)).size < documents.length) return "two parts of one name";
  if (problem !== null && problem.message === "") return "a problem without words";
  const empty = documents.find(({ body }) => body.trim() === "");
  if (empty) return `${empty.part ?? "the document"} has no words`;
  return rendered(opened) === "" ? "nothing to show" : null;
}

const seeds: Readonly<Record<string, { readonly name: string; readonly bytes: Uint8Array }>> = {
  mail: {
    name: "a.eml",
    bytes: utf8(
      "From: =?utf-8?B?VGVzc2Vs?= <a@post.example>\r\nSubject: =?utf-8?Q?Gr=C3=A4nze?= =?x?y?z?=\r\nDate: Fri, 4 Mar 2022 10:15:00 +0100\r\nMIME-Version: 1.0\r\n" +
        'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/plain; format=flowed\r\n\r\n> The border \r\n> is closed.\r\n' +
        "--y\r\nContent-Type: text/html; charset=gbk\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>The border is =\r\nclosed=E4=20.</p>\r\n--y--\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: in it\r\n\r\nIt is shut.\r\n--x--\r\n",
    ),
  },
  mhtml: {
    name: "a.mhtml",
    bytes: utf8(
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/a\r\nSubject: a\r\nDate: Fri, 4 Mar 2022 10:15:00 -0000\r\nMIME-Version: 1.0\r\n" +
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+VGhlIGJvcmRlciBpcyBjbG9zZWQuPC9wPg==\r\n--b--\r\n',
    ),
  },
  markdown: {
    name: "a.md",
    bytes: utf8(
      "---\ntitle: 'A'\nauthor: [a, \"b\"]\ndate: 2022-03-04\n---\n# T\n\n> a *b* [c](d(e)f) `g`\nh\n\n- i\n  - j\n\n```\nk\n```\n\n| l | m |\n|---|---|\n| n | o |\n\n[p]: q\nr\n===\n",
    ),
  },
  chat: {
    name: "result.json",
    bytes: utf8(
      '{"name": "Harbour Watch", "type": "public_channel", "id": 1, "messages": [{"id": 1, "type": "message", "date": "2022-03-04T10:15:00", "date_unixtime": "1646385300", "text": ["a", {"type": "bold", "text": "b"}]},' +
        '{"id": 1, "type": "message", "date": "x", "text": "c"}, {"id": 3, "type": "service"}]}',
    ),
  },
  history: {
    name: "messages.html",
    bytes: utf8(
      '<!DOCTYPE html><html><body><div class="page_wrap"><div class="text bold">H</div><div class="history"><div class="message default clearfix" id="message1"><div class="body">' +
        '<div class="date details" title="04.03.2022 10:15:00 UTC+01:00">10:15</div><div class="from_name">H</div><div class="text">a<br>b &amp; <a href="c">d</a></div></div></div></div></div></body></html>',
    ),
  },
  pdf: {
    name: "a.pdf",
    bytes: madePdf({
      pages: [
        [
          { x: 72, y: 100, size: 20, text: "Norvia Closes Border" },
          { x: 72, y: 140, size: 10, text: "The border is closed." },
        ],
        [{ x: 72, y: 100, size: 10, text: "It stays so (till Friday)." }],
      ],
      info: { Title: "Border", CreationDate: "D:20220304" },
    }),
  },
};

describe.each(Object.entries(seeds))("%s", (_, { name, bytes }) => {
  test("is read as it is", async () => {
    const opened = await openBytes(bytes, name);
    expect({ isRead: opened.ok, law: brokenLaw(opened) }).toEqual({ isRead: true, law: null });
  });
  test("cut anywhere, it gives what is there or a problem", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length }), async (length) => {
        expect(brokenLaw(await openBytes(bytes.subarray(0, length), name))).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
  test("damaged anywhere, it is read or refused", async () => {
    const change = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.uint8Array({ minLength: 1, maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const damaged = Uint8Array.from(bytes);
        for (const [at, by] of changes) damaged.set(by.subarray(0, damaged.length - at), at);
        expect(brokenLaw(await openBytes(damaged, name))).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
  test("opened twice, it is the same", async () => {
    expect(await openBytes(bytes, name)).toEqual(await openBytes(Uint8Array.from(bytes), name));
  });
});

test("any bytes under any name are read or refused", async () => {
  const name = fc.constantFrom(null, "a.eml", "a.mht", "a.md", "result.json", "a.pdf", "messages.html", "a.txt", "a");
  const front = fc.constantFrom(
    "",
    "%PDF-1.4\n",
    "From: a\nMIME-Version: 1.0\n\n",
    '{"messages":[',
    "---\ntitle: a\n",
    "<html>",
  );
  await fc.assert(
    fc.asyncProperty(front, fc.uint8Array({ maxLength: 300 }), name, async (front, bytes, name) => {
      const whole = Uint8Array.from([...utf8(front), ...bytes]);
      expect(brokenLaw(await openBytes(whole, name))).toBeNull();
    }),
    { numRuns: 200 },
  );
});
