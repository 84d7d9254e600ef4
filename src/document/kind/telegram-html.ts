import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { parseIso } from "../../model/day.ts";
import type { Outcome } from "../../model/outcome.ts";
import { lineOrNull, type OpenedFile } from "./captured.ts";
import { openedMessages, type TelegramMessage } from "./telegram.ts";

/** What the text of an element of the export is. */
type Role = "header" | "name" | "forwarder" | "signature" | "words";

interface Open {
  readonly isDivision: boolean;
  /** Role of its text; null for what is not read. */
  readonly role: Role | null;
  /** Does it open a message? */
  readonly opens: "message" | "service" | null;
  readonly inForwarded: boolean;
}

interface Draft {
  readonly id: string;
  name: string;
  forwarder: string;
  signature: string;
  words: string;
  date: string | null;
}

/** A time as the export prints it in a title, "04.03.2022 10:15:00 UTC+01:00"; older exports print no zone. */
function timeOf(title: string | null): string | null {
  const found = /(\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}:\d{2})(?: UTC([+-]\d{2}):?(\d{2}))?/.exec(title ?? "");
  if (!found) return null;
  const zone = found[5] === undefined ? "" : `${found[5]}:${found[6]}`;
  const time = parseIso(`${found[3]}-${found[2]}-${found[1]}T${found[4]}${zone}`);
  return time.ok ? time.value : null;
}

const shown = (text: string): string =>
  text
    .replace(/[^\S\v\u00A0]+/g, " ")
    .replace(/ ?\v ?/g, "\n")
    .trim();

// Elements of the words of a message that stand on lines of their own.
const breaking = new Set(["blockquote", "pre", "p"]);
// No export nests as deep.
const deepest = 200;

/** Takes the elements and the text of an export in document order. */
interface ExportReader {
  readonly openElement: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly closeElement: (name: string) => void;
  readonly text: (words: string) => void;
}

interface Read {
  readonly messages: TelegramMessage[];
  service: number;
  wordless: number;
  isClosed: boolean;
}

/** A reader that puts messages together, and what it has read so far. */
function exportReader(): { readonly reader: ExportReader; readonly read: Readonly<Read> } {
  const read: Read = { messages: [], service: 0, wordless: 0, isClosed: false };
  const open: Open[] = [];
  let header = "";
  let draft: Draft | null = null;
  let author: string | null = null;

  const roleOf = (names: ReadonlySet<string>, inForwarded: boolean): Role | null => {
    const around = open.at(-1)?.role;
    if (around) return names.has("date") ? null : around;
    if (draft === null) return names.has("text") && names.has("bold") && header === "" ? "header" : null;
    if (names.has("from_name")) return inForwarded ? "forwarder" : "name";
    if (names.has("signature")) return "signature";
    return names.has("text") ? "words" : null;
  };
  const end = ({ id, name, forwarder, signature, words, date }: Draft): void => {
    // A message right below another of the same sender does not name him again.
    author = lineOrNull(name) ?? author;
    const text = shown(words);
    if (text === "") {
      read.wordless++;
      return;
    }
    read.messages.push({
      id,
      chat: lineOrNull(header),
      username: null,
      author: lineOrNull(signature) ?? author,
      text,
      published: timeOf(date),
      edited: null,
      forwardedFrom: lineOrNull(forwarder),
    });
  };
  const text = (words: string): void => {
    const role = open.at(-1)?.role ?? null;
    if (role === "header") header += words;
    else if (role !== null && draft !== null) draft[role] += words;
  };
  const openElement = (name: string, attributes: ReadonlyMap<string, string>): void => {
    if (name === "br" || breaking.has(name)) text("\v");
    // Nothing else can hold what is looked for, and void elements are never closed.
    if ((name !== "div" && name !== "span") || open.length >= deepest) return;
    const names = new Set((attributes.get("class") ?? "").slice(0, 500).split(/\s+/));
    const inForwarded = (open.at(-1)?.inForwarded ?? false) || names.has("forwarded");
    const isMessage = name === "div" && names.has("message") && draft === null;
    const opens = isMessage ? (names.has("service") ? "service" : "message") : null;
    if (opens === "service") read.service++;
    if (opens === "message") {
      const id = (attributes.get("id")?.replace(/^message/, "") ?? "").slice(0, 40);
      draft = { id, name: "", forwarder: "", signature: "", words: "", date: null };
    }
    const role = opens === "service" ? null : roleOf(names, inForwarded);
    if (draft && names.has("date") && !inForwarded) draft.date ??= attributes.get("title") ?? null;
    open.push({ isDivision: name === "div", role, opens, inForwarded });
  };
  const closeElement = (name: string): void => {
    if (name === "html") read.isClosed = true;
    if (breaking.has(name)) text("\v");
    if (name !== "div" && name !== "span") return;
    const last = open.at(-1);
    if (!last || last.isDivision !== (name === "div")) return;
    open.pop();
    if (last.opens !== "message" || draft === null) return;
    end(draft);
    draft = null;
  };
  return { reader: { openElement, closeElement, text }, read };
}

/** Tells a reader the elements of `html` in one pass. The tokeniser keeps no stack, so that nothing can be nested too deep for it. */
function readElements(html: string, reader: ExportReader): void {
  let name = "";
  let attributes = new Map<string, string>();
  let key = "";
  let value = "";
  const open = (): void => {
    reader.openElement(name, attributes);
    attributes = new Map();
  };
  const ignore = (): void => {};
  const callbacks: TokenizerCallbacks = {
    onopentagname: (start, end) => {
      name = html.slice(start, end).toLowerCase();
    },
    onattribname: (start, end) => {
      key = html.slice(start, end).toLowerCase();
      value = "";
    },
    onattribdata: (start, end) => {
      value += html.slice(start, end);
    },
    onattribentity: (codepoint) => {
      value += String.fromCodePoint(codepoint);
    },
    onattribend: () => {
      if (!attributes.has(key)) attributes.set(key, value);
    },
    onopentagend: open,
    onselfclosingtag: open,
    onclosetag: (start, end) => reader.closeElement(html.slice(start, end).toLowerCase()),
    ontext: (start, end) => reader.text(html.slice(start, end).replaceAll("\v", " ")),
    ontextentity: (codepoint) => reader.text(String.fromCodePoint(codepoint)),
    oncdata: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    onend: ignore,
  };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
}

/**
 * A page of Telegram Desktop's HTML export (`messages.html`, `messages2.html`) -> a document a message with words, in the order of the page: the chat's
 * name as publisher, a line break for a line break, links as their words. Service messages and those without words are counted.
 * A page that is cut off gives what is whole, with `document/damaged`.
 */
export function openTelegramHtml(html: string): Outcome<OpenedFile> {
  const { reader, read } = exportReader();
  readElements(html, reader);
  const { messages, service, wordless, isClosed } = read;
  return openedMessages(messages, { service, wordless, privateChats: 0 }, !isClosed);
}
