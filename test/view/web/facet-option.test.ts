import { expect, test } from "vitest";
import { asChosen } from "../../../src/view/web/facet-option.ts";

test.each([
  ["as it was typed", "Minsk", ["minsk"], "minsk"],
  ["among others", "Minsk", ["Warsaw", "MINSK"], "MINSK"],
  ["not chosen", "Minsk", ["Warsaw"], "Minsk"],
] as const)("what takes a value of the list out again: %s", (_what, value, chosen, expected) => {
  expect(asChosen(value, chosen)).toBe(expected);
});
