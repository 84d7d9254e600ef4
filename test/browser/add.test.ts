import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../../src/view/cli/main.ts";
import { emptyFolder } from "../view/cli/command.ts";
import { isSkipped, look, openBrowser, serve } from "./browser.ts";

// The first report waits for its reader to start.
const patient = { timeout: 30_000 };

const words = (place: string): string =>
  `Minister Pavel Orlan said on Friday that rebels had shot two border guards in ${place}.`;

async function emptyCase(name: string): Promise<string> {
  const file = join(emptyFolder(), name);
  const clock = () => "2031-03-20T12:00:00.000Z";
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  expect(
    await run(["init", "--case", file], { stdin, stdout, stderr, clock, signal: new AbortController().signal }),
  ).toBe(0);
  return file;
}

describe.skipIf(isSkipped)("handing reports in", { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 120_000);
  afterAll(() => browser?.close());

  test("a manifest in a chosen folder is told and used, and is no report", async () => {
    const folder = join(emptyFolder(), "north");
    mkdirSync(folder);
    writeFileSync(join(folder, "a.txt"), words("Arn"));
    writeFileSync(join(folder, "b.txt"), words("Vell"));
    writeFileSync(join(folder, "README.md"), "What is in this folder.");
    const row = { publisher: "North Gazette", published: "2031-03-09" };
    const rows = ["a.txt", "b.txt"].map((file) => ({ ...row, file }));
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(rows));
    const served = await serve("--case", await emptyCase("own.standoff"));
    const { page, context, faults } = await look(browser, `${served.url}/add`);
    expect(await page.title()).toBe("Add reports · own.standoff · Standoff");
    await page.locator("input[webkitdirectory]").setInputFiles(folder);
    await expect
      .poll(() => page.getByRole("alert").innerText(), patient)
      .toBe("north/manifest.json says publisher and day of 2 files. Left out, being no reports: north/README.md.");
    await expect.poll(() => page.locator(".outcomes-head [role=status]").innerText(), patient).toBe("2 new");
    await page.locator(".outcome a").first().click();
    await expect.poll(() => page.title(), patient).toMatch(/ · North Gazette · Standoff$/);
    expect(faults).toEqual([]);
    await context.close();
    await served.stop();
  });

  test("a page that was open before the server was started again still hands in", async () => {
    const file = await emptyCase("own.standoff");
    const before = await serve("--case", file);
    const { port } = new URL(before.url);
    const { page, context } = await look(browser, `${before.url}/add`);
    await before.stop();
    const text = page.locator("textarea").first();
    await text.fill(words("Arn"));
    await text.press("Control+Enter");
    await expect
      .poll(() => page.locator(".outcome").allInnerTexts(), patient)
      .toMatchObject([expect.stringMatching(/does not answer/)]);
    expect(await text.inputValue()).toBe(words("Arn"));
    const other = await serve("--port", port, "--case", await emptyCase("other.standoff"));
    await text.press("Control+Enter");
    await expect
      .poll(() => page.locator(".outcome").allInnerTexts(), patient)
      .toMatchObject([expect.stringMatching(/another case, other\.standoff/)]);
    expect(await text.inputValue()).toBe(words("Arn"));
    await other.stop();
    const after = await serve("--port", port, "--case", file);
    await text.press("Control+Enter");
    await expect
      .poll(() => page.locator(".outcome").allInnerTexts(), patient)
      .toMatchObject([expect.stringMatching(/: new/)]);
    expect(await text.inputValue()).toBe("");
    await context.close();
    await after.stop();
  });

  test("on a telephone the menu opens, leads on and closes", async () => {
    const served = await serve("--case", await emptyCase("own.standoff"));
    const { page, context } = await look(browser, served.url, { width: 360, height: 740 });
    expect((await page.locator(".rail").boundingBox())?.height).toBeLessThan(110);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("link", { name: "Claims" }).first().click();
    await page.waitForURL(/\/claims/);
    await expect.poll(() => page.locator(".rail nav").isVisible(), patient).toBe(false);
    await context.close();
    await served.stop();
  });
});
