import { conjunctions, facingVerbs, possessives, prepositions, subordinators } from "./closed.ts";
import { isWithin } from "./complement.ts";
import { skipTimes, wordsEnd } from "./content.ts";
import { type CueHit, isAdverb } from "./cue.ts";
import { closesQuote, type Reading } from "./reading.ts";
import { phraseEnd, phraseStart, type SourcePhrase, subjectLeftOf, subjectRightOf } from "./source.ts";
import { agentOf, passiveSubjectOf, phraseOf, subjectOf } from "./subject.ts";
import { isVerbTag, predicateOf } from "./tree.ts";
import { isAuxiliary, isPossessive, type Range, type Sentence } from "./word.ts";

/** A cue with the roles beside it, before its content is known. */
export interface Found {
  readonly hit: CueHit;
  readonly source: SourcePhrase | null;
  readonly subject: SourcePhrase | null;
  /** The cue that passes this one on ("cited X as saying"). */
  readonly relay?: Found;
  /** The source was taken over from the cue before it, and not by the tree. */
  readonly inherits?: boolean;
  readonly relation: "own" | "coordinate" | "participle" | "inverted" | "adjunct";
}

/** The first noun phrase of a sentence behind an opening adjunct: the best guess at its subject without a parser. */
function sentenceSubject(reading: Reading, sentence: Sentence, before: number): SourcePhrase | null {
  const { words } = reading;
  let at = skipTimes(reading, sentence.from, before);
  const first = words.lower[at] ?? "";
  if (prepositions.has(first) || subordinators.has(first) || first.endsWith("ing")) {
    while (at < before && words.lower[at] !== ",") at++;
    at++;
  }
  while (
    at < before &&
    (conjunctions.has(words.lower[at]!) ||
      isAdverb(words.lower[at]!) ||
      words.lower[at] === "," ||
      words.time[at] === 1)
  )
    at++;
  if (at >= before) return null;
  const end = phraseEnd(reading, at, before, true);
  return end > at ? { range: [at, end], core: [at, end] } : null;
}

const inRelative = ({ words }: Reading, { source, hit }: Found): boolean => {
  const first = source !== null && source.range[0] < hit.group[0] ? source.range[0] : hit.group[0];
  return /^(?:what|which|who|whom|that)$/.test(words.lower[first - 1] ?? "") && words.lower[first - 2] !== "said";
};

const isFinite = (found: Found): boolean => found.hit.form === "finite" && found.source !== null;

/** The position before the auxiliaries and adverbs that end at `end`. */
function beforeAuxiliaries({ words }: Reading, end: number, from: number): number {
  let at = end;
  while (at > from && (isAuxiliary(words.lower[at - 1]) || isAdverb(words.lower[at - 1]!))) at--;
  return at;
}

/** Whose claim it is, where the cue is a noun: "X's claim", "his claim", "claims by X", or the subject of "made the claim". */
function ownerOfNoun(reading: Reading, hit: CueHit, sentence: Sentence): Pick<Found, "source" | "subject"> | null {
  const { words } = reading;
  const [from, to] = hit.group;
  if (from < hit.head) {
    const source = subjectLeftOf(reading, from, sentence.from);
    if (source) return { source, subject: null };
  }
  for (let at = hit.head - 1; at >= sentence.from && hit.head - at < 5; at--) {
    const word = words.lower[at]!;
    if (possessives.has(word)) return { source: { range: [at, at + 1], core: [at, at + 1] }, subject: null };
    if (isPossessive(word)) {
      const end = /^'s?$/.test(word) ? at : at + 1;
      const start = phraseStart(reading, end, sentence.from);
      return start < end ? { source: { range: [start, end], core: [start, end] }, subject: null } : null;
    }
    if (!/^[\p{L}-]+$/u.test(word) || prepositions.has(word) || subordinators.has(word)) break;
    if (facingVerbs.has(word))
      return {
        source: null,
        subject: subjectLeftOf(reading, beforeAuxiliaries(reading, at, sentence.from), sentence.from),
      };
  }
  if (/^(?:by|from)$/.test(words.lower[to] ?? "")) {
    const end = phraseEnd(reading, to + 1, sentence.to, false);
    if (end > to + 1) return { source: { range: [to + 1, end], core: [to + 1, end] }, subject: null };
  }
  return null;
}

const isContentBehind = (reading: Reading, { range, core }: SourcePhrase, to: number): boolean =>
  range[1] >= to ||
  reading.words.lower[range[1]] !== "," ||
  (hasVerb(reading, [core[1], range[1]]) && !/^(?:who|whose|which|whom)$/.test(reading.words.lower[core[1] + 1]!));

