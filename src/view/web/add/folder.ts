import { type Found, isHidden } from "./load.ts";

const entriesIn = (folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve, reject) => {
    const found: FileSystemEntry[] = [];
    const reader = folder.createReader();
    // A browser gives a hundred at a time, and an empty list at the end.
    const next = (): void =>
      reader.readEntries((some) => {
        if (some.length === 0) resolve(found);
        else {
          found.push(...some);
          next();
        }
      }, reject);
    next();
  });

async function filesUnder(entry: FileSystemEntry): Promise<readonly Found[]> {
  const path = entry.fullPath.replace(/^\//, "");
  if (isHidden(path)) return [];
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ file, path }];
  }
  const found: Found[] = [];
  const inside = await entriesIn(entry as FileSystemDirectoryEntry);
  for (const one of inside.toSorted((a, b) => (a.name < b.name ? -1 : 1))) found.push(...(await filesUnder(one)));
  return found;
}

/** All files of a drop, those in folders included, in the order of their names. What cannot be opened is left out. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly Found[]> {
  // The list is only there while the drop is handled, so the entries are taken before anything is waited for.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...transfer.files].map((file) => ({ file, path: file.name }));
  const found = await Promise.all(entries.map((entry) => filesUnder(entry).catch(() => [])));
  return found.flat();
}

/** Files of a file field in the order of their names; those of a chosen folder bring their path. */
export const chosenFiles = (files: FileList | null): readonly Found[] =>
  [...(files ?? [])]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ path }) => !isHidden(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
