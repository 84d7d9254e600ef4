import type { Actor } from "../../model/actor.ts";
import type { AnnotatedDocument } from "../../model/annotation.ts";
import type { Attribution } from "../../model/attribution.ts";
import type { Spans } from "../../model/span.ts";
import type { Told } from "../../model/story.ts";
import { piecesOf, termOf } from "../word.ts";

/**
 * Who speaks, as one document names it. "person" has a name; "body" is a ministry, a force, a firm, a paper; "state" a state or what its capital
 * stands for; "role" somebody without a name; "publisher" the paper itself; "nobody" where no source is given.
 */
export interface HolderMention {
  readonly type: "person" | "body" | "state" | "role" | "publisher" | "nobody";
  readonly name: string;
  readonly actor: Actor | null;
  /** Words of the body or the role without those of its owner; the words of a person's name, the last one last. */
  readonly words: readonly string[];
  /** ISO code or key of the state or body that it belongs to: "AZ", "lorn". */
  readonly owner: string | null;
  readonly country: string | null;
  readonly public: boolean | null;
  /** Named where it speaks, and not looked up from a pronoun or a role. */
  readonly sure: boolean;
  /** The body that a person leads or belongs to, where the source says so; it may speak with the same voice. */
  readonly leads: HolderMention | null;
  /** Whose spokesman or head this is, where the text says so. */
  readonly speaksFor: HolderMention | null;
  /** What a person is called beside the name: "interior minister". */
  readonly role: readonly string[];
}

const spokes =
  /\bspokes(?:man|woman|person|people|men)\b|\bwho speaks for\b|\bpress (?:secretary|service|office|officer|department)\b|\binformation department\b/i;
