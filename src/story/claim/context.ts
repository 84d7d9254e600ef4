import type { Span } from "../../model/span.ts";
import type { Told } from "../../model/story.ts";
import { lookupOf } from "../lookup.ts";
import { termOf } from "../word.ts";
import {
  type HolderMention,
  holderOf,
  isCalledSpokesman,
  ownerKey,
  pointsBack,
  publisherOf,
  type States,
} from "./holder.ts";
import { nobody } from "./holder-mention.ts";
import { isHeadNoun } from "./noun.ts";
import { oneName } from "./person.ts";
import { genderOfWords } from "./person-name.ts";
import { isInQuotation, quotationStart } from "./quotation.ts";
import {
  antecedent,
  bodyCalled,
  groupAt,
  humanAt,
  lastBefore,
  type Named,
  nameBefore,
  ownerAt,
  personCalled,
  type Scene,
  stateAt,
  thingAt,
} from "./reference.ts";
import { bodiesIn, personsIn } from "./scene.ts";
import { type Unit, unitsOf } from "./unit.ts";

/** A unit with its holder, looked up in its document. */
export interface Spoken extends Unit {
  /** Null in the publisher's own words. */
  readonly holder: HolderMention | null;
}

type Owners = readonly { readonly at: number; readonly owner: string }[];

/** Whoever has a name and an owner: places, states. */
function ownersIn({ annotation }: Told, states: States): Owners {
  const { mentions, actors, text } = annotation;
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return mentions.flatMap(({ start, end, form, kind, actor }) => {
    const one = actor === null ? undefined : byId.get(actor);
    if (
      form !== "name" ||
      (one ? one.kind !== "state" && one.kind !== "government" : kind !== "place" || end - start > 24)
    )
      return [];
    return [{ at: start, owner: one?.country ?? ownerKey(text.slice(start, end), states) }];
  });
}

/** Who "the ministry", "it", "its head" is, from what stood before; the mention itself where nothing did. */
function lookedUp(scene: Scene, mention: HolderMention, printed: string, at: number, owners: Owners): HolderMention {
  const source = printed.trim();
  const { before } = scene;
  if (/^(?:who|whom|which|that)$/i.test(source)) return antecedent(scene, at, source) ?? mention;
  if (mention.type === "person" || mention.type === "publisher" || mention.type === "state") return mention;
  if (/^(?:it|its|itself)$/i.test(source)) return thingAt(scene, at) ?? mention;
  if (/^(?:he|she|his|her|him|himself|herself)$/i.test(source))
    return humanAt(scene, at, genderOfWords(source)) ?? mention;
  if (
    /^(?:one|another|both)$|^(?:one|two|three|some|several|many|most|both|another) of (?:them|these|those)\b/i.test(
      source,
    )
  )
    return groupAt(scene, at) ?? mention;
  if (/^(?:they|them)$/i.test(source) && (mention.type === "nobody" || nobodys.test(mention.name))) {
    const group = groupAt(scene, at);
    return group ?? mention;
  }
  if (/^(?:his|her) (?:own )?(?:office|team|staff|aides|lawyers?|headquarters)$/i.test(source)) {
    const whose = humanAt(scene, at, genderOfWords(source.split(" ")[0]!));
    if (whose?.type === "person") return whose;
  }
  const owned = /^(its|their|his|her|our) /i.exec(source);
  if (mention.type === "body" && owned && mention.owner === null) {
    const owner = lastBefore(owners, at, () => true);
    const holder = lastBefore(before, at, ({ mention: one }) => one.owner !== null);
    const near = [
      owner && { at: owner.at, owner: owner.owner },
      holder && { at: holder.at, owner: holder.mention.owner },
    ].filter((one) => one !== null);
    const about = stateAt(scene, at);
    const best = about?.owner ? { owner: about.owner } : near.toSorted((a, b) => b.at - a.at)[0];
    if (best && (mention.words.length > 1 || !mention.words.some((word) => word === termOf("service"))))
      return { ...mention, owner: best.owner };
  }
  if (mention.type === "role") {
    const apposed = nameBefore(scene, source, at);
    if (apposed) return apposed;
    if (owned && mention.leads === null && isHeadNoun(mention.name.split(" ").at(-1)!)) {
      const whose = ownerAt(scene, owned[1]!, at);
      if (mention.words.at(-1) === termOf("minister"))
        return { ...mention, owner: mention.owner ?? stateAt(scene, at)?.owner ?? whose?.owner ?? null };
      const led = whose?.type === "body" ? whose : whose?.speaksFor;
      if (led) return { ...mention, leads: led };
    }
    return personCalled(scene, mention, source, at) ?? mention;
  }
  if (/^(?:its|their|his|her) (?:own )?(?:press|spokes|information)/i.test(source) || !pointsBack(mention, source))
    return mention;
  if (mention.type === "body" && mention.words.length === 1) return bodyCalled(scene, mention.words[0]!, at) ?? mention;
  const isThing = /^the\b/i.test(source);
  return (isThing ? thingAt(scene, at) : humanAt(scene, at)) ?? mention;
}

