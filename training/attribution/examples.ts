import { cueFeatures } from "../../src/claim/model/cue-feature.ts";
import { featureRow } from "../../src/claim/model/feature.ts";
import { maskOf, runsOf } from "../../src/claim/model/propose.ts";
import { roleFeatures } from "../../src/claim/model/role-feature.ts";
import { frameOf } from "../../src/claim/model/role-frame.ts";
import { sheetOf } from "../../src/claim/model/sheet.ts";
import type { Range } from "../../src/claim/word.ts";
import type { ReadDocument } from "./corpus.ts";
import { ownShares, type ShareCounts } from "./shares.ts";
import { addWord, type Examples, noExamples } from "./trainer.ts";

/** Labels of ranges: `begin` on the first word of each, the one behind it on the rest. */
function lay(labels: Uint8Array, ranges: readonly Range[], begin: number, from: number): void {
  const to = from + labels.length;
  for (const [start, end] of ranges)
    for (let at = Math.max(start, from); at < Math.min(end, to); at++)
      labels[at - from] = at === start || at === from ? begin : begin + 1;
}

/** Every paragraph that is read, with its cues. */
export function cueExamples(documents: readonly ReadDocument[], counts: ShareCounts, bits: number): Examples {
  const examples = noExamples();
  const row = featureRow(bits);
  for (const document of documents) {
    const { words, sentences, gold } = document;
    const sheet = sheetOf(document, ownShares(counts, document));
    const labels = new Uint8Array(words.count);
    for (const { cue } of gold) lay(labels, cue, 1, 0);
    for (const [from, to] of runsOf(sentences)) {
      examples.runs.push([examples.gold.length, to - from]);
      for (let at = from; at < to; at++) {
        cueFeatures(sheet, at, row);
        addWord(examples, row, labels[at]!);
      }
    }
  }
  return examples;
}

/** Every gold cue with the words around it and its roles. */
export function roleExamples(documents: readonly ReadDocument[], counts: ShareCounts, bits: number): Examples {
  const examples = noExamples();
  const row = featureRow(bits);
  const base = featureRow(bits);
  for (const document of documents) {
    const { words, gold } = document;
    const sheet = sheetOf(document, ownShares(counts, document));
    const marked = gold.filter(({ cue }) => cue[0] && sheet.sentence[cue[0][0]]! >= 0);
    const cues = marked.map(({ cue }) => cue[0]!);
    for (const { cue, source, content } of marked) {
      const [start, end] = cue[0]!;
      const mask = maskOf(words.count, cues);
      mask.fill(0, start, end);
      const frame = frameOf(sheet, [start, end], mask);
      const [from, to] = frame.window;
      const labels = new Uint8Array(to - from);
      lay(labels, source, 1, from);
      lay(labels, content, 3, from);
      examples.runs.push([examples.gold.length, to - from]);
      for (let at = from; at < to; at++) {
        roleFeatures(sheet, frame, mask, at, row);
        if (at < start || at >= end) {
          cueFeatures(sheet, at, base);
          row.ids.set(base.ids.subarray(0, base.count), row.count);
          row.count += base.count;
        }
        addWord(examples, row, labels[at - from]!);
      }
    }
  }
  return examples;
}
