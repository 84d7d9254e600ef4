import type { AnnotatedDocument } from "./model/annotation.ts";
import type { Ledger } from "./model/ledger.ts";
import type { SpellingRow } from "./model/lexicon.ts";
import { done, type Outcome } from "./model/outcome.ts";
import type { Likeness, Told } from "./model/story.ts";
import { publicId, rowOf } from "./record/id.ts";
import { keepLedger, staleStories, storyTold } from "./record/ledger.ts";
import type { CaseRecord } from "./record/open.ts";
import { currentReading, readReading } from "./record/read.ts";
import { statementsOf } from "./record/statement.ts";
import {
  candidatesOf,
  keepPairs,
  keepProfile,
  newStory,
  type PlaceRow,
  putInStory,
  storyOf,
  unsettle,
} from "./record/story.ts";
import { retireOthers } from "./record/story-maker.ts";
import { heldProfiles, type ProfilesIn, profilesOf } from "./record/story-profile.ts";
import {
  copiesFor,
  type FoundStory,
  keepStories,
  type Unsettled,
  unplaced,
  unsettledOf,
} from "./record/story-settle.ts";
import { transact } from "./record/transact.ts";
import type { Remade } from "./record/verify-story.ts";
import { likenessAmong, reasonFor, storyFor } from "./story/assign.ts";
import { mayBeCrisis, storiesOfCrisis } from "./story/crisis.ts";
import { ledgerOf } from "./story/ledger.ts";
import { comparable, scorer } from "./story/likeness.ts";
import type { StoryModel } from "./story/model.ts";
import { leastMean, partition } from "./story/partition.ts";
import { profileOf } from "./story/profile.ts";
import type { Rarity } from "./story/rarity.ts";

/** What stories are made with beside the record. */
export interface StoryMaker {
  /** The version with a fingerprint of models and rules: what another one made is made anew. */
  readonly identity: string;
  readonly rarity: Rarity;
  readonly spellings: readonly SpellingRow[];
  /** Loaded where the first ledger is made. */
  readonly model: () => StoryModel;
}

/** So many documents are held ready for comparing, some 50 MB: of a case that gets 100 a day, those of the last 80 days. Making one ready takes as long as comparing twenty. */
const comparablesIn = heldProfiles(comparable, 8192);

/** Pairs below this are kept as unlike: 1/1024 of a logit. */
const leastKept = -2560;

const began = "the story began with it";
const copyReason = (name: string, share: number): string =>
  `near-copy of ${name}, ${share.toFixed(2)} of the words are the same`;

/**
 * Puts a document that was just written into a story, by its newest reading; `settleStories` looks at it again. Keeps how like it is to others,
 * so reads no document but this one. Fails as `transact` does; a document that was not put into a story is found by `settleStories`.
 */
export function placeDocument(
  record: CaseRecord,
  maker: StoryMaker,
  document: string,
  annotation: AnnotatedDocument,
): Outcome<null> {
  const row = rowOf("document", document);
  const reading = currentReading(record, document);
  if (row === null || reading === null) return done(null);
  const profile = profileOf(annotation, maker.rarity);
  return transact(record, () => {
    const prepare = statementsOf(record);
    keepProfile(prepare, { document: row, reading, maker: maker.identity }, profile);
    const scoreOf = scorer(comparable(profile));
    const candidates = candidatesOf(prepare, row, profile);
    const pairs = comparablesIn(record, candidates).flatMap((known, at): readonly Likeness[] => {
      const score = known === null ? leastKept : scoreOf(known);
      return score > leastKept ? [{ document: row, other: candidates[at]!, score }] : [];
    });
    keepPairs(prepare, pairs);
    // A newer version stays where the document was, until stories are settled: its story must not stand empty.
    if (storyOf(prepare, row) === null) putInStory(prepare, firstPlace(record, row, pairs), false);
    else unsettle(prepare, [row]);
    return done(null);
  });
}

/** Where a document stands until stories are settled. */
function firstPlace(record: CaseRecord, document: number, pairs: readonly Likeness[]): PlaceRow {
  const prepare = statementsOf(record);
  for (const { other, share } of copiesFor(prepare, document)) {
    const story = storyOf(prepare, other);
    if (story !== null)
      return { document, story, likeness: share, reason: copyReason(publicId("document", other), share) };
  }
  const neighbours = pairs.flatMap(({ other, score }) => {
    const story = storyOf(prepare, other);
    return story === null ? [] : [{ document: other, story, score }];
  });
  const found = storyFor(neighbours);
  if (found === null) return { document, story: newStory(prepare, null), likeness: null, reason: began };
  const { story, score } = found;
  return {
    document,
    story,
    likeness: likenessAmong([{ score }]),
    reason: reasonOf(profilesOf(record), document, found.document),
  };
}

function reasonOf(profilesIn: ProfilesIn, document: number, other: number): string {
  const [one, two] = profilesIn([document, other]);
  const name = publicId("document", other);
  return !one || !two ? `like ${name}` : reasonFor(one, two, name);
}

