import type { Actor } from "../../model/actor.ts";
import { termOf } from "../word.ts";
import { bodyOf } from "./body.ts";
import { bodyPhrase } from "./body-phrase.ts";
import { type HolderMention, keyOf, plain, wordsOf } from "./holder-mention.ts";
import { namesIn } from "./name.ts";
import { isBodyNoun, isHeadNoun } from "./noun.ts";
import { isNickname, withoutSuffix } from "./person-name.ts";
import type { Position } from "./position.ts";
import { ownerKey, type States } from "./state.ts";

const honorific = /^(?:mr|mrs|ms|dr|hon|sir|prof|rev|gen|col|capt|lt|st|mai|maj|sgt|brig|sen|rep|gov)$/;

/** Words of a person's name without what people are called by. */
const nameWords = (name: string): readonly string[] => {
  const words = withoutSuffix(wordsOf(name).map(termOf));
  const rest = words.filter((word, at) => !(at < words.length - 1 && honorific.test(word)));
  return rest.length > 0 ? rest : words;
};

/** Is the one the short form of the other: "Joe", "Joseph"? */
const isShort = (short: string, long: string): boolean =>
  short.length >= 2 &&
  short.length <= 4 &&
  long.length > short.length &&
  long.startsWith(short.slice(0, Math.max(2, short.length - 1)));

/** Can both be the name of one person, whose last words are the same? */
export const oneName = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 1 ||
  b.length === 1 ||
  a[0] === b[0] ||
  isShort(a[0]!, b[0]!) ||
  isShort(b[0]!, a[0]!) ||
  isNickname(a[0]!, b[0]!) ||
  (a.at(-2)!.length > 2 && a.at(-2) === b.at(-2) && (a.length > 2 || b.length > 2));

/** So many different offices of one surname are looked at. */
const mostOffices = 40;
const differing = new WeakMap<States, Map<string, readonly Position[]>>();

/** The different offices of all who have the surname: a story of many reports tells the same one over and over. */
function differentPositions(last: string, states: States): readonly Position[] {
  const ofStory = differing.get(states) ?? new Map<string, readonly Position[]>();
  differing.set(states, ofStory);
  const found =
    ofStory.get(last) ??
    distinct(states.positions.get(last) ?? [], (one) => `${one.name.join(" ")} ${one.role.join(" ")} ${one.of}`).slice(
      0,
      mostOffices,
    );
  ofStory.set(last, found);
  return found;
}

/** Offices that the reports give a person: where only a surname is there that several share, those of its own report. */
function positionsFor(words: readonly string[], document: string, states: States): readonly Position[] {
  const last = words.at(-1) ?? "";
  const different = differentPositions(last, states);
  const firsts = new Set(different.flatMap(({ name }) => (name.length > 1 ? [name[0]!] : [])));
  const own = (states.positions.get(last) ?? []).filter((one) => one.document === document && oneName(one.name, words));
  const others = different.filter(
    (one) =>
      one.document !== document &&
      oneName(one.name, words) &&
      (firsts.size < 2 || (words.length > 1 && one.name.length > 1)),
  );
  return [...own, ...others];
}

const isGeneric = (body: HolderMention): boolean =>
  body.owner === null && body.words.length === 1 && isBodyNoun(body.name.split(" ").at(-1)!);

/** The state or the body that some words name; null where they name none. */
function bodyOrState(words: string, states: States): HolderMention | null {
  if (states.has(keyOf(words))) {
    const owner = ownerKey(words, states);
    return { ...plain, type: "state", name: words, words: [], owner, country: null, public: true };
  }
  const phrase = bodyPhrase(words);
  if (phrase === null || states.names.kindOf(phrase) === "person" || personNamed(words, states) !== null) return null;
  return phrase === words ? bodyOf(phrase, states) : bodyOrState(phrase, states);
}

/** The person whom words name and nobody else: "Mr. Holm", "President Ada Holm"; null where they name none. */
function personNamed(words: string, states: States): string | null {
  const [name, ...more] = namesIn(words);
  if (!name || more.length > 0 || name.end < words.length) return null;
  const isPerson = name.title !== "" || states.names.kindOf(name.text) === "person";
  return isPerson && (name.start === 0 || name.title !== "") ? name.text : null;
}

/** Whom the words beside "spokesman for" name: a state, a body, or a person; null where they name none of these. */
export function voiceNamed(words: string, states: States): HolderMention | null {
  const person = personNamed(words, states);
  return person === null ? bodyOrState(words, states) : personAlone(person, states);
}

