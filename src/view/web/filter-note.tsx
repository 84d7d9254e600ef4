import { Link } from "./link.tsx";
import { usePlace } from "./location.ts";
import { changed } from "./route.ts";
import { unknownFilters } from "./unknown-filter.ts";

/** Says which parts of the address have no effect here, with the way to leave them out: a slip in a filter must not look like its answer. */
export function FilterNote() {
  const { route, isLost } = usePlace();
  const names = isLost ? [] : unknownFilters(route.page, route.query);
  if (names.length === 0) return null;
  const without = changed(route.query, Object.fromEntries(names.map((name) => [name, null])));
  return (
    <p class="sample-note" role="status">
      The address asks for <bdi>{names.join(", ").slice(0, 120)}</bdi>, which is no filter of this page: all is shown as
      if it were not there. <Link to={{ ...route, query: without }}>Leave it out</Link>
    </p>
  );
}
