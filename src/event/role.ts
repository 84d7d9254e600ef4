import type { EventType } from "../model/event.ts";
import type { Id } from "../model/id.ts";
import type { Clause } from "./clause.ts";
import { lightHost } from "./governor.ts";
import { actorsOf } from "./party.ts";
import { actorsAt, actorsWithin, partyAt } from "./phrase.ts";
import { opensContent, subjectOf, type Window } from "./subject.ts";
import { caseOf, childOf, conjunctsOf, isVerb, listHead } from "./tree.ts";
import type { Trigger } from "./trigger.ts";
import type { Word } from "./word.ts";

/** Who acts and on whom, in the order of the text. `holder`: whoever speaks the words acts, because the words name nobody. */
export interface Roles {
  readonly actors: readonly Id<"actor">[];
  readonly recipients: readonly Id<"actor">[];
  readonly holder: boolean;
}

type Key = EventType | "none";

/** Prepositions that lead to the recipient, by type. */
const toRecipient: Readonly<Record<Key, string>> = {
  AGREE: "with to",
  CONSULT: "with to between",
  SUPPORT: "with to for of",
  CONCEDE: "to for on",
  COOPERATE: "with to",
  AID: "to for in into",
  RETREAT: "from to with on of against",
  REQUEST: "to from on for",
  ACCUSE: "against at of on into over",
  REJECT: "from of to",
  THREATEN: "to against",
  PROTEST: "against at",
  SANCTION: "on against with to from of",
  MOBILIZE: "against",
  COERCE: "on against of",
  ASSAULT: "on against at into of with",
  none: "",
};

/** Types whose own object is what the actor moves or makes, not whom it acts on. */
const objectIsOwn: ReadonlySet<Key> = new Set(["MOBILIZE", "AGREE"]);
/** Types whose "of" names the actor: "the deployment of Ukrainian troops". */
const ofIsActor: ReadonlySet<Key> = new Set([
  "MOBILIZE",
  "CONSULT",
  "PROTEST",
  "COOPERATE",
  "REQUEST",
  "THREATEN",
  "AGREE",
]);

/** Somebody or something that the words of a trigger govern. */
interface Dependent {
  /** The head of the phrase. */
  readonly at: number;
  /** The preposition that leads to it; null for a plain object. */
  readonly preposition: string | null;
}

const nounPhrase = /^(?:obj|iobj|obl|nmod)(?!:poss|:tmod|:npmod|:desc)/;
/** Prepositions that lead to a part of the deed, whatever they are read with. */
const nested = /^(?:by|against)$/;
const borders = /^(?:border|frontier)s?$/;

/** Phrases that the words at `sites` govern, in text order, but for those that the trigger itself holds or that lie outside the window. */
function dependentsOf(
  words: readonly Word[],
  sites: readonly number[],
  trigger: Trigger,
  window: Window,
): readonly Dependent[] {
  const found: Dependent[] = [];
  const add = (at: number): void => {
    if (trigger.words.includes(at) || at < window.from || at >= window.to) return;
    const preposition = caseOf(words, at);
    const isBorder = preposition === "with" && borders.test(words[words[at]!.head]?.lower ?? "");
    found.push({ at, preposition: isBorder ? "near" : (preposition?.replace(/^towards?$/, "at") ?? null) });
  };
  for (const site of new Set(sites))
    for (const child of words[site]!.children) {
      if (!nounPhrase.test(words[child]!.label)) continue;
      add(child);
      // "the arrest of X by Y", where "by Y" is read with X.
      for (const inner of words[child]!.children)
        if (words[inner]!.label.startsWith("nmod") && nested.test(caseOf(words, inner) ?? "")) add(inner);
    }
  return found.sort((a, b) => a.at - b.at);
}

/** Actors and recipients of a trigger. `window` is the part of the sentence that may be read: the content of the attribution that holds it. */
export function rolesOf(clause: Clause, trigger: Trigger, window: Window): Roles {
  return trigger.predicate === null ? nounRoles(clause, trigger, window) : verbRoles(clause, trigger, window);
}

