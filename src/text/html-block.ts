import type { Block, BlockKind, FurnitureKind } from "../model/block.ts";
import { isAboutHeading } from "./about.ts";
import { blocksOfLine } from "./block.ts";
import { bylineAuthors, isCredit } from "./byline.ts";
import { isCaption } from "./caption.ts";
import { furnitureCue } from "./cue.ts";
import { isTimeStamp } from "./date.ts";
import { isDatelineAlone } from "./dateline.ts";
import { plainWords } from "./headline.ts";
import type { HtmlArticle } from "./html-article.ts";
import type { HtmlLine, HtmlLines } from "./html-line.ts";
import { isUpdateNote } from "./update.ts";

interface Label {
  readonly kind: BlockKind;
  readonly furniture: FurnitureKind | null;
}

const plainLabel = (kind: BlockKind): Label => ({ kind, furniture: null });
const furnitureLabel = (furniture: FurnitureKind): Label => ({ kind: "furniture", furniture });

/** A line of a page, what the markup makes of it, and its first characters. */
interface Leaf {
  readonly line: HtmlLine;
  readonly front: string;
  readonly place: "above" | "inside" | "below";
}

/** Index of the line that is the title: the last one that says what the page's fields say, else the last `h1` above or at the top of the article. */
function titleOf(text: string, lines: readonly HtmlLine[], article: HtmlArticle, known: string | null): number | null {
  const wanted = known === null ? "" : plainWords(known);
  const [firstWord = ""] = wanted.split(" ", 1);
  const isNear = (line: HtmlLine, at: number): boolean => at < article.end && line.end - line.start < 400;
  const says = (line: HtmlLine): boolean => {
    const shown = text.slice(line.start, line.end);
    return shown.toLowerCase().includes(firstWord) && plainWords(shown) === wanted;
  };
  const same =
    wanted === "" ? -1 : lines.findLastIndex((line, at) => at < article.first + 6 && isNear(line, at) && says(line));
  if (same >= 0) return same;
  const first = lines.findIndex((line, at) => at >= article.first && at < article.end && line.kind === "title");
  if (first >= 0 && first < article.first + 6) return first;
  const above = lines.findLastIndex((line, at) => at < article.first && line.kind === "title");
  return above < 0 ? null : above;
}

