import { type Kernel, type SharedKernel, startKernel, takeRoom } from "./kernel.ts";
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

/** Packed weights as they lie in the shared memory. */
export interface LaidWeights {
  readonly at: number;
  readonly length: number;
}

/** The kernel for this thread, on the packed weights that lie in its memory, with room of its own. */
export function createMachine(shared: SharedKernel, laid: LaidWeights): Machine {
  const weights = readWeights(new Uint8Array(shared.memory.buffer, laid.at, laid.length));
  const { shape, place } = weights;
  if (shape.width !== rowBytes)
    throw new Error(`The kernel is built for rows of ${rowBytes} numbers, and these weights have ${shape.width}.`);
  const { at: within, size, columns } = layOut(weights);
  const kernel = startKernel(shared);
  const start = takeRoom(shared, size);
  const at = Object.fromEntries(Object.entries(within).map(([name, from]) => [name, start + from])) as Addresses;
  const { buffer } = shared.memory;
  const floats = new Float32Array(buffer);
  const part = (name: string): number => laid.at + place[name]!;
  return {
    kernel,
    weights,
    shape,
    at,
    columns,
    bytes: new Uint8Array(buffer),
    floats,
    integers: new Int32Array(buffer),
    part,
    matrix: (name) => ({ w: part(`${name}.w`), scale: part(`${name}.scale`), bias: part(`${name}.bias`) }),
    distances: (which, name, from) => {
      const { reach } = shape;
      const short = (part(name) >> 2) + from + reach;
      const begin = at.distance + which * (2 * tableReach + 1) * 4;
      for (let apart = -tableReach; apart <= tableReach; apart++)
        floats[(begin >> 2) + apart + tableReach] = floats[short + Math.max(-reach, Math.min(reach, apart))]!;
      return begin;
    },
  };
}
