/** What `models/kernel.wasm` exports; `wasm/kernel.ts`, from which `script/wasm.ts` builds it, tells what each does. */
export interface Kernel {
  addRow(to: number, row: number, scale: number, count: number): void;
  squash(to: number, from: number, rows: number, width: number): void;
  squashWord(to: number, from: number, width: number): number;
  affine(
    y: number,
    x: number,
    w: number,
    scale: number,
    bias: number,
    rows: number,
    depth: number,
    width: number,
    mode: number,
  ): void;
  affineRow(y: number, x: number, w: number, scale: number, bias: number, depth: number, width: number): void;
  keep(to: number, from: number, count: number, step: number): void;
  gather(y: number, words: number, count: number, bias: number, width: number): void;
  attend(out: number, qkv: number, rows: number, inner: number, near: number, reach: number, room: number): void;
  arcs(
    score: number,
    from: number,
    rows: number,
    wide: number,
    line: number,
    left: number,
    right: number,
    head: number,
    size: number,
    far: number,
    reach: number,
    room: number,
  ): void;
  pairs(
    to: number,
    from: number,
    heads: number,
    rows: number,
    line: number,
    dependent: number,
    head: number,
    side: number,
    size: number,
  ): void;
  best(to: number, from: number, rows: number, line: number, count: number): void;
  tree(heads: number, from: number, size: number, wide: number, room: number): void;
  nameWord(
    to: number,
    desk: number,
    keys: number,
    count: number,
    vector: number,
    dimensions: number,
    input: number,
    spelling: number,
    buckets: number,
    scale: number,
  ): void;
  nameScore(out: number, desk: number, sums: number, keys: number, count: number): void;
  nameKeys(keys: number, page: number, place: number): number;
  namePage(page: number, count: number, first: number, sentences: number): void;
  nameForget(page: number, count: number): void;
  namePath(to: number, scores: number, words: number, transitions: number, room: number): void;
  layPairs(
    keys: number,
    values: number,
    mask: number,
    from: number,
    numbers: number,
    size: number,
    count: number,
  ): void;
  layWords(keys: number, values: number, gaps: number, clusters: number, count: number): void;
  layFeatures(
    cells: number,
    mask: number,
    filter: number,
    entries: number,
    gaps: number,
    counts: number,
    labels: number,
    steps: number,
    count: number,
    size: number,
  ): void;
}

interface KernelMemory {
  readonly buffer: SharedArrayBuffer;
  /** Makes it longer by so many pages; the answer is how many it had. Throws a RangeError where that is more than it may have. */
  grow(pages: number): number;
}

/** The part of the engine's WebAssembly that is used; the compiler's own types of it come only with a browser's. */
declare const WebAssembly: {
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => KernelMemory;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
  readonly validate: (code: Uint8Array) => boolean;
};

const pageBytes = 65_536;
/** 2 GB, so many may be asked for; what is not touched takes no memory. `script/wasm.ts` tells the compiler the same number. */
const mostPages = 32_768;

/**
 * The kernel's compiled code and the memory that weights lie in. Both cross to other threads (`workerData`, `postMessage`) without being
 * copied: the weights are there once for all, and each thread takes room of its own for what it computes.
 */
export interface SharedKernel {
  readonly module: object;
  readonly memory: KernelMemory;
}

/** Compiles the kernel. Throws where this engine of JavaScript has no relaxed SIMD (Node 24 has it) or the code is not the kernel. */
export function shareKernel(wasm: Uint8Array): SharedKernel {
  if (!WebAssembly.validate(wasm))
    throw new Error(
      "The kernel of the language core cannot run here: it needs WebAssembly with relaxed SIMD and threads, as Node 24 has them.",
    );
  const memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true });
  return { module: new WebAssembly.Module(wasm), memory };
}

/** The kernel for this thread. */
export const startKernel = ({ module, memory }: SharedKernel): Kernel =>
  new WebAssembly.Instance(module, { env: { memory } }).exports as Kernel;

/** Address of `bytes` bytes, all 0, that nobody else has; never given back, but with the whole memory. Views made before do not reach it. */
export const takeRoom = ({ memory }: SharedKernel, bytes: number): number =>
  memory.grow(Math.ceil(bytes / pageBytes)) * pageBytes;

/** Address of a copy of `file` in the memory. */
export function layFile(shared: SharedKernel, file: Uint8Array): number {
  const at = takeRoom(shared, file.length);
  new Uint8Array(shared.memory.buffer, at, file.length).set(file);
  return at;
}
