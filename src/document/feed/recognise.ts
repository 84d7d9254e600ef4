const front = 16_384;

// What may stand before a root: declarations, comments, style sheets, words of a broken server; but no root of another kind.
const feedRoot = /<(?:rss|(?:[a-z]{1,10}:)?rdf|opml|(?:[a-z]{1,10}:)?feed)(?=[\s>])/i;
const pageRoot = /<(?:!doctype\s{1,10}html|html|head|body|article|main|div|p)(?=[\s>])/i;
const jsonFeed = /^\s{0,1000}\{[^]{0,2000}?"version"\s{0,20}:\s{0,20}"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org/;

/**
 * Do these bytes, of which the first 16 KB are looked at, begin like a feed or a list of feeds? To tell a file at the door from a page; `parseFeed` has the
 * last word. UTF-16 is seen too, since its zero bytes are passed over.
 */
export function looksLikeFeed(bytes: Uint8Array | string): boolean {
  const text = (
    typeof bytes === "string" ? bytes.slice(0, front) : Buffer.from(bytes.subarray(0, front)).toString("latin1")
  )
    .replaceAll("\0", "")
    .replace(/<!--[^]{0,16384}?-->/g, "");
  const root = feedRoot.exec(text);
  const page = pageRoot.exec(text);
  return (root !== null && (page === null || root.index < page.index)) || jsonFeed.test(text);
}
