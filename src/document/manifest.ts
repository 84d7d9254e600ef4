import { parseIso } from "../model/day.ts";
import { done, type Outcome, problem } from "../model/outcome.ts";
import { type CsvRow, parseCsv } from "./csv.ts";

/** What a manifest says of one file. Null = not said. */
export interface ManifestRow {
  /** Base name or path relative to the manifest's folder, with forward slashes. */
  readonly file: string;
  readonly publisher: string | null;
  /** ISO 8601 day or time, checked to exist. */
  readonly published: string | null;
  readonly url: string | null;
  readonly title: string | null;
}

/** Rows by `file`. */
export type Manifest = ReadonlyMap<string, ManifestRow>;

type Fields = Readonly<Record<string, unknown>>;
interface RawRow {
  /** Where it stands, for messages: "row 3" or "line 3". */
  readonly at: string;
  readonly fields: Fields;
}

const notValid = (message: string) => problem("manifest/not-valid", message);
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const slashed = (path: string): string => path.replaceAll("\\", "/").replace(/^(?:\.\/+)+/, "");

function rowsOfArray(text: string): Outcome<readonly RawRow[]> {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch (error) {
    return notValid(`The manifest is not JSON: ${(error as Error).message}. Correct it there.`);
  }
  const list = (Array.isArray(rows) ? rows : [rows]) as readonly unknown[];
  const raw: RawRow[] = [];
  for (const [index, fields] of list.entries()) {
    if (!isFields(fields))
      return notValid(`Row ${index + 1} of the manifest is not an object. Write {"file": …} there.`);
    raw.push({ at: `row ${index + 1}`, fields });
  }
  return done(raw);
}

function rowsOfLines(text: string): Outcome<readonly RawRow[]> {
  const raw: RawRow[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    try {
      const fields: unknown = JSON.parse(line);
      if (!isFields(fields))
        return notValid(`Line ${index + 1} of the manifest is not an object. Write {"file": …} there.`);
      raw.push({ at: `line ${index + 1}`, fields });
    } catch (error) {
      return notValid(`Line ${index + 1} of the manifest is not JSON: ${(error as Error).message}. Correct it there.`);
    }
  }
  return done(raw);
}

function rowsOfTable(text: string): Outcome<readonly RawRow[]> {
  const [header, ...rows] = parseCsv(text);
  const names = header?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  if (!names.includes("file"))
    return notValid(
      `The manifest has no column "file" (its first line has: ${names.join(", ").slice(0, 200)}). Give it a header line.`,
    );
  const fieldsOf = (row: CsvRow): Fields => Object.fromEntries(names.map((name, at) => [name, row.cells[at] ?? ""]));
  return done(rows.map((row) => ({ at: `line ${row.line}`, fields: fieldsOf(row) })));
}

const isOneObject = (text: string): boolean => {
  try {
    return isFields(JSON.parse(text));
  } catch {
    return false;
  }
};

function rawRows(text: string): Outcome<readonly RawRow[]> {
  if (text.startsWith("[")) return rowsOfArray(text);
  if (text.startsWith("{")) return isOneObject(text) ? rowsOfArray(text) : rowsOfLines(text);
  return rowsOfTable(text);
}

function rowOf({ at, fields }: RawRow): Outcome<ManifestRow> {
  const said: Record<string, string | null> = {};
  for (const name of ["file", "publisher", "published", "url", "title"]) {
    const value = fields[name] ?? null;
    if (value !== null && typeof value !== "string")
      return notValid(`In ${at} of the manifest, "${name}" is ${typeof value}, not text. Put it in quotes.`);
    said[name] = value?.trim() || null;
  }
  if (said.file === null || said.file === undefined)
    return notValid(`In ${at} of the manifest, "file" is missing. Name the file that the row is about.`);
  const { publisher = null, url = null, title = null } = said;
  const file = slashed(said.file);
  if (!said.published) return done({ file, publisher, published: null, url, title });
  const published = parseIso(said.published);
  if (!published.ok) return notValid(`In ${at} of the manifest (${file}), "published": ${published.problem.message}`);
  return done({ file, publisher, published: published.value, url, title });
}

/**
 * A manifest: a JSON array, JSON lines, or a table with a header line (comma, semicolon or tab), one row a file:
 * `file`, and optional `publisher`, `published` (ISO 8601), `url`, `title`. Other fields are ignored.
 * Fails with `manifest/not-valid`, naming the row, its value and what to do; a day that does not exist and a file named twice are among them.
 */
export function parseManifest(source: string): Outcome<Manifest> {
  const text = source.replace(/^\uFEFF/, "").trim();
  if (text === "") return notValid("The manifest is empty. Write one row a file.");
  const raw = rawRows(text);
  if (!raw.ok) return raw;
  const manifest = new Map<string, ManifestRow>();
  for (const one of raw.value) {
    const row = rowOf(one);
    if (!row.ok) return row;
    if (manifest.has(row.value.file))
      return notValid(`In ${one.at} of the manifest, ${row.value.file} is named a second time. Keep one of the rows.`);
    manifest.set(row.value.file, row.value);
  }
  return done(manifest);
}

/** Names by which a manifest is known where it lies beside its reports, in the order in which they are looked for. */
export const manifestNames: readonly string[] = ["manifest.json", "manifest.jsonl", "manifest.csv"];

/** Is a file of that name a manifest, and never a report? */
export const isManifestName = (name: string): boolean => manifestNames.includes(name.toLowerCase());

/** The row about the file `path`: the one with the longest tail of the path ("a/b.txt" before "b.txt"); null where there is none. */
export function manifestRowOf(manifest: Manifest, path: string): ManifestRow | null {
  const parts = slashed(path).split("/");
  for (let from = 0; from < parts.length; from++) {
    const row = manifest.get(parts.slice(from).join("/"));
    if (row) return row;
  }
  return null;
}
