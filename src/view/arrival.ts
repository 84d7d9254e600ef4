import { extname } from "node:path";
import type { Arrival, FileContext, Skipped } from "../ingest.ts";
import { done, type Outcome, problem } from "../model/outcome.ts";
import { annotateLine } from "./format/input.ts";
import { parseLine, readLines } from "./format/line.ts";

/** What is said of every document of one call, where the document itself does not say it. */
export type SaidOfAll = Pick<FileContext, "publisher" | "published">;

/** Does a file hold a document a line, told by the ending of its name? */
export const isRows = (name: string): boolean => [".jsonl", ".ndjson"].includes(extname(name).toLowerCase());

/** What was left unread, in words: "3 frames, 1 attachment agenda.docx". */
export const leftWords = (left: readonly Skipped[]): string =>
  left.map(({ what, count }) => `${count} ${what}`).join(", ");

/** Documents of a JSONL stream; a bad line is a problem that names `name` and its number, and the rest goes on. */
export async function* rowArrivals(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  said: SaidOfAll,
): AsyncGenerator<Outcome<Arrival>> {
  for await (const { number, line } of readLines(stream)) {
    const input = line.ok ? parseLine(number, line.value, annotateLine) : line;
    if (!input.ok) {
      yield problem(input.problem.code, `${name}, ${input.problem.message}`);
      continue;
    }
    const { id, text, title, url, lang } = input.value;
    const publisher = input.value.publisher ?? said.publisher;
    const published = input.value.published ?? said.published;
    yield done({
      name: `${name}, line ${number} (id ${id})`,
      keys: { externalId: id, url, publisher, path: null },
      body: text,
      given: { title, url, publisher, published, lang },
      retrievedAt: null,
    });
  }
}
