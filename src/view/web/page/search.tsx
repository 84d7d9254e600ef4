import type { DocumentRow } from "../../../record/ask/documents.ts";
import type { SearchRow } from "../../../record/ask/search.ts";
import { type Stretches, useAnswer, useStretches } from "../asking.ts";
import { Link } from "../link.tsx";
import { usePlace } from "../location.ts";
import { ReportItem } from "../overview/report-list.tsx";
import { one, type Query, to } from "../route.ts";
import { SearchForm } from "../search/form.tsx";
import { Growing } from "../search/growing.tsx";
import { countFilters, formsIn, listFilters, searchFilters } from "../search/query.ts";
import { Result } from "../search/result.tsx";
import { Empty } from "../state.tsx";
import { counted } from "../words.ts";

/** Where words occur in the reports; without words, the list of all reports. */
export function SearchPage() {
  const { route } = usePlace();
  const filters = searchFilters(route.query);
  return (
    <div class="search">
      <header class="page-head">
        <h1>{filters === null ? "Reports" : "Search"}</h1>
      </header>
      <SearchForm />
      {filters === null ? <Reports query={route.query} /> : <Results filters={filters} query={route.query} />}
    </div>
  );
}

/** So many of the first passages tell which forms of the words were found. */
const formRows = 100;
const shownForms = 12;

function firstRows<Row>(rows: Stretches<Row>, most: number): readonly Row[] {
  const found: Row[] = [];
  for (let at = 0; at < Math.min(most, rows.total); at++) {
    const row = rows.row(at);
    if (row !== null) found.push(row);
  }
  return found;
}

function Results({ filters, query }: { readonly filters: Query; readonly query: Query }) {
  const rows = useStretches("search", filters);
  const counting = useAnswer("documents", { ...countFilters(query), limit: 1 });
  const total = counting.value?.aside?.total ?? null;
  if (!rows.isLoading && rows.problem === null && rows.total === 0) return <NothingFound query={query} />;
  const forms = formsIn(firstRows<SearchRow>(rows, formRows));
  return (
    <>
      <p class="quiet results-head" aria-live="polite">
        {rows.isLoading || rows.problem ? (
          " "
        ) : (
          <>
            {countFilters(query) !== null && total !== null && counted(total, "report")}
            {forms.length > 0 &&
              ` · found as ${forms.slice(0, shownForms).join(", ")}${forms.length > shownForms ? ", …" : ""}`}
          </>
        )}
      </p>
      <Growing
        key={JSON.stringify(filters)}
        rows={rows}
        what="reports"
        label="Reports that hold the words"
        draw={(row) => <Result key={row.document} row={row} />}
      />
    </>
  );
}

function Reports({ query }: { readonly query: Query }) {
  const { change } = usePlace();
  const filters = listFilters(query);
  const rows = useStretches("documents", filters);
  if (!rows.isLoading && rows.problem === null && rows.total === 0) return <NoReports query={query} />;
  return (
    <>
      <div class="filters">
        <p class="quiet results-head" aria-live="polite">
          {rows.isLoading || rows.problem ? " " : counted(rows.total, "report")}
        </p>
        <label class="results-sort">
          Order
          <select value={one(filters, "sort") ?? ""} onChange={(event) => change({ sort: event.currentTarget.value })}>
            <option value="newest">newest first</option>
            <option value="published">oldest first</option>
            <option value="recorded">last added first</option>
          </select>
        </label>
      </div>
      <Growing
        key={JSON.stringify(filters)}
        rows={rows}
        what="reports"
        label="Reports"
        draw={(row: DocumentRow) => <ReportItem key={row.document} row={row} />}
      />
    </>
  );
}

const NothingFound = ({ query }: { readonly query: Query }) => {
  const words = one(query, "words");
  const others = Object.keys(query).filter((name) => name !== "words" && name !== "at");
  return (
    <Empty title={`No report holds ${words}`}>
      <ul class="hints">
        {others.length > 0 && (
          <li>
            <Link to={to("search", { words })}>Look in all reports</Link>, without the other filters.
          </li>
        )}
        {words?.includes('"') && (
          <li>
            <Link to={to("search", { words: words.replaceAll('"', "") })}>Look for the words apart</Link>, not beside
            each other.
          </li>
        )}
        {words?.includes(" ") && !words.includes(" OR ") && (
          <li>Every word must be in the report. Leave one out, or put OR between them.</li>
        )}
        <li>A word with a star finds every ending: border*</li>
      </ul>
    </Empty>
  );
};

const NoReports = ({ query }: { readonly query: Query }) =>
  Object.keys(query).some((name) => name !== "sort") ? (
    <Empty title="No report fits">
      <Link to={to("search")}>Show all reports</Link>
    </Empty>
  ) : (
    <Empty title="Nothing has been read into this case yet">
      <Link to={to("add")}>Paste a report or drop files</Link>
    </Empty>
  );
