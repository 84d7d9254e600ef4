import type { ComponentChildren } from "preact";
import { citationOf } from "../citation.ts";
import { Copy } from "../copy.tsx";
import { rangeWords } from "../day.ts";
import { EvidenceMark } from "../glyph.tsx";
import { ClaimCard, ClaimLink, shortened } from "./claim-card.tsx";
import { EventCard, PlaceLine } from "./event-card.tsx";
import { ActorLine, Fact, Pick } from "./fact.tsx";
import { type Item, itemsAt } from "./item.ts";
import { layers, layerWords } from "./layer.ts";
import { citableOf, named, type Reading } from "./reading.ts";
import { byWords, quantityWords } from "./say.ts";

interface CardProps {
  readonly reading: Reading;
  readonly item: Item;
}

/** Card of something of one stretch of words: what it is, the words, its facts. */
const Plain = ({
  title,
  words,
  children,
}: {
  readonly title: ComponentChildren;
  readonly words: string;
  readonly children: ComponentChildren;
}) => (
  <>
    <h2 class="card-head">
      <span>{title}</span>
    </h2>
    <blockquote class="card-words">{words}</blockquote>
    <dl class="facts">{children}</dl>
  </>
);

function Body({ reading, item }: CardProps) {
  const { id, start, end } = item;
  const words = reading.text.slice(start, end);
  const claim = reading.claims.get(id);
  if (claim) return <ClaimCard reading={reading} claim={claim} />;
  const event = reading.events.get(id);
  if (event) return <EventCard reading={reading} event={event} />;
  const mark = reading.marks.get(id);
  if (mark) {
    const bears = named(reading.claims, mark.target === null ? [] : [mark.target]);
    return (
      <Plain title={<EvidenceMark kind={mark.kind} />} words={words}>
        <Fact name="Does">{mark.polarity === "weakens" ? "weakens what is told" : "supports what is told"}</Fact>
        <Fact name="Bears on">
          {bears.length === 0 ? (
            <span class="quiet">the publisher's own words</span>
          ) : (
            bears.map((one) => <ClaimLink key={one.id} reading={reading} claim={one} />)
          )}
        </Fact>
      </Plain>
    );
  }
  const mention = reading.mentions.get(id);
  if (mention) {
    const actors = named(reading.actors, mention.actor === null ? [] : [mention.actor]);
    const same = [...reading.mentions.values()].filter((one) => one.actor === mention.actor);
    return (
      <Plain title={actors[0]?.name ?? words} words={words}>
        <Fact name="Means">
          {actors.map((actor) => (
            <ActorLine key={actor.id} actor={actor} />
          ))}
        </Fact>
        <Fact name="In this report">
          {same.length === 1 ? "only here" : `${same.length} times, all of them lit in the text`}
        </Fact>
      </Plain>
    );
  }
  const timex = reading.timexes.get(id);
  if (timex) {
    return (
      <Plain title={timex.range ? rangeWords(...timex.range) : "No calendar day"} words={words}>
        <Fact name="Decided by">{byWords(timex.by)}</Fact>
        <Fact name="TIMEX3">{timex.value === null ? "no value" : `${timex.type.toLowerCase()} ${timex.value}`}</Fact>
      </Plain>
    );
  }
  const place = reading.places.get(id);
  if (place) {
    return (
      <Plain title={place.name} words={words}>
        <Fact name="Place">
          <PlaceLine place={place} />
        </Fact>
        <Fact name="Coordinates">
          {place.lat === null || place.lon === null
            ? null
            : `${place.lat}, ${place.lon}${place.precision === "exact" ? "" : " (its middle)"}`}
        </Fact>
      </Plain>
    );
  }
  const quantity = reading.quantities.get(id);
  const event_ = quantity?.event ? reading.events.get(quantity.event) : undefined;
  return (
    <Plain title={quantity ? quantityWords(quantity) : words} words={words}>
      <Fact name="Belongs to">
        {event_ ? (
          <Pick id={event_.id}>
            the event “{shortened(reading.text.slice(event_.trigger[0]![0], event_.trigger[0]![1]))}”
          </Pick>
        ) : null}
      </Fact>
    </Plain>
  );
}

/** The words of an item for a line: its first piece that is not the speaker's name. */
const lineOf = ({ text }: Reading, { pieces }: Item): string => {
  const piece = pieces.find(({ role }) => role === "content") ?? pieces[0]!;
  return shortened(text.slice(piece.start, piece.end), 48);
};

/** The card of whatever is selected: what it is, its exact words, how it was read, and what else stands on the same words. */
export function Card({ reading, item }: CardProps) {
  const { engine, run } = reading.document;
  const here = itemsAt(reading.items, layers, item.start).filter(({ id }) => id !== item.id);
  return (
    <div class="card">
      <Body reading={reading} item={item} />
      {here.length > 0 && (
        <details class="card-here">
          <summary>Also on these words ({here.length})</summary>
          {here.slice(0, 20).map((one) => (
            <Pick key={one.id} id={one.id}>
              <span class="quiet">{layerWords[one.layer]}</span> “{lineOf(reading, one)}”
            </Pick>
          ))}
        </details>
      )}
      <p class="card-foot">
        <Copy label="Copy citation" text={() => citationOf(citableOf(reading, item))} />
        <span class="quiet" title={`Units ${item.start} to ${item.end} of the text; run ${run}`}>
          {reading.document.revision}.{item.id} · read by {engine}
        </span>
      </p>
    </div>
  );
}
