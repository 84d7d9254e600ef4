import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { look, openBrowser, serve } from "../test/browser/browser.ts";
import { buildWeb } from "./web.ts";

// `npm run gallery`: pictures of every page with the built-in sample, in light and dark, and `docs/gallery.md` around them. Needs a chromium.
const root = fileURLToPath(new URL("..", import.meta.url));

interface View {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly path: string;
  readonly width?: number;
  readonly height?: number;
  /** What is done on the page before the picture. */
  readonly steps?: (page: Page) => Promise<void>;
}

/** Chooses the `nth` claim that is listed. */
const chooseClaim = (nth: number) => (page: Page) => page.locator(".claim-open").nth(nth).click();

/** Chooses the `nth` row of a part of a story, and brings the part to the top. */
async function chooseTold(page: Page, part: string, nth: number): Promise<void> {
  await page.locator(`${part} .told-open`).nth(nth).click();
  await page
    .locator(part)
    .first()
    .evaluate((found) => found.scrollIntoView());
}

const views: readonly View[] = [
  {
    name: "overview",
    title: "Overview",
    says: "What the case holds, what is new, who speaks. Every number leads to its rows.",
    path: "/",
  },
  {
    name: "claims",
    title: "Claims without evidence",
    says: "The ledger, narrowed to claims for which no evidence is given. The exact words stand in the margin.",
    path: "/claims?mark=none-given&sort=newest",
    steps: chooseClaim(1),
  },
  {
    name: "reader",
    title: "A report",
    says: "The text as it was printed, furniture folded, with its claims in the margin; one of them open.",
    path: "/document/d11?at=r11.s2",
  },
  {
    name: "stories",
    title: "Stories",
    says: "What several reports tell together, with the days from the first report to the last.",
    path: "/stories",
  },
  {
    name: "story",
    title: "One story",
    says: "Its reports side by side; copies of one text share a bracket.",
    path: "/story/d5?at=d19",
  },
  {
    name: "story-claims",
    title: "Who says what, and where it comes from",
    says: "The claim that most reports tell first. Several reports of one statement are one origin; the picture in the margin shows why.",
    path: "/story/d5",
    steps: (page) => chooseTold(page, "#claims", 0),
  },
  {
    name: "story-against",
    title: "Against each other",
    says: "What was said, and what stands against it. Nothing says who is right.",
    path: "/story/d5",
    steps: (page) => chooseTold(page, "#against", 1),
  },
  {
    name: "story-figures",
    title: "Numbers over time",
    says: "Each toll with whose it is, from a base of zero. What was replaced stays, smaller.",
    path: "/story/d5",
    steps: async (page) => {
      await page.locator("#figures .figure-mark").first().click();
      await page.locator("#figures").evaluate((part) => part.scrollIntoView());
    },
  },
  {
    name: "story-phone",
    title: "A story on a telephone",
    says: "The words in a sheet.",
    path: "/story/d5",
    width: 360,
    height: 740,
    steps: (page) => chooseTold(page, "#claims", 0),
  },
  {
    name: "contradictions",
    title: "Contradictions",
    says: "Everything in the case that stands against something else, by how and on what.",
    path: "/contradictions",
    steps: async (page) => {
      await chooseTold(page, ".facing", 1);
      await page.evaluate("window.scrollTo(0, 0)");
    },
  },
  {
    name: "timeline",
    title: "Timeline",
    says: "Deeds and words told apart, and what happened from what is planned or denied.",
    path: "/timeline",
  },
  {
    name: "map",
    title: "Map",
    says: "Where things are said to happen, as exactly as the reports name it. The sample's countries are made up, so they stand in the table alone.",
    path: "/map",
  },
  { name: "actors", title: "Actors", says: "Who acts and speaks. Private persons are not listed.", path: "/actors" },
  {
    name: "actor",
    title: "One actor",
    says: "Who calls him what, what he says and does, who stands beside him.",
    path: "/actor/Radomir%20Veshkar",
  },
  {
    name: "search",
    title: "Search",
    says: "Words in any spelling of a name, the best passage of each report.",
    path: "/search?words=Brackholt",
  },
  { name: "add", title: "Adding reports", says: "Paste, drop or choose. Nothing leaves the machine.", path: "/add" },
  {
    name: "doors",
    title: "For programs",
    says: "The same questions from the command line, over HTTP and through MCP.",
    path: "/doors",
  },
  {
    name: "reader-phone",
    title: "A report on a telephone",
    says: "The margin becomes a sheet.",
    path: "/document/d11?at=r11.s2",
    width: 360,
    height: 740,
  },
  {
    name: "claims-tablet",
    title: "The ledger on a tablet",
    says: "The margin becomes a drawer.",
    path: "/claims?kind=deny",
    width: 768,
    height: 1024,
    steps: chooseClaim(2),
  },
];

/** The window as WebP, which is a third of the size of PNG. */
async function picture(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 82 });
  return Buffer.from(data, "base64");
}

if (!buildWeb()) process.exit(1);
const served = await serve("--sample");
const browser = await openBrowser();
rmSync(`${root}docs/gallery`, { recursive: true, force: true });
mkdirSync(`${root}docs/gallery`);
for (const { name, path, width = 1440, height = 900, steps } of views)
  for (const theme of ["light", "dark"] as const) {
    const { page, context, faults } = await look(browser, served.url + path, { width, height, theme });
    await steps?.(page);
    await page.waitForTimeout(300);
    writeFileSync(`${root}docs/gallery/${name}-${theme}.webp`, await picture(page));
    for (const fault of faults) console.error(`${name} ${theme}: ${fault}`);
    await context.close();
  }
await browser.close();
await served.stop();

const sections = views.map(
  ({ name, title, says, width }) =>
    `## ${title}\n\n${says}\n\n${["light", "dark"].map((theme) => `![${title}, ${theme}](gallery/${name}-${theme}.webp)`).join(width === undefined ? "\n\n" : " ")}\n`,
);
writeFileSync(
  `${root}docs/gallery.md`,
  `# Gallery\n\nThe desk with the built-in sample: reports of countries, people and outlets that do not exist. Made by \`npm run gallery\`.\n\n${sections.join("\n")}`,
);
