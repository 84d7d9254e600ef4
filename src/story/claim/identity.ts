import type { Holder } from "../../model/ledger.ts";
import type { SpellingRow } from "../../model/lexicon.ts";
import { spellingKey } from "../../model/spelling.ts";
import { termOf } from "../word.ts";
import { affinity } from "./affinity.ts";
import type { HolderMention } from "./holder-mention.ts";
import { headOf, isBodyNoun } from "./noun.ts";
import { oneName } from "./person.ts";
import type { Speaker } from "./speaker.ts";

export type { Speaker } from "./speaker.ts";
export { affinity };

/** Who stands behind the mentions of a story. */
export interface Identities {
  readonly speakers: readonly Speaker[];
  readonly speakerOf: (mention: HolderMention) => Speaker;
}

interface Open {
  readonly type: HolderMention["type"];
  readonly mentions: HolderMention[];
  readonly words: Set<string>;
  readonly role: Set<string>;
  owner: string | null;
}

const heads = new Set(["ministri", "army", "police", "government", "committee", "gvernment"]);
const generic = (word: string): boolean => heads.has(word) || word.length < 3;

function spellingOf(spellings: readonly SpellingRow[]): (word: string) => string {
  const first = new Map<string, string>();
  for (const row of spellings) {
    const keys = row.spellings.map(spellingKey);
    for (const key of keys) first.set(key, keys[0]!);
  }
  return (word) => first.get(word) ?? word;
}

const subset = (small: readonly string[], large: ReadonlySet<string>): boolean =>
  small.every((word) => large.has(word));

/**
 * Mentions of speakers, joined over the documents. Persons by last name and first name where both have one; bodies by their words and their
 * owner ("Foreign Ministry of X" is "X's foreign ministry"), a shorter name to the only longer one that holds it; states by their country.
 * Roles without a name stay apart here: only what they say can join them.
 */
export function identify(all: readonly HolderMention[], spellings: readonly SpellingRow[]): Identities {
  const spell = spellingOf(spellings);
  const open: Open[] = [];
  const found = new Map<HolderMention, number>();
  const distinct = [...new Set(all.flatMap((one) => [one, one.speaksFor, one.leads].filter((some) => some !== null)))];
  const normal = distinct.map((mention) => ({ mention, words: mention.words.map(spell) }));
  const sorted = normal.toSorted(
    (a, b) =>
      b.words.length - a.words.length ||
      Number(b.mention.owner !== null) - Number(a.mention.owner !== null) ||
      (a.words.join() < b.words.join() ? -1 : a.words.join() > b.words.join() ? 1 : 0),
  );
  const byWord = new Map<string, Set<number>>();
  for (const { mention, words } of sorted) {
    const joins = candidates(mention, words, open, byWord);
    const at = joins ?? open.length;
    if (joins === null)
      open.push({ type: mention.type, mentions: [], words: new Set(words), role: new Set(), owner: mention.owner });
    const one = open[at]!;
    one.mentions.push(mention);
    one.owner ??= mention.owner;
    for (const word of mention.role) one.role.add(word);
    for (const word of [
      ...words,
      isSuit(mention) ? "role:suit" : `${mention.type}:${mention.owner}`,
      `=${initialsOf(mention)}`,
    ]) {
      const known = byWord.get(word);
      if (known) known.add(at);
      else byWord.set(word, new Set([at]));
    }
    found.set(mention, at);
  }
  const keysOf = (one: Open, of: (mention: HolderMention) => HolderMention | null): ReadonlySet<number> =>
    new Set(
      one.mentions.flatMap((mention) => {
        const other = of(mention);
        return other && isVoice(other) ? [found.get(other)!] : [];
      }),
    );
  const owners = new Set(
    open.flatMap(({ type, owner }) => ((type === "body" || type === "state") && owner ? [owner] : [])),
  );
  const speakers = open.map(
    (one, key): Speaker => ({
      ...one,
      key,
      offices: officesOf(one),
      leads: keysOf(one, ({ leads }) => leads),
      speaksFor: keysOf(one, ({ speaksFor }) => speaksFor),
      maybe: namesakes(one, open),
      ledNear: new Set(),
      isAbroad: owners.size > 1,
      apart: new Set(),
      isGeneric:
        one.type === "body" &&
        one.owner === null &&
        one.words.size === 1 &&
        one.mentions.every((mention) => isKind(mention)),
      holder: shownAs(one),
    }),
  );
  const bodies = speakers.filter(({ type }) => type === "body");
  for (const [key, one] of speakers.entries()) {
    if (one.leads.size === 0) continue;
    const near = bodies.filter((body) =>
      [...one.leads].some((led) => led !== body.key && affinity(speakers[led]!, body) >= 0.55),
    );
    speakers[key] = { ...one, ledNear: new Set(near.map((body) => body.key)) };
  }
  const plainly = (mention: HolderMention): Speaker => speakers[found.get(mention)!]!;
  /** A person who anywhere is the spokesman of a body gives the body's word: of the fullest named one, where there are several. */
  const voiceOf = (speaker: Speaker): Speaker => {
    const bodies = [...speaker.speaksFor].map((key) => speakers[key]!);
    return (
      bodies.toSorted(
        (a, b) => Number(a.isGeneric) - Number(b.isGeneric) || b.words.size - a.words.size || a.key - b.key,
      )[0] ?? speaker
    );
  };
  return {
    speakers,
    speakerOf: (mention) => {
      const { speaksFor } = mention;
      if (speaksFor && isVoice(speaksFor)) {
        const body = plainly(speaksFor);
        return body.isGeneric && mention.type === "person" ? voiceOf(plainly(mention)) : body;
      }
      const speaker = plainly(mention);
      return mention.type === "person" ? voiceOf(speaker) : speaker;
    },
  };
}

