import { done, type Outcome, problem } from "../../model/outcome.ts";
import { bareDocument, type CapturedDocument, type OpenedFile, type Skipped } from "./captured.ts";

/** A message of a Telegram export, whichever form it came in. */
export interface TelegramMessage {
  readonly id: string;
  /** Name of its chat, which is the channel's. */
  readonly chat: string | null;
  /** Public name of the channel in addresses, where the export gives it. */
  readonly username: string | null;
  /** Who wrote it, where that is not the channel. */
  readonly author: string | null;
  readonly text: string;
  /** ISO 8601, with the zone where the export gives it. */
  readonly published: string | null;
  readonly edited: string | null;
  readonly forwardedFrom: string | null;
}

/** What is left unread of an export. */
export interface TelegramCounts {
  readonly service: number;
  /** Messages of pictures and files without a word. */
  readonly wordless: number;
  /** Chats between persons in an export of a whole account. */
  readonly privateChats: number;
}

/** A public address; null where the export does not say the channel's public name, which cannot be told from the one that it shows. */
const addressOf = ({ username, id }: TelegramMessage): string | null =>
  username !== null && /^[a-z]\w{3,31}$/i.test(username) && /^\d{1,12}$/.test(id)
    ? `https://t.me/${username}/${id}`
    : null;

const documentOf = (message: TelegramMessage, part: string): CapturedDocument => ({
  ...bareDocument("text", message.text),
  part,
  stated: { title: null, url: addressOf(message), publisher: message.chat, published: message.published },
  byline: message.author === null || message.author === message.chat ? [] : [message.author],
  forwardedFrom: message.forwardedFrom,
  modified: message.edited,
});

/** Parts are named by message, and by chat where a file holds several: a name that is there already gets a number. */
function named(messages: readonly TelegramMessage[]): readonly CapturedDocument[] {
  const chats = new Set(messages.map(({ chat }) => chat));
  const seen = new Map<string, number>();
  return messages.map((message) => {
    const own = `message ${message.id}`;
    const part = chats.size > 1 ? `${message.chat ?? "chat without a name"}, ${own}` : own;
    const count = (seen.get(part) ?? 0) + 1;
    seen.set(part, count);
    return documentOf(message, count === 1 ? part : `${part} (${count})`);
  });
}

function skippedOf(counts: TelegramCounts): readonly Skipped[] {
  const rows: readonly Skipped[] = [
    { what: "service messages", count: counts.service },
    { what: "messages without text", count: counts.wordless },
    { what: "private chats of a whole account: export one alone to read it", count: counts.privateChats },
  ];
  return rows.filter(({ count }) => count > 0);
}

/** Messages of an export as an opened file. Fails with `document/damaged` or `document/empty` where it has no message with words. */
export function openedMessages(
  messages: readonly TelegramMessage[],
  counts: TelegramCounts,
  isCut: boolean,
): Outcome<OpenedFile> {
  const skipped = skippedOf(counts);
  if (messages.length > 0) {
    const fault = problem(
      "document/damaged",
      `The Telegram export is cut off or broken: ${messages.length} messages before that were read. Export the chat again.`,
    );
    return done({ kind: "telegram", documents: named(messages), skipped, problem: isCut ? fault.problem : null });
  }
  if (isCut)
    return problem(
      "document/damaged",
      "The Telegram export is cut off or broken before its first message with words. Export the chat again.",
    );
  const found = skipped.map(({ what, count }) => `${count} ${what}`).join("; ");
  return problem(
    "document/empty",
    `The Telegram export has no message with words (${found || "no message at all"}). Export the chat with its history.`,
  );
}
