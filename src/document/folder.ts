import { type Dirent } from "node:fs";
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { isJsonName, isNoReport } from "../model/file-name.ts";
import { done, type Outcome, problem } from "../model/outcome.ts";
import { isBelow, unreadable } from "./file.ts";
import { isManifestName } from "./manifest.ts";

/** A file that was found: its path as the caller named it, or below the folder as the caller named that. */
export interface FoundFile {
  readonly path: string;
  /** Did the caller name it itself? What was found in a folder and turns out to be data is left out without a word. */
  readonly isNamed: boolean;
}

// JSON is data mostly, and sometimes a feed or a chat: it is looked into.
const isSkipped = (name: string): boolean =>
  isManifestName(name) || (isNoReport(name) && (name.startsWith(".") || !isJsonName(name)));

async function problemOfLink(path: string, realRoot: string): Promise<Outcome<FoundFile> | null> {
  try {
    const real = await realpath(path);
    if (isBelow(realRoot, real)) return null;
    return problem(
      "document/outside-root",
      `${JSON.stringify(path)} is a link that leads out of its folder, and is not followed. Name its target itself.`,
    );
  } catch (error) {
    return unreadable(path, error);
  }
}

async function* walk(folder: string, realRoot: string): AsyncGenerator<Outcome<FoundFile>> {
  let entries: readonly Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield unreadable(folder, error);
    return;
  }
  // Code-unit order: the same on every machine, whatever its locale.
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (isSkipped(entry.name)) continue;
    if (entry.isDirectory()) yield* walk(path, realRoot);
    else if (entry.isFile()) yield done({ path, isNamed: false });
    else if (entry.isSymbolicLink()) {
      // A link that stays inside is no second document: its target is listed where it lies.
      const found = await problemOfLink(path, realRoot);
      if (found) yield found;
    }
  }
}

/**
 * Files of `paths`, in the order given; a folder's files in order of their names, folders walked where their name stands.
 * Inside a folder, hidden files and what is known to be no document (cases, tables, manifests, pictures, films, programs, a README) are left out;
 * a file that is named itself always comes. Links inside a folder are not followed: one that leads out or to nothing gives a problem
 * (`document/outside-root`, `document/unreadable`), and the rest goes on.
 */
export async function* listFiles(paths: readonly string[]): AsyncGenerator<Outcome<FoundFile>> {
  for (const path of paths) {
    try {
      await lstat(path);
      const found = await stat(path);
      if (!found.isDirectory()) {
        yield done({ path, isNamed: true });
        continue;
      }
      yield* walk(path, await realpath(path));
    } catch (error) {
      yield unreadable(path, error);
    }
  }
}
