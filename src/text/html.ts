import type { GivenMeta } from "../model/document.ts";
import type { Page } from "../model/page.ts";
import { readText } from "./page.ts";

/** An HTML page -> page. No script of it is run. */
export function readHtml(html: string, given: GivenMeta): Page {
  return readText(html.replace(/<[^>]*>/g, " "), given);
}
