import type { StoryDocument } from "../../../record/ask/story.ts";
import { publishedWords, publisherOf } from "../citation.ts";
import { SelectLink } from "../ledger/select-link.tsx";
import { counted } from "../words.ts";
import { axisOf } from "./axis.ts";
import { bracketsOf, copySets } from "./copies.ts";

interface ReportsProps {
  readonly told: readonly StoryDocument[];
  readonly at: string | null;
  readonly onSelect: (document: string) => void;
  readonly onOpen: () => void;
}

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

/** Who printed when: a lane for each publisher over the days of the story. The list below says the same to screen readers. */
function Lanes({ told, at, onSelect }: Omit<ReportsProps, "onOpen">) {
  const axis = axisOf(told.map((row) => ({ ...row, publisher: publisherOf(row) })));
  if (axis === null) return null;
  const titles = new Map(told.map((row) => [row.document, row.title ?? row.words]));
  const pick = (documents: readonly string[]): void =>
    onSelect(documents[(documents.indexOf(at ?? "") + 1) % documents.length]!);
  return (
    <div class="axis" aria-hidden="true">
      {axis.lanes.map(({ publisher, marks }) => (
        <div key={publisher} class="axis-lane">
          <span class="axis-name">
            <bdi>{publisher}</bdi>
          </span>
          <span class="axis-track">
            {marks.map(({ documents, left, width }) => (
              <span
                key={documents[0]}
                class={width > 0 ? "axis-mark axis-mark-day" : "axis-mark"}
                data-selected={at !== null && documents.includes(at)}
                style={{ left: percent(left), width: width > 0 ? percent(width) : undefined }}
                title={documents.map((document) => titles.get(document)).join("\n")}
                onClick={() => pick(documents)}
              >
                {documents.length > 1 && documents.length}
              </span>
            ))}
          </span>
        </div>
      ))}
      <div class="axis-lane">
        <span class="axis-name" />
        <span class="axis-ticks">
          {axis.ticks.map(({ at: share, words }) => (
            <span key={words} style={{ left: percent(share) }}>
              {words}
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}

/** The reports of a story, the first printed first: when, by whom, under which title; those that say nearly the same words share a bracket. */
export function StoryReports({ told, at, onSelect, onOpen }: ReportsProps) {
  const brackets = bracketsOf(told);
  const sets = copySets(told);
  const undated = told.filter(({ published }) => published === null).length;
  return (
    <section class="story-part" id="reports">
      <h2>Side by side</h2>
      <p class="quiet">
        {told.length < 2
          ? "One report so far. When another tells of the same, it stands here beside it."
          : `${counted(told.length, "report")}, the first printed first${undated > 0 ? `, ${undated.toLocaleString("en")} without a day last` : ""}.`}
        {sets.length > 0 && " Reports under one bracket say nearly the same words: they are not another voice."}
      </p>
      {told.length > 1 && <Lanes told={told} at={at} onSelect={onSelect} />}
      <ol class="told-list" aria-label="Reports of the story">
        {told.map((row, place) => (
          <li key={row.document} class={row.document === at ? "told told-selected" : "told"} data-at={row.document}>
            <span class="told-brackets" aria-hidden="true">
              {brackets[place]!.map((part, column) => (
                // biome-ignore lint: columns have no other name than their place
                <span key={column} class={`bracket bracket-${part}`} />
              ))}
            </span>
            <span class="told-day">{publishedWords(row)}</span>
            <span class="told-what">
              <SelectLink
                class="told-open"
                at={row.document}
                isSelected={row.document === at}
                onSelect={() => onSelect(row.document)}
                onOpen={onOpen}
              >
                <bdi>{row.title ?? row.words}</bdi>
              </SelectLink>
              <span class="told-from">
                <b>
                  <bdi>{publisherOf(row)}</bdi>
                </b>
                {row.copies.length > 0 && <span>nearly the words of {counted(row.copies.length, "other report")}</span>}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
