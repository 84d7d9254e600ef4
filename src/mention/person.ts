import { rolesOfBodies } from "./agent-noun.ts";
import type { Chunk, Line, Phrase, Reference } from "./found.ts";
import type { WordGrammar } from "./grammar.ts";
import { isGround } from "./ground.ts";
import { type NameIndex, nameKey } from "./name-index.ts";
import { actsHere, groundEvidence, mayBePolity } from "./polity.ts";
import { organizationHeads, sayingForms, thingHeads, titles } from "./word-class.ts";

/** A line with its names and noun phrases. */
export interface LineParts {
  readonly line: Line;
  readonly chunks: readonly Chunk[];
  readonly phrases: readonly Phrase[];
  /** For each word. */
  readonly grammar: readonly WordGrammar[];
}

/** What a whole document tells of its unknown names; all are keys, never empty. */
export interface DocumentNames {
  /** Last words of people's names of two words and more, or with a role or a title before them. */
  readonly lasts: ReadonlySet<string>;
  /** First words of people's names of two words and more: the family's in Chinese or Korean. */
  readonly firsts: ReadonlySet<string>;
  /** First and last word of people's full names, joined by a space. */
  readonly full: ReadonlySet<string>;
  /** Names in lower case that stand for ground: they follow "in" or "near" and nowhere do what people do. */
  readonly grounds: ReadonlySet<string>;
  /** Names of places that the lexicon lacks, in lower case, which act or speak, or have a government, somewhere in the document. */
  readonly polities: ReadonlySet<string>;
  /** Words, in lower case, that the document prints without a capital somewhere: "TROOPS" is no acronym then. */
  readonly plain: ReadonlySet<string>;
  /** Names of bodies, in lower case, which are nobody's family name. */
  readonly bodies: ReadonlySet<string>;
  /** Last words, in lower case, of the names of bodies that have two words and more. */
  readonly bodyEnds: ReadonlySet<string>;
}

type Unknown = Extract<Chunk, { kind: "unknown" }>;

/** The text of a chunk in lower case, one space between words. */
const chunkKey = (line: Line, { from, to }: Chunk): string =>
  line.words
    .slice(from, to)
    .map((word) => word.key)
    .join(" ");

/** Reads what the document tells of its unknown names, over all lines at once, since a full name may come late. */
export function documentNames(parts: readonly LineParts[], index: NameIndex): DocumentNames {
  const people = new Set<string>();
  const ground = new Set<string>();
  const states = new Set<string>();
  const fullLasts = new Set<string>();
  const each = (visit: (line: Line, chunk: Unknown, hasRole: boolean) => void): void => {
    for (const { line, chunks, phrases } of parts) {
      if (line.titleCase) continue;
      const roleEnds = new Set(phrases.filter((phrase) => phrase.kind === "role").map((phrase) => phrase.to));
      for (const chunk of chunks) {
        if (chunk.kind !== "unknown" || isShouted(line, chunk) || thingHeads.has(line.words[chunk.to - 1]!.key))
          continue;
        visit(line, chunk, roleEnds.has(chunk.from) || roleEnds.has(chunk.from - 1));
      }
    }
  };
  each((line, chunk, hasRole) => {
    const key = chunkKey(line, chunk);
    const evidence = groundEvidence(line, chunk);
    if (hasRole || chunk.female !== null) people.add(key);
    else if (evidence !== null) ground.add(key);
    if (evidence === "state") states.add(key);
    const names = nameParts(line, chunk);
    if (names.length > 1 && chunk.core === "person") fullLasts.add(chunkKey(line, { ...chunk, from: chunk.to - 1 }));
  });
  const grounds = new Set([...ground].filter((key) => !people.has(key) && !fullLasts.has(key)));
  const lasts = new Set<string>();
  const firsts = new Set<string>();
  const full = new Set<string>();
  each((line, chunk, hasRole) => {
    const names = nameParts(line, chunk);
    const last = names.at(-1);
    if (
      last === undefined ||
      grounds.has(chunkKey(line, chunk)) ||
      organizationHeads.has(line.words[chunk.to - 1]!.key)
    )
      return;
    const isPerson = hasRole || chunk.female !== null || chunk.core === "person";
    if (isPerson) lasts.add(nameKey(last, index));
    if (names.length < 2 || !isPerson) return;
    firsts.add(nameKey(names[0]!, index));
    full.add(`${nameKey(names[0]!, index)} ${nameKey(last, index)}`);
  });
  const bodies = bodyNames(parts, fullLasts);
  return {
    lasts,
    firsts,
    full,
    grounds,
    polities: politiesOf(parts, grounds, states),
    plain: plainWords(parts),
    bodies,
    bodyEnds: new Set([...bodies].flatMap((key) => (key.includes(" ") ? [key.slice(key.lastIndexOf(" ") + 1)] : []))),
  };
}

