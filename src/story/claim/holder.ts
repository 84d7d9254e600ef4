import type { Actor } from "../../model/actor.ts";
import type { AnnotatedDocument } from "../../model/annotation.ts";
import type { Attribution } from "../../model/attribution.ts";
import type { Spans } from "../../model/span.ts";
import type { Told } from "../../model/story.ts";
import { termOf } from "../word.ts";
import { actorCalled } from "./actor-called.ts";
import { bodyOf, namesBody } from "./body.ts";
import {
  determiners,
  type HolderMention,
  keyOf,
  nobody,
  plain,
  publisherOf,
  someBody,
  wordsOf,
} from "./holder-mention.ts";
import { namesIn, type PrintedName } from "./name.ts";
import { coreOf, headOf, isBodyNoun, isFirmNoun, isHeadNoun, isNamedAfter, isPersonNoun } from "./noun.ts";
import { personOf, speaksForItself, voiceNamed } from "./person.ts";
import { genderOfName, genderOfWords, withoutParty, withoutSuffix } from "./person-name.ts";
import { belongsToBody, isOfPeople, isOfSeveral } from "./source-phrase.ts";
import { ownerKey, type States, stateName } from "./state.ts";

export { bodyOf } from "./body.ts";
export { type HolderMention, publisherOf } from "./holder-mention.ts";
export { ownerKey, type States, statesOf } from "./state.ts";

const spokes =
  /\bspokes(?:man|woman|person|people|men)\b|\bwho speaks for\b|\bpress (?:secretary|service|office|officer|department)\b|\binformation department\b/i;
/** Is somebody called a spokesman right there? */
export const isCalledSpokesman = (source: string): boolean => spokes.test(source);

/** A place in capitals before the first words of a report: "DORN, Lornia — ". */
const dateline = /^\p{Lu}{3,20}(?:[ .]\p{Lu}{2,20}){0,3}(?:, [^—–]{1,30}?)? ?[—–-]{1,2} /u;

const anaphor = /^(?:the|this|that|its|his|her|their|same|our)\b/i;
const unnamedName = /^(?:the|a|an|its|his|her|their|our|this|that|some(?! of )|one(?! of )) /i;

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

/** A state, or the place that stands for it, as a voice. */
export function stateOf(name: string, states: States, actor: Actor | null = null): HolderMention {
  const owner = actor?.country ?? ownerKey(name, states);
  const country = actor?.country ?? (/^[A-Z]{2}$/.test(owner) ? owner : null);
  return {
    ...plain,
    type: "state",
    name: stateName(name, owner, states),
    actor,
    words: [],
    owner,
    country,
    public: true,
  };
}

/** What the story's reports together say that an actor with a name is; the one report may have taken it for something else. */
function kindIn(states: States, { kind, name, country }: Actor): "person" | "body" | "state" | null {
  if (states.has(keyOf(name))) return "state";
  if (country !== null) return null;
  const known = states.names.kindOf(name);
  return known ?? (kind === "person" ? "person" : null);
}

/** An actor as a holder; `text` is how the source prints it. */
export function ofActor(actor: Actor, text: string, states: States, document = ""): HolderMention {
  const known = actor.named ? kindIn(states, actor) : null;
  if (actor.named && (known === "person" || (actor.kind === "person" && known === null)))
    return personOf(actor.name, document, states, actor);
  if (known === "body" && !namesBody(text)) {
    const body = bodyOf(actor.name, states);
    if (body)
      return {
        ...body,
        actor,
        public: true,
        role: [...new Set([...kindWords(text, actor.name), ...states.names.nounsOf(actor.name)])],
      };
  }
  const madeUp = actor.kind === "state" && actor.country === null && actor.name.includes(" ");
  const isPlace = actor.kind === "state" || actor.kind === "government" || actor.kind === "place";
  if (!madeUp && (isPlace || known === "state") && actor.named && !namesBody(text))
    return isOfPeople(text) ? roleOf(text, actor, states) : stateOf(actor.name, states, actor);
  const fuller = actor.named && namesBody(actor.name) && actor.name.length >= text.length;
  const shown = namesBody(text) && text.length < 80 && !fuller ? text : actor.name;
  const body = bodyOf(shown, states) ?? bodyOf(actor.name, states);
  if (body && (madeUp || namesBody(shown) || (actor.named && bodyKinds.has(actor.kind)))) {
    const owner = body.owner ?? actor.country;
    const name = actor.named && !anaphor.test(actor.name) ? actor.name : body.name;
    return { ...body, name, actor, owner, country: body.country ?? actor.country, public: actor.public };
  }
  return roleOf(text === "" || standsForOthers.test(text) ? actor.name : text, actor, states);
}

