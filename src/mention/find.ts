import type { MentionForm, MentionKind } from "../model/mention.ts";
import type { Parsed } from "../model/sentence.ts";
import type { Chunk, Finding, Line, Phrase, Reference } from "./found.ts";
import { institutionKey } from "./institution.ts";
import { nameChunks } from "./name.ts";
import { type NameEntry, type NameIndex, nameKey } from "./name-index.ts";
import { countryOf, findPhrases } from "./phrase.ts";
import { groundNouns, literalPrepositions, organizationHeads, regionHeads, sayingForms } from "./word-class.ts";

const pronouns = new Set(
  "he him his himself she her hers herself they them their themselves it its itself i me my we us our".split(" "),
);
/** "It" that stands for nobody: "it seems", "it is clear that". */
const emptyIt =
  /^(?:seems?|seemed|appears?|appeared|becomes?|became|is|was|'s|remains|would be|will be|takes?|turns? out|rain(?:s|ed))$/;
const notPeople =
  /^(?:war|wars|day|week|games|cup|prize|act|treaty|accord|accords|agreement|constitution|award|awards|championship|olympics|festival|plan|bill|law|amendment|revolution|protocol|crisis|uprising|spring|summit|conference|street|fair|memorandum|pact|code|process|line|zone|curtain|deal|list|rights|house|map|era|age|ages|internet|gospel|bible|quran|koran)s?$/;

interface LineParts {
  readonly line: Line;
  readonly chunks: readonly Chunk[];
  readonly phrases: readonly Phrase[];
}

/** Names of more than one word, or with a role or a title before them: whose last word names a person anywhere in the document. */
function knownNames(parts: readonly LineParts[], index: NameIndex): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { line, chunks, phrases } of parts) {
    const roleEnds = new Set(phrases.filter((phrase) => phrase.kind === "role").map((phrase) => phrase.to));
    for (const chunk of chunks) {
      if (chunk.kind !== "unknown") continue;
      const letters = nameParts(line, chunk);
      if (letters.length === 0 || isShouted(line, chunk) || notPeople.test(line.words[chunk.to - 1]!.key)) continue;
      if (letters.length > 1 || chunk.female !== null || roleEnds.has(chunk.from) || roleEnds.has(chunk.from - 1)) {
        known.add(nameKey(letters.at(-1)!, index));
      }
    }
  }
  return known;
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

const textOf = (parsed: Parsed, line: Line, from: number, to: number): string =>
  parsed.text.slice(line.words[from]!.start, line.words[to - 1]!.end);

/** Is a place's name at `[from, to)` meant as ground: "in Minsk", "Minsk airport", a dateline? */
function isGround(line: Line, from: number, to: number): boolean {
  const { words } = line;
  let before = from - 1;
  if (words[before]?.key === "the") before -= 1;
  if (
    /^(?:northern|southern|eastern|western|central|mainland|downtown|neighbou?ring|nearby|occupied)$/.test(
      words[before]?.key ?? "",
    )
  )
    before -= 1;
  const preposition = words[before]?.key ?? "";
  const next = words[to]?.key ?? "";
  // "the Moscow-built bridge"
  if (words[to]?.text === "-" && !words[to]!.spaced && !words[to + 1]?.cap) return false;
  // "in the Obama administration", "at the Minsk talks": the name is no ground of its own there.
  if (
    words[from - 1]?.key === "the" &&
    /^\p{Ll}/u.test(words[to]?.text ?? "") &&
    !groundNouns.has(next) &&
    !functionish.test(next)
  )
    return false;
  if (literalPrepositions.has(preposition)) return true;
  if (
    preposition === "of" &&
    /^(?:outskirts|city|town|capital|streets?|north|south|east|west|outside|centre|center|suburbs?|part|parts|territory|region|port|swaths|village|miles|km|kilometers|kilometres)$/.test(
      words[before - 1]?.key ?? "",
    )
  )
    return true;
  if (preposition === "on" && /^(?:attacks?|strikes?|advance|march|assault)$/.test(words[before - 1]?.key ?? ""))
    return true;
  if (preposition === "," && words[before - 1]?.cap && line.words.length > to && isGroundList(line, before))
    return true;
  if (groundNouns.has(next)) return true;
  if (next === "'s" && groundNouns.has(words[to + 1]?.key ?? "")) return true;
  return /^(?:--|—|–)$/.test(words[to]?.text ?? "") && from === 0
    ? true
    : words[to]?.text === "-" && words[to]!.spaced && from === 0;
}

