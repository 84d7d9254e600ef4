import type { BlockKind, FurnitureKind } from "../model/block.ts";
import { parseHtml } from "./html-parse.ts";
import type { Line } from "./line.ts";

const silent = new Set(
  "script style template noscript svg head iframe object embed canvas audio video map math select datalist textarea dialog".split(
    " ",
  ),
);
const breaking = new Set(
  (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol " +
    "option p pre section summary table tbody tfoot thead tr ul caption button label"
  ).split(" "),
);

const furnitureOfElement: Readonly<Record<string, FurnitureKind>> = {
  nav: "navigation",
  menu: "navigation",
  footer: "other",
  aside: "related",
  form: "newsletter",
  button: "other",
  label: "other",
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

type Attributes = Readonly<Record<string, string | undefined>>;

// Names by which the markup of news pages calls its boxes; whole words of class and id only.
const classFurniture: readonly (readonly [RegExp, FurnitureKind])[] = [
  [
    /^(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|masthead|sitenav|tags?|topics|skip-?link|toolbar)$/,
    "navigation",
  ],
  [/^(?:share|sharing|social|sharebar|addthis|sharedaddy|socials|follow)$/, "share"],
  [/^(?:comments?|disqus|respond|commentlist|replies)$/, "comment"],
  [/^(?:newsletter|newsletters|subscribe|subscription|signup|optin)$/, "newsletter"],
  [
    /^(?:related|recommended|recommendations|recirc|more-?stories|read-?more|readmore|outbrain|taboola|trending|popular|mostread|sidebar|promo|teasers?|widget)$/,
    "related",
  ],
  [/^(?:cookie|cookies|gdpr|consent|copyright|disclaimer|legal)$/, "legal"],
  [/^(?:donate|donation|donations|contribute)$/, "donation"],
  [/^(?:player|jwplayer|video-?player)$/, "player"],
  [/^(?:ad|ads|advert|advertisement|advertising|adslot|sponsored|sponsor|modal|popup|footer|banner|paywall)$/, "other"],
];

function furnitureOfNames(attributes: Attributes): FurnitureKind | null {
  const names = `${attributes.class ?? ""} ${attributes.id ?? ""}`.slice(0, 500).toLowerCase();
  const words = names.split(/[\s_]+|--|__|-/).concat(names.split(/\s+/));
  for (const [pattern, furniture] of classFurniture) if (words.some((word) => pattern.test(word))) return furniture;
  return null;
}

const isHidden = (attributes: Attributes): boolean =>
  attributes.hidden !== undefined ||
  attributes["aria-hidden"] === "true" ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test((attributes.style ?? "").slice(0, 500));

const isArticle = (name: string, attributes: Attributes): boolean =>
  name === "article" ||
  name === "main" ||
  /articlebody/i.test(attributes.itemprop ?? "") ||
  /(?:^|[\s_-])(?:article-?body|article-?content|entry-?content|post-?content|story-?body|article-?text)(?:$|[\s_-])/i.test(
    (attributes.class ?? "").slice(0, 500),
  );

/** What the elements around a piece of text say; an element adds to its parent's. */
interface Scope {
  readonly name: string;
  readonly silent: boolean;
  readonly linked: boolean;
  readonly kind: BlockKind | null;
  readonly furniture: FurnitureKind | null;
  readonly inArticle: boolean;
}

const outermost: Scope = { name: "", silent: false, linked: false, kind: null, furniture: null, inArticle: false };

function scopeOf(name: string, attributes: Attributes, parent: Scope): Scope {
  const inArticle = parent.inArticle || isArticle(name, attributes);
  // A header outside an article is the site's; inside it holds the headline.
  const own = name === "header" && !inArticle ? "navigation" : (furnitureOfElement[name] ?? null);
  // The names of the outermost elements are about the page as a whole ("body class=sidebar").
  const named =
    name === "html" || name === "body" || inArticle !== parent.inArticle ? null : furnitureOfNames(attributes);
  return {
    name,
    silent: parent.silent || silent.has(name) || isHidden(attributes),
    linked: parent.linked || name === "a",
    kind: kindOfElement[name] ?? parent.kind,
    furniture: parent.furniture ?? named ?? own,
    inArticle,
  };
}

/** Text as a browser shows it: white space run together, a line feed for a line break, a tab between cells. */
const shownText = (source: string): string =>
  source
    .replace(/[^\S\t\v\u00A0]+/g, " ")
    .replace(/ ?\t[ \t]*/g, "\t")
    .replace(/ ?\v ?/g, "\n")
    .trim();

/** The text of a page and its lines, each with what the markup says of it. */
export interface HtmlLines {
  readonly text: string;
  readonly lines: readonly Line[];
}

/**
 * Text of a page's visible elements in document order: white space as a browser shows it, one block a line with an empty line between two,
 * the cells of a table row with a tab between two.
 */
export function linesOfHtml(html: string): HtmlLines {
  const scopes: Scope[] = [outermost];
  const pieces: string[] = [];
  const lines: Line[] = [];
  let length = 0;
  let open: string[] = [];
  let linked = 0;
  let scope = outermost;
  const addLine = (line: string, share: number) => {
    if (line === "") return;
    if (length > 0) {
      pieces.push("\n\n");
      length += 2;
    }
    const { kind, furniture, inArticle } = scope;
    lines.push({
      start: length,
      end: length + line.length,
      gapBefore: true,
      hint: { kind, furniture, inArticle, linked: share },
    });
    pieces.push(line);
    length += line.length;
  };
  const endLine = () => {
    // Two line breaks in a row part paragraphs; one stands inside of one.
    const parts = open.join("").split(/\v\s*\v/);
    const share = Math.min(1, linked / Math.max(1, open.join("").trim().length));
    open = [];
    linked = 0;
    for (const part of parts) addLine(shownText(part), share);
  };
  parseHtml(html, {
    onopentag: (name, attributes) => {
      const next = scopeOf(name, attributes, scopes.at(-1)!);
      if (breaking.has(name)) endLine();
      else if (name === "br") open.push("\v");
      else if ((name === "td" || name === "th") && open.length > 0) open.push("\t");
      scopes.push(next);
    },
    onclosetag: (name) => {
      if (breaking.has(name)) endLine();
      if (scopes.length > 1) scopes.pop();
    },
    ontext: (data) => {
      const here = scopes.at(-1)!;
      if (here.silent) return;
      if (data.trim() !== "") scope = here;
      // A tab of the source is white space like any other: here it stands between cells, and VT for a line break.
      open.push(data.replace(/[\t\v]/g, " "));
      if (here.linked) linked += data.trim().length;
    },
  });
  endLine();
  return { text: pieces.join(""), lines };
}
