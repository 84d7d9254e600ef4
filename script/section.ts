/**
 * `markdown` with the text between `<!-- name -->` and `<!-- /name -->` replaced by `content`, blank lines around it.
 * Throws where the two marks are not there: the page would silently stay stale.
 */
export function between(markdown: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = markdown.indexOf(open);
  const end = markdown.indexOf(close, start);
  if (start < 0 || end < 0) throw new Error(`The marks ${open} and ${close} are missing.`);
  return `${markdown.slice(0, start + open.length)}\n\n${content.trim()}\n\n${markdown.slice(end)}`;
}
