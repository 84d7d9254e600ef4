import type { Feed } from "../../model/feed.ts";
import { done, type Outcome, type Problem, problem } from "../../model/outcome.ts";
import { decodeCharset } from "../charset.ts";
import { documentLimitBytes, tooLarge } from "../decode.ts";
import { atomFeed } from "./atom.ts";
import { jsonFeed } from "./json.ts";
import { opmlList } from "./opml.ts";
import { rssFeed } from "./rss.ts";
import { type Element, parseXml } from "./xml.ts";

/** What is known of a feed beside its bytes. */
export interface FeedPlace {
  /** The address that it came from: what its relative links are relative to. Null where it is not known. */
  readonly url: string | null;
}

const feedOf = (root: Element, base: string | null): Feed | null => {
  if (root.name === "rss" || root.name === "rdf:rdf" || root.name === "channel") return rssFeed(root, base);
  if (root.name === "atom:feed" || root.name === "atom:entry") return atomFeed(root);
  return root.name === "opml" ? opmlList(root) : null;
};

/** The root by which a file is a feed, among the outermost elements: words of a broken server may stand before it. An Atom root may lack its namespace. */
const rootOf = (source: string, base: string | null): readonly Element[] => {
  const roots = parseXml(source, base);
  const isBare = roots.some((root) => root.name === "feed" || root.name === "entry");
  if (!isBare) return roots;
  const root = /<(feed|entry)\b([^<>]{0,4000}?)(?:\sxmlns=(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'))?(?=[\s/>])/i;
  return parseXml(source.replace(root, '<$1 xmlns="http://www.w3.org/2005/Atom"$2'), base);
};

const cutDoubt: Problem = {
  code: "feed/damaged",
  message:
    "The feed ends early: its last items may be missing, and the last one that is there may be cut. Load it again.",
};

/** Feeds that a page names for itself (`link rel="alternate"`). */
const namedFeed = (html: string): string | null => {
  const links = html.slice(0, 200_000).match(/<link\s[^<>]{0,2000}>/gi) ?? [];
  const found = links.find((link) => /application\/(?:rss|atom)\+xml|application\/feed\+json/i.test(link));
  return /\shref\s{0,20}=\s{0,20}["']?([^"'<>\s]{1,1000})/i.exec(found ?? "")?.[1] ?? null;
};

function notFeed(text: string, roots: readonly Element[]): { readonly ok: false; readonly problem: Problem } {
  if (text.trim() === "") return problem("feed/not-a-feed", "It is empty. Load the feed again.");
  const named = namedFeed(text);
  if (named !== null)
    return problem("feed/not-a-feed", `It is a web page, not a feed. Its feed is at ${named}: add that.`);
  const root = roots[0]?.name;
  const what =
    root === undefined ? "It is neither XML nor JSON of a feed" : `Its outermost element is <${root.slice(0, 40)}>`;
  return problem(
    "feed/not-a-feed",
    `${what}, and RSS, Atom, RDF, JSON Feed and OPML are read. Name the feed's address, or add the file as a page.`,
  );
}

/**
 * A feed or a list of feeds from a file's bytes or text: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, JSON Feed, OPML. Forgives what feeds get wrong
 * (bare `&`, entities of HTML, wrong charset, missing end tags, a cut end), and says so in `doubts`. Fails with `feed/not-a-feed` (the message names a page's
 * own feed, where it has one), `document/charset` or `document/too-large`. Never throws; linear in the size.
 */
export function parseFeed(body: Uint8Array | string, place: FeedPlace = { url: null }): Outcome<Feed> {
  if (body.length > documentLimitBytes) return tooLarge(body.length);
  const decoded = typeof body === "string" ? body : (decodeCharset(body)?.text ?? null);
  if (decoded === null)
    return problem("document/charset", `None of the known charsets fits these ${body.length} bytes. Save it as UTF-8.`);
  const text = decoded.replace(/^[\uFEFF\s\0]{1,10000}/, "");
  if (text.startsWith("{")) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return problem(
        "feed/not-a-feed",
        `It begins like JSON and is none (${reason.slice(0, 120)}). Load the feed again.`,
      );
    }
    const feed = jsonFeed(value, place.url);
    return feed ? done(feed) : notFeed(text, []);
  }
  const roots = rootOf(text, place.url);
  for (const root of roots) {
    const feed = feedOf(root, place.url);
    if (feed) return done(root.isClosed ? feed : { ...feed, doubts: [...feed.doubts, cutDoubt] });
  }
  return notFeed(text, roots);
}
