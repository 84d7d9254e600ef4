import { nounForms } from "../../sentence/inflection.ts";
import { childrenOf } from "../tree.ts";
import type { Range, Sentence, Words } from "../word.ts";
import { formsOf, isModifier, nounPhrase, verbOfSubject } from "./noun.ts";

const nouns = (list: string): ReadonlySet<string> => new Set(list.split(" ").flatMap((noun) => [...nounForms(noun)]));

const witnesses = new Set(
  "witness witnesses eyewitness eyewitnesses survivor survivors bystander bystanders onlooker onlookers passerby passersby escapee escapees".split(
    " ",
  ),
);
const press = nouns("reporter journalist correspondent photographer cameraman camerawoman crew stringer");
/** Lay people: a place is enough to say that they were there. */
const people: ReadonlySet<string> = new Set([
  ...nouns(
    "driver passenger shopper worshipper pupil student worker guest commuter pedestrian protester demonstrator patient parent neighbour neighbor villager resident motorist spectator fan tourist traveller traveler customer diner prisoner inmate evacuee refugee migrant fisherman farmer miner sailor soldier conscript volunteer nurse doctor medic paramedic teacher shopkeeper vendor trader mourner cyclist walker",
  ),
  ..."people those others men women children families".split(" "),
]);
const speaking = formsOf(
  "say tell describe speak report recall recount relate remember testify see hear watch witness count film claim add explain confirm note put talk mention write text insist estimate give feel notice smell think post tweet observe",
);
const seeing = formsOf("see hear watch witness count film observe notice find visit smell feel spot photograph");
const present = formsOf(
  "see hear watch witness count film record photograph observe notice find visit smell feel pull carry help escape flee survive stand hide queue wait bury treat cast sit drive walk pass run crouch shelter sleep cross meet flee dig lift drag rush attend live work collect arrive reach lose swim jump crawl fall kneel board travel march touch open hold cover tend wash answer overhear spot",
);
const place = /^(?:in|at|on|aboard|near|outside|inside|opposite|by|under|behind|across|among|beside|along|around)$/;
const there = /^(?:there|inside|present|nearby|aboard|outside|upstairs|downstairs|opposite)$/;

const lemmaOf = ({ lemma, lower }: Words, at: number): string => (lemma[at] !== "" ? lemma[at]! : lower[at]!);

/** "Who saw the blast", "who was on the balcony": does the clause say that they were there? The end of its verb or place, or -1. */
function relativeEnd(words: Words, noun: number, to: number): number {
  let at = noun + 1;
  if (words.lower[at] === ",") at++;
  // A short phrase may stand between ("a woman of 40 who").
  for (let seen = 0; seen < 5 && at < to && words.lower[at] !== "who" && words.lower[at] !== "whose"; seen++) {
    if (/^[,;:.]$/.test(words.lower[at]!) || words.upos[at] === "VERB" || words.upos[at] === "AUX") return -1;
    at++;
  }
  if (words.lower[at] !== "who") return -1;
  let next = at + 1;
  while (
    next < to &&
    next - at < 5 &&
    (words.upos[next] === "ADV" || words.upos[next] === "AUX") &&
    !there.test(words.lower[next]!)
  )
    next++;
  const be = /^(?:is|are|was|were|be|been|being)$/.test(words.lower[next - 1] ?? "");
  if (be && there.test(words.lower[next] ?? "")) return next + 1;
  if (be && place.test(words.lower[next] ?? "")) {
    const end = placeEnd(words, next, to);
    return end < 0 ? next + 1 : end;
  }
  return present.has(words.lower[next] ?? "") &&
    /^VB[DN]$|^$/.test(words.xpos[next] ?? "") &&
    lemmaOf(words, next) !== "be"
    ? next + 1
    : -1;
}

/** "In the square", "aboard the train": a place that is no name of a town or country. Its end, or -1. */
function placeEnd(words: Words, at: number, to: number): number {
  if (
    there.test(words.lower[at] ?? "") &&
    words.lower[at] !== "inside" &&
    words.lower[at] !== "outside" &&
    words.lower[at] !== "aboard"
  )
    return at + 1;
  if (!place.test(words.lower[at] ?? "")) return -1;
  for (let next = at + 1; next < to && next - at < 6; next++) {
    if (words.upos[next] === "NOUN" && words.upos[next + 1] !== "NOUN") return next + 1;
    if (!/^(?:DET|ADJ|NUM|NOUN|PROPN|ADP)$/.test(words.upos[next] ?? "")) return -1;
  }
  return -1;
}

/** People who are said to have been there, in one sentence. `isSource` tells whether a token is in the source of a statement. */
export function findWitnesses(words: Words, sentence: Sentence, isSource: (at: number) => boolean): readonly Range[] {
  const out: Range[] = [];
  const { from, to } = sentence;
  for (let noun = from; noun < to; noun++) {
    const word = words.lower[noun]!;
    const upos = words.upos[noun];
    const byHyphen = word === "by" && words.lower[noun - 1] === "-" && /^passers?$/.test(words.lower[noun - 2] ?? "");
    if (upos !== "NOUN" && upos !== "PRON" && !byHyphen && word !== "eyewitness") continue;
    const verb = verbOfSubject(words, noun);
    const tells = isSource(noun) || (verb >= 0 && speaking.has(words.lower[verb]!));
    const first = nounPhrase(words, noun, from)[0];
    // What the tree misses: "…, recalled residents who", "two teachers who had been inside told".
    const tellsBeside = (end: number): boolean =>
      tells ||
      (speaking.has(words.lower[first - 1] ?? "") && /^(?:,|"|”|’|')$/.test(words.lower[first - 2] ?? "")) ||
      speaking.has(words.lower[words.lower[end] === "," ? end + 1 : end] ?? "");
    if (upos === "NOUN" && isModifier(words, noun)) continue;
    const start = first;
    if (byHyphen || witnesses.has(word)) {
      if (
        !tellsBeside(noun + 1) ||
        (words.label[noun] === "obj" && !tells) ||
        childrenOf(words, noun).some((child) => words.label[child] === "cop")
      )
        continue;
      const clause = relativeEnd(words, noun, to);
      out.push([byHyphen ? Math.max(from, noun - 2) : start, clause > 0 ? clause : noun + 1]);
    } else if (press.has(word) || (word === "team" && verb >= 0)) {
      const end = placeEnd(words, noun + 1, to);
      if (verb >= 0 && seeing.has(words.lower[verb]!)) out.push([start, verb === noun + 1 ? verb + 1 : noun + 1]);
      else if (seeing.has(words.lower[noun + 1] ?? "") && !words.lower[noun + 1]!.endsWith("ing"))
        out.push([start, noun + 2]);
      else if (end > 0 && isSource(noun)) out.push([start, end]);
    } else {
      const clause = relativeEnd(words, noun, to);
      const end = clause > 0 || !people.has(word) ? clause : placeEnd(words, noun + 1, to);
      if (end > 0 && words.label[noun] !== "appos" && tellsBeside(end)) out.push([start, end]);
    }
  }
  return out;
}