/** The place of each document of one story: the first one began it, each later one is like one before it, or was joined by its words or by an analyst. */
function placesIn(
  profilesIn: ProfilesIn,
  story: readonly number[],
  unsettled: Unsettled,
  known: KnownPairs,
): FoundStory {
  const earlier = new Set<number>();
  const members = new Set(story);
  return story.map((document) => {
    const inside = (known.pairs.get(document) ?? []).filter(({ other }) => members.has(other));
    const before = inside.filter(({ other }) => earlier.has(other));
    const join = (known.joined.get(document) ?? []).find(({ other }) => earlier.has(other));
    const first = earlier.size === 0;
    earlier.add(document);
    if (first) return { document, likeness: null, reason: began };
    if (join)
      return {
        document,
        likeness: join.share,
        reason:
          join.why === "link"
            ? `joined by link ${join.said}`
            : copyReason(publicId("document", join.other), join.share),
      };
    const [likest] = (before.length > 0 ? before : inside).toSorted((a, b) => b.score - a.score || a.other - b.other);
    if (!likest) return { document, likeness: null, reason: "its like is in the story by way of others" };
    const name = publicId("document", likest.other);
    const old = unsettled.places.get(document);
    // What was said of it before holds as long as both are what they were.
    const kept = old?.settled && unsettled.places.get(likest.other)?.settled && old.reason.startsWith(`like ${name} `);
    return {
      document,
      likeness: likenessAmong(inside),
      reason: kept ? old.reason : reasonOf(profilesIn, document, likest.other),
    };
  });
}

interface KnownPairs {
  readonly pairs: ReadonlyMap<number, readonly { readonly other: number; readonly score: number }[]>;
  readonly joined: ReadonlyMap<
    number,
    readonly { readonly other: number; readonly share: number; readonly why: "copy" | "link"; readonly said: string }[]
  >;
}

function bothSides({ pairs, joined }: Unsettled): KnownPairs {
  return {
    pairs: Map.groupBy(
      pairs.flatMap(({ document, other, score }) => [
        { of: document, other, score },
        { of: other, other: document, score },
      ]),
      ({ of }) => of,
    ),
    joined: Map.groupBy(
      joined.flatMap(({ one, other, share, why, said }) => [
        { of: one, other, share, why, said },
        { of: other, other: one, share, why, said },
      ]),
      ({ of }) => of,
    ),
  };
}

/** The stories in a group of like reports. */
function partsOf(documents: readonly number[], record: CaseRecord, known: KnownPairs): readonly (readonly number[])[] {
  if (!mayBeCrisis(documents)) return [documents];
  const members = new Set(documents);
  // Each is known from both sides.
  const inside = <Known extends { readonly other: number }>(of: ReadonlyMap<number, readonly Known[]>) =>
    documents.flatMap((document) =>
      (of.get(document) ?? [])
        .filter(({ other }) => other > document && members.has(other))
        .map((one) => ({ ...one, document })),
    );
  const grouping = {
    documents,
    pairs: inside(known.pairs),
    joined: inside(known.joined).map(({ document, other }) => [document, other] as const),
    parted: [],
  };
  return storiesOfCrisis(grouping, comparablesIn(record, documents));
}

/** Puts what came since the last time, and all that could be in one story with it, into stories anew. */
function settlePlaces(record: CaseRecord): Outcome<null> {
  return transact(record, () => {
    const prepare = statementsOf(record);
    const unsettled = unsettledOf(prepare, leastMean);
    if (unsettled === null) return done(null);
    const { documents, pairs, joined, parted } = unsettled;
    const found = partition({
      documents,
      pairs,
      joined: joined.map(({ one, other }) => [one, other] as const),
      parted,
    });
    const known = bothSides(unsettled);
    const profilesIn = profilesOf(record);
    const stories = found.flatMap((group) => partsOf(group, record, known));
    keepStories(
      prepare,
      unsettled,
      stories.map((story) => placesIn(profilesIn, story, unsettled, known)),
    );
    return done(null);
  });
}

/**
 * Settles the stories of a case: what another maker made (another version, other models) is made anew; documents that are in no story yet are put into
 * one (after a crash, or in a case of an older version); what came since the last time is put in again together with all that is near it, in an order
 * that does not depend on when it came; ledgers of changed stories are made anew. The same documents give the same stories, whenever and in whatever
 * order they came. Each step is a transaction, so that a stop in between loses nothing: the next call goes on. Fails as `transact` does.
 */
export function settleStories(record: CaseRecord, maker: StoryMaker, signal?: AbortSignal): Outcome<null> {
  const steps = settling(record, maker, signal);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same, giving way after each step, so that a server can answer in between. */
export function* settling(
  record: CaseRecord,
  maker: StoryMaker,
  signal?: AbortSignal,
): Generator<void, Outcome<null>, void> {
  const retired = transact(record, () => {
    retireOthers(record, maker.identity);
    return done(null);
  });
  if (!retired.ok) return retired;
  for (const { document, reading } of unplaced(record)) {
    if (signal?.aborted) return done(null);
    const annotation = readReading(record, reading);
    if (annotation === null) continue;
    const placed = placeDocument(record, maker, publicId("document", document), annotation);
    if (!placed.ok) return placed;
    yield;
  }
  const settled = settlePlaces(record);
  if (!settled.ok) return settled;
  for (const story of staleStories(record)) {
    if (signal?.aborted) return done(null);
    const kept = transact(record, () => {
      keepLedger(record, story, ledgerOf(storyTold(record, story), maker.spellings, maker.model()), maker.identity);
      return done(null);
    });
    if (!kept.ok) return kept;
    yield;
  }
  return done(null);
}

/** What `verify` makes again to compare stories. */
export const remadeBy = ({ identity, rarity, spellings, model }: StoryMaker): Remade => ({
  maker: identity,
  profileOf: (annotation) => profileOf(annotation, rarity),
  ledgerOf: (told) => ledgerOf(told, spellings, model()),
});

/** Ledgers with the spellings of the lexicon and what was learnt for joins: what a question makes one with where it is asked as of an earlier day. */
export const ledgerMaker =
  ({ spellings, model }: Pick<StoryMaker, "spellings" | "model">): ((told: readonly Told[]) => Ledger) =>
  (told) =>
    ledgerOf(told, spellings, model());
