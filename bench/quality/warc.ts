/**
 * Question: is every record of a set of web archives read or named, and how much memory does a large archive take?
 * node bench/quality/warc.ts FOLDER [LISTING.json]  reads every archive below FOLDER and says what became of each record. LISTING, made by another
 *                                   reader, is {path: [[type, sha1 of the payload or null], …]} by path below FOLDER; records that differ are printed.
 * node bench/quality/warc.ts --large FILE [GB]  reads FILE over and over as one stream of GB gigabytes as stored (1), and appends the peak memory
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isArchiveName, readArchive } from "../../src/document/warc/read.ts";
import { type ArchiveRecord, emptyTally, tallied } from "../../src/model/warc.ts";
import { append, circumstances, type Figure } from "../result.ts";

const sha = (bytes: Uint8Array, name: string): string => createHash(name).update(bytes).digest("hex");
const once = { split: null, n: 1, min: null, median: null, max: null } as const;

/** Problems and doubts of a record, on a line. */
const remark = (record: ArchiveRecord): string | null => {
  const at = `  record ${record.number} at byte ${record.offset}:`;
  if (record.kind === "problem") return `${at} not read, ${record.problem.code}: ${record.problem.message}`;
  const codes = [...new Set(record.doubts.map((doubt) => doubt.code))].join(", ");
  return codes === "" && !record.isRecovered
    ? null
    : `${at} ${record.kind}${record.isRecovered ? ", found by search" : ""}; ${codes}`;
};

/** What another reader lists, by path: type and payload's digest of each record. */
type Listing = Readonly<Record<string, readonly (readonly [type: string, sha1: string | null])[]>>;

async function readFolder(folder: string, listing: Listing | null): Promise<void> {
  const run = circumstances();
  const paths = globSync("**/*", { cwd: folder }).filter(isArchiveName).sort();
  const hash = createHash("sha256");
  let tally = emptyTally;
  let [same, listed] = [0, 0];
  for (const path of paths) {
    hash.update(sha(readFileSync(join(folder, path)), "sha256"));
    const records: ArchiveRecord[] = [];
    for await (const record of readArchive(createReadStream(join(folder, path)))) records.push(record);
    tally = records.reduce(tallied, tally);
    console.log(`${path} ${JSON.stringify(records.reduce(tallied, emptyTally))}`);
    for (const record of records) {
      const line = remark(record);
      if (line !== null) console.log(line);
    }
    for (const [at, [type, sha1]] of (listing?.[path] ?? []).entries()) {
      const record = records[at];
      const found = record?.kind === "capture" ? sha(record.bytes, "sha1") : null;
      listed++;
      if (record && record.kind !== "problem" && found === sha1) same++;
      else console.log(`  record ${at + 1}: the listing has ${type} ${sha1}, here ${record?.kind} ${found}`);
    }
  }
  const figure = (name: string, value: number, unit: string, n: number): Figure => ({
    ...once,
    what: "archive",
    corpus: `${paths.length} web archives`,
    corpusHash: hash.copy().digest("hex"),
    figure: name,
    value,
    unit,
    n,
  });
  const records = tally.capture + tally.revisit + tally.skipped + tally.problem;
  const figures = [
    figure("records read, of all", ((records - tally.problem) / records) * 100, "%", records),
    figure("records named as not readable", tally.problem, "records", records),
    figure("records read with a doubt", tally.doubtful, "records", records),
    ...(listed === 0 ? [] : [figure("records as another reader has them", (same / listed) * 100, "%", listed)]),
  ];
  for (const { figure: name, value, unit, n } of figures) console.log(`${name}: ${value} ${unit} (n = ${n})`);
  append("warc", figures, run);
}

/** `file` again and again, `size` bytes or a little more. */
async function* repeated(file: string, size: number): AsyncGenerator<Uint8Array> {
  for (let given = 0; given < size; given += statSync(file).size)
    for await (const bytes of createReadStream(file)) yield bytes as Uint8Array;
}

async function readLarge(file: string, gigabytes: number): Promise<void> {
  const run = circumstances();
  const before = performance.now();
  let tally = emptyTally;
  for await (const record of readArchive(repeated(file, gigabytes * 1e9))) tally = tallied(tally, record);
  const seconds = (performance.now() - before) / 1000;
  const records = tally.capture + tally.revisit + tally.skipped + tally.problem;
  const what = file.endsWith(".gz") ? "gzip by record" : "plain";
  const corpus = {
    ...once,
    what: "archive",
    corpus: `an archive of ${gigabytes} GB, ${what}`,
    corpusHash: sha(readFileSync(file), "sha256"),
    n: records,
  };
  const figures: readonly Figure[] = [
    { ...corpus, figure: "peak memory while reading", value: process.resourceUsage().maxRSS / 1024, unit: "MB" },
    { ...corpus, figure: "speed on one thread, as stored", value: (gigabytes * 1000) / seconds, unit: "MB/s" },
    { ...corpus, figure: "records that could not be read", value: tally.problem, unit: "records" },
  ];
  for (const { figure, value, unit } of figures) console.log(`${figure}: ${value} ${unit} (n = ${records})`);
  append("warc", figures, run);
}

const [first, second, third = "1"] = process.argv.slice(2);
const isLarge = first === "--large";
const input = isLarge ? second : first;
if (input === undefined || !existsSync(input)) {
  console.error(
    "usage: node bench/quality/warc.ts FOLDER [LISTING.json], or --large FILE [GB]; see the head of the program.",
  );
  process.exit(2);
}
if (isLarge) await readLarge(input, Number(third));
else await readFolder(input, second === undefined ? null : (JSON.parse(readFileSync(second, "utf8")) as Listing));
