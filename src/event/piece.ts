import type { Attribution, Claimed } from "../model/attribution.ts";
import { isRead } from "../model/block.ts";
import type { Id } from "../model/id.ts";
import type { Mention } from "../model/mention.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Span } from "../model/span.ts";
import type { Timex } from "../model/timex.ts";
import { type Clause, partiesOf } from "./clause.ts";
import { isCorrection } from "./correction.ts";
import { bodiesOf } from "./party.ts";
import { type Spot, spotsOf } from "./place.ts";
import { type Word, wordsOf } from "./word.ts";

/** A sentence is read in pieces of this many tokens, so that a text without full stops still costs linear time. */
const longestPiece = 300;

/** A sentence, or a piece of one that has no end, with everything that begins in it. */
export interface Piece {
  readonly clause: Clause;
  readonly spots: readonly Spot[];
  readonly timexes: readonly Timex[];
  readonly quantities: readonly Quantity[];
  /** Attributions whose cue begins here. */
  readonly cues: readonly Attribution[];
}

interface Stretch {
  readonly words: readonly Word[];
  readonly span: Span;
}

/** Sentences of the blocks that are read, cut where they are longer than any sentence is. */
function stretchesOf(page: Claimed): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let block = 0;
  // A note that begins with a correction is one to its end.
  let corrected = -1;
  page.sentences.forEach(([start], at) => {
    while (block < page.blocks.length && page.blocks[block]!.end <= start) block++;
    const around = page.blocks[block];
    if (around === undefined || around.start > start || !isRead(around)) return;
    const last = page.firstToken[at + 1]!;
    if (corrected === block) return;
    for (let from = page.firstToken[at]!; from < last; from += longestPiece) {
      const words = wordsOf(page, from, Math.min(last, from + longestPiece), page.firstToken[at]!);
      if (from === page.firstToken[at]! && isCorrection(words)) {
        corrected = block;
        return;
      }
      if (words.length > 0) stretches.push({ words, span: [words[0]!.start, words.at(-1)!.end] });
    }
  });
  return stretches;
}

/** Rows of `rows` that begin inside each stretch, in text order, in one sweep. */
function byStretch<Row extends { readonly start: number }>(
  stretches: readonly Stretch[],
  rows: readonly Row[],
): readonly (readonly Row[])[] {
  const sorted = [...rows].sort((a, b) => a.start - b.start);
  let at = 0;
  return stretches.map(({ span: [start, end] }) => {
    while (at < sorted.length && sorted[at]!.start < start) at++;
    const from = at;
    while (at < sorted.length && sorted[at]!.start < end) at++;
    return sorted.slice(from, at);
  });
}

/** The pieces of a page that are read for events, in text order. Furniture, teasers, bylines and credits are in none. */
export function piecesOf(page: Claimed): readonly Piece[] {
  const stretches = stretchesOf(page);
  const actors = new Map(page.actors.map((actor) => [actor.id, actor]));
  const byId = new Map<Id<"mention">, Mention>(page.mentions.map((mention) => [mention.id, mention]));
  const mentions = byStretch(stretches, page.mentions);
  const places = byStretch(
    stretches,
    page.places.flatMap((place) => {
      const mention = byId.get(place.mention);
      return mention === undefined ? [] : [{ place, start: mention.start, end: mention.end }];
    }),
  );
  const timexes = byStretch(stretches, page.timexes);
  const quantities = byStretch(stretches, page.quantities);
  const cues = byStretch(
    stretches,
    page.attributions.flatMap((attribution) =>
      attribution.cue[0] ? [{ start: attribution.cue[0][0], attribution }] : [],
    ),
  );
  const bodies = bodiesOf(page);
  return stretches.map(({ words }, at) => {
    const clause: Clause = { words, bodies, ...partiesOf(words, mentions[at]!, actors) };
    return {
      clause,
      spots: spotsOf(clause, places[at]!),
      timexes: timexes[at]!,
      quantities: quantities[at]!,
      cues: cues[at]!.map((one) => one.attribution),
    };
  });
}
