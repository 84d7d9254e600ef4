import type { PdfLine } from "./pdf-line.ts";

/** Lines that make a paragraph or a heading, joined. */
export interface PdfParagraph {
  readonly text: string;
  readonly page: number;
  readonly size: number;
}

const median = (numbers: readonly number[], otherwise: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? otherwise;

/** Size of the letters that most of the text is set in. */
export function bodySize(lines: readonly PdfLine[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of lines) {
    const step = Math.round(size * 2) / 2;
    lengths.set(step, (lengths.get(step) ?? 0) + text.length);
  }
  return [...lengths].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** How far lines of one paragraph are apart, as a share of the size of their letters. */
function pitchOf(lines: readonly PdfLine[]): number {
  const pitches: number[] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    if (!above || above.page !== line.page || line.size <= 0) continue;
    const pitch = (line.y - above.y) / line.size;
    if (pitch > 0.8 && pitch < 2.5) pitches.push(pitch);
  }
  return median(pitches, 1.2);
}

/** Right edge of the column that begins at a line's left edge, by page, edge in steps of a tenth of an inch, and size: a heading has its own. */
type Edges = ReadonlyMap<string, number>;
const edgeKey = (line: PdfLine): string => `${line.page} ${Math.round(line.x / 7.2)} ${Math.round(line.size)}`;

function edgesOf(lines: readonly PdfLine[]): Edges {
  const edges = new Map<string, number>();
  for (const line of lines) edges.set(edgeKey(line), Math.max(edges.get(edgeKey(line)) ?? 0, line.end));
  return edges;
}

const isItem = (text: string): boolean => /^(?:[•·▪►–—*-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s/.test(text);
const isEnded = (text: string): boolean => /[.!?:…。！？]["”’'»)\]]{0,3}$/.test(text);
const beginsLower = (text: string): boolean => /^\p{Ll}/u.test(text);
const isBroken = (text: string): boolean => /\p{L}[-\u00AD‐]$/u.test(text);

interface Setting {
  readonly pitch: number;
  readonly edges: Edges;
}

/** Does the line go on in the next one of the file? */
function goesOn(above: PdfLine, line: PdfLine, { pitch, edges }: Setting): boolean {
  const ratio = line.size / Math.max(1, above.size);
  if (ratio < 0.92 || ratio > 1.08 || isItem(line.text)) return false;
  if (isBroken(above.text) && beginsLower(line.text)) return true;
  const edge = edges.get(edgeKey(above)) ?? above.end;
  const width = Math.max(1, edge - above.x);
  const isFull = above.end - above.x > width * 0.75;
  const step = (line.y - above.y) / Math.max(1, line.size);
  // Side by side stand cells of a table, or a time and a title.
  if (line.page === above.page && Math.abs(step) < 0.4) return false;
  // At the foot of a column or a page, only the words tell.
  if (line.page !== above.page || step <= 0)
    return beginsLower(line.text) ? isFull || !isEnded(above.text) : isFull && !isEnded(above.text);
  if (step > pitch * 1.25 || (!isFull && !beginsLower(line.text))) return false;
  const indent = line.x - above.x;
  const isIndented = indent > line.size * 0.8 && indent < line.size * 6;
  return !(isIndented && isEnded(above.text) && !beginsLower(line.text)) && Math.abs(indent) < width * 0.5;
}

/** Words that are printed somewhere with their hyphen inside a line: "state-owned". */
function hyphenated(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const found of text.matchAll(/(?<!\p{L})\p{L}{1,30}-\p{L}{1,30}(?!\p{L})/gu))
      words.add(found[0].toLowerCase());
  return words;
}

/**
 * Two lines as one. A hyphen at the end of the first one goes where a small letter follows, unless the word is printed with it inside of a line
 * elsewhere in the file; else it stays. The text that comes of this is what is read, hashed and pointed into.
 */
function joined(above: string, below: string, known: ReadonlySet<string>): string {
  if (above.endsWith("\u00AD")) return above.slice(0, -1) + below;
  if (!isBroken(above)) return `${above} ${below}`;
  const front = /\p{L}{1,30}(?=[-‐]$)/u.exec(above.slice(-40))?.[0] ?? "";
  const back = /^\p{L}{1,30}/u.exec(below)?.[0] ?? "";
  const isOwn = !beginsLower(below) || front.length < 2 || known.has(`${front}-${back}`.toLowerCase());
  return isOwn ? above + below : above.slice(0, -1) + below;
}

/** Paragraphs of the lines of a file, in order. Linear in their number. */
export function paragraphsOfLines(lines: readonly PdfLine[]): readonly PdfParagraph[] {
  const setting: Setting = { pitch: pitchOf(lines), edges: edgesOf(lines) };
  const known = hyphenated(lines);
  const paragraphs: { text: string; page: number; size: number }[] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    const last = paragraphs.at(-1);
    if (above && last && goesOn(above, line, setting)) last.text = joined(last.text, line.text, known);
    else paragraphs.push({ text: line.text, page: line.page, size: line.size });
  }
  return paragraphs;
}
