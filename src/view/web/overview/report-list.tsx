import type { DocumentRow } from "../../../record/ask/documents.ts";
import { publishedWords, publisherOf } from "../citation.ts";
import { Link } from "../link.tsx";
import { to } from "../route.ts";
import { counted } from "../words.ts";

/** So much of a first sentence stands for a title. */
const titleUnits = 160;

/** A report's title, or the words that it begins with. */
export const titleOf = ({ title, words }: Pick<DocumentRow, "title" | "words">): string =>
  title ??
  (words.length <= titleUnits
    ? words
    : `${words
        .slice(0, titleUnits)
        .toWellFormed()
        .replace(/\s+\S*$/, "")} …`);

/** A report as a newspaper lists it: title, who printed it, day, and how much was found in it. */
export const ReportItem = ({ row }: { readonly row: DocumentRow }) => (
  <li class="listed-report">
    <Link to={to("document", { subject: row.document })} class="report-title row-link">
      {titleOf(row)}
    </Link>
    <p class="quiet report-line">
      <span>
        <b>{publisherOf(row)}</b>, {publishedWords(row)}
        {row.lang !== null && row.lang !== "en" && <span class="tag">in “{row.lang}”</span>}
        {row.revisions > 1 && <span class="tag">{row.revisions} versions</span>}
      </span>
      <span>
        {counted(row.claims, "claim")}, {counted(row.events, "event")}
      </span>
    </p>
  </li>
);

/** A short list of reports. */
export const ReportList = ({ rows }: { readonly rows: readonly DocumentRow[] }) => (
  <ol class="report-list">
    {rows.map((row) => (
      <ReportItem key={row.document} row={row} />
    ))}
  </ol>
);
