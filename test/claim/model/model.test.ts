import { describe, expect, test } from "vitest";
import { createEngine } from "../../../src/engine.ts";
import { nothingGiven } from "../../../src/model/document.ts";
import type { Spans } from "../../../src/model/span.ts";

const { pipeline } = createEngine();

/** What the product with its model finds: source {cue} [content], one line each. */
function linesOf(text: string): readonly string[] {
  const read = pipeline.annotate(pipeline.read(text, nothingGiven), { id: "d", lang: "en", sentences: null });
  const words = (spans: Spans): string => spans.map(([start, end]) => text.slice(start, end)).join(" … ");
  return read.attributions.map(
    ({ kind, source, cue, content }) => `${kind}: <${words(source)}> {${words(cue)}} [${words(content)}]`,
  );
}

describe("attributions with the learned model", () => {
  test.each([
    [
      "The ministry said on Monday that the bridge at Wend had been rebuilt.",
      ["say: <The ministry> {said} [that the bridge at Wend had been rebuilt]"],
    ],
    [
      "“The bridge is open,” said Ilsa Marn, the mayor of Wend. “We drove across it today.”",
      ["say: <Ilsa Marn, the mayor of Wend> {said} [“The bridge is open,” … “We drove across it today.”]"],
    ],
    [
      "According to the harbour office, two ships left Wend on Friday.",
      ["say: <the harbour office> {According to} [two ships left Wend on Friday]"],
    ],
    // What is not commented on, chains and cues of several words stay as the rules read them.
    [
      "The Norland foreign ministry declined to comment on the report.",
      ["no-comment: <The Norland foreign ministry> {declined} [to comment on the report]"],
    ],
    [
      "The governor said the army had denied that it shelled the port.",
      [
        "say: <The governor> {said} [the army had denied that it shelled the port]",
        "deny: <the army> {had denied} [that it shelled the port]",
      ],
    ],
    [
      "Marn was responding to media reports suggesting Norland had closed the port.",
      ["say: <media reports> {suggesting} [Norland had closed the port]"],
    ],
    [
      "The minister sought to reassure farmers by citing a report saying Norland, a large buyer of grain, had paid its bills.",
      [
        "assure: <The minister> {sought to reassure} [farmers]",
        "say: <The minister> {citing} [a report saying Norland, a large buyer of grain, had paid its bills]",
      ],
    ],
    [
      "The agency cited the army as saying the village was taken.",
      ["say: <the army> {saying} [the village was taken]"],
    ],
    [
      "Norland has sent tanks to the river, something the ministry has denied.",
      ["deny: <the ministry> {has denied} [Norland has sent tanks to the river]"],
    ],
    // Cues that are no rule's: their kind is that of the noun handed over, or of the lemma.
    [
      "Norland has issued a series of demands for a treaty on the river.",
      ["demand: <Norland> {has issued} [a series of demands for a treaty on the river]"],
    ],
    ["The minister attacked the report as a lie.", ["criticize: <The minister> {attacked} [the report as a lie]"]],
    [
      "The senator openly embraced the plan to close the mine.",
      ["praise: <The senator> {openly embraced} [the plan to close the mine]"],
    ],
    [
      "The general is confident that the bridge will hold.",
      ["believe: <The general> {is confident} [that the bridge will hold]"],
    ],
    [
      "The council debated whether the road should be closed.",
      ["say: <The council> {debated} [whether the road should be closed]"],
    ],
    ["The bridge at Wend was closed for two days after the flood.", []],
    ["", []],
    ["“““ said ” ‘", []],
  ])("%s", (text, lines) => expect(linesOf(text)).toEqual(lines));

  test("a score is a probability, also of what rules alone find and of a quotation without a cue", () => {
    const text = "The mayor said that the road was closed. The army denied that it had shelled the port.";
    const orphan = "The road was closed.\n\n“Nobody can reach the village before Monday, and nobody tries.”";
    for (const one of [orphan, "The governor said the army had denied that it shelled the port."]) {
      const { attributions } = pipeline.annotate(pipeline.read(one, nothingGiven), {
        id: "d",
        lang: "en",
        sentences: null,
      });
      expect(attributions.length).toBeGreaterThan(0);
      for (const { score } of attributions) expect(score).toBeGreaterThan(0);
    }
    const read = pipeline.annotate(pipeline.read(text, nothingGiven), { id: "d", lang: "en", sentences: null });
    expect(read.attributions.length).toBe(2);
    for (const { score } of read.attributions) {
      expect(score).toBeGreaterThan(0.5);
      expect(score).toBeLessThan(1);
    }
  });

  test("a sentence of many cues is read in bounded windows", () => {
    const text = `${"he said that ".repeat(3000)}it rained.`;
    const read = pipeline.annotate(pipeline.read(text, nothingGiven), { id: "d", lang: "en", sentences: null });
    expect(read.attributions.length).toBeGreaterThan(0);
    for (const { content } of read.attributions) for (const [start, end] of content) expect(end).toBeGreaterThan(start);
  });
});
