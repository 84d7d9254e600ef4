import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { changed, type Route, routeOf, to, urlOf } from "./route.ts";

/** Where the reader is, and how to go elsewhere. */
export interface Place {
  readonly route: Route;
  /** Is there no page at the URL? Then `route` is the overview. */
  readonly isLost: boolean;
  /** Goes to a route; with `replace`, back does not return to the one before (for filters typed letter by letter, selections). */
  readonly go: (route: Route, options?: { readonly replace?: boolean }) => void;
  /** Changes the query of where we are. */
  readonly change: (
    values: Readonly<Record<string, string | readonly string[] | null>>,
    options?: { readonly replace?: boolean },
  ) => void;
}

const Here = createContext<Place | null>(null);
/** Gives the place to everything below. */
export const PlaceProvider = Here.Provider;

/** The place that the desk shows. */
export function usePlace(): Place {
  const place = useContext(Here);
  if (place === null) throw new Error("usePlace outside of PlaceProvider");
  return place;
}

const current = (): Route | null => routeOf(window.location.pathname, window.location.search);

/** Follows the browser's URL; used once, at the top. */
export function useLocation(): Place {
  const [route, setRoute] = useState<Route | null>(current);
  useEffect(() => {
    const follow = (): void => setRoute(current());
    // A word that stands for another page gives way to that page's own address.
    const first = current();
    if (first && urlOf(first).split(/[?]/)[0] !== window.location.pathname.replace(/(?<=.)\/+$/, ""))
      window.history.replaceState(null, "", urlOf(first));
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);
  const go: Place["go"] = (next, { replace = false } = {}) => {
    const url = urlOf(next);
    if (url === `${window.location.pathname}${window.location.search}`) return;
    const isOtherPage = next.page !== current()?.page || next.subject !== current()?.subject;
    if (replace) window.history.replaceState(null, "", url);
    else window.history.pushState(null, "", url);
    setRoute(next);
    if (isOtherPage) window.scrollTo(0, 0);
  };
  const here = route ?? to("overview");
  return {
    route: here,
    isLost: route === null,
    go,
    change: (values, options) => {
      // Not `here`: two changes in one turn of the loop must both be kept.
      const now = current() ?? here;
      go({ ...now, query: changed(now.query, values) }, options);
    },
  };
}
