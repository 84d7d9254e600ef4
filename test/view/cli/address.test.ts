import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Readable, Writable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { add } from "../../../src/view/cli/add.ts";
import { type FetchOptions, nothingFetched } from "../../../src/view/cli/address.ts";
import { madePdf } from "../../document/kind/pdf-made.ts";
import { type Listening, startWeb } from "../../fetch/server.ts";
import { emptyFolder, type Said, standoff } from "./command.ts";

// Made-up reports of made-up countries.
const words = (place: string): string =>
  `The government of Norvia closed the crossing at ${place} on Friday, the interior ministry said.`;
const html = (place: string): string =>
  `<html><head><title>Norvia Closes ${place}</title></head><body><h1>Norvia Closes ${place}</h1><p>${words(place)}</p></body></html>`;
const cyrillic = "<html><body><p>Министерство сообщило в пятницу, что граница закрыта.</p></body></html>";
const windows1251 = Buffer.from(
  [...cyrillic].map((char) => (char >= "А" && char <= "я" ? char.charCodeAt(0) - 0x410 + 0xc0 : char.charCodeAt(0))),
);

let web: Listening;
let asked: string[] = [];
let ardo = html("Ardo");
const answers: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  "/robots.txt": (_, response) => response.end("User-agent: *\nDisallow: /private/\n"),
  "/ardo": (request, response) => {
    const etag = `"${createHash("sha256").update(ardo).digest("hex").slice(0, 8)}"`;
    response.setHeader("etag", etag);
    if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.setHeader("content-type", "text/html; charset=utf-8").end(ardo);
  },
  "/short": (_, response) => response.writeHead(301, { location: "/brun" }).end(),
  "/brun": (_, response) => response.setHeader("content-type", "text/html").end(html("Brun")),
  "/cyrillic": (_, response) => response.setHeader("content-type", "text/html; charset=windows-1251").end(windows1251),
  "/murk.pdf": (_, response) =>
    response
      .setHeader("content-type", "application/pdf")
      .end(madePdf({ pages: [[{ x: 72, y: 80, size: 12, text: words("Murk").slice(0, 70) }]] })),
  "/feed.xml": ({ headers }, response) =>
    response
      .setHeader("content-type", "application/rss+xml")
      .end(
        `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title><link>http://${headers.host}/</link><item><guid>http://${headers.host}/reed</guid><link>http://${headers.host}/reed</link><title>Norvia Closes Reed</title><content:encoded>&lt;p&gt;${words("Reed")}&lt;/p&gt;</content:encoded></item><item><link>http://${headers.host}/sill</link><title>Norvia Closes Sill</title><pubDate>Fri, 04 Mar 2022 09:00:00 GMT</pubDate><description>In short.</description></item></channel></rss>`,
      ),
  "/sill": (_, response) => response.setHeader("content-type", "text/html").end(html("Sill")),
};

beforeAll(async () => {
  web = await startWeb((request, response) => {
    const path = (request.url ?? "").replace(/\?.*/, "");
    asked.push(path);
    const answer = answers[path];
    if (answer) answer(request, response);
    else response.writeHead(404).end("no such page");
  });
});
afterAll(() => web.close());

let root: string;
let file: string;
beforeEach(() => {
  root = emptyFolder();
  file = join(root, "border.standoff");
  asked = [];
  ardo = html("Ardo");
});
const at = (path: string): string => `http://127.0.0.1:${web.port}${path}`;

/** `standoff add` as the command line runs it, but without the pauses between two requests to a site. */
async function addNow(
  named: readonly string[],
  fetch: Partial<FetchOptions> = {},
  signal?: AbortSignal,
): Promise<Said> {
  let err = "";
  const stderr = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      err += chunk.toString("utf8");
      done();
    },
  });
  const code = await add(
    {
      stdin: Readable.from([]),
      stdout: new Writable({ write: (_chunk, _encoding, done) => done() }),
      stderr,
      clock: () => "2024-01-02T12:00:00.000Z",
      signal: signal ?? new AbortController().signal,
    },
    named,
    {
      case: file,
      manifest: null,
      publisher: null,
      published: null,
      text: false,
      jobs: 1,
      waitMs: 0,
      takeOver: false,
      quiet: false,
      json: false,
      force: false,
      fetch: {
        ...nothingFetched,
        proxy: "none",
        allowPrivate: true,
        limits: { pauseMs: 0, backOffMs: 1, attempts: 1 },
        ...fetch,
      },
    },
  );
  return { code, out: "", err };
}

