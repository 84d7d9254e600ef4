import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { OneDocument } from "../../../record/ask/document.ts";
import type { Forgotten } from "../../api/contract.ts";
import { useKeys } from "../keys.ts";
import { usePlace } from "../location.ts";
import { Margin } from "../margin.tsx";
import { one } from "../route.ts";
import { useWide } from "../wide.ts";
import { Card } from "./card.tsx";
import { shortened } from "./claim-card.tsx";
import { Forget } from "./forget.tsx";
import { countsOf, type Item, itemsAt, nextItem } from "./item.ts";
import { layers, layersOf, layersWith, layerWords } from "./layer.ts";
import { LayerBar } from "./layer-bar.tsx";
import { Masthead } from "./masthead.tsx";
import { Notes } from "./notes.tsx";
import { PrintedNotes } from "./printed-notes.tsx";
import { coversOf, readingOf, shownCovers } from "./reading.ts";
import { selectedIn, stretchIn } from "./say.ts";
import type { Cover } from "./segment.ts";
import { Standing } from "./standing.tsx";
import { drawnAround, drawnFrom, reachOf } from "./stretch.ts";
import { StretchText, Text } from "./text.tsx";

/** From this width on there is a margin beside the text; the frame's style sheet uses the same. */
const marginPx = 1200;
/** More notes than these in one column are not laid out; the text says all of them when it is clicked. */
const mostNotes = 1_000;

interface ReportProps {
  readonly document: OneDocument;
  readonly onForgotten: (forgotten: Forgotten) => void;
}

