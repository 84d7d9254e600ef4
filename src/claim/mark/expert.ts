import { childrenOf } from "../tree.ts";
import { isName, isWord, type Range, type Sentence, type Words } from "../word.ts";
import { formsOf } from "./noun.ts";

/** Words for people who judge by a field of knowledge. */
const field =
  /^(?:analyst|expert|prof|professor|researcher|scholar|fellow|specialist|scientist|investigator|lecturer|engineer|examiner|academic|strategist|jurist|chemist|botanist|dentist|economist|agronomist|linguist|physicist|geneticist|toxicologist|historian|technician|physician|surgeon|statistician|mathematician|clinician|obstetrician|paediatrician|pediatrician|psychiatrist|epidemiologist|cartographer|geographer|oceanographer|demographer|criminologist|meteorologist|archaeologist|[a-z]{3,}ologist|[a-z]{4,}icist|[a-z]{4,}onomist|[a-z]{3,}iatrist|philologist|pathologist|coroner|metallurgist|seismologist|hydrographer|virologist|ballistician|cryptographer|architect|veterinarian|arborist|actuary|auditor|appraiser|curator|conservator)s?$/;
const heads =
  /^(?:head|director|chief|chair|leader|dean|founder|author|manager|co-author|coordinator|chairman|chairwoman|president|member)$/;
const study =
  /^(?:research|studies|analysis|science|sciences|forensics|laboratory|lab|department|institute|faculty|centre|center|programme|program|unit|observatory|intelligence|physics|chemistry|history|law|medicine|engineering|think|studies)$/i;
const institution =
  /^(?:university|institute|institution|college|academy|polytechnic|centre|center|laboratory|laboratories|lab|labs|school|hospital|observatory|faculty|clinic|museum|foundation|trust|society|sorbonne|eth|mit|caltech|rusi|sipri|iiss|csis|carnegie|chatham|acled)$/;
/** Verbs by which somebody judges. */
const judging = formsOf(
  "say note think believe reckon estimate find conclude calculate doubt warn argue write judge assess explain suspect see trace identify examine determine put call describe consider hold expect predict suggest tell date attribute add point caution dispute question confirm deem view compare contend maintain observe insist agree establish infer rule match read interpret",
);

interface Person {
  readonly name: Range;
  readonly range: Range;
}

const isLowerWord = (words: Words, at: number): boolean => isWord(words.lower[at]) && !isName(words, at);
const isNameToken = (words: Words, at: number): boolean =>
  isName(words, at) &&
  isWord(words.lower[at]) &&
  words.upos[at] !== "VERB" &&
  words.upos[at] !== "ADP" &&
  words.upos[at] !== "PRON" &&
  words.upos[at] !== "DET";

/** Field, office in a field, or institution within a phrase. */
function hasField(words: Words, [from, to]: Range): boolean {
  let head = false;
  for (let at = from; at < to; at++) {
    const word = words.lower[at]!;
    if (field.test(word)) return true;
    head ||= heads.test(word) || /^(?:chair|teaches|taught|studies|lectures|researches|works)$/.test(word);
    if (head && (study.test(word) || institution.test(word))) return true;
  }
  return false;
}

