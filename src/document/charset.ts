import { analyse } from "chardet";

/** How many bytes from the front a charset is looked for in. */
const sampleSize = 65_536;

/** A decoded text and the charset it was decoded with (a WHATWG Encoding name). */
export interface Charset {
  readonly text: string;
  readonly charset: string;
}

/** Decodes with a WHATWG label; null where the label is unknown, or with `fatal` where a byte does not fit. */
function decodeAs(bytes: Uint8Array, label: string, fatal: boolean): Charset | null {
  try {
    const decoder = new TextDecoder(label, { fatal });
    return { text: decoder.decode(bytes), charset: decoder.encoding };
  } catch {
    return null;
  }
}

const markOf = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
};

/** UTF-16 without a mark: spaces and line ends are whole units of one byte order, and hardly ever of the other. */
function utf16Of(sample: Uint8Array): string | null {
  let little = 0;
  let big = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const first = sample[at]!;
    const second = sample[at + 1]!;
    if (second === 0 && (first === 32 || first === 10 || first === 13)) little++;
    if (first === 0 && (second === 32 || second === 10 || second === 13)) big++;
  }
  const units = sample.length / 2;
  const label = little > big ? "utf-16le" : "utf-16be";
  if (Math.max(little, big) < units / 50 || Math.min(little, big) > Math.max(little, big) / 10) return null;
  const text = new TextDecoder(label).decode(sample);
  const odd = text.match(/[\p{Co}\p{Cn}\uFFFD]|(?![\t-\r])\p{Cc}/gu)?.length ?? 0;
  return odd < text.length / 50 ? label : null;
}

/**
 * The charset that a page names for itself: `<meta charset>`, `<meta http-equiv content="…charset=">`, or an XML declaration,
 * in its first 4,096 bytes (HTML Living Standard 13.2.3.2; a UTF-16 name means UTF-8 there). Null where it names none.
 */
export function declaredCharset(sample: Uint8Array): string | null {
  const front = new TextDecoder("windows-1252").decode(sample.subarray(0, 4096));
  const named =
    /<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w:.+-]{2,40})/i.exec(front)?.[1] ??
    /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.+-]{2,40})/i.exec(front)?.[1] ??
    null;
  if (named === null) return null;
  return /^utf-?16/i.test(named) ? "utf-8" : /^x-user-defined$/i.test(named) ? "windows-1252" : named;
}

/** Characters above 127 in the front of a decoded text: how many did not fit, and how many did. */
function fitOf({ text }: Charset): { readonly bad: number; readonly good: number } {
  const front = text.slice(0, sampleSize);
  return {
    bad: front.match(/\uFFFD/g)?.length ?? 0,
    good: front.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0,
  };
}

/** Is this a charset with some bytes damaged, and not another one? In another one, hardly any byte above 127 forms a sequence. */
const isMostlyFit = (decoded: Charset): boolean => {
  const { bad, good } = fitOf(decoded);
  return good > 0 && bad * 4 <= good;
};

/** Is this ASCII with a stray byte or two in a long text? */
const isNearlyAscii = (decoded: Charset): boolean => {
  const { bad } = fitOf(decoded);
  return bad <= 2 && decoded.text.length > 2000 * bad;
};

/** Labels that programs write where they do not know: nothing is learnt from them about bytes above 127. */
const emptyLabel = /^(?:us-ascii|ascii|ansi_x3\.4-1968|7bit|8bit|binary|unknown(?:-8bit)?|x-unknown|default)$/i;

function firstOf<T>(labels: readonly string[], decoded: (label: string) => T | null): T | null {
  for (const label of labels) {
    const found = decoded(label);
    if (found !== null) return found;
  }
  return null;
}

/** A guess over the first 64 KB, in the order of likelihood; null where no guess fits every byte. */
function guess(bytes: Uint8Array, sample: Uint8Array): Charset | null {
  for (const match of analyse(sample)) {
    if (/^(?:utf|iso-2022|ascii)/i.test(match.name)) continue;
    const guessed = decodeAs(bytes, match.name, true);
    if (guessed && !/[\x80-\x9F]/.test(guessed.text.slice(0, sampleSize))) return guessed;
  }
  return null;
}

/**
 * Text of `bytes`. In this order: byte-order mark, UTF-16 by its zero bytes, strict UTF-8 (a sequence of several bytes is hardly ever valid by chance,
 * so it goes before what anybody says) or UTF-8 with some bytes damaged, the `label` of the container or the transfer and the page's own declaration where
 * every byte fits, or most do, ASCII with a stray byte, a guess over the first 64 KB, then what was said, whatever does not fit. Null where nothing fits and nothing was said.
 */
export function decodeCharset(bytes: Uint8Array, label: string | null = null): Charset | null {
  const mark = markOf(bytes);
  if (mark !== null) return decodeAs(bytes, mark, false);
  const sample = bytes.subarray(0, sampleSize);
  const wide = sample.includes(0) ? utf16Of(sample) : null;
  if (wide !== null) return decodeAs(bytes, wide, false);
  const said = [label?.trim() || null, declaredCharset(sample)];
  // ISO-2022 and HZ are made of ASCII bytes only: there a label must come first.
  for (const one of said) {
    if (one === null || !/^(?:iso-2022|csiso2022|hz-gb)/i.test(one)) continue;
    const named = decodeAs(bytes, one, false);
    if (named) return named;
  }
  const strict = decodeAs(bytes, "utf-8", true);
  if (strict) return strict;
  const loose = decodeAs(bytes, "utf-8", false);
  if (loose && isMostlyFit(loose)) return loose;
  const labels = said.filter((one) => one !== null && !emptyLabel.test(one) && !/^utf-?8$/i.test(one)) as string[];
  const fitting = firstOf(labels, (one) => decodeAs(bytes, one, true));
  if (fitting) return fitting;
  const nearly = labels.map((one) => decodeAs(bytes, one, false)).filter((one) => one !== null);
  const mostly = nearly.find(isMostlyFit);
  if (mostly) return mostly;
  if (loose && isNearlyAscii(loose)) return loose;
  return guess(bytes, sample) ?? nearly[0] ?? null;
}
