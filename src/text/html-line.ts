import type { BlockKind, FurnitureKind } from "../model/block.ts";
import { marksOfNames, type NameMarks } from "./html-names.ts";
import { type Attributes, type HtmlHandler, parseHtml, type ToldAttributes } from "./html-parse.ts";
import type { Line } from "./line.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const silent = setOf(
  "script style template noscript svg head iframe object embed canvas audio video map math select datalist textarea dialog",
);
const breaking = setOf(
  "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol " +
    "option p pre section summary table tbody tfoot thead tr ul caption button label",
);

const furnitureOfElement: Readonly<Record<string, FurnitureKind>> = {
  nav: "navigation",
  menu: "navigation",
  footer: "other",
  aside: "related",
  button: "other",
  label: "other",
};
const furnitureOfRole: Readonly<Record<string, FurnitureKind>> = {
  navigation: "navigation",
  complementary: "related",
  contentinfo: "other",
  search: "other",
  dialog: "other",
  menu: "navigation",
  menubar: "navigation",
  tablist: "navigation",
};

const kindOfElement: Readonly<Record<string, BlockKind>> = {
  h1: "title",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  figcaption: "caption",
};

/** An element that begins a new line, with what it says of the text in it. Its lines are those from `first` to before `end`. */
export interface Box {
  readonly name: string;
  readonly parent: Box | null;
  /** Class and id as written. */
  readonly names: string;
  readonly marks: NameMarks;
  /** What it is by its element or its role. */
  readonly furniture: FurnitureKind | null;
  /** 2: the page marks it as the body of an article; 1: as an article or its main part; 0: neither. */
  readonly strength: 0 | 1 | 2;
  /** The nearest box around it that is marked as the body of an article, and as an article or its main part. */
  readonly bodyAround: Box | null;
  readonly articleAround: Box | null;
  /** The heading or the caption that it is or stands in. */
  readonly label: Box | null;
  readonly first: number;
  end: number;
}

/** A line of a page: the box right around it, and how much of it is links. */
export interface HtmlLine extends Line {
  readonly box: Box;
  /** Share (0 to 1) of its characters that are links. */
  readonly linked: number;
  /** What it is by its element: title, heading, caption. */
  readonly kind: BlockKind | null;
}

/** The text of a page, its lines, and its boxes in the order in which they open. */
export interface HtmlLines {
  readonly text: string;
  readonly lines: readonly HtmlLine[];
  readonly boxes: readonly Box[];
}

/** The attributes that tell of the text in an element. */
export const lineAttributes: ToldAttributes = {
  names: "class id hidden aria-hidden style itemprop role".split(" "),
  elements: [],
  namesOfElements: [],
};

const isHidden = (attributes: Attributes): boolean =>
  attributes.hidden !== undefined ||
  attributes["aria-hidden"] === "true" ||
  (attributes.style !== undefined &&
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style.slice(0, 500)));

/** Text as a browser shows it: white space run together, a line feed for a line break, a tab between cells. */
const shownText = (source: string): string => (/[^\S ]| {2}/.test(source) ? withoutRuns(source) : source).trim();

const withoutRuns = (source: string): string =>
  source
    .replace(/[^\S\t\v\u00A0]+/g, " ")
    .replace(/ ?\t[ \t]*/g, "\t")
    .replace(/ ?\v ?/g, "\n");

// A heading that was never closed holds all the rest of the page.
const mostLinesOfHeading = 4;

function kindOf(box: Box): BlockKind | null {
  const own = kindOfElement[box.name];
  const label = own ? box : box.label;
  if (label === null || (label.end - label.first > mostLinesOfHeading && label.name !== "figcaption")) return null;
  return kindOfElement[label.name] ?? null;
}

const namesOf = ({ class: names = "", id = "" }: Attributes): string => (id === "" ? names : `${names} ${id}`);

const noMarks = marksOfNames("");

/**
 * Text of a page's visible elements in document order: white space as a browser shows it, one block a line with an empty line between two,
 * the cells of a table row with a tab between two, unless they are as long as paragraphs.
 */
export function linesOfHtml(html: string): HtmlLines {
  const reader = lineReader();
  parseHtml(html, reader.handler);
  return reader.lines();
}

