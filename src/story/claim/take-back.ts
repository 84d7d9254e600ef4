import { once } from "./conflict/once.ts";

const statement =
  "(?:statements?|accounts?|remarks?|claims?|charges?|accusations?|allegations?|assertions?|confessions?|denials?|stor(?:y|ies)|versions?|reports?|comments?|words?|suggestions?|testimony|toll|figures?|counts?|numbers?|lists?|posts?|tweets?|messages?|tale|findings?|estimates?|conclusions?|apolog(?:y|ies)|evidence|quotes?|articles?|announcement|letter|line|thesis|assessment|description)";
/** What is taken back, right behind the verb: a statement, what was said, "it", or nothing more. Troops, a candidate and a town are no words. */
const object = `(?= *(?:$|[,.;:!?”"’)–—])| (?:it|that|this|them|all|what|everything|much of|most of|part of|some of|every word|the words)\\b(?! (?:town|village|city|hill|bridge|post|base|area|territory|region|land|island))| (?:(?:its|his|her|their|my|our|the|this|that|these|those|an?|any|all|both|every|each|part of|some of) )?(?:[\\p{L}\\d'’-]{1,20} ){0,5}?${statement}\\b)`;

const verbs = [
  `t(?:ake|akes|aken|ook|aking)(?: (?:it|that|this|them|all of it|(?:its|his|her|their|the) (?:\\p{L}{2,14} ){0,3}${statement}))? back(?! (?:from|to|into|on|in|at|control|power|by|the (?:town|village|city|hill|bridge|streets?|country|house|senate|land|area|initiative))\\b)${object}`,
  `with(?:draw|draws|drew|drawing)(?! from\\b)(?= (?:it|that|what|this)\\b| (?:(?:its|his|her|their|my|our|the|this|that|these|an?|all) )(?:[\\p{L}\\d'’-]{1,20} ){0,5}?${statement}\\b)`,
  `${statement} (?:[^,.;]{1,60} )?(?:is|are|was|were|has been|have been|had been|be|been|stands?) (?:now |hereby |formally |later |since )?(?:withdrawn|retracted|taken back|void|unauthori[sz]ed|not upheld|no longer upheld|premature)(?! from\\b)`,
  "withdrew (?:it|them) (?:again|later|on)",
  "retract(?:s|ed|ing|ion)?",
  "recant(?:s|ed|ing)?",
  'walk(?:s|ed|ing)? (?:it |that |this |them )?back(?=[,.;:!?”"’)]| (?:his|her|its|their|the|that|those|from|on|what|some|part|a |it|this)\\b|$)',
  `(?:back(?:s|ed|ing)?|row(?:s|ed|ing)?|backpedal(?:s|l?ed|l?ing)?|backtrack(?:s|ed|ing)?|distanc(?:es|ed|ing) (?:himself|herself|itself|themselves)) (?:away |back )?(?:from|on) (?:(?:its|his|her|their|the|those|that|this|what) )(?:[\\p{L}\\d'’-]{1,20} ){0,4}?(?:${statement}|said)`,
  "no longer (?:stands? by|claims?|believes?|says?|maintains?|insists?|alleges?|holds? that|argues?|contends?|upheld|uphold|asserts?|speaks? of)",
  "(?:can|could) no longer (?:be )?(?:maintain(?:ed)?|uph[eo]ld|confirm(?:ed)?|stand by|be stood by)",
  "(?:had|got|gotten) (?:it|that) wrong",
  "stand(?:s)? corrected",
  "eaten (?:its|his|her|their) words",
  "should not have (?:said|claimed|called|written|spoken|used|been (?:said|made|connected|published))",
  "(?:was|were|am|is|are) wrong to (?:say|claim|call|suggest|count|write|accuse|speak|state)",
  "(?:was|were|had been|been) (?:wrongly informed|misinformed|made in error|said in error)",
  "should be disregarded",
  "disown(?:s|ed|ing)?(?= (?:it|that|what|this)\\b| (?:the|its|his|her|their|that|those) (?:[\\p{L}\\d'’-]{1,20} ){0,4}?" +
    `${statement}\\b)`,
  "(?:have |has |had )?misspo(?:ke|ken|keak)",
  "misspeak(?:s|ing)?",
  "misremembered",
  "(?:used|chose|choosing|using) (?:the|a) (?:wrong|poor|bad|unfortunate) (?:words?|phrase|term)",
  "(?:poor|unfortunate|bad|wrong) choice of words",
  "(?:words|remarks?|comments?) (?:were|was) (?:\\p{L}{2,12}ly |badly |ill-?)?(?:poorly chosen|badly chosen|chosen badly|chosen poorly|ill.chosen|a mistake)",
  `apologi[sz](?:es|ed|e|ing) (?:[^,.;]{1,40} )?for (?:having )?(?:saying|said|calling|called|suggesting|claiming|writing|using|implying|comparing|describing|(?:(?:the|its|his|her|their|my|our|that|those|any|these) )?(?:[\\p{L}'’-]{1,20} ){0,4}?${statement})\\b`,
  `regret(?:s|ted|ting)? (?:having )?(?:saying|said|calling|using|(?:the|its|his|her|their|my|our|that|those) (?:[\\p{L}'’-]{1,20} ){0,3}?(?:statements?|remarks?|words?|comments?|claims?|choice of words)\\b)`,
  `(?:delet(?:es|ed|ing)|remov(?:es|ed|ing)|t(?:ook|aken|akes|aking) down|pull(?:s|ed|ing)) (?:the|its|his|her|their|that|those|my|an?) (?:[\\p{L}'’-]{1,20} ){0,3}?(?:posts?|tweets?|messages?|statements?|stor(?:y|ies)|articles?|reports?|videos?)\\b`,
];

