import { conjunctions, facingVerbs, possessives, prepositions, relatives, subordinators } from "./closed.ts";
import { type CueHit, findCues, isAdverb } from "./cue.ts";
import { contentBefore, contentBehind, skipTimes, trimmed, wordsEnd } from "./content.ts";
import { closesQuote, opensQuote, type Reading } from "./reading.ts";
import { phraseEnd, phraseStart, type SourcePhrase, subjectLeftOf, subjectRightOf } from "./source.ts";
import { isAuxiliary, isPossessive, isWord, type Range, type Sentence } from "./word.ts";

/** One attribution while it is put together: ranges of tokens, nothing resolved. */
export interface Draft {
  readonly hit: CueHit;
  readonly sentence: Sentence;
  /** What the source says of itself in the text; null where the text names none. */
  readonly source: SourcePhrase | null;
  /** The subject of a passive or of "faced": who is spoken against or to. */
  readonly subject: SourcePhrase | null;
  readonly contents: readonly Range[];
  /** Who passes the words on ("the agency cited the military as saying"); null where nobody does. */
  readonly relay: SourcePhrase | null;
  /** The source is not beside the cue but is the subject of the clause around it. */
  readonly inherited: boolean;
  /** The cue stands behind or inside its content. */
  readonly parenthetical: boolean;
}

interface Found {
  readonly hit: CueHit;
  readonly source: SourcePhrase | null;
  readonly subject: SourcePhrase | null;
  /** The cue that passes this one on ("cited X as saying"). */
  readonly relay?: Found;
  readonly relation: "own" | "coordinate" | "participle" | "inverted" | "adjunct";
}

/** The first noun phrase of a sentence behind an opening adjunct: the best guess at its subject without a parser. */
function sentenceSubject(reading: Reading, sentence: Sentence, before: number): SourcePhrase | null {
  const { words } = reading;
  let at = skipTimes(reading, sentence.from, before);
  const first = words.lower[at] ?? "";
  if (prepositions.has(first) || subordinators.has(first) || /ing$/.test(first)) {
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

const isFinite = (found: Found): boolean => found.hit.form === "finite" && found.source !== null;

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
    if (facingVerbs.has(word)) return { source: null, subject: subjectLeftOf(reading, at, sentence.from) };
  }
  if (/^(?:by|from)$/.test(words.lower[to] ?? "")) {
    const end = phraseEnd(reading, to + 1, sentence.to, false);
    if (end > to + 1) return { source: { range: [to + 1, end], core: [to + 1, end] }, subject: null };
  }
  return null;
}

const isContentBehind = (reading: Reading, { range, core }: SourcePhrase, to: number): boolean =>
  range[1] >= to || reading.words.lower[range[1]] !== "," || hasVerb(reading, [core[1], range[1]]);

function find(reading: Reading, hit: CueHit, sentence: Sentence, before: readonly Found[]): Found | null {
  const { words } = reading;
  const [from, to] = hit.group;
  const end = wordsEnd(reading, sentence);
  const previous = words.lower[from - 1] ?? "";
  const atStart = from <= sentence.from;
  const inherit = (relation: Found["relation"]): Found | null => {
    const last = before.findLast(isFinite);
    const source = last?.source ?? sentenceSubject(reading, sentence, from);
    return { hit, source, subject: null, relation };
  };
  if (hit.form === "phrase") {
    if (!/(?:to|of|by)$/.test(hit.row.cue))
      return { hit, source: subjectLeftOf(reading, from, sentence.from), subject: null, relation: "own" };
    const source = subjectRightOf(reading, to, end);
    // "According to X, C": what follows the comma is content, unless an apposition stands between two commas.
    const core =
      source && (atStart || hit.row.cue.startsWith("in the ")) && isContentBehind(reading, source, end)
        ? { range: source.core, core: source.core }
        : source;
    return core && { hit, source: core, subject: null, relation: "adjunct" };
  }
  if (hit.form === "noun") {
    const owner = ownerOfNoun(reading, hit, sentence);
    return owner && { hit, ...owner, relation: "own" };
  }
  if (hit.form === "passive") {
    const subject = subjectLeftOf(reading, from, sentence.from);
    let by = to;
    for (; by < end && by - to < 40; by++) if (words.lower[by] === "by" || /^[,;:.]$/.test(words.lower[by]!)) break;
    const byEnd =
      words.lower[by] === "by" && !/ing$/.test(words.lower[by + 1] ?? "")
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
    if (source) return { hit, source, subject: null, relation: "inverted" };
  }
  if (hit.loose) return null;
  const beforeConjunction = words.lower[from - 2] ?? "";
  if (conjunctions.has(previous) || previous === "," || (isAdverb(previous) && conjunctions.has(beforeConjunction)))
    return inherit("coordinate");
  return null;
}

