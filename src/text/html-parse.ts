import { decodeReferences } from "./html-entity.ts";

/** Attributes of an element by their name in lower case, references read; the first of a name counts. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** Names, in lower case, of the attributes that are told of every element, and of those that are told only of `elements`. */
export interface ToldAttributes {
  readonly names: readonly string[];
  readonly elements: readonly string[];
  readonly namesOfElements: readonly string[];
}

/** What is told of a page, in document order. `implied` = no tag of its own opened or closed the element. */
export interface HtmlHandler {
  /** Which attributes are told; all where this is left out. Reading a page costs much less where few are. */
  readonly attributes?: ToldAttributes;
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
/** `\s` of a regular expression, for what may follow the name of a closing tag. */
const isWhite = (code: number): boolean =>
  isSpace(code) || code === 11 || (code > 159 && /\s/.test(String.fromCharCode(code)));
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

/** Attributes that are told of an element, with a quick test of a name before it is cut out of the page. */
interface NameFilter {
  /** The name as it is told, by itself: a key that is the same string each time is found fastest. */
  readonly byName: ReadonlyMap<string, string>;
  /** 1 at `slotOf` of each name. */
  readonly slots: Uint8Array;
  /** All names with no value. Attributes begin as a copy, so that all have one shape, which is read fastest. */
  readonly blank: Attributes;
}

/** The filter of all elements, and that of the elements of which more is told. */
interface Filters {
  readonly ofAll: NameFilter;
  readonly ofSome: NameFilter;
}

/** First letter, in either case, and length of a name of at most 31 units: few names share both. */
const slotOf = (firstCode: number, length: number): number => ((firstCode & 31) << 5) | (length & 31);

function filterOf(names: readonly string[], blank: Attributes): NameFilter {
  const slots = new Uint8Array(1024);
  for (const name of names) slots[slotOf(name.charCodeAt(0), name.length)] = 1;
  return { byName: new Map(names.map((name) => [name, name])), slots, blank };
}

const knownFilters = new WeakMap<ToldAttributes, Filters>();

function filtersOf(told: ToldAttributes): Filters {
  const made = knownFilters.get(told);
  if (made !== undefined) return made;
  const { names, namesOfElements } = told;
  const all = [...names, ...namesOfElements];
  const blank = Object.fromEntries(all.map((name) => [name, undefined]));
  const filters: Filters = { ofAll: filterOf(names, blank), ofSome: filterOf(all, blank) };
  knownFilters.set(told, filters);
  return filters;
}

/** Reads the attributes of a tag, from behind its name; only those that `filter` lets through, where there is one. */
function tagFrom(html: string, from: number, filter: NameFilter | null): Tag {
  const none = filter?.blank ?? noAttributes;
  let attributes: Record<string, string | undefined> | null = null;
  const { length } = html;
  let at = from;
  while (at < length) {
    const code = html.charCodeAt(at);
    if (code === greater)
      return {
        attributes: attributes ?? none,
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
    let name: string | undefined;
    if (filter === null) name = html.slice(start, at).toLowerCase();
    else if (filter.slots[slotOf(html.charCodeAt(start), at - start)] === 1)
      name = filter.byName.get(html.slice(start, at).toLowerCase());
    let open = at;
    let close = at;
    let behind = at;
    while (behind < length && isSpace(html.charCodeAt(behind))) behind++;
    if (html.charCodeAt(behind) === equals) {
      at = behind + 1;
      while (at < length && isSpace(html.charCodeAt(at))) at++;
      const quote = html.charCodeAt(at);
      if (quote === doubleQuote || quote === singleQuote) {
        open = at + 1;
        close = html.indexOf(quote === doubleQuote ? '"' : "'", open);
        if (close < 0) break;
        at = close + 1;
      } else {
        open = at;
        for (; at < length; at++) {
          const next = html.charCodeAt(at);
          if (next === greater || isSpace(next)) break;
        }
        close = at;
      }
    }
    if (name === undefined) continue;
    attributes ??= { ...none };
    // Only in a page may a name be that of an object's own properties ("constructor").
    const isNew = filter === null ? !Object.hasOwn(attributes, name) : attributes[name] === undefined;
    if (isNew) attributes[name] = decodeReferences(html.slice(open, close));
  }
  return { attributes: noAttributes, isSelfClosing: false, end: -1 };
}

/** What is known of the elements of one name, looked up once a tag. */
interface ElementKind {
  readonly name: string;
  readonly isVoid: boolean;
  readonly isForeign: boolean;
  /** Its content is text, up to its closing tag; `isRead`: with references. */
  readonly isRaw: boolean;
  readonly isRead: boolean;
  /** Null: all attributes are told. */
  readonly filter: NameFilter | null;
  readonly closes: ReadonlySet<string> | undefined;
  /**
   * How many of this name are open. Tells without a search whether a closing tag is theirs: else a hostile page of open elements and
   * foreign closing tags would cost the square of its length.
   */
  open: number;
}

/** Where a raw element's closing tag begins; the end of `html` where it has none. */
function rawEnd(html: string, name: string, from: number): number {
  for (let at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
    const behind = at + 2 + name.length;
    const code = html.charCodeAt(behind);
    if ((code === slash || code === greater || isWhite(code)) && html.slice(at + 2, behind).toLowerCase() === name)
      return at;
  }
  return html.length;
}

/**
 * Reads the whole of `html` and tells `handler` its elements and text in document order; each opened element is closed once, inner before outer.
 * Closing tags that pages may leave out are added (`</p>`, `</li>`, cells and rows); a closing tag of no open element is left, but for `</br>`.
 * Follows the HTML standard's tokens where a reader would see a difference: comments, scripts, attributes, character references.
 * Linear in the length of `html`, at any depth; never throws on any text.
 */
export function parseHtml(html: string, handler: HtmlHandler): void {
  const { onopentag, onclosetag, ontext, attributes: told } = handler;
  const filters = told === undefined ? null : filtersOf(told);
  const kinds = new Map<string, ElementKind>();
  const open: ElementKind[] = [];
  let foreignDepth = 0;
  const kindOf = (name: string): ElementKind => {
    const known = kinds.get(name);
    if (known !== undefined) return known;
    const kind: ElementKind = {
      name,
      isVoid: voids.has(name),
      isForeign: foreign.has(name),
      isRaw: rawElements.has(name),
      isRead: readElements.has(name),
      filter: (told?.elements.includes(name) ? filters?.ofSome : filters?.ofAll) ?? null,
      closes: closedBy.get(name),
      open: 0,
    };
    kinds.set(name, kind);
    return kind;
  };
  const closeInnermost = (implied: boolean): void => {
    const kind = open.pop()!;
    kind.open--;
    if (kind.isForeign) foreignDepth--;
    onclosetag?.(kind.name, implied);
  };
  const closeTag = (kind: ElementKind): void => {
    if (kind.name === "br") {
      onopentag?.("br", noAttributes, true);
      onclosetag?.("br", false);
    }
    if (kind.open === 0) return;
    while (open[open.length - 1] !== kind) closeInnermost(true);
    closeInnermost(false);
  };
  const tell = (from: number, to: number, isRead: boolean): void => {
    if (from < to) ontext?.(isRead ? decodeReferences(html.slice(from, to)) : html.slice(from, to));
  };
  /** Opens an element, and reads its content where that is text; where the page goes on. */
  const openTag = (kind: ElementKind, tag: Tag): number => {
    const ends = foreignDepth > 0 ? undefined : kind.closes;
    if (ends !== undefined) while (open.length > 0 && ends.has(open[open.length - 1]!.name)) closeInnermost(true);
    onopentag?.(kind.name, tag.attributes, false);
    if (foreignDepth > 0 ? tag.isSelfClosing : kind.isVoid) {
      onclosetag?.(kind.name, true);
      return tag.end;
    }
    open.push(kind);
    kind.open++;
    if (kind.isForeign) foreignDepth++;
    if (foreignDepth > 0 || !kind.isRaw) return tag.end;
    const to = rawEnd(html, kind.name, tag.end);
    tell(tag.end, to, kind.isRead);
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
    const kind = kindOf(html.slice(start, end).toLowerCase());
    if (isClosing) {
      at = html.charCodeAt(end) === greater ? end + 1 : skipTo(">", end);
      closeTag(kind);
    } else {
      const tag = tagFrom(html, end, kind.filter);
      at = tag.end < 0 ? html.length : openTag(kind, tag);
    }
    from = at;
  }
  tell(from, html.length, true);
  while (open.length > 0) closeInnermost(true);
}

/** Two that are told the same page in one pass, `one` first; both are told the attributes that `attributes` names. */
export function bothHandlers(
  one: Required<HtmlHandler>,
  two: Required<HtmlHandler>,
  attributes: ToldAttributes,
): HtmlHandler {
  return {
    attributes,
    onopentag: (name, given, implied) => {
      one.onopentag(name, given, implied);
      two.onopentag(name, given, implied);
    },
    onclosetag: (name, implied) => {
      one.onclosetag(name, implied);
      two.onclosetag(name, implied);
    },
    ontext: (text) => {
      one.ontext(text);
      two.ontext(text);
    },
  };
}
