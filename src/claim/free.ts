import type { Draft } from "./clause.ts";
import { trimmed, wordsEnd } from "./content.ts";
import type { Orphan } from "./orphan.ts";
import type { Reading } from "./reading.ts";
import type { Range, Sentence } from "./word.ts";

/** So many sentences in a row go on with somebody's words without saying so. */
const longestRun = 3;

/** Kinds of statements that are told on without a verb of saying. */
const told = /^(?:say|report|claim|allege|deny|confirm|announce|warn)$/;

const background =
  /^(?:earlier|previously|once|last|ago|initially|originally|recently|years?|months?|weeks?|days?|i|we|you|my|our|your|\?|!)$/;

/** Is the sentence put back in tense as words are that somebody is told to have said ("The gate had been left open"), and not what the report tells of its own? */
function isBackshifted({ words, quoteOf }: Reading, { from, to }: Sentence, { contents }: Draft): boolean {
  let root = -1;
  for (let at = from; at < to; at++) {
    if (quoteOf[at]! >= 0 || background.test(words.lower[at]!)) return false;
    if (words.head[at]! < 0) root = at;
  }
  if (root < 0) return false;
  let auxiliary = -1;
  let subject = -1;
  for (let child = words.firstChild[root]!; child >= 0; child = words.nextSibling[child]!) {
    if (/^(?:aux|aux:pass)$/.test(words.label[child]!) && auxiliary < 0) auxiliary = child;
    if (words.label[child]!.startsWith("nsubj") && subject < 0) subject = child;
  }
  if (auxiliary < 0 || subject < 0) return false;
  // "Would" goes on only with what was said to come.
  const isFuture =
    words.lower[auxiliary] === "would" && contents.some(([a, b]) => words.lower.slice(a, b).includes("would"));
  if (words.lower[auxiliary] !== "had" && !isFuture) return false;
  // "He had been named in May": of the speaker himself the report tells.
  return !/^(?:he|she|who|that|which|it|this|they)$/.test(words.lower[subject]!) && words.time[from] === 0;
}

const firstPerson = /^(?:i|my|me|we|our|us|mine|ours)$/;

/** Are the statement's words told as they were spoken, without marks ("My mate waved, | Holt told the paper")? */
const isSpoken = ({ words, quoteOf }: Reading, { contents, parenthetical, source }: Draft): boolean =>
  parenthetical &&
  source !== null &&
  !firstPerson.test(words.lower[source.core[0]]!) &&
  contents.every(([from, to]) => quoteOf.subarray(from, to).every((at) => at < 0)) &&
  contents.some(([from, to]) => words.lower.slice(from, to).some((word) => firstPerson.test(word)));

/** Does the sentence go on with words told as they were spoken: the speaker says "I" again, or nobody is named? */
function goesOnSpeaking({ words, quoteOf }: Reading, { from, to }: Sentence): boolean {
  for (let at = from; at < to; at++) {
    if (quoteOf[at]! >= 0 || (words.capital[at] === 1 && at > from && words.upos[at] === "PROPN")) return false;
    if (/^(?:he|she|his|her|him)$/.test(words.lower[at]!)) return false;
  }
  return words.upos[from] !== "PROPN" && words.time[from] === 0;
}

/**
 * Sentences that go on with somebody's words without naming him again: behind a sentence that tells what he said, in the same paragraph, put back in tense as
 * told words are ("The gate was locked, the guard said. The key had been lost."). `owners` has the statement that each sentence tells, or -1.
 */
export function freeWords(
  reading: Reading,
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
  owners: Int32Array,
): readonly Orphan[] {
  const touched = new Uint8Array(reading.words.count);
  for (const { hit, contents } of drafts) {
    touched[hit.head] = 1;
    for (const [from, to] of contents) touched.fill(1, from, to);
  }
  const out: Orphan[] = [];
  let run = 0;
  let running = -1;
  for (let at = 1; at < sentences.length; at++) {
    const sentence = sentences[at]!;
    const before = owners[at - 1]!;
    if (before >= 0) [running, run] = [before, 0];
    else if (run === 0) running = -1;
    const owner = running >= 0 ? drafts[running]! : null;
    const isFree =
      owner !== null &&
      sentences[at - 1]!.block === sentence.block &&
      run < longestRun &&
      told.test(owner.hit.row.kind) &&
      owner.hit.form === "finite" &&
      owner.source !== null &&
      !sentence.headline &&
      !touched.subarray(sentence.from, sentence.to).includes(1) &&
      (isBackshifted(reading, sentence, owner) || (isSpoken(reading, owner) && goesOnSpeaking(reading, sentence)));
    const range: Range | null = isFree ? trimmed(reading, [sentence.from, wordsEnd(reading, sentence)]) : null;
    if (range !== null) {
      out.push({ range, owner: running, subject: null });
      run++;
    } else {
      running = -1;
      run = 0;
    }
  }
  return out;
}
