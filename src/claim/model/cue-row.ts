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

/** A cue that the model found and the rules did not: its kind and stance are the lexicon's where it has the word, else those of a belief or of words about something. */
export function kindOfCueWord(reading: Reading, group: Range, head: number, content: readonly Range[]): CueHit {
  const { words, quoteOf } = reading;
  const form = formOf(reading, group, head);
  const quotes = content.some(([from, to]) => quoteOf[from]! >= 0 || quoteOf[to - 1]! >= 0);
  const clause = words.lower[content[0]![0]] === "that" || words.label[head] === "parataxis";
  const row = rowAt(reading, group, head) ?? {
    cue: words.lemma[head]!.toLowerCase(),
    form: form === "noun" ? "noun" : form === "phrase" ? "phrase" : "verb",
    kind: quotes ? "say" : clause ? "believe" : "describe",
    stance: "asserts",
    frames: [],
  };
  let negated = false;
  for (let at = group[0]; at < group[1]; at++)
    if (negations.has(words.lower[at]!) || words.lower[at]!.endsWith("n't")) negated = true;
  return { row, form, group, head, negated, loose: false };
}
