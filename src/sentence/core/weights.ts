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

/** The packed weights, in place: `place` is where each part begins in `bytes`. */
export interface CoreWeights {
  readonly shape: CoreShape;
  /** "UPOS|XPOS" by number; `labels[0]` is "root". */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly place: Readonly<Record<string, number>>;
  readonly bytes: Uint8Array;
}

const magic = "standoff-core-1\n";

/**
 * Reads a packed file: the magic line, the length of the head (32 bits, little-endian), the head as JSON, then the parts, each at a
 * multiple of 16 bytes. Throws where it is something else: the file is ours, and its hash stands in the manifest.
 */
export function readWeights(bytes: Uint8Array): CoreWeights {
  const text = new TextDecoder();
  if (text.decode(bytes.subarray(0, magic.length)) !== magic)
    throw new Error("These are not the weights of this version's language core: build or install again.");
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true);
  const start = magic.length + 4;
  const { shape, tags, labels, place } = JSON.parse(text.decode(bytes.subarray(start, start + length))) as CoreWeights;
  return { shape, tags, labels, place, bytes };
}