/** Does it name a body or a state, and not only that there is one? */
const isVoice = ({ type, words }: HolderMention): boolean => type === "state" || words.length > 0;

const isKind = ({ name, actor }: HolderMention): boolean =>
  isBodyNoun(name.split(" ").at(-1)!) && (actor === null || !actor.named || /^\p{Ll}/u.test(name));

const officesOf = ({ mentions }: Open): readonly (readonly string[])[] => {
  const all = new Map<string, readonly string[]>();
  for (const { offices } of mentions) for (const words of offices) all.set(words.join(" "), words);
  return [...all.values()];
};

/** Persons that a bare surname may stand for. */
function namesakes(one: Open, open: readonly Open[]): ReadonlySet<number> {
  if (one.type !== "person" || one.words.size > 1) return new Set();
  const [name] = [...one.words];
  return new Set(
    open.flatMap((other, key) =>
      other !== one && other.type === "person" && other.words.size > 1 && other.words.has(name!) ? [key] : [],
    ),
  );
}

/** A story's one lawsuit, which its reports cite under several names. */
const isSuit = ({ type, words, name }: HolderMention): boolean =>
  type === "role" &&
  /^(?:lav)?suit$/.test(words.at(-1) ?? "") &&
  !/^(?:another|other|second|third|separate|earlier|previous|similar|an?) /i.test(name);

