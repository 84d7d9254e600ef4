import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Range, spanOfRange } from "../../src/claim/word.ts";
import type { ReadDocument } from "./corpus.ts";

/** Attributions of one document, in ranges of tokens. */
export interface Roles {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

/** F1 in per cent, by the short name of the figure. */
export type Figures = Readonly<Record<"source" | "cue" | "content" | "whole" | "all", number>>;

const names = {
  source: "cofenet.source.exact",
  cue: "cofenet.cue.exact",
  content: "cofenet.content.exact",
  whole: "one2one.whole.lenient",
  all: "citron.all.exact",
} as const;

/** Figures by the corpus's own scorer, `score_attribution.py` of the folder `corpora`; files are written to `folder`. Throws where it fails. */
export function scoreOf(
  documents: readonly ReadDocument[],
  found: readonly (readonly Roles[])[],
  { corpora, folder, gold }: { readonly corpora: string; readonly folder: string; readonly gold: string },
): Figures {
  const path = join(folder, "found.jsonl");
  const lines = documents.map(({ id, words }, at) => {
    const spans = (ranges: readonly Range[]) => ranges.map((range) => spanOfRange(words, range));
    const attributions = found[at]!.map(({ source, cue, content }) => ({
      source: spans(source),
      cue: spans(cue),
      content: spans(content),
    }));
    return JSON.stringify({ id, attributions });
  });
  writeFileSync(path, `${lines.join("\n")}\n`);
  const scorer = join(corpora, "attribution/score_attribution.py");
  const { stdout, stderr, status } = spawnSync("python3", [scorer, gold, path, "--limit-to-pred"], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  const figure = (name: string): number => {
    const line = stdout.split("\n").find((one) => one.startsWith(`${name} `));
    return Number(line?.split(/\s+/)[3] ?? Number.NaN);
  };
  return {
    source: figure(names.source),
    cue: figure(names.cue),
    content: figure(names.content),
    whole: figure(names.whole),
    all: figure(names.all),
  };
}

/** Figures on one line. */
export const figuresText = (figures: Figures): string =>
  Object.entries(figures)
    .map(([name, value]) => `${name} ${value.toFixed(1)}`)
    .join(" ");
