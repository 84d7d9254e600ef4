import { useEffect, useState } from "preact/hooks";
import { useAnswer } from "../asking.ts";
import { dayWords } from "../day.ts";
import { usePlace } from "../location.ts";
import { all, one, type Query } from "../route.ts";
import { Chip } from "./chip.tsx";

/** So many publishers can be chosen from. */
const shownPublishers = 50;

/** What is looked for: words, publisher, days of publication. */
export function SearchForm() {
  const { route, change } = usePlace();
  const query = route.query;
  const words = one(query, "words") ?? "";
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  const publishers = useAnswer("counts", { by: "publisher", limit: shownPublishers });
  const names = (publishers.value?.rows ?? []).map((row) => row.value).sort((a, b) => a.localeCompare(b, "en"));
  const chosen = one(query, "publisher");
  return (
    <form
      role="search"
      aria-label="Words of the reports"
      class="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        change({ words: typed.trim() });
      }}
    >
      <div class="search-words">
        <input
          type="search"
          aria-label="Words to look for"
          aria-describedby="query-forms"
          placeholder="Words to look for"
          maxLength={1000}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            // The cross in the field empties it: that is the list of all reports.
            if (event.currentTarget.value === "" && words !== "") change({ words: null });
          }}
        />
        <button class="button">Search</button>
      </div>
      <p id="query-forms" class="quiet">
        <b>"words in quotes"</b> stand together · <b>-word</b> excludes · <b>A OR B</b> takes either · <b>begin*</b>{" "}
        takes any ending · other spellings of names are found too
      </p>
      <div class="filters">
        <label>
          Publisher
          <select value={chosen ?? ""} onChange={(event) => change({ publisher: event.currentTarget.value })}>
            <option value="">any</option>
            {chosen !== null && !names.includes(chosen) && <option value={chosen}>{chosen}</option>}
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Published from
          <input
            type="date"
            value={one(query, "from") ?? ""}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
        </label>
        <label>
          to
          <input
            type="date"
            value={one(query, "to") ?? ""}
            onChange={(event) => change({ to: event.currentTarget.value })}
          />
        </label>
        <SetFilters query={query} onChange={change} />
      </div>
    </form>
  );
}

const chips: Readonly<Record<string, (value: string) => string>> = {
  document: (value) => `Report ${value}`,
  lang: (value) => `Language “${value}”`,
  notLang: (value) => `Not in “${value}”`,
  dated: (value) => (value === "no" ? "Without a day" : "With a day"),
  recordedAfter: (value) => `Added after ${dayWords(value)}`,
  asOf: (value) => `As published by ${dayWords(value)}`,
  recordedBy: (value) => `As recorded by ${dayWords(value)}`,
};

/** The filters that have no field of their own; each can be taken away. */
const SetFilters = ({
  query,
  onChange,
}: {
  readonly query: Query;
  readonly onChange: (values: Readonly<Record<string, readonly string[]>>) => void;
}) => (
  <>
    {Object.entries(chips).flatMap(([name, label]) =>
      all(query, name).map((value) => (
        <Chip
          key={`${name} ${value}`}
          label={label(value)}
          onRemove={() => onChange({ [name]: all(query, name).filter((held) => held !== value) })}
        />
      )),
    )}
  </>
);
