import { type VerbForm, verbForms } from "../sentence/inflection.ts";

/** A reading of a printed word as a form of a verb. */
export interface VerbReading {
  readonly lemma: string;
  readonly form: VerbForm;
}

/** Every reading of every form of `lemmas`, by printed form. "put" is base, past and participle at once. */
export function verbReadings(lemmas: Iterable<string>): ReadonlyMap<string, readonly VerbReading[]> {
  const readings = new Map<string, VerbReading[]>();
  for (const lemma of new Set(lemmas)) {
    for (const [form, word] of Object.entries(verbForms(lemma)) as [VerbForm, string][]) {
      const known = readings.get(word) ?? [];
      known.push({ lemma, form });
      readings.set(word, known);
    }
  }
  return readings;
}
