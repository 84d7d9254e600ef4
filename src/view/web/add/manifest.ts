import type { Found } from "./load.ts";

/** A manifest that came with files: what it says of which files. */
export interface Manifest extends Found {
  /** What it says, in words: "publisher", "day". */
  readonly says: readonly string[];
  /** How many files it names. */
  readonly files: number;
}

/** Is a file at `path` a manifest, and never a report? */
export const isManifest = (path: string): boolean => /(?:^|\/)manifest\.(?:json|jsonl|csv)$/i.test(path);

const words = { publisher: "publisher", published: "day", title: "title", url: "address" } as const;
const names = Object.keys(words) as (keyof typeof words)[];

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null;

function rowsOfJson(text: string): readonly Row[] {
  const parsed = (json: string): unknown => {
    try {
      return JSON.parse(json);
    } catch {
      return null;
    }
  };
  const whole = parsed(text);
  return [whole ?? text.split("\n").map(parsed)].flat().filter(isRow);
}

/** Rows of a table by their number alone, and what its first line names. */
function tableIn(text: string): readonly Row[] {
  const [header = "", ...lines] = text
    .replace(/"(?:[^"]|"")*"/g, (cell) => (/^"\w+"$/.test(cell) ? cell.slice(1, -1) : "x"))
    .split("\n")
    .filter((line) => line.trim() !== "");
  const row = Object.fromEntries(header.split(/[,;\t]/).map((name) => [name.trim().toLowerCase(), "said"]));
  return lines.map(() => row);
}

/** What a manifest's text says, told before the server has read it; null where no row names a file. */
export function saidIn(source: string): Pick<Manifest, "says" | "files"> | null {
  const text = source.replace(/^\uFEFF/, "").trim();
  const rows = (/^[[{]/.test(text) ? rowsOfJson(text) : tableIn(text)).filter((row) => Boolean(row["file"]));
  if (rows.length === 0) return null;
  return { files: rows.length, says: names.filter((name) => rows.some((row) => row[name])).map((name) => words[name]) };
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** The manifest for the file at `path`: of those in its folder or above it, the nearest; null where there is none. */
export const manifestFor = <M extends { readonly path: string }>(path: string, manifests: readonly M[]): M | null =>
  manifests
    .filter((one) => path.startsWith(folderOf(one.path)))
    .toSorted((a, b) => folderOf(b.path).length - folderOf(a.path).length)[0] ?? null;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** "manifest.json says publisher and day of 5 files." */
export function manifestWords({ path, says, files }: Pick<Manifest, "path" | "says" | "files">): string {
  const count = `${files.toLocaleString("en")} ${files === 1 ? "file" : "files"}`;
  return says.length === 0 ? `${path} names ${count}.` : `${path} says ${listed(says)} of ${count}.`;
}
