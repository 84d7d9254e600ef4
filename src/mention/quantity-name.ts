import type { Amount } from "./quantity-amount.ts";
import type { CountedWords } from "./quantity-tree.ts";
import { headOf, labelOf, lemmaOf } from "./quantity-tree.ts";

/** Words that make the number behind them a name or a number in a list. */
const naming =
  /(?:^|[\s(])(?:No|Nos|no|Art|article|chapter|section|resolution|page|p|pp|flight|route|channel|room|unit|group|type|phase|round|level|class|division|brigade|battalion|regiment|part|point|item|paragraph|rule|law|decree|order|line|gate|terminal|platform|step|version|v|vol|volume|grade|category|number|call|dial|dialled|windows|phone|tel|fax|figure|note|witness|protocol|block|sector|zone|reactor|ward|district|school|bus|train|highway|road|box|square|seat|berth|pier|annex|table|lot|case|file|model|mark|formula|agent|hut|cell|hall|bay|track|hill|height|checkpoint|position|post)s?\.?\s{0,3}$/i;

/** Fractions and rates: "four in ten", "one in three", "ten to one". */
const rateAfter =
  /^\s(?:in|out\sof)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|a\shundred|\d{1,4})(?![\p{L}\p{N}])/iu;
const rateBefore = /(?:one|two|three|four|five|six|seven|eight|nine|ten|\d)\s(?:in|out\sof)(?:\severy)?\s$/i;

/** Is this number no count: part of a name, a version, a score, a rate, a footnote? `from` is where the sentence begins. */
export function isName(text: string, from: number, { start, end, value }: Amount, hasUnit: boolean): boolean {
  const before = text.slice(Math.max(from, start - 16), start);
  const after = text.slice(end, end + 16);
  const printed = text.slice(start, end);
  if (naming.test(before) && !/\b(?:hill|cell|post|school|train|bus|case|position|checkpoint)s\s$/i.test(before))
    return true;
  if (/[\p{L}\p{N}][-–.:/]$/u.test(before) || /^[:/]\d|^\.\p{L}/u.test(after)) return true;
  if (/[[#№]$/.test(before) || (before.endsWith("(") && after.startsWith(")"))) return true;
  if (/,\s$/.test(before) && after.startsWith(",") && !hasUnit && /^\d/.test(printed)) return true;
  if (/^[-\s](?:thirds?|quarters?|fifths?|fourths?|tenths?|halves)(?!\p{L})/iu.test(after)) return true;
  if (rateAfter.test(after) || rateBefore.test(before)) return true;
  // Telephone numbers, "0800 555 019"; "50-50", "five-plus-one", "360-degree".
  if (/^0\d/.test(printed) || /^\s\d{3}(?!\d)/.test(after) || /(?:^|\s)0\d{1,4}(?:\s\d{2,4}){0,3}\s$/.test(before))
    return true;
  if (/^(?:-plus-|\s?[-–]\s?(?:\d|degree))/i.test(after)) return true;
  if (/^(?:one|\d{1,2})$/i.test(printed) && /^\smore\s\p{L}/iu.test(after) && value === 1) return true;
  if (isCapitalName(text, from, start, after)) return true;
  // "Boeing 737", "Apollo 11", "Le 360": a name goes on with its number.
  return (
    !hasUnit &&
    /\p{Lu}[\p{L}-]{1,30}\s$/u.test(before) &&
    /^\d/.test(printed) &&
    start - before.length >= from &&
    !isOpening(text, from, start)
  );
}

/** Is the word before the number the first of the sentence ("Freed 28", "About 40")? */
const isOpening = (text: string, from: number, start: number): boolean =>
  /^\s*\p{L}+\s$/u.test(text.slice(from, start)) && start - from < 24;

/** "the Four Seasons hotel", "the Big Five insurers", "World War Two": a number word with a capital inside a sentence, except in a headline, where most words have one. */
function isCapitalName(text: string, from: number, start: number, after: string): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(text.slice(start, start + 2))) return false;
  const before = text.slice(from, start);
  const opens = !/\p{L}/u.test(before) || /[.:;!?—–-]\s*["“”'‘]?$/.test(before);
  if (opens) return /^\s\p{Lu}\p{Ll}{2,12},/u.test(after);
  const around = text.slice(Math.max(from, start - 60), start + 60).match(/(?<!\p{L})\p{L}{4,}/gu) ?? [];
  return around.filter((word) => /^\p{Lu}/u.test(word)).length * 3 < around.length * 2;
}

const speaking =
  /^(?:say|tell|joke|recall|claim|add|note|argue|warn|insist|write|ask|explain|admit|put|report|suggest|think|believe|complain|remark|quip|predict|estimate)$/;

/** "one" as a pronoun or as "a certain": "no one", "one another", "one envoy joked"; and numbers with an article of their own ("a double six"). */
export function isPronoun(sentence: CountedWords, at: number): boolean {
  const { words, tokens } = sentence;
  const word = words[at]!.toLowerCase();
  const [before = "", after = ""] = [words[at - 1]?.toLowerCase(), words[at + 1]?.toLowerCase()];
  if (
    tokens[at]!.upos === "NUM" &&
    labelOf(sentence, at) !== "nummod" &&
    sentence.children[at]!.some((child) => child < at && /^an?$/i.test(words[child]!)) &&
    !/^(?:further|additional|total|estimated|record|mere)$/.test(before)
  )
    return true;
  if (word !== "one") return false;
  if (
    /^(?:no|any|some|every|the|this|that|which|each|a|another|day|for|last)$/.test(before) &&
    !(before === "for" && after !== "thing")
  )
    return true;
  if (after === "of")
    return !/^(?:the|its|their|his|her|these|those)$/i.test(words[at + 2] ?? "") || !isNumber(sentence, at + 3);
  if (
    /^(?:another|day|thing|side|hand|way|time|point|more|must|can|could|should|would|will|may|might|who|that|has|is|was|had|cannot|for|to|by|in|on|and|or|'s|’s)$/.test(
      after,
    )
  )
    return true;
  const noun = headOf(sentence, at);
  if (labelOf(sentence, at) !== "nummod" || noun < 0)
    return labelOf(sentence, at).startsWith("nsubj") || labelOf(sentence, at) === "conj";
  const verb = headOf(sentence, noun);
  return verb >= 0 && labelOf(sentence, noun).startsWith("nsubj") && speaking.test(lemmaOf(sentence, verb));
}

const isNumber = ({ words, tokens }: CountedWords, at: number): boolean =>
  tokens[at]?.upos === "NUM" || /^\d/.test(words[at] ?? "");
