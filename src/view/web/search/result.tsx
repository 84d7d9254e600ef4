import type { SearchRow } from "../../../record/ask/search.ts";
import { publishedWords, publisherOf } from "../citation.ts";
import { Link } from "../link.tsx";
import { Words } from "../margin.tsx";
import { titleOf } from "../overview/report-list.tsx";
import { to } from "../route.ts";
import { matchParts } from "./query.ts";

/** One report that holds the words: its title, who printed it, and its best passage. */
export const Result = ({ row }: { readonly row: SearchRow }) => (
  <li class="result">
    <Link
      to={to("document", { subject: row.document, start: String(row.start), end: String(row.end) })}
      class="report-title row-link"
    >
      {titleOf(row)}
    </Link>
    <p class="quiet report-line">
      <span>
        <b>{publisherOf(row)}</b>, {publishedWords(row)}
        {row.lang !== null && row.lang !== "en" && <span class="tag">in “{row.lang}”</span>}
        {row.block === "furniture" && <span class="tag">in page furniture, not in the article</span>}
      </span>
      <span>
        {row.occurrences === 0 ? "in the title" : row.occurrences === 1 ? "once" : `${row.occurrences} times`}
      </span>
    </p>
    <blockquote class="result-words">
      <Words words={row.words} parts={matchParts(row)} />
    </blockquote>
  </li>
);
