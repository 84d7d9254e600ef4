/** The head of a record, of a WARC or an ARC file. */
export interface RecordHead {
  readonly form: "warc" | "arc";
  /** "response", "resource", …, in lower case; of an ARC file "filedesc", "dns" or "response". */
  readonly type: string;
  readonly url: string | null;
  /** As written. */
  readonly date: string | null;
  /** Of the block after the head, in bytes; null where it is missing or is no number. */
  readonly length: number | null;
  /** The length as written, for a message. */
  readonly lengthField: string | null;
  readonly contentType: string | null;
  /** The last value of a field, by its name in lower case; an ARC file has none. */
  readonly fields: ReadonlyMap<string, string>;
}

const utf8 = new TextDecoder("utf-8");

/**
 * Fields of a head of "Name: value" lines (WARC, HTTP, and mail before them), by name in lower case. A line that begins with a blank goes on with the
 * one before; a line without a colon is passed over. The last of several values is kept, for those fields that are used may stand but once.
 */
export function parseFields(lines: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let last: string | null = null;
  for (const line of lines.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (/^[ \t]/.test(line) && last !== null) fields.set(last, `${fields.get(last)} ${line.trim()}`);
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      fields.set(last, line.slice(colon + 1).trim());
    }
  }
  return fields;
}

/** End of the head at the front of `bytes`, behind its empty line: CR LF or LF, also mixed; null where it has none. */
export function headEnd(bytes: Buffer): number | null {
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return null;
}

const lengthOf = (field: string | null): number | null =>
  field !== null && /^\d{1,15}$/.test(field) ? Number(field) : null;

// Wget 1.14 to 1.19 wrote the address within angle brackets; some crawlers left blanks in it.
const cleanUrl = (url: string | undefined): string | null => {
  const bare = url
    ?.replace(/^<(.*)>$/s, "$1")
    .trim()
    .replaceAll(" ", "%20");
  return bare ? bare : null;
};

/** The head of a WARC record (ISO 28500; versions 0.17 to 1.1) from its bytes; null where it names no type. */
export function parseWarcHead(bytes: Uint8Array): RecordHead | null {
  const text = utf8.decode(bytes);
  const fields = parseFields(text.slice(text.indexOf("\n") + 1));
  const type = fields.get("warc-type")?.toLowerCase();
  if (!type) return null;
  const lengthField = fields.get("content-length") ?? null;
  const url = cleanUrl(fields.get("warc-target-uri"));
  return {
    form: "warc",
    type: type === "response" && url?.startsWith("dns:") ? "dns" : type,
    url,
    date: fields.get("warc-date") ?? null,
    length: lengthOf(lengthField),
    lengthField,
    contentType: fields.get("content-type") || null,
    fields,
  };
}

// Address, IP address, time, type and length (version 1), with five fields more before the length in version 2. An address may hold blanks.
// Times have 14 digits; 12 to 18 were met.
const arcLine =
  /^([a-z][a-z\d+.-]{1,20}:[^\r\n]{0,4000}?) ([\d.]{7,15}|[\da-f:]{2,39}) (\d{8,20}) ([^\s]{1,200})(?: [^ \r\n]{1,10} [^ \r\n]{1,100} [^ \r\n]{1,4000} [^ \r\n]{1,20} [^ \r\n]{1,1000})? ([^ \r\n]{1,20})\r?\n/i;

/** The longest line that begins an ARC record. */
export const arcLineLimit = 10_000;

/** The head of an ARC record (Internet Archive, versions 1 and 2), a line, from the front of `bytes`; null where there is none. */
export function parseArcLine(bytes: Buffer): { readonly head: RecordHead; readonly size: number } | null {
  const newline = bytes.subarray(0, arcLineLimit).indexOf(10);
  if (newline < 0) return null;
  const line = bytes.toString("latin1", 0, newline + 1);
  const found = arcLine.exec(line);
  if (!found) return null;
  const [, url = "", , date = "", contentType = "", lengthField = ""] = found;
  return {
    head: {
      form: "arc",
      type: /^(filedesc|dns):/i.exec(url)?.[1]?.toLowerCase() ?? "response",
      url: cleanUrl(utf8.decode(Buffer.from(url, "latin1"))),
      date,
      length: lengthOf(lengthField),
      lengthField,
      contentType: contentType === "no-type" ? null : contentType,
      fields: new Map(),
    },
    size: newline + 1,
  };
}

/**
 * A time as WARC ("2021-11-12T08:30:00Z", with fractions since 1.1, or shortened) or ARC (14 digits, UTC) writes it, as ISO 8601 in UTC;
 * null where there is no such time.
 */
export function captureTime(field: string | null): string | null {
  const digits = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\d{4})?$/.exec(field ?? "");
  const iso = digits ? `${digits.slice(1, 4).join("-")}T${digits.slice(4, 7).join(":")}Z` : (field ?? "");
  const form = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})$/i.exec(iso);
  if (!form) return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(iso)) ? iso : null;
  const time = new Date(iso.replace(/([+-]\d{2})(\d{2})$/, "$1:$2"));
  const [year, month, day] = form[1]!.split("-").map(Number);
  // A day that does not exist ("2021-02-31") would silently become another.
  const isReal = new Date(Date.UTC(year!, month! - 1, day)).getUTCDate() === day && !Number.isNaN(time.getTime());
  return isReal ? time.toISOString().replace(".000Z", "Z") : null;
}
