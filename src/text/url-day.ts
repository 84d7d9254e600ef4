import { daysInMonth, isoDayOf } from "../model/day.ts";
import type { DayRange, IsoDay } from "../model/document.ts";

/** The page that an address is about: an address of a web archive holds the archived one behind the time of capture. */
const archived =
  /^https?:\/\/(?:web\.archive\.org\/web|archive\.(?:today|ph|is|org)\/web|[\w.-]{1,80}\/wayback)\/(\d{4,14})[a-z_*]{0,5}\/(.{1,2000})$/i;

/** The path and query of an address without its host, at most 1,000 characters; "" where it is none. */
function pathOf(url: string): string {
  const inner = archived.exec(url)?.[2] ?? url;
  return inner.slice(0, 1000).replace(/^(?:[a-z]{2,6}:\/\/)?[^/?#]{0,255}/i, "");
}

// Years of the web, and a day that is not part of a longer number.
const year = "(199\\d|20[0-4]\\d)";
const forms: readonly RegExp[] = [
  new RegExp(`/${year}/(\\d{1,2})/(\\d{1,2})(?=[/_.?#-]|$)`),
  new RegExp(`(?<!\\d)${year}[-_](\\d{2})[-_](\\d{2})(?!\\d)`),
  new RegExp(`/${year}-(\\d{1,2})/(\\d{1,2})(?=[/_.?#-]|$)`),
  new RegExp(`/${year}/(\\d{2})(\\d{2})(?=[/_.?#-]|$)`),
  new RegExp(`(?<![\\d.])${year}(\\d{2})(\\d{2})(?![\\d.]{2})`),
  new RegExp(`/${year}\\.(\\d{2})\\.(\\d{2})(?!\\d)`),
];
const dayFirst = new RegExp(`(?<!\\d)(\\d{1,2})[-_.](\\d{1,2})[-_.]${year}(?!\\d)`);
const dayFirstTogether = new RegExp(`(?<=[/_-])(\\d{2})(\\d{2})${year}(?=[/_.?#-]|$)`);

/**
 * The day that an address names ("/2021/11/12/", "20211112", "2021-11-12" or "12-11-2021" in its path), which is the outlet's own, in its own time zone; null where
 * it names none that exists. In an archive's address it is that of the archived one.
 */
export function dayInUrl(url: string): IsoDay | null {
  const path = pathOf(url);
  for (const form of forms) {
    const found = form.exec(path);
    const day = found && isoDayOf(Number(found[1]), Number(found[2]), Number(found[3]));
    if (day) return day;
  }
  for (const form of [dayFirst, dayFirstTogether]) {
    const found = form.exec(path);
    const day = found && isoDayOf(Number(found[3]), Number(found[2]), Number(found[1]));
    if (day) return day;
  }
  return null;
}

const monthForm = new RegExp(`/${year}[/-](0[1-9]|1[0-2])(?=[/_.?#-]|$)`);

/** The month that an address names ("/2021/11/"), as its first and last day; null where it names none. */
export function monthInUrl(url: string): DayRange | null {
  const found = monthForm.exec(pathOf(url));
  if (!found) return null;
  const [, foundYear = "", month = ""] = found;
  return [`${foundYear}-${month}-01`, `${foundYear}-${month}-${daysInMonth(Number(foundYear), Number(month))}`];
}

/** The day on which a web archive captured the page, told by its address; null for any other address. */
export function captureDayOf(url: string): IsoDay | null {
  const stamp = archived.exec(url)?.[1] ?? "";
  return isoDayOf(Number(stamp.slice(0, 4)), Number(stamp.slice(4, 6)), Number(stamp.slice(6, 8)));
}
