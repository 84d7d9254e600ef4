import { piecesOf, termOf } from "../../word.ts";
import { saysNo } from "../denial.ts";
import { isStop } from "../meaning.ts";
import type { Telling } from "../reading.ts";
import { sharedOf, sharedShare } from "./alike.ts";
import { withoutIdle } from "./idle.ts";
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
/** Negations that tell a number, the only thing, a time: "nobody but", "not until four". */
const bounding =
  /\b(?:no other than|nothing but|not? (?:\p{L}{1,20} ){0,4}?(?:until|before|anyone but|anything but|other than)|if not)\b/giu;
/** Words of doubt say no to what follows them: "has doubts about whether the bridge was mined". */
const doubting =
  /\b(?:doubt(?:s|ed|ing|ful)?|question(?:s|ed|ing)|(?:un|not )(?:sure|certain|convinced|persuaded)|scepti(?:cal|cism)|skepti(?:cal|cism)) (?:about |of |on )?(?:whether|if|that)\b|\bdoubt(?:s|ed|ing)?(?= (?:the|its|his|her|their) )/giu;
/** What somebody is said to have said elsewhere: "at a meeting in which he said that he had served". The telling neither says it nor denies it. */
const toldWithin =
  /\b(?:in which|where|when|after|while|who) (?:\p{L}{1,20} ){1,3}?(?:said|says|claimed|claims|alleged|asserted|insisted|told \p{L}{1,20}|wrote|suggested|declared)\b[^,;.]{0,160}/giu;
const untrue =
  /\b(?:a lie|lies|untrue|false|inaccurate|incorrect|bogus|(?:flat|dead|simply|completely|totally|entirely) wrong|without merit|invented|invention|fabricat\p{L}{1,6}|unfounded|groundless|baseless|nonsense|absurd|without(?: any)? foundation|fairy tales?)\b/iu;
/** Where what is said not to be so ends. */
const border =
  /[,;:.!?–—]\s|\b(?:but|because|which|who|whom|whose|that (?=(?:has|have|had|is|are|was|were|do|does|did|will|would|can|could|may|might|must|should|never|cannot)\b)|about (?=(?:why|how|what|who|when|where|not)\b)|as|if|unless|when|after|while|although|so|and (?:had|has|have|was|were|did|would|will|could|that|they|he|she|it|we|is|are))\b/giu;
/** A clause that hangs on another: a "no" in it is not what the telling says. */
const hanging = /^(?:because(?! of)|which|who|whom|whose|that|about|as|if|unless|when|after|while|although)\b/i;
/** "undamaged", "unharmed": the word itself says no; "united" and "uncovered" do not. */
const privative =
  /^un(?!it|cover|load|veil|leash|fold|cloth|der|til|earth|rest)(\p{L}{3,14}ed|\p{L}{2,6}hurt|hurt|paid|armed)$/iu;
/** Words that carry no claim of their own where something is denied. */
const empty = new Set(
  "else nowhere nothing single longer within whatsoever metre kilometre mile minute hour day week month year account accusation allegation assertion charge claim story version talk report statement word rumour way part role foundation lie nonsense fabrication invention"
    .split(" ")
    .map(termOf),
);

const deniedBy = ({ attribution, goesOn }: Telling): boolean => saysNo(attribution) && !goesOn;

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

/** "She does not run as a favour to anyone": what is said not to be so is how she runs, and run she does. */
const manner =
  /^as (?:an? |the |part of |some )?(?!if\b|though\b|far\b|yet\b|long\b|well\b|of\b|soon\b|many\b|much\b|he\b|she\b|they\b|it\b|we\b|had\b|has\b|was\b|were\b)\p{Ll}/iu;

/** The parts of each clause; where a manner follows a "no", the "no" is said of the manner. */
function inManner(clauses: readonly string[], parts: readonly Parts[]): readonly Parts[] {
  return parts.map((own, at) => {
    if (manner.test(clauses[at + 1] ?? "") && own.negated.length > 0 && parts[at + 1]!.negated.length === 0)
      return { affirmed: [...own.affirmed, ...own.negated], negated: [] };
    const isDenied = manner.test(clauses[at]!) && own.negated.length === 0 && (parts[at - 1]?.negated.length ?? 0) > 0;
    return isDenied ? { affirmed: [], negated: own.affirmed } : own;
  });
}

function read(telling: Telling): Polarity {
  const blank = (found: string): string => " ".repeat(found.length);
  const words = withoutIdle(telling.words)
    .replace(bounding, blank)
    .replace(toldWithin, blank)
    .replace(doubting, "not")
    .replace(/\bwith no\b/gi, "without");
  const clauses = clausesIn(words);
  const read = clauses.map((clause) => partsOf(clause, telling.features.terms));
  const parts = inManner(clauses, read).filter(
    ({ negated }, at) => at === 0 || !hanging.test(clauses[at]!) || negated.length === 0 || manner.test(clauses[at]!),
  );
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

/** From such a share of the words on two say the same. */
const sameFrom = 0.8;

/** Do both say no to the same in nearly the same words? */
export const areNegatedAlike = (a: Telling, b: Telling): boolean =>
  a.negated && b.negated && sharedShare(a.features.terms, b.features.terms) >= sameFrom;
