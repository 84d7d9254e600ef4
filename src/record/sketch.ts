/** Words of a shingle. */
const shingleLength = 5;
/** One hash in so many is kept: about 60 of a report of 500 words. */
const keptOf = 8;
const keptBelow = 2 ** 32 / keptOf;
/** No sketch is larger: a report of 30,000 words has as many. */
const longestSketch = 4096;

/** Words of a text in lower case, without marks; each run of letters and digits is bounded, as a word that long is a code. */
const word = /[\p{L}\p{N}]{1,40}/gu;

/** FNV-1a over UTF-16 units. */
function hashOfWord(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** The finisher of MurmurHash3, so that hashes of near sums lie far apart. */
function mixed(sum: number): number {
  let hash = sum;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The sketch of a text: of the hashes of its runs of five words, all that lie below an eighth of their range, sorted, without repeats.
 * Of two texts the share of common hashes estimates how much of the one stands in the other. This is MinHash (Broder 1997) with a fixed
 * fraction instead of a fixed number (FracMinHash, Irber et al. 2022), so that a short text is found within a long one. Linear in the text.
 */
export function sketchOf(texts: readonly string[]): readonly number[] {
  const kept = new Set<number>();
  const hashes: number[] = [];
  for (const text of texts) {
    hashes.length = 0;
    for (const [found] of text.matchAll(word)) hashes.push(hashOfWord(found.toLowerCase()));
    for (let at = 0; at + shingleLength <= hashes.length && kept.size < longestSketch; at++) {
      let sum = 0;
      for (let next = 0; next < shingleLength; next++) sum = Math.imul(sum, 31) + hashes[at + next]!;
      const hash = mixed(sum);
      if (hash < keptBelow) kept.add(hash);
    }
  }
  return [...kept].sort((a, b) => a - b);
}
