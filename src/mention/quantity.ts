import { id } from "../model/id.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Parsed } from "../model/sentence.ts";
import { overlaps, spanOf } from "../model/span.ts";
import type { Timex } from "../model/timex.ts";
import { readSentences } from "../sentence/read.ts";
import { ageOf } from "./quantity-age.ts";
import { type Amount, amountAt, bounded } from "./quantity-amount.ts";
import { isAlone, isOfThings, isOfVotes, isOneOfThem, mayElide, withElided } from "./quantity-elided.ts";
import { fateAround, isAid } from "./quantity-fate.ts";
import { isOfPersons, kindOfNoun } from "./quantity-kind.ts";
import { isName, isPronoun } from "./quantity-name.ts";
import { isCorrected, tallyBefore } from "./quantity-tally.ts";
import { type CountedWords, countedWords, headOf, labelOf, lemmaOf } from "./quantity-tree.ts";
import { compoundOf, currencies, currencyOf, speedOf, unitAfter, unitOfWord } from "./quantity-unit.ts";

/** What stands in one sentence. */
interface Line {
  readonly text: string;
  readonly from: number;
  readonly limit: number;
  readonly sentence: CountedWords;
}

const signed = /^(?:.*\s)?((?:US|C|A|HK|NZ|S|R)?\$|[€£¥₽₴₹₺₪₩₦]|Rs\.?)\s?$/s;
/** Units of the clock: they may stand inside a time expression that says how long. */
const clock = /^(?:second|minute|hour|day|night|week|fortnight|month|year|decade|century)$/;

/** Does a time expression only say how long something takes ("72 hours", "the past three days"), and not when it is? */
function isSpell(text: string, timex: Timex, end: number): boolean {
  const words = text.slice(timex.start, timex.end);
  if (timex.type !== "DURATION" && !/\b(?:past|last|next|coming|previous)\b/i.test(words)) return false;
  return !/\b(?:ago|earlier|later|after|before|old|from now)\b/i.test(
    words + text.slice(Math.max(end, timex.end), end + 16).slice(0, 9),
  );
}

/** The unit of a number and the index one past its last word, where `last` is the number's last word and `behind` the first after its bound: by the tree the noun that the number belongs to, else the noun behind it. */
function unitOf(
  { sentence }: Line,
  last: number,
  behind: number,
  amount: Amount,
): { unit: string | null; next: number; head: number } {
  const found = speedOf(sentence.words, unitAfter(sentence.words, behind, amount.value === 1 || amount.value === 0));
  const noun = headOf(sentence, last);
  const isCounted =
    labelOf(sentence, last) === "nummod" &&
    noun > last &&
    noun < last + 8 &&
    /^(?:NOUN|PROPN)$/.test(sentence.tokens[noun]!.upos ?? "") &&
    !sentence.words.slice(last + 1, noun).some((word) => /^(?:[,;:()]|and|or)$/i.test(word));
  // What is joined to the number by a hyphen, a sign or an "of" the words tell better.
  const isNext = /^[-–%]$|^of$|^(?:square|cubic|nautical)$/i.test(sentence.words[behind] ?? "");
  if (isCounted && !isNext && noun + 1 > found.next) {
    const single = noun > last + 1 && found.unit !== null && found.next === noun;
    const unit = single ? found.unit! : unitOfWord(lemmaOf(sentence, noun));
    return { unit: compoundOf(sentence.words[noun - 1]!, unit), next: noun + 1, head: noun };
  }
  if (found.unit !== null && found.next > behind + 1)
    return { unit: compoundOf(sentence.words[found.next - 2]!, found.unit), next: found.next, head: found.next - 1 };
  return { ...found, head: found.unit === null ? last : found.next - 1 };
}

/** Where a number stands among the tokens of its sentence: its first, its last, and the first behind what bounds it. */
interface Place {
  readonly at: number;
  readonly last: number;
  readonly behind: number;
}

