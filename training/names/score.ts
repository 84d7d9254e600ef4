import { nameKinds, spansOf } from "../../src/sentence/core/name-kind.ts";
import type { LabelledDocument } from "./corpus.ts";

/** Exact spans with the right kind, in per cent. */
export interface NameScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly kinds: Readonly<Record<string, number>>;
}

/** Scores BILOU labels of each document against its gold ones. */
export function scoreOf(documents: readonly LabelledDocument[], labels: readonly Int32Array[]): NameScore {
  const tally = new Map(
    nameKinds.map((kind): [string, { gold: number; found: number; right: number }] => [
      kind,
      { gold: 0, found: 0, right: 0 },
    ]),
  );
  documents.forEach((document, d) => {
    const gold = new Set(spansOf(document.labels, 0).map(({ from, to, kind }) => `${from} ${to} ${kind}`));
    for (const key of gold) tally.get(key.split(" ")[2]!)!.gold++;
    for (const { from, to, kind } of spansOf(labels[d]!, 0)) {
      tally.get(kind)!.found++;
      if (gold.has(`${from} ${to} ${kind}`)) tally.get(kind)!.right++;
    }
  });
  const sum = { gold: 0, found: 0, right: 0 };
  for (const each of tally.values()) {
    sum.gold += each.gold;
    sum.found += each.found;
    sum.right += each.right;
  }
  const f1 = ({ gold, found, right }: typeof sum): number => (gold + found === 0 ? 0 : (200 * right) / (gold + found));
  return {
    precision: (100 * sum.right) / Math.max(1, sum.found),
    recall: (100 * sum.right) / Math.max(1, sum.gold),
    f1: f1(sum),
    kinds: Object.fromEntries([...tally].map(([kind, each]) => [kind, f1(each)])),
  };
}

export const scoreText = ({ precision, recall, f1, kinds }: NameScore, full: boolean): string =>
  `P ${precision.toFixed(2)} R ${recall.toFixed(2)} F1 ${f1.toFixed(2)}` +
  (full
    ? ` (${Object.entries(kinds)
        .map(([kind, value]) => `${kind} ${value.toFixed(1)}`)
        .join(", ")})`
    : "");
