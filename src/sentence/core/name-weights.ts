import { layFile, type SharedKernel, startKernel, takeRoom } from "./kernel.ts";
import { labelCount } from "./name-kind.ts";
import { capacityFor, type Lookup } from "./name-lookup.ts";
import type { WordKnowledge } from "./name-word.ts";

/** Sections of the packed file, in their order. */
export const nameSections = [
  "featureGaps",
  "featureCounts",
  "featureLabels",
  "featureValues",
  "transitions",
  "input",
  "spelling",
  "bias",
  "output",
  "wordGaps",
  "wordClusters",
  "coarse",
  "vectors",
  "vectorScales",
  "partKeys",
  "partValues",
  "phraseKeys",
  "phraseValues",
] as const;
type Section = (typeof nameSections)[number];

/**
 * Weights of the finder as they lie in the kernel's memory, in the file's form or in tables made from it. Nothing in it changes, so threads
 * may share it: it crosses to them without being copied. H = `hidden`. Numbers that say "address" are bytes into that memory.
 */
export interface NameWeights {
  readonly shared: SharedKernel;
  readonly knowledge: WordKnowledge;
  readonly phrases: Lookup;
  /** [L][L], in the kernel's memory. */
  readonly transitions: Float32Array;
  readonly hidden: number;
  readonly dimensions: number;
  /** Address of [offset][dimension][H] 32-bit floats. */
  readonly input: number;
  /** Address of [offset][bucket][H] signed bytes, times `spellingScale`. */
  readonly spelling: number;
  readonly spellingScale: number;
  /** Address of rows of `dimensions` whole numbers from -7 to 7, of which `input` knows the worth, four bits each. */
  readonly vectors: number;
  /** What a desk begins with (`wasm/names.ts`): the mask of the feature cells; addresses of the cells, filter, entries, values, output, bias. */
  readonly tables: readonly number[];
}
/** In a word's cluster: it has a vector of its own. */
export const ownMark = 0x8000;
/** The kernel is built for so many hidden units, and rows of so many scores, of which the labels are the first. */
const kernelHidden = 64;
export const scoreWidth = 40;

interface Header {
  readonly hidden: number;
  readonly dimensions: number;
  readonly ownVectors: number;
  readonly words: number;
  readonly featureScale: number;
  readonly inputScale: number;
  readonly spellingScale: number;
  readonly outputScale: number;
  readonly sections: Readonly<Record<Section, readonly [number, number]>>;
}

/** Weights of the vectors' dimensions, with the worth of a step of each dimension in them. */
function inputOf(steps: Int8Array, { hidden, dimensions, inputScale }: Header, scales: Float32Array): Float32Array {
  const out = new Float32Array(steps.length);
  for (let at = 0; at < out.length; at++)
    out[at] = steps[at]! * inputScale * scales[Math.floor(at / hidden) % dimensions]!;
  return out;
}

/** [H][L] steps -> [H][`scoreWidth`] */
function outputOf(steps: Int8Array, { hidden, outputScale }: Header): Float32Array {
  const out = new Float32Array(hidden * scoreWidth);
  for (let unit = 0; unit < hidden; unit++)
    for (let label = 0; label < labelCount; label++)
      out[unit * scoreWidth + label] = steps[unit * labelCount + label]! * outputScale;
  return out;
}

/** What the 256 steps of an entry are worth: square-root companding. */
const entryValues = ({ featureScale }: Header): Float32Array =>
  Float32Array.from({ length: 256 }, (_, at) => {
    const share = (at - 128) / 127;
    return share * Math.abs(share) * featureScale;
  });

/**
 * Lays what `training/names/pack.ts` wrote into the kernel's memory and makes its tables there. Throws where the bytes are not such a file,
 * or the kernel is not built for its sizes.
 */
export function readNameWeights(file: Uint8Array, shared: SharedKernel): NameWeights {
  if (String.fromCharCode(...file.subarray(0, 4)) !== "STNM")
    throw new Error(`weights of names: the file does not begin with STNM`);
  const textLength = new DataView(file.buffer, file.byteOffset).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(file.slice(8, 8 + textLength))) as Header;
  if (header.hidden !== kernelHidden || header.ownVectors > header.words)
    throw new Error(`weights of names: ${header.hidden} hidden units where the kernel has ${kernelHidden}`);
  const start = layFile(shared, file);
  const at = (name: Section): number => start + 8 + textLength + header.sections[name][0];
  const length = (name: Section): number => header.sections[name][1];
  const features = length("featureCounts");
  const cells = capacityFor(features);
  const parts = capacityFor(length("partValues"));
  const phrases = capacityFor(length("phraseValues") / 2);
  const sizes = {
    cells: cells * 8,
    filter: 1 << 17,
    entries: length("featureLabels") * 2 + 32,
    values: 256 * 4,
    input: length("input") * 4,
    output: header.hidden * scoreWidth * 4,
    words: header.words * 8,
    parts: parts * 8,
    phrases: phrases * 8,
  };
  const room = takeRoom(
    shared,
    Object.values(sizes).reduce((sum, size) => sum + size + 64, 0),
  );
  const { buffer } = shared.memory;
  let top = room;
  const place = Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => {
      const from = top;
      top = (top + size + 63) & ~63;
      return [name, from];
    }),
  ) as Record<keyof typeof sizes, number>;
  const int8 = (name: Section): Int8Array => new Int8Array(buffer, at(name), length(name));
  const float32 = (name: Section): Float32Array => new Float32Array(buffer, at(name), length(name) / 4);
  const put = (to: number, numbers: Float32Array): void => new Float32Array(buffer, to, numbers.length).set(numbers);
  const lookup = (from: number, capacity: number): Lookup => ({
    mask: capacity - 1,
    keys: new Int32Array(buffer, from, capacity),
    values: new Int32Array(buffer, from + capacity * 4, capacity),
  });
  const kernel = startKernel(shared);
  kernel.layFeatures(
    place.cells,
    cells - 1,
    place.filter,
    place.entries,
    at("featureGaps"),
    at("featureCounts"),
    at("featureLabels"),
    at("featureValues"),
    features,
    length("featureLabels"),
  );
  kernel.layWords(place.words, place.words + header.words * 4, at("wordGaps"), at("wordClusters"), header.words);
  const pairs = (to: number, capacity: number, keys: Section, values: Section, size: number): void =>
    kernel.layPairs(to, to + capacity * 4, capacity - 1, at(keys), at(values), size, length(values) / size);
  pairs(place.parts, parts, "partKeys", "partValues", 1);
  pairs(place.phrases, phrases, "phraseKeys", "phraseValues", 2);
  put(place.values, entryValues(header));
  put(place.input, inputOf(int8("input"), header, float32("vectorScales")));
  put(place.output, outputOf(int8("output"), header));
  return {
    shared,
    knowledge: {
      clusters: {
        keys: new Uint32Array(buffer, place.words, header.words),
        values: new Int32Array(buffer, place.words + header.words * 4, header.words),
      },
      coarse: new Uint16Array(buffer, at("coarse"), length("coarse") / 2),
      ownVectors: header.ownVectors,
      parts: lookup(place.parts, parts),
    },
    phrases: lookup(place.phrases, phrases),
    transitions: float32("transitions").subarray(0, labelCount * labelCount),
    hidden: header.hidden,
    dimensions: header.dimensions,
    input: place.input,
    spelling: at("spelling"),
    spellingScale: header.spellingScale,
    vectors: at("vectors"),
    tables: [cells - 1, place.cells, place.filter, place.entries, place.values, place.output, at("bias")],
  };
}
