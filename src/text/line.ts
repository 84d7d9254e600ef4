/** A line of a text without its surrounding white space, or several lines that were one before they were wrapped. Never empty. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Is there an empty line, or the start of the text, before it? */
  readonly gapBefore: boolean;
  /** Blanks before it on its line. Programs that turn pages to text print how deep an element lies as such. */
  readonly indent: number;
}

/** Lines as they stand, in order. Line ends are those of Unicode (LF, CR, VT, FF, NEL is white space to no one, LS, PS). */
export function printedLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  const breaks = /[\n\r\v\f\u2028\u2029]/g;
  let from = 0;
  let gapBefore = true;
  while (from <= text.length) {
    const found = breaks.exec(text);
    const to = found ? found.index : text.length;
    const raw = text.slice(from, to);
    const start = from + raw.length - raw.trimStart().length;
    const end = from + raw.trimEnd().length;
    if (start < end) {
      lines.push({ start, end, gapBefore, indent: start - from });
      gapBefore = false;
    } else if (!found || text[to] !== "\n" || text[to - 1] !== "\r") gapBefore = true;
    if (!found) break;
    from = to + 1;
  }
  return lines;
}

const wordEnd = /\s/;

/** Length of the first word of a line. */
const firstWordLength = (text: string, line: Line): number => {
  for (let at = line.start; at < line.end; at++) if (wordEnd.test(text[at]!)) return at - line.start;
  return line.end - line.start;
};

const beginsLower = (text: string, line: Line): boolean => /^\p{Ll}/u.test(text.slice(line.start, line.start + 2));
const endsOpen = (text: string, line: Line): boolean => /[\p{L}\p{N},]$/u.test(text.slice(line.end - 2, line.end));

/**
 * Width in characters at which a text was wrapped by hand or by a mail program; null where it was not.
 * It was, where at least four lines, and a third of those with a line right above, go on in the middle of a sentence.
 */
function wrapWidth(text: string, lines: readonly Line[]): number | null {
  const widths: number[] = [];
  let pairs = 0;
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at]!;
    const above = lines[at - 1]!;
    if (line.gapBefore) continue;
    pairs++;
    const width = above.end - above.start;
    if (width > 39 && width < 140 && beginsLower(text, line) && endsOpen(text, above)) widths.push(width);
  }
  if (widths.length < 4 || widths.length * 3 < pairs) return null;
  return widths.toSorted((a, b) => a - b)[Math.floor(widths.length * 0.95)]!;
}

/**
 * Lines of a text, in order and not overlapping, holding every character that is not white space.
 * Where a text was wrapped at a width, a line whose end had no room for the next word goes on in the next one.
 */
export function linesOf(text: string): readonly Line[] {
  const printed = printedLines(text);
  const width = wrapWidth(text, printed);
  if (width === null) return printed;
  const lines: Line[] = [];
  let above: Line | null = null;
  for (const line of printed) {
    const last = lines.at(-1);
    const full = above !== null && above.end - above.start + 1 + firstWordLength(text, line) > width - 3;
    if (last && above && full && !line.gapBefore) lines[lines.length - 1] = { ...last, end: line.end };
    else lines.push(line);
    above = line;
  }
  return lines;
}
