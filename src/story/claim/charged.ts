import type { Attribution } from "../../model/attribution.ts";
import { overlaps, type Span } from "../../model/span.ts";
import type { Told } from "../../model/story.ts";
import { lookupOf } from "../lookup.ts";
import { type Charge, chargesOf } from "./charge.ts";
import type { Spoken } from "./context.ts";
import { type HolderMention, holderOf, pointsBack, type States } from "./holder.ts";
import { trimmed } from "./unit.ts";
import { isCalledUntrue } from "./untrue.ts";

const unread: Attribution = {
  id: "" as Attribution["id"],
  source: [],
  cue: [],
  content: [],
  speakers: [],
  targets: [],
  kind: "claim",
  polarity: "+",
  stance: "asserts",
  via: null,
  parent: null,
  marks: [],
  date: null,
  score: null,
};

const startOf = ({ source, cue, span }: Spoken): number => Math.min(source[0]?.[0] ?? span[0], cue[0]?.[0] ?? span[0]);

/** Who spoke last before `at` and passes `is`, else whoever does so first behind it. */
function nearest(units: readonly Spoken[], at: number, is: (holder: HolderMention) => boolean): HolderMention | null {
  const speaking = units.filter(({ holder }) => holder !== null && holder.type !== "publisher" && is(holder));
  return (speaking.findLast((one) => startOf(one) < at) ?? speaking[0])?.holder ?? null;
}

const speaks = (holder: HolderMention | null): boolean =>
  holder !== null && holder.type !== "publisher" && holder.type !== "nobody";

/** Who of the document's speakers a role or a short name stands for; the mention itself where none does. */
function lookedUp(told: Told, owner: Span, at: number, units: readonly Spoken[], states: States): HolderMention | null {
  const mention = holderOf(told, unread, [owner], states);
  const { type, words, speaksFor } = mention;
  if (type === "role" && words.length === 0) return null;
  const text = told.annotation.text.slice(owner[0], owner[1]);
  if (!pointsBack(mention, text) && !(type === "role" && !speaksFor)) return mention;
  const known = nearest(
    units,
    at,
    (holder) =>
      holder.words.length >= words.length && words.every((word) => [...holder.words, ...holder.role].includes(word)),
  );
  return known ?? mention;
}

/** Whose statement it is: a name, the one of the document's speakers that "the ministry" or "its" stands for. */
function ownerOf(
  told: Told,
  { owner, phrase, takenBackBy }: Charge,
  units: readonly Spoken[],
  states: States,
): HolderMention | null {
  const text = told.annotation.text.slice(owner[0], owner[1]);
  if (takenBackBy !== null)
    return (
      units.find(({ span, holder }) => speaks(holder) && overlaps(span, phrase))?.holder ??
      lookedUp(told, takenBackBy, phrase[0], units, states)
    );
  if (/^(?:its|his|her|their)$/i.test(text))
    return nearest(units, phrase[0], ({ type }) => (/^it/i.test(text) ? type !== "person" : type !== "state"));
  return lookedUp(told, owner, phrase[0], units, states);
}

const denied = (one: Attribution): Attribution => ({ ...one, kind: "deny", stance: "denies", polarity: "+" });

const inside = (inner: Span, outer: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

const isDenial = ({ attribution, goesOn }: Spoken): boolean =>
  !goesOn && attribution !== null && attribution.stance === "denies" && attribution.polarity === "+";

const shareOf = (part: Span, [start, end]: Span): number =>
  (Math.min(part[1], end) - Math.max(part[0], start)) / Math.max(1, end - start);

const mocked = /\b(?:shameless|mistaken|wrong|bear scrutiny)\b/iu;
const untrue = (words: string): boolean => isCalledUntrue(words) || mocked.test(words);

/** The units with a statement that its holder takes back: told once as it was made, and once by the words that take it back. */
function withTakenBack({ annotation }: Told, units: readonly Spoken[], own: Spoken): readonly Spoken[] {
  const sentence = lookupOf(annotation).sentenceAt(own.span[0]);
  if (!sentence) return units;
  const others = units.filter(({ span }) => !overlaps(span, own.span));
  const around = units.find(({ span }) => overlaps(span, own.span));
  const back: Spoken = {
    ...own,
    ...around,
    holder: own.holder,
    span: own.span,
    within: trimmed(annotation.text, sentence) ?? sentence,
  };
  return inOrder([...others, back, own]);
}

const inOrder = (units: readonly Spoken[]): readonly Spoken[] =>
  units.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);

/**
 * The units of a document with the statements that nouns name beside them. Words that one rejects and another is named for are told twice: by who
 * rejects them, and by whose they are. What a paper says of such a statement is no telling of its own unless it calls it untrue.
 */
export function withCharges(told: Told, units: readonly Spoken[], states: States): readonly Spoken[] {
  const { text } = told.annotation;
  return chargesOf(told.annotation).reduce((all, charge): readonly Spoken[] => {
    const { content, owner, phrase } = charge;
    const known = all.some(
      ({ span, source, attribution }) =>
        attribution !== null &&
        shareOf(span, content) > 0.8 &&
        shareOf(content, span) > 0.8 &&
        source.some((one) => overlaps(one, owner)),
    );
    const holder = known ? null : ownerOf(told, charge, all, states);
    if (!holder) return all;
    const own: Spoken = { attribution: null, source: [owner], cue: [], span: content, goesOn: false, holder };
    if (charge.takenBackBy !== null) return withTakenBack(told, all, own);
    const kept = all.flatMap((unit): readonly Spoken[] => {
      if (!overlaps(unit.span, content)) return [unit];
      if (
        isDenial(unit) &&
        unit.span[0] <= phrase[0] + 4 &&
        unit.span[1] <= content[1] + 2 &&
        inside(content, [unit.span[0], content[1]])
      )
        return [{ ...unit, span: content }];
      // "… said the claim that X was a lie": X is denied, whatever the cue.
      const tail = text.slice(content[1], Math.max(content[1], unit.span[1]));
      if (unit.attribution && !unit.goesOn && untrue(tail) && tail.length < 60 && unit.span[0] <= phrase[0] + 4) {
        const denial = { ...unit, attribution: denied(unit.attribution) };
        const called = trimmed(text, [content[1] + /^[\s,]*(?:is|was|are|were)?/.exec(tail)![0].length, unit.span[1]]);
        return [{ ...denial, span: content }, ...(called ? [{ ...denial, span: called }] : [])];
      }
      const isOwn = unit.attribution === null && unit.holder === null;
      const rest =
        text.slice(unit.span[0], Math.max(unit.span[0], phrase[0])) +
        text.slice(content[1], Math.max(content[1], unit.span[1]));
      return isOwn && !untrue(rest) && shareOf(phrase, unit.span) > 0.5 ? [] : [unit];
    });
    return inOrder([...kept, own]);
  }, units);
}
