import type { AttributionKind } from "../../model/attribution.ts";
import type { CueRow } from "../../model/lexicon.ts";
import { beForms, negations } from "../closed.ts";
import type { CueForm, CueHit } from "../cue.ts";
import type { Reading } from "../reading.ts";
import { isVerbTag } from "../tree.ts";
import type { Range } from "../word.ts";

/** How a cue stands in its clause, by its tags. */
function formOf({ words }: Reading, [from]: Range, head: number): CueForm {
  if (!isVerbTag(words, head)) return words.upos[head] === "NOUN" ? "noun" : "phrase";
  if (words.xpos[head] === "VBG") return "gerund";
  if (words.xpos[head] === "VBN" && beForms.has(words.lower[head - 1] ?? "")) return "passive";
  return words.xpos[head] === "VB" && words.lower[from] === "to" ? "infinitive" : "finite";
}

/** The row of the lexicon for a word of the cue, the one that fits the most words; null where it has none. */
function rowAt({ words, index }: Reading, [from, to]: Range, head: number): CueRow | null {
  for (const at of [head, from]) {
    for (const { row, rest } of index.entries.get(words.lower[at]!) ?? [])
      if (at + rest.length < to && rest.every((word, offset) => words.lower[at + 1 + offset] === word)) return row;
  }
  return null;
}

/** Kinds of verbs and adjectives that are cues too seldom to be the rules': only what the model finds is told by them. */
const kindOfLemma: ReadonlyMap<string, AttributionKind> = new Map(
  (
    [
      ["criticize", "attack assail mock ridicule resist block despise chide lambast hate distrust boo taunt"],
      ["praise", "embrace promote champion admire love like celebrate honor honour thank"],
      [
        "believe",
        "worry worried confident sceptical skeptical sure aware afraid concerned convinced certain skepticism scepticism confidence",
      ],
      ["want", "vie focus campaign hope eager ready keen aspire"],
      ["order", "require impose enact instruct ban"],
      ["say", "debate address explore chronicle cover share link single discuss spar allude"],
      ["deny", "disagree disagreement ignore"],
    ] as const
  ).flatMap(([kind, lemmas]) => lemmas.split(" ").map((lemma) => [lemma, kind] as const)),
);

/** Verbs that hand over what a noun names: "issued | a series of demands" demands. */
const handing = /^(?:issue|make|give|release|deliver|send|file|unleash|raise|voice|express|launch|lodge|repeat|renew)$/;
/** How far into the content such a noun is looked for. */
const nearNoun = 6;

/** The row of the noun that a verb hands over; null where the verb or the content has none. */
function rowOfObject({ words, index }: Reading, head: number, [from, to]: Range): CueRow | null {
  if (!handing.test(words.lemma[head]!.toLowerCase())) return null;
  for (let at = from; at < Math.min(to, from + nearNoun); at++) {
    if (words.upos[at] !== "NOUN") continue;
    const entry = index.entries
      .get(words.lower[at]!)
      ?.find(({ row, rest }) => row.form === "noun" && rest.length === 0);
    if (entry) return entry.row;
  }
  return null;
}

/**
 * A cue that the model found and the rules did not: its kind and stance are those of the noun that it hands over, else the lexicon's, else those of its lemma;
 * where nothing is known of the word, quoted words are said, a clause is believed and a thing is described.
 */
export function kindOfCueWord(reading: Reading, group: Range, head: number, content: readonly Range[]): CueHit {
  const { words, quoteOf } = reading;
  const form = formOf(reading, group, head);
  const quotes = content.some(([from, to]) => quoteOf[from]! >= 0 || quoteOf[to - 1]! >= 0);
  const clause = words.lower[content[0]![0]] === "that" || words.label[head] === "parataxis";
  const lemma = words.lemma[head]!.toLowerCase();
  const kind = kindOfLemma.get(lemma) ?? (quotes ? "say" : clause ? "believe" : "describe");
  const row: CueRow = rowOfObject(reading, head, content[0]!) ??
    rowAt(reading, group, head) ?? {
      cue: lemma,
      form: form === "noun" ? "noun" : form === "phrase" ? "phrase" : "verb",
      kind,
      stance: kind === "deny" ? "denies" : kind === "want" || kind === "order" ? "wants" : "asserts",
      frames: [],
    };
  let negated = false;
  for (let at = group[0]; at < group[1]; at++)
    if (negations.has(words.lower[at]!) || words.lower[at]!.endsWith("n't")) negated = true;
  return { row, form, group, head, negated, loose: false };
}
