import type { Slot } from "./ledger.ts";
import { slotWord } from "./ledger-word.ts";

/** A reason of the ledger in its parts: what a view shows in its own words, and what it need not repeat. */
export interface ReasonParts {
  /** Why, without the words of the texts: "3 of 5 words alike, told side by side". */
  readonly why: string;
  /** The words that were judged, in their order, cut where they are long; none where the reason names none. */
  readonly judged: readonly { readonly holder: string | null; readonly words: string; readonly isCut: boolean }[];
  /** In percent: that what the reason stands for is so, as a learned model has it; null where a rule found it. */
  readonly likelihood: number | null;
  /** In percent: that one telling is a changed retelling of the other; null where that is not likely. */
  readonly changed: number | null;
}

// A reason quotes 57 letters and an ellipsis at most, and a name; the bounds leave room.
const quoted = "“([^\\n]{1,90}?)”";
const named = "([^“”\\n]{1,160}?)";
const likely = "(?:; likelihood (\\d{1,3}) %)?";
/** "count: A: “…”; B: “…” (why; likelihood 79 %)" */
const ofTwoVoices = new RegExp(
  `^([^:“\\n]{1,60}): ${named}: ${quoted}; ${named}: ${quoted}(?: \\(([^“”\\n]{0,300}?)${likely}\\))?$`,
);
/** "told of the same holder with another modality: “…” for “…”; likelihood 82 %" */
const ofRetelling = new RegExp(`^([^:“\\n]{1,90}): ${quoted} for ${quoted}${likely}$`);
/** "same holder, 3 of 4 words alike; likelihood 47 %, perhaps a changed retelling (12 %)" */
const ending = /(?:[;:] |^)likelihood (\d{1,3}) %(?:, perhaps a changed retelling \((\d{1,3}) %\))?$/;

const number = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
const judgedAs = (holder: string | undefined, words: string) => ({
  holder: holder ?? null,
  words: words.replace(/…$/, "").trimEnd(),
  isCut: words.endsWith("…"),
});

/** The parts of a reason that the story layer wrote (`ClaimRelation.reason`, `ClaimPlace.reason`). One of a form that is not known here is all `why`. */
export function reasonParts(reason: string): ReasonParts {
  const voices = ofTwoVoices.exec(reason);
  if (voices) {
    const [, kind, one, first, other, second, why, percent] = voices as unknown as [string, ...string[]];
    return {
      why: why === undefined || why === "" ? kind! : why,
      judged: [judgedAs(one, first!), judgedAs(other, second!)],
      likelihood: number(percent),
      changed: null,
    };
  }
  const retelling = ofRetelling.exec(reason);
  if (retelling) {
    const [, why, later, earlier, percent] = retelling as unknown as [string, ...string[]];
    return {
      why: why!,
      judged: [judgedAs(undefined, later!), judgedAs(undefined, earlier!)],
      likelihood: number(percent),
      changed: null,
    };
  }
  const end = ending.exec(reason);
  const why = end ? reason.slice(0, end.index) : reason;
  return { why, judged: [], likelihood: number(end?.[1]), changed: number(end?.[2]) };
}

const plain: readonly (readonly [said: RegExp, words: string])[] = [
  [/\bthe very words\b/, "the same words"],
  [/\bnames the one who answers\b/, "the one names who the other's speaker is"],
  [/\banswers one by name\b/, "the one answers the other's speaker by name"],
  [/\btold side by side\b/, "a report tells both side by side"],
  [/\banother number\b/, "the numbers differ"],
  [/\banother time of day\b/, "the times of day differ"],
  [/\b(\d+) of (\d+) words alike\b/, "$1 of the $2 words that carry the sense are the same"],
];

const retold = /\btold of the same holder with another (\w{1,20})\b/;

/** What the story layer names shortly, in the reader's terms. */
export const plainWhy = (why: string): string =>
  plain
    .reduce((text, [said, words]) => text.replace(said, words), why)
    .replace(
      retold,
      (_, slot: Slot) => `both are told of the same speaker, and they differ on ${slotWord(slot) ?? slot}`,
    );

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The judged words that do not stand in any of `shown`: a reader sees the others already. */
export const unseen = ({ judged }: ReasonParts, shown: readonly string[]): ReasonParts["judged"] => {
  const above = shown.map((words) => ` ${letters(words)}`);
  return judged.filter(({ words }) => !above.some((text) => text.includes(` ${letters(words)}`)));
};
