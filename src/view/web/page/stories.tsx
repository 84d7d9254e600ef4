import { useRef } from "preact/hooks";
import type { StoryRow } from "../../../record/ask/stories.ts";
import { useAnswer, useStretches } from "../asking.ts";
import { dayWords, rangeWords } from "../day.ts";
import { Days, OneMore } from "../filter-field.tsx";
import { useKeys } from "../keys.ts";
import { Chips } from "../ledger/chips.tsx";
import { Link } from "../link.tsx";
import { fitting, tallest } from "../list-height.ts";
import { usePlace } from "../location.ts";
import { LongList, type LongListHandle } from "../long-list.tsx";
import { all, one, only, type Query, to, windowNames } from "../route.ts";
import { Empty, Failed, Loading } from "../state.tsx";
import { listedPublishers, spanIn, wholeSpan } from "../story/span.ts";
import { stateWords } from "../story/word.ts";
import { counted } from "../words.ts";

const filterNames = ["publisher", "document", "from", "to", "asOf", "recordedBy"];
/** A story of one report is a report: such are left out until they are asked for. */
const leastReports = "2";
const leasts = [
  ["1", "all, those of one report too"],
  ["2", "2 or more"],
  ["5", "5 or more"],
  ["10", "10 or more"],
] as const;
const rowPx = 72;

/** One story of the list: its title, how many tell it, and its days as a bar on the days of all. */
function StoryItem({
  row,
  whole,
  window,
}: {
  readonly row: StoryRow;
  readonly whole: readonly [string, string] | null;
  readonly window: Query;
}) {
  const span = spanIn(row, whole);
  const told = [
    `${counted(row.documents.length, "report")} by ${listedPublishers(row.publishers)}`,
    stateWords(row),
    row.outOf === null ? null : `split from ${row.outOf}`,
    row.joined.length === 0 ? null : `with ${row.joined.join(", ")}`,
  ];
  return (
    <article class="story-item">
      <div class="story-days">
        <span>{rangeWords(row.first, row.last) ?? "no day"}</span>
        <span class="story-bar" aria-hidden="true">
          {span && <span style={{ left: `${span.left}%`, width: `${span.width}%` }} />}
        </span>
      </div>
      <div>
        <Link to={to("story", { subject: row.story, ...window })} class="report-title row-link">
          <bdi>{row.title ?? row.words}</bdi>
        </Link>
        <p class="quiet">{told.filter((part) => part !== null).join(" · ")}</p>
      </div>
    </article>
  );
}

/** The days between which every story's bar stands; without it a bar says nothing. */
function Scale({ whole }: { readonly whole: readonly [string, string] | null }) {
  if (whole === null || whole[0] === whole[1]) return null;
  return (
    <p class="story-scale quiet">
      <span class="story-scale-ends">
        <span>{dayWords(whole[0])}</span>
        <span>{dayWords(whole[1])}</span>
      </span>
      <span>Each bar: the days of a story, between the first and the last day of all stories here.</span>
    </p>
  );
}

