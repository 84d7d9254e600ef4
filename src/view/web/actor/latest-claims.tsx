import type { ClaimRow } from "../../../record/ask/claims.ts";
import type { AnswerOf } from "../../api/contract.ts";
import type { Asked } from "../asking.ts";
import { publishedWords, publisherOf } from "../citation.ts";
import { ClaimGlyph, EvidenceMark } from "../glyph.tsx";
import { Failed, Loading } from "../state.tsx";
import { isDenial, kindWord } from "../words.ts";

/** The last claims of somebody; each is a button that puts its words into the margin. */
export function LatestClaims({
  asked,
  selected,
  onSelect,
}: {
  readonly asked: Asked<AnswerOf<"claims">>;
  /** Public id of the selected claim. */
  readonly selected: string | null;
  readonly onSelect: (claim: string) => void;
}) {
  if (asked.problem) return <Failed problem={asked.problem} again={asked.again} />;
  if (asked.value === null) return <Loading what="the latest claims" />;
  if (asked.value.rows.length === 0) return <p class="quiet">No claim of this actor is in the case.</p>;
  return (
    <ol class="claim-lines">
      {asked.value.rows.map((row) => (
        <li key={row.claim}>
          <button
            type="button"
            class="claim-line claim-button"
            aria-pressed={row.claim === selected}
            onClick={() => onSelect(row.claim)}
          >
            <ClaimGlyph isDenial={isDenial(row)} />
            <ClaimText row={row} />
          </button>
        </li>
      ))}
    </ol>
  );
}

const ClaimText = ({ row }: { readonly row: ClaimRow }) => (
  <span>
    <span class="claim-line-source">{row.source ?? "…"}</span> <span class="claim-line-who">{kindWord(row.kind)}</span>{" "}
    {row.content !== null && <q>{row.content}</q>}
    <span class="quiet claim-line-where">
      {publisherOf(row)}, {publishedWords(row)}{" "}
      {row.marks.map((mark) => (
        <EvidenceMark key={`${mark.kind}${mark.start}`} kind={mark.kind} />
      ))}
    </span>
  </span>
);
