import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AnnotatedDocument } from "../src/model/annotation.ts";
import type { Spans } from "../src/model/span.ts";

// The README's example: `docs/example.jsonl` through the command line that the README names.
const input = new URL("../docs/example.jsonl", import.meta.url);
const program = fileURLToPath(new URL("../bin/standoff.js", import.meta.url));

/** The layers that the README shows; the rest of the line is left out there. */
const shownLayers = ["actors", "quantities", "marks", "attributions", "events"] as const;

/** What `standoff annotate < docs/example.jsonl` prints. */
export const exampleOutput = (): AnnotatedDocument =>
  JSON.parse(
    execFileSync(process.execPath, [program, "annotate"], { input: readFileSync(input), encoding: "utf8" }),
  ) as AnnotatedDocument;

/** `row` as JSON over lines of at most `width` characters, as far as its fields allow. */
function wrappedRow(row: object, indent: string, width = 112): string {
  const fields = Object.entries(row).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
  const lines: string[] = [];
  for (const field of fields) {
    const last = lines.at(-1);
    if (last !== undefined && indent.length + last.length + field.length + 3 <= width)
      lines[lines.length - 1] = `${last}, ${field}`;
    else lines.push(field);
  }
  return `${indent}{ ${lines.join(`,\n${indent}  `)} }`;
}

/** What each piece of the sentence was found to be, with its words and offsets, in text order. */
function foundRows(document: AnnotatedDocument): readonly string[] {
  const found: { readonly start: number; readonly row: string }[] = [];
  const add = (spans: Spans, what: string): void => {
    if (spans.length === 0) return;
    const words = spans.map(([start, end]) => document.text.slice(start, end)).join(" … ");
    const offsets = spans.map(([start, end]) => `${start}–${end}`).join(", ");
    found.push({ start: spans[0]?.[0] ?? 0, row: `| ${words} | ${offsets} | ${what} |` });
  };
  const nameOf = new Map(document.actors.map((actor) => [actor.id, actor.name]));
  const names = (ids: AnnotatedDocument["events"][number]["actors"]): string =>
    ids.map((id) => nameOf.get(id) ?? id).join(", ");
  for (const one of document.attributions) {
    add(one.source, `who says it (source of \`${one.id}\`)`);
    add(
      one.cue,
      `the word that says so (cue): ${one.kind}, ${one.stance}${one.date?.start ? `, on ${one.date.start}` : ""}`,
    );
    add(one.content, `what is said (content of \`${one.id}\`)`);
  }
  for (const one of document.timexes) add([[one.start, one.end]], `a day: ${one.value ?? "not known"} (${one.by})`);
  for (const one of document.marks)
    add([[one.start, one.end]], `mark of evidence: ${one.kind}${one.target ? `, bears on \`${one.target}\`` : ""}`);
  for (const one of document.quantities)
    add([[one.start, one.end]], `a number: ${one.bound} ${one.value ?? ""}, of: ${one.unit ?? "?"}, ${one.of ?? "?"}`);
  for (const one of document.events)
    add(
      one.trigger,
      `an event, ${one.type ?? "of no type"}: ${names(one.actors) || "?"} to ${names(one.recipients) || "?"}, told as ${one.realis} by the source of \`${one.attribution ?? "?"}\``,
    );
  return found.sort((a, b) => a.start - b.start).map((one) => one.row);
}

/** The README's section between the `example` marks: the sentence, what was found in it, and the JSON. */
export function exampleSection(): string {
  const document = exampleOutput();
  const layers = shownLayers.map((name) => {
    const rows = (document[name] as readonly object[]).map((row) => wrappedRow(row, "    "));
    return `  "${name}": [${rows.length > 0 ? `\n${rows.join(",\n")}\n  ` : ""}]`;
  });
  return `> ${document.text}

(Made up, as printed on ${document.meta.published ?? ""}. Offsets count from 0 in UTF-16 units, and the end is the first unit after the words.)

| words | offsets | what they are |
|---|---|---|
${foundRows(document).join("\n")}

As data (five of the layers of the line that is printed):

\`\`\`json
{
${layers.join(",\n")}
}
\`\`\``;
}
