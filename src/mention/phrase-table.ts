import type { Word } from "./word.ts";

/** A match of a phrase: the words `[from, to)` and everything that they can stand for. */
export interface PhraseMatch<Of> {
  readonly to: number;
  readonly values: readonly Of[];
}

interface Row<Of> {
  readonly words: readonly Word[];
  readonly value: Of;
}

/** Phrases by their words. The longest one at a place is found in time of the longest phrase that begins with its first word. */
export class PhraseTable<Of> {
  readonly #rows = new Map<string, Row<Of>[]>();
  readonly #longest = new Map<string, number>();
  readonly #accepts: (printed: Word, entry: Word) => boolean;

  /** `accepts` says whether a printed word is written as the phrase's word asks for (its case). */
  constructor(accepts: (printed: Word, entry: Word) => boolean) {
    this.#accepts = accepts;
  }

  add(words: readonly Word[], value: Of): void {
    const first = words[0];
    if (first === undefined) return;
    const key = words.map((word) => word.key).join(" ");
    const rows = this.#rows.get(key);
    if (rows === undefined) this.#rows.set(key, [{ words, value }]);
    else if (!rows.some((row) => row.value === value)) rows.push({ words, value });
    if ((this.#longest.get(first.key) ?? 0) < words.length) this.#longest.set(first.key, words.length);
  }

  /** The longest phrase that begins at `words[from]` and ends before `limit`, or null. */
  longestAt(words: readonly Word[], from: number, limit: number = words.length): PhraseMatch<Of> | null {
    const longest = this.#longest.get(words[from]!.key);
    if (longest === undefined) return null;
    const keys = [words[from]!.key];
    for (let to = from + 1; to < Math.min(from + longest, limit); to++) keys.push(`${keys.at(-1)} ${words[to]!.key}`);
    for (let length = keys.length; length > 0; length--) {
      const values = this.#rows
        .get(keys[length - 1]!)
        ?.filter((row) => row.words.every((word, at) => this.#accepts(words[from + at]!, word)))
        .map((row) => row.value);
      if (values !== undefined && values.length > 0) return { to: from + length, values };
    }
    return null;
  }
}
