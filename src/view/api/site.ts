import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** The built web app. Its files are listed once, so that no address can name another file. */
export interface Site {
  /** The page that the app lives in, with the token of this start; null where the app was not built. */
  readonly page: string | null;
  /** Answer for the file at `path` ("/assets/index-1a2b.js"); null where there is none. */
  readonly file: (path: string, acceptEncoding: string) => Response | null;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const packable = new Set([".css", ".html", ".js", ".json", ".map", ".svg", ".txt", ".webmanifest"]);

interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Null where packing does not pay. */
  readonly gzip: Uint8Array<ArrayBuffer> | null;
}

const exact = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

function loadAsset(path: string): Asset {
  const bytes = readFileSync(path);
  const pays = packable.has(extname(path)) && bytes.length > 1_000;
  return { bytes: exact(bytes), gzip: pays ? exact(gzipSync(bytes, { level: 9 })) : null };
}

const acceptsGzip = (accepted: string): boolean =>
  /(?:^|,)\s*gzip\s*(?:$|,|;(?!\s*q=0(?:\.0*)?\s*(?:,|$)))/i.test(accepted);

function answerAsset(path: string, asset: Asset, accepted: string): Response {
  const packed = asset.gzip !== null && acceptsGzip(accepted) ? asset.gzip : null;
  return new Response(packed ?? asset.bytes, {
    headers: {
      // Vite puts the hash of what a file holds into the names of this folder, and of no other.
      "cache-control": path.startsWith("/assets/") ? "private, max-age=31536000, immutable" : "no-cache",
      "content-type": types[extname(path)] ?? "application/octet-stream",
      ...(packed === null ? {} : { "content-encoding": "gzip" }),
      ...(asset.gzip === null ? {} : { vary: "accept-encoding" }),
    },
  });
}

/** The web app in `folder`; files are read and packed when first asked for. `token` takes the place of %TOKEN% in its page. */
export function openSite(folder: URL, token: string): Site {
  const root = fileURLToPath(folder);
  const index = join(root, "index.html");
  if (!existsSync(index)) return { page: null, file: () => null };
  const paths = new Map(
    globSync("**/*", { cwd: root })
      .filter((name) => name !== "index.html" && statSync(join(root, name)).isFile())
      .map((name) => [`/${name.split(sep).map(encodeURIComponent).join("/")}`, join(root, name)]),
  );
  const loaded = new Map<string, Asset>();
  return {
    page: readFileSync(index, "utf8").replaceAll("%TOKEN%", token),
    file: (path, accepted) => {
      const file = paths.get(path);
      // The app may have been built anew since the start: its older files are gone then.
      if (file === undefined || !(loaded.has(path) || existsSync(file))) return null;
      const asset = loaded.get(path) ?? loadAsset(file);
      loaded.set(path, asset);
      return answerAsset(path, asset, accepted);
    },
  };
}

/** Paths of the app's pages: the app itself decides what each shows. */
const pages =
  /^\/(?:claims|timeline|map|stories|contradictions|actors|search|add|doors|(?:actor|document|story)\/[^/]+)?$/;

/** Is `path` a page of the app? */
export const isPage = (path: string): boolean => pages.test(path);

/** Words that stand for a page (`src/view/web/route-alias.ts`): the app leads on to it. */
const otherNames =
  /^\/(?:documents|reports|events|happenings?|figures|places|claim|origins|contradiction|(?:report|claim|origins|happening)\/[^/]+)$/;

/** Does `path` lead to a page of the app under another name? */
export const isOtherName = (path: string): boolean => otherNames.test(path);

/** Does whoever asks want a page to read, and not a file of one (a picture, a script)? */
export const wantsPage = (path: string, accept: string): boolean =>
  accept.includes("text/html") && !/\.\w{1,8}$/.test(path);

/** A page of words alone. `body` is HTML of ours. */
export const plainPage = (status: number, title: string, body: string): Response =>
  new Response(
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>\n`,
    { status, headers: { "cache-control": "no-store", "content-type": "text/html; charset=utf-8" } },
  );

/** What is shown where a page is asked for and the app was not built. */
export const notBuilt = (): Response =>
  plainPage(
    503,
    "The desk is not built yet",
    '<p>In the folder of Standoff, run <code>npm run build:web</code>, then start the server again. The HTTP API answers all the same: <a href="/api/openapi.json">its description</a>.</p>',
  );

/** What is shown where there is no such page. */
export const noSuchPage = (): Response =>
  plainPage(404, "There is no such page", '<p>Go to <a href="/">the start of the desk</a>.</p>');
