import { describe, expect, test } from "vitest";
import { readFields } from "../../src/text/html-field.ts";
import { repairJson } from "../../src/text/meta/json-repair.ts";

describe("JSON is repaired", () => {
  const rows: readonly (readonly [fault: string, source: string, value: unknown])[] = [
    ["a comma too many", '{"a":["b",],}', { a: ["b"] }],
    ["two commas", '{"a":1,,"b":2}', { a: 1, b: 2 }],
    ["a line break in a string", '{"a":"b\nc"}', { a: "b c" }],
    ["quotation marks in a string", '{"a":"the "big" one","b":1}', { a: 'the "big" one', b: 1 }],
    ["a wrong escape", '{"a":"it\\\'s"}', { a: "it's" }],
    ["an end that is cut off", '{"a":{"b":["c', { a: { b: ["c"] } }],
    ["CDATA around it", '//<![CDATA[\n{"a":1}\n//]]>', { a: 1 }],
    ["a remark around it, and a semicolon", '<!-- {"a":1}; -->', { a: 1 }],
    ["a remark inside", '{"a":1 /* one */}', { a: 1 }],
    ["a second object behind it", '{"a":1}{"b":2}', { a: 1 }],
  ];
  test.each(rows)("%s", (_, source, value) => expect(JSON.parse(repairJson(source))).toEqual(value));
});

describe("a hostile page is read in one pass", () => {
  const many = 100_000;
  const linked = (json: string): string => `<script type="application/ld+json">${json}</script>`;
  const rows: readonly (readonly [name: string, html: string])[] = [
    ["a million fields", '<meta name="author" content="Anna Tessel">'.repeat(1_000_000)],
    ["fields of as many names", Array.from({ length: many }, (_, at) => `<meta name="a${at}" content="b">`).join("")],
    ["5 MB of JSON-LD", linked(`[${'{"@type":"Thing","name":"a"},'.repeat(180_000)}{"@type":"Thing"}]`)],
    ["JSON-LD that is never closed", linked("[".repeat(many))],
    ["JSON-LD nested deep", linked(`${'{"@type":"Article","a":'.repeat(many)}1${"}".repeat(many)}`)],
    ["JSON-LD with nothing but quotation marks", linked(`{"a":"${'" '.repeat(many)}`)],
    ["blanks in JSON-LD", linked(`${" ".repeat(many)}x`)],
    ["bylines inside of bylines", '<div class="byline">By Anna Tessel '.repeat(many)],
    ["days side by side", '<span class="date">12.11.2021</span>'.repeat(many)],
    ["headlines", `<title>A - B</title>${"<h1>Norvia Closes Border</h1>".repeat(many)}`],
    ["a headline of marks", `<title>${"a - ".repeat(many)}</title><h1>${"a - ".repeat(many)}</h1>`],
    ["an address without end", `<link rel=canonical href="https://post.example/${"2021/11/".repeat(many)}">`],
  ];
  test.each(rows)("%s", (_, html) => {
    const found = readFields(html);
    expect(found.byline.length).toBeLessThan(100);
    expect(found.title?.length ?? 0).toBeLessThan(1001);
    expect(found.days.flatMap((place) => place.clues()).length).toBeLessThan(1000);
  });
});
