import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Tagged } from "../../../src/model/name.ts";
import type { Parsed } from "../../../src/model/sentence.ts";
import { type CoreFiles, fillPage, shareCore, startCore } from "../../../src/sentence/core/fill.ts";
import { longestSentence } from "../../../src/sentence/split.ts";
import { parsedOf } from "../parsed.ts";

const model = (name: string): Buffer => readFileSync(new URL(`../../../models/${name}`, import.meta.url));
const files: CoreFiles = {
  parse: model("parse.bin"),
  lemma: model("lemma.bin"),
  names: model("names.bin"),
  kernel: model("kernel.wasm"),
  sha256: "0".repeat(64),
};
const shared = shareCore(files);
const core = startCore(shared);

/** What is wrong with a filled page, or null: places, trees, names. */
function fault(parsed: Parsed, { tokens, names }: Tagged): string | null {
  const { firstToken, text } = parsed;
  if (tokens.length !== parsed.tokens.length) return `${tokens.length} tokens of ${parsed.tokens.length}`;
  for (const [at, { start, end, lemma, upos }] of tokens.entries()) {
    const bare = parsed.tokens[at]!;
    if (start !== bare.start || end !== bare.end) return `token ${at} has moved`;
    if (!lemma || !upos) return `token ${at} (${text.slice(start, end)}) is not filled`;
  }
  for (let sentence = 0; sentence + 1 < firstToken.length; sentence++) {
    const first = firstToken[sentence]!;
    const count = firstToken[sentence + 1]! - first;
    // 1 + the depth of each token, or 0 where it is not known yet: linear, as a walk up from each token would not be.
    const depth = new Int32Array(count + 1);
    depth[0] = 1;
    for (let token = 1; token <= count; token++) {
      const path: number[] = [];
      let node = token;
      while (depth[node] === 0 && path.length <= count) {
        path.push(node);
        node = tokens[first + node - 1]!.head!;
        if (!(node >= 0 && node <= count)) return `a head of sentence ${sentence} is ${node}`;
      }
      if (path.length > count) return `sentence ${sentence} has a cycle`;
      for (const one of path.toReversed()) depth[one] = 1;
    }
    const roots = tokens.slice(first, first + count).filter(({ head }) => head === 0);
    if (roots.length !== 1 || roots[0]!.deprel !== "root") return `sentence ${sentence} has ${roots.length} roots`;
  }
  const starts = new Set(tokens.map(({ start }) => start));
  const ends = new Set(tokens.map(({ end }) => end));
  let before = 0;
  let sentence = 0;
  for (const { start, end } of names) {
    if (start < before || end <= start || !starts.has(start) || !ends.has(end)) return `name ${start}-${end}`;
    while (parsed.sentences[sentence]![1] <= start) sentence++;
    if (end > parsed.sentences[sentence]![1]) return `name ${start}-${end} leaves its sentence`;
    before = end;
  }
  return null;
}

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("Aldermoor", "said", "the", "Ministry", "of", "Mr.", "n't", "Norland's") },
  { weight: 2, arbitrary: fc.constantFrom(".", "!", "?", "“", "”", '"', "(", ")", "-", "—", ",", "\n", "\n\n", "\t") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "👩‍👩‍👧",
      "🇳🇴🇸",
      "e\u0301\u0302",
      "\u0301",
      "مرحبا",
      "שלום",
      "\u202eabc",
      "\u200f",
      "\u0000",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "\u0007",
      "\ud800",
      "\udfff",
      "İ",
      "ß",
      "Ǆ",
      "１２",
      "4,000",
      "2031",
      "$5.5m",
      "\ufeff",
      "\u00ad",
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(" ", " ", "", "\u00a0")), { maxLength: 60 })
  .map((pieces) => pieces.flat().join(""));

describe("of any text", () => {
  test("tokens keep their places, sentences are trees, names lie within them", () => {
    fc.assert(
      fc.property(text, (string) => {
        const parsed = parsedOf(string);
        expect(fault(parsed, fillPage(parsed, core))).toBe(null);
      }),
      { numRuns: 300 },
    );
  });

  test("two cores say the same, whatever one of them has read before, on shared weights or on their own", () => {
    const own = startCore(shareCore(files));
    fc.assert(
      fc.property(text, text, (before, string) => {
        fillPage(parsedOf(before), core);
        const parsed = parsedOf(string);
        expect(fillPage(parsed, core)).toEqual(fillPage(parsed, own));
      }),
      { numRuns: 100 },
    );
  });
});

describe("hostile text is read to its end", () => {
  const rows = [
    ["one sentence of 1 MB", `${"Troops of Norland and ".repeat(45_000)}tanks.`],
    ["one word of 1 MB", "Norland".repeat(150_000)],
    ["capitals and hyphens", "Al-Norland-".repeat(5_000)],
    ["10 MB of brackets", "([{".repeat(3_400_000)],
    ["a million line breaks", "\n".repeat(1_000_000)],
    ["20,000 lines of a word", "Norland\n".repeat(20_000)],
    ["combining marks", `a${"\u0301".repeat(300_000)}`],
    ["right to left", "‮שלום מרחבא ".repeat(10_000)],
  ] as const;
  for (const [name, string] of rows)
    test(name, { timeout: 120_000 }, () => {
      const parsed = parsedOf(string);
      for (let at = 0; at + 1 < parsed.firstToken.length; at++)
        expect(parsed.firstToken[at + 1]! - parsed.firstToken[at]!).toBeLessThanOrEqual(longestSentence);
      expect(fault(parsed, fillPage(parsed, core))).toBe(null);
    });
});

test("a thread that is handed the shared core reads the same on the same weights", async () => {
  const words = ["Amina", "Dastoura", "of", "the", "Norland", "Ministry", "denied", "it", "."];
  const code = `
    const { parentPort, workerData } = require("node:worker_threads");
    import(workerData.url).then(({ startCore }) => {
      const { read, names } = startCore(workerData.shared);
      const weights = new Uint8Array(workerData.shared.kernel.memory.buffer);
      const at = workerData.shared.parse.at;
      parentPort.postMessage([read(workerData.words), names(workerData.words, [0, workerData.words.length]), at, weights[at]]);
    });`;
  const url = new URL("../../../src/sentence/core/fill.ts", import.meta.url).href;
  const worker = new Worker(code, { eval: true, workerData: { shared, url, words } });
  const told = await new Promise<readonly unknown[]>((done, fail) => {
    worker.once("message", done);
    worker.once("error", fail);
  });
  await worker.terminate();
  const { buffer } = shared.kernel.memory;
  expect(buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(told).toEqual([
    core.read(words),
    core.names(words, [0, words.length]),
    shared.parse.at,
    new Uint8Array(buffer)[shared.parse.at],
  ]);
});
