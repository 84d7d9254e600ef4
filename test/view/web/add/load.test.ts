import { expect, test } from "vitest";
import { fileLoad, isHidden, isHtml, nothingSaid, pasteLoad } from "../../../../src/view/web/add/load.ts";

const texts = [
  ["<!DOCTYPE html><p>x", true],
  ["\n <html lang=en>", true],
  ["<p>The minister said", true],
  ["<3 the minister said", false],
  ["The <b>minister</b> said", false],
  ["", false],
] as const;
for (const [text, is] of texts)
  test(`${JSON.stringify(text)} is ${is ? "HTML" : "text"}`, () => expect(isHtml(text)).toBe(is));

const paths = [
  ["march/report.html", false],
  [".DS_Store", true],
  ["march/.git/config", true],
  ["march/Thumbs.db", true],
] as const;
for (const [path, is] of paths) test(`${path} is ${is ? "left out" : "taken"}`, () => expect(isHidden(path)).toBe(is));

const said = { publisher: " Courier ", published: "", title: "T", url: "https://a.example/" };

test("a pasted text brings what is said of it, and nothing that is empty", () => {
  const draft = { ...said, text: "typed", as: null };
  expect([...pasteLoad("words", "text", draft).form()]).toEqual([
    ["publisher", "Courier"],
    ["title", "T"],
    ["url", "https://a.example/"],
    ["text", "words"],
  ]);
});

test("a file brings neither title nor address", () => {
  const { name, form } = fileLoad({ file: new File(["words"], "a.txt"), path: "march/a.txt" }, said);
  expect([name, [...form().keys()]]).toEqual(["march/a.txt", ["publisher", "file"]]);
});

test("a file brings its folders and the manifest that lies with it", () => {
  const manifest = new File(["[]"], "manifest.json");
  const form = fileLoad({ file: new File(["words"], "a.txt"), path: "march/a.txt" }, nothingSaid, manifest).form();
  expect([...form.values()].map((part) => (part as File).name)).toEqual(["march/a.txt", "manifest.json"]);
});
