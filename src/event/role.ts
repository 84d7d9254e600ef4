import type { EventType } from "../model/event.ts";
import type { Id } from "../model/id.ts";
import type { Clause, Party } from "./clause.ts";
import { governorAt } from "./governor.ts";
import { lightHost, nounGovernor } from "./host.ts";
import { actorsOf, coordinated, isPossessive } from "./party.ts";
import { predicateAt } from "./predicate.ts";
import { nearestParty, possessorOf, type Subject, subjectOf, type Window } from "./subject.ts";
import type { Trigger } from "./trigger.ts";
import { conjunctions, isAdverb, isBarrier, prepositions, relatives, subordinators } from "./word.ts";

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
const reach = 16;

interface Found {
  readonly party: Party;
  /** The preposition that leads to it; null for a plain object. */
  readonly preposition: string | null;
  /** Index of that preposition, or of the party's first word. */
  readonly at: number;
}

/** Words that end the reach of a deed: what follows is another time or another clause. */
const closing = new Set(
  "after before since until as while when amid during following despite because although though if where".split(" "),
);
const borders = new Set("border borders frontier frontiers".split(" "));

/** Parties to the right of word `from`, each with the preposition that leads to it (null: a plain object), up to the end of the clause. */
function partiesAfter(clause: Clause, from: number, window: Window): readonly Found[] {
  const { words, parties } = clause;
  const found: Found[] = [];
  let preposition: string | null = null;
  let led = from;
  let next = parties.findIndex((party) => party.from >= from);
  if (next < 0) return found;
  for (let at = from; at < words.length && at < window.to && at < from + reach; at++) {
    while (next < parties.length && parties[next]!.from < at) next++;
    const party = parties[next];
    if (party !== undefined && party.from === at && party.to <= window.to) {
      found.push({ party, preposition, at: preposition === null ? at : led });
      at = party.to - 1;
      next++;
      continue;
    }
    const { lower } = words[at]!;
    if (isBarrier(lower) || relatives.has(lower) || closing.has(lower)) break;
    // "by luring migrants", "of arming rebels": another deed, with an object of its own.
    const previous = words[isAdverb(words[at - 1]?.lower ?? "") ? at - 2 : at - 1]?.lower ?? "";
    if (lower.endsWith("ing") && prepositions.has(previous)) break;
    if (prepositions.has(lower)) led = at;
    if (lower === "with" && borders.has(words[at - 1]?.lower ?? "")) preposition = "near";
    else if (prepositions.has(lower)) preposition = lower === "toward" || lower === "towards" ? "at" : lower;
    else if (subordinators.has(lower)) break;
    else if (lower === "," && !conjunctions.has(words[at + 1]?.lower ?? "")) {
      const follows = parties[next];
      if (found.length === 0 || follows === undefined || follows.from > at + 2) break;
    } else if (lower === "to") preposition = "to";
    else if (conjunctions.has(lower) && governorAt(words, at + 1)?.forms.has("past")) break;
  }
  return found;
}

const idsOf = (clause: Clause, party: Party): readonly Id<"actor">[] => {
  const all = coordinated(clause, party).flatMap((one) => actorsOf(clause, one));
  return [...new Set(all)];
};

const isNotPlaceOnly = (party: Party): boolean => party.actor.kind !== "place";

/** Actors and recipients of a trigger. `window` is the part of the sentence that may be read: the content of the attribution that holds it. */
export function rolesOf(clause: Clause, trigger: Trigger, window: Window): Roles {
  return trigger.predicate === null ? nounRoles(clause, trigger, window) : verbRoles(clause, trigger, window);
}

function verbRoles(clause: Clause, trigger: Trigger, window: Window): Roles {
  const predicate = trigger.predicate!;
  const key: Key = trigger.row.type ?? "none";
  const after = partiesAfter(clause, Math.max(predicate.verb, trigger.words.at(-1)!) + 1, window);
  const within = partiesAfter(clause, predicate.verb + 1, window).filter(
    (one) => one.party.to <= trigger.words.at(-1)!,
  );
  const subject = subjectOf(clause, predicate, window);
  const subjectIds = subject === null || subject === "holder" ? [] : idsOf(clause, subject);
  if (predicate.passive) {
    const agent = after.find((one) => one.preposition === "by");
    // The object of a passive light verb ("sanctions were imposed") acts on nobody.
    const early = trigger.words.some((word) => word < predicate.first);
    const others = after.filter(
      (one) => one !== agent && one.preposition !== null && toRecipient[key].split(" ").includes(one.preposition),
    );
    const recipient = early || objectIsOwn.has(key) ? others.flatMap((one) => idsOf(clause, one.party)) : subjectIds;
    const own = (objectIsOwn.has(key) || (early && agent === undefined)) && !early ? subjectIds : [];
    return {
      actors: agent === undefined ? own : idsOf(clause, agent.party),
      recipients: recipient,
      holder: false,
    };
  }
  const actors = new Set(subjectIds);
  const recipients = recipientsAmong(clause, [...within, ...after], key, [...actors]);
  addPartners(clause, trigger, key, [...within, ...after], actors);
  return {
    actors: [...actors],
    recipients: recipients.filter((one) => !actors.has(one)),
    holder: subject === "holder",
  };
}

