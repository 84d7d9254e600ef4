import { describe, expect, test } from "vitest";
import type { Origin } from "../../../../src/model/ledger.ts";
import { type GraphReport, originGraph, wrapped } from "../../../../src/view/web/story/origin-graph.ts";

describe("words in lines", () => {
  const rows: readonly (readonly [text: string, units: number, lines: readonly string[]])[] = [
    ["The Brackholt Courier", 14, ["The Brackholt", "Courier"]],
    ["TarvInform", 14, ["TarvInform"]],
    ["  a   b ", 14, ["a b"]],
    ["", 14, [""]],
    ["Donaudampfschifffahrt", 10, ["Donaudamp…"]],
    ["one two three four", 5, ["one", "two", "thre…"]],
    ["one two three four five six", 9, ["one two", "three", "four fiv…"]],
  ];
  test.each(rows)("%s in %d", (text, units, lines) => expect(wrapped(text, units)).toEqual(lines));
  test("half a pair is never left", () => {
    for (const line of wrapped("😀".repeat(40), 9)) expect(line.isWellFormed()).toBe(true);
  });
});

const report = (document: string, publisher: string, copies: readonly string[] = []): GraphReport => ({
  document,
  publisher,
  day: "7 Mar 2031",
  copies,
});
const origin = (name: string, documents: readonly string[], chain: readonly string[], established = true): Origin =>
  ({ name, kind: "statement", established, documents, chain, reason: "" }) as unknown as Origin;
const graphOf = (reports: readonly GraphReport[], origins: readonly Origin[], widthPx = 336) =>
  originGraph({ reports, origins, nameOf: ({ name }) => name, widthPx });

describe("the graph of origins", () => {
  test("leads the reports of one origin into one box", () => {
    const { nodes, links } = graphOf(
      [report("d1", "A"), report("d2", "B")],
      [origin("a statement by the ministry", ["d1", "d2"], ["A", "ministry"])],
    );
    expect(nodes.map(({ kind }) => kind).sort()).toEqual(["origin", "report", "report"]);
    expect(links.length).toBe(2);
    expect(new Set(links.map(({ d }) => d.split(" ").slice(-2).join(" "))).size).toBe(1);
  });
  test("keeps origins apart, and marks the one of which nothing tells whether it is one of its own", () => {
    const { nodes } = graphOf(
      [report("d1", "A"), report("d2", "B")],
      [origin("X", ["d1"], ["A", "X"]), origin("Y", ["d2"], ["B", "Y"], false)],
    );
    const boxes = nodes.filter(({ kind }) => kind === "origin");
    expect(boxes.map(({ isEstablished }) => isEstablished)).toEqual([true, false]);
    expect(boxes[1]!.y).toBeGreaterThanOrEqual(boxes[0]!.y + boxes[0]!.height);
  });
  test("shows who passed it on between the report and the origin", () => {
    const { nodes, links } = graphOf(
      [report("d1", "A"), report("d2", "B")],
      [origin("X", ["d1", "d2"], ["B", "Reuters", "Belta", "X"])],
    );
    const via = nodes.find(({ kind }) => kind === "via")!;
    expect(via.lines.join(" ")).toBe("Reuters, then Belta");
    expect(links.length).toBe(3);
  });
  test("puts copies beside each other under a bracket", () => {
    const { nodes, brackets } = graphOf(
      [report("d1", "A"), report("d2", "B"), report("d3", "C", ["d1"])],
      [origin("X", ["d1", "d2", "d3"], ["A", "X"])],
    );
    expect(nodes.filter(({ kind }) => kind === "report").map(({ id }) => id)).toEqual(["d1", "d3", "d2"]);
    expect(brackets.length).toBe(1);
  });
  test("draws a report once, though it rests on two origins", () => {
    const { nodes, links } = graphOf(
      [report("d1", "A")],
      [origin("X", ["d1"], ["A", "X"]), origin("Y", ["d1"], ["A", "Y"])],
    );
    expect(nodes.map(({ kind }) => kind)).toEqual(["report", "origin", "origin"]);
    expect(links.length).toBe(2);
  });
  test("leaves out reports beyond a dozen, and says how many", () => {
    const reports = Array.from({ length: 40 }, (_one, at) => report(`d${at}`, `P${at}`));
    const graph = graphOf(reports, [
      origin(
        "X",
        reports.map(({ document }) => document),
        ["P0", "X"],
      ),
    ]);
    expect(graph.nodes.filter(({ kind }) => kind === "report").length).toBe(12);
    expect(graph.more).toBe(28);
  });
  test("is empty where nothing is known", () =>
    expect(graphOf([], [])).toMatchObject({ nodes: [], links: [], height: 0 }));
  test("holds all boxes apart and inside of its width", () => {
    const reports = [
      report("d1", "A"),
      report("d2", "The longest name of a publisher that there ever was"),
      report("d3", "C"),
    ];
    for (const width of [280, 336, 480]) {
      const { nodes, height } = graphOf(
        reports,
        [origin("X".repeat(90), ["d1"], ["A", "R", "X"]), origin("Y", ["d2", "d3"], ["B", "Y"], false)],
        width,
      );
      for (const node of nodes) {
        expect(node.x + node.width).toBeLessThanOrEqual(width);
        expect(node.y + node.height).toBeLessThanOrEqual(height + 8);
        for (const other of nodes)
          if (other !== node && other.x === node.x)
            expect(other.y >= node.y + node.height || node.y >= other.y + other.height).toBe(true);
      }
    }
  });
});
