import type { FurnitureKind } from "../model/block.ts";
import { bylineAuthors } from "./byline.ts";
import { type FurnitureCue, furnitureCue } from "./cue.ts";
import { isTimeStamp } from "./date.ts";
import { isDatelineAlone } from "./dateline.ts";
import type { Line } from "./line.ts";
import { lineKey } from "./repeated.ts";

/** What a line looks like, without its place in the page. */
export interface Shape {
  /** The line's first 4,000 units: enough to tell what it is, and a bound on hostile ones. */
  readonly front: string;
  readonly length: number;
  readonly words: number;
  /** Does it end like a sentence? */
  readonly closed: boolean;
  /** Share (0 to 1) of its words that are small grammar words of English. */
  readonly grammar: number;
  /** Share of its words of four letters and more that begin with a capital. */
  readonly capitals: number;
  readonly bullet: boolean;
  readonly stamp: boolean;
  readonly cue: FurnitureCue | null;
  /** Does it speak to the reader, or as the publisher, outside quotation marks ("your", "our")? */
  readonly address: boolean;
}

// Small words that sentences have and menus lack: English, then German, French, Spanish, Portuguese, Italian, Polish, Russian, Ukrainian, Belarusian.
const grammarWords = new Set(
  (
    "a an the and or but nor of in on at by for with from to into over after before during against between about as than that which who whom whose this these those " +
    "is are was were be been being has have had do does did will would can could may might must should not no he she it they we you i him her them us his its their our your my " +
    "said says if when while where because so also more most some any all each both there then what how up out off down just only even still " +
    "der die das den dem des und oder ein eine einer einem ist sind war wurde wird hat haben mit von zu im auf für nicht sich auch dass bei nach aus als wie " +
    "le la les un une des du de et ou est sont était a ont dans sur pour par avec que qui ne pas au aux ce cette se plus il elle " +
    "el los las una y o es son fue ha han en con por para del al se lo su que más como pero " +
    "os as um uma e é são foi com em no na nos nas do da dos das ao que se não mais seu sua à por " +
    "il lo gli una ed è sono stato che di del della dei nel con per non si come anche più " +
    "i w z na do nie się że to jest są był o od po przez dla jak " +
    "и в на с по к о от за из у не что как это он она они его её был была было были для при до но а же или бы также который которая которые " +
    "і й в у на з із до по про від за що як це він вона вони його був була було не та але або для при " +
    "і ў на з да па пра ад за што як гэта ён яна яны яго быў была не але або для пры"
  ).split(" "),
);
const wideScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

const quoted = /["“«][^"”»]{0,600}["”»]/g;
const addressWords = /\b(?:[Oo]ur|us|[Yy]our|[Yy]ou|[Yy]ou're|[Ww]e|[Ww]e're|[Ww]e've)\b/;

/** What a line that other pages of its publisher have too is: furniture, unless it says who wrote the report, or from where. */
function repeatedCue({ front, length, cue }: Shape, repeated: ReadonlySet<string>): FurnitureCue | null {
  if (repeated.size === 0 || length > front.length || !repeated.has(lineKey(front))) return cue;
  if (bylineAuthors(front) !== null || isDatelineAlone(front)) return cue;
  return { furniture: cue?.furniture ?? "other", weight: "sure" };
}

/**
 * Shapes of a page's lines. A line that is only likely furniture is surely so next to one that surely is, of the same kind;
 * so is one of `repeated`, the lines that pages of its publisher have in common.
 */
export function shapesOf(text: string, lines: readonly Line[], repeated: ReadonlySet<string>): readonly Shape[] {
  const shapes = lines.map((line) => {
    const shape = shapeOf(text, line);
    return { ...shape, cue: repeatedCue(shape, repeated) };
  });
  const isSure = (at: number, furniture: FurnitureKind): boolean =>
    shapes[at]?.cue?.weight === "sure" && shapes[at].cue.furniture === furniture;
  return shapes.map((shape, at) => {
    const { cue } = shape;
    if (cue?.weight !== "likely" || !(isSure(at - 1, cue.furniture) || isSure(at + 1, cue.furniture))) return shape;
    return { ...shape, cue: { ...cue, weight: "sure" } };
  });
}

/** The shape of a line. */
function shapeOf(text: string, line: Line): Shape {
  const front = text.slice(line.start, Math.min(line.end, line.start + 4000));
  const words = front.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  let grammar = 0;
  let long = 0;
  let capitals = 0;
  for (const word of words) {
    if (grammarWords.has(word.toLowerCase())) grammar++;
    if (word.length > 3) {
      long++;
      if (/^\p{Lu}/u.test(word)) capitals++;
    }
  }
  // Scripts without spaces: two or three characters make a word, and sentences show by their marks alone.
  const wide = front.match(wideScript)?.length ?? 0;
  const isWide = wide * 3 > front.length;
  const tail = text.slice(Math.max(line.start, line.end - 12), line.end);
  return {
    front,
    length: line.end - line.start,
    words: isWide ? Math.ceil(wide / 2.5) : words.length,
    closed: /(?:[.!?…。！？]|\.\.\.)["”’'»)\]*]{0,3}$/u.test(tail),
    grammar: isWide ? 0.2 : grammar / Math.max(1, words.length),
    capitals: capitals / Math.max(1, long),
    bullet: /^[•·*▪►›»]\s/u.test(front),
    stamp: isTimeStamp(front),
    cue: furnitureCue(front),
    address: addressWords.test(front.replaceAll("’", "'").replace(quoted, " ")),
  };
}

/** Is this the shape of a headline: several words, no full stop, no end of a clause? */
export const isTitleLike = (shape: Shape): boolean =>
  shape.words > 3 &&
  shape.words < 30 &&
  shape.cue === null &&
  !shape.stamp &&
  !shape.bullet &&
  !/[.,;:]["”’']?$/.test(shape.front);