/** The body that a spokesman speaks for, where only "its" or "the" says whose he is. */
function spokenBody(scene: Scene, mention: HolderMention, source: string, at: number): HolderMention {
  const { speaksFor } = mention;
  if (!speaksFor) return mention;
  const pronoun = /^(his|her) (?!own )/i.exec(source)?.[1];
  if (pronoun && speaksFor.words.length === 0) {
    const whose = humanAt(scene, at, genderOfWords(pronoun));
    if (whose?.type === "person") return { ...mention, speaksFor: { ...whose, leads: null, speaksFor: null } };
  }
  if (speaksFor.type === "state") return mention;
  if (speaksFor.words.length > 0)
    return { ...mention, speaksFor: lookedUp(scene, speaksFor, `the ${speaksFor.name}`, at, []) };
  const body = thingAt(scene, at);
  return { ...mention, speaksFor: body?.speaksFor ?? body };
}

const changing =
  /^(?:compani|firm|operator|suplier|supler|exporter|ovner|builder|maker|group|agenci|servic|parti|union|chariti|comite|comision|department|ofic|organisation|organization|nevspaper|movement|federation|association|hospital|side|comand|club|bank|board|channel|chanel|statement)$/;

/** "The company" of one report is not that of another. */
const boundTo = (mention: HolderMention, told: Told): HolderMention =>
  mention.type === "body" &&
  mention.owner === null &&
  mention.words.length === 1 &&
  changing.test(mention.words[0]!) &&
  !mention.actor?.named
    ? { ...mention, within: told.document }
    : mention.speaksFor
      ? { ...mention, speaksFor: boundTo(mention.speaksFor, told) }
      : mention;

const armed = /^(?:armi|navi|militari|forc|arm|staf|comand|guard|polic|brigad|corp|militia|fleet|coastguard|border)$/;
const rank =
  /^(?:general|colonel|maior|lieutenant|brigader|admiral|comodor|captain|comander|inspector|marshal|sergeant)$/;

/** So far before an officer, in UTF-16 units, the force may have spoken that he belongs to. */
const forceReach = 400;

/** An officer of whom nothing but the rank is told belongs to the force that spoke last. */
function officerIn(mention: HolderMention, before: readonly Named[], at: number): HolderMention {
  if (mention.type !== "person" || mention.leads || mention.speaksFor || !mention.role.some((word) => rank.test(word)))
    return mention;
  const force = lastBefore(before, at, (one) => one.at > at - forceReach && one.mention.type === "body");
  return force?.mention.words.some((word) => armed.test(word))
    ? { ...mention, leads: force.mention, owner: mention.owner ?? force.mention.owner }
    : mention;
}

