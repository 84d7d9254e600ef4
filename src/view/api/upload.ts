import { basename } from "node:path";
import {
  type Arrival,
  arrivalsIn,
  type Listener,
  type Manifest,
  manifestRowOf,
  type Origin,
  parseManifest,
} from "../../ingest.ts";
import { parseIso } from "../../model/day.ts";
import { nothingGiven } from "../../model/document.ts";
import { done, type Outcome, problem } from "../../model/outcome.ts";
import { isRows, rowArrivals, type SaidOfAll } from "../arrival.ts";

/** Parts of the form that say something of the documents, each at most once. */
const saidParts = ["publisher", "published", "title", "url"] as const;
/** Parts of the form that are documents. */
const documentParts = ["file", "text", "html"] as const;

type Said = Readonly<Record<(typeof saidParts)[number], string | null>>;

/** A checked form: documents on their way in. */
export type Upload = AsyncIterable<Outcome<Arrival>>;

const longestPart = 2_000;

const notValid = (message: string) => problem("request/not-valid", message);

/** Is `part` a file? `File` is also what Node makes of a part with a file name. */
const isFile = (part: File | string): part is File => typeof part !== "string";

function saidIn(form: FormData): Outcome<Said> {
  const said: Record<string, string | null> = {};
  for (const name of saidParts) {
    const values = form.getAll(name);
    const value = values[0] ?? "";
    if (values.length > 1) return notValid(`${name} is given ${values.length} times. Give it once.`);
    if (isFile(value)) return notValid(`${name} is a file, and should be a text. Write it as a field of the form.`);
    if (value.length > longestPart) {
      return notValid(`${name} has ${value.length} characters, and at most ${longestPart} are kept. Shorten it.`);
    }
    said[name] = value.trim() === "" ? null : value.trim().toWellFormed();
  }
  return done(said as unknown as Said);
}

/** Only an address of the web stands for a page; it is kept as the page's name and never opened. */
const isWebUrl = (url: string): boolean => ["http:", "https:"].includes(URL.parse(url)?.protocol ?? "");

function checked(said: Said): Outcome<Said> {
  if (said.url !== null && !isWebUrl(said.url)) {
    return notValid(
      `url is ${JSON.stringify(said.url.slice(0, 60))} and must begin with http:// or https://. Correct it, or leave it out.`,
    );
  }
  if (said.published === null) return done(said);
  const published = parseIso(said.published);
  if (!published.ok) return notValid(`published is wrong: ${published.problem.message}`);
  return done({ ...said, published: published.value });
}

// Pasted words are UTF-16 here and written as UTF-8: the mark says so whatever charset the page names for itself.
const utf8 = (html: string): Uint8Array => Buffer.from(`\ufeff${html}`, "utf8");

const originOf = (name: string, { publisher, published, title, url }: Said): Origin => ({
  name,
  keys: { externalId: null, url, publisher, path: null },
  given: { ...nothingGiven, title, url, publisher, published },
  retrievedAt: null,
  fileName: null,
  charset: null,
  capture: null,
});

const pasted = (body: string | Uint8Array, said: Said): Arrival => ({
  ...originOf(said.title ?? "pasted text", said),
  body,
});

/**
 * The documents of a file of the form. It has no folder, so bytes are the place of a document that has no address and no id of its own. The manifest's row goes
 * first.
 */
