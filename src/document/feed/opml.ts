import type { FeedAddress, FeedList } from "../../model/feed.ts";
import { rssText } from "./text.ts";
import { childOf, childrenOf, type Element, resolveLink } from "./xml.ts";

const attributeOf = (element: Element, ...names: readonly string[]): string | null =>
  names.map((name) => element.attributes.get(name)?.trim() ?? "").find((value) => value !== "") ?? null;

/** The feeds in an outline and below it. Outlines nest no deeper than elements are kept, so this does not run out of stack. */
const addressesIn = (outline: Element, under: readonly string[]): readonly FeedAddress[] => {
  const title = attributeOf(outline, "title", "text");
  const url = attributeOf(outline, "xmlurl", "xmluri");
  const site = attributeOf(outline, "htmlurl", "htmluri");
  const own: readonly FeedAddress[] =
    url === null
      ? []
      : [
          {
            title,
            url: resolveLink(url, outline.base),
            site: site === null ? null : resolveLink(site, outline.base),
            under,
          },
        ];
  const below = title === null ? under : [...under, title];
  return [...own, ...childrenOf(outline, "outline").flatMap((child) => addressesIn(child, below))];
};

/** A list of feeds (OPML 1.0, 2.0), in its order. */
export function opmlList(root: Element): FeedList {
  const head = childOf(root, "head");
  const feeds = childrenOf(root, "body").flatMap((body) =>
    childrenOf(body, "outline").flatMap((outline) => addressesIn(outline, [])),
  );
  return { kind: "opml", title: rssText(head ? childOf(head, "title") : null), feeds, doubts: [] };
}
