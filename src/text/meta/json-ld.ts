import { parseHtml } from "../html-parse.ts";
import { repairJson } from "./json-repair.ts";

/** An object of JSON-LD, its properties unread. */
export type Thing = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Thing =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A property as a list: schema.org allows one value or several wherever it allows one. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, 1000) : value === undefined || value === null ? [] : [value];

/** `text` with its entities read and its tags left out: text for a script is often written as if for the page. */
function shownText(text: string): string {
  if (!/[&<]/.test(text)) return text;
  const pieces: string[] = [];
  parseHtml(text, { ontext: (data) => pieces.push(data) });
  return pieces.join("");
}

const textForm = (value: string): string | null =>
  shownText(value.slice(0, 4000)).replace(/\s+/g, " ").trim().slice(0, 1000) || null;

/** A property that is text, white space run together, at most 1,000 units; the first of a list; null for anything else. */
export const textOf = (value: unknown): string | null => {
  const [first] = listOf(value);
  return typeof first === "string" ? textForm(first) : typeof first === "number" ? String(first) : null;
};

function parsed(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    try {
      return JSON.parse(repairJson(script));
    } catch {
      return null;
    }
  }
}

/** What the JSON-LD of a page holds. */
export interface LinkedData {
  /** Objects with a type, in page order, outer before inner; at most 5,000. */
  readonly things: readonly Thing[];
  readonly byId: ReadonlyMap<string, Thing>;
}

const mostThings = 5000;
const mostValues = 200_000;

/** The objects of JSON-LD scripts: lists, graphs and objects inside of others, looked through in page order. A script that is no JSON, even repaired, has none. */
export function linkedDataOf(scripts: readonly string[]): LinkedData {
  const things: Thing[] = [];
  const byId = new Map<string, Thing>();
  // A stack of its own: data nested a million deep must not end the program's.
  const left: unknown[] = scripts.map(parsed).toReversed();
  for (let seen = 0; left.length > 0 && seen < mostValues && things.length < mostThings; seen++) {
    const value = left.pop();
    if (Array.isArray(value)) {
      for (let at = Math.min(value.length, mostValues) - 1; at >= 0; at--) left.push(value[at]);
    } else if (isThing(value)) {
      const id = value["@id"];
      if (value["@type"] !== undefined) things.push(value);
      if (typeof id === "string" && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value);
      for (const inner of Object.values(value).toReversed())
        if (typeof inner === "object" && inner !== null) left.push(inner);
    }
  }
  return { things, byId };
}

/** The types of a thing without the address of their vocabulary. */
export const typesOf = (thing: Thing): readonly string[] =>
  listOf(thing["@type"]).flatMap((type) =>
    typeof type === "string" ? [type.slice(0, 200).replace(/^.*[/#:]/, "")] : [],
  );

/** The thing that a property refers to by `@id`, or the value as it is. */
export const resolved = (value: unknown, { byId }: LinkedData): unknown => {
  if (!isThing(value) || typeof value["@id"] !== "string" || value.name !== undefined) return value;
  return byId.get(value["@id"]) ?? value;
};

/** Names that a property gives, as text or as things with a name, in order. */
export const namesOf = (value: unknown, data: LinkedData): readonly string[] =>
  listOf(value).flatMap((one) => {
    const thing = resolved(one, data);
    if (!isThing(thing)) return textOf(thing) ?? [];
    return listOf(thing.name).flatMap((name) => textOf(name) ?? []);
  });

// From the surest kind of report to what is a page at all. A video or a product of the page is one only where it is nothing else.
const articleKinds: readonly RegExp[] = [
  /^(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|ReportageNewsArticle|\w*Article)$/,
  /^(?:Report|Review|CriticReview|SocialMediaPosting|DiscussionForumPosting|AdvertiserContentArticle|ClaimReview|Recipe|PodcastEpisode|Quotation|Question|CreativeWork|TechArticle|Book|Chapter)$/,
  /^(?:WebPage|ItemPage|AboutPage|QAPage|CollectionPage|FAQPage|MedicalWebPage)$/,
  /^(?:VideoObject|AudioObject|Product|MediaObject|Event)$/,
];

const sameAddress = (one: string, other: string): boolean => {
  const plain = (address: string) => address.replace(/^https?:\/\/(?:www\.)?|[#?].*$/gi, "").replace(/\/$/, "");
  return plain(one) === plain(other);
};

/**
 * The thing that is the page's report: of the surest kind; of several of a kind the one whose headline or address is the page's, else the first. Null where there is none.
 * `isTitle` tells whether a headline is the page's.
 */
export function reportIn(
  { things }: LinkedData,
  address: string | null,
  isTitle: (headline: string) => boolean,
): Thing | null {
  for (const kind of articleKinds) {
    const same = things.filter((thing) => typesOf(thing).some((type) => kind.test(type)));
    if (same.length === 0) continue;
    const own = same.find((thing) => {
      const headline = textOf(thing.headline ?? thing.name);
      if (headline !== null && isTitle(headline)) return true;
      const addresses = [
        thing.url,
        thing["@id"],
        thing.mainEntityOfPage,
        isThing(thing.mainEntityOfPage) ? thing.mainEntityOfPage["@id"] : null,
      ];
      return address !== null && addresses.some((one) => typeof one === "string" && sameAddress(one, address));
    });
    // Many reports and none of them this page's: a list of others.
    if (own === undefined && same.length > 3 && kind !== articleKinds[0]) continue;
    return own ?? same.find((thing) => thing.datePublished !== undefined) ?? same[0]!;
  }
  return null;
}
