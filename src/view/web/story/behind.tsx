import type { FigureRow, HappeningRow } from "../../../record/ask/happenings.ts";
import type { StoryDocument } from "../../../record/ask/story.ts";
import { useAnswer } from "../asking.ts";
import { publisherOf } from "../citation.ts";
import { dayWords } from "../day.ts";
import { EventGlyph } from "../glyph.tsx";
import { Link } from "../link.tsx";
import { Quotation } from "../margin.tsx";
import { boundWords } from "../reader/say.ts";
import { type Query, to } from "../route.ts";
import { Failed, Loading } from "../state.tsx";
import { counted, factualityWord, realisWord } from "../words.ts";
import type { Pair } from "./facing.ts";
import { HappeningGlyph, HappeningHead, HeldValues } from "./happenings.tsx";
import { holderWords } from "./name.ts";
import { reasonSentences } from "./reason.ts";
import { slotWord, tieWords } from "./word.ts";

/** A report of the story: its title's words, and why it is in the story. */
export function ReportBehind({ row, told }: { readonly row: StoryDocument; readonly told: readonly StoryDocument[] }) {
  const others = new Map(told.map((one) => [one.document, one]));
  return (
    <div class="behind">
      <h2>
        <bdi>{publisherOf(row)}</bdi>
      </h2>
      <Quotation row={row} at={null} />
      <dl class="facts">
        <div>
          <dt>In the story</dt>
          <dd>{row.reason}</dd>
        </div>
        {row.copies.length > 0 && (
          <div>
            <dt>Nearly the same words</dt>
            <dd>
              <ul>
                {row.copies.map(({ document, share }) => {
                  const other = others.get(document);
                  return (
                    <li key={document}>
                      <Link to={to("document", { subject: document })}>{other?.title ?? `Report ${document}`}</Link>{" "}
                      <span class="quiet">
                        {other && `${publisherOf(other)}, `}
                        {Math.round(share * 100)} % of the shorter one
                      </span>
                    </li>
                  );
                })}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

/** Both sides of a disagreement, word for word. */
export function PairBehind({ pair, isInStory }: { readonly pair: Pair; readonly isInStory: boolean }) {
  const { story, relation, slot, reason, left, right } = pair;
  return (
    <div class="behind">
      <h2>
        <bdi>{holderWords(left.holder)}</bdi>
      </h2>
      <Quotation row={left} at={null} />
      <Link class="onward" to={to("story", { subject: story, at: left.claim })}>
        {isInStory ? "All that tell it" : "This claim in its story"}
      </Link>
      <h2 class="behind-against">
        {tieWords(relation, "from")} <bdi>{holderWords(right.holder)}</bdi>
        {slot !== null && <span class="quiet"> on {slotWord(slot)}</span>}
      </h2>
      <Quotation row={right} at={null} />
      <Link class="onward" to={to("story", { subject: story, at: right.claim })}>
        {isInStory ? "All that tell it" : "This claim in its story"}
      </Link>
      <h3>Why they face each other</h3>
      <p class="quiet">
        {reasonSentences(reason, "pair", {
          shown: [left.words, right.words],
          holders: [left.holder, right.holder],
        }).join(" ")}
      </p>
    </div>
  );
}

/** Every telling of a happening with its words. */
export function HappeningBehind({
  id,
  row,
  window,
}: {
  readonly id: string;
  readonly row: HappeningRow | null;
  readonly window: Query;
}) {
  const found = useAnswer("happening", { ...window, happening: id });
  const whole = found.value?.rows.find(({ happening }) => happening === id) ?? null;
  const head = whole ?? row;
  return (
    <div class="behind">
      {head && (
        <h2>
          <HappeningGlyph row={head} /> <HappeningHead row={head} />
        </h2>
      )}
      {head && <HeldValues conflicts={head.conflicts} />}
      {found.problem ? (
        <Failed problem={found.problem} again={found.again} />
      ) : found.isLoading ? (
        <Loading what="the words" />
      ) : whole === null ? (
        <p role="status">No event of this case has the name {id}.</p>
      ) : (
        <>
          <p class="quiet">
            {counted(whole.tellings, "telling")} in {counted(whole.documents, "report")}
          </p>
          {whole.told.slice(0, 40).map((one) => (
            <section key={one.event} class="behind-event">
              <h3>
                <EventGlyph realis={one.realis} factuality={one.factuality} eventClass="material" />{" "}
                {realisWord(one.realis)}
                {factualityWord(one.factuality) !== null && `, ${factualityWord(one.factuality)}`}
                {one.claim !== null && (
                  <span class="quiet">
                    {" "}
                    <Link to={to("story", { subject: whole.story, ...window, at: one.claim })}>whose word</Link>
                  </span>
                )}
              </h3>
              <Quotation row={one} at={one.event} />
              <p class="quiet">{one.reason}</p>
            </section>
          ))}
          {whole.told.length > 40 && <p class="quiet">The first 40 of {whole.told.length}.</p>}
        </>
      )}
    </div>
  );
}

/** The words of a figure. */
export function FigureBehind({ row, window }: { readonly row: FigureRow; readonly window: Query }) {
  return (
    <div class="behind">
      <h2>
        <bdi>{row.figure}</bdi>, <bdi>{holderWords(row.holder)}</bdi>
      </h2>
      <Quotation row={row} at={null} />
      <dl class="facts">
        <div>
          <dt>Counted</dt>
          <dd>
            {row.of}: {boundWords(row)}
            {row.unit !== null && ` (${row.unit})`}
          </dd>
        </div>
        <div>
          <dt>Told</dt>
          <dd>{row.day === null ? "the day is not known" : dayWords(row.day)}</dd>
        </div>
        {row.superseded && (
          <div>
            <dt>Replaced</dt>
            <dd>by a newer figure of the same holder; this one stays on the record</dd>
          </div>
        )}
        <div>
          <dt>Whose word</dt>
          <dd>
            {row.claim === null ? (
              "the publisher's own words"
            ) : (
              <Link to={to("story", { subject: row.story, ...window, at: row.claim })}>the claim that has it</Link>
            )}
          </dd>
        </div>
        {row.happening !== null && (
          <div>
            <dt>Of</dt>
            <dd>
              <Link to={to("story", { subject: row.story, ...window, at: row.happening })}>the event it counts</Link>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
