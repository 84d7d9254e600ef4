/** Text that stands in HTML for itself. */
export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Plain text as HTML: a paragraph for what stands between empty lines, a line break for a line end. */
export const paragraphsOf = (text: string): string =>
  text
    .split(/\n[ \t\r]{0,200}\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => `<p>${escaped(paragraph.trim()).replaceAll("\n", "<br>")}</p>`)
    .join("\n");

const silent = new Set(["script", "style", "head", "title", "template", "noscript"]);

/**
 * How many letters and digits of a page would be seen, nearly: those outside of tags, scripts and styles. To compare bodies, not to read them;
 * one pass.
 */
export function visibleLength(html: string): number {
  let length = 0;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const text = html.slice(at, open < 0 ? html.length : open);
    length += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    if (open < 0) break;
    const isRemark = html.startsWith("<!--", open);
    const close = html.indexOf(isRemark ? "-->" : ">", open);
    if (close < 0) break;
    at = close + (isRemark ? 3 : 1);
    const name = /^<([a-z]{1,10})\b/i.exec(html.slice(open, open + 12))?.[1]?.toLowerCase();
    if (name === undefined || !silent.has(name)) continue;
    // The end of one of them is looked for with either case, which is how all pages are written.
    const ends = [html.indexOf(`</${name}`, at), html.indexOf(`</${name.toUpperCase()}`, at)].filter((end) => end >= 0);
    if (ends.length === 0) break;
    at = Math.min(...ends);
  }
  return length;
}
