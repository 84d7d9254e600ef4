import type { StoryRow } from "../../record/ask/stories.ts";
import type { OneStory, StoryDocument } from "../../record/ask/story.ts";
import { column, counted, flat, indent, listed, publishedOn, shown, where } from "./plain-line.ts";

const daysOf = ({ first, last }: StoryRow): string | null =>
  first === null ? "no day" : first === last ? first : `${first} to ${last}`;

const dayMs = 86_400_000;

/** The day is that of the case's newest report: up to it, nothing newer of the story came. */
function stateOf({ state, quietDays, last }: StoryRow): string | null {
  if (state === null || last === null) return null;
  const days = quietDays ?? 0;
  const end = new Date(Date.parse(`${last}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
  return days === 0
    ? `reported up to ${end}, the case's newest day`
    : `no report for ${counted(days, "day")} up to ${end}, the case's newest day`;
}

const historyOf = ({ outOf, joined }: StoryRow): readonly (string | null)[] => [
  outOf === null ? null : `split from ${outOf}`,
  joined.length === 0 ? null : `with ${joined.join(", ")}`,
];

const headOf = (row: StoryRow): readonly string[] => [
  `${column(row.story)}${shown(row.title ?? row.words)}`,
  `${indent}${listed([counted(row.documents.length, "document"), daysOf(row), stateOf(row), row.publishers.map(flat).join(", "), ...historyOf(row)], " · ")}`,
];

/** One story of a list: its title, how large it is, its days and publishers, then where the title stands. */
export const storyLines = (row: StoryRow): readonly string[] => [...headOf(row), `${indent}${where(row)}`];

const toldLines = (row: StoryDocument): readonly string[] => [
  `${column(publishedOn(row) ?? "no day")}${shown(row.title ?? row.words)}`,
  `${indent}${listed([row.likeness === null ? null : row.likeness.toFixed(2), shown(row.reason)], "  ")}`,
  `${indent}${listed([where(row), row.copies.length === 0 ? null : `near-copy of ${row.copies.map(({ document }) => document).join(", ")}`], " · ")}`,
];

/** A story with its documents side by side, each with the reason why it is in it. */
export const storyPageLines = (row: OneStory): readonly string[] => [
  ...headOf(row),
  `${indent}${listed([counted(row.claims, "claim"), counted(row.relations, "relation"), counted(row.happenings, "happening"), `${row.figures} series of figures`], ", ")}`,
  "",
  ...row.told.flatMap(toldLines),
];