function verbRoles(clause: Clause, trigger: Trigger, window: Window): Roles {
  const { words } = clause;
  const predicate = trigger.predicate!;
  const key: Key = trigger.row.type ?? "none";
  const after = dependentsOf(words, trigger.words, trigger, window);
  const subject = subjectOf(words, predicate.verb);
  const subjects =
    typeof subject === "number" && !trigger.words.includes(subject) ? subjectActors(clause, subject) : [];
  if (predicate.passive) {
    const agent = after.find((one) => one.preposition === "by");
    const agents = agent === undefined ? [] : actorsWithin(clause, agent.at);
    // The object of a passive light verb ("sanctions were imposed") acts on nobody.
    const early = typeof subject === "number" && trigger.words.includes(subject);
    const others = after.filter((one) => one !== agent && one.preposition !== null);
    const suffering =
      typeof subject === "number" && subjects.length === 0 && !early ? actorsWithin(clause, subject) : subjects;
    return {
      actors: agents.length > 0 ? agents : objectIsOwn.has(key) ? subjects : [],
      recipients: early || objectIsOwn.has(key) ? recipientsAmong(clause, others, key, agents) : suffering,
      holder: false,
    };
  }
  const actors = new Set(subjects);
  if (subject === null) for (const id of adjacentActors(clause, predicate.first, window)) actors.add(id);
  const own = recipientsAmong(clause, after, key, [...actors]);
  // "gave Sudria permission".
  const lent =
    own.length > 0
      ? own
      : objectIsOwn.has(key)
        ? []
        : trigger.words.filter((at) => at > predicate.verb).flatMap((at) => ownersOf(clause, at));
  const next = lent.length > 0 ? lent : nextRecipient(clause, trigger.words.at(-1)!, key, window);
  const recipients = next.length > 0 ? next : recipientsOfContent(clause, trigger, key, [...actors]);
  addPartners(clause, trigger, key, after, actors);
  return {
    actors: [...actors],
    recipients: [...new Set(recipients)].filter((one) => !actors.has(one)),
    holder: subject === "holder" || (actors.size === 0 && opensContent(clause, predicate.verb, window)),
  };
}

/** Whom a subject stands for, with whatever else is read as a subject of the same verb. */
const subjectActors = (clause: Clause, subject: number): readonly Id<"actor">[] => {
  const { words } = clause;
  const { head, label } = words[subject]!;
  const all =
    head >= 0 && label.startsWith("nsubj")
      ? words[head]!.children.filter((child) => words[child]!.label === label)
      : [subject];
  return [...new Set(all.flatMap((at) => actorsAt(clause, at)))];
};

/** Parties right before a finite verb whose subject the tree does not tell, with those that "and" joins to them. */
function adjacentActors(clause: Clause, first: number, window: Window): readonly Id<"actor">[] {
  const { words, parties } = clause;
  if (/^(?:VBG|VBN|VB|JJ|)$/.test(words[first]!.xpos)) return [];
  let at = first - 1;
  while (at >= window.from && words[at]!.upos === "ADV") at--;
  let next = parties.findLastIndex((party) => party.from <= at);
  if (next < 0 || parties[next]!.to <= at || parties[next]!.from < window.from) return [];
  const found = [parties[next]!];
  while (next > 0) {
    const between = words.slice(parties[next - 1]!.to, parties[next]!.from);
    if (between.length !== 1 || between[0]!.upos !== "CCONJ") break;
    found.unshift(parties[--next]!);
  }
  return found.flatMap((party) => actorsOf(clause, party));
}

/** Types that are done by words: whom the words are about is who they are done to ("refused to arm X", "agreed to open its border to X"). */
const doneByWords: ReadonlySet<Key> = new Set(["AGREE", "REJECT", "THREATEN", "REQUEST", "SUPPORT", "CONCEDE", "AID"]);
/** Prepositions that lead to a recipient inside what is agreed, refused or threatened. */
const contentPrepositions = new Set(["to", "with", "for", "on", "against", "at", "into", "from"]);
/** How many verbs a content may have: "denies that it plans to invade X". */
const deepest = 4;

/** Whom the clause that completes the trigger is about, where the trigger itself names nobody. */
function recipientsOfContent(
  clause: Clause,
  trigger: Trigger,
  key: Key,
  not: readonly Id<"actor">[],
): readonly Id<"actor">[] {
  const { words } = clause;
  if (!doneByWords.has(key)) return [];
  let verb = trigger.predicate?.verb ?? trigger.head;
  for (let depth = 0; depth < deepest; depth++) {
    verb =
      words[verb]!.children.find(
        (child) => child > verb && /^(?:xcomp|ccomp|acl|advcl)$/.test(words[child]!.label) && isVerb(words[child]),
      ) ?? -1;
    if (verb < 0) return [];
    if (words[verb]!.label === "advcl" && childOf(words, verb, /^mark$/) < 0) return [];
    for (const child of words[verb]!.children) {
      const { label } = words[child]!;
      if (!nounPhrase.test(label) || child < verb) continue;
      const preposition = caseOf(words, child);
      if (preposition !== null && !contentPrepositions.has(preposition)) continue;
      const ids = actorsWithin(clause, child).filter((id) => !not.includes(id));
      if (ids.length > 0) return ids;
    }
  }
  return [];
}

