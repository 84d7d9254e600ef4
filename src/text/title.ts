import { bylineAuthors } from "./byline.ts";
import { isCaption } from "./caption.ts";
import { datelineOf, isDatelineAlone } from "./dateline.ts";
import { plainWords, repeatsOpening } from "./headline.ts";
import type { Line } from "./line.ts";
import type { Region } from "./region.ts";
import { isTitleLike, type Shape } from "./shape.ts";
import { isUpdateNote } from "./update.ts";

/**
 * Index of the line that is the report's title; null where none is. `known` (given, or from the page's own fields) is looked for first, then
 * a line that the first line of the page repeats with the publisher's name behind it, then the last line shaped like a headline
 * before the article begins, then the article's own first line where it is shaped like one and text follows. A dateline is no title,
 * and a note ("Correction: …") only where no other line is.
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
  for (let at = end - 1; at > 0; at--) if (repeatsOpening(shapes, at)) return at;
  const isNote = (at: number): boolean => isUpdateNote(shapes[at]!.front);
  const isDateline = (at: number): boolean =>
    isDatelineAlone(shapes[at]!.front) || datelineOf(shapes[at]!.front) !== null;
  const canBe = (at: number): boolean => {
    const shape = shapes[at]!;
    return (
      !isDateline(at) &&
      isTitleLike(shape) &&
      shapes[at + 1]?.cue?.furniture !== "player" &&
      !isCaption(shape.front) &&
      bylineAuthors(shape.front) === null
    );
  };
  const above = Math.max(0, region.first - 12);
  for (let at = region.first - 1; at >= above; at--) if (canBe(at) && !isNote(at)) return at;
  // A lone line is a sentence until there is more.
  const below = shapes.slice(region.first + 1, region.first + 6);
  const hasText = below.some((shape) => shape.words > 7 && shape.cue === null);
  if (hasText && region.first < lines.length) {
    let first = region.first;
    while (first < end - 1 && (isDateline(first) || isNote(first)) && shapes[first]!.words < 30) first++;
    if (canBe(first) && (first === region.first || shapes[first]!.words < 20)) return first;
    if (canBe(region.first)) return region.first;
  }
  for (let at = region.first - 1; at >= above; at--) if (canBe(at)) return at;
  return null;
}
