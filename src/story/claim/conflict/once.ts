/** What `read` finds in a thing, a telling mostly, worked out once a thing: a telling is compared with many. */
export function once<Thing extends object, Found>(read: (thing: Thing) => Found): (thing: Thing) => Found {
  const known = new WeakMap<Thing, { readonly found: Found }>();
  return (thing) => {
    const kept = known.get(thing) ?? { found: read(thing) };
    known.set(thing, kept);
    return kept.found;
  };
}
