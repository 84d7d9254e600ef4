import type { MarkKind } from "../../model/mark.ts";
import type { Draft } from "../clause.ts";
import type { Reading } from "../reading.ts";
import { isWord, type Range, type Sentence } from "../word.ts";
import {
  answering,
  askedAbout,
  asking,
  clauseBefore,
  isAsking,
  isPassive,
  linkedBehind,
  objectBehind,
  restOf,
  shownBy,
  subjectBefore,
} from "./beside.ts";
import { draftsBySentence, type FoundMark } from "./found.ts";
import {
  type Bearing,
  before,
  clauseOf,
  holds,
  innermost,
  lengthOf,
  meets,
  nothing,
  ofWords,
  onDraft,
  phraseEnd,
  pointing,
  type Scene,
  statementIn,
  without,
} from "./scene.ts";

function ofAdjective(scene: Scene, mark: FoundMark, sentence: Sentence): Bearing {
  const holder = innermost(scene, mark.range);
  if (mark.own) return ofWords(scene, mark.own, holder);
  const at = mark.range[1];
  const end = phraseEnd(scene, at, sentence.to);
  // "The evidence-free assertion | that": what was asserted.
  if (scene.words.lower[end] === "that" && pointing.test(scene.words.lower[end - 1]!))
    return ofWords(scene, [end + 1, sentence.to], holder);
  return ofWords(scene, [at, end], holder);
}

const adverb = /ly$|^rumou?red$|^apparently$/;

function ofHearsay(scene: Scene, mark: FoundMark, sentence: Sentence): Bearing {
  const { words } = scene;
  const [from, to] = mark.range;
  const holder = innermost(scene, mark.range);
  const first = words.lower[from]!;
  const last = words.lower[to - 1]!;
  if (to - from === 1 && adverb.test(first)) return ofWords(scene, clauseOf(scene, from, sentence), holder);
  if (/^(?:to|have|be)$/.test(last)) return ofWords(scene, clauseOf(scene, to, sentence), holder);
  let next = to;
  while (next < sentence.to && /^(?:,|that)$/.test(words.lower[next]!)) next++;
  const told: Range = [next, sentence.to];
  // "…, reports say": what is told stands before.
  const ends = next >= sentence.to - 1 || !isWord(words.lower[next]);
  if (last === "that" || (!ends && from - sentence.from < 3)) return ofWords(scene, told, holder);
  if (from > sentence.from + 1) return ofWords(scene, [sentence.from, ends ? from : sentence.to], holder);
  return ofWords(scene, ends ? [sentence.from, from] : told, holder);
}

/** Names of evidence and of people: the statement whose source they are, else what they show, else the sentence's statement. */
function ofSupport(scene: Scene, mark: FoundMark, sentence: Sentence): Bearing {
  const { drafts, here } = scene;
  for (let at = mark.range[0] - 1; at > sentence.from && mark.range[0] - at < 4; at--)
    if (/^(?:judging|judged|based|going)$/.test(scene.words.lower[at]!)) return ofWords(scene, [sentence.from, at]);
  const own = here.filter(
    (at) =>
      drafts[at]!.source &&
      !drafts[at]!.inherited &&
      meets(drafts[at]!.source!.range, mark.range) &&
      drafts[at]!.contents.length > 0 &&
      !drafts[at]!.contents.every((content) => meets(content, mark.range)),
  );
  const touching = own.toSorted((a, b) => lengthOf(drafts[b]!) - lengthOf(drafts[a]!))[0];
  if (touching !== undefined) return onDraft(scene, touching);
  if (mark.verb >= 0) {
    const shown = here.find((at) => drafts[at]!.hit.head === mark.verb && drafts[at]!.contents.length > 0);
    if (shown !== undefined) return onDraft(scene, shown);
    const object = shownBy(scene, mark, sentence);
    if (object) return ofWords(scene, object, innermost(scene, mark.range));
  }
  const statement = statementIn(scene, mark.sentence, mark);
  if (statement >= 0) return onDraft(scene, statement);
  const holder = innermost(scene, mark.range);
  if (holder >= 0) return onDraft(scene, holder);
  const rest = restOf(scene, mark, sentence);
  return rest ? ofWords(scene, rest) : nothing;
}