/** Words for people who were named before: whom the reading of mentions took them for tells more. */
const standsForOthers = /^(?:they|them|who|whom|which|their|he|she|it)$/i;

/** The words for the kind of a body around its name: "gas" and "company" of "the gas company Kastgaz". */
const kindWords = (text: string, name: string): readonly string[] =>
  wordsOf(text.replace(name, " "))
    .filter((word) => /^\p{Ll}/u.test(word) && !determiners.test(word) && !isPersonNoun(word))
    .map(termOf);

/** Somebody without a name, with whose office it is. */
export function roleOf(text: string, actor: Actor | null, states: States): HolderMention {
  const name = text
    .split(/,| who | which | that /)[0]!
    .replace(unnamedName, "")
    .trim()
    .slice(0, 80);
  const whose = /^(\p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}-]{1,30}){0,2})['’]s? (.+)$/u.exec(name);
  const adjective = /^(\p{Lu}[\p{L}-]{2,30}) (.+)$/u.exec(name);
  const place = / (?:of|in) (?:the )?(\p{Lu}[\p{L}-]{2,30})$/u.exec(name);
  const owner =
    [whose?.[1], adjective?.[1], place?.[1]].find((one) => one !== undefined && states.has(ownerForm(one, states))) ??
    null;
  const bare = whose?.[2] ?? (adjective && owner === adjective[1] ? adjective[2]! : name);
  const core = coreOf(
    bare.replace(/^(?:one|two|three|four|five|some|several|many|most|both|dozens|hundreds|a number) of (?:the )?/i, ""),
  );
  const words = wordsOf(core)
    .filter((word, at, all) => at === all.length - 1 || !determiners.test(word.toLowerCase()))
    .map(termOf);
  const of = / (?:of|for) (?:the )?(.{2,60})$/.exec(bare)?.[1] ?? (whose && owner === null ? whose[1]! : null);
  const led = of !== null && owner === null && isHeadNoun(headOf(core)) ? bodyOf(of, states) : null;
  return {
    ...plain,
    sure: false,
    type: "role",
    name: name || "source not given",
    actor,
    words: words.length > 0 ? words : wordsOf(name).map(termOf),
    owner: owner === null ? null : ownerKey(owner, states),
    leads: led,
  };
}

const ownerForm = (name: string, states: States): string => {
  const key = keyOf(name);
  return states.has(key) ? key : key.replace(/(?:ian|ean|an|ese|ish|i)$/, "");
};

