import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  windowScroll,
} from "@tanstack/virtual-core";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { printedWords } from "./printed-words.ts";

/** What the owner of a long list can have it do. */
export interface LongListHandle {
  /** Brings an item into view; with `focus`, what can be focused in it is then focused. */
  readonly show: (
    at: number,
    options?: { readonly align?: "auto" | "center" | "start"; readonly focus?: boolean },
  ) => void;
  /** The first item of which some is seen; null where none is. */
  readonly first: () => number | null;
}

interface LongListProps {
  /** Name of the list for screen readers. */
  readonly label: string;
  /** What its items are ("claims"), where each is one of them: told on paper, if not all of them are on it. */
  readonly what?: string | null;
  readonly class?: string;
  /** How many items there are, and whether that is all of them. */
  readonly count: number;
  readonly isExact?: boolean;
  /** Height of an item that was never drawn, in px. Items may have any height: each is measured once it is drawn. */
  readonly estimate: (at: number) => number;
  /** What names an item however many stand before it; default: its place. Another function has all items laid out again, so keep it. */
  readonly keyOf?: (at: number) => string | number;
  readonly item: (at: number) => ComponentChildren;
  /** An item that is never taken out while the list is shown: the selected one. The focused one is kept too. */
  readonly kept?: number | null;
  /** Told when other items are drawn; both included. */
  readonly onSeen?: (first: number, last: number) => void;
  /** Px at the bottom of the window that something covers. */
  readonly covered?: number;
  /** Px at its top. */
  readonly coveredTop?: number;
  /** Is there something to print at this place? Default: yes. */
  readonly isThere?: (at: number) => boolean;
  readonly handle?: { current: LongListHandle | null };
}

/** So many items go on paper; nobody prints a hundred thousand. */
const mostPrinted = 2000;

// Not made anew at every drawing: another function would have all items measured again.
const byPlace = (at: number): number => at;

const focusable = "a[href], button:not([disabled])";

/**
 * A list of any length that scrolls with the window: only the items near the window are in the page, so that 200,000 rows cost what 30 do.
 * The item with the focus stays in the page when it is scrolled away. On paper, all loaded items stand one after another.
 */
export function LongList({
  label,
  what = null,
  class: name = "",
  count,
  isExact = true,
  estimate,
  keyOf = byPlace,
  item,
  kept = null,
  onSeen,
  covered = 0,
  coveredTop = 0,
  isThere = () => true,
  handle,
}: LongListProps) {
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<number | null>(null);
  const toFocus = useRef<number | null>(null);
  const [margin, setMargin] = useState(0);
  const [isPrinting, setPrinting] = useState(false);
  const [, redraw] = useState(0);
  const held = useRef<Virtualizer<Window, HTMLElement> | null>(null);
  const options = {
    count,
    estimateSize: estimate,
    getItemKey: keyOf,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    scrollMargin: margin,
    scrollPaddingStart: 16 + coveredTop,
    scrollPaddingEnd: 16 + covered,
    initialOffset: () => window.scrollY,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    overscan: 6,
    rangeExtractor: (range: Range) => {
      const drawn = new Set(defaultRangeExtractor(range));
      for (const one of [kept, focused.current]) if (one !== null && one < range.count) drawn.add(one);
      return [...drawn].sort((a, b) => a - b);
    },
    onChange: () => redraw((turn) => turn + 1),
  };
  held.current ??= new Virtualizer<Window, HTMLElement>(options);
  const virtual = held.current;
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), []);
  useLayoutEffect(() => virtual._willUpdate());
  useLayoutEffect(() => {
    const top = Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    if (Math.abs(top - margin) > 1) setMargin(top);
  });
  useEffect(() => {
    const [before, after] = [() => setPrinting(true), () => setPrinting(false)];
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  const items = virtual.getVirtualItems();
  const [seenFirst, seenLast] = [virtual.range?.startIndex ?? 0, virtual.range?.endIndex ?? 0];
  useEffect(() => {
    if (count > 0) onSeen?.(seenFirst, Math.min(count - 1, seenLast + 10));
  }, [seenFirst, seenLast, count, onSeen]);
  useLayoutEffect(() => {
    const at = toFocus.current;
    const target = at === null ? null : list.current?.querySelector<HTMLElement>(`:scope > [data-index="${at}"]`);
    if (!target) return;
    toFocus.current = null;
    target.querySelector<HTMLElement>(focusable)?.focus({ preventScroll: true });
  });
  if (handle) {
    handle.current = {
      show: (at, { align = "auto", focus = false } = {}) => {
        if (focus) toFocus.current = at;
        virtual.scrollToIndex(at, { align });
        redraw((turn) => turn + 1);
      },
      first: () => items.find(({ end }) => end > window.scrollY + 8 + coveredTop)?.index ?? null,
    };
  }
  const size = isExact ? count : -1;
  if (isPrinting) {
    const printed: number[] = [];
    for (let at = 0; at < count && printed.length < mostPrinted; at++) if (isThere(at)) printed.push(at);
    const told = printedWords(printed, { count, isExact, what });
    return (
      <>
        {told !== null && <p class="paper-count">{told}</p>}
        <ol class={name} aria-label={label}>
          {printed.map((at) => (
            <li key={keyOf(at)}>{item(at)}</li>
          ))}
        </ol>
      </>
    );
  }
  return (
    // The role says again what a list without bullets loses in Safari.
    <ol
      ref={list}
      // oxlint-disable-next-line no-redundant-roles
      role="list"
      class={`long-list ${name}`}
      aria-label={label}
      style={{ height: `${virtual.getTotalSize()}px` }}
      onFocusIn={(event) => {
        const row = (event.target as Element).closest<HTMLElement>("[data-index]");
        focused.current = row ? Number(row.dataset["index"]) : null;
      }}
      onFocusOut={() => {
        focused.current = null;
      }}
    >
      {items.map(({ key, index, start }) => (
        <li
          key={key}
          data-index={index}
          ref={virtual.measureElement}
          aria-setsize={size}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start - margin}px)` }}
        >
          {item(index)}
        </li>
      ))}
    </ol>
  );
}
