import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ClaimSort } from "../../../record/ask/claim-filter.ts";
import type { ClaimRow } from "../../../record/ask/claims.ts";
import { type Stretches, useStretches } from "../asking.ts";
import { askUrl } from "../client.ts";
import { Copy } from "../copy.tsx";
import { useKeys } from "../keys.ts";
import { Chips } from "../ledger/chips.tsx";
import { ClaimBehind } from "../ledger/claim-behind.tsx";
import { chipsOf, claimQuestion, commandOf } from "../ledger/claim-query.ts";
import { ClaimLine } from "../ledger/claim-row.tsx";
import { Facets } from "../ledger/facets.tsx";
import { NoClaims } from "../ledger/no-claims.tsx";
import { PaperHead } from "../ledger/paper-head.tsx";
import { useLinked } from "../ledger/use-linked.ts";
import { Link } from "../link.tsx";
import { fitting, tallest } from "../list-height.ts";
import { usePlace } from "../location.ts";
import { LongList, type LongListHandle } from "../long-list.tsx";
import { Margin } from "../margin.tsx";
import { changed, one, to } from "../route.ts";
import { Failed, Loading } from "../state.tsx";
import { useWide } from "../wide.ts";
import { counted } from "../words.ts";
import type { PageProps } from "./props.ts";

const sorts: readonly (readonly [ClaimSort, string])[] = [
  ["published", "printed, first to last"],
  ["newest", "printed, last to first"],
  ["said", "day of saying"],
  ["speaker", "speaker"],
  ["publisher", "publisher"],
  ["kind", "what is done"],
];

/** Height of a row that was not drawn yet, about: in a narrow window, else. */
const narrowRowPx = 168;
const wideRowPx = 124;

/** The stretches that were last complete, while those for other filters are on their way: a page that goes blank flickers. */
function useSettled<Row>(found: Stretches<Row>): Stretches<Row> {
  const settled = useRef(found);
  if (!found.isLoading) settled.current = found;
  return settled.current;
}

/** "1,234 claims, 3 filters" */
const totalWords = (found: Stretches<ClaimRow>, filters: number): string =>
  [
    `${found.isExact ? "" : "more than "}${counted(found.total, "claim")}`,
    filters > 0 ? counted(filters, "filter") : null,
  ]
    .filter((part) => part !== null)
    .join(", ");

function Export() {
  const { route } = usePlace();
  const query = claimQuestion(route.query);
  const url = askUrl("claims", { ...query, limit: 10_000 });
  return (
    <details class="ledger-export no-print">
      <summary>Take this view with you</summary>
      <p>
        In a terminal, as CSV: <code>{commandOf("claims", query)} --csv</code>{" "}
        <Copy label="Copy the command" text={() => `${commandOf("claims", query)} --csv`} />
      </p>
      <p>
        Over HTTP, as JSON: <a href={url}>{url}</a>
      </p>
    </details>
  );
}

