/** A piece of text as a PDF page places it. Points of 1/72 inch; `y` grows downwards from the page's top, and is the base line's. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of its letters. */
  readonly size: number;
}

/** Pieces on one base line, in the order in which the file has them. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  /** Place of its base line on the page, 0 at the top to 1. */
  readonly depth: number;
}

interface Draft {
  text: string;
  x: number;
  end: number;
  y: number;
  size: number;
  /** Was there white space behind its last piece? */
  isApart: boolean;
}

/** Is the piece on the line, and not behind a gap as wide as one between columns? */
const belongs = (line: Draft, piece: PlacedText): boolean => {
  const size = Math.max(line.size, piece.size, 1);
  const gap = piece.x - line.end;
  return Math.abs(piece.y - line.y) < size * 0.4 && gap < size * 4 && gap > -size * 1.5;
};

/**
 * Lines of a page in the order of the file, which is that of reading in nearly all; white space run together, none empty. A piece that stands apart
 * from the one before it by more than a fifth of its size gets a blank between.
 */
export function linesOfPage(pieces: readonly PlacedText[], page: number, height: number): readonly PdfLine[] {
  const drafts: Draft[] = [];
  for (const piece of pieces) {
    const { text, x, y, width, size } = piece;
    const last = drafts.at(-1);
    // The library fills a gap of any width with white space: how wide it was, the next piece tells.
    if (text.trim() === "") {
      if (last) last.isApart = true;
    } else if (last && belongs(last, piece)) {
      last.text += (last.isApart || x - last.end > size * 0.2 ? " " : "") + text;
      last.end = Math.max(last.end, x + width);
      last.size = Math.max(last.size, size);
      last.isApart = false;
    } else drafts.push({ text, x, end: x + width, y, size, isApart: false });
  }
  return drafts.map(({ text, x, end, y, size }) => ({
    text: text.replace(/\s+/g, " ").trim(),
    page,
    x,
    end,
    y,
    size,
    depth: height > 0 ? Math.min(1, Math.max(0, y / height)) : 0.5,
  }));
}

const isMargin = ({ depth }: PdfLine): boolean => depth < 0.1 || depth > 0.9;

/** A running line without what counts up: digits. */
const formOf = (line: PdfLine): string => line.text.replace(/\d+/g, "#").toLowerCase();

/** Its form and how far down it stands, in steps of half a line: running lines stand in one place. */
const placeOf = (line: PdfLine): string => `${Math.round(line.depth * 140)} ${formOf(line)}`;

const isPageNumber = (form: string): boolean =>
  /^(?:page |p\. ?|[-–—|] ?)?#(?: ?(?:\/|of) ?#)?(?: ?[-–—|])?$/.test(form);

/** What browsers print above a page: "3/6/22, 9:00 AM". */
const isPrintTime = (form: string): boolean => /^#[/.-] ?#[/.-] ?#,? #:#(?::#)?(?: ?[ap]\.?m\.?)?$/.test(form);

/** Lines without those that run along the margins of the pages, and those. */
export interface Parted {
  readonly lines: readonly PdfLine[];
  readonly running: readonly PdfLine[];
}

/**
 * Parts running heads, feet and page numbers from the text: lines in the upper or lower tenth of a page that stand, digits aside, in one place of two
 * fifths of the pages, and of two at least; numbers that stand alone there; and what a browser prints there: time, title (its `title`) and address.
 */
export function partRunning(lines: readonly PdfLine[], pages: number, title: string | null): Parted {
  const seen = new Map<string, Set<number>>();
  for (const line of lines) {
    if (!isMargin(line)) continue;
    const place = placeOf(line);
    if (!seen.has(place)) seen.set(place, new Set());
    seen.get(place)!.add(line.page);
  }
  const least = Math.max(2, pages * 0.4);
  const isRunning = (line: PdfLine): boolean => {
    if (!isMargin(line)) return false;
    const form = formOf(line);
    const isAddress = line.depth > 0.9 && /^https?:\/\/\S{1,2000}(?: #\/#)?$/.test(form);
    const isPrinted = line.depth < 0.1 && (isPrintTime(form) || (title !== null && line.text === title));
    return isAddress || isPrinted || isPageNumber(form) || seen.get(placeOf(line))!.size >= least;
  };
  const running = lines.filter(isRunning);
  // Where nothing else is on the pages, the margins are the text.
  return running.length === lines.length
    ? { lines, running: [] }
    : { lines: lines.filter((line) => !isRunning(line)), running };
}
