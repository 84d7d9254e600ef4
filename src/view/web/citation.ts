import type { Cited } from "../../record/ask/cited.ts";
import { dayWords } from "./day.ts";
import { harmless } from "./harmless.ts";

/** What a citation is made of: the words, and where and when they were printed and captured. */
export type Citable = Pick<
  Cited,
  | "words"
  | "publisher"
  | "title"
  | "published"
  | "publishedBy"
  | "url"
  | "path"
  | "externalId"
  | "document"
  | "revision"
  | "start"
  | "end"
> & {
  /** When these bytes were captured, or else recorded by the desk; null where it is not known here. */
  readonly captured: string | null;
};

/** Where a document is from, in one name: who printed it, else its URL's host, its file, its id. */
export function publisherOf({
  publisher,
  url,
  path,
  externalId,
  document,
}: Omit<Citable, "words" | "captured" | "title" | "published" | "publishedBy" | "revision" | "start" | "end">): string {
  if (publisher) return harmless(publisher);
  if (url && URL.canParse(url)) return new URL(url).hostname;
  return harmless(path?.split("/").at(-1) ?? externalId ?? document);
}

/** How sure the day of publication is, where it is not given with the report. */
const dayBy = { given: "", page: "", dateline: " (dateline)", inferred: " (inferred)" } as const;

/** The day of publication in words; "undated" where there is none. */
export const publishedWords = ({ published, publishedBy }: Pick<Citable, "published" | "publishedBy">): string =>
  published === null ? "undated" : `${dayWords(published)}${dayBy[publishedBy ?? "given"]}`;

/** The citation as text: the exact words in quotation marks, publisher, title, day, URL, time of capture, and where they stand. */
export function citationOf(row: Citable): string {
  // Of a file its name: the folders that it lies in are the desk's own.
  const where = row.url ?? row.path?.split("/").at(-1) ?? row.externalId;
  const parts = [
    publisherOf(row),
    row.title === null ? null : `“${harmless(row.title)}”`,
    publishedWords(row),
    where,
    row.captured === null ? null : `captured ${dayWords(row.captured)}`,
    `${row.document} ${row.revision} ${row.start}–${row.end}`,
  ];
  return `“${row.words.replace(/\s+/g, " ").trim()}” — ${parts.filter((part) => part !== null && part !== "").join(", ")}.`;
}