function Filters({ least }: { readonly least: string }) {
  const { route, change } = usePlace();
  const { query } = route;
  const publishers = useAnswer("counts", { ...only(query, windowNames), by: ["publisher"], limit: 100 });
  const chosen = all(query, "publisher");
  return (
    <form class="timeline-filters no-print" onSubmit={(event) => event.preventDefault()}>
      <OneMore
        label="Publisher"
        chosen={chosen}
        values={(publishers.value?.rows ?? []).filter(({ by }) => by === "publisher").map(({ value }) => value)}
        onAdd={(value) => change({ publisher: [...chosen, value] })}
      />
      <Days query={query} onChange={change} />
      <label>
        Reports
        <select
          value={least}
          onChange={(event) => {
            const { value } = event.currentTarget;
            change({ least: value === leastReports ? null : value });
          }}
        >
          {leasts.some(([value]) => value === least) || <option value={least}>{least} or more</option>}
          {leasts.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Order
        <select
          value={one(query, "sort") === "largest" ? "largest" : "newest"}
          onChange={(event) => change({ sort: event.currentTarget.value === "largest" ? "largest" : null })}
        >
          <option value="newest">newest report first</option>
          <option value="largest">most reports first</option>
        </select>
      </label>
    </form>
  );
}

function NoStories({ isFiltered, alone }: { readonly isFiltered: boolean; readonly alone: number }) {
  if (isFiltered) return <Empty title="No story fits all of these filters">Take one out above.</Empty>;
  if (alone > 0) {
    return (
      <Empty title="No story is told by several reports yet">
        Reports of the same events, by more publishers or of later days, join into stories when they are{" "}
        <Link to={to("add")}>added</Link>.{" "}
        <Link to={to("stories", { least: "1" })}>
          See the {counted(alone, "report")} that {alone === 1 ? "stands" : "stand"} alone
        </Link>
        .
      </Empty>
    );
  }
  return (
    <Empty title="No stories yet">
      Stories are made of reports that tell of the same events. <Link to={to("add")}>Add reports</Link>.
    </Empty>
  );
}

/** The stories of the case: what several reports tell together. */
export function StoriesPage() {
  const { route, go } = usePlace();
  const { query } = route;
  const window = only(query, windowNames);
  const given = one(query, "least") ?? leastReports;
  const least = /^[1-9]\d{0,5}$/.test(given) ? given : leastReports;
  const filters = { ...only(query, filterNames), ...only(query, ["sort"]) };
  const found = useStretches("stories", { ...filters, least });
  const every = useAnswer("stories", { ...filters, least: 1, limit: 1 });
  const alone = least === "1" ? 0 : Math.max(0, (every.value?.aside?.total ?? 0) - found.total);
  const list = useRef<LongListHandle>(null);
  const total = fitting(found.total, rowPx, tallest());
  const whole = wholeSpan(Array.from({ length: Math.min(total, 2000) }, (_one, place) => found.row(place)));
  const focused = (): number => {
    const row = document.activeElement?.closest<HTMLElement>("[data-index]")?.dataset["index"];
    return row === undefined ? -1 : Number(row);
  };
  const move = (by: number): void => {
    const from = focused();
    const next = from < 0 ? (list.current?.first() ?? 0) : Math.max(0, Math.min(total - 1, from + by));
    list.current?.show(next, { focus: true });
  };
  useKeys("Stories", [
    { key: "j", label: "next story", press: () => move(1) },
    { key: "k", label: "story before", press: () => move(-1) },
    {
      key: "Enter",
      label: "open the story",
      press: () => {
        const row = found.row(Math.max(0, focused()));
        if (row) go(to("story", { subject: row.story, ...window }));
      },
    },
  ]);
  const isFiltered = filterNames.some((name) => query[name]) || Number(least) > Number(leastReports);
  return (
    <div class="stories">
      <header class="page-head">
        <h1>Stories</h1>
        <p class="page-lead" aria-live="polite">
          {found.problem || (found.isLoading && found.total === 0)
            ? ""
            : `${found.isExact ? "" : "more than "}${counted(found.total, "story", "stories")}`}
          {alone > 0 && found.total > 0 && (
            <>
              ; {alone.toLocaleString("en")} more of {least === "2" ? "one report each" : "fewer reports"}:{" "}
              <Link to={{ ...route, query: { ...query, least: ["1"] } }}>show them</Link>
            </>
          )}
        </p>
      </header>
      <Filters least={least} />
      <Chips names={filterNames} />
      {found.problem ? (
        <Failed problem={found.problem} again={found.again} />
      ) : found.isLoading && found.total === 0 ? (
        <Loading what="the stories" />
      ) : found.total === 0 ? (
        <NoStories isFiltered={isFiltered} alone={alone} />
      ) : (
        <>
          <Scale whole={whole} />
          <LongList
            label="Stories"
            what="stories"
            class="story-items"
            count={total}
            isExact={found.isExact}
            estimate={() => rowPx}
            handle={list}
            onSeen={found.want}
            isThere={(place) => found.row(place) !== null}
            item={(place) => {
              const row = found.row(place);
              return row === null ? (
                <div class="story-item" aria-busy="true" />
              ) : (
                <StoryItem row={row} whole={whole} window={window} />
              );
            }}
          />
        </>
      )}
    </div>
  );
}
