import { readFileSync } from "node:fs";
import { deserialize } from "node:v8";
import type { ReadWords } from "../../src/claim/model/sheet.ts";
import type { Range, Words } from "../../src/claim/word.ts";

/** One attribution of the corpus, as ranges of tokens in text order. */
export interface GoldAttribution {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

/** A document as the product reads it, with its gold attributions. */
export interface ReadDocument extends ReadWords {
  readonly id: string;
  readonly gold: readonly GoldAttribution[];
}

/** One line of the corpus; offsets count UTF-16 units (no text has a character outside the BMP). */
export interface CorpusLine {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Readonly<
    Record<"source" | "cue" | "content", readonly (readonly [number, number])[]>
  >[];
}

/** Lines of a corpus file. */
export const readCorpus = (path: string): readonly CorpusLine[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as CorpusLine);

/** What `prepare.ts` wrote. */
export const readPrepared = (path: string): readonly ReadDocument[] =>
  deserialize(readFileSync(path)) as readonly ReadDocument[];

/** Every tenth document is held out of training, for choices and calibration. */
export const isHeldOut = (at: number): boolean => at % 10 === 3;

/** Tokens that a stretch of characters touches; null where there are none. */
export function tokensOf({ starts, ends, count }: Words, [start, end]: readonly [number, number]): Range | null {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! > start) high = middle;
    else low = middle + 1;
  }
  let to = low;
  while (to < count && starts[to]! < end) to++;
  return to > low ? [low, to] : null;
}
