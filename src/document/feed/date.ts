/** Offsets in minutes of the zone names of RFC 822 and of those that feeds of news use; a name that stands for several zones (IST) is left out. */
const zones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  bst: 60,
  cet: 60,
  west: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
};

/** Languages whose names of months are read beside the English ones. */
const locales = ["de", "fr", "es", "it", "pt", "nl", "pl", "cs", "ro", "tr", "ru", "uk", "be", "bg"];

const bare = (word: string): string => word.toLowerCase().replace(/\.$/, "");

/** Months by their names, long and short, in lower case; a name that means two months in two languages is left out. */
function monthNames(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (const locale of ["en", ...locales]) {
    for (const month of ["long", "short"] as const) {
      // With the day beside it a name stands in the case in which dates have it.
      const format = new Intl.DateTimeFormat(locale, { month, day: "numeric", timeZone: "UTC" });
      for (let number = 1; number <= 12; number++) {
        const part = format.formatToParts(Date.UTC(2021, number - 1, 15)).find(({ type }) => type === "month");
        const name = bare(part?.value ?? "");
        if (/^\d*$/.test(name)) continue;
        const other = found.get(name);
        if (other === undefined) found.set(name, number);
        else if (other !== number && locale !== "en") twice.add(name);
      }
    }
  }
  const english = new Set(["may", "mar", "jun", "jul", "sep", "sept", "dec", "apr", "aug", "nov", "oct", "jan", "feb"]);
  for (const name of twice) if (!english.has(name)) found.delete(name);
  return found.set("sept", 9);
}

let months: ReadonlyMap<string, number> | null = null;

const two = (number: number): string => String(number).padStart(2, "0");

interface Found {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day as ISO 8601; null where the calendar has none such, or it is before the first web pages or absurdly late. */
function dayOf({ year, month, day }: Found): string | null {
  const full = year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  if (full < 1970 || full > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${full}-${two(month)}-${two(day)}`;
}

/** Day, and what is left of the text without it. */
function takeDay(text: string): { readonly day: string; readonly rest: string } | null {
  const taken = (match: RegExpExecArray | null, order: readonly [number, number, number]) => {
    if (match === null) return null;
    const [year, month, day] = order.map((group) => match[group]!);
    const number = /^\d+$/.test(month!) ? Number(month) : months!.get(bare(month!));
    const found = number === undefined ? null : dayOf({ year: Number(year), month: number, day: Number(day) });
    return found === null ? null : { day: found, rest: text.replace(match[0], " ") };
  };
  months ??= monthNames();
  return (
    taken(/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text), [1, 2, 3]) ??
    taken(/^(\d{4})(\d{2})(\d{2})(?=T|\s|$)/.exec(text), [1, 2, 3]) ??
    // "07 Sep 2002", "7-Sep-02", "7. September 2002"
    taken(
      /(?<![\d:])(\d{1,2})(?:st|nd|rd|th)?[\s.,-]{1,3}(?:de |of )?(\p{L}{3,15}\.?)[\s.,-]{1,3}(?:de )?(\d{4}|\d{2})(?![\d:])/u.exec(
        text,
      ),
      [3, 2, 1],
    ) ??
    // "September 7, 2002"
    taken(/(\p{L}{3,15}\.?)\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?![\d:])/u.exec(text), [3, 1, 2]) ??
    // "Sat Sep  7 00:00:01 2002", as C and JavaScript print
    taken(/(\p{L}{3,15}\.?)\s{1,3}(\d{1,2})\s(?=.{0,40}?(?<![\d:+-])(\d{4})(?![\d:]))/u.exec(text), [3, 1, 2]) ??
    // Points are written where the day comes first; slashes only tell where no month has that number.
    taken(/(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text), [3, 2, 1]) ??
    taken(/(?<!\d)(1[3-9]|2\d|3[01])\/(\d{1,2})\/(\d{4})(?!\d)/.exec(text), [3, 2, 1]) ??
    taken(/(?<!\d)(\d{1,2})\/(1[3-9]|2\d|3[01])\/(\d{4})(?!\d)/.exec(text), [3, 1, 2])
  );
}

/** Zone at the end of a time, as ISO 8601 writes it; empty where none is given or its name does not tell. */
function zoneOf(rest: string): string {
  const offset = /(?:^|[\s:\d]|gmt|utc|ut)([+-])(\d{1,2}):?(\d{2})?(?!\d)/i.exec(rest);
  if (offset) {
    const [, sign, hours, minutes = "00"] = offset;
    return Number(hours) > 14 || Number(minutes) > 59 ? "" : `${sign}${two(Number(hours))}:${minutes}`;
  }
  for (const [word] of rest.matchAll(/(?<!\p{L})\p{L}{1,4}(?!\p{L})/gu)) {
    const name = word.toLowerCase();
    if (!Object.hasOwn(zones, name)) continue;
    const minutes = zones[name]!;
    if (minutes === 0) return "Z";
    return `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  }
  return "";
}

const clock = /(?<![\d:.+-])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?(?:\s{0,2}([ap])\.?m\b\.?)?/i;
const compactClock = /T(\d{2})(\d{2})(\d{2})?/;

/**
 * A date of a feed as ISO 8601: RFC 822 with every slip that was met (two-digit years, names of weekdays that are wrong or missing, long months, months in
 * fourteen other languages, zones by name), ISO 8601 and RFC 3339, what C and JavaScript print, seconds since 1970. A day where no time is given, a time
 * without zone where none is given. Null where the day cannot be told, as in "03/04/2021".
 */
export function feedDate(written: string): string | null {
  const text = written.trim().slice(0, 120);
  if (/^\d{10}(?:\d{3})?$/.test(text))
    return new Date(Number(text.slice(0, 10)) * 1000).toISOString().replace(".000Z", "Z");
  const taken = takeDay(text);
  if (taken === null) return null;
  const time = clock.exec(taken.rest) ?? compactClock.exec(taken.rest);
  if (time === null) return taken.day;
  const [all, hours, minutes, seconds = "0", fraction, half] = time;
  const isLate = half?.toLowerCase() === "p";
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isLate ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 60) return taken.day;
  const zone = zoneOf(taken.rest.slice(taken.rest.indexOf(all) + all.length));
  // A leap second is no time to most readers.
  return `${taken.day}T${two(hour)}:${two(Number(minutes))}:${two(Math.min(59, Number(seconds)))}${fraction ? `.${fraction}` : ""}${zone}`;
}
