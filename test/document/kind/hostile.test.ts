import { describe, expect, test } from "vitest";
import type { OpenedFile } from "../../../src/document/kind/captured.ts";
import { openBytes } from "../../../src/document/kind/open.ts";
import { openPdf, pdfLimits } from "../../../src/document/kind/pdf.ts";
import type { Outcome } from "../../../src/model/outcome.ts";
import { madePdf } from "./pdf-made.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const head = "From: a@post.example\nSubject: Border\nMIME-Version: 1.0\n";
const mixed = (boundary: string): string => `Content-Type: multipart/mixed; boundary=${boundary}\n\n--${boundary}\n`;
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

/** What became of a file, in short: documents and their problem, or the problem. */
const told = (opened: Outcome<OpenedFile>): string =>
  opened.ok
    ? [opened.value.kind, opened.value.documents.length, opened.value.problem?.code ?? "whole"].join(" ")
    : opened.problem.code;

describe("hostile files are read as far as they make sense, or refused", () => {
  const many = 100_000;
  const rows: readonly (readonly [name: string, file: string, bytes: () => Uint8Array, told: string])[] = [
    [
      "parts in parts, 1,000 deep",
      "a.eml",
      () =>
        utf8(
          head +
            numbers(1000)
              .map((at) => mixed(`b${at}`))
              .join(""),
        ),
      "document/empty",
    ],
    ["parts in parts, all of one boundary", "a.eml", () => utf8(`${head}${mixed("b").repeat(5000)}`), "document/empty"],
    [
      "mails in mails, 100 deep",
      "a.eml",
      () =>
        utf8(
          head +
            numbers(100)
              .map((at) => `${mixed(`b${at}`)}\nHello.\n--b${at}\nContent-Type: message/rfc822\n\n${head}`)
              .join(""),
        ),
      "email 8 document/damaged",
    ],
    [
      "an attachment of 20 MB",
      "a.eml",
      () =>
        utf8(
          `${head}${mixed("b")}\nHello.\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n${"QUJD\n".repeat(4_000_000)}--b--\n`,
        ),
      "email 1 whole",
    ],
    ["delimiters alone", "a.eml", () => utf8(`${head}${mixed("b")}${"--b\n".repeat(many)}`), "document/empty"],
    ["a header without end", "a.eml", () => utf8(head + "X: y\n".repeat(many)), "document/empty"],
    [
      "words in pieces",
      "a.eml",
      () => utf8(`${head.replace("Border", "=?utf-8?q?a?= ".repeat(many))}\nHello.`),
      "email 1 whole",
    ],
    [
      "lists in lists",
      "result.json",
      () => utf8(`{"name":"a","type":"public_channel","id":1,"messages":[${"[".repeat(many)}`),
      "document/damaged",
    ],
    [
      "elements in elements",
      "messages.html",
      () => utf8(`<!doctype html><div class="page_wrap"><div class="history">${"<div class=text>a".repeat(many)}`),
      "document/damaged",
    ],
    [
      "a PDF stream that unpacks to 70 MB",
      "a.pdf",
      () => madePdf({ pages: [[]], isPacked: true, content: Buffer.alloc(70_000_000, 32) }),
      "document/too-large",
    ],
    [
      "drawing states in states",
      "a.pdf",
      () => madePdf({ pages: [[]], isPacked: true, content: Buffer.from("q ".repeat(5000)) }),
      "document/too-large",
    ],
    [
      "a locked PDF file",
      "a.pdf",
      () => madePdf({ pages: [[{ x: 72, y: 100, size: 10, text: "The border is closed." }]], isLocked: true }),
      "document/encrypted",
    ],
    [
      "a PDF file of objects without pages",
      "a.pdf",
      () => utf8(`%PDF-1.4\n${"1 0 obj << >> endobj\n".repeat(1000)}`),
      "document/damaged",
    ],
  ];
  test.each(rows)("%s", async (_, file, bytes, expected) => {
    expect(told(await openBytes(bytes(), file))).toBe(expected);
  });

  const marks = [
    "*",
    "_",
    "`",
    "[",
    "![",
    "](",
    "[[",
    "<",
    "<a ",
    "~~",
    "**a",
    "\\",
    "> ",
    "- ",
    "# ",
    "|",
    "\n|",
    "\n---",
    "[a](",
  ];
  test.each(marks)("Markdown of %j alone", async (mark) => {
    expect(told(await openBytes(utf8(`word ${mark.repeat(many)}`), "a.md"))).toBe("markdown 1 whole");
  });
});

describe("limits of a PDF file", () => {
  const pages = numbers(4).map((at) => [{ x: 72, y: 300, size: 10, text: `The border is closed, page ${at}.` }]);
  test("pages", async () => {
    const opened = await openPdf(madePdf({ pages }), { ...pdfLimits, pages: 2 });
    expect(opened).toMatchObject({
      ok: true,
      value: { problem: { code: "document/too-large" }, skipped: [{ what: "pages over the limit", count: 2 }] },
    });
  });
  test("characters", async () => {
    const opened = await openPdf(madePdf({ pages }), { ...pdfLimits, characters: 10 });
    expect(opened).toMatchObject({ ok: true, value: { skipped: [{ count: 3 }] } });
  });
  test("the bytes are left to the caller", async () => {
    const bytes = madePdf({ pages });
    const before = Buffer.from(bytes).toString("hex");
    await openPdf(bytes);
    expect(Buffer.from(bytes).toString("hex")).toBe(before);
  });
});
