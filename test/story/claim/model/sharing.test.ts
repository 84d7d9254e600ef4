import { expect, test } from "vitest";
import { randomFrom } from "../../../../bench/random.ts";
import { mostSharing } from "../../../../src/story/claim/model/sharing.ts";

test("those that share most are the first of all of them in order, however many there are and whatever ties they have", () => {
  const random = randomFrom(5);
  for (const size of [0, 3, 40, 400, 5000]) {
    const shared = new Map(
      Array.from({ length: size }, () => [Math.floor(random() * 9000), Math.floor(random() * 20)]),
    );
    const sorted = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([other]) => other);
    expect(mostSharing(shared, 24)).toEqual(sorted.slice(0, 24));
  }
});