/** Words by which somebody takes back what was said: "misspoke", "retracted the report", "apologised for saying so"; leaving a race or a town takes no words back. */
export const withdrawing = new RegExp(`\\b(?:${verbs.join("|")})`, "iu");

/** What somebody else is to take back: "called on the paper to retract its report", "demanded that it be withdrawn". */
const wanted =
  /\b(?:call|calls|called|calling|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|press(?:es|ed|ing)?|force[sd]?|forcing|want(?:s|ed)?|order(?:s|ed|ing)?|told|refus(?:e|es|ed|al|ing)|declin(?:e|es|ed|ing)|pressure|calls)\b[^.;]{0,80}?\b(?:to|be|that|for)\b[^.;]{0,60}$/iu;
/** "The paper says that he said he had misspoken": another takes back. */
const toldOfAnother = /^\s*(?:said|says|told|\p{L}{1,20} (?:said|says))\b/iu;
const wantedKinds: ReadonlySet<string> = new Set([
  "demand",
  "urge",
  "order",
  "ask",
  "want",
  "refuse",
  "warn",
  "threaten",
]);

/** Does a stretch of words, with those before it, tell that something said is taken back? Not where it is only wanted of somebody. */
export function tellsTakingBack(words: string, before = ""): boolean {
  const found = withdrawing.exec(words);
  if (!found) return false;
  const lead = `${before} ${words.slice(0, found.index)}`.trimEnd();
  const isWanted = wanted.test(lead);
  const isNot =
    /\b(?:not|never|n['’]t|nothing to|refuses? to|refused to|declined to|will not|won['’]t|until|unless|if)(?: \p{L}{2,12}){0,2}$/iu.test(
      lead,
    );
  return !isWanted && !isNot && !toldOfAnother.test(lead);
}

/** Is the telling itself the withdrawal: "I take back what I said about the treaty"? */
export const takesBack = once(
  ({ words, attribution }: { readonly words: string; readonly attribution?: { readonly kind: string } | null }) =>
    !(attribution && wantedKinds.has(attribution.kind)) && tellsTakingBack(words),
);