/** `amount` with its unit and what is said of it; `before` is the quantity before it. Null for what counts nothing. */
function counted(
  line: Line,
  amount: Amount,
  { at, last, behind }: Place,
  before: Quantity | undefined,
): Omit<Quantity, "id" | "event"> | null {
  const { text, from, sentence } = line;
  const bare = amountAt(text, sentence.tokens[at]!.start, line.limit)!;
  const sign = signed.exec(text.slice(amount.start, bare.start))?.[1] ?? currencyBefore(sentence, at);
  const isOne =
    /^one$/i.test(sentence.words[at]!) &&
    before !== undefined &&
    before.start >= from &&
    (before.unit === null || isOfPersons(before.unit)) &&
    isOneOfThem(sentence, at);
  const found =
    isOne && /^(?:of|died|drowned|escaped|survived|later)$/i.test(sentence.words[behind] ?? "")
      ? { unit: null, next: behind, head: last }
      : sign === null
        ? unitOf(line, last, behind, amount)
        : { unit: currencyOf(sign), next: behind, head: last };
  // An age is only lent to the next of its list.
  const age = ageOf(sentence, at, last, found.unit) || (before?.of === "age" && found.unit === null);
  if (age) return { ...amount, unit: "year", of: "age" };
  if (isName(text, from, bare, found.unit !== null || sign !== null) || (isPronoun(sentence, at) && !isOne))
    return null;
  if (sign !== null || (found.unit !== null && kindOfNoun(found.unit) === "money"))
    return { ...amount, unit: found.unit, of: isAid(sentence, at, found.unit) ? "aid" : null };
  const own = clock.test(found.unit ?? "") ? null : fateAround(sentence, at, Math.max(behind, found.next), found.head);
  // "23 were held, among them two journalists".
  const shared =
    before !== undefined &&
    before.start >= from &&
    /(?:\bincluding|\bamong (?:them|whom)|\bof (?:them|whom))\s$/i.test(
      text.slice(Math.max(from, amount.start - 14), amount.start),
    );
  const fate = own ?? (shared ? before.of : null);
  if (found.unit !== null)
    return { ...amount, unit: found.unit, of: fate ?? (isAid(sentence, at, found.unit) ? "aid" : null) };
  if (isOfVotes(sentence, last)) return { ...amount, unit: "vote", of: null };
  if (isOfThings(sentence, last, before, from)) return { ...amount, unit: before!.unit, of: null };
  if (before !== undefined && isCorrected(text, from, amount)) return { ...amount, unit: before.unit, of: before.of };
  const tally = tallyBefore(text, from, amount.start);
  if (tally !== null && (tally.of !== null || before !== undefined))
    return {
      ...amount,
      unit: null,
      of: tally.of ?? fate,
      ...(tally.of === null && fate === null && withElided(null, before, before!.start >= from)),
    };
  const stands =
    amount.bound !== "exact" ||
    fate !== null ||
    isOne ||
    isAlone(sentence, text.slice(amount.start, amount.end), at, last);
  const isElided =
    before !== undefined &&
    before.start >= from &&
    !/\p{Lu}/u.test(text[bare.start - 2] ?? "") &&
    mayElide(sentence, at, last);
  if (!stands && !isElided) return null;
  return {
    ...amount,
    unit: null,
    of: fate,
    ...withElided(
      fate,
      stands && !isElided && fate === null && amount.bound === "exact" ? undefined : before,
      before !== undefined && before.start >= from,
    ),
  };
}

/** The quantity that a number at `start` may take its noun from: an age lends it only to the next of a list ("aged 5, 7 and 9"). */
function lastCounted(text: string, quantities: readonly Quantity[], start: number): Quantity | undefined {
  const last = quantities.at(-1);
  if (last?.of !== "age" || /^(?:\s?(?:,|and|or|to|-|–)\s?){1,2}$/.test(text.slice(last.end, start))) return last;
  return quantities.findLast(({ of }) => of !== "age");
}

/** "NOK 50 million": the code right before the number. */
const currencyBefore = ({ words }: CountedWords, at: number): string | null => {
  const code = words[at - 1] ?? "";
  return /^(?:[A-Z]{3}|Rs)$/.test(code) && Object.hasOwn(currencies, code) ? code : null;
};

