import type { Name, NameKind } from "../model/name.ts";
import type { Chunk, Line } from "./found.ts";
import { acronymAfter } from "./name.ts";
import type { NameIndex } from "./name-index.ts";
import { functionWords } from "./word-class.ts";

/** A name of the language core over the words `[from, to)` of a line. */
interface LineName {
  readonly from: number;
  readonly to: number;
  readonly kind: NameKind;
}

/** The core's names of one line, by its words; names that begin or end inside a word are left out. `names` must lie in the line. */
function namesOfLine({ words }: Line, names: readonly Name[]): readonly LineName[] {
  const found: LineName[] = [];
  let at = 0;
  for (const { start, end, kind } of names) {
    while (at < words.length && words[at]!.start < start) at++;
    let to = at;
    while (to < words.length && words[to]!.end <= end) to++;
    // "the Treasury": the gold of names holds the article, which names nobody.
    const from = words[at]?.key === "the" || words[at]?.key === "a" ? at + 1 : at;
    if (from < to && words[at]!.start === start) found.push({ from, to, kind });
  }
  return found;
}

const kindsOfGround: readonly NameKind[] = ["location", "facility"];
const kindsOfNobody: readonly NameKind[] = ["date", "money", "product", "misc", "norp"];

/** What a name becomes where the rules see nothing of their own, or only capitals. */
function chunkOf(line: Line, { from, to, kind }: LineName): Chunk | null {
  if (kind === "person") return { kind: "unknown", from, to, female: null, core: kind };
  if (kind === "organization") {
    const [first] = line.words.slice(from, to);
    const acronym = to === from + 1 && first!.upper ? first!.text : acronymAfter(line.words, to);
    return { kind: "organization", from, to, acronym };
  }
  if (kindsOfGround.includes(kind)) return { kind: "ground", from, to, facility: kind === "facility" };
  return null;
}

const covers = (one: { readonly from: number; readonly to: number }, other: typeof one): boolean =>
  one.from <= other.from && other.to <= one.to;

/** A chunk of the rules under the name that lies over it. */
function underName(line: Line, chunk: Chunk, name: LineName): readonly Chunk[] {
  if (chunk.kind === "unknown") {
    // What a title or a role told is kept; of the two borders of a person's name the rules' is the one without title.
    if (name.kind === "person") return [{ ...chunk, to: Math.max(chunk.to, name.to), core: "person" }];
    // "J. Poland": an initial is a person's.
    if (/^\p{Lu}$/u.test(line.words[chunk.from]!.text)) return [{ ...chunk, core: "person" }];
    if (chunk.female !== null || kindsOfNobody.includes(name.kind)) return [{ ...chunk, core: name.kind }];
    const own = chunkOf(line, name);
    return own === null ? [] : [own];
  }
  if (chunk.kind === "organization") {
    return name.kind === "organization" && covers(name, chunk) ? [{ ...chunk, from: name.from, to: name.to }] : [chunk];
  }
  const isOwner = line.words[chunk.to]?.key === "'s";
  if (chunk.kind === "entries" && name.from === chunk.from && name.to > chunk.to && !isOwner) {
    // "Poland Today", "the Brest Fortress": a known name begins a longer one.
    const own = name.kind === "organization" || name.kind === "facility" ? chunkOf(line, name) : null;
    const inner = chunk.entries.some((entry) => entry.kind === "people" || entry.kind === "country");
    if (own !== null) return inner ? [chunk, own] : [own];
  }
  return [chunk];
}

/**
 * Chunks of the rules and names of the language core, as one list in order: lexicon names stand; an unknown name becomes what the core
 * takes it for; what only the core sees is added; what only capitals say keeps `core: null`. In a headline the core is not heard.
 */
export function withNames(line: Line, chunks: readonly Chunk[], index: NameIndex): readonly Chunk[] {
  const { names } = line;
  if (line.titleCase || line.lexiconOnly || names.length === 0) return chunks;
  // "the Prosecutor General's Office" is a phrase with a head of the lexicon.
  const found = namesOfLine(line, names).filter(({ from, to }) => index.heads.longestAt(line.words, from)?.to !== to);
  const out: Chunk[] = [];
  const used = new Set<LineName>();
  for (const chunk of chunks) {
    const over = found.filter((name) => name.from < chunk.to && chunk.from < name.to);
    for (const name of over) used.add(name);
    if (over.length === 0) out.push(chunk);
    else if (chunk.kind === "unknown" && over.length > 1 && over.every(({ kind }) => kind === "person"))
      out.push({ ...chunk, core: "person" });
    else if (chunk.kind === "unknown" && over.length > 1)
      out.push(...over.flatMap((name) => chunkOf(line, name) ?? []));
    else out.push(...over.slice(0, 1).flatMap((name) => underName(line, chunk, name)));
  }
  for (const name of found) {
    if (used.has(name) || functionWords.has(line.words[name.from]!.key)) continue;
    const own = chunkOf(line, name);
    if (own !== null) out.push(own);
  }
  const seen = new Set<string>();
  return out
    .filter(({ kind, from, to }) => !seen.has(`${kind} ${from} ${to}`) && seen.add(`${kind} ${from} ${to}`))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}
