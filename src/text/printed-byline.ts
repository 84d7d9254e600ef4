import type { Block } from "../model/block.ts";
import { isAgency } from "./agency.ts";
import { isTimeStamp } from "./date.ts";
import { daysIn } from "./day-form.ts";
import { plainWords } from "./headline.ts";
import { authorsIn, isBody, isPerson, namesSomebody, openedAuthors } from "./meta/author-name.ts";

/** Names of a byline and whether they were read in the text. */
export interface Byline {
  readonly names: readonly string[];
  readonly isPrinted: boolean;
}

/** A block of the text in one line, at most 400 units of it. */
interface Line {
  readonly block: Block;
  readonly text: string;
}

/** The blocks about a report in which bylines stand. */
interface Surroundings {
  readonly lines: readonly Line[];
  /** Lines about the headline, without itself, and those below the last paragraph, with itself where it is short. */
  readonly atTitle: readonly Line[];
  readonly atEnd: readonly Line[];
}

/** The lines below the headline, at most eleven, as far as the third paragraph of some length, for the first ones may be a standfirst, and the `last`. */
function belowTitle(lines: readonly Line[], title: number, last: number): readonly Line[] {
  const near = lines.slice(title + 1, last > title ? Math.min(title + 12, last + 1) : title + 12);
  const long = near.flatMap(({ block, text }, at) => (block.kind === "paragraph" && text.length > 60 ? [at] : []));
  return near.slice(0, long[2] ?? near.length);
}

function surroundingsOf(text: string, blocks: readonly Block[]): Surroundings {
  const lines = blocks.map((block) => ({
    block,
    text: text.slice(block.start, Math.min(block.end, block.start + 400)),
  }));
  const title = blocks.findIndex(({ kind }) => kind === "title");
  const first = blocks.findIndex(({ kind }) => kind === "paragraph");
  const longLast = blocks.findLastIndex(({ kind, start, end }) => kind === "paragraph" && end - start > 60);
  const last = longLast < 0 ? blocks.findLastIndex(({ kind }) => kind === "paragraph") : longLast;
  const above =
    title < 0 ? lines.slice(Math.max(0, first - 3), Math.max(0, first)) : lines.slice(Math.max(0, title - 2), title);
  const below = title < 0 ? [] : belowTitle(lines, title, last);
  return { lines, atTitle: [...above, ...below], atEnd: last < 0 ? [] : lines.slice(last, last + 5) };
}

/** Names in the first line that opens as a byline, of those about the headline. */
function openedAtTitle({ atTitle }: Surroundings): readonly string[] {
  for (const [at, { block, text }] of atTitle.entries()) {
    const opened = block.kind === "title" ? [] : openedWith(text.split("\n", 1)[0]!, atTitle[at + 1]);
    if (opened.some(namesSomebody)) return opened;
  }
  return [];
}

