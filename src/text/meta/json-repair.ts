// What follows the quotation mark that ends a string, white space skipped.
const afterString = /^[\s\u00A0]{0,40}(?:[:}\]]|,[\s\u00A0]{0,200}(?:["{}[\],\d-]|true|false|null|$)|$)/;
const wrappersBefore = /^(?:<!\[CDATA\[|\/\/\s?<!\[CDATA\[|<!--|\/\*\s?<!\[CDATA\[\s?\*\/)/;
const wrappersBehind = /(?:\/\/\s?\]\]>|\/\*\s?\]\]>\s?\*\/|\]\]>|-->|;)$/;
const longest = 1_000_000;

/**
 * `source` with the faults mended that the JSON of pages has: wrappers of CDATA or comments around it, line breaks and quotation marks inside
 * of strings, wrong escapes, commas too many or between objects missing, an end that is cut off. It may still be no JSON. Linear in its length;
 * more than a million units are given back as they are.
 */
export function repairJson(source: string): string {
  if (source.length > longest) return source;
  let text = source.trim();
  for (let times = 0; times < 3; times++) text = text.replace(wrappersBefore, "").replace(wrappersBehind, "").trim();
  const out: string[] = [];
  const closers: string[] = [];
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (inString) {
      if (char === "\\") {
        const next = text[at + 1] ?? "";
        const isEscape = /["\\/bfnrt]/.test(next) || (next === "u" && /^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6)));
        if (isEscape) {
          out.push(char, next);
          at++;
        }
      } else if (char === '"') {
        inString = !afterString.test(text.slice(at + 1, at + 260));
        out.push(inString ? '\\"' : '"');
      } else out.push(char < " " ? " " : char);
    } else if (char === '"') {
      inString = true;
      out.push(char);
    } else if (char === "{" || char === "[") {
      // "}{" and "][": objects that stand beside one another without a comma.
      if (closers.length === 0 && out.length > 0) break;
      closers.push(char === "{" ? "}" : "]");
      out.push(char);
    } else if (char === "}" || char === "]") {
      if (closers.at(-1) !== char) continue;
      dropComma(out);
      out.push(closers.pop()!);
    } else if (char === "/" && text[at + 1] === "*") {
      const end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length : end + 1;
    } else if (char === ",") {
      if (!/[,[{:]$/.test(out.at(-1) ?? ",")) out.push(char);
    } else if (!/\s/.test(char)) out.push(char);
  }
  if (inString) out.push('"');
  dropComma(out);
  return out.join("") + closers.toReversed().join("");
}

/** Takes a comma, or a colon without its value, off the end. */
function dropComma(out: string[]): void {
  while (out.at(-1) === ",") out.pop();
}
