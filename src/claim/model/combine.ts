import type { Draft } from "../clause.ts";
import { kindOf } from "../kind.ts";
import { parentsOf } from "../nest.ts";
import type { Reading } from "../reading.ts";
import type { SourcePhrase } from "../source.ts";
import { isWord, type Range, type Sentence } from "../word.ts";
import { kindOfCueWord } from "./cue-row.ts";
import { calibrated, logit, type Opinion, type Proposal } from "./propose.ts";

/** A draft with the model's probability; null where there is no model. */
export interface ScoredDraft extends Draft {
  readonly score: number | null;
  /** What the score was made from where rules alone made the draft; null where the model has a say, or where there is none. */
  readonly evidence: readonly number[] | null;
}

/** A stretch of tokens with its probability, and what that was made from. */
export interface ScoredRange {
  readonly range: Range;
  readonly evidence: readonly number[];
  readonly score: number | null;
}

/** A rule's draft that stands beside what the model found stays from this probability of its cue on. */
const leastCue = 0.25;
/** The same for a cue that is joined to one before it, or longer than a word: the model tells these less well. */
const leastJoined = 0.1;

/** What the model alone sees counts from this probability on: below, F1 would lose more than it gains. */
const leastAlone = 0.3;
/** Below even odds the rules’ extents stand. */
const unsure = 0.5;

const overlaps = ([a, b]: Range, [c, d]: Range): boolean => a < d && c < b;

