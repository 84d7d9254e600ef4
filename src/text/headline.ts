import type { Shape } from "./shape.ts";

/** Letters and digits only, in lower case: for telling whether two headlines are one. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";

/** Does line `at` repeat the page's first line, or that without the publisher's name behind it? A page's first line is often its window title. */
export function repeatsOpening(shapes: readonly Shape[], at: number): boolean {
  const opening = shapes[0];
  const line = shapes[at];
  if (!opening || !line || at === 0 || opening.length > 400 || line.length > 400) return false;
  const words = plainWords(line.front);
  const first = plainWords(opening.front);
  return words.length > 12 && line.words > 2 && (first === words || first.startsWith(`${words} `));
}
