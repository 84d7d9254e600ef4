import { Link } from "../link.tsx";
import { all, changed, one, type Query, to } from "../route.ts";
import { Empty } from "../state.tsx";
import { starred } from "./starred.ts";

/** Filters of claims that the search for reports has too. */
const ofReports = ["words", "from", "to", "publisher", "document", "asOf", "recordedBy"] as const;

const sameInReports = (query: Query) =>
  to("search", Object.fromEntries(ofReports.map((name) => [name, all(query, name)])));

/** What stands where no claim fits: what would fill it, or what else to look for. */
export function NoClaims({ query, isFiltered }: { readonly query: Query; readonly isFiltered: boolean }) {
  if (!isFiltered) {
    return (
      <Empty title="No claims yet">
        Claims come from reports. <Link to={to("add")}>Add reports</Link>, and who says what in them stands here.
      </Empty>
    );
  }
  const words = one(query, "words");
  const wider = words === null ? null : starred(words);
  return (
    <Empty title="No claim fits all of these filters">
      <ul class="hints">
        {words !== null && (
          <li>
            <Link to={sameInReports(query)}>Look for “{words}” in the reports</Link>: here only the words of what is
            said are looked through, there the whole text.
          </li>
        )}
        {wider !== null && (
          <li>
            <Link to={{ page: "claims", subject: null, query: changed(query, { words: wider, at: null, row: null }) }}>
              Look for {wider}
            </Link>
            : a star takes any ending.
          </li>
        )}
        <li>Take a filter out above. Values of one filter are alternatives; different filters must all fit.</li>
      </ul>
    </Empty>
  );
}
