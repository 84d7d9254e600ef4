import { useEffect, useRef } from "preact/hooks";
import { useKeys } from "../keys.ts";
import { useWide } from "../wide.ts";

interface Walk {
  /** Heading of the keys in their sheet. */
  readonly title: string;
  readonly at: string | null;
  readonly onSelect: (at: string) => void;
  /** Enter: goes to where the selected words stand; null while nothing is selected. */
  readonly onRead: (() => void) | null;
}

/** Everything on the page that can be selected now, in its order: what carries `data-at` and is drawn. */
const steps = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>("#page [data-at]")].filter((one) => one.getClientRects().length > 0);

const atOf = (element: Element): string => element.getAttribute("data-at") ?? "";

/** So long a thing that a link names is waited for. */
const soughtMs = 10_000;

/** j and k from one thing to the next over all parts of a page, Enter into the report. What a link names is brought into view, until the page is whole. */
export function useWalk({ title, at, onSelect, onRead }: Walk): void {
  const isNarrow = !useWide(720);
  const sought = useRef(at);
  const bring = (element: HTMLElement, isFocused: boolean): void => {
    const covered = isNarrow ? Math.round(window.innerHeight * 0.62) : 0;
    element.style.scrollMarginBlock = `24px ${covered + 24}px`;
    element.scrollIntoView({ block: "nearest" });
    if (isFocused) element.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
  };
  const move = (by: 1 | -1): void => {
    const all = steps().filter((one, place, list) => list.findIndex((other) => atOf(other) === atOf(one)) === place);
    const here = all.findIndex((one) => atOf(one) === at);
    const seen = all.findIndex((one) => one.getBoundingClientRect().bottom > 24);
    const next = all[here < 0 ? Math.max(0, seen) : Math.max(0, Math.min(all.length - 1, here + by))];
    if (!next) return;
    sought.current = null;
    onSelect(atOf(next));
    bring(next, true);
  };
  const read = { key: "Enter", label: "open the report there", press: () => onRead?.() };
  useKeys(title, [
    { key: "j", label: "next", press: () => move(1) },
    { key: "k", label: "the one before", press: () => move(-1) },
    ...(onRead === null ? [] : [read]),
  ]);
  // The parts of a page come one after another, in any order: what a link names may be there only after some of them, and those that come
  // above it later push it down. Where it stands still and yet is out of view, a hand has scrolled, and that is left alone.
  useEffect(() => {
    const stop = AbortSignal.timeout(soughtMs);
    let stood: number | null = null;
    const seek = (): void => {
      const named = steps().find((one) => atOf(one) === sought.current);
      const stands = named ? Math.round(named.getBoundingClientRect().top + window.scrollY) : null;
      if (named && stands !== stood) bring(named, false);
      stood = stands;
      if (!stop.aborted && sought.current !== null) timer = setTimeout(seek, 100);
    };
    let timer = setTimeout(seek, 0);
    return () => clearTimeout(timer);
  }, []);
}
