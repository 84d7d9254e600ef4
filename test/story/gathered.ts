import { join } from "node:path";
import type { Ledger } from "../../src/model/ledger.ts";
import type { Told } from "../../src/model/story.ts";
import { rowOf } from "../../src/record/id.ts";
import { readLedger, storyTold } from "../../src/record/ledger.ts";
import { openCase } from "../../src/record/open.ts";
import { emptyFolder, standoff } from "../view/cli/command.ts";

/** A story of a case: its documents as the joins see them, and what was kept of what they say together. */
export interface GatheredStory {
  readonly id: string;
  readonly told: readonly Told[];
  readonly ledger: Ledger;
}

/** A report as it lies in the case. */
export interface GatheredReport {
  readonly story: GatheredStory;
  readonly told: Told;
}

/** A fresh case, made as a user makes it. */
export interface GatheredCase {
  readonly stories: readonly GatheredStory[];
  /** By the name of the file that was added. */
  readonly reports: ReadonlyMap<string, GatheredReport>;
}

interface StoryLine {
  readonly story: string;
}
interface DocumentLine {
  readonly document: string;
  readonly path: string;
}

/** `standoff add PATHS --manifest FILE` into a case of its own, then the stories that the case keeps. Throws where a report cannot be added. */
export async function gather(paths: readonly string[], manifest: string): Promise<GatheredCase> {
  const file = join(emptyFolder(), "gathered.standoff");
  const added = await standoff(["add", ...paths, "--manifest", manifest, "--case", file]);
  if (added.code !== 0) throw new Error(added.err);
  const ask = async <Row>(question: string): Promise<readonly Row[]> => {
    const { out } = await standoff(["ask", question, "--json", "--case", file]);
    return JSON.parse(out) as Row[];
  };
  const [storyLines, documents] = [await ask<StoryLine>("stories"), await ask<DocumentLine>("documents")];
  const opened = await openCase(file, { mode: "read", waitMs: 0, clock: () => "2031-03-20T12:00:00Z" });
  if (!opened.ok) throw new Error(opened.problem.message);
  const record = opened.value;
  const stories = storyLines.map(({ story }): GatheredStory => {
    const ledger = readLedger(record, story);
    if (ledger === null) throw new Error(`${story} was left without a ledger`);
    return { id: story, told: storyTold(record, rowOf("story", story)!), ledger };
  });
  record.close();
  const names = new Map(documents.map(({ document, path }) => [document, path.split("/").at(-1)!]));
  const reports = stories.flatMap((story) =>
    story.told.map((told) => [names.get(told.document) ?? told.document, { story, told }] as const),
  );
  return { stories, reports: new Map(reports) };
}
