import type { Chain } from "./chain.ts";
import { type FeatureRow, widest } from "./feature.ts";
import { type AttributionModel, cueLabels, roleLabels, type Scorer } from "./propose.ts";

/** What the head of `models/attribution.bin` says. */
export interface AttributionHeader {
  readonly bits: number;
  /** The largest weight of cues, and of roles. */
  readonly cueTop: number;
  readonly roleTop: number;
  /** Steps of the chains, row by row; null where a step is forbidden. */
  readonly cueSteps: readonly (number | null)[];
  readonly roleSteps: readonly (number | null)[];
  readonly cueStarts: readonly (number | null)[];
  readonly roleStarts: readonly (number | null)[];
  readonly cueLift: number;
  readonly roleLift: number;
  readonly calibration: readonly number[];
  readonly rules: readonly number[];
  readonly orphans: readonly number[];
  /** Place and length of each section behind the header, in bytes. */
  readonly sections: Readonly<Record<(typeof attributionSections)[number], readonly [number, number]>>;
}

/**
 * Sections of the file: numbers of features as gaps (seven bits a byte, low first, the high bit on all but the last), and their weights, four bits for each label
 * but the first, the first low, 8 added, the square of a share of the largest; keys of lemmas as gaps, and a step of a byte for each.
 */
export const attributionSections = [
  "cueGaps",
  "cueValues",
  "roleGaps",
  "roleValues",
  "shareGaps",
  "shareSteps",
] as const;

const magic = "STAT";

/** Ascending numbers, each passed with its place. */
function eachOfGaps(bytes: Uint8Array, take: (value: number, place: number) => void): number {
  let value = 0;
  let place = 0;
  for (let at = 0; at < bytes.length; place++) {
    let gap = 0;
    let scale = 1;
    for (; at < bytes.length; scale *= 128) {
      const byte = bytes[at++]!;
      gap += (byte & 127) * scale;
      if (byte < 128) break;
    }
    value += gap;
    take(value, place);
  }
  return place;
}

/** Set bits of 32. */
function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Writes the sums of the weights in the first `count` rows, label 0 without any. */
type Sum = (rows: Int32Array, count: number, scores: Float64Array, at: number) => void;

/** Rows of one byte: the weights of labels 1 and 2. */
const sumOfTwo =
  (nibbles: Uint8Array, weightOf: Float32Array): Sum =>
  (rows, count, scores, at) => {
    let one = 0;
    let two = 0;
    for (let index = 0; index < count; index++) {
      const pair = nibbles[rows[index]!]!;
      one += weightOf[pair & 15]!;
      two += weightOf[pair >> 4]!;
    }
    scores[at] = 0;
    scores[at + 1] = one;
    scores[at + 2] = two;
  };

/** Rows of two bytes: the weights of labels 1 to 4. */
const sumOfFour =
  (nibbles: Uint8Array, weightOf: Float32Array): Sum =>
  (rows, count, scores, at) => {
    let one = 0;
    let two = 0;
    let three = 0;
    let four = 0;
    for (let index = 0; index < count; index++) {
      const first = rows[index]! * 2;
      const low = nibbles[first]!;
      const high = nibbles[first + 1]!;
      one += weightOf[low & 15]!;
      two += weightOf[low >> 4]!;
      three += weightOf[high & 15]!;
      four += weightOf[high >> 4]!;
    }
    scores[at] = 0;
    scores[at + 1] = one;
    scores[at + 2] = two;
    scores[at + 3] = three;
    scores[at + 4] = four;
  };

/**
 * A scorer over packed weights. Which features have weights is a map of bits; the number of weights before each 32 of them lies beside it, so that
 * most of a look-up is one read of a megabyte that stays in the processor's cache.
 */
function packedScorer(bits: number, chain: Chain, gaps: Uint8Array, nibbles: Uint8Array, top: number): Scorer {
  const map = new Int32Array(((1 << bits) >>> 5) * 2);
  eachOfGaps(gaps, (id) => {
    map[(id >>> 5) * 2]! |= 1 << (id & 31);
  });
  for (let cell = 2; cell < map.length; cell += 2) map[cell + 1] = map[cell - 1]! + ones(map[cell - 2]!);
  const weightOf = Float32Array.from({ length: 16 }, (_, at) => {
    const share = (at - 8) / 7;
    return share * Math.abs(share) * top;
  });
  const sum = chain.labels === cueLabels ? sumOfTwo(nibbles, weightOf) : sumOfFour(nibbles, weightOf);
  // Which features have weights is told first, without a branch, and their weights are summed then: the processor cannot guess which have any, and reads ahead
  // where it need not guess.
  const firsts = new Int32Array(widest);
  const score = ({ ids, count }: FeatureRow, scores: Float64Array, at: number): void => {
    let found = 0;
    for (let index = 0; index < count; index++) {
      const id = ids[index]!;
      const cell = (id >>> 5) * 2;
      const present = map[cell]!;
      firsts[found] = map[cell + 1]! + ones(present & ((1 << (id & 31)) - 1));
      found += (present >>> (id & 31)) & 1;
    }
    sum(firsts, found, scores, at);
  };
  return { bits, chain, score };
}

const unforbidden = (list: readonly (number | null)[]): Float64Array =>
  Float64Array.from(list, (value) => value ?? Number.NEGATIVE_INFINITY);

/** Reads `models/attribution.bin`. Throws where the file is not of this form. */
export function readAttributionModel(file: Uint8Array): AttributionModel {
  if (file.length < 8 || String.fromCharCode(...file.subarray(0, 4)) !== magic)
    throw new Error("the file of the attribution model does not begin as one");
  const length = new DataView(file.buffer, file.byteOffset).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))) as AttributionHeader;
  const section = (name: (typeof attributionSections)[number]): Uint8Array => {
    const [at, bytes] = header.sections[name];
    const part = file.subarray(8 + length + at, 8 + length + at + bytes);
    if (part.length !== bytes) throw new Error(`the attribution model ends before its section ${name}`);
    return part;
  };
  const { bits } = header;
  const shares = new Map<number, number>();
  const steps = section("shareSteps");
  eachOfGaps(section("shareGaps"), (key, place) => {
    shares.set(key | 0, steps[place]!);
  });
  const chainOf = (labels: number, name: "cue" | "role"): Chain => ({
    labels,
    steps: unforbidden(header[`${name}Steps`]),
    starts: unforbidden(header[`${name}Starts`]),
  });
  return {
    cues: packedScorer(bits, chainOf(cueLabels, "cue"), section("cueGaps"), section("cueValues"), header.cueTop),
    roles: packedScorer(bits, chainOf(roleLabels, "role"), section("roleGaps"), section("roleValues"), header.roleTop),
    shares,
    cueLift: header.cueLift,
    roleLift: header.roleLift,
    calibration: header.calibration,
    rules: header.rules,
    orphans: header.orphans,
  };
}
