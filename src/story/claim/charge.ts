import type { AnnotatedDocument } from "../../model/annotation.ts";
import { isRead } from "../../model/block.ts";
import type { Span } from "../../model/span.ts";
import { tellsTakingBack, withdrawing } from "./take-back.ts";
import { trimmed } from "./unit.ts";

/** A statement that a noun names, "the front's claim that its guns had fired": whose it is, and what it says. */
export interface Charge {
  readonly owner: Span;
  readonly content: Span;
  /** The whole phrase, from its owner or its noun on. */
  readonly phrase: Span;
  /** Who takes the statement back, where the sentence says that somebody does. */
  readonly takenBackBy: Span | null;
}

const noun =
  "(?:(?:earlier |first |latest |own |initial |original |repeated |public )?(?:claims?|charges?|accusations?|allegations?|assertions?|accounts?|versions?|story|stories|tales?|statements?|reports?|complaints?|insinuations?|suggestions?|contentions?|remarks?|words|appeals?|demands?|calls?|pledges?|promises?|assurances?|warnings?|threats?|announcements?|explanations?|testimony|insistence|boasts?|talk|theory|theories|view|findings?|conclusions?|estimates?|impression|verdict))";
const name = "\\p{Lu}[\\p{L}\\p{N}&.-]{0,30}";
const names = `${name}(?: (?:of (?:the )?)?${name}){0,5}`;
/** Somebody: "the militia's spokesman", "the manager of Open Road", "Varna". */
const somebody = `(?:(?:the|its|his|her|their|an?|our) (?:[\\p{L}-]{2,20}(?:['’]s?)? ){0,6}?(?:${names}|[\\p{Ll}-]{3,20})|${names}(?:['’]s (?:[\\p{Ll}-]{2,20} ){0,3}(?:${names}|[\\p{Ll}-]{3,20}))?)`;
const owned = `((?:[\\p{L}\\p{N}&.-]{1,24} ){0,5}[\\p{L}\\p{N}&.-]{2,30}(?:['’]s|s['’])|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)`;
const when =
  "(?:,? (?:on|of|from|made on) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night))?,?| (?:yesterday|last (?:week|month|year|night))| in (?:parliament|court))?";

/** "The owner's answer was that everybody had a vest": what follows is what is said. */
const copular = new RegExp(
  `\\b${owned} (?:own |first |only |last )?(?:answers?|reply|line|word|position|argument|explanation|story|version|account|claim|view|theory|defence)${when} (?:is|was|remains|has been|had been)(?: still| always)? that `,
  "gu",
);

const patterns: readonly RegExp[] = [
  copular,
  // "the front's claim that …", "the presidency's version, that …"
  new RegExp(`\\b${owned} ${noun}${when}(?:,? that )(?!of\\b|one\\b)`, "gu"),
  // "the front's account of a raid"
  new RegExp(
    `\\b${owned} ${noun}${when} of (?!(?:the )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this|that|it\\b|them\\b|events?\\b|last\\b|the (?:morning|evening|night|day|week|month|year|matter|case|event))`,
    "gu",
  ),
  // "the claim by the militia's spokesman that …", "accusations by the group of violence"
  new RegExp(
    `\\b${noun}${when} (?:made |raised |put about |spread )?(?:by|from) (${somebody})${when}(?:,? that | of (?=\\p{Ll}))`,
    "gu",
  ),
  // "the assertion of the president that …"
  new RegExp(`\\b${noun}${when} of (${somebody})${when},? that `, "gu"),
];

/** The predicate of a phrase that stands as subject: "… that our guns had fired | is a lie". */
const predicate =
  /,? (?:is|are|was|were|has|have|had|got|met|drew|found|remains?|seems?|does|do|did|can|could|will|would|goes|went|rests?|rested)(?=[ ,])/gu;