/** "in Poland, Lithuania and …": the first of a list has the preposition. */
function isGroundList(line: Line, comma: number): boolean {
  for (let at = comma - 1; at >= Math.max(0, comma - 8); at--) {
    const word = line.words[at]!;
    if (literalPrepositions.has(word.key)) return true;
    if (!word.cap && word.text !== "," && word.key !== "and") return false;
  }
  return false;
}

/** Reads the names, noun phrases and pronouns of all lines, in text order; of two that begin together the longer comes first. */
export function findAll(parsed: Parsed, lines: readonly Line[], index: NameIndex): readonly Finding[] {
  const parts = lines.map((line): LineParts => {
    const chunks = nameChunks(line, index);
    return { line, chunks, phrases: findPhrases(line, chunks, index) };
  });
  const known = knownNames(parts, index);
  const findings: Finding[] = [];
  parts.forEach((part, at) => {
    const own = findInLine(parsed, part, at, known, index);
    findings.push(...own.sort((a, b) => a.start - b.start || b.end - a.end));
  });
  return findings;
}

function findInLine(
  parsed: Parsed,
  part: LineParts,
  at: number,
  known: ReadonlySet<string>,
  index: NameIndex,
): Finding[] {
  const { line, chunks, phrases } = part;
  const { words } = line;
  const findings: Finding[] = [];
  const make = (from: number, to: number, kind: MentionKind, form: MentionForm, refer: Reference): Finding => ({
    line: at,
    start: words[from]!.start,
    end: words[to - 1]!.end,
    kind,
    form,
    quoted: line.quoted[from] ?? false,
    subject: isSubject(line, from, to, index),
    speaker: sayingForms.has(words[to]?.key ?? "") || sayingForms.has(words[from - 1]?.key ?? ""),
    refer,
  });
  const owners = new Map(chunks.map((chunk) => [chunk.to, chunk]));
  const starts = new Set(chunks.filter((chunk) => chunk.kind === "unknown").map((chunk) => chunk.from));
  const people = new Map<Chunk, Finding>();
  for (const chunk of chunks) {
    const text = textOf(parsed, line, chunk.from, chunk.to);
    if (chunk.kind === "entries") {
      const found = entryReference(line, chunk.from, chunk.to, chunk.entries, text);
      if (found !== null) findings.push(make(chunk.from, chunk.to, found.kind, "name", found.refer));
      else if (chunk.entries.every((entry) => entry.kind === "place")) {
        const person = personReference(line, chunk, phrases, starts, known, index);
        if (person !== null) {
          const finding = make(chunk.from, chunk.to, "person", "name", person);
          people.set(chunk, finding);
          findings.push(finding);
        }
      }
    } else if (chunk.kind === "organization") {
      const owned = words[chunk.from - 1]?.key === "'s" ? owners.get(chunk.from - 1) : undefined;
      const country = owned?.kind === "entries" ? countryOf(owned.entries) : null;
      const from = country !== null && owned !== undefined ? owned.from : chunk.from;
      findings.push(
        make(
          from,
          chunk.to,
          "organization",
          "name",
          organizationReference(line, chunk, country, textOf(parsed, line, from, chunk.to), index),
        ),
      );
    } else if (chunk.kind === "ground") {
      findings.push(
        make(chunk.from, chunk.to, chunk.facility ? "facility" : "place", "name", {
          to: "ground",
          text,
          entries: placeEntries(line, chunk, index),
          speaks: false,
        }),
      );
    } else {
      const person = personReference(line, chunk, phrases, starts, known, index);
      if (person !== null) {
        const finding = make(chunk.from, chunk.to, "person", "name", person);
        people.set(chunk, finding);
        findings.push(finding);
      } else if (
        words[chunk.from]!.upper &&
        chunk.to === chunk.from + 1 &&
        !line.titleCase &&
        /^[\p{Lu}]{3,6}$/u.test(text) &&
        words[chunk.to]?.text !== "-"
      ) {
        findings.push(
          make(chunk.from, chunk.to, "organization", "name", {
            to: "organization",
            text,
            country: null,
            institution: null,
            kind: "organization",
            acronym: text,
          }),
        );
      }
    }
  }
  const named = new Map(findings.map((finding) => [finding.start, finding]));
  /** "its ally Belarus", "the BelTA news agency": the phrase is the state or body named beside it. */
  const apposedBody = (phrase: Phrase): readonly [null, Finding] | undefined => {
    const chunk =
      phrase.kind === "role"
        ? phrase.plural || !/(?:ally|member|neighbou?r|rival|partner)$/.test(phrase.head)
          ? undefined
          : chunks.find((one) => one.from === phrase.to && one.kind === "entries")
        : chunks.find(
            (one) =>
              one.to === phrase.headFrom &&
              one.kind === "entries" &&
              one.entries.some(
                (entry) =>
                  entry.kind === "organization" &&
                  (entry.row.kind === "media" ||
                    entry.row.kind === "group" ||
                    /^(?:party|alliance|bloc|agency|company)$/.test(phrase.head)),
              ),
          );
    const finding = chunk === undefined ? undefined : named.get(words[chunk.from]!.start);
    return finding === undefined ? undefined : [null, finding];
  };
  for (const phrase of phrases) {
    const same =
      [...people].find(
        ([, finding]) => !phrase.plural && finding.refer.to === "person" && finding.refer.roles.includes(phrase),
      ) ?? apposedBody(phrase);
    findings.push(
      make(phrase.from, phrase.to, kindOfPhrase(phrase), "nominal", {
        to: "phrase",
        phrase,
        text: textOf(parsed, line, phrase.from, phrase.to),
        same: same?.[1] ?? null,
      }),
    );
  }
  for (const chunk of chunks) {
    const capital = words[chunk.to]?.key === "'s" ? chunk.to + 1 : chunk.to;
    if (chunk.kind !== "entries" || words[capital]?.key !== "capital") continue;
    const entry = chunk.entries.find((one) => one.kind === "people" || one.kind === "country");
    if (entry === undefined || (entry.kind !== "people" && entry.kind !== "country")) continue;
    const from = words[chunk.from - 1]?.key === "the" ? chunk.from - 1 : chunk.from;
    const text = textOf(parsed, line, from, capital + 1);
    findings.push(
      make(from, capital + 1, "place", "nominal", {
        to: "ground",
        text,
        entries: [{ kind: "capital", row: entry.row }],
        speaks: false,
      }),
    );
  }
  words.forEach((word, position) => {
    if (!pronouns.has(word.key) || word.upper || (word.key === "us" && word.text !== "us")) return;
    if (word.key === "it" && emptyIt.test(words[position + 1]?.key ?? "") && isEmptyIt(line, position)) return;
    const kind: MentionKind = /^(?:he|him|his|himself|she|her|hers|herself|i|me|my)$/.test(word.key)
      ? "person"
      : word.key.startsWith("it")
        ? "organization"
        : "group";
    findings.push(make(position, position + 1, kind, "pronoun", { to: "pronoun", pronoun: word.key }));
  });
  return findings;
}

