import { nothingGiven } from "../../model/document.ts";
import { done, type Outcome } from "../../model/outcome.ts";
import type { Page } from "../../model/page.ts";
import { bodyOf, readBytes, readFileBelow, readHtml, readText } from "../../pipeline.ts";
import { type ReadLine, readLine } from "../format/input.ts";
import { parseLine, readLines } from "../format/line.ts";
import { exit, isClosed, type Shell, tellProblem, write } from "./shell.ts";

async function pageOf(line: ReadLine, root: string): Promise<Outcome<Page>> {
  const { title, url, publisher, published } = line;
  const given = { ...nothingGiven, title, url, publisher, published };
  if (line.html !== null) return done(readHtml(line.html, given));
  if (line.text !== null) return done(readText(line.text, given));
  const bytes = await readFileBelow(root, line.path ?? "");
  return bytes.ok ? readBytes(bytes.value, given) : bytes;
}

/** `standoff read`: JSONL with `path`, `html` or `text` on stdin; text, blocks, body and meta on stdout. Opens files only below `root`. */
export async function read(shell: Shell, options: { readonly root: string }): Promise<number> {
  let failed = false;
  for await (const { number, line } of readLines(shell.stdin)) {
    if (shell.signal.aborted) return exit.interrupted;
    if (isClosed(shell.stdout)) break;
    const input = line.ok ? parseLine(number, line.value, readLine) : line;
    const page = input.ok ? await pageOf(input.value, options.root) : input;
    if (input.ok && page.ok) {
      const { text, blocks, meta } = page.value;
      await write(
        shell.stdout,
        `${JSON.stringify({ id: input.value.id, text, blocks, body: bodyOf(page.value), meta })}\n`,
      );
      continue;
    }
    failed = true;
    if (!page.ok) tellProblem(shell, page.problem, input.ok ? `line ${number} (id ${input.value.id})` : "");
  }
  return failed ? exit.someFailed : exit.good;
}
