import type { AnnotatedDocument } from "../../model/annotation.ts";
import type { Id } from "../../model/id.ts";
import type { SpellingRow } from "../../model/lexicon.ts";
import type { Told } from "../../model/story.ts";
import { type Meaning, noMeaning } from "../meaning/meaning.ts";
import { withCarried } from "./carried.ts";
import { withCharges } from "./charged.ts";
import { type Spoken, spokenUnits } from "./context.ts";
import { saysNo } from "./denial.ts";
import { type Features, featuresOf } from "./feature.ts";
import { bodyOf, type HolderMention, ownerKey, publisherOf, type States, statesOf } from "./holder.ts";
import { type Identities, identify, type Speaker } from "./identity.ts";
import { withPersonNames } from "./mended-actor.ts";
import { nameKey } from "./name.ts";
import { isInQuotation } from "./quotation.ts";
import { speakersOfQuotes } from "./same-quote.ts";
import { type Words, wordsOf } from "./words.ts";

/** One stretch of one document that tells something, with whose word it is and what its words say. */
export interface Telling extends Spoken {
  /** Place in the list of all tellings of the story. */
  readonly at: number;
  readonly told: Told;
  readonly document: Id<"document">;
  readonly speaker: Speaker;
  readonly features: Features;
  /** Was the speaker named right there? */
  readonly sure: boolean;
  /** Does it say no: by its words, or by the statement's kind? */
  readonly negated: boolean;
  /** The words, for reasons and near-copies. */
  readonly words: string;
  /** Day of publication; null where it is not known. */
  readonly day: string | null;
}

/** A story read for joining: every telling in canonical order of documents, with who speaks. */
export interface StoryReading {
  readonly tellings: readonly Telling[];
  readonly identities: Identities;
  readonly states: States;
  readonly words: Words;
}

/** Folds the names of states to their country, and "Tervaini" to "Tervain". */
function folded(features: Features, states: States, names: ReadonlySet<string>): Features {
  const fold = (term: string): string => {
    const state = states.get(term);
    if (state) return `@${state}`;
    if (!features.names.has(term)) return term;
    const bare = term.replace(/(?:ian|ean|an|ese|ish|i)$/, "");
    return states.has(bare) ? `@${states.get(bare)}` : bare.length > 3 && names.has(bare) ? bare : term;
  };
  return { ...features, terms: new Set([...features.terms].map(fold)), names: new Set([...features.names].map(fold)) };
}

const institution =
  /\b(?:ministry|government|bureau|office|embassy|committee|command|headquarters|press service|army|commission|secretariat|council)\b/i;
const paper =
  /\b(?:news|times|post|gazette|courier|radio|tribune|herald|journal|mail|press agency|agency|telegraph|wire|magazine|review|tv|broadcasting|newspaper|chronicle|monitor|observer|today|weekly|daily|dispatch|star|voice)\b/i;

/** Who speaks where a document names nobody: its publisher; where that is a ministry or a body that others quote, the body itself. */
function ownVoice(told: Told, states: States, bodies: ReadonlySet<string>): HolderMention {
  const own = publisherOf(told);
  const body = told.publisher === null ? null : bodyOf(told.publisher, states);
  if (!body || told.publisher === null) return own;
  const isBody = institution.test(told.publisher) && !paper.test(told.publisher);
  const { owner, words } =
    bodyOf(
      told.publisher.replace(/^(\p{Lu}[\p{L}-]+) (?=(?:Foreign|Defence|Defense|Interior|Health) Ministry)/u, "$1's "),
      states,
    ) ?? body;
  if (isBody) return { ...body, words, owner };
  return !paper.test(told.publisher) && bodies.has(`${words.toSorted().join(" ")} ${owner ?? ""}`.trim())
    ? { ...body, words, owner }
    : own;
}

