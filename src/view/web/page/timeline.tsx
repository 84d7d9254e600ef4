import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { TimelineRow } from "../../../record/ask/timeline.ts";
import { useAnswer } from "../asking.ts";
import { useKeys } from "../keys.ts";
import { Chips } from "../ledger/chips.tsx";
import { PaperHead } from "../ledger/paper-head.tsx";
import { Link } from "../link.tsx";
import { usePlace } from "../location.ts";
import { LongList, type LongListHandle } from "../long-list.tsx";
import { Margin } from "../margin.tsx";
import { all, one, only, to } from "../route.ts";
import { Empty, Failed, Loading } from "../state.tsx";
import { binsOf, coreOf, type DayCount, outside, summed, unitFor } from "../timeline/bin.ts";
import { chunksOf, chunkWith } from "../timeline/chunk.ts";
import { Day, shownRows } from "../timeline/day.tsx";
import { daysWords } from "../timeline/day-group.ts";
import { EntryBehind } from "../timeline/entry-behind.tsx";
import { TimelineFilters } from "../timeline/filters.tsx";
import { itemsOf } from "../timeline/item.ts";
import { lanes } from "../timeline/part.ts";
import { Strip } from "../timeline/strip.tsx";
import { Undated } from "../timeline/undated.tsx";
import { useDeeds } from "../timeline/use-deeds.ts";
import { mostOfChunk, useTimeline } from "../timeline/use-timeline.ts";
import { useWide } from "../wide.ts";
import type { PageProps } from "./props.ts";

const filterNames = ["part", "class", "realis", "actor", "publisher", "document", "from", "to", "asOf", "recordedBy"];
/** A stretch of days is asked for when it comes to so many claims; about as many deeds come with them. */
const claimsOfChunk = 150;
const mostBars = 60;
/** Height of the heads of the lanes, which stay at the top. */
const lanesPx = 40;

/** What the strip draws: the claims with a day of saying by bin, over the days where most is said or printed. */
function pictureOf(counts: readonly DayCount[], said: readonly DayCount[]) {
  const core = coreOf(counts);
  const [first, last] = [core.counts[0]?.day, core.counts.at(-1)?.day];
  if (!first || !last) return { core, unit: "day" as const, bins: [], claims: [] };
  const unit = unitFor(first, last, mostBars);
  const bins = binsOf(first, last, unit);
  return { core: { ...core, ...outside(bins, said) }, unit, bins, claims: summed(bins, said) };
}

