import { piecesOf, termOf } from "../../word.ts";
import { isStop } from "../meaning.ts";
import type { Telling } from "../reading.ts";
import { sharedOf, sharedShare } from "./alike.ts";
import { once } from "./once.ts";

/** What a telling says to be so and what it says not to be so, as terms; a term's place among the negated ones counts from its negation. */
export interface Polarity {
  readonly affirmed: ReadonlySet<string>;
  readonly negated: ReadonlyMap<string, number>;
}

/** These say no to what follows: "did not leave the bay". */
const before =
  /^(?:not|never|neither|nor|cannot|without|unable|lack|lacks|lacked|lacking|fail|fails|failed|failing|refuse|refuses|refused|refusing|decline|declines|declined)$|n['’]t$/i;
/** These say no to the whole clause, wherever they stand in it: "they were seen by nobody", "no shot was fired". */
const whole = /^(?:no|nobody|none|nothing|nowhere)$/i;
/** Negations that say no to nothing: "no fewer than", "nothing but", "not until four" tell a number, the only thing, a time. */
const idle =
  /\b(?:no (?:more|less|fewer|later|other|sooner|longer) than|not only|not just|not least|no doubt|nothing (?:else|less|but|other)|no one else|nobody else|not? (?:\p{L}{1,20} ){0,4}?(?:until|before|anyone but|anything but|other than)|if not|no matter)\b/giu;
const untrue =
  /\b(?:a lie|lies|untrue|false|invented|invention|fabricat\p{L}{1,6}|unfounded|groundless|baseless|nonsense|absurd|without(?: any)? foundation|fairy tales?)\b/iu;
/** Where what is said not to be so ends. */
const border =
  /[,;:.!?–—]\s|\b(?:but|because|which|who|as|if|unless|when|after|while|although|so|and (?:had|has|have|was|were|did|would|will|could|that|they|he|she|it|we|is|are))\b/giu;
/** A clause that hangs on another: a "no" in it is not what the telling says. */
const hanging = /^(?:because(?! of)|which|who|as|if|unless|when|after|while|although)\b/i;
/** "undamaged", "unharmed": the word itself says no; "united" and "uncovered" do not. */
const privative =
  /^un(?!it|cover|load|veil|leash|fold|cloth|der|til|earth|rest)(\p{L}{3,14}ed|\p{L}{2,6}hurt|hurt|paid|armed)$/iu;
/** Words that carry no claim of their own where something is denied. */
const empty = new Set(
  "else nowhere nothing single longer within whatsoever metre kilometre mile minute hour day week month year account accusation allegation assertion charge claim story version talk report statement word rumour way part role foundation lie nonsense fabrication invention"
    .split(" ")
    .map(termOf),
);

const deniedBy = ({ attribution, goesOn }: Telling): boolean =>
  attribution !== null &&
  attribution.kind === "deny" &&
  attribution.stance === "denies" &&
  attribution.polarity === "+" &&
  !goesOn;

/** The stretches of words between the borders of clauses. */
function clausesIn(words: string): readonly string[] {
  const clauses: string[] = [];
  let from = 0;
  for (const { index } of words.matchAll(border)) {
    clauses.push(words.slice(from, index));
    from = index;
  }
  return [...clauses, words.slice(from)];
}

interface Parts {
  readonly affirmed: string[];
  readonly negated: string[];
}

/** The terms of a clause, parted by what its negations reach. A second negation takes the first one back: "not without an escort". */
function partsOf(clause: string, terms: ReadonlySet<string>): Parts {
  const parts: Parts = { affirmed: [], negated: [] };
  const forms = [...piecesOf(clause)].map(({ form }) => form);
  let isNegated = forms.some((form) => whole.test(form));
  let isOver = false;
  for (const form of forms) {
    if (before.test(form)) {
      isOver = isNegated;
      isNegated = true;
      continue;
    }
    const inner = privative.exec(form)?.[1];
    const term = termOf(inner ?? form);
    if (isOver || isStop(term) || empty.has(term) || (inner === undefined && !terms.has(term))) continue;
    (isNegated !== (inner !== undefined) ? parts.negated : parts.affirmed).push(term);
  }
  return parts;
}

function read(telling: Telling): Polarity {
  const words = telling.words.replace(idle, (found) => " ".repeat(found.length)).replace(/\bwith no\b/gi, "without");
  const parts = clausesIn(words).flatMap((clause, at): readonly Parts[] => {
    const found = partsOf(clause, telling.features.terms);
    return at > 0 && hanging.test(clause) && found.negated.length > 0 ? [] : [found];
  });
  const affirmed = parts.flatMap((part) => part.affirmed);
  const negated = parts.flatMap((part) => part.negated);
  const isFlipped = deniedBy(telling) !== untrue.test(words);
  const [yes, no] = isFlipped ? [negated, affirmed] : [affirmed, negated];
  return { affirmed: new Set(yes), negated: new Map([...new Set(no)].map((term, at) => [term, at])) };
}

/** What a telling says to be so and not to be so. */
export const polarityOf = once(read);

/** What stands right behind a negation is what it says no to; the rest tells where, when and to whom. */
const near = 2;
const weightAt = (place: number): number => (place < near ? 1 : 0.5);

function shareOf({ negated }: Polarity, { affirmed }: Polarity): number {
  const sum = (terms: Iterable<string>): number =>
    [...terms].reduce((total, term) => total + weightAt(negated.get(term)!), 0);
  return negated.size === 0 || affirmed.size === 0 ? 0 : sum(sharedOf(negated.keys(), affirmed)) / sum(negated.keys());
}

/** How much of what the one says not to be so the other says to be so, 0 to 1: 1 for "no shell was fired" and "shells were fired". */
export function opposedShare(a: Telling, b: Telling): number {
  const [one, other] = [polarityOf(a), polarityOf(b)];
  return Math.max(shareOf(one, other), shareOf(other, one));
}

/** From so much on both cannot be one proposition; set on the training bundles, where it parts changed retellings from others best. */
const opposedFrom = 0.34;

/** Where so many of all words are the same, a "no" in one alone is a change, whatever it stands with. */
const sharedFrom = 0.4;

/** Does the one say to be so what the other says not to be so? A "no" to something else, as in "nobody is hurt" beside "all are well", is none. */
export function areOpposed(a: Telling, b: Telling): boolean {
  const [no, yes] = [polarityOf(a).negated.size > 0, polarityOf(b).negated.size > 0];
  if (!no && !yes) return false;
  return (
    opposedShare(a, b) >= opposedFrom ||
    (no !== yes && a.negated !== b.negated && sharedShare(a.features.terms, b.features.terms) >= sharedFrom)
  );
}
