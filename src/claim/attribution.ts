import type { Attribution, Claimed, Via } from "../model/attribution.ts";
import type { Id } from "../model/id.ts";
import { id } from "../model/id.ts";
import type { Mark } from "../model/mark.ts";
import type { Named } from "../model/mention.ts";
import type { Draft } from "./clause.ts";
import { type CueIndex, compileCues } from "./cue.ts";
import { dayOf } from "./day.ts";
import { bearingOf, findMarks } from "./evidence.ts";
import { findDrafts } from "./found.ts";
import { kindOf } from "./kind.ts";
import type { AttributionModel } from "./model/propose.ts";
import { parentsOf } from "./nest.ts";
import { type SpeakerContext, speakersOf } from "./resolve.ts";
import { channelOf, isMedium, viaOfSource } from "./via.ts";
import { type Range, spanOfRange } from "./word.ts";

export type { AttributionModel } from "./model/propose.ts";
export { readAttributionModel } from "./model/weights.ts";
export { type CueIndex, compileCues };

const firstUnit = (spans: readonly (readonly [number, number])[]): number => spans[0]?.[0] ?? Number.POSITIVE_INFINITY;

const rounded = (score: number | null): number | null => (score === null ? null : Math.round(score * 1000) / 1000);

/** A quotation without cue and source: kept, so that no quoted words are lost. */
const orphan = (content: readonly [number, number], score: number | null): Attribution => ({
  id: id("s0"),
  source: [],
  cue: [],
  content: [content],
  speakers: [],
  targets: [],
  kind: "say",
  polarity: "+",
  stance: "asserts",
  via: null,
  parent: null,
  marks: [],
  date: null,
  score: rounded(score),
});

/**
 * Named page -> attributions and marks of evidence, by rules over tokens, quotation marks and a lexicon of cues (source, cue, content: Pareti 2012;
 * beliefs and wishes count, as in PolNeAR 2018). Attributions are in order of their first unit, with ids s1, s2, …; marks in text order, k1, k2, ….
 * Never fails, in time linear in the text; where nothing is found the lists are empty.
 */
export function findAttributions(named: Named, index: CueIndex, model: AttributionModel | null = null): Claimed {
  const { reading, sentences, drafts, orphans } = findDrafts(named, index, model);
  const { words, actors } = reading;
  const spans = (ranges: readonly Range[]): Attribution["content"] => ranges.map((range) => spanOfRange(words, range));
  // The colon of "she said:" belongs to the cue, as in PolNeAR.
  const cueOf = ({ group: [from, to] }: Draft["hit"]): Range =>
    words.lower[to] === ":" && words.lower[to - 1] !== ":" ? [from, to + 1] : [from, to];
  const spansOfDraft = ({ hit, contents }: Draft) => ({ cue: spans([cueOf(hit)]), content: spans(contents) });
  const media = new Set(
    named.mentions
      .filter((one) => one.actor !== null && actors.get(one.actor)?.kind === "media")
      .map((one) => one.start),
  );
  const bare = drafts.map(spansOfDraft);
  const parents = parentsOf(bare);
  const speaking: SpeakerContext = { reading, drafts, parents, actors };
  const speakers = speakersOf(speaking);
  const marks = findMarks(reading, sentences, drafts);
  const bearing = bearingOf(reading, marks, drafts, sentences, parents);
  const marksOf = new Map<number, Id<"mark">[]>();
  for (const [at, { draft: target }] of bearing.entries()) {
    if (target >= 0) {
      const own = marksOf.get(target);
      if (own) own.push(id(`k${at + 1}`));
      else marksOf.set(target, [id(`k${at + 1}`)]);
    }
  }

  const outerVia = (at: number): Via | null => {
    const outer = parents[at]! >= 0 ? drafts[parents[at]!]! : null;
    if (!outer?.source || outer.inherited || !outer.parenthetical || drafts[at]!.contents.length === 0) return null;
    return isMedium(reading, outer.source.core, media) ? viaOfSource(reading, outer.source.core) : null;
  };
  const built = drafts.map((draft, at): Attribution => {
    const via = draft.relay
      ? viaOfSource(reading, draft.relay.core)
      : (channelOf(reading, draft, media) ?? outerVia(at));
    const outer = via && parents[at]! >= 0 && outerVia(at) !== null ? dayOf(reading, drafts[parents[at]!]!) : null;
    return {
      id: id(`s${at}`),
      source: draft.source ? spans([draft.source.range]) : [],
      cue: bare[at]!.cue,
      content: bare[at]!.content,
      speakers: speakers[at]!.speakers,
      targets: speakers[at]!.targets,
      polarity: draft.hit.negated ? "-" : "+",
      ...kindOf(words, draft),
      via,
      parent: null,
      marks: marksOf.get(at) ?? [],
      date: dayOf(reading, draft) ?? (outer && { ...outer, by: `day of the report around it, ${outer.by}` }),
      score: rounded(draft.score),
    };
  });
  const rows = [
    ...built.map((one, at) => ({ one, at })),
    ...orphans.map(({ range, score }) => ({ one: orphan(spanOfRange(words, range), score), at: -1 })),
  ];
  const start = ({ source, cue, content }: Attribution): number =>
    Math.min(firstUnit(source), firstUnit(cue), firstUnit(content));
  rows.sort((a, b) => start(a.one) - start(b.one) || firstUnit(a.one.cue) - firstUnit(b.one.cue));
  const idOf = new Map(
    rows.flatMap(({ at }, place) => (at < 0 ? [] : [[at, id<"attribution">(`s${place + 1}`)] as const])),
  );
  return {
    ...named,
    attributions: rows.map(({ one, at }, place) => ({
      ...one,
      id: id<"attribution">(`s${place + 1}`),
      parent: at < 0 || parents[at]! < 0 ? null : idOf.get(parents[at]!)!,
    })),
    marks: marks.map(({ kind, polarity, range }, at): Mark => {
      const [from, to] = spanOfRange(words, range);
      return {
        id: id(`k${at + 1}`),
        start: from,
        end: to,
        kind,
        polarity,
        target: bearing[at]!.draft < 0 ? null : idOf.get(bearing[at]!.draft)!,
        words: spans(bearing[at]!.words),
      };
    }),
  };
}
