import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { done, type Outcome, problem } from "../../model/outcome.ts";
import { bareDocument, nothingStated, type OpenedFile, type Skipped } from "./captured.ts";
import { bufferOf } from "./mime.ts";
import { hasBomb } from "./pdf-guard.ts";
import { htmlOf } from "./pdf-html.ts";
import { type Info, isBrowser, pdfDate, printedAddress, titleOf } from "./pdf-info.ts";
import { linesOfPage, type PdfLine, type PlacedText, partRunning } from "./pdf-line.ts";
import { mendedPdf } from "./pdf-mend.ts";
import { bodySize, paragraphsOfLines } from "./pdf-paragraph.ts";
import { withoutStrays } from "./pdf-stray.ts";

/** How much of a PDF file is read. */
export interface PdfLimits {
  readonly pages: number;
  readonly characters: number;
  readonly timeMs: number;
}

// The longest report of inquiry that we know has 6,000 pages in twelve volumes.
export const pdfLimits: PdfLimits = { pages: 2000, characters: 20_000_000, timeMs: 60_000 };

type Matrix = readonly number[];
/** One transformation behind another (PDF 32000-1, 8.3.4). */
const after = (a: Matrix, b: Matrix): Matrix => [
  a[0]! * b[0]! + a[2]! * b[1]!,
  a[1]! * b[0]! + a[3]! * b[1]!,
  a[0]! * b[2]! + a[2]! * b[3]!,
  a[1]! * b[2]! + a[3]! * b[3]!,
  a[0]! * b[4]! + a[2]! * b[5]! + a[4]!,
  a[1]! * b[4]! + a[3]! * b[5]! + a[5]!,
];

interface ReadPages {
  readonly lines: readonly PdfLine[];
  /** Pages that were opened. */
  readonly pages: number;
  readonly wordless: number;
  readonly broken: number;
}

