import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { CountRow } from "../../api/contract.ts";
import { Days, OneMore } from "../filter-field.tsx";
import { usePlace } from "../location.ts";
import { all, toggled } from "../route.ts";
import { parts, partWord } from "./part.ts";

interface FilterProps {
  readonly counts: readonly CountRow[];
  /** Are parts of a day to be chosen? */
  readonly withParts?: boolean;
  readonly children?: ComponentChildren;
}

/** Filters of the timeline and the map: who, printed by whom, from when until when, which parts of a day. */
export function TimelineFilters({ counts, withParts = true, children }: FilterProps) {
  const { route, change } = usePlace();
  const { query } = route;
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const speakers = counts.filter(({ by }) => by === "speaker").slice(0, 60);
  const publishers = counts.filter(({ by }) => by === "publisher");
  const set = (values: Readonly<Record<string, string | readonly string[] | null>>): void =>
    change({ ...values, day: null });
  const addActor = (name: string): void => {
    const value = name.trim();
    setTyped("");
    if (value !== "" && !all(query, "actor").includes(value)) set({ actor: [...all(query, "actor"), value] });
  };
  // A name that was picked from the list is complete; one that is typed ends with Enter.
  const isListed = speakers.some(({ value }) => value === typed);
  const wasPicked = useRef(false);
  useEffect(() => {
    if (isListed && wasPicked.current) addActor(typed);
  }, [typed]);
  return (
    <form
      class="timeline-filters no-print"
      onSubmit={(event) => {
        event.preventDefault();
        addActor(typed);
      }}
    >
      <label>
        Actor, any spelling
        <input
          ref={field}
          type="search"
          list="timeline-actors"
          value={typed}
          placeholder="a name"
          onInput={(event) => {
            // Browsers tell a choice from the list by the kind of input, or by none at all.
            const { inputType } = event as InputEvent;
            wasPicked.current = inputType === undefined || inputType === "insertReplacementText";
            setTyped(event.currentTarget.value);
          }}
        />
        <datalist id="timeline-actors">
          {speakers.map(({ value }) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      </label>
      <OneMore
        label="Publisher"
        chosen={all(query, "publisher")}
        values={publishers.map(({ value }) => value)}
        onAdd={(value) => set({ publisher: all(toggled(query, "publisher", value), "publisher") })}
      />
      <Days query={query} onChange={set} />
      {withParts && (
        <fieldset>
          <legend>Show only</legend>
          {parts.map((part) => (
            <button
              key={part}
              type="button"
              class="part-toggle"
              aria-pressed={all(query, "part").includes(part)}
              onClick={() => set({ part: all(toggled(query, "part", part), "part") })}
            >
              {partWord(part)}
            </button>
          ))}
        </fieldset>
      )}
      {children}
    </form>
  );
}
