import type { ComponentChildren } from "preact";

/** One value that can be chosen. */
export interface Option {
  readonly value: string;
  readonly label: ComponentChildren;
  /** A second line: what else it is known as. */
  readonly note?: string | null;
  /** How many rows have it; null where that is not known. */
  readonly count: number | null;
}

/** A value without what a filter does not tell apart. */
export const bare = (value: string): string => value.toLowerCase();

/** What takes `value` of the list out again: the chosen value that stands for it ("minsk" for "Minsk"); `value` itself where none does. */
export const asChosen = (value: string, chosen: readonly string[]): string =>
  chosen.find((held) => bare(held) === bare(value)) ?? value;

/** The values to choose from, those chosen without a count put in: a name may be typed in another spelling than the list's. */
export function shownOptions(
  options: readonly Option[],
  chosen: readonly string[],
  shown: number,
): { readonly options: readonly Option[]; readonly more: number } {
  const listed = new Set(options.map(({ value }) => bare(value)));
  const unlisted = chosen.filter((value) => !listed.has(bare(value)));
  const picked = new Set(chosen.map(bare));
  const kept = options.filter(({ value }, at) => at < shown || picked.has(bare(value)));
  return {
    options: [...unlisted.map((value) => ({ value, label: value, count: null })), ...kept],
    more: options.length - kept.length,
  };
}
