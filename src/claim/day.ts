import type { DatedRange } from "../model/document.ts";
import type { Span } from "../model/span.ts";
import type { Timex } from "../model/timex.ts";
import type { Draft } from "./clause.ts";
import { rowsWithin } from "./lookup.ts";
import type { Reading } from "./reading.ts";
import { type Range, spanOfRange } from "./word.ts";

const inside = (contents: readonly Span[], timex: Timex): boolean =>
  contents.some(([start, end]) => start < timex.end && timex.start < end);

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
    if (range[1] <= range[0]) continue;
    for (const timex of rowsWithin(named.timexes, spanOfRange(words, range))) {
      if (!timex.range || inside(contents, timex)) continue;
      // Behind the cue, only what stands before the next content or clause belongs to the saying.
      if (at === 1 && behindClause(reading, last, timex.start)) break;
      if (at === 2 && draft.inherited) break;
      return {
        start: timex.range[0],
        end: timex.range[1],
        by: `said ${words.text.slice(timex.start, timex.end)}: ${timex.by}`,
      };
    }
  }
  return null;
}

function behindClause({ words }: Reading, from: number, offset: number): boolean {
  for (let at = from; at < words.count && words.starts[at]! < offset; at++) {
    if (/^(?:[,;:.—]|that|which|who|because|as|after|before|when|if|and|but)$/.test(words.lower[at]!)) return true;
  }
  return false;
}
