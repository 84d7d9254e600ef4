import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isSkipped, look, openBrowser, type Served, serve } from "./browser.ts";

const at = (page: Page): string | null => new URL(page.url()).searchParams.get("at");
const margin = (page: Page): Promise<string> => page.locator("aside.margin").innerText();

describe.skipIf(isSkipped)("stories on the desk", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    served = await serve("--sample");
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  test("from the overview to a story, to its words, to the report", async () => {
    const { page, context, faults } = await look(browser, served.url);
    await page.getByRole("link", { name: /^\d+ stor(y|ies)$/ }).click();
    await page.locator(".story-item a").first().click();
    await page.locator("#claims .told-open").first().click();
    expect(at(page)).toMatch(/^t\d+\.c\d+$/);
    await expect.poll(() => margin(page)).toMatch(/Where it comes from[^]*origin/);
    await page.locator("aside.margin").getByRole("link", { name: "Read it in the report" }).first().click();
    await page.locator("article.report").waitFor();
    expect(page.url()).toMatch(/\/document\/d\d+\?/);
    // And back: the report names its story.
    await page.locator(".story-line a").click();
    await page.locator("#claims").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test("keys go from one thing to the next; Enter opens the report, Escape puts the words away", async () => {
    const { page, context, faults } = await look(browser, `${served.url}/story/d5`);
    const all = await page
      .locator("#page [data-at]")
      .evaluateAll((found) => found.map((one) => one.getAttribute("data-at")));
    await page.keyboard.press("j");
    expect(at(page)).toBe(all[0]);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(at(page)).toBe(all[2]);
    await page.keyboard.press("k");
    expect(at(page)).toBe(all[1]);
    expect(await page.evaluate("document.activeElement?.closest('[data-at]')?.getAttribute('data-at')")).toBe(all[1]);
    await page.keyboard.press("Escape");
    expect(at(page)).toBeNull();
    await page.goto(`${served.url}/story/d5?at=${all[1]}`, { waitUntil: "networkidle" });
    await page.keyboard.press("Enter");
    await page.locator("article.report").waitFor();
    expect(new URL(page.url()).pathname).toBe(`/document/${all[1]}`);
    expect(faults).toEqual([]);
    await context.close();
  });

  test("every kind of thing that a link names is shown with its words, and in view", async () => {
    const { page, context } = await look(browser, `${served.url}/story/d5`);
    const named = await page
      .locator("#page [data-at]")
      .evaluateAll((found) => found.map((one) => one.getAttribute("data-at")!));
    const kinds = [/^d\d+$/, /\.c\d+$/, /~/, /\.h\d+$/, /\.f\d+\.\d+$/];
    for (const kind of kinds) {
      const one = named.findLast(
        (held) => kind.test(held) && (held.includes("~") || kind !== kinds[1] || !held.includes("~")),
      );
      expect(one, `${kind}`).toBeDefined();
      await page.goto(`${served.url}/story/d5?at=${encodeURIComponent(one!)}`, { waitUntil: "networkidle" });
      await expect.poll(() => page.locator("aside.margin blockquote").count(), { timeout: 10_000 }).toBeGreaterThan(0);
      await expect
        .poll(() =>
          page
            .locator(`[data-at="${one}"]`)
            .first()
            .evaluate((found) => {
              const { top, bottom } = found.getBoundingClientRect();
              return top >= 0 && bottom <= window.innerHeight;
            }),
        )
        .toBe(true);
    }
    await context.close();
  });

  test("a link that names nothing of the story says so", async () => {
    const { page, context } = await look(browser, `${served.url}/story/d5?at=t6.c99999`);
    await expect.poll(() => margin(page)).toMatch(/Nothing in this story has the name/);
    await context.close();
  });

  test("contradictions are narrowed by how and on what; a row opens both sides and leads to the story", async () => {
    const { page, context, faults } = await look(browser, `${served.url}/contradictions`);
    const total = async (): Promise<number> => Number.parseInt(await page.locator(".page-lead").innerText(), 10);
    const whole = await total();
    await page.getByRole("button", { name: "denied", exact: true }).click();
    await expect.poll(total).toBeLessThan(whole);
    expect(new URL(page.url()).searchParams.getAll("kind")).toEqual(["denies"]);
    await page.locator(".facing-pair .told-open").first().click();
    await expect.poll(() => page.locator("aside.margin blockquote").count()).toBe(2);
    await page.locator("aside.margin").getByRole("link", { name: "This claim in its story" }).last().click();
    await page.locator("#claims").waitFor();
    await expect.poll(() => margin(page)).toMatch(/Beside other claims[^]*denie/);
    expect(faults).toEqual([]);
    await context.close();
  });

  test("a claim in a report tells how many reports have it, with the way to the story", async () => {
    const { page, context } = await look(browser, `${served.url}/document/d5?at=r5.s1`);
    const told = page
      .locator(".facts, .card")
      .getByRole("link", { name: /^\d+ reports?, (at most )?\d+( to \d+)? origins?$/ })
      .first();
    await told.click();
    await page.locator("#claims").waitFor();
    expect(at(page)).toMatch(/^t\d+\.c\d+$/);
    await context.close();
  });
});