/** The first object or prepositional phrase that the type takes for its recipient and that stands for somebody. */
function recipientsAmong(
  clause: Clause,
  found: readonly Dependent[],
  key: Key,
  not: readonly Id<"actor">[],
): readonly Id<"actor">[] {
  const allowed = toRecipient[key].split(" ");
  for (const { at, preposition } of found) {
    if (preposition === null ? objectIsOwn.has(key) : !allowed.includes(preposition)) continue;
    if (partyAt(clause, at)?.actor.kind === "place") continue;
    const ids = actorsWithin(clause, at).filter((id) => !not.includes(id));
    if (ids.length > 0) return ids;
  }
  // "ease restrictions on help to X", "provided money in aid for X".
  for (const { at, preposition } of found) {
    if (preposition !== null && !allowed.includes(preposition)) continue;
    let level: readonly number[] = [at];
    for (let depth = 0; depth < deepest && level.length > 0; depth++) {
      level = level.flatMap((node) =>
        clause.words[node]!.children.filter((child) => /^nmod(?!:poss)/.test(clause.words[child]!.label)),
      );
      for (const inner of level) {
        if (!allowed.includes(caseOf(clause.words, inner) ?? "-")) continue;
        const ids = actorsWithin(clause, inner).filter((id) => !not.includes(id));
        if (ids.length > 0) return ids;
      }
    }
  }
  return [];
}

/** The party right after the preposition that follows word `last`, where the type takes it for its recipient. */
function nextRecipient(clause: Clause, last: number, key: Key, window: Window): readonly Id<"actor">[] {
  const { words, parties } = clause;
  let at = last + 1;
  // "spoke twice this week with X".
  while (at < last + 5 && /^(?:ADV|DET|NOUN)$/.test(words[at]?.upos ?? "")) at++;
  if (words[at]?.xpos !== "IN" || !toRecipient[key].split(" ").includes(words[at]!.lower)) return [];
  const party = parties.find((one) => one.from > at);
  if (party === undefined || party.from > at + 5 || party.to > window.to || party.actor.kind === "place") return [];
  const between = words.slice(at + 1, party.from);
  return between.every(({ upos }) => /^(?:DET|ADJ|NUM|NOUN|PROPN|ADV)$/.test(upos)) ? actorsOf(clause, party) : [];
}

/** Nouns of training, which is joint as soon as somebody takes part in it. */
export const isExercise = (trigger: Trigger): boolean =>
  /\b(?:drill|exercise|man(?:oeuvre|euver)|war ?game)$/.test(trigger.row.trigger);

const jointly = /^(?:joint|jointly|together)$/;

/** "joint drills with Y", "between X and Y": all take part. */
function addPartners(
  clause: Clause,
  trigger: Trigger,
  key: Key,
  after: readonly Dependent[],
  actors: Set<Id<"actor">>,
): void {
  const { words } = clause;
  const isJoint =
    isExercise(trigger) ||
    trigger.words.some(
      (at) => jointly.test(words[at]!.lower) || words[at]!.children.some((child) => jointly.test(words[child]!.lower)),
    );
  for (const { at, preposition } of after) {
    const partner =
      (preposition === "between" && trigger.row.mode !== "third-party") ||
      (preposition === "with" && isJoint && (key === "COOPERATE" || key === "MOBILIZE"));
    if (partner) for (const id of actorsAt(clause, at)) actors.add(id);
  }
}

/** Does a content begin with "its", "their", "our" before the noun at word `first`? Then it is its speaker's. */
const isOwned = (clause: Clause, first: number, window: Window): boolean =>
  window.from > 0 && first - window.from < 4 && /^(?:its|their|his|her|our|my)$/.test(clause.words[window.from]!.lower);

/** Whose a deed's noun is: "Norland's invasion", "the Sudrian attack", "Norland-Sudria drills". */
function ownersOf(clause: Clause, site: number): readonly Id<"actor">[] {
  const { words } = clause;
  const found = new Set<Id<"actor">>();
  for (const label of [/^nmod:poss$/, /^(?:compound|amod|nmod:desc|nmod:unmarked)$/]) {
    for (const child of words[site]!.children) {
      if (child > site || !label.test(words[child]!.label)) continue;
      const inner = words[child]!.children.filter(
        (at) => /^(?:compound|amod)$/.test(words[at]!.label) && partyAt(clause, at) !== null,
      );
      for (const at of [...inner, child]) for (const id of actorsAt(clause, at)) found.add(id);
    }
    if (found.size > 0) break;
  }
  return [...found];
}

