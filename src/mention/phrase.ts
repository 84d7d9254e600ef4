import type { Chunk, Line, Phrase } from "./found.ts";
import { needsModifier } from "./institution.ts";
import type { Head, NameEntry, NameIndex } from "./name-index.ts";
import type { Word } from "./word.ts";
import { broadWords, calendarWords, functionWords, pastForms, sayingForms, titles } from "./word-class.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

const theWords = setOf("the this these those both");
const aWords = setOf("a an another one");
const possessives = setOf("his her its their our my your whose");
const counts =
  /^(?:\d[\d,.]*|some|many|several|few|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|most|other|all|any|no|more|various|numerous|of)$/;

/** Words between a determiner and a head that no ending gives away. */
const modifiers = setOf(`
  top senior junior chief deputy former ex new old late acting interim then current next first second third last local state party security defense
  defence foreign interior military police army border opposition intelligence government campaign rights human peace health energy finance trade
  oil gas election electoral parliament cabinet house senate county city village town district company union labor labour student community church
  rebel separatist militant guerrilla terror terrorist war air sea land special joint key main close young elder big small great rival fellow
  staunch vocal open armed unarmed angry poor rich free pro anti non co long short high low right left far hard soft wide same own many few
  strategic allied hostile friendly foreign-policy press news wire anonymous unnamed unidentified independent exiled jailed detained ousted
  longtime veteran outgoing incoming embattled self-proclaimed de facto riot mayor congressional house white black gay female male women men
  transition business industry tech media television radio newspaper magazine internet web law enforcement school university research think tank
  aid relief rescue emergency medical hospital fire drug nuclear climate weather space traffic transport bus train taxi truck third-country`);
const modifierEnding = /(?:al|ian|ean|ic|ive|ous|ary|ory|ful|ist|ish|ern|less|ble|ent|ant|ior|nese)$/;
/** Verbs and adverbs with a modifier's ending. */
const notModifier =
  setOf(`sent went spent bent lent meant resist assist insist persist consist want grant warrant represent present prevent comment
  implement document finish publish establish punish abolish accomplish than can cost ban plan give receive leave live arrive drive have achieve believe
  enable include general appeal reveal heal steal deal signal final enlist exist topic amid give strive survive serve move remove approve prove improve`);
const participle = /(?:ed|ing|en)$/;

/** Lower-case words that may follow the last word of a noun phrase, besides function words. */
const afterPhrase = setOf(`
  today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday now later earlier also still already reportedly
  allegedly recently previously repeatedly however meanwhile together alike themselves himself herself abroad there here ago
  who whom which that whose when where while after before amid who've did does do has have had was were is are will would`);

/** Heads that are often adjectives or verbs; in lower case they need a word after which a phrase can end. */
const doubtful = setOf(`
  major general premier justice chief head chair host guard source deputy member speaker captain lieutenant representative rep monitor anchor
  father mother authority assistant official military police army navy government opposition media press intelligence public parliament
  republican democrat conservative liberal rebel separatist militant guard border militia court union party marines veteran volunteer rival ally
  leader ruler officer minister president campaign civilian patient child man woman private security-service presidential team group`);
const verbsToo = setOf(
  "heads hosts chairs guards monitors captains fathers mothers rulers sources witnesses rebels rivals members users patients",
);

/** Verb forms that rather go on a noun phrase: "a military show", "member states". */
const nounsToo = setOf(
  "state states show shows force forces plan plans post posts group groups head heads house houses step steps build post camp camps aid aids base bases target targets",
);

const isLower = (word: Word | undefined): boolean => word !== undefined && /^\p{Ll}/u.test(word.text);

/** Can a noun phrase end before `words[at]`? Without tags this is told by closed lists and verbal endings. */
function canEndBefore(words: readonly Word[], at: number, verbs: ReadonlySet<string>): boolean {
  const word = words[at];
  if (word === undefined || !isLower(word)) return true;
  if (functionWords.has(word.key) || sayingForms.has(word.key) || afterPhrase.has(word.key)) return true;
  const finite = verbs.has(word.key) && !nounsToo.has(word.key);
  return finite || /(?:ed|ly)$/.test(word.key) || pastForms.has(word.key);
}

/** ISO code of the state that the entries stand for, or null. */
export function countryOf(entries: readonly NameEntry[]): string | null {
  for (const entry of entries) {
    if (entry.kind === "organization") return entry.row.country;
    if (entry.kind !== "place") return entry.row.iso2;
  }
  return entries.find((entry) => entry.kind === "place")?.row.country ?? null;
}

interface Reach {
  from: number;
  /** Where the phrase begins without determiner and possessor. */
  bareFrom: number;
  determiner: Phrase["determiner"];
  owner: string | null;
  country: string | null;
  modified: boolean;
}

