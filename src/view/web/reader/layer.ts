import { all, type Query } from "../route.ts";

/** What can be shown on the text, in the order of the bar and of the number keys. */
export const layers = ["claims", "marks", "events", "actors", "days", "places", "numbers"] as const;
/** One layer of the reader. */
export type Layer = (typeof layers)[number];

/** What each layer is called in the bar. */
export const layerWords: Readonly<Record<Layer, string>> = {
  claims: "Claims",
  marks: "Evidence",
  events: "Events",
  actors: "People & bodies",
  days: "Days",
  places: "Places",
  numbers: "Numbers",
};

const shownFirst: readonly Layer[] = ["claims", "marks", "events"];
/** In the URL: no layer at all, which is something else than nothing said. */
const nothing = "none";

/** The layers that a URL switches on, in the bar's order; claims, marks and events where it does not say. */
export function layersOf(query: Query): readonly Layer[] {
  const named = all(query, "layers");
  return named.length === 0 ? shownFirst : layers.filter((layer) => named.includes(layer));
}

/** `layers` of the URL after one was switched on or off; null where that is what is shown without it. */
export function layersWith(on: readonly Layer[], layer: Layer): readonly string[] | null {
  const next = layers.filter((one) => (one === layer ? !on.includes(one) : on.includes(one)));
  if (next.length === 0) return [nothing];
  return next.length === shownFirst.length && shownFirst.every((one) => next.includes(one)) ? null : next;
}
