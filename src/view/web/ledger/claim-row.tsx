import type { ClaimRow } from "../../../record/ask/claims.ts";
import { publisherOf } from "../citation.ts";
import { ClaimGlyph, EvidenceMark } from "../glyph.tsx";
import { isDenial } from "../words.ts";
import { actWords, sayingDay, speakerWords } from "./claim-words.ts";
import { SelectLink } from "./select-link.tsx";

interface ClaimLineProps {
  readonly row: ClaimRow;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
}

/** The day of saying; "printed" before it where the text tells no other. */
export function SayingDay({ row }: { readonly row: ClaimRow }) {
  const day = sayingDay(row);
  if (day === null) return <span class="claim-day claim-day-none">no day</span>;
  if (day.how === "printed") {
    return (
      <span class="claim-day claim-day-printed">
        <span>printed</span> {day.words}
      </span>
    );
  }
  return <span class={`claim-day claim-day-${day.how}`}>{day.words}</span>;
}

/** One claim of the ledger: when, who, what is done by saying it, the words, on what evidence, through whom, printed where. */
export function ClaimLine({ row, isSelected, onSelect, onOpen }: ClaimLineProps) {
  return (
    <article class={isSelected ? "claim claim-selected" : "claim"}>
      <SayingDay row={row} />
      <SelectLink class="claim-open" at={row.claim} isSelected={isSelected} onSelect={onSelect} onOpen={onOpen}>
        <bdi class={row.source === null && row.speakers.length === 0 ? "claim-who claim-unnamed" : "claim-who"}>
          {speakerWords(row)}
        </bdi>{" "}
        <span class="claim-act">
          <ClaimGlyph isDenial={isDenial(row)} /> {actWords(row)}
        </span>
      </SelectLink>
      {row.content !== null && (
        <p class="claim-content">
          <bdi>{row.content}</bdi>
        </p>
      )}
      <p class="claim-from">
        {row.marks.map((mark) => (
          <EvidenceMark key={`${mark.kind}${mark.start}`} kind={mark.kind} />
        ))}
        {row.via !== null && (
          <span>
            via <bdi>{row.via.text}</bdi>
          </span>
        )}
        <span class="claim-publisher">
          <bdi>{publisherOf(row)}</bdi>
        </span>
      </p>
    </article>
  );
}
