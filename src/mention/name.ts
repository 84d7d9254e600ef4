import type { Chunk, Line } from "./found.ts";
import type { NameEntry, NameIndex } from "./name-index.ts";
import type { Word } from "./word.ts";
import {
  broadWords,
  calendarWords,
  facilityHeads,
  functionWords,
  landHeads,
  monthAbbreviations,
  openers,
  organizationHeads,
  organizationStarts,
  particles,
  thingHeads,
  titles,
} from "./word-class.ts";

/** No name is longer, in words; bounds the work on text without lower-case letters. */
const longestName = 12;
const abbreviations = new Set(
  "mr mrs ms dr st gen col lt sgt capt sen rep gov jr sr prof rev mt ft maj brig adm no".split(" "),
);

const isMark = (word: Word | undefined): boolean => word !== undefined && !/[\p{L}\p{N}]/u.test(word.text);

/** Does the word stand where English writes a capital anyway: at the sentence's start, or after a quotation mark, a colon or a dash? */
function isInitial(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  return before === undefined || (isMark(before) && /^["“”«‘'’:—–•*([-]+$/.test(before.text) && before.text !== "-");
}

/** Words whose capital may be a name's: not a function word, a day, a month, or a sentence's opener. */
function canBeName(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (!word.cap) return false;
  if (functionWords.has(word.key))
    return (word.upper && word.key !== "a" && word.key !== "i" && word.key !== "us") || isFamilyName(words, at);
  if (calendarWords.has(word.key)) return false;
  if (monthAbbreviations.has(word.key) && /^(?:\.|\d+)$/.test(words[at + 1]?.text ?? "")) return false;
  return !(isInitial(words, at) && openers.has(word.key) && !word.upper);
}

/** "Per Aasen", "Oh Mi-ran", "An Jung-geun": a name that looks like a function word, before a capital or a given name in two parts. */
const isFamilyName = (words: readonly Word[], at: number): boolean =>
  (/^(?:Per|Will|May)$/.test(words[at]!.text) &&
    !isInitial(words, at) &&
    /^\p{Lu}\p{Ll}/u.test(words[at + 1]?.text ?? "")) ||
  isBeforeTwoParts(words, at);

const isBeforeTwoParts = (words: readonly Word[], at: number): boolean =>
  /^\p{Lu}/u.test(words[at + 1]?.text ?? "") &&
  words[at + 2]?.text === "-" &&
  !words[at + 2]!.spaced &&
  !(words[at + 3]?.spaced ?? true) &&
  /^\p{Ll}/u.test(words[at + 3]?.text ?? "") &&
  words[at]!.cap &&
  !isInitial(words, at);

/** End of the run of capitalised words that begins at `from`, with initials, hyphens and particles inside. */
function runEnd(words: readonly Word[], from: number): number {
  let at = from + 1;
  const limit = Math.min(words.length, from + longestName);
  while (at < limit) {
    const word = words[at]!;
    const next = words[at + 1];
    if (word.cap && word.spaced && canBeName(words, at)) at += 1;
    else if (isOwnersMark(words, at)) at += 2;
    else if (word.key === "and" && isJoined(words, at)) at += words[at + 1]!.key === "the" ? 3 : 2;
    else if (/^["“]$/.test(word.text) && isNickname(words, at)) at += 4;
    else if (word.text === "-" && !word.spaced && next !== undefined && !next.spaced && next.cap) at += 2;
    else if (
      word.text === "." &&
      !word.spaced &&
      next?.cap &&
      (words[at - 1]!.text.length === 1 || abbreviations.has(words[at - 1]!.key))
    ) {
      at += 2;
    } else if (particles.has(word.key) && !word.cap && words[at - 1]!.text !== "." && nameAfterParticle(words, at))
      at += 1;
    else break;
  }
  return at;
}

/** "Farmers' Union": an owner in the plural before an organisation's last word. */
const isOwnersMark = (words: readonly Word[], at: number): boolean =>
  /^['’]$/.test(words[at]!.text) &&
  !words[at]!.spaced &&
  words[at - 1]!.key.endsWith("s") &&
  (words[at + 1]?.cap ?? false) &&
  organizationHeads.has(words[at + 1]!.key);

/** "Securities and Exchange Commission": does an organisation's last word follow the capitals after "and"? */
function isJoined(words: readonly Word[], and: number): boolean {
  if (!isPartOfName(words, and - 1)) return false;
  // "the Workers Union and the Institute" are two.
  if (organizationHeads.has(words[and - 1]!.key) && words[and + 1]?.key === "the") return false;
  for (let at = words[and + 1]?.key === "the" ? and + 2 : and + 1; at < and + 5 && words[at]?.cap; at++) {
    if (organizationHeads.has(words[at]!.key)) return true;
  }
  return false;
}

/** Robert "Bob" Smith: one capitalised word between quotation marks, and a capital after it. */
const isNickname = (words: readonly Word[], at: number): boolean =>
  (words[at + 1]?.cap ?? false) && /^["”]$/.test(words[at + 2]?.text ?? "") && (words[at + 3]?.cap ?? false);

/** Is a particle at `at` followed by a capital, at most two particles on ("van der Berg", "al-Assad")? */
function nameAfterParticle(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < Math.min(words.length, at + 4); next++) {
    const word = words[next]!;
    if (word.cap) return true;
    if (word.text !== "-" && !particles.has(word.key)) return false;
  }
  return false;
}

/** End of an organisation's name that begins at `from` in the run `[from, end)`, or 0. */
function organizationEnd(words: readonly Word[], from: number, end: number, index: NameIndex): number {
  const first = words[from]!;
  if (organizationStarts.has(first.key) && /^(?:of|for|on)$/.test(words[from + 1]?.key ?? "")) {
    const to = complementEnd(words, from + 1, index);
    if (to > 0) return to;
  }
  let to = 0;
  for (let at = from; at < end; at++) {
    const role = index.heads.longestAt(words, at, end);
    const isRole = role !== null && role.values[0]!.kind === "role" && !organizationHeads.has(words[role.to - 1]!.key);
    // "White House Press Secretary" ends before the role; "Northern Volunteer Corps" goes on.
    if (at > from && isRole && !organizationHeads.has(words[role.to]?.key ?? "")) {
      break;
    }
    if (at > from && organizationHeads.has(words[at]!.key)) to = at + 1;
  }
  if (to > 0 && organizationStarts.has(words[to - 1]!.key) && words[to]?.key === "of") {
    const more = complementEnd(words, to, index);
    if (more > 0) return more;
  }
  return to;
}

/** End of "of (the) Capitalised (and Capitalised)…" that begins at `of`, or 0. */
function complementEnd(words: readonly Word[], of: number, index: NameIndex): number {
  let at = of + 1;
  if (words[at]?.key === "the") at += 1;
  if (!words[at]?.cap || calendarWords.has(words[at]!.key)) return 0;
  while (at < Math.min(words.length, of + longestName)) {
    const word = words[at]!;
    if (word.cap && !calendarWords.has(word.key)) at += 1;
    else if (/^(?:and|of|&)$/.test(word.key) && words[at + 1]?.cap && isPartOfName(words, at + 1)) at += 2;
    else if (word.key === "of") {
      const start = words[at + 1]?.key === "the" ? at + 2 : at + 1;
      const country = start < words.length ? index.names.longestAt(words, start) : null;
      return country?.values.some((entry) => entry.kind === "country") ? country.to : at;
    } else break;
  }
  return at;
}

const isPartOfName = (words: readonly Word[], at: number): boolean =>
  organizationHeads.has(words[at]!.key) ||
  /^(?:affairs|cooperation|co|trade|securities|exchange|immigration|customs|citizenship|health|services|food|drug|drugs|commerce|consumer|justice|alcohol|energy|environment|agriculture|budget|oversight|intelligence|labor|housing|transportation|commodity|sport|sports|science|education|culture|tourism|development|security|defense|defence|industry|social|human|foreign|internal)$/.test(
    words[at]!.key,
  );

/** The acronym that stands in brackets behind a name which ends at `at`, or null. */
export const acronymAfter = (words: readonly Word[], at: number): string | null =>
  words[at]?.text === "(" && words[at + 1]?.upper && words[at + 2]?.text === ")" ? words[at + 1]!.text : null;

/** Kinds of entry that end a name of unknown words: a person is not called "Viktor NATO". */
const standsAlone = (entries: readonly NameEntry[], length: number, printed: Word): boolean =>
  entries.some(
    (entry) =>
      (entry.kind === "organization" && entry.row.name !== "West") || entry.kind === "seat" || entry.kind === "people",
  ) ||
  (length > 1 && entries.some((entry) => entry.kind === "country")) ||
  printed.upper;

/** Cuts the run `[from, end)` into chunks: lexicon names, organisations, ground, and unknown names. Role words are left out. */
function cutRun(line: Line, from: number, end: number, index: NameIndex): Chunk[] {
  const { words } = line;
  const chunks: Chunk[] = [];
  let at = from;
  while (at < end) {
    const word = words[at]!;
    if (isMark(word)) {
      at += 1;
      continue;
    }
    const match = index.names.longestAt(words, at);
    const organization = line.lexiconOnly ? 0 : organizationEnd(words, at, end, index);
    if (match !== null && match.to >= organization) {
      const joined = line.lexiconOnly ? 0 : nameEndAfterPlace(line, at, match, end, index);
      if (joined > 0) {
        chunks.push({ kind: "unknown", from: at, to: joined, female: null, core: null });
        at = joined;
      } else {
        const land = groundEnd(words, match.to, end);
        const one: Chunk =
          land > 0 &&
          match.values.every((entry) => entry.kind === "place" || entry.kind === "capital" || entry.kind === "people")
            ? { kind: "ground", from: at, to: land, facility: facilityHeads.has(words[land - 1]!.key) }
            : { kind: "entries", from: at, to: match.to, entries: match.values };
        chunks.push(one);
        at = one.to;
      }
      continue;
    }
    if (organization > 0) {
      const inner = index.names.longestAt(words, at, organization);
      if (inner !== null && inner.values.some((entry) => entry.kind === "people" || entry.kind === "country")) {
        chunks.push({ kind: "entries", from: at, to: inner.to, entries: inner.values });
      }
      chunks.push({ kind: "organization", from: at, to: organization, acronym: acronymAfter(words, organization) });
      at = organization;
      continue;
    }
    const role = index.heads.longestAt(words, at, end);
    if (role !== null && (role.to > at + 1 || at + 1 < end || isRoleAlone(words, at))) {
      at = role.to;
      continue;
    }
    const to = unknownEnd(line, at, end, index);
    const ground = facilityHeads.has(words[to - 1]!.key) || landHeads.has(words[to - 1]!.key);
    if (ground && to > at + 1)
      chunks.push({ kind: "ground", from: at, to, facility: facilityHeads.has(words[to - 1]!.key) });
    else if (!ground && !(to === at + 1 && broadWords.has(word.key))) chunks.push(unknownChunk(words, at, to));
    at = to;
  }
  return chunks;
}

const isRoleAlone = (words: readonly Word[], at: number): boolean => !words[at]!.upper;

/** Strips a title off an unknown name and keeps what it tells. */
function unknownChunk(words: readonly Word[], from: number, to: number): Chunk {
  let start = from;
  while (start < to - 1 && (broadWords.has(words[start]!.key) || isMark(words[start]))) start += 1;
  if (start > from) return unknownChunk(words, start, to);
  const title = titles.get(words[from]!.key);
  if (title === undefined) return { kind: "unknown", from, to, female: null, core: null };
  const name = words[from + 1]?.text === "." ? from + 2 : from + 1;
  if (name >= to) return { kind: "unknown", from, to, female: null, core: null };
  const rest = unknownChunk(words, name, to);
  return rest.kind === "unknown" && title !== null ? { ...rest, female: title === "female" } : rest;
}

/** "Kyiv Oblast", "Minsk National Airport": end of the ground's name, or 0. */
function groundEnd(words: readonly Word[], from: number, end: number): number {
  for (let at = from; at < Math.min(end, from + 3); at++) {
    if (facilityHeads.has(words[at]!.key) || landHeads.has(words[at]!.key)) return at + 1;
  }
  return 0;
}

/** A place's name that begins a person's ("Paris Hilton"): end of that name, or 0. */
function nameEndAfterPlace(
  line: Line,
  at: number,
  match: { readonly to: number; readonly values: readonly NameEntry[] },
  end: number,
  index: NameIndex,
): number {
  if (
    match.to !== at + 1 ||
    match.to >= end ||
    !match.values.every((entry) => entry.kind === "place" || entry.kind === "capital")
  )
    return 0;
  const { words } = line;
  if (
    isMark(words[match.to]) ||
    broadWords.has(words[match.to]!.key) ||
    thingHeads.has(words[match.to]!.key) ||
    groundEnd(words, match.to, end) > 0
  )
    return 0;
  if (index.heads.longestAt(words, match.to, end) !== null) return 0;
  const next = index.names.longestAt(words, match.to, end);
  if (next !== null && next.values.some((entry) => entry.kind !== "place")) return 0;
  return unknownEnd(line, at, end, index);
}

/** End of a name of unknown words that begins at `at`: up to a role, an organisation or a name that stands alone. */
function unknownEnd(line: Line, from: number, end: number, index: NameIndex): number {
  const { words } = line;
  let at = from + 1;
  while (at < end) {
    if (words[at]!.text === "-") {
      const after = index.names.longestAt(words, at + 1, end);
      if (after !== null && after.values.some((entry) => entry.kind !== "place")) break;
      at += 2;
      continue;
    }
    if (isMark(words[at]) || particles.has(words[at]!.key)) {
      at += 1;
      continue;
    }
    const match = index.names.longestAt(words, at, end);
    if (match !== null && standsAlone(match.values, match.to - at, words[at]!)) break;
    const head = index.heads.longestAt(words, at, end);
    if (head !== null && head.values[0]!.kind === "role" && (head.to > at + 1 || at + 1 < end)) break;
    at += 1;
  }
  // An initial keeps its dot; a hyphen or quotation mark at the end does not belong to the name.
  while (at > from + 1 && isMark(words[at - 1]) && words[at - 1]!.text !== ".") at -= 1;
  return Math.min(at, end);
}

/** All names of a line, in order, nested ones before the one that holds them. In a title-case line only names of the lexicon. */
export function nameChunks(line: Line, index: NameIndex): readonly Chunk[] {
  const { words } = line;
  const chunks: Chunk[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at]!;
    const match = word.cap || !functionWords.has(word.key) ? index.names.longestAt(words, at) : null;
    const opener = isInitial(words, at) && !word.upper && (functionWords.has(word.key) || openers.has(word.key));
    if (line.titleCase || line.lexiconOnly) {
      if (match !== null && !(match.to === at + 1 && (functionWords.has(word.key) || openers.has(word.key)))) {
        chunks.push({ kind: "entries", from: at, to: match.to, entries: match.values });
        at = match.to;
      } else at += 1;
    } else if (
      canBeName(words, at) ||
      (word.cap && match !== null && match.to > at + 1 && !functionWords.has(words[at + 1]!.key))
    ) {
      const end = Math.max(runEnd(words, at), match?.to ?? 0);
      const cut = cutRun(line, at, end, index);
      chunks.push(...cut);
      at = Math.max(end, cut.at(-1)?.to ?? 0);
    } else if (
      match !== null &&
      !opener &&
      (word.cap || match.to > at + 1 || words[at]!.text !== words[at]!.text.toLowerCase() || isLowerName(match.values))
    ) {
      chunks.push({ kind: "entries", from: at, to: match.to, entries: match.values });
      at = match.to;
    } else at += 1;
  }
  return chunks;
}

const isLowerName = (entries: readonly NameEntry[]): boolean =>
  entries.some((entry) => entry.kind === "organization" && entry.row.name === entry.row.name.toLowerCase());
