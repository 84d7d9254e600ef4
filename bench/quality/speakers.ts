/**
 * Question: is it told right who speaks, where the report says "he", "the minister" or "Kyiv"?
 * node bench/quality/speakers.ts [--append] [--errors] [FILE.jsonl]     without a file the open half of `bench/gold/speaker`, whose README says what a row is
 * Of the gold rows prints the share whose speaker is right, by the form of the source and by the kind of speaker too, and how the others fail: no statement found,
 * nobody resolved, another actor. Of the actors found, how many that are called public are so. --errors prints each row that is wrong.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { createEngine } from "../../src/engine.ts";
import type { Actor } from "../../src/model/actor.ts";
import type { AnnotatedDocument } from "../../src/model/annotation.ts";
import type { Attribution } from "../../src/model/attribution.ts";
import { nothingGiven } from "../../src/model/document.ts";
import type { Span } from "../../src/model/span.ts";
import { append, circumstances, type Figure } from "../result.ts";

interface GoldActor {
  readonly name: string;
  readonly names: readonly string[];
  readonly also?: readonly string[];
  readonly kind: string;
  readonly public: boolean | null;
}

interface GoldRow {
  readonly source: string | null;
  readonly nth?: number;
  readonly content: string;
  readonly contentNth?: number;
  readonly speaker: string;
  readonly kind: string;
  readonly public: boolean | null;
  readonly also?: readonly string[];
}

interface GoldReport {
  readonly id: string;
  readonly publisher: string;
  readonly published: string;
  readonly title: string;
  readonly text: string;
  readonly speakers: readonly GoldRow[];
  readonly actors: readonly GoldActor[];
}

type Fate = "right" | "no statement" | "nobody" | "another";

const flags = new Set(["--append", "--errors"]);
const [given] = process.argv.slice(2).filter((word) => !flags.has(word));
const path = given ?? fileURLToPath(new URL("../gold/speaker/speaker-open.jsonl", import.meta.url));
const run = circumstances();
const { pipeline } = createEngine();
const source = readFileSync(path, "utf8");

const titles =
  /^(?:the|an?|mr|mrs|ms|miss|sir|madam|lord|lady|dame|dr|prof|professor|president|premier|prime minister|chancellor|minister|secretary|senator|sen|rep|gov|governor|mayor|councillor|captain|capt|major|maj|general|gen|brigadier|colonel|col|lieutenant|lt|cmdr|commander|admiral|sergeant|sgt|inspector|judge|justice|king|queen|prince|princess|duke|duchess|archbishop|archdeacon|bishop|father|sister|brother|imam|rabbi|chairman|chairwoman|spokesman|spokeswoman|ambassador|state|ret|datuk|seri|puan)[. )]+\(?/;

/** A name without case, marks, titles and a leading article. */
function folded(name: string): string {
  let rest = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();
  for (let next = rest.replace(titles, ""); next !== rest && next !== ""; next = rest.replace(titles, "")) rest = next;
  return rest.replace(/^\((.*)\)$/, "$1").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, "");
}

const lastWord = (name: string): string => folded(name).split(" ").at(-1) ?? "";

/** The names by which `actor` is told from every other of the report, folded. */
function goldNames(actor: GoldActor, others: readonly GoldActor[]): ReadonlySet<string> {
  const shared = others.some((other) => other.kind === "person" && lastWord(other.name) === lastWord(actor.name));
  const parts = new Set(folded(actor.name).split(" "));
  const isName = (name: string): boolean => {
    const words = folded(name).split(" ");
    if (actor.kind !== "person") return /\p{Lu}/u.test(name.replace(/^(?:The|An?|Its|His|Her|Their) /, ""));
    return (
      words.every((word) => parts.has(word)) && !(shared && words.length === 1 && words[0] === lastWord(actor.name))
    );
  };
  return new Set([actor.name, ...(actor.also ?? []), ...actor.names.filter(isName)].map(folded));
}

/** Everything that the document calls an actor, folded; pronouns left out. */
function namesOf(document: AnnotatedDocument, actor: Actor): ReadonlySet<string> {
  const mentions = document.mentions
    .filter((mention) => mention.actor === actor.id && mention.form !== "pronoun")
    .map(({ start, end }) => document.text.slice(start, end));
  return new Set([actor.name, ...actor.aliases, ...mentions].map(folded));
}

const overlap = (spans: readonly Span[], [from, to]: Span): number =>
  spans.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);

function spanOf(text: string, words: string, nth: number): Span | null {
  let at = -1;
  for (let count = 0; count < nth; count++) {
    at = text.indexOf(words, at + 1);
    if (at < 0) return null;
  }
  return [at, at + words.length];
}

/** The statement that holds most of `content`: of several the one whose source is the gold's, then the innermost. */
function statementOf(
  attributions: readonly Attribution[],
  content: Span,
  source: Span | null,
): Attribution | undefined {
  const most = Math.max(0, ...attributions.map((one) => overlap(one.content, content)));
  if (most * 2 < content[1] - content[0]) return undefined;
  const best = attributions.filter((one) => overlap(one.content, content) >= most - 2);
  const own = source === null ? [] : best.filter((one) => overlap(one.source, source) > 0);
  return (own.length > 0 ? own : best).toSorted((a, b) => lengthOf(a.content) - lengthOf(b.content))[0];
}

const sharesOne = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((name) => other.has(name));

