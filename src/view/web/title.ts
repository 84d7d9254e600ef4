import { useEffect } from "preact/hooks";
import { harmless } from "./harmless.ts";

/** The window's title: the parts that are known, the nearest first, and whose page it is. */
export const titleOf = (...parts: readonly (string | null | undefined)[]): string =>
  [...parts.map((part) => part && harmless(part).replace(/\s+/g, " ").trim()), "Standoff"].filter(Boolean).join(" · ");

// The frame knows the page and the case; a page may know better what it shows. Whichever speaks last, the page's word stands.
let ofFrame = titleOf();
let ofPage: string | null = null;
const show = (): void => {
  document.title = ofPage ?? ofFrame;
};

/** Gives the window the frame's title, for as long as no page gives its own. */
export function useFrameTitle(title: string): void {
  useEffect(() => {
    ofFrame = title;
    show();
  }, [title]);
}

/** Gives the window a page's own title while the page is shown; null leaves it to the frame. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    ofPage = title;
    show();
    return () => {
      ofPage = null;
      show();
    };
  }, [title]);
}
