import type { Attribution } from "../../model/attribution.ts";
import type { ClaimPlace } from "../../model/ledger.ts";
import type { Span } from "../../model/span.ts";
import type { Told } from "../../model/story.ts";
import { lookupOf } from "../lookup.ts";

/** A name as credits are compared: no article, no case, no full stops. */
export const creditKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s/, "")
    .replace(/[.’']/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** "TOLVANE, March 8 (Vantrell) - At least two …": whose text it is stands behind the place. */
const agencyLine = /^[^\n()]{0,60}\((\p{Lu}[\p{L}\p{N}&/.’' ]{1,30})\)\s{0,2}[-–—:]/mu;
/** So far into a text, in units, its dateline is looked for; what stands before it is title and byline. */
const dateline = 3_000;

const initials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => word[0] ?? "")
    .join("")
    .toLowerCase();

/** The agency whose text a report is, by its dateline; null where there is none, or it is the publisher's own, written out or by its initials. */
export function agencyOf({ annotation: { text, blocks }, publisher }: Told): string | null {
  const first = blocks.find(({ kind }) => kind === "paragraph" || kind === "dateline");
  if (!first || first.start > dateline) return null;
  const name = agencyLine.exec(text.slice(first.start, Math.min(first.end, first.start + 120)))?.[1]?.trim() ?? null;
  if (name === null || publisher === null) return name;
  return [creditKey(publisher), initials(publisher)].includes(creditKey(name)) ? null : name;
}

const longest = 600;

/** The sentence of `told` that holds the beginning of `spans`, and the one before it, in which a medium may be named for both. */
export function sentenceOf({ annotation }: Told, [first]: ClaimPlace["spans"]): Span {
  const start = first?.[0] ?? 0;
  const sentence = lookupOf(annotation).sentenceAt(start) ?? [start, start];
  return [sentence[0], Math.min(sentence[1], sentence[0] + longest)];
}

/** The attribution of a place with all those around it, the innermost first. */
export function attributionsOf({ annotation }: Told, place: ClaimPlace): readonly Attribution[] {
  const byId = lookupOf(annotation).attributions;
  const chain: Attribution[] = [];
  let id = place.attribution;
  while (id !== null && chain.length < 8) {
    const one = byId.get(id);
    if (!one || chain.includes(one)) break;
    chain.push(one);
    id = one.parent;
  }
  return chain;
}

/**
 * Media that a place names as where it has its words from: a channel, an agency or another paper, at last the agency whose text the whole report is; each once,
 * the nearest first. `publishers` are those of the story, and the agencies that its datelines name.
 */
export function creditsOf(told: Told, place: ClaimPlace, publishers: ReadonlyMap<string, string>): readonly string[] {
  const { annotation } = told;
  const { actors } = lookupOf(annotation);
  const named = attributionsOf(told, place).flatMap(({ via, speakers }) => {
    const viaActor = via?.actor == null ? null : (actors.get(via.actor) ?? null);
    const media = speakers.map((id) => actors.get(id)).filter((actor) => actor?.kind === "media");
    return [
      ...(via === null ? [] : [viaActor?.kind === "media" ? viaActor.name : via.text]),
      ...media.map((actor) => actor!.name),
    ];
  });
  const [start, end] = sentenceOf(told, place.spans);
  const sentence = ` ${creditKey(annotation.text.slice(start, end)).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const others = [...publishers]
    .filter(([key]) => key !== creditKey(told.publisher ?? "") && sentence.includes(` ${key} `))
    .map(([, name]) => name);
  const agency = agencyOf(told);
  const all = [...named, ...others, ...(agency === null ? [] : [agency])];
  return [...new Map(all.map((name) => [creditKey(name), name])).values()];
}

const observed =
  /\b(?:(?:this|our)\s(?:news)?(?:paper|reporter|correspondent|photographer|writer|team|website|agency|channel|station|radio)|(?:a|an)\s(?:\p{L}{1,20}\s){0,2}(?:reporter|correspondent|photographer)\s(?:saw|watched|counted|heard|at the scene)|I\s(?:saw|watched|counted|heard|met|was shown)|we\s(?:saw|watched|counted|have seen|have obtained|obtained)|seen by|shown to|spoke to us|told us)\b/iu;

/** Does the sentence say that the paper was there itself, or was told by somebody who was? */
export function isOwnReporting(told: Told, place: ClaimPlace): boolean {
  const [start, end] = sentenceOf(told, place.spans);
  const sentence = told.annotation.text.slice(start, end);
  if (observed.test(sentence)) return true;
  const own = creditKey(told.publisher ?? "");
  if (own === "") return false;
  // "told the Herald": a paper of several words is named by its last one.
  const last = own.split(" ").at(-1)!;
  return new RegExp(
    `\\b(?:told|telling)\\s(?:the\\s)?(?:${own.replace(/[^\p{L}\p{N} ]/gu, ".")}|${last.replace(/[^\p{L}\p{N}]/gu, ".")})\\b`,
    "iu",
  ).test(sentence);
}
