import type { Told } from "../../model/story.ts";
import { piecesOf, termOf } from "../word.ts";
import { type Names, namesOfDocument, type PrintedName } from "./name.ts";
import { bodyPattern, headOf, isBodyNoun, isHeadNoun, isPersonNoun, isSpokesNoun, officePattern } from "./noun.ts";
import { withoutSuffix } from "./person-name.ts";

/** An office that a report names beside a person: "the grid operator's head, Pauli Renning". */
export interface Position {
  /** Words of the name as printed there, folded. */
  readonly name: readonly string[];
  /** Words of the office without the body's, folded: "energi", "minister". */
  readonly role: readonly string[];
  readonly spokes: boolean;
  /** Does it lead its body? */
  readonly leads: boolean;
  /** The words that name the body or the state; null where none are there. */
  readonly of: string | null;
  readonly document: string;
}

const folded = (text: string): readonly string[] =>
  [...piecesOf(text)].map(({ form }) => termOf(form.replace(/['’]s$/u, ""))).filter((term) => term !== "");

const capital = "\\p{Lu}[\\p{L}\\p{M}\\-]{0,30}";
const named = `${capital}(?: (?:(?:of|for|and|de|del|di|van|al) )?(?:the )?${capital}){0,6}`;
const nominal = `(?:the )?(?:[\\p{L}\\-]{2,24} ){0,4}(?:${bodyPattern})(?: (?:of|for) (?:the )?${named})?`;
const office = `(?:[\\p{L}\\-]{1,24} ){0,4}?(?:${officePattern})`;
const ofBody = `(?: (?:of|for|at|with|in|from) (?:the )?([\\p{L}\\p{M}'’\\- ]{2,70}))?`;

/** "X's ROLE of Y, ", "its ROLE ", "Y ROLE " right before a name. */
const leadIn = new RegExp(
  `(?:^|[^\\p{L}\\-])(?:(its|their|his|her|our) |((?:the )?[\\p{L}\\p{M}\\-]{2,30}(?: [\\p{L}\\p{M}\\-]{2,30}){0,5})['’]s? |the |an? )?(${office})${ofBody},? $`,
  "iu",
);
/** ", ROLE of Y", ", Y's ROLE", ", its ROLE" right behind a name. */
const apposed = new RegExp(
  `^, (?:(its|their|his|her) |((?:the )?[\\p{L}\\p{M}\\-]{2,30}(?: [\\p{L}\\p{M}\\-]{2,30}){0,4})['’]s? |the |an? )?(${office})(?![\\p{L}\\-])${ofBody}`,
  "iu",
);
const running = new RegExp(
  `^, who (heads?|leads?|runs?|chairs?|commands?|directs?|speaks? for|represents?|owns?) (?:the )?([\\p{L}\\p{M}'’\\- ]{2,60})`,
  "iu",
);
const member = new RegExp(`(?:^|[^\\p{L}\\-])(${nominal}|${named})['’]s? $`, "u");
const memberAfter = new RegExp(`^, (?:of|from) (${nominal}|${named})`, "u");

/** So far back a body may stand that "its" points to. */
const reach = 320;
const nearBody = new RegExp(`(?:^|[^\\p{L}])the ((?:[\\p{L}'’\\-]{2,20} ){0,3}(?:${bodyPattern}))(?![\\p{L}])`, "giu");

const reporting =
  /^(?:, [^,.;]{2,60},)? (?:has |had |have |also |later |again |now |on \p{Lu}\p{Ll}+ (?:\p{Ll}+ )?)?(?:said|says|say|told|tells|announced|announces|stated|states|added|reported|reports|insisted|insists|denied|denies|confirmed|claimed|claims|promised|warned|warns|rejected|rejects|accused|accuses|blamed|blames|called|calls|condemned|condemns|dismissed|dismisses|demanded|demands|declared|declares|conceded|admitted|admits|repeated|explained|urged|kept|calmed|answered|answers|maintains?|wrote|spoke|speaks|raised)(?![\p{L}])/u;

/** The body that "its" stands for at a unit of the text: the last one that a sentence begins with or that says something, else the last named. */
export function bodyBefore(text: string, at: number, printed: readonly PrintedName[], names: Names): string | null {
  const from = Math.max(0, at - reach);
  const found: { readonly start: number; readonly words: string; readonly isSubject: boolean }[] = [];
  const add = (start: number, end: number, words: string): void => {
    const isFirst =
      /(?:^|[.!?]["”’]?\s+|\n|[Aa]ccording to )(?:[Tt]he |An? |Its |\p{Lu}\p{L}{2,20}(?:['’]s)? )?$/u.test(
        text.slice(Math.max(0, start - 40), start),
      );
    found.push({ start, words, isSubject: isFirst || reporting.test(text.slice(end, end + 90)) });
  };
  for (const { start, end, text: words } of printed)
    if (start >= from && end <= at && names.kindOf(words) === "body") add(start, end, words);
  for (const { 0: whole, 1: words, index } of text.slice(from, at).matchAll(nearBody))
    add(from + index + whole.length - words!.length, from + index + whole.length, words!);
  const sorted = found.toSorted((a, b) => a.start - b.start);
  return (sorted.findLast(({ isSubject }) => isSubject) ?? sorted.at(-1))?.words ?? null;
}

const capitalised = new RegExp(`(?:${named}|${capital})$`, "u");

/** The name at the end of some words, or what follows their last article or verb; null where nothing is left. */
const trimmedBody = (text: string | undefined): string | null => {
  const body = text
    ?.split(/,| (?:who|which|that|on|by|said|says|told|has|had|was|is|and (?=\p{Ll}))(?![\p{L}])/u)
    .findLast((part) => part.trim() !== "")
    ?.replace(/^.{0,80}(?:^| )(?:the|a|an|said|says|swears|yet|but|promise|words) (?:of )?/i, "")
    .trim();
  if (!body || body.length < 2) return null;
  const isName = capitalised.exec(body);
  return isName && /^\p{Ll}/u.test(body) && !/ of /.test(body) ? isName[0] : body;
};

/** Words of an office without what stands before it in its sentence. */
const officeOnly = (role: string): string =>
  role.replace(
    /^.{0,100}(?:^| )(?:that|the|an?|said|says|was|is|were|how|what|not|repeated|by|of|to|suit|denied|with|from|former|and|press) (?=\S)/i,
    "",
  );

const kinship =
  /^(?:sister|brother|mother|father|wife|husband|widow|son|daughter|uncle|aunt|cousin|relative|friend|mr|mrs|ms)$/i;

/** Words before the office's noun that name the body: "Electoral Commission" of "Electoral Commission chairwoman". */
function bodyWithin(role: string): { readonly role: string; readonly of: string | null } {
  const words = role.split(" ");
  const last = words.at(-1)!;
  const first = words.findIndex((word) => /^\p{Lu}/u.test(word));
  const cut = words.findLastIndex(
    (word, at) => at < words.length - 1 && (/^\p{Lu}/u.test(word) || (first >= 0 && at > first && isBodyNoun(word))),
  );
  if (cut >= 0 && /^\p{Ll}/u.test(last)) {
    const from = first;
    return { role: words.slice(cut + 1).join(" "), of: words.slice(from, cut + 1).join(" ") };
  }
  const body = new RegExp(`^((?:[\\p{L}\\-]{2,24} ){0,3}(?:${bodyPattern})) `, "iu").exec(role);
  return body ? { role: role.slice(body[0].length), of: body[1]! } : { role, of: null };
}

/** Is there a noun of an office at all? The long patterns are only tried where one is. */
const hasOffice = (text: string): boolean => text.split(/[ ,.;:]+/).some((word) => isPersonNoun(word));

const pronoun = /^(?:its|their|his|her|our)$/i;

/** Offices of persons in all reports, by the last word of the name. Time grows with the length of the texts. */
export function positionsOf(told: readonly Told[], names: Names): ReadonlyMap<string, readonly Position[]> {
  const positions = new Map<string, Position[]>();
  for (const { annotation, document } of told) {
    const { text } = annotation;
    const printed = namesOfDocument(annotation);
    for (const [at, { start, end, text: name, title }] of printed.entries()) {
      if (names.kindOf(name) !== "person") continue;
      const keep = (printedRole: string, body: string | null): void => {
        const role = officeOnly(printedRole);
        const of = kinship.test(headOf(role)) ? null : body;
        const words = withoutSuffix(folded(name));
        const last = words.at(-1);
        if (last === undefined) return;
        const head = headOf(role);
        const terms = folded(role);
        const found: Position = {
          name: words,
          role: terms,
          spokes: isSpokesNoun(head) || / (?:press|information) officer$/.test(role),
          leads: isHeadNoun(head),
          of,
          document,
        };
        const known = positions.get(last);
        if (known) known.push(found);
        else positions.set(last, [found]);
      };
      const titleStart = start - (title === "" ? 0 : title.length + 1);
      const lead = text
        .slice(Math.max(0, titleStart - 130), titleStart)
        .split(/[.!?]["”’]? (?=["“]?\p{Lu})|\n/u)
        .at(-1)!;
      const rest = text.slice(end, end + 120);
      const owner = (whose: string | undefined): string | null =>
        whose === undefined
          ? null
          : pronoun.test(whose)
            ? bodyBefore(text, titleStart, printed.slice(0, at), names)
            : trimmedBody(whose);
      if (title !== "") {
        const { role, of } = bodyWithin(title);
        const whose = /((?:the )?[\p{L}\p{M}-]{2,30}(?: \p{Lu}[\p{L}\p{M}-]{2,30}){0,3})['’]s? $/u.exec(lead)?.[1];
        const people = /\b(\p{Lu}[\p{L}-]{3,30}) $/u.exec(lead)?.[1];
        keep(role, of ?? trimmedBody(whose) ?? people ?? null);
      }
      // In "a spokeswoman for the Holm campaign" the office is none of Holm's.
      const before =
        hasOffice(lead) && !/ (?:of|for|at|with|in|from|by) (?:the |an? )?$/.test(lead) ? leadIn.exec(lead) : null;
      if (before) {
        const within = bodyWithin(before[3]!);
        keep(within.role, trimmedBody(before[4]) ?? within.of ?? owner(before[1] ?? before[2]));
      } else {
        const of = member.exec(lead)?.[1] ?? memberAfter.exec(rest)?.[1];
        if (of && !isPersonNoun(headOf(of))) keep("member", trimmedBody(of));
      }
      const after = rest.startsWith(", ") && hasOffice(rest) ? apposed.exec(rest) : null;
      if (after) {
        const within = bodyWithin(after[3]!);
        keep(within.role, trimmedBody(after[4]) ?? within.of ?? owner(after[1] ?? after[2]));
      }
      const isUnowned = !before?.[1] && !before?.[2] && !before?.[4];
      if (before && isUnowned && isSpokesNoun(headOf(before[3]!)) && bodyWithin(before[3]!).of === null)
        keep(before[3]!, bodyBefore(text, titleStart, printed.slice(0, at), names));
      const runs = running.exec(rest);
      if (runs) keep(/^(?:speak|represent)/.test(runs[1]!) ? "spokesman" : "head", trimmedBody(runs[2]));
    }
  }
  return positions;
}
