import type { Load } from "./queue.ts";

/** What is said of what is handed in. Empty texts say nothing. */
export interface Said {
  readonly publisher: string;
  /** A day, "2031-03-09". */
  readonly published: string;
  readonly title: string;
  readonly url: string;
}

/** Nothing said. */
export const nothingSaid: Said = { publisher: "", published: "", title: "", url: "" };

/** A form with those of `names` that something was said of. */
function formOf(said: Said, names: readonly (keyof Said)[]): FormData {
  const form = new FormData();
  for (const name of names) if (said[name].trim() !== "") form.append(name, said[name].trim());
  return form;
}

/** Does a pasted text look like the source of a page? */
export const isHtml = (text: string): boolean =>
  /^\s*(<!doctype html|<html[\s>]|<(head|body|article|main|div|p|h1)[\s>])/i.test(text);

/** A pasted text or page as something to hand in. */
export const pasteLoad = (text: string, as: "text" | "html", said: Said): Load => ({
  key: "paste",
  name: said.title.trim() === "" ? "Pasted report" : said.title.trim(),
  form: () => {
    const form = formOf(said, ["publisher", "published", "title", "url"]);
    form.append(as, text);
    return form;
  },
});

/** A file with where it was found, and the manifest that lies with it, as something to hand in. */
export const fileLoad = ({ file, path }: Found, said: Said, manifest: File | null = null): Load => ({
  key: `file ${path}`,
  name: path,
  form: () => {
    const form = formOf(said, ["publisher", "published"]);
    // With its folders, since a manifest may tell files of one name apart by them.
    form.append("file", file, path);
    if (manifest) form.append("manifest", manifest, manifest.name);
    return form;
  },
});

/** A file that was dropped or chosen. */
export interface Found {
  readonly file: File;
  /** With its folders, as the browser tells them: "march/report.html". */
  readonly path: string;
}

/** Not a report: what a system leaves in folders. */
export const isHidden = (path: string): boolean =>
  path.split("/").some((part) => part.startsWith(".") || part === "Thumbs.db");
