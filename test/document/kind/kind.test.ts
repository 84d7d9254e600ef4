import { readdirSync, readFileSync } from "node:fs";
import { openBytes } from "../../../src/document/kind/open.ts";
import { type GoldenCase, goldenTests, parseCases } from "../../golden.ts";
import { madePdf, placedPages } from "./pdf-made.ts";
import { rendered } from "./rendered.ts";

/** Text in a one-byte charset, by asking the decoder for each of its 256 bytes. */
function narrow(text: string, label: string): Uint8Array {
  const table = [...new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))];
  return Uint8Array.from([...text].map((char) => table.indexOf(char)));
}

const infoOf = (given: GoldenCase["given"]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => name.startsWith("info "))
      .map(([name, value]) => [name.slice(5), value]),
  );

/**
 * Bytes of a case: `pdf` sets its lines ("x y size words") as pages, with `info …` as the file's own data; `charset` and `crlf` say how the text is written;
 * `~~~` stands for the `---` of a front matter, which would end the case; `cut` is how many bytes are left.
 */
function bytesOf({ given, text }: GoldenCase): Uint8Array {
  const source = text.replace(/^~~~$/gm, "---");
  const lines = given.crlf === undefined ? source : source.replaceAll("\n", "\r\n");
  const bytes =
    given.pdf !== undefined
      ? madePdf({ pages: placedPages(source), info: infoOf(given), isPacked: given.pdf === "packed" })
      : given.charset === undefined
        ? new TextEncoder().encode(lines)
        : narrow(lines, given.charset);
  return given.cut === undefined ? bytes : bytes.subarray(0, Number(given.cut));
}

// Golden cases are compared in one go, and files are opened with a promise.
const opened = new Map<string, string>();
const keyOf = (one: GoldenCase): string => JSON.stringify([one.given, one.text]);
const folder = new URL("../../golden/kind/", import.meta.url);
const cases = readdirSync(folder).flatMap((file) => parseCases(readFileSync(new URL(file, folder), "utf8")));
for (const one of cases) {
  const file = await openBytes(bytesOf(one), one.given.name ?? null);
  opened.set(keyOf(one), rendered(file, one.given.show === "words"));
}
goldenTests("kind", (one) => opened.get(keyOf(one)) ?? "not opened");