/** End of what is said of a person behind the name: ", a ballistics expert at the University of Bergen", "of the Acoustics Lab", ", who holds the chair of". */
function descriptionEnd(words: Words, at: number, to: number): number {
  const first = words.lower[at];
  const comma = first === ",";
  const opener = words.lower[comma ? at + 1 : at] ?? "";
  const bracket = first === "(";
  if (!comma && !bracket && !/^(?:of|at|from|with)$/.test(opener)) return -1;
  const relative = opener === "who" || opener === "whose";
  let end = comma || bracket ? at + 1 : at;
  let verbs = 0;
  while (end < to && end - at < 24) {
    const word = words.lower[end]!;
    if (/^[;:.)“”"]$/.test(word)) break;
    // A list of institutions goes on behind a comma with a name; a clause ends the description.
    if (word === ",") break;
    if (
      (words.upos[end] === "VERB" && words.xpos[end] !== "VBN" && words.xpos[end] !== "VBG") ||
      words.upos[end] === "AUX"
    ) {
      verbs++;
      if (!relative || verbs > 1) break;
    }
    end++;
  }
  return end;
}

/** Named people with a field or an institution, in one sentence. */
function peopleOf(words: Words, { from, to }: Sentence): readonly Person[] {
  const out: Person[] = [];
  for (let at = from; at < to; at++) {
    if (!isNameToken(words, at)) continue;
    let end = at + 1;
    while (
      end < to &&
      end - at < 7 &&
      (isNameToken(words, end) ||
        (words.lower[end] === "-" && isNameToken(words, end - 1)) ||
        (words.lower[end - 1] === "-" && isWord(words.lower[end])) ||
        (words.lower[end] === "." && words.ends[end - 1]! - words.starts[end - 1]! < 3) ||
        /^(?:al|bin|de|van|von|der|ben|el|da|di|le)$/.test(words.lower[end]!))
    )
      end++;
    let start = at;
    while (
      start < end &&
      (field.test(words.lower[start]!) ||
        words.lower[start] === "." ||
        (start === from && words.upos[start] !== "PROPN"))
    )
      start++;
    const length = end - start;
    const titled = start > at && field.test(words.lower[start - 1]!);
    at = end - 1;
    if (length < 1 || length > 6) continue;
    let institute = false;
    for (let next = start; next < end; next++) institute ||= institution.test(words.lower[next]!);
    if (institute) continue;
    // "Audio engineer Pablo Errázuriz": what stands before the name.
    let left = titled ? start - length : start;
    left = titled ? Math.min(start - 1, left + length) : start;
    let role = titled;
    for (
      let back = left - 1;
      back >= from &&
      left - back < 6 &&
      (isLowerWord(words, back) || words.lower[back] === "-" || (back === from && isWord(words.lower[back])));
      back--
    ) {
      if (/^(?:ADP|VERB|AUX|CCONJ|SCONJ|PRON|PUNCT)$/.test(words.upos[back]!) && words.lower[back] !== "-") break;
      if (back === start - 1 && !field.test(words.lower[back]!) && !titled) break;
      role = true;
      left = back;
    }
    let right = end;
    const behind = descriptionEnd(words, end, to);
    if (behind > 0) {
      const institutional =
        /^(?:of|at|from|with)$/.test(words.lower[words.lower[end] === "," ? end + 1 : end] ?? "") &&
        hasInstitution(words, [end, behind]);
      if (hasField(words, [end, behind]) || (role && institutional) || (institutional && length > 1)) {
        right = behind;
        role = true;
      }
    }
    if (!role || (length < 2 && right === end && !titled)) continue;
    out.push({ name: [start, end], range: [left, right] });
  }
  return out;
}

const hasInstitution = (words: Words, [from, to]: Range): boolean => {
  for (let at = from; at < to; at++) if (institution.test(words.lower[at]!)) return true;
  return false;
};

/** Does the sentence give the person's judgement? */
function judges(words: Words, { name: [from, to], range }: Person, isSource: (at: number) => boolean): boolean {
  for (let at = from; at < to; at++) {
    if (isSource(at)) return true;
    const verb = words.head[at]!;
    if (words.label[at] === "nsubj" && verb >= 0 && judging.has(words.lower[verb]!)) return true;
    if (
      verb >= 0 &&
      judging.has(words.lower[verb]!) &&
      childrenOf(words, verb).includes(at) &&
      words.label[at] !== "obj" &&
      words.label[at] !== "iobj" &&
      words.label[at] !== "nsubj:pass" &&
      words.label[at] !== "obl"
    )
      return true;
  }
  // What the tree misses: a verb of judging right behind the description, or right before it.
  if (judging.has(words.lower[range[1]] ?? "") && words.upos[range[1]] !== "NOUN") return true;
  if (
    words.lower[range[1]] === "," &&
    judging.has(words.lower[range[1] + 1] ?? "") &&
    words.upos[range[1] + 1] === "VERB" &&
    words.xpos[range[1] + 1] !== "VBG"
  )
    return true;
  if (judging.has(words.lower[range[0] - 1] ?? "") && /^(?:,|"|”|’|'|\?)$/.test(words.lower[range[0] - 2] ?? ""))
    return true;
  // "For Tomasz Wierny, a historian, the decree …"; "in the opinion of …"; and the head of a description ("physician" in "Chest physician Ursula Brandt").
  const before = words.lower[range[0] - 1] ?? "";
  if (before === "for" && words.lower[range[1]] === ",") return true;
  if (
    before === "of" &&
    /^(?:opinion|view|judgement|judgment|assessment|words|estimate|analysis|reading|reckoning|calculation|calculations)$/.test(
      words.lower[range[0] - 2] ?? "",
    )
  )
    return true;
  if (before === "to" && words.lower[range[0] - 2] === "according") return true;
  for (let at = range[0]; at < from; at++) {
    const verb = words.head[at]!;
    if (words.label[at] === "nsubj" && verb >= 0 && judging.has(words.lower[verb]!)) return true;
    if (isSource(at)) return true;
  }
  return false;
}

/** Experts with a name who judge, in one sentence: the name with its field or institution, in whatever order. */
export const findExperts = (words: Words, sentence: Sentence, isSource: (at: number) => boolean): readonly Range[] =>
  peopleOf(words, sentence)
    .filter((person) => judges(words, person, isSource))
    .map(({ range }) => range);