/** Names in a line that opens as a byline. What opens it may have a line of its own ("By", "Autor:"), with the names on the next. */
function openedWith(line: string, next: Line | undefined): readonly string[] {
  const opened = openedAuthors(line);
  if (opened.length > 0 || next === undefined || next.block.kind === "title" || next.text.length > 60) return opened;
  return /^\p{L}[\p{L}/* ]{1,18}:?$/u.test(line) ? openedAuthors(`${line} ${next.text}`) : opened;
}

/** Names in the one line below the text that opens as a byline, also where they stand on the line below it ("Autor:"). Two such lines with other names are of other reports. */
function openedAtEnd({ atEnd }: Surroundings): readonly string[] {
  const found: (readonly string[])[] = [];
  for (const [at, { block, text }] of atEnd.entries()) {
    if (block.kind === "heading" || block.kind === "teaser" || block.furniture === "comment") break;
    const opened = openedWith(text, atEnd[at + 1]).filter(namesSomebody);
    if (opened.length > 0) found.push(opened);
  }
  const [names = []] = found;
  return found.every((others) => others.join() === names.join()) ? names : [];
}

const authorLabel =
  /^(?:author|autor|auteur|autore|автор|yazar|szerző|συντάκτης|作者)(?:s|a|e|in|en|innen|[/*:_]in(?:nen)?)?\s?[:：]\s?\S|^(?:eingestellt|gespeichert|verfasst|veröffentlicht|posted|submitted|written|publié|rédigé|publicado|escrito|scritto) (?:von|by|par|por|da)\s/iu;

/** Names in the one line anywhere that is labelled as the author's; where several name others, they are of other reports. */
function labelled({ lines }: Surroundings): readonly string[] {
  const found = lines
    .filter(
      ({ block, text }) =>
        block.furniture !== "comment" && block.furniture !== "teaser" && text.length <= 120 && authorLabel.test(text),
    )
    .slice(0, 20)
    .map(({ text }) => openedAuthors(text).filter(namesSomebody))
    .filter((names) => names.length > 0);
  const [names = []] = found;
  return found.every((others) => others.join() === names.join()) ? names : [];
}

const initials = /^\p{L}{1,4}$/u;

/** Agencies whose mark stands alone on a line below the text: "dpa", "(KNA, DR)", "at/PAP". */
function agenciesAtEnd({ atEnd, lines }: Surroundings): readonly string[] {
  if (lines.length < 3) return [];
  for (const { text } of atEnd.slice(0, 3)) {
    const mark = /^[\s([–—-]{0,4}([^()[\]]{2,40}?)[\s.)\]]{0,3}$/u.exec(text)?.[1];
    const parts = mark?.split(/\s?[,;/|+]\s?|\s?[–-]\s|\s(?:und|and|et|y)\s/u) ?? [];
    const agencies = parts.filter(isAgency);
    if (agencies.length > 0 && parts.every((part) => isAgency(part) || initials.test(part))) return agencies;
  }
  return [];
}

/** An agency in the place of the byline, with the city or the day behind it: "AFP Lindava", "dpa | 12.11.2021". */
function agencyAtTitle({ atTitle }: Surroundings): readonly string[] {
  for (const { block, text } of atTitle) {
    if (block.kind === "title" || block.kind === "caption" || text.length > 40) continue;
    const [, first = "", rest = ""] = /^(\S{2,12})[\s,|/·–-]{1,4}(\S.{0,30})$/u.exec(text) ?? [];
    const isPlace = /^\p{Lu}\p{L}{2,15}(?:\s\p{Lu}\p{L}{1,15})?$/u.test(rest);
    if (isAgency(first) && (isPlace || daysIn(rest, { shortYears: true, order: "day-first" }).length > 0))
      return [first];
  }
  return [];
}

/** Beside a person an agency is credited, not the author. */
const withoutCredited = (names: readonly string[]): readonly string[] =>
  names.every(isAgency) ? names : names.filter((name) => !isAgency(name));

/** Authors that the text prints: in its bylines, else in a credit ("Reporting by Anna Tessel"), else below it, else an agency alone on the line below it. Each once. */
function printedAuthors(around: Surroundings): readonly string[] {
  const linesOf = (kind: Block["kind"]): readonly string[] =>
    around.lines.filter(({ block }) => block.kind === kind && block.end - block.start <= 400).map(({ text }) => text);
  const byline = linesOf("byline").flatMap(authorsIn);
  if (byline.some(namesSomebody)) return [...new Set(byline.filter(namesSomebody))];
  const opened = openedAtTitle(around);
  if (opened.length > 0) return opened;
  const reporting = linesOf("credit").filter((line) => /^[\s([]*(?:reporting|report|written) by\s/i.test(line));
  if (reporting.length > 0)
    return [...new Set(reporting.flatMap((line) => authorsIn(line.replace(/^[\s([]+|[\s)\]]+$/g, ""))))];
  const atEnd = openedAtEnd(around);
  if (atEnd.length > 0) return atEnd;
  const anywhere = labelled(around);
  if (anywhere.length > 0) return anywhere;
  const agency = agencyAtTitle(around);
  return agency.length > 0 ? agency : agenciesAtEnd(around);
}

/** The outlet in the place of the byline: in one line with the day, between its marks ("12 November 2021 / 10:07 / Harbour Post"). */
function outletAtTitle(outlet: string | null, { atTitle }: Surroundings): readonly string[] {
  const letters = plainWords(outlet ?? "").replaceAll(" ", "");
  if (outlet === null || letters === "") return [];
  const isMeant = ({ block, text }: Line): boolean =>
    block.kind !== "title" &&
    text.length <= 120 &&
    text.split(/\s?[/|•·,\n–-]\s?/u).some((part) => plainWords(part).replaceAll(" ", "") === letters) &&
    daysIn(text, { shortYears: true, order: "day-first" }).length > 0;
  return atTitle.some(isMeant) ? [outlet] : [];
}

const wordsOf = (names: readonly string[]): readonly string[] =>
  names.flatMap((name) => plainWords(name).split(" ")).filter((word) => word.length > 2);

/** Does a short line about the report print `name` in the place of a byline: as all of it, behind an opening, or beside a day or a time? */
function isShown(name: string, { atTitle, atEnd }: Surroundings): boolean {
  const plain = plainWords(name);
  return [...atTitle, ...atEnd].some(({ text, block }) => {
    if (text.length > 120 || block.kind === "title" || !plainWords(text).includes(plain)) return false;
    if (isBody(name) && plainWords(text) === plain) return true;
    return (
      openedAuthors(text).length > 0 ||
      isTimeStamp(text) ||
      daysIn(text, { shortYears: true, order: "day-first" }).length > 0
    );
  });
}

/** The people of the line at the headline that opens as a byline, where they are those that were `found` and more: fields often name the first alone. */
function withOthers(found: readonly string[], around: Surroundings): readonly string[] | null {
  const opened = withoutCredited(openedAtTitle(around));
  if (opened.length <= found.length || !opened.every(isPerson)) return null;
  const words = wordsOf(opened);
  return found.every((name) => wordsOf([name]).some((word) => words.includes(word))) ? opened : null;
}

/**
 * The byline of a report: `found` is what the markup says. What it says where no reader sees it (`isHidden`) yields to a line at the headline that opens as a byline, or to one that is labelled as the author's,
 * and names other people; a line that names more people than `found` counts for all. A body's name counts only where the text prints it as the byline. Linear in the text.
 */
export function bylineOf(
  text: string,
  blocks: readonly Block[],
  found: { readonly names: readonly string[]; readonly isHidden: boolean },
  outlet: string | null,
): Byline {
  const around = surroundingsOf(text, blocks);
  const more = found.names.length > 0 ? withOthers(found.names, around) : null;
  if (more !== null) return { names: more, isPrinted: true };
  if (found.names.length > 0 && !found.isHidden) return { names: found.names, isPrinted: false };
  const isKept = (name: string): boolean => isAgency(name) || !isBody(name) || isShown(name, around);
  const names = found.names.filter(isKept);
  if (names.length === 0) {
    const printed = withoutCredited(printedAuthors(around));
    return { names: printed.length > 0 ? printed : outletAtTitle(outlet, around), isPrinted: true };
  }
  const words = wordsOf(names);
  const atTitle = openedAtTitle(around);
  const others = atTitle.length > 0 ? atTitle : labelled(around);
  const isAnother =
    others.length > 0 &&
    others.every((name) => isPerson(name) && !wordsOf([name]).some((word) => words.includes(word)));
  if (isAnother && !names.some((name) => isShown(name, around)))
    return { names: withoutCredited(others), isPrinted: true };
  return { names, isPrinted: false };
}
