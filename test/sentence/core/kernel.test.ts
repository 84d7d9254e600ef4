import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { shareKernel, startKernel, takeRoom } from "../../../src/sentence/core/kernel.ts";

const wasm = readFileSync(new URL("../../../models/kernel.wasm", import.meta.url));
const shared = shareKernel(wasm);
const kernel = startKernel(shared);
const room = takeRoom(shared, 1 << 20);
const { buffer } = shared.memory;
const bytes = new Uint8Array(buffer);
const floats = new Float32Array(buffer);
const [x, w, scale, bias, y] = [room, room + (1 << 17), room + (1 << 18), room + (1 << 18) + 4096, room + (1 << 19)];

/** Numbers of both signs from a seed, the same every time. */
function noise(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  };
}

test("sums of eight bits times seven are exact on every processor: nothing overflows and nothing is rounded", () => {
  const [depth, width] = [128, 64];
  // The extremes come up often: with them a sum of two products is nearest to the end of 16 bits.
  const weight = fc.constantFrom(-128, -128, 127, 127, -1, 0, 1, 63, -77);
  const input = fc.constantFrom(127, 127, 1, 64, 65, 100);
  const rows = fc.integer({ min: 1, max: 11 });
  fc.assert(
    fc.property(rows, fc.array(weight, { minLength: 16 }), fc.array(input, { minLength: 16 }), (count, some, other) => {
      for (let at = 0; at < depth * width; at++) bytes[w + at] = some[(at * 7) % some.length]!;
      for (let at = 0; at < (count + 5) * 128; at++) bytes[x + at] = other[(at * 5) % other.length]!;
      floats.fill(1, scale >> 2, (scale >> 2) + width);
      floats.fill(0, bias >> 2, (bias >> 2) + width);
      kernel.affine(y, x, w, scale, bias, count, depth, width, 0);
      for (let row = 0; row < count; row++)
        for (let column = 0; column < width; column++) {
          let sum = 0;
          for (let k = 0; k < depth; k++)
            sum += bytes[x + row * 128 + k]! * ((bytes[w + (k >> 2) * width * 4 + column * 4 + (k & 3)]! << 24) >> 24);
          expect(floats[(y >> 2) + row * width + column]).toBe(sum);
        }
    }),
    { numRuns: 40 },
  );
});

test("what is squashed keeps to seven bits, with 64 for zero", () => {
  const width = 128;
  for (const spread of [0, 1e-20, 1, 1e10]) {
    for (let rows = 1; rows < 10; rows++) {
      const next = noise(rows);
      for (let at = 0; at < rows * width; at++) floats[(y >> 2) + at] = next() ** 5 * spread;
      kernel.squash(x, y, rows, width);
      const squashed = bytes.slice(x, x + rows * 128);
      expect(Math.min(...squashed)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...squashed)).toBeLessThanOrEqual(127);
      if (spread === 0) expect(new Set(squashed)).toEqual(new Set([64]));
    }
  }
});

test("the best column is the earliest of the largest", () => {
  for (const count of [4, 5, 7, 8, 48, 91]) {
    for (let seed = 1; seed < 20; seed++) {
      const next = noise(seed * 77);
      // Few values, so that many are equal.
      const row = Float32Array.from({ length: 96 }, () => Math.round(next() * 4));
      floats.set(row, y >> 2);
      kernel.best(x, y, 1, 384, count);
      const kept = Array.from(row.slice(0, count));
      expect(new Int32Array(buffer)[x >> 2]).toBe(kept.indexOf(Math.max(...kept)));
    }
  }
});

test("what a word adds and what a run adds are sums that plain arithmetic gives", () => {
  const integers = new Int32Array(buffer);
  const [places, units] = [40, 64];
  const next = noise(5);
  const [desk, cells, filter, entries, values] = [
    room,
    room + 4096,
    room + 8192,
    room + (1 << 18),
    room + (1 << 18) + 4096,
  ];
  const [output, hidden, scratch, sums, keys] = [
    room + (1 << 19),
    room + (1 << 19) + 16_384,
    room + (1 << 19) + 20_480,
    room + (1 << 19) + 24_576,
    room + (1 << 19) + 40_960,
  ];
  bytes.fill(0, room, room + (1 << 20));
  integers.set([15, cells, filter, entries, values, output, hidden, scratch], desk >> 2);
  // One feature, key 77: 0.5 for label 3 and -2 for label 36.
  const cell = (77 ^ (77 >>> 15)) & 15;
  integers.set([77, 2 << 24], (cells >> 2) + cell * 2);
  integers[filter >> 2]! |= 1;
  bytes.set([3, 10, 36, 11], entries);
  floats.set([0.5, -2], (values >> 2) + 10);
  const rows = Array.from({ length: 5 }, () => Float32Array.from({ length: places + units }, next));
  rows.forEach((row, at) => {
    for (let label = 37; label < places; label++) row[label] = 0;
    floats.set(row, (sums >> 2) + 64 + at * (places + units));
    integers[(sums >> 2) + at] = sums + 256 + at * (places + units) * 4;
  });
  const net = Float32Array.from({ length: units * places }, (_, at) => (at % places < 37 ? next() : 0));
  floats.set(net, output >> 2);
  const start = Float32Array.from({ length: units }, next);
  floats.set(start, hidden >> 2);
  integers.set([77, 78], keys >> 2);
  kernel.nameScore(y + 65_536, desk, sums, keys, 2);
  for (let label = 0; label < 37; label++) {
    let score = label === 3 ? 0.5 : label === 36 ? -2 : 0;
    for (const row of rows) score += row[label]!;
    for (let unit = 0; unit < units; unit++) {
      const sum = rows.reduce((all, row) => all + row[places + unit]!, start[unit]!);
      if (sum > 0) score += sum * net[unit * places + label]!;
    }
    expect(floats[((y + 65_536) >> 2) + label]).toBeCloseTo(score, 3);
  }
});

test("code that this engine cannot run is told, with what it needs", () => {
  expect(() => shareKernel(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 9))).toThrow("relaxed SIMD");
});
