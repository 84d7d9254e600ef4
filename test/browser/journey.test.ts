import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyFolder } from "../view/cli/command.ts";
import { isSkipped, look, openBrowser, type Served, serve, type Watched } from "./browser.ts";

const seeds = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));
const hasSeeds = existsSync(seeds);
if (!hasSeeds) console.warn("the journey over the five seed reports is skipped: there is no ../shared/seeds");

/** What stands in the margin. */
const behind = (page: Page) => page.getByRole("complementary", { name: "The words behind it" });
const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

describe.skipIf(isSkipped)("a journey over the sample", () => {
  let browser: Browser;
  let served: Served;
  let opened: Watched;
  beforeAll(async () => {
    served = await serve("--sample");
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  /** Walks from a page to wherever `steps` lead; nothing may go wrong on the way. */
  async function walk(path: string, steps: (page: Page) => Promise<void>): Promise<void> {
    opened = await look(browser, served.url + path);
    await steps(opened.page);
    expect(opened.faults).toEqual([]);
    await opened.context.close();
  }

  test("who claimed this, and on what evidence", () =>
    walk("/", async (page) => {
      await page
        .getByRole("link", { name: /without\s+evidence/i })
        .first()
        .click();
      expect(query(page).getAll("mark")).toEqual(["none-given"]);
      const first = page.locator(".claim-open").first();
      await first.click();
      await expect.poll(() => query(page).get("at")).toMatch(/^r\d+\.s\d+$/);
      const words = behind(page);
      expect(await words.locator("blockquote").first().innerText()).not.toBe("");
      expect(await words.innerText()).toMatch(/no evidence given/);
      await words.getByRole("link", { name: /Read it in the report/ }).click();
      await page.waitForURL(/\/document\/d\d+\?.*at=r\d+\.s\d+/);
      await expect.poll(() => page.locator("main").innerText()).toMatch(/read by rules/);
      await page.goBack();
      await expect.poll(() => new URL(page.url()).pathname).toBe("/claims");
      expect(query(page).getAll("mark")).toEqual(["none-given"]);
    }));

  test("what was said about the drill between two days", () =>
    walk("/claims", async (page) => {
      await page.getByLabel("from").first().fill("2031-03-04");
      await page.getByLabel("until").first().fill("2031-03-08");
      await page.getByLabel("Words in what is said").fill("drill OR exercise");
      await expect.poll(() => query(page).get("words")).toBe("drill OR exercise");
      expect([query(page).get("from"), query(page).get("to")]).toEqual(["2031-03-04", "2031-03-08"]);
      await expect.poll(() => page.locator(".claim-content").count()).toBeGreaterThan(0);
      const said = await page.locator(".claim-content").allInnerTexts();
      expect(said.filter((content) => !/drill|exercise/i.test(content))).toEqual([]);
      // The same address in another window is the same view.
      const again = await look(browser, page.url());
      await expect.poll(() => again.page.locator(".claim-content").allInnerTexts()).toEqual(said);
      await again.context.close();
    }));

  test("by keyboard alone: search, open, come back, read the sheet", () =>
    walk("/", async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("footage");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/search\?words=footage/);
      await page
        .locator("main")
        .getByText(/footage/i)
        .first()
        .waitFor();
      await page.locator("body").focus();
      await page.keyboard.press("Escape");
      await page.keyboard.press("g");
      await page.keyboard.press("c");
      await page.waitForURL(/\/claims/);
      await page.locator(".claim-open").first().waitFor();
      await page.keyboard.press("j");
      await expect.poll(() => query(page).get("at")).not.toBeNull();
      await page.keyboard.press("?");
      await expect.poll(() => page.getByRole("dialog").innerText()).toMatch(/next claim/);
      await page.keyboard.press("Escape");
      await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    }));

  test("a citation is copied with publisher, day, URL and the words", () =>
    walk("/claims?mark=none-given", async (page) => {
      await page.locator(".claim-open").first().click();
      await behind(page).getByRole("button", { name: "Copy citation" }).click();
      await behind(page).getByText("Copied").waitFor();
      const copied = (await page.evaluate("navigator.clipboard.readText()")) as string;
      expect(copied).toMatch(/^“.+” — .+, (\d+ \w+ 2031|undated).*https:\/\/[^ ]+\.example.*d\d+ r\d+ \d+–\d+\.$/s);
    }));

  test("dark and light are chosen and kept", () =>
    walk("/", async (page) => {
      const paper = () => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
      const before = await paper();
      await page.keyboard.press("l");
      await page.keyboard.press("l");
      expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
      expect(await paper()).not.toBe(before);
      await page.reload();
      expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    }));

  test("on paper there is the report and no desk around it", () =>
    walk("/document/d1", async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".rail").isVisible()).toBe(false);
      await page.evaluate("document.documentElement.dataset.theme = 'dark'");
      expect(await page.evaluate("getComputedStyle(document.documentElement).backgroundColor")).toBe(
        "rgb(255, 255, 255)",
      );
      expect(await page.locator("main").innerText()).toMatch(/made up|Tarvonia/);
    }));

  test("the first view is small", async () => {
    const scripts: number[] = [];
    const context = await browser.newContext();
    const page = await context.newPage();
    page.on("response", async (response) => {
      if (/javascript/.test(response.headers()["content-type"] ?? ""))
        scripts.push((await response.request().sizes()).responseBodySize);
    });
    await page.goto(served.url, { waitUntil: "networkidle" });
    await context.close();
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.reduce((sum, size) => sum + size, 0)).toBeLessThan(120_000);
  });
});

