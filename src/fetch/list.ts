import { Parser } from "htmlparser2";
import { done, type Outcome, problem } from "../model/outcome.ts";

/** One address of a list. */
export interface ListedUrl {
  /** As written there; not checked yet. */
  readonly url: string;
  /** What the list calls it; null where it says nothing. */
  readonly title: string | null;
  /** Where it stands, for messages: "line 3 of sites.txt". */
  readonly from: string;
}

/** The most addresses that are taken from one list. */
const mostListed = 100_000;

const oneLine = (text: string): string | null => text.replace(/\s+/g, " ").trim().slice(0, 500) || null;

/** An outline's own address is the feed (`xmlUrl`) or, for one without a feed, the page (OPML 2.0: `url`; `htmlUrl` of older writers). */
function listedInOpml(text: string, name: string): readonly ListedUrl[] {
  const listed: ListedUrl[] = [];
  let number = 0;
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (tag !== "outline") return;
        number += 1;
        const url = (attributes.xmlurl ?? attributes.url ?? attributes.htmlurl ?? "").trim();
        const title = oneLine(attributes.title ?? attributes.text ?? "");
        if (url !== "") listed.push({ url, title, from: `outline ${number} of ${name}` });
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  return listed;
}

/** One address a line; what follows it after white space is its title. Empty lines and those that begin with "#" say nothing. */
const listedInLines = (text: string, name: string): readonly ListedUrl[] =>
  text.split(/\r\n|[\r\n]/).flatMap((line, at) => {
    const [url = "", ...words] = line.trim().split(/\s+/);
    if (url === "" || url.startsWith("#")) return [];
    return [{ url, title: oneLine(words.join(" ")), from: `line ${at + 1} of ${name}` }];
  });

/**
 * The addresses in the list `text`, in its order: OPML 2.0, or plain text with one address a line. `name` is what messages call the list.
 * An address that cannot be fetched stays in, so that fetching it says why and where. Fails with `fetch/list`: no address in it, too many,
 * or a page or feed in place of a list.
 */
export function readUrlList(text: string, name: string): Outcome<readonly ListedUrl[]> {
  const source = text.replace(/^\uFEFF/, "").trimStart();
  const isMarkup = source.startsWith("<");
  if (isMarkup && !/<opml[\s>]/i.test(source.slice(0, 10_000)))
    return problem(
      "fetch/list",
      `${name} is markup, and not OPML. Write one address a line, or name a page or feed by its own address.`,
    );
  const listed = isMarkup ? listedInOpml(source, name) : listedInLines(text.replace(/^\uFEFF/, ""), name);
  if (listed.length === 0) return problem("fetch/list", `${name} holds no address. Write one a line.`);
  if (listed.length > mostListed)
    return problem(
      "fetch/list",
      `${name} holds ${listed.length} addresses, and at most ${mostListed} are taken. Split it.`,
    );
  return done(listed);
}
