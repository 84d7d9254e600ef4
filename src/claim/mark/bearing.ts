import type { MarkKind } from "../../model/mark.ts";
import type { Draft } from "../clause.ts";
import type { Reading } from "../reading.ts";
import { isWord, type Range, type Sentence, type Words } from "../word.ts";
import { draftsBySentence, type FoundMark } from "./found.ts";

/** What a mark bears on. */
export interface Bearing {
  /** Index of the draft, or -1 where it bears on the publisher's own words or on none. */
  readonly draft: number;
  /** The words: the draft's content, or words of the publisher. Empty where the text does not say what. */
  readonly words: readonly Range[];
}

const nothing: Bearing = { draft: -1, words: [] };
/** Words that stand for what was said before. */
const pointing =
  /^(?:claim|claims|report|reports|account|accounts|allegation|allegations|accusation|accusations|assertion|assertions|statement|statements|information|number|numbers|figure|figures|toll|it|this|that|them|these|those|which|whose|they|content|contents|authenticity|veracity|accuracy|date|place|details|version|charge|story|footage|video|images|pictures|photographs|location|message|tally|any|either|so)$/;
const about = /^(?:about|on|over|whether|if|who|what|when|where|why|how|regarding|concerning|to|of|for)$/;

const isPassive = ({ lower, xpos }: Words, [from, to]: Range): boolean => {
  if (/^(?:un|impossible)/.test(lower[to - 1]!)) return true;
  if (!/^VB[ND]$/.test(xpos[to - 1]!)) return false;
  for (let at = from; at < to; at++)
    if (/^(?:be|been|being|was|were|is|are)$/.test(lower[at]!))
      return !lower[to - 1]!.endsWith("ing") && lower[to - 2] !== "to";
  return false;
};

interface Scene {
  /** Marks about the giving of evidence, in this sentence and before: no statement lies in their words. */
  readonly giving: readonly Range[];
  readonly reading: Reading;
  readonly words: Words;
  readonly drafts: readonly Draft[];
  readonly parents: readonly number[];
  readonly sentences: readonly Sentence[];
  readonly here: readonly number[];
  readonly draftsOf: (sentence: number) => readonly number[];
}

const lengthOf = ({ contents }: Draft): number => contents.reduce((sum, [from, to]) => sum + to - from, 0);
const meets = ([from, to]: Range, [start, end]: Range): boolean => from < end && start < to;
const isBelief = ({ hit }: Draft): boolean => hit.row.kind === "believe" || hit.row.kind === "want";
const holds = ({ contents }: Draft, [start, end]: Range): boolean =>
  contents.some(([from, to]) => from <= start && end <= to);

const onDraft = ({ drafts }: Scene, draft: number): Bearing => ({ draft, words: drafts[draft]!.contents });

/** `range` without marks at its ends; null where nothing is left. */
function trimmed(words: Words, [from, to]: Range): Range | null {
  let start = from;
  let end = to;
  while (start < end && !isWord(words.lower[start])) start++;
  while (end > start && !isWord(words.lower[end - 1])) end--;
  return start < end ? [start, end] : null;
}

const ofWords = (scene: Scene, range: Range, draft = -1): Bearing => {
  const inner = trimmed(scene.words, range);
  return inner ? { draft, words: [inner] } : nothing;
};

/** The innermost draft whose content holds the range, or -1. */
function innermost({ here, drafts }: Scene, range: Range): number {
  const holders = here.filter((at) => holds(drafts[at]!, range));
  return holders.toSorted((a, b) => lengthOf(drafts[a]!) - lengthOf(drafts[b]!))[0] ?? -1;
}

