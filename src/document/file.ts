import { constants, type FileHandle, open, realpath } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { done, type Outcome, problem } from "../model/outcome.ts";
import { documentLimitBytes, tooLarge } from "./decode.ts";

/** Does `path` lie in `folder`, or is it that folder? Both are absolute; links are not looked at. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? "unknown error";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file (or it is a link to nothing). Check the path",
  ENOTDIR: "a part of the path is a file, not a folder. Check the path",
  EACCES: "permission is denied. Make it readable for this user",
  EPERM: "permission is denied. Make it readable for this user",
  EISDIR: "it is a folder. Name the files in it",
  ELOOP: "it is a link that leads in a circle. Name the file itself",
  ENAMETOOLONG: "the path is too long. Check the path",
};

/** The `document/unreadable` problem of a failed system call, with the path and the next step. */
export const unreadable = (path: string, error: unknown) => {
  const code = codeOf(error);
  return problem(
    "document/unreadable",
    `${JSON.stringify(path)} cannot be read: ${reasons[code] ?? `the system says ${code}. Check the path`}.`,
  );
};

const outside = (path: string, root: string) =>
  problem(
    "document/outside-root",
    `${JSON.stringify(path)} leads outside ${JSON.stringify(root)}, below which files may be read. Move the file, or name another root.`,
  );

async function readOpen(file: FileHandle, path: string): Promise<Outcome<Uint8Array>> {
  const found = await file.stat();
  if (found.isDirectory()) return unreadable(path, { code: "EISDIR" });
  if (!found.isFile())
    return problem("document/unreadable", `${JSON.stringify(path)} is a device or a pipe. Name a regular file.`);
  if (found.size > documentLimitBytes) return tooLarge(found.size);
  return done(await file.readFile());
}

/**
 * Bytes of the file `path`, relative to `root` or absolute, only where its real place (links and ".." resolved) is below `root`.
 * Fails with `document/outside-root`, `document/unreadable` (missing, a link to nothing, a folder, a pipe, no permission) or `document/too-large`.
 */
export async function readFileBelow(root: string, path: string): Promise<Outcome<Uint8Array>> {
  let file: FileHandle | null = null;
  try {
    const realRoot = await realpath(root);
    const asked = resolve(realRoot, path);
    // Said before anything is opened, so that a reply does not tell which files exist elsewhere.
    if (!isBelow(realRoot, asked) && !isBelow(resolve(root), asked)) return outside(path, root);
    const real = await realpath(asked);
    if (!isBelow(realRoot, real)) return outside(path, root);
    // No link is followed any more, and a pipe does not make it wait.
    file = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    return await readOpen(file, path);
  } catch (error) {
    return unreadable(path, error);
  } finally {
    await file?.close();
  }
}

/** The first `sizeBytes` bytes of a regular file, or all it has. Fails with `document/unreadable`. */
export async function readFront(path: string, sizeBytes: number): Promise<Outcome<Uint8Array>> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!(await file.stat()).isFile()) return notRegular(path);
    const front = Buffer.allocUnsafe(sizeBytes);
    const { bytesRead } = await file.read(front, 0, sizeBytes, 0);
    return done(front.subarray(0, bytesRead));
  } catch (error) {
    return unreadable(path, error);
  } finally {
    await file?.close();
  }
}

const notRegular = (path: string) =>
  problem(
    "document/unreadable",
    `${JSON.stringify(path)} is a folder, a device or a pipe. Name a regular file, or use "-" for standard input.`,
  );

/**
 * Bytes of a regular file that the user names, as a stream. Fails with `document/unreadable`; a pipe or a device is refused, since it may never end.
 * The stream itself may still throw while it is read.
 */
export async function openFile(path: string): Promise<Outcome<AsyncIterable<Uint8Array>>> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if ((await file.stat()).isFile()) return done(file.createReadStream());
    await file.close();
    return notRegular(path);
  } catch (error) {
    return unreadable(path, error);
  }
}