/** Day by day: what is said to have happened, what is denied, what is ahead, and what was said. */
export function TimelinePage({ facts }: PageProps) {
  const { route, change, go } = usePlace();
  const { query } = route;
  const [from, until, at, day] = ["from", "to", "at", "day"].map((name) => one(query, name));
  const isNewest = one(query, "order") !== "oldest";
  const choice = only(query, ["actor", "publisher", "document", "asOf", "recordedBy"]);
  const days = useAnswer("counts", { ...choice, by: ["day"], limit: 10_000 });
  const said = useAnswer("counts", { ...choice, by: ["said"], limit: 10_000 });
  const ofEvents = only(query, ["class", "realis"]);
  const isOfEvents = Object.keys(ofEvents).length > 0;
  const values = useAnswer("counts", { ...choice, by: ["speaker", "publisher"], limit: 100 });
  const counts = useMemo(
    () => (days.value?.rows ?? []).map(({ value, count }) => ({ day: value, count })),
    [days.value],
  );
  const saidCounts = useMemo(
    () => (isOfEvents ? [] : (said.value?.rows ?? []).map(({ value, count }) => ({ day: value, count }))),
    [said.value, isOfEvents],
  );
  const isKnown = days.value !== null || days.problem !== null;
  const chunks = useMemo(
    () => (isKnown ? chunksOf(counts, { from: from ?? null, to: until ?? null }, claimsOfChunk) : null),
    [isKnown, counts, from, until],
  );
  const timeline = useTimeline(chunks, only(query, filterNames));
  const { core, unit, bins, claims } = useMemo(() => pictureOf(counts, saidCounts), [counts, saidCounts]);
  const deeds = useDeeds(bins, { ...choice, ...only(query, ["realis"]) });
  const isTalk = query["class"] !== undefined && !all(query, "class").includes("material");
  const items = useMemo(
    () =>
      chunks === null
        ? []
        : itemsOf(
            chunks.map((_one, place) => timeline.loaded(place)?.rows ?? null),
            { isNewest, from: from ?? null },
          ),
    [chunks, timeline, isNewest, from],
  );
  const keyOf = useCallback((place: number) => items[place]?.key ?? place, [items]);
  const list = useRef<LongListHandle>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [kept, setKept] = useState<TimelineRow | null>(null);
  const shown = useMemo(
    () =>
      items.flatMap((item, place) =>
        item.kind !== "day"
          ? []
          : lanes.flatMap((lane) =>
              lane.parts.flatMap((part) => shownRows(item.group, part, open).map((row) => ({ row, place }))),
            ),
      ),
    [items, open],
  );
  const selected = at === null ? -1 : shown.findIndex(({ row }) => row.id === at);
  const row = shown[selected]?.row ?? (kept?.id === at ? kept : null);
  useEffect(() => {
    if (row) setKept(row);
  }, [row]);
  const isNarrow = !useWide(720);
  const covered = isNarrow && at !== null ? Math.round(window.innerHeight * 0.62) : 0;
  const want = useCallback(
    (start: number, end: number) => {
      for (let place = start; place <= end; place++) {
        const item = items[place];
        if (item?.kind === "waiting") timeline.want(item.chunk);
      }
    },
    [items, timeline],
  );
  // The days of a link to an entry are loaded and shown once.
  const isShown = useRef(day === null);
  useEffect(() => {
    if (isShown.current || chunks === null || !day) return;
    const chunk = chunkWith(chunks, day);
    timeline.want(chunk);
    const place = items.findIndex((item) => item.kind === "day" && item.group.day === day);
    if (place < 0) return;
    isShown.current = true;
    list.current?.show(place, { align: "start" });
  }, [items, chunks]);
  const toReveal = useRef<string | null>(null);
  useEffect(() => {
    const target =
      toReveal.current && document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(toReveal.current)}"]`);
    if (!target) return;
    toReveal.current = null;
    target.style.scrollMarginBlockEnd = `${covered + 16}px`;
    target.scrollIntoView({ block: "nearest" });
    target.querySelector("a")?.focus({ preventScroll: true });
  });
  const select = (next: TimelineRow, isMoved: boolean): void => {
    if (isMoved) toReveal.current = next.id;
    change({ at: next.id, day: next.day }, { replace: at !== null });
  };
  const move = (by: number): void => {
    const start = list.current?.first() ?? 0;
    const next =
      selected < 0
        ? shown.find(({ place }) => place >= start)
        : shown[Math.max(0, Math.min(shown.length - 1, selected + by))];
    if (!next) return;
    if (!document.querySelector(`[data-entry="${CSS.escape(next.row.id)}"]`)) list.current?.show(next.place);
    select(next.row, true);
  };
  const read = (): void => {
    if (row) go(to("document", { subject: row.document, at: row.id }));
  };
  useKeys("Timeline", [
    { key: "j", label: "next entry", press: () => move(1) },
    { key: "k", label: "entry before", press: () => move(-1) },
    { key: "ArrowDown", label: "next entry", press: () => move(1) },
    { key: "ArrowUp", label: "entry before", press: () => move(-1) },
    { key: "Enter", label: "open the report at the entry", press: read },
  ]);
  const isEmpty = chunks !== null && items.length === 0;
  const isFiltered = filterNames.some((name) => query[name]);
  const isCut = chunks?.some((_one, place) => timeline.loaded(place)?.isCut) === true;
  return (
    <div class="with-margin">
      <div class="thing timeline">
        <header class="page-head">
          <h1>Timeline</h1>
          <p class="page-lead">What the reports tell of each day. Nothing of it is said to be true.</p>
        </header>
        {days.problem && <Failed problem={days.problem} again={days.again} />}
        {bins.length > 1 && !isTalk && (
          <Strip
            core={core}
            bins={bins}
            unit={unit}
            claims={isOfEvents ? null : claims}
            isPart={query["part"] !== undefined}
            deeds={deeds}
            from={from ?? null}
            to={until ?? null}
            onPick={(picked) => change({ ...picked, day: null })}
          />
        )}
        <TimelineFilters counts={values.value?.rows ?? []} />
        <PaperHead facts={facts} query={query} names={filterNames} />
        <Chips names={filterNames} />
        <div class="timeline-tools">
          <label class="ledger-sort no-print">
            Order
            <select
              value={isNewest ? "newest" : "oldest"}
              onChange={(event) =>
                change({ order: event.currentTarget.value === "oldest" ? "oldest" : null, day: null })
              }
            >
              <option value="oldest">oldest day first</option>
              <option value="newest">newest day first</option>
            </select>
          </label>
          {timeline.undated && <Undated undated={timeline.undated} query={query} />}
        </div>
        {timeline.problem ? (
          <Failed problem={timeline.problem} again={timeline.again} />
        ) : chunks === null ? (
          <Loading what="the days" />
        ) : isEmpty ? (
          <NoDays isFiltered={isFiltered} />
        ) : (
          <div class="days-frame">
            <div class="lane-heads" aria-hidden="true">
              <span />
              {lanes.map((lane) => (
                <span key={lane.name}>{lane.title}</span>
              ))}
            </div>
            <LongList
              label="Days"
              class="days"
              count={items.length}
              isExact={items.every((item) => item.kind !== "waiting")}
              estimate={(place) => (items[place]?.kind === "gap" ? 48 : 320)}
              keyOf={keyOf}
              handle={list}
              kept={shown[selected]?.place ?? null}
              onSeen={want}
              covered={covered}
              coveredTop={isNarrow ? 0 : lanesPx}
              isThere={(place) => items[place]?.kind !== "waiting"}
              item={(place) => {
                const item = items[place];
                if (item?.kind === "gap")
                  return (
                    <p class="gap">
                      {daysWords(item.days)} {isFiltered ? "with nothing that fits" : "of which nothing is told"}
                    </p>
                  );
                if (item?.kind !== "day") return <p class="loading day-waiting">Loading days …</p>;
                return (
                  <Day
                    group={item.group}
                    at={at ?? null}
                    open={open}
                    onOpen={(key) => setOpen(new Set([...open, key]))}
                    onSelect={(chosen) => select(chosen, false)}
                    onRead={read}
                  />
                );
              }}
            />
            {isCut && (
              <p class="quiet">
                Of a stretch of days with more than {mostOfChunk.toLocaleString("en")} entries, the first are shown. A
                filter or fewer days bring up the rest.
              </p>
            )}
          </div>
        )}
      </div>
      <Margin
        hint="Choose an entry: its exact words stand here, with who printed them and when. Keys: j and k move, Enter opens the report."
        onClose={() => change({ at: null, day: null }, { replace: true })}
      >
        {row ? <EntryBehind row={row} /> : null}
      </Margin>
    </div>
  );
}

function NoDays({ isFiltered }: { readonly isFiltered: boolean }) {
  if (!isFiltered) {
    return (
      <Empty title="No days yet">
        Days come from reports: what they tell, and when it was. <Link to={to("add")}>Add reports</Link>.
      </Empty>
    );
  }
  return <Empty title="Nothing with a day fits all of these filters">Take one out above.</Empty>;
}
