import { visibleJson } from "./fence.ts";

/** A part of a row that was left out or shortened. Sizes are of the whole: entries of a list, UTF-16 units of a text. */
export type Cut =
  | { readonly kind: "list"; readonly path: string; readonly size: number }
  | { readonly kind: "text"; readonly path: string; readonly size: number; readonly kept: number };

/** As many rows as fit. */
export interface Fitted {
  readonly rows: readonly object[];
  /** What the first row lacks, where it alone was too long; empty where every row is whole. */
  readonly cuts: readonly Cut[];
}

/** A list or a text in a row, at the end of a path of plain objects. */
interface Part {
  readonly path: readonly string[];
  readonly value: readonly unknown[] | string;
  readonly size: number;
}

const sizeOf = (value: unknown): number => visibleJson(value)?.length ?? 0;

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const partsOf = (row: object, before: readonly string[] = []): readonly Part[] =>
  Object.entries(row).flatMap(([name, value]: [string, unknown]): readonly Part[] => {
    const path = [...before, name];
    if (isPlain(value)) return partsOf(value, path);
    return typeof value === "string" || Array.isArray(value) ? [{ path, value, size: sizeOf(value) }] : [];
  });

/** A copy of `row` in which what stands at `path` is `value`, or is gone where `value` is undefined. */
function withPart(row: object, [name, ...rest]: readonly string[], value: unknown): object {
  if (name === undefined) return row;
  const fields = row as Readonly<Record<string, unknown>>;
  const next = rest.length === 0 ? value : withPart(fields[name] as object, rest, value);
  if (next !== undefined) return { ...fields, [name]: next };
  return Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name));
}

/** The longest beginning of `text` whose JSON has at most `most` characters; never half of a surrogate pair. */
function beginning(text: string, most: number): string {
  let [low, high] = [0, Math.min(text.length, most)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sizeOf(text.slice(0, middle)) <= most) low = middle;
    else high = middle - 1;
  }
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(low - 1));
  return text.slice(0, isHalf ? low - 1 : low);
}

/** The length to which the longest of `sizes` must be cut so that all together have at most `room`; infinite where nothing must be. */
function levelFor(sizes: readonly number[], room: number): number {
  let left = Math.max(room, 0);
  for (const [at, size] of sizes.toSorted((a, b) => a - b).entries()) {
    const share = left / (sizes.length - at);
    if (size > share) return Math.floor(share);
    left -= size;
  }
  return Number.POSITIVE_INFINITY;
}

const isText = (part: Part): part is Part & { readonly value: string } => typeof part.value === "string";
const sum = (parts: readonly Part[]): number => parts.reduce((all, part) => all + part.size, 0);

/** `row` in some `most` characters: its large lists go first, each as a whole; then the longest texts are cut to an equal length. */
function shortened(row: object, most: number): { readonly row: object; readonly cuts: readonly Cut[] } {
  const parts = partsOf(row).toSorted((a, b) => b.size - a.size);
  const texts = parts.filter(isText);
  // What is no part: names, numbers, brackets. The two quotation marks of each empty text are not.
  const frame = sizeOf(parts.reduce((rest, part) => withPart(rest, part.path, ""), row)) - 2 * parts.length;
  let short = row;
  let size = frame + sum(parts);
  const cuts: Cut[] = [];
  for (const { path, value, size: gone } of parts.filter((part) => !isText(part))) {
    // A short list costs little and says much (which revisions there are), also where the texts must be cut.
    if (size <= most || gone <= most / 200) break;
    short = withPart(short, path, undefined);
    size -= gone;
    cuts.push({ kind: "list", path: path.join("."), size: value.length });
  }
  const level = levelFor(
    texts.map((part) => part.size),
    most - (size - sum(texts)),
  );
  for (const { path, value } of texts.filter((part) => part.size > level)) {
    const kept = beginning(value, level);
    short = withPart(short, path, kept);
    cuts.push({ kind: "text", path: path.join("."), size: value.length, kept: kept.length });
  }
  return { row: short, cuts };
}

/**
 * The first of `rows` whose JSON, made visible, has together at most `most` characters, and always one: a first row that is longer
 * is shortened. A list that was left out is missing from the row, so that it cannot be taken for an empty one.
 */
export function fitted(rows: readonly object[], most: number): Fitted {
  const [first] = rows;
  if (first === undefined) return { rows, cuts: [] };
  let size = sizeOf(first);
  if (size > most) {
    const { row, cuts } = shortened(first, most);
    return { rows: [row], cuts };
  }
  let count = 1;
  for (const row of rows.slice(1)) {
    size += sizeOf(row) + 1;
    if (size > most) break;
    count++;
  }
  return { rows: rows.slice(0, count), cuts: [] };
}
