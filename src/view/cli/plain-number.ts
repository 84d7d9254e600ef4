import { type CountedBy, type CountRow } from "../../record/ask/counts.ts";
import type { OverviewRow } from "../../record/ask/overview.ts";
import { daysIn, flat, kebab, shown } from "./plain-line.ts";

/** 4321 -> "4,321". */
export const grouped = (count: number): string => count.toLocaleString("en");

const quoted = (value: string): string => (/^[\w.:-]+$/.test(value) ? value : `"${flat(value)}"`);

/** The command that asks `question` with `input`. */
const commandOf = ({ question, input }: OverviewRow): string => {
  const options = Object.entries(input).flatMap(([field, value]) =>
    [value].flat().map((one) => `--${kebab(field)} ${quoted(String(one))}`),
  );
  return ["standoff ask", question, ...options].join(" ");
};

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

/** All numbers in one page, a line each: how many, of what, from when to when, and the command that lists them. */
export function* overviewPages(rows: readonly OverviewRow[]): Iterable<string> {
  const cells = rows.map((row) => [
    grouped(row.count),
    row.what.replaceAll("-", " "),
    daysIn({ start: row.first, end: row.last }) ?? "",
    commandOf(row),
  ]);
  const widths = [0, 1, 2].map((at) => widest(cells.map((line) => line[at]!)));
  if (cells.length === 0) return;
  yield cells
    .map(([count, what, days, command]) =>
      [count!.padStart(widths[0]!), what!.padEnd(widths[1]!), days!.padEnd(widths[2]!), command].join("  "),
    )
    .join("\n");
}

const titles: Readonly<Record<CountedBy, string>> = {
  speaker: "Who says it (--actor)",
  target: "Against or to whom (--target)",
  kind: "What is done by saying it (--kind)",
  stance: "How the speaker stands to it (--stance)",
  mark: "Mark of evidence (--mark)",
  via: "Channel (--via)",
  publisher: "Publisher (--publisher)",
  day: "Day (--from and --to)",
  said: "Day of saying, where the text tells it (--from and --to)",
};

/** A page for each that is counted by: its name and the filter that takes its values, then a line a value. */
export function* countPages(rows: readonly CountRow[]): Iterable<string> {
  for (const [by, of] of Map.groupBy(rows, (row) => row.by)) {
    const counts = of.map((row) => grouped(row.count));
    const documents = of.map((row) => `in ${grouped(row.documents)}`);
    const [width, wide] = [widest(counts), widest(documents)];
    const lines = of.map(
      ({ value }, at) => `${counts[at]!.padStart(width + 2)}  ${documents[at]!.padEnd(wide)}  ${shown(value)}`,
    );
    yield [titles[by], ...lines].join("\n");
  }
}
