import { done, type Outcome, problem } from "../model/outcome.ts";
import { binaryKindOf, controlShares } from "./binary.ts";
import { decodeCharset } from "./charset.ts";

/** Text of captured bytes, with the charset that was used and whether it is a page or plain text. */
export interface Decoded {
  readonly text: string;
  /** WHATWG Encoding name. */
  readonly charset: string;
  readonly kind: "html" | "text";
}

/** The largest document that is read, in bytes. */
export const documentLimitBytes = 100_000_000;

/** The problem of a document over the limit; `sizeBytes` is what it has. */
export const tooLarge = (sizeBytes: number) =>
  problem(
    "document/too-large",
    `It has ${sizeBytes} bytes, and at most ${documentLimitBytes} are read as one document. Split it into its reports.`,
  );

const opensLikeHtml =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|section|main|header|div|p|table|h[1-6]|ul|rss|feed)\b/i;

/** A page, or a part of one that was cut out: it opens with a tag, or has several closing tags near its front. */
const isHtml = (text: string): boolean => {
  const front = text.slice(0, 20_000);
  return (
    opensLikeHtml.test(front) ||
    (front.match(/<\/(?:p|div|a|span|li|ul|h[1-6]|article|td|em|strong)>/gi)?.length ?? 0) > 3
  );
};

/**
 * Bytes as captured -> text (`decodeCharset` says in which order charsets are tried; `label` is what a server names); bytes that do not fit become U+FFFD.
 * Fails with `document/too-large`, `document/empty` (nothing but white space), `document/binary` (the message names the kind, where it
 * is known, and what to do) or `document/charset`. Never throws.
 */
export function decodeBytes(bytes: Uint8Array, label: string | null = null): Outcome<Decoded> {
  if (bytes.length > documentLimitBytes) return tooLarge(bytes.length);
  const kind = binaryKindOf(bytes);
  if (kind) return problem("document/binary", `This is ${kind.name}, not text. ${kind.next}.`);
  const decoded = decodeCharset(bytes, label);
  const { nul, control } = controlShares(bytes.subarray(0, 65_536));
  const isWide = decoded?.charset.startsWith("utf-16") ?? false;
  if (!isWide && (nul > 0.01 || control > 0.05) && bytes.some((byte) => byte > 32))
    return problem(
      "document/binary",
      `Of its first bytes, ${Math.round((nul + control) * 100)} % are control characters, which text does not have. Add text or HTML.`,
    );
  if (!decoded)
    return problem(
      "document/charset",
      `None of the known charsets fits these ${bytes.length} bytes. Save it as UTF-8.`,
    );
  if (/^[\s\0]*$/.test(decoded.text))
    return problem("document/empty", `There is no text in these ${bytes.length} bytes.`);
  return done({ ...decoded, kind: isHtml(decoded.text) ? "html" : "text" });
}
