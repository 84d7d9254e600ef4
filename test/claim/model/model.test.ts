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
    ["The bridge at Wend was closed for two days after the flood.", []],
    ["", []],
    ["“““ said ” ‘", []],
  ])("%s", (text, lines) => expect(linesOf(text)).toEqual(lines));

  test("a score is a probability where the model has a say", () => {
    const text = "The mayor said that the road was closed. The army denied that it had shelled the port.";
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
