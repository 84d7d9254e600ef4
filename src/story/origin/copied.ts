import { isRead } from "../../model/block.ts";
import type { Id } from "../../model/id.ts";
import type { Told } from "../../model/story.ts";
import { type Runs, runsOf, shareIn, unquoted } from "./run.ts";

/**
 * From this share of the shorter text's own words on (what it quotes left out), one report is made from the other or both from a third.
 * Independent reports of one event share a quarter at most; a text with a third of its words changed keeps 0.4.
 */
const leastShare = 0.36;
/** A shorter text shares a run or two with any other of its story: it must be the other one nearly whole, both ways. */
const fewestWords = 25;
const nearlyWhole = 0.85;
/** Fewer words than these two reporters may find each for himself. */
const fewestWhole = 6;

/** The words of a document's article that are its own: blocks that are read, without quotations. */
const ownWords = ({ annotation }: Told): Runs =>
  runsOf(
    annotation.blocks
      .filter((block) => isRead(block) && block.kind !== "title")
      .map(({ start, end }) => unquoted(annotation.text.slice(start, end)))
      .join("\n"),
  );

/** Documents of one text, with the first of them. */
export interface CopyGroup {
  readonly first: Id<"document">;
  readonly documents: readonly Id<"document">[];
}

/**
 * The share of own words of the shorter one that stands in the other: how much of one report was made from the other. Of texts of a few words 0, unless
 * they are nearly equal.
 */
export function copiedShare(a: Told, b: Told): number {
  return shareOf(ownWords(a), ownWords(b));
}

const shareOf = (a: Runs, b: Runs): number => {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (short.words.length >= fewestWords) return shareIn(short, long);
  if (short.words.length < fewestWhole || short.words.length < nearlyWhole * long.words.length) return 0;
  const both = Math.min(shareIn(short, long), shareIn(long, short));
  return both >= nearlyWhole ? both : 0;
};

/** Is so much copied that the two have one origin? */
export const isCopied = (share: number): boolean => share >= leastShare;

/** Longest story whose texts are compared each with each; beyond, only near-copies that were found when a document came in. */
const mostCompared = 120;

/** `told`, in its order, grouped by common text: copies, cuts, rewritten versions, each with its first document. */
export function copyGroups(told: readonly Told[]): ReadonlyMap<Id<"document">, CopyGroup> {
  const at = new Map(told.map(({ document }, place) => [document, place]));
  const root = told.map((_, place) => place);
  const find = (place: number): number => {
    let top = place;
    while (root[top] !== top) top = root[top]!;
    root[place] = top;
    return top;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [find(a), find(b)].sort((x, y) => x - y) as [number, number];
    root[high] = low;
  };
  for (const [place, one] of told.entries())
    for (const { document } of one.copies) if (at.has(document)) join(place, at.get(document)!);
  if (told.length <= mostCompared) {
    const runs = told.map(ownWords);
    for (let a = 0; a < told.length; a++)
      for (let b = a + 1; b < told.length; b++)
        if (find(a) !== find(b) && isCopied(shareOf(runs[a]!, runs[b]!))) join(a, b);
  }
  const members = Map.groupBy(told.keys(), find);
  return new Map(
    [...members.values()].flatMap((places) => {
      const documents = places.map((place) => told[place]!.document);
      // One object for all of them: two documents are of one group where it is the same one.
      const group: CopyGroup = { first: documents[0]!, documents };
      return documents.map((document) => [document, group] as const);
    }),
  );
}
