import type { Telling } from "../reading.ts";

/** What `read` finds in a telling, worked out once a telling: a telling is compared with many. */
export function once<Found extends object>(read: (telling: Telling) => Found): (telling: Telling) => Found {
  const known = new WeakMap<Telling, Found>();
  return (telling) => {
    const before = known.get(telling);
    if (before) return before;
    const found = read(telling);
    known.set(telling, found);
    return found;
  };
}
