import type { TimelinePart, TimelineRow } from "../../../record/ask/timeline.ts";
import { dayWords } from "../day.ts";
import { type DayGroup, daysWords, reachDays, reachPx, reachWords } from "./day-group.ts";
import { Entry } from "./entry.tsx";
import { lanes, partWord } from "./part.ts";

/** So many entries of one part of a day are shown before "show all". */
export const shownOfPart = 8;

/** What names a part of a day that was opened. */
export const partKey = ({ day, lastDay }: Pick<DayGroup, "day" | "lastDay">, part: TimelinePart): string =>
  `${day} ${lastDay} ${part}`;

/** The entries of a part that are shown. */
export const shownRows = (group: DayGroup, part: TimelinePart, open: ReadonlySet<string>): readonly TimelineRow[] =>
  open.has(partKey(group, part)) ? group.parts[part] : group.parts[part].slice(0, shownOfPart);

/** The days of a group: one with its weekday; several with a bar as wide as the day is unsure, and never as one. */
function DayHead({ group }: { readonly group: DayGroup }) {
  const days = reachDays(group);
  if (days === 1) {
    return (
      <h2 class="day-head">
        <time dateTime={group.day}>{dayWords(group.day)}</time>
        <span class="quiet">{weekday.format(Date.parse(`${group.day}T00:00:00Z`))}</span>
      </h2>
    );
  }
  const width = reachPx(days);
  return (
    <h2 class="day-head">
      {reachWords(group)}
      <svg class="reach" viewBox={`0 0 ${width} 8`} style={{ width: `${width}px` }} aria-hidden="true">
        <rect x="0.5" y="1.5" width={width - 1} height="5" rx="2.5" />
      </svg>
      <span class="quiet">{daysWords(days)}, not known closer</span>
    </h2>
  );
}

const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });

interface DayProps {
  readonly group: DayGroup;
  readonly at: string | null;
  readonly open: ReadonlySet<string>;
  readonly onOpen: (key: string) => void;
  readonly onSelect: (row: TimelineRow) => void;
  readonly onRead: () => void;
}

const sameWords = (row: TimelineRow, before: TimelineRow | undefined): boolean =>
  row.part !== "said" && before !== undefined && before.revision === row.revision && before.start === row.start;

/** One day: its deeds in one lane, what is planned and said in the other. */
export function Day({ group, at, open, onOpen, onSelect, onRead }: DayProps) {
  return (
    <section class="day" aria-label={reachWords(group)}>
      <DayHead group={group} />
      {lanes.map((lane) => {
        const held = lane.parts.filter((part) => group.parts[part].length > 0);
        return (
          <div key={lane.name} class={`lane lane-${lane.name}${held.length === 0 ? " lane-empty" : ""}`}>
            {held.map((part) => {
              const all = group.parts[part];
              const shown = shownRows(group, part, open);
              return (
                <div key={part} class={`day-part day-part-${part}`}>
                  <h3>{partWord(part)}</h3>
                  <ul>
                    {shown.map((row, place) => (
                      <Entry
                        key={row.id}
                        row={row}
                        isSameWords={sameWords(row, shown[place - 1])}
                        isSelected={row.id === at}
                        onSelect={() => onSelect(row)}
                        onOpen={onRead}
                      />
                    ))}
                  </ul>
                  {shown.length < all.length && (
                    <button type="button" class="plain-button" onClick={() => onOpen(partKey(group, part))}>
                      show all {all.length.toLocaleString("en")}
                    </button>
                  )}
                </div>
              );
            })}
          </div>
        );
      })}
    </section>
  );
}
