import fc from "fast-check";
import { expect, test } from "vitest";
import { createEngine } from "../src/engine.ts";
import type { AnnotatedDocument } from "../src/model/annotation.ts";
import { nothingGiven } from "../src/model/document.ts";
import type { Located, Span } from "../src/model/span.ts";
import { toConllu } from "../src/view/format/conllu.ts";
import { annotatedDocument } from "../src/view/format/schema.ts";

const { pipeline } = createEngine();
const given = { ...nothingGiven, published: "2021-11-12" };
const annotated = (text: string): AnnotatedDocument =>
  pipeline.annotate(pipeline.read(text, given), { id: "a", lang: "en", sentences: null });

// Words that make every stage work, between anything that Unicode holds.
const news = fc.constantFrom(
  "Minsk said ",
  "Norland’s ",
  "the Defense Ministry ",
  "accused Kyiv of ",
  "“We will not wait,” ",
  "according to ",
  "President Ilmar Vesk ",
  "without providing evidence ",
  "on Friday ",
  "two days ago ",
  "at least two soldiers ",
  "died. ",
  "deployed 4,000 troops ",
  "he ",
  "who ",
  "near the border with Poland ",
  "denied the claim",
  ". ",
  ", ",
  "\n\n",
  "\r\n",
  '" ',
  "“",
  "”",
  "Update: ",
  "By Oda Lind\n",
  "(",
  ")",
  "— ",
  "U.S. ",
);
const strange = fc.constantFrom(
  "👩‍👩‍👧",
  "e\u0301",
  "\u202e",
  "\u200b",
  "\ud800",
  "\0",
  "العربية ",
  "Лукашенко ",
  "\u2028",
  "\t",
  "ﬀ",
  "𝔄 ",
);
const texts = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: news },
      { weight: 1, arbitrary: strange },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

/** Every span of every layer, by the layer's name. */
function spansOf(document: AnnotatedDocument): readonly (readonly [layer: string, span: Span])[] {
  const located = (layer: string, rows: readonly Located[]) =>
    rows.map(({ start, end }) => [layer, [start, end]] as const);
  return [
    ...located("block", document.blocks),
    ...document.sentences.map((span) => ["sentence", span] as const),
    ...located("token", document.tokens),
    ...located("mention", document.mentions),
    ...located("timex", document.timexes),
    ...located("quantity", document.quantities),
    ...located("mark", document.marks),
    ...document.attributions.flatMap((one) => [
      ...one.source.map((span) => ["source", span] as const),
      ...one.cue.map((span) => ["cue", span] as const),
      ...one.content.map((span) => ["content", span] as const),
      ...(one.via ? [["via", [one.via.start, one.via.end]] as const] : []),
    ]),
    ...document.events.flatMap((one) => one.trigger.map((span) => ["trigger", span] as const)),
  ];
}

// Faults are gathered and looked at once: an `expect` for each of thousands of spans costs more than the reading.

test("every span of every layer lies in the text, is not empty, and does not begin or end with white space", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const document = annotated(text);
      const faults = spansOf(document).filter(([, [start, end]]) => {
        const words = document.text.slice(start, end);
        return start < 0 || start >= end || end > document.text.length || words.trim() !== words;
      });
      expect(faults).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("blocks, sentences and tokens are in order, never overlap, and together hold every character that is not white space", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const document = annotated(text);
      const spanned = (rows: readonly Located[]): readonly Span[] => rows.map(({ start, end }) => [start, end]);
      for (const layer of [spanned(document.blocks), document.sentences, spanned(document.tokens)]) {
        const ends = [0, ...layer.map(([, end]) => end)];
        expect(layer.filter(([start], at) => start < ends[at]!)).toEqual([]);
        const starts = [...layer.map(([start]) => start), document.text.length];
        expect(
          ends
            .map((end, at) => document.text.slice(end, starts[at]))
            .join("")
            .trim(),
        ).toBe("");
      }
    }),
    { numRuns: 200 },
  );
});

test("every sentence is one tree", () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const block of toConllu(annotated(text)).trim().split("\n\n")) {
        const rows = block.split("\n").filter((row) => /^\d+\t/.test(row));
        const heads = rows.map((row) => Number(row.split("\t")[6]));
        expect(heads.filter((head) => head === 0)).toHaveLength(rows.length === 0 ? 0 : 1);
        expect(heads.filter((head) => !(head >= 0 && head <= rows.length))).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

test("every id that is pointed at is there", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const document = annotated(text);
      const ids = (rows: readonly { readonly id: string }[]) => new Set<string>(rows.map((row) => row.id));
      const [actors, mentions, places, marks, attributions, events, quantities] = [
        document.actors,
        document.mentions,
        document.places,
        document.marks,
        document.attributions,
        document.events,
        document.quantities,
      ].map(ids) as [Set<string>, Set<string>, Set<string>, Set<string>, Set<string>, Set<string>, Set<string>];
      const pointed: readonly (readonly [where: Set<string>, id: string | null])[] = [
        ...document.mentions.map((one) => [actors, one.actor] as const),
        ...document.places.map((one) => [mentions, one.mention] as const),
        ...document.marks.map((one) => [attributions, one.target] as const),
        ...document.attributions.flatMap((one) => [
          ...[...one.speakers, ...one.targets, one.via?.actor ?? null].map((actor) => [actors, actor] as const),
          ...one.marks.map((mark) => [marks, mark] as const),
          [attributions, one.parent] as const,
        ]),
        ...document.events.flatMap((one) => [
          ...[...one.actors, ...one.recipients].map((actor) => [actors, actor] as const),
          ...one.places.map((place) => [places, place.place] as const),
          ...one.quantities.map((quantity) => [quantities, quantity] as const),
          [attributions, one.attribution] as const,
        ]),
        ...document.quantities.map((one) => [events, one.event] as const),
      ];
      expect(pointed.filter(([where, id]) => id !== null && !where.has(id)).map(([, id]) => id)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("an annotated document is of the format, and reading twice gives the same", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const document = annotated(text);
      expect(annotatedDocument.parse(document)).toEqual(document);
      expect(annotated(text)).toEqual(document);
    }),
    { numRuns: 100 },
  );
});
