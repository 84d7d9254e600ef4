import type { PlacedRow } from "../../../record/ask/placed.ts";
import { countryWord } from "../actor-word.ts";
import { useAnswer } from "../asking.ts";
import { rangeWords } from "../day.ts";
import { Quotation } from "../margin.tsx";
import type { Query } from "../route.ts";
import { Failed, Loading } from "../state.tsx";
import { factualityWord, realisWord, typeWord } from "../words.ts";
import { isPositioned, precisionWord, toldWords } from "./place.ts";

const mostEvents = 40;

interface BehindProps {
  readonly row: PlacedRow;
  readonly choice: Query;
}

/** What is told of a place: each event with its exact words. */
export function Behind({ row, choice }: BehindProps) {
  const events = useAnswer("events", { ...choice, place: [row.name], sort: "newest", limit: mostEvents * 4 });
  const here = (events.value?.rows ?? []).filter(({ places }) =>
    places.some((place) => place.name === row.name && place.country === row.country),
  );
  return (
    <div class="behind">
      <h2>
        <bdi>{row.name}</bdi>
        {row.country !== null && row.precision !== "country" && <span class="quiet"> {countryWord(row.country)}</span>}
      </h2>
      <p class="quiet">
        {toldWords(row)}. {isPositioned(row) ? precisionWord(row) : "Its position is not known"}
        {row.by !== "" && ` (${row.by})`}.
      </p>
      {events.problem ? (
        <Failed problem={events.problem} again={events.again} />
      ) : events.value === null ? (
        <Loading what="the words" />
      ) : (
        here.slice(0, mostEvents).map((event) => (
          <section key={event.event} class="behind-event">
            <h3>
              {typeWord(event.type)}, {realisWord(event.realis)}
              {factualityWord(event.factuality) !== null && `, ${factualityWord(event.factuality)}`}
              {event.day !== null && <span class="quiet"> {rangeWords(event.day.start, event.day.end)}</span>}
            </h3>
            <Quotation row={event} at={event.event} />
          </section>
        ))
      )}
      {here.length > mostEvents && (
        <p class="quiet">
          The newest {mostEvents} of {here.length}.
        </p>
      )}
    </div>
  );
}
