import type { Named } from "../model/mention.ts";
import type { Located } from "../model/span.ts";

/**
 * The unit in which triggers are looked up. Finer than a token, so that the stage reads given tokens and its own alike:
 * "Russia's" is two words, "didn't" two, "air-strike" two that are glued. Indices are of the list that the word stands in.
 */
export interface Word extends Located {
  /** Lower case, with straight apostrophes. */
  readonly lower: string;
  readonly capital: boolean;
  /** Joined to the word before by a hyphen. */
  readonly glued: boolean;
  /** Universal part of speech, Penn Treebank tag and lemma; "" where nobody has told. */
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  /** Relation to the head (Universal Dependencies). */
  readonly label: string;
  /** Index of the head, -1 for a root or a head outside the list. */
  readonly head: number;
  /** Indices of the dependents, in text order. */
  readonly children: readonly number[];
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

/** Does a part of a token hang on the part before it: "'s", "n't"? */
const isEnding = (part: string): boolean => /^(?:n't|'\w*)$/.test(part);

type Growing = { -readonly [Key in keyof Word]: Word[Key] extends readonly number[] ? number[] : Word[Key] };

/**
 * Words of tokens `from` to `to` (excluded) of sentence tokens that begin at token `first`, in text order, with their tree.
 * A hyphen between two words is not a word of its own; the parts of a token hang on the part that carries it.
 */
export function wordsOf(
  page: Pick<Named, "text" | "tokens">,
  from: number,
  to: number,
  first: number = from,
): readonly Word[] {
  const words: Growing[] = [];
  // The word that stands for each token.
  const carrier = new Int32Array(Math.max(0, to - from)).fill(-1);
  let glued = false;
  for (let at = from; at < to; at++) {
    const token = page.tokens[at]!;
    let start = token.start;
    const begun = words.length;
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
          upos: token.upos ?? "",
          xpos: token.xpos ?? "",
          lemma: token.lemma?.toLowerCase() ?? "",
          label: token.deprel ?? "",
          head: -1,
          children: [],
        });
        glued = false;
      }
      start = end;
    }
    // A hyphen between two words carries nothing.
    if (words.length === begun) continue;
    let carries = words.length - 1;
    while (carries > begun && isEnding(words[carries]!.lower)) carries--;
    carrier[at - from] = carries;
    for (let part = begun; part < words.length; part++) {
      if (part === carries) continue;
      const word = words[part]!;
      Object.assign(word, { head: carries, label: "compound", lemma: word.lower });
    }
  }
  for (let at = from; at < to; at++) {
    const { head } = page.tokens[at]!;
    const word = carrier[at - from]!;
    const up = head === null || head === 0 ? -1 : (carrier[first + head - 1 - from] ?? -1);
    if (word >= 0) words[word]!.head = up;
  }
  words.forEach((word, at) => {
    if (word.head >= 0) words[word.head]!.children.push(at);
  });
  return words;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Closed classes of English, as far as the shape of a clause can be told from them. */
export const modals = set("will would shall should can could may might must 'll 'd wo ca sha cannot ought");
export const beForms = set("be is are was were been being am 're 'm get got gets getting");
export const negations = set("not n't never neither nor hardly");
export const prepositions = set(
  "of in on at by with from to for against into over under near along across through during after before since until between among amid around about above below beyond despite without within toward towards upon via per as like than off inside outside onto following alongside throughout",
);
export const pronouns = set("i you he she it we they him them us me who whom himself itself themselves");
export const relatives = set("who which that whose whom");
export const subordinators = set(
  "that because although though while when whenever if whether unless where who which what how why so but whereas as after before since until",
);

/** Marks that close a clause off from what stands before. */
export const isBarrier = (lower: string): boolean => /^[;:.!?()[\]—–]+$/.test(lower) || lower === "--";
