import { escaped } from "./markup.ts";
import type { PdfParagraph } from "./pdf-paragraph.ts";

const isHeadingLike = ({ text, size }: PdfParagraph, body: number): boolean => size > body * 1.15 && text.length < 300;

/** Paragraphs as HTML, for the same reader as any page: the first of the largest letters on the first page is its title. */
export function htmlOf(paragraphs: readonly PdfParagraph[], body: number): string {
  const first = paragraphs[0]?.page;
  const large = paragraphs.filter((one) => one.page === first && one.size > body * 1.3 && isHeadingLike(one, body));
  const largest = Math.max(0, ...large.slice(0, 100).map(({ size }) => size));
  const title = large.find(({ size }) => size > largest * 0.98);
  const html = paragraphs.map((one) => {
    const name = one === title ? "h1" : isHeadingLike(one, body) ? "h2" : "p";
    return `<${name}>${escaped(one.text)}</${name}>`;
  });
  return `<article>\n${html.join("\n")}\n</article>\n`;
}
