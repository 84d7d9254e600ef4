import type { Named } from "../model/mention.ts";
import type { Located } from "../model/span.ts";

/**
 * The unit in which triggers are looked up. Finer than a token, so that the stage reads given tokens and its own alike:
 * "Russia's" is two words, "didn't" two, "air-strike" two that are glued.
 */
export interface Word extends Located {
  /** Lower case, with straight apostrophes. */
  readonly lower: string;
  readonly capital: boolean;
  /** Joined to the word before by a hyphen. */
  readonly glued: boolean;
}

const hyphen = /^[-\u2010\u2011]$/;
/** What a token of several words holds. */
const joined = /[-\u2010\u2011'’]/;
/** Longer tokens are addresses or noise and stay whole. */
const longest = 60;

function parts(text: string): readonly string[] {
  if (text.length > longest || !joined.test(text)) return [text];
  return (text.match(/[-\u2010\u2011]|[^-\u2010\u2011]+/g) ?? []).flatMap((part) => {
    const ending = /(?:n['’]t|['’](?:s|re|ve|ll|d|m)?)$/i.exec(part);
    return ending && ending.index > 0 ? [part.slice(0, ending.index), ending[0]] : [part];
  });
}

/** Words of tokens `from` to `to` (excluded), in text order. A hyphen between two words is not a word of its own. */
export function wordsOf(page: Pick<Named, "text" | "tokens">, from: number, to: number): readonly Word[] {
  const words: Word[] = [];
  let glued = false;
  for (let at = from; at < to; at++) {
    const token = page.tokens[at]!;
    let start = token.start;
    for (const part of parts(page.text.slice(token.start, token.end))) {
      const end = start + part.length;
      if (hyphen.test(part) && words.at(-1)?.end === start && /\S/.test(page.text.charAt(end))) glued = true;
      else {
        words.push({
          start,
          end,
          lower: part.toLowerCase().replaceAll("’", "'"),
          capital: part !== part.toLowerCase() && part[0] !== part[0]!.toLowerCase(),
          glued,
        });
        glued = false;
      }
      start = end;
    }
  }
  return words;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Closed classes of English, as far as the shape of a clause can be told from them. */
export const modals = set("will would shall should can could may might must 'll 'd wo ca sha cannot ought");
export const beForms = set("be is are was were been being am 're 'm get got gets getting");
export const haveForms = set("have has had having 've");
export const doForms = set("do does did");
export const negations = set("not n't never neither nor hardly");
export const determiners = set(
  "the a an this these those its his her their our my your whose some any several many all both each every no another other more most few numerous such dozens hundreds thousands",
);
export const prepositions = set(
  "of in on at by with from to for against into over under near along across through during after before since until between among amid around about above below beyond despite without within toward towards upon via per as like than off inside outside onto following alongside throughout",
);
export const pronouns = set("i you he she it we they him them us me who whom himself itself themselves");
export const relatives = set("who which that whose whom");
export const subordinators = set(
  "that because although though while when whenever if whether unless where who which what how why so but whereas as after before since until",
);
export const conjunctions = set("and or but & then");
const plainAdverbs = set(
  "also now still then already soon again recently just even only yet later earlier once twice ever however meanwhile today yesterday tomorrow tonight thus therefore together back far first further instead otherwise formally jointly too almost nearly repeatedly sometimes always often separately apparently",
);
const weekdays = set("monday tuesday wednesday thursday friday saturday sunday");

/** May this word stand between a subject and its verb, or an auxiliary and its verb, without being a part of either? */
export const isAdverb = (lower: string): boolean =>
  plainAdverbs.has(lower) ||
  weekdays.has(lower) ||
  (lower.length > 4 && lower.endsWith("ly") && !notAdverbs.has(lower));
const notAdverbs = set("italy ally family assembly supply reply apply rally comply anomaly monopoly july");

/** Marks that close a clause off from what stands before. */
export const isBarrier = (lower: string): boolean => /^[;:.!?()[\]—–]+$/.test(lower) || lower === "--";

/** A number as printed: digits or the words up to a dozen and the large ones. */
export const isNumber = (lower: string): boolean => /^\d/.test(lower) || numbers.has(lower);
const numbers = set(
  "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion",
);
