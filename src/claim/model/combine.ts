import type { Draft } from "../clause.ts";
import { kindOf } from "../kind.ts";
import type { Reading } from "../reading.ts";
import type { SourcePhrase } from "../source.ts";
import type { Range, Sentence } from "../word.ts";
import { kindOfCueWord } from "./cue-row.ts";
import { type Opinion, type Proposal, withoutNested } from "./propose.ts";

/** A draft with the model's probability; null where rules alone made it. */
export interface ScoredDraft extends Draft {
  readonly score: number | null;
}

/** A rule's draft that stands beside what the model found stays from this probability of its cue on. */
const leastCue = 0.25;
/** The same for a cue that is joined to one before it, or longer than a word: the model tells these less well. */
const leastJoined = 0.1;

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

/** The cue without the colon that the output adds again. */
const groupOf = ({ words }: Reading, [from, to]: Range): Range =>
  to - from > 1 && words.lower[to - 1] === ":" ? [from, to - 1] : [from, to];

/** "He answered reports | suggesting a raid": what the cue hangs on right before it is its source, though the model looks further. */
const isBeside = ({ source, hit }: Draft, found: Range): boolean =>
  source !== null && hit.form === "gerund" && source.range[1] === hit.group[0] && !overlaps(source.range, found);

/** A draft of the rules with the extents that the model gives it. */
function adjusted(reading: Reading, draft: Draft, { cue, source, content, score }: Proposal): ScoredDraft {
  // "Cited the army as saying": who passes the words on is the rules' work, and so is what was not commented on.
  if (draft.relay || kindOf(reading.words, draft).kind === "no-comment") return { ...draft, score };
  // "Sought to reassure" is one cue to the lexicon, and tells the kind.
  const isLonger = draft.hit.row.cue.includes(" ") && content.some((range) => overlaps(range, draft.hit.group));
  if (isLonger || score < unsure) return { ...draft, score };
  const group = groupOf(reading, cue);
  const phrase =
    source[0] && !isBeside(draft, source[0]) ? phraseOfRange(reading, source[0], draft.source) : draft.source;
  return {
    ...draft,
    hit: { ...draft.hit, group },
    source: phrase,
    contents: content,
    parenthetical: content[0]![0] < group[0],
    awaits: false,
    score,
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
  };
}

/** Do cue and content of `inner` lie in one content of `outer`? */
function holdsDraft({ contents }: Draft, { hit, contents: inner }: Draft): boolean {
  const first = Math.min(hit.group[0], inner[0]?.[0] ?? hit.group[0]);
  const last = Math.max(hit.group[1], inner.at(-1)?.[1] ?? hit.group[1]);
  return contents.some(([from, to]) => from <= first && last <= to);
}

/** Does the draft hold what the model never finds: words within another's words, a refusal to speak, a chain, a headline, what a later quotation fills? */
const isRulesWork = (draft: Draft, outer: readonly Draft[]): boolean =>
  draft.relay !== null ||
  draft.awaits ||
  draft.contents.length === 0 ||
  draft.sentence.headline ||
  draft.hit.row.kind === "no-comment" ||
  outer.some((other) => other !== draft && holdsDraft(other, draft));

/**
 * Drafts of the rules and proposals of the model as one list, in text order of their sentences and cues. Where both see a cue, the extents are the model's and
 * the rest is the rules'; what the rules alone see stays where the model does not rule it out, or has no say (attributions within attributions).
 */
export function combine(
  reading: Reading,
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
  { proposals, cueAt }: Opinion,
): readonly ScoredDraft[] {
  const bySentence = new Map<number, Draft[]>();
  const sentenceAt = (token: number): Sentence | null => {
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentences[middle]!.to > token) high = middle;
      else low = middle + 1;
    }
    const found = sentences[low];
    return found && found.from <= token ? found : null;
  };
  for (const draft of drafts) {
    const list = bySentence.get(draft.sentence.from);
    if (list) list.push(draft);
    else bySentence.set(draft.sentence.from, [draft]);
  }
  const used = new Set<Draft>();
  const out: ScoredDraft[] = [];
  for (const proposal of withoutNested(proposals)) {
    const sentence = sentenceAt(proposal.head);
    if (!sentence) continue;
    const beside = (bySentence.get(sentence.from) ?? []).filter(
      (draft) => !used.has(draft) && overlaps(draft.hit.group, proposal.cue),
    );
    const rule = beside.find(({ hit }) => hit.head === proposal.head) ?? beside[0];
    if (rule) {
      used.add(rule);
      out.push(adjusted(reading, rule, proposal));
    } else out.push(draftOfProposal(reading, sentence, proposal));
  }
  for (const draft of drafts) {
    if (used.has(draft)) continue;
    const [from, to] = draft.hit.group;
    let most = 0;
    for (let at = from; at < to; at++) most = Math.max(most, cueAt[at]!);
    if (
      most >= (draft.inherited || to - from > 2 ? leastJoined : leastCue) ||
      isRulesWork(draft, bySentence.get(draft.sentence.from) ?? [])
    )
      out.push({ ...draft, score: null });
  }
  return out.sort((a, b) => a.sentence.from - b.sentence.from || a.hit.group[0] - b.hit.group[0]);
}
