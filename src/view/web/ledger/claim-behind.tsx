import type { ComponentChildren } from "preact";
import type { ClaimRow } from "../../../record/ask/claims.ts";
import type { ActorRef } from "../../../record/ask/party.ts";
import { isPublic, whatWords } from "../actor-word.ts";
import { useAnswer } from "../asking.ts";
import { publishedWords } from "../citation.ts";
import { ClaimGlyph, EvidenceMark } from "../glyph.tsx";
import { Link } from "../link.tsx";
import { Quotation } from "../margin.tsx";
import { to } from "../route.ts";
import { ToldIn } from "../story/in-report.tsx";
import { isDenial, stanceWord } from "../words.ts";
import { actWords, decidedWords, partsOf, sayingDay, speakerWords } from "./claim-words.ts";

/** One thing that is known of a row, with its name. */
export const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Somebody who plays a part: with a link to the page where one may be, in the kind's words where not. */
export function Party({ actor }: { readonly actor: ActorRef }) {
  if (!actor.named) return <bdi>{actor.name} (not named)</bdi>;
  if (!isPublic(actor)) return <>a person not known to be public</>;
  return (
    <>
      <Link to={to("actor", { subject: actor.name })}>
        <bdi>{actor.name}</bdi>
      </Link>{" "}
      <span class="quiet">{whatWords(actor)}</span>
    </>
  );
}

/** Parties one under another. */
export const Parties = ({ actors }: { readonly actors: readonly ActorRef[] }) => (
  <ul>
    {actors.map((actor) => (
      <li key={actor.id}>
        <Party actor={actor} />
      </li>
    ))}
  </ul>
);

function DayFact({ row }: { readonly row: ClaimRow }) {
  const day = sayingDay(row);
  if (row.day === null) {
    return (
      <Fact name="Said">
        the text tells no day; {row.published === null ? "the report is undated" : `printed ${publishedWords(row)}`}
      </Fact>
    );
  }
  const { cue, rule } = decidedWords(row.day.by);
  return (
    <Fact name="Said">
      {day?.words}
      <span class="fact-note">
        {cue !== null && (
          <>
            from “<bdi>{cue.replace(/^said /, "")}</bdi>”:{" "}
          </>
        )}
        {rule}
      </span>
    </Fact>
  );
}

/** The claim around this one, in words, once the report's claims are there; always with a link into the report. */
function ParentFact({ row, parent }: { readonly row: ClaimRow; readonly parent: string }) {
  const found = useAnswer("claims", { claim: parent });
  const around = found.value?.rows.find((one) => one.claim === parent);
  return (
    <Fact name="Told by">
      <Link to={to("document", { subject: row.document, at: parent })}>
        {around ? `${speakerWords(around)} ${actWords(around)} so` : "the statement around it"}
      </Link>
    </Fact>
  );
}

/** All that stands behind a claim: the exact words with their parts, who, when and how that was decided, on what evidence. */
export function ClaimBehind({ row }: { readonly row: ClaimRow }) {
  return (
    <div class="behind">
      <h2>
        <ClaimGlyph isDenial={isDenial(row)} /> <bdi>{speakerWords(row)}</bdi> {actWords(row)}
      </h2>
      <Quotation key={row.claim} row={row} parts={partsOf(row)} at={row.claim} />
      <dl class="facts">
        <Fact name="Speaker">
          {row.speakers.length === 0 ? (
            row.source === null ? (
              "no speaker found"
            ) : (
              "nobody that could be told"
            )
          ) : (
            <Parties actors={row.speakers} />
          )}
          {row.source !== null && (
            <span class="fact-note">
              in the words “<bdi>{row.source}</bdi>”
            </span>
          )}
        </Fact>
        {row.targets.length > 0 && (
          <Fact name="Against or to">
            <Parties actors={row.targets} />
          </Fact>
        )}
        <Fact name="Evidence">
          {row.marks.length === 0 ? (
            "the report says nothing about it"
          ) : (
            <ul>
              {row.marks.map((mark) => (
                <li key={`${mark.kind}${mark.start}`}>
                  <EvidenceMark kind={mark.kind} /> “<bdi class="fact-words">{mark.words}</bdi>”
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <DayFact row={row} />
        {row.via !== null && (
          <Fact name="Via">
            <bdi>{row.via.text}</bdi>
          </Fact>
        )}
        {row.parent !== null && <ParentFact row={row} parent={row.parent} />}
        <Fact name="Stance">
          {stanceWord(row.stance)}
          {row.polarity === "-" && ", by a verb that is negated"}
        </Fact>
        <Fact name="Told in">
          <ToldIn claim={row.claim} document={row.document} />
        </Fact>
        <Fact name="Read by">
          {row.engine}, run {row.run}
          {row.score !== null && `, probability ${row.score.toFixed(2)}`}
        </Fact>
      </dl>
    </div>
  );
}
