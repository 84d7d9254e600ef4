import type { ClaimRow } from "../../../record/ask/claims.ts";
import { useAnswer } from "../asking.ts";
import { all, changed, type Query } from "../route.ts";
import { claimFilters } from "./claim-query.ts";

/** A claim that a link names and that is not among the rows that are loaded. */
export interface Linked {
  /** Null while it is looked for, and where the case has none of that id. */
  readonly row: ClaimRow | null;
  /** Was it looked for, and is not there? */
  readonly isLost: boolean;
  /** Do the filters let it in? Null while that is not known. */
  readonly isInView: boolean | null;
}

/** Looks for the claim `at` by itself, and whether the filters of `query` let it in. With null, nothing is asked. */
export function useLinked(at: string | null, query: Query): Linked {
  const window = { asOf: all(query, "asOf"), recordedBy: all(query, "recordedBy") };
  const alone = useAnswer("claims", at === null ? null : changed({}, { claim: at, ...window }));
  const inView = useAnswer("claims", at === null ? null : changed(claimFilters(query), { claim: at }));
  const isKnown = at !== null && !alone.isLoading && alone.value !== null;
  const row = isKnown ? (alone.value?.rows[0] ?? null) : null;
  return {
    row: row?.claim === at ? row : null,
    isLost: isKnown && row === null,
    isInView: at === null || inView.isLoading || inView.value === null ? null : inView.value.rows.length > 0,
  };
}
