import type { MentionForm, MentionKind } from "../model/mention.ts";
import type { Parsed } from "../model/sentence.ts";
import { agentPhrases } from "./agent.ts";
import { rolesOfBodies } from "./agent-noun.ts";
import type { Chunk, Finding, Line, Phrase, Reference } from "./found.ts";
import { grammarOf } from "./grammar.ts";
import { entryReference, isRegionHere } from "./ground.ts";
import { nameChunks } from "./name.ts";
import type { NameEntry, NameIndex } from "./name-index.ts";
import { withNames } from "./named.ts";
import { organizationReference } from "./organization.ts";
import {
  type DocumentNames,
  documentNames,
  headlineNames,
  isBodyElsewhere,
  isPolity,
  isUnknownGround,
  type LineParts,
  personBesideRole,
  personReference,
} from "./person.ts";
import { countryOf, findPhrases } from "./phrase.ts";
import { reportsBehind } from "./reporting.ts";
import { sayingLemmas } from "./speaking.ts";
import { isEmptyIt, isSubject } from "./subject.ts";
import type { Word } from "./word.ts";
import { plainAcronyms, sayingForms } from "./word-class.ts";

const pronouns = new Set(
  "he him his himself she her hers herself they them their themselves it its itself i me my we us our".split(" "),
);

const textOf = (parsed: Parsed, line: Line, from: number, to: number): string =>
  parsed.text.slice(line.words[from]!.start, line.words[to - 1]!.end);

/** Reads the names, noun phrases and pronouns of all lines, in text order; of two that begin together the longer comes first. */
export function findAll(parsed: Parsed, lines: readonly Line[], index: NameIndex): readonly Finding[] {
  const parts = lines.map((line): LineParts => {
    const grammar = grammarOf(parsed, line);
    const chunks = withNames(line, nameChunks(line, index), index);
    const known = findPhrases(line, chunks, index);
    const phrases = [...known, ...agentPhrases(line, grammar, chunks, known, index)];
    return { line, chunks, phrases: phrases.sort((a, b) => a.headFrom - b.headFrom), grammar };
  });
  const names = documentNames(parts, index);
  const findings: Finding[] = [];
  parts.forEach((plain, at) => {
    const part = plain.line.titleCase
      ? { ...plain, chunks: [...plain.chunks, ...headlineNames(plain, names, index)] }
      : plain;
    const own = findInLine(parsed, part, at, names, index);
    findings.push(...own.sort((a, b) => a.start - b.start || b.end - a.end));
  });
  return findings;
}

/** What the findings of one line are made from. */
interface LineReader extends LineParts {
  readonly parsed: Parsed;
  readonly index: NameIndex;
  readonly document: DocumentNames;
  /** A finding over the words `[from, to)`. */
  readonly make: (from: number, to: number, kind: MentionKind, form: MentionForm, refer: Reference) => Finding;
}

function findInLine(parsed: Parsed, part: LineParts, at: number, document: DocumentNames, index: NameIndex): Finding[] {
  const { line } = part;
  const { words } = line;
  const make: LineReader["make"] = (from, to, kind, form, refer) => ({
    line: at,
    start: words[from]!.start,
    end: words[to - 1]!.end,
    kind,
    form,
    quoted: line.quoted[from] ?? false,
    subject: isSubject(line, from, to, index) || part.grammar.slice(from, to).some(({ verb }) => verb !== null),
    speaker: speaks(line, part.grammar, from, to),
    reports: reportsBehind(line, part.grammar, from, to),
    refer,
  });
  const reader: LineReader = { ...part, parsed, index, document, make };
  const names = nameFindings(reader);
  return [...names, ...phraseFindings(reader, names), ...capitalFindings(reader), ...pronounFindings(reader)];
}

/** Does a verb of saying stand beside the words, or have them as its subject? */
const speaks = ({ words }: Line, grammar: LineParts["grammar"], from: number, to: number): boolean =>
  sayingForms.has(words[to]?.key ?? "") ||
  sayingForms.has(words[from - 1]?.key ?? "") ||
  grammar.slice(from, to).some(({ verb }) => verb !== null && sayingLemmas.has(verb));

