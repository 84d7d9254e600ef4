import { describe, expect, test } from "vitest";
import { plainWhy, type ReasonParts, reasonParts, unseen } from "../../src/model/reason.ts";

const words = (text: string, holder: string | null = null, isCut = false) => ({ holder, words: text, isCut });

describe("a reason in its parts", () => {
  const rows: readonly (readonly [reason: string, parts: ReasonParts])[] = [
    [
      "says the opposite: 2 of 5 words alike, names the one who answers; likelihood 97 %",
      {
        why: "says the opposite: 2 of 5 words alike, names the one who answers",
        judged: [],
        likelihood: 97,
        changed: null,
      },
    ],
    ["says the opposite: likelihood 97 %", { why: "says the opposite", judged: [], likelihood: 97, changed: null }],
    [
      "same holder, 1 of 4 words alike; likelihood 47 %, perhaps a changed retelling (12 %)",
      { why: "same holder, 1 of 4 words alike", judged: [], likelihood: 47, changed: 12 },
    ],
    [
      "count: the mayor: “two boats sank”; Lake Police: “a boat sank near the “old pier” in the ea…” (2 of 5 words alike; likelihood 79 %)",
      {
        why: "2 of 5 words alike",
        judged: [
          words("two boats sank", "the mayor"),
          words("a boat sank near the “old pier” in the ea", "Lake Police", true),
        ],
        likelihood: 79,
        changed: null,
      },
    ],
    [
      "says that it is not so: the mayor: “no boat sank”; Lake Police: “a boat sank”",
      {
        why: "says that it is not so",
        judged: [words("no boat sank", "the mayor"), words("a boat sank", "Lake Police")],
        likelihood: null,
        changed: null,
      },
    ],
    [
      "told of the same holder with another modality: “a boat sank” for “a boat may have sunk”; likelihood 82 %",
      {
        why: "told of the same holder with another modality",
        judged: [words("a boat sank"), words("a boat may have sunk")],
        likelihood: 82,
        changed: null,
      },
    ],
    ["first told here", { why: "first told here", judged: [], likelihood: null, changed: null }],
  ];
  test.each(rows)("%s", (reason, parts) => expect(reasonParts(reason)).toEqual(parts));

  test("of the judged words, those that are read above are left out", () => {
    const parts = reasonParts(
      "count: A: “Two boats sank off…”; B: “a boat sank” (1 of 3 words alike; likelihood 60 %)",
    );
    expect(unseen(parts, ["two boats sank off the pier", "no boat was lost"])).toEqual([words("a boat sank", "B")]);
  });

  test("in plain words", () =>
    expect(plainWhy("2 of 5 words alike, told side by side")).toBe(
      "2 of the 5 words that carry the sense are the same, a report tells both side by side",
    ));

  test("a retelling in plain words", () =>
    expect(plainWhy("told of the same holder with another modality")).toBe(
      "both are told of the same speaker, and they differ on how sure it is",
    ));

  test("time grows with the length of a reason that never ends", () => {
    for (const reason of [
      `count: ${"“".repeat(5_000)}`,
      `a: ${"b: “c”; ".repeat(2_000)}`,
      "; likelihood ".repeat(2_000),
    ])
      expect(reasonParts(reason).judged).toEqual([]);
  });
});
