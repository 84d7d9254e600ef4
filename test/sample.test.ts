import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { parseManifest } from "../src/document/manifest.ts";
import { realisNames } from "../src/model/event.ts";
import { markKinds } from "../src/model/mark.ts";

const sample = fileURLToPath(new URL("../sample", import.meta.url));
const read = (path: string): string => readFileSync(join(sample, path), "utf8");

interface GoldClaim {
  readonly source: string | null;
  readonly cue: string;
  readonly content: readonly string[];
  readonly speaker: readonly string[];
  readonly kind: string;
  readonly stance: string;
  readonly evidence: readonly { readonly words: string; readonly kind: string }[];
  readonly via: string | null;
  readonly day: string | null;
}
interface GoldReport {
  readonly file: string;
  readonly title: string;
  readonly published: string | null;
  readonly publisher: string;
  readonly complete: boolean;
  readonly body: { readonly holds: readonly string[]; readonly leavesOut: readonly string[] };
  readonly claims: readonly GoldClaim[];
  readonly marks: readonly { readonly words: string; readonly kind: string }[];
  readonly figures: readonly { readonly words: string; readonly low: number | null; readonly high: number | null }[];
  readonly events: readonly { readonly trigger: string; readonly day: string | null; readonly realis: string }[];
}
interface AtWords {
  readonly report: string;
  readonly words: string;
}
interface AtContent {
  readonly report: string;
  readonly content: string;
}
interface GoldCase {
  readonly actors: readonly {
    readonly actor: string;
    readonly names: readonly { readonly name: string; readonly in: readonly string[] }[];
  }[];
  readonly origins: readonly { readonly reports: readonly AtWords[] }[];
  readonly denials: readonly { readonly claim: AtContent; readonly denial: AtContent }[];
  readonly figures: readonly { readonly chain: readonly (AtWords & { readonly supersedes: string | null })[] }[];
  readonly happenings: readonly { readonly what: string; readonly reports: readonly string[] }[];
}

const inline = new Set(["a", "b", "em", "i", "small", "span", "strong"]);
const unseen = new Set(["script", "style"]);

/** What a reader sees, without the program's own reader: it must not decide what the gold may say. */
function visible(html: string): string {
  let text = "";
  let hidden = 0;
  const edge = (name: string): void => {
    if (!inline.has(name)) text += " ";
  };
  const parser = new Parser({
    onopentag(name) {
      if (unseen.has(name)) hidden++;
      edge(name);
    },
    onclosetag(name) {
      if (unseen.has(name)) hidden--;
      edge(name);
    },
    ontext(words) {
      if (hidden === 0) text += words;
    },
  });
  parser.end(html);
  return text;
}

const folded = (text: string): string => text.replace(/\s+/g, " ");
const textOf = (file: string): string => folded(file.endsWith(".html") ? visible(read(file)) : read(file));

const manifest = parseManifest(read("manifest.json"));
const rows = manifest.ok ? [...manifest.value.values()] : [];
const reports = readdirSync(join(sample, "report")).toSorted();
const texts = new Map(reports.map((file) => [file.replace(/\.\w+$/, ""), textOf(`report/${file}`)]));
const golds = new Map(
  [...texts.keys()].map((name) => [name, JSON.parse(read(`gold/${name}.json`)) as GoldReport] as const),
);
const goldCase = JSON.parse(read("gold/case.json")) as GoldCase;

const phrasesOf = (gold: GoldReport): readonly string[] =>
  [
    gold.title,
    ...gold.body.holds,
    ...gold.body.leavesOut,
    ...gold.claims.flatMap(({ source, cue, content, evidence, via }) => [
      source,
      cue,
      ...content,
      ...evidence.map(({ words }) => words),
      via,
    ]),
    ...[...gold.marks, ...gold.figures].map(({ words }) => words),
    ...gold.events.map(({ trigger }) => trigger),
  ].filter((phrase) => phrase !== null);

const stands = ({ report, words }: AtWords): boolean => texts.get(report)?.includes(words) ?? false;
const isDay = (day: string | null): boolean =>
  day === null || /^2\d{3}(?:-\d\d(?:-\d\d)?)?(?:\/2\d{3}-\d\d-\d\d)?$/.test(day);

