import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBytes, documentLimitBytes } from "../../src/document/decode.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...utf8(part)] : part)));
const wide = (text: string, little: boolean, mark: boolean): Uint8Array =>
  Uint8Array.from(
    [...(mark ? `\uFEFF${text}` : text)].flatMap((char) => {
      const unit = char.charCodeAt(0);
      return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
    }),
  );
/** Text in a one-byte charset, by asking the decoder for each of its 256 bytes. */
const narrow = (text: string, label: string): Uint8Array => {
  const table = [...new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))];
  return Uint8Array.from([...text].map((char) => table.indexOf(char)));
};

const cyrillic =
  "Правительство Норвии закрыло границу с Белмарой в пятницу, сообщило министерство внутренних дел. Причина этого шага не названа, и срок не указан.";

describe("text and charset", () => {
  const rows: readonly (readonly [name: string, input: Uint8Array, charset: string, text: string])[] = [
    ["plain ASCII", utf8("The border is closed."), "utf-8", "The border is closed."],
    ["UTF-8", utf8("“Näher”, sagte er. Да."), "utf-8", "“Näher”, sagte er. Да."],
    ["UTF-8 with a mark", bytes([0xef, 0xbb, 0xbf], "Border"), "utf-8", "Border"],
    ["UTF-16 little, marked", wide("Граница", true, true), "utf-16le", "Граница"],
    ["UTF-16 big, marked", wide("Граница", false, true), "utf-16be", "Граница"],
    ["UTF-16 little, no mark", wide(cyrillic, true, false), "utf-16le", cyrillic],
    [
      "UTF-16 big, no mark",
      wide("The border is closed today.", false, false),
      "utf-16be",
      "The border is closed today.",
    ],
    ["windows-1251, guessed", narrow(cyrillic, "windows-1251"), "windows-1251", cyrillic],
    ["KOI8-R, guessed", narrow(cyrillic, "koi8-r"), "koi8-r", cyrillic],
    [
      "one bad byte in good UTF-8",
      bytes("Die Grenze bei Lindävä ist zü, sagte er. Sie bleibt äuch zü, ", [0xff], "sagte er."),
      "utf-8",
      "Die Grenze bei Lindävä ist zü, sagte er. Sie bleibt äuch zü, \uFFFDsagte er.",
    ],
    [
      "a NUL in a text",
      bytes("The border", [0], `${" is closed".repeat(30)}`),
      "utf-8",
      `The border\0${" is closed".repeat(30)}`,
    ],
  ];
  test.each(rows)("%s", (_, input, charset, text) => {
    expect(decodeBytes(input)).toMatchObject({ ok: true, value: { charset, text } });
  });

  test("a page's own charset", () => {
    const page = narrow(`<html><head><meta charset="windows-1251"></head><p>${cyrillic}</p></html>`, "windows-1251");
    expect(decodeBytes(page)).toMatchObject({ ok: true, value: { charset: "windows-1251", kind: "html" } });
  });
  test("a page that names the wrong charset is still UTF-8 where its bytes are", () => {
    const decoded = decodeBytes(utf8('<html><meta charset="iso-8859-1"><p>Näher</p></html>'));
    expect(decoded).toMatchObject({ ok: true, value: { charset: "utf-8" } });
  });
});

describe("page or text", () => {
  const rows = [
    ["<!DOCTYPE html><p>a</p>", "html"],
    ["\n <!-- saved --> <html>", "html"],
    ["<p>one</p>", "html"],
    ["One <b>two</b> <p>x</p><p>y</p><p>z</p><p>q</p>", "html"],
    ["He said that 3 < 4.", "text"],
    ["<noted> is no element.", "text"],
  ] as const;
  test.each(rows)("%s is %s", (text, kind) => {
    expect(decodeBytes(utf8(text))).toMatchObject({ ok: true, value: { kind } });
  });
});

describe("what is not read", () => {
  const rows: readonly (readonly [name: string, input: Uint8Array, code: string, words: string])[] = [
    ["nothing", new Uint8Array(), "document/empty", "no text"],
    ["white space", utf8(" \n\t\u00A0"), "document/empty", "no text"],
    ["a mark alone", bytes([0xef, 0xbb, 0xbf]), "document/empty", "no text"],
    ["a PDF", utf8("%PDF-1.7\nrest"), "document/binary", "a PDF file"],
    ["a PNG", bytes([0x89], "PNG\r\n", [0x1a, 0x0a, 0, 0]), "document/binary", "a PNG image"],
    ["a ZIP", bytes("PK", [3, 4, 20, 0]), "document/binary", "a ZIP archive"],
    ["a case", bytes("SQLite format 3", [0]), "document/binary", "an SQLite database"],
    ["zero bytes", bytes("ab", [0, 0, 0, 0, 1, 2, 3, 0]), "document/binary", "control characters"],
  ];
  test.each(rows)("%s", (_, input, code, words) => {
    const decoded = decodeBytes(input);
    expect(decoded).toMatchObject({ ok: false, problem: { code } });
    expect(decoded.ok ? "" : decoded.problem.message).toContain(words);
  });
  test("over the limit", () => {
    expect(decodeBytes(new Uint8Array(documentLimitBytes + 1))).toMatchObject({
      problem: { code: "document/too-large" },
    });
  });
});

test("any bytes give a text or a problem", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (input) => {
      const decoded = decodeBytes(input);
      expect(decoded.ok ? decoded.value.text.trim() : decoded.problem.message).not.toBe("");
    }),
    { numRuns: 300 },
  );
});
test("what UTF-8 wrote comes back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
      const decoded = decodeBytes(utf8(`Words: ${text}`));
      expect(decoded).toMatchObject({ ok: true, value: { text: `Words: ${text}` } });
    }),
  );
});
