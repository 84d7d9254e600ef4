import type { Holder } from "../../../model/ledger.ts";
import { plainWhy, reasonParts, unseen } from "../../../model/reason.ts";
import { masked } from "./name.ts";

/** What a reason is of: two claims that face each other, or two tellings that are one claim. */
type Of = "pair" | "claim";

const surely: Readonly<Record<Of, string>> = {
  pair: "Likelihood that they stand so to each other, by a learned model",
  claim: "Likelihood that it is the same claim, by a learned model",
};
/** "first told here", "the paper's own words": there is nothing that could be otherwise. */
const certain = /^(?:first told here|the paper's own words)$/;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/**
 * Why two things belong together, in sentences: what was seen, the words it was judged by where none of `shown` has them, and how likely it is. Names of private
 * holders are left out.
 */
export function reasonSentences(
  reason: string,
  of: Of,
  { shown, holders }: { readonly shown: readonly string[]; readonly holders: readonly Holder[] },
): readonly string[] {
  const parts = reasonParts(reason);
  const { why, likelihood, changed } = parts;
  const judged = unseen(parts, shown).map(({ words, isCut }) => `“${words}${isCut ? " …" : ""}”`);
  return [
    `${capital(masked(plainWhy(why), holders))}.`,
    ...(judged.length === 0 ? [] : [`Judged by other words of the same claim: ${judged.join("; ")}.`]),
    ...(likelihood === null
      ? certain.test(why)
        ? []
        : ["Found by a rule, which gives no likelihood."]
      : [`${surely[of]}: ${likelihood} %.`]),
    ...(changed === null ? [] : [`That it tells the claim otherwise: ${changed} %.`]),
  ];
}
