import type { Page } from "../model/page.ts";
import type { AnnotateInput } from "../model/record.ts";
import type { Parsed } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import type { Token } from "../model/token.ts";
import { languageOf } from "../text/language.ts";
import { sentenceEnds } from "./split.ts";
import { tokenise } from "./tokenise.ts";

/** A token of which only the place is known. */
const bareToken = ([start, end]: Span): Token => ({
  start,
  end,
  upos: null,
  xpos: null,
  lemma: null,
  head: null,
  deprel: null,
});

/**
 * Page -> sentences and tokens, as `Parsed` promises; the language is the given one, else the one that the text shows. Given tokens (`given.sentences`) are used as they are: then a sentence reaches from its
 * first token to its last, empty ones are left out, and the blocks have no say. Linear in the length of the text; a sentence is cut after
 * `longestSentence` tokens and a token after `longestToken` units.
 */
export function parsePage(page: Page, given: Pick<AnnotateInput, "lang" | "sentences">): Parsed {
  const sentences: Span[] = [];
  const tokens: Token[] = [];
  const firstToken: number[] = [];
  const add = (spans: readonly Span[], from: number, to: number): void => {
    sentences.push([spans[from]![0], spans[to - 1]![1]]);
    firstToken.push(tokens.length);
    for (let at = from; at < to; at++) tokens.push(bareToken(spans[at]!));
  };
  if (given.sentences !== null) {
    for (const sentence of given.sentences) {
      const spans = sentence.map(([, start, end]): Span => [start, end]);
      if (spans.length > 0) add(spans, 0, spans.length);
    }
  } else {
    for (const block of page.blocks) {
      const spans = tokenise(page.text, block.start, block.end);
      let from = 0;
      for (const to of sentenceEnds(page.text, spans)) {
        add(spans, from, to);
        from = to;
      }
    }
  }
  firstToken.push(tokens.length);
  return { ...page, lang: given.lang ?? languageOf(page.text), sentences, tokens, firstToken };
}
