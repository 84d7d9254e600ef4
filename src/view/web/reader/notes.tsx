import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { ClaimGlyph, EvidenceMark } from "../glyph.tsx";
import { isDenial, kindWord } from "../words.ts";
import { Card } from "./card.tsx";
import { speakerWords } from "./claim-card.tsx";
import type { Item } from "./item.ts";
import { placed } from "./placed.ts";
import { named, type Reading } from "./reading.ts";

interface NotesProps {
  readonly reading: Reading;
  /** Claims of what is drawn, and the selected item, whatever it is. */
  readonly items: readonly Item[];
  readonly selected: string | null;
  readonly pointed: string | null;
  readonly article: RefObject<HTMLElement | null>;
  readonly point: (id: string | null) => void;
  readonly select: (id: string | null) => void;
}

/** Marginalia: a short note beside the first line of every claim; the selected one is a card. */
export function Notes({ reading, items, selected, pointed, article, point, select }: NotesProps) {
  const column = useRef<HTMLDivElement>(null);
  const lay = (): void => {
    const beside = column.current;
    const text = article.current;
    if (!beside || !text) return;
    const top = beside.getBoundingClientRect().top;
    const lines = new Map<string, number>();
    for (const piece of text.querySelectorAll<HTMLElement>("[data-start]")) {
      lines.set(piece.dataset.start!, (piece.getClientRects()[0]?.top ?? top) - top);
    }
    const notes = [...beside.querySelectorAll<HTMLElement>("[data-note]")].flatMap((element) => {
      const line = lines.get(element.dataset.line!);
      // Words inside of folded furniture are not drawn, and so their note is not.
      element.hidden = line === undefined;
      return line === undefined
        ? []
        : [{ element, want: line, height: element.offsetHeight, id: element.dataset.note }];
    });
    notes.sort((a, b) => a.want - b.want);
    const pinned = notes.findIndex(({ id }) => id === selected);
    const tops = placed(notes, pinned === -1 ? null : pinned);
    tops.forEach((at, note) => {
      notes[note]!.element.style.top = `${Math.round(at)}px`;
    });
    const last = notes.at(-1);
    beside.style.minHeight = last ? `${Math.ceil(tops.at(-1)! + last.height)}px` : "";
  };
  const latest = useRef(lay);
  latest.current = lay;
  useLayoutEffect(lay);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => latest.current());
    if (article.current) watch.observe(article.current);
    // A card grows when something in it is opened; the column itself is as high as this makes it.
    column.current?.addEventListener("toggle", () => latest.current(), { capture: true });
    return () => watch.disconnect();
  }, []);
  return (
    <aside class="notes no-print" aria-label="Notes in the margin" ref={column}>
      {items.length === 0 && <p class="quiet notes-hint">Nothing was read in this report that could be noted here.</p>}
      {items.map((item) => {
        const { id } = item;
        const claim = reading.claims.get(id);
        const isPointed = id === pointed ? " note-pointed" : "";
        if (id === selected || !claim) {
          return (
            <div key={id} class="note note-card" data-note={id} data-line={item.start}>
              <button type="button" class="plain-button note-close" onClick={() => select(null)}>
                Close
              </button>
              <Card reading={reading} item={item} />
            </div>
          );
        }
        return (
          <button
            key={id}
            type="button"
            class={`note note-short${isPointed}`}
            data-note={id}
            data-line={item.start}
            onClick={() => select(id)}
            onPointerEnter={() => point(id)}
            onPointerLeave={() => point(null)}
            onFocus={() => point(id)}
            onBlur={() => point(null)}
          >
            <ClaimGlyph isDenial={isDenial(claim)} />
            <span>
              <b>{speakerWords(reading, claim)}</b> {kindWord(claim.kind)}
              {claim.polarity === "-" && " (negated)"}
              {named(reading.marks, claim.marks).map((mark) => (
                <span key={mark.id}>
                  {" "}
                  <EvidenceMark kind={mark.kind} />
                </span>
              ))}
            </span>
          </button>
        );
      })}
    </aside>
  );
}
