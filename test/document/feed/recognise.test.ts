import { describe, expect, test } from "vitest";
import { looksLikeFeed } from "../../../src/document/feed/recognise.ts";

const rows: readonly (readonly [name: string, front: string | Uint8Array, is: boolean])[] = [
  ["RSS", '<?xml version="1.0"?>\n<rss version="2.0"><channel>', true],
  ["RDF", '<rdf:RDF xmlns:rdf="x">', true],
  ["Atom", '<feed xmlns="http://www.w3.org/2005/Atom">', true],
  ["Atom with a prefix", '<a:feed xmlns:a="http://www.w3.org/2005/Atom">', true],
  ["OPML", '<opml version="2.0">', true],
  ["JSON Feed", '{ "version": "https://jsonfeed.org/version/1.1", "items": []', true],
  ["JSON Feed, its slashes escaped", '{"title": "x", "version": "https:\\/\\/jsonfeed.org\\/version\\/1"', true],
  ["UTF-16", Buffer.from("\uFEFF<rss version='2.0'>", "utf16le"), true],
  ["a comment before the root", "<!-- <html> --><rss>", true],
  ["a page", "<!doctype html><html><body>", false],
  ["a page that tells of feeds", "<html><body><code><rss></code>", false],
  ["other XML", "<note><to>Ada</to></note>", false],
  ["other JSON", '{"version": "1.0", "items": []}', false],
  ["text", "The feed <b>is</b> late.", false],
  ["nothing", "", false],
];

describe("does it begin like a feed?", () => {
  for (const [name, front, is] of rows) test(`${name}: ${is}`, () => expect(looksLikeFeed(front)).toBe(is));
});