/** The refusal to speak as a statement of its own, where its content is what was asked; else -1. */
const refusalOf = ({ here, drafts }: Scene, { range }: FoundMark, asked: Range): number =>
  here.find(
    (at) =>
      drafts[at]!.hit.row.kind === "no-comment" &&
      meets(drafts[at]!.hit.group, range) &&
      drafts[at]!.contents.some((content) => meets(content, asked)),
  ) ?? -1;

const mayCheckObject = new Set<MarkKind>(["unverified"]);

/** Words about the giving and checking of evidence: what stands beside them, else the statement of their sentence, else the one before. */
function ofGiving(scene: Scene, mark: FoundMark, sentence: Sentence): Bearing {
  const { words, drafts, here } = scene;
  if (mark.kind === "no-comment" || mark.kind === "none-given") {
    const asked =
      askedAbout(scene, sentence, mark.range, asking) ??
      (mark.kind === "no-comment"
        ? (linkedBehind(scene, mark, sentence) ?? askedAbout(scene, sentence, mark.range, answering))
        : null);
    if (asked)
      return ofWords(
        scene,
        asked,
        mark.kind === "none-given" ? statementIn(scene, mark.sentence, mark) : refusalOf(scene, mark, asked),
      );
  }
  if (mayCheckObject.has(mark.kind)) {
    const behind =
      objectBehind(scene, mark, sentence) ??
      (isPassive(words, mark.range) ? subjectBefore(scene, mark, sentence) : null);
    if (behind) return ofWords(scene, behind);
    // "The toll, which the newspaper had no means of checking".
    for (let at = mark.range[0] - 1; at > sentence.from + 1 && mark.range[0] - at < 7; at--)
      if (
        /^(?:which|whose)$/.test(words.lower[at]!) &&
        words.lower[at - 1] === "," &&
        statementIn(scene, mark.sentence, mark) < 0
      )
        return ofWords(scene, [sentence.from, at - 1]);
    const next = words.lower[mark.range[1]] ?? "";
    if (mark.range[0] - sentence.from < 2)
      for (let at = mark.range[1]; at < sentence.to && at - mark.range[1] < 4; at++)
        if (words.lower[at] === ":") return ofWords(scene, [at + 1, sentence.to]);
    if (
      mark.range[1] - mark.range[0] === 1 &&
      /^(?:NOUN|ADJ)$/.test(words.upos[mark.range[1]] ?? "") &&
      !pointing.test(next)
    )
      return ofAdjective(scene, mark, sentence);
  }
  if (
    mark.range[1] - mark.range[0] <= 3 &&
    mark.kind === "none-given" &&
    /^(?:NOUN|ADJ)$/.test(words.upos[mark.range[1]] ?? "")
  )
    return ofAdjective(scene, mark, sentence);
  if (mark.range[1] - mark.range[0] === 1) {
    // "Called the report baseless".
    const holder = innermost(scene, mark.range);
    if (holder >= 0 && mark.kind === "none-given") return onDraft(scene, holder);
  }
  const statement = statementIn(scene, mark.sentence, mark);
  if (statement >= 0) return onDraft(scene, statement);
  const wide = here.filter(
    (at) =>
      drafts[at]!.contents.length > 0 && holds(drafts[at]!, mark.range) && !meets(drafts[at]!.hit.group, mark.range),
  )[0];
  if (wide !== undefined) {
    const [from] = drafts[wide]!.contents[0]!;
    if (mark.range[0] - from > 2) return { draft: wide, words: [[from, mark.range[0]]] };
  }
  const clause = clauseBefore(scene, mark, sentence);
  if (
    clause &&
    !isAsking(words, clause) &&
    !scene.giving.some((range) => meets(range, clause) && range[0] !== mark.range[0])
  )
    return ofWords(scene, clause);
  const earlier = before(scene, mark.sentence);
  if (earlier.words.length > 0 || mark.kind !== "unverified") return earlier;
  // Nothing is told but its name: "the militia's account of the ambush".
  const named: Range = [sentence.from, mark.range[0]];
  let nouns = 0;
  for (let at = named[0]; at < named[1]; at++) if (/^(?:NOUN|PROPN)$/.test(words.upos[at]!)) nouns++;
  return nouns > 1 || (nouns > 0 && words.lower[sentence.from] !== "it" && named[1] - named[0] > 2)
    ? ofWords(scene, named)
    : earlier;
}

