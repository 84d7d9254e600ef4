import { longestParsed } from "../../model/sentence.ts";
import type { CoreWeights } from "./weights.ts";

export { longestParsed } from "../../model/sentence.ts";

/** Word forms whose share in the first layer is kept: 15 MB. When all places are taken, all are given up. */
export const keptForms = 12_288;

/** Distances that the tables in memory reach: any within a sentence, and what a step of 16 reads beyond. */
export const tableReach = longestParsed + 64;

/** Bytes from one row of a layer's input to the next: the kernel is built for rows of 128 numbers. */
export const rowBytes = 128;

const roundUp = (count: number, to: number): number => Math.ceil(count / to) * to;

/** Columns of the arc scores of a sentence with `rows` rows. */
export const wideFor = (rows: number): number => roundUp(rows, 16);

/** Where each step's numbers lie in a thread's room (addresses in bytes, from its beginning), how long it is, and the columns of all scores. */
export function layOut({ shape }: Pick<CoreWeights, "shape">) {
  const { embed, width, inner, label, labelColumns, tagColumns, arc } = shape;
  const columns = tagColumns + 3 * arc + 2 * label;
  // A step of the kernel reads five rows, whether or not there are as many.
  const most = longestParsed + 7;
  let top = 0;
  const take = (count: number): number => {
    const at = top;
    top = roundUp(top + count, 64) + 64;
    return at;
  };
  const tables = [...shape.layers].filter((layer) => layer === "a").length * (inner / 16) + 1;
  const at = {
    kept: take(keptForms * 5 * width * 2),
    word: take(embed * 4),
    wordBits: take(embed),
    share: take(5 * width * 4),
    words: take(most * 4),
    row: take(most * width * 4),
    bits: take(most * rowBytes),
    qkv: take(most * 3 * inner * 4),
    seen: take(most * inner * 4),
    seenBits: take(most * rowBytes),
    scores: take(most * columns * 4),
    arcs: take(most * wideFor(most) * 4),
    room: take(Math.max(64 * (most + 16), arc * wideFor(most) * 4 + 128)),
    heads: take(most * 4),
    tree: take((12 * most + 64) * most + 64),
    pairs: take(most * label * 4),
    pairBits: take(most * rowBytes),
    labels: take(most * labelColumns * 4),
    bestTag: take(most * 4),
    bestLabel: take(most * 4),
    distance: take(tables * (2 * tableReach + 1) * 4),
  };
  return { at, size: top, columns };
}

/** Addresses by what lies there. */
export type Addresses = ReturnType<typeof layOut>["at"];
