import type { PrintedName } from "./name.ts";
import { coreOf, headOf, isBodyNoun, isPersonNoun } from "./noun.ts";

/** Several people without names, whose village or country may have one: "two residents of Lunde". */
export const isOfSeveral = (segment: string): boolean => {
  const head = headOf(segment);
  return /[^s]s$|men$|people$/.test(head) && /^\p{Ll}/u.test(coreOf(segment).split(" ").at(-1)!) && isPersonNoun(head);
};

/** Does the name only say whose body it is: "the Holm campaign"? */
export const belongsToBody = (text: string, { end, title }: PrintedName): boolean => {
  const [next, after] = (/^ ((?:\p{Ll}[\p{L}-]* ?){1,3})(?:,|$)/u.exec(text.slice(end))?.[1] ?? "").trim().split(" ");
  return title === "" && next !== "" && next !== undefined && isBodyNoun(after ?? next);
};

/** Is a state only whose people speak: "Tarvonian state media", "the Tarvonian trader"? */
export const isOfPeople = (text: string): boolean =>
  /(?:ian|ean|an|ese|ish|i)(?: [\p{Ll}-]+){1,3}$/u.test(coreOf(text)) && !/^[\p{Ll} ]+$/u.test(text);