/** The names of a line that stand for somebody or for ground. */
function nameFindings(reader: LineReader): readonly Finding[] {
  const { line, chunks, phrases, document, index, parsed, make } = reader;
  const starts = new Set(chunks.filter((chunk) => chunk.kind === "unknown").map((chunk) => chunk.from));
  return chunks.flatMap((chunk): readonly Finding[] => {
    const { from, to } = chunk;
    const text = textOf(parsed, line, from, to);
    switch (chunk.kind) {
      case "organization": {
        const person = personBesideRole(line, chunk, phrases, starts);
        if (person !== null) return [make(from, to, "person", "name", person)];
        if (isDateline(line, chunk))
          return [make(from, to, "place", "name", { to: "ground", text, entries: [], speaks: false })];
        return isLoud(line, chunk, document) ? [] : [organizationFinding(reader, chunk)];
      }
      case "ground": {
        const entries = index.names.longestAt(line.words, from, to)?.values ?? [];
        const apposed = entries.length > 0 || chunk.facility ? null : personBesideRole(line, chunk, phrases, starts);
        if (apposed !== null) return [make(from, to, "person", "name", apposed)];
        const speaks = entries.length === 0 && isPolity(line, chunk, document);
        return [make(from, to, chunk.facility ? "facility" : "place", "name", { to: "ground", text, entries, speaks })];
      }
      case "entries": {
        const isPlace = (entry: NameEntry): boolean => entry.kind === "place";
        const entries = isRegionHere(chunk, chunks) ? chunk.entries.filter(isPlace) : chunk.entries;
        const national = nationalReference(line, chunk, reader.grammar, text);
        if (national !== null) return [make(from - 1, to, "person", "nominal", national)];
        const found = entryReference(line, from, to, entries, text);
        if (found !== null) return [make(from, to, found.kind, "name", found.refer)];
        if (!chunk.entries.every(isPlace)) return [];
        break;
      }
      case "unknown":
        break;
    }
    if (chunk.kind === "unknown" && chunk.core !== null && isBodyElsewhere(line, chunk, document))
      return [organizationFinding(reader, { ...chunk, kind: "organization", acronym: null })];
    const person = personReference(line, chunk, phrases, starts, document, index);
    if (person !== null) return [make(from, to, "person", "name", person)];
    if (isUnknownGround(line, chunk, document)) {
      const speaks = isPolity(line, chunk, document);
      return [make(from, to, "place", "name", { to: "ground", text, entries: [], speaks })];
    }
    return chunk.kind === "unknown" &&
      isAcronym(line, chunk, text) &&
      !isDateline(line, chunk) &&
      !isLoud(line, chunk, document)
      ? [make(from, to, "organization", "name", acronymReference(text))]
      : [];
  });
}

/** "The Norwegian said": one person of that people, by a demonym that is no plural, as the subject of a verb of saying. */
function nationalReference(
  { words }: Line,
  chunk: Extract<Chunk, { kind: "entries" }>,
  grammar: LineParts["grammar"],
  text: string,
): Reference | null {
  const { from, to } = chunk;
  const people = chunk.entries.find((entry) => entry.kind === "people");
  if (people?.kind !== "people" || words[from - 1]?.key !== "the") return null;
  const { verb, plural } = grammar[to - 1]!;
  if (verb === null || plural || !sayingLemmas.has(verb)) return null;
  const isOne =
    /(?:[iaec]an|greek|pole|dane|swede|finn|turk|serb|croat|czech|slovak|slovene|thai|israeli|iraqi|saudi|briton|scot|spaniard|kazakh|uzbek|kyrgyz|tajik|afghan|german|roman)$/;
  return isOne.test(words[to - 1]!.key) ? { to: "national", country: people.row.iso2, text } : null;
}

