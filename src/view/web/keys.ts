import { useEffect, useRef } from "preact/hooks";

/** One key, what it does, and the words for it in the sheet. */
export interface Key {
  /** As `KeyboardEvent.key` gives it ("j", "/", "Escape"), or two after each other ("g c"). */
  readonly key: string;
  readonly label: string;
  readonly press: () => void;
}

interface Group {
  readonly title: string;
  readonly keys: readonly Key[];
}

// All that is pressable now, the innermost last: a page's key goes before the frame's.
const groups: Group[] = [];
/** What the sheet lists, in the order in which it came to be. */
export const keyGroups = (): readonly Group[] => groups;

/** Keys that hold while a part of the desk is shown. */
export function useKeys(title: string, keys: readonly Key[]): void {
  const group = useRef<{ title: string; keys: readonly Key[] }>({ title, keys });
  group.current.title = title;
  group.current.keys = keys;
  useEffect(() => {
    const mine = group.current;
    groups.push(mine);
    return () => {
      groups.splice(groups.indexOf(mine), 1);
    };
  }, []);
}

/** Is it typed into? A box that was ticked keeps the focus and takes no letters. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  !(target instanceof HTMLInputElement && target.type === "checkbox") &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** How long the second key of two may be waited for. */
const secondKeyMs = 1200;

/** Listens to the keyboard; used once, at the top. Keys with Ctrl, Alt or Meta belong to the browser, and so does all that is typed into a field. */
export function useKeyboard(): void {
  useEffect(() => {
    let before = "";
    let at = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) && event.key !== "Escape") return;
      // A dialog has the keyboard to itself: Escape closes it, and what lies under it stays as it is.
      if (document.querySelector("dialog[open]") !== null) return;
      const pair = event.timeStamp - at < secondKeyMs ? `${before} ${event.key}` : "";
      const all = groups.toReversed().flatMap((group) => group.keys);
      const found = all.find((one) => one.key === pair) ?? all.find((one) => one.key === event.key);
      before = event.key;
      at = event.timeStamp;
      if (!found) return;
      // Enter and Space on a link, a button or a box are its own.
      if (
        ["Enter", " "].includes(event.key) &&
        event.target instanceof Element &&
        event.target.closest("a, button, summary, input")
      )
        return;
      event.preventDefault();
      found.press();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
