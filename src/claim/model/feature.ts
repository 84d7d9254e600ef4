import { mix } from "../../sentence/core/name-hash.ts";

/** Features of one word while they are put together: numbers below 2 ** `bits`, one row of weights each. */
export interface FeatureRow {
  readonly ids: Int32Array;
  readonly bits: number;
  count: number;
}

/** More than any word has: templates, and five for each of the dependents that are looked at. */
export const widest = 640;

export const featureRow = (bits: number): FeatureRow => ({ ids: new Int32Array(widest), bits, count: 0 });

const seeds = Int32Array.from({ length: 512 }, (_, at) => mix(Math.imul(at, 15_485_863) + 3, 0x1b873593));

function put(row: FeatureRow, hash: number): void {
  row.ids[row.count++] = (hash ^ (hash >>> row.bits)) & ((1 << row.bits) - 1);
}

/** Adds the feature of a template and one to four numbers. */
export const put1 = (row: FeatureRow, template: number, a: number): void => put(row, mix(seeds[template]!, a));

export const put2 = (row: FeatureRow, template: number, a: number, b: number): void =>
  put(row, mix(mix(seeds[template]!, a), b));

export const put3 = (row: FeatureRow, template: number, a: number, b: number, c: number): void =>
  put(row, mix(mix(mix(seeds[template]!, a), b), c));

export const put4 = (row: FeatureRow, template: number, a: number, b: number, c: number, d: number): void =>
  put(row, mix(mix(mix(mix(seeds[template]!, a), b), c), d));

/** A signed distance in words as one of 20 numbers: near ones one by one, far ones in steps. */
export function distanceStep(distance: number): number {
  const far = Math.abs(distance);
  const step = far <= 3 ? far : far <= 6 ? 4 : far <= 12 ? 5 : far <= 25 ? 6 : 7;
  return distance < 0 ? step + 10 : step;
}

/** A count or distance as one of seven numbers. */
export const nearStep = (distance: number): number =>
  distance > 20 ? 6 : distance > 8 ? 5 : distance > 4 ? 4 : distance;
