import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { LedgerClaim, Origin } from "../../src/model/ledger.ts";
import { type GatheredCase, type GatheredReport, gather } from "./gathered.ts";
import { spanIn } from "./gold/find.ts";

// The reports are not part of this repository: words of theirs are named by where they stand.
const seeds = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));
const hasSeeds = existsSync(seeds);
if (!hasSeeds) console.warn("stories of the five seed reports are not tested: there is no ../shared/seeds");

describe.skipIf(!hasSeeds)("the drill of November 2021, told by two publishers", () => {
  let gathered: GatheredCase;
  const reportOf = (number: string): GatheredReport =>
    [...gathered.reports].find(([name]) => name.startsWith(number))![1];
  /** The claims that hold a word of a report. */
  const claimsAt = (number: string, word: string): readonly LedgerClaim[] => {
    const { story, told } = reportOf(number);
    const [start, end] = spanIn(told.annotation.text, word)!;
    return story.ledger.claims.filter(({ places }) =>
      places.some(
        ({ document, spans }) => document === told.document && spans.some(([from, to]) => from <= start && end <= to),
      ),
    );
  };
  const originsOf = (claims: readonly LedgerClaim[]): readonly Origin[] =>
    claims.flatMap(({ origins }) => origins.origins);

  beforeAll(async () => {
    const files = readdirSync(seeds).filter((name) => /^\d{3}_\w+\.txt$/.test(name));
    gathered = await gather(
      files.map((name) => join(seeds, name)),
      join(seeds, "manifest.json"),
    );
  }, 120_000);

  test("is one story of two publishers", () => {
    const { story } = reportOf("000");
    expect(story).toBe(reportOf("002").story);
    expect(new Set(story.told.map(({ publisher }) => publisher))).toEqual(new Set(["RFE/RL", "The Moscow Times"]));
  });

  test("tells no later crisis: the regional force of 2022 and the frontier of 2024 are other stories", () => {
    const { story } = reportOf("000");
    expect([reportOf("003").story, reportOf("004").story].filter((other) => other === story)).toEqual([]);
  });

  test("the statement of Russia's ministry is one established origin, in both reports", () => {
    const [one, other] = [claimsAt("000", "surprise combat"), claimsAt("002", "landing site")];
    const established = originsOf([...one, ...other]).filter((origin) => origin.established);
    expect(new Set(established.map(({ kind }) => kind))).toEqual(new Set(["statement"]));
    expect(new Set(established.map(({ name }) => name)).size).toBe(1);
    expect(new Set(established.flatMap(({ documents }) => documents)).size).toBe(2);
  });

  test("what each ministry says has an origin of its own", () => {
    const [russian, belarusian] = [claimsAt("000", "surprise combat"), claimsAt("000", "joint battalion")];
    const names = [russian, belarusian].map((claims) => originsOf(claims).map(({ name }) => name));
    expect(names.map((held) => held.length)).toEqual([1, 1]);
    expect(names[0]).not.toEqual(names[1]);
  });
});
