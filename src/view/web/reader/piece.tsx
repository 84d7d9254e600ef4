import type { Reading } from "./reading.ts";
import type { Segment } from "./segment.ts";

interface PiecesProps {
  readonly reading: Pick<Reading, "text" | "noteNumbers">;
  readonly segments: readonly Segment[];
}

/** Text cut into segments: each text node is a slice of the report's text, and nothing else is text. */
export const Pieces = ({ reading: { text, noteNumbers }, segments }: PiecesProps) => (
  <>
    {segments.map(({ start, end, looks, top }) =>
      looks.length === 0 ? (
        text.slice(start, end)
      ) : (
        <span
          key={start}
          class={`seg ${looks.map((look) => `seg-${look}`).join(" ")}`}
          data-start={start}
          data-top={top ?? undefined}
          data-note-number={noteNumbers.get(start)}
        >
          {text.slice(start, end)}
        </span>
      ),
    )}
  </>
);
