import { cueHead } from "../../src/claim/model/role-frame.ts";
import { type ShareOf, shareKey } from "../../src/claim/model/sheet.ts";
import { hashText } from "../../src/sentence/core/name-hash.ts";
import type { ReadDocument } from "./corpus.ts";

/** How often a lemma and class was seen, and how often it bore the meaning of a cue. */
export interface ShareCounts {
  readonly seen: Map<number, number>;
  readonly cues: Map<number, number>;
}

const keyOf = ({ words }: ReadDocument, at: number): number =>
  shareKey(hashText(words.lemma[at]!.toLowerCase()), words.upos[at]!);

/** Words that bear the meaning of a gold cue. */
export const headsOf = (document: ReadDocument): readonly number[] =>
  document.gold.flatMap(({ cue }) => (cue[0] ? [cueHead(document, cue[0])] : []));

/** Counts over documents; words of sentences that are not read count too. */
export function countShares(documents: readonly ReadDocument[]): ShareCounts {
  const seen = new Map<number, number>();
  const cues = new Map<number, number>();
  const add = (counts: Map<number, number>, key: number): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const document of documents) {
    for (let at = 0; at < document.words.count; at++) add(seen, keyOf(document, at));
    for (const head of headsOf(document)) add(cues, keyOf(document, head));
  }
  return { seen, cues };
}

const bounds = [0.03, 0.1, 0.25, 0.45, 0.65, 0.8];

/** The step of `cues` in `seen`: see `ShareOf`. */
function stepOf(seen: number, cues: number): number {
  if (seen < 2) return cues > 0 ? 1 : 0;
  if (cues === 0) return 2;
  const share = (cues + 0.05) / (seen + 1);
  return 3 + bounds.filter((bound) => share >= bound).length;
}

/** Steps for a document that was counted: its own word is left out of the count. */
export function ownShares({ seen, cues }: ShareCounts, document: ReadDocument): ShareOf {
  const heads = new Set(headsOf(document));
  return (at, key) => stepOf((seen.get(key) ?? 0) - 1, (cues.get(key) ?? 0) - (heads.has(at) ? 1 : 0));
}

/** Steps of all keys that are not 0. */
export const sharesOf = ({ seen, cues }: ShareCounts): ReadonlyMap<number, number> =>
  new Map(
    [...seen]
      .map(([key, count]) => [key, stepOf(count, cues.get(key) ?? 0)] as const)
      .filter(([, step]) => step > 0)
      .sort((a, b) => a[0] - b[0]),
  );
