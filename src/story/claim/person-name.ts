import { genderOf } from "../../mention/given-name.ts";
import { termOf } from "../word.ts";

/** What a party and a state are hung behind a lawmaker's name with: ", D-N.Y.,", " (R-Ohio)", ", Democrat of Nevada,". */
const tagBehind =
  /,? ?\((?:[DRI]|Dem|Rep|Ind|Lab|Con)(?:-\p{Lu}[\p{L}.]{0,12}(?:[ .]\p{Lu}[\p{L}.]{0,12})?)?\)?|, [DRI]-\p{Lu}[\p{L}.]{0,12}(?: \p{Lu}[\p{L}.]{0,12})?(?:,|$)|, (?:a )?(?:Democrat|Republican|Independent)(?: of| from) (?:the )?\p{Lu}[\p{L}.]{1,20}(?: \p{Lu}[\p{L}.]{1,20})?(?:,|$)/gu;

/** A tag alone, as if it were a name: "D-N.Y.", "R", "Ariz.", "Republican of Virginia". */
const tagAlone =
  /^\(?(?:[DRI](?:-\p{Lu}[\p{L}.]{0,12}(?: \p{Lu}[\p{L}.]{0,12})?)?|\p{Lu}\p{Ll}{1,5}\.|(?:Democrat|Republican|Independent)(?: of| from) .{2,30})\)?,?$/u;

const days = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const months = "(?:January|February|March|April|June|July|August|September|October|November|December)";
/** Words of time that a name ran on into: "Karl Anders Sunday". May and August alone may be names. */
const timeBehind = new RegExp(`(?: ${days}| ${months}| Yesterday| Today)+$`, "u");
/** The last words of an office that were taken for the first of the name: "State Ada Holm" of "Secretary of State Ada Holm". */
const officeObject =
  /^(?:(?:Public|National|Foreign|Home|Internal|External|Diplomatic|Homeland|Economic|Social) )?(?:State|Intelligence|Security|Affairs|Defen[cs]e|Justice|Commerce|Treasury|Agriculture|Transportation|Education|Health|Labou?r|Energy|Finance|Trade) (?=\p{Lu})/u;
/** Words before a name that are no part of it: "Enter Ms. Holm", "Plus Holm". */
const before = /^(?:Enter|Plus|Like|Unlike|Including|Via|Tem) (?=\p{Lu})/u;
const beforeTitle = /^.{1,40} (?=(?:Mr|Mrs|Ms|Miss|Dr)\.? \p{Lu})/u;
const ofPlace = /^(\p{Lu}[^ ]{0,30}(?: \p{Lu}[^ ]{0,30}){1,3}) of (?:the )?\p{Lu}[^ ]{1,30}(?: \p{Lu}[^ ]{1,30})?$/u;

/** A source's words without party and state. */
export const withoutParty = (text: string): string => text.replace(tagBehind, "").trim();

/** Is it only a party, with or without a state? */
export const isPartyTag = (name: string): boolean => tagAlone.test(name);

/** The name of a person without what the reading of mentions took for a part of it; as it is where nothing would be left. */
export function personName(name: string): string {
  const bare = withoutParty(name)
    .replace(timeBehind, "")
    .replace(beforeTitle, "")
    .replace(before, "")
    .replace(officeObject, "")
    .replace(ofPlace, "$1")
    .trim();
  return bare === "" ? name : bare;
}

const day = new RegExp(`^(?:${days}|${months}|Yesterday|Today)$`, "u");

/** Words of a name without a day or a month behind it: "Ada Holm Sunday". One word alone stays, as in "Bloody Sunday", but behind a title. */
export function withoutDay(words: readonly string[], isTitled: boolean): readonly string[] {
  const end = words.findLastIndex((word) => !day.test(word)) + 1;
  return end < words.length && end > (isTitled ? 0 : 1) ? words.slice(0, end) : words;
}

const partisans = /^(?:\p{Lu}\p{L}+ )?(?:Republican|Democrat|Conservative|Liberal|Socialist|Independent)s?$/u;

/** Does it name the people of a party, who are nobody by name? */
export const isPartisan = (name: string): boolean => partisans.test(name);

const suffix: ReadonlySet<string> = new Set(["jr", "sr", "ii", "iii", "iv"].map(termOf));

/** Folded words of a name without "Jr." and the like, so that the last one is the surname. */
export function withoutSuffix(words: readonly string[]): readonly string[] {
  const last = words.at(-1);
  return words.length > 1 && last !== undefined && suffix.has(last) ? words.slice(0, -1) : words;
}

/** Given names that stand for one another in English news. */
const givenNames =
  "robert bob bobby rob|richard dick rick richie|william bill billy will willie|james jim jimmy jamie|john jack johnny|michael mike mick mickey|elizabeth liz beth betty eliza|margaret maggie meg peggy|charles chuck charlie|edward ed eddie ted ned|theodore ted|joseph joe joey|thomas tom tommy|anthony tony|daniel dan danny|david dave|donald don donny|kenneth ken kenny|lawrence larry|patrick pat|patricia pat patty trish|peter pete|philip phil|raymond ray|ronald ron ronnie|samuel sam|stephen steve|steven steve|timothy tim|walter walt|katherine kate kathy|catherine cathy kate|deborah deb debbie|susan sue|barbara barb|benjamin ben benny|christopher chris|christine chris|gerald jerry|gregory greg|henry harry hank|jeffrey jeff|jacob jake|leonard len|matthew matt|nicholas nick|andrew andy drew|albert al bert|alexander alex sasha|francis frank|frederick fred|eugene gene|harold hal|martin marty|nathaniel nathan nate|vincent vince|zachary zach|jennifer jen jenny|jessica jess|kimberly kim|rebecca becky|victoria vicky|judith judy|dorothy dot|eleanor ellie|joshua josh|douglas doug|bradley brad|russell russ|geoffrey geoff|dwight ike|terrence terry|vladimir volodia|benyamin benjamin bibi";

const sets: ReadonlyMap<string, readonly number[]> = (() => {
  const found = new Map<string, number[]>();
  for (const [at, names] of givenNames.split("|").entries())
    for (const name of names.split(" ")) {
      const key = termOf(name);
      found.set(key, [...(found.get(key) ?? []), at]);
    }
  return found;
})();

/** Is one folded given name a short form of the other, or both of a third? */
export function isNickname(a: string, b: string): boolean {
  const others = sets.get(b);
  return others !== undefined && (sets.get(a) ?? []).some((one) => others.includes(one));
}

/** Woman, man, or not told, by the given names; `name` is a full name. */
export function genderOfName(name: string): "f" | "m" | null {
  const parts = name.split(" ").filter((word) => word !== "" && !/^(?:Mr|Ms|Mrs|Miss|Dr|Sen|Rep|Gov)\.?$/.test(word));
  if (parts.length < 2) return null;
  const told = genderOf(parts);
  return told?.sure ? (told.female ? "f" : "m") : null;
}

/** What a form of address or a pronoun says: "Mrs. Holm", "she". */
export const genderOfWords = (text: string): "f" | "m" | null =>
  /^(?:she|her|herself)$|^(?:Mrs|Ms|Miss|Madam|Dame|Lady)\b/i.test(text)
    ? "f"
    : /^(?:he|him|his|himself)$|^(?:Mr|Sir|Lord)\b/i.test(text)
      ? "m"
      : null;
