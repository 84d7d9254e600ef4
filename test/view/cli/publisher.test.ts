import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, rowsOf, standoff } from "./command.ts";

// Scraped pages of a made-up paper: between menu and report stands a slogan that nothing but its return gives away.
const slogan = "Eight islands speak through one harbour bell";
const page = (report: string): string => `Tides\nHerring\nBridges\n\n${report}\n\n${slogan}\n`;
const reports = [
  "KARSK (Harbour Post) - Norvia closed its border with Belmara on Friday, the interior ministry said in a statement.\n\nThe ministry of Belmara denied that its guards had fired.",
  "Two fishermen were detained near the islands on Monday, their families said.\n\nThe coast guard said that it knew nothing of the boat.",
  "The government accused its neighbour of sending drones.\n\nA spokesman rejected the accusation on Tuesday as a fairy tale.",
];
const line = (at: number): string =>
  JSON.stringify({ id: `post-${at}`, text: page(reports[at]!), publisher: "The Harbour Post" });

interface Shown {
  readonly annotation: {
    readonly text: string;
    readonly blocks: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
    readonly provenance: { readonly lexicon: string };
  };
}

let file: string;
const shown = async (id: string): Promise<Shown["annotation"]> => {
  const said = await standoff(["ask", "document", id, "--json", "--case", file]);
  return rowsOf<Shown>(JSON.stringify(JSON.parse(said.out)[0] ?? JSON.parse(said.out)))[0]!.annotation;
};
const kindOfSlogan = ({ text, blocks }: Shown["annotation"]): string | undefined =>
  blocks.find(({ start, end }) => text.slice(start, end) === slogan)?.kind;

describe("what a publisher prints under every report", () => {
  beforeAll(async () => {
    const folder = emptyFolder();
    file = join(folder, "post.standoff");
    writeFileSync(join(folder, "two.jsonl"), `${line(0)}\n${line(1)}\n`);
    await standoff(["add", join(folder, "two.jsonl"), "--case", file]);
    writeFileSync(join(folder, "third.jsonl"), `${line(2)}\n`);
    await standoff(["add", join(folder, "third.jsonl"), "--case", file]);
    const again = await standoff(["add", join(folder, "two.jsonl"), "--json", "--case", file]);
    expect(JSON.parse(again.out)).toMatchObject({ same: 2, reading: 0 });
  });

  test("is furniture once two of its reports are in the case, and the reading says on what it rests", async () => {
    const [first, third] = [await shown("post-0"), await shown("post-2")];
    expect(kindOfSlogan(first)).not.toBe("furniture");
    expect(kindOfSlogan(third)).toBe("furniture");
    expect(first.provenance.lexicon).toMatch(/^[0-9a-f]{64}$/);
    expect(third.provenance.lexicon).toMatch(new RegExp(`^${first.provenance.lexicon}\\+[0-9a-f]{64}$`));
  });

  test("leaves a case that verifies", async () => {
    expect(await standoff(["verify", "--case", file])).toMatchObject({ code: 0 });
  });
});
