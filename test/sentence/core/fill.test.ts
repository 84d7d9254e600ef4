import { describe, expect, test } from "vitest";
import { loadCore } from "../../../src/engine.ts";
import type { AnnotatedDocument } from "../../../src/model/annotation.ts";
import { rowsOf, standoff } from "../../view/cli/command.ts";
import { parsedOf } from "../parsed.ts";
import { tagged } from "../tagged.ts";

const english = "The ministers said on Friday that two men were killed. Norland denied it.";
const line = (fields: object): string => `${JSON.stringify({ id: "1", text: english, ...fields })}\n`;
const annotated = async (input: string, ...options: readonly string[]): Promise<readonly AnnotatedDocument[]> =>
  rowsOf<AnnotatedDocument>((await standoff(["annotate", ...options], input)).out);

describe("tokens", () => {
  test("of an English text have tags, lemmas, heads and labels", async () => {
    const [document] = await annotated(line({}), "--tokens");
    const rows = document!.tokens.map(({ start, end, upos, xpos, lemma, head, deprel }) =>
      [english.slice(start, end), upos, xpos, lemma, head, deprel].join(" "),
    );
    expect(rows.slice(0, 3)).toEqual([
      "The DET DT the 2 det",
      "ministers NOUN NNS minister 3 nsubj",
      "said VERB VBD say 0 root",
    ]);
    expect(rows.slice(11)).toEqual([
      "Norland PROPN NNP Norland 2 nsubj",
      "denied VERB VBD deny 0 root",
      "it PRON PRP it 2 obj",
      ". PUNCT . . 2 punct",
    ]);
    expect(document!.provenance.weights).toMatch(/^[0-9a-f]{64}$/);
  });

  test("of a text in another language have none", async () => {
    const text = "Der Minister sagte am Freitag, dass zwei Männer gestorben sind.";
    const [document] = await annotated(line({ text }), "--tokens");
    expect(document!.lang).toBe("de");
    expect(document!.provenance.weights).toBe(null);
    const { start, end, ...rest } = document!.tokens[1]!;
    expect([text.slice(start, end), rest]).toEqual([
      "Minister",
      { upos: null, xpos: null, lemma: null, head: null, deprel: null },
    ]);
  });

  test("of a text whose language cannot be told or is named by its region are read as English", async () => {
    const text = "The ministry denied it.";
    for (const lang of [null, "en-GB"]) {
      const [document] = await annotated(line({ text, lang }), "--tokens");
      expect(document!.tokens.map(({ head }) => head)).toEqual([2, 3, 0, 3, 3]);
    }
  });

  test("that are given stay as they are, and are filled", async () => {
    const text = "Norland can't wait.";
    const given = (
      [
        ["Norland", 0, 7],
        ["can't", 8, 13],
        ["wait.", 14, 19],
      ] as const
    ).map((row) => [...row]);
    const [document] = await annotated(line({ text, lang: "en", sentences: [[], given] }), "--tokens");
    expect(document!.tokens.map(({ start, end }) => [text.slice(start, end), start, end])).toEqual(given);
    expect(document!.tokens.filter(({ head }) => head === 0)).toHaveLength(1);
  });

  test("change nothing else, and are the same on any number of threads", async () => {
    const input = Array.from({ length: 70 }, (_, at) =>
      line({ id: `${at}`, text: `${english} Sudria's army said ${at} soldiers were near the border.`, lang: "en" }),
    ).join("");
    const one = await annotated(input, "--tokens", "--jobs", "1");
    const bare = await annotated(input, "--jobs", "1");
    expect(await annotated(input, "--tokens", "--jobs", "2")).toEqual(one);
    const rest = (document: AnnotatedDocument) => ({
      ...document,
      tokens: null,
      provenance: { ...document.provenance, weights: null },
    });
    expect(one.map(rest)).toEqual(bare.map(rest));
    expect(bare[0]!.tokens).toEqual([]);
    expect(bare[0]!.provenance).toEqual(one[0]!.provenance);
  });
});

test("CoNLL-U holds one tree a sentence, its heads among its ids", async () => {
  const { out } = await standoff(["annotate", "--out", "conllu"], line({}));
  const sentences = out
    .trim()
    .split("\n\n")
    .map((block) => block.split("\n").filter((row) => !row.startsWith("#")))
    .map((rows) => rows.map((row) => row.split("\t")));
  expect(sentences.map((rows) => rows.length)).toEqual([11, 4]);
  for (const rows of sentences) {
    expect(rows.map(([id]) => id)).toEqual(rows.map((_, at) => `${at + 1}`));
    expect(rows.filter((row) => row[6] === "0").map((row) => row[7])).toEqual(["root"]);
    expect(rows.every((row) => row.length === 10 && Number(row[6]) <= rows.length)).toBe(true);
  }
});

test("CoNLL-U says where a sentence was too long to be read whole", async () => {
  const { out } = await standoff(
    ["annotate", "--out", "conllu"],
    line({ text: "troops and tanks , ".repeat(200), lang: "en" }),
  );
  const remarks = out.split("\n").filter((row) => /^# (?:cut|heads)/.test(row));
  expect(remarks).toEqual(["# cut = after 600 tokens", "# heads = found in pieces of 256 tokens"]);
});

test("a text of any length is filled, sentence by sentence", () => {
  const parsed = parsedOf(`${"troops and tanks , ".repeat(2000)}\nNorland denied it.`);
  const filled = tagged(parsed).tokens;
  expect(filled.map(({ start, end }) => [start, end])).toEqual(parsed.tokens.map(({ start, end }) => [start, end]));
  expect(filled.filter(({ head }) => head === 0)).toHaveLength(parsed.sentences.length);
});

test("a folder without the weights is told, with what to do", () => {
  expect(() => loadCore(new URL("file:///nowhere/"))).toThrow(/install Standoff again/);
});
