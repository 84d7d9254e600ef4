import { expect, test } from "vitest";
import { starred } from "../../../../src/view/web/ledger/starred.ts";

const rows: readonly (readonly [string, string | null])[] = [
  ["drills", "drill*"],
  ["shelling moved", "shell* moved*"],
  ["border", "border*"],
  ['"exact words" drills', '"exact words" drill*'],
  ['"not ended drills', null],
  ["-drills tanks OR planes", "-drills tank* OR plan*"],
  ["tank* 300", null],
  ["war", null],
  ["учения", "учения*"],
];
for (const [words, wider] of rows) test(`${words} -> ${wider}`, () => expect(starred(words)).toBe(wider));
