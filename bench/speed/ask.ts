/**
 * Question: how long does the record think about every question that a desk asks?
 * node bench/speed/ask.ts CASE [QUESTION]    a case of 20,000 documents, such as the one that bench/speed/add.ts makes; without QUESTION: all
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { loadSpellings } from "../../src/engine.ts";
import { openCase } from "../../src/record/open.ts";
import { type Question, questions, readInput } from "../../src/view/question.ts";
import { append, circumstances, type Figure } from "../result.ts";

type Input = Readonly<Record<string, unknown>>;

const rounds = Number(process.env.ROUNDS ?? 20);
const [path, only] = process.argv.slice(2);
if (path === undefined) {
  console.error("name a case: standoff init big.standoff && standoff add … --case big.standoff");
  process.exit(2);
}

const opened = await openCase(path, { mode: "read", waitMs: 0, clock: () => new Date().toISOString() });
if (!opened.ok) throw new Error(opened.problem.message);
const record = opened.value;
const context = { spellings: loadSpellings() };
const started = circumstances();

const asked = async (name: string, input: Input) => {
  const question = questions.find((one) => one.name === name);
  const read = question && readInput(question, input);
  return question && read?.ok
    ? ((await question.ask(record, read.value, context)) as readonly object[] as readonly Input[])
    : [];
};
// Names that the case itself holds: of its commonest actors and of one that is rare.
const actors = (await asked("actors", { limit: 400 })).map((row) => String(row.name));
const [common = "", second = "", rare = ""] = [actors[0], actors[1], actors.at(-1)];
const publisher = String((await asked("documents", { limit: 1 }))[0]?.publisher);
const place = record.sqlite.prepare("SELECT name FROM place GROUP BY name ORDER BY count(*) DESC LIMIT 1").get()?.name;
const page = { limit: 100 };
const windows: readonly Input[] = [{ asOf: "2022-06-30" }, { recordedBy: "2100-01-01" }];
const days = { from: "2022-03-01", to: "2022-03-31" };
const since: Input = { recordedAfter: "2020-01-01" };

const shared: readonly Input[] = [{ publisher }, days, ...windows, since];
const sorted = (sorts: readonly string[]): readonly Input[] =>
  sorts.flatMap((sort) => [{ sort }, { sort, offset: 50_000 }]);

/** What a desk asks: every filter alone, the first page and pages far behind it, every order. */
const inputs: Readonly<Record<string, readonly Input[]>> = {
  overview: [{}],
  counts: [
    {},
    { by: ["day"] },
    { kind: ["accuse"] },
    { stance: ["asserts"] },
    { mark: ["none-given"] },
    { actor: [common] },
    { actor: [rare] },
    { target: [common] },
    { words: "troops" },
    ...shared,
  ],
  documents: [
    {},
    { offset: 10_000 },
    { offset: 19_900 },
    { lang: ["en"] },
    { words: "troops" },
    ...shared,
    ...sorted(["newest", "recorded"]),
  ].map((one) => ({ ...page, ...one })),
  document: [{ document: "d1" }, { document: "d10000" }, { document: "d20000" }],
  search: ["troops", "said", common, '"said on"', "minist*", "war -peace"].map((words) => ({ ...page, words })),
  claims: [
    {},
    { offset: 50_000 },
    { offset: 100_000 },
    { actor: [common] },
    { actor: [second] },
    { actor: [rare] },
    { target: [common] },
    { kind: ["accuse"] },
    { kind: ["say"] },
    { stance: ["denies"] },
    { mark: ["none-given"] },
    { via: ["telegram"] },
    { words: "troops" },
    { words: "border" },
    ...shared,
    ...sorted(["newest", "said", "speaker", "publisher", "kind"]),
  ].map((one) => ({ ...page, ...one })),
  events: [
    {},
    { offset: 50_000 },
    { offset: 90_000 },
    { actor: [common] },
    { recipient: [common] },
    { type: ["ASSAULT"] },
    { class: ["verbal"] },
    { realis: ["planned"] },
    { attributed: "no" },
    { place: [String(place)] },
    { words: "troops" },
    ...shared,
    ...sorted(["published", "newest", "happened"]),
  ].map((one) => ({ ...page, ...one })),
  timeline: [
    {},
    { offset: 50_000 },
    { offset: 150_000 },
    { part: ["planned"] },
    { part: ["said"] },
    { actor: [common] },
    ...shared.slice(0, -1),
  ].map((one) => ({ ...page, ...one })),
  actors: [
    {},
    { offset: 1000 },
    { name: [common] },
    { kind: ["person"] },
    { country: ["RU"] },
    ...shared.slice(0, 1),
    ...windows,
  ].map((one) => ({ ...page, ...one })),
  actor: [common, second, rare].map((name) => ({ name })),
};

interface Timed {
  readonly question: Question;
  readonly input: Input;
  readonly value: object;
  readonly ask: "rows" | "aside";
  readonly ms: number[];
  first: number;
}

const timed = questions.flatMap((question): readonly Timed[] =>
  (only === undefined || only === question.name ? (inputs[question.name] ?? []) : []).flatMap((input) => {
    const read = readInput(question, input);
    // An older revision has fewer filters: what it does not know is left out, so that both can be measured.
    if (!read.ok) return [];
    const one = { question, input, value: read.value, first: 0 };
    const isFirstPage = !("offset" in input) && !("sort" in input);
    return [
      { ...one, ask: "rows", ms: [] },
      ...(question.aside !== null && isFirstPage ? [{ ...one, ask: "aside" as const, ms: [] }] : []),
    ];
  }),
);

let rows = 0;
for (let round = 0; round < rounds; round++) {
  for (const one of round % 2 === 0 ? timed : timed.toReversed()) {
    const before = performance.now();
    if (one.ask === "rows") rows += (await one.question.ask(record, one.value, context)).length;
    else rows += Object.keys((await one.question.aside?.(record, one.value, context)) ?? {}).length;
    const ms = performance.now() - before;
    if (round === 0) one.first = ms;
    one.ms.push(ms);
  }
}
record.close();

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const rounded = (ms: number): number => Math.round(ms * 10) / 10;
const hash = createHash("sha256");
await pipeline(createReadStream(path), hash);
const corpusHash = hash.digest("hex");

const figures: Figure[] = [];
for (const { question, input, ask, ms, first } of timed) {
  const { limit: _limit, ...told } = input as { readonly limit?: number };
  const what = `${question.name} ${JSON.stringify(told)}${ask === "aside" ? ", numbers beside the rows" : ""}`;
  const [median, p95] = [rounded(at(ms, 0.5)), rounded(at(ms, 0.95))];
  console.log(
    `${median.toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(8)} ${rounded(first).toFixed(1).padStart(8)}  ${what}`,
  );
  const row = { what: "ask", corpus: "a case of 20,000 documents", corpusHash, split: null, unit: "ms", n: ms.length };
  const spread = { min: rounded(Math.min(...ms)), median, max: rounded(Math.max(...ms)) };
  figures.push({ ...row, figure: what, value: median, ...spread });
  figures.push({ ...row, figure: `${what}, 95th percentile`, value: p95, ...spread });
}
console.error(`median, 95th percentile and first, in ms; ${rows} rows`);
if (process.env.APPEND !== "no") append("ask", figures, started);