describe("the sample", () => {
  test("its manifest is read and names every report once", () => {
    expect(manifest.ok).toBe(true);
    expect(rows.map(({ file }) => file).toSorted()).toEqual(reports);
  });

  test("has at least 20 reports by at least 5 publishers", () => {
    expect(reports.length).toBeGreaterThanOrEqual(20);
    expect(new Set(rows.map(({ publisher }) => publisher)).size).toBeGreaterThanOrEqual(5);
  });

  test("says in each report that it is made up, and in the first line of its README", () => {
    const sentence = "This report is made up: it was written for the demonstration of Standoff.";
    expect([...texts].filter(([, text]) => !text.includes(sentence)).map(([name]) => name)).toEqual([]);
    expect(read("README.md").split("\n")[0]).toContain("made up");
  });

  test("names no address outside .example but the vocabulary of its ld+json", () => {
    const all = ["manifest.json", ...reports.map((file) => `report/${file}`)].map(read).join("\n");
    const hosts = [...all.matchAll(/https?:\/\/([^/"'<\s]+)/g)].map((match) => match[1] ?? "");
    expect(hosts.length).toBeGreaterThan(0);
    expect(hosts.filter((host) => !host.endsWith(".example") && host !== "schema.org")).toEqual([]);
  });

  test("has an exact reprint under another publisher", () => {
    const bodyOf = (name: string): string =>
      /TOLVANE, March 8.*?more than 500\./.exec(texts.get(name) ?? "")?.[0] ?? "";
    expect(bodyOf("courier-wire").length).toBeGreaterThan(1000);
    expect(bodyOf("courier-wire")).toBe(bodyOf("lurenia-one-wire"));
  });
});

describe("the gold of a report", () => {
  for (const [name, gold] of golds)
    test(`${name}: every phrase stands in the text`, () => {
      expect(phrasesOf(gold).filter((phrase) => !texts.get(name)?.includes(phrase))).toEqual([]);
    });

  for (const [name, gold] of golds)
    test(`${name}: names of kinds, days and bounds are what they may be`, () => {
      const row = rows.find(({ file }) => `report/${file}` === gold.file);
      expect(row?.publisher).toBe(gold.publisher);
      const marks = [...gold.marks, ...gold.claims.flatMap(({ evidence }) => evidence)].map(({ kind }) => kind);
      expect(marks.filter((kind) => !(markKinds as readonly string[]).includes(kind))).toEqual([]);
      const stances = ["asserts", "denies", "doubts", "asks", "wants"];
      expect(gold.claims.filter(({ stance }) => !stances.includes(stance))).toEqual([]);
      expect(gold.events.filter(({ realis }) => !(realisNames as readonly string[]).includes(realis))).toEqual([]);
      const days = [gold.published, ...gold.claims.map(({ day }) => day), ...gold.events.map(({ day }) => day)];
      expect(days.filter((day) => !isDay(day))).toEqual([]);
      expect(gold.figures.filter(({ low, high }) => low !== null && high !== null && low > high)).toEqual([]);
    });

  test("is complete for at least 16 reports", () => {
    expect([...golds.values()].filter(({ complete }) => complete).length).toBeGreaterThanOrEqual(16);
  });
});

describe("the gold of the case", () => {
  test("names stand in the reports named", () => {
    const wrong = goldCase.actors.flatMap(({ names }) =>
      names.flatMap((name) => name.in.map((report) => ({ report, words: name.name }))).filter((at) => !stands(at)),
    );
    expect(wrong).toEqual([]);
  });

  test("words of origins stand in the reports", () => {
    expect(goldCase.origins.flatMap((origin) => origin.reports).filter((at) => !stands(at))).toEqual([]);
  });

  test("claims and denials are contents of the reports' claims", () => {
    const isClaim = ({ report, content }: AtContent): boolean =>
      golds.get(report)?.claims.some((claim) => claim.content.includes(content)) ?? false;
    expect(goldCase.denials.flatMap(({ claim, denial }) => [claim, denial]).filter((at) => !isClaim(at))).toEqual([]);
  });

  test("chains are made of the reports' figures, and supersede what stands before them", () => {
    const isFigure = ({ report, words }: AtWords): boolean =>
      golds.get(report)?.figures.some((figure) => figure.words === words) ?? false;
    for (const { chain } of goldCase.figures) {
      expect(chain.filter((figure) => !isFigure(figure))).toEqual([]);
      for (const [index, { supersedes }] of chain.entries())
        if (supersedes !== null) expect(chain.slice(0, index).map(({ words }) => words)).toContain(supersedes);
    }
  });

  test("happenings name reports that are there", () => {
    expect(goldCase.happenings.flatMap((happening) => happening.reports).filter((name) => !golds.has(name))).toEqual(
      [],
    );
  });
});
