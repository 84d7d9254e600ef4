import { realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import type { GivenMeta } from "../model/document.ts";
import { done, type Outcome } from "../model/outcome.ts";
import type { DocumentKeys } from "../model/record.ts";
import { readFileBelow, unreadable } from "./file.ts";
import { type Manifest, manifestRowOf, parseManifest } from "./manifest.ts";

/** A document at the door: where it is from, what it holds, what the caller says of it. */
export interface Arrival {
  /** What messages call it: a path, or a file and its line. */
  readonly name: string;
  readonly keys: DocumentKeys;
  /** Raw text (of a JSONL row), or the bytes of a file. */
  readonly body: string | Uint8Array;
  readonly given: GivenMeta;
  /** ISO 8601 time of capture; null where it is not known. */
  readonly retrievedAt: string | null;
}

/** What is said of every file of one call; a manifest's row goes before it. */
export interface FileContext {
  readonly manifest: Manifest | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** Folder of the case: paths are kept relative to it, so that a case and its reports can move together. */
  readonly caseFolder: string;
}

const realOr = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
};

/** `path` as it is kept: relative to the case's folder, with forward slashes. */
export const keptPath = (path: string, caseFolder: string): string =>
  relative(realOr(caseFolder), realOr(path)).replaceAll(sep, "/");

/** One file as an arrival. Fails as `readFileBelow` does. */
export async function fileArrival(path: string, context: FileContext): Promise<Outcome<Arrival>> {
  // Named by the user, so its own folder is the root: a link to elsewhere was already refused by `listFiles`.
  const bytes = await readFileBelow(dirname(realOr(path)), realOr(path));
  if (!bytes.ok) return bytes;
  const row = context.manifest ? manifestRowOf(context.manifest, path) : null;
  const publisher = row?.publisher ?? context.publisher;
  const url = row?.url ?? null;
  return done({
    name: path,
    keys: { externalId: null, url, publisher, path: keptPath(path, context.caseFolder) },
    body: bytes.value,
    given: {
      title: row?.title ?? null,
      url,
      publisher,
      published: row?.published ?? context.published,
      lang: null,
    },
    retrievedAt: null,
  });
}

/** The manifest in the file `path`. Fails with `document/unreadable` or `manifest/not-valid`. */
export async function readManifest(path: string): Promise<Outcome<Manifest>> {
  try {
    const manifest = parseManifest(await readFile(path, "utf8"));
    if (manifest.ok) return manifest;
    return { ok: false, problem: { ...manifest.problem, message: `${basename(path)}: ${manifest.problem.message}` } };
  } catch (error) {
    return unreadable(path, error);
  }
}