/** "KESRIN (TarvInform) — ": the capitals that open a report stand for its place. */
const isDateline = ({ words }: Line, { from, to }: Chunk): boolean =>
  from === 0 && words[0]!.upper && to <= 3 && /^(?:[(,—–]|--)$/.test(words[to]?.text ?? "");

/** Capitals that only shout: the document prints the word in small letters too, or the words beside it shout as well. */
const isLoud = ({ words }: Line, { from, to }: Chunk, { plain }: DocumentNames): boolean =>
  to === from + 1 &&
  words[from]!.upper &&
  // "WHO" and "who" are two words; five letters seldom are.
  ((words[from]!.text.length > 4 && (plain.has(words[from]!.key) || words[to]?.text === ":")) ||
    (isShout(words[from]) && (isShout(words[from - 1]) || isShout(words[to]))));

const isShout = (word: Word | undefined): boolean => word !== undefined && word.upper && word.text.length > 3;

const isAcronym = ({ words, titleCase }: Line, { from, to }: Chunk, text: string): boolean =>
  to === from + 1 &&
  words[from]!.upper &&
  !titleCase &&
  /^\p{Lu}{3,6}$/u.test(text) &&
  words[to]?.text !== "-" &&
  !plainAcronyms.has(words[from]!.key);

const acronymReference = (text: string): Reference => ({
  to: "organization",
  text,
  country: null,
  institution: null,
  kind: "organization",
  acronym: text,
});

/** An organisation's name, with the state that owns it before it ("Ukraine's Border Service"). */
function organizationFinding(
  { parsed, line, chunks, index, make }: LineReader,
  chunk: Extract<Chunk, { kind: "organization" }>,
): Finding {
  const owned = line.words[chunk.from - 1]?.key === "'s" ? chunks.find((one) => one.to === chunk.from - 1) : undefined;
  const country = owned?.kind === "entries" ? countryOf(owned.entries) : null;
  const from = country !== null && owned !== undefined ? owned.from : chunk.from;
  const text = textOf(parsed, line, from, chunk.to);
  return make(from, chunk.to, "organization", "name", organizationReference(line, chunk, country, text, index));
}

/** The noun phrases of a line; a role beside a name refers to the one named. */
function phraseFindings(
  { parsed, line, chunks, phrases, make }: LineReader,
  names: readonly Finding[],
): readonly Finding[] {
  const holders = new Map<Phrase, Finding>();
  for (const name of names) {
    if (name.refer.to === "person") for (const role of name.refer.roles) if (!role.plural) holders.set(role, name);
  }
  const beginning = new Map(names.map((name) => [name.start, name]));
  return phrases.map((phrase) => {
    const beside = holders.has(phrase) ? undefined : bodyBeside(phrase, chunks);
    const same =
      holders.get(phrase) ??
      (beside === undefined ? undefined : beginning.get(line.words[beside.from]!.start)) ??
      bodyApposed(line, phrase, beginning);
    const text = textOf(parsed, line, phrase.from, phrase.to);
    return make(phrase.from, phrase.to, kindOfPhrase(phrase), "nominal", {
      to: "phrase",
      phrase,
      text,
      same: same ?? null,
    });
  });
}

/** "The company, Amber Lines,": the body whose name is set off behind the phrase. */
function bodyApposed({ words }: Line, phrase: Phrase, beginning: ReadonlyMap<number, Finding>): Finding | undefined {
  const isBody = phrase.kind === "organization" || phrase.kind === "media" || rolesOfBodies.test(phrase.head);
  const isComma = words[phrase.to]?.text === ",";
  // "the charity MedAid"
  const isBodyNext = isComma || (words[phrase.to]?.cap ?? false);
  if (!isBody || phrase.determiner === "none" || !isBodyNext) return undefined;
  const name = beginning.get(words[isComma ? phrase.to + 1 : phrase.to]?.start ?? -1);
  if (name === undefined || name.kind !== "organization" || name.form !== "name") return undefined;
  const after = words.find(({ start }) => start >= name.end);
  return !isComma || after === undefined || /^[,.;(]$/.test(after.text) ? name : undefined;
}

/** "its ally Belarus", "the BelTA news agency": the name of the state or body that the phrase is apposed to. */
function bodyBeside(phrase: Phrase, chunks: readonly Chunk[]): Chunk | undefined {
  if (phrase.kind === "role") {
    if (phrase.plural || !/(?:ally|member|neighbou?r|rival|partner)$/.test(phrase.head)) return undefined;
    return chunks.find((chunk) => chunk.from === phrase.to && chunk.kind === "entries");
  }
  const isBody = (entry: NameEntry): boolean =>
    entry.kind === "organization" &&
    (entry.row.kind === "media" ||
      entry.row.kind === "group" ||
      /^(?:party|alliance|bloc|agency|company)$/.test(phrase.head));
  return chunks.find((chunk) => chunk.to === phrase.headFrom && chunk.kind === "entries" && chunk.entries.some(isBody));
}

/** "the Ukrainian capital": the capital as ground. */
function capitalFindings({ parsed, line, chunks, make }: LineReader): readonly Finding[] {
  const { words } = line;
  return chunks.flatMap((chunk) => {
    const capital = words[chunk.to]?.key === "'s" ? chunk.to + 1 : chunk.to;
    if (chunk.kind !== "entries" || words[capital]?.key !== "capital") return [];
    const entry = chunk.entries.find((one) => one.kind === "people" || one.kind === "country");
    if (entry === undefined) return [];
    const from = words[chunk.from - 1]?.key === "the" ? chunk.from - 1 : chunk.from;
    const text = textOf(parsed, line, from, capital + 1);
    const entries: readonly NameEntry[] = [{ kind: "capital", row: entry.row }];
    return [make(from, capital + 1, "place", "nominal", { to: "ground", text, entries, speaks: false })];
  });
}

function pronounFindings({ line, make }: LineReader): readonly Finding[] {
  return line.words.flatMap((word, at) => {
    if (!pronouns.has(word.key) || word.upper) return [];
    if (word.key === "it" && isEmptyIt(line, at)) return [];
    return [make(at, at + 1, kindOfPronoun(word.key), "pronoun", { to: "pronoun", pronoun: word.key })];
  });
}

function kindOfPronoun(pronoun: string): MentionKind {
  if (/^(?:he|him|his|himself|she|her|hers|herself|i|me|my)$/.test(pronoun)) return "person";
  return pronoun.startsWith("it") ? "organization" : "group";
}

const kindOfPhrase = (phrase: Phrase): MentionKind =>
  phrase.kind === "role" ? (phrase.plural ? "group" : "person") : phrase.kind === "group" ? "group" : "organization";
