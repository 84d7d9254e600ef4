import { useEffect, useRef, useState } from "preact/hooks";

/** The width that the page leaves for a picture, in px; null until it is known. */
export function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const measure = (): void => {
      const found = Math.round(frame.current?.clientWidth ?? 0);
      if (found > 0) setWidth(found);
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (frame.current) observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
}
