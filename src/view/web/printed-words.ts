/** What of a list is on paper, in words; null where it is all of it. `printed` are places, in order. */
export function printedWords(
  printed: readonly number[],
  { count, isExact, what }: { readonly count: number; readonly isExact: boolean; readonly what: string | null },
): string | null {
  if (printed.length >= count && isExact) return null;
  if (what === null) return "Only what was looked at on the screen is printed.";
  const of = `${printed.length.toLocaleString("en")} of ${isExact ? "" : "more than "}${count.toLocaleString("en")} ${what}`;
  const isStart = printed.at(-1) === printed.length - 1;
  return isStart
    ? `The first ${of}. What was scrolled to on the screen is printed.`
    : `${of}, those that were looked at on the screen.`;
}
