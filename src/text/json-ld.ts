import { isoIn } from "./date.ts";
import type { FoundMeta } from "./page.ts";

const articleTypes = /^(?:.*\/)?(?:\w*Article|NewsArticle|BlogPosting|Report|LiveBlogPosting|Review)$/;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const textOf = (value: unknown): string | null =>
  typeof value === "string" ? value.replace(/\s+/g, " ").trim().slice(0, 1000) || null : null;

/** A thing's name, where it is given as text or as an object with a name (schema.org allows both). */
const nameOf = (value: unknown): string | null => textOf(isFields(value) ? value.name : value);

/** The first object of an article's type, in the list itself, a `@graph`, or a `mainEntity`; eight levels are looked through. */
function articleIn(value: unknown, levels = 8): Fields | null {
  if (levels === 0) return null;
  for (const one of listOf(value)) {
    if (!isFields(one)) continue;
    if (listOf(one["@type"]).some((type) => typeof type === "string" && articleTypes.test(type))) return one;
    const below = articleIn(one["@graph"], levels - 1) ?? articleIn(one.mainEntity, levels - 1);
    if (below) return below;
  }
  return null;
}

const parsed = (script: string): unknown => {
  try {
    return JSON.parse(script);
  } catch {
    return null;
  }
};

/** What the page's JSON-LD scripts say of the article (schema.org NewsArticle and its kin). A script that is no JSON says nothing. */
export function readJsonLd(scripts: readonly string[]): FoundMeta {
  const article = articleIn(scripts.map(parsed)) ?? {};
  return {
    title: textOf(article.headline),
    byline: listOf(article.author)
      .map(nameOf)
      .filter((name) => name !== null && !/^https?:/.test(name)) as string[],
    publisher: nameOf(listOf(article.publisher)[0]),
    url: textOf(article.url),
    published: isoIn(textOf(article.datePublished) ?? ""),
    modified: isoIn(textOf(article.dateModified) ?? ""),
  };
}
