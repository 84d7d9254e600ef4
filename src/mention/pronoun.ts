import type { Draft } from "./draft.ts";
import type { Finding } from "./found.ts";

/** Somebody mentioned in a line, as pronouns look back on them. */
export interface Seen {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly subject: boolean;
  readonly speaker: boolean;
  /** Stands with its verb behind the words that it says. */
  readonly reports: boolean;
  readonly draft: Draft;
}

/** How many sentences before its own "he" or "she" looks back; "it" and "they" look back on fewer. */
const reach = 10;
const bodyReach = 2;

const isPerson = (draft: Draft): boolean => draft.kind === "person";
const isBody = (draft: Draft): boolean => draft.kind !== "person" && draft.kind !== "group" && !draft.plural;
const isSeveral = (draft: Draft): boolean =>
  draft.plural || draft.kind === "group" || draft.kind === "military" || draft.kind === "media";

/** A single name that seems a person's and of which nothing says so: "it" tells that it is a body's. */
const mayBeBody = (draft: Draft): boolean =>
  draft.kind === "person" &&
  draft.named &&
  draft.parts.length === 1 &&
  draft.heads.size === 0 &&
  draft.female === null &&
  draft.seems === null;

/** Of a sentence before: who says what it tells, then its first subject, both outside quotation marks; for `anybody` then whoever is named first. */
function ofSentence(row: readonly Seen[], anybody: boolean): Seen | undefined {
  const plain = row.filter((one) => !one.quoted);
  return (
    plain.find((one) => one.reports) ??
    plain.find((one) => one.speaker && one.subject) ??
    plain.find((one) => one.subject) ??
    (anybody ? (plain[0] ?? row[0]) : undefined)
  );
}

/** Of its own sentence: the nearest subject before it, else the first who fits. */
const ofOwn = (row: readonly Seen[], { quoted }: Finding): Seen | undefined =>
  row.findLast((one) => one.subject && one.quoted === quoted) ?? row.find((one) => !one.quoted) ?? row[0];

/**
 * Whom a pronoun stands for. In its own sentence the nearest subject before it, else the first who fits; in the sentences before, who speaks, then the first
 * subject outside quotation marks, for "he" and "she" else anybody who fits. A pronoun that reports words ("…, he said") is nobody named in them, unless nobody
 * else is there. Null for "I", "we" and where nobody fits; the gender of a person is learned from the first pronoun.
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
    ? (draft: Draft): boolean => isPerson(draft) && !draft.plural && (draft.female === null || draft.female === female)
    : neuter
      ? isBody
      : isSeveral;
  // Who only seems to be of the other gender, by the ending of a name, is taken where nobody else fits.
  const passes = personal
    ? [(draft: Draft): boolean => fits(draft) && (draft.seems === null || draft.seems === female), fits]
    : neuter
      ? [fits, mayBeBody]
      : [fits];
  for (const isOne of passes) {
    const rowOf = (back: number): readonly Seen[] =>
      (seen[finding.line - back] ?? []).filter(
        (one) => one.end <= finding.start && isOne(one.draft) && !(finding.quoted && one.speaker),
      );
    let found = finding.reports ? undefined : ofOwn(rowOf(0), finding);
    for (let back = 1; back <= (personal ? reach : bodyReach) && found === undefined; back++)
      found = ofSentence(rowOf(back), personal);
    if (found === undefined && finding.reports) found = ofOwn(rowOf(0), finding);
    if (found === undefined) continue;
    if (neuter && found.draft.kind === "person") found.draft.kind = "organization";
    if (personal && found.draft.female === null) found.draft.female = female;
    return found.draft;
  }
  return null;
}

/** The only person of the sentence before, or of the one before that where nobody is in it: its subject, who has no name yet; null where there is another, or none. */
export function namelessBefore(
  seen: readonly (readonly Seen[] | undefined)[],
  { line, subject }: Finding,
): Draft | null {
  const peopleOf = (back: number): readonly Seen[] => (seen[line - back] ?? []).filter(({ draft }) => isPerson(draft));
  const row = peopleOf(1).length > 0 ? peopleOf(1) : peopleOf(2);
  const one = row[0]?.draft;
  const isSubject = row.some((other) => (other.subject || other.speaker) && !other.quoted);
  if (!subject || !isSubject || one === undefined || row.some(({ draft }) => draft !== one)) return null;
  return one.named || one.plural ? null : one;
}
