import { letterCases, type Script } from "../../src/sentence/core/lemma.ts";

/** Scripts and rules -> bytes: lengths, keys in ascending order (32 bits), script numbers (16 bits), then the scripts as JSON. */
export function packLemmas(scripts: readonly Script[], rules: ReadonlyMap<number, number>): Uint8Array {
  const sorted = [...rules].map(([key, script]) => [key >>> 0, script] as const).sort((a, b) => a[0] - b[0]);
  const text = new TextEncoder().encode(
    JSON.stringify(scripts.map(({ letters, cut, add }) => [letterCases.indexOf(letters), cut, add])),
  );
  const bytes = new Uint8Array(8 + sorted.length * 6 + text.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, sorted.length, true);
  view.setUint32(4, text.length, true);
  sorted.forEach(([key, script], at) => {
    view.setUint32(8 + at * 4, key, true);
    view.setUint16(8 + sorted.length * 4 + at * 2, script, true);
  });
  bytes.set(text, 8 + sorted.length * 6);
  return bytes;
}