describe.skipIf(isSkipped)("a desk of one's own", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test("an empty case says how to fill it; a pasted report is read, shown, and taken out again", async () => {
    const file = join(emptyFolder(), "own.standoff");
    const { run } = await import("../../src/view/cli/main.ts");
    const { PassThrough } = await import("node:stream");
    const quiet = {
      stdin: new PassThrough(),
      stdout: new PassThrough(),
      stderr: new PassThrough(),
      clock: () => "2031-03-20T12:00:00.000Z",
      signal: new AbortController().signal,
    };
    expect(await run(["init", "--case", file], quiet)).toBe(0);
    const served = await serve("--case", file);
    const { page, context, faults } = await look(browser, served.url);
    expect(await page.locator("main").innerText()).toMatch(/standoff add/);
    await page.getByRole("link", { name: "Add reports" }).click();
    await page
      .locator("textarea")
      .first()
      .fill("Minister Pavel Orlan said on Friday, without giving evidence, that rebels had shot two border guards.");
    await page
      .getByLabel(/publisher/i)
      .first()
      .fill("The Norland Post");
    await page
      .getByLabel(/day|published/i)
      .first()
      .fill("2031-03-15");
    await page.locator("textarea").first().press("Control+Enter");
    await page.locator("main a[href^='/document/d1']").first().click();
    await page.waitForURL(/\/document\/d1/);
    await expect.poll(() => page.locator("main").innerText()).toMatch(/Pavel Orlan/);
    expect(await page.locator("main").innerText()).toMatch(/The Norland Post/);
    await page.goBack();
    await page
      .getByRole("button", { name: /undo|take it out/i })
      .first()
      .click();
    await page
      .getByRole("button", { name: /^(forget|yes)/i })
      .first()
      .click();
    await page
      .getByText(/Forgotten/)
      .first()
      .waitFor();
    expect(faults).toEqual([]);
    await context.close();
    expect(await served.stop()).toBe(0);
  });

  test.skipIf(!hasSeeds)("the claims of Minsk without evidence are found in three clicks", async () => {
    const served = await serve(
      seeds,
      "--manifest",
      join(seeds, "manifest.json"),
      "--case",
      join(emptyFolder(), "seeds.standoff"),
    );
    const { page, context, faults } = await look(browser, served.url);
    await page
      .getByRole("link", { name: /without\s+evidence/i })
      .first()
      .click();
    await page
      .locator(".facet", { hasText: "Speaker" })
      .getByText(/Minsk|Belarus/)
      .first()
      .click();
    await page.locator(".claim-open").first().click();
    expect(await behind(page).innerText()).toMatch(/no evidence given/);
    expect(await behind(page).innerText()).toMatch(/Minsk|Belarus|Lukashen/);
    expect(faults).toEqual([]);
    await context.close();
    await served.stop();
  });
});
