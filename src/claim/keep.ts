import type { AttributionKind } from "../model/attribution.ts";
import type { Draft } from "./clause.ts";
import { modals } from "./closed.ts";
import { phrasesOfEvidence } from "./evidence.ts";
import type { Reading } from "./reading.ts";
import { isName } from "./word.ts";

/** Attitudes: they are kept where the report tells them. Inside another's words one in ten is an attribution to the annotators of PolNeAR. */
const attitudes = new Set<AttributionKind>(["believe", "want", "describe", "praise", "criticize", "demand"]);

/** Acts that are kept inside another's words only where a name does them. */
const namedOnly = new Set<AttributionKind>(["agree", "report", "ask", "urge", "refuse", "promise"]);

/**
 * Is the draft worth keeping, given whether another's content holds it? Of 3,600 attributions that these rules find inside quotations of PolNeAR's
 * training part, its annotators marked five: what a speaker says of himself ("I think") is content, not another attribution.
 */
export function isKept(reading: Reading, draft: Draft, nested: boolean): boolean {
  const { quoteOf, words } = reading;
  const { hit, source } = draft;
  // "Responded to the strike by arresting" is a deed; only "did not respond to" is about words.
  if (hit.row.kind === "no-comment" && hit.row.cue.startsWith("respond") && hit.form === "finite" && !hit.negated)
    return false;
  if (isEvidence(reading, draft) || isSign(reading, draft)) return false;
  const quoted = quoteOf[hit.head]! >= 0;
  // "The claim could not be verified" is a mark of evidence, and nobody's statement.
  if (hit.negated && hit.form === "passive" && /^(?:verify|confirm|corroborate)$/.test(hit.row.cue)) return false;
  if (!quoted && !nested) return true;
  if (!source || isUnsaid(reading, draft)) return false;
  const named =
    isName(words, source.core[0]) && !/^(?:i|we|it|he|she|they|you|this|that)$/.test(words.lower[source.core[0]]!);
  if (attitudes.has(hit.row.kind) || hit.form === "noun") return false;
  if (namedOnly.has(hit.row.kind)) return named && !draft.inherited && !quoted;
  return !quoted || (named && !draft.inherited);
}

/** Verbs of a thing found, shown or done: inside another's words they are that one's account, unless a clause or a quotation follows. */
const weak =
  /^(?:find|offer|decide|invoke|reali[sz]e|convey|mention|refer|point|indicate|suggest|signal|show|rule|determine|answer|respond|write|report)$/;

/**
 * Is it foretold, wished or denied inside another's words ("said he would discuss the pact", "the power to say no", "has never mentioned it")? Then nobody said
 * it: it is what the outer speaker tells.
 */
function isUnsaid({ words, quoteOf }: Reading, { hit, source, contents }: Draft): boolean {
  // "Said he could not comment" is a refusal to speak.
  if (hit.row.kind === "no-comment") return false;
  if (hit.form === "infinitive" || words.lower[source!.core[0]] === "that") return true;
  if (hit.negated && hit.row.stance !== "denies") return true;
  if (/^(?:no|nobody|no-one|anyone|anybody)$/.test(words.lower[source!.core[0]]!)) return true;
  for (let at = hit.group[0]; at < hit.head; at++)
    if (
      (modals.has(words.lower[at]!) && !words.lower[at]!.startsWith("d")) ||
      (words.lower[at] === "to" && !(words.lower[at - 2] ?? "").startsWith("go"))
    )
      return true;
  const first = contents[0]?.[0];
  if (first === undefined || !weak.test(hit.row.cue.split(" ")[0]!)) return false;
  return quoteOf[first]! < 0 && words.lower[first] !== "that";
}

/** Is the cue the beginning of a phrase that says that no evidence was given ("offering no proof")? */
const isEvidence = (reading: Reading, { hit, sentence }: Draft): boolean =>
  phrasesOfEvidence(reading, { ...sentence, from: hit.head, to: Math.min(sentence.to, hit.head + 12) }).some(
    ({ kind, range }) =>
      (kind === "none-given" || kind === "no-detail") && range[0] === hit.head && range[1] > hit.group[1],
  );

/** Verbs by which a thing shows and a speaker stresses. */
const showing =
  /^(?:underscore|underline|emphasi[sz]e|stress|highlight|signal|suggest|indicate|show|reflect|illustrate|demonstrate)$/;

/** Things done and things that happened: they show, and say nothing. */
const deeds =
  /^(?:agreement|deal|pact|truce|move|attack|strike|raid|decision|visit|incident|war|crisis|conflict|failure|success|case|event|episode|development|step|result|loss|death|killing|exercise|drill|launch|test|vote|election|protest|meeting|summit|shift|change|withdrawal|advance|offensive|retreat|arrest|explosion|blast|clash|trip|sale|purchase|delay|lack|rise|fall|increase|decline|presence|absence|situation|response|disaster|trend|rift|gap|split|dispute)s?$/;

/** Is it a deed that "underscores" something? The author says so, not the deed. */
function isSign({ words }: Reading, { hit, source, inherited }: Draft): boolean {
  if (!source || inherited || hit.form !== "finite" || !showing.test(hit.row.cue)) return false;
  const [from, to] = source.core;
  for (let at = from; at < to; at++) {
    // The head stands before the first preposition.
    if (at + 1 === to || /^(?:of|in|on|by|with|between|for|from|at|to|against|over)$/.test(words.lower[at + 1]!))
      return deeds.test(words.lower[at]!);
  }
  return false;
}
