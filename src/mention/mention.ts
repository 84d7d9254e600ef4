import { type Block, isRead } from "../model/block.ts";
import { id } from "../model/id.ts";
import type { Mention, Named } from "../model/mention.ts";
import type { Name, Tagged } from "../model/name.ts";
import { Cast } from "./actor.ts";
import type { Draft } from "./draft.ts";
import { findAll } from "./find.ts";
import type { Line } from "./found.ts";
import type { NameIndex } from "./name-index.ts";
import { findPlaces } from "./place.ts";
import { findQuantities } from "./quantity.ts";
import { findTimexes } from "./timex.ts";
import { sentenceWords, type Word } from "./word.ts";
import { functionWords } from "./word-class.ts";

export { compileNames, type NameIndex } from "./name-index.ts";

/** A headline's capitals: of four or more words that are no function words, none is in lower case. */
function isTitleCase(words: readonly Word[]): boolean {
  const content = words.filter((word) => /^\p{L}{2}/u.test(word.text) && !functionWords.has(word.key));
  if (content.length < 4) return false;
  return content.every((word) => word.cap);
}

/** For each word of a line, whether it stands inside quotation marks; `open` says whether the line begins inside. */
function quotedWords(
  words: readonly Word[],
  open: boolean,
): { readonly quoted: readonly boolean[]; readonly open: boolean } {
  let inside = open;
  const quoted = words.map((word) => {
    if (word.text === "“" || word.text === "«") inside = true;
    else if (word.text === "”" || word.text === "»") inside = false;
    else if (word.text === '"' || word.text === "``" || word.text === "''") inside = !inside;
    return inside;
  });
  return { quoted, open: inside };
}

/** The lines that names are read in: sentences of the article's blocks, and credits for names of the lexicon. */
function linesOf(parsed: Tagged): readonly Line[] {
  const lines: Line[] = [];
  let name = 0;
  let at = 0;
  let open = false;
  for (let sentence = 0; sentence < parsed.sentences.length; sentence++) {
    const [start, end] = parsed.sentences[sentence]!;
    const names: Name[] = [];
    for (; name < parsed.names.length && parsed.names[name]!.start < end; name++) names.push(parsed.names[name]!);
    let block: Block | undefined = parsed.blocks[at];
    while (block !== undefined && block.end <= start) {
      block = parsed.blocks[++at];
      // An open quotation does not reach past its paragraph.
      open = false;
    }
    const lexiconOnly = block?.kind === "credit";
    if (block !== undefined && !isRead(block) && !lexiconOnly) continue;
    const words = sentenceWords(parsed, sentence);
    const quotes = quotedWords(words, open);
    open = quotes.open;
    lines.push({ sentence, words, titleCase: isTitleCase(words), lexiconOnly, names, quoted: quotes.quoted });
  }
  return lines;
}

/**
 * Parsed page -> mentions, actors, time expressions, places, quantities.
 * Mentions are in text order (of two that begin together the longer first) with ids m1, m2, …; actors have ids a1, a2, … by first mention,
 * and each has at least one. Furniture, teasers and bylines are not read; of credits only names of the lexicon. Linear in the text's length.
 */
export function findMentions(parsed: Tagged, index: NameIndex): Named {
  const timexes = findTimexes(parsed);
  const lines = linesOf(parsed);
  const findings = findAll(parsed, lines, index);
  const cast = new Cast(index);
  const drafts: (Draft | null)[] = findings.map((finding) => cast.draftOf(finding));
  const actors = cast.actors();
  const mentions: Mention[] = findings.map((finding, at) => {
    const draft = drafts[at] ?? null;
    return {
      id: id<"mention">(`m${at + 1}`),
      start: finding.start,
      end: finding.end,
      kind: finding.kind,
      form: finding.form,
      actor: draft === null ? null : actors.get(draft)!.id,
    };
  });
  return {
    ...parsed,
    mentions,
    actors: [...actors.values()],
    timexes,
    places: findPlaces({ text: parsed.text, lines, findings, mentions }, index),
    quantities: findQuantities(parsed, timexes),
  };
}
