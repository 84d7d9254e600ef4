import { nothingGiven } from "../../src/model/document.ts";
import { readHtml } from "../../src/text/html.ts";
import { readText } from "../../src/text/page.ts";
import { goldenTests } from "../golden.ts";

const shown = (value: unknown): string =>
  Array.isArray(value)
    ? value.join("; ")
    : typeof value === "object" && value !== null
      ? Object.entries(value)
          .map(([name, place]) => `${name} < ${place}`)
          .join(", ")
      : String(value);

/** The fields that were found, a line each, and last where each was read. */
goldenTests("meta", ({ given, text }) => {
  const { url = null, retrieved = null, published = null } = given;
  const said = { ...nothingGiven, url, retrieved, published };
  const { meta } = given.html ? readHtml(text, said) : readText(text, said);
  return Object.entries(meta)
    .map(([name, value]) => [name, shown(value)] as const)
    .filter(([, value]) => value !== "" && value !== "null")
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
});
