import { Parser } from "htmlparser2";

const known = new Map<string, string>();

/** What an HTML parser reads at a reference: it knows every name, and mends numbers that mean Windows-1252 (`&#146;`). */
function referenced(reference: string): string {
  const found = known.get(reference);
  if (found !== undefined) return found;
  let text = "";
  const parser = new Parser({
    ontext: (part) => {
      text += part;
    },
  });
  parser.end(reference);
  // Numbers can name a million characters, and names are but two thousand.
  if (known.size < 10_000) known.set(reference, text);
  return text;
}

/**
 * `text` with character references decoded once. Names of HTML count as well as the five of XML, because feeds use them undeclared; only with their
 * semicolon, because `&copy=2` in an address is none. Any other `&` stays.
 */
export const decodeReferences = (text: string): string =>
  text.includes("&") ? text.replace(/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/g, referenced) : text;

/** `text` so that an HTML parser reads just these characters. */
export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Does it hold tags or references, so that it was written as HTML? */
export const looksLikeHtml = (text: string): boolean =>
  /<\/?[a-z][a-z\d]{0,15}(?:\s[^<>]{0,4000})?\/?>|<!--|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.test(text);

const hidden = /<(script|style)\b[^<>]{0,4000}>[^]{0,200000}?<\/\1\s{0,20}>|<!--[^]{0,100000}?-->/gi;
const block = /<\/?(?:p|div|br|li|ul|ol|tr|td|h[1-6]|blockquote|section|article|hr)(?:\s[^<>]{0,4000})?\/?>/gi;
const tag = /<\/?[a-z][^<>]{0,4000}>/gi;

/** The words of HTML on one line, without tags, scripts, styles and comments. */
export const plainOf = (html: string): string =>
  decodeReferences(html.replace(hidden, " ").replace(block, " ").replace(tag, "")).replace(/\s+/g, " ").trim();
