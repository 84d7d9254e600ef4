import type { EventRow } from "../../../record/ask/events.ts";
import type { TimelineRow } from "../../../record/ask/timeline.ts";
import { countryWord } from "../actor-word.ts";
import { useAnswer } from "../asking.ts";
import { rangeWords } from "../day.ts";
import { ClaimBehind, Fact, Parties } from "../ledger/claim-behind.tsx";
import { decidedWords } from "../ledger/claim-words.ts";
import { Link } from "../link.tsx";
import { type Part, Quotation } from "../margin.tsx";
import { to } from "../route.ts";
import { factualityWord, realisWord, typeWord } from "../words.ts";
import { EntryGlyph, EntryHead } from "./entry.tsx";
import { partWord } from "./part.ts";

const triggerParts = (row: TimelineRow, event: EventRow | undefined): readonly Part[] =>
  (event?.triggerSpans ?? [])
    .filter(([start, end]) => start >= row.start && end <= row.end)
    .map(([start, end]) => ({ start: start - row.start, end: end - row.start, role: "trigger" }));

const isDone = (row: TimelineRow): boolean => row.part === "happened" || row.part === "denied";

function EventFacts({ row, event }: { readonly row: TimelineRow; readonly event: EventRow }) {
  const sure = factualityWord(event.factuality);
  const decided = event.day === null ? null : decidedWords(event.day.by);
  return (
    <dl class="facts">
      <Fact name={isDone(row) ? "Day" : "Its day"}>
        {rangeWords(row.day, row.lastDay)}
        {decided && (
          <span class="fact-note">
            {decided.cue !== null && `${decided.cue}: `}
            {decided.rule}
          </span>
        )}
      </Fact>
      <Fact name="Told as">
        {realisWord(event.realis)}
        {sure !== null && `, ${sure}`}
      </Fact>
      {event.actors.length > 0 && (
        <Fact name="Who">
          <Parties actors={event.actors} />
        </Fact>
      )}
      {event.recipients.length > 0 && (
        <Fact name="To whom">
          <Parties actors={event.recipients} />
        </Fact>
      )}
      {event.places.length > 0 && (
        <Fact name="Where">
          <ul>
            {event.places.map((place) => (
              <li key={`${place.role} ${place.name}`}>
                {place.role} <bdi>{place.name}</bdi>
                {place.country !== null && <span class="quiet"> {countryWord(place.country)}</span>}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {event.quantities.length > 0 && (
        <Fact name="How many">
          <ul>
            {event.quantities.map((quantity) => (
              <li key={quantity.words}>
                <bdi class="fact-words">“{quantity.words}”</bdi>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name="Told by">
        {event.attribution === null ? (
          "the publisher's own words"
        ) : (
          <Link to={to("document", { subject: row.document, at: event.attribution.claim })}>
            <bdi>{event.attribution.source ?? "an unnamed speaker"}</bdi>
          </Link>
        )}
      </Fact>
      <Fact name="Kind">
        {[typeWord(event.type), event.mode, ...event.context].filter((part) => part !== null).join(", ")}
      </Fact>
      <Fact name="Read by">
        {event.engine}, run {event.run}
        {event.score !== null && `, probability ${event.score.toFixed(2)}`}
      </Fact>
    </dl>
  );
}

/** All that stands behind an entry of the timeline: its exact words at once, what more is known of it as soon as it is there. */
export function EntryBehind({ row }: { readonly row: TimelineRow }) {
  const isClaim = row.part === "said";
  const claims = useAnswer("claims", isClaim ? { claim: row.id } : null);
  const events = useAnswer("events", isClaim ? null : { event: row.id });
  const claim = claims.value?.rows.find((one) => one.claim === row.id);
  if (isClaim && claim) return <ClaimBehind row={claim} />;
  const event = events.value?.rows.find((one) => one.event === row.id);
  return (
    <div class="behind">
      <h2>
        <EntryGlyph row={row} /> <EntryHead row={row} />
      </h2>
      <p class="quiet behind-part">{partWord(row.part)}</p>
      <Quotation key={row.id} row={row} parts={triggerParts(row, event)} at={row.id} />
      {event && <EventFacts row={row} event={event} />}
    </div>
  );
}
