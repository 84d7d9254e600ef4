import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Manifest, manifestNames, readManifest } from "../../ingest.ts";
import { done, type Outcome } from "../../model/outcome.ts";
import { type Shell, tell } from "./shell.ts";

/** A manifest that is used, and which of its rows a file answered. */
export interface UsedManifest {
  /** As it is called in messages. */
  readonly path: string;
  readonly manifest: Manifest;
  /** Was it found beside the reports, and not named? */
  readonly isFound: boolean;
  readonly used: Set<string>;
}

const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isFile() ?? false;

/**
 * The manifest in the folder `path`; null where there is none, and where `path` is no folder. A file of that name that speaks of no file
 * is another program's, which is told; one that is meant and wrong fails with `manifest/not-valid`.
 */
async function manifestIn(shell: Shell, path: string): Promise<Outcome<UsedManifest | null>> {
  for (const name of manifestNames) {
    const file = join(path, name);
    if (!(await isFile(file))) continue;
    const manifest = await readManifest(file);
    if (manifest.ok) return done({ path: file, manifest: manifest.value, isFound: true, used: new Set() });
    if (/\bfile\b/i.test(await readFile(file, "utf8").catch(() => ""))) return manifest;
    tell(shell, `${file} is not used: ${manifest.problem.message}`);
  }
  return done(null);
}

/**
 * The manifest of each of `paths` that has one: the named one for all of them, else the one that lies in the folder.
 * Fails as `readManifest` does.
 */
export async function manifestsOf(
  shell: Shell,
  paths: readonly string[],
  named: string | null,
): Promise<Outcome<ReadonlyMap<string, UsedManifest>>> {
  const manifests = new Map<string, UsedManifest>();
  if (named !== null) {
    const manifest = await readManifest(named);
    if (!manifest.ok) return manifest;
    const one = { path: named, manifest: manifest.value, isFound: false, used: new Set<string>() };
    return done(new Map(paths.map((path) => [path, one])));
  }
  for (const path of paths) {
    const found = path === "-" ? done(null) : await manifestIn(shell, path);
    if (!found.ok) return found;
    if (found.value) manifests.set(path, found.value);
  }
  return done(manifests);
}

const shownRows = 5;

/** What is said of a manifest at the end: how much of a found one was used, and rows that no file answered (a slip in a name). */
export function manifestNotes({ path, manifest, isFound, used }: UsedManifest): readonly string[] {
  const notes = isFound ? [`${path}: ${used.size} ${used.size === 1 ? "row" : "rows"} used.`] : [];
  const unused = [...manifest.keys()].filter((file) => !used.has(file));
  if (unused.length === 0) return notes;
  const told = `${unused.slice(0, shownRows).join(", ")}${unused.length > shownRows ? ", …" : ""}`;
  return [...notes, `No file that was added answers to ${told} of the manifest.`];
}