/** The ledger of claims: who says what, on what evidence; each row with its words in the margin. */
export function LedgerPage({ facts }: PageProps) {
  const { route, change, go } = usePlace();
  const { query } = route;
  const loading = useStretches("claims", claimQuestion(query));
  const found = useSettled(loading);
  const at = one(query, "at");
  const list = useRef<LongListHandle>(null);
  const place = useRef<number | null>(/^\d+$/.test(one(query, "row") ?? "") ? Number(one(query, "row")) : null);
  const [kept, setKept] = useState<ClaimRow | null>(null);
  const isBeside = useWide(1440);
  const isNarrow = !useWide(720);
  const rowPx = isNarrow ? narrowRowPx : wideRowPx;
  // The sheet's part of the window, as style/frame.css has it.
  const covered = isNarrow && at !== null ? Math.round(window.innerHeight * 0.62) : 0;
  const total = fitting(found.total, rowPx, tallest());
  // The row of `at`: where it was last, else among those that are loaded.
  const selected = useMemo(() => {
    if (at === null) return null;
    const guess = place.current;
    if (guess !== null && found.row(guess)?.claim === at) return guess;
    for (let one = 0; one < Math.min(total, 5000); one++) if (found.row(one)?.claim === at) return one;
    return null;
  }, [at, found, total]);
  const linked = useLinked(selected === null && !loading.isLoading ? at : null, query);
  const row = selected === null ? (kept?.claim === at ? kept : linked.row) : found.row(selected);
  useEffect(() => {
    if (row !== null) setKept(row);
  }, [row]);
  // A link to a row, perhaps one far down: its stretch is loaded and shown once, at the start.
  const isShown = useRef(at === null);
  useEffect(() => {
    const guess = selected ?? place.current;
    if (isShown.current || found.isLoading || guess === null || !(guess < total)) return;
    isShown.current = true;
    found.want(guess, guess);
    if (guess > 0) list.current?.show(guess, { align: covered > 0 ? "auto" : "center" });
  }, [found.isLoading, selected, total]);
  const select = (next: number, focus: boolean): void => {
    const chosen = found.row(next);
    list.current?.show(next, { focus });
    if (chosen === null) return;
    place.current = next;
    change({ at: chosen.claim, row: String(next) }, { replace: at !== null });
  };
  const move = (by: number): void => {
    const from = selected ?? (list.current?.first() ?? 0) - by;
    select(Math.max(0, Math.min(total - 1, from + by)), true);
  };
  const close = (): void => change({ at: null, row: null }, { replace: true });
  const read = (): void => {
    if (row) go(to("document", { subject: row.document, at: row.claim }));
  };
  useKeys("Claims", [
    { key: "j", label: "next claim", press: () => move(1) },
    { key: "k", label: "claim before", press: () => move(-1) },
    { key: "ArrowDown", label: "next claim", press: () => move(1) },
    { key: "ArrowUp", label: "claim before", press: () => move(-1) },
    { key: "Enter", label: "open the report at the claim", press: read },
  ]);
  const onSeen = useCallback((first: number, last: number) => found.want(first, last), [found]);
  const filters = chipsOf(query).length;
  return (
    <div class="with-margin">
      <div class="thing ledger">
        <header class="page-head">
          <h1>Claims</h1>
          <p class="page-lead" aria-live="polite">
            {loading.problem ? "" : loading.isLoading && found.total === 0 ? "…" : totalWords(found, filters)}
          </p>
          <label class="ledger-sort no-print">
            Order
            <select
              value={one(query, "sort") ?? "published"}
              onChange={(event) => {
                const sort = event.currentTarget.value;
                change({ sort: sort === "published" ? null : sort, row: null });
              }}
            >
              {sorts.map(([name, words]) => (
                <option key={name} value={name}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        </header>
        <PaperHead facts={facts} query={query} />
        <Chips />
        <div class="ledger-body">
          <section class="ledger-side no-print" aria-label="Filters">
            {isBeside ? (
              <Facets isReady={!loading.isLoading} />
            ) : (
              <details class="ledger-fold">
                <summary>Filters</summary>
                <Facets isReady={!loading.isLoading} />
              </details>
            )}
          </section>
          <section class="ledger-main" aria-label="Claims" aria-busy={loading.isLoading}>
            {loading.problem ? (
              <Failed problem={loading.problem} again={loading.again} />
            ) : found.total === 0 && loading.isLoading ? (
              <Loading what="the claims" />
            ) : found.total === 0 ? (
              <NoClaims query={query} isFiltered={filters > 0} />
            ) : (
              <LongList
                label="Claims"
                what="claims"
                class="claims"
                count={total}
                isExact={found.isExact}
                estimate={() => rowPx}
                handle={list}
                kept={selected}
                onSeen={onSeen}
                isThere={(one) => found.row(one) !== null}
                covered={covered}
                item={(one) => {
                  const line = found.row(one);
                  if (line === null) return <div class="claim claim-waiting" aria-busy="true" />;
                  return (
                    <ClaimLine
                      row={line}
                      isSelected={line.claim === at}
                      onSelect={() => select(one, false)}
                      onOpen={read}
                    />
                  );
                }}
              />
            )}
            {total < found.total && (
              <p class="quiet">
                The first {total.toLocaleString("en")} are shown: a page cannot be longer. Filters or another order
                bring up the rest.
              </p>
            )}
            {found.total > 0 && <Export />}
          </section>
        </div>
      </div>
      <Margin
        hint="Choose a claim: its exact words stand here, with who printed them and when. Keys: j and k move, Enter opens the report."
        onClose={close}
      >
        {row ? (
          <>
            {linked.isInView === false && (
              <p class="ledger-elsewhere" role="status">
                Not in this view: the filters leave it out.{" "}
                <Link to={{ page: "claims", subject: null, query: changed({}, { at: row.claim }) }}>Take them out</Link>
              </p>
            )}
            {linked.isInView === true && (
              <p class="ledger-elsewhere quiet" role="status">
                Further down in this view.
              </p>
            )}
            <ClaimBehind row={row} />
          </>
        ) : linked.isLost ? (
          <p role="status">
            No claim of this case has the name {at}. It may be of another case, or of an earlier version of a report.
          </p>
        ) : null}
      </Margin>
    </div>
  );
}