/** How the program does on a row, with the actors it names. */
function fateOf(
  document: AnnotatedDocument,
  report: GoldReport,
  row: GoldRow,
): { readonly fate: Fate; readonly speakers: readonly Actor[]; readonly statement: Attribution | undefined } {
  const content = spanOf(document.text, row.content, row.contentNth ?? 1);
  const words = row.source === null ? null : spanOf(document.text, row.source, row.nth ?? 1);
  const statement = content === null ? undefined : statementOf(document.attributions, content, words);
  const speakers = (statement?.speakers ?? []).flatMap((id) => document.actors.filter((actor) => actor.id === id));
  const end = (fate: Fate) => ({ fate, speakers, statement });
  if (statement === undefined) return end("no statement");
  const actor = report.actors.find((one) => one.name === row.speaker) ?? { ...row, name: row.speaker, names: [] };
  const others = report.actors.filter((one) => one !== actor);
  const wanted = goldNames({ ...actor, also: [...(actor.also ?? []), ...(row.also ?? [])] }, others);
  const isOne = (found: Actor): boolean => {
    const names = namesOf(document, found);
    // Two people taken for one are right for neither.
    const isMerged = others.some((other) => other.kind === "person" && names.has(folded(other.name)));
    return sharesOne(names, wanted) && !(row.kind === "person" && isMerged);
  };
  if (speakers.some(isOne)) return end("right");
  if (row.kind === "publisher" && speakers.length === 0) return end("right");
  if (row.kind === "unnamed" && speakers.every((one) => !one.named))
    return end(words === null || overlap(statement.source, words) > 0 ? "right" : "nobody");
  return end(speakers.some((one) => one.named) ? "another" : "nobody");
}

const pronoun = /^(?:i|we|he|she|they|it|him|her|them)$/i;

/** What the source is to the eye: a pronoun, nothing, a name, a role. */
function formOf({ source: words, kind }: GoldRow): string {
  if (words === null) return "no source";
  if (pronoun.test(words)) return "pronoun";
  if (kind === "unnamed" || kind === "publisher") return kind;
  if (kind === "government" || kind === "state") return "capital, seat or state";
  const isBare = !/\p{Lu}/u.test(words.slice(1).replace(/^he /, ""));
  return kind === "person" ? (isBare ? "role" : "name") : "body or group";
}

const share = (count: number, total: number): number => (total === 0 ? 0 : Math.round((1000 * count) / total) / 10);

const reports = source
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line) as GoldReport);
const fates = new Map<Fate, number>();
const forms = new Map<string, { right: number; total: number }>();
const publics = { right: 0, wrong: 0, missed: 0 };
for (const report of reports) {
  const { title, publisher, published } = report;
  const page = pipeline.read(report.text, { ...nothingGiven, title, publisher, published });
  const document = pipeline.annotate(page, { id: report.id, lang: "en", sentences: null });
  const called = new Map<string, { readonly found: Actor; readonly gold: boolean }>();
  for (const row of report.speakers) {
    const { fate, speakers, statement } = fateOf(document, report, row);
    fates.set(fate, (fates.get(fate) ?? 0) + 1);
    for (const form of [formOf(row), `kind ${row.kind}`]) {
      const counts = forms.get(form) ?? { right: 0, total: 0 };
      counts.total++;
      if (fate === "right") counts.right++;
      forms.set(form, counts);
    }
    if (fate === "right" && row.public !== null && speakers[0] !== undefined && row.kind !== "unnamed")
      called.set(speakers[0].id, { found: speakers[0], gold: row.public });
    if (fate === "right" || !process.argv.includes("--errors")) continue;
    const words = (statement?.source ?? []).map(([from, to]) => document.text.slice(from, to)).join(" … ");
    const names = speakers.map((actor) => `${actor.name} (${actor.kind}${actor.named ? "" : ", unnamed"})`).join("; ");
    console.log(`${report.id} ${fate}: ${row.source ?? "-"} | ${row.content} | ${row.speaker} (${row.kind})`);
    if (statement !== undefined) console.log(`    source "${words}" = ${names === "" ? "nobody" : names}`);
  }
  for (const { found, gold } of called.values()) {
    const sort = found.public !== true ? "missed" : gold ? "right" : "wrong";
    if (gold || sort === "wrong") publics[sort]++;
    if (process.argv.includes("--errors") && (found.public === true) !== gold)
      console.log(`${report.id} public ${found.public} for ${gold}: ${found.name} (${found.roles.join(", ")})`);
  }
}
const total = [...fates.values()].reduce((sum, count) => sum + count, 0);
for (const [form, counts] of [...forms].sort())
  console.log(`${form}: ${counts.right} of ${counts.total} (${share(counts.right, counts.total)} %)`);
const shares = (["right", "no statement", "nobody", "another"] as const).map(
  (fate) => [fate, share(fates.get(fate) ?? 0, total)] as const,
);
const precision = share(publics.right, publics.right + publics.wrong);
const recall = share(publics.right, publics.right + publics.missed);
console.log(
  `${total} rows of ${reports.length} reports: ${shares.map(([fate, value]) => `${fate} ${value} %`).join(", ")}`,
);
console.log(
  `called public: ${precision} % rightly, ${recall} % of those who are (${publics.right} + ${publics.missed})`,
);
if (process.argv.includes("--append")) {
  const figure = (name: string, value: number, n: number): Figure => ({
    what: "speaker",
    corpus: "speakers, own gold",
    corpusHash: createHash("sha256").update(source).digest("hex"),
    split: /-(open|closed)\./.exec(basename(path))?.[1] ?? null,
    figure: name,
    value,
    unit: "%",
    n,
    min: null,
    median: null,
    max: null,
  });
  const names = {
    right: "right",
    "no statement": "no statement found",
    nobody: "not resolved",
    another: "wrong actor",
  };
  append(
    "quality",
    [
      ...shares.map(([fate, value]) => figure(`speakers, ${names[fate]}`, value, total)),
      figure("actors called public, precision", precision, publics.right + publics.wrong),
      figure("actors called public, recall", recall, publics.right + publics.missed),
    ],
    run,
  );
}
