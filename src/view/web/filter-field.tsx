import { harmless } from "./harmless.ts";
import { one, type Query } from "./route.ts";

interface OneMoreProps {
  readonly label: string;
  /** Values that are chosen already; each stands as a chip elsewhere. */
  readonly chosen: readonly string[];
  readonly values: readonly string[];
  readonly onAdd: (value: string) => void;
}

/** A filter of several values, of which one more is chosen at a time. */
export const OneMore = ({ label, chosen, values, onAdd }: OneMoreProps) => (
  <label>
    {label}
    <select
      value=""
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (value !== "") onAdd(value);
      }}
    >
      <option value="">{chosen.length > 0 ? "one more …" : "all"}</option>
      {values
        .filter((value) => !chosen.includes(value))
        .map((value) => (
          <option key={value} value={value}>
            {harmless(value)}
          </option>
        ))}
    </select>
  </label>
);

interface DaysProps {
  readonly query: Query;
  readonly onChange: (change: Readonly<Record<string, string>>) => void;
}

/** First and last day, by the names that every question has for them. */
export const Days = ({ query, onChange }: DaysProps) => (
  <>
    {(
      [
        ["from", "from"],
        ["to", "until"],
      ] as const
    ).map(([name, words]) => (
      <label key={name}>
        {words}
        <input
          type="date"
          value={one(query, name) ?? ""}
          onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      </label>
    ))}
  </>
);
