import { createHash } from "node:crypto";
import { compileCues, findAttributions } from "./claim/attribution.ts";
import { decodeBytes } from "./document/decode.ts";
import { compileTriggers, findEvents } from "./event/event.ts";
import { compileNames, findMentions } from "./mention/mention.ts";
import type { AnnotatedDocument } from "./model/annotation.ts";
import type { GivenMeta } from "./model/document.ts";
import type { Read } from "./model/event.ts";
import type { Lexicon } from "./model/lexicon.ts";
import { done, type Outcome, problem } from "./model/outcome.ts";
import type { Page } from "./model/page.ts";
import type { EngineIdentity } from "./model/provenance.ts";
import type { AnnotateInput } from "./model/record.ts";
import type { Parsed } from "./model/sentence.ts";
import { fillPage, type LanguageCore } from "./sentence/core/fill.ts";
import { parsePage } from "./sentence/parse.ts";
import { readHtml } from "./text/html.ts";
import { readText } from "./text/page.ts";

export { readFileBelow } from "./document/file.ts";
export { type LanguageCore, type SharedCore, shareCore, startCore } from "./sentence/core/fill.ts";
export { bodyOf } from "./text/body.ts";
export { readHtml } from "./text/html.ts";
export { readText } from "./text/page.ts";

/** SHA-256 in hex; a string is hashed as UTF-8. */
export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/**
 * Bytes as captured -> page: charset, HTML or plain text, blocks, what the page says of itself.
 * Fails with `document/binary`, `document/empty` or `document/charset`; what the bytes hold is never run.
 */
export function readBytes(bytes: Uint8Array, given: GivenMeta): Outcome<Page> {
  const decoded = decodeBytes(bytes);
  if (!decoded.ok) return decoded;
  const { text, kind } = decoded.value;
  const page = kind === "html" ? readHtml(text, given) : readText(text, given);
  if (page.text.trim() !== "") return done(page);
  return problem(
    "document/empty",
    "there are no words on the page: it may be made by a script. Save it as text, or print it to a file.",
  );
}

/** A pipeline with its lexicon compiled: two pure functions that may be called for any number of documents. */
export interface Pipeline {
  /** Raw text -> page. The text is normalised here, once. */
  readonly read: (text: string, given: GivenMeta) => Page;
  /**
   * A page with all its layers. Never fails: what is not found is an empty list. A page that is known to be in another language than
   * English is split into sentences and bare tokens, and nothing else is said of it: its provenance names no weights.
   */
  readonly annotate: (page: Page, input: Pick<AnnotateInput, "id" | "lang" | "sentences">) => AnnotatedDocument;
}

/** A page that is split into sentences and words, and no more. */
const unread = (parsed: Parsed): Read => ({
  ...parsed,
  names: [],
  mentions: [],
  actors: [],
  timexes: [],
  places: [],
  quantities: [],
  marks: [],
  attributions: [],
  events: [],
});

/** Is the text known to be of a language that the stages do not read? In what they would find there, one word in many would happen to be English. */
const isForeign = ({ lang }: Parsed): boolean => lang !== null && !/^en(?![a-z])/i.test(lang);

/** Puts the stages in order; nothing else knows the order. Compiling the lexicon is the only costly part. The pipeline serves one thread, as its core does. */
export function createPipeline(lexicon: Lexicon, core: LanguageCore, identity: EngineIdentity): Pipeline {
  const names = compileNames(lexicon);
  const cues = compileCues(lexicon);
  const triggers = compileTriggers(lexicon);
  return {
    read: readText,
    annotate: (page, input) => {
      const parsed = parsePage(page, input);
      const foreign = isForeign(parsed);
      const read = foreign
        ? unread(parsed)
        : findEvents(findAttributions(findMentions(fillPage(parsed, core), names), cues), triggers);
      return {
        format: "standoff/1",
        line: "document",
        id: input.id,
        text: read.text,
        lang: read.lang,
        meta: read.meta,
        blocks: read.blocks,
        sentences: read.sentences,
        tokens: read.tokens,
        mentions: read.mentions,
        actors: read.actors,
        timexes: read.timexes,
        places: read.places,
        quantities: read.quantities,
        marks: read.marks,
        attributions: read.attributions,
        events: read.events,
        provenance: {
          ...identity,
          weights: foreign ? null : core.sha256,
          textSha256: sha256(read.text),
        },
      };
    },
  };
}
