import { spellingKey } from "../model/spelling.ts";

/** A word or number with what is joined to it by a sign: "Jean-Pierre", "15,000", "Reid's". Bounded, as a run that long is no word. */
const piece = /[\p{L}\p{N}]{1,40}(?:['’\-.,][\p{L}\p{N}]{1,40}){0,6}/gu;

/** A piece of text and where it stands. */
export interface Piece {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** Words and numbers of `text`, hyphenated ones in their parts, numbers without signs of thousands. Linear in the text. */
export function* piecesOf(text: string): Generator<Piece> {
  for (const match of text.matchAll(piece)) {
    const [form] = match;
    const start = match.index;
    const end = start + form.length;
    if (/^\p{N}/u.test(form)) yield { form: form.replaceAll(",", ""), start, end };
    else for (const part of form.split(/[-.,]/)) yield { form: part, start, end };
  }
}

const undoubled = (word: string): string => (/([bdgklmnprt])\1$/.test(word) ? word.slice(0, -1) : word);

/** Endings of number and tense taken off. It need not be right, only the same for the forms of one word. */
function stemOf(word: string): string {
  let stem = word.replace(/['’]s$/, "").replace(/['’]/g, "");
  if (stem.length > 4 && stem.endsWith("ies")) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 4 && /(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.length > 3 && stem.endsWith("s") && !/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1);
  if (stem.length > 5 && stem.endsWith("ing")) stem = undoubled(stem.slice(0, -3));
  else if (stem.length > 4 && stem.endsWith("ied")) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 4 && stem.endsWith("ed")) stem = undoubled(stem.slice(0, -2));
  return stem.length > 4 && stem.endsWith("e") ? stem.slice(0, -1) : stem;
}

/** So many words are remembered, and then forgotten all at once: some 5 MB. Most words of a text are those that every text has. */
const mostKnown = 40_000;
/** A longer one is rare; and where it was cut out of a text, to remember it would keep the whole text. */
const longestKnown = 12;
const known = new Map<string, string>();

/** The key under which the forms and the spellings of one word meet; empty for a piece without letters and digits. */
export function termOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const term = spellingKey(stemOf(word.toLowerCase()));
  if (word.length > longestKnown) return term;
  if (known.size >= mostKnown) known.clear();
  known.set(word, term);
  return term;
}
