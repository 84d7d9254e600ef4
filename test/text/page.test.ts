import { nothingGiven } from "../../src/model/document.ts";
import { bodyOf } from "../../src/text/body.ts";
import { readHtml } from "../../src/text/html.ts";
import { readText } from "../../src/text/page.ts";
import { goldenTests } from "../golden.ts";

/** `show: meta` gives the fields that were found, `show: body` the article's own text; else a line a block. */
goldenTests("text", ({ given, text }) => {
  const said = { ...nothingGiven, title: given.title ?? null, published: given.published ?? null };
  const page = given.html ? readHtml(text, said) : readText(text, said);
  if (given.show === "body") return bodyOf(page);
  if (given.show === "meta")
    return Object.entries(page.meta)
      .filter(([, value]) => value !== null && value.length > 0)
      .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join("; ") : value}`)
      .join("\n");
  return page.blocks
    .map(({ kind, furniture, start, end }) => {
      const words = page.text.slice(start, end).split(/\s+/);
      const shown = words.slice(0, 6).join(" ");
      return `${furniture ?? kind}${furniture ? " furniture" : ""} | ${shown}${words.length > 6 ? " …" : ""}`;
    })
    .join("\n");
});
