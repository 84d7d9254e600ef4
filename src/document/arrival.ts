import { realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, relative, resolve, sep } from "node:path";
import type { GivenMeta } from "../model/document.ts";
import type { CaptureFacts } from "../model/fetch.ts";
import { type Outcome, type Problem, problem } from "../model/outcome.ts";
import type { DocumentKeys } from "../model/record.ts";
import { unreadable } from "./file.ts";
import type { CapturedDocument, Skipped } from "./kind/captured.ts";
import { type Manifest, parseManifest } from "./manifest.ts";

/** A document at the door: where it is from, what it holds, what the caller says of it. */
export interface Arrival {
  /** What messages call it: a path, a file and its line or part, an address. */
  readonly name: string;
  readonly keys: DocumentKeys;
  /** Raw text (of a JSONL row), or the bytes of a file: what is kept. */
  readonly body: string | Uint8Array;
  readonly given: GivenMeta;
  /** ISO 8601 time of capture; null where it is not known. */
  readonly retrievedAt: string | null;
  /** Of bytes: name of their file, and the charset that a server or an archive names. */
  readonly fileName?: string | null;
  readonly charset?: string | null;
  /** The document as it was taken out of its file, where that was done already: it is read in place of `body`. */
  readonly document?: CapturedDocument | null;
  /** How the bytes came, where they were fetched. */
  readonly capture?: CaptureFacts | null;
}

/** Where bytes are from, and what is said of them: what an arrival has beside what it holds. */
export type Origin = Required<Omit<Arrival, "body" | "document">>;

/** The page of a feed's item of which the feed holds only a summary. */
export interface SummarisedPage {
  readonly url: string;
  /** What messages call the item. */
  readonly from: string;
  /** What the feed says of it. */
  readonly given: GivenMeta;
}

/** Hears of what is in files beside documents. */
export interface Listener {
  /** Parts were left unread on purpose. */
  readonly onLeft: (name: string, left: readonly Skipped[]) => void;
  /** Something that a person should know and that is no failure. */
  readonly onNote: (name: string, note: string) => void;
  /** Takes the pages of summaries, to fetch them; null: the summaries come as documents. */
  readonly onSummary: ((page: SummarisedPage) => void) | null;
}

/** Hears nothing. */
export const noListener: Listener = { onLeft: () => {}, onNote: () => {}, onSummary: null };

/** What is said of every file of one call; a manifest's row goes before it. */
export interface FileContext {
  readonly manifest: Manifest | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** Folder of the case: paths are kept relative to it, so that a case and its reports can move together. */
  readonly caseFolder: string;
  readonly listener?: Listener;
}

/** A problem of what is called `name`, which its message then names. */
export const problemOf = (name: string, { code, message }: Problem) => problem(code, `${name}: ${message}`);

/** `path` with links resolved, where it can be. */
export const realOr = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
};

/** `path` as it is kept: relative to the case's folder, with forward slashes. */
export const keptPath = (path: string, caseFolder: string): string =>
  relative(realOr(caseFolder), realOr(path)).replaceAll(sep, "/");

/** The manifest in the file `path`. Fails with `document/unreadable` or `manifest/not-valid`. */
export async function readManifest(path: string): Promise<Outcome<Manifest>> {
  try {
    const manifest = parseManifest(await readFile(path, "utf8"));
    if (manifest.ok) return manifest;
    return problemOf(basename(path), manifest.problem);
  } catch (error) {
    return unreadable(path, error);
  }
}