const ownsBody =
  /\b(\p{Lu}[\p{L}-]{2,30})['’]s? (?:\p{L}{2,20} )?(?:[Mm]inistry|[Gg]overnment|[Aa]rmy|[Nn]avy|[Ee]mbassy|[Ee]nvoy|[Pp]arliament)\b/gu;

/** Names that own a ministry, an army or an envoy anywhere in the texts: states, though no list knows them. */
const ownersOf = (told: readonly Told[], states: States): readonly string[] =>
  told.flatMap(({ annotation }) => [...annotation.text.matchAll(ownsBody)].map(([, name]) => ownerKey(name!, states)));

/** A name without a kind that others name as the owner of a ministry is a state; one that others know as a body is that body. */
const asState = (
  mention: HolderMention,
  owners: ReadonlySet<string>,
  firms: ReadonlySet<string>,
  states: States,
): HolderMention => {
  const [word] = mention.words;
  if (mention.type === "person" && mention.words.length === 1 && firms.has(word!))
    return { ...mention, type: "body", public: true };
  if (mention.type === "role" || mention.type === "state" || mention.words.length !== 1 || !word || mention.speaksFor)
    return mention;
  const key = ownerKey(mention.name, states);
  return owners.has(key) ? { ...mention, type: "state", owner: key, words: [] } : mention;
};

/** The voice of a report's own paper where another report quotes it: "the Courier reported"; null for whoever is no publisher of the story. */
function papersOf(owns: ReadonlyMap<Told, HolderMention>): (mention: HolderMention) => HolderMention | null {
  const byName = new Map<string, HolderMention>();
  const byLast = new Map<string, Set<string>>();
  for (const [{ publisher }, own] of owns) {
    if (publisher === null || own.type !== "publisher") continue;
    const key = nameKey(publisher);
    byName.set(key, own);
    const last = key.split(" ").at(-1)!;
    byLast.set(last, new Set([...(byLast.get(last) ?? []), key]));
  }
  return ({ type, name, speaksFor }) => {
    if (type !== "body" || speaksFor !== null || !/\p{Lu}/u.test(name)) return null;
    const key = nameKey(name);
    const found = byName.get(key);
    if (found) return found;
    const longer = paper.test(key) ? [...(byLast.get(key) ?? [])] : [];
    return longer.length === 1 ? byName.get(longer[0]!)! : null;
  };
}

/** What a document tells, each unit with whose word it is. */
const unitsIn = (told: Told, states: States): readonly Spoken[] =>
  withCharges(told, withCarried(told, spokenUnits(told, states)), states);

const isBetweenMarks = (annotation: AnnotatedDocument, at: number): boolean => {
  const block = annotation.blocks.find(({ start, end }) => start <= at && at < end);
  return block !== undefined && isInQuotation(annotation, block, at);
};

/** `documents` in canonical order, read. Time grows with the length of the texts. */
export function readStory(
  documents: readonly Told[],
  spellings: readonly SpellingRow[],
  meaning: Meaning = noMeaning,
): StoryReading {
  const told = documents.map(withPersonNames);
  const states = statesOf(told);
  const read = told.map((one) => ({ one, units: unitsIn(one, states) }));
  const bodies = new Set(
    read.flatMap(({ one, units }) =>
      units.flatMap(({ holder }) =>
        holder && holder.type !== "role" && holder.type !== "publisher"
          ? [
              `${holder.words.toSorted().join(" ")} ${holder.owner ?? ""} ${one.publisher === holder.name ? one.document : ""}`.trim(),
            ]
          : [],
      ),
    ),
  );
  const owns = new Map(told.map((one) => [one, ownVoice(one, states, bodies)]));
  const papers = papersOf(owns);
  const spoken = read.flatMap(({ one, units }) => {
    const own = owns.get(one)!;
    return units.map((unit) => ({
      told: one,
      unit,
      mention: unit.holder === null || unit.holder.type === "publisher" ? own : (papers(unit.holder) ?? unit.holder),
      features: featuresOf(one.annotation, unit.span),
    }));
  });
  const owners = new Set([
    ...spoken.flatMap(({ mention }) => (mention.type === "body" && mention.owner !== null ? [mention.owner] : [])),
    ...ownersOf(told, states),
  ]);
  const firms = new Set(
    spoken.flatMap(({ mention: { type, words } }) => (type === "body" && words.length === 1 ? words : [])),
  );
  const mentions = new Map(spoken.map(({ mention }) => [mention, asState(mention, owners, firms, states)]));
  const identities = identify([...mentions.values()], spellings);
  const names = new Set(spoken.flatMap(({ features }) => [...features.names]));
  const speakers = speakersOfQuotes(
    spoken.map(({ told: { document, annotation }, unit: { span }, mention }) => ({
      document,
      words: annotation.text.slice(...span),
      speaker: identities.speakerOf(mentions.get(mention)!),
      sure: mention.sure,
      isQuoted: isBetweenMarks(annotation, span[0]),
    })),
  );
  const tellings = spoken.map(({ told: one, unit, mention, features }, at): Telling => {
    const denies = saysNo(unit.attribution);
    const { published, publishedRange } = one.annotation.meta;
    const all = folded(features, states, names);
    return {
      ...unit,
      at,
      told: one,
      document: one.document,
      speaker: speakers[at]!,
      features: all,
      sure: mention.sure,
      negated: denies && !unit.goesOn ? !all.negated : all.negated,
      words: one.annotation.text.slice(...(unit.within ?? unit.span)),
      day: published?.slice(0, 10) ?? publishedRange?.[1] ?? null,
    };
  });
  const having = new Map<string, number>();
  for (const { features } of tellings) for (const term of features.terms) having.set(term, (having.get(term) ?? 0) + 1);
  const named = new Set(tellings.flatMap(({ features }) => [...features.names]));
  return { tellings, identities, states, words: wordsOf(having, named, tellings.length, meaning) };
}
