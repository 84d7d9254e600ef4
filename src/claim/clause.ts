import type { AttributionKind } from "../model/attribution.ts";
import { conjunctions, prepositions, relatives, subordinators } from "./closed.ts";
import { complementEnd, isResult, isWithin } from "./complement.ts";
import { contentBefore, contentBehind, type Frame, skipTimes, trimmed, wordsEnd } from "./content.ts";
import { type CueHit, findCues, isAdverb } from "./cue.ts";
import { closesQuote, opensQuote, type Reading } from "./reading.ts";
import { canFollow, type Found, hasVerb, rolesOf } from "./role.ts";
import { isNounLike, phraseEnd, type SourcePhrase } from "./source.ts";
import { predicateOf } from "./tree.ts";
import { isAuxiliary, isWord, type Range, type Sentence } from "./word.ts";

/** Kinds of statements that are made against or to somebody. */
export const isAimed = (kind: AttributionKind): boolean =>
  /^(?:accuse|urge|warn|order|ask|assure|threaten|demand|describe|praise|criticize|promise)$/.test(kind);

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
  /** The sentence ends with a colon: what is said begins the next one. */
  readonly awaits: boolean;
  /** Its form alone tells what it is: the model is not asked. */
  readonly plain?: boolean;
}

/** Where each earlier content must stop because a later cue takes over. Index of `found` -> token. */
function cutsOf(reading: Reading, sentence: Sentence, founds: readonly Found[], to: number): readonly number[] {
  const { words, quoteOf } = reading;
  const cuts: number[] = founds.map(() => to);
  for (let later = 1; later < founds.length; later++) {
    const { hit, source, relation } = founds[later]!;
    let cut = -1;
    let parenthetical = false;
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
      else if (before === "something") {
        cut = source.range[0] - 1;
        parenthetical = true;
      } else if (before === "," && parentheticalEnd(reading, hit, to)) {
        cut = source.range[0] - 1;
        parenthetical = true;
      }
    } else if (relation === "adjunct" || relation === "inverted") cut = hit.group[0];
    if (cut < 0) continue;
    while (
      cut > sentence.from &&
      (!isWord(words.lower[cut - 1]) ||
        conjunctions.has(words.lower[cut - 1]!) ||
        /^(?:while|although|though|by|after|before|without)$/.test(words.lower[cut - 1]!)) &&
      !closesQuote(reading, cut - 1)
    )
      cut--;
    for (let earlier = later - 1; earlier >= 0 && later - earlier < 6; earlier--) {
      const other = founds[earlier]!;
      if (quoteOf[other.hit.head] !== quoteOf[hit.head]) continue;
      // "Accused Norland of arming rebels and urging them on": a participle goes on with a participle.
      if (relation === "participle" && words.lower[hit.group[0] - 1] === "and" && other.hit.form !== "gerund") continue;
      if (
        ((relation === "coordinate" && !founds[later]!.inherits) || relation === "own") &&
        !parenthetical &&
        isWithin(words, hit.head, other.hit.head)
      )
        continue;
      if (cut > other.hit.group[1] && cuts[earlier]! > cut) cuts[earlier] = cut;
      if (relation === "coordinate" && other.source === source && other.relation !== "coordinate") break;
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
  const lastWord = words.lower[sentence.to - 1];
  const awaits = lastWord === ":" && canFollow(hit) && source !== null && sentence.to - hit.group[1] < 30;
  const draft = (contents: readonly (Range | null)[], parenthetical: boolean, group = hit.group): Draft | null => {
    const ranges = contents
      .map((range) => (range ? trimmed(reading, throughQuotation(reading, range)) : null))
      .filter((range) => range !== null);
    if (ranges.length === 0 && hit.row.kind !== "no-comment" && !awaits) return null;
    return {
      hit: group === hit.group ? hit : { ...hit, group },
      sentence,
      source,
      subject,
      relay: found.relay?.source ?? null,
      contents: ranges,
      inherited: relation === "coordinate" || relation === "participle",
      parenthetical,
      awaits: ranges.length === 0 && awaits,
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
      (opensQuote(reading, after + 1) || !words.lower[after + 1]!.endsWith("ing")) &&
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
      skipTimes(reading, after + 1, cut) < cut &&
      !words.lower[after + 1]!.endsWith("ing") &&
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
  if (behind && words.lower[behind.start] === "nothing") return null;
  if (behind && isResult(words, hit.head, behind.start)) return null;
  const stop = behind
    ? complementEnd(
        reading,
        predicateOf(words, hit.head),
        behind.start,
        contentStop(reading, found, sentence, behind, cut),
      )
    : cut;
  const post: Range | null = behind && behind.start < stop ? [behind.start, stop] : null;
  if (hit.form === "finite" && canFollow(hit)) {
    const standing = start > 0 ? contentBefore(reading, start, sentence) : null;
    // A quotation that ended the sentence before, with its own stop, is not what this sentence's cue introduces.
    const own = start > sentence.from || (!behind && !awaits && words.lower[start - 2] !== ".");
    // "…, something the ministry has denied": what is denied is the clause before.
    const aside =
      !behind && words.lower[start - 1] === "something" ? contentBefore(reading, start - 1, sentence) : null;
    if (aside) return draft([aside.range], true);
    const before = own ? standing : null;
    const told = isTelling(hit) && !behind ? phraseEnd(reading, hit.group[1], end, false) : hit.group[1];
    const after = skipTimes(reading, told, end);
    if (before && (before.quoted || words.lower[after] === "," || (!behind && closesClause(reading, after, end)))) {
      if (before.quoted) {
        const opens = post && opensQuote(reading, post[0]) ? post : null;
        return draft([before.range, opens ?? quotedAfter(reading, after, cut)], true);
      }
      const comma = words.lower[after] === ",";
      const resume: Range | null =
        comma &&
        after + 1 < cut &&
        !words.lower[after + 1]!.endsWith("ing") &&
        !conjunctions.has(words.lower[after + 1]!)
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
  if (!post && hit.form === "passive" && subject && hit.row.frames.includes("np") && !isAimed(hit.row.kind))
    return draft([subject.range], false);
  // "Warned of | raids", "questions about | the raid": a preposition that joins the cue to an object is the cue's, as in PolNeAR.
  if (post && post[0] === hit.group[1] && joinsObject(words.lower[post[0]]!) && post[1] > post[0] + 1)
    return draft([[post[0] + 1, post[1]]], false, [hit.group[0], post[0] + 1]);
  return draft([post], false);
}

const joinsObject = (word: string): boolean => /^(?:of|about|against|for|on)$/.test(word);

/** Does the one who is told follow the cue ("…, she told the paper on Friday")? */
const isTelling = ({ row }: CueHit): boolean => /^(?:tell|inform|remind|notify|assure|warn)$/.test(row.cue);

/** Does an object end here, because a clause that tells more begins ("called for a ceasefire, | which", "praised the guards | while")? */
function endsObject({ words }: Reading, at: number): boolean {
  const word = words.lower[at]!;
  const next = words.lower[at + 1] ?? "";
  if (word === ",")
    return /^(?:which|who|that|where|when|while|after|as|but|he|she|they|it)$/.test(next) || next.endsWith("ing");
  return /^(?:while|after|because|although|though|when)$/.test(word) && words.lower[at - 1] !== "of";
}

/** Is the cue the verb of a relative clause without a pronoun, whose noun stands before its source ("the boats | the league accuses Norland of sending")? */
function isGapped(reading: Reading, { range }: SourcePhrase, hit: CueHit, sentence: Sentence): boolean {
  const before = range[0] - 1;
  if (before < sentence.from || range[0] >= hit.group[0]) return false;
  const word = reading.words.lower[before]!;
  return /^(?:that|which|who|whom)$/.test(word)
    ? before - 1 >= sentence.from && isNounLike(reading, before - 1)
    : isNounLike(reading, before) && reading.words.time[before] === 0;
}

/** Does the predicate of the clause around a relative clause begin here? */
const isMainPredicate = (reading: Reading, at: number): boolean =>
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do)$/.test(
    reading.words.lower[at]!,
  )
    ? !/^(?:that|which|who|what|to|and|it|they|he|she)$/.test(reading.words.lower[at - 1]!)
    : closesQuote(reading, at - 1) && reading.index.verbs.has(reading.words.lower[at]!);

/** What goes on behind "…," she said, where a word or two stand before the mark: ", but "when it comes to …"". */
function quotedAfter(reading: Reading, comma: number, cut: number): Range | null {
  if (reading.words.lower[comma] !== ",") return null;
  for (let at = comma + 1; at < cut && at - comma < 5; at++) if (opensQuote(reading, at)) return [comma + 1, cut];
  return null;
}

/** Is the comma at `at` the end of an opening clause, with a new clause behind it? */
function endsOpening({ words }: Reading, at: number): boolean {
  const next = words.lower[at + 1] ?? "";
  return isWord(next) && !conjunctions.has(next) && !relatives.has(next) && !next.endsWith("ing");
}

/** Where a content that begins at `start` must stop before `cut`, by the shape of its clause. */
function contentStop(
  reading: Reading,
  { hit, source }: Found,
  sentence: Sentence,
  { start, frame }: { readonly start: number; readonly frame: Frame },
  cut: number,
): number {
  const { words, quoteOf, index } = reading;
  if (hit.form === "noun") return Math.min(cut, nounClauseEnd(reading, start, cut));
  const asked = hit.form === "passive" && hit.group[0] === sentence.from;
  const relative =
    source !== null && /^(?:who|which)$/.test(words.lower[source.core[0]]!) && words.lower[source.core[0] - 1] === ",";
  // "While the army denied the raid, residents …": the opening clause ends at the comma.
  const opening = /^(?:while|although|though|if|when|as|after|before|since|because|whereas)$/.test(
    words.lower[
      source && source.range[0] > sentence.from && source.range[0] < hit.group[0] ? source.range[0] - 1 : sentence.from
    ]!,
  );
  const isObject = frame === "np" || frame === "of" || frame === "for" || frame === "against" || frame === "about";
  const gapped =
    (isObject || frame === "quote") &&
    hit.form === "finite" &&
    source !== null &&
    isGapped(reading, source, hit, sentence);
  for (let at = start; at < cut && at - start < 120; at++) {
    if (quoteOf[at]! >= 0) continue;
    if (gapped && at > start && (isObject || closesQuote(reading, at - 1)) && isMainPredicate(reading, at)) return at;
    const word = words.lower[at]!;
    const next = words.lower[at + 1] ?? "";
    if (word === "," && (asked || (relative && (isAuxiliary(next) || index.verbs.has(next))))) return at;
    if (/^(?:but|though|although)$/.test(word) && words.lower[at - 1] === ",") return at - 1;
    if (word === "," && opening && endsOpening(reading, at)) return at;
    if (isObject && at > start && endsObject(reading, at)) return at;
    // What follows tells about the saying, not about what was said.
    if (word === "without" && next.endsWith("ing") && words.lower[at - 1] === ",") return at;
    if (word === "without" && /^(?:elaborating|specifying|evidence|proof)$/.test(next)) return at;
    if (
      word === "but" &&
      /^(?:did|does|has|have|could|would|do)$/.test(next) &&
      /^(?:not|n't)$/.test(words.lower[at + 2] ?? "")
    )
      return at;
    if (word === "but" && /^(?:gave|provided|offered|declined|refused)$/.test(next)) return at;
  }
  return cut;
}

/**
 * End of the clause that hangs on a noun ("the claim that the town was taken | could not be verified"): before the predicate of the clause around it,
 * which is the second group of auxiliaries in a row where no new subject begins.
 */
function nounClauseEnd({ words, quoteOf, index }: Reading, start: number, to: number): number {
  const { xpos } = words;
  let groups = words.lower[start] === "that" ? 0 : 1;
  for (let at = start + 1; at < to && at - start < 80; at++) {
    if (quoteOf[at]! >= 0) continue;
    const word = words.lower[at]!;
    if (/^[,;]$/.test(word)) return at;
    if (/^(?:that|which|who|what|and|but|or|because|as|if|when)$/.test(word)) groups = 0;
    const finite =
      index.verbs.has(word) &&
      !xpos[at]!.startsWith("NN") &&
      !isAuxiliary(words.lower[at - 1]) &&
      words.lower[at - 1] !== "to";
    if (!finite && (!isAuxiliary(word) || word === "be" || word === "been" || word === "being")) continue;
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
    const found = rolesOf(reading, hit, sentence, founds.slice(-8));
    // "According to images published by X": the participle tells whose the images are.
    const within = founds.at(-1);
    const told = hit.form === "passive" && within?.relation === "adjunct" && hit.head < within.source!.range[1];
    if (found && !told) founds.push(found);
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
