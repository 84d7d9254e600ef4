import type { AnnotatedDocument } from "../../model/annotation.ts";
import type { Told } from "../../model/story.ts";
import { piecesOf, termOf } from "../word.ts";
import { bodyPattern, isBodyNoun, isPersonNoun, officePattern } from "./noun.ts";
import { isPartisan, withoutDay, withoutSuffix } from "./person-name.ts";

/** What a name names. */
export type NameKind = "person" | "body" | "state";

/** A name as a text prints it, without the titles before it. */
export interface PrintedName {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Title-case words of an office before it: "Foreign Minister"; empty where there are none. */
  readonly title: string;
}

/** What the reports of a story together say each name is; null where they do not tell. */
export interface Names {
  readonly kindOf: (name: string) => NameKind | null;
  /** Folded nouns that the reports put beside a body's name: "operator" and "grid" of "the grid operator Meragrid". */
  readonly nounsOf: (name: string) => readonly string[];
  /** Full names of persons with that last word, as printed. */
  readonly fullNames: (surname: string) => readonly string[];
}

const run =
  /(?<![\p{L}\p{N}])(?:\p{Lu}\.|(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Hon|Rev|St|Capt|Lt|Maj|Sgt|Brig|Sen|Rep|Gov|Sens|Reps)\.|(?:[OD]['’])?\p{Lu}[\p{L}\p{M}-]{0,30})(?: (?:(?:de|del|della|der|den|van|von|al|el|bin|ibn|da|do|dos|la|di|of|for|and|du)(?: the| la)? )?(?:\p{Lu}\.|(?:Dr|Mr|Mrs|Ms|Jr|Sr)\.|(?:[OD]['’])?\p{Lu}[\p{L}\p{M}-]{0,30})){0,6}/gu;
