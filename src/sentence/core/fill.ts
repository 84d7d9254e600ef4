import type { Name, Tagged } from "../../model/name.ts";
import type { Parsed } from "../../model/sentence.ts";
import type { Token } from "../../model/token.ts";
import { coreOn, type TagAndParse, type TokenReading } from "./core.ts";
import { layFile, type SharedKernel, shareKernel } from "./kernel.ts";
import { type Lemmas, lemmaOf, readLemmas } from "./lemma.ts";
import type { LaidWeights } from "./machine.ts";
import { type NameWeights, readNameWeights } from "./name-weights.ts";
import { type NameFinder, nameFinder } from "./names.ts";

/** What fills the fields of tokens and finds names. Not to be shared by threads. */
export interface LanguageCore {
  readonly read: TagAndParse;
  readonly lemmas: Lemmas;
  readonly names: NameFinder;
  /** Names the weights. */
  readonly sha256: string;
}

/** Files of `models/` as they lie there, and a hash over them. */
export interface CoreFiles {
  readonly parse: Uint8Array;
  readonly lemma: Uint8Array;
  readonly names: Uint8Array;
  readonly kernel: Uint8Array;
  readonly sha256: string;
}

/** The core's files, loaded once for all threads: it crosses to a worker (`workerData`, `postMessage`) without copies of the weights. */
export interface SharedCore {
  readonly kernel: SharedKernel;
  readonly parse: LaidWeights;
  readonly lemma: Uint8Array;
  readonly names: NameWeights;
  readonly sha256: string;
}

/** Throws where a file is not of its form, or where this engine of JavaScript has no relaxed SIMD. */
export function shareCore({ parse, lemma, names, kernel, sha256 }: CoreFiles): SharedCore {
  const shared = shareKernel(kernel);
  return {
    kernel: shared,
    parse: { at: layFile(shared, parse), length: parse.length },
    lemma,
    names: readNameWeights(names, shared),
    sha256,
  };
}

/** The core for this thread on shared weights, with 35 MB of its own. Throws where more threads begin than 2 GB have room for. */
export const startCore = ({ kernel, parse, lemma, names, sha256 }: SharedCore): LanguageCore => ({
  read: coreOn(kernel, parse),
  lemmas: readLemmas(lemma),
  names: nameFinder(names),
  sha256,
});

function fillToken(
  filled: Token[],
  { start, end }: Token,
  form: string,
  { upos, xpos, head, deprel }: TokenReading,
  lemmas: Lemmas,
): void {
  filled.push({ start, end, upos, xpos, lemma: lemmaOf(lemmas, form, upos, xpos), head, deprel });
}

/**
 * A page with tags, lemmas, heads and labels of its tokens, each sentence a tree with one root, and with its names; the places of tokens are
 * those that the page has, given or found. The core reads English; what it says of a page in another language means nothing.
 */
export function fillPage(parsed: Parsed, { read, lemmas, names }: Omit<LanguageCore, "sha256">): Tagged {
  const { text, tokens, firstToken } = parsed;
  // Lists that grow, not `map`: V8 gives a list of `map` another inner kind once the caller is compiled, and all that read it once more.
  const forms: string[] = [];
  for (let at = 0; at < tokens.length; at++) forms.push(text.slice(tokens[at]!.start, tokens[at]!.end));
  const filled: Token[] = [];
  for (let sentence = 0; sentence + 1 < firstToken.length; sentence++) {
    const from = firstToken[sentence]!;
    const readings = read(forms.slice(from, firstToken[sentence + 1]!));
    for (let at = 0; at < readings.length; at++)
      fillToken(filled, tokens[from + at]!, forms[from + at]!, readings[at]!, lemmas);
  }
  const found = names(forms, firstToken).map(
    ({ from, to, kind }): Name => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end, kind }),
  );
  return { ...parsed, tokens: filled, names: found };
}
