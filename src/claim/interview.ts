import { isRead } from "../model/block.ts";
import type { Orphan } from "./orphan.ts";
import type { Reading } from "./reading.ts";
import type { SourcePhrase } from "./source.ts";
import type { Range, Sentence } from "./word.ts";

/** So many questions that are answered make an interview. */
const leastQuestions = 2;
/** The longest paragraph that is put to somebody, in tokens; the longest that only says "you". */
const longestQuestion = 60;
const longestRemark = 25;

/** The sentences of a paragraph, as a range of indices. */
interface Paragraph {
  readonly first: number;
  readonly last: number;
  readonly question: boolean;
  /** Is it a question by its mark? */
  readonly asks: boolean;
}

function paragraphsOf({ words, quoteOf, named }: Reading, sentences: readonly Sentence[]): readonly Paragraph[] {
  const out: Paragraph[] = [];
  for (let at = 0; at < sentences.length; at++) {
    let last = at;
    while (last + 1 < sentences.length && sentences[last + 1]!.block === sentences[at]!.block) last++;
    const { from } = sentences[at]!;
    const { to } = sentences[last]!;
    const isAsked = words.lower[to - 1] === "?" && to - from < longestQuestion;
    const isPut = to - from < longestRemark && words.lower.slice(from, to).some((word) => /^your?s?$/.test(word));
    const block = named.blocks[sentences[at]!.block];
    const isPlain = quoteOf[from]! < 0 && (!block || isRead(block));
    out.push({ first: at, last, question: isPlain && (isAsked || isPut), asks: isPlain && isAsked });
    at = last;
  }
  return out;
}

/** The first person who is named before the questions begin: whom they are put to. */
function guestBefore({ named, actors, words }: Reading, end: number): SourcePhrase | null {
  const stop = words.starts[end] ?? 0;
  for (const { start, end: to, form, actor } of named.mentions) {
    if (start >= stop) return null;
    if (form !== "name" || actor === null || actors.get(actor)?.kind !== "person") continue;
    let from = 0;
    while (from < end && words.ends[from]! <= start) from++;
    let after = from;
    while (after < end && words.starts[after]! < to) after++;
    return after > from ? { range: [from, after], core: [from, after] } : null;
  }
  return null;
}

/**
 * Answers of an interview without quotation marks: paragraphs that follow questions which are paragraphs of their own. Whose they are is told by the words before
 * the first question. Empty where fewer than two questions are answered so, or an answer holds quotation marks.
 */
export function answersOf(reading: Reading, sentences: readonly Sentence[]): readonly Orphan[] {
  const paragraphs = paragraphsOf(reading, sentences);
  const asked = paragraphs.flatMap(({ question }, at) => (question && paragraphs[at + 1] ? [at] : []));
  const answers = asked.map((at) => paragraphs[at + 1]!).filter(({ question }) => !question);
  if (paragraphs.filter(({ asks }) => asks).length < leastQuestions || answers.length < leastQuestions) return [];
  const ranges = answers.map(({ first, last }): Range => [sentences[first]!.from, sentences[last]!.to]);
  const isQuoted = ranges.some(([from, to]) => reading.quoteOf.subarray(from, to).some((at) => at >= 0));
  const subject = isQuoted ? null : guestBefore(reading, sentences[paragraphs[asked[0]!]!.first]!.from);
  return subject === null ? [] : ranges.map((range) => ({ range, owner: -1, subject }));
}
