import { describe, expect, test } from "vitest";
import { plainChain } from "../../../src/claim/model/chain.ts";
import { featureRow } from "../../../src/claim/model/feature.ts";
import { readAttributionModel } from "../../../src/claim/model/weights.ts";
import { packAttribution } from "../../../training/attribution/pack.ts";
import type { LinearModel } from "../../../training/attribution/trainer.ts";

const bits = 10;

/** A model with the same weights for each of its features. */
function linear(labels: number, rows: Readonly<Record<number, readonly number[]>>): LinearModel {
  const slots = new Int32Array(1 << bits).fill(-1);
  const ids = Object.keys(rows).map(Number);
  const weights = new Float32Array(ids.length * labels);
  for (const [slot, id] of ids.entries()) {
    slots[id] = slot;
    weights.set(rows[id]!, slot * labels);
  }
  return { bits, chain: plainChain(labels), slots, weights };
}

const parts = {
  cue: linear(3, { 0: [0, 1, -1], 31: [1, 2, 0], 32: [0, -1, 1], 1023: [0, 1, 1], 500: [0.5, 0.5, 0.5] }),
  role: linear(5, { 7: [0, 1, -1, 1, -1] }),
  shares: new Map([
    [-5, 3],
    [12, 9],
  ]),
  cueLeast: 0.01,
  roleLeast: 0.01,
  cueLift: 0.5,
  roleLift: 0,
  rules: [-1.5, 0.25],
  orphans: [0.5, 0.75],
  calibration: [1, 2],
};
const { file, rows } = packAttribution(parts);
const model = readAttributionModel(file);

function scored(scorer: typeof model.cues, ids: readonly number[], labels: number): readonly number[] {
  const row = featureRow(bits);
  row.ids.set(ids);
  row.count = ids.length;
  const scores = new Float64Array(labels);
  scorer.score(row, scores, 0);
  return [...scores];
}

describe("a packed model", () => {
  test("leaves out features that move no label", () => expect(rows).toEqual([4, 1]));

  test.each([
    [[0], [0, 1, -1]],
    [[31], [0, 1, -1]],
    [[32], [0, -1, 1]],
    [[1023], [0, 1, 1]],
    [[500], [0, 0, 0]],
    [[33], [0, 0, 0]],
    [
      [0, 31, 1023],
      [0, 3, -1],
    ],
  ])("features %j give cues %j", (ids, scores) => expect(scored(model.cues, ids, 3)).toEqual(scores));

  test("roles have weights of their own", () => expect(scored(model.roles, [7, 0], 5)).toEqual([0, 1, -1, 1, -1]));

  test("keeps steps that are forbidden", () => expect([...model.cues.chain.steps]).toEqual([...parts.cue.chain.steps]));

  test("keeps shares, lifts and calibration", () => {
    expect([...model.shares].sort((a, b) => a[0] - b[0])).toEqual([...parts.shares]);
    expect([model.cueLift, model.roleLift, model.calibration]).toEqual([0.5, 0, [1, 2]]);
    expect([model.rules, model.orphans]).toEqual([parts.rules, parts.orphans]);
  });

  test.each([
    ["empty", new Uint8Array(0)],
    ["of another kind", new TextEncoder().encode("STNM and more than eight bytes")],
    ["cut short", file.slice(0, -1)],
  ])("a file that is %s is refused", (_, bytes) => expect(() => readAttributionModel(bytes)).toThrow());
});
