import { decodeReferences } from "./entity.ts";
import { nameWithin, type Scope, scopeWithin, undeclared } from "./namespace.ts";

/** An element of a feed. */
export interface Element {
  /** In lower case, with the prefix under which its namespace is known here ("dc:creator", "atom:link"), whatever prefix the feed uses. */
  readonly name: string;
  /** By name in lower case with the prefix as written; decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** The characters in it and not in its children: references decoded, CDATA as it stands. Not trimmed. */
  readonly text: string;
  /** What stands between its tags in the source. */
  readonly source: string;
  /** The xml:base that counts in it, resolved over its ancestors; null where none is given. */
  readonly base: string | null;
  /** The xml:lang that counts in it. */
  readonly language: string | null;
  /** Did it end with a tag of its own? */
  readonly isClosed: boolean;
}

/** `link` as an absolute address if `base` makes it one; as it is otherwise. */
export function resolveLink(link: string, base: string | null): string {
  const trimmed = link.trim();
  if (base === null || /^[a-z][a-z\d+.-]{0,30}:/i.test(trimmed)) return trimmed;
  return URL.parse(trimmed, base)?.href ?? trimmed;
}

interface Open {
  /** As written, in lower case: what an end tag must say. */
  readonly tag: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  readonly parts: string[];
  readonly from: number;
  readonly base: string | null;
  readonly language: string | null;
  readonly scope: Scope;
}

/** Deeper elements are kept in the source of those around them only. */
const depthLimit = 60;
/** Items do not nest, so one that begins in another tells that the end tag of that one is missing. */
const neverNested: ReadonlySet<string> = new Set(["item", "atom:entry"]);
/** Of RSS, which hold words or an address; a field that begins within one tells the same. */
const plainFields: ReadonlySet<string> = new Set(["title", "link", "guid", "pubdate", "author", "category"]);
const fields: ReadonlySet<string> = new Set([...plainFields, "description"]);

/** What XML has no character for, and some feeds send. */
const noCharacter = /[\0-\x08\x0B\x0C\x0E-\x1F]/g;

const tagName = /<([a-z_][\w.:-]{0,99})/iy;
const endTag = /<\/([a-z_][\w.:-]{0,99})[^<>]{0,200}>/iy;
const attribute = /\s{0,2000}([^\s=<>"'/]{1,100})\s{0,100}(?:=\s{0,100}(?:(["'])|([^\s<>"']{1,2000})))?/y;
const tagEnd = /\s{0,2000}(\/?)>/y;

const matchAt = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

interface Tag {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
  readonly isEmpty: boolean;
}

/** The start tag at `at`; null where what stands there is none, as in "a < b". */
function tagAt(source: string, at: number): Tag | null {
  const name = matchAt(tagName, source, at);
  if (name === null) return null;
  const attributes = new Map<string, string>();
  for (let next = at + name[0].length; ; ) {
    const end = matchAt(tagEnd, source, next);
    if (end !== null)
      return { tag: name[1]!.toLowerCase(), attributes, end: next + end[0].length, isEmpty: end[1] === "/" };
    const found = matchAt(attribute, source, next);
    if (found === null) return null;
    next += found[0].length;
    let value = found[3] ?? "";
    if (found[2] !== undefined) {
      const quote = source.indexOf(found[2], next);
      if (quote < 0) return null;
      value = source.slice(next, quote);
      next = quote + 1;
    }
    attributes.set(found[1]!.toLowerCase(), decodeReferences(value));
  }
}

/** Where what begins at `at` with `mark` ends, behind `end`; null where it has no end. `last` is the last `end` in the source. */
const endOf = (source: string, end: string, at: number, last: number): number | null =>
  last < at ? null : source.indexOf(end, at) + end.length;

/**
 * The outermost elements of `source`, read as XML by a reader that forgives: bare `&` and `<`, undeclared entities and prefixes, tags that were not closed
 * or close nothing, words around the root, an end that is missing. Entities that a document defines for itself are not expanded. Never throws; linear.
 */