const auxiliaries =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do|said|says)$/;

/** Does a verb follow the words `[from, to)`, at once or after an adverb, a day or a phrase between commas? */
function isSubject({ words }: Line, from: number, to: number, index: NameIndex): boolean {
  if (literalPrepositions.has(words[from - 1]?.key ?? "")) return false;
  let at = to;
  if (words[at]?.text === "(" && words[at + 2]?.text === ")") at += 3;
  while (
    /^(?:also|now|still|already|later|earlier|recently|reportedly|allegedly|repeatedly|then|monday|tuesday|wednesday|thursday|friday|saturday|sunday|.{3,}ly|this|week|never|not|and)$/.test(
      words[at]?.key ?? "",
    )
  ) {
    at += 1;
  }
  const next = words[at];
  if (next === undefined) return false;
  if (next.text === ",") return /^(?:who|which|whose|a|an|the)$/.test(words[at + 1]?.key ?? "");
  if (!/^\p{Ll}/u.test(next.text)) return false;
  return auxiliaries.test(next.key) || index.verbs.has(next.key) || /[^e]ed$/.test(next.key);
}

/** "it is clear that", "it seems": nobody. "It is deploying": somebody. */
function isEmptyIt(line: Line, at: number): boolean {
  const verb = line.words[at + 1]!.key;
  if (!/^(?:is|was|'s)$/.test(verb)) return true;
  return /^(?:clear|unclear|important|possible|impossible|necessary|likely|unlikely|not|known|time|true|too|hard|difficult|easy|a|an|the|also|now|still|just|very|that|been|only)$/.test(
    line.words[at + 2]?.key ?? "",
  );
}

const kindOfPhrase = (phrase: Phrase): MentionKind =>
  phrase.kind === "role" ? (phrase.plural ? "group" : "person") : phrase.kind === "group" ? "group" : "organization";

function placeEntries(line: Line, chunk: Chunk, index: NameIndex): readonly NameEntry[] {
  const match = index.names.longestAt(line.words, chunk.from, chunk.to);
  return match === null ? [] : match.values;
}

const functionish =
  /^(?:region|area|and|or|of|in|on|at|by|for|from|to|with|as|that|which|where|who|when|while|is|are|was|were|has|have|had|will|would|but|after|before|during|since|until|than|into|over)$/;

interface Found {
  readonly kind: MentionKind;
  readonly refer: Reference;
}

/** What a name of the lexicon stands for here, or null where it is rather a person's name. */
function entryReference(
  line: Line,
  from: number,
  to: number,
  entries: readonly NameEntry[],
  text: string,
): Found | null {
  const { words } = line;
  const organization = entries.find((entry) => entry.kind === "organization");
  const country = entries.find((entry) => entry.kind === "country");
  const people = entries.find((entry) => entry.kind === "people");
  const capital = entries.find((entry) => entry.kind === "capital");
  const seat = entries.find((entry) => entry.kind === "seat");
  const ground = isGround(line, from, to);
  if (text === "West" && !line.titleCase && words[from - 1]?.key !== "the") return null;
  if (organization?.kind === "organization" && !(ground && capital !== undefined)) {
    return {
      kind: organization.row.kind === "group" ? "group" : "organization",
      refer: { to: "known", entry: organization },
    };
  }
  if (country?.kind === "country") {
    return { kind: "place", refer: { to: "state", country: country.row.iso2, text, entries, ground } };
  }
  if (people?.kind === "people") {
    return { kind: "group", refer: { to: "state", country: people.row.iso2, text, entries: [people], ground: false } };
  }
  if (seat?.kind === "seat") {
    const kind: MentionKind = ground ? "facility" : "organization";
    return { kind, refer: { to: "government", country: seat.row.iso2, text: seat.name, seat: true } };
  }
  if (capital?.kind === "capital" && !ground && !regionHeads.has(words[to]?.key ?? "")) {
    return { kind: "organization", refer: { to: "government", country: capital.row.iso2, text, seat: false } };
  }
  const speaks =
    !ground &&
    (sayingForms.has(words[to]?.key ?? "") || /^(?:has|have|accuses|wants|fears|needs)$/.test(words[to]?.key ?? ""));
  if (capital !== undefined || isPlace(line, from, to, entries, ground)) {
    return { kind: "place", refer: { to: "ground", text, entries, speaks } };
  }
  return null;
}

/** Is a gazetteer's name a place here? One word that many people and things are called needs a preposition, a list or its fame. */
function isPlace(line: Line, from: number, to: number, entries: readonly NameEntry[], ground: boolean): boolean {
  const rows = entries.flatMap((entry) => (entry.kind === "place" ? [entry.row] : []));
  if (ground || rows.some((row) => row.precision === "region" || row.population >= 400_000)) return true;
  const { words } = line;
  if (regionHeads.has(words[to]?.key ?? "")) return true;
  if (words[to]?.text === "," && words[to + 1]?.cap)
    return /^(?:of|from|on|between|and|via|,)$/.test(words[from - 1]?.key ?? "");
  return (
    /^(?:of|between|and|via|cities|city|town|village|for|on)$/.test(words[from - 1]?.key ?? "") &&
    to - from > 0 &&
    rows.some((row) => row.population >= 50_000)
  );
}

/** The roles that stand before a name or are set off after it by a comma. */
function rolesOf(line: Line, chunk: Chunk, phrases: readonly Phrase[], starts: ReadonlySet<number>): readonly Phrase[] {
  const { words } = line;
  return phrases.filter((phrase) => {
    if (phrase.kind !== "role") return false;
    if (phrase.plural) return phrase.to === chunk.from;
    if (phrase.to === chunk.from || (phrase.to === chunk.from - 1 && words[phrase.to]!.text === ".")) return true;
    if (phrase.to < chunk.from) {
      if (words[chunk.from - 1]!.text !== "," || chunk.from - phrase.to > 10 || phrase.determiner === "a") return false;
      if (phrase.to === chunk.from - 1) return phrase.determiner !== "none" || phrase.bare !== phrase.head;
      return (
        /^(?:of|for)$/.test(words[phrase.to]!.key) &&
        words.slice(phrase.to + 1, chunk.from - 1).every((word) => word.text !== "," && !sayingForms.has(word.key))
      );
    }
    return phrase.from === chunk.to + 1 && words[chunk.to]!.text === "," && !starts.has(phrase.to);
  });
}

/** A chunk of unknown words as a person's name, or null where nothing says that it is one. */
function personReference(
  line: Line,
  chunk: Chunk,
  phrases: readonly Phrase[],
  starts: ReadonlySet<number>,
  known: ReadonlySet<string>,
  index: NameIndex,
): Reference | null {
  const { words } = line;
  const parts = nameParts(line, chunk);
  const last = parts.at(-1);
  if (last === undefined || notPeople.test(words[chunk.to - 1]!.key)) return null;
  const roles = rolesOf(line, chunk, phrases, starts);
  const text = words
    .slice(chunk.from, chunk.to)
    .map((word, at) => (word.spaced && at > 0 ? ` ${word.text}` : word.text))
    .join("");
  const female = chunk.kind === "unknown" ? chunk.female : null;
  const person: Reference = { to: "person", text, parts, roles, female };
  const led =
    /^(?:administration|campaign|camp|team)$/.test(words[chunk.to]?.key ?? "") && words[chunk.from - 1]?.key === "the";
  if (chunk.kind === "entries") return known.has(nameKey(last, index)) || roles.length > 0 || led ? person : null;
  if (roles.length > 0 || female !== null || known.has(nameKey(last, index))) return person;
  if (parts.length > 1 && isShouted(line, chunk)) return null;
  if (parts.length > 1) return line.titleCase || organizationHeads.has(words[chunk.to - 1]!.key) ? null : person;
  return !words[chunk.from]!.upper && last.length > 2 && sayingForms.has(words[chunk.to]?.key ?? "") && chunk.from > 0
    ? person
    : null;
}

/** An organisation by its words: with its state and its institution where a demonym or "of Country" tells them. */
function organizationReference(
  line: Line,
  chunk: Extract<Chunk, { kind: "organization" }>,
  owner: string | null,
  text: string,
  index: NameIndex,
): Reference {
  const { words } = line;
  const first = index.names.longestAt(words, chunk.from, chunk.to);
  const leading =
    first !== null &&
    first.to < chunk.to &&
    first.values.some((entry) => entry.kind === "people" || entry.kind === "country")
      ? first
      : null;
  let country = owner ?? (leading === null ? null : countryOf(leading.values));
  let from = leading === null ? chunk.from : leading.to;
  let to = chunk.to;
  for (let at = to - 1; at > chunk.from + 1 && country === null; at--) {
    const match = index.names.longestAt(words, at, to);
    if (match !== null && match.to === to && match.values.some((entry) => entry.kind === "country")) {
      const before = words[at - 1]!.key === "the" ? at - 2 : at - 1;
      if (words[before]?.key !== "of") continue;
      country = countryOf(match.values);
      to = before;
    }
  }
  if (words[from]?.text === "-") from += 1;
  const institution = words
    .slice(from, to)
    .map((word) => word.text)
    .join(" ");
  const key = institutionKey(institution);
  const kind = /ministry|department/.test(key)
    ? "ministry"
    : /^(?:military|.*(?:forces|navy|air force|fleet|brigade|regiment|battalion|troops|army|border service))$/.test(key)
      ? "military"
      : /(?:times|news|post|tribune|herald|journal|gazette|television|radio|tv|magazine|newspaper)$/.test(key)
        ? "media"
        : "organization";
  return { to: "organization", text, country, institution: key, kind, acronym: chunk.acronym };
}
