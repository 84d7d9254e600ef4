import type { OpenedFile } from "../../../src/document/kind/captured.ts";
import { pageOf } from "../../../src/document/kind/page.ts";
import { nothingGiven } from "../../../src/model/document.ts";
import type { Outcome } from "../../../src/model/outcome.ts";
import { readHtml } from "../../../src/text/html.ts";
import { readText } from "../../../src/text/page.ts";

const clipped = (text: string): string => {
  const words = text.split(/\s+/);
  return `${words.slice(0, 9).join(" ")}${words.length > 9 ? " …" : ""}`;
};

/** An opened file in lines: kind, what was skipped, then each document with its fields and blocks. `whole` shows the words of all blocks. */
export function rendered(opened: Outcome<OpenedFile>, whole = false): string {
  if (!opened.ok) return `${opened.problem.code} | ${opened.problem.message}`;
  const { kind, documents, skipped, problem } = opened.value;
  const lines: string[] = [kind];
  for (const { what, count } of skipped) lines.push(`skipped ${count} ${what}`);
  if (problem) lines.push(`${problem.code} | ${problem.message}`);
  for (const document of documents) {
    const { text, blocks, meta } = pageOf(document, nothingGiven, { html: readHtml, text: readText });
    lines.push("", `[${document.part ?? "whole"}, ${document.form}]`);
    for (const name of ["title", "url", "publisher", "published", "modified", "retrieved"] as const)
      if (meta[name] !== null) lines.push(`${name}: ${meta[name]}`);
    if (meta.byline.length > 0) lines.push(`byline: ${meta.byline.join("; ")}`);
    if (document.forwardedFrom !== null) lines.push(`forwarded from: ${document.forwardedFrom}`);
    for (const { kind, furniture, start, end } of blocks) {
      const words = text.slice(start, end);
      lines.push(
        `${furniture === null ? kind : `${furniture} furniture`} | ${whole ? words.replaceAll("\n", " / ") : clipped(words)}`,
      );
    }
  }
  return lines.join("\n");
}