/** Where each earlier content must stop because a later cue takes over. Index of `found` -> token. */
function cutsOf(reading: Reading, sentence: Sentence, founds: readonly Found[], to: number): readonly number[] {
  const { words, quoteOf } = reading;
  const cuts: number[] = founds.map(() => to);
  for (let later = 1; later < founds.length; later++) {
    const { hit, source, relation } = founds[later]!;
    let cut = -1;
    if (
      relation === "coordinate" ||
      (relation === "participle" && words.lower[hit.group[0] - 1] === ",") ||
      (relation === "participle" && /^(?:and|while|by|after|before|without)$/.test(words.lower[hit.group[0] - 1] ?? ""))
    )
      cut = hit.group[0];
    else if (relation === "own" && hit.form === "finite" && source) {
      const before = words.lower[source.range[0] - 1] ?? "";
      if (
        /^(?:but|while|although|though|and|whereas)$/.test(before) &&
        /^[,—-]$/.test(words.lower[source.range[0] - 2] ?? "")
      )
        cut = source.range[0] - 1;
      else if (before === "," && parentheticalEnd(reading, hit, to)) cut = source.range[0] - 1;
    } else if (relation === "adjunct" || relation === "inverted") cut = hit.group[0];
    if (cut < 0) continue;
    while (
      cut > sentence.from &&
      (!isWord(words.lower[cut - 1]) ||
        conjunctions.has(words.lower[cut - 1]!) ||
        /^(?:while|although|though)$/.test(words.lower[cut - 1]!)) &&
      !closesQuote(reading, cut - 1)
    )
      cut--;
    for (let earlier = later - 1; earlier >= 0 && later - earlier < 6; earlier--) {
      const other = founds[earlier]!;
      if (quoteOf[other.hit.head] !== quoteOf[hit.head]) continue;
      if (cut > other.hit.group[1] && cuts[earlier]! > cut) cuts[earlier] = cut;
      if (relation === "coordinate" && other.hit.form === "finite" && other.relation !== "coordinate") break;
    }
  }
  return cuts;
}

/** Is there nothing behind the cue but times, places and the end? */
function parentheticalEnd(reading: Reading, hit: CueHit, to: number): boolean {
  if (!canFollow(hit)) return false;
  const behind = contentBehind(reading, hit, to);
  if (behind === null) return closesClause(reading, skipTimes(reading, hit.group[1], to), to);
  return reading.words.lower[skipTimes(reading, hit.group[1], to)] === ",";
}

/** Does the clause end here, or go on with nothing but where, when and to whom it was said? */
const closesClause = ({ words }: Reading, at: number, to: number): boolean =>
  at >= to ||
  /^(?:[^\p{L}\p{N}]+|in|on|at|during|via|through|when|after|before|as|while|to|by|following|last|this|from|of|about)$/u.test(
    words.lower[at]!,
  );

/** May the cue stand behind or inside what is said? */
const canFollow = ({ row }: CueHit): boolean => row.frames.length === 0 || row.frames.includes("quote");

/** Widens a content that opens a quotation to the quotation's end, though sentences end inside it. */
function throughQuotation({ quoteOf, quotations }: Reading, [from, to]: Range): Range {
  const quotation = quoteOf[to - 1]! >= 0 ? quotations[quoteOf[to - 1]!]! : null;
  return quotation && quotation.tokens[0] >= from && quotation.tokens[1] > to
    ? [from, quotation.tokens[1]]
    : [from, to];
}

