import { decodeReferences } from "./html-entity.ts";

/** Attributes of an element by their name in lower case, references read; the first of a name counts. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What is told of a page, in document order. `implied` = no tag of its own opened or closed the element. */
export interface HtmlHandler {
  readonly onopentag?: (name: string, attributes: Attributes, implied: boolean) => void;
  readonly onclosetag?: (name: string, implied: boolean) => void;
  /** A stretch of text, references read; that of a script is told too. */
  readonly ontext?: (text: string) => void;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const voids = setOf(
  "area base basefont bgsound br col embed frame hr image img input isindex keygen link meta param source track wbr",
);
// Up to their own closing tag all is text; in the last two references are read.
const rawElements = setOf("script style xmp iframe noembed noframes title textarea");
const readElements = setOf("title textarea");
const foreign = setOf("svg math");

const paragraphEnds =
  "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul";
const cellEnds = setOf("td th thead tbody tfoot tr p");
/** Elements that an opening tag closes, where they are the innermost one (HTML 13.1.2.4, optional tags). */
const closedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  ...paragraphEnds.split(" ").map((name) => [name, setOf("p")] as const),
  ["li", setOf("li p")],
  ["dt", setOf("dt dd p")],
  ["dd", setOf("dt dd p")],
  ["td", setOf("td th p")],
  ["th", setOf("td th p")],
  ["tr", setOf("td th tr p")],
  ["thead", cellEnds],
  ["tbody", cellEnds],
  ["tfoot", cellEnds],
  ["option", setOf("option")],
  ["optgroup", setOf("option optgroup")],
  ["body", setOf("head link script")],
  ["rp", setOf("rt rp")],
  ["rt", setOf("rt rp")],
]);

const noAttributes: Attributes = Object.freeze({});
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
const isLetter = (code: number): boolean => (code > 64 && code < 91) || (code > 96 && code < 123);
const slash = 47;
const greater = 62;
const equals = 61;
const doubleQuote = 34;
const singleQuote = 39;

/** A tag as it stands: where it ends (past its ">"), -1 where the text ends before it does. */
interface Tag {
  readonly attributes: Attributes;
  readonly isSelfClosing: boolean;
  readonly end: number;
}

/** Reads the attributes of a tag, from behind its name. */
function tagFrom(html: string, from: number): Tag {
  let attributes: Record<string, string | undefined> | null = null;
  const { length } = html;
  let at = from;
  while (at < length) {
    const code = html.charCodeAt(at);
    if (code === greater)
      return {
        attributes: attributes ?? noAttributes,
        isSelfClosing: html.charCodeAt(at - 1) === slash && at > from,
        end: at + 1,
      };
    if (isSpace(code) || code === slash) {
      at++;
      continue;
    }
    const start = at++;
    for (; at < length; at++) {
      const next = html.charCodeAt(at);
      if (next === equals || next === greater || next === slash || isSpace(next)) break;
    }
    const name = html.slice(start, at).toLowerCase();
    let value = "";
    let behind = at;
    while (behind < length && isSpace(html.charCodeAt(behind))) behind++;
    if (html.charCodeAt(behind) === equals) {
      at = behind + 1;
      while (at < length && isSpace(html.charCodeAt(at))) at++;
      const quote = html.charCodeAt(at);
      if (quote === doubleQuote || quote === singleQuote) {
        const close = html.indexOf(quote === doubleQuote ? '"' : "'", at + 1);
        if (close < 0) break;
        value = html.slice(at + 1, close);
        at = close + 1;
      } else {
        const open = at;
        for (; at < length; at++) {
          const next = html.charCodeAt(at);
          if (next === greater || isSpace(next)) break;
        }
        value = html.slice(open, at);
      }
    }
    attributes ??= {};
    if (!Object.hasOwn(attributes, name)) attributes[name] = decodeReferences(value);
  }
  return { attributes: noAttributes, isSelfClosing: false, end: -1 };
}

/**
 * Open elements, last opened last. The count by name tells without a search whether a closing tag is theirs:
 * else a hostile page of open elements and foreign closing tags would cost the square of its length.
 */