/** The part of a source that says whose spokesman it is: "spokeswoman for X", "X's spokesman", "X spokesman Y". */
function spokenFor(text: string): string | null {
  const after =
    /spokes\w{3,6} (?:for|of|at) (?:the )?(.{2,80})$/i.exec(text) ??
    /(?:press (?:service|office|secretary|officer|department)|information department) (?:of|for|at) (?:the )?(.{2,80})$/i.exec(
      text,
    );
  if (after) return after[1]!.split(/,/)[0]!;
  const speaks = /\bspeak(?:s|ing) for (?:the )?(.{2,80})$/i.exec(text);
  if (speaks) return speaks[1]!.split(/,/)[0]!;
  const before =
    /^(?:the |a |an )?(.{2,60}?)(?:['’]s?)? (?:official |chief |press )?(?:spokes\w{3,6}|press (?:service|office|secretary|department)|information department)/i.exec(
      text,
    );
  return before ? before[1]!.split(", ").at(-1)!.replace(/^the /, "") : null;
}

/**
 * The body, state or person whom a spokesman's own words name; `someBody` where they name none, null where they name somebody who is none
 * of these ("the president's former press secretary"): he gives his own word then.
 */
function voicedBy(text: string, states: States): HolderMention | null {
  const named = spokenFor(text);
  if (named === null || /^(?:it|he|she|they|its|his|her|their|the|an?|one|another|official|chief)$/i.test(named))
    return someBody;
  return voiceNamed(named, states);
}

/** A name as the voice that the story's reports say it is; null where they tell nothing of it. */
function ofName({ text: name }: PrintedName, source: string, told: Told, states: States): HolderMention | null {
  if (states.has(keyOf(name))) {
    if (namesBody(source)) return bodyOf(source, states);
    return isOfPeople(source) ? null : stateOf(name, states);
  }
  const kind = states.names.kindOf(name);
  if (kind === "person") {
    return personOf(name, told.document, states, actorCalled(name, told));
  }
  if (kind !== "body") return null;
  const body = bodyOf(name, states);
  if (!body) return null;
  const people = wordsOf(source.split(name)[0]!).find(
    (word) => /^\p{Lu}/u.test(word) && states.has(ownerForm(word, states)),
  );
  return {
    ...body,
    owner: body.owner ?? (people === undefined ? null : ownerKey(people, states)),
    public: true,
    role: [...new Set([...kindWords(source, name), ...states.names.nounsOf(name)])],
  };
}

const pronounOf = /^(?:it|he|she|they|which|who|him|her|himself|herself|itself|i|we)$/i;

/** The name in a source that speaks: the last one that owns nothing, but for one in the clause that tells of it. */
function speakingName(source: string, isPerson: (name: PrintedName) => boolean): PrintedName | null {
  const main = source.split(/ (?:who|which|that|whose|where) /)[0]!;
  const free = namesIn(main).filter(
    ({ start, end }) =>
      !/^['’]s?(?![\p{L}])/u.test(main.slice(end, end + 3)) &&
      !/ (?:of|in|at|for|from|on|under|with|at|by) (?:the )?$/.test(main.slice(0, start)),
  );
  const [first] = free;
  const behind = first ? main.slice(first.end, free.at(-1)!.start) : "";
  return first &&
    isPerson(first) &&
    !/^ (?:[\p{L}-]{2,20} ){1,4}$/u.test(behind) &&
    /^[^\p{Ll}]{0,4}$|^(?:the |a |an |its |their |his |her )?[\p{Ll} -]{0,40}$/u.test(main.slice(0, first.start))
    ? first
    : (free.at(-1) ?? null);
}

/** The holder that an attribution names, before who "the ministry" or "it" is was looked up. `source` may be cut or mended text. */
export function holderOf(told: Told, attribution: Attribution, source: Spans, states: States): HolderMention {
  const { annotation } = told;
  const text = withoutParty(
    textOf(annotation.text, source)
      .replace(/\s+/g, " ")
      .trim()
      .replace(/^\d{1,2}[:.]\d{2} /, "")
      .replace(dateline, "")
      .replace(/^[^\p{L}\p{N}]{1,4}/u, ""),
  );
  if (/^(?:we|i|this newspaper|this reporter|our (?:correspondent|reporter|photographer)s?)$/i.test(text))
    return publisherOf(told);
  const isThing = /^(?:it|which)$/i.test(text);
  const isHuman = /^(?:he|she|who|him|her)$/i.test(text);
  const gender = genderOfWords(text);
  const spoken = attribution.speakers.flatMap((id) =>
    annotation.actors.filter((actor) => {
      if (actor.id !== id || /^no /i.test(actor.name)) return false;
      const kind = actor.named ? kindIn(states, actor) : null;
      return (
        !(isThing && kind === "person") &&
        !(isHuman && (kind === "body" || kind === "state")) &&
        !isOtherGender(actor.name, gender)
      );
    }),
  );
  const actors =
    spoken.length > 0 ? spoken : actorsIn(annotation, source).filter(({ name }) => !isOtherGender(name, gender));
  const segment = text.split(",")[0]!;
  const person = isOfSeveral(segment)
    ? undefined
    : actors.find((actor) => actor.named && (kindIn(states, actor) ?? "") === "person");
  const isOther = person !== undefined && isOtherOffice(text, person, told, states);
  const printed = pronounOf.test(text)
    ? null
    : speakingName(text, ({ text: one }) => states.names.kindOf(one) === "person");
  const name = printed && (belongsToBody(text, printed) || isOfSeveral(text.split(",")[0]!)) ? null : printed;
  const named = name && name.text.length < 60 ? ofName(name, text, told, states) : null;
  if (person && !isOther && (spoken.length > 0 || text.endsWith(person.name) || text.includes(`${person.name},`))) {
    if (named?.type === "body" && !text.includes(person.name)) return named;
    const full = fullName(person.name, text, told, source[0]?.[0] ?? 0, states);
    return spokenAs(
      personOf(full, told.document, states, full === person.name ? person : actorCalled(full, told)),
      text,
      states,
    );
  }
  if (named?.type === "person") {
    const full = fullName(named.name, text, told, source[0]?.[0] ?? 0, states);
    return spokenAs(full === named.name ? named : personOf(full, told.document, states), text, states);
  }
  if (spokes.test(text)) return { ...roleOf(text, actors[0] ?? null, states), speaksFor: voicedBy(text, states) };
  const isRole = isPersonNoun(headOf(segment)) && !isNamedAfter(coreOf(segment)) && !/^\p{Lu}[^ ]* ?$/u.test(segment);
  if (named && !(isRole && (!/, /.test(text) || isOfSeveral(segment)))) {
    const whole =
      named.type === "body" && namesBody(named.name) && isBodyNoun(headOf(segment)) ? bodyOf(segment, states) : named;
    if (whole)
      return {
        ...whole,
        actor: whole.actor ?? actors.find((one) => one.named && one.name.includes(whole.name)) ?? null,
      };
  }
  if (isRole && (isOther || isOfSeveral(segment) || spoken.length === 0 || !spoken[0]!.named))
    return roleOf(text, actors[0] ?? null, states);
  if (namesBody(segment)) return calledBody(segment, spoken[0] ?? null, actors[0] ?? null, told, states);
  if (spoken.length === 0 && text !== "") {
    const called = /^(?:the )?(\p{Lu}[\p{L}-]{0,30}(?: \p{Lu}[\p{L}-]{0,30}){0,4}) ?(?:,|$)/u.exec(text);
    if (called && !/^(?:He|She|It|They|We|Who|That|This)\b/.test(called[1]!))
      return bodyOf(called[1]!, states) ?? roleOf(text, null, states);
  }
  if (actors[0]) return ofActor(actors[0], text, states, told.document);
  return text === "" ? nobody : roleOf(text, null, states);
}

/** Folded nouns for any firm; "the supplier" is only one that was called so. */
export const standsForFirm = /^(?:compani|firm|corporation|operator|busines)$/;

/** A body by the words for it; "the company" alone is whom the reading of mentions took it for, where all reports say that this is a body. */
function calledBody(
  segment: string,
  speaker: Actor | null,
  within: Actor | null,
  { document }: Told,
  states: States,
): HolderMention {
  const body = bodyOf(segment, states);
  if (!body) return roleOf(segment, null, states);
  const isKind = body.owner === null && body.words.length === 1;
  if (!isKind || !speaker?.named) return { ...body, actor: within };
  const nouns = states.names.nounsOf(speaker.name);
  const [noun] = body.words;
  const isCalled = nouns.includes(noun!) || (standsForFirm.test(noun!) && nouns.some((word) => isFirmNoun(word)));
  return isCalled && kindIn(states, speaker) === "body" ? ofActor(speaker, speaker.name, states, document) : body;
}

/** Has the person whom the reading took for "the deputy minister" quite other offices? */
function isOtherOffice(text: string, person: Actor, { document }: Told, states: States): boolean {
  if (pronounOf.test(text) || wordsOf(person.name).some((word) => text.includes(word))) return false;
  const role = roleOf(text, null, states).words;
  const noun = role.at(-1);
  const { offices } = personOf(person.name, document, states);
  if (
    noun === undefined ||
    role.length < 2 ||
    !offices.some((words) => isHeadNoun(words.at(-1)!) || words.at(-1) === "minister")
  )
    return false;
  const isDeputy = (words: readonly string[]): boolean => words.some((word) => /^(?:deputi|vice|asistant)$/.test(word));
  return !offices.some(
    (words) =>
      isDeputy(words) === isDeputy(role) &&
      (role.every((word) => words.includes(word)) || words.every((word) => role.includes(word))),
  );
}

/** Does a full name say that it is a man where the words say a woman, or the other way round? */
const isOtherGender = (name: string, gender: "f" | "m" | null): boolean =>
  gender !== null && (genderOfName(name) ?? gender) !== gender;

/** The full name behind a surname that several have: not of those whom the report names in full only later, or by another title. */
function fullName(name: string, text: string, { annotation }: Told, at: number, states: States): string {
  const last = withoutSuffix(wordsOf(name).map(termOf)).at(-1) ?? "";
  const known = states.names.fullNames(last);
  const gender = genderOfWords(text);
  const all = known.filter((one) => !isOtherGender(one, gender));
  if (all.length === 1 && known.length > 1 && text.split(" ").length === 2) return all[0]!;
  if (all.length < 2 || pronounOf.test(text) || all.some((one) => text.includes(one))) return name;
  if (!wordsOf(text).some((word) => termOf(word) === last)) return name;
  const first = (one: string): number => {
    const found = annotation.text.indexOf(one);
    return found === -1 ? Infinity : found;
  };
  const named = all.filter((one) => first(one) < at);
  if (named.length > 0) return named.length === 1 ? named[0]! : name;
  const others = all.filter((one) => first(one) === Infinity);
  if (others.length === 1) return others[0]!;
  return wordsOf(name).at(-1)!;
}

/** A person who is named as a spokesman right there, or anywhere in the reports. */
function spokenAs(mention: HolderMention, text: string, states: States): HolderMention {
  const isSpokesman =
    spokes.test(text) ||
    (mention.offices.some((words) => words.some((word) => word.startsWith("spokes"))) &&
      !mention.offices.some((words) => speaksForItself(words.at(-1) ?? "")));
  if (!isSpokesman) return mention;
  // By his name alone nothing tells whom he speaks for here.
  if (!spokes.test(text)) return mention.speaksFor ? { ...mention, leads: null } : mention;
  const here = voicedBy(text, states);
  if (here === null) return { ...mention, leads: null };
  const voice = here.name === "" ? (mention.speaksFor ?? someBody) : here;
  return { ...mention, leads: null, speaksFor: voice.type === "person" ? null : voice };
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
