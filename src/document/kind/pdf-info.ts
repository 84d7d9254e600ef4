import { parseIso } from "../../model/day.ts";
import { lineOrNull, webAddress } from "./captured.ts";
import type { PdfLine } from "./pdf-line.ts";

/** ISO 8601 of a PDF date, `D:20220304101500+01'00'` (PDF 32000-1, 7.9.4); null where it names no day that exists. */
export function pdfDate(field: unknown): string | null {
  const form = /^(?:D:)?(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?(?:(Z)|([+-]\d{2})'?(\d{2})?)?)?/;
  const found = typeof field === "string" ? form.exec(field.trim()) : null;
  if (!found) return null;
  const [, year, month, day, hour, minute, second = "00", universal, zone, zoneMinutes = "00"] = found;
  const offset = universal ?? (zone === undefined ? "" : `${zone}:${zoneMinutes}`);
  const time = hour === undefined ? "" : `T${hour}:${minute}:${second}${offset === "+00:00" ? "Z" : offset}`;
  const iso = parseIso(`${year}-${month}-${day}${time}`);
  return iso.ok ? iso.value : null;
}

/** A file's own data, by name. */
export type Info = Readonly<Record<string, unknown>>;

/** Was the file printed by a browser, so that its day is that of the print? */
export const isBrowser = ({ Creator, Producer }: Info): boolean =>
  /Mozilla\/|Chrom(?:e|ium)|Firefox|Safari|Skia\/PDF|wkhtmltopdf|QtWebEngine/i.test(
    `${String(Creator ?? "")} ${String(Producer ?? "")}`,
  );

/** The title of the file's own data, without those that programs put there. */
export function titleOf({ Title }: Info): string | null {
  const title = typeof Title === "string" ? lineOrNull(Title.replaceAll("\0", "")) : null;
  const isMade =
    /^(?:untitled|document\d*|microsoft word - .*|slide 1|print|.*\.(?:docx?|pdf|indd|qxd|rtf|odt|pages|html?))$/i;
  return title === null || isMade.test(title.slice(0, 300)) ? null : title;
}

/** The address that browsers print below a page, where it is whole. */
export function printedAddress(running: readonly PdfLine[]): string | null {
  for (const { text } of running.slice(0, 20)) {
    const address = /https?:\/\/\S{4,2000}/.exec(text)?.[0] ?? "";
    if (address !== "" && !/(?:…|\.\.\.)/.test(address)) return webAddress(address);
  }
  return null;
}
