import { isNoReport } from "../../../model/file-name.ts";
import { type Found, fileLoad, type Said } from "./load.ts";
import { isManifest, type Manifest, manifestFor, manifestWords, saidIn } from "./manifest.ts";
import { queue } from "./send.ts";

const nothing = "Nothing in it can be read. What can be stands where files are chosen.";
let told: string | null = null;

/** What was told of the files that were handed in last; null where there is nothing to tell. */
export const lastTold = (): string | null => told;

/** Forgets what was told. */
export const hush = (): void => {
  told = null;
};

const shownNames = 4;

/** Does a file lie in a folder beside reports without being one? One that is chosen or dropped by itself is meant. */
const isBeside = ({ path }: Found): boolean =>
  path.includes("/") && !isManifest(path) && isNoReport(path.slice(path.lastIndexOf("/") + 1));

const leftOutWords = (found: readonly Found[]): string => {
  const names = found.slice(0, shownNames).map(({ path }) => path);
  const more = found.length - names.length;
  return `Left out, being no reports: ${names.join(", ")}${more > 0 ? ` and ${more.toLocaleString("en")} more` : ""}.`;
};

/**
 * Puts files into the queue, each with the manifest that lies with it. Done when they wait there, with what a person should know:
 * what the manifests say, what was left out, or that there is nothing to read.
 */
export async function handIn(found: readonly Found[], said: Said): Promise<string | null> {
  const notes: string[] = [];
  const manifests: Manifest[] = [];
  for (const one of found.filter(({ path }) => isManifest(path))) {
    const says = saidIn(await one.file.text().catch(() => ""));
    if (says === null) notes.push(`${one.path} is not used: no row of it names a file.`);
    else {
      manifests.push({ ...one, ...says });
      notes.push(manifestWords({ ...one, ...says }));
    }
  }
  const leftOut = found.filter(isBeside);
  if (leftOut.length > 0) notes.push(leftOutWords(leftOut));
  const reports = found.filter((one) => !isManifest(one.path) && !isBeside(one));
  if (reports.length > 0) {
    void queue.add(reports.map((one) => fileLoad(one, said, manifestFor(one.path, manifests)?.file ?? null)));
  } else if (manifests.length > 0) notes.push("Choose or drop it together with those files.");
  else notes.push(nothing);
  told = notes.length === 0 ? null : notes.join(" ");
  return told;
}
