/**
 * Pairs of tellings of story bundles with what they are judged by and what the gold says of them.
 * node training/claim/prepare.ts claim|relation OUT BUNDLES.jsonl ...    first line the names of the features, then a line a story
 * Each bundle is a story, and so are its reports by twos and threes: most stories of a case are short, and words weigh otherwise in them.
 */

import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { type Bundle, type GoldPlace, readBundles, spanOfPlace } from "../../bench/quality/bundle/gold.ts";
import { toldOf } from "../../bench/quality/bundle/read.ts";
import { createEngine, loadLexicon } from "../../src/engine.ts";
import type { Told } from "../../src/model/story.ts";
import { featureNames } from "../../src/story/claim/model/pair-feature.ts";
import { orderedPairs, relationFeatureNames } from "../../src/story/claim/model/relation-pairs.ts";
import { storyPairs } from "../../src/story/claim/model/story-pairs.ts";
import { readStory, type StoryReading } from "../../src/story/claim/reading.ts";
import { readMeaning } from "../../src/story/meaning/meaning.ts";
import { inOrder } from "../../src/story/order.ts";

const [kind, out, ...paths] = process.argv.slice(2);
if (out === undefined || paths.length === 0 || (kind !== "claim" && kind !== "relation")) {
  console.error("usage: node training/claim/prepare.ts claim|relation OUT BUNDLES.jsonl ...");
  process.exit(2);
}

/** Tellings that the words of a place are in: the one that covers most of them, and whatever lies in them by half at least. */
function tellingsAt({ tellings }: StoryReading, place: GoldPlace): readonly number[] {
  const own = tellings.filter(({ document }) => document === place.report);
  const text = own[0]?.told.annotation.text ?? "";
  const span = spanOfPlace(place, text);
  if (!span) return [];
  const overlap = ([start, end]: readonly [number, number]): number =>
    Math.max(0, Math.min(end, span[1]) - Math.max(start, span[0]));
  const length = ([start, end]: readonly [number, number]): number => end - start;
  const fitting = own.filter((one) => overlap(one.span) * 3 >= length(span));
  const best = fitting.toSorted((a, b) => overlap(b.span) - overlap(a.span) || length(a.span) - length(b.span))[0];
  return own
    .filter(
      (one) =>
        one === best ||
        (best && overlap(one.span) === overlap(best.span) && length(one.span) === length(best.span)) ||
        overlap(one.span) * 2 > length(one.span),
    )
    .map(({ at }) => at);
}

function labelled(bundle: Bundle, story: StoryReading) {
  const claims: string[][] = story.tellings.map(() => []);
  for (const { id, places } of bundle.claims) {
    for (const place of places) for (const at of tellingsAt(story, place)) claims[at]!.push(id);
  }
  const distorts: string[][] = story.tellings.map(() => []);
  for (const { place, of } of bundle.distortions) for (const at of tellingsAt(story, place)) distorts[at]!.push(of);
  return { claims, distorts };
}

const lexicon = loadLexicon();
const engine = createEngine(lexicon);
const meaning = readMeaning(readFileSync(new URL("../../models/meaning.bin", import.meta.url)));

/** Which reports make a story of their own. */
const parts = (reports: number): readonly (readonly number[])[] =>
  [Array.from({ length: reports }, (_, at) => at), [0, 1], [2, 3], [4, 5], [0, 2, 4], [1, 3, 5]]
    .map((part) => part.filter((at) => at < reports))
    .filter(({ length }) => length > 1);

const rounded = (features: readonly number[]): readonly number[] =>
  features.map((value) => Math.round(value * 1e4) / 1e4);

const pairsOf = (story: StoryReading): readonly (readonly number[])[] =>
  (kind === "claim" ? storyPairs(story) : [...orderedPairs(story)]).map(({ a, b, features }) => [
    a,
    b,
    ...rounded(features),
  ]);

function lineOf(bundle: Bundle, told: readonly Told[]): string {
  const story = readStory(inOrder(told), lexicon.spellings, meaning);
  const { claims, distorts } = labelled(bundle, story);
  const { supports, denials, contradictions, corrections, withdrawals } = bundle;
  return JSON.stringify({
    id: bundle.id,
    claims,
    distorts,
    supports: supports.map((one) => [one.claim, one.supports]),
    denials: denials.map((one) => [one.denial, one.denied]),
    contradictions: contradictions.map((one) => [one.a, one.b]),
    corrections: corrections.map((one) => [one.later, one.earlier]),
    withdrawals: withdrawals.map((one) => [one.later, one.earlier]),
    pairs: pairsOf(story),
  });
}

writeFileSync(out, `${JSON.stringify(kind === "claim" ? featureNames : relationFeatureNames)}\n`);
for (const bundle of paths.flatMap(readBundles)) {
  const told = toldOf(engine, bundle.reports);
  for (const part of parts(told.length))
    appendFileSync(
      out,
      `${lineOf(
        bundle,
        part.map((at) => told[at]!),
      )}\n`,
    );
}
