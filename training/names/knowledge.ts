import { readFileSync } from "node:fs";
import { phrasePrefix } from "../../src/sentence/core/name-context.ts";
import { hashText } from "../../src/sentence/core/name-hash.ts";
import { isOpening } from "../../src/sentence/core/name-kind.ts";
import { makeLookup, phraseKey } from "../../src/sentence/core/name-lookup.ts";
import {
  clusterLevels,
  mayBegin,
  mayContinue,
  type WordKnowledge,
  wordKey,
  wordLookup,
} from "../../src/sentence/core/name-word.ts";
import type { LabelledDocument } from "./corpus.ts";

/** A table as two lists, ready to be packed. */
export interface Pairs {
  readonly keys: Int32Array;
  readonly values: Int32Array;
}

/** Rows of a lexicon file: remarks and the header are skipped. */
function lexiconRows(folder: string, name: string): readonly (readonly string[])[] {
  return readFileSync(`${folder}/${name}.tsv`, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t"));
}

/** Classes of the gazetteer's phrases. */
const phraseClass = {
  country: 1,
  people: 2,
  capital: 4,
  city: 8,
  large: 16,
  region: 32,
  organization: 64,
  role: 128,
  press: 256,
} as const;

/** The project's own lexicon -> hashed phrases with their classes; proper beginnings of phrases carry `phrasePrefix`. */
export function phrasesOf(lexicon: string): Pairs {
  const classes = new Map<number, number>();
  const add = (phrase: string | undefined, value: number): void => {
    if (phrase === undefined || phrase.length < 2) return;
    const words = phrase
      .toLowerCase()
      .replaceAll("’", "'")
      .replace(/-/g, " - ")
      .replace(/'s\b/g, " 's")
      .split(/\s+/)
      .filter((word) => word !== "")
      .slice(0, 6);
    let key = 0;
    words.forEach((word, at) => {
      key = phraseKey(key, hashText(word));
      classes.set(key, (classes.get(key) ?? 0) | (at === words.length - 1 ? value : phrasePrefix));
    });
  };
  const all = (cell: string | undefined, value: number): void => cell?.split("|").forEach((one) => add(one, value));
  for (const [, name, aliases, demonyms, capital, capitalAliases, seats] of lexiconRows(lexicon, "country")) {
    add(name, phraseClass.country);
    all(aliases, phraseClass.country);
    all(demonyms, phraseClass.people);
    for (const cell of [capital, capitalAliases, seats]) all(cell, phraseClass.capital);
  }
  for (const [, name, aliases, , , , population, precision] of lexiconRows(lexicon, "gazetteer")) {
    const value =
      precision === "region" ? phraseClass.region : Number(population) > 400_000 ? phraseClass.large : phraseClass.city;
    add(name, value);
    all(aliases, value);
  }
  for (const [name, kind, aliases] of lexiconRows(lexicon, "organization")) {
    const value = /^media$/.test(kind ?? "") ? phraseClass.press : phraseClass.organization;
    add(name, value);
    all(aliases, value);
  }
  for (const [role] of lexiconRows(lexicon, "role")) add(role, phraseClass.role);
  return { keys: Int32Array.from(classes.keys()), values: Int32Array.from(classes.values()) };
}

/** Lower-case words that stand in the training set's names: which may begin one, which may go on with one. */
export function partsOf(documents: readonly LabelledDocument[]): Pairs {
  const counts = new Map<string, { all: number; begins: number; goesOn: number }>();
  for (const { words, labels } of documents) {
    words.forEach((form, at) => {
      if (form !== form.toLowerCase() || /\d/.test(form)) return;
      const count = counts.get(form) ?? { all: 0, begins: 0, goesOn: 0 };
      count.all++;
      if (labels[at]! > 0) {
        if (isOpening(labels[at]!)) count.begins++;
        else count.goesOn++;
      }
      counts.set(form, count);
    });
  }
  const keys: number[] = [];
  const values: number[] = [];
  for (const [form, { all, begins, goesOn }] of counts) {
    // A word that begins a name once in a thousand would cost more time than it finds.
    const value = (begins > 1 && begins * 200 > all ? mayBegin : 0) | (goesOn > 0 || begins > 0 ? mayContinue : 0);
    if (value === 0) continue;
    keys.push(hashText(form));
    values.push(value);
  }
  return { keys: Int32Array.from(keys), values: Int32Array.from(values) };
}

/** Clusters and vectors of words, as they are packed. */
export interface Clusters {
  /** `wordKey` of each word in ascending order; of two words with one key the more frequent counts. */
  readonly keys: Int32Array;
  /** Finest cluster of each word. */
  readonly fine: Uint16Array;
  /** 1 where the word has a vector of its own. */
  readonly own: Uint8Array;
  readonly coarse: Uint16Array;
  readonly dimensions: number;
  readonly ownVectors: number;
  /** Rows of whole numbers from -7 to 7: the words with their own, in order; then every finest cluster from 0, whose members' mean it is. */
  readonly vectors: Int8Array;
  /** What one step is worth, by dimension. */
  readonly vectorScales: Float32Array;
}

const axes = 100;
const floats = (path: string): Float32Array => {
  const bytes = readFileSync(path);
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
};

/**
 * What `vectors.ts` to `project.ts` wrote, for `words` words; vectors of the first `ownVectors`, by the first `dimensions` axes of the
 * rows in the file `vectors`.
 */
export function clustersOf(
  vectors: string,
  folder: string,
  words: number,
  ownVectors: number,
  dimensions: number,
): Clusters {
  const list = readFileSync(`${folder}/vectors.txt`, "utf8").split("\n").slice(0, words);
  const bytes = readFileSync(`${folder}/clusters.u16`);
  const codes = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
  const rows = floats(vectors);
  const ranks = new Map<number, number>();
  list.forEach((each, rank) => {
    if (!ranks.has(wordKey(each))) ranks.set(wordKey(each), rank);
  });
  const sorted = [...ranks].sort((a, b) => a[0] - b[0]);
  const codeOf = (rank: number, level: number): number => codes[rank * clusterLevels + level]!;
  const finest = clusterLevels - 1;
  const count = list.reduce((most, _, rank) => Math.max(most, codeOf(rank, finest)), 0) + 1;
  const votes = Array.from({ length: count }, () => Array.from({ length: finest }, () => new Map<number, number>()));
  const means = new Float32Array(count * dimensions);
  const members = new Int32Array(count);
  for (const [, rank] of sorted) {
    const code = codeOf(rank, finest);
    votes[code]!.forEach((tally, level) => tally.set(codeOf(rank, level), (tally.get(codeOf(rank, level)) ?? 0) + 1));
    members[code]!++;
    for (let d = 0; d < dimensions; d++) means[code * dimensions + d]! += rows[rank * axes + d]!;
  }
  const coarse = Uint16Array.from(
    votes.flatMap((tallies) =>
      tallies.map((tally) => [...tally].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0),
    ),
  );
  const owners = sorted.filter(([, rank]) => rank < ownVectors);
  const values = new Float32Array((owners.length + count) * dimensions);
  owners.forEach(([, rank], at) => values.set(rows.subarray(rank * axes, rank * axes + dimensions), at * dimensions));
  values.set(
    means.map((sum, at) => sum / Math.max(1, members[Math.floor(at / dimensions)]!)),
    owners.length * dimensions,
  );
  const vectorScales = new Float32Array(dimensions);
  for (let d = 0; d < dimensions; d++) {
    let square = 0;
    for (let at = 0; at < owners.length; at++) square += values[at * dimensions + d]! ** 2 / owners.length;
    vectorScales[d] = (2.3 * Math.sqrt(square)) / 7;
  }
  return {
    keys: Int32Array.from(sorted, ([key]) => key),
    fine: Uint16Array.from(sorted, ([, rank]) => codeOf(rank, finest)),
    own: Uint8Array.from(sorted, ([, rank]) => (rank < ownVectors ? 1 : 0)),
    coarse,
    dimensions,
    ownVectors: owners.length,
    vectors: Int8Array.from(values, (value, at) =>
      Math.max(-7, Math.min(7, Math.round(value / vectorScales[at % dimensions]!))),
    ),
    vectorScales,
  };
}

/** What the features know, made from the parts above. */
export function knowledgeOf({ keys, fine, own, coarse, ownVectors }: Clusters, parts: Pairs): WordKnowledge {
  return { clusters: wordLookup(keys, fine, own), coarse, ownVectors, parts: makeLookup(parts.keys, parts.values) };
}
