import type { Page } from "../model/page.ts";
import type { AnnotateInput } from "../model/record.ts";
import type { Parsed } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Token } from "../model/token.ts";

/** Page -> sentences and tokens. */
export function parsePage(page: Page, given: Pick<AnnotateInput, "lang" | "sentences">): Parsed {
  const sentences: Span[] = [];
  const tokens: Token[] = [];
  const firstToken: number[] = [];
  for (const block of page.blocks) {
    const body = page.text.slice(block.start, block.end);
    for (const match of body.matchAll(/\S.*?(?:[.!?]["”’')\]]*(?=\s+["“‘'(]?[A-Z])|$)/gs)) {
      const start = block.start + match.index;
      const end = start + match[0].trimEnd().length;
      sentences.push([start, end]);
      firstToken.push(tokens.length);
      for (const word of page.text
        .slice(start, end)
        .matchAll(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu)) {
        tokens.push({
          start: start + word.index,
          end: start + word.index + word[0].length,
          upos: null,
          xpos: null,
          lemma: null,
          head: null,
          deprel: null,
        });
      }
    }
  }
  firstToken.push(tokens.length);
  return { ...page, lang: given.lang, sentences, tokens, firstToken };
}
