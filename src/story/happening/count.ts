import { isOfPersons, kindOfNoun } from "../../mention/quantity-kind.ts";
import type { AnnotatedDocument } from "../../model/annotation.ts";
import type { Holder, LedgerClaim } from "../../model/ledger.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { Told } from "../../model/story.ts";
import type { Timex } from "../../model/timex.ts";
import { lookupOf } from "../lookup.ts";
import { piecesOf, termOf } from "../word.ts";

/** What became of people, with the word that the series has. */
const fates: Readonly<Record<string, string>> = {
  killed: "killed",
  dead: "killed",
  wounded: "wounded",
  injured: "wounded",
  missing: "missing",
  detained: "detained",
  arrested: "detained",
  captured: "captured",
  displaced: "displaced",
  evacuated: "displaced",
  rescued: "rescued",
  released: "released",
};
/** No people, though a verb of people stands beside them: "removed six names", "17 flights". */
const noPeople = new Set(
  "name figure sign flight case report time list sortie number place seat village town house company firm business".split(
    " ",
  ),
);
/** Lengths, times, money, shares: they change without being counted. */
const measures = new Set(
  "metre meter kilometre kilometer mile foot inch degree second minute hour day night week month year decade century percent per-cent point dollar euro pound crown rouble ruble hryvnia naira franc yen litre liter kilogram gram barrel megawatt kilowatt knot line page term stage way side part half third quarter pair fewer more".split(
    " ",
  ),
);
const soldiers = new Set(
  "soldier troop serviceman servicewoman member personnel reservist conscript fighter paratrooper recruit".split(" "),
);
/** They stand in the names of bodies, and tell no crowd from another. */
const bodies = new Set(
  "ministri minist defenc defens president general armi government militari offic servic".split(" "),
);
const people = new Set("person people man woman human individual".split(" "));

/** What is counted: a fate of people, or a kind of thing. */
export interface Counted {
  readonly kind: "fate" | "thing";
  /** "killed"; "soldiers", "hospitals". */
  readonly name: string;
  /** Anybody may be meant: "men", "people". */
  readonly isVague: boolean;
}

const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({ person: "people", man: "men", woman: "women", child: "children" }),
);
const unchanged = /(?:craft|sheep|fish|series|[^s]s)$/;

/** Several of a thing: "soldiers", "bodies", "aircraft". */
function several(noun: string): string {
  const last = noun.split(" ").at(-1)!;
  const plural = irregular.get(last);
  if (plural !== undefined) return noun.slice(0, -last.length) + plural;
  if (last.length > 5 && last !== "german" && last.endsWith("man")) return `${noun.slice(0, -3)}men`;
  if (unchanged.test(noun)) return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:ch|sh|x|z|ss)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

const thing = (noun: string, isVague: boolean): Counted => ({ kind: "thing", name: several(noun), isVague });

