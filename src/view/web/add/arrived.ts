import type { Forgotten, TakenIn } from "../../api/contract.ts";

/** What became of one document. */
export type Taken = TakenIn["taken"][number];

const outcomeWords: Readonly<Record<Taken["outcome"], string>> = {
  new: "new",
  revision: "new version of a report that was there",
  reading: "was there, read again by this version",
  same: "already there, nothing changed",
  forgotten: "was forgotten once, and is not taken in again",
  failed: "not read",
};

/** What became of a document, in words. */
export const outcomeWord = (outcome: Taken["outcome"]): string => outcomeWords[outcome];

/** What the reader should know of a document that was read. The copy is told apart, since it is a link. */
export function notesOf({ read }: Pick<Taken, "read">): readonly string[] {
  if (read === null) return [];
  const notes: string[] = [];
  if (!read.dated) notes.push("No day was found: questions about days leave it out. Add it again with its day.");
  if (read.lang === null) notes.push("Its language could not be told.");
  else if (read.lang !== "en") {
    notes.push(`It is in “${read.lang}”: found by search, but only English is read for claims and deeds.`);
  }
  return notes;
}

/** "3 new, 1 already there", in the order of importance; empty where nothing came. */
export function tallyWords(arrived: readonly Pick<Taken, "outcome">[]): string {
  const short = (count: number): Readonly<Record<Taken["outcome"], string>> => ({
    ...outcomeWords,
    revision: count === 1 ? "new version" : "new versions",
    reading: "read again",
    same: "already there",
    forgotten: "forgotten before",
  });
  return (Object.keys(outcomeWords) as Taken["outcome"][])
    .map((outcome) => [arrived.filter((one) => one.outcome === outcome).length, outcome] as const)
    .filter(([count]) => count > 0)
    .map(([count, outcome]) => `${count.toLocaleString("en")} ${short(count)[outcome]}`)
    .join(", ");
}

/** What a forgotten document leaves behind, in words. */
export const forgottenWords = ({ copies }: Pick<Forgotten, "copies">): string =>
  copies.length === 0
    ? "Forgotten: its words are gone, its hash, the time and the reason stay."
    : `Forgotten. The same text is still there as ${copies.join(", ")}.`;
