import type { Draft } from "./draft.ts";
import type { Finding } from "./found.ts";

/** Somebody mentioned in a line, as pronouns look back on them. */
export interface Seen {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly subject: boolean;
  readonly speaker: boolean;
  readonly draft: Draft;
}

/** How many sentences before its own a pronoun looks back. */
const reach = 4;

const isPerson = (draft: Draft): boolean => draft.kind === "person";
const isBody = (draft: Draft): boolean => draft.kind !== "person" && draft.kind !== "group" && !draft.plural;
const isSeveral = (draft: Draft): boolean =>
  draft.plural || draft.kind === "group" || draft.kind === "military" || draft.kind === "media";

/**
 * Whom a pronoun stands for. In its own sentence the nearest subject before it, else the first who fits; in the sentences before, the first
 * subject outside quotation marks, for "he" and "she" else anybody who fits. Null for "I", "we" and where nobody fits; the gender of a person is learned from the first pronoun.
 */
export function findAntecedent(
  pronoun: string,
  finding: Finding,
  seen: readonly (readonly Seen[] | undefined)[],
): Draft | null {
  const personal = /^(?:he|him|his|himself|she|her|hers|herself)$/.test(pronoun);
  const neuter = pronoun.startsWith("it");
  const plural = pronoun.startsWith("the");
  if (!personal && !neuter && !plural) return null;
  const female = pronoun.startsWith("s") || pronoun.startsWith("her");
  const fits = personal
    ? (draft: Draft): boolean => isPerson(draft) && (draft.female === null || draft.female === female)
    : neuter
      ? isBody
      : isSeveral;
  for (let back = 0; back <= (personal ? reach : 1); back++) {
    const row = (seen[finding.line - back] ?? []).filter(
      (one) => one.end <= finding.start && fits(one.draft) && !(finding.quoted && one.speaker),
    );
    const found =
      back === 0
        ? (row.findLast((one) => one.subject && one.quoted === finding.quoted) ??
          row.find((one) => !one.quoted) ??
          row[0])
        : (row.find((one) => one.subject && !one.quoted) ??
          (personal ? (row.find((one) => !one.quoted) ?? row[0]) : undefined));
    if (found === undefined) continue;
    if (personal && found.draft.female === null) found.draft.female = female;
    return found.draft;
  }
  return null;
}
