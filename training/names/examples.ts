import { contextReader } from "../../src/sentence/core/name-context.ts";
import { jointFeatures, mostFeatures, reach, wordFeatures } from "../../src/sentence/core/name-feature.ts";
import { labelCount, labelOf, nameKinds } from "../../src/sentence/core/name-kind.ts";
import { lookUp, makeLookup } from "../../src/sentence/core/name-lookup.ts";
import { type WordKnowledge, wordTable } from "../../src/sentence/core/name-word.ts";
import type { LabelledDocument } from "./corpus.ts";
import type { Pairs } from "./knowledge.ts";

/** A run of candidate words of one document, with the words around it and the features of each. */
export interface Run {
  /** Index of its document, and of its first word there. */
  readonly document: number;
  readonly from: number;
  readonly gold: Int32Array;
  /** For each word `2 * reach + 1` word ids, the one `reach` before it first; 0 outside of the sentence. */
  readonly window: Int32Array;
  /** `features[starts[k] .. starts[k + 1]]` are the feature rows of word k. */
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly weight: number;
  /** `labelCount` marks a word, 1 = may be; null where the gold labels are all that is known. */
  readonly allowed: Uint8Array | null;
}

/** A set of documents, how much each counts, and how its labels are to be read. */
export interface LabelledSet {
  readonly documents: readonly LabelledDocument[];
  readonly weight: number;
  /** "four": only persons, locations, organizations and "other" are marked, as in WikiGold. */
  readonly scheme: "nine" | "four";
}

/** Drops names that reach over the border of a run, because a path of labels must begin and end outside of names. */
function mended(labels: Int32Array): Int32Array {
  const gold = labels.slice();
  let start = -1;
  for (let at = 0; at < gold.length; at++) {
    if (gold[at] === 0) continue;
    const part = (gold[at]! - 1) & 3;
    if (part === 0) start = at;
    if ((part === 1 || part === 2) && start < 0) gold[at] = 0;
    if (part === 2) start = -1;
  }
  if (start >= 0) gold.fill(0, start);
  return gold;
}

const number = (kind: (typeof nameKinds)[number]): number => nameKinds.indexOf(kind);
const wider: ReadonlyMap<number, readonly number[]> = new Map([
  [number("misc"), [number("misc"), number("norp"), number("product")]],
  [number("location"), [number("location"), number("facility")]],
]);
const unmarked = [number("date"), number("money")];

/** The labels that a word may have where the set's scheme has four classes. */
function allowedBy(gold: Int32Array): Uint8Array {
  const allowed = new Uint8Array(gold.length * labelCount);
  gold.forEach((label, at) => {
    allowed[at * labelCount + label] = 1;
    if (label === 0) {
      for (const kind of unmarked)
        for (const part of ["B", "I", "L", "U"] as const) allowed[at * labelCount + labelOf(kind, part)] = 1;
      return;
    }
    const kind = (label - 1) >> 2;
    for (const other of wider.get(kind) ?? []) allowed[at * labelCount + 1 + 4 * other + ((label - 1) & 3)] = 1;
  });
  return allowed;
}

/** Runs of training and of development documents over one list of features. */
export interface Examples {
  readonly train: readonly Run[];
  readonly dev: readonly Run[];
  /** Keys of the features, by row. */
  readonly keys: Int32Array;
  readonly table: ReturnType<typeof wordTable>;
}

/** Reads `sets` and `dev`; a feature counts if at least `least` words of the training sets have it. */
export function makeExamples(
  sets: readonly LabelledSet[],
  dev: readonly LabelledDocument[],
  knowledge: WordKnowledge,
  phrases: Pairs,
  least: number,
): Examples {
  const table = wordTable(knowledge);
  const read = contextReader(table, makeLookup(phrases.keys, phrases.values));
  const buffer = new Int32Array(mostFeatures * 3);
  const capacity = 1 << 25;
  const cells = new Int32Array(capacity);
  const counts = new Uint8Array(capacity);
  const cellOf = (key: number): number => {
    let cell = (key ^ (key >>> 15)) & (capacity - 1);
    while (cells[cell] !== 0 && cells[cell] !== key) cell = (cell + 1) & (capacity - 1);
    return cell;
  };
  const gather = (
    documents: readonly LabelledDocument[],
    weight: number,
    scheme: LabelledSet["scheme"],
    count: boolean,
  ): Run[] => {
    const runs: Run[] = [];
    documents.forEach((document, d) => {
      const context = read(document.words, document.firstWord);
      const rows = table.rows();
      for (let from = 0; from < document.words.length; ) {
        if (context.candidate[from] === 0) {
          from++;
          continue;
        }
        let to = from + 1;
        while (to < context.sentenceTo[from]! && context.candidate[to] === 1) to++;
        const window: number[] = [];
        const starts = [0];
        const features: number[] = [];
        for (let at = from; at < to; at++) {
          let n = 0;
          for (let offset = -reach; offset <= reach; offset++) {
            const near = at + offset;
            const id = near < context.sentenceFrom[at]! || near >= context.sentenceTo[at]! ? 0 : context.ids[near]!;
            window.push(id);
            n = wordFeatures(rows, id, offset, table.formOf(id), buffer, n);
          }
          n = jointFeatures(context, rows, at, buffer, n);
          for (let f = 0; f < n; f++) {
            features.push(buffer[f]!);
            if (!count) continue;
            const cell = cellOf(buffer[f]!);
            cells[cell] = buffer[f]!;
            if (counts[cell]! < 255) counts[cell]!++;
          }
          starts.push(features.length);
        }
        const gold = mended(document.labels.slice(from, to));
        runs.push({
          document: d,
          from,
          gold,
          window: Int32Array.from(window),
          starts: Int32Array.from(starts),
          features: Int32Array.from(features),
          weight,
          allowed: scheme === "four" ? allowedBy(gold) : null,
        });
        from = to;
      }
    });
    return runs;
  };
  const train = sets.flatMap((set) => gather(set.documents, set.weight, set.scheme, true));
  const devRuns = gather(dev, 1, "nine", false);
  const keys: number[] = [];
  for (let cell = 0; cell < capacity; cell++) if (cells[cell] !== 0 && counts[cell]! >= least) keys.push(cells[cell]!);
  const rowsOf = makeLookup(
    keys,
    keys.map((_, at) => at),
  );
  const numbered = (run: Run): Run => {
    const starts = new Int32Array(run.starts.length);
    const features: number[] = [];
    for (let k = 0; k + 1 < run.starts.length; k++) {
      for (let f = run.starts[k]!; f < run.starts[k + 1]!; f++) {
        const row = lookUp(rowsOf, run.features[f]!, -1);
        if (row >= 0) features.push(row);
      }
      starts[k + 1] = features.length;
    }
    return { ...run, starts, features: Int32Array.from(features) };
  };
  return { train: train.map(numbered), dev: devRuns.map(numbered), keys: Int32Array.from(keys), table };
}
