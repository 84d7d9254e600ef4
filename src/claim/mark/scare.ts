import type { Reading } from "../reading.ts";
import { isName, isWord, type Range, type Sentence } from "../word.ts";

/** Words behind which a quoted phrase is a name, a title, an inscription or a word spoken of. */
const naming =
  /^(?:named|titled|entitled|dubbed|nicknamed|marked|labelled|labeled|reading|known|acronym|codenamed|code-named|christened|word|words|phrase|term|slogan|song|film|movie|book|novel|album|series|show|programme|program|play|poem|ship|vessel|yacht|operation|hymn|game|magazine|column|article|essay|headline|sign|banner|placard|poster|sticker|letters|motto|password|hashtag|exhibition|painting|battalion|brigade|chant|chanting|chanted|shouting|shouted|shout|inscription|inscribed|painted|printed|stamped|spelled|spelling|pronounced|means|meaning|nom|alias|aka|report|video|podcast|message|chapter|band|restaurant|bar|cafe|café|boat|trawler|tanker|ferry|play|opera|section|caption|captioned|category)$/;
/** Verbs by which somebody is quoted with a word or two. */
const quoting =
  /^(?:say|says|said|saying|spoke|speaks|speak|speaking|talk|talked|talks|talking|call|calls|called|calling|describe|describes|described|describing|accuse|accused|accuses|accusing|warn|warned|warns|promise|promised|promises|tweet|tweeted|write|wrote|writes|demand|demanded|denounce|denounced|denounces|condemn|condemned|condemns|hail|hailed|hails|praise|praised|reject|rejected|dismiss|dismissed|dismissing|cite|cited|cites|citing|blame|blamed|blames|blaming|threaten|threatened|brand|branded|brands|branding|told|tells|answer|answered|replied|ask|asked|asks|vow|vowed|vows|alleging|alleged|alleges|claim|claims|claimed|complained|urged|voiced|express|expressed|declared|declaring|insisted|quoted|deemed|lamented|mocked|considered|labelling|termed|announced|admitted|conceded|confirmed|denied|denies|denying|according|replies|deplored|decried)$/;
const terming =
  /^(?:style|styles|styled|term|terms|termed|dub|dubs|dubbed|call|calls|called|label|labels|labelled|bill|bills|billed|describe|describes|described|describing)$/;

/** How far before the quotation a verb of saying still governs it, in tokens. */
const reach = 6;

/** "What the occupiers style a “registry office”": the publisher hands the word back. */
function isHandedBack({ words }: Reading, from: number, first: number): boolean {
  for (let at = from - 1; at >= first && from - at < 5; at--)
    if (terming.test(words.lower[at]!))
      for (let back = at - 1; back >= first && at - back < 7; back--) if (words.lower[back] === "what") return true;
  return false;
}

/**
 * Is the quotation a few words that the publisher keeps a distance from? `isSaid` tells whether a statement's content holds it:
 * what somebody is quoted with, a name, a title or an inscription is none.
 */
export function isScareQuote(reading: Reading, quotation: number, isSaid: boolean, sentence: Sentence): boolean {
  const { words, quotations } = reading;
  const { tokens, closed } = quotations[quotation]!;
  const [from, to] = tokens;
  const inner = to - from - 2;
  if (!closed || inner < 1 || inner > 6) return false;
  const { from: first, to: last } = sentence;
  if (from <= first && to >= last - 1) return false;
  const handed = isHandedBack(reading, from, first);
  const before = words.lower[from - 1] ?? "";
  const labelled = before === "called" && words.lower[from - 2] === "-";
  const soCalled =
    labelled ||
    (before === "called" && words.lower[from - 2] === "so") ||
    /^(?:self|alleged|supposed|purported)$/.test(before);
  if (soCalled || handed) return true;
  if (isSaid) return false;
  if (from > first && /^(?:,|:)$/.test(before)) return false;
  if (/^[,!?.]$/.test(words.lower[to - 2] ?? "")) return false;
  if (before === "as" || before === "a.k.a.") return false;
  // A name or title: what is quoted begins with a capital letter that no sentence begins with.
  if ((isName(words, from + 1) && from > first) || /^\d/.test(words.lower[from + 1]!)) return false;
  let capitals = 0;
  for (let at = from + 1; at < to - 1; at++) capitals += isName(words, at) ? 1 : 0;
  if (capitals > 1 && from <= first) return false;
  for (let at = from - 1; at >= first && from - at <= reach; at--) {
    const word = words.lower[at]!;
    if (/^[,;:]$/.test(word) && from - at > 1) break;
    if (quoting.test(word) && words.upos[at] !== "NOUN") return false;
    if (naming.test(word) && from - at <= 3) return false;
  }
  // "“X”, he said": a verb of saying behind it.
  if (words.lower[to] === "," && isWord(words.lower[to + 1]) && quoting.test(words.lower[to + 2] ?? "")) return false;
  return true;
}

/** The words between the marks. */
export const insideOf = ([from, to]: Range): Range => [from + 1, to - 1];
