import type { OverviewRow } from "../../api/contract.ts";
import { rangeWords } from "../day.ts";
import { type Route, to } from "../route.ts";
import { counted } from "../words.ts";

/** One number of the front page. */
export interface Figure {
  readonly what: OverviewRow["what"];
  readonly count: number;
  readonly label: string;
  /** The page that lists what was counted. */
  readonly route: Route;
}

/** Numbers that belong together, under one heading. */
export interface FigureGroup {
  readonly title: string;
  readonly figures: readonly Figure[];
}

const labels: Readonly<Record<OverviewRow["what"], readonly [string, string]>> = {
  documents: ["report", "reports"],
  "documents-undated": ["report without a day", "reports without a day"],
  "documents-not-english": ["report not in English", "reports not in English"],
  publishers: ["publisher", "publishers"],
  claims: ["claim", "claims"],
  "claims-without-evidence": ["said to be without evidence", "said to be without evidence"],
  "claims-with-evidence": ["with evidence named", "with evidence named"],
  accusations: ["accusation", "accusations"],
  denials: ["denial", "denials"],
  deeds: ["deed said to have happened", "deeds said to have happened"],
  planned: ["planned deed", "planned deeds"],
  "threatened-or-demanded": ["threatened or demanded", "threatened or demanded"],
  actors: ["actor", "actors"],
};

const groups: readonly { readonly title: string; readonly whats: readonly OverviewRow["what"][] }[] = [
  {
    title: "What is said",
    whats: ["claims", "claims-without-evidence", "claims-with-evidence", "accusations", "denials"],
  },
  { title: "What is done", whats: ["deeds", "planned", "threatened-or-demanded"] },
  { title: "Who", whats: ["actors"] },
];

/** The filters of a row as a page's URL holds them. */
export const filtersOf = (input: OverviewRow["input"]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : [String(value)]]),
  );

/** The page that lists what a row counts. Events stand in the timeline, which tells how many of them have a day. */
export function routeOfRow({ question, input }: Pick<OverviewRow, "question" | "input">): Route {
  if (question === "claims") return to("claims", filtersOf(input));
  if (question === "events") return to("timeline", filtersOf(input));
  if (question === "actors") return to("actors", filtersOf(input));
  return to("search", filtersOf(input));
}

const rowOf = (rows: readonly OverviewRow[], what: OverviewRow["what"]): OverviewRow | null =>
  rows.find((row) => row.what === what) ?? null;

/** How many rows are counted under `what`; 0 where the answer has no such number. */
export const countOf = (rows: readonly OverviewRow[], what: OverviewRow["what"]): number =>
  rowOf(rows, what)?.count ?? 0;

/** The numbers of the front page by group, in the order in which they are shown. */
export const figureGroups = (rows: readonly OverviewRow[]): readonly FigureGroup[] =>
  groups.map(({ title, whats }) => ({
    title,
    figures: whats
      .map((what) => rowOf(rows, what))
      .filter((row) => row !== null)
      .map((row) => ({
        what: row.what,
        count: row.count,
        label: labels[row.what][row.count === 1 ? 0 : 1],
        route: routeOfRow(row),
      })),
  }));

/** "24 reports by 5 publishers, 3 Mar 2031 – 21 Mar 2031". */
export function headline(rows: readonly OverviewRow[]): string {
  const documents = rowOf(rows, "documents");
  if (documents === null) return "";
  const days = rangeWords(documents.first, documents.last);
  const by = countOf(rows, "publishers");
  const whole = `${counted(documents.count, "report")}${by === 0 ? "" : ` by ${counted(by, "publisher")}`}`;
  return days === null ? whole : `${whole}, ${days}`;
}

/** First and last day of publication; null where no day is known. */
export function publicationDays(
  rows: readonly OverviewRow[],
): { readonly first: string; readonly last: string } | null {
  const { first = null, last = null } = rowOf(rows, "documents") ?? {};
  return first === null || last === null ? null : { first, last };
}

/** Reports that questions about days or about words leave out, with what to do about it. */
export interface Remark {
  readonly what: string;
  readonly why: string;
  readonly route: Route;
}

/** What the reader should know of reports that are only half in the record. */
export function remarks(rows: readonly OverviewRow[]): readonly Remark[] {
  const found: Remark[] = [];
  const undated = rowOf(rows, "documents-undated");
  const foreign = rowOf(rows, "documents-not-english");
  if (undated && undated.count > 0) {
    found.push({
      what: counted(undated.count, ...labels[undated.what]),
      why: `Questions about days leave ${undated.count === 1 ? "it" : "them"} out. Add ${undated.count === 1 ? "it" : "them"} again with the day.`,
      route: routeOfRow(undated),
    });
  }
  if (foreign && foreign.count > 0) {
    found.push({
      what: counted(foreign.count, ...labels[foreign.what]),
      why: "Found by search; only English is read for claims and deeds so far.",
      route: routeOfRow(foreign),
    });
  }
  return found;
}
