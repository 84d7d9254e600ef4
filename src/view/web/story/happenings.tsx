import { useState } from "preact/hooks";
import { eventTypes } from "../../../model/event.ts";
import type { HeldValue } from "../../../model/ledger.ts";
import type { HappeningRow } from "../../../record/ask/happenings.ts";
import type { AnswerOf } from "../../api/contract.ts";
import { type Asked, useAnswer } from "../asking.ts";
import { rangeWords } from "../day.ts";
import { EventGlyph } from "../glyph.tsx";
import { SelectLink } from "../ledger/select-link.tsx";
import type { Query } from "../route.ts";
import { Failed, Loading } from "../state.tsx";
import { counted, realisWord, typeWord } from "../words.ts";
import { More } from "./more.tsx";
import { markOf } from "./told-as.ts";
import { slotWord, valueWords } from "./word.ts";

/** The mark of a happening in the desk's grammar. */
export const HappeningGlyph = ({ row }: { readonly row: Pick<HappeningRow, "type" | "realis" | "denied"> }) => (
  <EventGlyph {...markOf(row)} eventClass={row.type === null ? "material" : eventTypes[row.type].class} />
);

/** What a happening is, in one line: who, the word that tells it, whom. */
export function HappeningHead({ row }: { readonly row: HappeningRow }) {
  const [who, whom] = [row.actors.join(", "), row.recipients.join(", ")];
  return (
    <>
      {who !== "" && (
        <>
          <bdi>{who}</bdi>:{" "}
        </>
      )}
      <q class="entry-trigger">{row.trigger ?? typeWord(row.type)}</q>
      {whom !== "" && (
        <>
          {" → "}
          <bdi>{whom}</bdi>
        </>
      )}
    </>
  );
}

/** Values on which the tellings differ, all of them side by side with those who hold them. */
export function HeldValues({ conflicts }: { readonly conflicts: readonly HeldValue[] }) {
  const slots = [...Map.groupBy(conflicts, ({ slot }) => slot)];
  if (slots.length === 0) return null;
  return (
    <dl class="held">
      {slots.map(([slot, values]) => (
        <div key={slot}>
          <dt>{slotWord(slot)}</dt>
          <dd>
            {values.map(({ value, holders, documents }) => (
              <span key={value} class="held-value">
                <b>
                  <bdi>{valueWords(value, slot)}</bdi>
                </b>{" "}
                <bdi>{holders.join(", ")}</bdi> ({counted(documents.length, "report")})
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const line = (row: HappeningRow): string =>
  [
    rangeWords(row.first, row.last) ?? "no day",
    row.place,
    row.realis.map(realisWord).join(" and "),
    row.denied ? "denied in one telling or more" : null,
    `${counted(row.documents, "report")}, ${counted(row.tellings, "telling")}`,
  ]
    .filter((part) => part !== null && part !== "")
    .join(" · ");

interface ListProps {
  readonly rows: readonly HappeningRow[];
  readonly at: string | null;
  readonly onSelect: (happening: string) => void;
  readonly onOpen: () => void;
}

const firstShown = 8;

function List({ rows, at, onSelect, onOpen }: ListProps) {
  const [shown, setShown] = useState(firstShown);
  const until = Math.max(shown, rows.findIndex(({ happening }) => happening === at) + 1);
  return (
    <>
      <ol class="told-claims">
        {rows.slice(0, until).map((row) => (
          <li
            key={row.happening}
            class={row.happening === at ? "told-claim told-selected" : "told-claim"}
            data-at={row.happening}
          >
            <HappeningGlyph row={row} />
            <div>
              <SelectLink
                class="told-open"
                at={row.happening}
                isSelected={row.happening === at}
                onSelect={() => onSelect(row.happening)}
                onOpen={onOpen}
              >
                <HappeningHead row={row} />
              </SelectLink>
              <p class="told-from">{line(row)}</p>
              <HeldValues conflicts={row.conflicts} />
            </div>
          </li>
        ))}
      </ol>
      {rows.length > until && (
        <More
          words={`Show ${Math.min(40, rows.length - until)} more of ${rows.length}`}
          onMore={() => setShown(until + 40)}
        />
      )}
    </>
  );
}

/** What only one report tells: asked for when somebody wants it. */
function Single({
  story,
  window,
  ...list
}: Omit<ListProps, "rows"> & { readonly story: string; readonly window: Query }) {
  const found = useAnswer("happenings", { ...window, story: [story], least: 1, limit: 1000 });
  if (found.problem) return <Failed problem={found.problem} again={found.again} />;
  if (found.value === null) return <Loading what="what happened" />;
  return <List {...list} rows={found.value.rows.filter(({ documents }) => documents === 1)} />;
}

interface HappeningsProps extends Omit<ListProps, "rows"> {
  readonly story: string;
  readonly window: Query;
  readonly total: number;
  readonly several: Asked<AnswerOf<"happenings">>;
}

const byReports = (a: HappeningRow, b: HappeningRow): number => b.documents - a.documents || b.tellings - a.tellings;

/** What the reports tell of one event, joined: said to have happened, planned, denied; values on which they differ stand side by side. */
export function StoryHappenings({ story, window, total, several, ...list }: HappeningsProps) {
  const [isOpen, setOpen] = useState(false);
  const rows = (several.value?.rows ?? []).toSorted(byReports);
  return (
    <section class="story-part" id="happenings">
      <h2>What is said to happen</h2>
      {several.problem ? (
        <Failed problem={several.problem} again={several.again} />
      ) : several.value === null ? (
        <Loading what="what happened" />
      ) : (
        <>
          <p class="quiet">
            {total === 0
              ? "No event was found in these reports: nothing that is said to have happened, to be planned or to be demanded."
              : rows.length === 0
                ? "No event is told by more than one of these reports. Conflicting values stand here when two tell of one event."
                : `${rows.length.toLocaleString("en")} of the ${counted(total, "event")} are told by more than one report; the others stand below. Where the tellings differ, every value stands with those who hold it.`}
          </p>
          <List {...list} rows={rows} />
          {total > rows.length && (
            <details class="story-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
              <summary>{counted(total - rows.length, "event")} of one report each</summary>
              {isOpen && <Single {...list} story={story} window={window} />}
            </details>
          )}
        </>
      )}
    </section>
  );
}
