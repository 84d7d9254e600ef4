import { expect, test } from "vitest";
import { undatedOf } from "../../../../src/view/web/ledger/undated.ts";

const rows: readonly (readonly [number | undefined, readonly number[] | null, number | null])[] = [
  [12, [3, 4], 5],
  [7, [3, 4], 0],
  [4, [], 4],
  [undefined, [1], null],
  [4, null, null],
];
for (const [total, days, left] of rows) {
  test(`${total} claims, ${JSON.stringify(days)} with a day: ${left} without`, () =>
    expect(
      undatedOf(
        total,
        days?.map((count) => ({ count })),
      ),
    ).toBe(left));
}
