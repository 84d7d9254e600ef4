import { describe, expect, test } from "vitest";
import { unflowed } from "../../../src/document/kind/mail-body.ts";
import { decodeWords, mailboxName, mailDate, structuredField } from "../../../src/document/kind/mime-header.ts";
import { decodeBase64, decodeQuotedPrintable } from "../../../src/document/kind/mime-transfer.ts";
import { pdfDate } from "../../../src/document/kind/pdf-info.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("encoded words", () => {
  const rows = [
    ["plain words", "plain words"],
    ["=?utf-8?Q?Gr=C3=BC=C3=9Fe_aus?= Karsk", "Grüße aus Karsk"],
    ["=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=", "Grüße"],
    ["=?windows-1251?B?yuDw8eo=?=", "Карск"],
    ["=?iso-8859-1?q?a?= =?utf-8?q?b?= c", "ab c"],
    ["=?utf-8?x?a?= =?open", "=?utf-8?x?a?= =?open"],
    ["=?no-such?q?Gr=FC=DFe_aus_M=FCnchen_und_K=F6ln?=", "Grüße aus München und Köln"],
  ] as const;
  test.each(rows)("%s", (field, words) => expect(decodeWords(field)).toBe(words));
});

describe("days of mails, as ISO 8601", () => {
  const rows = [
    ["Fri, 4 Mar 2022 10:15:00 +0100", "2022-03-04T10:15:00+01:00"],
    ["4 Mar 2022 10:15 GMT", "2022-03-04T10:15:00Z"],
    ["Fri, 04 Mar 22 10:15:30 -0000 (UTC)", "2022-03-04T10:15:30Z"],
    ["Fri, 4 Mar 2022 10:15:00 EST", "2022-03-04T10:15:00-05:00"],
    ["Fri, 4 Mar 2022 10:15:00", "2022-03-04T10:15:00"],
    ["Fri, 4 Mar 2022 27:15:00 +0100", "2022-03-04"],
    ["30 Feb 2022 10:15:00 +0100", null],
    ["yesterday", null],
    [null, null],
  ] as const;
  test.each(rows)("%s", (field, iso) => expect(mailDate(field)).toBe(iso));
});

describe("days of PDF files, as ISO 8601", () => {
  const rows = [
    ["D:20220304101500+01'00'", "2022-03-04T10:15:00+01:00"],
    ["D:20220304101500Z", "2022-03-04T10:15:00Z"],
    ["D:20220304101500+00'00'", "2022-03-04T10:15:00Z"],
    ["20220304", "2022-03-04"],
    ["D:20220230", null],
    ["D:2022", null],
    [undefined, null],
  ] as const;
  test.each(rows)("%s", (field, iso) => expect(pdfDate(field)).toBe(iso));
});

describe("who sent it", () => {
  const rows = [
    ["The Harbour Post <news@post.example>", "The Harbour Post"],
    ['"Tessel, Anna" <anna@post.example>', "Tessel, Anna"],
    ["=?utf-8?Q?J=C3=BCrgen?= <j@post.example>", "Jürgen"],
    ["<news@post.example>", "news@post.example"],
    ["news@post.example (The Harbour Post)", "The Harbour Post"],
    ["", null],
  ] as const;
  test.each(rows)("%s", (field, name) => expect(mailboxName(field)).toBe(name));
});

describe("parameters", () => {
  const rows = [
    ['text/html; charset="utf-8"', "charset", "utf-8"],
    ['multipart/mixed; boundary="a;b\\"c"; x=y', "boundary", 'a;b"c'],
    ["a/b; name*=utf-8''Gr%C3%BC%C3%9Fe.txt", "name", "Grüße.txt"],
    ['a/b; name*1="c.txt"; name*0="b"', "name", "bc.txt"],
    ["a/b; ; =; name", "name", undefined],
  ] as const;
  test.each(rows)("%s", (field, name, value) => expect(structuredField(field).parameters.get(name)).toBe(value));
});

describe("transfer encodings", () => {
  const base64 = [
    ["SGVsbG8=", "Hello"],
    ["SGVs\r\nbG8", "Hello"],
    ["SGVsbG8=SGVsbG8=", "HelloHello"],
    ["SGVsbG", "Hell"],
    ["!S-G*V s b G 8", "Hello"],
  ] as const;
  test.each(base64)("base64 %j", (raw, text) => expect(textOf(decodeBase64(utf8(raw)))).toBe(text));
  const printable = [
    ["a=20b", "a b"],
    ["a=\r\nb", "ab"],
    ["a= \nb", "ab"],
    ["a \t\nb", "a\nb"],
    ["=C3=bc", "ü"],
    ["1 = 2, =XY, =", "1 = 2, =XY, "],
  ] as const;
  test.each(printable)("quoted-printable %j", (raw, text) =>
    expect(textOf(decodeQuotedPrintable(utf8(raw)))).toBe(text),
  );
});

describe("lines broken to be sent", () => {
  const rows = [
    ["a \nb", false, "a b"],
    ["a \nb", true, "ab"],
    ["> a \n> b\n>> c", false, "> a b\n>> c"],
    ["a\n-- \nb", false, "a\n-- \nb"],
    [" >a", false, ">a"],
  ] as const;
  test.each(rows)("%j", (text, deleteBlank, joined) => expect(unflowed(text, deleteBlank)).toBe(joined));
});
