import type { Actor } from "../model/actor.ts";
import type { Id } from "../model/id.ts";
import type { Mention } from "../model/mention.ts";
import type { Word } from "./word.ts";

/** A mention of somebody who can act, by the words it covers: `from` to `to` (excluded). */
export interface Party {
  readonly mention: Mention;
  readonly actor: Actor;
  readonly from: number;
  readonly to: number;
}

/** A sentence as the rules of this stage see it. */
export interface Clause {
  readonly words: readonly Word[];
  /** Outermost parties, in text order. Those inside another are in `inner`. */
  readonly parties: readonly Party[];
  readonly inner: readonly Party[];
  /** States that unnamed bodies of the document stand for ("Russian officials", later "they"), by the body's actor. */
  readonly bodies: ReadonlyMap<Id<"actor">, readonly Id<"actor">[]>;
}

/** The actors of a document, by id. */
export type ActorsById = ReadonlyMap<Id<"actor">, Actor>;

/** First word that ends after `offset`, by bisection. */
export function wordAfter(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Does what ends at word `to` only modify a participle: the "Kremlin" of "Kremlin-backed"? */
export const isPartOfCompound = (words: readonly Word[], to: number): boolean =>
  words[to]?.glued === true && /(?:ed|led|built|made|born|run|held)$/.test(words[to]!.lower);

/** Mentions that stand for an actor, as word ranges; those inside another apart. `mentions` are those of the sentence, in text order. */
export function partiesOf(
  words: readonly Word[],
  mentions: readonly Mention[],
  actors: ActorsById,
): Pick<Clause, "parties" | "inner"> {
  const all = mentions
    .flatMap((mention): Party[] => {
      const actor = mention.actor === null ? undefined : actors.get(mention.actor);
      if (actor === undefined) return [];
      const from = wordAfter(words, mention.start);
      const to = wordAfter(words, mention.end - 1) + 1;
      return from < to && from < words.length && !isPartOfCompound(words, to)
        ? [{ mention, actor, from, to: Math.min(to, words.length) }]
        : [];
    })
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const parties: Party[] = [];
  const inner: Party[] = [];
  for (const party of all) {
    const last = parties.at(-1);
    if (last !== undefined && party.from < last.to) inner.push(party);
    else parties.push(party);
  }
  return { parties, inner };
}