class OpenElements {
  readonly #names: string[] = [];
  readonly #counts = new Map<string, number>();

  get innermost(): string | undefined {
    return this.#names.at(-1);
  }

  has(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0;
  }

  push(name: string): void {
    this.#names.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  pop(): string | undefined {
    const name = this.#names.pop();
    if (name !== undefined) this.#counts.set(name, this.#counts.get(name)! - 1);
    return name;
  }
}

/**
 * Reads the whole of `html` and tells `handler` its elements and text in document order; each opened element is closed once, inner before outer.
 * Closing tags that pages may leave out are added (`</p>`, `</li>`, cells and rows); a closing tag of no open element is left, but for `</br>`.
 * Follows the HTML standard's tokens where a reader would see a difference: comments, scripts, attributes, character references.
 * Linear in the length of `html`, at any depth; never throws on any text.
 */
export function parseHtml(html: string, handler: HtmlHandler): void {
  const { onopentag, onclosetag, ontext } = handler;
  const open = new OpenElements();
  let foreignDepth = 0;
  const closeInnermost = (implied: boolean): void => {
    const name = open.pop()!;
    if (foreign.has(name)) foreignDepth--;
    onclosetag?.(name, implied);
  };
  const closeTag = (name: string): void => {
    if (name === "br") {
      onopentag?.("br", noAttributes, true);
      onclosetag?.("br", false);
    }
    if (!open.has(name)) return;
    while (open.innermost !== name) closeInnermost(true);
    closeInnermost(false);
  };
  const tell = (from: number, to: number, isRead: boolean): void => {
    if (from < to) ontext?.(isRead ? decodeReferences(html.slice(from, to)) : html.slice(from, to));
  };
  /** Opens an element, and reads its content where that is text; where the page goes on. */
  const openTag = (name: string, tag: Tag): number => {
    const ends = foreignDepth > 0 ? undefined : closedBy.get(name);
    while (ends?.has(open.innermost ?? "")) closeInnermost(true);
    onopentag?.(name, tag.attributes, false);
    if (foreignDepth > 0 ? tag.isSelfClosing : voids.has(name)) {
      onclosetag?.(name, true);
      return tag.end;
    }
    open.push(name);
    if (foreign.has(name)) foreignDepth++;
    if (foreignDepth > 0 || !rawElements.has(name)) return tag.end;
    const close = new RegExp(`</${name}(?=[\\s/>])`, "gi");
    close.lastIndex = tag.end;
    const to = close.exec(html)?.index ?? html.length;
    tell(tag.end, to, readElements.has(name));
    return to;
  };
  const skipTo = (mark: string, from: number): number => {
    const found = html.indexOf(mark, from);
    return found < 0 ? html.length : found + mark.length;
  };
  let at = 0;
  let from = 0;
  while (at < html.length) {
    const less = html.indexOf("<", at);
    if (less < 0) break;
    const code = html.charCodeAt(less + 1);
    const isClosing = code === slash && isLetter(html.charCodeAt(less + 2));
    // "<" in front of anything but a name is text: "5 < 6".
    if (!isClosing && !isLetter(code) && code !== 33 && code !== 63 && code !== slash) {
      at = less + 1;
      continue;
    }
    tell(from, less, true);
    if (!isClosing && !isLetter(code)) {
      at = html.startsWith("<!--", less) ? skipTo("-->", less + 2) : skipTo(">", less + 1);
      from = at;
      continue;
    }
    const start = less + (isClosing ? 2 : 1);
    let end = start;
    for (; end < html.length; end++) {
      const next = html.charCodeAt(end);
      if (next === greater || next === slash || isSpace(next)) break;
    }
    const name = html.slice(start, end).toLowerCase();
    if (isClosing) {
      at = skipTo(">", end);
      closeTag(name);
    } else {
      const tag = tagFrom(html, end);
      at = tag.end < 0 ? html.length : openTag(name, tag);
    }
    from = at;
  }
  tell(from, html.length, true);
  while (open.innermost !== undefined) closeInnermost(true);
}
