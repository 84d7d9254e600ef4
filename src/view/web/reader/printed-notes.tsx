import { kindWord, markWord, stanceWord } from "../words.ts";
import { shortened, speakerWords } from "./claim-card.tsx";
import type { Item } from "./item.ts";
import { named, type Reading, wordsOf } from "./reading.ts";

/** The claims of what is drawn, numbered, for paper; on a screen they stand in the margin. */
export function PrintedNotes({ reading, items }: { readonly reading: Reading; readonly items: readonly Item[] }) {
  const claims = reading.items.filter(({ layer }) => layer === "claims");
  const numbers = new Map(claims.map(({ id }, at) => [id, at + 1]));
  return (
    <section class="printed-notes">
      <h2>Who says so</h2>
      <ol>
        {items.map(({ id }) => {
          const claim = reading.claims.get(id);
          if (!claim) return null;
          const marks = named(reading.marks, claim.marks).map(({ kind }) => markWord(kind));
          return (
            <li key={id} value={numbers.get(id)}>
              {speakerWords(reading, claim)} {kindWord(claim.kind)} ({[stanceWord(claim.stance), ...marks].join(", ")}):{" "}
              {shortened(wordsOf(reading, claim.content) ?? wordsOf(reading, claim.cue) ?? "", 200)} ·{" "}
              {reading.document.revision}.{id}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
