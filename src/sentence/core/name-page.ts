import { type SharedKernel, startKernel, takeRoom } from "./kernel.ts";
import { seen } from "./name-context.ts";
import type { Lookup } from "./name-lookup.ts";
import type { WordTable } from "./name-word.ts";

/** Lists of a page, one number a word, in the order in which the kernel has their addresses (`wasm/page.ts`); the last two are not the kernel's. */
const lists = [
  "ids",
  "sentenceFrom",
  "sentenceTo",
  "candidate",
  "phrase",
  "runFrom",
  "runTo",
  "loud",
  "first",
  "labels",
] as const;
/** Words that a page has room for at first. */
const firstRoom = 4096;

/** The document that is being read, in the kernel's memory; `NameContext` says what the lists mean. Valid until the next one. */
export interface NamePage extends Readonly<Record<(typeof lists)[number], Int32Array>> {
  /** Where the kernel finds it. */
  readonly address: number;
}

/** Reads one document at a time; each must be forgotten before the next. */
export interface PageReader {
  readonly read: (words: readonly string[], firstWord: readonly number[]) => NamePage;
  readonly forget: (count: number) => void;
}

/** Numbers in the kernel's memory, all 0. */
export const takeNumbers = (shared: SharedKernel, count: number): Int32Array => {
  const at = takeRoom(shared, count * 4);
  return new Int32Array(shared.memory.buffer, at, count);
};

/** `table` must have its rows in the kernel's memory, and `phrases` lie there. */
export function pageReader(shared: SharedKernel, table: WordTable, phrases: Lookup): PageReader {
  const kernel = startKernel(shared);
  const desk = takeNumbers(shared, 16);
  let seenRows = takeNumbers(shared, 4096 * seen.width);
  let room = 0;
  let page = makePage(firstRoom);

  function makePage(count: number): NamePage {
    room = count;
    const made = lists.map((name) => [name, takeNumbers(shared, count)] as const);
    return { ...(Object.fromEntries(made) as Record<(typeof lists)[number], Int32Array>), address: desk.byteOffset };
  }

  function read(words: readonly string[], firstWord: readonly number[]): NamePage {
    const most = Math.max(words.length, firstWord.length);
    if (most > room) page = makePage(most * 2);
    const { ids, first } = page;
    for (let at = 0; at < words.length; at++) ids[at] = table.idOf(words[at]!);
    for (let at = 0; at < firstWord.length; at++) first[at] = firstWord[at]!;
    if (seenRows.length < table.size() * seen.width) seenRows = takeNumbers(shared, table.size() * 2 * seen.width);
    desk[0] = table.rows().byteOffset;
    for (let at = 0; at < 8; at++) desk[at + 1] = page[lists[at]!].byteOffset;
    desk[9] = seenRows.byteOffset;
    desk[10] = phrases.mask;
    desk[11] = phrases.keys.byteOffset;
    desk[12] = phrases.values.byteOffset;
    kernel.namePage(page.address, words.length, first.byteOffset, firstWord.length - 1);
    return page;
  }

  return { read, forget: (count) => kernel.nameForget(page.address, count) };
}
