import type { ActorKind } from "./actor.ts";
import type { AttributionKind, Stance } from "./attribution.ts";
import type { EventType } from "./event.ts";
import type { MarkKind } from "./mark.ts";

/** One row a state or territory. Names are as English-language news prints them. */
export interface CountryRow {
  readonly iso2: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Adjectives and names of the people: "Belarusian", "Belarusians". */
  readonly demonyms: readonly string[];
  readonly capital: string | null;
  readonly capitalAliases: readonly string[];
  /** Seats and houses that stand for the government: "Kremlin". */
  readonly seats: readonly string[];
  readonly geonames: number | null;
  /** A point in the middle of its land, as maps and gazetteers give one; no border is meant. */
  readonly lat: number | null;
  readonly lon: number | null;
}

/** One row an organisation, alliance, agency or publisher that is known by name. */
export interface OrganizationRow {
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
  readonly country: string | null;
  readonly wikidata: string | null;
}

/** One row a role: "president", "spokesman". */
export interface RoleRow {
  readonly role: string;
  /** Does holding it make a person public? */
  readonly public: boolean;
}

/** One row a cue: the lemma of a verb, a noun, or a phrase in lower case. */
export interface CueRow {
  readonly cue: string;
  /** "verb" inflects; "noun" may be plural; "phrase" stands as it is. */
  readonly form: "verb" | "noun" | "phrase";
  readonly kind: AttributionKind;
  readonly stance: Stance;
  /**
   * How its content is built, any of: that (clause, with or without "that"), to (infinitive), of (gerund or noun after "of"), for, against, as, np (plain object),
   * quote (needs a quotation). Empty: any.
   */
  readonly frames: readonly string[];
}

/** One row a mark of evidence: a phrase in lower case; "*" stands for up to three words. */
export interface MarkRow {
  readonly phrase: string;
  readonly kind: MarkKind;
  readonly polarity: "weakens" | "supports";
}

/** One row a trigger of an event: lemma of a verb or noun, or a phrase in lower case. */
export interface TriggerRow {
  readonly trigger: string;
  readonly form: "verb" | "noun" | "phrase";
  /** Null for happenings of no PLOVER type that are kept (accidents). */
  readonly type: EventType | null;
  readonly mode: string | null;
  readonly context: readonly string[];
  /** Words of which one must stand in the same clause, in lower case; empty: none needed. */
  readonly needs: readonly string[];
}

/** One row a populated place, region, sea or landmark. */
export interface GazetteerRow {
  /** Null for a region or sea that was entered by hand. */
  readonly geonames: number | null;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Null where it lies in several or in none. */
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** 0 where it is not known. */
  readonly population: number;
  readonly precision: "city" | "region";
}

/** One row a set of spellings of one name that no rule joins ("Kyiv", "Kiev"). */
export interface SpellingRow {
  readonly spellings: readonly string[];
}

/** How often the forms of one word are used in news at large; `src/story/word.ts` says what a term is. */
export interface CommonWord {
  readonly term: string;
  readonly perMillion: number;
}

/** Everything that stages look words up in. Loaded once by `engine.ts`, passed to the stages, never changed. */
export interface Lexicon {
  readonly countries: readonly CountryRow[];
  readonly organizations: readonly OrganizationRow[];
  readonly roles: readonly RoleRow[];
  readonly cues: readonly CueRow[];
  readonly marks: readonly MarkRow[];
  readonly triggers: readonly TriggerRow[];
  readonly gazetteer: readonly GazetteerRow[];
  /** The pack of places that names are resolved by, as `script/lexicon/place.ts` makes it, unpacked. */
  readonly places: Uint8Array;
  readonly spellings: readonly SpellingRow[];
  /** SHA-256 over the files, in order of their names. */
  readonly sha256: string;
}
