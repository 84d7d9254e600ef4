import type { EventClass, Factuality, Realis } from "../../model/event.ts";
import type { MarkKind } from "../../model/mark.ts";
import { factualityWord, markWord, realisWord } from "./words.ts";

// The one visual grammar of the desk. Meaning is never by colour alone: every glyph has its words beside it or as its name.

const isNamedEvidence: ReadonlySet<MarkKind> = new Set([
  "document",
  "footage",
  "eyewitness",
  "named-expert",
  "on-record",
]);

const evidencePaths: Partial<Readonly<Record<MarkKind, string>>> = {
  document: "M4 2h5l3 3v9H4z M9 2v3h3",
  footage: "M2 4h8v8H2z M10 7l4-2v6l-4-2",
  eyewitness: "M1 8c3-5 11-5 14 0c-3 5-11 5-14 0z M8 6a2 2 0 1 0 .01 0",
  "named-expert": "M8 2a3 3 0 1 0 .01 0 M2 14c1-6 11-6 12 0",
  "on-record": "M8 2v7 M5 5h6 M4 14h8 M8 9v5",
};

/** A mark of evidence: a small icon of its kind where evidence is named, a dashed box where none is given or it is doubted. */
export const EvidenceMark = ({ kind }: { readonly kind: MarkKind }) => (
  <span class={isNamedEvidence.has(kind) ? "mark mark-named" : "mark mark-wanting"}>
    {evidencePaths[kind] && (
      <svg viewBox="0 0 16 16" class="glyph" aria-hidden="true">
        <path d={evidencePaths[kind]} />
      </svg>
    )}
    {markWord(kind)}
  </span>
);

/** The glyph of a claim: somebody's word. */
export const ClaimGlyph = ({ isDenial = false }: { readonly isDenial?: boolean }) => (
  <svg viewBox="0 0 16 16" class="glyph glyph-solid" aria-hidden="true">
    <path d="M3 4h4v4c0 3-1 4-3 5v-2c1-.5 1.500-1 1.500-2H3z M9 4h4v4c0 3-1 4-3 5v-2c1-.5 1.500-1 1.500-2H9z" />
    {isDenial && <path d="M1 14L15 3" class="glyph-strike" />}
  </svg>
);

/** The mark of an event: filled where it is said to have happened, half where it goes on, outlined with an arrow where it is to come. */
export function EventGlyph({
  realis,
  factuality,
  eventClass,
}: {
  readonly realis: Realis;
  readonly factuality: Factuality;
  readonly eventClass: EventClass;
}) {
  const isTold = realis === "happened" || realis === "ongoing";
  const isDenied = factuality.endsWith("-");
  const name = [
    eventClass === "verbal" ? "talk" : "deed",
    realisWord(realis),
    isDenied ? "denied" : factualityWord(factuality),
  ]
    .filter((part) => part !== null)
    .join(", ");
  return (
    <svg viewBox="0 0 16 16" class={`glyph ${isTold ? "glyph-filled" : "glyph-outlined"}`} role="img" aria-label={name}>
      <title>{name}</title>
      {eventClass === "verbal" ? (
        <rect x="3" y="4.500" width="10" height="7" rx="3" />
      ) : (
        <circle cx="7" cy="8" r="4.500" />
      )}
      {realis === "ongoing" && <path d="M7 3.500a4.500 4.500 0 0 1 0 9z" class="glyph-half" />}
      {!isTold && <path d="M11 8h4 M13 6l2 2l-2 2" class="glyph-arrow" />}
      {isDenied && <path d="M1 14L15 2" class="glyph-strike" />}
    </svg>
  );
}
