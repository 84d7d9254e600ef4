import type { DatedRange } from "../model/document.ts";
import type { Span } from "../model/span.ts";
import type { Timex } from "../model/timex.ts";
import type { Draft } from "./clause.ts";
import { rowsWithin } from "./lookup.ts";
import type { Reading } from "./reading.ts";
import { type Range, spanOfRange } from "./word.ts";

const inside = (contents: readonly Span[], timex: Timex): boolean =>
  contents.some(([start, end]) => start < timex.end && timex.start < end);

/** The longest stretch that is still a day of saying, in days: "in March" is, "in 2020" is not. */
const longestDays = 31;

const isDay = ({ range }: Timex): boolean =>
  range !== null && Date.parse(range[1]) - Date.parse(range[0]) < longestDays * 86_400_000;

/** The day that the reporting clause itself names ("said Friday", "on November 12"); null where it names none: nothing is guessed. */
export function dayOf(reading: Reading, draft: Draft): DatedRange | null {
  const { words, named } = reading;
  const { sentence, source, hit } = draft;
  const contents = draft.contents.map((range) => spanOfRange(words, range));
  const first = Math.min(hit.group[0], source?.range[0] ?? hit.group[0]);
  const last = Math.max(hit.group[1], source && !draft.inherited ? source.range[1] : 0);
  const ranges: Range[] = [
    [draft.inherited ? hit.group[0] : first, last],
    [last, Math.min(sentence.to, last + 25)],
    [Math.max(sentence.from, first - 12), first],
  ];
  for (const [at, range] of ranges.entries()) {
    if (range[1] <= range[0] || (at === 2 && draft.inherited)) continue;
    for (const timex of rowsWithin(named.timexes, spanOfRange(words, range))) {
      if (!timex.range || !isDay(timex)) continue;
      if (inside(contents, timex) && !(at === 1 && besideObject(reading, draft, timex))) continue;
      if (at === 0 && inInsertion(reading, draft, timex)) continue;
      // Behind the cue, only what stands before the next content or clause belongs to the saying.
      if (at === 1 && behindClause(reading, last, timex.start)) break;
      if (at === 2 && hangsOnClause(reading, sentence.from, first, timex.start)) continue;
      return {
        start: timex.range[0],
        end: timex.range[1],
        by: `said ${words.text.slice(timex.start, timex.end)}: ${timex.by}`,
      };
    }
  }
  return null;
}

const tokenOf = ({ words }: Reading, from: number, offset: number): number => {
  let at = from;
  while (at < words.count && words.starts[at]! < offset) at++;
  return at;
};

/** Is it told of the speaker and not of the saying ("X, who fled in May, said")? What opens with a day or with speaking tells of the saying. */
function inInsertion(reading: Reading, { source, inherited }: Draft, { start }: Timex): boolean {
  if (!source || inherited || source.range[1] <= source.core[1]) return false;
  const { words } = reading;
  const at = tokenOf(reading, source.core[1], start);
  const outside = at >= source.range[1] || words.starts[source.core[1]]! > start;
  if (outside) return false;
  const opener = source.core[1] + (words.lower[source.core[1]] === "," ? 1 : 0);
  if (words.lower.slice(opener, at).some((word) => /^(?:who|which|that|whom|whose|where|when)$/.test(word)))
    return true;
  return !(
    words.time[opener] === 1 ||
    /^(?:on|in|at|during|late|early|speaking|talking|writing|addressing)$/.test(words.lower[opener] ?? "")
  );
}

/** Does a day before the reporting clause hang on a clause or an event of its own ("after the vote in May, X said")? */
function hangsOnClause({ words }: Reading, from: number, to: number, offset: number): boolean {
  for (let at = to - 1; at >= from && to - at < 40; at--) {
    if (words.starts[at]! >= offset) continue;
    if (/^[;:.—]$/.test(words.lower[at]!)) return false;
    if (
      /^(?:who|which|that|whom|whose|where|when|while|after|before|since|until|because|as|if)$/.test(words.lower[at]!)
    )
      return true;
  }
  return false;
}

/** Kinds of statements whose object is whom they are made to or against. */
const addressing = /^(?:accuse|urge|warn|ask|assure|criticize|praise|threaten)$/;

/** Does the day stand between the one addressed and what is said to him ("accused Norland | on Thursday | of")? */
function besideObject(reading: Reading, { hit, contents }: Draft, { start, end }: Timex): boolean {
  const { words } = reading;
  if (hit.form !== "finite" || !addressing.test(hit.row.kind) || contents[0]?.[0] !== hit.group[1]) return false;
  const at = tokenOf(reading, hit.group[1], start);
  const after = tokenOf(reading, at, end);
  if (at - hit.group[1] > 12 || !/^(?:of|to|that|for|by)$/.test(words.lower[after] ?? "")) return false;
  const object = words.lower.slice(hit.group[1], words.lower[at - 1] === "on" ? at - 1 : at);
  return object.length > 0 && !object.some((word) => /^(?:[,;:“”"]|of|to|that|for|by|who|which|from|over)$/.test(word));
}

function behindClause({ words }: Reading, from: number, offset: number): boolean {
  // "Said X, who fled in May, | on Friday": the comma ends the insertion.
  const day = words.lower[from + 1] === "on" ? from + 2 : from + 1;
  const first = words.lower[from] === "," && words.time[day] === 1 ? day : from;
  for (let at = first; at < words.count && words.starts[at]! < offset; at++) {
    if (/^(?:[,;:.—]|that|which|who|because|as|after|before|when|if|and|but)$/.test(words.lower[at]!)) return true;
  }
  return false;
}
