import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isSkipped, look, openBrowser, type Served, serve } from "./browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Violations that axe-core finds on the page, each with the elements. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, so that the page's own policy, which allows no such script, stays as it is.
  await page.evaluate(axe);
  const found = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations.map((one) => [one.id, one.nodes.map((node) => node.html + ' ' + (node.any[0]?.message ?? '')).slice(0, 4)]))",
  );
  return (found as [string, string[]][]).map(([id, nodes]) => `${id}: ${nodes.join(" | ")}`);
}

/** Every page of the desk, with what must stand on it. */
const pages: readonly (readonly [name: string, path: string, text: RegExp])[] = [
  ["overview", "/", /24 reports by 5 publishers/],
  ["stories", "/stories", /\d+ stor(?:y|ies)/],
  ["stories, all", "/stories?least=1&sort=largest", /split|reported up to|no report for/],
  ["stories, none", "/stories?from=1999-01-01&to=1999-01-02", /No story fits/],
  ["story", "/story/d5", /Side by side[^]*Who says what[^]*origin[^]*Against each other[^]*Numbers over time/],
  ["story, a report", "/story/d5?at=d5", /In the story/],
  ["story, a claim that one report tells", "/story/d5?at=r5.s1", /Where it comes from/],
  ["story, none", "/story/t999", /There is no story t999/],
  ["contradictions", "/contradictions", /Nothing here says who is right[^]*denied/],
  ["contradictions, none", "/contradictions?holder=Nobody%20Atall", /No two claims fit/],
  ["claims", "/claims", /no evidence given/],
  ["claims, narrowed", "/claims?mark=none-given&sort=newest", /Without|without|evidence/],
  ["claims, none", "/claims?words=zeppelin", /./],
  ["timeline", "/timeline", /2031/],
  ["map", "/map", /Kolsund/],
  ["actors", "/actors", /Radomir Veshkar/],
  ["actor", "/actor/Radomir%20Veshkar", /Radomir Veshkar/],
  ["actor, none", "/actor/Nobody%20Atall", /./],
  ["search", "/search", /./],
  ["search for words", "/search?words=drill", /drill/],
  ["reader", "/document/d1", /made up/],
  ["reader, a claim", "/document/d1?at=r1.s1", /./],
  ["reader, none", "/document/d999", /There is no document/],
  ["add", "/add", /./],
  ["doors", "/doors", /standoff/],
];

describe.skipIf(isSkipped)("every page of the desk", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    served = await serve("--sample");
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    expect(await served?.stop()).toBe(0);
  });

  for (const [name, path, text] of pages) {
    test(`${name}: says what it is about, without a fault, and nothing that axe-core finds`, async () => {
      const { page, context, faults } = await look(browser, served.url + path);
      expect(await page.locator("main").innerText()).toMatch(text);
      // An answer of 404 is a console error of the browser's own; the page has said it in words.
      expect(faults.filter((fault) => !fault.includes("404 (Not Found)"))).toEqual([]);
      expect(await violationsOf(page)).toEqual([]);
      await context.close();
    });
    test(`${name}: holds in the dark and on a telephone`, async () => {
      const { page, context } = await look(browser, served.url + path, { width: 360, height: 740, theme: "dark" });
      expect(await violationsOf(page)).toEqual([]);
      // Nothing stands out to the side: a page is moved in one direction only.
      expect(await page.evaluate("document.documentElement.scrollWidth > window.innerWidth")).toBe(false);
      await context.close();
    });
  }
});