const verb =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|may|might|could|can|must|should|did|does|do|\p{L}{2,}ed|ran|went|came|stood|lay|fell|left|took|held|began|broke|made|saw|said|lied|knew|met|let|set|hit|shot|put|cut|sent|kept|lost|fled|gave|got|paid|sold|built|brought|spoke|n['’]t)\b/u;
const objectEnd =
  /(?: and (?=(?:apologi[sz]ed|regretted|said)\b)|, (?=(?:and|but|which|who|whose|as|while|although|though|because|saying|adding|calling|when|whereas|not|his|her|its|the|a)\b)|; |: |[,]? (?:as (?:baseless|false|untrue|absurd|groundless|nonsense|unfounded|invented|an? (?:lie|invention|fabrication|slander|insult|smear))\b| (?:a lie|false|untrue|nonsense|absurd|baseless|ridiculous|shameless)$)|, (?=\p{L}{1,30} (?:said|says|told|added|stated)\b)| (?=(?:absurd|baseless|groundless|ridiculous|nonsense|untrue|false|a lie|an? (?:invention|fabrication|fairy tale|slander|insult|smear|smokescreen))(?:[,.;:]|$)))/u;
const longest = 320;

/** Words before the owner that belong to the clause around it: "on Tuesday rejected | the ministry". */
function ownerStart(words: string): number {
  const determiner = [...words.matchAll(/(?<!\bof )\b(?:the|its|his|her|their|an?|our) (?=\p{L})/giu)].at(-1);
  const acts = [...words.matchAll(/\b\p{Ll}{3,20}(?:ed|[ct]s|ers|ies|es) (?=\p{Lu})/gu)].at(-1);
  if (acts && acts.index > (determiner?.index ?? -1)) return acts.index + acts[0].length;
  if (determiner) return determiner.index;
  const start =
    /\p{Lu}[\p{L}\p{N}&.-]{0,30}(?: (?:of )?\p{Lu}[\p{L}\p{N}&.-]{0,30}){0,5}(?:['’]s?)?(?: [\p{Ll}-]{2,20}){0,2}$/u.exec(
      words,
    );
  return start ? start.index : 0;
}

/** Where what is said ends: before the predicate where the phrase opens its clause, else before what goes on after it. */
function contentEnd(rest: string, opens: boolean, clause: boolean, aside: boolean): number {
  const cut = aside ? /, /.exec(rest) : objectEnd.exec(rest);
  const most = cut ? cut.index : rest.length;
  if (!clause) return Math.min(most, rest.search(new RegExp(predicate.source, "u")) >>> 0);
  if (!opens) return most;
  const comma = /, (?=(?:is|are|was|were|has|had|got|met|drew)\b)/.exec(rest);
  if (comma && comma.index < most + 2) return comma.index;
  const last = [...rest.matchAll(predicate)]
    .filter(({ index }) => index > 2 && index < most && verb.test(rest.slice(0, index)))
    .at(-1);
  return last?.index ?? most;
}

/** Is the phrase the subject of its clause, so that a predicate follows what is said? */
const opensClause = (lead: string): boolean =>
  /(?:^|[;:,] |\b(?:said|says|that|while|but|called|considers?)(?: that)? )(?:the |an? |any |all )?$/i.test(lead);

/** "On Tuesday | Mr Holm | took back his charge". */
function takerOf(text: string, [start, end]: Span): Span | null {
  const found = withdrawing.exec(text.slice(start, end));
  if (!found) return null;
  const lead = text.slice(start, start + found.index);
  const opening =
    /^(?:(?:on|since|after|in|by) [^,]{3,30}?(?:day|night|morning|evening|week|month),? |[^,]{2,40}, )?/i.exec(
      lead,
    )![0];
  const closing =
    /(?:,? (?:on \p{Lu}\p{Ll}+day|has|have|had|since|now|also|later|meanwhile|yesterday|last (?:night|week)),?)*\s*$/iu.exec(
      lead,
    )![0];
  const taker = trimmed(text, [start + opening.length, start + Math.max(opening.length, lead.length - closing.length)]);
  return taker && taker[1] - taker[0] < 80 ? taker : null;
}

/** Statements that nouns name, in the order of the text; they do not overlap. In a sentence that takes one back only what is taken back. */
export function chargesOf({ text, sentences, blocks }: AnnotatedDocument): readonly Charge[] {
  const read = blocks.filter(isRead);
  return sentences.flatMap(([start, end]): readonly Charge[] => {
    const sentence = text.slice(start, Math.min(end, start + 1200));
    if (!read.some((block) => block.start <= start && end <= block.end)) return [];
    const back = tellsTakingBack(sentence);
    const takenBackBy = back ? takerOf(text, [start, end]) : null;
    if (back && !takenBackBy) return [];
    const found: Charge[] = [];
    for (const pattern of patterns) {
      for (const match of sentence.matchAll(pattern)) {
        const at = match.index + match[0].length;
        if (found.some(({ phrase }) => phrase[0] - start < at && match.index < phrase[1] - start)) continue;
        const named = match[0].indexOf(match[1]!);
        const isBefore = back && start + match.index < takenBackBy![1];
        if (isBefore || (back && !/^(?:its|his|her|their)$/i.test(match[1]!))) continue;
        const bare = match[1]!.replace(/(?<=\p{L})['’]s$|(?<=s)['’]$/u, "");
        const from = match.index + named + ownerStart(bare);
        const phrase = named === 0 ? from : match.index;
        const clause = match[0].endsWith("that ");
        const isAside =
          /^(?:asked|regarding|as for|concerning|in reply|in answer|reacting|responding|despite|after)\b/i;
        const rest = sentence.slice(at, at + longest).replace(/[.!?]["”’]?\s*$/u, "");
        const length = contentEnd(
          rest,
          pattern !== copular && opensClause(sentence.slice(0, phrase)),
          clause,
          isAside.test(sentence),
        );
        const words = rest.slice(0, length);
        const owner = trimmed(text, [start + from, start + match.index + named + bare.length]);
        const content =
          length < 4 || (clause && !verb.test(words)) ? null : trimmed(text, [start + at, start + at + length]);
        if (!content || !owner || /\b(?:this|that)\b/.test(text.slice(owner[0], owner[1]))) continue;
        // "The regime's tale of mines": a word alone says too little.
        const said: Span = clause || words.trim().includes(" ") ? content : [start + phrase, content[1]];
        found.push({ owner, content: said, phrase: [start + phrase, content[1]], takenBackBy });
      }
    }
    return found.toSorted((a, b) => a.content[0] - b.content[0]);
  });
}
