import type { AnnotatedDocument } from "../../model/annotation.ts";
import { longestParsed, longestSentence } from "../../model/sentence.ts";
import type { Token } from "../../model/token.ts";

const field = (value: string | number | null): string =>
  value === null || value === "" ? "_" : String(value).replace(/\s+/g, " ");

/** Token indices of each sentence: `[first, end)` into `tokens`. */
function tokensBySentence(document: AnnotatedDocument): readonly (readonly Token[])[] {
  const rows: Token[][] = document.sentences.map(() => []);
  let at = 0;
  for (const token of document.tokens) {
    while (at < rows.length && token.start >= document.sentences[at]![1]) at++;
    rows[at]?.push(token);
  }
  return rows;
}

/**
 * A document as CoNLL-U (universaldependencies.org/format): `_` where nothing is known, offsets as `Offset=start:end` in MISC, `SpaceAfter=No`
 * where the next token follows at once. A line break inside a sentence stands as a space in `# text`.
 * Sentences without tokens are left out. `# cut` and `# heads` tell where a sentence was too long to be read whole.
 */
export function toConllu(document: AnnotatedDocument): string {
  const { text } = document;
  const out: string[] = [`# newdoc id = ${field(document.id)}`];
  tokensBySentence(document).forEach((tokens, index) => {
    if (tokens.length === 0) return;
    const [start, end] = document.sentences[index]!;
    out.push(
      `# sent_id = ${field(document.id)}-${index + 1}`,
      `# text = ${text.slice(start, end).replace(/\s+/g, " ")}`,
    );
    if (tokens.length >= longestSentence) out.push(`# cut = after ${longestSentence} tokens`);
    if (tokens.length > longestParsed) out.push(`# heads = found in pieces of ${longestParsed} tokens`);
    tokens.forEach((token, position) => {
      const next = tokens[position + 1];
      const misc = [`Offset=${token.start}:${token.end}`];
      if (next && next.start === token.end) misc.unshift("SpaceAfter=No");
      const cells = [
        position + 1,
        field(text.slice(token.start, token.end)),
        field(token.lemma),
        field(token.upos),
        field(token.xpos),
        "_",
        field(token.head),
        field(token.deprel),
        "_",
        misc.join("|"),
      ];
      out.push(cells.join("\t"));
    });
    out.push("");
  });
  return `${out.join("\n")}\n`;
}
