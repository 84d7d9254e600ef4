import { useMemo } from "preact/hooks";
import type { OneStory } from "../../../record/ask/story.ts";
import { useAnswer } from "../asking.ts";
import { publisherOf } from "../citation.ts";
import { rangeWords } from "../day.ts";
import { Chips } from "../ledger/chips.tsx";
import { Link } from "../link.tsx";
import { usePlace } from "../location.ts";
import { Margin } from "../margin.tsx";
import { all, one, type Query, type Route, to, windowNames } from "../route.ts";
import { Failed, Loading } from "../state.tsx";
import { titleOf, usePageTitle } from "../title.ts";
import { counted } from "../words.ts";
import { inTime } from "./axis.ts";
import { FigureBehind, HappeningBehind, PairBehind, ReportBehind } from "./behind.tsx";
import { LedgerClaimBehind } from "./claim-behind.tsx";
import { StoryClaims } from "./claims.tsx";
import { pairOf } from "./facing.ts";
import { FacingList } from "./facing-list.tsx";
import { StoryFigures } from "./figures.tsx";
import { StoryHappenings } from "./happenings.tsx";
import { StoryReports } from "./reports.tsx";
import { selectedIn } from "./selected.ts";
import { seriesOf } from "./series.ts";
import { useWalk } from "./use-walk.ts";
import { stateWords } from "./word.ts";

const mostRows = 1000;
/** A story whose reports have no titles goes by a sentence. */
const longTitle = 110;

/** Where words stand that no annotation names. */
const stretch = ({
  document,
  start,
  end,
}: {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}) => to("document", { subject: document, start: String(start), end: String(end) });

/** How many printed it: a report without a named publisher counts by the place that it is shown under. */
const printersOf = (told: OneStory["told"]): number => new Set(told.map(publisherOf)).size;

function Head({ story, window }: { readonly story: OneStory; readonly window: Query }) {
  const days = rangeWords(story.first, story.last);
  const told = [
    days ?? "no day known",
    `${counted(story.told.length, "report")} by ${counted(printersOf(story.told), "publisher")}`,
    stateWords(story),
  ];
  return (
    <header class="story-head">
      <p class="kicker">
        <b>Story {story.story}</b>
        <span>{told.filter((part) => part !== null).join(" · ")}</span>
      </p>
      <h1 class={(story.title ?? story.words).length > longTitle ? "story-sentence" : undefined}>
        <bdi>{story.title ?? story.words}</bdi>
      </h1>
      {(story.outOf !== null || story.joined.length > 0) && (
        <p class="quiet">
          {story.outOf !== null && (
            <>
              Split from <Link to={to("story", { subject: story.outOf, ...window })}>{story.outOf}</Link>.{" "}
            </>
          )}
          {story.joined.length > 0 && `${story.joined.join(", ")} turned out to be of this story.`}
        </p>
      )}
    </header>
  );
}

