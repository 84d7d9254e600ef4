import { termOf } from "../word.ts";
import { determiners, type HolderMention, keyOf, plain, wordsOf } from "./holder-mention.ts";
import { coreOf, headOf, isBodyNoun, isNamedAfter, isPersonNoun } from "./noun.ts";
import { withoutSuffix } from "./person-name.ts";
import type { Position } from "./position.ts";
import { ownerKey, type States } from "./state.ts";

const demonym = /(?:ian|ean|an|ese|ish|i|s)$/;
const days = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|late|early|earlier)$/i;

/** Is a word of the phrase's core that of a body: "the State Emergency Service in Lunde"? */
export const namesBody = (text: string): boolean =>
  isBodyNoun(headOf(text)) ||
  isNamedAfter(coreOf(text)) ||
  (/\p{Lu}/u.test(text) && wordsOf(text.split(/[,;:]/)[0]!).some((word) => isBodyNoun(word)));

/** The body that a person stands at the head of or speaks for: that of "Mr Mutanga's union". */
function bodyOfPerson(person: string, noun: string, states: States): HolderMention | null {
  const words = withoutSuffix(wordsOf(person).map(termOf));
  const positions = states.positions.get(words.at(-1) ?? "") ?? [];
  const of = (fits: (position: Position) => boolean): string | null =>
    positions.find((one) => one.of !== null && fits(one) && !states.has(keyOf(one.of)))?.of ?? null;
  const head = headOf(noun);
  const found = of((one) => one.of!.toLowerCase().includes(head)) ?? of((one) => one.leads || one.spokes);
  return found === null ? null : bodyOf(found, states);
}

/** How many words at the beginning are a state's name of two words and more, with something left: "Sri Lanka Navy". */
const statePrefix = (forms: readonly string[], states: States): number => {
  for (let count = Math.min(4, forms.length - 1); count > 1; count--)
    if (states.has(forms.slice(0, count).map(termOf).join(" "))) return count;
  return 0;
};

/** What a minister's ministry is for, by the office that the reports give him: "energi" for "the ministry of Halec". */
const officeWords = (person: string, states: States): readonly string[] => {
  const last = withoutSuffix(wordsOf(person).map(termOf)).at(-1) ?? "";
  return (
    (states.positions.get(last) ?? [])
      .find(({ role }) => role.at(-1) === "minister" && role.length > 1)
      ?.role.slice(0, -1) ?? []
  );
};

/** A body as words name it: what it is and whose. Null where the words name no body. */
export function bodyOf(text: string, states: States): HolderMention | null {
  if (isPersonNoun(headOf(text.slice(0, 160))) && !isNamedAfter(coreOf(text.slice(0, 160)))) return null;
  const trimmed = text
    .trim()
    .replace(/^(?:the|a|an) /i, "")
    .slice(0, 160);
  let rest = trimmed.split(/,| (?:who|which|that) /)[0]!;
  let owner: string | null = null;
  const possessive = /^(?:M(?:r|rs|s)\.? )?(\p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}-]{1,30}){0,3})['’]s? (.+)$/u.exec(
    rest,
  );
  if (possessive && namesBody(possessive[2]!)) {
    const whose = possessive[1]!;
    if (!states.has(keyOf(whose)) && (states.names.kindOf(whose) === "person" || /^M(?:r|rs|s)\b/.test(rest)))
      return bodyOfPerson(whose, possessive[2]!, states) ?? bodyOf(possessive[2]!, states);
    // "Northern Fishers' Union": the possessive belongs to the name.
    if (!(/s['’] /.test(rest) && /^\p{Lu}/u.test(possessive[2]!) && !states.has(keyOf(whose)))) {
      owner = ownerKey(whose, states);
      rest = possessive[2]!;
    }
  }
  const trailing = /^(.+?) (?:of|in|for|at|under) (?:the )?(\p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}-]{1,30}){0,3})$/u.exec(
    rest,
  );
  if (
    !owner &&
    trailing &&
    namesBody(trailing[1]!) &&
    (states.has(keyOf(trailing[2]!)) ||
      /^\p{Ll}/u.test(trailing[1]!) ||
      /(?:Ministry|Army|Government|Embassy)$/.test(trailing[1]!)) &&
    (!/ministry$/i.test(trailing[1]!.split(" ")[0]!) ||
      states.has(keyOf(trailing[2]!)) ||
      states.names.kindOf(trailing[2]!) === "person")
  ) {
    const place = trailing[2]!;
    const isPerson = states.names.kindOf(place) === "person" && !states.has(keyOf(place));
    if (!isPerson) owner = ownerKey(place, states);
    rest = isPerson ? [trailing[1]!, ...officeWords(place, states)].join(" ") : trailing[1]!;
  }
  const isOffice = namesBody(rest);
  const forms = wordsOf(rest).filter((form) => !days.test(form));
  const words: string[] = [];
  const stateName = owner === null && isOffice ? statePrefix(forms, states) : 0;
  if (stateName > 0) owner = states.get(forms.slice(0, stateName).map(termOf).join(" "))!;
  for (const form of forms.slice(stateName)) {
    const term = termOf(form);
    if (determiners.test(form.toLowerCase())) continue;
    const state = /^\p{Lu}/u.test(form)
      ? (states.get(term) ?? states.get(termOf(form.replace(demonym, ""))))
      : undefined;
    if (state && !owner && isOffice && forms.length > 1) owner = state;
    else words.push(term);
  }
  if (words.length === 0) return null;
  return {
    ...plain,
    type: "body",
    name: trimmed.replace(/^(?:its|his|her|their) /i, ""),
    words,
    owner,
    country: owner && /^[A-Z]{2}$/.test(owner) ? owner : null,
  };
}
