import type { Attribution } from "../../../model/attribution.ts";
import { ClaimGlyph, EventGlyph, EvidenceMark } from "../glyph.tsx";
import { ToldIn } from "../story/in-report.tsx";
import { isDenial, kindWord, stanceWord, typeWord } from "../words.ts";
import { ActorLine, DayLine, Fact, Pick } from "./fact.tsx";
import { named, type Reading, wordsOf } from "./reading.ts";

/** Who says it, in a few words: the resolved speaker, else the words of the source, else that none is named. */
export function speakerWords(reading: Reading, claim: Attribution): string {
  const speakers = named(reading.actors, claim.speakers).map(({ name }) => name);
  return speakers.length > 0 ? speakers.join(", ") : (wordsOf(reading, claim.source) ?? "Nobody named");
}

/** What is done by saying it: "denies", "does not confirm". */
export const doneWords = ({ kind, polarity }: Pick<Attribution, "kind" | "polarity">): string =>
  polarity === "-" ? `${kindWord(kind)} (negated: the text says that it was not said)` : kindWord(kind);

/** The first words of a long stretch, for a line that leads to it. */
export const shortened = (words: string, most = 90): string => {
  const flat = words.replace(/\s+/g, " ").trim();
  return flat.length <= most ? flat : `${flat.slice(0, flat.slice(0, most).isWellFormed() ? most : most - 1)}…`;
};

const claimLine = (reading: Reading, claim: Attribution): string =>
  `${speakerWords(reading, claim)} ${kindWord(claim.kind)}: ${shortened(wordsOf(reading, claim.content) ?? wordsOf(reading, claim.cue) ?? "")}`;

/** A line that leads to another claim of the report. */
export const ClaimLink = ({ reading, claim }: { readonly reading: Reading; readonly claim: Attribution }) => (
  <Pick id={claim.id}>
    <ClaimGlyph isDenial={isDenial(claim)} /> {claimLine(reading, claim)}
  </Pick>
);

/** The full card of a claim. */
export function ClaimCard({ reading, claim }: { readonly reading: Reading; readonly claim: Attribution }) {
  const source = wordsOf(reading, claim.source);
  const cue = wordsOf(reading, claim.cue);
  const content = wordsOf(reading, claim.content);
  const speakers = named(reading.actors, claim.speakers);
  const targets = named(reading.actors, claim.targets);
  const marks = named(reading.marks, claim.marks);
  const parent = claim.parent === null ? null : reading.claims.get(claim.parent);
  const events = reading.eventsIn.get(claim.id) ?? [];
  const inner = reading.claimsIn.get(claim.id) ?? [];
  const via = claim.via;
  const viaActor = via?.actor ? reading.actors.get(via.actor) : undefined;
  return (
    <>
      <h2 class="card-head">
        <ClaimGlyph isDenial={isDenial(claim)} />
        <span>
          {speakerWords(reading, claim)} <span class="card-kind">{doneWords(claim)}</span>
        </span>
      </h2>
      <blockquote class="card-words">
        {source && <mark class="part-source">{source}</mark>} {cue && <mark class="part-cue">{cue}</mark>}{" "}
        {content && <mark class="part-content">{content}</mark>}
      </blockquote>
      <dl class="facts">
        <Fact name="Said by">
          {source === null ? (
            <span class="quiet">the text names nobody</span>
          ) : (
            <>
              {!speakers.some(({ name }) => name === source) && <span class="words-of">“{source}”</span>}
              {speakers.length === 0 && <span class="quiet"> whom it means could not be told</span>}
            </>
          )}
          {speakers.map((actor) => (
            <ActorLine key={actor.id} actor={actor} />
          ))}
        </Fact>
        <Fact name="Stands to it">{stanceWord(claim.stance)}</Fact>
        <Fact name="Against, or to">
          {targets.map((actor) => (
            <ActorLine key={actor.id} actor={actor} />
          ))}
        </Fact>
        <Fact name="Through">
          {via && (
            <>
              <span class="words-of">“{via.text}”</span>{" "}
              {viaActor && viaActor.name !== via.text && <ActorLine actor={viaActor} />}
            </>
          )}
        </Fact>
        <Fact name="Evidence">
          {marks.length === 0 ? (
            <span class="quiet">no mark of evidence, for or against</span>
          ) : (
            marks.map((mark) => (
              <span key={mark.id} class="card-mark">
                <EvidenceMark kind={mark.kind} /> <Pick id={mark.id}>“{reading.text.slice(mark.start, mark.end)}”</Pick>
              </span>
            ))
          )}
        </Fact>
        <Fact name="Said on">
          {claim.date ? (
            <DayLine reading={reading} day={claim.date} />
          ) : (
            <span class="quiet">the text does not tell</span>
          )}
        </Fact>
        <Fact name="Told inside">
          {parent ? (
            <ClaimLink reading={reading} claim={parent} />
          ) : (
            <span class="quiet">the publisher's own words</span>
          )}
        </Fact>
        <Fact name="Claims inside">
          {inner.map((one) => (
            <ClaimLink key={one.id} reading={reading} claim={one} />
          ))}
        </Fact>
        <Fact name="Events inside">
          {events.map((event) => (
            <Pick key={event.id} id={event.id}>
              <EventGlyph realis={event.realis} factuality={event.factuality} eventClass={event.class} />{" "}
              {typeWord(event.type)}: “{wordsOf(reading, event.trigger)}”
            </Pick>
          ))}
        </Fact>
        <Fact name="Told in">
          <ToldIn claim={`${reading.document.revision}.${claim.id}`} document={reading.document.document} />
        </Fact>
        <Fact name="Score">{claim.score === null ? null : claim.score.toFixed(2)}</Fact>
      </dl>
    </>
  );
}
