import type { CountryRow, GazetteerRow, Lexicon, OrganizationRow } from "../model/lexicon.ts";
import { spellingKey } from "../model/spelling.ts";
import { nounForms, verbForms } from "../sentence/inflection.ts";
import { institutions } from "./institution.ts";
import { PhraseTable } from "./phrase-table.ts";
import { PlaceTable } from "./place-table.ts";
import { type Word, wordsIn } from "./word.ts";

/** What a name of the lexicon stands for. */
export type NameEntry =
  | { readonly kind: "country"; readonly row: CountryRow }
  | { readonly kind: "people"; readonly row: CountryRow }
  | { readonly kind: "capital"; readonly row: CountryRow }
  | { readonly kind: "seat"; readonly row: CountryRow; readonly name: string }
  | { readonly kind: "organization"; readonly row: OrganizationRow }
  | { readonly kind: "place"; readonly row: GazetteerRow };

/** A word or phrase that can head a noun phrase for somebody: a role, or an institution without a name of its own. */
export type Head =
  | { readonly kind: "role"; readonly role: string; readonly public: boolean; readonly plural: boolean }
  | {
      readonly kind: "institution";
      readonly institution: string;
      readonly of: "military" | "ministry" | "organization" | "group" | "media" | "government";
    };

/** The lexicon of names, compiled for look-up: made once, used for any number of documents. */
export interface NameIndex {
  readonly names: PhraseTable<NameEntry>;
  readonly heads: PhraseTable<Head>;
  /** ISO 3166-1 alpha-2 -> row. */
  readonly countries: ReadonlyMap<string, CountryRow>;
  /** ISO 3166-1 alpha-2 -> the capital's place. */
  readonly capitals: ReadonlyMap<string, GazetteerRow>;
  /** Every place, to resolve what is read as ground; `names` holds only those whose name says by itself that it is a place. */
  readonly places: PlaceTable;
  /** Forms of the verbs of the lexicon's cues and triggers, in lower case: what may follow a subject. */
  readonly verbs: ReadonlySet<string>;
  /** `spellingKey` -> the key that stands for all spellings of the name. */
  readonly spellings: ReadonlyMap<string, string>;
  /** Keys worked out so far; a cache of `nameKey`, nothing else. */
  readonly keys: Map<string, string>;
}

/** Is `words[at]` written as the entry's word asks for? Acronyms need their capitals, other names their first one. */
const isWrittenAs = (printed: Word, entry: Word): boolean =>
  entry.upper ? printed.upper : entry.cap ? printed.cap : printed.text === entry.text || printed.cap;

function addNames(table: PhraseTable<NameEntry>, names: readonly string[], entry: NameEntry): void {
  for (const name of new Set(names)) if (name) table.add(wordsIn(name), entry);
}

/** Compiles the rows that names, places and roles are looked up in. Costs some 100 ms for the whole gazetteer. */
export function compileNames(lexicon: Lexicon): NameIndex {
  const names = new PhraseTable<NameEntry>(isWrittenAs);
  for (const row of lexicon.organizations) addNames(names, [row.name, ...row.aliases], { kind: "organization", row });
  for (const row of lexicon.countries) {
    addNames(names, [row.name, ...row.aliases], { kind: "country", row });
    addNames(names, row.demonyms, { kind: "people", row });
    // A capital of the country's own name ("Luxembourg", "Singapore") is read as the country.
    const capitals = [row.capital ?? "", ...row.capitalAliases].filter((name) => name !== row.name);
    addNames(names, capitals, { kind: "capital", row });
    for (const name of row.seats) addNames(names, [name], { kind: "seat", row, name });
  }
  for (const row of lexicon.gazetteer) addNames(names, [row.name, ...row.aliases], { kind: "place", row });

  const heads = new PhraseTable<Head>(() => true);
  for (const { role, public: isPublic } of lexicon.roles) {
    const words = role.split(" ");
    const plural = [...words.slice(0, -1), nounForms(words.at(-1)!)[1]].join(" ");
    heads.add(wordsIn(role), { kind: "role", role, public: isPublic, plural: false });
    heads.add(wordsIn(plural), { kind: "role", role, public: isPublic, plural: true });
  }
  for (const [institution, of] of institutions) {
    heads.add(wordsIn(institution), { kind: "institution", institution, of });
  }
  const spellings = new Map<string, string>();
  for (const row of lexicon.spellings) {
    const first = spellingKey(row.spellings[0] ?? "");
    for (const spelling of row.spellings) spellings.set(spellingKey(spelling), first);
  }
  return {
    names,
    heads,
    countries: new Map(lexicon.countries.map((row) => [row.iso2, row])),
    capitals: capitalsOf(lexicon),
    places: new PlaceTable(lexicon.places),
    verbs: verbsOf(lexicon),
    spellings,
    keys: new Map(),
  };
}

function capitalsOf(lexicon: Lexicon): ReadonlyMap<string, GazetteerRow> {
  const capitals = new Map<string, string>();
  for (const row of lexicon.countries) {
    for (const name of [row.capital ?? "", ...row.capitalAliases]) capitals.set(`${row.iso2} ${name}`, row.iso2);
  }
  const places = new Map<string, GazetteerRow>();
  for (const row of lexicon.gazetteer) {
    for (const name of [row.name, ...row.aliases]) {
      const iso2 = capitals.get(`${row.country} ${name}`);
      if (iso2 !== undefined && row.population > (places.get(iso2)?.population ?? -1)) places.set(iso2, row);
    }
  }
  return places;
}

/** Finite forms only: a participle in "-ing" may as well open a noun phrase. */
function verbsOf(lexicon: Lexicon): ReadonlySet<string> {
  const verbs = new Set<string>();
  const rows = [
    ...lexicon.cues.filter((row) => row.form === "verb").map((row) => row.cue),
    ...lexicon.triggers.filter((row) => row.form === "verb").map((row) => row.trigger),
  ];
  for (const lemma of rows) {
    if (lemma.includes(" ")) continue;
    const { base, third, past } = verbForms(lemma);
    for (const form of [base, third, past]) verbs.add(form);
  }
  // "military drills", "police reports": what is a noun as well says nothing.
  for (const row of [
    ...lexicon.cues.map((one) => [one.cue, one.form]),
    ...lexicon.triggers.map((one) => [one.trigger, one.form]),
  ]) {
    if (row[1] === "noun") for (const form of nounForms(row[0]!)) verbs.delete(form);
  }
  return verbs;
}

/** The key under which all spellings of a name's word meet, by rule and by `lexicon/spelling.tsv`. */
export function nameKey(word: string, index: NameIndex): string {
  const known = index.keys.get(word);
  if (known !== undefined) return known;
  const spelled = spellingKey(word);
  const key = index.spellings.get(spelled) ?? spelled;
  // The same names come again and again; a full cache is dropped whole, so that hostile text cannot grow it.
  if (index.keys.size >= mostKeys) index.keys.clear();
  index.keys.set(word, key);
  return key;
}

const mostKeys = 20_000;
