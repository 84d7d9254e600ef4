import { done, type Outcome, problem } from "../../model/outcome.ts";
import {
  bareDocument,
  type CapturedDocument,
  lineOrNull,
  nothingStated,
  type OpenedFile,
  type Skipped,
  webAddress,
} from "./captured.ts";
import { mailContent, type Shown } from "./mail-body.ts";
import { bodyBytes, fileNameOf, type MimePart, readMime } from "./mime.ts";
import { decodeWords, fieldOf, type MimeHeader, mailboxName, mailDate } from "./mime-header.ts";

// A forward of a forward of a forward is read; a chain made to be endless is not.
const deepest = 8;
const mailLimit = 1000;

/** A subject without the marks that programs put before one that is answered or passed on. */
const marks = /^(?:\s{0,4}(?:re|fwd?|aw|wg|tr|rv|antw|vs|sv)\s{0,2}(?:\[\d{1,3}\])?\s{0,2}:\s{0,4}){1,20}/i;

const isPassedOn = (subject: string): boolean => /^\s{0,4}(?:fwd?|wg|tr|rv)\s{0,2}:/i.test(subject);

function documentOf(header: MimeHeader, shown: Shown, part: string | null): CapturedDocument {
  const subject = decodeWords(fieldOf(header, "subject") ?? "");
  const sent = mailDate(fieldOf(header, "date"));
  const sender = lineOrNull(mailboxName(fieldOf(header, "from")));
  const title = lineOrNull(subject.replace(marks, ""));
  const url = webAddress(
    (fieldOf(header, "archived-at") ?? fieldOf(header, "content-location"))?.replace(/^<|>$/g, ""),
  );
  const bare = { ...bareDocument(shown.form, shown.body), part };
  // Of what is passed on, day and sender are those of the one who passed it on: they count only where the text names no others.
  if (isPassedOn(subject))
    return {
      ...bare,
      stated: { ...nothingStated, title },
      fallback: { ...nothingStated, publisher: sender, published: sent },
    };
  return { ...bare, stated: { title, url, publisher: sender, published: sent } };
}

const attachmentName = (part: MimePart): string => {
  const name = fileNameOf(part);
  return name === null ? `attachment of type ${part.type.value.slice(0, 80)}` : `attachment ${name}`;
};

/** Counts of what was skipped, by its words, in the order of the first of each. */
function counted(what: readonly string[]): readonly Skipped[] {
  const counts = new Map<string, number>();
  for (const one of what) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([what, count]) => ({ what, count }));
}

interface Found {
  readonly documents: CapturedDocument[];
  readonly skipped: string[];
}

function readMail(bytes: Uint8Array, mail: MimePart, path: readonly number[], found: Found): void {
  const { shown, attached, mails } = mailContent(bytes, mail);
  const part = path.length === 0 ? null : `message ${path.join(".")}`;
  if (shown) found.documents.push(documentOf(mail.header, shown, part));
  for (const one of attached) found.skipped.push(attachmentName(one));
  for (const [at, inner] of mails.entries()) {
    if (path.length + 1 >= deepest || found.documents.length >= mailLimit) {
      found.skipped.push("messages in messages, nested too deep or too many");
      continue;
    }
    // Mostly its bytes stand there as they are; some programs encode them all the same.
    const body = bodyBytes(bytes, inner);
    readMail(body, readMime(body), [...path, at + 1], found);
  }
}

/** Index behind the line `From sender date` that mailboxes put before a message; 0 where there is none. */
const behindMailboxLine = (bytes: Uint8Array): number =>
  bytes[0] === 70 && bytes[4] === 32 && Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "From "
    ? bytes.indexOf(10) + 1
    : 0;

/**
 * A mail (EML; RFC 5322 and MIME) -> itself and the mails in it, as documents: sender as publisher, subject as title, date as printed, in its own zone.
 * The subject's marks of answer and forward are taken off; of a forward, sender and day count only where its text tells none. Attachments are named and
 * not opened. Fails with `document/empty` where nothing is shown.
 */
export function openEmail(bytes: Uint8Array): Outcome<OpenedFile> {
  const found: Found = { documents: [], skipped: [] };
  const root = readMime(bytes, behindMailboxLine(bytes));
  readMail(bytes, root, [], found);
  const skipped = counted(found.skipped);
  const cut = problem(
    "document/damaged",
    "The mail has no end: it was cut off, and was read as far as it goes. Save it again.",
  );
  if (found.documents.length > 0)
    return done({ kind: "email", documents: found.documents, skipped, problem: root.isWhole ? null : cut.problem });
  const names = skipped.map(({ what }) => what).join(", ");
  return problem(
    "document/empty",
    names === ""
      ? "The mail has no text. Save it again, with its body."
      : `The mail has no text of its own, and attachments are not opened (${names.slice(0, 300)}). Save those and add them.`,
  );
}
