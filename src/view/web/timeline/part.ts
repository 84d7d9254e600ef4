import type { TimelinePart } from "../../../record/ask/timeline.ts";

/** Parts of a day in their order. */
export const parts = ["happened", "denied", "planned", "supposed", "said"] as const satisfies readonly TimelinePart[];

/** Lanes of a day: what is said to be or not to have been, and what is said and ahead. */
export const lanes = [
  { name: "deeds", title: "Deeds", parts: ["happened", "denied"] },
  { name: "words", title: "Plans and words", parts: ["planned", "supposed", "said"] },
] as const satisfies readonly {
  readonly name: string;
  readonly title: string;
  readonly parts: readonly TimelinePart[];
}[];

const partWords: Readonly<Record<TimelinePart, string>> = {
  happened: "said to have happened",
  denied: "denied",
  planned: "planned, threatened, demanded",
  supposed: "supposed",
  said: "said that day",
};
/** What a part of a day is called. */
export const partWord = (part: TimelinePart): string => partWords[part];
