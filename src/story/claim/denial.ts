import { lookupOf } from "../lookup.ts";
import { termOf } from "../word.ts";
import { affinity, type Speaker } from "./identity.ts";
import { distinctOf, likenessOf } from "./likeness.ts";
import type { Telling } from "./reading.ts";
import type { Words } from "./words.ts";

/** What a group of tellings says no to. */
export interface Denied {
  /** Place of the denied group in the list. */
  readonly target: number;
  /** How surely; 1 is sure. */
  readonly score: number;
  readonly reason: string;
}

const rejecting =
  /\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed)|contradict(?:s|ed)|waves? it all away|brush(?:es|ed) (?:off|aside))\b/i;
const untrue =
  /\b(?:a lie|lies(?! (?:in|at|on|under|near|by|below|off|with|between|ahead)\b)|lied|liars?|fabricat\p{L}*|invent(?:ed|ion|ions)|untrue|false|falsehoods?|baseless|unfounded|groundless|nonsense|fairy.?tales?|fantas(?:y|ies)|theatre|theater|smears?|slanders?|made up|hoax|wishful thinking|fake|absurd|not true|no truth|rubbish|myths?|fiction|insult|propaganda|ridiculous|arithmetic)\b/iu;
const report =
  /\b(?:report|reports|account|claims?|charges?|accusations?|allegations?|version|story|tale|talk|words?|statement|rumou?rs?|this|that|it|such|what)\b/i;

/** Does the telling say no to something that others say? "explicit" by its cue or by calling it untrue, "negated" by a negation alone. */
export function denialForm({ attribution, words, negated, told, cue, goesOn }: Telling): "explicit" | "negated" | null {
  const cueWords = cue.map(([start, end]) => told.annotation.text.slice(start, end)).join(" ");
  if (attribution?.polarity === "-") return null;
  if (
    !goesOn &&
    attribution &&
    (attribution.kind === "deny" ||
      (attribution.stance === "denies" && attribution.kind !== "refuse") ||
      rejecting.test(cueWords))
  )
    return "explicit";
  if (untrue.test(words) && words.length < 160) return "explicit";
  return negated ? "negated" : null;
}

const namesOf = ({ words, owner, holder }: Speaker): ReadonlySet<string> =>
  new Set([...words, ...(owner ? [owner, `@${owner}`] : []), ...(holder.country ? [`@${holder.country}`] : [])]);

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((word) => b.has(word));

/** Do the words call something untrue? */
export const callsUntrue = (words: string): boolean => untrue.test(words) || rejecting.test(words);

/** Do the words point at something told before: "the report", "this"? */
export const pointsAtReport = (words: string): boolean => report.test(words);

/** Does `accusing` name the one who speaks in `denying`? */
export const accuses = (accusing: Telling, denying: Telling): boolean =>
  meets(namesOf(denying.speaker), accusing.features.terms);

/** Does the sentence of `denying` name the one who speaks in `accusing`? */
export const namesAccuser = (denying: Telling, accusing: Telling): boolean =>
  meets(namesOf(accusing.speaker), new Set([...denying.features.terms, ...namesAround(denying)]));

function namesAround({ told: { annotation }, span, words }: Telling): ReadonlySet<string> {
  const sentence = lookupOf(annotation).sentenceAt(span[0]);
  const around = sentence ? annotation.text.slice(sentence[0], sentence[1]) : words;
  return new Set([...around.matchAll(/\p{Lu}[\p{L}-]{2,30}/gu)].map(([word]) => termOf(word)));
}

/** Least score for a target: a bare negation must share more of the words than a "rejected the charge". */
const explicitFrom = 0.4;
const negatedFrom = 0.6;
const mostTargets = 60;

/** Does the group hold a negation or a denial, so that it says no itself? */
const saysNo = (tellings: readonly Telling[]): boolean => tellings.some((one) => denialForm(one) !== null);

