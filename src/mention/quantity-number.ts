const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const tens = "twenty thirty forty fifty sixty seventy eighty ninety";

const small = new Map<string, number>([
  ...ones.split(" ").map((word, at) => [word, at] as const),
  ...tens.split(" ").map((word, at) => [word, (at + 2) * 10] as const),
  ["a", 1],
  ["an", 1],
  ["half", 0.5],
]);

const large = new Map<string, number>([
  ["hundred", 100],
  ["dozen", 12],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["bn", 1e9],
  ["b", 1e9],
  ["tn", 1e12],
]);

const alternatives = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join("|");

/** Source of a pattern for digits: "12", "1,000", "12 000", "3.5", "1,2" before a scale. No part of a longer number. */
export const digitsPattern = String.raw`(?<![\p{L}\p{N}.,])(?:\d{1,3}(?:,\d{3}){1,5}|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3}){1,4}(?![\p{N}.,]?\p{N}|\s\d)|\d{1,3},\d(?=\s(?:million|billion|trillion)(?!\p{L}))|\d{1,15})(?:\.\d{1,6})?(?![\p{N}])`;

const one = `(?:${alternatives([...ones.split(" "), ...tens.split(" ")])})`;
const scale = "(?:hundred|thousand|million|billion|trillion|dozen)";

/** Source of a pattern for a number in words that begins with a number word, "a" or "half": "twenty-four", "a hundred and ten", "half a million", "sixty-odd million". */
export const wordsPattern = String.raw`(?<![\p{L}\p{N}-])(?:half\s{1,3}an?\s{1,3}${scale}|(?:${one}|an?\s{1,3}(?:good\s{1,3})?${scale})(?:-odd)?(?:(?:[-\s]|\s{1,3}and\s{1,3})(?:${one}|${scale})){0,7}(?:-odd)?)(?![\p{L}\p{N}])`;

/** Source of a pattern for a scale after digits: "5.5 million", "20 thousand". */
export const scalePattern = String.raw`(?:-odd)?(?:(?:\s{1,3}|-)(?:hundred|thousand|million|billion|trillion|dozen)|(?:bn|mn|k|m|tn)(?![\p{L}\p{N}]))`;

/** "1,2 million" has a decimal comma, "12 000" and "1,000" have thousands. */
const plainDigits = (printed: string): string =>
  /^\d{1,3},\d\s/.test(printed)
    ? printed.replace(",", ".")
    : printed.replace(/,(?=\d{3})/g, "").replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, "");

/**
 * Value of a number as printed: digits with "," or a space between thousands and "." before decimals, words ("two hundred and fifty"), or digits and a scale
 * ("5.5 million", "3bn"). Null for what is no number.
 */
export function numberOf(printed: string): number | null {
  const parts = plainDigits(printed.toLowerCase())
    .replace(/(\d)(?=[a-z])/g, "$1 ")
    .split(/[\s-]+/)
    .filter((part) => part !== "" && part !== "and" && part !== "odd" && part !== "good");
  // "half a million": the article counts nothing.
  if (parts[0] === "half") parts.splice(1, 1);
  let total = 0;
  let part: number | null = null;
  for (const word of parts) {
    const digits = /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : small.get(word);
    const factor = large.get(word);
    if (digits !== undefined) {
      // "nineteen ninety" is a year, not a number; "one two" is neither.
      if (part !== null && (digits >= 10 || part % 10 !== 0 || part === 0 || part % 100 === 10)) {
        if (part % 100 !== 0 || part === 0) return null;
      }
      part = (part ?? 0) + digits;
    } else if (factor === 100 || factor === 12) {
      part = (part ?? 1) * factor;
    } else if (factor !== undefined) {
      total += (part ?? 1) * factor;
      part = null;
    } else return null;
  }
  const value = total + (part ?? 0);
  return parts.length > 0 && Number.isFinite(value) ? value : null;
}
