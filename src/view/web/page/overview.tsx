import { type ComponentChildren, Fragment } from "preact";
import type { CountRow, OverviewRow } from "../../api/contract.ts";
import { type Asked, useAnswer } from "../asking.ts";
import { harmless } from "../harmless.ts";
import { undatedOf } from "../ledger/undated.ts";
import { Link } from "../link.tsx";
import { type Bar, Bars } from "../overview/bars.tsx";
import { DayChart } from "../overview/day-chart.tsx";
import { FigureStrip } from "../overview/figure-strip.tsx";
import { News } from "../overview/news.tsx";
import { countOf, filtersOf, headline, publicationDays, remarks } from "../overview/number.ts";
import { ReportList } from "../overview/report-list.tsx";
import { to } from "../route.ts";
import { Empty, Failed, Loading } from "../state.tsx";
import { counted } from "../words.ts";
import type { PageProps } from "./props.ts";

/** So many names stand in a short list. */
const shownNames = 8;

/** The front page of the record: how much there is, what is new, what came last, who speaks. */
export function OverviewPage({ facts }: PageProps) {
  // The quickest first: the server answers one question after the other, and counting a large case takes longest.
  const latest = useAnswer("documents", { sort: "newest", limit: 8 });
  const numbers = useAnswer("overview", {});
  const rows = numbers.value?.rows ?? [];
  const stories = useAnswer("stories", { least: 2, limit: 1 }).value?.aside?.total ?? 0;
  const isEmpty = latest.value?.rows.length === 0;
  return (
    <div class="overview">
      <header class="front-head">
        <h1>{facts ? (facts.isSample ? "Sample case" : facts.name.replace(/\.standoff$/, "")) : "…"}</h1>
        <p class="front-lead">
          {headline(rows) || " "}
          {stories > 0 && (
            <>
              {" · "}
              <Link to={to("stories")}>{counted(stories, "story", "stories")}</Link>
            </>
          )}
          {remarks(rows).map(({ what, route }) => (
            <Fragment key={what}>
              {" · "}
              <Link to={route}>{what}</Link>
            </Fragment>
          ))}
        </p>
      </header>
      {isEmpty ? (
        <EmptyCase caseName={facts?.name ?? "case.standoff"} />
      ) : (
        <>
          {numbers.problem ? <Failed problem={numbers.problem} again={numbers.again} /> : <FigureStrip rows={rows} />}
          <div class="front-columns">
            <div>
              <section class="front-news">
                <h2>New since your last visit</h2>
                {facts && latest.value && <News caseName={facts.name} />}
              </section>
              <section class="front-latest">
                <h2>Latest reports</h2>
                <Part asked={latest} what="the latest reports">
                  {latest.value && <ReportList rows={latest.value.rows} />}
                </Part>
                {latest.value && (
                  <Link to={to("search", { sort: "newest" })} class="onward">
                    All {counted(latest.value.aside?.total ?? countOf(rows, "documents"), "report")}
                  </Link>
                )}
              </section>
              {remarks(rows).length > 0 && (
                <section>
                  <h2>Only in part on the record</h2>
                  <ul class="remarks">
                    {remarks(rows).map(({ what, why, route }) => (
                      <li key={what}>
                        <Link to={route}>{what}</Link>. {why}
                      </li>
                    ))}
                  </ul>
                </section>
              )}
            </div>
            <Counts rows={rows} isNext={!latest.isLoading} />
          </div>
        </>
      )}
    </div>
  );
}

/** A part of the page that comes when it comes. */
const Part = ({
  asked,
  what,
  children,
}: {
  readonly asked: Asked<unknown>;
  readonly what: string;
  readonly children: ComponentChildren;
}) =>
  asked.problem ? (
    <Failed problem={asked.problem} again={asked.again} />
  ) : asked.value === null ? (
    <Loading what={what} />
  ) : (
    <>{children}</>
  );

const withoutEvidence = (rows: readonly OverviewRow[]) =>
  rows.filter((row) => row.what === "claims-without-evidence").map((row) => filtersOf(row.input))[0] ?? null;

const ofFacet = (rows: readonly CountRow[] | undefined, by: CountRow["by"]) =>
  (rows ?? []).filter((row) => row.by === by);

/** Who says how much, where, and when. */
function Counts({ rows, isNext }: { readonly rows: readonly OverviewRow[]; readonly isNext: boolean }) {
  const days = useAnswer("counts", isNext ? { by: "day", limit: 10_000 } : null);
  const facets = useAnswer("counts", isNext ? { by: ["speaker", "publisher"], limit: shownNames } : null);
  const marks = withoutEvidence(rows);
  const bare = useAnswer("counts", marks && { ...marks, by: "speaker", limit: 500 });
  const bareOf = new Map((bare.value?.rows ?? []).map((row) => [row.value, row.count]));
  const speakers = ofFacet(facets.value?.rows, "speaker").map(({ value, count }): Bar => {
    const without = bareOf.get(value) ?? 0;
    return {
      name: value,
      count,
      to: to("claims", { actor: value }),
      note:
        without === 0
          ? null
          : { words: `${without.toLocaleString("en")} without evidence`, to: to("claims", { ...marks, actor: value }) },
    };
  });
  const publishers = ofFacet(facets.value?.rows, "publisher").map(
    ({ value, count, documents }): Bar => ({
      name: harmless(value),
      count,
      to: to("claims", { publisher: value }),
      note: { words: `in ${counted(documents, "report")}`, to: null },
    }),
  );
  return (
    <div>
      <section class="front-days">
        <h2>When it was said</h2>
        <Part asked={days} what="the days">
          {days.value && (
            <DayChart
              rows={days.value.rows}
              within={publicationDays(rows)}
              undated={
                rows.length === 0 || days.value.more ? null : undatedOf(countOf(rows, "claims"), days.value.rows)
              }
            />
          )}
        </Part>
      </section>
      <section class="front-names">
        <h2>Who speaks most</h2>
        <Part asked={facets} what="the speakers">
          <Bars bars={speakers} label="Claims by speaker" />
        </Part>
        <p>
          <Link to={to("actors")} class="onward">
            All actors
          </Link>
        </p>
      </section>
      <section class="front-names">
        <h2>Who prints it</h2>
        <Part asked={facets} what="the publishers">
          <Bars bars={publishers} label="Claims by publisher" />
        </Part>
      </section>
    </div>
  );
}

const EmptyCase = ({ caseName }: { readonly caseName: string }) => (
  <Empty title="Nothing has been read into this case yet">
    <p>
      <Link to={to("add")}>Paste a report or drop files here</Link>, or read a folder on the command line:
    </p>
    <p>
      <code>standoff add reports/ --case {caseName}</code>
    </p>
  </Empty>
);
