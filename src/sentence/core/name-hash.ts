/** FNV-1a, 32 bits: what it begins with, and a step over one UTF-16 unit. */
export const startOfHash = 0x811c9dc5 | 0;
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** FNV-1a over UTF-16 units from `from` to `to`; 32 bits. */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = startOfHash;
  for (let at = from; at < to; at++) hash = hashUnit(hash, text.charCodeAt(at));
  return hash;
}

/** Two numbers into one, never 0, which marks an empty cell of a table. After the finalizer of MurmurHash3. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return hash === 0 ? 1 : hash;
}