/** A count as a series sees it. */
export interface Count {
  readonly told: Told;
  readonly quantity: Quantity;
  readonly counted: Counted;
  readonly happening: string | null;
  readonly claim: LedgerClaim | null;
  readonly holder: Holder;
  /** Named to say that it does not hold, or no longer: it shows what another number replaces, and is no figure itself. */
  readonly isNamedOnly: boolean;
  /** Named as a number that another has replaced; it may be named only, or told as earlier. */
  readonly isReplaced: boolean;
  /** Told as a number of before, which another may have replaced since: "the first figure was", "earlier, they reported". */
  readonly isEarlier: boolean;
  /** The thing is not printed beside the number: "put the number at more than 500" takes it over from the count before. */
  readonly isBare: boolean;
  /** The day it was told; null where it is not known. */
  readonly day: string | null;
  /** Where its sentence begins: two counts of one sentence are mostly of two things. */
  readonly sentence: number;
  /** Words of the sentence that say more than the thing and the number, capitalised ones apart. */
  readonly words: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** Pages are not released and companies do not flee: what becomes of people is counted of people. */
const befallsPeople = (unit: string | null, last: string): boolean =>
  unit === null ||
  people.has(last) ||
  isOfPersons(unit) ||
  /^(?:other|body|corpse)$/.test(last) ||
  (kindOfNoun(unit) ?? "deed") === "deed";

/** What a quantity counts, where that makes a series: people and what becomes of them, soldiers, goods; null for metres, prices, shares. */
export function countedOf({ of, unit, value, low, high }: Quantity): Counted | null {
  if (value === null && low === null && high === null) return null;
  const last = unit?.split(" ").at(-1) ?? "";
  const fate = fates[of ?? ""];
  // Soldiers on the move flee from nobody.
  if (fate !== undefined && !(fate === "displaced" && soldiers.has(last)))
    return noPeople.has(last) || !befallsPeople(unit, last) ? null : { kind: "fate", name: fate, isVague: false };
  if (of === "aid" || of === "age" || unit === null || measures.has(unit) || noPeople.has(last)) return null;
  if (soldiers.has(last)) return thing("soldier", true);
  return people.has(last) ? thing("person", true) : thing(unit, false);
}

/** "Two of them", "among them two", "the last two": a part of what another number counts; "even one" counts nothing. */
const partBehind = /^\s*(?:\p{L}{1,20}\s){0,2}of\s(?:them|these|those|whom|which|us)\b/iu;
const partOfFate = /^\s*(?:\p{L}{1,20}\s){0,2}of\sthe\s(?:dead|freed|released|wounded|injured|missing|detained)\b/iu;
const partBefore =
  /\b(?:among (?:them|whom)|including|of whom|of which|the (?:last|other|remaining|only)|another|a further|other|even)\s$/i;
/** "Freed one of the three": three were not freed. */
const wholeBefore =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|some|most|\d{1,6})\sof\s(?:the\s|its\s|their\s)?$/i;
/** "Not 39": a number that is named to say that it does not hold. */
const notBefore = /\b(?:not|than|rather than|instead of)\s$/iu;
/** "Raising the toll from one", "first spoke of": a number that is named to say that it holds no longer. */
const pastBefore =
  /(?:(?:earlier|previous|former|first|day[’']s)\s(?:figure|count|toll|number|total)\sof|\b(?:initially|at first|originally)\s[^.,;]{0,30}|\b(?:rais|rose|ris|up|increas|lower|down|revis|cut|correct)\p{L}{0,6}\s[^.]{0,40}\bfrom)\s$/iu;
/** So much before and behind a number is looked at. */
const reach = 80;

/** Of things also "two of the men"; but "39 of the pupils" were freed, and that is the count. */
const thingPart = /^\s*of\s(?:the|its|his|her|our|their)\s/i;

/** "Two more debates": what comes on top of a count is not the count. */
const moreBehind = /^\s(?:more|further|additional)\b/i;
/** "The ambassador and three other Americans died": the number leaves out who is named. */
const besidesNamed = /\p{Lu}\p{L}{1,30},? and (?:at least |about |some )?$/u;
const othersBehind = /^\sother/i;

/** "Twelve were killed", and later "two of them were children": a number before it tells the same of the whole. "At four guards, killing two of them" has none. */
const hasWhole = ({ quantities }: AnnotatedDocument, { start, of, value }: Quantity): boolean =>
  quantities.some(
    (one) => one.start < start && one.of === of && (value === null || (one.value ?? one.high ?? value) >= value),
  );

/** Does the number count a part of something, or a whole of which another number counts the part? */
export function isAside({ annotation }: Told, quantity: Quantity, { kind }: Counted): boolean {
  const { start, end } = quantity;
  const [from, to] = lookupOf(annotation).sentenceAt(start) ?? [start, end];
  const before = annotation.text.slice(Math.max(from, start - reach), start);
  const behind = annotation.text.slice(end, Math.min(to, end + reach));
  return (
    partOfFate.test(behind) ||
    (partBehind.test(behind) && (kind === "thing" || hasWhole(annotation, quantity))) ||
    (kind === "thing" && thingPart.test(behind)) ||
    (kind === "fate" && besidesNamed.test(before) && othersBehind.test(behind)) ||
    moreBehind.test(behind) ||
    partBefore.test(before) ||
    wholeBefore.test(before)
  );
}

/** So far behind a number its noun may stand: "15,000 of the best-trained soldiers". */
const nounReach = 60;

/** Is the number printed without the thing that it counts? */
export function isBareNumber({ annotation }: Told, { end, unit }: Quantity): boolean {
  const noun = unit?.split(" ").at(-1) ?? "";
  const forms = new Set([termOf(noun), termOf(several(noun))]);
  for (const { form } of piecesOf(annotation.text.slice(end, end + nounReach)))
    if (forms.has(termOf(form))) return false;
  return true;
}

/** "Thousands of troops" are no number that another could replace. */
export const isVagueNumber = ({ annotation }: Told, { value, start, end }: Quantity): boolean =>
  value === null && !/\p{N}/u.test(annotation.text.slice(start, end));

const before = ({ annotation }: Told, { start }: Quantity): string =>
  annotation.text.slice(Math.max(lookupOf(annotation).sentenceAt(start)?.[0] ?? start, start - reach), start);

/** Is the number named to say that it holds no longer? */
export const isPast = (told: Told, quantity: Quantity): boolean => pastBefore.test(before(told, quantity));

/** Is the number named to say that it does not hold? */
export const isNegated = (told: Told, quantity: Quantity): boolean => notBefore.test(before(told, quantity));

const longest = 500;
const dayMs = 86_400_000;
/** What is told of an earlier time is no count of this story. */
const longAgo = 31;
/** "The worst crisis since 2019" compares, and says no day. */
const worstSince =
  /\b(?:first|worst|biggest|largest|deadliest|bloodiest|heaviest|highest|lowest|gravest|greatest|strongest|most \p{L}{2,15})\b[^.;]{0,40}\bsince\b/iu;
const atThatTime =
  /\b(?:were|was|had been|been) \p{L}{2,12} (?:then|at the time)\b|\b(?:at that time|on that occasion)\b/iu;

/** Is the count of a time long before the report: "in 2011", "fourteen years ago", "last June"? */
export function isBackground({ annotation }: Told, { start, event }: Quantity): boolean {
  const published = annotation.meta.publishedRange?.[0] ?? null;
  if (published === null) return false;
  const isLongAgo = (last: string | null): boolean =>
    last !== null && Date.parse(published) - Date.parse(last) > longAgo * dayMs;
  const date = lookupOf(annotation).events.get(event ?? "")?.date ?? null;
  // What has added up for years ("since April 2014") is no count of this crisis either.
  const hasAddedUp = (first: string | null): boolean =>
    first !== null && Date.parse(published) - Date.parse(first) > 366 * dayMs;
  const { sentenceAt } = lookupOf(annotation);
  const [from, to] = sentenceAt(start) ?? [start, start];
  const compared = worstSince.exec(annotation.text.slice(from, to));
  if (date !== null && compared === null) return isLongAgo(date.end ?? date.start) || hasAddedUp(date.start);
  const compares = compared === null ? to : from + compared.index;
  const daysIn = (first: number, last: number): readonly Timex[] =>
    annotation.timexes.filter((one) => first <= one.start && one.end <= last && one.range !== null);
  const own = daysIn(from, compares);
  // "Eleven men were freed then": the day is in the sentence before.
  const before =
    own.length === 0 && atThatTime.test(annotation.text.slice(from, to)) ? sentenceAt(Math.max(0, from - 2)) : null;
  const days = before === null ? own : daysIn(...before);
  return (
    days.length > 0 &&
    days.every(({ range }) => isLongAgo(range![1]) || (range![1] >= published && hasAddedUp(range![0])))
  );
}

/** An update says at its beginning when it was added: "Update, 8 March, 09:30". */
const mostBefore = 40;

/** The day on which a count was told: the statement's where it is one day, else the update's, else the report's. */
export function dayOf({ annotation }: Told, { start }: Quantity): string | null {
  const published = annotation.meta.published?.slice(0, 10) ?? null;
  const block = annotation.blocks.find((one) => one.start <= start && start < one.end);
  if (block?.kind !== "update") return published;
  const added = annotation.timexes.find(
    ({ start: at, range }) =>
      block.start <= at && at < block.start + mostBefore && range !== null && range[0] === range[1],
  );
  return added?.range?.[0] ?? published;
}

const common = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december about after also been before being between could from have into more most number other over said says some than that their them then there they this under were when where which while will with would".split(
    " ",
  ),
);

/**
 * Words of the sentence around a quantity, those that are capitalised inside it apart; without the words for who says it: a minister speaks of his own
 * soldiers and of the enemy's.
 */
export function contextOf(
  { annotation }: Told,
  { start, end, unit }: Quantity,
): Pick<Count, "sentence" | "words" | "names"> {
  const [from, to] = lookupOf(annotation).sentenceAt(start) ?? [start, end];
  // In a headline every word may be a capital.
  const isTitle = annotation.blocks.some((one) => one.kind === "title" && one.start <= start && end <= one.end);
  const sources = lookupOf(annotation).sourcesFrom(from, to);
  const words = new Set<string>();
  const names = new Set<string>();
  for (const { form, start: offset } of piecesOf(annotation.text.slice(from, Math.min(to, from + longest)))) {
    const at = from + offset;
    const term = termOf(form);
    const isName = !isTitle && at !== from && /^\p{Lu}/u.test(form);
    if (form.length < (isName ? 3 : 4) || /^\p{N}/u.test(form) || term === termOf(unit ?? "")) continue;
    if (common.has(form.toLowerCase()) || sources.some(([first, last]) => first <= at && at < last)) continue;
    if (!isName) words.add(term);
    else if (!bodies.has(term)) names.add(term);
  }
  return { sentence: from, words, names };
}
