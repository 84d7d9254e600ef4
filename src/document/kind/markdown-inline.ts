import { escaped } from "./markup.ts";

const held = "\uE000";

/**
 * The words of a line of Markdown as HTML: links and pictures as their words, marks of emphasis and code without the marks, elements of HTML as they are.
 * A mark that closes nothing stands for itself. Every repeat is bounded, so that long lines cost their length.
 */
export function inlineHtml(source: string): string {
  const kept: string[] = [];
  const keep = (html: string): string => {
    kept.push(html);
    return `${held}${kept.length - 1}${held}`;
  };
  const marked = source
    .replaceAll(held, " ")
    // A mark behind a backslash, and what stands in code, are words.
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => keep(escaped(mark)))
    .replace(/(?<!`)(`{1,3})(?!`)([^`\n]{1,1000})\1(?!`)/g, (_, _marks: string, code: string) =>
      keep(escaped(code.trim())),
    )
    .replace(/<(https?:\/\/[^\s<>]{1,2000}|[^\s<>@]{1,200}@[^\s<>]{1,200})>/g, (_, address: string) =>
      keep(escaped(address)),
    )
    .replace(/<\/?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,1000})?\/?>|<!--[^>]{0,2000}-->/gi, (tag) => keep(tag))
    .replace(/!\[\[[^[\]\n]{1,500}\]\]/g, "")
    .replace(
      /!\[([^[\]\n]{0,500})\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000})?\)|\[[^\]\n]{0,200}\])/g,
      "",
    )
    .replace(/\[\[[^[\]|\n]{1,300}\|([^[\]\n]{1,300})\]\]/g, "$1")
    .replace(/\[\[([^[\]\n]{1,300})\]\]/g, "$1")
    .replace(/\[\^[^[\]\s]{1,60}\]/g, "")
    .replace(
      /(?<!\\)\[([^[\]\n]{1,1000})\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000})?\)/g,
      (_, words: string) => `${keep('<a href="#">')}${words}${keep("</a>")}`,
    )
    .replace(/\[([^[\]\n]{1,1000})\]\[[^\]\n]{0,200}\]/g, "$1")
    .replace(/(\*{1,3})(?=\S)([^*\n]{0,2000}?[^\s*])\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]{0,2000}?[^\s_])\1(?![\p{L}\p{N}_])/gu, "$2")
    .replace(/(?<![~=])(~~|==)(?=\S)([^~=\n]{1,2000})\1/g, "$2");
  return escaped(marked).replace(
    new RegExp(`${held}(\\d{1,9})${held}`, "g"),
    (_, at: string) => kept[Number(at)] ?? "",
  );
}