/** The source that the model marks; its core is the rule's where they agree, else what stands before its first insertion. */
function phraseOfRange({ words }: Reading, [from, to]: Range, rule: SourcePhrase | null): SourcePhrase {
  if (rule && overlaps(rule.core, [from, to])) {
    const core: Range = [Math.max(from, rule.core[0]), Math.min(to, rule.core[1])];
    return { range: [from, to], core };
  }
  let end = from + 1;
  while (end < to && !/^(?:,|—|–|--|\(|who|which)$/.test(words.lower[end]!)) end++;
  return { range: [from, to], core: [from, end] };
}

/** The cue without the colon that the output adds again, and without the ending of whose it is. */
function groupOf({ words }: Reading, [from, to]: Range): Range {
  const start = to - from > 1 && words.lower[from] === "'s" && words.upos[from] === "PART" ? from + 1 : from;
  return to - start > 1 && words.lower[to - 1] === ":" ? [start, to - 1] : [start, to];
}

/** "He answered reports | suggesting a raid": what the cue hangs on right before it is its source, though the model looks further. */
const isBeside = ({ source, hit }: Draft, found: Range): boolean =>
  source !== null && hit.form === "gerund" && source.range[1] === hit.group[0] && !overlaps(source.range, found);

/** Drafts of the rules by the tokens of their cues. */
interface Places {
  readonly drafts: readonly Draft[];
  /** For each token the index of the draft whose cue's head it is, or -1. */
  readonly headAt: Int32Array;
  /** For each token the index of a draft whose cue it belongs to, or -1. */
  readonly cueAt: Int32Array;
}

function placesOf(count: number, drafts: readonly Draft[]): Places {
  const headAt = new Int32Array(count).fill(-1);
  const cueAt = new Int32Array(count).fill(-1);
  for (const [at, { hit, relay, source }] of drafts.entries()) {
    headAt[hit.head] = at;
    cueAt.fill(at, hit.group[0], hit.group[1]);
    // "The agency | cited | the army as saying": to the model "cited" is the cue.
    if (relay && source) cueAt.fill(at, relay.core[1], source.range[0]);
  }
  return { drafts, headAt, cueAt };
}

/** The rules' draft of a cue that the model found: of the same head, or one whose cue shares a word; -1 where they have none. */
function besideOf({ drafts, headAt, cueAt }: Places, { cue, head }: Proposal, used: Uint8Array): number {
  const same = headAt[head]!;
  if (same >= 0 && used[same] === 0 && overlaps(drafts[same]!.hit.group, cue)) return same;
  for (let at = cue[0]; at < cue[1]; at++) if (cueAt[at]! >= 0 && used[cueAt[at]!] === 0) return cueAt[at]!;
  return -1;
}

/** How far before its end a content is searched for a cue whose words it cuts. */
const nearEnd = 40;

/**
 * Contents that end amid the words of an attribution that they hold ("a statement saying the ministry, | a buyer of gas, …") go on to its end: who tells that
 * somebody says something tells it whole.
 */
const throughInner = (contents: readonly Range[], { drafts, cueAt }: Places): readonly Range[] =>
  contents.map(([from, to]) => {
    for (let at = Math.max(from, to - nearEnd); at < to; at++) {
      const inner = cueAt[at]! < 0 ? undefined : drafts[cueAt[at]!]!;
      if (!inner || inner.hit.group[0] < from || inner.hit.group[1] >= to) continue;
      const cut = inner.contents.find(([start, end]) => from < start && start < to && to < end);
      if (cut) return [from, cut[1]];
    }
    return [from, to];
  });

/** "…, something the ministry has denied": the word stands in for the clause before it, which the rules find. */
const isStandIn = ({ words }: Reading, content: readonly Range[]): boolean =>
  content.length === 1 && content[0]![1] - content[0]![0] === 1 && words.lower[content[0]![0]] === "something";

/** A draft of the rules with the extents that the model gives it. */
function adjusted(
  reading: Reading,
  draft: Draft,
  { cue, source, content, score }: Proposal,
  places: Places,
): ScoredDraft {
  // "Cited the army as saying": who passes the words on is the rules' work, and so is what was not commented on.
  if (draft.relay || kindOf(reading.words, draft).kind === "no-comment") return { ...draft, score, evidence: null };
  // "Sought to reassure" is one cue to the lexicon, and tells the kind.
  const isLonger = draft.hit.row.cue.includes(" ") && content.some((range) => overlaps(range, draft.hit.group));
  // "The dam is holding, says the water board": the form tells who speaks where the model takes the words for him.
  const isTurned = draft.plain === true && source.some((range) => draft.contents.some((one) => overlaps(one, range)));
  if (isTurned || isLonger || score < unsure || isStandIn(reading, content)) return { ...draft, score, evidence: null };
  const group = groupOf(reading, cue);
  const phrase =
    source[0] && !isBeside(draft, source[0]) ? phraseOfRange(reading, source[0], draft.source) : draft.source;
  return {
    ...draft,
    hit: { ...draft.hit, group },
    source: phrase,
    contents: throughInner(content, places),
    parenthetical: content[0]![0] < group[0],
    awaits: false,
    score,
    evidence: null,
  };
}

/** A draft that the model alone makes. */
function draftOfProposal(
  reading: Reading,
  sentence: Sentence,
  { cue, head, source, content, score }: Proposal,
): ScoredDraft {
  const group = groupOf(reading, cue);
  return {
    hit: kindOfCueWord(reading, group, head, content),
    sentence,
    source: source[0] ? phraseOfRange(reading, source[0], null) : null,
    subject: null,
    contents: content,
    relay: null,
    inherited: false,
    parenthetical: content[0]![0] < group[0],
    awaits: false,
    score,
    evidence: null,
  };
}

/** Does the draft hold what the model never finds: words within another's words, a refusal to speak, a chain, a headline, what a later quotation fills, a form that needs no model? */
const isRulesWork = (draft: Draft, nested: boolean): boolean =>
  nested ||
  draft.plain === true ||
  draft.relay !== null ||
  draft.awaits ||
  draft.contents.length === 0 ||
  draft.sentence.headline ||
  !isWord(draft.hit.row.cue) ||
  draft.hit.row.kind === "no-comment";

const flag = (value: boolean): number => (value ? 1 : 0);

/** What speaks for a draft that rules alone made: the model's probability that its cue is one, whether another's content holds it, and how it stands. */
const evidenceOf = (draft: Draft, nested: boolean, cue: number): readonly number[] => [
  1,
  Math.max(-6, Math.min(6, logit(cue))),
  flag(nested),
  flag(draft.source === null),
  flag(draft.inherited),
  flag(draft.hit.form === "finite" && draft.hit.row.frames.length === 0),
  flag(draft.sentence.headline || !isWord(draft.hit.row.cue)),
];

/**
 * Drafts of the rules and proposals of the model as one list, in text order of their sentences and cues. Where both see a cue, the extents are the model's and
 * the rest is the rules'; what the rules alone see stays where the model does not rule it out, or has no say (attributions within attributions).
 */
export function combine(
  reading: Reading,
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
  { proposals, cueAt }: Opinion,
  weights: readonly number[],
): readonly ScoredDraft[] {
  const nested = parentsOf(drafts.map(({ hit, contents }) => ({ cue: [hit.group], content: contents })));
  const places = placesOf(reading.words.count, drafts);
  const used = new Uint8Array(drafts.length);
  const out: ScoredDraft[] = [];
  for (const proposal of proposals) {
    const at = besideOf(places, proposal, used);
    if (at >= 0) {
      used[at] = 1;
      out.push(adjusted(reading, drafts[at]!, proposal, places));
      continue;
    }
    const sentence = proposal.score < leastAlone ? null : sentenceAt(sentences, proposal.head);
    if (sentence) out.push(draftOfProposal(reading, sentence, proposal));
  }
  for (const [at, draft] of drafts.entries()) {
    if (used[at] === 1) continue;
    const [from, to] = draft.hit.group;
    const most = cueAt.subarray(from, to).reduce((top, value) => Math.max(top, value), 0);
    const least = draft.inherited || to - from > 2 ? leastJoined : leastCue;
    if (most >= least || isRulesWork(draft, nested[at]! >= 0)) {
      const evidence = evidenceOf(draft, nested[at]! >= 0, most);
      out.push({ ...draft, evidence, score: calibrated(evidence, weights) });
    }
  }
  return out.sort((a, b) => a.sentence.from - b.sentence.from || a.hit.group[0] - b.hit.group[0]);
}

/** The sentence that holds a token; null where that is not read. */
function sentenceAt(sentences: readonly Sentence[], token: number): Sentence | null {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.to > token) high = middle;
    else low = middle + 1;
  }
  const found = sentences[low];
  return found && found.from <= token ? found : null;
}