/** The first object or prepositional party that the type takes for its recipient. */
function recipientsAmong(
  clause: Clause,
  found: readonly Found[],
  key: Key,
  not: readonly Id<"actor">[],
): readonly Id<"actor">[] {
  const allowed = toRecipient[key].split(" ");
  const fits = found.filter(
    (one) =>
      isNotPlaceOnly(one.party) &&
      (one.preposition === null ? !objectIsOwn.has(key) : allowed.includes(one.preposition)),
  );
  for (const one of fits) {
    const ids = idsOf(clause, one.party).filter((id) => !not.includes(id));
    if (ids.length > 0) return ids;
  }
  return [];
}

/** Nouns of training, which is joint as soon as somebody takes part in it. */
export const isExercise = (trigger: Trigger): boolean =>
  /\b(?:drill|exercise|man(?:oeuvre|euver)|war ?game)$/.test(trigger.row.trigger);

/** "joint drills with Y", "between X and Y": all take part. */
function addPartners(
  clause: Clause,
  trigger: Trigger,
  key: Key,
  after: readonly Found[],
  actors: Set<Id<"actor">>,
): void {
  const first = Math.max(0, trigger.words[0]! - 6);
  const isJoint =
    isExercise(trigger) ||
    clause.words
      .slice(first, trigger.words.at(-1)! + 1)
      .some((word) => word.lower === "joint" || word.lower === "jointly" || word.lower === "together");
  for (const one of after) {
    const partner =
      (one.preposition === "between" && trigger.row.mode !== "third-party") ||
      (one.preposition === "with" && isJoint && (key === "COOPERATE" || key === "MOBILIZE"));
    if (partner) for (const id of idsOf(clause, one.party)) actors.add(id);
  }
}

/** Does a content begin with "its", "their", "our" before the noun at word `first`? Then it is its speaker's. */
const isOwned = (clause: Clause, first: number, window: Window): boolean =>
  window.from > 0 && first - window.from < 4 && /^(?:its|their|his|her|our|my)$/.test(clause.words[window.from]!.lower);

function nounRoles(clause: Clause, trigger: Trigger, window: Window): Roles {
  const key: Key = trigger.row.type ?? "none";
  const first = trigger.words[0]!;
  const last = trigger.words.at(-1)!;
  const after = partiesAfter(clause, last + 1, window);
  const actors = new Set<Id<"actor">>();
  const recipients: Id<"actor">[] = [];
  const ofParty = after.find((one) => one.preposition === "of" && one.at === last + 1);
  const ofActs =
    ofParty !== undefined && (ofIsActor.has(key) || (key === "RETREAT" && trigger.row.mode === "withdraw"));
  const owner = possessorOf(clause, first, window);
  const agent =
    after.find((one) => one.preposition === "by") ??
    after.find((one) => one.preposition === "from" && fromIsActor.has(key));
  if (agent !== undefined) for (const id of idsOf(clause, agent.party)) actors.add(id);
  else if (ofActs) for (const id of idsOf(clause, ofParty.party)) actors.add(id);
  if (owner !== null && actors.size === 0) for (const id of idsOf(clause, owner)) actors.add(id);
  let subject: Subject = null;
  let throughHost = false;
  if (actors.size === 0) {
    const host = lightHost(clause.words, first, window.from);
    const governor = host === null ? nounGovernor(clause.words, first, window.from) : null;
    if (governor !== null && sufferers.has(governor.lemma)) {
      const sufferer = subjectOf(clause, predicateAt(clause.words, governor.at, governor.forms), window);
      if (sufferer !== null && sufferer !== "holder") recipients.push(...idsOf(clause, sufferer));
    }
    if (host !== null) {
      const predicate = predicateAt(clause.words, host.at, host.forms);
      subject = subjectOf(clause, predicate, window);
      throughHost = true;
      if (subject !== null && subject !== "holder" && !predicate.passive)
        for (const id of idsOf(clause, subject)) actors.add(id);
    }
  } else if (owner !== null && agent !== undefined && !isPossessive(clause.words, owner)) {
    recipients.push(...idsOf(clause, owner));
  }
  const alone = actors.size === 0;
  addPartners(clause, trigger, key, after, actors);
  // "sent troops for joint drills with Y": whoever the sentence is about takes part too.
  const host = alone && actors.size > 0 && !throughHost ? nearestParty(clause, first - 1, window) : null;
  if (host !== null && host !== "holder") for (const id of idsOf(clause, host)) actors.add(id);
  const rest = after.filter((one) => one !== agent && !(ofActs && one === ofParty) && one.preposition !== null);
  for (const id of recipientsAmong(clause, rest, key, [...actors])) if (!actors.has(id)) recipients.push(id);
  return {
    actors: [...actors],
    recipients: [...new Set(recipients)],
    holder: (throughHost && subject === "holder") || (actors.size === 0 && isOwned(clause, first, window)),
  };
}

/** Verbs whose subject is at the receiving end of the deed: "faced accusations". */
export const sufferers = new Set(["face", "suffer", "receive", "undergo", "endure", "sustain"]);

/** Types whose nouns take their actor after "from": "criticism from Warsaw". */
const fromIsActor: ReadonlySet<Key> = new Set(["ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "AID", "REJECT", "CONCEDE"]);
