import { isoIn } from "./date.ts";
import { parseHtml } from "./html-parse.ts";
import { readJsonLd } from "./json-ld.ts";
import type { FoundMeta } from "./page.ts";

/** Fields of `meta` elements by their name in lower case (`name`, `property` or `itemprop`); the first of a name counts. */
type Fields = ReadonlyMap<string, string>;

const publishedNames =
  "article:published_time og:article:published_time datepublished og:published_time publish-date publishdate publish_date parsely-pub-date sailthru.date dc.date.issued dc.date dcterms.created dcterms.date pubdate article.published date cxenseparse:recs:publishtime".split(
    " ",
  );
const modifiedNames = "article:modified_time og:updated_time datemodified lastmod last-modified dcterms.modified".split(
  " ",
);
const titleNames = ["og:title", "twitter:title", "headline", "dc.title", "parsely-title"];
const publisherNames = ["og:site_name", "dc.publisher", "application-name", "publisher"];
const authorNames = ["author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author"];

const firstOf = <T>(names: readonly string[], value: (name: string) => T | null): T | null => {
  for (const name of names) {
    const found = value(name);
    if (found !== null) return found;
  }
  return null;
};

const textOrNull = (text: string | undefined): string | null =>
  text?.replace(/\s+/g, " ").trim().slice(0, 1000) || null;

/** An absolute http(s) address; null for any other text. */
const webAddress = (text: string | null): string | null =>
  text !== null && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;

const isName = (text: string): boolean => text.length < 100 && !/^https?:|[<>{}@]/.test(text);

/** What the head and the marked elements of a page say of it. No element is trusted further than its form: days must exist, addresses be http(s). */
export function readFields(html: string): FoundMeta {
  const fields = new Map<string, string>();
  const scripts: string[] = [];
  const times: string[] = [];
  let canonical: string | null = null;
  let title = "";
  let inside: "title" | "json" | null = null;
  let script = "";
  parseHtml(html, {
    onopentag: (name, attributes) => {
      if (name === "meta") {
        const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? "").toLowerCase();
        if (key && attributes.content && !fields.has(key)) fields.set(key, attributes.content);
      } else if (name === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? ""))
        canonical ??= attributes.href ?? null;
      else if (name === "title" && title === "") inside = "title";
      else if (name === "script" && /^application\/ld\+json/i.test(attributes.type ?? "")) {
        inside = "json";
        script = "";
      } else if (attributes.datetime && (name === "time" || attributes.itemprop)) {
        if (/datepublished/i.test(attributes.itemprop ?? "") && !fields.has("datepublished"))
          fields.set("datepublished", attributes.datetime);
        else if (/datemodified/i.test(attributes.itemprop ?? "")) fields.set("datemodified", attributes.datetime);
        else times.push(attributes.datetime);
      }
    },
    onclosetag: (name) => {
      if (inside === "json" && name === "script") scripts.push(script);
      if (name === "title" || name === "script") inside = null;
    },
    ontext: (data) => {
      if (inside === "title") title += data;
      else if (inside === "json") script += data;
    },
  });
  return foundMeta(fields, readJsonLd(scripts), times, canonical, title);
}

function foundMeta(
  fields: Fields,
  linked: FoundMeta,
  times: readonly string[],
  canonical: string | null,
  windowTitle: string,
): FoundMeta {
  const field = (name: string) => textOrNull(fields.get(name));
  const day = (name: string) => isoIn(field(name) ?? "");
  const author = firstOf(authorNames, (name) => {
    const found = field(name);
    return found !== null && isName(found) ? found : null;
  });
  return {
    title: firstOf(titleNames, field) ?? linked.title ?? textOrNull(windowTitle),
    byline: linked.byline.length > 0 ? linked.byline : author === null ? [] : [author.replace(/^by /i, "")],
    publisher: field("og:site_name") ?? linked.publisher ?? firstOf(publisherNames, field),
    url: webAddress(textOrNull(canonical ?? undefined)) ?? webAddress(field("og:url")) ?? webAddress(linked.url),
    published: linked.published ?? firstOf(publishedNames, day) ?? firstOf(times, isoIn),
    modified: linked.modified ?? firstOf(modifiedNames, day),
  };
}
