import { useMemo, useState } from "preact/hooks";
import { useAnswer } from "../asking.ts";
import { Facet } from "../facet.tsx";
import { otherNames } from "./other-name.ts";
import { useStill } from "./still.ts";

interface SpeakerFacetProps {
  readonly counts: readonly { readonly value: string; readonly count: number }[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

const shownFirst = 12;

/** Who speaks: the commonest, each with its other names, and a field that finds the rest by any spelling. */
export function SpeakerFacet({ counts, chosen, onToggle }: SpeakerFacetProps) {
  const [typed, setTyped] = useState("");
  const name = useStill(typed.trim());
  const top = counts.slice(0, shownFirst).map(({ value }) => value);
  const known = useAnswer("actors", top.length === 0 ? null : { name: top, limit: 2 * shownFirst });
  const found = useAnswer("actors", name === "" ? null : { name, limit: 5 });
  const notes = useMemo(() => {
    const noted = new Map<string, string>();
    // The name that counts give may be another of the row's names than the one that actors are listed under.
    for (const row of [...(found.value?.rows ?? []), ...(known.value?.rows ?? [])]) {
      const note = otherNames(row);
      for (const { form } of row.names) noted.set(form, note);
      noted.set(row.name, note);
    }
    return noted;
  }, [known.value, found.value]);
  const part = name.toLowerCase();
  const isFound = new Set(name === "" ? [] : (found.value?.rows ?? []).map((row) => row.name));
  const listed = counts.filter(({ value }) => part === "" || isFound.has(value) || value.toLowerCase().includes(part));
  return (
    <Facet
      title="Speaker"
      shown={shownFirst}
      chosen={chosen}
      onToggle={onToggle}
      options={listed.map(({ value, count }) => ({ value, label: value, note: notes.get(value) ?? null, count }))}
    >
      <input
        type="search"
        class="facet-find"
        aria-label="Find a speaker by any spelling of the name"
        placeholder="A name, any spelling"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setTyped("");
          const value = typed.trim();
          if (event.key !== "Enter" || value === "") return;
          setTyped("");
          if (!chosen.includes(value)) onToggle(value);
        }}
      />
      {name !== "" && listed.length === 0 && !found.isLoading && (
        <p class="quiet">Nobody in these claims is called “{name}”. Press Enter to filter by it all the same.</p>
      )}
    </Facet>
  );
}