/** A source with the participle that hangs on it, up to its comma ("satellite images | published by the firm,"). */
function withParticiple({ words, index, quoteOf }: Reading, source: SourcePhrase, to: number): SourcePhrase {
  const [from, end] = source.range;
  const word = words.lower[end] ?? "";
  if (!index.verbs.has(word) && !/^\p{Ll}{3,}ed$/u.test(word)) return source;
  if (!/^(?:by|in|on|from|at|to|with|for|this|last|late|earlier)$/.test(words.lower[end + 1] ?? "")) return source;
  let at = end;
  while (at < to && at - end < 30 && !/^[,;:.—]$/.test(words.lower[at]!) && quoteOf[at] === quoteOf[from]) {
    if (isAuxiliary(words.lower[at])) return source;
    at++;
  }
  return { range: [from, at], core: source.core };
}

/** The roles of a verb by the tree; null where it has nothing to say. */
function rolesByTree(reading: Reading, hit: CueHit, sentence: Sentence, before: readonly Found[]): Found | null {
  const { words } = reading;
  if (!isVerbTag(words, hit.head)) return null;
  if (hit.form === "gerund" && words.lower[hit.group[0] - 1] === "as") return null;
  if (hit.form === "passive") {
    const told = passiveSubjectOf(reading, hit.head);
    const agent = agentOf(reading, hit.head);
    const within = (node: number): boolean => node >= sentence.from && node < sentence.to;
    if (!within(told)) return null;
    return {
      hit,
      source: within(agent) && agent > hit.head ? phraseOf(reading, agent, sentence, hit) : null,
      subject: told < hit.head ? phraseOf(reading, told, sentence, hit) : null,
      relation: "own",
    };
  }
  const predicate = predicateOf(words, hit.head);
  const subject = subjectOf(reading, predicate, hit.group[0]);
  if (!subject || subject.node < sentence.from || subject.node >= sentence.to) return null;
  // "After reports suggesting …": reports speak, whatever the tree hangs the participle on.
  if (
    subject.by === "participle" &&
    /^(?:report|document|image|poll|survey|study|leak)$/.test(words.lemma[hit.group[0] - 1] ?? "")
  )
    return null;
  if (subject.by === "coordinate" || subject.by === "participle") {
    const outer = before.findLast(
      (one) => isFinite(one) && one.hit.head !== subject.verb && isWithin(words, hit.head, one.hit.head),
    );
    // "Said the treaty was dead and urged the house to vote", "said the town was taken, adding": to the tree the town adds.
    if (outer) return null;
    if (words.label[subject.verb] === "acl:relcl" && !/^(?:who|which|that)$/.test(words.lower[subject.node]!))
      return null;
  }
  const partner = subject.verb === predicate ? undefined : before.find((one) => one.hit.head === subject.verb);
  const source = partner?.source ?? phraseOf(reading, subject.node, sentence, hit);
  if (!source) return null;
  if (subject.by === "coordinate" || subject.by === "participle")
    return { hit, source, subject: null, relation: subject.by };
  if (subject.node > hit.head) return canFollow(hit) ? { hit, source, subject: null, relation: "inverted" } : null;
  return { hit, source, subject: null, relation: "own" };
}

