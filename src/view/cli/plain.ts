import type { ActorPage } from "../../record/ask/actor.ts";
import type { ActorRow } from "../../record/ask/actors.ts";
import type { Cited } from "../../record/ask/cited.ts";
import type { ClaimRow } from "../../record/ask/claims.ts";
import type { ContradictionRow } from "../../record/ask/contradictions.ts";
import type { OneDocument } from "../../record/ask/document.ts";
import type { DocumentRow } from "../../record/ask/documents.ts";
import type { EventRow } from "../../record/ask/events.ts";
import type { FigureRow, HappeningRow, OneHappening } from "../../record/ask/happenings.ts";
import type { LedgerClaimRow, OriginsRow } from "../../record/ask/ledger-claim.ts";
import type { PlacedRow } from "../../record/ask/placed.ts";
import type { RevisionChange } from "../../record/ask/revisions.ts";
import type { SearchRow } from "../../record/ask/search.ts";
import type { StoryRow } from "../../record/ask/stories.ts";
import type { OneStory } from "../../record/ask/story.ts";
import type { TimelineRow } from "../../record/ask/timeline.ts";
import type { Question } from "../question.ts";
import { actorLines, actorPageLines } from "./plain-actor.ts";
import { claimPages, hasBracketedDay } from "./plain-claim.ts";
import { documentPage } from "./plain-document.ts";
import { eventLines, placedLines, timelineLines } from "./plain-event.ts";
import { claimsOf } from "./plain-layer.ts";
import {
  contradictionLines,
  figureLines,
  happeningLines,
  happeningPageLines,
  ledgerClaimLines,
  originsLines,
} from "./plain-ledger.ts";
import { column, counted, indent, listed, offsets, publishedOn, shown, where } from "./plain-line.ts";
import { countPages, overviewPages } from "./plain-number.ts";
import { storyLines, storyPageLines } from "./plain-story.ts";

const searchLines = (row: SearchRow): readonly string[] => [
  `${column(publishedOn(row) ?? "no day")}${shown(row.title) || row.document}`,
  `${indent}“${shown(row.words)}”`,
  `${indent}${where(row)}`,
];

/** A sentence that came or went, as in a diff. */
const changeLines = (row: RevisionChange): readonly string[] => [
  `${row.change === "added" ? "+" : "-"} ${shown(row.words)}`,
  `${indent}${listed([`version ${row.number}, recorded ${row.recorded}`, where(row)], " · ")}`,
];

const documentLines = (row: DocumentRow): readonly string[] => [
  `${column(publishedOn(row) ?? "no day")}${shown(row.title ?? row.words)}`,
  `${indent}${listed([`${counted(row.claims, "claim")}, ${counted(row.events, "event")}`, row.revisions > 1 ? `${row.revisions} versions` : null, where(row)], " · ")}`,
];

/** How the answers of one question are printed, and what is said under them. */
interface Form {
  pages(rows: readonly object[]): Iterable<string>;
  hasBrackets(row: object): boolean;
}

/** A form for rows of one question; it is only ever given rows of its own. */
const form = <Row extends object>(
  pages: (rows: readonly Row[]) => Iterable<string>,
  hasBrackets: (row: Row) => boolean = () => false,
): Form => ({
  pages: (rows) => pages(rows as readonly Row[]),
  hasBrackets: (row) => hasBrackets(row as Row),
});

const byRow = <Row extends object>(lines: (row: Row) => readonly string[]): Form =>
  form(function* (rows: readonly Row[]) {
    for (const row of rows) yield lines(row).join("\n");
  });

const forms: ReadonlyMap<string, Form> = new Map([
  // A claim inside another stands right under it: publisher and day are told there.
  [
    "claims",
    form<ClaimRow>(
      (rows) => claimPages(rows, (row, depth) => (depth === 0 ? where(row) : offsets(row))),
      hasBracketedDay,
    ),
  ],
  ["revisions", byRow<RevisionChange>(changeLines)],
  ["events", byRow<EventRow>((row) => eventLines(row, where(row)))],
  ["places", byRow<PlacedRow>(placedLines)],
  ["timeline", byRow<TimelineRow>(timelineLines)],
  ["search", byRow<SearchRow>(searchLines)],
  ["documents", byRow<DocumentRow>(documentLines)],
  [
    "document",
    form<OneDocument>(
      (rows) => rows.map(documentPage),
      (row) => claimsOf(row).some(hasBracketedDay),
    ),
  ],
  ["claim", byRow<LedgerClaimRow>(ledgerClaimLines)],
  ["contradictions", byRow<ContradictionRow>(contradictionLines)],
  ["origins", byRow<OriginsRow>(originsLines)],
  ["happenings", byRow<HappeningRow>(happeningLines)],
  ["happening", byRow<OneHappening>(happeningPageLines)],
  ["figures", byRow<FigureRow>(figureLines)],
  ["stories", byRow<StoryRow>(storyLines)],
  ["story", byRow<OneStory>(storyPageLines)],
  ["overview", form(overviewPages)],
  ["counts", form(countPages)],
  ["actors", byRow<ActorRow>(actorLines)],
  ["actor", byRow<ActorPage>(actorPageLines)],
]);

/** A question without a form of its own is shown by the columns of its table; the last of them are those of every cited row. */
const tableForm = (question: Question): Form =>
  byRow((row: Cited) => [
    ...question.columns
      .slice(0, -14)
      .map(({ name, cell }) => ({ name, cell: cell(row) }))
      .filter(({ cell }) => cell !== null && cell !== "" && cell !== 0)
      .map(({ name, cell }) => `${column(name)}${shown(String(cell))}`),
    `${indent}“${shown(row.words)}”`,
    `${indent}${where(row)}`,
  ]);

const formOf = (question: Question): Form => forms.get(question.name) ?? tableForm(question);

/** The rows of an answer for people, each a few lines: what is said first, the exact words, then where they stand. */
export const plainRows = (question: Question, rows: readonly object[]): Iterable<string> =>
  formOf(question).pages(rows);

/** What a reader must know to read the rows; null where they speak for themselves. */
export function footnoteOf(question: Question, rows: readonly object[]): string | null {
  const { hasBrackets } = formOf(question);
  if (!rows.some((row) => hasBrackets(row))) return null;
  return "A day in brackets is the day of publication: the text does not say when it was said.";
}