/**
 * Numbers of something in the sentences that are read (`readSentences`), in text order, never overlapping each other; `event` is null. None overlaps a timex that says when something is; one that says how long
 * is a quantity too. A span holds the bound and the number with its sign of money, not the unit: "at least two" paratroopers. Kept are numbers with a unit, a bound or a fate (see `fateAround`), and numbers that
 * stand for what they count ("six were taken in"); names, versions, scores, rates and list numbers are no quantities.
 *
 * - exact: value, low and high are the number; "not one" is 0. - at-least ("more than", "at least"): low. - at-most ("up to", "fewer than"): high. What is bounded keeps its words: "more than 1,000" has low 1000.
 * - about ("some", "nearly"): value alone. - range ("between 10 and 15", "10-15 people"): low and high, value null.
 * - Words that leave the number open are ranges: "dozens" 24 to 99, "several hundred" 200 to 999, "tens of thousands" 20000 to 99999.
 */
export function findQuantities(parsed: Parsed, timexes: readonly Timex[]): readonly Quantity[] {
  const { text, sentences, tokens, firstToken } = parsed;
  const quantities: Quantity[] = [];
  const read = readSentences(parsed);
  let nextTimex = 0;
  for (const [s, [from, limit]] of sentences.entries()) {
    if (!read[s]) continue;
    const inside = tokens.slice(firstToken[s]!, firstToken[s + 1]);
    let line: Line | null = null;
    let done = from;
    for (const [at, token] of inside.entries()) {
      if (token.start < done || !mayCount(text, token.start)) continue;
      const bare = amountAt(text, token.start, limit);
      if (bare === null) continue;
      while (nextTimex < timexes.length && timexes[nextTimex]!.end <= bare.start) nextTimex++;
      const span = bounded(text, bare, done);
      const held = [timexes[nextTimex - 1], timexes[nextTimex]].find(
        (timex) => timex !== undefined && overlaps(spanOf(timex), spanOf(span)),
      );
      if (held !== undefined && !isSpell(text, held, bare.end) && !isAgeAt(text, bare.end)) {
        done = Math.max(bare.end, held.end);
        continue;
      }
      let last = at;
      while (last + 1 < inside.length && inside[last + 1]!.start < span.end) last++;
      if (inside[last]!.end > span.end) continue;
      // What follows the number proper ("or more") is no part of its phrase in the tree.
      const behind = last + 1;
      while (last > at && inside[last]!.start >= bare.end) last--;
      line ??= { text, from, limit, sentence: countedWords(text, inside) };
      const quantity = counted(line, span, { at, last, behind }, lastCounted(text, quantities, span.start));
      if (quantity === null || (held !== undefined && !clock.test(quantity.unit ?? ""))) continue;
      const { start, end, value, low, high, bound, unit, of } = quantity;
      const code = currencyBefore(line.sentence, at) === null ? start : Math.min(start, inside[at - 1]!.start);
      quantities.push({
        id: id<"quantity">(`q${quantities.length + 1}`),
        start: Math.max(code, done),
        end,
        value,
        low,
        high,
        bound,
        unit,
        of,
        event: null,
      });
      done = span.end;
    }
  }
  return quantities;
}

const isAgeAt = (text: string, end: number): boolean =>
  /^[-\s]years?[-\s](?:old|of\sage)/i.test(text.slice(end, end + 14));

/** Can a number begin here? A quick no for most words. */
function mayCount(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0x30 && unit <= 0x39) return true;
  return /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half\s{1,3}an?\s|\p{L}{3,6}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|an?\s{1,3}(?:good\s|hundred|thousand|million|billion|trillion|dozen|few|couple|score|pair|trio|second|minute|hour|day|week|fortnight|month|year|decade|century|mile|kilomet)|tens|hundreds|dozens|scores|thousands|millions|billions|several|few|many)/iu.test(
    text.slice(at, at + 18),
  );
}
