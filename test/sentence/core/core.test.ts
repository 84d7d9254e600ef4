import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createCore, type TokenReading } from "../../../src/sentence/core/core.ts";
import { longestParsed } from "../../../src/sentence/core/layout.ts";
import { goldenTests } from "../../golden.ts";

const model = (name: string): Buffer => readFileSync(new URL(`../../../models/${name}`, import.meta.url));
const core = createCore(model("parse.bin"), model("kernel.wasm"));

const render = (forms: readonly string[]): string =>
  core(forms)
    .map(({ upos, xpos, head, deprel }, at) => `${at + 1} ${forms[at]} ${upos} ${xpos} ${head} ${deprel}`)
    .join("\n");

/** What is wrong with the readings of a sentence, or null. */
function fault(readings: readonly TokenReading[], count: number): string | null {
  if (readings.length !== count) return `${readings.length} readings of ${count} tokens`;
  const roots = readings.filter(({ head }) => head === 0);
  if (count > 0 && roots.length !== 1) return `${roots.length} roots`;
  for (const [at, { head, deprel }] of readings.entries()) {
    if ((head === 0) !== (deprel === "root")) return `token ${at + 1} has head ${head} and label ${deprel}`;
    if (head < 0 || head > count || head === at + 1) return `token ${at + 1} has head ${head}`;
    let node = at + 1;
    for (let steps = 0; node !== 0; steps++) {
      if (steps > count) return `token ${at + 1} is in a cycle`;
      node = readings[node - 1]!.head;
    }
  }
  return null;
}

// Forms are given with blanks between them; a line a token: number, form, UPOS, XPOS, head, label.
goldenTests("parse", ({ text }) =>
  text
    .trim()
    .split("\n")
    .map((line) => render(line.split(" ")))
    .join("\n\n"),
);

const words = fc.constantFrom("Minsk", "said", "the", "minister", ",", "who", "denied", "it", ".", "“", "4,000", "–");
const anything = fc.array(fc.oneof(words, fc.string({ unit: "binary", minLength: 1, maxLength: 30 })), {
  maxLength: 60,
});

test("any tokens give a tree with one root", () => {
  fc.assert(
    fc.property(anything, (forms) => {
      expect(fault(core(forms), forms.length)).toBe(null);
    }),
    { numRuns: 500 },
  );
});

test("the same tokens give the same readings, whatever was read before", () => {
  const fresh = createCore(model("parse.bin"), model("kernel.wasm"));
  fc.assert(
    fc.property(anything, anything, (before, forms) => {
      core(before);
      expect(core(forms)).toEqual(fresh(forms));
    }),
    { numRuns: 200 },
  );
});

test("more forms than are kept change nothing", () => {
  const forms = ["Minsk", "denied", "the", "report", "on", "Friday", "."];
  const before = core(forms);
  for (let i = 0; i < 60; i++) core(Array.from({ length: 250 }, (_, at) => `w${i * 250 + at}`));
  expect(core(forms)).toEqual(before);
});

test("a long sentence is read in pieces, and is still one tree", () => {
  for (const count of [longestParsed, longestParsed + 1, 5 * longestParsed]) {
    const forms = Array.from({ length: count }, (_, at) => ["troops", "and", "tanks", ","][at % 4]!);
    expect(fault(core(forms), count)).toBe(null);
  }
});

test("no tokens give no readings", () => expect(core([])).toEqual([]));

test("other files are refused", () => {
  expect(() => createCore(new Uint8Array(64), model("kernel.wasm"))).toThrow("not the weights");
});