/** End of the noun phrase that begins at `at`: its head noun with what hangs on it by a preposition. */
function phraseEnd({ words }: Scene, at: number, to: number): number {
  let end = at;
  while (end < to && end - at < 12) {
    const word = words.lower[end]!;
    const upos = words.upos[end]!;
    const joined =
      /^(?:ADJ|NOUN|PROPN|NUM|DET|ADV|PART)$/.test(upos) ||
      upos === "" ||
      word === "-" ||
      /^["“”‘’']$/.test(word) ||
      (/^(?:of|on)$/.test(word) && end > at);
    if (!joined || /^[,;:.]$/.test(word)) break;
    end++;
  }
  return Math.max(end, Math.min(to, at + 1));
}

/** The clause that the token stands in: the subtree of the verb above it, cut at stronger marks. */
function clauseOf({ words }: Scene, at: number, { from, to }: Sentence): Range {
  let verb = at;
  for (let seen = 0; seen < 6 && words.head[verb]! >= 0; seen++) {
    verb = words.head[verb]!;
    if (words.upos[verb] === "VERB" || words.label[verb] === "root") break;
  }
  let start = Math.max(from, Math.min(at, words.subtreeFrom[verb]!));
  let end = Math.min(to, Math.max(at + 1, words.subtreeTo[verb]!));
  for (let back = at - 1; back >= start; back--) if (/^[;:]$/.test(words.lower[back]!)) start = back + 1;
  for (let next = at + 1; next < end; next++) if (/^[;:]$/.test(words.lower[next]!)) end = next;
  return [start, end];
}

/** The ranges without the words of `hole` and what follows them in their range. */
const without = (ranges: readonly Range[], hole: Range): readonly Range[] =>
  ranges.flatMap((range): readonly Range[] =>
    !meets(range, hole)
      ? [range]
      : hole[0] - range[0] > 2
        ? [[range[0], hole[0]]]
        : hole[1] + 2 < range[1]
          ? [[hole[1], range[1]]]
          : [],
  );

/** The statement of a sentence that words about the giving of evidence bear on, or -1. */
function statementIn(scene: Scene, sentence: number, mark: FoundMark | null): number {
  const { drafts, parents, draftsOf } = scene;
  const usable = draftsOf(sentence).filter(
    (at) =>
      drafts[at]!.contents.length > 0 &&
      // Who is asked for a comment answers what was said before, not what follows.
      (mark?.kind !== "no-comment" || drafts[at]!.contents[0]![0] < mark.range[0]) &&
      drafts[at]!.hit.row.kind !== "no-comment" &&
      !scene.giving.some(
        (range) =>
          meets(range, drafts[at]!.hit.group) || drafts[at]!.contents.every((content) => meets(content, range)),
      ) &&
      (!mark || (!meets(drafts[at]!.hit.group, mark.range) && !holds(drafts[at]!, mark.range))),
  );
  const order = mark ? usable : usable.toReversed();
  return (
    order.find((at) => parents[at] === -1 && !isBelief(drafts[at]!)) ??
    order.find((at) => parents[at] === -1) ??
    order[0] ??
    -1
  );
}

/** The last statement of the sentences before, or their own words where they make none. */
function before(scene: Scene, sentence: number): Bearing {
  const { sentences, words } = scene;
  const here = sentences[sentence]!;
  for (let back = sentence - 1; back >= 0 && sentence - back <= 2; back--) {
    const other = sentences[back]!;
    if (here.block - other.block > 1) break;
    const found = statementIn(scene, back, null);
    if (found >= 0) return onDraft(scene, found);
    if (scene.giving.some((range) => range[0] >= other.from && range[1] <= other.to)) continue;
    if (back === sentence - 1 && !endsOwnSubject(words, other)) return ofWords(scene, [other.from, other.to]);
  }
  return nothing;
}

/** Is the sentence no statement by itself: a bare "No comment."? */
const endsOwnSubject = (_words: Words, { from, to }: Sentence): boolean => to - from < 4;

/** What stands behind a verb of checking: "confirm | the use of cluster munitions", "of the reported strike". Null where it only points back. */
function objectBehind(scene: Scene, { range }: FoundMark, { to }: Sentence): Range | null {
  const { words } = scene;
  let at = range[1];
  // "Confirmation from Kyiv of the strike".
  if (/^(?:from|by)$/.test(words.lower[at] ?? ""))
    while (at < to && at - range[1] < 5 && words.lower[at] !== "of") at++;
  if (/^(?:of|that)$/.test(words.lower[at] ?? "")) at++;
  while (at < to && words.upos[at] === "ADV" && !/^(?:how|when|where|why)$/.test(words.lower[at]!)) at++;
  const first = words.lower[at] ?? "";
  if (
    at >= to ||
    !isWord(first) ||
    /^(?:by|because|in|on|at|as|since|until|from|and|but|for|to|with|via|when|while|after|due)$/.test(first)
  )
    return null;
  let end = at;
  while (end < to && end - at < 40 && !/^[,;:.]$/.test(words.lower[end]!)) end++;
  for (let next = at; next < end && next - at < 4; next++)
    if (pointing.test(words.lower[next]!) && !/^(?:of|that|about)$/.test(words.lower[next + 1] ?? "")) return null;
  return at < end ? [at, end] : null;
}

const asking = /^(?:asked|pressed|questioned|approached|quizzed|contacted|challenged|confronted|grilled)$/;
const answering =
  /^(?:comment|commented|commenting|discuss|discussed|request|requests|question|questions|queries|inquiries)$/;

/** "Asked about the strike", "pressed on who signed": what somebody was asked about. */
function askedAbout({ words }: Scene, { from, to }: Sentence, mark: Range, opener: RegExp): Range | null {
  for (let at = from; at < to && at - from < 200; at++) {
    if (!opener.test(words.lower[at]!)) continue;
    let next = at + 1;
    while (next < to && next - at < 4 && !about.test(words.lower[next]!)) next++;
    const link = words.lower[next] ?? "";
    if (!about.test(link) || /^(?:to|for|of)$/.test(link)) continue;
    let end = next + 1;
    while (end < to && end - next < 40 && !/^[,;:.”"]$/.test(words.lower[end]!) && !(end >= mark[0] && end < mark[1]))
      end++;
    const start = /^(?:about|on|over|regarding|concerning|whether|if)$/.test(link) ? next + 1 : next;
    if (end > start && !(end - start < 3 && pointing.test(words.lower[end - 1]!))) return [start, end];
  }
  return null;
}

/** The subject of a passive or copular check ("the claim that | the town had fallen | could not be verified"), where it says more than that something was claimed. */
function subjectBefore(scene: Scene, { range }: FoundMark, { from }: Sentence): Range | null {
  const { words } = scene;
  let start = range[0];
  while (start > from && range[0] - start < 40 && !/^[,;:.]$/.test(words.lower[start - 1]!)) start--;
  if (start === range[0]) return null;
  let content = 0;
  for (let at = start; at < range[0]; at++)
    if (words.lower[at] === "that" && at > start) return at + 1 < range[0] ? [at + 1, range[0]] : null;
  for (let at = start; at < range[0]; at++) {
    if (pointing.test(words.lower[at]!)) {
      if (
        /^(?:of|about)$/.test(words.lower[at + 1] ?? "") &&
        range[0] - at > 3 &&
        !/^(?:date|place|authenticity|veracity|accuracy|location)$/.test(words.lower[at]!)
      )
        return [at + 2, range[0]];
      return null;
    }
    if (/^(?:NOUN|PROPN|VERB)$/.test(words.upos[at]!)) content++;
  }
  return content > 0 && words.upos[range[0] - 1] !== "CCONJ" ? [start, range[0]] : null;
}

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

/** What a picture or person is told to show: behind the verb, or before it where nothing follows. */
function shownBy({ words }: Scene, { verb, range }: FoundMark, { from, to }: Sentence): Range | null {
  let at = verb + 1;
  while (at < to && /^(?:to|show|that|appear|be|seem|have)$/.test(words.lower[at]!)) at++;
  let end = at;
  while (end < to && !/^[;:.]$/.test(words.lower[end]!)) end++;
  if (end - at > 1) return [at, end];
  return range[0] - from > 2 ? [from, range[0]] : null;
}

/** The sentence's own clause beside the mark: behind it, or before it where less follows. */
function restOf({ words }: Scene, { range }: FoundMark, { from, to }: Sentence): Range | null {
  let verb = range[1];
  while (verb < to && words.upos[verb] !== "VERB" && words.upos[verb] !== "AUX") verb++;
  if (verb < to - 4 || (verb < to - 1 && range[0] - from < 4))
    return [words.lower[range[1]] === "," || range[0] - from < 3 ? range[1] : verb + 1, to];
  return range[0] - from > 1 ? [from, range[0]] : null;
}

const mayCheckObject = new Set<MarkKind>(["unverified"]);

/** Words about the giving and checking of evidence: what stands beside them, else the statement of their sentence, else the one before. */
function ofGiving(scene: Scene, mark: FoundMark, sentence: Sentence): Bearing {
  const { words, drafts, here } = scene;
  if (mark.kind === "no-comment" || mark.kind === "none-given") {
    const asked =
      askedAbout(scene, sentence, mark.range, asking) ??
      (mark.kind === "no-comment" ? askedAbout(scene, sentence, mark.range, answering) : null);
    // The refusal to speak is a statement of its own.
    const refusal = here.find(
      (at) =>
        drafts[at]!.hit.row.kind === "no-comment" &&
        meets(drafts[at]!.hit.group, mark.range) &&
        asked !== null &&
        drafts[at]!.contents.some((content) => meets(content, asked)),
    );
    if (asked)
      return ofWords(
        scene,
        asked,
        mark.kind === "none-given" ? statementIn(scene, mark.sentence, mark) : (refusal ?? -1),
      );
  }
  if (mayCheckObject.has(mark.kind)) {
    const behind =
      objectBehind(scene, mark, sentence) ??
      (isPassive(words, mark.range) ? subjectBefore(scene, mark, sentence) : null);
    if (behind) return ofWords(scene, behind);
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
  if (clause && !scene.giving.some((range) => meets(range, clause) && range[0] !== mark.range[0]))
    return ofWords(scene, clause);
  return before(scene, mark.sentence);
}

/** The publisher's own clause before the mark in the sentence ("the town had fallen; no details were given"). */
function clauseBefore({ words }: Scene, { range }: FoundMark, { from }: Sentence): Range | null {
  for (let at = range[0] - 1; at > from + 2; at--) {
    if (!/^(?:[,;:—–(-]|but|and|in|which|without)$/.test(words.lower[at]!)) continue;
    for (let back = from; back < at; back++) if (words.upos[back] === "VERB") return [from, at];
    return null;
  }
  return null;
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
