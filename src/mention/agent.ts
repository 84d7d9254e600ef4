import { agentOf, mayName } from "./agent-noun.ts";
import type { Chunk, Line, Phrase } from "./found.ts";
import type { WordGrammar } from "./grammar.ts";
import type { NameIndex } from "./name-index.ts";
import { countryOf } from "./phrase.ts";
import { sayingLemmas } from "./speaking.ts";

/** No phrase is followed further to the left. */
const longestPhrase = 10;

const owners = /^(?:his|her|its|their|our|my|your|whose)$/;

interface Reach {
  readonly from: number;
  /** First word without determiner and owner. */
  readonly bareFrom: number;
  readonly determiner: Phrase["determiner"];
  readonly owner: string | null;
}

/** Walks left from a head over adjectives, nouns, names and an owner, to the determiner. */
function reachOf({ words }: Line, head: number, grammar: readonly WordGrammar[], floor: number): Reach {
  let from = head;
  let owned = -1;
  while (from > floor && head - from < longestPhrase) {
    const before = words[from - 1]!;
    const tag = grammar[from - 1]!.tag ?? "";
    if (/^(?:the|this|these|those)$/.test(before.key))
      return {
        from: from - 1,
        bareFrom: owned < 0 ? from : owned,
        determiner: owned < 0 ? "the" : "possessive",
        owner: null,
      };
    if (/^(?:an?|another|one)$/.test(before.key))
      return {
        from: from - 1,
        bareFrom: owned < 0 ? from : owned,
        determiner: owned < 0 ? "a" : "possessive",
        owner: null,
      };
    if (owners.test(before.key))
      return {
        from: from - 1,
        bareFrom: owned < 0 ? from : owned,
        determiner: "possessive",
        owner: owned < 0 ? before.key : null,
      };
    const isOwner = before.key === "'s" || (/^['’]$/.test(before.text) && (words[from - 2]?.key ?? "").endsWith("s"));
    if (isOwner && owned < 0 && from - 1 > floor) owned = from;
    else if (!isOwner && !/^(?:ADJ|NOUN|PROPN|NUM)$/.test(tag) && !(before.text === "-" && !before.spaced)) break;
    from -= 1;
  }
  return { from, bareFrom: owned < 0 ? from : owned, determiner: owned < 0 ? "none" : "possessive", owner: null };
}

const textOf = ({ words }: Line, from: number, to: number): string =>
  words
    .slice(from, to)
    .map((word, at) => (word.spaced && at > 0 ? ` ${word.text}` : word.text))
    .join("");

type Head = Pick<Phrase, "head" | "kind" | "plural" | "public">;

/** A role of the lexicon behind words that no list holds ("the borders minister"), as a subject or beside a name. */
function roleAt(
  { words }: Line,
  at: number,
  grammar: readonly WordGrammar[],
  starts: ReadonlySet<number>,
  index: NameIndex,
): Head | null {
  const { tag, verb } = grammar[at]!;
  if (tag !== "NOUN" || words[at]!.cap) return null;
  const beside = starts.has(at + 1) || words[at + 1]?.text === ",";
  if (verb === null && !beside) return null;
  const match = index.heads.longestAt(words, at);
  const role = match?.to === at + 1 ? match.values[0]! : null;
  if (role?.kind !== "role" || role.plural) return null;
  return { head: role.role, kind: "role", plural: false, public: role.public };
}

/** "The 58-year-old said": somebody told of before. */
function ageAt({ words }: Line, at: number, grammar: readonly WordGrammar[]): Head | null {
  if (words[at]!.key !== "old" || words[at - 2]?.key !== "year" || words[at - 1]!.text !== "-") return null;
  if (/^(?:NOUN|ADJ|PROPN)$/.test(grammar[at + 1]?.tag ?? "") || words[at - 5]?.key !== "the") return null;
  return { head: "old", kind: "role", plural: false, public: false };
}

/** Does the phrase that ends at `at` follow "according to"? */
function isCredited({ words }: Line, at: number): boolean {
  for (let before = at - 1; before > 0 && at - before < 6; before--) {
    if (words[before]!.key === "to") return words[before - 1]!.key === "according";
    if (/^[,.;:]$/.test(words[before]!.text)) return false;
  }
  return false;
}

/** A noun that is no role of the lexicon, and somebody by what it does and how it ends. */
function agentAt(line: Line, at: number, grammar: readonly WordGrammar[]): Head | null {
  const { words } = line;
  const { tag, verb, plural } = grammar[at]!;
  if (tag !== "NOUN") return null;
  const { key } = words[at]!;
  const kind = agentOf(key, plural);
  // "According to the governor's office".
  if (verb === null)
    return kind === "organization" && isCredited(line, at) ? { head: key, kind, plural: false, public: false } : null;
  if (kind === null || !(sayingLemmas.has(verb) || kind === "organization") || !mayName(key, words[at + 1]?.key))
    return null;
  const isRole = kind === "person" || kind === "people";
  return { head: key, kind: isRole ? "role" : kind, plural: kind === "people" || kind === "group", public: false };
}

/**
 * Noun phrases whose head is no role or institution of the lexicon, but which act as somebody does: the subject of a verb of saying ("the carpenter said"),
 * and a body that is the subject of any verb ("the heritage office has sided"). In order, none over a name or another phrase's head.
 */
export function agentPhrases(
  line: Line,
  grammar: readonly WordGrammar[],
  chunks: readonly Chunk[],
  phrases: readonly Phrase[],
  index: NameIndex,
): readonly Phrase[] {
  if (line.lexiconOnly || line.titleCase) return [];
  const { words } = line;
  const taken = new Set([
    ...phrases.map((phrase) => phrase.to - 1),
    ...chunks.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  ]);
  const starts = new Set(chunks.map((chunk) => chunk.from));
  const found: Phrase[] = [];
  for (let at = 0; at < words.length; at++) {
    if (taken.has(at) || words[at + 1]?.text === "-") continue;
    const head = roleAt(line, at, grammar, starts, index) ?? ageAt(line, at, grammar) ?? agentAt(line, at, grammar);
    if (head === null) continue;
    const floor = Math.max(0, ...phrases.filter(({ to, kind }) => to <= at && kind !== "role").map(({ to }) => to));
    const reach = reachOf(line, at, grammar, Math.min(floor, at));
    if (reach.determiner === "none" && !head.plural && !starts.has(at + 1)) continue;
    const within = chunks.find((chunk) => chunk.kind === "entries" && reach.from <= chunk.from && chunk.to <= at);
    const isNamed = head.kind !== "role" && reach.determiner === "possessive" && reach.owner === null;
    found.push({
      ...head,
      from: reach.from,
      headFrom: at,
      to: at + 1,
      determiner: reach.determiner,
      owner: reach.owner,
      country: within?.kind === "entries" ? countryOf(within.entries) : null,
      bare: textOf(line, isNamed ? reach.from : reach.bareFrom, at + 1).replace(/^the /i, ""),
    });
  }
  return found;
}
