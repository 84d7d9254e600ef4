import type { Problem } from "../../model/outcome.ts";

/** Kinds of saved pages that are read. `html` and `text` are their own documents; the others hold one or more. */
export const fileKinds = ["html", "text", "markdown", "mhtml", "email", "pdf", "telegram"] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a container states about a document in it. Null = it does not. */
export interface ContainerMeta {
  readonly title: string | null;
  /** An absolute http(s) address. */
  readonly url: string | null;
  readonly publisher: string | null;
  /** ISO 8601, with the zone where the container gives one. */
  readonly published: string | null;
}

/** A container that states nothing. */
export const nothingStated: ContainerMeta = { title: null, url: null, publisher: null, published: null };

/** One document of a file, decoded and not yet read: its markup or text goes through the same readers as any page. */
export interface CapturedDocument {
  /** Name of the document inside its file, unique there: "message 812". Null where the file is one document. */
  readonly part: string | null;
  readonly form: "html" | "text";
  readonly body: string;
  /** Goes before what the page says of itself: the subject of a mail, the channel of a message. */
  readonly stated: ContainerMeta;
  /** Counts only where the page itself is silent: the window's title, the day on which a file was made. */
  readonly fallback: ContainerMeta;
  readonly byline: readonly string[];
  /** Where the words came from before, as the container prints it: the channel that a message was forwarded from. */
  readonly forwardedFrom: string | null;
  /** ISO 8601; when it was last changed by its publisher. */
  readonly modified: string | null;
  /** ISO 8601; when the copy was made. */
  readonly retrieved: string | null;
}

/** A document with nothing known of it but its words. */
export const bareDocument = (form: CapturedDocument["form"], body: string): CapturedDocument => ({
  part: null,
  form,
  body,
  stated: nothingStated,
  fallback: nothingStated,
  byline: [],
  forwardedFrom: null,
  modified: null,
  retrieved: null,
});

/** What of a file was left unread on purpose: attachments, frames, service messages, running heads. */
export interface Skipped {
  /** What it is, in words: "attachment agenda.docx", "service messages". */
  readonly what: string;
  readonly count: number;
}

/** A file, opened: its documents in their order. */
export interface OpenedFile {
  readonly kind: FileKind;
  /** Never empty. */
  readonly documents: readonly CapturedDocument[];
  readonly skipped: readonly Skipped[];
  /** Why only a part of the file could be read; null where all of it was. */
  readonly problem: Problem | null;
}

/** An absolute http(s) address without its fragment; null for any other text. */
export function webAddress(text: string | null | undefined): string | null {
  const trimmed = text?.trim().slice(0, 4000) ?? "";
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return null;
  return trimmed.replace(/#.*$/s, "");
}

/** One line of at most 1,000 units, white space run together; null where nothing is left. */
export const lineOrNull = (text: string | null | undefined): string | null =>
  text?.slice(0, 4000).replace(/\s+/g, " ").trim().slice(0, 1000) || null;
