import { expect, test } from "vitest";
import { titleOf } from "../../../src/view/web/title.ts";

const titles = [
  [["Two guards die", "Norland Post"], "Two guards die · Norland Post · Standoff"],
  [["Two\n guards  die", null], "Two guards die · Standoff"],
  [["Claims", "border.standoff"], "Claims · border.standoff · Standoff"],
  [[" ", undefined], "Standoff"],
] as const;
for (const [parts, title] of titles) test(title, () => expect(titleOf(...parts)).toBe(title));