const opening =
  /^(?:I|The|A|An|Its|His|Her|Their|Our|This|That|These|In|On|At|By|But|And|He|She|It|They|We|For|From|After|Before|When|While|No|Not|Nobody|None|To|Of|As|If|What|Asked|Both|Neither|According|With|One|Two|Some|Only|Even|Yet|So|There|Here|Last|Later|Earlier|Yesterday|Today|Also|Since|Until|Under|Near|Outside|Inside|Former|Then|Meanwhile|Plus|Enter|Like|Unlike|Despite|Because|During|Although|Though|However|Instead|Now|Once|Still|Without|Including|Via|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/;

/** Titles that are printed short before a name. */
const shortTitle = /^(?:Gen|Col|Rev|Capt|Lt|Maj|Sgt|Brig|Sens?|Reps?|Gov)\.$/;
/** What an office may be of, as its last word: "Secretary of State". */
const officeObject =
  /^(?:State|Intelligence|Security|Affairs|Defen[cs]e|Justice|Commerce|Treasury|Agriculture|Transportation|Education|Health|Labou?r|Energy|Finance|Trade|Staff)$/;

/** How many words of a run are an office with what it is of: "Secretary of State", "Director of National Intelligence"; 0 where no name follows. */
function officeOf(words: readonly string[], titled: number): number {
  const end = words.slice(titled + 2, titled + 6).findLastIndex((word) => officeObject.test(word));
  const from = end < 0 ? 0 : titled + 3 + end;
  return words.length - from >= 1 ? from : 0;
}

/** A name behind a title without what goes on with "of" or "and": "Ada Holm" of "Senator Ada Holm of Lunde". */
function personOnly(words: readonly string[], isTitled: boolean): readonly string[] {
  const end = isTitled ? words.findIndex((word) => /^(?:of|for|and)$/.test(word)) : -1;
  return end > 0 ? words.slice(0, end) : words;
}

/** Names in the order of the text. A run of capitals is cut at a sentence's first word and behind the last title. */
export function namesIn(text: string): readonly PrintedName[] {
  const found: PrintedName[] = [];
  for (const { 0: matched, index } of text.matchAll(run)) {
    const words = matched.split(" ");
    let from = 0;
    while (from < words.length && opening.test(words[from]!)) from++;
    const titled = words.findLastIndex(
      (word, at) =>
        at >= from &&
        (shortTitle.test(word) ||
          ((!/[^s]s$/.test(word) || /^Mr?s$/.test(word)) && isPersonNoun(word.replace(/\.$/, "")))),
    );
    const isTitle =
      titled >= from && words[titled + 1] !== "of" && !words.slice(titled + 1).some((word) => isBodyNoun(word));
    const whole = titled >= from && words[titled + 1] === "of" ? officeOf(words, titled) : 0;
    if (titled === from && words[titled + 1] === "of" && whole === 0) continue;
    const first = whole > 0 ? whole : isTitle ? titled + 1 : from;
    const title = whole > 0 || isTitle ? words.slice(from, first).join(" ") : "";
    const rest = withoutDay(personOnly(words.slice(first), title !== ""), title !== "");
    if (rest.length === 0 || !/^\p{Lu}/u.test(rest[0]!)) continue;
    const start = text.indexOf(
      rest.join(" "),
      index + words.slice(0, first).reduce((sum, word) => sum + word.length + 1, 0),
    );
    found.push({ start, end: start + rest.join(" ").length, text: rest.join(" "), title });
  }
  return found;
}

const read = new WeakMap<AnnotatedDocument, readonly PrintedName[]>();

/** The names of a document, read once. */
export function namesOfDocument(annotation: AnnotatedDocument): readonly PrintedName[] {
  const found = read.get(annotation) ?? namesIn(annotation.text);
  read.set(annotation, found);
  return found;
}

export const nameKey = (name: string): string =>
  [...piecesOf(name)]
    .map(({ form }) => termOf(form))
    .filter((term) => term !== "" && term !== "the")
    .join(" ");

interface Votes {
  person: number;
  body: number;
  state: number;
}

const before = {
  office: new RegExp(`(?:^|[^\\p{L}])(?:${officePattern}),? $`, "iu"),
  body: new RegExp(`(?:^|[^\\p{L}])((?:\\p{Ll}[\\p{L}-]{1,20} )?(?:${bodyPattern})),? (?:called |named )?$`, "u"),
  state: /\b(?:government|parliament|people|republic|president|army|state|north|south|east|west) of $/i,
};
const owned =
  /^['’]s? (?:\p{L}{2,20} ){0,2}(?:ministry|government|army|navy|embassy|parliament|president|capital|minister|premier|air force)\b/iu;
const apposed =
  /^, (?:(?:the|a|an|its|their|his|her|one of the|\p{Lu}[\p{L}]{1,20}['’]s) )?((?:[\p{L}-]{1,20} ){0,4}?)([\p{L}-]{2,20})(?=[,.;]| (?:of|for|in|at|from|with|that|which|who|and|run|based|on)\b)/u;

/** Reads all reports once; time grows with their length. */
export function namesOf(told: readonly Told[]): Names {
  const votes = new Map<string, Votes>();
  const surnames = new Set<string>();
  const nouns = new Map<string, Set<string>>();
  const describe = (key: string, words: string): void => {
    const all = nouns.get(key) ?? new Set();
    for (const word of words.split(" "))
      if (
        /^\p{Ll}{3,}/u.test(word) &&
        !/^(?:the|its|his|their|who|which|that|this|told|said|has|had|run|runs|for|from|and|with)$/.test(word)
      )
        all.add(termOf(word));
    nouns.set(key, all);
  };
  const vote = (key: string, kind: NameKind, weight: number): void => {
    const known = votes.get(key) ?? { person: 0, body: 0, state: 0 };
    known[kind] += weight;
    votes.set(key, known);
  };
  for (const { annotation, publisher } of told) {
    const { text, actors } = annotation;
    if (publisher !== null) vote(nameKey(publisher), "body", 3);
    for (const { kind, named, name } of actors) {
      if (!named) continue;
      const key = nameKey(name);
      const several = key.includes(" ");
      if (kind === "person") vote(key, "person", several ? 1.5 : 0.5);
      else if (kind === "state" || kind === "government") vote(key, "state", 1.5);
      else if (kind !== "place") vote(key, "body", several ? 1.5 : 0.8);
    }
    for (const { start, end, text: name, title } of namesOfDocument(annotation)) {
      const key = nameKey(name);
      const lead = text.slice(Math.max(0, start - 60), start).replace(/[“"]/g, "");
      const rest = text.slice(end, end + 90);
      if (title !== "") vote(key, "person", 3);
      else if (before.state.test(lead)) vote(key, "state", 3);
      else if (before.office.test(lead) && !/\b(?:of|for|in|at) $/.test(lead)) vote(key, "person", 2.5);
      else {
        const kind = before.body.exec(lead);
        if (kind) {
          vote(key, "body", 2.5);
          describe(key, kind[1]!);
        }
      }
      if (/^, \d{2},/.test(rest)) vote(key, "person", 3);
      if (/^, which\b/.test(rest)) vote(key, "body", 2.5);
      else if (/^, who(?:m|se)?\b/.test(rest)) vote(key, "person", 1.5);
      if (owned.test(rest)) vote(key, "state", 2.5);
      const noun = apposed.exec(rest);
      if (noun && isBodyNoun(noun[2]!)) {
        vote(key, "body", 2.5);
        if (!/\b(?:who|which|that|told|said|has|had|was|is)\b/.test(noun[1]!)) describe(key, `${noun[1]}${noun[2]}`);
      }
      if (noun && !isBodyNoun(noun[2]!) && isPersonNoun(noun[2]!) && !/^people$|[^s]s$/i.test(noun[2]!))
        vote(key, "person", 2.5);
      if (name.split(" ").some((word) => isBodyNoun(word))) vote(key, "body", 4);
      if (/^\p{Lu}{2,6}$/u.test(name)) vote(key, "body", 1);
    }
  }
  const best = (key: string): NameKind | null => {
    const known = votes.get(key);
    if (!known) return null;
    const [first, second] = Object.entries(known).toSorted((a, b) => b[1] - a[1]) as [NameKind, number][];
    return first![1] >= 1 && first![1] > second![1] * 1.2 ? first![0] : null;
  };
  for (const key of votes.keys()) {
    const words = key.split(" ");
    if (words.length > 1 && words.length < 5 && best(key) === "person") surnames.add(withoutSuffix(words).at(-1)!);
  }
  const fullNames = new Map<string, Map<string, string>>();
  for (const { annotation } of told) {
    for (const { text: name } of namesOfDocument(annotation)) {
      const key = nameKey(name);
      const words = withoutSuffix(key.split(" "));
      const last = words.at(-1)!;
      if (words.length < 2 || !surnames.has(last) || best(key) !== "person") continue;
      const all = fullNames.get(last) ?? new Map<string, string>();
      if (!all.has(words.slice(-2).join(" "))) all.set(words.slice(-2).join(" "), name);
      fullNames.set(last, all);
    }
  }
  const known = new Map<string, NameKind | null>();
  const kindOf = (name: string): NameKind | null => {
    if (isPartisan(name)) return null;
    const key = nameKey(name);
    return !key.includes(" ") && surnames.has(key) && (votes.get(key)?.state ?? 0) < 2 ? "person" : best(key);
  };
  return {
    kindOf: (name) => {
      const found = known.get(name);
      if (found !== undefined) return found;
      const kind = kindOf(name);
      known.set(name, kind);
      return kind;
    },
    fullNames: (surname) => [...(fullNames.get(surname)?.values() ?? [])],
    nounsOf: (name) => [...(nouns.get(nameKey(name)) ?? [])],
  };
}
