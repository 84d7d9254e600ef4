import { lookupOf } from "../lookup.ts";
import { piecesOf, termOf } from "../word.ts";
import { denialForm } from "./denial.ts";
import { affinity } from "./identity.ts";
import { isOwn } from "./own.ts";
import type { Telling } from "./reading.ts";
import { isCalledUntrue } from "./untrue.ts";

const told =
  "(?:reports?|reporting|accounts?|claims?|charges?|accusations?|allegations?|versions?|stor(?:y|ies)|articles?|statements?|suggestions?|remarks?|comments?|rumou?rs?|assertions?|insinuations?|characteri[sz]ations?|lawsuits?|suit|complaints?|critiques?|criticisms?|findings?|idea|notion|tales?|talk|theory|words?|denials?|answers?|explanation|testimony|figures?|toll|numbers?|video|pictures?|footage|document|letter)";
/** Words that say nothing of what is denied, and point at what was told: "the ministry's story", "these claims", "that". */
const names = new RegExp(
  `^(?:(?:what|everything|all|nothing) (?:that )?(?:[\\p{L}.’'-]{1,20} ){1,4}(?:said|says|wrote|claims?|told|reports?|reported)|this|that|it|them|all of (?:it|this|that)|(?:[\\p{L}\\d.’'“”"-]{1,24} ){0,7}?${told})\\b`,
  "iu",
);
/** The same as what is called untrue: "this is a lie", "what she said is flat wrong", "the story was invented", "he is wrong". */
const subject = new RegExp(
  `(?:\\b(?:it|this|that|these|those|they|all|he|she|mr|ms|mrs|what (?:[\\p{L}.’'-]{1,20} ){1,4}(?:said|says|wrote|claims?)|${told})(?:['’]s)?\\b[^.;]{0,80}$)`,
  "iu",
);
const empty = new Set(
  "accusation account allegation assertion charge claim comment complaint criticism denial explanation finding idea insinuation lawsuit notion remark report reporting rumour statement story article suggestion suit tale talk theory version word nonsense lie invention fabrication fairy false untrue wrong misleading inaccurate distortion absurd ridiculous baseless unfounded groundless smear slander insult call describe say tell truth true flat dead simply completely totally merit basis foundation fiction fantasy propaganda fake hoax myth part whole pure plain outright latest media newspaper press"
    .split(" ")
    .map(termOf),
);

/** What the words say of their own, beside pointing, calling and naming. */
function said({ features }: Telling): readonly string[] {
  return [...features.terms].filter((term) => !empty.has(term) && !features.names.has(term));
}

/** So many words of its own a telling may have that only points: "the bishops' critique". */
const mostOwn = 1;

function points(telling: Telling): boolean {
  if (denialForm(telling) !== "explicit" || said(telling).length > mostOwn) return false;
  const { attribution, words, features } = telling;
  if (words.length >= longest) return false;
  if (attribution !== null && !isCalledUntrue(words)) return features.nominal && names.test(words);
  return subject.test(words) || names.test(words) || said(telling).length === 0;
}

const longest = 160;
const known = new WeakMap<Telling, boolean>();

/** Does the telling call something untrue that it only points at? */
export function pointsOnly(telling: Telling): boolean {
  const before = known.get(telling);
  if (before !== undefined) return before;
  const found = points(telling);
  known.set(telling, found);
  return found;
}

const sentenceOf = ({ told: { annotation }, span }: Telling): number => {
  const one = lookupOf(annotation).sentenceAt(span[0]);
  return one ? one[0] : span[0];
};

const sentenceText = ({ told: { annotation }, span, words }: Telling): string => {
  const one = lookupOf(annotation).sentenceAt(span[0]);
  return one ? annotation.text.slice(one[0], one[1]) : words;
};

/** Is the speaker of `other` named where `telling` is told? "The Journal's story" names the Tarn Journal. */
function isNamed(words: ReadonlySet<string>, { speaker: { words: name, owner } }: Telling): boolean {
  return [...name].some((word) => words.has(word)) || (owner !== null && name.size === 0 && words.has(owner));
}

const share = (of: ReadonlySet<string>, having: ReadonlySet<string>): number =>
  of.size === 0 ? 0 : [...of].filter((term) => having.has(term)).length / of.size;

/** Tellings so near before, of one text, are what "this" points at where nobody is named: of those four back three in four were another. */
const mostBefore = 1;

/** The telling that a bare "this is a lie" or "the Journal's story" says no to; null where none is near. */
function targetOf(telling: Telling, tellings: readonly Telling[]): Telling | null {
  const own = [...telling.source].map(([start, end]) => telling.told.annotation.text.slice(start, end)).join(" ");
  const speakers = new Set([...piecesOf(own)].map(({ form }) => termOf(form)));
  const around = new Set(
    [...sentenceText(telling).matchAll(/\p{Lu}[\p{L}-]{2,30}/gu)]
      .map(([word]) => termOf(word))
      .filter((term) => !speakers.has(term)),
  );
  const content = new Set(said(telling));
  const isOther = (one: Telling): boolean =>
    one.speaker.key !== telling.speaker.key &&
    affinity(one.speaker, telling.speaker) < 0.6 &&
    one.speaker.type !== "nobody" &&
    !(one.document === telling.document && one.span[0] < telling.span[1] && telling.span[0] < one.span[1]) &&
    denialForm(one) !== "explicit";
  const inText = tellings.filter((one) => one.document === telling.document && isOther(one));
  const named = inText.filter((one) => isNamed(around, one) && !isOwn(one));
  const here = sentenceOf(telling);
  const before = (named.length > 0 ? named : inText.filter((one) => !isOwn(one))).filter(
    (one) => one.at < telling.at && (named.length > 0 || telling.at - one.at <= mostBefore),
  );
  const best = (from: readonly Telling[]): Telling | null =>
    from.reduce<Telling | null>((found, one) => {
      const value = (other: Telling): number =>
        2 * share(content, other.features.terms) -
        Math.abs(telling.at - other.at) / 10 -
        (other.features.nominal ? 0.3 : 0) +
        (sentenceOf(other) === here ? 0.2 : 0);
      return found === null || value(one) >= value(found) ? one : found;
    }, null);
  const near = best(before);
  if (near) return near;
  const after = named.filter((one) => one.at > telling.at);
  if (after.length > 0) return best(after);
  const elsewhere = tellings.filter((one) => one.document !== telling.document && isOther(one) && isNamed(around, one));
  return best(elsewhere.filter((one) => share(content, one.features.terms) > 0));
}

const targets = new WeakMap<readonly Telling[], ReadonlyMap<Telling, Telling>>();

/** What each telling that only points says no to, in the order of the story. */
export function pointedIn(tellings: readonly Telling[]): ReadonlyMap<Telling, Telling> {
  const before = targets.get(tellings);
  if (before) return before;
  const found = new Map(
    tellings
      .filter((one) => !isOwn(one) && pointsOnly(one))
      .flatMap((one): [Telling, Telling][] => {
        const target = targetOf(one, tellings);
        return target ? [[one, target]] : [];
      }),
  );
  targets.set(tellings, found);
  return found;
}
