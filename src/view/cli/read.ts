import { basename } from "node:path";
import { type Arrival, arrivalsIn, noListener, type Origin } from "../../ingest.ts";
import { type GivenMeta, nothingGiven } from "../../model/document.ts";
import { done, type Outcome } from "../../model/outcome.ts";
import type { Page } from "../../model/page.ts";
import { bodyOf, readBytes, readCaptured, readFileBelow, readHtml, readText } from "../../pipeline.ts";
import { type ReadLine, readLine } from "../format/input.ts";
import { parseLine, readLines } from "../format/line.ts";
import { exit, isClosed, oneLine, type Shell, tell, tellProblem, write } from "./shell.ts";

/** A page, and what is to be said of the file that it is from. */
interface ReadPage {
  readonly page: Page;
  readonly notes: readonly string[];
}

async function pageIn({ body, document, given, fileName, charset }: Arrival): Promise<Outcome<ReadPage>> {
  if (document) return done({ page: readCaptured(document, given), notes: [] });
  if (typeof body === "string") return done({ page: readText(body, given), notes: [] });
  const read = await readBytes(body, given, { name: fileName ?? null, charset: charset ?? null });
  if (!read.ok) return read;
  const { parts, problem } = read.value;
  return done({ page: parts[0]!.page, notes: problem === null ? [] : [`${problem.message} [${problem.code}]`] });
}

const originOf = (path: string, given: GivenMeta): Origin => ({
  name: path,
  keys: { externalId: null, url: given.url, publisher: given.publisher, path },
  given,
  retrievedAt: null,
  fileName: basename(path),
  charset: null,
  capture: null,
});

/** The first document of a file, of any kind that `add` takes. */
async function firstIn(bytes: Uint8Array, path: string, given: GivenMeta): Promise<Outcome<ReadPage>> {
  let first: Outcome<Arrival> | null = null;
  let others = 0;
  for await (const arrival of arrivalsIn(bytes, originOf(path, given), noListener)) {
    if (first?.ok) others += arrival.ok ? 1 : 0;
    else if (arrival.ok || first === null) first = arrival;
  }
  if (first === null) return readFailed(path);
  if (!first.ok) return first;
  const page = await pageIn(first.value);
  if (!page.ok || others === 0) return page;
  const note = `${path} holds ${others + 1} documents, and the first is printed (${first.value.name}). standoff add takes all.`;
  return done({ ...page.value, notes: [note, ...page.value.notes] });
}

const readFailed = (path: string): Outcome<never> => ({
  ok: false,
  problem: { code: "document/empty", message: `${path} holds no report. Name another file.` },
});

async function pageOf(line: ReadLine, root: string): Promise<Outcome<ReadPage>> {
  const { title, url, publisher, published } = line;
  const given = { ...nothingGiven, title, url, publisher, published };
  if (line.html !== null) return done({ page: readHtml(line.html, given), notes: [] });
  if (line.text !== null) return done({ page: readText(line.text, given), notes: [] });
  const path = line.path ?? "";
  const bytes = await readFileBelow(root, path);
  return bytes.ok ? firstIn(bytes.value, path, given) : bytes;
}

/** `standoff read`: JSONL with `path`, `html` or `text` on stdin; text, blocks, body and meta on stdout. Opens files only below `root`. */
export async function read(shell: Shell, options: { readonly root: string }): Promise<number> {
  let failed = false;
  for await (const { number, line } of readLines(shell.stdin)) {
    if (shell.signal.aborted) return exit.interrupted;
    if (isClosed(shell.stdout)) break;
    const input = line.ok ? parseLine(number, line.value, readLine) : line;
    const read = input.ok ? await pageOf(input.value, options.root) : input;
    const about = input.ok ? `line ${number} (id ${input.value.id})` : "";
    if (input.ok && read.ok) {
      const { page, notes } = read.value;
      for (const note of notes) tell(shell, oneLine(`standoff: ${about}: ${note}`));
      const { text, blocks, meta } = page;
      await write(shell.stdout, `${JSON.stringify({ id: input.value.id, text, blocks, body: bodyOf(page), meta })}\n`);
      continue;
    }
    failed = true;
    if (!read.ok) tellProblem(shell, read.problem, about);
  }
  return failed ? exit.someFailed : exit.good;
}