export function parseXml(source: string, base: string | null): readonly Element[] {
  const roots: Element[] = [];
  const open: Open[] = [];
  const openTags = new Map<string, number>();
  const last = {
    comment: source.lastIndexOf("-->"),
    instruction: source.lastIndexOf("?>"),
    cdata: source.lastIndexOf("]]>"),
    rule: source.lastIndexOf(">"),
  };

  const addText = (text: string): void => {
    if (text !== "") open.at(-1)?.parts.push(text.replace(noCharacter, ""));
  };
  const close = (end: number, isClosed: boolean): void => {
    const { tag, name, attributes, children, parts, from, base: ownBase, language } = open.pop()!;
    openTags.set(tag, openTags.get(tag)! - 1);
    if (open.length >= depthLimit) return;
    (open.at(-1)?.children ?? roots).push({
      name,
      attributes,
      children,
      text: parts.join(""),
      source: source.slice(from, end),
      base: ownBase,
      language,
      isClosed,
    });
  };
  const start = ({ tag, attributes, end, isEmpty }: Tag, at: number): void => {
    const outer = open.at(-1);
    const scope = scopeWithin(attributes, outer?.scope ?? undeclared);
    const name = nameWithin(tag, scope);
    if (neverNested.has(name) && (openTags.get(tag) ?? 0) > 0) {
      while (open.at(-1)!.tag !== tag) close(at, false);
      close(at, false);
    }
    if (fields.has(name) && plainFields.has(open.at(-1)?.name ?? "")) close(at, false);
    const around = open.at(-1);
    const ownBase = attributes.get("xml:base");
    const outerBase = around === undefined ? base : around.base;
    open.push({
      tag,
      name,
      attributes,
      children: [],
      parts: [],
      from: end,
      base: ownBase === undefined ? outerBase : resolveLink(ownBase, outerBase),
      language: attributes.get("xml:lang") ?? around?.language ?? null,
      scope,
    });
    openTags.set(tag, (openTags.get(tag) ?? 0) + 1);
    if (isEmpty) close(end, true);
  };

  let at = 0;
  while (at < source.length) {
    const mark = source.indexOf("<", at);
    addText(decodeReferences(source.slice(at, mark < 0 ? source.length : mark)));
    if (mark < 0) break;
    let end: number | null = null;
    if (source.startsWith("<!--", mark)) end = endOf(source, "-->", mark + 4, last.comment);
    else if (source.startsWith("<![CDATA[", mark)) {
      end = endOf(source, "]]>", mark + 9, last.cdata);
      addText(source.slice(mark + 9, end === null ? source.length : end - 3));
      end ??= source.length;
    } else if (source.startsWith("<?", mark)) end = endOf(source, "?>", mark + 2, last.instruction);
    else if (/^<!(?:doctype|entity|element|attlist)/i.test(source.slice(mark, mark + 10)))
      end = endOf(source, ">", mark, last.rule);
    else if (source[mark + 1] === "/") {
      const found = matchAt(endTag, source, mark);
      const tag = found?.[1]!.toLowerCase() ?? "";
      if (found) end = mark + found[0].length;
      if ((openTags.get(tag) ?? 0) > 0) {
        while (open.at(-1)!.tag !== tag) close(mark, false);
        close(mark, true);
      }
    } else {
      const tag = tagAt(source, mark);
      if (tag) start(tag, mark);
      end = tag?.end ?? null;
    }
    // Any other "<" is one that should have been written "&lt;".
    if (end === null) addText("<");
    at = end ?? mark + 1;
  }
  while (open.length > 0) close(source.length, false);
  return roots;
}

/** The children of that name. */
export const childrenOf = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child) => child.name === name);

/** The first child that has words, of the first of the names that has such a child. */
export function childOf(element: Element, ...names: readonly string[]): Element | null {
  for (const name of names) {
    const found = element.children.find((child) => child.name === name && child.source.trim() !== "");
    if (found) return found;
  }
  return null;
}
