import { beforeAll, describe, expect, test } from "vitest";
import { createEngine, type Engine, readTask } from "../../src/engine.ts";
import { nothingGiven } from "../../src/model/document.ts";
import type { Told } from "../../src/model/story.ts";
import { mostJoined, openingOf } from "../../src/story/opening.ts";

let engine: Engine;
beforeAll(() => {
  engine = createEngine();
});

const said = "Interior Minister Pavel Orlan said on Friday that the rebels had killed 12 border guards near Kesten.";
const plain = "The river was high.";

async function toldOf(sentence: string, times: number): Promise<Told> {
  const body = Array.from({ length: times }, () => sentence).join("\n\n");
  const task = { id: "x", body, given: { ...nothingGiven, lang: "en" }, sentences: null, tokens: true };
  const read = await readTask(engine, task);
  if (!read.ok) throw new Error(read.problem.message);
  return { document: "d1" as Told["document"], publisher: null, annotation: read.value, copies: [] };
}

describe("of a long document its opening is joined", () => {
  test("a report is joined whole", async () => {
    const told = await toldOf(said, 20);
    expect(openingOf(told)).toBe(told);
  });

  test.each([
    ["statements", said, mostJoined.statements + 20, mostJoined.statements],
    ["sentences", plain, mostJoined.sentences + 20, mostJoined.sentences],
  ])("as far as the bound of its %s, also where the text is twice as long", async (_what, sentence, times, most) => {
    const [once, twice] = [openingOf(await toldOf(sentence, times)), openingOf(await toldOf(sentence, 2 * times))];
    const sizes = ({ annotation }: Told) =>
      [annotation.text, annotation.sentences, annotation.attributions, annotation.events].map(({ length }) => length);
    expect(sizes(twice)).toEqual(sizes(once));
    expect(once.annotation.sentences.length).toBeLessThanOrEqual(mostJoined.sentences);
    expect(once.annotation.attributions.length).toBeLessThanOrEqual(mostJoined.statements);
    expect(once.annotation.sentences.length).toBeGreaterThan(most - 20);
  });

  test("nothing in it points out of it", async () => {
    const { annotation } = openingOf(await toldOf(said, mostJoined.statements + 20));
    const { attributions, events, marks, quantities, text } = annotation;
    const has = (rows: readonly { readonly id: string }[]) => {
      const ids = new Set(rows.map(({ id }) => id));
      return (id: string | null): boolean => id === null || ids.has(id);
    };
    expect(attributions.every((one) => has(attributions)(one.parent) && one.marks.every(has(marks)))).toBe(true);
    expect(events.every((one) => has(attributions)(one.attribution) && one.quantities.every(has(quantities)))).toBe(
      true,
    );
    expect(marks.every((one) => has(attributions)(one.target))).toBe(true);
    expect(quantities.every((one) => has(events)(one.event))).toBe(true);
    for (const { start, end } of [...annotation.blocks, ...annotation.mentions, ...quantities]) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });
});
