/**
 * Are documents put into the right stories?
 * node bench/quality/stories.ts [--append] [--errors] GOLD.jsonl ANNOTATED.jsonl    rows of GOLD with `id` and `story`, ANNOTATED as `standoff annotate` gives them
 * B-cubed (Bagga and Baldwin 1998) of the pure functions over all pairs, for the whole set and for five parts of its stories that were each
 * clustered alone. `measure.ts stories-basil` measures the same through the record, which also joins near-copies.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { loadCommonWords } from "../../src/engine.ts";
import type { AnnotatedDocument } from "../../src/model/annotation.ts";
import type { Likeness } from "../../src/model/story.ts";
import { mayBeCrisis, storiesOfCrisis } from "../../src/story/crisis.ts";
import { comparable, scorer } from "../../src/story/likeness.ts";
import { partition } from "../../src/story/partition.ts";
import { profileOf } from "../../src/story/profile.ts";
import { compileRarity } from "../../src/story/rarity.ts";
import { append, circumstances, type Figure } from "../result.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { append: { type: "boolean" }, errors: { type: "boolean" } },
});
const [goldPath, annotatedPath] = positionals;
if (goldPath === undefined || annotatedPath === undefined) {
  console.error("usage: node bench/quality/stories.ts [--append] [--errors] GOLD.jsonl ANNOTATED.jsonl");
  process.exit(2);
}
const run = circumstances();
const rowsOf = <Row>(path: string): readonly Row[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
const stories = new Map(rowsOf<{ id: string; story: string }>(goldPath).map(({ id, story }) => [id, story]));
const rarity = compileRarity(loadCommonWords());
const documents = rowsOf<AnnotatedDocument>(annotatedPath).map((one) => ({
  story: stories.get(one.id) ?? one.id,
  id: one.id,
  profile: profileOf(one, rarity),
}));
const comparables = documents.map(({ profile }) => comparable(profile));

/** Precision, recall and F1 of a partition of `places`. */
function bCubed(places: readonly number[]): readonly [f1: number, precision: number, recall: number] {
  const pairs: Likeness[] = [];
  for (const [at, document] of places.entries()) {
    const scoreOf = scorer(comparables[document]!);
    for (const other of places.slice(0, at)) {
      const score = scoreOf(comparables[other]!);
      if (score > -2560) pairs.push({ document, other, score });
    }
  }
  const groups = partition({ documents: places, pairs, joined: [], parted: [] });
  const found = groups.flatMap((group) => {
    if (!mayBeCrisis(group)) return [group];
    const members = new Set(group);
    const inside = pairs.filter(({ document, other }) => members.has(document) && members.has(other));
    return storiesOfCrisis(
      { documents: group, pairs: inside, joined: [], parted: [] },
      group.map((at) => comparables[at]!),
    );
  });
  const gold = Map.groupBy(places, (at) => documents[at]!.story);
  let precision = 0;
  let recall = 0;
  for (const group of found) {
    const parts = Map.groupBy(group, (at) => documents[at]!.story);
    if (values.errors && places.length === documents.length)
      for (const [story, part] of parts)
        if (parts.size > 1 || part.length < gold.get(story)!.length)
          console.log(
            `${found.indexOf(group)}: ${story} ${part.length} of ${gold.get(story)!.length}: ${part.map((at) => documents[at]!.id).join(" ")}`,
          );
    for (const [story, part] of parts) {
      precision += part.length ** 2 / group.length;
      recall += part.length ** 2 / gold.get(story)!.length;
    }
  }
  const [p, r] = [precision / places.length, recall / places.length];
  return [(2 * p * r) / (p + r), p, r];
}

const percent = (value: number): number => Number((100 * value).toFixed(1));
const all = [...documents.keys()];
const [f1, precision, recall] = bCubed(all);
const names = [...new Set(documents.map(({ story }) => story))];
const parts = Array.from(
  { length: 5 },
  (_, part) => bCubed(all.filter((at) => names.indexOf(documents[at]!.story) % 5 === part))[0],
);
console.log(`${basename(goldPath)}: ${documents.length} documents, ${names.length} stories`);
console.log(
  `B-cubed F1 ${percent(f1)}, precision ${percent(precision)}, recall ${percent(recall)}; fifths: ${parts.map(percent).join(" ")}`,
);
if (values.append) {
  const figure = (name: string, value: number): Figure => ({
    what: "story",
    corpus: basename(goldPath, ".jsonl"),
    corpusHash: createHash("sha256").update(readFileSync(goldPath)).digest("hex"),
    split: "dev",
    figure: `B-cubed ${name}, pure functions`,
    value: percent(value),
    unit: "%",
    n: documents.length,
    min: null,
    median: null,
    max: null,
  });
  append("stories", [figure("F1", f1), figure("precision", precision), figure("recall", recall)], run);
}