function candidates(
  mention: HolderMention,
  words: readonly string[],
  open: readonly Open[],
  byWord: ReadonlyMap<string, ReadonlySet<number>>,
): number | null {
  if (isSuit(mention)) return [...(byWord.get("role:suit") ?? [])][0] ?? null;
  if (mention.type === "role" || mention.type === "nobody") return null;
  if (mention.type === "state") return [...(byWord.get(`state:${mention.owner}`) ?? [])][0] ?? null;
  const last = words.at(-1);
  const near = new Set<number>();
  for (const word of mention.type === "person" ? [last ?? ""] : words)
    for (const at of byWord.get(word) ?? []) near.add(at);
  if (mention.type === "body" && words.length === 1) for (const at of byWord.get(`=${words[0]}`) ?? []) near.add(at);
  const fitting = [...near].filter((at) => {
    const one = open[at]!;
    if (one.type !== mention.type || one.mentions[0]!.within !== mention.within) return false;
    if (mention.type === "person") {
      const full = [...one.words];
      return full.at(-1) === last && oneName(full, words);
    }
    if (one.owner !== null && mention.owner !== null && one.owner !== mention.owner) return false;
    if (isAcronym(words, one)) return true;
    if (!subset(words, one.words)) return false;
    // An embassy is not the capital where it stands.
    if (words.length === 1 && one.mentions.some(({ name }) => name.endsWith(` in ${mention.name}`))) return false;
    if (one.words.size === words.length)
      return one.owner === mention.owner || (one.owner !== null) !== (mention.owner !== null);
    if (words.length === 1 && isBodyNoun(mention.name.split(" ").at(-1)!))
      return one.mentions.some(({ name }) => termOf(headOf(name)) === words[0]);
    return !words.every(generic) || one.owner === mention.owner || /^\p{Ll}/u.test(mention.name);
  });
  const exact = fitting.filter((at) => open[at]!.words.size === words.length && open[at]!.owner === mention.owner);
  if (exact.length > 0) return exact[0]!;
  return fitting.length === 1 ? fitting[0]! : null;
}

/** First letters of a body's name of three words and more, as its short name has them: "rsf". */
const initialsOf = ({ type, name }: HolderMention): string =>
  type === "body"
    ? name
        .split(/[ -]/)
        .filter((word) => /^\p{Lu}/u.test(word))
        .map((word) => word[0]!.toLowerCase())
        .join("")
    : "";

const isAcronym = (words: readonly string[], one: Open): boolean =>
  words.length === 1 &&
  words[0]!.length > 2 &&
  one.words.size > 2 &&
  one.mentions.some((mention) => initialsOf(mention) === words[0]);

/** What a state, or the place that stands for it, may be shown as. */
const stateKinds: ReadonlySet<string> = new Set(["state", "government", "place"]);

/** A paper of a body's, and not the body: "interim report of the River Mission". */
const paperOf =
  /^(?:[\p{L}-]{1,20} ){0,4}(?:report|statement|letter|release|document|poll|transcript|version|source|projections?|headline)s? (?:[\p{L}-]{1,20} ){0,2}(?:of|by|from|within|in) /iu;

function longest(mentions: readonly HolderMention[]): HolderMention {
  const plainly = mentions.filter(({ name }) => !paperOf.test(name));
  return (plainly.length > 0 ? plainly : mentions).toSorted(
    (a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1),
  )[0]!;
}

/** Of a state and what stands for it the name under which it speaks most often. */
function mostPrinted(mentions: readonly HolderMention[]): HolderMention {
  const byName = [...Map.groupBy(mentions, ({ name }) => name).values()];
  return byName.toSorted((a, b) => b.length - a.length || (a[0]!.name < b[0]!.name ? -1 : 1))[0]![0]!;
}

function shownAs({ type, mentions, owner }: Open): Holder {
  const fullest = type === "state" ? mostPrinted(mentions) : longest(mentions);
  const known = mentions.find(({ actor }) => actor !== null);
  const country =
    mentions.find((one) => one.country !== null)?.country ?? (owner && /^[A-Z]{2}$/.test(owner) ? owner : null);
  const isPublic = mentions.some((one) => one.public === true) ? true : (fullest.public ?? null);
  const actorKind = mentions.find(({ actor }) => actor?.named)?.actor?.kind ?? known?.actor?.kind ?? "organization";
  if (type === "publisher") return { name: fullest.name, kind: "publisher", country: null, public: true };
  if (type === "role" || type === "nobody") return { name: fullest.name, kind: "unnamed", country: null, public: null };
  return {
    name: fullest.name,
    kind:
      type === "person"
        ? "person"
        : type === "state"
          ? stateKinds.has(fullest.actor?.kind ?? "")
            ? fullest.actor!.kind
            : "state"
          : actorKind === "person" || actorKind === "state"
            ? "organization"
            : actorKind,
    country,
    public: type === "person" ? isPublic : true,
  };
}