/** For each group of tellings that says no, the group of another holder that it most surely says no to. Groups that say no to nothing told are left out. */
export function denialTargets(groups: readonly (readonly Telling[])[], words: Words): ReadonlyMap<number, Denied> {
  const byTerm = new Map<string, Set<number>>();
  const byDocument = new Map<string, number[]>();
  const affirmed = groups.map((tellings) => !saysNo(tellings));
  groups.forEach((tellings, at) => {
    for (const { features, document } of tellings) {
      for (const term of features.terms) {
        const known = byTerm.get(term);
        if (known) known.add(at);
        else byTerm.set(term, new Set([at]));
      }
      const known = byDocument.get(document);
      if (!known) byDocument.set(document, [at]);
      else if (!known.includes(at)) known.push(at);
    }
  });
  const found = new Map<number, Denied>();
  groups.forEach((tellings, at) => {
    for (const telling of distinctOf(tellings)) {
      const form = denialForm(telling);
      if (form === null) continue;
      const isOwn = telling.speaker.type === "publisher";
      const near = new Set<number>(
        [...telling.features.terms].flatMap((term) => [...(byTerm.get(term) ?? [])].slice(0, mostTargets)),
      );
      if (form === "explicit") for (const one of byDocument.get(telling.document) ?? []) near.add(one);
      for (const one of near) {
        if (one === at || !affirmed[one]) continue;
        const denied = scoreOf(telling, form, groups[one]!, words);
        const from =
          (form === "explicit" ? explicitFrom : negatedFrom) + (isOwn ? (form === "negated" ? 0.3 : 0.2) : 0);
        const best = found.get(at);
        if (
          !denied ||
          denied.score < from ||
          (best && (best.score > denied.score || (best.score === denied.score && best.target <= one)))
        )
          continue;
        found.set(at, { ...denied, target: one });
      }
    }
  });
  return found;
}

const ofReport = new Set(
  "report account claim charge accusation allegation version story tale talk word statement rumour people"
    .split(" ")
    .map(termOf),
);

/** Has the telling words of its own beside those that call a report untrue? Then what it denies shares one of them. */
const saysOwn = ({ features, words }: Telling): boolean =>
  [...features.terms].filter((term) => !ofReport.has(term)).length >= 3 && /\b(?:that|of)\b/.test(words);

function scoreOf(
  telling: Telling,
  form: "explicit" | "negated",
  target: readonly Telling[],
  words: Words,
): Omit<Denied, "target"> | null {
  let best: Omit<Denied, "target"> | null = null;
  const own = namesOf(telling.speaker);
  const sentence = telling.told.annotation.sentences.find(
    ([start, end]) => start <= telling.span[0] && telling.span[0] < end,
  );
  const around = sentence ? telling.told.annotation.text.slice(sentence[0], sentence[1]) : telling.words;
  const aroundTerms = new Set([...around.matchAll(/\p{Lu}[\p{L}-]{2,30}/gu)].map(([word]) => termOf(word)));
  const told = distinctOf(target);
  for (const one of target) {
    if (one.document !== telling.document && !told.includes(one)) continue;
    if (affinity(one.speaker, telling.speaker) >= 0.6) return null;
    const isOwn = one.speaker.type === "publisher";
    const like = likenessOf(telling, one, words);
    if (one.attribution?.polarity === "-") continue;
    const said = like.matched.filter((term) => !telling.features.names.has(term));
    if (said.length === 0 && form === "negated") continue;
    const reasons: string[] = [];
    let score = 0.4 * like.score + 0.6 * like.cover;
    if (like.matched.length > 0) reasons.push(`${like.matched.length} of ${like.of} words alike`);
    if (!isOwn && meets(own, one.features.terms)) {
      score += 0.2;
      reasons.push("accuses the one who denies");
    }
    if (!isOwn && meets(namesOf(one.speaker), new Set([...telling.features.terms, ...aroundTerms]))) {
      score += 0.15;
      reasons.push("names the one who accuses");
    }
    if (
      one.document === telling.document &&
      one.at < telling.at &&
      telling.at - one.at <= 2 &&
      report.test(telling.words)
    ) {
      score += telling.at - one.at === 1 && form === "explicit" ? 0.45 : 0.3;
      reasons.push("told right before");
    }
    if (one.attribution?.kind === "accuse" || one.attribution?.kind === "allege") score += 0.1;
    if (isOwn) score -= 0.15;
    if (form === "negated" && (like.cover < 0.2 || like.common < 2)) continue;
    if (form === "negated" && like.matched.length < 2 && like.of > 1) continue;
    if (like.matched.length === 0 && saysOwn(telling)) continue;
    if (!best || score > best.score)
      best = {
        score,
        reason: `${form === "explicit" ? "says that it is not so" : "says the opposite"}: ${reasons.join(", ")}`,
      };
  }
  return best;
}
