import type { Ledger } from "../model/ledger.ts";
import type { SpellingRow } from "../model/lexicon.ts";
import type { Told } from "../model/story.ts";
import { joinClaims, type PlacedClaim } from "./claim/claims.ts";
import { readStory } from "./claim/reading.ts";
import { relationsOf } from "./claim/relation.ts";
import { figuresOf } from "./happening/figure.ts";
import { happeningsOf } from "./happening/happening.ts";
import type { StoryModel } from "./model.ts";
import { openingOf } from "./opening.ts";
import { inOrder } from "./order.ts";
import { withOrigins } from "./origin/origin.ts";

/**
 * What the documents of one story say, joined: claims with their places and origins, relations between them, happenings, figures.
 * Of a document longer than `mostJoined` its opening is joined. A pure function of the set of documents: their order does not matter. Refers to words by document and id, and holds none itself.
 */
export function ledgerOf(documents: readonly Told[], spellings: readonly SpellingRow[], model: StoryModel): Ledger {
  const told = inOrder(documents).map(openingOf);
  const story = readStory(told, spellings, model.meaning);
  const { claims: joined, changed } = joinClaims(story, model.sameness);
  const numbered = joined.map((one, at) => ({ ...one, claim: { ...one.claim, id: `c${at + 1}` } }));
  const relations = relationsOf({ claims: numbered, changed }, story, model.relation);
  const related = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const publishers = new Map(told.map(({ document, publisher }) => [document, publisher]));
  /** What another report says that a paper reported is told as a claim of the paper. */
  const isQuoted = ({ holder, places }: PlacedClaim): boolean =>
    places.some(({ attribution, document }) => attribution !== null && publishers.get(document) !== holder.name);
  const kept = numbered
    .map(({ claim }) => claim)
    .filter(
      (claim) =>
        claim.holder.kind !== "publisher" || related.has(claim.id) || claim.places.length > 1 || isQuoted(claim),
    );
  const claims = withOrigins(kept, told);
  const happenings = happeningsOf(told, claims, spellings);
  return { claims, relations, happenings, figures: figuresOf(happenings, claims, told) };
}
