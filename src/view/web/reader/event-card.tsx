import type { EventMention } from "../../../model/event.ts";
import type { Place } from "../../../model/place.ts";
import { countryWord } from "../actor-word.ts";
import { EventGlyph } from "../glyph.tsx";
import { factualityWord, realisWord, typeWord } from "../words.ts";
import { ClaimLink } from "./claim-card.tsx";
import { ActorLine, DayLine, Fact, Pick } from "./fact.tsx";
import { named, type Reading, wordsOf } from "./reading.ts";
import { byWords, quantityWords } from "./say.ts";

/** How exactly a place is known. */
const precisionWords = { exact: "exact", city: "a town", region: "a region", country: "a whole country" } as const;

/** A place with how exactly it is known, and why it is this one. */
export const PlaceLine = ({ place }: { readonly place: Place }) => {
  const { name, country, precision, by } = place;
  const where = country === null || countryWord(country) === name ? null : countryWord(country);
  return (
    <>
      {name}{" "}
      <span class="quiet">
        {[where, precision === null ? "not on the map" : precisionWords[precision], byWords(by)]
          .filter((part) => part !== null)
          .join(" · ")}
      </span>
    </>
  );
};

const roleWords = { at: "At", to: "To", from: "From", near: "Near" } as const;

/** The full card of an event. */
export function EventCard({ reading, event }: { readonly reading: Reading; readonly event: EventMention }) {
  const claim = event.attribution === null ? null : reading.claims.get(event.attribution);
  const factuality = factualityWord(event.factuality);
  return (
    <>
      <h2 class="card-head">
        <EventGlyph realis={event.realis} factuality={event.factuality} eventClass={event.class} />
        <span>
          {typeWord(event.type)}
          {event.mode && `, ${event.mode}`} <span class="card-kind">{event.class === "verbal" ? "talk" : "deed"}</span>
        </span>
      </h2>
      <blockquote class="card-words">
        <mark class="part-trigger">{wordsOf(reading, event.trigger)}</mark>
      </blockquote>
      <dl class="facts">
        <Fact name="Told as">
          {realisWord(event.realis)}
          {factuality && `, ${factuality}`}
        </Fact>
        <Fact name="Who says so">
          {claim ? <ClaimLink reading={reading} claim={claim} /> : <span class="quiet">the publisher's own words</span>}
        </Fact>
        <Fact name="Who">
          {event.actors.length === 0 ? (
            <span class="quiet">the text does not tell, or it could not be read</span>
          ) : (
            named(reading.actors, event.actors).map((actor) => <ActorLine key={actor.id} actor={actor} />)
          )}
        </Fact>
        <Fact name="To whom">
          {named(reading.actors, event.recipients).map((actor) => (
            <ActorLine key={actor.id} actor={actor} />
          ))}
        </Fact>
        {event.places.map(({ place, role }) => {
          const found = reading.places.get(place);
          return found ? (
            <Fact key={`${role} ${place}`} name={roleWords[role]}>
              <PlaceLine place={found} />
            </Fact>
          ) : null;
        })}
        <Fact name="When">
          {event.date ? (
            <DayLine reading={reading} day={event.date} />
          ) : (
            <span class="quiet">the text does not tell</span>
          )}
        </Fact>
        <Fact name="How many">
          {named(reading.quantities, event.quantities).map((quantity) => (
            <span key={quantity.id} class="card-mark">
              {quantityWords(quantity)}{" "}
              <Pick id={quantity.id}>“{reading.text.slice(quantity.start, quantity.end)}”</Pick>
            </span>
          ))}
        </Fact>
        <Fact name="Context">{event.context.length === 0 ? null : event.context.join(", ")}</Fact>
        <Fact name="Score">{event.score === null ? null : event.score.toFixed(2)}</Fact>
      </dl>
    </>
  );
}
