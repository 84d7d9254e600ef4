import type { Via } from "../model/attribution.ts";
import type { Draft } from "./clause.ts";
import { determiners } from "./closed.ts";
import { rowsWithin } from "./lookup.ts";
import type { Reading } from "./reading.ts";
import { phraseEnd } from "./source.ts";
import { isName, type Range, spanOfRange } from "./word.ts";

const channels =
  /^(?:statement|statements|interview|interviews|post|posts|tweet|tweets|speech|address|letter|email|e-mail|memo|video|message|messages|call|briefing|conference|report|reports|release|article|editorial|op-ed|op|broadcast|remarks|filing|lawsuit|complaint|testimony|telegram|twitter|facebook|instagram|youtube|x|vk|television|tv|radio|blog|channel|telegram's|podcast|note|communique|communiqué|dispatch|forum|hearing|affidavit|documents|transcript|book|debate|newspaper)$/;

const mediaWords =
  /^(?:media|agency|agencies|newspaper|newspapers|television|tv|radio|channel|channels|outlet|outlets|broadcaster|broadcasters|magazine|website|news|press|daily|weekly|reports|report|portal)$/;

function viaOf(reading: Reading, range: Range): Via {
  const [start, end] = spanOfRange(reading.words, range);
  const mention = rowsWithin(reading.named.mentions, [start, end]).find(
    (one) => one.actor !== null && reading.actors.get(one.actor)?.kind === "media",
  );
  return { start, end, text: reading.named.text.slice(start, end), actor: mention?.actor ?? null };
}

const bare = (reading: Reading, [from, to]: Range): Range =>
  to - from > 1 && determiners.has(reading.words.lower[from]!) ? [from + 1, to] : [from, to];

/** Do the words name a medium, by a word of the trade or by an actor that is one? */
export function isMedium(reading: Reading, range: Range, mediaSpans: ReadonlySet<number>): boolean {
  for (let at = range[0]; at < range[1]; at++) {
    if (mediaWords.test(reading.words.lower[at]!) || mediaSpans.has(reading.words.starts[at]!)) return true;
  }
  return false;
}

/** The channel that the reporting clause names: "via Telegram", "in a statement", "told the agency"; null where it names none. */
export function channelOf(reading: Reading, draft: Draft, mediaSpans: ReadonlySet<number>): Via | null {
  const { words } = reading;
  const { hit, contents, sentence } = draft;
  const held = (at: number): boolean => contents.some(([from, to]) => from <= at && at < to);
  const begin = hit.group[1];
  const addressee = /^(?:tell|inform|notify)/.test(hit.row.cue);
  if (addressee && hit.form !== "passive") {
    const end = phraseEnd(reading, begin, Math.min(sentence.to, begin + 30), false);
    if (end > begin && !held(begin) && isMedium(reading, [begin, end], mediaSpans))
      return viaOf(reading, bare(reading, [begin, end]));
  }
  const stop = Math.min(sentence.to, begin + 40);
  // "Said in a statement" may be one cue.
  for (let at = Math.min(begin, hit.head + 1); at < stop; at++) {
    const word = words.lower[at]!;
    if (held(at)) break;
    if (word === "according" && words.lower[at + 1] === "to") {
      // "…, the minister said, according to the agency"
      const end = phraseEnd(reading, at + 2, stop, false);
      if (end > at + 2 && isMedium(reading, [at + 2, end], mediaSpans))
        return viaOf(reading, bare(reading, [at + 2, end]));
    }
    if (!/^(?:via|through|in|on|during|by|at)$/.test(word)) continue;
    const start = at + 1;
    const end = phraseEnd(reading, start, stop, false);
    if (end <= start) continue;
    const last = words.lower[end - 1]!;
    const platform = isName(words, start) && channels.test(words.lower[start]!);
    if (word === "via" || platform || channels.test(last)) return viaOf(reading, bare(reading, [start, end]));
  }
  // "In a statement on Friday, X said": the channel opens the sentence.
  const opening = sentence.from;
  if (/^(?:in|on|during|via)$/.test(words.lower[opening] ?? "") && !held(opening) && opening < hit.group[0]) {
    const end = phraseEnd(reading, opening + 1, Math.min(hit.group[0], opening + 20), false);
    if (end > opening + 1 && channels.test(words.lower[end - 1]!))
      return viaOf(reading, bare(reading, [opening + 1, end]));
  }
  return null;
}

/** The source of the attribution around this one as the channel of this one. */
export const viaOfSource = (reading: Reading, range: Range): Via => viaOf(reading, bare(reading, range));
