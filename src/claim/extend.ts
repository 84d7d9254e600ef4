import type { Draft } from "./clause.ts";
import { freeWords } from "./free.ts";
import { answersOf } from "./interview.ts";
import type { Orphan } from "./orphan.ts";
import type { Reading } from "./reading.ts";
import type { SourcePhrase } from "./source.ts";
import { isWord, type Range, type Sentence } from "./word.ts";

/** For each sentence the statement that it tells itself, which no other of it holds, outside quotation marks; -1 where there is none. */
export function ownersOf(
  { words, quoteOf }: Reading,
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
): Int32Array {
  const sentenceOf = new Int32Array(words.count).fill(-1);
  for (const [at, { from, to }] of sentences.entries()) sentenceOf.fill(at, from, to);
  const owners = new Int32Array(sentences.length).fill(-1);
  for (const [at, draft] of drafts.entries()) {
    const { hit, contents } = draft;
    if (hit.row.kind === "no-comment" || contents.length === 0 || (quoteOf[hit.head]! >= 0 && isWord(hit.row.cue)))
      continue;
    for (const sentence of new Set([
      sentenceOf[hit.head]!,
      ...contents.flatMap(([from, to]) => [sentenceOf[from]!, sentenceOf[to - 1]!]),
    ])) {
      const old = sentence < 0 ? undefined : drafts[owners[sentence]!];
      const isHeld = old?.contents.some(([from, to]) => from <= hit.head && hit.head < to) ?? false;
      if (sentence >= 0 && !isHeld) owners[sentence] = at;
    }
  }
  return owners;
}

/** Who acts in a sentence: the subject of its main verb, where it stands outside quotation marks; null where nobody is. */
function actorOfSentence({ words, quoteOf }: Reading, { from, to }: Sentence): SourcePhrase | null {
  for (let at = from; at < to; at++) {
    const up = words.head[at]!;
    if (words.label[at] !== "nsubj" || up < 0 || words.head[up]! >= 0 || quoteOf[at]! >= 0) continue;
    if (/^(?:it|this|that|there|we|i|you|which|who)$/.test(words.lower[at]!)) return null;
    const start = Math.max(from, words.subtreeFrom[at]!);
    let end = Math.min(to, words.subtreeTo[at]!);
    for (let comma = at; comma < end; comma++) if (words.lower[comma] === ",") end = comma;
    return start <= at && at < end ? { range: [start, end], core: [start, end] } : null;
  }
  return null;
}

/**
 * Gives quotations that no cue governs to the statement before them: a sentence wholly in quotation marks that follows in the same paragraph,
 * a paragraph of nothing else behind one that ends with a quotation, or one that opens with a mark because the one before did not close. `drafts` and `sentences` are in text order.
 */
export function withContinuations<Given extends Draft>(
  reading: Reading,
  sentences: readonly Sentence[],
  drafts: readonly Given[],
): { readonly drafts: readonly Given[]; readonly orphans: readonly Orphan[] } {
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
  const orphans: Orphan[] = [];
  const owners = ownersOf(reading, sentences, drafts);
  const speaking = new Map<number, Pick<Orphan, "owner" | "subject">>();
  const isQuestion = (at: number): boolean => at >= 0 && words.lower[sentences[at]!.to - 1] === "?";
  /** Who speaks words in marks that stand alone: who spoke in the sentence before, a question between left out, or who acts there. */
  const before = (first: number): Pick<Orphan, "owner" | "subject"> => {
    const at = isQuestion(first - 1) && quoteOf[sentences[first - 1]!.from]! < 0 ? first - 2 : first - 1;
    if (at < 0 || sentences[at]!.headline || sentences[first]!.block - sentences[at]!.block > 1)
      return { owner: -1, subject: null };
    const known = speaking.get(at);
    if (known) return known;
    if (owners[at]! >= 0 && drafts[owners[at]!]!.source) return { owner: owners[at]!, subject: null };
    const isBeside = sentences[at]!.block === sentences[first]!.block;
    return { owner: -1, subject: isBeside ? actorOfSentence(reading, sentences[at]!) : null };
  };
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
    } else if (!sentences[first]!.headline) {
      const speaker = before(first);
      speaking.set(last, speaker);
      if (to - from > 7 || (speaker.owner >= 0 && to - from > 3 && isWord(words.lower[from + 1])))
        orphans.push({ range: quotation.tokens, ...speaker });
    }
  }
  return {
    drafts: drafts.flatMap((draft, at) => {
      if (extra.has(at)) return [{ ...draft, contents: [...draft.contents, ...extra.get(at)!] }];
      return draft.awaits ? [] : [draft];
    }),
    orphans: [...orphans, ...freeWords(reading, sentences, drafts, owners), ...answersOf(reading, sentences)],
  };
}
