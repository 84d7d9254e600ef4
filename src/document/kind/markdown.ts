import { done, type Outcome, problem } from "../../model/outcome.ts";
import { bareDocument, nothingStated, type OpenedFile } from "./captured.ts";
import { frontedOf, readFrontMatter } from "./front-matter.ts";
import { inlineHtml } from "./markdown-inline.ts";
import { escaped, visibleLength } from "./markup.ts";

const heading = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#{1,20})?[ \t]*$/;
const underline = /^ {0,3}(?:(={1,200})|-{2,200})[ \t]*$/;
const rule = /^ {0,3}(?:(?:-[ \t]{0,9}){3,100}|(?:\*[ \t]{0,9}){3,100}|(?:_[ \t]{0,9}){3,100})$/;
const fence = /^ {0,3}(`{3,20}|~{3,20})/;
const item = /^[ \t]{0,20}(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
const quote = /^ {0,3}>[ \t]?/;
const definition = /^ {0,3}\[[^\]]{1,200}\]:\s*\S/;
const tableRule = /^ {0,3}\|?(?:[ \t]*:?-{1,100}:?[ \t]*\|){1,100}[ \t]*(?::?-{1,100}:?)?[ \t]*$/;

/** Something open that the next line may go on: a paragraph, an item of a list, a row of code. */
interface Block {
  readonly name: "p" | "li" | "pre";
  readonly lines: string[];
}

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|");

const htmlOfBlock = ({ name, lines }: Block): string => {
  if (name === "pre") return `<pre>${lines.map(escaped).join("<br>")}</pre>`;
  // Two blanks or a backslash at a line's end are a line break.
  const words = lines.map(
    (line) => `${inlineHtml(line.replace(/\\$/, "").trim())}${/ {2,}$|\\$/.test(line) ? "<br>" : ""}`,
  );
  return `<${name}>${words.join("\n")}</${name}>`;
};

/**
 * Blocks of a Markdown text as HTML: headings, paragraphs, items, quotes, code, rows of tables. Of CommonMark what texts of reports have; definitions of
 * links and rules are left out. One pass over the lines; any text gives some HTML.
 */
export function markdownHtml(source: string): string {
  const html: string[] = [];
  let open: Block | null = null;
  let closing: string | null = null;
  let inQuote = false;
  const close = (): void => {
    if (open) html.push(htmlOfBlock(open));
    open = null;
  };
  const begin = (name: Block["name"], line: string): void => {
    close();
    open = { name, lines: [line] };
  };
  const quoteTo = (next: boolean): void => {
    if (next === inQuote) return;
    close();
    html.push(next ? "<blockquote>" : "</blockquote>");
    inQuote = next;
  };
  for (const raw of source.split(/\r\n|\n|\r/)) {
    const block = open as Block | null;
    if (closing !== null) {
      if (raw.trim().startsWith(closing)) {
        closing = null;
        close();
      } else block?.lines.push(raw);
      continue;
    }
    const isQuoted = quote.test(raw);
    // A paragraph of a quote may go on without its mark.
    const isLazy = inQuote && block !== null && raw.trim() !== "" && !item.test(raw) && !heading.test(raw);
    if (isQuoted || !isLazy) quoteTo(isQuoted);
    const line = isQuoted ? raw.replace(/^(?: {0,3}>[ \t]?){1,20}/, "") : raw;
    const here = open as Block | null;
    const fenced = fence.exec(line);
    const titled = heading.exec(line);
    if (fenced) {
      close();
      closing = fenced[1]!;
      open = { name: "pre", lines: [] };
    } else if (line.trim() === "" || definition.test(line)) close();
    else if (titled) {
      close();
      const level = titled[1]!.length;
      html.push(`<h${level}>${inlineHtml(titled[2]!)}</h${level}>`);
    } else if (here?.name === "p" && underline.test(line)) {
      const level = underline.exec(line)![1] === undefined ? 2 : 1;
      html.push(`<h${level}>${inlineHtml(here.lines.join(" "))}</h${level}>`);
      open = null;
    } else if (rule.test(line)) close();
    else if (tableRule.test(line) && line.includes("|")) {
      const head = here?.lines.pop();
      if (here?.lines.length === 0) open = null;
      close();
      if (head !== undefined) html.push(rowOf(head));
    } else if (/^ {0,3}\|.*\|[ \t]*$/.test(line)) {
      close();
      html.push(rowOf(line));
    } else if (item.test(line)) begin("li", line.replace(item, ""));
    else if (here) here.lines.push(line);
    else begin("p", line);
  }
  quoteTo(false);
  close();
  return html.join("\n");
}

const rowOf = (line: string): string =>
  `<table><tr>${cellsOf(line)
    .map((cell) => `<td>${inlineHtml(cell.trim())}</td>`)
    .join("")}</tr></table>`;

/**
 * A Markdown file -> one document. Its front matter gives title, address, publisher, authors and days; a heading of the first level is its title
 * where that gives none. Fails with `document/empty` where no words stand behind the front matter.
 */
export function openMarkdown(text: string): Outcome<OpenedFile> {
  const { fields, end } = readFrontMatter(text);
  const { title, url, publisher, published, byline, modified, retrieved } = frontedOf(fields);
  const body = `<article>\n${markdownHtml(text.slice(end))}\n</article>\n`;
  if (visibleLength(body) === 0)
    return problem("document/empty", "There are no words in the Markdown file. Add them, or leave it out.");
  const document = { ...bareDocument("html", body), byline, modified, retrieved };
  return done({
    kind: "markdown",
    documents: [{ ...document, stated: { ...nothingStated, title, url, publisher, published } }],
    skipped: [],
    problem: null,
  });
}
