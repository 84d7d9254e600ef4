import type { CueRow } from "../model/lexicon.ts";
import type { Draft } from "./clause.ts";
import { conjunctions, determiners, possessives, prepositions, questionWords, subordinators } from "./closed.ts";
import { closingDraft } from "./closing.ts";
import { skipTimes, trimmed, wordsEnd } from "./content.ts";
import { type CueIndex, isAdverb } from "./cue.ts";
import { amountEnd, auxiliariesBefore, draftOf, isSomebody, numberLike, opensSpeaker, subjectBefore } from "./form.ts";
import { closesQuote, type Reading } from "./reading.ts";
import { hasVerb } from "./role.ts";
import { phraseEnd } from "./source.ts";
import { standDrafts } from "./stand.ts";
import { childOf } from "./tree.ts";
import { isAuxiliary, isName, isWord, type Range, type Sentence } from "./word.ts";

/** The longest speaker behind what is said, and the longest close behind the verb, in tokens. */
const longestSpeaker = 14;
const longestClose = 24;

/** The row of a verb that can stand alone behind what is said, in a finite form at `at`; null where none is. */
function verbBehind({ entries }: CueIndex, word: string): CueRow | null {
  const entry = (entries.get(word) ?? []).find(
    ({ row, forms, rest }) =>
      row.form === "verb" &&
      rest.length === 0 &&
      (forms.includes("past") || forms.includes("third") || forms.includes("base")) &&
      (row.frames.length === 0 || row.frames.includes("quote") || row.frames.includes("that")) &&
      row.kind !== "want",
  );
  return entry?.row ?? (calling.test(word) ? callRow : null);
}

/** Verbs of the voice that are a cue only behind what is said. */
const calling =
  /^(?:called|grinned|grins|laughed|laughs|sighed|sighs|smiled|shrugged|cried|roared|hissed|thundered|snapped|murmured|mumbled|muttered|barked|holds|held|reckons|growled|groaned|moaned|chuckled|sneered|pleaded|begged|agreed)$/;
const callRow: CueRow = { cue: "say", form: "verb", kind: "say", stance: "asserts", frames: [] };

/** Does the sentence end here, but for where, when and to whom it was said? */
function isClose(reading: Reading, at: number, end: number): boolean {
  const { words, quoteOf } = reading;
  const start = skipTimes(reading, at, end);
  if (start >= end || words.lower[start] === ";") return true;
  // "…, she insisted, and one in five had failed".
  if (words.lower[start] === "," && /^(?:and|but)$/.test(words.lower[start + 1] ?? "")) return true;
  if (end - start > longestClose || hasVerb(reading, [start, end])) return false;
  for (let next = start; next < end; next++) if (quoteOf[next]! >= 0) return false;
  return /^(?:in|on|at|during|via|through|by|to|from|after|before|when|as|over|outside|inside|behind|near|with|under|without)$/.test(
    words.lower[start]!,
  );
}

/** Words that open a sentence and say when or how, and are nobody's. */
const isAdverbial = (reading: Reading, [from]: Range): boolean => {
  const { words } = reading;
  const opener = words.lower[from]!;
  if (words.time[from] === 1 || conjunctions.has(opener)) return true;
  if (/^(?:not|no|one|two|all|never|nothing)$/.test(opener)) return false;
  return (
    isAdverb(opener) ||
    prepositions.has(opener) ||
    subordinators.has(opener) ||
    questionWords.has(opener) ||
    opener.endsWith("ing") ||
    opener.endsWith("ed")
  );
};

/** Verbs that are a cue only behind "as": "as the register records". */
const keepsRecord = /^(?:records?|recorded|puts|put|has|had|sees|saw|tells)$/;
const recordRow: CueRow = { cue: "record", form: "verb", kind: "say", stance: "asserts", frames: [] };

const tells = /^(?:told|tells|informed|assured|reminded|warned)$/;

