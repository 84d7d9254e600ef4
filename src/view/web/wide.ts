import { useEffect, useState } from "preact/hooks";

/** Is the window at least so wide? */
export function useWide(px: number): boolean {
  const query = `(min-width: ${px}px)`;
  const [isWide, setWide] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const follow = (): void => setWide(list.matches);
    list.addEventListener("change", follow);
    return () => list.removeEventListener("change", follow);
  }, [query]);
  return isWide;
}
