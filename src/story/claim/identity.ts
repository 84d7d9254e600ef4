import type { Holder } from "../../model/ledger.ts";
import type { SpellingRow } from "../../model/lexicon.ts";
import { spellingKey } from "../../model/spelling.ts";
import type { HolderMention } from "./holder.ts";

/** Somebody who speaks in a story, over its documents. */
export interface Speaker {
  readonly key: number;
  readonly type: HolderMention["type"];
  readonly mentions: readonly HolderMention[];
  readonly owner: string | null;
  readonly words: ReadonlySet<string>;
  readonly role: ReadonlySet<string>;
  /** Keys of bodies that a person leads. */
  readonly leads: ReadonlySet<number>;
  readonly holder: Holder;
}

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
    for (const word of [...words, `${mention.type}:${mention.owner}`]) {
      const known = byWord.get(word);
      if (known) known.add(at);
      else byWord.set(word, new Set([at]));
    }
    found.set(mention, at);
  }
  const speakers = open.map(
    (one, key): Speaker => ({
      ...one,
      key,
      leads: new Set(one.mentions.flatMap(({ leads }) => (leads ? [found.get(leads)!] : []))),
      holder: shownAs(one),
    }),
  );
  const body = (mention: HolderMention): Speaker => speakers[found.get(mention)!]!;
  return {
    speakers,
    speakerOf: (mention) =>
      mention.speaksFor && mention.speaksFor.words.length > 0 ? body(mention.speaksFor) : body(mention),
  };
}

function candidates(
  mention: HolderMention,
  words: readonly string[],
  open: readonly Open[],
  byWord: ReadonlyMap<string, ReadonlySet<number>>,
): number | null {
  if (mention.type === "role" || mention.type === "nobody") return null;
  if (mention.type === "state") return [...(byWord.get(`state:${mention.owner}`) ?? [])][0] ?? null;
  const last = words.at(-1);
  const near = new Set<number>();
  for (const word of mention.type === "person" ? [last ?? ""] : words)
    for (const at of byWord.get(word) ?? []) near.add(at);
  const fitting = [...near].filter((at) => {
    const one = open[at]!;
    if (one.type !== mention.type) return false;
    if (mention.type === "person") {
      const full = [...one.words];
      return full.at(-1) === last && (words.length === 1 || full.length === 1 || full[0] === words[0]);
    }
    if (one.owner !== null && mention.owner !== null && one.owner !== mention.owner) return false;
    if (!subset(words, one.words)) return false;
    if (one.words.size === words.length)
      return one.owner === mention.owner || (one.owner !== null) !== (mention.owner !== null);
    return !words.every(generic) || one.owner === mention.owner || /^\p{Ll}/u.test(mention.name);
  });
  const exact = fitting.filter((at) => open[at]!.words.size === words.length && open[at]!.owner === mention.owner);
  if (exact.length > 0) return exact[0]!;
  return fitting.length === 1 ? fitting[0]! : null;
}

function shownAs({ type, mentions, owner }: Open): Holder {
  const fullest = mentions.toSorted((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1))[0]!;
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
          ? (fullest.actor?.kind ?? "state")
          : actorKind === "person" || actorKind === "state"
            ? "organization"
            : actorKind,
    country,
    public: type === "person" ? isPublic : true,
  };
}

/** Can both belong to one state or body? A place's name and the code of a country say nothing against one another. */
const oneOwner = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a === b || /^[A-Z]{2}$/.test(a) !== /^[A-Z]{2}$/.test(b);

const minister =
  /^minister$|^secretari|^head$|^chief|^director|^commander|^governor|^general|^president|^chairwoman|^chairman|^commissioner/;

/**
 * How surely two speakers are one voice, 0 to 1: the same one; the state for one of its bodies, a minister for the ministry;
 * a person of the same role; 0 for two.
 */
export function affinity(a: Speaker, b: Speaker): number {
  if (a.key === b.key) return 1;
  if (a.leads.has(b.key) || b.leads.has(a.key)) return 0.8;
  const [one, other] = rank[a.type] <= rank[b.type] ? [a, b] : [b, a];
  if (one.type === "state" && other.type === "body") return one.owner !== null && one.owner === other.owner ? 0.8 : 0;
  if (one.type === "person" && (other.type === "body" || other.type === "role")) {
    const shared = [...one.role].filter(
      (word) => other.words.has(word) || other.words.has(word.replace(/er$/, "ri")),
    ).length;
    if (other.type === "role") return shared > 0 ? 0.75 : 0.45;
    const isHead = [...one.role].some((word) => minister.test(word));
    const named = [...one.role].some((word) => !minister.test(word) && other.words.has(word));
    const ofMinistry = one.role.size === 1 && one.role.has("minister") && other.words.has("ministri");
    return isHead && (named || ofMinistry) && oneOwner(one.owner, other.owner) ? 0.7 : 0;
  }
  if (one.type === "state" && other.type === "person")
    return one.owner !== null && other.owner === one.owner && other.role.size > 0 ? 0.6 : 0;
  if (one.type === "role" && other.type === "role") {
    const shared = [...one.words].filter((word) => other.words.has(word)).length;
    return shared > 0 ? 0.75 : 0.4;
  }
  if (one.type === "body" && other.type === "role") {
    const shared = [...one.words].filter((word) => other.words.has(word)).length;
    return shared > 0 ? 0.65 : 0.45;
  }
  return other.type === "nobody" || one.type === "nobody" || other.type === "role" || one.type === "role" ? 0.45 : 0;
}

const rank = { state: 0, person: 1, body: 2, role: 3, publisher: 4, nobody: 5 } as const;
