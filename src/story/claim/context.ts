import type { Span } from "../../model/span.ts";
import type { Told } from "../../model/story.ts";
import { lookupOf } from "../lookup.ts";
import { termOf } from "../word.ts";
import {
  bodyOf,
  type HolderMention,
  holderOf,
  ofActor,
  ownerKey,
  pointsBack,
  publisherOf,
  type States,
} from "./holder.ts";
import { type Unit, unitsOf } from "./unit.ts";

/** A unit with its holder, looked up in its document. */
export interface Spoken extends Unit {
  /** Null in the publisher's own words. */
  readonly holder: HolderMention | null;
}

interface Named {
  readonly at: number;
  readonly mention: HolderMention;
}

const bodyActors = new Set(["organization", "ministry", "military", "media", "alliance", "group"]);

/** Bodies with a name of their own, in the order of the text. */
function bodiesIn(told: Told, states: States): readonly Named[] {
  const { mentions, actors, text } = told.annotation;
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return mentions.flatMap((mention): readonly Named[] => {
    const actor = mention.actor === null ? undefined : byId.get(mention.actor);
    if (!actor || !bodyActors.has(actor.kind) || mention.form === "pronoun") return [];
    const before = /(\p{Lu}[\p{L}-]{1,30})['’]s?\s$/u.exec(text.slice(Math.max(0, mention.start - 34), mention.start));
    const printed = text.slice(mention.start, mention.end);
    const after = /^ (?:of|in|for) (?:the )?\p{Lu}[\p{L}-]{1,30}/u.exec(text.slice(mention.end, mention.end + 40));
    const body = bodyOf(
      `${before ? before[0] : ""}${printed}${after && /ministry|government|army|embassy/i.test(printed) ? after[0] : ""}`,
      states,
    );
    if (!body) return [];
    const owner = body.owner ?? actor.country;
    return [
      {
        at: mention.start,
        mention: { ...body, actor, owner, country: body.country ?? actor.country, public: actor.public },
      },
    ];
  });
}

/** Whoever has a name and an owner: places, states. */
function ownersIn({ annotation }: Told, states: States): readonly { readonly at: number; readonly owner: string }[] {
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

const lastBefore = <Item extends { readonly at: number }>(
  items: readonly Item[],
  at: number,
  is: (item: Item) => boolean,
): Item | null => {
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index]!;
    if (item.at < at && is(item)) return item;
  }
  return null;
};

const isNamedBody = ({ mention }: Named): boolean =>
  mention.words.length > 1 || mention.owner !== null || mention.actor?.named === true;

/** Who "the ministry", "it", "its spokeswoman" is, from what stood before; the mention itself where nothing did. */
function lookedUp(
  mention: HolderMention,
  source: string,
  at: number,
  before: readonly Named[],
  bodies: readonly Named[],
  owners: ReturnType<typeof ownersIn>,
): HolderMention {
  if (mention.type === "body" && /^(?:its|their|his|her) /i.test(source) && mention.owner === null) {
    const owner = lastBefore(owners, at, () => true);
    const holder = lastBefore(before, at, ({ mention: one }) => one.owner !== null);
    const near = [
      owner && { at: owner.at, owner: owner.owner },
      holder && { at: holder.at, owner: holder.mention.owner },
    ].filter((one) => one !== null);
    const best = near.toSorted((a, b) => b.at - a.at)[0];
    if (best && (mention.words.length > 1 || !mention.words.some((word) => word === termOf("service"))))
      return { ...mention, owner: best.owner };
  }
  if (/^(?:its|their|his|her) (?:own )?(?:press|spokes|information)/i.test(source) || !pointsBack(mention, source))
    return mention;
  if (mention.type === "body" && mention.words.length === 1) {
    const [head] = mention.words;
    const same = (one: Named): boolean => isNamedBody(one) && one.mention.words.includes(head!);
    const found = lastBefore(before, at, same) ?? lastBefore(bodies, at, same);
    if (found) return found.mention;
    const any = lastBefore(bodies, at, isNamedBody);
    return /^(?:service|group|company|firm|charity|statement|agency|channel)$/.test(head!) && any
      ? any.mention
      : mention;
  }
  const isThing = /^(?:it|the|which)\b/i.test(source);
  const wanted = lastBefore(before, at, ({ mention: one }) =>
    isThing
      ? one.type === "body" || one.type === "state" || one.speaksFor !== null
      : one.type === "person" || one.type === "role",
  );
  return (
    (wanted ?? lastBefore(before, at, ({ mention: one }) => one.type !== "nobody" && one.type !== "publisher"))
      ?.mention ?? mention
  );
}