interface Row {
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
}
const documents = async (): Promise<readonly Row[]> =>
  JSON.parse((await standoff(["ask", "documents", "--json", "--case", file])).out) as readonly Row[];

/** The newest version that the file holds, as SQL has it. */
function newest(): {
  readonly given: { capture: Record<string, unknown> };
  readonly sha256: string;
  readonly at: string;
} {
  const sqlite = new DatabaseSync(file, { readOnly: true });
  const row = sqlite.prepare("SELECT given, bytes_sha256, retrieved_at FROM revision ORDER BY id DESC LIMIT 1").get()!;
  sqlite.close();
  return { given: JSON.parse(String(row.given)), sha256: String(row.bytes_sha256), at: String(row.retrieved_at) };
}

describe("an address that is added", () => {
  test("is kept as it came, with its hash, its time and how it was reached; the case is proved", async () => {
    const said = await addNow([at("/short")]);
    expect(said).toMatchObject({ code: 0 });
    expect(said.err).toContain("1 address: 1 fetched.");
    expect(await documents()).toMatchObject([{ title: "Norvia Closes Brun", url: at("/brun") }]);
    const { given, sha256, at: time } = newest();
    expect(sha256).toBe(createHash("sha256").update(html("Brun")).digest("hex"));
    expect(time).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
    expect(given.capture).toMatchObject({
      requestedUrl: at("/short"),
      url: at("/brun"),
      redirects: [{ status: 301, from: at("/short"), to: at("/brun") }],
      status: 200,
    });
    const shown = await standoff(["ask", "document", "d1", "--case", file]);
    expect(shown.out).toContain(`led here from ${at("/short")}`);
    expect(await standoff(["verify", "--case", file])).toMatchObject({ code: 0 });
  });

  test("is asked for again only if it has changed, and a change makes a new version", async () => {
    await addNow([at("/ardo")]);
    const again = await addNow([at("/ardo")]);
    expect(again.err).toContain("1 address: 0 fetched, 1 unchanged since the last time.");
    expect(again.err).toContain("0 new documents, 1 already there");
    expect(again.code).toBe(0);
    ardo = html("Ardo Again");
    expect((await addNow([at("/ardo")])).err).toContain("1 new version of a known one");
    expect((await addNow([at("/ardo")])).err).toContain("1 unchanged");
    expect(await documents()).toHaveLength(1);
    expect(await standoff(["verify", "--case", file])).toMatchObject({ code: 0 });
  });

  test("may be in any charset and of any kind that a file may be", async () => {
    expect((await addNow([at("/cyrillic"), at("/murk.pdf")])).code).toBe(0);
    for (const word of ["Министерство", "Murk"]) {
      const found = JSON.parse((await standoff(["ask", "search", word, "--json", "--case", file])).out) as unknown[];
      expect(found).toHaveLength(1);
    }
  });

  test("that fails is told in a line, and the rest goes on", async () => {
    const said = await addNow([at("/nothing"), at("/private/a"), "http://user:secret@127.0.0.1/", at("/brun")]);
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/\/nothing": .*\[fetch\/gone\]/);
    expect(said.err).toContain("[fetch/robots]");
    expect(said.err).toContain("[fetch/url]");
    expect(said.err).not.toContain("secret");
    expect(said.err).toContain("4 addresses: 1 fetched, 3 failed.");
    expect(await documents()).toHaveLength(1);
    expect(asked).not.toContain("/private/a");
  });

  test("of this machine is refused unless a test asks for it", async () => {
    const said = await standoff(["add", at("/brun"), "--proxy", "none", "--case", file]);
    expect(said.code).toBe(1);
    expect(said.err).toContain("[fetch/address]");
    expect(asked).toEqual([]);
    expect((await standoff(["add", at("/brun"), "--proxy", "none", "--allow-private", "--case", file])).code).toBe(0);
  });
});

