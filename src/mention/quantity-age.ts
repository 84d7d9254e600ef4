import { isOfPersons } from "./quantity-kind.ts";
import { type CountedWords, lemmaOf } from "./quantity-tree.ts";

const people =
  /^(?:child|person|people|man|woman|boy|girl|those|anyone|everyone|anybody|adult|male|female|resident|citizen|youth|pupil|student|worker|soldier|voter|minor)$/;

const one =
  /^(?:child|person|man|woman|boy|girl|lad|lass|youth|pensioner|widow|widower|grandmother|grandfather|mother|father|pupil|student|baby|toddler|teenager)$/i;

/** Does the number at tokens `at` to `last` tell an age: "a 17-year-old", "aged 18 to 60", "42 years old", "children under 12"? `unit` is what stands behind it. */
export function ageOf(sentence: CountedWords, at: number, last: number, unit: string | null): boolean {
  const { words } = sentence;
  const behind = words
    .slice(last + 1, last + 6)
    .join(" ")
    .toLowerCase();
  if (/^(?:- )?years? (?:- )?olds?\b|^-year-olds?\b|^years? of age\b/.test(behind)) return true;
  const before = words.slice(Math.max(0, at - 3), at).map((word) => word.toLowerCase());
  if (
    before.at(-1) === "aged" ||
    /\baged? (?:under|over|between|from|about|around)$/.test(before.join(" ")) ||
    /\bages (?:of|from|between)?$/.test(before.join(" "))
  )
    return true;
  if (isBesideName(sentence, at, last) || (unit === null && isOfOne(sentence, at, last))) return true;
  if (unit !== null || !/^(?:under|over|below|above)$/.test(before.at(-1) ?? "")) return false;
  return people.test(lemmaOf(sentence, at - 2)) || people.test(before.at(-2) ?? "");
}

/** "Her son, 9, was hurt", "Ida Brandt, 44, said": a number between commas behind a person. */
function isBesideName(sentence: CountedWords, at: number, last: number): boolean {
  const { words, tokens } = sentence;
  if (at !== last || !/^(?:[1-9]|[1-9]\d|10\d)$/.test(words[at] ?? "") || words[at - 1] !== ",") return false;
  if (words[at + 1] !== ",") return false;
  const before = tokens[at - 2];
  if (before === undefined) return false;
  return before.upos === "PROPN" || (before.upos === "NOUN" && isOfPersons(lemmaOf(sentence, at - 2)));
}

/** "A woman of 83", "a boy of about ten": the years of one person. */
function isOfOne(sentence: CountedWords, at: number, last: number): boolean {
  const { words, tokens } = sentence;
  if (at !== last || !/^(?:\d{1,2}|10\d|\p{Ll}{3,9})$/u.test(words[at] ?? "")) return false;
  const of = /^(?:about|around|just|only|nearly|almost)$/i.test(words[at - 1] ?? "") ? at - 2 : at - 1;
  if (!/^of$/i.test(words[of] ?? "") || tokens[of - 1]?.xpos === "NNS") return false;
  if (!one.test(words[of - 1] ?? "")) return false;
  return /^(?:a|an|the|this|that|young|old|little|local)$/i.test(words[of - 2] ?? "");
}
