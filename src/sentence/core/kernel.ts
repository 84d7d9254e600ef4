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
  gather(y: number, list: number, count: number, bias: number, width: number): void;
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
}

/** The part of the engine's WebAssembly that is used; the compiler's own types of it come only with a browser's. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

/** The compiled kernel on its own memory of `bytes` bytes. Throws where the engine has no relaxed SIMD (Node 24 has it). */
export function startKernel(
  wasm: Uint8Array,
  bytes: number,
): { readonly kernel: Kernel; readonly memory: ArrayBuffer } {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } });
  return { kernel: exports as Kernel, memory: memory.buffer };
}
