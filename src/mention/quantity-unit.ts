import { singularOf } from "../sentence/inflection.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Short forms and signs of units, and the word that stands for them. */
const short: Readonly<Record<string, string>> = {
  "%": "percent",
  cm: "centimetre",
  ft: "foot",
  ha: "hectare",
  kg: "kilogram",
  km: "kilometre",
  kms: "kilometre",
  kph: "kilometre per hour",
  lb: "pound",
  lbs: "pound",
  m: "metre",
  mi: "mile",
  mm: "millimetre",
  mph: "mile per hour",
  nm: "nautical mile",
  pct: "percent",
  sq: "square metre",
  t: "tonne",
};

/** Signs and codes of money before a number. */
export const currencies: Readonly<Record<string, string>> = {
  USD: "dollar",
  EUR: "euro",
  GBP: "pound",
  JPY: "yen",
  RUB: "rouble",
  UAH: "hryvnia",
  PLN: "zloty",
  CHF: "franc",
  NOK: "krone",
  DKK: "krone",
  SEK: "krona",
  CZK: "koruna",
  TRY: "lira",
  ILS: "shekel",
  INR: "rupee",
  CNY: "yuan",
  $: "dollar",
  US$: "dollar",
  "€": "euro",
  "£": "pound",
  "¥": "yen",
  "₽": "rouble",
  "₴": "hryvnia",
  "₹": "rupee",
  "₺": "lira",
  "₪": "shekel",
  "₩": "won",
  "₦": "naira",
  Rs: "rupee",
  RMB: "yuan",
  AUD: "dollar",
  CAD: "dollar",
  ZAR: "rand",
  KES: "shilling",
  NGN: "naira",
  BRL: "real",
  MXN: "peso",
  HUF: "forint",
  RON: "leu",
  PKR: "rupee",
  AED: "dirham",
  SAR: "riyal",
  KRW: "won",
  THB: "baht",
};

/** The money that a sign or code names: "A$" and "US$" are dollars. */
export const currencyOf = (sign: string): string =>
  sign === "R$" ? "real" : sign.endsWith("$") ? "dollar" : currencies[sign.replace(/\.$/, "")]!;

/** One spelling of units that have two, and the singular that means the persons counted. */
const canonical: ReadonlyMap<string, string> = new Map(
  Object.entries({
    centimeter: "centimetre",
    kilometer: "kilometre",
    meter: "metre",
    millimeter: "millimetre",
    ruble: "rouble",
    liter: "litre",
    kroner: "krone",
    kronor: "krona",
    renminbi: "yuan",
    lei: "leu",
  }),
);

/** Two words that are a thing of their own: the second alone says something else. */
const compounds =
  /^(?:percentage point|(?:fire|steam) engine|(?:delivery|launch) vehicle|sleeping bag|(?:polling|police|power|fire) station|warning shot|share holder|seat belt|tear gas)$/;

const spells: ReadonlyMap<string, string> = new Map(
  Object.entries({
    h: "hour",
    hr: "hour",
    hour: "hour",
    s: "second",
    sec: "second",
    second: "second",
    minute: "minute",
  }),
);

/** "70 km/h", "100 miles an hour": a length before a time is a speed, whose unit is "kilometre per hour". */
export function speedOf(words: readonly string[], found: UnitFound): UnitFound {
  if (!/^(?:kilometre|mile|metre|foot)$/.test(found.unit ?? "")) return found;
  const spell = spells.get(words[found.next + 1]?.toLowerCase() ?? "");
  if (spell === undefined || !/^(?:\/|per|an?)$/i.test(words[found.next] ?? "")) return found;
  return { unit: `${found.unit} per ${spell}`, next: found.next + 2 };
}

/** A unit with the word before it where the two are a thing of their own: "percentage point", "fire engine". */
export const compoundOf = (before: string, unit: string): string => {
  const both = `${before.toLowerCase()} ${unit}`;
  return compounds.test(both) ? both : unit;
};

/** Words that no noun phrase of a unit goes past. */
const stops = words(
  "a an the this that these those and or but nor of in on at to from by with without for as into onto over under near after before during since until till between among across along against around through than when while where who whom whose which what if because although though is are was were be been being am has have had having do does did will would can could may might must shall should not no he she it they we you i him her them us his its their our my your there here also still already then now later earlier ago each per every said says say told according reportedly allegedly including include aboard alive ashore ahead abroad inside outside today tonight yesterday tomorrow together once again soon only just even behind beyond above below beside critically seriously badly severely slightly fatally out up down off away back amid via",
);

