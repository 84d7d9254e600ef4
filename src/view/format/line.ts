import type * as z from "zod";
import { done, type Outcome, problem } from "../../model/outcome.ts";

/** Longest line that is read, in bytes; a longer one is reported and skipped, so that memory stays bounded. */
export const maxLineBytes = 256 * 1024 * 1024;

/** A line of a file with its 1-based number. */
export interface NumberedLine {
  readonly number: number;
  readonly line: Outcome<string>;
}

const newline = 10;

/**
 * Lines of a byte stream, in order, without their ends (LF or CRLF); a BOM at the start is dropped; lines of only white space are skipped
 * but counted. Bytes that are not UTF-8 give one problem for their line. Memory is bounded by the longest line.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<NumberedLine> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  const finish = (): NumberedLine | null => {
    number++;
    const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    const tooLong = size > maxLineBytes;
    const length = size;
    parts = [];
    size = 0;
    if (tooLong) {
      return {
        number,
        line: problem(
          "document/too-large",
          `line ${number} has ${length} bytes, and at most ${maxLineBytes} are read as one line. Split the document.`,
        ),
      };
    }
    try {
      const text = decoder.decode(bytes);
      if (text.trim() === "") return null;
      return { number, line: done(text.endsWith("\r") ? text.slice(0, -1) : text) };
    } catch {
      return {
        number,
        line: problem(
          "document/charset",
          `line ${number} is not valid UTF-8. Save the file as UTF-8 and add it again.`,
        ),
      };
    }
  };
  for await (const chunk of stream) {
    let from = 0;
    for (;;) {
      const at = chunk.indexOf(newline, from);
      const piece = chunk.subarray(from, at === -1 ? chunk.length : at);
      size += piece.length;
      if (size <= maxLineBytes) parts.push(piece);
      else parts = [];
      if (at === -1) break;
      const line = finish();
      if (line) yield line;
      from = at + 1;
    }
  }
  if (size > 0) {
    const line = finish();
    if (line) yield line;
  }
}

/** The value of a JSON line, checked against `schema`; problems name the line, the field and what is wanted. */
export function parseLine<T>(number: number, line: string, schema: z.ZodType<T>): Outcome<T> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, " ").slice(0, 120) : "";
    return problem("line/not-json", `line ${number} is not JSON (${reason}). Every line must be one JSON object.`);
  }
  const result = schema.safeParse(value);
  if (result.success) return done(result.data);
  const said = result.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.length > 0 ? `"${issue.path.join(".")}" ` : ""}${issue.message}`)
    .join("; ");
  return problem("line/not-valid", `line ${number}: ${said}. See docs/format.md for the fields.`);
}
