import { type Kernel, startKernel } from "./kernel.ts";
import { type Addresses, layOut, rowBytes, tableReach } from "./layout.ts";
import { type CoreShape, type CoreWeights, readWeights } from "./weights.ts";

/** A matrix of eight-bit weights with its scales and biases, as addresses. */
export interface Matrix {
  readonly w: number;
  readonly scale: number;
  readonly bias: number;
}

/** The kernel on its memory with the weights in it, and views of that memory. */
export interface Machine {
  readonly kernel: Kernel;
  readonly weights: CoreWeights;
  readonly shape: CoreShape;
  readonly at: Addresses;
  /** Numbers a row of all scores has. */
  readonly columns: number;
  readonly bytes: Uint8Array;
  readonly integers: Int32Array;
  readonly floats: Float32Array;
  /** Address of a part of the weights. */
  part(name: string): number;
  matrix(name: string): Matrix;
  /** Address of table `which` of numbers by distance, drawn out to `tableReach` from the one in the weights at `from` numbers into `name`. */
  distances(which: number, name: string, from: number): number;
}

/** Sets the kernel up on packed weights. */
export function createMachine(packed: Uint8Array, wasm: Uint8Array): Machine {
  const weights = readWeights(packed);
  const { shape, place } = weights;
  if (shape.width !== rowBytes)
    throw new Error(`The kernel is built for rows of ${rowBytes} numbers, and these weights have ${shape.width}.`);
  const { at, size, columns } = layOut(weights);
  const { kernel, memory } = startKernel(wasm, size);
  const bytes = new Uint8Array(memory);
  bytes.set(packed, at.weights);
  const floats = new Float32Array(memory);
  const part = (name: string): number => at.weights + place[name]!;
  return {
    kernel,
    weights,
    shape,
    at,
    columns,
    bytes,
    floats,
    integers: new Int32Array(memory),
    part,
    matrix: (name) => ({ w: part(`${name}.w`), scale: part(`${name}.scale`), bias: part(`${name}.bias`) }),
    distances: (which, name, from) => {
      const { reach } = shape;
      const short = (part(name) >> 2) + from + reach;
      const start = at.distance + which * (2 * tableReach + 1) * 4;
      for (let apart = -tableReach; apart <= tableReach; apart++)
        floats[(start >> 2) + apart + tableReach] = floats[short + Math.max(-reach, Math.min(reach, apart))]!;
      return start;
    },
  };
}
