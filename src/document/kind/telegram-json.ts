import { parseIso } from "../../model/day.ts";
import type { Outcome } from "../../model/outcome.ts";
import { lineOrNull, type OpenedFile } from "./captured.ts";
import { parseCutJson } from "./json-cut.ts";
import { openedMessages, type TelegramMessage } from "./telegram.ts";

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const rowsOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);
const lineOf = (value: unknown): string | null => (typeof value === "string" ? lineOrNull(value) : null);

/** The words of a message: a string, or a list of strings and of marked pieces, whose own words stand for them. */
function wordsOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return "";
  return value
    .map((piece: unknown) =>
      typeof piece === "string" ? piece : isFields(piece) && typeof piece.text === "string" ? piece.text : "",
    )
    .join("");
}

const two = (value: number): string => String(Math.trunc(value)).padStart(2, "0");

/**
 * A time as the export prints it. `date` is that of the computer that exported, without its zone; `date_unixtime` is the moment: their difference is the
 * zone, where it is one (a whole number of quarters of an hour, 15 hours at most).
 */
function timeOf(printed: unknown, unixSeconds: unknown): string | null {
  const local = typeof printed === "string" ? parseIso(printed) : null;
  const seconds = Number(typeof unixSeconds === "string" || typeof unixSeconds === "number" ? unixSeconds : Number.NaN);
  // An edit that never was is given as the first second of 1970.
  const isMoment = Number.isFinite(seconds) && seconds > 0 && seconds < 100_000_000_000;
  if (!local?.ok) return isMoment ? new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, "Z") : null;
  if (local.value.startsWith("1970-01-01")) return null;
  if (!isMoment || local.value.length !== 19) return local.value;
  const minutes = (Date.parse(`${local.value}Z`) / 1000 - seconds) / 60;
  if (minutes % 15 !== 0 || Math.abs(minutes) > 900) return local.value;
  const size = Math.abs(minutes);
  return `${local.value}${minutes < 0 ? "-" : "+"}${two(size / 60)}:${two(size % 60)}`;
}

function messageOf(row: Fields, chat: Fields): TelegramMessage {
  const text = wordsOf(row.text);
  return {
    id: String(typeof row.id === "number" || typeof row.id === "string" ? row.id : "").slice(0, 40),
    chat: lineOf(chat.name),
    username: typeof chat.username === "string" ? chat.username.replace(/^@/, "") : null,
    author: lineOf(row.author) ?? lineOf(row.from),
    text: text === "" ? wordsOf(row.text_entities) : text,
    published: timeOf(row.date, row.date_unixtime),
    edited: timeOf(row.edited, row.edited_unixtime),
    forwardedFrom: lineOf(row.forwarded_from) ?? lineOf(row.saved_from),
  };
}

const isPrivate = (chat: Fields): boolean =>
  /^(?:personal_chat|bot_chat|saved_messages|replies|verify_codes)$/.test(String(chat.type));

/** The chats of an export: that of one chat is the chat itself; that of an account has them in two lists. */
function chatsOf(root: unknown): { readonly chats: readonly Fields[]; readonly isAccount: boolean } {
  if (!isFields(root)) return { chats: [], isAccount: false };
  if (Array.isArray(root.messages)) return { chats: [root], isAccount: false };
  const lists = [root.chats, root.left_chats].filter(isFields);
  return { chats: lists.flatMap((list) => rowsOf(list.list)), isAccount: true };
}

// Messages of one chat; chats of an account; their messages. A list in a message (its marked pieces) is none of them: half a message is not read.
const lists: readonly string[] = ["{[", "{{[", "{{[{["];

/**
 * `result.json` of Telegram Desktop, of one chat or an account -> a document a message with words, in the order of the file: the chat's name as publisher,
 * marked pieces (links, bold) as their words. Chats between persons are read only where one is exported alone. Service messages and those without
 * words are counted. A file that is cut off gives what is whole, with `document/damaged`.
 */
export function openTelegramJson(text: string): Outcome<OpenedFile> {
  const { value, isCut } = parseCutJson(text, lists);
  const { chats, isAccount } = chatsOf(value);
  const read = chats.filter((chat) => !isAccount || !isPrivate(chat));
  const messages: TelegramMessage[] = [];
  let service = 0;
  let wordless = 0;
  for (const chat of read) {
    for (const row of rowsOf(chat.messages)) {
      if (row.type !== "message") {
        service++;
        continue;
      }
      const message = messageOf(row, chat);
      if (message.text.trim() === "") wordless++;
      else messages.push(message);
    }
  }
  return openedMessages(messages, { service, wordless, privateChats: chats.length - read.length }, isCut);
}
