import type { Told } from "../../model/story.ts";
import { piecesOf, termOf } from "../word.ts";
import { type Names, nameKey, namesOf, namesOfDocument } from "./name.ts";
import { type Position, positionsOf } from "./position.ts";

/** Names of states and what stands for them, folded, with their country or key, and what else a story's names are: made of all its documents. */
export interface States extends ReadonlyMap<string, string> {
  readonly names: Names;
  /** Offices that the reports name beside a person, by the last word of the person's name. */
  readonly positions: ReadonlyMap<string, readonly Position[]>;
  /** The name of each state by its key, as printed: "Tarvonia", where reports speak of Tarvonians too. */
  readonly printed: ReadonlyMap<string, string>;
}

const keyOf = (text: string): string =>
  [...piecesOf(text)]
    .map(({ form }) => form.replace(/['’]s$/u, ""))
    .filter((form) => form !== "")
    .map(termOf)
    .join(" ");

/** What the name of a state and that of its people have in common: "tarv" of "Tarvia" and "Tarvians". */
const stateStem = (key: string): string => {
  const bare = key.replace(/(?:ians?|eans?|ans?|ese|ish|iia?|ia|is?|a|e|y)$/, "");
  return bare.length >= 3 && !key.includes(" ") ? bare : key;
};

const capitals = [
  /\b(\p{Lu}[\p{L}-]{2,30})['’]s? capital(?: city)?,? (?:of )?(\p{Lu}[\p{L}-]{2,30})/gu,
  /\b(?:capital(?: city)?) of (\p{Lu}[\p{L}-]{2,30}), (\p{Lu}[\p{L}-]{2,30})/gu,
];
const capitalFirst = [
  /\b(\p{Lu}[\p{L}-]{2,30}), (?:the )?(\p{Lu}[\p{L}-]{2,30})['’]s capital/gu,
  /\b(\p{Lu}[\p{L}-]{2,30}), (?:the )?capital of (\p{Lu}[\p{L}-]{2,30})/gu,
];

/** The people of a state, by whose government or army it is: "the Oslenian president". */
const peoples =
  /\b(\p{Lu}\p{L}{3,30}(?:ian|ean|ese|ish|an|i)) (?:\p{Ll}{3,12} )?(?:president|government|ministry|army|navy|air force|military|parliament|prime minister|embassy|foreign minister|defence minister|armed forces|border guards?)\b/gu;

/** A capital with its state, wherever a text says which is which. */
function* capitalsIn(text: string): Generator<readonly [capital: string, state: string]> {
  for (const pattern of capitals) for (const [, state, capital] of text.matchAll(pattern)) yield [capital!, state!];
  for (const pattern of capitalFirst) for (const [, capital, state] of text.matchAll(pattern)) yield [capital!, state!];
}

/** The shortest printed name of every state that goes by the stem of its name, and the lexicon's name of the others. */
function printedNames(told: readonly Told[], states: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { annotation } of told) {
    for (const { kind, country, name, named } of annotation.actors)
      if (named && country !== null && kind === "state" && !found.has(country)) found.set(country, name);
    for (const { text } of namesOfDocument(annotation)) {
      const key = nameKey(text);
      const owner = states.get(key);
      if (owner === undefined || key.includes(" ") || stateStem(key) !== owner) continue;
      const known = found.get(owner);
      if (known === undefined || text.length < known.length) found.set(owner, text);
    }
  }
  return found;
}

/** Every name of a state or government in the documents, with its country; a state that no list knows goes by the stem of its name. */
export function statesOf(told: readonly Told[]): States {
  const names = namesOf(told);
  const states = new Map<string, string>();
  for (const { annotation } of told) {
    for (const { kind, country, name, aliases, named } of annotation.actors) {
      if (!named || country === null || (kind !== "state" && kind !== "government" && kind !== "place")) continue;
      for (const form of [name, ...aliases]) if (form.length < 40) states.set(keyOf(form), country);
    }
  }
  const stems = new Set<string>();
  for (const { annotation } of told) {
    for (const { text } of namesOfDocument(annotation)) {
      const key = nameKey(text);
      if (key.includes(" ") || states.has(key) || names.kindOf(text) !== "state") continue;
      const stem = stateStem(key);
      states.set(key, stem);
      if (stem.length >= 4 || stem === key) stems.add(stem);
    }
  }
  for (const { annotation } of told) {
    for (const [, people] of annotation.text.matchAll(peoples)) {
      const key = keyOf(people!);
      const stem = stateStem(key);
      if (states.has(key) || stem === key || stem.length < 4) continue;
      states.set(key, stem);
      stems.add(stem);
    }
  }
  for (const { annotation } of told) {
    for (const { text } of namesOfDocument(annotation)) {
      const key = nameKey(text);
      const stem = stateStem(key);
      if (!states.has(key) && stems.has(stem) && names.kindOf(text) !== "person") states.set(key, stem);
    }
  }
  for (const { annotation } of told) {
    for (const [capital, state] of capitalsIn(annotation.text)) {
      const of = states.get(keyOf(state)) ?? stateStem(keyOf(state));
      states.set(keyOf(state), of);
      if (states.get(keyOf(capital)) === undefined || !/^[A-Z]{2}$/.test(states.get(keyOf(capital))!))
        states.set(keyOf(capital), of);
    }
  }
  return Object.assign(states, { names, positions: positionsOf(told, names), printed: printedNames(told, states) });
}

const people = /(?:ian|ean|an|ese|ish|i)s?$/;

/** A state's name where only its people is named: "Tarvonia" for "Tarvonian". */
export function stateName(name: string, owner: string, states: States): string {
  const printed = states.printed.get(owner);
  if (printed === undefined || !people.test(name) || name.includes(" ")) return name;
  return printed.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase() && printed.length < name.length
    ? printed
    : name;
}

/** The state or name that an owner's words stand for: "Tervaini", "Tervain's" and "Tervain" are one. */
export function ownerKey(text: string, states: ReadonlyMap<string, string>): string {
  const key = keyOf(text.replace(/['’]s?$/u, ""));
  const known = states.get(key);
  if (known) return known;
  const stem = stateStem(key);
  const bare = key.replace(/(?:ian|ean|an|ese|ish|i)s?$/, "");
  return states.get(bare) ?? states.get(stem) ?? stem;
}