async function* filed(file: File, said: Said, manifest: Manifest | null, listener: Listener): Upload {
  const row = manifest === null ? null : manifestRowOf(manifest, file.name);
  const known: Said = {
    publisher: row?.publisher ?? said.publisher,
    published: row?.published ?? said.published,
    title: row?.title ?? said.title,
    url: row?.url ?? said.url,
  };
  const name = basename(file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  yield* arrivalsIn(bytes, { ...originOf(name, known), fileName: name }, listener);
}

async function* filesIn(files: readonly File[], said: Said, manifest: Manifest | null, listener: Listener): Upload {
  const ofAll: SaidOfAll = { publisher: said.publisher, published: said.published };
  for (const file of files) {
    const name = basename(file.name);
    if (isRows(name)) yield* rowArrivals(file.stream(), name, ofAll);
    else yield* filed(file, said, manifest, listener);
  }
}

/** What the part `manifest` says of the files; null where there is none. Fails with `request/not-valid`. */
async function manifestIn(form: FormData): Promise<Outcome<Manifest | null>> {
  const [part, ...more] = form.getAll("manifest");
  if (part === undefined) return done(null);
  if (more.length > 0) return notValid(`manifest is given ${more.length + 1} times. Give it once.`);
  if (!isFile(part)) return notValid("manifest is a text, and should be a file: JSON, JSONL or CSV.");
  const manifest = parseManifest(await part.text());
  return manifest.ok ? manifest : notValid(`${basename(part.name).slice(0, 60)}: ${manifest.problem.message}`);
}

async function* one(arrival: Arrival): Upload {
  yield done(arrival);
}

/** The parts of `form` by what they are, with nothing that is not known. */
function partsIn(form: FormData): Outcome<{ readonly files: readonly File[]; readonly texts: readonly string[] }> {
  const known = new Set<string>([...documentParts, ...saidParts, "manifest"]);
  const strange = [...form.keys()].find((name) => !known.has(name));
  if (strange !== undefined) {
    return notValid(
      `The form has a part ${JSON.stringify(strange.slice(0, 60))}, and takes ${[...known].join(", ")}. Leave it out.`,
    );
  }
  // A browser sends a part without name and bytes where no file was chosen.
  const files = form
    .getAll("file")
    .filter((file) => file !== "" && !(isFile(file) && file.name === "" && file.size === 0));
  const texts = [...form.getAll("text"), ...form.getAll("html")];
  if (!files.every(isFile)) return notValid("file is a text, and should be a file. Send a text as text or html.");
  if (texts.some(isFile)) return notValid("text and html are texts, and one is a file. Send a file as file.");
  return done({ files, texts: texts as string[] });
}

/**
 * What a form of `POST /api/documents` brings: any number of files (`file`), or one pasted `text` or `html`; with `publisher`, `published`,
 * and for a single document `title` and `url`; with a `manifest` of the files, whose row goes before what is said of all. Fails with `request/not-valid`; a file that cannot be read is a problem in its place.
 * A file of several documents (a feed, an archive, an exported chat) gives each; `listener` hears what else is in it.
 */
export async function uploadIn(form: FormData, listener: Listener): Promise<Outcome<Upload>> {
  const parts = partsIn(form);
  if (!parts.ok) return parts;
  const given = saidIn(form);
  if (!given.ok) return given;
  const said = checked(given.value);
  if (!said.ok) return said;
  const { files, texts } = parts.value;
  const [text] = texts;
  if (files.length === 0 && text === undefined) {
    return notValid("The form brings no document. Send files as file, or one pasted report as text or html.");
  }
  if (texts.length > 1 || (text !== undefined && files.length > 0)) {
    return notValid("The form brings files and a text, or several texts. Send files, or one text, or one html.");
  }
  const isOne = files.length <= 1 && files.every((file) => !isRows(file.name));
  if (!isOne && (said.value.title !== null || said.value.url !== null)) {
    return notValid("title and url are of one document, and more are sent. Leave them out, or send one at a time.");
  }
  const manifest = await manifestIn(form);
  if (!manifest.ok) return manifest;
  if (text === undefined) return done(filesIn(files, said.value, manifest.value, listener));
  if (manifest.value !== null) return notValid("manifest is of files, and a text is sent. Leave it out.");
  if (text.trim() === "") return notValid("Nothing was pasted. Paste the text of a report.");
  return done(one(pasted(form.has("html") ? utf8(text) : text, said.value)));
}
