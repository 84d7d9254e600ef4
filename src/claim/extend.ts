import type { Draft } from "./clause.ts";
import type { Reading } from "./reading.ts";
import { isWord, type Range, type Sentence } from "./word.ts";

/**
 * Gives quotations that no cue governs to the statement before them: a sentence wholly in quotation marks that follows in the same paragraph,
 * a paragraph of nothing else behind one that ends with a quotation, or one that opens with a mark because the one before did not close. `drafts` and `sentences` are in text order.
 */
export function withContinuations<Given extends Draft>(
  reading: Reading,
  sentences: readonly Sentence[],
  drafts: readonly Given[],
): { readonly drafts: readonly Given[]; readonly orphans: readonly Range[] } {
  const { quotations, quoteOf, words } = reading;
  const governed = new Uint8Array(quotations.length);
  const sentenceOf = new Int32Array(words.count).fill(-1);
  for (const [at, { from, to }] of sentences.entries()) sentenceOf.fill(at, from, to);
  const lastIn = new Map<number, number>();
  const awaiting = new Set<number>();
  for (const [at, draft] of drafts.entries()) {
    for (const [from, to] of draft.contents) {
      // What is said inside a quotation does not say who speaks the quotation.
      const own = isWord(draft.hit.row.cue) ? quoteOf[draft.hit.head]! : -1;
      for (let token = from; token < to; token++)
        if (quoteOf[token]! >= 0 && quoteOf[token] !== own) governed[quoteOf[token]!] = 1;
      const end = sentenceOf[to - 1]!;
      if (draft.hit.row.kind !== "no-comment" && quoteOf[draft.hit.head]! < 0)
        lastIn.set(Math.max(end, sentenceOf[draft.hit.head]!), at);
    }
    if (draft.awaits) {
      const here = sentenceOf[draft.hit.head]!;
      awaiting.add(here);
      lastIn.set(here, at);
    }
  }
  const extra = new Map<number, Range[]>();
  const orphans: Range[] = [];
  let owner = -1;
  for (const [at, quotation] of quotations.entries()) {
    if (governed[at]) continue;
    const [from, to] = quotation.tokens;
    const first = sentenceOf[from]!;
    const last = sentenceOf[to - 1]!;
    if (first < 0 || last < 0) continue;
    const wholly = sentences[first]!.from === from && to >= sentences[last]!.to - 1;
    if (!wholly) continue;
    const waiting = awaiting.has(first - 1);
    // Also over a paragraph's border: words in marks alone need no second cue where the same one goes on (30 of 34 in PolNeAR's training part).
    owner = lastIn.get(first - 1) ?? -1;
    const quoted = owner >= 0 && drafts[owner]!.contents.some(([a, b]) => quoteOf[a]! >= 0 || quoteOf[b - 1]! >= 0);
    if (quoted || (owner >= 0 && (quotation.continues || waiting))) {
      const more = extra.get(owner);
      if (more) more.push(quotation.tokens);
      else extra.set(owner, [quotation.tokens]);
      lastIn.set(last, owner);
    } else if (to - from > 7 && !sentences[first]!.headline) orphans.push(quotation.tokens);
  }
  return {
    drafts: drafts.flatMap((draft, at) => {
      if (extra.has(at)) return [{ ...draft, contents: [...draft.contents, ...extra.get(at)!] }];
      return draft.awaits ? [] : [draft];
    }),
    orphans,
  };
}
