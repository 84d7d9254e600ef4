import { createHash } from "node:crypto";
import { type AttributionModel, compileCues, findAttributions } from "./claim/attribution.ts";
import type { CapturedDocument, FileKind, Skipped } from "./document/kind/captured.ts";
import { openBytes } from "./document/kind/open.ts";
import { type PageReaders, pageOf, type ReadPart, readParts } from "./document/kind/page.ts";
import { compileTriggers, findEvents } from "./event/event.ts";
import { compileNames, findMentions } from "./mention/mention.ts";
import { type AnnotatedDocument, nothingRead } from "./model/annotation.ts";
import type { GivenMeta } from "./model/document.ts";
import type { Read } from "./model/event.ts";
import type { Lexicon } from "./model/lexicon.ts";
import { done, type Outcome, type Problem, problem } from "./model/outcome.ts";
import type { Page } from "./model/page.ts";
import type { EngineIdentity } from "./model/provenance.ts";
import type { AnnotateInput } from "./model/record.ts";
import type { Parsed } from "./model/sentence.ts";
import { fillPage, type LanguageCore } from "./sentence/core/fill.ts";
import { parsePage } from "./sentence/parse.ts";
import { readHtml } from "./text/html.ts";
import { readText } from "./text/page.ts";

export { type AttributionModel, readAttributionModel } from "./claim/attribution.ts";
export { readFileBelow } from "./document/file.ts";
export { type LanguageCore, type SharedCore, shareCore, startCore } from "./sentence/core/fill.ts";
export { bodyOf } from "./text/body.ts";
export { readHtml } from "./text/html.ts";
export { readText } from "./text/page.ts";
export { repeatedIn, repeatedLines } from "./text/repeated.ts";

/** SHA-256 in hex; a string is hashed as UTF-8. */
export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

const readers: PageReaders = { html: readHtml, text: readText };

/** What is known of bytes beside them. Null = not known. */
export interface BytesOrigin {
  /** Name of their file, whose ending helps to tell the kind. */
  readonly name: string | null;
  /** Charset that a server or an archive names for them. */
  readonly charset: string | null;
}

/** What is to be told of a file that was read. */
export interface FileNotes {
  readonly kind: FileKind;
  /** What was left unread on purpose: attachments, frames. */
  readonly skipped: readonly Skipped[];
  /** Why only a part of it could be read; null where all of it was. */
  readonly problem: Problem | null;
}

/** The documents of a file, read; at least one. */
export interface ReadFile extends FileNotes {
  readonly parts: readonly ReadPart[];
}

/**
 * Bytes as captured -> pages: kind of file, charset, HTML or plain text, blocks, what the page and its container say of it. One page, except of a mail with
 * mails in it and of an export of a chat. Fails as `openBytes` does, and with `document/empty` where no page has a word; what the bytes hold is never run.
 */
export async function readBytes(
  bytes: Uint8Array,
  given: GivenMeta,
  { name, charset }: BytesOrigin = { name: null, charset: null },
): Promise<Outcome<ReadFile>> {
  const opened = await openBytes(bytes, name, charset);
  if (!opened.ok) return opened;
  const { kind, skipped, problem: fault } = opened.value;
  const parts = readParts(opened.value, given, readers);
  if (parts.length > 0) return done({ kind, skipped, problem: fault, parts });
  return problem(
    "document/empty",
    "there are no words on the page: it may be made by a script. Save it as text, or print it to a file.",
  );
}

/** A document that was taken out of its file -> page. `repeated` as for `readText`; a page of markup does not need it. */
export const readCaptured = (
  document: CapturedDocument,
  given: GivenMeta,
  repeated: ReadonlySet<string> = new Set(),
): Page => pageOf(document, given, { html: readHtml, text: (source, said) => readText(source, said, repeated) });

/** A pipeline with its lexicon compiled: two pure functions that may be called for any number of documents. */
export interface Pipeline {
  /** Raw text -> page. The text is normalised here, once. */
  readonly read: (text: string, given: GivenMeta, repeated?: ReadonlySet<string>) => Page;
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
  ...nothingRead,
});

/** Is the text known to be of a language that the stages do not read? In what they would find there, one word in many would happen to be English. */
const isForeign = ({ lang }: Parsed): boolean => lang !== null && !/^en(?![a-z])/i.test(lang);

/** Puts the stages in order; nothing else knows the order. Compiling the lexicon is the only costly part. The pipeline serves one thread, as its core does. */
export function createPipeline(
  lexicon: Lexicon,
  core: LanguageCore,
  identity: EngineIdentity,
  attributions: AttributionModel | null = null,
): Pipeline {
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
        : findEvents(findAttributions(findMentions(fillPage(parsed, core), names), cues, attributions), triggers);
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
          weights: foreign ? null : identity.weights,
          textSha256: sha256(read.text),
        },
      };
    },
  };
}
