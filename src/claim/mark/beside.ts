import { isWord, type Range, type Sentence, type Words } from "../word.ts";
import type { FoundMark } from "./found.ts";
import { pointing, type Scene } from "./scene.ts";

/** Is the mark a passive or an adjective, so that what was not checked stands before it? */
export const isPassive = ({ lower, xpos }: Words, [from, to]: Range): boolean => {
  if (/^(?:un|impossible)/.test(lower[to - 1]!)) return true;
  if (!/^VB[ND]$/.test(xpos[to - 1]!)) return false;
  for (let at = from; at < to; at++)
    if (/^(?:be|been|being|was|were|is|are)$/.test(lower[at]!))
      return !lower[to - 1]!.endsWith("ing") && lower[to - 2] !== "to";
  return false;
};

/** What stands behind a verb of checking: "confirm | the use of cluster munitions", "of the reported strike". Null where it only points back. */
export function objectBehind(scene: Scene, { range }: FoundMark, { to }: Sentence): Range | null {
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

/** Words by which somebody was asked. */
export const asking = /^(?:asked|pressed|questioned|approached|quizzed|contacted|challenged|confronted|grilled)$/;

/** Words of answering behind which stands what was asked. */
export const answering =
  /^(?:comment|commented|commenting|discuss|discussed|drawn|request|requests|question|questions|queries|inquiries)$/;

export const about = /^(?:about|on|over|whether|if|who|what|when|where|why|how|regarding|concerning|to|of|for)$/;

/** Is it told in the range that somebody was asked? */
export function isAsking({ lower }: Words, [from, to]: Range): boolean {
  for (let at = from; at < to && at - from < 12; at++) if (asking.test(lower[at]!)) return true;
  return false;
}

/** "Asked about the strike", "pressed on who signed": what somebody was asked about. */
export function askedAbout({ words }: Scene, { from, to }: Sentence, mark: Range, opener: RegExp): Range | null {
  for (let at = from; at < to && at - from < 200; at++) {
    if (!opener.test(words.lower[at]!)) continue;
    let next = at + 1;
    while (next < to && next - at < 4 && !about.test(words.lower[next]!)) next++;
    const link = words.lower[next] ?? "";
    if (opener === answering && !/^(?:about|on|over|regarding|concerning)$/.test(link)) continue;
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
export function subjectBefore(scene: Scene, { range }: FoundMark, { from }: Sentence): Range | null {
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

/** What a picture or person is told to show: behind the verb, or before it where nothing follows. */
export function shownBy({ words }: Scene, { verb, range }: FoundMark, { from, to }: Sentence): Range | null {
  let at = verb + 1;
  while (at < to && /^(?:to|show|that|appear|be|seem|have)$/.test(words.lower[at]!)) at++;
  let end = at;
  while (end < to && !/^[;:.]$/.test(words.lower[end]!)) end++;
  if (end - at > 1) return [at, end];
  return range[0] - from > 2 ? [from, range[0]] : null;
}

/** The sentence's own clause beside the mark: behind it, or before it where less follows. */
export function restOf({ words }: Scene, { range }: FoundMark, { from, to }: Sentence): Range | null {
  if (words.upos[range[1] - 1] === "VERB" && to - range[1] > 1) return [range[1], to];
  let verb = range[1];
  while (verb < to && words.upos[verb] !== "VERB" && words.upos[verb] !== "AUX") verb++;
  if (verb < to - 4 || (verb < to - 1 && range[0] - from < 4))
    return [words.lower[range[1]] === "," || range[0] - from < 3 ? range[1] : verb + 1, to];
  return range[0] - from > 1 ? [from, range[0]] : null;
}

/** What stands right behind a refusal: "stayed silent on | the merger", "refused to confirm or deny that | the ship had sunk". */
export function linkedBehind({ words }: Scene, { range }: FoundMark, { to }: Sentence): Range | null {
  const link = words.lower[range[1]] ?? "";
  if (!/^(?:on|about|over|that|whether|if|regarding)$/.test(link) || words.time[range[1] + 1] === 1) return null;
  let end = range[1] + 1;
  while (end < to && end - range[1] < 40 && !/^[,;:.”"]$/.test(words.lower[end]!)) end++;
  const from = range[1] + 1;
  if (end - from < 1 || (end - from < 3 && pointing.test(words.lower[end - 1]!))) return null;
  return [from, end];
}

/** The publisher's own clause before the mark in the sentence ("the town had fallen; no details were given"). */
export function clauseBefore({ words }: Scene, { range }: FoundMark, { from }: Sentence): Range | null {
  if (words.lower[range[0]] === "without" && range[0] - from > 2) return [from, range[0]];
  for (let at = range[0] - 1; at > from + 2; at--) {
    if (!/^(?:[,;:—–(-]|but|and|in|which|without)$/.test(words.lower[at]!)) continue;
    for (let back = from; back < at; back++) if (words.upos[back] === "VERB") return [from, at];
    return null;
  }
  return null;
}
