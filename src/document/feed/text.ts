import type { FeedText } from "../../model/feed.ts";
import { escapeHtml, looksLikeHtml, plainOf } from "./entity.ts";
import { type Element, resolveLink } from "./xml.ts";

const linkAttribute =
  /(<[a-z][^<>]{0,2000}?\s(?:href|src|cite|poster|action)\s{0,20}=\s{0,20})("[^"<>]{0,4000}"|'[^'<>]{0,4000}')/gi;

/** HTML with the addresses in its tags made absolute over `base`. */
export const withAbsoluteLinks = (html: string, base: string | null): string =>
  base === null
    ? html
    : html.replace(
        linkAttribute,
        (_, before: string, quoted: string) =>
          `${before}${quoted[0]}${resolveLink(quoted.slice(1, -1), base)}${quoted[0]}`,
      );

const unwrapped = (source: string): string => source.replaceAll("<![CDATA[", "").replaceAll("]]>", "");

/** What an element holds: its words where it has only those, else its source with the markup that was written into it unescaped. */
export const innerOf = (element: Element): string =>
  (element.children.length === 0 ? element.text : unwrapped(element.source)).trim();

/** A value as FeedText by its looks; null where it is empty. */
export const textOf = (value: string, base: string | null): FeedText | null => {
  if (value === "") return null;
  return looksLikeHtml(value) ? { kind: "html", value: withAbsoluteLinks(value, base) } : { kind: "text", value };
};

/** Words of an RSS element, which may be HTML without saying so; null where it has none. */
export const rssText = (element: Element | null): FeedText | null => (element ? textOf(innerOf(element), null) : null);

const base64 = /^[A-Za-z\d+/\s]{4,}={0,2}\s*$/;

/** The value, decoded from base 64 where it is that and is UTF-8; null where it is not. */
function base64Text(value: string): string | null {
  const bare = value.replace(/\s+/g, "");
  if (bare.length % 4 !== 0 || !base64.test(bare.slice(0, 4096))) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(bare, "base64"));
  } catch {
    return null;
  }
}

/** The `div` that XHTML must be wrapped in (RFC 4287, 3.1.1.3); the element itself where there is none. */
const divOf = (element: Element): Element =>
  element.children.find((child) => /^(?:xhtml:|atom:)?div$/.test(child.name)) ?? element;

/**
 * Words of an Atom text or content construct (RFC 4287, 3.1 and 4.1.3; Atom 0.3, 3.1): by its `type`, and for Atom 0.3 by its `mode`. Bytes of another
 * type are decoded where they are text. Addresses in HTML are made absolute over xml:base. Null where it has none.
 */
export function atomText(element: Element | null): FeedText | null {
  if (element === null) return null;
  const type = (element.attributes.get("type") ?? "text").toLowerCase();
  const mode = (element.attributes.get("mode") ?? "").toLowerCase();
  const isXhtml = type === "xhtml" || type.startsWith("application/xhtml+xml");
  const isXml = !isXhtml && /[+/]xml\b/.test(type);
  const isWords = isXml || /^(?:text|html|xhtml)$|^text\//.test(type);
  const isWrapped = mode !== "base64" && element.children.length > 0;
  // Escaped HTML within a div is a common slip: read as HTML the reader would see its tags.
  const words = isWrapped && !isXhtml && /html/.test(type) ? innerOf(divOf(element)) : innerOf(element);
  const source = (isXhtml ? divOf(element) : element).source;
  const inner = isXml || (isXhtml && isWrapped) ? unwrapped(source).trim() : words;
  const value = mode === "base64" || !isWords ? (base64Text(inner) ?? inner) : inner;
  if (value === "") return null;
  const isHtml = isXhtml || /html/.test(type) || element.children.length > 0;
  const kind =
    isHtml || (type !== "text" && looksLikeHtml(value)) || (mode !== "" && looksLikeHtml(value)) ? "html" : "text";
  return kind === "html" ? { kind, value: withAbsoluteLinks(value, element.base) } : { kind, value };
}

/** No title is longer; a page that was put into one is cut. */
const titleLimit = 20_000;

/** The words alone, on one line, for a title or a name. */
export const plainText = ({ kind, value }: FeedText): string =>
  kind === "html" ? plainOf(value.slice(0, titleLimit)) : value.slice(0, titleLimit).replace(/\s+/g, " ").trim();

/** As HTML: words that are not are escaped, and their empty lines part paragraphs. */
export const htmlText = ({ kind, value }: FeedText): string =>
  kind === "html"
    ? value
    : value
        .split(/\n\s{0,1000}\n/)
        .map((part) => `<p>${escapeHtml(part.trim())}</p>`)
        .join("\n");
