import type { Told } from "../../model/story.ts";
import { lookupOf } from "../lookup.ts";
import { termOf } from "../word.ts";
import { roleOf, standsForFirm } from "./holder.ts";
import type { HolderMention } from "./holder-mention.ts";
import { isFirmNoun, isHeadNoun, isPersonNoun, officePattern } from "./noun.ts";
import { genderOfName, genderOfWords } from "./person-name.ts";
import type { States } from "./state.ts";

/** Somebody where a text names him. */
export interface Named {
  readonly at: number;
  readonly end: number;
  readonly mention: HolderMention;
}

/** What a document has named, in the order of its text. */
export interface Scene {
  readonly told: Told;
  readonly states: States;
  readonly bodies: readonly Named[];
  readonly persons: readonly Named[];
  /** Whoever spoke so far. */
  readonly before: readonly Named[];
}

export const lastBefore = <Item extends { readonly at: number }>(
  items: readonly Item[],
  at: number,
  is: (item: Item) => boolean,
): Item | null => {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index]!;
    if (item.at < at && is(item)) return item;
  }
  return null;
};

export const isNamedBody = ({ mention }: Named): boolean =>
  mention.words.length > 1 || mention.owner !== null || mention.actor?.named === true || /^\p{Lu}/u.test(mention.name);

const speaking =
  /^(?:, [^.;]{2,90},)? (?:has |had |have |also |later |again |now |on \p{Lu}\p{Ll}+ (?:\p{Ll}+ )?)?(?:said|says|say|told|tells|announced|announces|stated|states|added|reported|reports|insisted|insists|denied|denies|confirmed|claimed|claims|promised|warned|warns|rejected|rejects|accused|accuses|blamed|blames|called|calls|condemned|condemns|dismissed|dismisses|demanded|demands|declared|declares|conceded|admitted|admits|repeated|explained|urged|kept|calmed|answered|answers|maintains?|wrote|spoke|speaks|raised)(?![\p{L}])/u;

/** Is it what its sentence is about: the first thing named there, or one that says something? */
function isSubject({ told: { annotation } }: Scene, { at, end }: Named): boolean {
  const sentence = lookupOf(annotation).sentenceAt(at);
  return (sentence !== null && at - sentence[0] < 14) || speaking.test(annotation.text.slice(end, end + 120));
}

/** So far back, in UTF-16 units, a thing may be named that "it" points to and nobody quoted since. */
const reach = 260;

const isThing = ({ mention }: Named): boolean =>
  mention.type === "body" || mention.type === "state" || mention.speaksFor !== null;

/** The state that the last sentences are about. */
export function stateAt(scene: Scene, at: number): HolderMention | null {
  return (
    lastBefore(scene.persons, at, (one) => one.mention.type === "state" && one.at > at - reach && isSubject(scene, one))
      ?.mention ?? null
  );
}

/** Who "it" is at a unit of the text: the last body that spoke, or the one that a sentence since then is about. */
export function thingAt(scene: Scene, at: number): HolderMention | null {
  const spoke = lastBefore(scene.before, at, isThing);
  const subject = lastBefore(scene.bodies, at, (one) => one.at > at - reach && isSubject(scene, one));
  const found = subject && (!spoke || subject.at > spoke.at) ? subject : spoke;
  return found?.mention ?? lastBefore(scene.bodies, at, isNamedBody)?.mention ?? null;
}

const isPlural = (name: string): boolean =>
  name.split(" ").some((word) => /[^s]s$|men$|people$/.test(word) && isPersonNoun(word));

/** Who "he" or "she" is, where the reading of mentions does not say. */
export function humanAt(scene: Scene, at: number, gender: "f" | "m" | null = null): HolderMention | null {
  const may = ({ mention: { type, name } }: Named): boolean =>
    (type === "person" && (gender === null || (genderOfName(name) ?? gender) === gender)) ||
    (type === "role" && !isPlural(name));
  const spoke = lastBefore(scene.before, at, may);
  const subject = lastBefore(scene.persons, at, (one) => one.at > at - reach && may(one) && isSubject(scene, one));
  return (subject && (!spoke || subject.at > spoke.at) ? subject : spoke)?.mention ?? null;
}

const roleBefore = new RegExp(
  `((?:(?:the|a|an|its|his|her|their|\\p{Lu}[\\p{L}-]{1,30}['’]s) )(?:[\\p{L}-]{2,20} ){0,3}(?:${officePattern})s?(?: (?:of|in|at|from) [\\p{L}' -]{2,40})?), ?$`,
  "iu",
);

