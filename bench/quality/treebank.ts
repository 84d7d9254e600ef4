import type { Block } from "../../src/model/block.ts";
import type { Page } from "../../src/model/page.ts";
import type { Span } from "../../src/model/span.ts";

/** A word of a treebank, at its place in the text. */
export interface GoldWord {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly deprel: string;
  /** Index of its head among all words; -1 for a root. */
  readonly head: number;
  /** How many words it stands for: several where a multiword token is not spelled by its words. It is then read as the first of them. */
  readonly count: number;
}

/** A treebank as raw text with gold spans. */
export interface Treebank {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Span[];
  readonly words: readonly GoldWord[];
}

/** A CoNLL-U file as text: `# text` lines with one blank between them, an empty line at each newpar and newdoc. */
export function parseTreebank(file: string): Treebank {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const sentences: Span[] = [];
  const words: GoldWord[] = [];
  let at = 0;
  let blockStart = 0;
  const put = (part: string): void => {
    parts.push(part);
    at += part.length;
  };
  const closeBlock = (): void => {
    if (at > blockStart) blocks.push({ start: blockStart, end: at, kind: "paragraph", furniture: null });
  };
  for (const sentence of file.split(/\n\n+/)) {
    const lines = sentence.split("\n");
    const text = lines.find((line) => line.startsWith("# text = "))?.slice("# text = ".length);
    if (text === undefined) continue;
    if (at > 0 && lines.some((line) => /^# new(?:par|doc)(?:\s|$)/.test(line))) {
      closeBlock();
      put("\n\n");
      blockStart = at;
    } else if (at > 0) put(" ");
    const start = at;
    let from = 0;
    const rows = lines.filter((line) => /^\d/.test(line)).map((line) => line.split("\t"));
    const placed: { readonly row: readonly string[]; readonly from: number; readonly to: number; ids: number }[] = [];
    for (let i = 0; i < rows.length; i++) {
      const [id = "", form = ""] = rows[i]!;
      if (id.includes(".")) continue;
      from = text.indexOf(form, from);
      if (from < 0) throw new Error(`"${form}" is not in its place in "${text}": the file is not well formed`);
      if (!id.includes("-")) placed.push({ row: rows[i]!, from, to: from + form.length, ids: 1 });
      else {
        const [low, high] = id.split("-").map(Number) as [number, number];
        const parts = rows.slice(i + 1, i + 2 + high - low);
        i += parts.length;
        if (parts.map((row) => row[1]!).join("") === form) {
          let partFrom = from;
          for (const row of parts) {
            placed.push({ row, from: partFrom, to: partFrom + row[1]!.length, ids: 1 });
            partFrom += row[1]!.length;
          }
        } else placed.push({ row: parts[0]!, from, to: from + form.length, ids: parts.length });
      }
      from += form.length;
    }
    const wordOfId = new Map<number, number>();
    placed.forEach(({ row, ids }, index) => {
      for (let id = 0; id < ids; id++) wordOfId.set(Number(row[0]) + id, words.length + index);
    });
    words.push(
      ...placed.map(
        ({ row, from, to, ids }): GoldWord => ({
          start: start + from,
          end: start + to,
          form: row[1]!,
          lemma: row[2]!,
          upos: row[3]!,
          xpos: row[4]!,
          head: wordOfId.get(Number(row[6])) ?? -1,
          deprel: row[7]!,
          count: ids,
        }),
      ),
    );
    put(text);
    sentences.push([start, at]);
  }
  closeBlock();
  return { text: parts.join(""), blocks, sentences, words };
}

/** The text of a treebank as a page that tells nothing of itself. */
export const pageOf = ({ text, blocks }: Treebank): Page => ({
  text,
  blocks,
  meta: {
    title: null,
    byline: [],
    publisher: null,
    url: null,
    published: null,
    publishedBy: null,
    publishedRange: null,
    modified: null,
    retrieved: null,
    dateline: null,
  },
});
