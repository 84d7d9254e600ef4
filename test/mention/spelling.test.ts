import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spellingKey } from "../../src/model/spelling.ts";

describe("spellings of one name have one key", () => {
  const rows: readonly (readonly string[])[] = [
    ["Varashenka", "Varashenko", "Варашенко", "Варашенка"],
    ["Tirovskaya", "Tsirouskaya", "Тировская"],
    ["Andrei", "Andrey", "Andrej", "Андрей"],
    ["Dmitry", "Dmitri", "Dmitriy", "Дмитрий"],
    ["Dolinsky", "Dolinskyy", "Dolinskiy", "Долинский"],
    ["Alexei", "Alexey", "Aleksei", "Aleksey"],
    ["Natalia", "Natalya", "Nataliya"],
    ["Volfovich", "Volfavich"],
    ["Sana'a", "Sanaa"],
    ["Wójcik", "Wojcik"],
  ];
  for (const row of rows) test(`${row.join(", ")}`, () => expect(new Set(row.map(spellingKey)).size).toBe(1));
});

describe("other names keep other keys", () => {
  const rows: readonly (readonly [string, string])[] = [
    ["Ivanov", "Ivanova"],
    ["Persov", "Petrov"],
    ["Marin", "Martin"],
    ["Minsk", "Omsk"],
    ["Varashenko", "Varashevich"],
    ["Jordan", "Gordon"],
  ];
  for (const [a, b] of rows) test(`${a}, ${b}`, () => expect(spellingKey(a)).not.toBe(spellingKey(b)));
});

test("a key is in lower case and does not depend on case", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (word) => {
      const key = spellingKey(word);
      expect(key).toBe(key.toLowerCase());
    }),
  );
});
