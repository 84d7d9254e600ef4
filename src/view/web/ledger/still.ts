import { useEffect, useState } from "preact/hooks";

/** `value` once it has stood still for `delayMs`: what is typed is asked when the typing rests. */
export function useStill<T>(value: T, delayMs = 250): T {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return still;
}
