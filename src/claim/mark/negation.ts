import { verbForms } from "../../sentence/inflection.ts";

/** What kept it from being done: nothing that is told, that it could not be, that somebody would not, or "without". */
export type NegationMode = "not" | "unable" | "unwilling" | "without";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const formsOf = (verbs: string): ReadonlySet<string> =>
  new Set(verbs.split(" ").flatMap((verb) => Object.values(verbForms(verb))));

const auxiliary = set(
  "do does did has have had is are was were be been being will would can could may might shall should ca wo 's 've 're remain remains remained",
);
const cannot = set("can could ca cannot");
const would = set("will would wo");
const never = set("not n't never cannot");
const filler = set(
  "so far yet still even ever immediately itself himself herself themselves also again once been be being to directly either",
);
const refusing = formsOf("decline refuse omit neglect forbear");
const chosen = formsOf("choose opt prefer elect decide");
const failing = formsOf("fail struggle");
const isAdverb = (word: string): boolean => filler.has(word) || (word.length > 4 && word.endsWith("ly"));

/** Words that a negation can begin with. */
export const negationFirsts: ReadonlySet<string> = new Set([
  ...auxiliary,
  ...never,
  ...refusing,
  ...chosen,
  ...failing,
  ..."without unable unwilling reluctant impossible nor neither yet stopped stopping refrained refraining avoided avoiding hardly difficult hard".split(
    " ",
  ),
]);

const passed = (lower: readonly string[], at: number, to: number, most = 4): number => {
  let next = at;
  while (next < to && next - at < most && isAdverb(lower[next]!)) next++;
  return next;
};

interface Negation {
  readonly mode: NegationMode;
  readonly end: number;
}

/** "Not able to", "not in a position to", "not possible to": an inability, from behind the "not". */
function inabilityEnd(lower: readonly string[], at: number, to: number): number {
  const next = passed(lower, at, to);
  const word = lower[next] ?? "";
  if (word === "able" || word === "possible") return passed(lower, next + 1, to);
  if (word === "in" && /^(?:a|any|no)$/.test(lower[next + 1] ?? "") && lower[next + 2] === "position")
    return passed(lower, next + 3, to);
  return -1;
}

function readNegation(lower: readonly string[], at: number, to: number): Negation | null {
  const word = lower[at]!;
  if (word === "without") return { mode: "without", end: passed(lower, at + 1, to) };
  if (word === "unable" || word === "impossible" || word === "difficult" || word === "hard") {
    // "Impossible for reporters to check".
    let next = at + 1;
    if (lower[next] === "for") while (next < to && next - at < 7 && lower[next] !== "to") next++;
    return lower[next] === "to" ? { mode: "unable", end: passed(lower, next, to) } : null;
  }
  if (word === "unwilling" || word === "reluctant" || refusing.has(word))
    return lower[at + 1] === "to" ? { mode: "unwilling", end: passed(lower, at + 1, to) } : null;
  if (chosen.has(word))
    return lower[at + 1] === "not" && lower[at + 2] === "to"
      ? { mode: "unwilling", end: passed(lower, at + 2, to) }
      : null;
  if (failing.has(word)) return lower[at + 1] === "to" ? { mode: "not", end: passed(lower, at + 1, to) } : null;
  if (/^(?:stopp|refrain|avoid)/.test(word)) {
    if (word.startsWith("avoid")) return { mode: "unwilling", end: at + 1 };
    if (word.startsWith("refrain")) return lower[at + 1] === "from" ? { mode: "unwilling", end: at + 2 } : null;
    return lower[at + 1] === "short" && lower[at + 2] === "of" ? { mode: "unwilling", end: at + 3 } : null;
  }
  if (word === "hardly") return { mode: "not", end: at + 1 };
  if (word === "yet") return lower[at + 1] === "to" ? { mode: "not", end: passed(lower, at + 1, to) } : null;
  if (word === "nor" || word === "neither") {
    // "Nor did the ministry give any proof".
    if (!auxiliary.has(lower[at + 1] ?? "")) return { mode: "not", end: at + 1 };
    const mode = cannot.has(lower[at + 1]!) ? "unable" : "not";
    for (let next = at + 2; next < to && next - at < 7; next++)
      if (
        /^(?:it|he|she|they|we|i|ministry|army|government|office|police|company|spokesman|spokeswoman)$/.test(
          lower[next]!,
        )
      )
        return { mode, end: passed(lower, next + 1, to) };
    return { mode, end: at + 2 };
  }
  let next = at;
  let mode: NegationMode = "not";
  let negated = false;
  let auxiliaries = 0;
  while (next < to && next - at < 8) {
    const here = lower[next]!;
    if (cannot.has(here)) mode = "unable";
    else if (would.has(here)) mode = "unwilling";
    if (never.has(here)) negated = true;
    // "Could neither confirm nor rule out".
    else if (here === "neither" && auxiliaries > 0) negated = true;
    else if (auxiliary.has(here)) auxiliaries++;
    else if (
      here === "unable" ||
      here === "impossible" ||
      here === "difficult" ||
      here === "hard" ||
      refusing.has(here)
    ) {
      const inner = readNegation(lower, next, to);
      return inner;
    } else if (here === "yet" && lower[next + 1] === "to") negated = true;
    else if (here === "still" && lower[next + 1] === "to" && auxiliaries > 0) negated = true;
    else if (here === "to" && (lower[next - 1] ?? "").startsWith("remain")) negated = true;
    else if (here === "no" && auxiliaries > 0 && lower[next + 1] === "position")
      return { mode: "unable", end: passed(lower, next + 2, to) };
    else if (!isAdverb(here)) break;
    next++;
    if (negated) {
      if (
        /^(?:wish|want|care|intend|agree|dare|bother|choose|seem|offer|deign)$/.test(lower[next] ?? "") &&
        lower[next + 1] === "to"
      )
        return { mode: "unwilling", end: passed(lower, next + 1, to) };
      const unable = inabilityEnd(lower, next, to);
      if (unable >= 0) return { mode: "unable", end: unable };
    }
  }
  return negated ? { mode, end: next } : null;
}

/** End of the negation that begins at `at` and is of one of `modes`, with its auxiliaries and adverbs, or -1. */
export function negationAt(lower: readonly string[], at: number, to: number, modes: readonly NegationMode[]): number {
  if (at >= to || !negationFirsts.has(lower[at]!)) return -1;
  const found = readNegation(lower, at, to);
  return found && modes.includes(found.mode) ? Math.min(found.end, to) : -1;
}
