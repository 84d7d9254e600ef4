import type { Telling } from "../reading.ts";

/** What `read` finds in a telling, worked out once a telling: a telling is compared with many. */
export function once<Found>(read: (telling: Telling) => Found): (telling: Telling) => Found {
  const known = new WeakMap<Telling, { readonly found: Found }>();
  return (telling) => {
    const kept = known.get(telling) ?? { found: read(telling) };
    known.set(telling, kept);
    return kept.found;
  };
}