/** What reads the lines of a page while it is parsed: `handler` is told the page, then `lines` gives what was found, once. */
export interface LineReader {
  readonly handler: Required<HtmlHandler>;
  readonly lines: () => HtmlLines;
}

export function lineReader(): LineReader {
  const known = new Map<string, NameMarks>();
  const boxes: Box[] = [];
  const pieces: string[] = [];
  const lines: (HtmlLine & { kind: BlockKind | null })[] = [];
  const root: Box = {
    name: "",
    parent: null,
    names: "",
    marks: noMarks,
    furniture: null,
    strength: 0,
    bodyAround: null,
    articleAround: null,
    label: null,
    first: 0,
    end: 0,
  };
  boxes.push(root);
  let box = root;
  let length = 0;
  let open = "";
  let linked = 0;
  let lineBox = root;
  let silence = 0;
  let links = 0;
  let cell = 0;
  const addLine = (line: string, share: number) => {
    if (line === "") return;
    if (length > 0) {
      pieces.push("\n\n");
      length += 2;
    }
    lines.push({
      start: length,
      end: length + line.length,
      gapBefore: true,
      indent: 0,
      box: lineBox,
      linked: share,
      kind: null,
    });
    pieces.push(line);
    length += line.length;
  };
  const endLine = () => {
    cell = 0;
    if (open === "") return;
    const trimmed = open.trim();
    if (trimmed !== "") {
      const share = Math.min(1, linked / trimmed.length);
      // Two line breaks in a row part paragraphs; one stands inside of one.
      if (!trimmed.includes("\v")) addLine(shownText(trimmed), share);
      else for (const part of trimmed.split(/\v\s*\v/)) addLine(shownText(part), share);
    }
    open = "";
    linked = 0;
  };
  const marksOf = (all: string): NameMarks => {
    if (all === "") return noMarks;
    let marks = known.get(all);
    if (!marks) {
      marks = marksOfNames(all);
      known.set(all, marks);
    }
    return marks;
  };
  const handler: Required<HtmlHandler> = {
    attributes: lineAttributes,
    onopentag: (name, attributes) => {
      const isSilent = silence > 0 || silent.has(name) || isHidden(attributes);
      if (breaking.has(name)) {
        endLine();
        const names = namesOf(attributes);
        const marks = marksOf(names);
        const isBody = attributes.itemprop !== undefined && /articlebody/i.test(attributes.itemprop);
        box = {
          name,
          parent: box,
          names,
          marks,
          furniture: furnitureOfElement[name] ?? furnitureOfRole[attributes.role ?? ""] ?? null,
          strength: isBody ? 2 : name === "article" || name === "main" ? (marks.article === 2 ? 2 : 1) : marks.article,
          bodyAround: box.strength === 2 ? box : box.bodyAround,
          articleAround: box.strength > 0 ? box : box.articleAround,
          label: kindOfElement[box.name] ? box : box.label,
          first: lines.length,
          end: lines.length,
        };
        boxes.push(box);
        if (isSilent || marks.hidden) silence++;
      } else {
        if (name === "br") open += "\v";
        else if (name === "td" || name === "th") {
          if (open.length - cell > 150) endLine();
          else if (open !== "") open += "\t";
          cell = open.length;
        } else if (name === "a") links++;
        if (isSilent || (attributes.class !== undefined && marksOf(attributes.class).hidden)) silence++;
      }
    },
    onclosetag: (name) => {
      if (silence > 0) silence--;
      if (breaking.has(name)) {
        endLine();
        box.end = lines.length;
        box = box.parent ?? root;
      } else if (name === "a") links--;
      else if ((name === "td" || name === "th") && open.length - cell > 150) endLine();
    },
    ontext: (data) => {
      if (silence > 0) return;
      const bare = data.trim();
      if (bare !== "") {
        lineBox = box;
        if (links > 0) linked += bare.length;
      }
      // A tab of the source is white space like any other: here it stands between cells, and VT for a line break.
      open += data.includes("\t") || data.includes("\v") ? data.replace(/[\t\v]/g, " ") : data;
    },
  };
  const finish = (): HtmlLines => {
    endLine();
    root.end = lines.length;
    // Only now is it known how many lines a heading holds.
    for (const line of lines) line.kind = kindOf(line.box);
    return { text: pieces.join(""), lines, boxes: boxes.filter((one) => one.first < one.end || one === root) };
  };
  return { handler, lines: finish };
}
