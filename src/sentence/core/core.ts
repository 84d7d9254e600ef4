import { layFile, type SharedKernel, shareKernel } from "./kernel.ts";
import { longestParsed, tableReach, wideFor } from "./layout.ts";
import { createMachine, type LaidWeights, type Machine } from "./machine.ts";
import { createWordStore } from "./word.ts";

/** What the language core tells of a token. `head` is 1-based in its sentence, 0 for the root (CoNLL-U); names are those of UD English. */
export interface TokenReading {
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

/**
 * Tags, heads and labels of a sentence, one a token in order, from its forms alone. The heads are a tree with one root, whose label
 * alone is "root". Any forms are valid, none are too many: after `longestParsed` tokens a new piece begins.
 */
export type TagAndParse = (forms: readonly string[]) => readonly TokenReading[];

/** One reading of up to `longestParsed` tokens; arrays from 1 on. */
interface Reading {
  readonly heads: Int32Array;
  /** Numbers of tags and labels; a label's place among those that are not "root". */
  readonly tag: Int32Array;
  readonly label: Int32Array;
}

/** What a layer does to the rows of `count` tokens. */
type Layer = (count: number) => void;

function convolution(machine: Machine, number: number): Layer {
  const { kernel, at, bytes, shape } = machine;
  const { width } = shape;
  const { w, scale, bias } = machine.matrix(`${number}.inner`);
  return (count) => {
    kernel.squash(at.bits + width, at.row, count, width);
    // 64 is zero: what lies beyond the sentence's ends.
    bytes.fill(64, at.bits, at.bits + width);
    bytes.fill(64, at.bits + (count + 1) * width, at.bits + (count + 2) * width);
    kernel.affine(at.row, at.bits, w, scale, bias, count, 3 * width, width, 1);
  };
}

/** `firstTable` is where its tables by distance begin among all; a head has one. */
function attention(machine: Machine, number: number, firstTable: number): Layer {
  const { kernel, at, shape } = machine;
  const { width, inner, reach } = shape;
  const into = machine.matrix(`${number}.into`);
  const out = machine.matrix(`${number}.out`);
  const near = Array.from({ length: inner / 16 }, (_, head) =>
    machine.distances(firstTable + head, `${number}.near`, head * (2 * reach + 1)),
  )[0]!;
  return (count) => {
    kernel.squash(at.bits, at.row, count, width);
    kernel.affine(at.qkv, at.bits, into.w, into.scale, into.bias, count, width, 3 * inner, 0);
    kernel.attend(at.seen, at.qkv, count, inner, near, tableReach, at.room);
    kernel.squash(at.seenBits, at.seen, count, inner);
    kernel.affine(at.row, at.seenBits, out.w, out.scale, out.bias, count, inner, width, 2);
  };
}

/** First layer: puts the rows of the tokens together from what each word has to say about those up to two places away. */
function beginning(machine: Machine): (forms: readonly string[], from: number, count: number) => void {
  const { kernel, at, integers, shape, part } = machine;
  const store = createWordStore(machine);
  const bias = part("first.bias");
  const words = at.words >> 2;
  return (forms, from, count) => {
    store.room(count);
    for (let i = 0; i < count; i++) integers[words + i] = store.addressOf(forms[from + i]!);
    kernel.gather(at.row, at.words, count, bias, shape.width);
  };
}

/** What the last rows of `count` tokens say: tags, the best tree, and a label for each of its arcs. */
function ending(machine: Machine, firstTable: number): (count: number) => Reading {
  const { kernel, at, bytes, integers, shape, columns, part, weights } = machine;
  const { width, arc, label, tagColumns, labelColumns } = shape;
  const all = machine.matrix("all");
  const labelling = machine.matrix("label");
  const far = machine.distances(firstTable, "far", 0);
  const root = part("root");
  const side = part("side");
  const line = columns * 4;
  const left = tagColumns * 4;
  const right = left + arc * 4;
  const head = right + arc * 4;
  const dependent = head + arc * 4;
  const above = dependent + label * 4;
  return (count) => {
    const rows = count + 1;
    const wide = wideFor(rows);
    kernel.squash(at.bits + width, at.row, count, width);
    bytes.copyWithin(at.bits, root, root + width);
    kernel.affine(at.scores, at.bits, all.w, all.scale, all.bias, rows, width, columns, 0);
    kernel.best(at.bestTag, at.scores, rows, line, weights.tags.length);
    kernel.arcs(at.arcs, at.scores, rows, wide, line, left, right, head, arc, far, tableReach, at.room);
    kernel.tree(at.heads, at.arcs, rows, wide, at.tree);
    kernel.pairs(at.pairs, at.scores, at.heads, rows, line, dependent, above, side, label);
    kernel.squash(at.pairBits, at.pairs, count, label);
    const { w, scale, bias } = labelling;
    kernel.affine(at.labels, at.pairBits, w, scale, bias, count, label, labelColumns, 0);
    // Column 0 is "root", which the tree alone decides.
    kernel.best(at.bestLabel + 4, at.labels + 4, count, labelColumns * 4, weights.labels.length - 1);
    const numbers = (place: number): Int32Array => integers.subarray(place >> 2, (place >> 2) + rows);
    return { heads: numbers(at.heads), tag: numbers(at.bestTag), label: numbers(at.bestLabel) };
  };
}

/**
 * The language core on packed weights and the kernel's code, both as they lie in `models/`. What it keeps of word forms only saves
 * time: the same forms give the same answer, whatever came before. Not to be shared by threads: each makes its own.
 */
export function createCore(packed: Uint8Array, wasm: Uint8Array): TagAndParse {
  const shared = shareKernel(wasm);
  return coreOn(shared, { at: layFile(shared, packed), length: packed.length });
}

/** As `createCore`, on weights that lie in the kernel's memory already and may serve other threads too. */
export function coreOn(shared: SharedKernel, laid: LaidWeights): TagAndParse {
  const machine = createMachine(shared, laid);
  const { tags, labels } = machine.weights;
  const tagParts = tags.map((tag) => tag.split("|") as [upos: string, xpos: string]);
  let tables = 0;
  const layers = [...machine.shape.layers].map((kind, number) => {
    if (kind === "c") return convolution(machine, number);
    tables += machine.shape.inner / 16;
    return attention(machine, number, tables - machine.shape.inner / 16);
  });
  const begin = beginning(machine);
  const end = ending(machine, tables);

  return (forms) => {
    const out: TokenReading[] = [];
    let firstRoot = 0;
    for (let from = 0; from < forms.length; from += longestParsed) {
      const count = Math.min(longestParsed, forms.length - from);
      begin(forms, from, count);
      for (const layer of layers) layer(count);
      const { heads, tag, label } = end(count);
      for (let i = 1; i <= count; i++) {
        const [upos, xpos] = tagParts[tag[i]!]!;
        if (heads[i] !== 0) {
          out.push({ upos, xpos, head: heads[i]! + from, deprel: labels[label[i]! + 1]! });
        } else {
          if (from === 0) firstRoot = i;
          out.push({ upos, xpos, head: from === 0 ? 0 : firstRoot, deprel: from === 0 ? "root" : "parataxis" });
        }
      }
    }
    return out;
  };
}