const bodyHead =
  /\b(?:ministry|ministries|committee|commission|department|army|navy|police|guard|service|agency|union|company|firm|command|staff|headquarters|government|council|office|bureau|embassy|alliance|front|party|league|court|institute|charity|authority|authorities|board|group|movement|association|federation|observatory|hospital|admiralty|forces|administration|county|organisation|organization|bank|channel|centre|center|fund|foundation|watch|mission|parliament|operator|corps|brigade|militia|rebels|junta|coalition|prosecutor's office|museum|university|port|station|network)\b/i;
const anaphor = /^(?:the|this|that|its|his|her|their|same|our)\b/i;
const determiners =
  /^(?:the|a|an|this|that|its|his|her|their|our|one|some|same|of|and|for|in|at|on|by|with|s|official|officials|state|national|federal|new|own|local|according|to)$/;

/** Names of states and what stands for them, folded, with their country: made of all documents of a story. */
export type States = ReadonlyMap<string, string>;

const wordsOf = (text: string): readonly string[] =>
  [...piecesOf(text)].map(({ form }) => form.replace(/['’]s$/u, "")).filter((form) => form !== "");

const keyOf = (text: string): string => wordsOf(text).map(termOf).join(" ");

/** Every name of a state or government in the documents, with its country. */
export function statesOf(told: readonly Told[]): States {
  const states = new Map<string, string>();
  for (const { annotation } of told) {
    for (const { kind, country, name, aliases, named } of annotation.actors) {
      if (!named || country === null || (kind !== "state" && kind !== "government" && kind !== "place")) continue;
      for (const form of [name, ...aliases]) if (form.length < 40) states.set(keyOf(form), country);
    }
  }
  return states;
}

/** The state or name that an owner's words stand for: "Tervaini", "Tervain's" and "Tervain" are one. */
export function ownerKey(text: string, states: States): string {
  const key = keyOf(text.replace(/['’]s?$/u, ""));
  const known = states.get(key);
  if (known) return known;
  const bare = key.replace(/(?:ian|ean|an|ese|ish|i)$/, "");
  return states.get(bare) ?? (bare.length >= 4 ? bare.replace(/a$/, "") : key.replace(/a$/, ""));
}

const unnamedName = /^(?:the|a|an|its|his|her|their|our|this|that|some|one) /i;

const plain = { sure: true, leads: null, actor: null, country: null, public: null, speaksFor: null, role: [] } as const;

const nobody: HolderMention = {
  ...plain,
  sure: false,
  type: "nobody",
  name: "source not given",
  words: [],
  owner: null,
};

/** The paper's own voice. */
export const publisherOf = ({ publisher, document }: Told): HolderMention => ({
  ...plain,
  type: "publisher",
  name: publisher ?? document,
  words: wordsOf(publisher ?? document).map(termOf),
  owner: null,
});

const personNoun =
  /\b(?:officers?|officials?|soldiers?|doctors?|aides?|sources?|lawmakers?|members?|workers?|teachers?|directors?|chiefs?|ministers?|commanders?|residents?|witness(?:es)?|relatives?|owners?|spokes\p{L}+|envoys?|ambassadors?|leaders?|man|men|woman|women|people|lawyers?|exiles)$/iu;

/** A body as words name it: what it is and whose. Null where the words name no body. */
export function bodyOf(text: string, states: States): HolderMention | null {
  if (personNoun.test(text.trim().slice(0, 160))) return null;
  const trimmed = text
    .trim()
    .replace(/^(?:the|a|an) /i, "")
    .slice(0, 160);
  let rest = trimmed;
  let owner: string | null = null;
  const possessive = /^(\p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}-]{1,30}){0,3})['’]s? (.+)$/u.exec(rest);
  if (possessive && bodyHead.test(possessive[2]!)) {
    owner = ownerKey(possessive[1]!, states);
    rest = possessive[2]!;
  }
  const trailing = /^(.+?) (?:of|in|for) (?:the )?(\p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}-]{1,30}){0,3})$/u.exec(rest);
  if (
    !owner &&
    trailing &&
    bodyHead.test(trailing[1]!) &&
    (states.has(keyOf(trailing[2]!)) ||
      /^\p{Ll}/u.test(trailing[1]!) ||
      /(?:Ministry|Army|Government|Embassy)$/.test(trailing[1]!)) &&
    !/ministry$/i.test(trailing[1]!.split(" ")[0]!)
  ) {
    owner = ownerKey(trailing[2]!, states);
    rest = trailing[1]!;
  }
  const forms = wordsOf(rest);
  const words: string[] = [];
  for (const [at, form] of forms.entries()) {
    const term = termOf(form);
    if (determiners.test(form.toLowerCase())) continue;
    const state = /^\p{Lu}/u.test(form)
      ? (states.get(term) ?? states.get(termOf(form.replace(/(?:ian|ean|an|ese|ish|i|s)$/, ""))))
      : undefined;
    if (state && !owner && forms.length > 1 && at < forms.length) owner = state;
    else words.push(term);
  }
  if (words.length === 0) return null;
  return {
    ...plain,
    type: "body",
    name: trimmed.replace(/^(?:its|his|her|their) /i, ""),
    words,
    owner,
    country: owner && /^[A-Z]{2}$/.test(owner) ? owner : null,
  };
}

const textOf = (text: string, spans: Spans): string => spans.map(([start, end]) => text.slice(start, end)).join(" ");

const within = (start: number, end: number, spans: Spans): boolean =>
  spans.some((span) => span[0] <= start && end <= span[1]);

/** Actors that are mentioned inside the spans, in text order. */
function actorsIn(annotation: AnnotatedDocument, spans: Spans): readonly Actor[] {
  const found: Actor[] = [];
  for (const { start, end, actor } of annotation.mentions) {
    if (actor === null || !within(start, end, spans)) continue;
    const one = annotation.actors.find(({ id }) => id === actor);
    if (one && !found.includes(one)) found.push(one);
  }
  return found;
}

const bodyKinds = new Set(["organization", "ministry", "military", "media", "alliance", "group"]);

/** An actor as a holder; `text` is how the source prints it. */
export function ofActor(actor: Actor, text: string, states: States): HolderMention {
  if (actor.kind === "person" && actor.named) {
    const words = wordsOf(actor.name).map(termOf);
    const role = actor.roles.flatMap((one) => wordsOf(one)).map(termOf);
    return {
      ...plain,
      type: "person",
      name: actor.name,
      actor,
      words,
      owner: actor.country,
      country: actor.country,
      public: actor.public,
      role,
    };
  }
  const madeUp = actor.kind === "state" && actor.country === null && actor.name.includes(" ");
  if (
    !madeUp &&
    (actor.kind === "state" || actor.kind === "government" || actor.kind === "place") &&
    actor.named &&
    !bodyHead.test(text)
  ) {
    const owner = actor.country ?? ownerKey(actor.name, states);
    return { ...plain, type: "state", name: actor.name, actor, words: [], owner, country: actor.country, public: true };
  }
  const fuller = actor.named && bodyHead.test(actor.name) && actor.name.length >= text.length;
  const shown = bodyHead.test(text) && text.length < 80 && !fuller ? text : actor.name;
  const body = bodyOf(shown, states) ?? bodyOf(actor.name, states);
  if (body && (madeUp || bodyHead.test(shown) || (actor.named && bodyKinds.has(actor.kind)))) {
    const owner = body.owner ?? actor.country;
    const name = actor.named && !anaphor.test(actor.name) ? actor.name : body.name;
    return { ...body, name, actor, owner, country: body.country ?? actor.country, public: actor.public };
  }
  return roleOf(text || actor.name, actor);
}

/** Somebody without a name. */
function roleOf(text: string, actor: Actor | null): HolderMention {
  const name = text
    .split(/,| who | which | that /)[0]!
    .replace(unnamedName, "")
    .trim()
    .slice(0, 80);
  const words = wordsOf(name)
    .map(termOf)
    .filter((term) => !determiners.test(term));
  return { ...plain, sure: false, type: "role", name: name || "source not given", actor, words, owner: null };
}

/** The part of a source that says whose spokesman it is: "spokeswoman for X", "X's spokesman", "X spokesman Y". */
function spokenFor(text: string): string | null {
  const after =
    /spokes\w{3,6} (?:for|of) (?:the )?(.{2,80})$/i.exec(text) ??
    /(?:press (?:service|office|secretary|officer|department)|information department) (?:of|for|at) (?:the )?(.{2,80})$/i.exec(
      text,
    );
  if (after) return after[1]!.split(/,/)[0]!;
  const speaks = /\bspeak(?:s|ing) for (?:the )?(.{2,80})$/i.exec(text);
  if (speaks) return speaks[1]!.split(/,/)[0]!;
  const before =
    /^(?:the )?(.{2,60}?)(?:['’]s?)? (?:official |chief |press )?(?:spokes\w{3,6}|press (?:service|office|secretary|department)|information department)/i.exec(
      text,
    );
  return before ? before[1]! : null;
}

/** The holder that an attribution names, before who "the ministry" or "it" is was looked up. `source` may be cut or mended text. */
export function holderOf(told: Told, attribution: Attribution, source: Spans, states: States): HolderMention {
  const { annotation } = told;
  const text = textOf(annotation.text, source)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\d{1,2}[:.]\d{2} /, "");
  if (/^(?:we|i|this newspaper|this reporter|our (?:correspondent|reporter|photographer)s?)$/i.test(text))
    return publisherOf(told);
  const named =
    /^(?:the |its |his |our |[\p{L}]{2,30}['’]s )?(?:[\p{Ll}-]+ ){0,2}(?:company|firm|operator|union|group|charity|agency|supplier|owner|association|movement|party|maker|builder), (\p{Lu}[\p{L}&-]{0,30}(?: \p{Lu}[\p{L}&-]{0,30}){0,4}),?$/u.exec(
      text,
    );
  if (named) return bodyOf(named[1]!, states) ?? roleOf(text, null);
  const spoken = attribution.speakers.flatMap((id) =>
    annotation.actors.filter((actor) => actor.id === id && !/^no /i.test(actor.name)),
  );
  const actors = spoken.length > 0 ? spoken : actorsIn(annotation, source);
  const person = actors.find(({ kind, named }) => kind === "person" && named);
  if (person && (spoken.length > 0 || text.endsWith(person.name) || text.includes(`${person.name},`))) {
    const mention = ofActor(person, text, states);
    const isSpokesman = person.roles.some((role) => spokes.test(role)) || spokes.test(text);
    if (!isSpokesman) return mention;
    const named = spokenFor(text) ?? person.roles.map((role) => spokenFor(role)).find((one) => one) ?? null;
    const body = named ? (bodyOf(named, states) ?? null) : null;
    return { ...mention, speaksFor: body ?? { ...plain, type: "body", name: "", words: [], owner: null } };
  }
  if (spokes.test(text)) {
    const named = spokenFor(text);
    const role = roleOf(text, actors[0] ?? null);
    const inside = named
      ? actorsIn(annotation, source).find(({ kind, named: known }) => known && kind !== "person")
      : undefined;
    const body = named
      ? inside && !bodyHead.test(named)
        ? ofActor(inside, named, states)
        : bodyOf(named, states)
      : null;
    return {
      ...role,
      speaksFor:
        body && !/^(?:it|he|she|they)$/i.test(named!)
          ? body
          : { ...plain, type: "body", name: "", words: [], owner: null },
    };
  }
  if (spoken.length === 0 && text !== "") {
    const apposed = /^(?:the |its |his |[\p{L}]{2,30}['’]s )?[\p{Ll} ]{3,40}, (\p{Lu}[^,]{2,60}),?$/u.exec(text);
    if (apposed) return bodyOf(apposed[1]!, states) ?? roleOf(text, null);
    const called = /^(?:the )?(\p{Lu}[\p{L}-]{0,30}(?: \p{Lu}[\p{L}-]{0,30}){0,4}) ?(?:,|$)/u.exec(text);
    if (called && !/^(?:He|She|It|They|We|Who|That|This)\b/.test(called[1]!)) {
      const state = states.get(keyOf(called[1]!));
      if (state)
        return {
          ...plain,
          type: "state",
          name: called[1]!.trim(),
          words: [],
          owner: state,
          country: state,
          public: true,
        };
      return bodyOf(called[1]!, states) ?? roleOf(text, null);
    }
    if (bodyHead.test(text.split(",")[0]!)) return bodyOf(text.split(",")[0]!, states) ?? roleOf(text, null);
  }
  if (actors[0]) return ofActor(actors[0], text, states);
  return text === "" ? nobody : roleOf(text, null);
}

/** Is it a word for somebody named before: "the ministry", "it", "the same message"? */
export const pointsBack = (mention: HolderMention, text: string): boolean => {
  if (mention.type === "person" || mention.type === "publisher" || mention.type === "state") return false;
  if (/^(?:it|he|she|they|which|who|the (?:same )?(?:statement|message|source|post|report))$/i.test(text.trim()))
    return true;
  return (
    mention.type === "body" &&
    mention.owner === null &&
    mention.words.length <= 1 &&
    (mention.actor === null || !mention.actor.named)
  );
};