/** The verb that tells of the noun as its subject in the passive ("sanctions were imposed"), or -1. */
function passiveHost(words: readonly Word[], site: number): number {
  const { head, label } = words[site]!;
  return head >= 0 && label === "nsubj:pass" && isVerb(words[head]) ? head : -1;
}

/** The verb that a phrase completes: "remained on high alert". */
const phraseHost = (words: readonly Word[], { row, head }: Trigger): number | null => {
  const above = words[head]!.head;
  return row.form === "phrase" && above >= 0 && isVerb(words[above]) ? above : null;
};

function nounRoles(clause: Clause, trigger: Trigger, window: Window): Roles {
  const { words } = clause;
  const key: Key = trigger.row.type ?? "none";
  const site = trigger.head;
  const first = trigger.words[0]!;
  const lead = listHead(words, site);
  const host = lightHost(words, site) ?? phraseHost(words, trigger);
  const passive = passiveHost(words, lead);
  const own = dependentsOf(words, trigger.words, trigger, window);
  // "the invasion and annexation of X": joined deeds share what follows the last.
  const joined =
    own.length > 0 ? [] : conjunctsOf(words, lead).filter((at) => at > site && !trigger.words.includes(at));
  const verb = host ?? passive;
  const after = [
    ...own,
    ...dependentsOf(words, joined, trigger, window),
    ...(verb < 0 ? [] : dependentsOf(words, [verb], trigger, window).filter((one) => one.preposition !== null)),
  ];
  const actors = new Set<Id<"actor">>();
  const recipients: Id<"actor">[] = [];
  const ofDependent = own.find((one) => one.preposition === "of");
  const ofActs = ofIsActor.has(key) || (key === "RETREAT" && trigger.row.mode === "withdraw");
  const owners = ownersOf(clause, site);
  const owned = owners.length > 0 || site === lead ? owners : ownersOf(clause, lead);
  const agent =
    after.find((one) => one.preposition === "by") ??
    after.find((one) => one.preposition === "from" && fromIsActor.has(key));
  const agents = agent === undefined ? [] : actorsWithin(clause, agent.at);
  for (const id of agents) actors.add(id);
  if (actors.size === 0 && ofActs && ofDependent !== undefined)
    for (const id of actorsAt(clause, ofDependent.at)) actors.add(id);
  const ofActor = actors.size > 0 && agents.length === 0;
  if (actors.size === 0) for (const id of owned) actors.add(id);
  else if (agents.length > 0) recipients.push(...owned.filter((id) => !actors.has(id)));
  let holder = false;
  if (actors.size === 0) {
    const above = words[lead]!.head;
    if (host !== null) {
      const subject = subjectOf(words, host);
      if (typeof subject === "number") for (const id of actorsAt(clause, subject)) actors.add(id);
      holder = subject === "holder";
    } else if (above >= 0 && words[lead]!.label === "obj" && isVerb(words[above])) {
      // "demanded an apology from X".
      const asked = /^(?:demand|seek|want|request|require)$/.test(words[above]!.lemma)
        ? dependentsOf(words, [above], trigger, window).find(
            (one) => one.preposition === "from" || one.preposition === "of",
          )
        : undefined;
      if (asked !== undefined) for (const id of actorsAt(clause, asked.at)) actors.add(id);
    }
  }
  const suffering = words[lead]!.label === "obj" ? words[lead]!.head : -1;
  if (suffering >= 0 && sufferers.has(words[suffering]!.lemma)) {
    const sufferer = subjectOf(words, suffering);
    if (typeof sufferer === "number") recipients.push(...actorsAt(clause, sufferer).filter((id) => !actors.has(id)));
  }
  addPartners(clause, trigger, key, after, actors);
  const rest = after.filter((one) => one !== agent && !(ofActor && one === ofDependent) && one.preposition !== null);
  const told = recipientsAmong(clause, rest, key, [...actors]);
  const next = told.length > 0 || ofActor ? told : nextRecipient(clause, trigger.words.at(-1)!, key, window);
  recipients.push(...(next.length > 0 ? next : recipientsOfContent(clause, trigger, key, [...actors])));
  return {
    actors: [...actors],
    recipients: [...new Set(recipients)].filter((id) => !actors.has(id)),
    holder: holder || (actors.size === 0 && isOwned(clause, first, window)),
  };
}

/** Verbs whose subject is at the receiving end of the deed: "faced accusations". */
export const sufferers = new Set(["face", "suffer", "receive", "undergo", "endure", "sustain"]);

/** Types whose nouns take their actor after "from": "criticism from Warsaw". */
const fromIsActor: ReadonlySet<Key> = new Set(["ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "AID", "REJECT", "CONCEDE"]);