async function linesOf(pdf: PDFDocumentProxy, number: number): Promise<readonly PdfLine[]> {
  const page = await pdf.getPage(number);
  const { transform, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const pieces: PlacedText[] = [];
  for (const item of items) {
    if (!("str" in item) || item.str === "") continue;
    const matrix = after(transform, item.transform as Matrix);
    // Text that stands on end is a watermark or a mark of the archive on the margin.
    if (Math.abs(matrix[1]!) > Math.abs(matrix[0]!)) continue;
    pieces.push({
      text: item.str,
      x: matrix[4]!,
      y: matrix[5]!,
      width: item.width,
      size: Math.hypot(matrix[2]!, matrix[3]!),
    });
  }
  page.cleanup();
  return linesOfPage(pieces, number, height);
}

async function readPages(pdf: PDFDocumentProxy, limits: PdfLimits, isOver: () => boolean): Promise<ReadPages> {
  const lines: PdfLine[] = [];
  let characters = 0;
  let wordless = 0;
  let broken = 0;
  let pages = 0;
  while (!isOver() && pages < Math.min(pdf.numPages, limits.pages) && characters < limits.characters) {
    pages++;
    try {
      const found = await linesOf(pdf, pages);
      if (found.length === 0) wordless++;
      // One by one: a page may have more lines than a call takes arguments.
      for (const line of found) {
        lines.push(line);
        characters += line.text.length;
      }
    } catch {
      broken++;
    }
  }
  return { lines, pages, wordless, broken };
}

const noText = (pages: number) =>
  problem(
    "document/no-text-layer",
    `There is no text in the ${pages} pages of this PDF file, or its letters cannot be told: they are pictures. Run OCR first, and add what it gives.`,
  );

/** Is a text made of letters, and not of the numbers of glyphs, which is all that some files say of theirs? */
function isLegible(lines: readonly PdfLine[]): boolean {
  let letters = 0;
  let strange = 0;
  for (const { text } of lines) {
    letters += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    strange += text.match(/[\p{Co}\p{Cc}\p{Cn}\uFFFD]/gu)?.length ?? 0;
  }
  return letters > 9 && strange < letters;
}

function openedPages(read: ReadPages, total: number, info: Info, isCut: boolean): Outcome<OpenedFile> {
  if (!isLegible(read.lines)) {
    if (read.broken === 0 && !isCut) return noText(total);
    return problem(
      "document/damaged",
      `None of the ${total} pages of this PDF file can be read: it is cut off or broken. Get it again.`,
    );
  }
  const isPrinted = isBrowser(info);
  const title = titleOf(info);
  const { lines, running } = partRunning(read.lines, read.pages, isPrinted ? title : null);
  const made = pdfDate(info.CreationDate);
  const rows: readonly Skipped[] = [
    { what: "running heads, feet and page numbers", count: running.length },
    { what: "pages without a text layer", count: read.wordless },
    { what: "pages that cannot be read", count: read.broken },
    { what: "pages over the limit", count: total - read.pages },
  ];
  const isPart = isCut || read.broken > 0 || total > read.pages;
  const code = isCut || read.broken > 0 ? "document/damaged" : "document/too-large";
  const why = isCut ? "has no end, so that it may be cut off" : "is broken, or larger than what is read";
  const fault = problem(
    code,
    `The PDF file ${why}: ${read.pages - read.broken} of ${total} pages were read. Get it again, or split it.`,
  );
  return done({
    kind: "pdf",
    documents: [
      {
        ...bareDocument("html", htmlOf(paragraphsOfLines(lines), bodySize(lines))),
        fallback: {
          ...nothingStated,
          title,
          url: printedAddress(running),
          // A browser prints a page long after it was published.
          published: isPrinted ? null : made,
        },
        retrieved: isPrinted ? made : null,
      },
    ],
    skipped: rows.filter(({ count }) => count > 0),
    problem: isPart ? fault.problem : null,
  });
}

const isLocked = (error: unknown): boolean => (error as Error | null)?.name === "PasswordException";

const failureOf = (error: unknown): Outcome<never> =>
  isLocked(error)
    ? problem("document/encrypted", "This PDF file is locked with a password. Save it again without one.")
    : problem("document/damaged", "This PDF file is cut off or broken, and no page of it can be found. Get it again.");

type Library = Awaited<ReturnType<typeof import("unpdf").getResolvedPDFJS>>;

/** Opens a file, asks `use` for what it holds, and lets go of it. Rejects with the library's error. */
async function withPdf<T>(library: Library, bytes: Uint8Array, use: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = library.getDocument({
    // The library takes the bytes over, and they are still to be hashed.
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy().catch(() => {});
  }
}

async function readPdf(library: Library, bytes: Uint8Array, limits: PdfLimits, isOver: () => boolean) {
  const isCut = bufferOf(bytes.subarray(-4096)).indexOf("%%EOF") < 0;
  const use = async (pdf: PDFDocumentProxy): Promise<Outcome<OpenedFile>> => {
    const info = await pdf.getMetadata().then(
      (found) => found.info as Info,
      () => ({}),
    );
    return openedPages(await readPages(pdf, limits, isOver), pdf.numPages, info, isCut);
  };
  try {
    return await withPdf(library, bytes, use);
  } catch (error) {
    const mended = isLocked(error) || isOver() ? null : mendedPdf(bytes);
    return mended === null ? failureOf(error) : withPdf(library, mended, use).catch(failureOf);
  }
}

/**
 * A PDF file with a text layer -> one document: its lines joined to paragraphs, in the order of the file; headings by the size of their letters; running heads,
 * feet and page numbers left out and counted. The file's own title, and its day where no browser printed it, count where the text names none.
 * Fails with `document/encrypted`, `document/no-text-layer` (pictures of pages), `document/damaged`, or `document/too-large` (a stream unpacks to over
 * 64 MB, or reading takes longer than `limits.timeMs`). More than `limits.pages` or characters are not read, with a problem. The reader of PDF
 * is loaded at the first call. Never throws.
 */
export async function openPdf(bytes: Uint8Array, limits: PdfLimits = pdfLimits): Promise<Outcome<OpenedFile>> {
  if (await hasBomb(bytes))
    return problem(
      "document/too-large",
      "A part of this PDF file unpacks to over 64 MB or is nested over 400 deep, which no page of text is. Print it to a new PDF file, and add that.",
    );
  // 90 ms and 70 MB of memory, which only those who add PDF files pay.
  const { getResolvedPDFJS } = await import("unpdf");
  const library = await getResolvedPDFJS();
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => {
      isOver = true;
      resolve("late");
    }, limits.timeMs);
  });
  // Where time is up, what runs goes on to the end of its page: its strays are still to be caught.
  const read = withoutStrays(() => readPdf(library, bytes, limits, () => isOver)).catch(failureOf);
  const outcome = await Promise.race([read, late]);
  clearTimeout(timer);
  if (outcome !== "late") return outcome;
  return problem(
    "document/too-large",
    `Reading this PDF file took over ${Math.round(limits.timeMs / 1000)} s. Split it, or print the pages that matter to a new one.`,
  );
}