/** Walks left from a head over modifiers, names, a possessor and a determiner. */
function reachOf(line: Line, head: number, chunkEnding: ReadonlyMap<number, Chunk>, phrases: readonly Phrase[]): Reach {
  const { words } = line;
  const reach: Reach = { from: head, bareFrom: head, determiner: "none", owner: null, country: null, modified: false };
  for (let step = 0; step < 10 && reach.from > 0; step++) {
    const chunk = chunkEnding.get(reach.from);
    if (chunk !== undefined) {
      if (chunk.kind === "ground") break;
      if (chunk.kind === "unknown" && chunk.to - chunk.from > 2) break;
      if (chunk.kind === "entries") reach.country ??= countryOf(chunk.entries);
      reach.from = chunk.from;
      reach.bareFrom = chunk.from;
      reach.modified = true;
      const other = chunkEnding.get(chunk.from - 1);
      if (
        /^(?:and|or)$/.test(words[chunk.from - 1]?.key ?? "") &&
        isPeople(chunk) &&
        other !== undefined &&
        isPeople(other)
      ) {
        reach.from = other.from;
        reach.bareFrom = other.from;
        reach.country = null;
      }
      continue;
    }
    const before = words[reach.from - 1]!;
    if (before.key === "'s" || /^['’]$/.test(before.text)) {
      const owner = chunkEnding.get(reach.from - 1);
      const phrase = phrases.findLast((one) => one.to === (owner?.from ?? reach.from - 1));
      const noun = words[reach.from - 2];
      const holder = words[reach.from - 3]?.key ?? "";
      if (
        /^(?:country|nation|state|government|party|group|neighbor|neighbour|city|region)$/.test(noun?.key ?? "") &&
        (possessives.has(holder) || theWords.has(holder))
      ) {
        return { ...reach, from: reach.from - 3, determiner: "possessive", owner: holder, modified: true };
      }
      if (owner === undefined && phrase === undefined) break;
      if (owner?.kind === "entries") reach.country ??= countryOf(owner.entries);
      if (phrase !== undefined) reach.country ??= phrase.country;
      reach.from = phrase?.from ?? owner?.from ?? reach.from;
      reach.determiner = "possessive";
      reach.modified = true;
      break;
    }
    if (theWords.has(before.key)) return { ...reach, from: reach.from - 1, determiner: "the" };
    if (aWords.has(before.key)) return { ...reach, from: reach.from - 1, determiner: "a" };
    if (possessives.has(before.key)) {
      return { ...reach, from: reach.from - 1, determiner: "possessive", owner: before.key };
    }
    if (before.key !== "of" && counts.test(before.key)) {
      reach.from -= 1;
      reach.modified = true;
      continue;
    }
    const compound =
      words[reach.from - 2]?.text === "-" && !words[reach.from - 2]!.spaced && !before.spaced && reach.from >= 3;
    if (compound) {
      let start = chunkEnding.get(reach.from - 2)?.from ?? reach.from - 3;
      while (start >= 2 && words[start - 1]!.text === "-" && !words[start - 1]!.spaced && !words[start]!.spaced)
        start -= 2;
      reach.from = start;
      reach.bareFrom = start;
      reach.modified = true;
      continue;
    }
    if (
      !isLower(before) &&
      !broadWords.has(before.key) &&
      !(reach.from === 1 && modifiers.has(before.key)) &&
      !/^(?:Deputy|Former|Acting|First|Senior|Top|Exiled|Chief|Western|Eastern|Northern|Southern|Interim|Ex)$/.test(
        before.text,
      )
    )
      break;
    if (functionWords.has(before.key)) break;
    const certain =
      modifiers.has(before.key) || (modifierEnding.test(before.key) && !notModifier.has(before.key)) || before.cap;
    const earlier = words[reach.from - 2];
    const framed =
      participle.test(before.key) &&
      earlier !== undefined &&
      (theWords.has(earlier.key) || aWords.has(earlier.key) || possessives.has(earlier.key) || earlier.key === "'s");
    if (!certain && !framed) break;
    reach.from -= 1;
    reach.bareFrom = reach.from;
    reach.modified = true;
  }
  return reach;
}

const isPeople = (chunk: Chunk): boolean =>
  chunk.kind === "entries" && chunk.entries.some((entry) => entry.kind === "people");

/** State named after "of" or "for" behind a head: "spokesman for Ukraine's Border Service". */
function countryAfter(line: Line, to: number, chunkStarting: ReadonlyMap<number, Chunk>): string | null {
  if (!/^(?:of|for)$/.test(line.words[to]?.key ?? "")) return null;
  for (let at = to + 1; at < Math.min(line.words.length, to + 5); at++) {
    const chunk = chunkStarting.get(at);
    if (chunk?.kind === "entries") return countryOf(chunk.entries);
    if (!isLower(line.words[at])) return null;
  }
  return null;
}

/** Where a name may begin behind a role: past "Dr", "Sir" and the dots of short forms. */
function nameAfterTitles(words: readonly Word[], to: number): number {
  let at = words[to]?.text === "." ? to + 1 : to;
  for (let step = 0; step < 3 && titles.has(words[at]?.key ?? ""); step++) at += words[at + 1]?.text === "." ? 2 : 1;
  return at;
}

function isKept(
  line: Line,
  at: number,
  to: number,
  head: Head,
  reach: Reach,
  names: ReadonlyMap<number, Chunk>,
  verbs: ReadonlySet<string>,
): boolean {
  const { words } = line;
  const last = words[to - 1]!;
  if (words[to]?.text === "-" && !words[to]!.spaced) return false;
  const beforeName = names.get(nameAfterTitles(words, to))?.kind === "unknown";
  const apposed = words[at - 1]?.text === "," && names.has(-(at - 1));
  if (
    /^(?:gen|lt\. gen|col|sen|rep|gov|lt|sgt|capt|prof|dr|maj\. gen|brig\. gen|lt\. col|mp|mep|ceo)$/.test(
      head.kind === "role" ? head.role : "",
    )
  ) {
    return (beforeName && last.cap) || (last.upper && reach.modified);
  }
  const singular = head.kind === "role" && !head.plural;
  if ((singular || doubtful.has(last.key)) && !last.cap && !canEndBefore(words, to, verbs) && !beforeName) return false;
  const dayAfter = calendarWords.has(words[to]?.key ?? "");
  if ((last.cap || singular) && words[to]?.cap && !dayAfter && !beforeName && !names.has(to)) return false;
  const free = reach.determiner === "none" && !reach.modified;
  if (head.kind === "institution") {
    if (!free) return true;
    return (
      !needsModifier.has(head.institution) && !(to - at === 1 && isLower(words[to]) && !canEndBefore(words, to, verbs))
    );
  }
  if (head.plural) return !(free && verbsToo.has(last.key) && !sayingForms.has(words[to]?.key ?? ""));
  return !free || beforeName || apposed;
}

/** Noun phrases headed by a role or an institution, in order; none inside another's head. */
export function findPhrases(line: Line, chunks: readonly Chunk[], index: NameIndex): readonly Phrase[] {
  if (line.lexiconOnly) return [];
  const { words } = line;
  const chunkEnding = new Map<number, Chunk>();
  const chunkStarting = new Map<number, Chunk>();
  for (const chunk of chunks) {
    chunkEnding.set(chunk.to, chunk);
    // Of "Belarusian Security Council" the inner "Belarusian" tells the state.
    if (chunkStarting.get(chunk.from)?.kind !== "entries") chunkStarting.set(chunk.from, chunk);
  }
  // A negative key marks where a name ended, for appositions after a comma.
  const names = new Map<number, Chunk>(chunkStarting);
  for (const chunk of chunks) if (chunk.kind === "unknown") names.set(-chunk.to, chunk);
  const phrases: Phrase[] = [];
  let at = 0;
  while (at < words.length) {
    const chunk = chunkStarting.get(at);
    if (chunk !== undefined) {
      at = Math.max(chunk.to, ...chunks.filter((one) => one.from === at).map((one) => one.to));
      continue;
    }
    const match = index.heads.longestAt(words, at);
    if (match === null) {
      at += 1;
      continue;
    }
    const head = match.values[0]!;
    const reach = reachOf(line, at, chunkEnding, phrases);
    const free = reach.determiner === "none" && !reach.modified;
    if ((line.titleCase && free) || !isKept(line, at, match.to, head, reach, names, index.verbs)) {
      at += 1;
      continue;
    }
    phrases.push({
      from: reach.from,
      headFrom: at,
      to: match.to,
      head: head.kind === "role" ? head.role : head.institution,
      kind: head.kind === "role" ? "role" : head.of,
      plural: head.kind === "role" && head.plural,
      public: head.kind === "role" && head.public,
      determiner: reach.determiner,
      owner: reach.owner,
      country: reach.country ?? countryAfter(line, match.to, chunkStarting),
      bare: line.words
        .slice(reach.bareFrom, match.to)
        .map((word) => (word.spaced && word !== words[reach.bareFrom] ? ` ${word.text}` : word.text))
        .join(""),
    });
    at = match.to;
  }
  return phrases;
}
