import { type Handler, Parser } from "htmlparser2";

type HtmlHandler = Pick<Partial<Handler>, "onopentag" | "onclosetag" | "ontext">;

// Nothing that a person reads nests as deep. The library keeps its open elements innermost first, so that opening one,
// or looking for one that is not open, costs time by their number: without a limit a hostile page costs the square of its length.
const deepest = 500;

/**
 * Open elements inside of the library's innermost one, last opened last.
 * The count by name tells without a search whether a closing tag is theirs.
 */
class DeepElements {
  readonly names: string[] = [];
  readonly counts = new Map<string, number>();

  has(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0;
  }

  push(name: string): void {
    this.names.push(name);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Takes the last opened one away; its name, or null where none is open. */
  pop(): string | null {
    const name = this.names.pop();
    if (name === undefined) return null;
    this.counts.set(name, this.counts.get(name)! - 1);
    return name;
  }
}

/**
 * The library's parser, which keeps at most `deepest` open elements; those inside of them are kept here.
 * The offsets it is told are those in `html`, for it is given the whole at once.
 */
class DeepParser extends Parser {
  readonly #html: string;
  readonly #handler: HtmlHandler;
  readonly #deep = new DeepElements();
  /** Open elements which the library keeps: `deepest` of them as long as any deeper one is open. */
  #depth = 0;
  /** The tag being read, where it opens a deep element. */
  #tag: { readonly name: string; readonly attributes: Map<string, string> } | null = null;

  constructor(html: string, handler: HtmlHandler) {
    super(
      {
        onopentag: (name, attributes, implied) => {
          this.#depth++;
          handler.onopentag?.(name, attributes, implied);
        },
        onattribute: (name, value) => {
          const attributes = this.#tag?.attributes;
          if (attributes && !attributes.has(name)) attributes.set(name, value);
        },
        onclosetag: (name, implied) => {
          this.#depth--;
          // Not so at the close of a void element, which was one more than the limit.
          if (this.#depth < deepest) this.#closeDeep(null);
          handler.onclosetag?.(name, implied);
        },
        ontext: (text) => handler.ontext?.(text),
      },
      { decodeEntities: true },
    );
    this.#html = html;
    this.#handler = handler;
  }

  /** Closes deep elements from the last opened up to the last of that name; all for null. */
  #closeDeep(upTo: string | null): void {
    for (let name = this.#deep.pop(); name !== null; name = this.#deep.pop()) {
      this.#handler.onclosetag?.(name, name !== upTo);
      if (name === upTo) return;
    }
  }

  #openDeep(): boolean {
    if (this.#tag === null) return false;
    const { name, attributes } = this.#tag;
    this.#tag = null;
    this.#deep.push(name);
    this.#handler.onopentag?.(name, Object.fromEntries(attributes), false);
    return true;
  }

  override onopentagname(start: number, end: number): void {
    const name = this.#depth < deepest ? "" : this.#html.slice(start, end).toLowerCase();
    if (name === "" || this.isVoidElement(name)) super.onopentagname(start, end);
    else this.#tag = { name, attributes: new Map() };
  }

  override onopentagend(end: number): void {
    if (!this.#openDeep()) super.onopentagend(end);
  }

  override onselfclosingtag(end: number): void {
    const name = this.#tag?.name;
    if (name === undefined) super.onselfclosingtag(end);
    else if (this.#openDeep() && this.isInForeignContext()) this.#closeDeep(name);
  }

  override onclosetag(start: number, end: number): void {
    const name = this.#deep.names.length === 0 ? "" : this.#html.slice(start, end).toLowerCase();
    if (this.#deep.has(name)) this.#closeDeep(name);
    else super.onclosetag(start, end);
  }
}

/**
 * Reads the whole of `html` and tells `handler` its elements and text in document order; each opened element is closed once, inner before outer.
 * Elements nested deeper than any page nests them are told too, but only their own closing tag or that of an element around them closes them:
 * none is closed by what follows, as `<li>` is by the next `<li>`.
 * Linear in the length of `html`; never throws on any text.
 */
export function parseHtml(html: string, handler: HtmlHandler): void {
  new DeepParser(html, handler).end(html);
}
