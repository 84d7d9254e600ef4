import { labelCount } from "./name-kind.ts";
import { type Lookup, makeLookup } from "./name-lookup.ts";
import { type WordKnowledge, wordLookup } from "./name-word.ts";

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

/** Unpacked weights of the finder; `L` = labelCount, `H` = hidden. Nothing in it changes, so threads and documents may share it. */
export interface NameWeights {
  readonly knowledge: WordKnowledge;
  readonly phrases: Lookup;
  /** Key of a feature -> place of its first entry. A feature's entries end where the label is `endOfEntries`. */
  readonly features: FeatureTable;
  /** Label, plus 256 times the index of the value in `entryValues`: two bytes an entry, so that more of them stay in the cache. */
  readonly entries: Uint16Array;
  readonly entryValues: Float64Array;
  /** [L][L] */
  readonly transitions: Float32Array;
  readonly hidden: number;
  readonly dimensions: number;
  /** [offset][dimension][H] */
  readonly input: Float32Array;
  /** [offset][bucket][H], times `spellingScale` */
  readonly spelling: Int8Array;
  readonly spellingScale: number;
  /** [H] */
  readonly bias: Float32Array;
  /** [L][H] */
  readonly output: Float32Array;
  /** Rows of `dimensions` whole numbers from -7 to 7, of which `input` knows the worth. */
  readonly vectors: Int8Array;
}
export const endOfEntries = 255;
/** In a word's cluster: it has a vector of its own. */
export const ownMark = 0x8000;

/**
 * Features by their keys: cells of key and place side by side, so that a look costs one line of the cache, behind a filter of one bit for
 * each 4,096th of the keys, which turns most of the unknown away before the cells are touched (it fits the second cache, they do not).
 */
export interface FeatureTable {
  readonly mask: number;
  readonly cells: Int32Array;
  readonly filter: Int32Array;
}

function featureTable(keys: Int32Array, places: Int32Array): FeatureTable {
  let capacity = 16;
  while (capacity < keys.length * 1.7) capacity *= 2;
  const mask = capacity - 1;
  const cells = new Int32Array(capacity * 2);
  const filter = new Int32Array(1 << 15);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!;
    let cell = (key ^ (key >>> 15)) & mask;
    while (cells[cell * 2] !== 0) cell = (cell + 1) & mask;
    cells[cell * 2] = key;
    cells[cell * 2 + 1] = places[at]!;
    filter[key >>> 17]! |= 1 << ((key >>> 12) & 31);
  }
  return { mask, cells, filter };
}

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

/** Numbers of 32 bits from the gaps between them, seven bits a byte, low first, the high bit on all but the last. */
function unpackGaps(bytes: Uint8Array, count: number): Int32Array {
  const out = new Int32Array(count);
  let before = 0;
  for (let at = 0, from = 0; at < count; at++) {
    let unit = 1;
    let byte = bytes[from++]!;
    for (; byte > 127; byte = bytes[from++]!, unit *= 128) before += (byte & 127) * unit;
    before += byte * unit;
    out[at] = before;
  }
  return out;
}

/** Numbers from -7 to 7, two a byte. */
function unpackNibbles(bytes: Uint8Array): Int8Array {
  const out = new Int8Array(bytes.length * 2);
  for (let at = 0; at < bytes.length; at++) {
    out[at * 2] = (bytes[at]! & 15) - 8;
    out[at * 2 + 1] = (bytes[at]! >> 4) - 8;
  }
  return out;
}

/** Weights of the vectors' dimensions, with the worth of a step of each dimension in them. */
function inputOf(steps: Int8Array, { hidden, dimensions, inputScale }: Header, scales: Float32Array): Float32Array {
  const out = new Float32Array(steps.length);
  for (let at = 0; at < out.length; at++)
    out[at] = steps[at]! * inputScale * scales[Math.floor(at / hidden) % dimensions]!;
  return out;
}

/** [H][L] -> [L][H] */
const turned = (output: Float32Array, hidden: number): Float32Array =>
  output.map((_, at) => output[(at % hidden) * labelCount + Math.floor(at / hidden)]!);

/** Unpacks what `training/names/pack.ts` wrote. Throws where the bytes are not such a file. */
export function readNameWeights(bytes: Uint8Array): NameWeights {
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== "STNM")
    throw new Error(`weights of names: the file does not begin with STNM`);
  // Sections lie at multiples of 8 from the start of the file, so a copy makes typed views possible wherever the bytes lie.
  const { buffer } = bytes.slice();
  const textLength = new DataView(buffer).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + textLength))) as Header;
  const start = (name: Section): number => 8 + textLength + header.sections[name][0];
  const length = (name: Section): number => header.sections[name][1];
  const int8 = (name: Section): Int8Array => new Int8Array(buffer, start(name), length(name));
  const uint8 = (name: Section): Uint8Array => new Uint8Array(buffer, start(name), length(name));
  const uint16 = (name: Section): Uint16Array => new Uint16Array(buffer, start(name), length(name) / 2);
  const int32 = (name: Section): Int32Array => new Int32Array(buffer, start(name), length(name) / 4);
  const float32 = (name: Section): Float32Array => new Float32Array(buffer, start(name), length(name) / 4);
  const scaled = (name: Section, scale: number): Float32Array =>
    Float32Array.from(int8(name), (value) => value * scale);

  const counts = uint8("featureCounts");
  const labels = uint8("featureLabels");
  const steps = int8("featureValues");
  const entries = new Uint16Array(labels.length + counts.length);
  const entryValues = Float64Array.from({ length: 256 }, (_, at) => {
    const share = (at - 128) / 127;
    return share * Math.abs(share) * header.featureScale;
  });
  const places = new Int32Array(counts.length);
  let from = 0;
  let to = 0;
  for (let feature = 0; feature < counts.length; feature++) {
    places[feature] = to;
    for (let end = from + counts[feature]!; from < end; from++, to++)
      entries[to] = labels[from]! | ((steps[from]! + 128) << 8);
    entries[to++] = endOfEntries;
  }
  const wordCells = uint16("wordClusters");
  const fine = new Uint16Array(wordCells.length);
  const own = new Uint8Array(wordCells.length);
  for (let at = 0; at < wordCells.length; at++) {
    fine[at] = wordCells[at]! & (ownMark - 1);
    own[at] = wordCells[at]! >>> 15;
  }
  return {
    knowledge: {
      clusters: wordLookup(unpackGaps(uint8("wordGaps"), header.words), fine, own),
      coarse: uint16("coarse"),
      ownVectors: header.ownVectors,
      parts: makeLookup(int32("partKeys"), uint8("partValues")),
    },
    phrases: makeLookup(int32("phraseKeys"), uint16("phraseValues")),
    features: featureTable(unpackGaps(uint8("featureGaps"), counts.length), places),
    entries,
    entryValues,
    transitions: float32("transitions").slice(0, labelCount * labelCount),
    hidden: header.hidden,
    dimensions: header.dimensions,
    input: inputOf(int8("input"), header, float32("vectorScales")),
    spelling: int8("spelling"),
    spellingScale: header.spellingScale,
    bias: float32("bias"),
    output: turned(scaled("output", header.outputScale), header.hidden),
    vectors: unpackNibbles(uint8("vectors")),
  };
}
