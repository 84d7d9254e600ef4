import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PlacedRow } from "../../../record/ask/placed.ts";
import { countryWord } from "../actor-word.ts";
import { useAnswer } from "../asking.ts";
import { rangeWords } from "../day.ts";
import { Chips } from "../ledger/chips.tsx";
import { Link } from "../link.tsx";
import { usePlace } from "../location.ts";
import { Behind } from "../map/behind.tsx";
import { isPositioned, keyOfPlace, precisionWord, toldOf, toldWords } from "../map/place.ts";
import { Margin } from "../margin.tsx";
import { one, only, to } from "../route.ts";
import { Empty, Failed, Loading } from "../state.tsx";
import { TimelineFilters } from "../timeline/filters.tsx";
import { counted } from "../words.ts";

const filterNames = ["actor", "publisher", "document", "realis", "from", "to", "asOf", "recordedBy"];
const mostPlaces = 1000;

type Picture = ComponentType<{
  readonly rows: readonly PlacedRow[];
  readonly selected: string | null;
  readonly onSelect: (row: PlacedRow) => void;
}>;

/** Outlines and projections are more than all other pages together, so they come when the map is first opened. */
function usePicture(): Picture | null {
  const [picture, setPicture] = useState<{ readonly draw: Picture } | null>(null);
  useEffect(() => {
    void import("../map/picture.tsx").then(({ MapPicture }) => setPicture({ draw: MapPicture }));
  }, []);
  return picture?.draw ?? null;
}

/** Where things are said to happen. */
export function MapPage() {
  const { route, change } = usePlace();
  const { query } = route;
  const at = one(query, "at");
  const withTalk = one(query, "talk") === "yes";
  const choice = { ...only(query, filterNames), ...(withTalk ? {} : { class: ["material"] }) };
  const answer = useAnswer("places", { ...choice, limit: mostPlaces });
  const counts = useAnswer("counts", {
    ...only(query, ["asOf", "recordedBy"]),
    by: ["speaker", "publisher"],
    limit: 100,
  });
  const Picture = usePicture();
  const rows = answer.value?.rows ?? [];
  const selected = rows.find((row) => keyOfPlace(row) === at) ?? null;
  const positioned = rows.filter(isPositioned);
  const select = (row: PlacedRow): void => change({ at: keyOfPlace(row) }, { replace: at !== null });
  return (
    <div class="with-margin">
      <div class="thing map">
        <header class="page-head">
          <h1>Map</h1>
          <p class="page-lead">
            Where things are said to happen, as exactly as the reports name it. A whole country is hatched, never a
            point.
          </p>
        </header>
        <TimelineFilters counts={counts.value?.rows ?? []} withParts={false}>
          <label class="map-talk">
            <input
              type="checkbox"
              checked={withTalk}
              onChange={(event) => change({ talk: event.currentTarget.checked ? "yes" : null })}
            />
            show what was only said, too
          </label>
        </TimelineFilters>
        <Chips names={filterNames} />
        {answer.problem ? (
          <Failed problem={answer.problem} again={answer.again} />
        ) : answer.value === null ? (
          <Loading what="the places" />
        ) : rows.length === 0 ? (
          <NoPlaces isFiltered={filterNames.some((name) => query[name])} />
        ) : (
          <>
            {positioned.length === 0 ? (
              <p class="map-none">No position is known of any of these places: no gazetteer has them.</p>
            ) : Picture === null ? (
              <Loading what="the map" />
            ) : (
              <Picture rows={rows} selected={at} onSelect={select} />
            )}
            <PlaceTable rows={rows} at={at} onSelect={select} />
          </>
        )}
      </div>
      <Margin
        hint="Choose a place: what is said to happen there stands here, word for word. Keys: + and - go nearer and farther, arrows move."
        onClose={() => change({ at: null }, { replace: true })}
      >
        {selected && <Behind row={selected} choice={choice} />}
      </Margin>
    </div>
  );
}

interface TableProps {
  readonly rows: readonly PlacedRow[];
  readonly at: string | null;
  readonly onSelect: (row: PlacedRow) => void;
}

/** The same places as rows: for screen readers, for copying, and for those that have no position. */
function PlaceTable({ rows, at, onSelect }: TableProps) {
  return (
    <table class="map-table">
      <caption>
        {counted(rows.length, "place")}, the most told first
        {rows.length === mostPlaces && `; the rest is left out`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">Known as exactly as</th>
          <th scope="col">Told</th>
          <th scope="col">Days</th>
          <th scope="col" class="number">
            Reports
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOfPlace(row)} data-selected={keyOfPlace(row) === at}>
            <th scope="row">
              <button type="button" class="plain-button" onClick={() => onSelect(row)}>
                <span class={`place-glyph told-${toldOf(row)}`} aria-hidden="true" /> <bdi>{row.name}</bdi>
              </button>
              {row.country !== null && row.precision !== "country" && (
                <span class="quiet"> {countryWord(row.country)}</span>
              )}
            </th>
            <td>{isPositioned(row) ? precisionWord(row) : "position not known"}</td>
            <td>{toldWords(row)}</td>
            <td>{rangeWords(row.first, row.last) ?? "no day"}</td>
            <td class="number">{row.documents.toLocaleString("en")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NoPlaces({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered) return <Empty title="No place fits all of these filters">Take one out above.</Empty>;
  return (
    <Empty title="No places yet">
      Places come from reports: where they say that something happens. <Link to={to("add")}>Add reports</Link>.
    </Empty>
  );
}
