import { termOf } from "../word.ts";
import { wordsOf } from "./holder-mention.ts";
import type { Speaker } from "./speaker.ts";

/** What is looked at of a telling before it is given to its speaker. */
export interface Quoted {
  readonly document: string;
  readonly words: string;
  readonly speaker: Speaker;
  /** Was the speaker named right there? */
  readonly sure: boolean;
  /** Do the words stand between quotation marks? */
  readonly isQuoted: boolean;
}

/** So many words alike from the beginning are no chance. */
const enough = 8;

const isNamed = ({ type }: Speaker): boolean => type === "person" || type === "body" || type === "state";

/**
 * Speakers of tellings: where two reports quote the same words, and only one of them names who said them, the other means him too, whom it
 * calls "she" or "the official". In the order of `quoted`.
 */
export function speakersOfQuotes(quoted: readonly Quoted[]): readonly Speaker[] {
  const groups = new Map<string, number[]>();
  quoted.forEach(({ words, isQuoted }, at) => {
    if (!isQuoted) return;
    const terms = wordsOf(words).map(termOf).slice(0, enough);
    if (terms.length < enough) return;
    const key = terms.join(" ");
    groups.set(key, [...(groups.get(key) ?? []), at]);
  });
  const speakers = quoted.map(({ speaker }) => speaker);
  for (const group of groups.values()) {
    const told = group.map((at) => quoted[at]!);
    if (new Set(told.map(({ document }) => document)).size < 2) continue;
    const sure = new Set(told.filter((one) => one.sure && isNamed(one.speaker)).map(({ speaker }) => speaker));
    const [only] = [...sure];
    if (sure.size !== 1 || !only) continue;
    for (const at of group) if (!quoted[at]!.sure || !isNamed(quoted[at]!.speaker)) speakers[at] = only;
  }
  return speakers;
}
