import { expect, test } from "vitest";
import { addressWords } from "../../../src/view/cli/progress.ts";

test.each([
  [0, 0, ""],
  [0, 12, ", 0 of 12 addresses"],
  [3, 12, ", 3 of 12 addresses"],
  // The pages that a feed leads to come on top of what was named.
  [5, 1, ", 5 of 5 addresses"],
])("%i done of %i named: %s", (done, named, words) => expect(addressWords(done, named)).toBe(words));
