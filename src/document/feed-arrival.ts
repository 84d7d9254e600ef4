import type { FeedItem, NewsFeed } from "../model/feed.ts";
import { done, type Outcome, problem } from "../model/outcome.ts";
import { type Arrival, type Listener, type Origin, problemOf } from "./arrival.ts";
import { itemDocument } from "./feed/item.ts";
import { parseFeed } from "./feed/parse.ts";
import { bareDocument } from "./kind/captured.ts";

/** Numbers of items are the feed's own affair: only what is an address of some kind stands for itself, anything else only within its feed. */
const itemId = (key: string, feed: NewsFeed, { keys }: Origin): string =>
  /^[a-z][a-z0-9+.-]{1,30}:\S/i.test(key) ? key : `${feed.link ?? keys.url ?? keys.path ?? "feed"}#${key}`;

interface Item {
  readonly arrival: Arrival;
  readonly isWhole: boolean;
}

function itemOf(feed: NewsFeed, item: FeedItem, number: number, origin: Origin): Outcome<Item> {
  const name = `${origin.name}, item ${number}`;
  const made = itemDocument(feed, item);
  if (!made.ok) return problemOf(name, made.problem);
  const { key, html, given, modified, authors, isWhole } = made.value;
  const externalId = key === null ? null : itemId(key, feed, origin);
  const path = origin.keys.path === null || key !== null ? origin.keys.path : `${origin.keys.path}#item ${number}`;
  const publisher = origin.given.publisher ?? given.publisher;
  return done({
    isWhole,
    arrival: {
      name: externalId === null ? name : `${name} (${externalId})`,
      keys: { externalId, url: given.url, publisher, path },
      body: Buffer.from(html, "utf8"),
      // The language that a feed names is often that of its program: it is told from the words.
      given: {
        ...given,
        publisher,
        published: given.published ?? origin.given.published,
        lang: null,
        retrieved: origin.retrievedAt,
      },
      retrievedAt: origin.retrievedAt,
      document: { ...bareDocument("html", html), byline: authors, modified },
    },
  });
}

/**
 * Items of a feed (RSS, Atom, RDF, JSON Feed) as documents, in its order: the item's own id identifies one, else its address. An item without words is a
 * problem, and the rest goes on. A list of feeds (OPML) holds no report and is a problem too. Never throws.
 */
export async function* feedArrivals(
  bytes: Uint8Array,
  origin: Origin,
  listener: Listener,
): AsyncGenerator<Outcome<Arrival>> {
  const parsed = parseFeed(bytes, { url: origin.capture?.url ?? origin.keys.url });
  if (!parsed.ok) {
    yield problemOf(origin.name, parsed.problem);
    return;
  }
  const feed = parsed.value;
  if (feed.kind === "opml") {
    yield problem(
      "document/refused",
      `${origin.name} is a list of ${feed.feeds.length} ${feed.feeds.length === 1 ? "feed" : "feeds"} and holds no report. Give it with --list, so that the feeds are fetched, and with --fetch-items for the pages that they lead to.`,
    );
    return;
  }
  const isBare = feed.items.length === 0;
  for (const doubt of feed.doubts) {
    if (isBare) yield problemOf(origin.name, doubt);
    else listener.onNote(origin.name, `${doubt.message} [${doubt.code}]`);
  }
  if (isBare && feed.doubts.length === 0) listener.onNote(origin.name, "the feed has no item.");
  let summaries = 0;
  for (const [at, item] of feed.items.entries()) {
    const made = itemOf(feed, item, at + 1, origin);
    const url = made.ok ? made.value.arrival.keys.url : null;
    if (made.ok && !made.value.isWhole) {
      summaries++;
      if (listener.onSummary !== null && url !== null) {
        const { name, given } = made.value.arrival;
        listener.onSummary({ url, from: name, given });
        continue;
      }
    }
    yield made.ok ? done(made.value.arrival) : made;
  }
  if (summaries > 0 && listener.onSummary === null) {
    listener.onNote(
      origin.name,
      `${summaries} of ${feed.items.length} items hold a summary, not the whole report. Add the pages that they lead to (--fetch-items).`,
    );
  }
}
