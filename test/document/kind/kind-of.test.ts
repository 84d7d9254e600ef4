import { describe, expect, test } from "vitest";
import { kindOfBytes } from "../../../src/document/kind/kind.ts";

const mail = "From: a@post.example\nSubject: Border\nMIME-Version: 1.0\nTo: b@desk.example\n\nHello.";
const saved = "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b";
const chat = '{"name": "Harbour Watch", "type": "public_channel", "id": 1, "messages": [';

describe("what a file is, by what it holds and its name", () => {
  const rows: readonly (readonly [what: string, text: string, name: string | null, kind: string | null])[] = [
    ["a PDF file", "%PDF-1.7\n", null, "pdf"],
    ["a PDF file behind a line of its server", "\r\nHTTP junk\r\n%PDF-1.7\n", "a.bin", "pdf"],
    ["a report about PDF", "The format %PDF-x is old.", "a.txt", null],
    ["a mail", mail, null, "email"],
    ["a mail of a mailbox", `From a@post.example Fri Mar  4 10:15:00 2022\n${mail}`, null, "email"],
    ["a mail with little of a header", "From: a@post.example\nSubject: b\n\nHello.", "a.eml", "email"],
    ["a report with lines like a header", "From: a\nSubject: b\n\nHello.", "a.txt", null],
    ["a saved page", saved, null, "mhtml"],
    ["a mail with pictures", `To: b@desk.example\n${saved.replace("<Saved by Blink>", "a")}`, null, "email"],
    ["an export of a chat", chat, null, "telegram"],
    ["an export of an account", '{"about": "a", "contacts": {}, "chats": {"list": []}}', null, "telegram"],
    ["other JSON", '{"messages": [{"type": "error"}]}', "a.json", null],
    ["an HTML export", '<!DOCTYPE html><div class="page_wrap"><div class="history">', "messages.html", "telegram"],
    ["a page", "<!doctype html><p>From: a", "a.md", null],
    ["Markdown by its name", "The border is closed.", "a.md", "markdown"],
    ["Markdown by its front matter", "---\ntitle: a\nurl: https://post.example/\n---\nWords", null, "markdown"],
    ["Markdown by its marks", "# Border\n\nSee [this](https://post.example/).", null, "markdown"],
    ["a text with a dash line", "---\nThe border: closed.\n---\nSo it is.", "a.txt", null],
    ["a text", "The border is closed.", "a.txt", null],
    ["nothing", "", "a.pdf", null],
  ];
  test.each(rows)("%s", (_, text, name, kind) => {
    expect(kindOfBytes(new TextEncoder().encode(text), name)).toBe(kind);
  });
});
