import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isSkipped, type Look, look, openBrowser, type Served, serve } from "./browser.ts";

const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

describe.skipIf(isSkipped)("the desk keeps what a hand has done", () => {
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

  async function on(path: string, steps: (page: Page) => Promise<void>, size: Look = {}): Promise<void> {
    const { page, context } = await look(browser, served.url + path, size);
    await steps(page);
    await context.close();
  }

  test("a list goes on where it stopped after an answer that failed", () =>
    on("/", async (page) => {
      let failures = 0;
      await page.route(/\/api\/ask\/actors\?.*offset=40/, (route) =>
        ++failures === 1 ? route.abort() : route.continue(),
      );
      await page.goto(`${served.url}/actors`);
      const rows = page.locator(".actor-item");
      await expect.poll(() => rows.count()).toBe(40);
      await page.mouse.wheel(0, 20_000);
      await page.getByRole("button", { name: "Try again" }).click();
      await expect.poll(() => rows.count()).toBeGreaterThan(40);
      expect(failures).toBe(2);
    }));

  test("the space after a first name stays while the name is asked for", () =>
    on("/actors", async (page) => {
      const field = page.getByLabel("Name, in any spelling");
      await field.pressSequentially("Radomir ");
      await expect.poll(() => query(page).get("name")).toBe("Radomir");
      await field.pressSequentially("Veshkar");
      expect(await field.inputValue()).toBe("Radomir Veshkar");
    }));

  test("j and k still move after a filter was ticked", () =>
    on("/claims", async (page) => {
      await page.getByRole("checkbox", { name: /no evidence given/ }).click();
      await expect.poll(() => query(page).getAll("mark")).toEqual(["none-given"]);
      await page.keyboard.press("j");
      await expect.poll(() => query(page).get("at")).toMatch(/^r\d+\.s\d+$/);
    }));

  test("a link with a row that is none shows the claims all the same", () =>
    on("/claims?at=r11.s2&row=-5", async (page) => {
      await page.waitForTimeout(300);
      expect(await page.getByRole("alert").count()).toBe(0);
      expect(await page.locator(".claim-open").count()).toBeGreaterThan(5);
    }));

  test("opening furniture far from the selected claim leaves the reader there", () =>
    on(
      "/document/d11?at=r11.s2",
      async (page) => {
        const selected = page.locator(".note-card");
        await expect.poll(() => selected.count()).toBe(1);
        const line = page.locator(".furniture-line").last();
        await line.scrollIntoViewIfNeeded();
        await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
        const before = await page.evaluate(() => window.scrollY);
        await line.click();
        await page.waitForTimeout(200);
        expect((await selected.boundingBox())!.y).toBeLessThan(0);
        expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(before - 100);
      },
      { height: 420 },
    ));
});
