import type { Span } from "../../model/span.ts";
import type { Told } from "../../model/story.ts";
import { lookupOf } from "../lookup.ts";
import type { Spoken } from "./context.ts";
import type { HolderMention } from "./holder.ts";

/** A sentence that goes on with a count, with what there was not, with what they must: it tells more of the statement before. */
const goesOnWith =
  /^(?:(?:at least|more than|fewer than|less than|up to|as many as|some|about|around|nearly|almost|another|a further|all|none|most|half|many|both|several|dozens|hundreds|thousands)\b(?! (?:this|that|day|night|time)\b)|there (?:was|were|is|are|had been|has been|have been) (?:no|not|never)\b|the (?:number|toll|death toll|figure|total)\b|they (?:have to|had to|must|will|would|had|have)\b|(?:he|she|they|it) (?:also )?(?:counted|counts|saw|heard|found|had counted)\b)/i;
/** Those for whom a house speaks that is a party itself: "all our people were at the fair". */
const house =
  /\bour (?:[\p{Ll}-]{2,20} ){0,2}(?:people|men|women|forces|troops|fighters|soldiers|officers|members|units|crews?|guards?|pilots?|aircraft|planes|ships|boats|vessels|guns|batteries|artillery|drones|army|navy|negotiators?|comrades|brothers|movement|union|side|positions|territory)\b/iu;

const speaks = (holder: HolderMention | null): holder is HolderMention =>
  holder !== null && holder.type !== "publisher" && holder.type !== "nobody";

const isOwn = ({ attribution, holder }: Spoken): boolean => attribution === null && holder === null;

/** Does who says it stand behind what is said, so that the sentence closes with the source: "…, police said."? */
const closesWithSource = ({ attribution, source, cue, span }: Spoken): boolean =>
  attribution !== null && (source[0]?.[0] ?? cue[0]?.[0] ?? 0) >= span[1];

/** Begins the unit with a number, other than "one of the two"? */
const beginsWithCount = ({ annotation: { quantities, text } }: Told, { span }: Spoken): boolean =>
  !/^one of the\b/i.test(text.slice(span[0], span[0] + 12)) &&
  quantities.some(({ start, end }) => start <= span[0] + 2 && span[0] < end);

/**
 * The units of a document, those of the paper's own that go on with the statement before given to who made it: "…, police said. Fifty-two people were
 * arrested." A house that speaks of "our batteries" speaks for the body that it quotes.
 */
export function withCarried(told: Told, units: readonly Spoken[]): readonly Spoken[] {
  const { text, blocks } = told.annotation;
  const { sentenceAt } = lookupOf(told.annotation);
  const blockAt = (at: number): Span | null => {
    const block = blocks.find(({ start, end }) => start <= at && at < end);
    return block ? [block.start, block.end] : null;
  };
  let sentence: Span | null = null;
  let carrier: HolderMention | null = null;
  let voice: HolderMention | null = units.find((one) => one.attribution !== null && isBody(one.holder))?.holder ?? null;
  let here: Spoken[] = [];
  return units.map((unit): Spoken => {
    const own = sentenceAt(unit.span[0]);
    if (own === null) return unit;
    if (sentence === null || own[0] !== sentence[0]) {
      const block = blockAt(own[0]);
      const isNext = sentence !== null && block !== null && block[0] <= sentence[0] && own[0] - sentence[1] < 3;
      const last = here.at(-1);
      carrier =
        isNext && last && speaks(last.holder) && (closesWithSource(last) || isOwnCarried(last)) ? last.holder : null;
      sentence = own;
      here = [];
    }
    if (unit.attribution !== null && isBody(unit.holder)) voice = unit.holder;
    const words = text.slice(unit.span[0], unit.span[1]);
    const opens = isOwn(unit) && unit.span[0] - own[0] < 4 && !/["“”]/.test(text.slice(own[0], own[1]));
    const goesOn = opens && carrier !== null && (goesOnWith.test(words) || beginsWithCount(told, unit));
    const first = isOwn(unit) && voice !== null && house.test(words) && !/["“”:]/.test(text.slice(own[0], own[1]));
    const holder = goesOn ? carrier : first ? voice : null;
    const carried = holder ? { ...unit, holder } : unit;
    here.push(carried);
    return carried;
  });
}

const isOwnCarried = ({ attribution, source, holder }: Spoken): boolean =>
  attribution === null && source.length === 0 && holder !== null;

const isBody = (holder: HolderMention | null): holder is HolderMention =>
  speaks(holder) && (holder.type === "body" || holder.type === "state");
