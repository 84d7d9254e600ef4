import type { FurnitureKind } from "../model/block.ts";

/** What class, id, role and itemprop of an element say of the text in it. */
export interface NameMarks {
  /** The kind of furniture that boxes so called hold; null where the names say nothing. */
  readonly furniture: FurnitureKind | null;
  /** 2: it is called the body of an article; 1: an article or a page's content; 0: neither. */
  readonly article: 0 | 1 | 2;
  /** What stands about the report: a caption or its credit, a line of author and day, a standfirst. */
  readonly part: "caption" | "meta" | "standfirst" | null;
  /** It is there for machines and readers by ear only. */
  readonly hidden: boolean;
}

// One word of a class or an id is enough.
const furnitureWords: Readonly<Record<string, string>> = {
  navigation:
    "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager masthead sitenav topbar toolbar tags taglist keywords toc skiplink skiplinks hamburger megamenu sitemap quicklinks prevnext backlink",
  share:
    "share sharing social sharebar sharebear addthis sharedaddy socials addtoany shariff sociallinks sharethis shares socialmedia jp-relatedposts follow",
  comment:
    "comments comment disqus respond commentlist replies commentform commentarea discussion leserkommentare kommentare kommentar livefyre webmentions",
  newsletter: "newsletter newsletters subscribe subscription signup optin mailchimp mailinglist mailpoet subscribebox",
  related:
    "related recommended recommendations recommendation recirc recirculation outbrain taboola zergnet revcontent trending popular mostread mostpopular sidebar sidebars promo promos promobox teaser teasers widgets readmore crosslink crosslinks crosssell upsell latest linkbox linklist onwardcontent seealso similar yarpp infobox",
  legal: "cookie cookies cookiebanner gdpr consent copyright disclaimer legal impressum imprint privacy",
  donation: "donate donation donations donatebox contribute",
  player: "player jwplayer videoplayer audioplayer jplayer",
  other:
    "ad ads advert adverts advertisement advertising adslot adsense banner sponsored sponsor modal popup popover lightbox overlay footer dialog tooltip dropdown offcanvas login register signin regwall authorbox authorbio biography bio vcard aboutauthor profile hidden-print noprint rating ratings votes search searchform werbung anzeige colophon alert alertbar ticker print-only printonly poll buttons btn button cta badge",
};
const furnitureOfWord: ReadonlyMap<string, FurnitureKind> = new Map(
  Object.entries(furnitureWords).flatMap(([kind, words]) =>
    words.split(" ").map((word) => [word, kind as FurnitureKind] as const),
  ),
);
// Words together, in a class whose words stand with a hyphen between them.
const furniturePatterns: readonly (readonly [RegExp, FurnitureKind])[] = [
  [/(?:^|-)(?:read|more|also)-(?:more|also|stories|articles|news|from|on|next|like|links)(?:-|$)/, "related"],
  [
    /(?:^|-)(?:most|top|latest|other|popular|recent)-(?:read|viewed|popular|stories|news|posts|articles|shared)(?:-|$)/,
    "related",
  ],
  [/(?:^|-)you-(?:may|might)(?:-|$)|(?:^|-)see-also(?:-|$)|(?:^|-)up-next(?:-|$)|^rel-/, "related"],
  [
    /(?:^|-)(?:about|post|article|entry)-(?:the-)?(?:author|bio)(?:-|$)|(?:^|-)author-(?:bio|box|info|description|card|about|profile|details)(?:-|$)/,
    "other",
  ],
  [/(?:^|-)(?:post|entry|article)-(?:footer|tags|nav|navigation)(?:-|$)/, "other"],
  [/^widget$|^widget-|(?<!elementor)-widget$|^textwidget$/, "related"],
  [
    /^(?:side|rail|right-?rail|left-?rail|right-?col|right-?column|col-?right|secondary|rightsidebar|leftsidebar|sidecol)$|-(?:right-?rail|side-?bar|side-?column)(?:-|$)|(?:^|-)aside$/,
    "related",
  ],
  [/(?:^|-)(?:sign-up|mailing-list|email-form|opt-in)(?:-|$)/, "newsletter"],
  [
    /(?:^|-)(?:skip-to|skip-link|prev-next|post-nav|tag-list|table-of-contents|main-menu|page-numbers)(?:-|$)/,
    "navigation",
  ],
  [/(?:^|-)(?:adsbygoogle|google-ad|dfp|ad-unit|ad-slot|ad-container|ad-wrapper)(?:-|$)|^ad-|-ad$/, "other"],
];

