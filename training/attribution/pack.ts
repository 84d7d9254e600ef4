import { type AttributionHeader, attributionSections } from "../../src/claim/model/weights.ts";
import { random } from "../names/crf.ts";
import type { LinearModel } from "./trainer.ts";

/** Ascending numbers below 2 ** 32 as the gaps between them, seven bits a byte, low first, the high bit on all but the last. */
function gapsOf(ascending: ArrayLike<number>): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (let at = 0; at < ascending.length; at++) {
    let gap = ascending[at]! - before;
    before = ascending[at]!;
    for (; gap > 127; gap = Math.floor(gap / 128)) bytes.push((gap & 127) | 128);
    bytes.push(gap);
  }
  return Uint8Array.from(bytes);
}

interface PackedRows {
  readonly gaps: Uint8Array;
  readonly values: Uint8Array;
  readonly top: number;
  readonly rows: number;
}

/** Steps of a weight on each side of 0. */
const levels = 7;
/** This share of the weights lies below the highest step; what is above is cut to it. */
const clipped = 0.9995;

/**
 * Weights of a model with those of label 0 taken off, which changes no path; features that move no label by `least` are left out. Four bits a weight
 * with square-root companding, the first low, 8 added. A weight between two steps goes to one of them by chance, so that the sum of many is right on average:
 * to the nearest step, hundreds of small weights that pull one way would vanish together.
 */
function packRows({ chain, slots, weights }: LinearModel, least: number, next: () => number): PackedRows {
  const { labels } = chain;
  const relative = (slot: number, y: number): number => weights[slot * labels + y]! - weights[slot * labels]!;
  const kept: number[] = [];
  for (let id = 0; id < slots.length; id++) {
    const slot = slots[id]!;
    if (slot < 0) continue;
    let most = 0;
    for (let y = 1; y < labels; y++) most = Math.max(most, Math.abs(relative(slot, y)));
    if (most >= least) kept.push(id);
  }
  const sizes = new Float32Array(kept.length * (labels - 1));
  for (const [row, id] of kept.entries())
    for (let y = 1; y < labels; y++) sizes[row * (labels - 1) + y - 1] = relative(slots[id]!, y);
  const top = sizes.map(Math.abs).sort()[Math.floor(clipped * (sizes.length - 1))] ?? 1;
  const stepOf = (value: number): number => {
    const size = Math.min(1, Math.abs(value) / top);
    const below = Math.min(levels - 1, Math.floor(levels * Math.sqrt(size)));
    const low = (below / levels) ** 2;
    const high = ((below + 1) / levels) ** 2;
    return (below + (next() < (size - low) / (high - low) ? 1 : 0)) * Math.sign(value);
  };
  const values = new Uint8Array(Math.ceil(sizes.length / 2));
  for (const [at, value] of sizes.entries()) values[at >> 1]! |= (stepOf(value) + 8) << ((at & 1) * 4);
  return { gaps: gapsOf(kept), values, top, rows: kept.length };
}

export interface PackOptions {
  readonly cue: LinearModel;
  readonly role: LinearModel;
  readonly shares: ReadonlyMap<number, number>;
  /** Features whose weights are all smaller are left out. */
  readonly cueLeast: number;
  readonly roleLeast: number;
  readonly cueLift: number;
  readonly roleLift: number;
  readonly calibration: readonly number[];
  readonly rules: readonly number[];
  readonly orphans: readonly number[];
}

const allowed = (list: Float64Array): readonly (number | null)[] =>
  Array.from(list, (value) => (Number.isFinite(value) ? Math.round(value * 1e5) / 1e5 : null));

/** The model as one file ("STAT", length of the header, the header as JSON, sections), with how many features of cues and of roles are left. */
export function packAttribution(parts: PackOptions): { readonly file: Uint8Array; readonly rows: readonly number[] } {
  const next = random(11);
  const cue = packRows(parts.cue, parts.cueLeast, next);
  const role = packRows(parts.role, parts.roleLeast, next);
  const keys = [...parts.shares.keys()].sort((a, b) => (a >>> 0) - (b >>> 0));
  const sections: Record<(typeof attributionSections)[number], Uint8Array> = {
    cueGaps: cue.gaps,
    cueValues: cue.values,
    roleGaps: role.gaps,
    roleValues: role.values,
    shareGaps: gapsOf(keys.map((key) => key >>> 0)),
    shareSteps: Uint8Array.from(keys, (key) => parts.shares.get(key)!),
  };
  let length = 0;
  const places: Record<string, readonly [number, number]> = {};
  for (const name of attributionSections) {
    places[name] = [length, sections[name].length];
    length += sections[name].length;
  }
  const header: AttributionHeader = {
    bits: parts.cue.bits,
    cueTop: cue.top,
    roleTop: role.top,
    cueSteps: allowed(parts.cue.chain.steps),
    roleSteps: allowed(parts.role.chain.steps),
    cueStarts: allowed(parts.cue.chain.starts),
    roleStarts: allowed(parts.role.chain.starts),
    cueLift: parts.cueLift,
    roleLift: parts.roleLift,
    calibration: parts.calibration,
    rules: parts.rules,
    orphans: parts.orphans,
    sections: places as AttributionHeader["sections"],
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + text.length + length);
  file.set(new TextEncoder().encode("STAT"), 0);
  new DataView(file.buffer).setUint32(4, text.length, true);
  file.set(text, 8);
  for (const name of attributionSections) file.set(sections[name], 8 + text.length + places[name]![0]);
  return { file, rows: [cue.rows, role.rows] };
}