/** Small words ending in -s that are no plurals. */
const notPlural = words(
  "was is has does says his its this thus plus minus us yes always perhaps sometimes various previous religious serious dangerous famous numerous less across towards besides unless news politics economics overseas",
);

/** Plurals without -s. */
const plurals = words(
  "people men women children police personnel aircraft servicemen servicewomen policemen gunmen feet cattle staff crew spacecraft helicopters offspring media data lives yuan yen won baht rand renminbi kroner kronor zloty hryvnia lei tenge naira taka ringgit francs policewomen sheep fish salmon deer poultry livestock troops kilowatts headquarters series personnel militiamen fishermen congressmen percent per-cent",
);

/** Heads that are nouns though they are no plurals: "15,000 personnel". */
const isPlural = (word: string): boolean => {
  const lower = word.toLowerCase();
  if (plurals.has(lower)) return true;
  return /\p{L}{2}s$/u.test(lower) && !/(?:ss|us|is|ous)$/.test(lower) && !notPlural.has(lower);
};

/** Measures of ground and space: the word before belongs to the unit. */
const spatial = /^(?:square|cubic|nautical)$/i;

/** What is counted, and the index one past its last word; `unit` null where no noun follows. */
export interface UnitFound {
  readonly unit: string | null;
  readonly next: number;
}

/** The unit that a noun names, singular and lower case, of two spellings the British one. */
export const unitOfWord = (word: string): string => {
  const singular = singularOf(word.toLowerCase());
  return canonical.get(singular) ?? singular;
};

/**
 * The unit of a number that ends before word `from` of a sentence: the head of the noun phrase behind it, singular and lower case.
 * `words` are the sentence's tokens as printed. Without tags the head is the last of the first run of plurals; a singular is taken only right
 * behind "one", a hyphen or a sign of measure.
 */
export function unitAfter(words: readonly string[], from: number, singular: boolean): UnitFound {
  let at = from;
  const first = words[at] ?? "";
  if (Object.hasOwn(short, first.toLowerCase())) return { unit: short[first.toLowerCase()]!, next: at + 1 };
  if (/^per$/i.test(first) && /^cents?$/i.test(words[at + 1] ?? "")) return { unit: "percent", next: at + 2 };
  if (/^percent$/i.test(first)) return { unit: "percent", next: at + 1 };
  if (spatial.test(first) && words[at + 1] !== undefined)
    return { unit: `${first.toLowerCase()} ${unitOfWord(words[at + 1]!)}`, next: at + 2 };
  if (/^(?:hundred|thousand|million|billion|trillion|dozen)$/i.test(first)) at++;
  if (/^of$/i.test(words[at] ?? "")) {
    at++;
    while (/^(?:the|its|their|his|her|those|these|our|my|all)$/i.test(words[at] ?? "")) at++;
  }
  if (/^others$/i.test(words[at] ?? "")) return { unit: "other", next: at + 1 };
  if (/^(?:more|other|further|additional|such)$/i.test(words[at] ?? "")) at++;
  if (words[at] === "-" || words[at] === "–") {
    const joined = words[at + 1] ?? "";
    if (/^strong$/i.test(joined)) return { unit: "person", next: at + 2 };
    if (Object.hasOwn(short, joined.toLowerCase())) return { unit: short[joined.toLowerCase()]!, next: at + 2 };
    return /^\p{Ll}{3,}$/u.test(joined) ? { unit: unitOfWord(joined), next: at + 2 } : { unit: null, next: from };
  }
  for (let i = at; i < words.length && i < at + 7; i++) {
    const word = words[i]!;
    if (word === "-" || word === "–" || /^["“”‘’']$/.test(word)) continue;
    if (stops.has(word.toLowerCase()) || !/^\p{L}/u.test(word)) break;
    if (!isPlural(word)) continue;
    let last = i;
    while (last + 1 < words.length && isPlural(words[last + 1]!) && /^\p{Ll}/u.test(words[last + 1]!)) last++;
    return { unit: unitOfWord(words[last]!), next: last + 1 };
  }
  const noun = words[at] ?? "";
  if (singular && /^\p{Ll}{3,}$/u.test(noun) && !stops.has(noun)) {
    let last = at;
    while (
      last < at + 3 &&
      /^\p{Ll}{3,}$/u.test(words[last + 1] ?? "") &&
      !stops.has(words[last + 1]!) &&
      !/(?:ed|ing|ly)$/.test(words[last + 1]!)
    )
      last++;
    return { unit: unitOfWord(words[last]!), next: last + 1 };
  }
  return { unit: null, next: from };
}
