import { expect, test } from "vitest";
import {
  chipsOf,
  claimFilters,
  claimQuestion,
  cleared,
  commandOf,
  shellWord,
} from "../../../../src/view/web/ledger/claim-query.ts";
import { changed } from "../../../../src/view/web/route.ts";

const query = {
  actor: ["Minsk", "the Kremlin"],
  mark: ["none-given"],
  sort: ["newest"],
  at: ["r1.s2"],
  row: ["12"],
  utm_source: ["elsewhere"],
};

test("filters are what a question of claims takes, and nothing else", () => {
  expect(claimFilters(query)).toEqual({ actor: ["Minsk", "the Kremlin"], mark: ["none-given"] });
  expect(claimQuestion(query)).toEqual({ actor: ["Minsk", "the Kremlin"], mark: ["none-given"], sort: ["newest"] });
});

test("chips stand in the order of the filters, the evidence first", () => {
  expect(chipsOf(query)).toEqual([
    { name: "mark", value: "none-given" },
    { name: "actor", value: "Minsk" },
    { name: "actor", value: "the Kremlin" },
  ]);
});

test("clearing keeps the order of the rows", () => {
  expect(changed(query, cleared())).toEqual({ sort: ["newest"], utm_source: ["elsewhere"] });
});

const shell = [
  ["Minsk", "Minsk"],
  ["2021-11-12", "2021-11-12"],
  ["the Kremlin", "'the Kremlin'"],
  ["Russia's", "'Russia'\\''s'"],
  ["$(rm -rf ~)", "'$(rm -rf ~)'"],
  ["a;b", "'a;b'"],
  ["", "''"],
  ["*", "'*'"],
  ["Мінск", "'Мінск'"],
  ["two\nlines", "'two\nlines'"],
] as const;
for (const [text, word] of shell) {
  test(`${JSON.stringify(text)} is ${JSON.stringify(word)} to a shell`, () => expect(shellWord(text)).toBe(word));
}

const commands = [
  [{}, "standoff ask claims"],
  [{ actor: ["Minsk"], mark: ["none-given"] }, "standoff ask claims --actor Minsk --mark none-given"],
  [{ recordedAfter: ["2024-05-01"] }, "standoff ask claims --recorded-after 2024-05-01"],
  [{ words: ["-troops border"] }, "standoff ask claims --words='-troops border'"],
] as const;
for (const [filters, command] of commands) {
  test(`as a command: ${command}`, () => expect(commandOf("claims", filters)).toBe(command));
}