const bodyNames = (parts: readonly LineParts[], families: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    parts
      .flatMap(({ line, chunks }) =>
        chunks.flatMap((chunk) => (chunk.kind === "organization" ? [chunkKey(line, chunk)] : [])),
      )
      .filter((key) => !families.has(key)),
  );

/** Is the name a body's elsewhere in the document, and nobody's family name? */
export const isBodyElsewhere = (line: Line, chunk: Chunk, { bodies }: DocumentNames): boolean =>
  chunk.kind === "unknown" && chunk.female === null && bodies.has(chunkKey(line, chunk));

const plainWords = (parts: readonly LineParts[]): ReadonlySet<string> =>
  new Set(parts.flatMap(({ line }) => line.words.flatMap((word) => (word.cap ? [] : [word.key]))));

/** Places without a row in the lexicon that speak in some line, or own what states own. */
function politiesOf(
  parts: readonly LineParts[],
  grounds: ReadonlySet<string>,
  states: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set([...states].filter((key) => grounds.has(key)));
  for (const { line, chunks } of parts) {
    if (line.titleCase || line.lexiconOnly) continue;
    for (const chunk of chunks) {
      const key = chunkKey(line, chunk);
      const isPlace = (chunk.kind === "ground" && !chunk.facility) || (chunk.kind === "unknown" && grounds.has(key));
      if (!isPlace || !mayBePolity(line, chunk) || isGround(line, chunk.from, chunk.to)) continue;
      if (actsHere(line, chunk) || groundEvidence(line, chunk) === "state") found.add(key);
    }
  }
  return found;
}

/** Does a place stand here for the state or town that acts ("Norland denied it"), and not for ground? */
export const isPolity = (line: Line, chunk: Chunk, { polities }: DocumentNames): boolean =>
  polities.has(chunkKey(line, chunk)) && !isGround(line, chunk.from, chunk.to);

/** Does an unknown name stand for ground, by what the document tells of it? */
export const isUnknownGround = (line: Line, chunk: Chunk, names: DocumentNames): boolean =>
  chunk.kind === "unknown" && names.grounds.has(chunkKey(line, chunk));

/** In a headline capitals tell nothing: only full names that the body has too are read there. */
export function headlineNames(
  { line, chunks }: LineParts,
  { full }: DocumentNames,
  index: NameIndex,
): readonly Chunk[] {
  const found: Chunk[] = [];
  for (let at = 0; at + 1 < line.words.length; at++) {
    if (chunks.some((chunk) => chunk.from < at + 2 && at < chunk.to)) continue;
    const [first, last] = [line.words[at]!, line.words[at + 1]!];
    if (full.has(`${nameKey(first.text, index)} ${nameKey(last.text, index)}`)) {
      found.push({ kind: "unknown", from: at, to: at + 2, female: null, core: "person" });
    }
  }
  return found;
}

/** Capital letters only: "FULL TEXT" is nobody. */
const isShouted = (line: Line, { from, to }: Chunk): boolean =>
  to - from > 1 && line.words.slice(from, to).every((word) => word.upper || !word.cap);

