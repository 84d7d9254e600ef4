import type { FileKind } from "./captured.ts";
import { readFrontMatter } from "./front-matter.ts";
import { bufferOf } from "./mime.ts";
import { readHeader, structuredField } from "./mime-header.ts";

const frontSize = 65_536;

const endingOf = (name: string | null): string => /\.([a-z0-9]{1,10})$/i.exec(name ?? "")?.[1]?.toLowerCase() ?? "";

/** The front of a file as text: UTF-16 where it is marked, else byte for byte. */
function frontOf(bytes: Uint8Array): string {
  const front = bytes.subarray(0, frontSize);
  if (front[0] === 0xff && front[1] === 0xfe) return new TextDecoder("utf-16le").decode(front);
  if (front[0] === 0xfe && front[1] === 0xff) return new TextDecoder("utf-16be").decode(front);
  return new TextDecoder("windows-1252").decode(front).replace(/^ï»¿/, "");
}

/** PDF files may have some bytes of a mail or a web server before their mark (PDF 32000-1, appendix H). */
const isPdf = (bytes: Uint8Array): boolean => {
  const at = bufferOf(bytes.subarray(0, 1024)).indexOf("%PDF-");
  return (
    at === 0 ||
    (at > 0 &&
      bufferOf(bytes.subarray(at, at + 8))
        .toString("latin1")
        .search(/%PDF-\d\.\d/) === 0)
  );
};

const isExportJson = (bytes: Uint8Array, front: string): boolean => {
  if (!/^\s*\{/.test(front)) return false;
  const isChat = /^\s*\{[^[\]{}]{0,2000}"messages"\s*:\s*\[/.test(front);
  if (isChat) return /"type"\s*:\s*"(?:\w{0,20}(?:channel|group|supergroup|chat)|saved_messages|replies)"/.test(front);
  const opensLikeAccount = /^\s*\{\s*"(?:about|personal_information|profile_pictures|contacts|chats|left_chats)"\s*:/;
  return opensLikeAccount.test(front) && /"(?:left_)?chats"\s*:\s*\{/.test(front.slice(0, 300) + bufferTail(bytes));
};

/** Where an account's chats begin lies behind its contacts and sessions: the words around it. */
function bufferTail(bytes: Uint8Array): string {
  const buffer = bufferOf(bytes);
  const at = Math.max(buffer.indexOf('"chats"'), buffer.indexOf('"left_chats"'));
  return at < 0 ? "" : buffer.toString("latin1", at, at + 100);
}

const isExportHtml = (front: string): boolean =>
  /<div class="page_wrap\b/.test(front) && /<div class="(?:history|message (?:default|service))\b/.test(front);

/** Fields that programs write, not people: a report that opens with "From: Lindava" has none of them. */
const machineFields = [
  "mime-version",
  "message-id",
  "received",
  "return-path",
  "delivered-to",
  "content-type",
  "content-transfer-encoding",
  "x-mailer",
  "dkim-signature",
];
const peopleFields = ["from", "to", "subject", "date", "sender", "reply-to"];
const fieldLine = /^[!-9;-~]{1,76}:/;

/** Does a text open with the header of a mail? With the ending `.eml`, two fields that people read are enough. */
function headerKind(bytes: Uint8Array, front: string, ending: string): FileKind | null {
  const mailbox = /^From \S{1,200} [^\n]{5,100}\n/.exec(front);
  const start = mailbox?.[0].length ?? 0;
  if (!fieldLine.test(front.slice(start, start + 100))) return null;
  const head = front.slice(start).split(/\r?\n\r?\n/, 1)[0] ?? "";
  const lines = head.split(/\r?\n/);
  // The front may end in the middle of a line.
  const bad = lines.slice(0, -1).filter((line) => !fieldLine.test(line) && !/^[ \t]/.test(line)).length;
  if (bad * 10 > lines.length) return null;
  const { header } = readHeader(bytes.subarray(0, frontSize), start, Math.min(bytes.length, frontSize));
  const machine = machineFields.filter((name) => header.has(name)).length;
  const people = peopleFields.filter((name) => header.has(name)).length;
  const type = structuredField(header.get("content-type")?.[0] ?? null).value;
  const isSaved =
    header.has("snapshot-content-location") ||
    /saved by|mimeole/i.test(`${header.get("from")} ${header.get("x-mimeole")}`);
  const isSent = header.has("to") || header.has("received") || header.has("message-id");
  if (ending === "mht" || ending === "mhtml") return machine > 0 ? "mhtml" : null;
  if (machine > 0 && isSaved && !isSent) return "mhtml";
  if (type === "multipart/related" && people === 0) return "mhtml";
  if (ending === "eml" && machine + people > 1) return "email";
  return machine > 0 && people > 1 ? "email" : null;
}

const opensLikeHtml = /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype|html|head|body)\b/i;

/** Signs of Markdown that no plain report has: a front matter with a known name, or headings and links together. */
function isMarkdown(front: string, ending: string): boolean {
  if (ending === "md" || ending === "markdown" || ending === "mdown" || ending === "mkd") return true;
  const { fields } = readFrontMatter(front);
  if (["title", "url", "source", "date", "published"].filter((name) => fields.has(name)).length > 1) return true;
  if (ending !== "") return false;
  return /^#{1,3} \S/m.test(front) && /\[[^\][\n]{1,300}\]\(https?:\/\/[^\s()]{1,500}\)/.test(front);
}

/**
 * Which reader a file is for, by what it holds and, where that does not tell, by the ending of its `name`. Null for HTML, plain text and everything
 * that is none of these kinds: `decodeBytes` tells those apart. Looks at the first 64 KB; never throws.
 */
export function kindOfBytes(bytes: Uint8Array, name: string | null = null): Exclude<FileKind, "html" | "text"> | null {
  const ending = endingOf(name);
  if (isPdf(bytes)) return "pdf";
  const front = frontOf(bytes);
  if (isExportJson(bytes, front) || isExportHtml(front)) return "telegram";
  const headed = headerKind(bytes, front.slice(0, frontSize), ending);
  if (headed === "mhtml" || headed === "email") return headed;
  if (opensLikeHtml.test(front)) return null;
  return isMarkdown(front, ending) ? "markdown" : null;
}