describe("a feed that is added by its address", () => {
  test("gives its items, and says which are summaries", async () => {
    const said = await addNow([at("/feed.xml")]);
    expect(said.err).toContain("1 of 2 items hold a summary");
    expect((await documents()).map(({ title }) => title).toSorted()).toEqual([
      "Norvia Closes Reed",
      "Norvia Closes Sill",
    ]);
    expect(asked).not.toContain("/sill");
  });
  test("with --fetch-items gives the pages of those", async () => {
    expect((await addNow([at("/feed.xml")], { fetchItems: true })).code).toBe(0);
    const found = await documents();
    expect(found).toHaveLength(2);
    expect(found).toContainEqual(
      expect.objectContaining({ url: at("/sill"), publisher: "Harbour Post", published: "2022-03-04T09:00:00Z" }),
    );
    expect(asked).toContain("/sill");
    expect(asked).not.toContain("/reed");
  });
  test("a list of feeds named as a file says what to do, and with --fetch-items is fetched", async () => {
    const path = join(root, "feeds.opml");
    writeFileSync(
      path,
      `<opml version="2.0"><body><outline text="Harbour" xmlUrl="${at("/feed.xml")}"/></body></opml>`,
    );
    const refused = await addNow([path]);
    expect(refused.err).toMatch(/feeds\.opml is a list of 1 feed and holds no report\. Give it with --list/);
    expect(asked).toEqual([]);
    expect((await addNow([path], { fetchItems: true })).code).toBe(0);
    expect((await documents()).map(({ title }) => title).toSorted()).toEqual([
      "Norvia Closes Reed",
      "Norvia Closes Sill",
    ]);
  });
});

describe("a list", () => {
  const lists: readonly [what: string, content: () => string, titles: readonly string[]][] = [
    [
      "lines",
      () => `# two\n${at("/brun")} Brun\n\n${at("/sill")}\n${at("/brun")}\n`,
      ["Norvia Closes Brun", "Norvia Closes Sill"],
    ],
    [
      "OPML",
      () => `<opml version="2.0"><body><outline text="Harbour" xmlUrl="${at("/feed.xml")}"/></body></opml>`,
      ["Norvia Closes Reed", "Norvia Closes Sill"],
    ],
    [
      "a feed",
      () =>
        `<rss version="2.0"><channel><title>H</title><item><title>x</title><link>${at("/sill")}</link></item></channel></rss>`,
      ["Norvia Closes Sill"],
    ],
  ];
  test.each(lists)("of %s", async (_, content, titles) => {
    const list = join(root, "list");
    writeFileSync(list, content());
    expect((await addNow([], { list: [list] })).code).toBe(0);
    expect((await documents()).map(({ title }) => title).toSorted()).toEqual(titles);
  });
  test("without an address, or that is not there, is refused before a case is made", async () => {
    writeFileSync(join(root, "list"), "# nothing\n");
    expect((await standoff(["add", "--list", join(root, "list"), "--case", file])).code).toBe(2);
    expect((await standoff(["add", "--list", join(root, "no"), "--case", file])).code).toBe(2);
    expect((await standoff(["add", at("/brun"), "--proxy", "ftp://x", "--case", file])).code).toBe(2);
    expect(existsSync(file)).toBe(false);
  });
});

test("stopped midway, what was done is kept and the same command goes on from there", async () => {
  const stop = new AbortController();
  const named = [at("/brun"), at("/ardo"), at("/sill")];
  const plain = answers["/ardo"]!;
  let held: (() => void) | null = null;
  (answers as Record<string, unknown>)["/ardo"] = (request: IncomingMessage, response: ServerResponse) => {
    held = () => plain(request, response);
    stop.abort();
  };
  const stopped = await addNow(named, {}, stop.signal);
  (answers as Record<string, unknown>)["/ardo"] = plain;
  expect(held).not.toBeNull();
  expect(stopped.code).toBe(130);
  expect(stopped.err).toContain("Stopped.");
  expect((await addNow(named)).code).toBe(0);
  expect(await documents()).toHaveLength(3);
});
