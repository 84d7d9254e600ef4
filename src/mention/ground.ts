import type { MentionKind } from "../model/mention.ts";
import type { Chunk, Line, Reference } from "./found.ts";
import type { NameEntry } from "./name-index.ts";
import type { Word } from "./word.ts";
import { groundNouns, groundVerbs, literalPrepositions, regionHeads, sayingForms } from "./word-class.ts";

const functionish =
  /^(?:region|area|and|or|of|in|on|at|by|for|from|to|with|as|that|which|where|who|when|while|is|are|was|were|has|have|had|will|would|but|after|before|during|since|until|than|into|over)$/;

/** Is a place's name at `[from, to)` meant as ground: "in Minsk", "Minsk airport", a dateline? */
export function isGround(line: Line, from: number, to: number): boolean {
  const { words } = line;
  let before = from - 1;
  if (words[before]?.key === "the") before -= 1;
  if (
    /^(?:northern|southern|eastern|western|central|mainland|downtown|neighbou?ring|nearby|occupied)$/.test(
      words[before]?.key ?? "",
    )
  )
    before -= 1;
  const preposition = words[before]?.key ?? "";
  // "Norland's capital Minsk", "north London"
  if (isSide(words[from - 1]) || (preposition === "capital" && words[from - 1]!.key === "capital")) return true;
  const next = words[to]?.key ?? "";
  // "the Moscow-built bridge"
  if (words[to]?.text === "-" && !words[to]!.spaced && !words[to + 1]?.cap) return false;
  // "in the Obama administration", "at the Minsk talks": the name is no ground of its own there.
  if (
    words[from - 1]?.key === "the" &&
    /^\p{Ll}/u.test(words[to]?.text ?? "") &&
    !groundNouns.has(next) &&
    !functionish.test(next)
  )
    return false;
  if (literalPrepositions.has(preposition) || groundVerbs.has(preposition)) return true;
  if (
    preposition === "of" &&
    /^(?:outskirts|city|town|capital|streets?|north|south|east|west|outside|centre|center|suburbs?|part|parts|territory|region|port|swaths|village|miles|km|kilometers|kilometres|most|much|district|districts|province|state|island|areas?|residents|siege|fall|capture|battle)$/.test(
      words[before - 1]?.key ?? "",
    )
  )
    return true;
  if (preposition === "on" && /^(?:attacks?|strikes?|advance|march|assault)$/.test(words[before - 1]?.key ?? ""))
    return true;
  if (preposition === "," && words[before - 1]?.cap && line.words.length > to && isGroundList(line, before))
    return true;
  if (groundNouns.has(next)) return true;
  if (next === "'s" && groundNouns.has(words[to + 1]?.key ?? "")) return true;
  return /^(?:--|—|–)$/.test(words[to]?.text ?? "") && from === 0
    ? true
    : words[to]?.text === "-" && words[to]!.spaced && from === 0;
}

const isSide = (word: Word | undefined): boolean =>
  word !== undefined && !word.cap && /^(?:(?:north|south)(?:east|west)?|east|west)$/.test(word.key);

/** No list is looked back on further, in words: fifty states. */
const longestList = 80;

/** "in Poland, Lithuania and …": the first of a list has the preposition. */
function isGroundList(line: Line, comma: number): boolean {
  for (let at = comma - 1; at >= Math.max(0, comma - longestList); at--) {
    const word = line.words[at]!;
    if (literalPrepositions.has(word.key)) return true;
    if (!word.cap && word.text !== "," && word.key !== "and") return false;
  }
  return false;
}

interface Found {
  readonly kind: MentionKind;
  readonly refer: Reference;
}

/** "Alabama and Georgia": a name of both a state and a region is the region beside another region of the same country. */
export function isRegionHere(chunk: Extract<Chunk, { kind: "entries" }>, chunks: readonly Chunk[]): boolean {
  if (!chunk.entries.some((entry) => entry.kind === "country")) return false;
  const regions = chunk.entries.flatMap((entry) =>
    entry.kind === "place" && entry.row.precision === "region" ? [entry.row.country] : [],
  );
  if (regions.length === 0) return false;
  return chunks.some(
    (other) =>
      other !== chunk &&
      other.kind === "entries" &&
      other.entries.some(
        (entry) => entry.kind === "place" && entry.row.precision === "region" && regions.includes(entry.row.country),
      ) &&
      !other.entries.some((entry) => entry.kind === "country"),
  );
}

/** What a name of the lexicon stands for here, or null where it is rather a person's name. */
export function entryReference(
  line: Line,
  from: number,
  to: number,
  entries: readonly NameEntry[],
  text: string,
): Found | null {
  const { words } = line;
  const organization = entries.find((entry) => entry.kind === "organization");
  const country = entries.find((entry) => entry.kind === "country");
  const people = entries.find((entry) => entry.kind === "people");
  const capital = entries.find((entry) => entry.kind === "capital");
  const seat = entries.find((entry) => entry.kind === "seat");
  const ground = isGround(line, from, to);
  if (text === "West" && !line.titleCase && words[from - 1]?.key !== "the") return null;
  if (organization?.kind === "organization" && !(ground && capital !== undefined)) {
    return {
      kind: organization.row.kind === "group" ? "group" : "organization",
      refer: { to: "known", entry: organization },
    };
  }
  if (country?.kind === "country") {
    return { kind: "place", refer: { to: "state", country: country.row.iso2, text, entries, ground } };
  }
  if (people?.kind === "people") {
    return { kind: "group", refer: { to: "state", country: people.row.iso2, text, entries: [people], ground: false } };
  }
  if (seat?.kind === "seat") {
    const kind: MentionKind = ground ? "facility" : "organization";
    return { kind, refer: { to: "government", country: seat.row.iso2, text: seat.name, seat: true } };
  }
  if (capital?.kind === "capital" && !ground && !regionHeads.has(words[to]?.key ?? "")) {
    return { kind: "organization", refer: { to: "government", country: capital.row.iso2, text, seat: false } };
  }
  const speaks =
    !ground &&
    (sayingForms.has(words[to]?.key ?? "") || /^(?:has|have|accuses|wants|fears|needs)$/.test(words[to]?.key ?? ""));
  if (capital !== undefined || isPlace(line, from, to, entries, ground)) {
    return { kind: "place", refer: { to: "ground", text, entries, speaks } };
  }
  return null;
}

/** Is a gazetteer's name a place here? One word that many people and things are called needs a preposition, a list or its fame. */
function isPlace(line: Line, from: number, to: number, entries: readonly NameEntry[], ground: boolean): boolean {
  const rows = entries.flatMap((entry) => (entry.kind === "place" ? [entry.row] : []));
  if (ground || rows.some((row) => row.precision === "region" || row.population >= 400_000)) return true;
  // A name of two words ("New Orleans") is seldom anything else.
  if (to - from > 1 && rows.some((row) => row.population >= 50_000)) return true;
  const { words } = line;
  if (regionHeads.has(words[to]?.key ?? "")) return true;
  if (words[to]?.text === "," && words[to + 1]?.cap)
    return /^(?:of|from|on|between|and|via|,)$/.test(words[from - 1]?.key ?? "");
  return (
    /^(?:of|between|and|via|cities|city|town|village|for|on)$/.test(words[from - 1]?.key ?? "") &&
    to - from > 0 &&
    rows.some((row) => row.population >= 50_000)
  );
}
