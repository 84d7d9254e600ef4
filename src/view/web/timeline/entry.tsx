import type { AttributionKind } from "../../../model/attribution.ts";
import { type EventType, eventTypes } from "../../../model/event.ts";
import type { ActorRef } from "../../../record/ask/party.ts";
import type { TimelineRow } from "../../../record/ask/timeline.ts";
import { isPublic } from "../actor-word.ts";
import { publisherOf } from "../citation.ts";
import { ClaimGlyph, EventGlyph } from "../glyph.tsx";
import { SelectLink } from "../ledger/select-link.tsx";
import { kindWord } from "../words.ts";

const isEventType = (type: string): type is EventType => Object.hasOwn(eventTypes, type);

/** Names of those who may be named; null where there are none. */
const namesOf = (actors: readonly ActorRef[]): string | null => {
  const names = actors.filter((actor) => isPublic(actor) || !actor.named).map(({ name }) => name);
  return names.length === 0 ? null : names.join(", ");
};

/** Mark of an entry in the desk's grammar: a deed or plan, or somebody's word. */
export function EntryGlyph({ row }: { readonly row: Pick<TimelineRow, "part" | "type" | "realis" | "factuality"> }) {
  if (row.realis === null || row.factuality === null) return <ClaimGlyph isDenial={row.type === "deny"} />;
  const eventClass = row.type !== null && isEventType(row.type) ? eventTypes[row.type].class : "material";
  return <EventGlyph realis={row.realis} factuality={row.factuality} eventClass={eventClass} />;
}

/** What an entry is about, in one line: who does what to whom, or who says it. */
export function EntryHead({ row }: { readonly row: TimelineRow }) {
  const [who, whom] = [namesOf(row.who), namesOf(row.whom)];
  if (row.part === "said") {
    return (
      <>
        <bdi>{who ?? row.saidBy ?? "unnamed"}</bdi>{" "}
        <span class="entry-act">{row.type === null ? "says" : kindWord(row.type as AttributionKind)}</span>
      </>
    );
  }
  return (
    <>
      {who !== null && (
        <>
          <bdi>{who}</bdi>:{" "}
        </>
      )}
      <q class="entry-trigger">{row.what ?? "…"}</q>
      {whom !== null && (
        <>
          {" → "}
          <bdi>{whom}</bdi>
        </>
      )}
    </>
  );
}

interface EntryProps {
  readonly row: TimelineRow;
  /** Does the entry before it stand in the same words? Then they are not told again. */
  readonly isSameWords: boolean;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
}

/** One entry of a day. */
export function Entry({ row, isSameWords, isSelected, onSelect, onOpen }: EntryProps) {
  const words = row.part === "said" ? row.what : row.words;
  return (
    <li class={isSelected ? "entry entry-selected" : "entry"} data-entry={row.id}>
      <EntryGlyph row={row} />
      <div>
        <SelectLink class="entry-open" at={row.id} isSelected={isSelected} onSelect={onSelect} onOpen={onOpen}>
          <EntryHead row={row} />
        </SelectLink>
        {words !== null && !isSameWords && (
          <p class="entry-words">
            <bdi>{words}</bdi>
          </p>
        )}
        <p class="entry-from">
          {isSameWords && "same words; "}
          {row.part !== "said" && row.saidBy !== null && (
            <>
              told by <bdi>{row.saidBy}</bdi>,{" "}
            </>
          )}
          <bdi>{publisherOf(row)}</bdi>
        </p>
      </div>
    </li>
  );
}