/** "Two drones, the ministry maintains.", "It came from the east, as the border guard describes it.": who says it stands at the end, and nothing behind it. */
function trailingDraft(reading: Reading, sentence: Sentence): Draft | null {
  const { words, quoteOf, index } = reading;
  const end = wordsEnd(reading, sentence);
  for (let comma = end - 3; comma > sentence.from + 1 && end - comma < longestSpeaker + longestClose; comma--) {
    if (words.lower[comma] !== "," || quoteOf[comma]! >= 0 || closesQuote(reading, comma - 1)) continue;
    const as = words.lower[comma + 1] === "as";
    const start = comma + (as ? 2 : 1);
    const inverted = as ? null : invertedDraft(reading, sentence, comma, end);
    if (inverted) return inverted;
    if (!opensSpeaker(reading, start)) continue;
    const most = Math.min(end, start + longestSpeaker);
    for (let at = start + 1; at < most; at++) {
      const word = words.lower[at]!;
      if ((isAuxiliary(word) && !(as && keepsRecord.test(word))) || !(isWord(word) || /^['’-]s?$/.test(word))) break;
      if (isName(words, at)) continue;
      const row = verbBehind(index, word) ?? (as && keepsRecord.test(word) ? recordRow : null);
      if (!row) continue;
      const object = as && words.lower[at + 1] === "it" ? at + 2 : at + 1;
      const told = tells.test(word) ? phraseEnd(reading, at + 1, end, false) : object;
      if (isNounHere(reading, start, at) || !isClose(reading, told, end)) continue;
      const content = trimmed(reading, [sentence.from, comma]);
      if (!content || content[1] - content[0] < 2 || quoteOf[content[0]]! >= 0) return null;
      if (!hasVerb(reading, content) && (as || isAdverbial(reading, content))) return null;
      if (!as && isSubordinate(reading, content)) return null;
      return draftOf(sentence, { row, group: [at, at + 1], head: at, source: [start, at], contents: [content] });
    }
  }
  return null;
}

const invertible =
  /^(?:say|claim|insist|explain|warn|maintain|admit|concede|add|argue|complain|recall|declare|write|announce|assure)$/;

/** "The dam is holding, | says the water board." */
function invertedDraft(reading: Reading, sentence: Sentence, comma: number, end: number): Draft | null {
  const { words, index } = reading;
  const at = comma + 1;
  const row = words.lower[at] === "said" || words.lower[at]!.endsWith("s") ? verbBehind(index, words.lower[at]!) : null;
  if (!row || !invertible.test(row.cue) || at + 1 >= end || !opensSpeaker(reading, at + 1)) return null;
  const stop = phraseEnd(reading, at + 1, end, true);
  const isOpen = stop < end && !/^(?:[,;]|on|in|at|after|before)$/.test(words.lower[stop]!) && words.time[stop] === 0;
  const content = trimmed(reading, [sentence.from, comma]);
  if (stop <= at + 1 || isOpen || !content || reading.quoteOf[content[0]]! >= 0) return null;
  if (!hasVerb(reading, content) || isSubordinate(reading, content)) return null;
  return draftOf(sentence, { row, group: [at, at + 1], head: at, source: [at + 1, stop], contents: [content] });
}

/** "While the army held, the minister said": a clause that only opens the sentence. */
const isSubordinate = ({ words }: Reading, [from]: Range): boolean =>
  /^(?:as|when|while|after|before|since|if|although|though|because|asked|speaking|despite)$/.test(words.lower[from]!);

/** Is the word no verb but the end of the noun phrase ("the bank, the lender's report")? */
function isNounHere(reading: Reading, start: number, at: number): boolean {
  const { words } = reading;
  const before = words.lower[at - 1]!;
  if (determiners.has(before) || possessives.has(before) || /^(?:'s|')$/.test(before) || prepositions.has(before))
    return at - 1 > start || !/^(?:some|many|others|all|both|he|she|they|we|i|it)$/.test(before);
  return phraseEnd(reading, start, at, true) < at;
}

const putRow: CueRow = { cue: "put", form: "verb", kind: "say", stance: "asserts", frames: ["np"] };

/** "The governor put | the damage at two million": a verb that says how much something is. */
function measureDraft(reading: Reading, sentence: Sentence): Draft | null {
  const { words, quoteOf } = reading;
  for (let at = sentence.from + 1; at + 2 < sentence.to; at++) {
    if (isCount(reading, at, sentence)) {
      const start = subjectBefore(reading, at, sentence);
      const from = auxiliariesBefore(reading, at, start);
      const stop = amountEnd(reading, at + 1, wordsEnd(reading, sentence));
      if (start >= 0 && stop > at + 1)
        return draftOf(sentence, {
          row: putRow,
          group: [from, at + 1],
          head: at,
          source: [start, from],
          contents: [[at + 1, stop]],
        });
    }
    if (!/^(?:put|puts|placed|places|set|sets)$/.test(words.lower[at]!) || quoteOf[at]! >= 0) continue;
    const start = subjectBefore(reading, at, sentence);
    if (start < 0) continue;
    for (let next = at + 2; next + 1 < sentence.to && next - at < 16; next++) {
      if (/^[,;:.]$/.test(words.lower[next]!)) break;
      if (words.lower[next] !== "at" || !numberLike.test(words.lower[next + 1]!)) continue;
      const stop = amountEnd(reading, next + 1, wordsEnd(reading, sentence));
      const [from, head] = [auxiliariesBefore(reading, at, start), at];
      return draftOf(sentence, {
        row: putRow,
        group: [from, at + 1],
        head,
        source: [start, from],
        contents: [[at + 1, stop]],
      });
    }
  }
  return null;
}

/** "Rights groups count | thirty dead": somebody counts, and a number follows. */
const isCount = (reading: Reading, at: number, { from }: Sentence): boolean => {
  const { words, quoteOf } = reading;
  if (!/^counts?$/.test(words.lower[at]!) || quoteOf[at]! >= 0 || at <= from) return false;
  const number = words.lower[at + 1] ?? "";
  if (!words.xpos[at]!.startsWith("VB") || !/^(?:\d|[a-z]+$)/.test(number) || !numberLike.test(number)) return false;
  const start = subjectBefore(reading, at, { from, to: at, block: 0, headline: false });
  return start >= 0 && isSomebody(reading, [start, at]) && !/^(?:we|i)$/.test(words.lower[start]!);
};

const wordsAnnounced =
  /^(?:figure|figures|account|announcement|statement|answer|message|story|himself|herself|itself|themselves|version|verdict|reply|promise|warning|condition|conditions|demand|demands|advice|explanation|correction|it|this|otherwise|again|differently|clear|theory|view|idea|suspicion|excuse|argument|complaint|accusation|charge)$/;

/** Does the clause before a colon announce words ("has corrected his figure: …", "denies it: …"), and a clause follow to the end of the sentence? */
function tellsOn({ words }: Reading, [from, colon]: Range, end: number): boolean {
  if (!wordsAnnounced.test(words.lower[colon - 1]!) || colon - from > 2 * longestSpeaker || end - colon < 4)
    return false;
  for (let at = colon + 1; at < end; at++) if (/^(?:VB[DZP]|MD)$/.test(words.xpos[at]!)) return true;
  return false;
}

const copulas: ReadonlySet<string> = new Set(["cop"]);
const verbTag = /^VB[DZPN]$/;

/** "The mayor gave a short answer: “None.”": words in marks behind a colon are those of who acts in the clause before it. */
function colonDraft(reading: Reading, sentence: Sentence): Draft | null {
  const { words, quoteOf, quotations } = reading;
  for (let at = sentence.from + 2; at + 1 < words.count && at < sentence.to; at++) {
    if (words.lower[at] !== ":" || quoteOf[at]! >= 0) continue;
    const quotation = quoteOf[at + 1]! >= 0 ? quotations[quoteOf[at + 1]!]! : null;
    const isTold = !quotation && tellsOn(reading, [sentence.from, at], wordsEnd(reading, sentence));
    if (!isTold && (!quotation || quotation.tokens[0] !== at + 1)) return null;
    if (quotation && (quotation.tokens[1] < sentence.to - 1 || quotation.tokens[1] - at < 4)) return null;
    let root = -1;
    for (let next = sentence.from; next < at && root < 0; next++) if (words.head[next]! < 0) root = next;
    if (root < 0) return null;
    // "The mayor was clear: …": the verb stands before the adjective.
    const copula = childOf(words, root, copulas);
    const verb = copula < 0 ? root : copula;
    const start = subjectBefore(reading, root, sentence);
    if (start < 0 || !verbTag.test(words.xpos[verb]!)) return null;
    const head = auxiliariesBefore(reading, verb, start);
    if (!isSomebody(reading, [start, head])) return null;
    const row: CueRow = { cue: ":", form: "phrase", kind: "say", stance: "asserts", frames: [] };
    return draftOf(sentence, {
      row,
      group: [head, root + 1],
      head: root,
      source: [start, head],
      contents: [quotation ? quotation.tokens : [at + 1, wordsEnd(reading, sentence)]],
    });
  }
  return null;
}

/** "The colonel of the corps states that …": a verb that the language core takes for a noun, where no other verb stands before it. */
function thatDraft(reading: Reading, sentence: Sentence): Draft | null {
  const { words, quoteOf, index } = reading;
  const end = wordsEnd(reading, sentence);
  for (let at = sentence.from; at + 3 < end && at - sentence.from < 2 * longestSpeaker; at++) {
    if (/^(?:VB[DZP]|MD)$/.test(words.xpos[at]!) || quoteOf[at]! >= 0) return null;
    if (words.xpos[at] !== "NNS" || words.lower[at + 1] !== "that" || at === sentence.from || isName(words, at))
      continue;
    const row = (index.entries.get(words.lower[at]!) ?? []).find(({ forms }) => forms.includes("third"))?.row;
    if (!row || !opensSpeaker(reading, sentence.from) || words.lower[at - 1] === "the") return null;
    return draftOf(sentence, {
      row,
      group: [at, at + 1],
      head: at,
      source: [sentence.from, at],
      contents: [[at + 1, end]],
    });
  }
  return null;
}

/** Does the draft take what stands behind the words told for them ("told the agency on condition | of anonymity")? */
const isMisled = ({ words }: Reading, { hit, contents, source }: Draft, plain: Draft): boolean => {
  const [from, to] = plain.source!.range;
  // It takes who speaks for what is said, or the other way round.
  if (contents.some(([a, b]) => a < to && from < b)) return true;
  if (source && plain.contents.some(([a, b]) => a < source.range[1] && source.range[0] < b)) return true;
  return (
    contents.length === 1 &&
    contents[0]![0] > hit.group[1] &&
    /^(?:of|about|on|in)$/.test(words.lower[contents[0]![0]]!)
  );
};

/** A sentence's drafts with the statements whose form says by itself who says what, which replace those of the same cue that read it amiss. */
export function withPlain(reading: Reading, sentence: Sentence, drafts: readonly Draft[]): readonly Draft[] {
  if (sentence.headline) return drafts;
  // What a noun alone seems to introduce ("its account that") is no rival.
  const held = (at: number): boolean =>
    drafts.some(({ hit, contents }) => hit.form !== "noun" && contents.some(([from, to]) => from <= at && at < to));
  const colon = colonDraft(reading, sentence);
  const plain = [
    trailingDraft(reading, sentence) ?? closingDraft(reading, sentence),
    measureDraft(reading, sentence),
    thatDraft(reading, sentence),
    colon && held(colon.contents[0]![0]) ? null : colon,
    ...standDrafts(reading, sentence).filter(({ contents }) => !held(contents[0]![0])),
  ].filter((draft) => draft !== null);
  const kept = drafts.filter(
    (draft) =>
      !plain.some(
        (one) => one.hit.head === draft.hit.head && (draft.hit.form === "noun" || isMisled(reading, draft, one)),
      ),
  );
  const heads = new Set(kept.map(({ hit }) => hit.head));
  const sure = new Set(plain.map(({ hit }) => hit.head));
  return [
    ...kept.map((draft) => (sure.has(draft.hit.head) ? { ...draft, plain: true } : draft)),
    ...plain.filter(({ hit }) => !heads.has(hit.head)),
  ];
}