/** One report: its text with the layers over it, and the notes beside it. */
export function Report({ document, onForgotten }: ReportProps) {
  const { route, change } = usePlace();
  const { query } = route;
  const reading = useMemo(() => readingOf(document), [document]);
  const { items, itemById, starts, parts, text, title } = reading;
  const counts = useMemo(() => countsOf(items), [items]);
  const on = layersOf(query);
  const isWide = useWide(marginPx);
  const article = useRef<HTMLElement>(null);
  const [pointed, setPointed] = useState<string | null>(null);

  const at = selectedIn(one(query, "at"));
  const selected = at !== null && at.revision === document.revision ? (itemById.get(at.id) ?? null) : null;
  const found = stretchIn(one(query, "start"), one(query, "end"), text.length);
  const [foundStart, foundEnd] = [found?.start ?? null, found?.end ?? null];
  const goal = selected?.start ?? foundStart;

  // What is drawn, and which furniture is open: both follow what is selected, and both can be widened by hand.
  const [drawn, setDrawn] = useState(() => drawnAround(parts, goal, starts));
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const isInDrawn = (offset: number): boolean =>
    parts.slice(drawn.from, drawn.until).some((part) => reachOf(part).start <= offset && offset < reachOf(part).end);
  useEffect(() => {
    if (goal === null) return;
    if (!isInDrawn(goal) && !(title && title.start <= goal && goal < title.end))
      setDrawn(drawnAround(parts, goal, starts));
    const part = parts.findIndex(
      (held) => held.kind === "furniture" && reachOf(held).start <= goal && goal < reachOf(held).end,
    );
    if (part !== -1 && !open.has(part)) setOpen(new Set([...open, part]));
  }, [goal, reading]);

  const shown = useMemo((): readonly Cover[] => {
    const lit = [selected, pointed === null ? null : (itemById.get(pointed) ?? null)].filter((item) => item !== null);
    const hit =
      foundStart === null || foundEnd === null ? [] : [{ start: foundStart, end: foundEnd, look: "found", id: null }];
    return [...[...new Set(lit)].flatMap((item) => shownCovers(reading, item)), ...hit];
  }, [reading, selected, pointed, foundStart, foundEnd]);
  const titleCovers = useMemo(
    () =>
      title === null
        ? []
        : items.filter(({ layer, start }) => on.includes(layer) && start < title.end).flatMap(coversOf),
    [items, title, on.join()],
  );

  // Scrolled into view when it is chosen elsewhere than in the text; what is seen anyway stays where it is.
  const brought = useRef<string | null>(null);
  useEffect(() => {
    const wanted = goal === null ? null : `${goal} ${selected?.id} ${isWide}`;
    if (wanted === null) brought.current = null;
    // Once each: more of the text, or its furniture, may be opened far from what is selected.
    if (wanted === null || brought.current === wanted) return;
    const bring = (): void => {
      const piece = article.current?.querySelector<HTMLElement>(`[data-start="${goal}"]`);
      const box = piece?.getClientRects()[0];
      if (box) brought.current = wanted;
      if (!box || (box.top > 72 && box.bottom < window.innerHeight * (isWide ? 0.85 : 0.45))) return;
      piece!.scrollIntoView({ block: isWide ? "center" : "start" });
    };
    bring();
    // The fonts come after the text, and move it.
    if (window.document.fonts.status === "loading") void window.document.fonts.ready.then(bring);
  }, [goal, selected, drawn, open, isWide]);

  const select = (id: string | null): void =>
    change({ at: id === null ? null : `${document.revision}.${id}`, start: null, end: null }, { replace: true });
  const step = (by: 1 | -1, isMeant: (item: Item) => boolean): void => {
    const next = nextItem(items, selected?.id ?? null, by, isMeant);
    if (next) select(next.id);
  };
  const isClaim = ({ layer }: Item): boolean => layer === "claims";
  const isOn = ({ layer }: Item): boolean => on.includes(layer);
  const folded = parts.flatMap((part, at) => (part.kind === "furniture" ? [at] : []));
  useKeys("Report", [
    { key: "j", label: "next claim", press: () => step(1, isClaim) },
    { key: "k", label: "claim before", press: () => step(-1, isClaim) },
    { key: "n", label: "next mark in the text", press: () => step(1, isOn) },
    { key: "p", label: "mark before", press: () => step(-1, isOn) },
    ...layers.map((layer, number) => ({
      key: String(number + 1),
      label: `${layerWords[layer].toLowerCase()} on or off`,
      press: () => change({ layers: layersWith(on, layer) }, { replace: true }),
    })),
    { key: "f", label: "page furniture", press: () => setOpen(open.size === 0 ? new Set(folded) : new Set()) },
    ...(isWide && selected ? [{ key: "Escape", label: "close the note", press: () => select(null) }] : []),
  ]);

  const pick = (event: MouseEvent): void => {
    // Somebody who marks words wants to copy them.
    if (!window.getSelection()?.isCollapsed || !(event.target instanceof Element)) return;
    const start = event.target.closest<HTMLElement>("[data-start]")?.dataset.start;
    if (start === undefined) return;
    const here = itemsAt(items, on, Number(start));
    // A second click on the same words goes to what lies around.
    const next = here[(here.findIndex(({ id }) => id === selected?.id) + 1) % here.length];
    if (next) select(next.id);
  };
  const hover = (event: PointerEvent): void => {
    if (event.pointerType !== "mouse" || !(event.target instanceof Element)) return;
    setPointed(event.target.closest<HTMLElement>("[data-top]")?.dataset.top ?? null);
  };
  const more = (side: "before" | "after"): void => {
    const wider = drawnFrom(
      parts,
      side === "after" ? drawn.until : Math.max(0, drawn.from - (drawn.until - drawn.from)),
      starts,
    );
    setDrawn({ from: Math.min(drawn.from, wider.from), until: Math.max(drawn.until, wider.until) });
  };

  const noted = useMemo(() => {
    const from = Math.min(title?.start ?? Infinity, parts[drawn.from] ? reachOf(parts[drawn.from]!).start : 0);
    const until = parts[drawn.until - 1] ? reachOf(parts[drawn.until - 1]!).end : (title?.end ?? 0);
    const claims = on.includes("claims")
      ? items.filter((item) => isClaim(item) && from <= item.start && item.start < until)
      : [];
    const some = claims.slice(0, mostNotes);
    return selected === null || some.includes(selected) ? some : [...some, selected];
  }, [items, drawn, selected, on.join()]);

  const heading = title && (
    <StretchText
      reading={reading}
      stretch={useMemo(
        () => ({ block: title, start: title.start, end: title.end, isFirst: true, isLast: true }),
        [title],
      )}
      covers={[...titleCovers, ...shown.filter((cover) => cover.start < title.end && cover.end > title.start)]}
    />
  );
  return (
    <div class={isWide ? "reader reader-wide" : "reader"}>
      <article
        ref={article}
        class={selected || pointed ? "report report-lit" : "report"}
        lang={document.annotation.lang ?? undefined}
        onClick={pick}
        onPointerOver={hover}
        onPointerLeave={() => setPointed(null)}
      >
        <Masthead reading={reading} title={heading} />
        <Standing reading={reading} />
        {items.length > 0 && <LayerBar on={on} counts={counts} />}
        <Text
          reading={reading}
          on={on}
          drawn={drawn}
          shown={shown}
          open={open}
          toggle={(part) =>
            setOpen(open.has(part) ? new Set([...open].filter((held) => held !== part)) : new Set([...open, part]))
          }
          more={more}
        />
        <p class="visually-hidden" role="status">
          {selected && `${layerWords[selected.layer]}: ${shortened(text.slice(selected.start, selected.end))}`}
        </p>
        <Forget document={document.document} done={onForgotten} />
      </article>
      {isWide ? (
        <Notes
          reading={reading}
          items={noted}
          selected={selected?.id ?? null}
          pointed={pointed}
          article={article}
          point={setPointed}
          select={select}
        />
      ) : (
        <Margin hint="" onClose={() => select(null)}>
          {selected ? <Card key={selected.id} reading={reading} item={selected} /> : null}
        </Margin>
      )}
      <PrintedNotes reading={reading} items={noted} />
    </div>
  );
}