/** Words of a person's name without marks, initials' dots and "Jr.". */
function nameParts(line: Line, chunk: Chunk): readonly string[] {
  const parts: string[] = [];
  for (let at = chunk.from; at < chunk.to; at++) {
    const word = line.words[at]!;
    if (!/\p{L}/u.test(word.text) || /^(?:jr|sr|ii|iii|iv)$/.test(word.key)) continue;
    const before = line.words[at - 1];
    if (at > chunk.from && before?.text === "-" && !before.spaced && !word.spaced)
      parts.push(`${parts.pop() ?? ""}${word.text}`);
    else parts.push(word.text);
  }
  return parts;
}

/** Where the titles and ranks that stand right before a name begin: "Commander" of "his deputy, Commander Iris Holm". */
function titledFrom({ words }: Line, chunk: Chunk, phrases: readonly Phrase[]): number {
  let from = chunk.from;
  for (let step = 0; step < mostTitles; step++) {
    const at = words[from - 1]?.text === "." ? from - 1 : from;
    const rank = phrases.find((phrase) => phrase.kind === "role" && !phrase.plural && phrase.to === at);
    if (rank !== undefined) from = rank.from;
    else if (titles.has(words[at - 1]?.key ?? "")) from = at - 1;
    else break;
  }
  return from;
}

const mostTitles = 4;

const namedAs =
  /^,? ?(?:who )?(?:(?:gave|gives) (?:his|her|their) name (?:only )?as|(?:only )?(?:named|called)|is called|(?:goes|went) by(?: the name(?: of)?)?|(?:who )?(?:only )?identified (?:(?:himself|herself|themselves) )?(?:only )?as|known (?:only )?as)$/;

/** Do the words between a role and a name say that it is the name of that somebody ("a skipper named Mano")? */
const isNamedAs = ({ words }: Line, from: number, to: number): boolean =>
  to - from > 0 &&
  to - from < 9 &&
  namedAs.test(
    words
      .slice(from, to)
      .map((word) => word.key)
      .join(" "),
  );

/** What "who chairs the board" makes of somebody. */
const rolesOfDeeds: Readonly<Record<string, readonly string[]>> = {
  chairs: ["chairman", "leader"],
  chaired: ["chairman", "leader"],
  leads: ["leader", "head"],
  led: ["leader", "head"],
  heads: ["head", "leader", "director"],
  runs: ["head", "manager", "director", "owner"],
  owns: ["owner"],
  commands: ["commander"],
  represents: ["lawyer", "representative", "delegate"],
  teaches: ["teacher"],
  farms: ["farmer"],
  grows: ["farmer", "grower"],
  drives: ["driver"],
  studies: ["student"],
  founded: ["founder"],
  edits: ["editor"],
  manages: ["manager"],
  negotiates: ["negotiator"],
};

/** Heads of roles that a clause behind a name tells: "Marit Holm, who chairs the union". */
const deedsOf = ({ words }: Line, { to }: Chunk): readonly string[] =>
  words[to]?.text === "," && words[to + 1]?.key === "who" ? (rolesOfDeeds[words[to + 2]?.key ?? ""] ?? []) : [];

/** The roles that stand before a name or are set off after it by a comma. */
function rolesOf(line: Line, chunk: Chunk, phrases: readonly Phrase[], starts: ReadonlySet<number>): readonly Phrase[] {
  const { words } = line;
  const from = titledFrom(line, chunk, phrases);
  return phrases.filter((phrase) => {
    if (phrase.kind !== "role") return false;
    if (phrase.plural) return phrase.to === chunk.from;
    if (from <= phrase.from && phrase.to <= chunk.from) return true;
    if (phrase.to <= from) {
      if (isNamedAs(line, phrase.to, from)) return true;
      if (words[from - 1]?.text !== "," || from - phrase.to > 10) return false;
      // "A member of the board, Ivo Lund, went further": who is called something and named between commas at the head of a sentence.
      if (phrase.determiner === "a" && (phrase.from > 0 || words[chunk.to]?.text !== ",")) return false;
      if (phrase.to === from - 1) return phrase.determiner !== "none" || phrase.bare !== phrase.head;
      return (
        (/^(?:of|for|in|at)$/.test(words[phrase.to]!.key) ||
          (words[phrase.to]!.key === "'s" && phrase.head.includes(" of "))) &&
        words.slice(phrase.to + 1, from - 1).every((word) => word.text !== "," && !sayingForms.has(word.key))
      );
    }
    if (phrase.from !== chunk.to + 1 || starts.has(phrase.to)) return false;
    return (
      words[chunk.to]!.text === "," ||
      (/^(?:is|was|became|remains)$/.test(words[chunk.to]!.key) && phrase.determiner !== "none")
    );
  });
}

