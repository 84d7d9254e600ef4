import { readFileSync } from "node:fs";

/** One sentence of a treebank. `head[i]` is the 1-based position of the head of token i, 0 for the root. */
export interface TreebankSentence {
  readonly document: string;
  readonly form: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly head: readonly number[];
  readonly deprel: readonly string[];
}

/** Genres of GUM whose texts are non-commercial by its LICENSE, or come from sources whose terms are unclear, forbid changes or are mixed. */
const leftOut = new Set(["fiction", "whow", "conversation", "podcast", "essay"]);

/** Hosts of single documents of other genres with the same doubt. */
const leftOutHost = /ucsb\.edu|talkbank\.org|rebus\.community|highered\.texas\.gov|archive\.org|libretexts|pressbooks/;

/** Whether a document of GUM may be trained on. `careful` false leaves out only what the LICENSE names (fiction, how-to). */
export function mayTrain(document: string, source: string, careful: boolean): boolean {
  const genre = /^GUM_([a-z]+)_/.exec(document)?.[1] ?? "";
  if (genre === "fiction" || genre === "whow") return false;
  return !careful || (!leftOut.has(genre) && !leftOutHost.test(source));
}

/** Sentences of a CoNLL-U file, in order; words of multi-word tokens count, their surface lines and empty nodes do not. */
export function readTreebank(path: string, keep: (document: string, source: string) => boolean): TreebankSentence[] {
  const out: TreebankSentence[] = [];
  let document = "";
  let source = "";
  for (const block of readFileSync(path, "utf8").split(/\n\n+/)) {
    const lines = block.split("\n");
    for (const line of lines) {
      if (line.startsWith("# newdoc id = ")) [document, source] = [line.slice(14), ""];
      if (line.startsWith("# meta::sourceURL = ")) source = line.slice(20);
    }
    const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split("\t"));
    if (rows.length === 0 || !keep(document, source)) continue;
    out.push({
      document,
      form: rows.map((row) => row[1]!),
      upos: rows.map((row) => row[3]!),
      xpos: rows.map((row) => row[4]!),
      head: rows.map((row) => Number(row[6])),
      deprel: rows.map((row) => row[7]!),
    });
  }
  return out;
}