const Contents = ({
  entries,
}: {
  readonly entries: readonly (readonly [id: string, label: string, count: string])[];
}) => (
  <nav class="story-contents no-print" aria-label="Parts of the story">
    <ul>
      {entries.map(([id, label, count]) => (
        <li key={id}>
          <a href={`#${id}`}>
            {label} <span class="quiet">{count}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** One story: its reports side by side, what they say together, who stands against whom, what happened as told, how many. */
export function StoryView({ story }: { readonly story: OneStory }) {
  const { route, change, go } = usePlace();
  const { query } = route;
  const window: Query = Object.fromEntries(
    windowNames.filter((name) => query[name]).map((name) => [name, all(query, name)]),
  );
  const at = one(query, "at");
  const selected = selectedIn(at);
  const isOneReport = story.told.length < 2;
  const of = { ...window, story: [story.story] };
  const claims = useAnswer("claim", { ...of, least: isOneReport ? 1 : 2, limit: mostRows });
  const contradictions = useAnswer("contradictions", { ...of, limit: mostRows });
  const happenings = useAnswer("happenings", { ...of, least: isOneReport ? 1 : 2, limit: mostRows });
  const figures = useAnswer("figures", { ...of, limit: mostRows });
  const listed = selected?.kind === "claim" ? claims.value?.rows.find(({ claim }) => claim === at) : undefined;
  const isAsked = selected?.kind === "claim" && listed === undefined && !claims.isLoading;
  const alone = useAnswer("claim", isAsked ? { ...of, claim: [selected.id] } : null);
  const claim = listed ?? (isAsked ? alone.value?.rows[0] : undefined);
  const pairs = useMemo(() => (contradictions.value?.rows ?? []).map(pairOf), [contradictions.value]);
  const series = useMemo(() => seriesOf(figures.value?.rows ?? []), [figures.value]);
  const told = useMemo(() => inTime(story.told), [story]);
  const copies = new Map(story.told.map((row) => [row.document, row.copies.map(({ document }) => document)]));
  const copiesOf = (document: string): readonly string[] => copies.get(document) ?? [];
  usePageTitle(titleOf(story.title ?? story.story));

  const report = selected?.kind === "report" ? story.told.find(({ document }) => document === at) : undefined;
  const pair = selected?.kind === "pair" ? pairs.find(({ id }) => id === at) : undefined;
  const happening =
    selected?.kind === "happening" ? happenings.value?.rows.find((row) => row.happening === at) : undefined;
  const figure = selected?.kind === "figure" ? series.flat().find(({ id }) => id === at) : undefined;
  const select = (next: string): void => change({ at: next }, { replace: at !== null });
  const target = (): Route | null => {
    if (report) return to("document", { subject: report.document });
    const words = claim?.told[0] ?? pair?.right ?? happening ?? figure?.row;
    if (!words) return null;
    const attribution = claim?.told[0]?.attribution ?? null;
    return attribution === null ? stretch(words) : to("document", { subject: words.document, at: attribution });
  };
  const read = (): void => {
    const there = target();
    if (there) go(there);
  };
  useWalk({ title: "Story", at, onSelect: select, onRead: selected ? read : null });

  const words = report ? (
    <ReportBehind row={report} told={story.told} />
  ) : claim ? (
    <LedgerClaimBehind key={claim.claim} row={claim} window={window} copiesOf={copiesOf} />
  ) : pair ? (
    <PairBehind pair={pair} isInStory />
  ) : selected?.kind === "happening" ? (
    <HappeningBehind key={selected.id} id={selected.id} row={happening ?? null} window={window} />
  ) : figure ? (
    <FigureBehind row={figure.row} window={window} />
  ) : null;
  const isWaiting = [claims, contradictions, happenings, figures, alone].some(({ isLoading }) => isLoading);
  return (
    <div class="with-margin">
      <div class="thing story">
        <Head story={story} window={window} />
        <Chips names={windowNames} />
        <Contents
          entries={[
            ["reports", "Side by side", counted(story.told.length, "report")],
            ["claims", "Who says what", counted(story.claims, "claim")],
            ["against", "Against each other", counted(contradictions.value?.aside?.total ?? pairs.length, "pair")],
            ["happenings", "What is said to happen", counted(story.happenings, "event")],
            ["figures", "Numbers over time", counted(story.figures, "chart")],
          ]}
        />
        <StoryReports told={told} at={at} onSelect={select} onOpen={read} />
        <StoryClaims
          story={story.story}
          window={window}
          total={story.claims}
          several={claims}
          isOneReport={isOneReport}
          at={claim?.claim ?? at}
          onSelect={select}
          onOpen={read}
        />
        <section class="story-part" id="against">
          <h2>Against each other</h2>
          {contradictions.problem ? (
            <Failed problem={contradictions.problem} again={contradictions.again} />
          ) : contradictions.value === null ? (
            <Loading what="who contradicts whom" />
          ) : (
            <>
              <p class="quiet">
                {pairs.length === 0
                  ? "No claim of this story was found to deny or contradict another. Where a report does so, both stand here, facing each other."
                  : "On the left what was said, on the right what stands against it, between them the point on which they differ. Nothing here says who is right."}
              </p>
              <FacingList pairs={pairs} at={at} onSelect={select} onOpen={read} firstShown={6} />
            </>
          )}
        </section>
        <StoryHappenings
          story={story.story}
          window={window}
          total={story.happenings}
          several={happenings}
          at={at}
          onSelect={select}
          onOpen={read}
        />
        <StoryFigures
          found={figures}
          happenings={happenings.value?.rows ?? []}
          at={at}
          onSelect={select}
          onOpen={read}
        />
      </div>
      <Margin
        hint="Choose a report, a claim, a number: the exact words stand here, with who printed them and when. Keys: j and k move, Enter opens the report."
        onClose={() => change({ at: null }, { replace: true })}
      >
        {words ??
          (at === null ? null : isWaiting ? (
            <Loading what="the words" />
          ) : (
            <p role="status">
              Nothing in this story has the name {at}. When new reports come, the claims of a story are numbered anew.
            </p>
          ))}
      </Margin>
    </div>
  );
}
