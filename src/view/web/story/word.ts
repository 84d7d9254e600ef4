import type { AttributionKind, Stance } from "../../../model/attribution.ts";
import type { Holder, Origins, RelationKind, Slot } from "../../../model/ledger.ts";
import { relationWord, slotWord } from "../../../model/ledger-word.ts";
import type { StoryRow } from "../../../record/ask/stories.ts";
import { dayWords } from "../day.ts";
import type { Chip } from "../ledger/claim-query.ts";
import { chipWords } from "../ledger/claim-words.ts";
import { counted } from "../words.ts";
import { masked, originWords } from "./name.ts";

// What stories, origins and disagreements are called. None of it says who is right.

export { relationWord, slotWord, tieWords } from "../../../model/ledger-word.ts";

/** A value of a slot as it is told: days in words. */
export const valueWords = (value: string, slot: Slot): string =>
  slot === "time" ? value.replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, dayWords) : value;

/** What is known of the number of origins, without the reports: "1 origin", "1 to 2 origins", "at most 2 origins". */
export function originCount({ established, unknown, atMost }: Omit<Origins, "origins">): string {
  if (unknown === 0) return counted(established, "origin");
  if (established === 0) return `at most ${counted(atMost, "origin")}`;
  return `${established.toLocaleString("en")} to ${counted(atMost, "origin")}`;
}

/** So many origins are named in a line. */
const namedOrigins = 2;

/** "2 reports, 1 origin: a statement by the Ministry of Defence". The name of a private holder is left out of it. */
export function originLine(reports: number, origins: Origins, holder: Holder): string {
  const count = `${counted(reports, "report")}, ${originCount(origins)}`;
  const known = origins.origins.filter(({ established }) => established);
  if (known.length === 0) return `${count}: where ${reports === 1 ? "it has" : "they have"} it from is not told`;
  const names = known.slice(0, namedOrigins).map((origin) => masked(originWords(origin), [holder]));
  const rest = known.length - names.length;
  return `${count}: ${names.join("; ")}${rest > 0 ? `; ${rest.toLocaleString("en")} more` : ""}`;
}

const dayMs = 86_400_000;

/** "still reported on 12 Mar 2031, the last day of the case", "no report for 6 days to 12 Mar 2031, …": the day is that of the case's newest report. Null where no day is known. */
export function stateWords({ state, quietDays, last }: Pick<StoryRow, "state" | "quietDays" | "last">): string | null {
  if (state === null || last === null) return null;
  const days = quietDays ?? 0;
  const end = dayWords(new Date(Date.parse(`${last}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10));
  if (days === 0) return `reported up to ${end}, the case's newest day`;
  return `no report for ${counted(days, "day")} up to ${end}, the case's newest day`;
}

/** Does the claim deny something? */
export const isDenied = ({ kind, stance }: { readonly kind: AttributionKind; readonly stance: Stance }): boolean =>
  kind === "deny" || (stance === "denies" && kind !== "no-comment");

/** A filter of the page of contradictions in words: "how: denied". */
export function filterWords({ name, value }: Chip): string {
  if (name === "kind") return `how: ${relationWord(value as RelationKind) ?? value}`;
  if (name === "slot") return `on: ${slotWord(value as Slot) ?? value}`;
  if (name === "holder" || name === "story") return `${name === "holder" ? "whose word" : name}: ${value}`;
  return chipWords({ name, value });
}
