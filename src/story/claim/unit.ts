import type { AnnotatedDocument } from "../../model/annotation.ts";
import type { Attribution } from "../../model/attribution.ts";
import { type Block, type BlockKind, isRead } from "../../model/block.ts";
import { overlaps, type Span, type Spans } from "../../model/span.ts";
import { lookupOf } from "../lookup.ts";

/** A stretch of a document that tells one thing, with who is named as its source. */
export interface Unit {
  readonly attribution: Attribution | null;
  readonly source: Spans;
  readonly cue: Spans;
  readonly span: Span;
  /** A clause that stands after a statement in its sentence and goes on with it. */
  readonly goesOn: boolean;
  /** The wider words around the span that tell what is done to it: "took back his charge that …". */
  readonly within?: Span;
}

const finite =
  /\b(?:is|are|was|were|has|have|had|will|would|may|might|could|can|must|should|did|does|do|\p{L}{2,}ed|n['’]t|ran|went|came|stood|lay|fell|left|took|held|began|broke|made|saw|said|lied|knew|met)\b/u;
const clauseBreak =
  /; |[.!?]["”’]? (?=["“‘]?\p{Lu})|: (?=\p{L}{2,})|, (?:and|but|while|whereas|although|though|so) (?=\p{L})| (?:and|but) (?=(?:the|its|his|her|their|our|no|nobody|none|there|they|he|she|it|we|that) )/gu;
const longestUnit = 1200;

/** Cuts quotation marks, "that" and closing marks off a stretch; null where nothing is left. */
export function trimmed(text: string, [start, end]: Span): Span | null {
  const inner = text.slice(start, end);
  const lead = /^(?:[\s"“”'‘’,;:.(\-–—]|that\s|and\s|but\s|so\s|while\s|whereas\s){0,12}/.exec(inner)![0].length;
  const tail = /[\s"“”‘’,;:.!?()\-–—]{0,12}$/.exec(inner)![0].length;
  return start + lead < end - tail ? [start + lead, end - tail] : null;
}

/** Clauses of a stretch that can each be denied alone; a stop ends one only where a sentence of the text begins behind it ("Mr. X"). Whole where a part has no verb of its own. */
export function clausesOf({ text, sentences }: AnnotatedDocument, span: Span): readonly Span[] {
  const inner = text.slice(span[0], Math.min(span[1], span[0] + longestUnit));
  const cuts: number[] = [];
  let from = 0;
  for (const { 0: mark, index } of inner.matchAll(clauseBreak)) {
    const [before, after] = [inner.slice(from, index), inner.slice(index + mark.length)];
    const isEnd = /^[.!?;]/.test(mark);
    const next = span[0] + index + mark.length;
    if (/^[.!?]/.test(mark) && sentenceAt(sentences, next)[0] < next - 1 - mark.length) continue;
    if (!isEnd && (!finite.test(before) || !finite.test(after.split(/[,;.]/)[0]!) || before.split(" ").length < 3))
      continue;
    if (
      /\b(?:if|unless|when|after|because|who|which)\b[^,;.]{0,60}$/.test(before) &&
      !isEnd &&
      !after.startsWith("that ")
    )
      continue;
    cuts.push(index + mark.length);
    from = index + mark.length;
  }
  const starts = [0, ...cuts];
  return starts.flatMap((start, at) => {
    const end = starts[at + 1] ?? inner.length;
    const one = trimmed(text, [span[0] + start, span[0] + end]);
    return one ? [one] : [];
  });
}

const textOf = (text: string, spans: Spans): string => spans.map(([start, end]) => text.slice(start, end)).join(" ");
const firstOf = (spans: Spans): number => spans[0]?.[0] ?? Infinity;
const lastOf = (spans: Spans): number => spans.at(-1)?.[1] ?? -1;

/** The stretch without the stretches in `without`. */
export function minus(span: Span, without: Spans): Spans {
  let rest: Span[] = [span];
  for (const cut of without) {
    rest = rest.flatMap(([start, end]): Span[] => {
      if (!overlaps([start, end], cut)) return [[start, end]];
      const parts: Span[] = [];
      if (start < cut[0]) parts.push([start, cut[0]]);
      if (cut[1] < end) parts.push([cut[1], end]);
      return parts;
    });
  }
  return rest;
}

const isName =
  /^(?:the |its |an? )?(?:[\p{Ll}-]{2,20} ){0,4}\p{Lu}[\p{L}'’\-.]{0,30}(?: \p{Lu}[\p{L}'’\-.]{0,30}){0,5}(?: [\p{Ll}-]{2,20}){0,5}(?:, .{0,80})?$/u;

/**
 * Source and content of a statement; where they were read in the wrong order ("Nobody will be freed, warned X": X as the content), set right:
 * the words before the cue are what is said.
 */
function mended(annotation: AnnotatedDocument, one: Attribution, sentence: Span): { source: Spans; content: Spans } {
  const { text } = annotation;
  const { source, cue, content } = one;
  const said = textOf(text, content);
  const cueStart = firstOf(cue);
  const follows = content.length === 1 && firstOf(content) >= lastOf(cue) && firstOf(content) - lastOf(cue) < 3;
  const before = trimmed(text, [sentence[0], Math.max(sentence[0], cueStart)]);
  const sourceIsClause = source.length === 0 || textOf(text, source) === said || finite.test(textOf(text, source));
  if (
    follows &&
    before &&
    sourceIsClause &&
    !/^["“that]{4}/.test(said) &&
    isName.test(said.trim()) &&
    text.slice(before[0], before[1]).split(" ").length > 3
  )
    return { source: content, content: [before] };
  return { source, content };
}

const untold = new Set(["no-comment", "ask"]);

function sentenceAt(sentences: Spans, at: number): Span {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]![1] <= at) low = middle + 1;
    else high = middle;
  }
  return sentences[low] ?? [0, 0];
}

/** What goes on after a statement in the middle of its sentence: "…, the ministry said, and nine are missing". */
function tailOf(text: string, sentence: Span, taken: Spans, from: number): Span | null {
  const rest = text.slice(from, sentence[1]);
  const lead = /^[^,;.]{0,60}?[,;] (?:and |but |adding that |while )?|^ and /.exec(rest);
  if (!lead || !finite.test(rest.slice(lead[0].length))) return null;
  const tail: Span = [from + lead[0].length, sentence[1]];
  return taken.some((span) => overlaps(span, tail)) ? null : trimmed(text, tail);
}

/** Headlines sharpen what the text says, words under a picture tell of the picture: neither is a telling of its own (bench/quality/bundles/README.md). */
const untoldBlocks: ReadonlySet<BlockKind> = new Set(["title", "heading", "caption", "dateline"]);

const isTold = (block: Block): boolean => isRead(block) && !untoldBlocks.has(block.kind);

/** Everything that a document tells in its text: the clauses of its statements, then its own sentences, in text order. */
export function unitsOf(annotation: AnnotatedDocument): readonly Unit[] {
  const { text, attributions, sentences, blocks } = annotation;
  const units: Unit[] = [];
  const besides = blocks.filter((block) => !isTold(block));
  const kept = attributions.filter((one) => {
    const from = firstOf(one.content);
    if (besides.some(({ start, end }) => start <= from && from < end)) return false;
    if (untold.has(one.kind) || one.content.length === 0) return false;
    if (one.parent !== null && one.speakers.length === 0) return false;
    if (
      one.speakers.length === 0 &&
      /^(?:whoever|anyone|anybody|nobody|no one|what|whatever|which|that)\b/i.test(textOf(annotation.text, one.source))
    )
      return false;
    const parent = one.parent === null ? undefined : lookupOf(annotation).attributions.get(one.parent);
    return !(
      parent && /\b(?:if|unless|until)\b/.test(text.slice(Math.max(0, firstOf(one.source) - 12), firstOf(one.cue)))
    );
  });
  const childrenOf = Map.groupBy(kept, ({ parent }) => parent);
  const taken = attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
  for (const one of kept) {
    const sentence = sentenceAt(sentences, firstOf(one.cue.length > 0 ? one.cue : one.content));
    const { source, content } = mended(annotation, one, sentence);
    const children = (childrenOf.get(one.id) ?? []).flatMap((child) => [
      ...child.source,
      ...child.cue,
      ...child.content,
    ]);
    const base = { attribution: one, source, cue: one.cue };
    const without = [...children, ...(content === one.content ? [] : one.cue)];
    for (const span of content) {
      for (const part of minus(span, without)) {
        for (const clause of clausesOf(annotation, part)) units.push({ ...base, span: clause, goesOn: false });
      }
    }
    if (one.parent === null && firstOf(content) < firstOf(one.cue) && lastOf(one.cue) > 0) {
      const end = Math.max(lastOf(one.cue), lastOf(source) <= sentence[1] ? lastOf(source) : 0);
      const tail = lastOf(content) <= end ? tailOf(text, sentence, taken, end) : null;
      if (tail) units.push({ ...base, span: tail, goesOn: true });
    }
  }
  const covered = [...units.map(({ span }) => span), ...taken].toSorted((a, b) => a[0] - b[0]);
  let at = 0;
  for (const block of blocks) {
    if (!isTold(block)) continue;
    for (const sentence of sentencesIn(sentences, block)) {
      while (at < covered.length && covered[at]![1] <= sentence[0]) at++;
      const within = covered.slice(at, at + 12).filter((span) => overlaps(span, sentence));
      for (const rest of minus(sentence, within)) {
        for (const span of clausesOf(annotation, rest)) {
          const words = text.slice(span[0], span[1]);
          const count = words.split(" ").length;
          if (
            within.length > 0
              ? !finite.test(words) || count < 4
              : count < 3 || (count < 7 && !/ \p{Ll}{2,}/u.test(words))
          )
            continue;
          units.push({ attribution: null, source: [], cue: [], span, goesOn: within.length > 0 });
        }
      }
    }
  }
  return units.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

function sentencesIn(sentences: Spans, { start, end }: Block): Spans {
  return sentences.filter(([from, to]) => from >= start && to <= end);
}