const spokenBody = (
  mention: HolderMention,
  source: string,
  at: number,
  before: readonly Named[],
  bodies: readonly Named[],
): HolderMention => {
  const { speaksFor } = mention;
  if (!speaksFor) return mention;
  if (speaksFor.words.length > 0) {
    const looked = lookedUp(speaksFor, `the ${speaksFor.name}`, at, before, bodies, []);
    return { ...mention, speaksFor: looked };
  }
  const before1 = lastBefore(before, at, ({ mention: one }) => one.type === "body" || one.speaksFor !== null);
  const body = before1?.mention.speaksFor ?? before1?.mention ?? lastBefore(bodies, at, isNamedBody)?.mention ?? null;
  return { ...mention, speaksFor: body && source !== "" ? body : null };
};

const ministry = termOf("ministry");

/** The state that a ministry without one belongs to: the one in the publisher's name; null where that names none. */
function homeOf({ publisher }: Told, owners: ReturnType<typeof ownersIn>, states: States): string | null {
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
  const before: Named[] = [];
  const known = new Map<string, HolderMention>();
  const byCue = units.filter(({ attribution }) => attribution).toSorted((a, b) => cueAt(a) - cueAt(b));
  for (const unit of byCue) {
    const attribution = unit.attribution!;
    if (known.has(attribution.id)) continue;
    const at = unit.source[0]?.[0] ?? cueAt(unit);
    const source = unit.source.map(([start, end]) => annotation.text.slice(start, end)).join(" ");
    const mention = holderOf(told, attribution, unit.source, states);
    const looked = mention.speaksFor
      ? spokenBody(mention, source, at, before, bodies)
      : lookedUp(mention, source, at, before, bodies, owners);
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
    const led =
      looked.type === "person" &&
      !looked.speaksFor &&
      /^(?:its|their|our|the \p{Lu}?[\p{L} ]{2,30}['’]s?|[\p{L}]{2,30}['’]s) (?:[\p{Ll}-]+ ){0,2}(?:chair\p{L}+|presidents?|heads?|directors?|leaders?|chiefs?|commanders?|engineer|manager|secretary|lawyer)\b/iu.test(
        source,
      );
    const leads = led
      ? (
          lastBefore(before, at, ({ mention: one }) => one.type === "body") ??
          lastBefore(bodies, at + source.length, isNamedBody)
        )?.mention
      : undefined;
    const pronoun = /^(?:it|he|she|they|who|which)$/i.test(source.trim());
    const owned = home === null ? looked : { ...looked, owner: home };
    const chosen = (they ?? parent)?.mention ?? owned;
    const final = { ...chosen, ...(leads ? { leads } : {}), sure: chosen.sure && !pronoun && looked === mention };
    known.set(attribution.id, final);
    before.push({ at, mention: final });
  }
  const named = [...bodies, ...personsIn(told, states)];
  return units.map((unit) => {
    if (unit.attribution) return { ...unit, holder: known.get(unit.attribution.id) ?? publisherOf(told) };
    const found = unclaimed(told, unit, before, named);
    return { ...unit, holder: found?.holder ?? null, span: found?.span ?? unit.span };
  });
}

/** Named persons and states that a text mentions. */
function personsIn(told: Told, states: States): readonly Named[] {
  const { mentions, actors, text } = told.annotation;
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return mentions.flatMap(({ start, end, actor }): readonly Named[] => {
    const one = actor === null ? undefined : byId.get(actor);
    if (!one?.named || (one.kind !== "person" && one.kind !== "state" && one.kind !== "government")) return [];
    return [{ at: start, mention: ofActor(one, text.slice(start, end), states, told.document) }];
  });
}

const holdsTo =
  /^(?:[^.!?]{0,60}? )?(?:puts?|places?|gives?|maintains?|insists?|speaks? of|spoke of|ascribes?|admits?|admitted|concedes?|keeps? to|kept to|stands? by|stays? with|counts?|claims?|denies|denied|rejects?|rejected|dismisse[sd]|has it|lets? it be known|holds? the)\b/;

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
  if (/["“]\s?$/.test(lead) || /^["“]/.test(text.slice(span[0], span[0] + 1))) {
    const last = lastBefore(before, span[0], ({ at }) => at >= block.start);
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
