import { expect, test } from "vitest";
import { addressWords, readingWords } from "../../../src/view/cli/progress.ts";

test.each([
  [0, 0, ""],
  [0, 12, ", 0 of 12 addresses"],
  [3, 12, ", 3 of 12 addresses"],
  // The pages that a feed leads to come on top of what was named.
  [5, 1, ", 5 of 5 addresses"],
])("%i done of %i named: %s", (done, named, words) => expect(addressWords(done, named)).toBe(words));

test.each([
  ["mb.txt", 1_000_115, "; reading mb.txt, 1.0 MB"],
  // The end of a path tells more than its beginning, and nothing in a name reaches the terminal.
  [`${"folder/".repeat(9)}long\u202e.txt`, 60_000, "; reading …r/folder/folder/folder/folder/long .txt, 0.1 MB"],
])("a long document that is read: %s", (name, bytes, words) => expect(readingWords(name, bytes)).toBe(words));
