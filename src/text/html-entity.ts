import { Parser } from "htmlparser2";

// The names that make up nearly all of what pages write; the library knows the other two thousand.
const common: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: "\u00A0",
    ndash: "–",
    mdash: "—",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    hellip: "…",
    raquo: "»",
    laquo: "«",
    copy: "©",
    bull: "•",
    middot: "·",
    auml: "ä",
    ouml: "ö",
    uuml: "ü",
    Auml: "Ä",
    Ouml: "Ö",
    Uuml: "Ü",
    szlig: "ß",
    eacute: "é",
    egrave: "è",
    agrave: "à",
    aacute: "á",
    iacute: "í",
    oacute: "ó",
    uacute: "ú",
    ntilde: "ñ",
    ccedil: "ç",
    atilde: "ã",
    otilde: "õ",
  }),
);

/** What the library makes of one reference, as it stands in text: its longest known beginning is read, the rest stays. */
function libraryDecoded(reference: string): string {
  let decoded = "";
  new Parser({ ontext: (text) => (decoded += text) }, { decodeEntities: true }).end(reference);
  return decoded;
}

function decodedNumber(digits: string, radix: 10 | 16): string | null {
  const code = Number.parseInt(digits, radix);
  // Control characters, surrogates and what lies past Unicode are mapped by a table of the standard.
  const isPlain = (code > 31 && code < 127) || (code > 159 && code < 0xd800) || (code > 0xdfff && code < 0x110000);
  return isPlain ? String.fromCodePoint(code) : null;
}

// The longest name has 31 letters; longer digits name no character.
const reference = /&(?:#(?:[xX]([\da-fA-F]{1,8})|(\d{1,9}))|([a-zA-Z][a-zA-Z\d]{1,31}));?/g;

/** A text with its character references read, as in HTML: unknown ones stay as they are. */
export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(reference, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return decodedNumber(hex, 16) ?? libraryDecoded(whole);
    if (decimal !== undefined) return decodedNumber(decimal, 10) ?? libraryDecoded(whole);
    if (whole.endsWith(";")) return common.get(name!) ?? libraryDecoded(whole);
    return libraryDecoded(whole);
  });
}
