import type { Line } from "./line.ts";
import type { Region } from "./region.ts";
import { isCaption } from "./caption.ts";
import { bylineAuthors } from "./byline.ts";
import { repeatsOpening, plainWords } from "./headline.ts";
import { isTitleLike, type Shape } from "./shape.ts";

/**
 * Index of the line that is the report's title; null where none is. `known` (given, or from the page's own fields) is looked for first, then
 * a line that the first line of the page repeats with the publisher's name behind it, then the last line shaped like a headline
 * before the article begins, then the article's own first line where it is shaped like one and text follows.
 */
export function titleLine(
  lines: readonly Line[],
  shapes: readonly Shape[],
  region: Region,
  known: string | null,
): number | null {
  const end = Math.min(region.first + 4, lines.length);
  const plain = shapes.slice(0, end).map((shape) => (shape.length < 400 ? plainWords(shape.front) : ""));
  if (known !== null) {
    const wanted = plainWords(known);
    const same = plain.lastIndexOf(wanted);
    if (wanted !== "" && same >= 0) return same;
  }
  const byMarkup = lines.slice(0, end).findLastIndex((line) => line.hint?.kind === "title");
  if (byMarkup >= 0) return byMarkup;
  for (let at = end - 1; at > 0; at--) if (repeatsOpening(shapes, at)) return at;
  const canBe = (at: number): boolean => {
    const shape = shapes[at]!;
    return (
      isTitleLike(shape) &&
      shapes[at + 1]?.cue?.furniture !== "player" &&
      !isCaption(shape.front) &&
      bylineAuthors(shape.front) === null
    );
  };
  for (let at = region.first - 1; at >= Math.max(0, region.first - 12); at--) if (canBe(at)) return at;
  // A lone line is a sentence until there is more.
  const below = shapes.slice(region.first + 1, region.first + 6);
  if (below.some((shape) => shape.words > 7 && shape.cue === null) && canBe(region.first)) return region.first;
  return null;
}
