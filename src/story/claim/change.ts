import type { GroupRelation } from "./contradiction.ts";
import { affinity } from "./identity.ts";
import { likenessOf } from "./likeness.ts";
import type { StoryReading, Telling } from "./reading.ts";

const withdrawing = /\b(?:t(?:ake|akes|aken|ook) back|with(?:draw|draws|drew|drawn)|retract(?:s|ed)?|recant(?:s|ed)?|no longer (?:stand|claim|believe|say)s?|had it wrong|eaten (?:its|his|her|their) words|should not have said|disown(?:s|ed)?|apologi[sz](?:es|ed) for (?:saying|the statement))\b/i;
const correcting = /\b(?:correct(?:ion|ed|s)|earlier version|in error|wrongly|mistakenly|revis(?:ed|es|ion)|(?:lower|rais)(?:ed|es) (?:its|the|his|her) (?:count|toll|figure)|count has changed|changed (?:part of )?(?:its|his|her|their) (?:story|account|version)|as was said earlier|counted? [^.]{0,40}twice|came from an earlier|was given as|the error was)\b/i;

const sentenceOf = ({ told, span }: Telling): string => {
  const { sentences, text } = told.annotation;
  const at = sentences.findIndex(([start, end]) => start <= span[0] && span[0] < end);
  const [from, to] = [sentences[at - 1] ?? sentences[at], sentences[at]];
  return from && to ? text.slice(from[0], to[1]) : "";
};

const ownSentence = ({ told, span }: Telling): string => {
  const one = told.annotation.sentences.find(([start, end]) => start <= span[0] && span[0] < end);
  return one ? told.annotation.text.slice(one[0], one[1]) : "";
};

const inUpdate = ({ told, span }: Telling): boolean =>
  told.annotation.blocks.some(({ kind, start, end }) => kind === "update" && start <= span[0] && span[0] < end);

const mostEarlier = 200;

/** Corrections and withdrawals: a later statement of the same holder or paper that says of an earlier one that it was wrong. */
export function changesOf(groups: readonly (readonly Telling[])[], { weightOf }: StoryReading): readonly GroupRelation[] {
  const found: GroupRelation[] = [];
  groups.forEach((tellings, from) => {
    for (const telling of tellings) {
      const withdraws = withdrawing.test(ownSentence(telling)) || withdrawing.test(telling.words);
      const corrects = !withdraws && (inUpdate(telling) || correcting.test(sentenceOf(telling)));
      if (!withdraws && !corrects) continue;
      let best: { to: number; score: number } | null = null;
      for (const [to, others] of groups.slice(0, mostEarlier).entries()) {
        if (to === from) continue;
        for (const other of others) {
          if (other.at >= telling.at) continue;
          const samePaper = telling.told.publisher !== null && telling.told.publisher === other.told.publisher;
          const near = affinity(other.speaker, telling.speaker);
          if (near < 0.6 && !(samePaper && inUpdate(telling))) continue;
          const like = likenessOf(telling, other, weightOf);
          const score = like.score + (other.document === telling.document ? -0.05 : 0.1) + (like.conflict === "count" ? 0.15 : 0) + (like.conflict === null && corrects ? -0.2 : 0);
          if (score >= (withdraws ? 0.2 : 0.34) && (!best || score > best.score)) best = { to, score };
        }
      }
      if (best && !found.some((one) => one.from === from && one.to === best.to))
        found.push({ kind: withdraws ? "withdraws" : "corrects", from, to: best.to, slot: null, reason: withdraws ? "the holder takes back what was said" : "told as a correction of what was said before" });
    }
  });
  return found;
}