/** Words that name nobody: pronouns, what only points, days, numbers. */
const nobodys =
  /^(?:(?:some |one |two |most |many |several )?of (?:them|these|those|whom)|they|them|their|theirs|who|whom|whose|which|that|this|these|those|he|she|it|his|her|its|we|our|the|an?|and|what|whatever|there|here|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|[\d.,:% -]+)$/i;

/** A role that its words do not name is nobody's word that could be told. */
const named = (mention: HolderMention): HolderMention =>
  mention.type === "role" && mention.speaksFor === null && nobodys.test(mention.name) ? nobody : mention;

const ministry = termOf("ministry");

/** The state that a ministry without one belongs to: the one in the publisher's name; null where that names none. */
function homeOf({ publisher }: Told, owners: Owners, states: States): string | null {
  const inName = (publisher ?? "").split(" ").map((word) => ownerKey(word, states));
  const counts = new Map<string, number>();
  for (const { owner } of owners) counts.set(owner, (counts.get(owner) ?? 0) + (inName.includes(owner) ? 100 : 1));
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first && first[1] >= 100 && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** The body that a sentence is about, where it begins with one: "Police have taken back their statement, in which they said". */
function subjectOf({ annotation }: Told, at: number, bodies: readonly Named[]): Named | null {
  const sentence = lookupOf(annotation).sentenceAt(at);
  if (!sentence) return null;
  const [first] = bodies.filter((one) => one.at >= sentence[0] && one.at < Math.min(at, sentence[0] + 12));
  return first ?? null;
}

/** Every unit of a document with its holder. */
export function spokenUnits(told: Told, states: States): readonly Spoken[] {
  const { annotation } = told;
  const units = unitsOf(annotation);
  const bodies = bodiesIn(told, states);
  const owners = ownersIn(told, states);
  const persons = personsIn(told, states);
  const before: Named[] = [];
  const scene: Scene = { told, states, bodies, persons, before };
  const known = new Map<string, HolderMention>();
  /** For whom those speak who were called spokesmen, by their surnames. */
  const spokesmen = new Map<string, HolderMention>();
  const byCue = units.filter(({ attribution }) => attribution).toSorted((a, b) => cueAt(a) - cueAt(b));
  for (const unit of byCue) {
    const attribution = unit.attribution!;
    if (known.has(attribution.id)) continue;
    const at = unit.source[0]?.[0] ?? cueAt(unit);
    const source = unit.source.map(([start, end]) => annotation.text.slice(start, end)).join(" ");
    const mention = holderOf(told, attribution, unit.source, states);
    const spoke = mention.type === "person" ? spokesmen.get(mention.words.at(-1) ?? "") : undefined;
    const again = spoke && oneName(spoke.words, mention.words) ? spoke.speaksFor : null;
    const looked =
      again && !isCalledSpokesman(source)
        ? { ...mention, speaksFor: again, leads: null }
        : mention.speaksFor
          ? spokenBody(scene, mention, source, at)
          : lookedUp(scene, mention, source, at, owners);
    const press = /^(?:its|their|his|her|the) (?:own )?(?:press (?:service|office)|information department)/i.test(
      source,
    );
    const parent = press
      ? lastBefore(before, at, ({ mention: one }) => one.type === "body" || one.type === "state")
      : null;
    const home =
      looked.type === "body" && looked.owner === null && looked.words.includes(ministry)
        ? homeOf(told, owners, states)
        : null;
    const they =
      /^they$/i.test(source) && (looked.type === "person" || looked.type === "body")
        ? (subjectOf(told, at, bodies) ??
          (looked.type === "person" ? lastBefore(bodies, at, (one) => one.at > at - 160) : null))
        : null;
    const pronoun = /^(?:it|he|she|they|who|which)$/i.test(source.trim());
    const owned = home === null ? looked : { ...looked, owner: home };
    const chosen = named((they ?? parent)?.mention ?? owned);
    const final = { ...officerIn(chosen, before, at), sure: chosen.sure && !pronoun && looked === mention };
    known.set(attribution.id, boundTo(final, told));
    if (looked.type === "person" && looked.speaksFor && isCalledSpokesman(source))
      spokesmen.set(looked.words.at(-1) ?? "", looked);
    before.push({ at, end: at + source.length, mention: final });
  }
  const printed = [...bodies, ...persons];
  return units.map((unit) => {
    if (unit.attribution) return { ...unit, holder: known.get(unit.attribution.id) ?? publisherOf(told) };
    const found = unclaimed(told, unit, before, printed);
    return { ...unit, holder: found?.holder ?? null, span: found?.span ?? unit.span };
  });
}

const holdsTo =
  /^(?:[^.!?]{0,60}? )?(?:puts?|(?<!\b(?:took|takes?|taking|taken) )places?|gives?|maintains?|insists?|speaks? of|spoke of|ascribes?|admits?|admitted|concedes?|keeps? to|kept to|stands? by|stays? with|counts?|claims?|denies|denied|rejects?|rejected|dismisse[sd]|has it|lets? it be known|holds? the|(?:knows?|knew) of|(?:gives|gave) (?:a|the) (?:toll|figure|number|count|estimate)|(?:has|have|had) (?:[\p{L}\p{N}-]{1,20} ){1,7}on (?:its|their|his|her) (?:own )?(?:lists?|books|records|register))(?![\p{L}])/u;

/** Whose word a stretch without an attribution is: a quotation of whoever spoke last in its block, "Police put the number at 47"; null for the paper's own. */
function unclaimed(
  { annotation }: Told,
  { span, goesOn }: Unit,
  before: readonly Named[],
  named: readonly Named[],
): { readonly holder: HolderMention; readonly span: Span } | null {
  const { text, blocks } = annotation;
  const sentence = lookupOf(annotation).sentenceAt(span[0]);
  const block = blocks.find(({ start, end }) => start <= span[0] && span[0] < end);
  if (!sentence || !block) return null;
  const lead = text.slice(sentence[0], span[0]);
  const begun = quotationStart(annotation, block);
  const isGoingOn = begun < block.start && isInQuotation(annotation, block, span[0]);
  if (isGoingOn || /["“]\s?$/.test(lead) || /^["“]/.test(text.slice(span[0], span[0] + 1))) {
    const last = lastBefore(before, span[0], ({ at }) => at >= begun);
    if (isGoingOn && last) return { holder: last.mention, span };
    const subject = named.filter(({ at }) => at >= sentence[0] && at < span[0])[0];
    const holder = (lead.length > 12 ? subject?.mention : last?.mention) ?? last?.mention ?? subject?.mention;
    return holder ? { holder, span } : null;
  }
  if (
    goesOn &&
    /^(?:\p{Ll}+ly )?(?:again )?\p{Ll}{3,15}(?:ed|s|id|ld) (?:again )?that /u.test(text.slice(span[0], span[0] + 60))
  ) {
    const last = lastBefore(before, span[0], ({ at }) => at >= sentence[0]);
    const start = span[0] + text.slice(span[0], span[1]).indexOf(" that ") + 6;
    if (last && start < span[1]) return { holder: last.mention, span: [start, span[1]] };
  }
  const first = named.filter(({ at }) => at >= sentence[0] && at < sentence[0] + 40).toSorted((a, b) => a.at - b.at)[0];
  const found = first ? holdsTo.exec(text.slice(first.at, first.at + 100)) : null;
  if (!first || !found || first.at < span[0] - 40) return null;
  const that = /^ that /.exec(text.slice(first.at + found[0].length, first.at + found[0].length + 6));
  const start = that ? first.at + found[0].length + 6 : span[0];
  return { holder: first.mention, span: start > span[0] && start < span[1] ? [start, span[1]] : span };
}

const cueAt = ({ cue, span }: Unit): number => cue[0]?.[0] ?? span[0];
