import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyFolder } from "../view/cli/command.ts";
import { isSkipped, look, openBrowser, type Served, serve } from "./browser.ts";

const said = "Minister Pavel Orlan said the guards had fired first.";
const filler = "The ministry said the border was calm. ";

/** Reports as somebody who wants to do harm would write them, and what a page must show of each. All are made up. */
const reports: readonly (readonly [name: string, file: string, body: string, shown: RegExp])[] = [
  [
    "a script in a page",
    "script.html",
    `<html><body><h1>Calm</h1><p>${said}</p><script>window.hurt = 1</script><p onclick="window.hurt=1">Quiet.</p></body></html>`,
    /fired first/,
  ],
  [
    "a picture that runs",
    "picture.html",
    `<html><body><p>${said}</p><img src=x onerror="window.hurt = 1"><svg onload="window.hurt = 1"><script>window.hurt = 1</script></svg></body></html>`,
    /fired first/,
  ],
  [
    "markup as text",
    "markup.txt",
    `<script>window.hurt = 1</script>\n\n${said}\n\n"><img src=x onerror=window.hurt=1> <svg/onload=window.hurt=1>\n`,
    /fired first/,
  ],
  [
    "a title that is markup",
    "title.html",
    `<html><head><title>&lt;img src=x onerror=window.hurt=1&gt; said</title></head><body><p>${said}</p></body></html>`,
    /fired first/,
  ],
  [
    "text that turns around",
    "turn.txt",
    `\u202e${said}\u202c\n\nHe \u2067said\u2069 that ${"\u202e".repeat(200)} it \u200b\u200b\ufeffwas over.\n`,
    /fired first/,
  ],
  ["marks upon marks", "marks.txt", `${said}\n\nZ${"\u0300\u0489".repeat(20_000)} said so.\n`, /fired first/],
  ["a word of almost five megabytes", "word.txt", `${said}\n\n${"x".repeat(4_900_000)}\n`, /fired first/],
  ["a line of a megabyte", "line.txt", `${said}\n\n${filler.repeat(25_000)}\n`, /fired first/],
  [
    "names of the language",
    "proto.txt",
    "__proto__ said constructor had fired first. Hasown Tostring said so too.\n",
    /__proto__/,
  ],
];

describe.skipIf(isSkipped)("a hostile report", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    const folder = join(emptyFolder(), "reports");
    mkdirSync(folder);
    for (const [, file, body] of reports) writeFileSync(join(folder, file), body);
    served = await serve(
      folder,
      "--publisher",
      `<b onclick="window.hurt=1">Post</b>`,
      "--published",
      "2031-03-15",
      "--case",
      join(emptyFolder(), "hostile.standoff"),
    );
    browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  for (const [name, file, , shown] of reports)
    test(`${name} is text, and runs nothing`, { timeout: 120_000 }, async () => {
      const { rows } = (await (await fetch(`${served.url}/api/ask/documents?limit=100`)).json()) as {
        rows: readonly { document: string; path: string }[];
      };
      const document = rows.find((row) => row.path.endsWith(file))!.document;
      const { page, context, faults } = await look(browser, `${served.url}/document/${document}`);
      await expect.poll(() => page.locator("main").innerText(), { timeout: 60_000 }).toMatch(shown);
      // Nothing of the report became an element or ran.
      expect(
        await page.evaluate(
          "[window.hurt ?? null, document.querySelectorAll('main script, main img, main [onclick], main [onerror], main [onload]').length]",
        ),
      ).toEqual([null, 0]);
      expect(faults).toEqual([]);
      await context.close();
    });

  for (const path of [
    "/",
    "/claims",
    "/timeline",
    "/map",
    "/search?words=said",
    "/search",
    "/actors",
    "/stories?least=1",
    "/story/d1",
  ])
    test(`${path} stays whole with all of them in the case`, { timeout: 120_000 }, async () => {
      const { page, context, faults } = await look(browser, served.url + path);
      await expect
        .poll(() => page.locator("main").innerText(), { timeout: 60_000 })
        .toMatch(/Post|Orlan|Hasown|public/);
      expect(
        await page.evaluate(
          "[window.hurt ?? null, document.querySelectorAll('main script, main img, main [onclick], main [onerror]').length]",
        ),
      ).toEqual([null, 0]);
      expect(await page.evaluate("document.documentElement.scrollWidth > window.innerWidth")).toBe(false);
      expect(faults).toEqual([]);
      await context.close();
    });

  test("another site's page cannot write, and a name that points here is refused", async () => {
    const write = (headers: Record<string, string>) =>
      fetch(`${served.url}/api/documents/d1`, {
        method: "DELETE",
        headers: { "content-type": "application/json", ...headers },
        body: '{"reason":"no"}',
      });
    const { page, context } = await look(browser, served.url);
    const token = String(await page.locator('meta[name="standoff-token"]').getAttribute("content"));
    await context.close();
    expect((await write({})).status).toBe(403);
    expect((await write({ "x-standoff-token": "0".repeat(token.length) })).status).toBe(403);
    expect((await write({ "x-standoff-token": token, origin: "http://evil.example" })).status).toBe(403);
    expect((await fetch(`${served.url}/api/ask/documents?limit=1`)).status).toBe(200);
  });
});
