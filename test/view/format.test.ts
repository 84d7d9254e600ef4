import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { publishedSchema, schemaFile } from "../../script/schema.ts";
import type { AnnotatedDocument } from "../../src/model/annotation.ts";
import { toConllu } from "../../src/view/format/conllu.ts";
import { csvCell, csvRow } from "../../src/view/format/csv.ts";
import { annotateLine, readLine } from "../../src/view/format/input.ts";
import { maxLineBytes, parseLine, readLines } from "../../src/view/format/line.ts";
import { annotatedDocument } from "../../src/view/format/schema.ts";

// The schema gives what the model says, and the model is what the schema gives: a field in only one of them does not compile.
type Deep<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Deep<Item>[]
    : { readonly [Key in keyof T]: Deep<T[Key]> };
const both: [
  Deep<z.infer<typeof annotatedDocument>> extends Deep<AnnotatedDocument> ? true : false,
  keyof AnnotatedDocument extends keyof z.infer<typeof annotatedDocument> ? true : false,
] = [true, true];

test("the schema and the model agree, and the published schema is what the code validates with", () => {
  expect(both).toEqual([true, true]);
  expect(readFileSync(schemaFile, "utf8"), 'stale: run "npm run docs"').toBe(publishedSchema());
});

async function* chunks(parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === "string" ? Buffer.from(part) : part;
}

async function linesOf(...parts: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { number, line } of readLines(chunks(parts))) {
    found.push(`${number} ${line.ok ? line.value : line.problem.code}`);
  }
  return found;
}

describe("lines of a stream", () => {
  const rows: readonly [what: string, parts: readonly (string | Uint8Array)[], lines: readonly string[]][] = [
    ["end with LF or CRLF", ["a\nb\r\nc"], ["1 a", "2 b", "3 c"]],
    ["may be cut anywhere by the chunks", ["a", "b\nc", "\n", "d"], ["1 ab", "2 c", "3 d"]],
    ["are numbered with the empty ones", ["a\n\n  \nb\n"], ["1 a", "4 b"]],
    ["lose a byte order mark at the start", [new Uint8Array([0xef, 0xbb, 0xbf, 0x61])], ["1 a"]],
    [
      "that are not UTF-8 are told, and the rest goes on",
      ["a\n", new Uint8Array([0xff, 0xfe, 0x0a]), "b"],
      ["1 a", "2 document/charset", "3 b"],
    ],
    ["may split a character between chunks", [new Uint8Array([0xc3]), new Uint8Array([0xa9, 0x0a])], ["1 é"]],
    ["are none in an empty stream", [""], []],
  ];
  for (const [what, parts, lines] of rows) test(what, async () => expect(await linesOf(...parts)).toEqual(lines));

  test("longer than the limit are skipped without being kept", async () => {
    async function* long(): AsyncGenerator<Uint8Array> {
      const block = Buffer.alloc(1 << 24, "x");
      for (let at = 0; at <= maxLineBytes; at += block.length) yield block;
      yield Buffer.from("\nb\n");
    }
    const found: string[] = [];
    for await (const { line } of readLines(long())) found.push(line.ok ? line.value : line.problem.code);
    expect(found).toEqual(["document/too-large", "b"]);
  });
});

describe("an input line", () => {
  const rows: readonly [what: string, line: string, outcome: string][] = [
    ["needs only id and text", '{"id":"a","text":"b"}', "ok"],
    ["may have a number for an id", '{"id":7,"text":"b"}', "ok"],
    ["may hold null for what is not known", '{"id":"a","text":"b","published":null}', "ok"],
    ["may hold fields of somebody else", '{"id":"a","text":"b","mood":1}', "ok"],
    ["that is not JSON is told", '{"id":', "line/not-json"],
    ["without a text is told", '{"id":"a"}', "line/not-valid"],
    ["with a day that does not exist is told", '{"id":"a","text":"b","published":"2021-02-30"}', "line/not-valid"],
    ["that is a list is told", "[]", "line/not-valid"],
    ["may hold tokens in order", '{"id":"a","text":"a b","sentences":[[["a",0,1],["b",2,3]]]}', "ok"],
    [
      "with tokens out of order is told",
      '{"id":"a","text":"a b","sentences":[[["b",2,3],["a",0,1]]]}',
      "line/not-valid",
    ],
    ["with tokens beyond its text is told", '{"id":"a","text":"a b","sentences":[[["a",0,9]]]}', "line/not-valid"],
  ];
  for (const [what, line, outcome] of rows) {
    test(what, () => {
      const result = parseLine(17, line, annotateLine);
      expect(result.ok ? "ok" : result.problem.code).toBe(outcome);
      if (!result.ok) expect(result.problem.message).toContain("line 17");
    });
  }

  test("names the day that does not exist", () => {
    const result = parseLine(1, '{"id":"a","text":"b","published":"2021-02-30"}', annotateLine);
    expect(result).toMatchObject({
      problem: { message: expect.stringContaining('"published" "2021-02-30": there is no such day') },
    });
  });

  test("of read holds one of path, html, text", () => {
    expect(parseLine(1, '{"id":"a","text":"b","html":"c"}', readLine).ok).toBe(false);
    expect(parseLine(1, '{"id":"a","path":"b"}', readLine).ok).toBe(true);
  });
});

describe("a CSV cell", () => {
  const rows: readonly [unknown: string | number | null, cell: string][] = [
    ["plain", "plain"],
    [null, ""],
    [-5, "-5"],
    ['said "no", twice', '"said ""no"", twice"'],
    ["two\nlines", '"two\nlines"'],
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["@cmd", "'@cmd"],
    ["-2+3", "'-2+3"],
    ["+", "+"],
  ];
  for (const [value, cell] of rows) test(JSON.stringify(value), () => expect(csvCell(value)).toBe(cell));
  test("ends a row with CRLF", () => expect(csvRow(["a", 1])).toBe("a,1\r\n"));
});

describe("CoNLL-U", () => {
  const word = fc.stringMatching(/^[a-zäλ.,"'-]{1,6}$/);
  test("has ten columns a token, an empty line after a sentence, and offsets that slice back", () => {
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }), (sentences) => {
        let text = "";
        const spans: [number, number][] = [];
        const tokens: AnnotatedDocument["tokens"][number][] = [];
        for (const words of sentences) {
          const start = text.length;
          for (const one of words) {
            tokens.push({
              start: text.length,
              end: text.length + one.length,
              upos: null,
              xpos: null,
              lemma: null,
              head: null,
              deprel: null,
            });
            text += `${one} `;
          }
          spans.push([start, text.length - 1]);
        }
        const lines = toConllu({ id: "a", text, sentences: spans, tokens } as unknown as AnnotatedDocument).split("\n");
        const rows = lines.filter((line) => /^\d/.test(line)).map((line) => line.split("\t"));
        expect(rows).toHaveLength(tokens.length);
        for (const [at, row] of rows.entries()) {
          expect(row).toHaveLength(10);
          const [, start, end] = /Offset=(\d+):(\d+)/.exec(row[9]!)!;
          expect(text.slice(Number(start), Number(end))).toBe(row[1]);
          expect(tokens[at]).toMatchObject({ start: Number(start), end: Number(end) });
        }
        expect(lines.filter((line) => line === "").length).toBeGreaterThanOrEqual(sentences.length);
      }),
    );
  });
});
