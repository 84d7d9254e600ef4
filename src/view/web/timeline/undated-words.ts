import { counted } from "../words.ts";

interface Undated {
  readonly events: number;
  readonly claims: number;
}

/** What events of these classes are called: "deed", "deeds". */
export const classWords = (classes: readonly string[] | undefined): readonly [string, string] =>
  classes?.length === 1 ? (classes[0] === "material" ? ["deed", "deeds"] : ["talk", "talks"]) : ["event", "events"];

/** "57 of 137 deeds have a day in the text; the other 80 have none and are not in the timeline." */
export function datedWords(total: number, undated: number, [one, many]: readonly [string, string]): string {
  if (total === 0) return `No ${one} fits.`;
  if (total === 1)
    return `The one ${one} has ${undated === 0 ? "a day in the text" : "no day in the text and is not in the timeline"}.`;
  const dated = (total - undated).toLocaleString("en");
  if (undated === 0) return `All ${counted(total, one, many)} have a day in the text.`;
  const others = undated === 1 ? "the other one has" : `the other ${undated.toLocaleString("en")} have`;
  if (total === undated) return `None of ${counted(total, one, many)} has a day in the text: none is in the timeline.`;
  return (
    `${dated} of ${counted(total, one, many)} ${total - undated === 1 ? "has" : "have"} a day in the text; ` +
    `${others} none and ${undated === 1 ? "is" : "are"} not in the timeline.`
  );
}

/** How many claims and events are left out, and of what: the filters, but never the days, narrow them. At least one is. */
export function undatedWords(
  { events, claims }: Undated,
  { isFiltered, hasDays }: { readonly isFiltered: boolean; readonly hasDays: boolean },
): string {
  const known = [
    claims > 0 ? counted(claims, "claim") : null,
    events > 0 ? counted(events, "deed, plan or talk", "deeds, plans and talks") : null,
  ].filter((part) => part !== null);
  const isOne = claims + events === 1;
  const of = isFiltered ? "Of all that fits the filters" : "Of the whole case";
  return `${of}${hasDays ? ", whatever the days" : ""}, ${known.join(" and ")} ${isOne ? "has" : "have"} no day in the text and ${isOne ? "is" : "are"} not here.`;
}
