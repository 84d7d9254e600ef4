import { done, type Outcome } from "../../model/outcome.ts";
import { decodeBytes, documentLimitBytes, tooLarge } from "../decode.ts";
import { bareDocument, type OpenedFile } from "./captured.ts";
import { openEmail } from "./email.ts";
import { kindOfBytes } from "./kind.ts";
import { openMarkdown } from "./markdown.ts";
import { openMhtml } from "./mhtml.ts";
import { openPdf } from "./pdf.ts";
import { openTelegramHtml } from "./telegram-html.ts";
import { openTelegramJson } from "./telegram-json.ts";

function openText(
  bytes: Uint8Array,
  kind: "markdown" | "telegram" | null,
  charset: string | null,
): Outcome<OpenedFile> {
  const decoded = decodeBytes(bytes, charset);
  if (!decoded.ok) return decoded;
  const { text, kind: form } = decoded.value;
  if (kind === "markdown") return openMarkdown(text);
  if (kind === "telegram") return form === "html" ? openTelegramHtml(text) : openTelegramJson(text);
  return done({ kind: form, documents: [bareDocument(form, text)], skipped: [], problem: null });
}

/**
 * The bytes of a file of any kind that is read -> its documents, decoded, with what their container says of them. `name` is the file's; its ending helps to tell
 * the kind. `charset` is the one that a server or an archive names for them. Fails with `document/too-large`, `document/empty`, `document/binary`, `document/charset`, `document/damaged`, `document/encrypted` or
 * `document/no-text-layer`; a file of which a part could be read is opened, with its `problem`. Nothing that the bytes hold is run or fetched. Never throws.
 */
export async function openBytes(
  bytes: Uint8Array,
  name: string | null = null,
  charset: string | null = null,
): Promise<Outcome<OpenedFile>> {
  if (bytes.length > documentLimitBytes) return tooLarge(bytes.length);
  const kind = kindOfBytes(bytes, name);
  if (kind === "pdf") return openPdf(bytes);
  if (kind === "mhtml") return openMhtml(bytes);
  if (kind === "email") return openEmail(bytes);
  return openText(bytes, kind, charset);
}
