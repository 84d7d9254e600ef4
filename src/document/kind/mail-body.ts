import { decodeCharset } from "../charset.ts";
import { paragraphsOf, visibleLength } from "./markup.ts";
import { bodyBytes, fileNameOf, type MimePart } from "./mime.ts";
import { fieldOf, structuredField } from "./mime-header.ts";

/** A body as it is shown. */
export interface Shown {
  readonly form: "html" | "text";
  readonly body: string;
}

/** What a mail shows, and what it carries along unshown, in order. */
export interface MailContent {
  readonly shown: Shown | null;
  readonly attached: readonly MimePart[];
  readonly mails: readonly MimePart[];
}

const nothing: MailContent = { shown: null, attached: [], mails: [] };

/**
 * Lines that were broken to be sent, joined again (RFC 3676, `format=flowed`): a blank at a line's end says that it goes on. A signature's mark is
 * no such line, and lines of different depth of quotation are not joined.
 */
export function unflowed(text: string, deleteBlank: boolean): string {
  const lines: string[] = [];
  let depthBefore = 0;
  let goesOn = false;
  for (const printed of text.split(/\r?\n/)) {
    const marks = /^>{1,100}/.exec(printed)?.[0] ?? "";
    const line = printed.slice(marks.length).replace(/^ /, "");
    const isSignature = line === "-- ";
    if (goesOn && marks.length === depthBefore && !isSignature) lines.push((lines.pop() ?? "") + line);
    else lines.push(marks === "" ? line : `${marks} ${line}`);
    goesOn = line.endsWith(" ") && !isSignature;
    depthBefore = marks.length;
    if (goesOn && deleteBlank) lines.push((lines.pop() ?? "").slice(0, -1));
  }
  return lines.join("\n");
}

function shownOf(bytes: Uint8Array, part: MimePart): Shown | null {
  const raw = bodyBytes(bytes, part);
  const decoded = decodeCharset(raw, part.type.parameters.get("charset") ?? null);
  const text = decoded?.text ?? new TextDecoder("windows-1252").decode(raw);
  if (text.trim() === "") return null;
  // Of a page that is one picture, nothing can be read.
  if (part.type.value !== "text/plain") return visibleLength(text) === 0 ? null : { form: "html", body: text };
  const isFlowed = /^flowed$/i.test(part.type.parameters.get("format") ?? "");
  const body = isFlowed ? unflowed(text, /^yes$/i.test(part.type.parameters.get("delsp") ?? "")) : text;
  return { form: "text", body };
}

const isShownType = /^text\/(?:html|plain)$|^application\/xhtml\+xml$/;

const isAttachment = (part: MimePart): boolean =>
  structuredField(fieldOf(part.header, "content-disposition")).value === "attachment" ||
  (!isShownType.test(part.type.value) && part.type.value !== "text/enriched");

const wordsOf = ({ form, body }: Shown): number =>
  form === "html" ? visibleLength(body) : (body.match(/[\p{L}\p{N}]/gu)?.length ?? 0);

/** HTML keeps what is a heading and what is a menu, so it is taken, unless it shows less than half of the words: "Open this in a browser". */
function betterOf(choices: readonly Shown[]): Shown | null {
  const html = choices.findLast((choice) => choice.form === "html");
  const text = choices.findLast((choice) => choice.form === "text");
  if (!html || !text) return html ?? text ?? null;
  return wordsOf(html) * 2 < wordsOf(text) ? text : html;
}

function joined(pieces: readonly Shown[]): Shown | null {
  if (pieces.length < 2) return pieces[0] ?? null;
  if (pieces.every((piece) => piece.form === "text"))
    return { form: "text", body: pieces.map((piece) => piece.body.trim()).join("\n\n") };
  const body = pieces.map((piece) => (piece.form === "html" ? piece.body : paragraphsOf(piece.body))).join("\n");
  return { form: "html", body };
}

/**
 * What a mail's part shows: of alternatives the better one, of a mixed one all that is shown, of a related one its first. A part of a type that is not shown,
 * one marked as an attachment, and a second text with a file's name are attached; messages in messages are `mails`.
 */
export function mailContent(bytes: Uint8Array, part: MimePart): MailContent {
  const { value } = part.type;
  if (/^message\/(?:rfc822|global)$/.test(value)) return { ...nothing, mails: [part] };
  if (!value.startsWith("multipart/")) {
    if (isAttachment(part)) return { ...nothing, attached: [part] };
    return { ...nothing, shown: shownOf(bytes, part) };
  }
  const contents = part.parts.map((child) => ({ child, content: mailContent(bytes, child) }));
  const kept: Shown[] = [];
  const files: MimePart[] = [];
  for (const { child, content } of contents) {
    if (content.shown === null) continue;
    const isFile = kept.length > 0 && value !== "multipart/alternative" && fileNameOf(child) !== null;
    if (isFile || (value === "multipart/related" && kept.length > 0)) files.push(child);
    else kept.push(content.shown);
  }
  return {
    shown: value === "multipart/alternative" ? betterOf(kept) : joined(kept),
    attached: [...contents.flatMap(({ content }) => content.attached), ...files],
    mails: contents.flatMap(({ content }) => content.mails),
  };
}
