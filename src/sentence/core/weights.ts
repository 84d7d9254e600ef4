/** Sizes of the network, as the packed file tells them. */
export interface CoreShape {
  /** Numbers of a word's vector, of a token's row, within attention, of an arc's and a label's vectors. */
  readonly embed: number;
  readonly width: number;
  readonly inner: number;
  readonly arc: number;
  readonly label: number;
  /** One letter a layer: c a convolution over three tokens, a attention. */
  readonly layers: string;
  readonly words: number;
  /** Columns of the tag and label scores: the names, filled up to a multiple of 16. */
  readonly tagColumns: number;
  readonly labelColumns: number;
  /** Distances up to this apart have a number of their own. */
  readonly reach: number;
}

/** What the packed file tells of its weights: `place` is where each part begins in it. */
export interface CoreWeights {
  readonly shape: CoreShape;
  /** "UPOS|XPOS" by number; `labels[0]` is "root". */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly place: Readonly<Record<string, number>>;
}

const magic = "standoff-core-1\n";

/**
 * Reads a packed file: the magic line, the length of the head (32 bits, little-endian), the head as JSON, then the parts, each at a
 * multiple of 16 bytes. Throws where it is something else: the file is ours, and its hash stands in the manifest.
 */
export function readWeights(bytes: Uint8Array): CoreWeights {
  // The bytes may be shared by threads; a decoder takes only bytes that nobody can change meanwhile, so it gets a copy.
  const decode = (from: number, to: number): string => new TextDecoder().decode(bytes.slice(from, to));
  if (decode(0, magic.length) !== magic)
    throw new Error("These are not the weights of this version's language core: build or install again.");
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true);
  const start = magic.length + 4;
  return JSON.parse(decode(start, start + length)) as CoreWeights;
}
