import { parseIso } from "../../model/day.ts";
import { lineOrNull, webAddress } from "./captured.ts";

/** Fields of a front matter by name in lower case; a list keeps its order, a scalar is a list of one. */
export type FrontMatter = ReadonlyMap<string, readonly string[]>;

// The front matter of a saved page has a dozen lines.
const limitUnits = 50_000;

const scalarOf = (raw: string): string => {
  const text = raw.trim();
  const quote = text[0];
  if (quote === '"' || quote === "'") {
    const end = text.lastIndexOf(quote);
    const inner = text.slice(1, end > 0 ? end : undefined);
    return quote === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\/])/g, "$1");
  }
  return text.replace(/\s#.*$/, "").trim();
};

/** Items between commas that are not in quotes, of a list on one line. */
function itemsOf(raw: string): readonly string[] {
  const items = raw.match(/"(?:[^"\\]|\\.){0,2000}"|'[^']{0,2000}'|[^,]{1,2000}/g) ?? [];
  return items.map(scalarOf).filter((item) => item !== "");
}

const valueOf = (raw: string): readonly string[] => {
  const text = raw.trim();
  if (text.startsWith("[") && text.endsWith("]") && !text.startsWith("[[")) return itemsOf(text.slice(1, -1));
  const scalar = scalarOf(text);
  return scalar === "" || scalar === "null" || scalar === "~" ? [] : [scalar];
};

/** Index behind the front matter and its lines; null where the text does not open with one: a line `---` (or `+++`), fields, and such a line again. */
function fencedLines(text: string): { readonly lines: readonly string[]; readonly end: number } | null {
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]{0,20}\r?\n/.exec(text);
  if (!fence) return null;
  const front = text.slice(fence[0].length, fence[0].length + limitUnits);
  const close = fence[1] === "---" ? /^(?:---|\.\.\.)[ \t]{0,20}\r?$/m : /^\+\+\+[ \t]{0,20}\r?$/m;
  const found = close.exec(front);
  if (!found || !/^["']?[\w-]{1,60}["']?\s{0,9}[:=]/m.test(front.slice(0, found.index))) return null;
  return { lines: front.slice(0, found.index).split(/\r?\n/), end: fence[0].length + found.index + found[0].length };
}

/**
 * The front matter of a Markdown text and where the text behind it begins: plain scalars and lists of them, as YAML or TOML write them. Nested
 * values, anchors, tags and texts of several lines are not evaluated: their lines say nothing. No fields, and 0, where there is none.
 */
export function readFrontMatter(text: string): { readonly fields: FrontMatter; readonly end: number } {
  const found = fencedLines(text);
  if (!found) return { fields: new Map(), end: 0 };
  const fields = new Map<string, string[]>();
  let open: string[] | null = null;
  for (const line of found.lines) {
    const item = /^\s{0,20}-\s+(\S.*)$/.exec(line);
    if (item && open) {
      const value = scalarOf(item[1]!);
      if (value !== "") open.push(value);
      continue;
    }
    const field = /^["']?([\w-]{1,60})["']?\s{0,9}[:=](?:\s+(.*))?$/.exec(line);
    if (!field) {
      if (line.trim() !== "" && !line.trim().startsWith("#")) open = null;
      continue;
    }
    const name = field[1]!.toLowerCase();
    open = [...valueOf(field[2] ?? "")];
    if (fields.has(name)) open = null;
    else fields.set(name, open);
  }
  return { fields, end: found.end };
}

/** What a front matter says of its text, by the names that note programs, web clippers and site generators use. */
export interface Fronted {
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly byline: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  readonly retrieved: string | null;
}

const dayOf = (value: string | null): string | null => {
  const found = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?/i.exec(
    value ?? "",
  );
  const iso = found ? parseIso(found[0]) : null;
  return iso?.ok ? iso.value : null;
};

/** Fields -> meta. The first name that has a value of its form counts. */
export function frontedOf(fields: FrontMatter): Fronted {
  const values = (names: string): readonly string[] => names.split(" ").flatMap((name) => fields.get(name) ?? []);
  // Note programs write a name as a link to its note: [[Anna Tessel]].
  const plain = (text: string): string | null =>
    lineOrNull(text.replace(/^\[\[([^\]|]{1,300})(?:\|[^\]]{0,300})?\]\]$/, "$1"));
  const first = <T>(names: string, read: (value: string) => T | null): T | null => {
    for (const value of values(names)) {
      const found = read(value);
      if (found !== null) return found;
    }
    return null;
  };
  const name = (value: string): string | null => (/^https?:/i.test(value) ? null : plain(value));
  return {
    title: first("title headline", plain),
    url: first("url link source source_url source-url canonical canonical_url permalink", webAddress),
    publisher: first("publisher site site_name sitename publication outlet source", name),
    byline: [
      ...new Set(
        values("author authors byline creator")
          .map(name)
          .filter((one) => one !== null),
      ),
    ],
    published: first("published date_published published_at publication_date pubdate date", dayOf),
    modified: first("modified updated lastmod last_modified date_modified", dayOf),
    retrieved: first("retrieved accessed clipped saved captured created date_saved", dayOf),
  };
}