function insideLabel({ line, front }: Leaf, article: HtmlArticle, at: number): Label {
  const { part } = article.verdicts[at]!;
  const size = line.end - line.start;
  const inTable = line.box.name === "tr" || line.box.name === "td" || line.box.name === "th";
  if (part === "caption" && !inTable && line.box.name !== "blockquote") return plainLabel("caption");
  if (part === "standfirst") return plainLabel("teaser");
  if (part === "meta") return bylineAuthors(front) ? plainLabel("byline") : furnitureLabel("other");
  if (size < 120) {
    const cue = furnitureCue(front);
    if (cue?.weight === "sure" && !inTable) return furnitureLabel(cue.furniture);
    if (isTimeStamp(front)) return furnitureLabel("other");
    if (bylineAuthors(front)) return plainLabel("byline");
  }
  // A paragraph that is one link, and no sentence, points to another report.
  if (
    line.linked > 0.95 &&
    size > 24 &&
    size < 200 &&
    line.box.name !== "li" &&
    !inTable &&
    !/[.!?…]["”’'»)\]]{0,3}$/.test(front)
  )
    return furnitureLabel("related");
  if (isUpdateNote(front)) return plainLabel("update");
  if (isCredit(front)) return plainLabel("credit");
  if (line.kind === "caption") return plainLabel("caption");
  if (line.kind === "heading" || line.kind === "title") return plainLabel("heading");
  if (isCaption(front)) return plainLabel("caption");
  if (at < article.first + 4 && isDatelineAlone(front)) return plainLabel("dateline");
  return plainLabel("paragraph");
}

function outsideLabel({ line, front, place }: Leaf, article: HtmlArticle, at: number): Label {
  const { furniture, part } = article.verdicts[at]!;
  if (furniture) return furnitureLabel(furniture);
  const isNear = at >= article.first - 12 && at < article.end + 4;
  if (isNear && bylineAuthors(front)) return plainLabel("byline");
  if (isNear && part === "caption") return plainLabel("caption");
  if (line.end - line.start < 150) {
    const cue = furnitureCue(front);
    if (cue) return furnitureLabel(cue.furniture);
    if (isNear && isUpdateNote(front)) return plainLabel("update");
    if (isNear && isCredit(front)) return plainLabel("credit");
  }
  if (place === "above") return furnitureLabel(isTimeStamp(front) ? "other" : "navigation");
  return furnitureLabel("related");
}

/** A heading that no paragraph follows before the next one of the article, or its end, is that of a box. */
function dropLoneHeadings(labels: Label[], lines: readonly HtmlLine[], text: string): void {
  const isBoxHeading = (at: number): boolean => {
    const line = lines[at]!;
    const next = labels[at + 1];
    const isShort = line.end - line.start < 60 && (labels[at]!.kind === "heading" || labels[at]!.kind === "paragraph");
    return (
      isShort &&
      next?.furniture === "related" &&
      !/[.!?]["”’]?$/.test(text.slice(line.end - 2, line.end)) &&
      line.box.name !== "li" &&
      line.box.name !== "tr"
    );
  };
  let below = false;
  for (let at = labels.length - 1; at >= 0; at--) {
    const label = labels[at]!;
    if (isBoxHeading(at)) labels[at] = furnitureLabel("related");
    else if (label.kind === "paragraph" || label.kind === "dateline") below = true;
    else if (label.kind === "heading" && lines[at]!.kind !== null) {
      if (!below) labels[at] = furnitureLabel("related");
    } else if (label.kind === "furniture" && below && lines[at]!.kind === "heading") below = false;
  }
}

/**
 * Short lines without an end of a sentence before the first paragraph and after the last are what stands about a report:
 * where it is filed, who took the pictures, when it was changed. Rows, items and headings are left.
 */
function dropEdges(labels: Label[], lines: readonly HtmlLine[], text: string): void {
  const isLoose = (at: number): boolean => {
    const line = lines[at]!;
    const size = line.end - line.start;
    if (
      labels[at]!.kind !== "paragraph" ||
      size > 80 ||
      !/^(?:p|div|section|article|main|span|center|body|header|h\d|address)?$/.test(line.box.name)
    )
      return false;
    return !/[.!?…。！？:;,—–\p{Extended_Pictographic}-]["”’'»)\]*]{0,3}$/u.test(
      text.slice(Math.max(line.start, line.end - 8), line.end),
    );
  };
  const isLong = (at: number): boolean => labels[at]!.kind === "paragraph" && lines[at]!.end - lines[at]!.start > 120;
  const first = lines.findIndex((_, at) => isLong(at));
  if (first < 0) return;
  const loose: number[] = [];
  for (let at = first - 1; at >= 0 && first - at < 8; at--) if (isLoose(at)) loose.push(at);
  const last = lines.findLastIndex((_, at) => isLong(at));
  const tail: number[] = [];
  for (let at = labels.length - 1; at > last; at--) {
    if (isLoose(at)) tail.push(at);
    else if (labels[at]!.kind === "paragraph") break;
  }
  // Many in a row are a list or verses.
  for (const at of [...(loose.length < 5 ? loose : []), ...(tail.length < 4 ? tail : [])])
    labels[at] = furnitureLabel("other");
}

/** Items with links, and links, right below a line that points elsewhere ("More stories") are its pointers. */
function dropPointers(labels: Label[], lines: readonly HtmlLine[], text: string): void {
  let isPointing = false;
  for (const [at, line] of lines.entries()) {
    const label = labels[at]!;
    const isHeading = line.end - line.start < 70 && label.furniture === "related";
    if (isPointing && (label.kind === "paragraph" || label.kind === "heading")) {
      const isSentence = /[.!?]["”’]?$/.test(text.slice(line.end - 2, line.end));
      isPointing = line.linked > 0.6 || (line.box.name === "li" && line.linked > 0.15 && !isSentence);
      if (isPointing) labels[at] = furnitureLabel("related");
    }
    isPointing ||= isHeading;
  }
}

/** A note about the author or the firm, in the second half of the article below a heading that says so, is no part of it. */
function dropAbout(labels: Label[], lines: readonly HtmlLine[], text: string): void {
  const body = labels.flatMap((label, at) => (label.kind === "paragraph" || label.kind === "heading" ? [at] : []));
  const last = body.findLastIndex((at) => {
    const { start, end } = lines[at]!;
    return end - start < 80 && isAboutHeading(text.slice(start, end));
  });
  if (last < body.length / 2) return;
  for (const at of body.slice(last)) labels[at] = furnitureLabel("other");
}

/** Blocks of an HTML page, in order: every character of its lines is in one, and blocks do not overlap. */
export function labelHtml(page: HtmlLines, article: HtmlArticle, title: string | null): readonly Block[] {
  const { text, lines } = page;
  const titleAt = titleOf(text, lines, article, title);
  const labels: Label[] = lines.map((line, at) => {
    if (at === titleAt) return plainLabel("title");
    const front = text.slice(line.start, Math.min(line.end, line.start + 4000));
    const place = at < article.first ? "above" : at < article.end ? "inside" : "below";
    const leaf: Leaf = { line, front, place };
    return article.verdicts[at]!.inside ? insideLabel(leaf, article, at) : outsideLabel(leaf, article, at);
  });
  dropPointers(labels, lines, text);
  dropAbout(labels, lines, text);
  dropEdges(labels, lines, text);
  dropLoneHeadings(labels, lines, text);
  const blocks: Block[] = [];
  let paragraphs = 0;
  let found = false;
  for (const [at, line] of lines.entries()) {
    const label = labels[at]!;
    const isParagraph = label.kind === "paragraph";
    const parts = blocksOfLine(text, line, label, isParagraph && !found && paragraphs < 4);
    if (isParagraph) paragraphs++;
    found ||= parts.length > 1 || label.kind === "dateline";
    blocks.push(...parts);
  }
  return blocks;
}