const aboutGiving = new Set<MarkKind>(["none-given", "no-detail", "unverified", "no-comment", "on-record"]);

const adjectives = new Set<MarkKind>(["so-called", "scare-quotes"]);

const supports = new Set<MarkKind>(["document", "footage", "eyewitness", "named-expert"]);

/**
 * For each mark what it bears on. Words of doubt bear on their clause or noun, names of evidence on what they show, words about the giving of evidence on the
 * statement of their sentence and, where it has none, on the one before. Time linear in the text.
 */
export function bearingOf(
  reading: Reading,
  marks: readonly FoundMark[],
  drafts: readonly Draft[],
  sentences: readonly Sentence[],
  parents: readonly number[],
): readonly Bearing[] {
  const { words } = reading;
  const bySentence = draftsBySentence(drafts);
  // More statements than this in one sentence are no news prose; the bound keeps the time linear.
  const draftsOf = (sentence: number): readonly number[] =>
    (bySentence.get(sentences[sentence]!.from) ?? []).slice(0, 40);
  const givings = new Map<number, Range[]>();
  for (const { kind, range, sentence } of marks) {
    if (!aboutGiving.has(kind)) continue;
    const list = givings.get(sentence);
    if (list) list.push(range);
    else givings.set(sentence, [range]);
  }
  return marks.map((mark) => {
    const sentence = sentences[mark.sentence]!;
    const scene: Scene = {
      reading,
      words,
      drafts,
      parents,
      sentences,
      draftsOf,
      here: draftsOf(mark.sentence),
      giving: [0, 1, 2].flatMap((back) => givings.get(mark.sentence - back)?.slice(0, 20) ?? []),
    };
    if (adjectives.has(mark.kind)) return ofAdjective(scene, mark, sentence);
    if (mark.kind === "alleged") {
      const first = words.lower[mark.range[0]]!;
      return mark.range[1] - mark.range[0] === 1 && !first.endsWith("ly")
        ? ofAdjective(scene, mark, sentence)
        : ofHearsay(scene, mark, sentence);
    }
    if (mark.kind === "reportedly") return ofHearsay(scene, mark, sentence);
    if (supports.has(mark.kind)) return ofSupport(scene, mark, sentence);
    if (mark.kind === "on-record" || mark.kind === "anonymous") {
      const statement = statementIn(scene, mark.sentence, mark);
      if (statement >= 0) return onDraft(scene, statement);
      const holder = innermost(scene, mark.range);
      const outside = holder < 0 ? [] : without(drafts[holder]!.contents, mark.range);
      if (outside.length > 0) return { draft: holder, words: outside };
      if (mark.range[0] - sentence.from > 4) return ofWords(scene, [sentence.from, mark.range[0]]);
      const earlier = before(scene, mark.sentence);
      return earlier.words.length > 0
        ? earlier
        : ofWords(scene, restOf(scene, mark, sentence) ?? [mark.range[0], mark.range[0]]);
    }
    return ofGiving(scene, mark, sentence);
  });
}
