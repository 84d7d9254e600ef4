/**
 * The arithmetic of the language core in WebAssembly SIMD (AssemblyScript). Addresses are bytes; sizes are counts of numbers.
 *
 * A layer's input is a row of seven-bit numbers with 64 for zero: with them `relaxed_dot_i8x16_i7x16_add_s` can neither overflow nor
 * depend on the machine, and one instruction does sixteen products (70 to 95 thousand million products a second on a core that has
 * AVX-VNNI, where 16-bit products reach 19 to 28). What 64 adds to each sum is in the bias already. Where a processor has no such instruction
 * V8 takes two or three that add pairs in 16 bits: 2 x 127 x -128 is -32,512, so they do not overflow either, and the sums are the same.
 * `test/sentence/core/kernel.test.ts` holds the sums to plain arithmetic and the inputs to 1 .. 127.
 *
 * `pmax` and `relaxed_trunc` are one instruction where `max` and `trunc_sat` are five to eight: they differ only for what is no number or
 * beyond 32 bits, and neither comes up: inputs are finite, and norms bound them.
 */

export { attend } from "./attention";
export { arcs, best, pairs } from "./ending";
export { nameKeys } from "./joint";
export { affine, squash } from "./layer";
export { nameScore, nameWord } from "./names";
export { nameForget, namePage } from "./page";
export { namePath } from "./path";
export { layFeatures, layPairs, layWords } from "./table";
export { tree } from "./tree";
export { addRow, affineRow, gather, keep, squashWord } from "./word";
