import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type Citable, citationOf, publishedWords, publisherOf } from "./citation.ts";
import { Copy } from "./copy.tsx";
import { useKeys } from "./keys.ts";
import { Link } from "./link.tsx";
import { type Part, pieces } from "./piece.ts";
import { to } from "./route.ts";

export { type Part, pieces };

/**
 * The right margin: the words behind whatever is selected, always in the same place. At 1200 px and more it is a column; below, a drawer
 * or a sheet that `onClose` puts away. With `children` null it says what would stand here.
 */
export function Margin({
  children,
  hint,
  onClose,
}: {
  readonly children: ComponentChildren | null;
  readonly hint: string;
  readonly onClose: () => void;
}) {
  useKeys("The words", children === null ? [] : [{ key: "Escape", label: "put the words away", press: onClose }]);
  return (
    <aside class={children === null ? "margin margin-empty" : "margin"} aria-label="The words behind it">
      {children === null ? (
        <p class="quiet">{hint}</p>
      ) : (
        <>
          <button type="button" class="margin-close plain-button" onClick={onClose}>
            Close
          </button>
          {children}
        </>
      )}
    </aside>
  );
}

/** The exact words, with their parts marked. */
export const Words = ({ words, parts = [] }: { readonly words: string; readonly parts?: readonly Part[] }) => (
  <>
    {pieces(words, parts).map(({ text, roles }, at) =>
      roles.length === 0 ? (
        text
      ) : (
        // biome-ignore lint: pieces have no other name than their place
        <mark key={at} class={roles.map((role) => `part-${role}`).join(" ")}>
          {text}
        </mark>
      ),
    )}
  </>
);

/** How many units of a very long quotation are shown before "show all". */
const shownUnits = 1200;

/** The exact words of a row with publisher, day and place, a link into the text, and the citation to copy. */
export function Quotation({
  row,
  parts = [],
  at,
  captured = null,
}: {
  readonly row: Omit<Citable, "captured">;
  readonly parts?: readonly Part[];
  /** Id of what is to be selected in the reader: "r14.s3"; null shows the words themselves there. */
  readonly at: string | null;
  readonly captured?: string | null;
}) {
  const [isWhole, setWhole] = useState(false);
  const isCut = !isWhole && row.words.length > shownUnits;
  return (
    <figure class="quotation">
      <blockquote cite={row.url ?? undefined}>
        <Words words={isCut ? row.words.slice(0, shownUnits) : row.words} parts={parts} />
        {isCut && (
          <>
            {" … "}
            <button type="button" class="plain-button" onClick={() => setWhole(true)}>
              show all
            </button>
          </>
        )}
      </blockquote>
      <figcaption>
        <b>{publisherOf(row)}</b>, {publishedWords(row)}
        {row.title !== null && <span class="quotation-title">{row.title}</span>}
        <span class="quotation-tools">
          <Link
            to={to("document", {
              subject: row.document,
              ...(at === null ? { start: `${row.start}`, end: `${row.end}` } : { at }),
            })}
          >
            Read it in the report
          </Link>
          <Copy label="Copy citation" text={() => citationOf({ ...row, captured })} />
        </span>
      </figcaption>
    </figure>
  );
}