/** Whom a relative pronoun stands for: what ends right before it. */
export function antecedent(scene: Scene, at: number, pronoun: string): HolderMention | null {
  const { text } = scene.told.annotation;
  const isNear = ({ end }: Named): boolean => end <= at && end >= at - 3;
  const [body, person] = [scene.bodies.find(isNear), scene.persons.find(isNear)];
  const near = /^who/i.test(pronoun) ? (person ?? body) : (body ?? person);
  if (near) return near.mention;
  const lead = text.slice(Math.max(0, at - 110), at);
  const role = roleBefore.exec(lead);
  if (role) return roleOf(role[1]!, null, scene.states);
  const plain = /(?:^|[^\p{L}-])((?:[\p{Ll}-]{3,20} )?[\p{Ll}-]{3,20}),? $/u.exec(lead)?.[1];
  return plain && /^who/i.test(pronoun) && isPersonNoun(plain.split(" ").at(-1)!)
    ? roleOf(plain.replace(/^(?:and|but|for|from|with|that|than|are|were|was|the|by|of|not) /, ""), null, scene.states)
    : null;
}

const sameNoun = (noun: string, { mention }: Named): boolean =>
  mention.words.includes(noun) || mention.role.includes(noun);

const firmLike = ({ mention }: Named): boolean =>
  [...mention.role, ...mention.words.slice(-1)].some((word) => isFirmNoun(word));

/** Folded nouns that stand for a body whose name has another noun or none. */
const standIn = /^(?:movement|group|organisation|organization|statement|outfit)$/;

/** Which body "the service" is: the last one that is called so, or a firm for "the company" and the like. */
export function bodyCalled(scene: Scene, noun: string, at: number): HolderMention | null {
  const is = (one: Named): boolean => isNamedBody(one) && sameNoun(noun, one);
  const found = lastBefore(scene.before, at, is) ?? lastBefore(scene.bodies, at, is);
  if (found) return found.mention;
  if (standIn.test(noun)) {
    const thing = thingAt(scene, at);
    return thing?.type === "body" ? thing : (thing?.speaksFor ?? null);
  }
  if (!standsForFirm.test(noun)) return null;
  const firm = lastBefore(scene.bodies, at, (one) => isNamedBody(one) && firmLike(one));
  return firm?.mention ?? null;
}

/** The person right before what is told of him: "Ada Holm (Lunde), a long-time critic of the dam, said". */
export function nameBefore({ persons, told: { annotation } }: Scene, source: string, at: number): HolderMention | null {
  if (!/^(?:an?|one of the) /i.test(source)) return null;
  const isNear = ({ end, mention }: Named): boolean =>
    mention.type === "person" &&
    end < at &&
    end > at - 20 &&
    /^(?: \([^)]{1,14}\))?, $/.test(annotation.text.slice(end, at));
  return persons.find(isNear)?.mention ?? null;
}

/** Whose "its" is in "its head", "their secretary", "his office". */
export const ownerAt = (scene: Scene, pronoun: string, at: number): HolderMention | null =>
  /^(?:his|her)$/i.test(pronoun) ? humanAt(scene, at, genderOfWords(pronoun)) : thingAt(scene, at);

/** The person of the same report that an office without a name belongs to; for "the prelate" whoever was named last. */
export function personCalled(scene: Scene, mention: HolderMention, source: string, at: number): HolderMention | null {
  if (!/^the \p{Ll}[\p{Ll}-]+(?: \p{Ll}[\p{Ll}-]+){0,2}$/u.test(source)) return null;
  const noun = mention.words.at(-1);
  if (noun === undefined) return null;
  const fits = ({ mention: one }: Named): boolean =>
    one.type === "person" &&
    one.offices.some((words) => words.at(-1) === noun && mention.words.every((word) => words.includes(word)));
  const found = lastBefore(scene.persons, at, fits);
  if (found) return found.mention;
  const printed = source.split(" ").at(-1)!;
  if (isHeadNoun(printed) || !isPersonNoun(printed) || /s$|people|men$/.test(printed)) return null;
  const { text } = scene.told.annotation;
  const introduced = new RegExp(`(?<![\\p{L}])(?:an?|one) (?:[\\p{L}-]{2,20} ){0,3}${printed}(?![\\p{L}])`, "iu");
  if (introduced.test(text.slice(0, at))) return null;
  return lastBefore(scene.persons, at, (one) => one.at > at - reach && isSubject(scene, one))?.mention ?? null;
}

/** The role that "one of them" is one of. */
export const groupAt = (scene: Scene, at: number): HolderMention | null =>
  lastBefore(
    scene.before,
    at,
    ({ mention: { type, name, words } }) => type === "role" && !words.includes(termOf("them")) && isPlural(name),
  )?.mention ?? null;
