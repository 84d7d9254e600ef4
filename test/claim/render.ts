import { compileCues, findAttributions } from "../../src/claim/attribution.ts";
import { loadLexicon } from "../../src/engine.ts";
import { compileNames, findMentions } from "../../src/mention/mention.ts";
import type { Claimed } from "../../src/model/attribution.ts";
import { nothingGiven } from "../../src/model/document.ts";
import type { Tagged } from "../../src/model/name.ts";
import type { Spans } from "../../src/model/span.ts";
import { parsePage } from "../../src/sentence/parse.ts";
import { readText } from "../../src/text/page.ts";
import { tagged } from "../sentence/tagged.ts";

const lexicon = loadLexicon();
const names = compileNames(lexicon);
const cues = compileCues(lexicon);

const parsed = (text: string, published: string | null): Tagged =>
  tagged(parsePage(readText(text, { ...nothingGiven, published }), { lang: "en", sentences: null }));

/** A text with its layers up to the attributions. `published` is the day that "Friday" is counted from. */
export const readingOf = (text: string, published: string | null = null): Claimed =>
  findAttributions(findMentions(parsed(text, published), names), cues);

/** The same without mentions, actors and days: what the rules make of words alone. */
export const bareReadingOf = (text: string): Claimed =>
  findAttributions({ ...parsed(text, null), mentions: [], actors: [], timexes: [], places: [], quantities: [] }, cues);

const wordsOf = ({ text }: Claimed, spans: Spans): string =>
  spans.map(([start, end]) => text.slice(start, end).replaceAll(/\s+/g, " ")).join(" … ");

/** One line an attribution: id, kind, source, cue, content, and what else is known. */
export function attributionLines(document: Claimed): string {
  const names = new Map(document.actors.map(({ id, name }) => [id, name]));
  const nameAll = (ids: readonly string[]): string => ids.map((one) => names.get(one as never) ?? one).join(", ");
  return document.attributions
    .map((one) =>
      [
        `${one.id} ${one.kind}`,
        `<${wordsOf(document, one.source)}>`,
        `{${wordsOf(document, one.cue)}}`,
        `[${wordsOf(document, one.content)}]`,
        ...(one.speakers.length > 0 ? [`by ${nameAll(one.speakers)}`] : []),
        ...(one.targets.length > 0 ? [`to ${nameAll(one.targets)}`] : []),
        ...(one.via ? [`via ${one.via.text}`] : []),
        ...(one.stance === "asserts" ? [] : [one.stance]),
        ...(one.polarity === "-" ? ["negated"] : []),
        ...(one.parent ? [`in ${one.parent}`] : []),
        ...(one.date ? [`on ${one.date.start}${one.date.end === one.date.start ? "" : `/${one.date.end}`}`] : []),
      ].join(" | "),
    )
    .join("\n");
}

/** One line a mark: kind, polarity, words, and the cue of the statement that it bears on with the words; no cue for the publisher's own words. */
export function markLines(document: Claimed): string {
  const byId = new Map(document.attributions.map((one) => [one.id, one]));
  return document.marks
    .map((mark) => {
      const target = mark.target ? byId.get(mark.target)! : null;
      const cue = target ? `{${wordsOf(document, target.cue)}} ` : "";
      const about = mark.words.length > 0 || target ? `${cue}[${wordsOf(document, mark.words)}]` : "nothing";
      return `${mark.kind} ${mark.polarity} | ${document.text.slice(mark.start, mark.end)} | ${about}`;
    })
    .join("\n");
}
