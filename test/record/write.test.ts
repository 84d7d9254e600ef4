import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnnotatedDocument } from "../../src/model/annotation.ts";
import { nothingGiven } from "../../src/model/document.ts";
import { id } from "../../src/model/id.ts";
import type { Incoming } from "../../src/model/record.ts";
import { dump } from "../../src/record/dump.ts";
import { sha256 } from "../../src/record/hash.ts";
import { currentReading, readReading } from "../../src/record/read.ts";
import { lookUp, write } from "../../src/record/write.ts";
import { added, bare, codeOf, found, full, fullText, got, incoming, madeCase, now, rules } from "./made.ts";

describe("write then read gives the same reading", () => {
  const rows: readonly (readonly [name: string, document: AnnotatedDocument])[] = [
    ["a text in which nothing was found", bare("a", "Nothing is said.")],
    ["an empty text", bare("a", "")],
    ["every layer, with ids that do not sort in text order", full("a")],
    ["text beyond the basic plane", bare("a", "🎈 Да, а\u0301 – \r\n\t\u2028ok")],
  ];
  for (const [name, document] of rows) {
    test(name, () => {
      const record = madeCase();
      const { document: where } = added(record, document.id, document.text, document);
      expect(readReading(record, currentReading(record, where)!)).toEqual({ ...document, tokens: [] });
    });
  }

  test("for any texts and layers", () => {
    const record = madeCase();
    const word = fc.string({ unit: "grapheme", maxLength: 8 }).map((text) => text.replaceAll("\0", ""));
    const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
    const documents = fc
      .tuple(fc.string({ unit: "binary", minLength: 1 }), fc.infiniteStream(fc.nat()), word)
      .chain(([raw, numbers, name]) => {
        const text = raw.replaceAll("\0", "x");
        const span = (): readonly [number, number] => {
          const start = Number(numbers.next().value) % text.length;
          return [start, start + 1 + (Number(numbers.next().value) % (text.length - start))];
        };
        return fc
          .record({
            actors: fc.array(
              fc.record({
                name: word,
                roles: fc.array(word),
                aliases: fc.uniqueArray(word),
                wikidata: maybe(word),
                public: maybe(fc.boolean()),
              }),
            ),
            score: maybe(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
            value: maybe(fc.double({ noNaN: true }).map((value) => value + 0)),
            lang: maybe(word),
            size: fc.nat({ max: 12 }),
          })
          .map(({ actors, score, value, lang, size }): AnnotatedDocument => {
            const many = Array.from({ length: size }, (_, at) => at);
            return {
              ...bare(name, text),
              lang,
              actors: actors.map((one, at) => ({
                id: id(`a${at}`),
                kind: "person",
                named: at % 2 === 0,
                country: null,
                ...one,
              })),
              quantities: many.map((at) => {
                const [start, end] = span();
                return {
                  id: id(`q${at}`),
                  start,
                  end,
                  value,
                  low: null,
                  high: value,
                  bound: "about",
                  unit: lang,
                  of: null,
                  event: null,
                };
              }),
              attributions: many.map((at) => ({
                ...full("x").attributions[1]!,
                id: id(`s${at}`),
                cue: [],
                content: [span(), span()],
                speakers: actors.map((_, actor) => id<"actor">(`a${actor}`)).toReversed(),
                parent: at === 0 ? null : id(`s${size - 1}`),
                score,
              })),
            };
          });
      });
    let count = 0;
    fc.assert(
      fc.property(documents, (document) => {
        const { document: where } = added(record, `d${count++}`, document.text, document);
        expect(readReading(record, currentReading(record, where)!)).toEqual(document);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what becomes of a document", () => {
  const page = (url: string, text: string, rest: Partial<Incoming> = {}): Incoming =>
    incoming("", text, { keys: { externalId: null, url, publisher: null, path: null }, ...rest });
  const first = page("https://a.example/1", "Old words.");
  const newer = { ...rules, version: "0.2.0" };
  const rows: readonly (readonly [
    what: string,
    next: Incoming,
    identity: typeof rules,
    outcome: string,
    ids: string,
  ])[] = [
    ["the same bytes from the same place are nothing new", first, rules, "same", "d1 r1"],
    [
      "the same page under a tracking link is the same place",
      page("https://A.example/1?utm_source=x#top", "Old words."),
      rules,
      "same",
      "d1 r1",
    ],
    [
      "the same bytes from another place are another document",
      page("https://b.example/1", "Old words."),
      rules,
      "new",
      "d2 r2",
    ],
    [
      "other bytes at the same place are a revision",
      page("https://a.example/1", "New words."),
      rules,
      "revision",
      "d1 r2",
    ],
    ["a newer engine makes a reading", first, newer, "reading", "d1 r1"],
    [
      "a day that is said later makes a revision",
      { ...first, given: { ...nothingGiven, published: "2024-05-15" } },
      rules,
      "revision",
      "d1 r2",
    ],
  ];
  for (const [what, next, identity, outcome, ids] of rows) {
    test(what, () => {
      const record = madeCase();
      got(write(record, first, bare("1", "Old words."), now));
      const text = Buffer.from(next.bytes).toString();
      const seen = got(lookUp(record, next, identity));
      expect(seen.needed).toBe(outcome !== "same");
      const done = got(write(record, next, bare("1", text, identity), now));
      expect([done.outcome, `${done.document} ${done.revision}`]).toEqual([outcome, ids]);
      expect(got(lookUp(record, next, identity)).added).toMatchObject({ outcome: "same" });
    });
  }

  test("what is not said again was not taken back", () => {
    const record = madeCase();
    const said = { ...first, given: { ...nothingGiven, published: "2024-05-15" } };
    got(write(record, said, bare("1", "Old words."), now));
    expect(got(lookUp(record, first, rules)).added?.outcome).toBe("same");
  });

  test("bytes that come back are the revision that they were", () => {
    const record = madeCase();
    got(write(record, first, bare("1", "Old words."), now));
    got(write(record, page("https://a.example/1", "New words."), bare("1", "New words."), now));
    expect(got(lookUp(record, first, rules)).added).toEqual({ outcome: "same", document: "d1", revision: "r1" });
  });

  test("a newer engine that reads another text out of known bytes makes a revision", () => {
    const record = madeCase();
    got(write(record, first, bare("1", "Old words."), now));
    const done = got(write(record, first, bare("1", "Old words", newer), now));
    expect(done).toEqual({ outcome: "revision", document: "d1", revision: "r2" });
    expect(got(lookUp(record, first, newer)).added).toMatchObject({ outcome: "same", revision: "r2" });
  });

  test("the newest reading of the newest revision is the current one", () => {
    const record = madeCase();
    got(write(record, first, bare("1", "Old words."), now));
    got(write(record, page("https://a.example/1", "New words."), bare("1", "New words."), now));
    got(write(record, first, bare("1", "Old words.", newer), now));
    expect(readReading(record, currentReading(record, "d1")!)?.text).toBe("New words.");
    expect([currentReading(record, "d2"), currentReading(record, "r1"), readReading(record, 99)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("bytes and texts are kept once for all documents that have them", () => {
    const record = madeCase();
    for (const name of ["a", "b", "c"]) added(record, name, "Same words.");
    const count = (table: string) => record.sqlite.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n;
    expect([count("blob"), count("text"), count("document")]).toEqual([1, 1, 3]);
  });
});

describe("a reading that breaks a rule is refused, and nothing of it is kept", () => {
  const good = full("a");
  const [mention] = good.mentions;
  const [attribution] = good.attributions;
  const [event] = good.events;
  const rows: readonly (readonly [what: string, document: AnnotatedDocument, said: RegExp])[] = [
    [
      "the hash of another text",
      { ...good, provenance: { ...good.provenance, textSha256: sha256("x") } },
      /another text/,
    ],
    ["half a character", bare("a", "\ud83c"), /not normalised/],
    ["NUL", bare("a", "a\0b"), /not normalised/],
    ["an empty span", { ...good, mentions: [{ ...mention!, end: mention!.start }] }, /mention m2 has the span/],
    ["a span past the end", { ...good, sentences: [[0, fullText.length + 1]] }, /sentence 1 has the span/],
    ["a span before the start", { ...good, blocks: [{ ...good.blocks[0]!, start: -1 }] }, /block 1 has the span/],
    ["a span between units", { ...good, attributions: [{ ...attribution!, cue: [[0, 1.5]] }] }, /s1, cue/],
    [
      "sentences out of order",
      {
        ...good,
        sentences: [
          [5, 9],
          [0, 4],
        ],
      },
      /sentence 2 begins at 0/,
    ],
    ["an actor who is not there", { ...good, mentions: [{ ...mention!, actor: id("a9") }] }, /FOREIGN KEY/],
    ["a parent that is not there", { ...good, attributions: [{ ...attribution!, parent: id("s9") }] }, /FOREIGN KEY/],
    [
      "a place that is not there",
      { ...good, events: [{ ...event!, places: [{ place: id("p9"), role: "at" }] }] },
      /p9/,
    ],
    ["two rows of one id", { ...good, timexes: [good.timexes[0]!, good.timexes[0]!] }, /UNIQUE/],
  ];
  for (const [what, document, said] of rows) {
    test(what, async () => {
      const record = madeCase();
      added(record, "before", "Words before.");
      const before = dump(record);
      const outcome = write(record, incoming("a", document.text), document, now);
      expect(codeOf(outcome)).toBe("document/refused");
      expect(outcome.ok ? "" : outcome.problem.message).toMatch(said);
      expect(dump(record)).toBe(before);
      expect(await found(record)).toEqual([]);
      expect(added(record, "after", "Words after.").document).toBe("d2");
    });
  }

  test("bytes with another hash than they came with", () => {
    const record = madeCase();
    const wrong = incoming("a", "Words.", { bytesSha256: sha256("Other words.") });
    expect(codeOf(write(record, wrong, bare("a", "Words."), now))).toBe("document/refused");
  });

  test("another text under the hash of one that is kept", () => {
    const record = madeCase();
    added(record, "a", "Words.");
    record.sqlite.exec("DROP TRIGGER text_is_never_edited; UPDATE text SET body = 'Other.'");
    expect(codeOf(write(record, incoming("b", "Words."), bare("b", "Words."), now))).toBe("document/refused");
  });
});

describe("names and words are found by their spelling keys", () => {
  test("a form by its whole and by its words, not by its small words", () => {
    const record = madeCase();
    added(record, "a", fullText, full("a"));
    const keys = record.sqlite.prepare(
      "SELECT DISTINCT key FROM actor_name WHERE actor = 'a1' AND form LIKE 'Def%' ORDER BY key",
    );
    expect(keys.all().map((row) => row.key)).toEqual(["defense", "defenseministriofnorland", "ministri", "norland"]);
  });

  test("capitalised words of every script, once", () => {
    const record = madeCase();
    added(record, "a", "Minsk and minsk, Минск; O’Neill-Smith said 5th THE.");
    const forms = record.sqlite.prepare("SELECT form FROM spelling ORDER BY form").all();
    expect(forms.map((row) => row.form)).toEqual(["Minsk", "O’Neill-Smith", "THE", "Минск"]);
  });

  test("a title that does not stand in the text is searched too", () => {
    const record = madeCase();
    const document = bare("a", "Plain words.");
    added(record, "a", document.text, { ...document, meta: { ...document.meta, title: "Headline Zebra" } });
    expect(record.sqlite.prepare("SELECT rowid FROM search WHERE search MATCH 'zebra'").all()).toHaveLength(1);
    expect(record.sqlite.prepare("SELECT rowid FROM search WHERE search MATCH 'plain'").all()).toHaveLength(1);
  });
});

test("an id with half a character is kept as what it can be", async () => {
  const record = madeCase();
  added(record, "a\ud83c", "Words.");
  expect(readReading(record, 1)?.id).toBe("a\ufffd");
  expect(await found(record)).toEqual([]);
});

test("a document of megabytes in one line is kept like any other", async () => {
  const record = madeCase();
  const text = "Word ".repeat(1_000_000);
  added(record, "long", text);
  expect(readReading(record, 1)?.text.length).toBe(text.length);
  expect(await found(record)).toEqual([]);
});