/** A chunk of unknown words as a person's name, or null where nothing says that it is one. */
export function personReference(
  line: Line,
  chunk: Chunk,
  phrases: readonly Phrase[],
  starts: ReadonlySet<number>,
  names: DocumentNames,
  index: NameIndex,
): Reference | null {
  const { words } = line;
  const parts = nameParts(line, chunk);
  const last = parts.at(-1);
  if (last === undefined || thingHeads.has(words[chunk.to - 1]!.key)) return null;
  const roles = rolesOf(line, chunk, phrases, starts);
  const text = words
    .slice(chunk.from, chunk.to)
    .map((word, at) => (word.spaced && at > 0 ? ` ${word.text}` : word.text))
    .join("");
  const female = chunk.kind === "unknown" ? chunk.female : null;
  const aged = words[chunk.to]?.text === "," && /^[1-9]\d$/.test(words[chunk.to + 1]?.text ?? "");
  const person: Reference = { to: "person", text, parts, roles, heads: deedsOf(line, chunk), female, aged };
  const led =
    /^(?:administration|campaign|camp|team)$/.test(words[chunk.to]?.key ?? "") && words[chunk.from - 1]?.key === "the";
  const isAcronym = parts.length === 1 && words[chunk.from]!.upper;
  const known = !isAcronym && names.lasts.has(nameKey(last, index));
  if (chunk.kind === "entries") return known || roles.length > 0 || led ? person : null;
  // "… with Norland, its minister said": a role behind a comma does not make a person of a place.
  if (isUnknownGround(line, chunk, names) && !roles.some((role) => role.to <= chunk.from)) return null;
  if (roles.length > 0 || female !== null || known) return person;
  if (parts.length > 1 && isShouted(line, chunk)) return null;
  const isPerson =
    chunk.kind === "unknown" && (chunk.core === "person" || (chunk.core === null && isSaid(line, chunk)));
  if (parts.length > 1)
    return !isPerson || line.titleCase || organizationHeads.has(words[chunk.to - 1]!.key) ? null : person;
  const given = names.firsts.has(nameKey(last, index)) && !isAcronym;
  return given ||
    isPerson ||
    (!isAcronym && last.length > 2 && sayingForms.has(words[chunk.to]?.key ?? "") && chunk.from > 0)
    ? person
    : null;
}

/** Do the words around a name say that somebody of that name spoke: "said Oh Mi-ran, who", "Oh Mi-ran said"? */
const isSaid = ({ words }: Line, { from, to }: Chunk): boolean =>
  from > 0 && to - from < 6 && (sayingForms.has(words[from - 1]!.key) || sayingForms.has(words[to]?.key ?? ""));

/** A name that the core takes for a body's or a place's, but which a role is apposed to ("its chairwoman, Petra Oss,"), as a person; null else. */
export function personBesideRole(
  line: Line,
  chunk: Extract<Chunk, { kind: "organization" | "ground" }>,
  phrases: readonly Phrase[],
  starts: ReadonlySet<number>,
): Reference | null {
  const { words } = line;
  const parts = nameParts(line, chunk);
  const isLong = parts.length < 2 || parts.length > 4 || (chunk.kind === "organization" && chunk.acronym !== null);
  if (isLong || words.slice(chunk.from, chunk.to).some((word) => organizationHeads.has(word.key) || !word.cap))
    return null;
  const roles = rolesOf(line, chunk, phrases, starts).filter(
    (phrase) => phrase.to < chunk.from && words[chunk.from - 1]!.text === "," && !rolesOfBodies.test(phrase.head),
  );
  const text = words
    .slice(chunk.from, chunk.to)
    .map((word) => word.text)
    .join(" ");
  return roles.length === 0 ? null : { to: "person", text, parts, roles, heads: deedsOf(line, chunk), female: null };
}