const bodyNames =
  /(?:^|-)(?:article|story|post|entry|news|blog|blogpost|recipe|artikel|articulo|articolo|noticia|nota|news|content|single|page|body)-?(?:body|text|copy|content|inhalt|texte|contenu|texto|cuerpo|contenido|corpo|testo|tresc|paragraphs?)(?:-|$)|(?:^|-)(?:bodytext|bodycopy|storytext|articletext|articlebody|storybody|body-copy|body-content|body-text|field-name-body|field-body|field-item-body|caas-body|markdown-body|mw-parser-output|text-body|detail-text|article-detail|main-text|fliesstext|postbody)(?:-|$)/;
const notBodyNames =
  /(?:^|-)(?:header|head|footer|sidebar|meta|wrapper|wrap|title|list|page-content|bottom|top|image|media|right|left)(?:-|$)/;
const articleNames =
  /^(?:hentry|h-entry|article|post|story|entry|type-post|main|content|maincontent|main-content|primary|news-single|blog-post|recipe|text)$|(?:^|-)(?:single-post|news-detail|article-main|story-main|post-single)(?:-|$)/;
const captionNames =
  /(?:^|-)(?:caption|captions|figcaption|credit|credits|photocredit|imagecredit|bildunterschrift|legend|slideshow|gallery|image-description|image-info|img-desc|photo-by|image-source|copyright-image)(?:-|$)/;
const metaNames =
  /(?:^|-)(?:byline|bylines|dateline|timestamp|pubdate|published|publish-date|pub-date|entry-date|post-date|article-date|author|authors|entry-meta|post-meta|meta|metadata|postmeta|article-info|post-info|reading-time|readtime|read-time|postmetadata|kicker|category|categories|eyebrow)(?:-|$)/;
const standfirstNames =
  /(?:^|-)(?:subtitle|subheadline|sub-headline|subhead|sub-title|deck|dek|standfirst|article-summary|post-excerpt|entry-subtitle)(?:-|$)/;
const hiddenNames =
  /^(?:sr-only|screen-reader-text|visually-hidden|visuallyhidden|screen-reader|element-invisible|sr-text|u-hidden-visually|hide-visually)$/;
// A post's own classes tell of what it is about, not of what the box is for.
const subjectNames = /^(?:category|tag|postid|taxonomy|format|status|type)-/;

/** One class or id as words with a hyphen between: "StoryBody__text" is "story-body-text". */
const hyphened = (name: string): string =>
  (/^[a-z\d-]+$/.test(name) ? name : hyphenedWords(name))
    .replace(/^-|-$/g, "")
    .replace(/(?:^|-)(?:has|with|without|no|not|is|show|hide|js|includes)-[a-z]+/g, "");

const hyphenedWords = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");

function furnitureOfName(name: string): FurnitureKind | null {
  const joined = furnitureOfWord.get(name.replaceAll("-", ""));
  if (joined) return joined;
  for (const word of name.split("-")) {
    const kind = furnitureOfWord.get(word);
    if (kind) return kind;
  }
  for (const [pattern, kind] of furniturePatterns) if (pattern.test(name)) return kind;
  return null;
}

const nothing: NameMarks = { furniture: null, article: 0, part: null, hidden: false };

function marksOfName(raw: string): NameMarks {
  const name = hyphened(raw);
  if (name === "") return nothing;
  const hidden = hiddenNames.test(name);
  if (subjectNames.test(name)) return hidden ? { ...nothing, hidden } : nothing;
  const isBody = bodyNames.test(name) && !notBodyNames.test(name);
  const article = isBody ? 2 : articleNames.test(name) ? 1 : 0;
  const isPart = {
    caption: captionNames.test(name),
    meta: metaNames.test(name),
    standfirst: standfirstNames.test(name),
  };
  const part = isPart.caption ? "caption" : isPart.meta ? "meta" : isPart.standfirst ? "standfirst" : null;
  const furniture = furnitureOfName(name);
  const isNothing = furniture === null && article === 0 && part === null && !hidden;
  return isNothing ? nothing : { furniture, article, part, hidden };
}

// Pages of one publisher share their names, and telling what one means takes a dozen patterns. A few megabytes at most.
const mostKnown = 20_000;
const known = new Map<string, NameMarks>();

function knownMarks(raw: string): NameMarks {
  const found = known.get(raw);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const marks = marksOfName(raw);
  // A copy of its own: a part of a page's text keeps the whole of it in memory.
  known.set(raw.split("").join(""), marks);
  return marks;
}

/** Marks of an element by its class and id as written, at most 400 characters of them. Whole words only; the first that says something counts. */
export function marksOfNames(names: string): NameMarks {
  let marks = nothing;
  for (const raw of names.slice(0, 400).split(/\s+/)) {
    if (raw === "" || raw.length > 80) continue;
    const own = knownMarks(raw);
    if (own === nothing) continue;
    marks =
      marks === nothing
        ? own
        : {
            furniture: marks.furniture ?? own.furniture,
            article: own.article > marks.article ? own.article : marks.article,
            part: marks.part ?? own.part,
            hidden: marks.hidden || own.hidden,
          };
  }
  return marks;
}