/** A person without offices, whose name may be known in full: offices would lead to other persons without end. */
function personAlone(name: string, states: States): HolderMention {
  const own = nameWords(name);
  const fitting = states.names.fullNames(own.at(-1) ?? "").filter((one) => oneName(nameWords(one), own));
  const full = own.length === 1 && fitting.length === 1 ? fitting[0]! : name;
  return { ...plain, type: "person", name: full, words: nameWords(full), owner: null };
}

/** The body of an office; null where the words name none, or only point at one of another report. */
function bodyFor({ of, document, spokes }: Position, here: string, states: States): HolderMention | null {
  if (of === null || /^(?:me|you|him|her|it|them|us)$/i.test(of)) return null;
  const body = spokes ? voiceNamed(of, states) : bodyOrState(of, states);
  return body && (body.type === "state" || document === here || !isGeneric(body)) ? body : null;
}

interface Office {
  readonly words: readonly string[];
  readonly role: readonly string[];
  readonly offices: readonly (readonly string[])[];
  readonly owner: string | null;
  readonly leads: HolderMention | null;
  readonly isSpokesman: boolean;
  readonly speaksFor: HolderMention | null;
}

const distinct = <Item>(items: readonly Item[], keyOfItem: (item: Item) => string): readonly Item[] => [
  ...new Map(items.map((item) => [keyOfItem(item), item])).values(),
];

/** Offices, folded, whose holder speaks for himself, whatever the words of another's spokesman beside his name seem to say. */
const electedOrJudge =
  /^(?:senator|representativ|congresman|congresvoman|lavmaker|legislator|iudg|iustic|candidat|nomine|sherif|vhip)$/;

/** Has the holder of an office with that folded noun a voice of his own? */
export const speaksForItself = (noun: string): boolean => electedOrJudge.test(noun) || isHeadNoun(noun);

function officeFor(name: string, document: string, states: States): Office {
  const words = nameWords(name);
  const all = positionsFor(words, document, states);
  const positions = distinct(all, (one) => `${one.document === document} ${one.role.join(" ")} ${one.of}`);
  const offices = positions.filter(({ role }) => role.length > 0 && !/^(?:mr|mrs|ms|member)$/.test(role.join(" ")));
  const first = (fits: (one: Position) => boolean): HolderMention | null => {
    for (const one of positions) {
      const body = fits(one) ? bodyFor(one, document, states) : null;
      if (body) return body;
    }
    return null;
  };
  const isSpokesman =
    positions.some(({ spokes }) => spokes) &&
    !positions.some(({ role, leads: isHead }) => isHead || speaksForItself(role.at(-1) ?? ""));
  const leads = isSpokesman ? null : first((one) => one.leads || one.role.join(" ") === "member");
  const home = positions.map((one) => stateIn(one, states)).find((one) => one !== null) ?? null;
  return {
    words,
    role: offices.flatMap((one) => one.role),
    offices: offices.map((one) => one.role),
    owner: leads?.owner ?? home,
    leads: leads?.type === "body" ? leads : null,
    isSpokesman,
    speaksFor: isSpokesman ? first(({ spokes }) => spokes) : null,
  };
}

/** Asked for at every mention of a person, so each answer is kept. */
const known = new WeakMap<States, Map<string, Office>>();

function officesOf(name: string, document: string, states: States): Office {
  const ofStory = known.get(states) ?? new Map<string, Office>();
  known.set(states, ofStory);
  const key = `${document}\n${name}`;
  const found = ofStory.get(key) ?? officeFor(name, document, states);
  ofStory.set(key, found);
  return found;
}

/** A person with a name, and what all reports say that he or she is. */
export function personOf(name: string, document: string, states: States, actor: Actor | null = null): HolderMention {
  const last = nameWords(name).at(-1) ?? "";
  const full = states.names.fullNames(last).find((one) => name.endsWith(` ${one}`)) ?? name;
  const { words, role, offices, owner, leads, speaksFor } = officesOf(full, document, states);
  const printed = (actor?.roles ?? []).flatMap((one) => wordsOf(one)).map(termOf);
  return {
    ...plain,
    type: "person",
    name: full,
    actor,
    words,
    owner: actor?.country ?? owner,
    country: actor?.country ?? (owner && /^[A-Z]{2}$/.test(owner) ? owner : null),
    public: actor?.public ?? null,
    role: [...new Set([...printed, ...role])],
    offices:
      offices.length > 0
        ? offices
        : (actor?.roles ?? []).map((one) => wordsOf(one).map(termOf)).filter((one) => one.length > 0),
    leads,
    // A spokesman with a name gives his own words: nothing is put into the mouth of the person he speaks for.
    speaksFor: speaksFor?.type === "person" ? null : speaksFor,
  };
}

const stateIn = ({ of }: Position, states: States): string | null =>
  of !== null && states.has(keyOf(of)) ? ownerKey(of, states) : null;