function draftOf(reading: Reading, found: Found, sentence: Sentence, cut: number): Draft | null {
  const { words } = reading;
  const { hit, source, subject, relation } = found;
  const draft = (contents: readonly (Range | null)[], parenthetical: boolean): Draft | null => {
    const ranges = contents
      .map((range) => (range ? trimmed(reading, throughQuotation(reading, range)) : null))
      .filter((range) => range !== null);
    if (ranges.length === 0 && hit.row.kind !== "no-comment") return null;
    return {
      hit,
      sentence,
      source,
      subject,
      relay: found.relay?.source ?? null,
      contents: ranges,
      inherited: relation === "coordinate" || relation === "participle",
      parenthetical,
    };
  };
  const end = wordsEnd(reading, sentence);
  if (relation === "adjunct") {
    const after = source!.range[1];
    const before = contentBefore(reading, hit.group[0], sentence);
    if (!before && hit.group[0] > sentence.from + 1 && words.lower[hit.group[0] - 1] !== ",") {
      const from = sentence.from;
      return draft([[from, hit.group[0]]], true);
    }
    const rest: Range | null = words.lower[after] === "," && after + 1 < cut ? [after + 1, cut] : null;
    if (!before) return draft([rest], false);
    const resumes =
      rest &&
      (opensQuote(reading, after + 1) || !/ing$/.test(words.lower[after + 1]!)) &&
      !conjunctions.has(words.lower[after + 1]!);
    return draft([before.range, resumes ? rest : null], true);
  }
  if (found.relay && words.lower[hit.group[1]] !== "that") {
    const before = contentBefore(reading, found.relay.source!.range[0], sentence);
    if (before) return draft([before.range], true);
  }
  const start = relation === "inverted" ? hit.group[0] : source && relation === "own" ? source.range[0] : hit.group[0];
  if (relation === "inverted") {
    const before = contentBefore(reading, hit.group[0], sentence);
    const after = source!.range[1];
    const resumes =
      words.lower[after] === "," &&
      after + 1 < cut &&
      !/ing$/.test(words.lower[after + 1]!) &&
      !conjunctions.has(words.lower[after + 1]!) &&
      !relatives.has(words.lower[after + 1]!);
    const rest: Range | null = resumes
      ? [after + 1, cut]
      : words.lower[after] === ":" && after + 1 < cut
        ? [after + 1, cut]
        : null;
    return draft([before?.range ?? null, rest], before !== null);
  }
  const by = hit.form === "passive" && source && words.lower[hit.group[1]] === "by" ? source.range[1] : null;
  const placed = by === null ? hit : { ...hit, group: [hit.group[0], by] as const };
  const behind = contentBehind(reading, placed, Math.max(cut, placed.group[1]));
  const stop = hit.form === "noun" && behind ? Math.min(cut, nounClauseEnd(reading, behind.start, cut)) : cut;
  const post: Range | null = behind && behind.start < stop ? [behind.start, stop] : null;
  if (hit.form === "finite" && canFollow(hit)) {
    const before = start > 0 ? contentBefore(reading, start, sentence) : null;
    const after = skipTimes(reading, hit.group[1], end);
    if (before && (before.quoted || words.lower[after] === "," || (!behind && closesClause(reading, after, end)))) {
      if (before.quoted) return draft([before.range, post && opensQuote(reading, post[0]) ? post : null], true);
      const comma = words.lower[after] === ",";
      const resume: Range | null =
        comma && after + 1 < cut && !/ing$/.test(words.lower[after + 1]!) && !conjunctions.has(words.lower[after + 1]!)
          ? [after + 1, cut]
          : null;
      if (comma && opensQuote(reading, after + 1)) return draft([[after + 1, cut]], false);
      const opener = words.lower[before.range[0]]!;
      const adverbial =
        words.time[before.range[0]] === 1 ||
        (isAdverb(opener) && before.range[1] - before.range[0] < 3) ||
        (prepositions.has(opener) && !hasVerb(reading, before.range)) ||
        (subordinators.has(opener) &&
          /^(?:as|when|while|after|before|since|if|although|though|because)$/.test(opener) &&
          resume !== null);
      if (resume && adverbial) return draft([resume], false);
      if (resume || hasVerb(reading, before.range)) return draft([before.range, resume], true);
    }
  }
  if (!post && hit.form === "passive" && subject && /^(?:to)$/.test(words.lower[hit.group[1]] ?? "")) return null;
  if (
    post &&
    hit.form === "passive" &&
    behind?.frame === "to" &&
    subject &&
    !source &&
    /^(?:expect|believe|think|say|report|know|assume|rumour|rumor|suppose|intend|consider|see|understand|predict|project|estimate|slate|plan)$/.test(
      hit.row.cue,
    )
  )
    return draft([subject.range, post], false);
  if (hit.form === "infinitive" && !(behind && (behind.frame === "that" || behind.frame === "quote"))) return null;
  if (!post && hit.form === "passive" && subject && hit.row.frames.includes("np")) return draft([subject.range], false);
  return draft([post], false);
}

function hasVerb({ words, index }: Reading, [from, to]: Range): boolean {
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

/**
 * End of the clause that hangs on a noun ("the claim that the town was taken | could not be verified"): before the predicate of the clause around it,
 * which is the second group of auxiliaries in a row where no new subject begins.
 */
function nounClauseEnd({ words, quoteOf }: Reading, start: number, to: number): number {
  let groups = words.lower[start] === "that" ? 0 : 1;
  for (let at = start + 1; at < to && at - start < 80; at++) {
    if (quoteOf[at]! >= 0) continue;
    const word = words.lower[at]!;
    if (/^[,;]$/.test(word)) return at;
    if (/^(?:that|which|who|what|and|but|or|because|as|if|when)$/.test(word)) groups = 0;
    if (!isAuxiliary(word) || word === "be" || word === "been" || word === "being") continue;
    if (groups > 0 && !/^(?:to|not|n't)$/.test(words.lower[at - 1]!)) return at;
    groups++;
    while (at + 1 < to && (isAuxiliary(words.lower[at + 1]) || isAdverb(words.lower[at + 1]!))) at++;
  }
  return to;
}

/** Attributions of one sentence, as ranges of tokens. */
export function draftsOf(reading: Reading, sentence: Sentence): readonly Draft[] {
  const founds: Found[] = [];
  for (const hit of findCues(reading.words, sentence, reading.index)) {
    const found = find(reading, hit, sentence, founds.slice(-8));
    if (found) founds.push(found);
  }
  const relays = new Set(founds.map((found) => found.relay));
  const { quoteOf, quotations } = reading;
  const cuts = cutsOf(reading, sentence, founds, wordsEnd(reading, sentence)).map((cut, at) => {
    const quotation = quotations[quoteOf[founds[at]!.hit.head]!];
    // What somebody in a quotation says ends with the quotation.
    return quotation ? Math.min(cut, quotation.tokens[1] - (quotation.closed ? 1 : 0)) : cut;
  });
  return founds.flatMap((found, at) => (relays.has(found) ? [] : (draftOf(reading, found, sentence, cuts[at]!) ?? [])));
}
