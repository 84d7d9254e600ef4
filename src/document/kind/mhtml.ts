import { done, type Outcome, problem } from "../../model/outcome.ts";
import { decodeCharset } from "../charset.ts";
import { bareDocument, lineOrNull, nothingStated, type OpenedFile, webAddress } from "./captured.ts";
import { visibleLength } from "./markup.ts";
import { bodyBytes, leavesOf, type MimePart, readMime } from "./mime.ts";
import { decodeWords, fieldOf, mailDate } from "./mime-header.ts";

const isPage = ({ type }: MimePart): boolean => /^(?:text\/html|application\/xhtml\+xml)$/.test(type.value);

interface Candidate {
  readonly part: MimePart;
  readonly html: string;
}

const htmlOf = (bytes: Uint8Array, part: MimePart): string => {
  const body = bodyBytes(bytes, part);
  return (
    decodeCharset(body, part.type.parameters.get("charset") ?? null)?.text ??
    new TextDecoder("windows-1252").decode(body)
  );
};

// Frames of advertising are hundreds at most; a hostile file has more.
const frameLimit = 200;

/** The page itself: the part that `start` names, else the first page; a frame instead where the page has no words, as that of a frameset has none. */
function rootOf(bytes: Uint8Array, root: MimePart, pages: readonly MimePart[]): Candidate | null {
  const start = root.type.parameters.get("start") ?? null;
  const named = pages.find((part) => start !== null && fieldOf(part.header, "content-id") === start) ?? pages[0];
  if (!named) return null;
  const page: Candidate = { part: named, html: htmlOf(bytes, named) };
  if (visibleLength(page.html) > 0) return page;
  let best = page;
  let most = 0;
  for (const part of pages.slice(0, frameLimit)) {
    const html = htmlOf(bytes, part);
    const length = visibleLength(html);
    if (length > most) {
      most = length;
      best = { part, html };
    }
  }
  return best;
}

/**
 * A page saved with its pictures in one file (MHTML, RFC 2557), by Chrome, Edge or the old Internet Explorer -> one document. Its address is that of the page
 * as saved (`Snapshot-Content-Location`, `Content-Location`), `retrieved` the day of the file's header; the window's title counts where the page has no other.
 * Pictures, styles and frames are skipped and counted. Fails with `document/damaged` or `document/empty` where no page with words is in it.
 */
export function openMhtml(bytes: Uint8Array): Outcome<OpenedFile> {
  const root = readMime(bytes);
  const leaves = leavesOf(root);
  const pages = leaves.filter(isPage);
  const page = rootOf(bytes, root, pages);
  if (!page || (visibleLength(page.html) === 0 && !root.isWhole))
    return problem(
      "document/damaged",
      `There is no page with words among the ${leaves.length} parts of this MHTML file, which was cut off or is none. Save the page again.`,
    );
  if (visibleLength(page.html) === 0)
    return problem(
      "document/empty",
      "The saved page has no words: a script may make them. Save it when it is shown in full.",
    );
  const isRoot = page.part === pages[0];
  const location =
    (isRoot ? webAddress(fieldOf(root.header, "snapshot-content-location")) : null) ??
    webAddress(fieldOf(page.part.header, "content-location")) ??
    webAddress(fieldOf(root.header, "content-location"));
  const title = fieldOf(root.header, "subject");
  const frames = pages.length - 1;
  const others = leaves.length - pages.length;
  return done({
    kind: "mhtml",
    documents: [
      {
        ...bareDocument("html", page.html),
        stated: { ...nothingStated, url: location },
        fallback: { ...nothingStated, title: title === null ? null : lineOrNull(decodeWords(title)) },
        retrieved: mailDate(fieldOf(root.header, "date")),
      },
    ],
    skipped: [
      ...(frames > 0 ? [{ what: "frames", count: frames }] : []),
      ...(others > 0 ? [{ what: "pictures, styles and other parts", count: others }] : []),
    ],
    problem: root.isWhole
      ? null
      : problem(
          "document/damaged",
          "The MHTML file has no end: it was cut off, and was read as far as it goes. Save the page again.",
        ).problem,
  });
}