/** The roles of one cue: who says it, or against whom it is said. `before` are the cues found to its left, nearest last; null where it is no attribution. */
export function rolesOf(reading: Reading, hit: CueHit, sentence: Sentence, before: readonly Found[]): Found | null {
  const { words } = reading;
  const [from, to] = hit.group;
  const end = wordsEnd(reading, sentence);
  const previous = words.lower[from - 1] ?? "";
  const atStart = from <= sentence.from;
  const inherit = (relation: Found["relation"]): Found | null => {
    // "insists it is what it sees as …, and denies": the verb in the relative clause is no partner.
    const last = before.findLast((one) => isFinite(one) && !inRelative(reading, one)) ?? before.findLast(isFinite);
    const source = last?.source ?? sentenceSubject(reading, sentence, from);
    return { hit, source, subject: null, relation, inherits: true };
  };
  if (hit.form === "phrase") {
    if (!/(?:to|of|by)$/.test(hit.row.cue)) {
      const source = subjectLeftOf(reading, beforeAuxiliaries(reading, from, sentence.from), sentence.from);
      return source && { hit, source, subject: null, relation: "own" };
    }
    const named = subjectRightOf(reading, to, end);
    const source = named && withParticiple(reading, named, end);
    // "According to X, C": what follows the comma is content, unless an apposition stands between two commas.
    const core =
      source && (atStart || hit.row.cue.startsWith("in the ")) && isContentBehind(reading, source, end)
        ? {
            range: source.range[1] > source.core[1] && words.lower[source.core[1]] !== "," ? source.range : source.core,
            core: source.core,
          }
        : source;
    return core && { hit, source: core, subject: null, relation: "adjunct" };
  }
  if (hit.form === "noun") {
    const owner = ownerOfNoun(reading, hit, sentence);
    return owner && { hit, ...owner, relation: "own" };
  }
  const found = rolesByTree(reading, hit, sentence, before);
  if (found) return found;
  if (hit.form === "passive") {
    const subject = subjectLeftOf(reading, from, sentence.from);
    let by = to;
    for (; by < end && by - to < 40; by++) if (words.lower[by] === "by" || /^[,;:.]$/.test(words.lower[by]!)) break;
    const byEnd =
      words.lower[by] === "by" && !(words.lower[by + 1] ?? "").endsWith("ing")
        ? phraseEnd(reading, by + 1, end, false)
        : by + 1;
    const source: SourcePhrase | null =
      words.lower[by] === "by" && byEnd > by + 1 ? { range: [by + 1, byEnd], core: [by + 1, byEnd] } : null;
    return { hit, source, subject, relation: "own" };
  }
  if (hit.form === "gerund") {
    if (atStart) {
      // "Citing X, the minister said": the subject follows the comma.
      let comma = to;
      while (comma < end && words.lower[comma] !== ",") comma++;
      const start = comma + 1;
      const phrase = start < end ? phraseEnd(reading, start, end, true) : start;
      return phrase > start
        ? { hit, source: { range: [start, phrase], core: [start, phrase] }, subject: null, relation: "participle" }
        : null;
    }
    const relay =
      previous === "as" ? before.findLast((one) => one.source !== null && one.hit.form === "finite") : undefined;
    if (relay && from - 1 > relay.hit.group[1]) {
      const start = relay.hit.group[1];
      return {
        hit,
        source: { range: [start, from - 1], core: [start, from - 1] },
        subject: null,
        relation: "own",
        relay,
      };
    }
    if (
      previous === "," ||
      previous === "—" ||
      prepositions.has(previous) ||
      conjunctions.has(previous) ||
      closesQuote(reading, from - 1)
    )
      return inherit("participle");
    if (/^(?:while|when)$/.test(previous)) return inherit("participle");
    const source = subjectLeftOf(reading, from, sentence.from);
    return source ? { hit, source, subject: null, relation: "own" } : inherit("participle");
  }
  if (hit.form === "infinitive") return inherit("own");
  const afterQuote = closesQuote(reading, from - 1) || (previous === "," && closesQuote(reading, from - 2));
  const plain = from === hit.head && canFollow(hit);
  if (afterQuote && plain) {
    const source = subjectRightOf(reading, to, end);
    if (source) return { hit, source, subject: null, relation: "inverted" };
  }
  const left = subjectLeftOf(reading, from, sentence.from);
  if (left && reading.quoteOf[left.core[0]] === reading.quoteOf[from])
    return { hit, source: left, subject: null, relation: "own" };
  if (plain && (previous === "," || previous === "—" || afterQuote || atStart)) {
    const source = subjectRightOf(reading, to, end);
    const clause: Range = [sentence.from, from];
    if (source && (afterQuote || atStart || hasVerb(reading, clause)))
      return { hit, source, subject: null, relation: "inverted" };
  }
  if (hit.loose) return null;
  const beforeConjunction = words.lower[from - 2] ?? "";
  if (conjunctions.has(previous) || previous === "," || (isAdverb(previous) && conjunctions.has(beforeConjunction)))
    return inherit("coordinate");
  return null;
}

/** May the cue stand behind or inside what is said? */
export const canFollow = ({ row }: CueHit): boolean => row.frames.length === 0 || row.frames.includes("quote");

/** Does a finite verb stand among the words? */
export function hasVerb({ words, index }: Reading, [from, to]: Range): boolean {
  for (let at = from; at < to && at - from < 80; at++) {
    const word = words.lower[at]!;
    if (
      index.verbs.has(word) ||
      /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|be|been|'s|'re|n't)$/.test(
        word,
      )
    )
      return true;
  }
  return false;
}
