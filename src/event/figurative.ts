import { type EventType, eventTypes } from "../model/event.ts";
import { isMishapNoun } from "./cause.ts";
import type { Clause } from "./clause.ts";
import { lightHost } from "./governor.ts";
import { type NounClass, nounClassAt } from "./noun-class.ts";
import { subjectOf } from "./subject.ts";
import { caseOf, childOf, conjunctsOf, isVerb, listHead } from "./tree.ts";
import type { Trigger } from "./trigger.ts";
import type { Word } from "./word.ts";

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const classesOf = (list: string): ReadonlySet<NounClass> => new Set(list.split(" ") as NounClass[]);

/** Things that nobody deals with in politics; a verb done to one is the everyday one ("ordered the soup", "endorsed the cheque"). */
const things = "animal artifact body food object phenomenon plant shape substance time feeling";
/** What a deed of each type is never done to. Buildings, cargo and ground are seized, shelled and patrolled; nobody negotiates with one. */
const neverObject: Readonly<Partial<Record<EventType, ReadonlySet<NounClass>>>> = {
  AGREE: classesOf("plant animal body"),
  CONSULT: classesOf(`${things} communication cognition`),
  SUPPORT: classesOf(things),
  CONCEDE: classesOf("animal artifact body food plant substance shape"),
  COOPERATE: classesOf("animal body plant shape"),
  AID: classesOf("animal body plant shape cognition"),
  RETREAT: classesOf("artifact communication plant substance food shape"),
  REQUEST: classesOf("artifact animal body food plant shape time"),
  ACCUSE: classesOf("animal artifact body food plant shape substance phenomenon"),
  REJECT: classesOf("animal artifact body food plant shape substance"),
  THREATEN: classesOf("animal plant food body shape"),
  PROTEST: classesOf("food time animal body"),
  SANCTION: classesOf("food animal plant"),
  MOBILIZE: classesOf("food animal body plant shape time"),
  COERCE: classesOf("time feeling shape cognition"),
  ASSAULT: classesOf("animal plant food substance time feeling shape cognition communication"),
};
/** Types that a verb of harm has: fire and flood do it too, and what was meant is for `typeByCause` to tell. */
const harmful: ReadonlySet<EventType | null> = new Set(["ASSAULT", null]);
/** What may stand for its makers as the subject of a verb: a building, a plan, a text. */
const mayStandFor = classesOf("cognition time");

/**
 * Words of fields that have their own use for the words of conflict: sport, the arts, trade, science, health, the household, ages past. One of them
 * in a sentence where nobody of politics or arms stands makes its deeds those of the field.
 */
const fields = setOf(
  [
    "bowling tennis cricket hockey chess badminton rugby golf referee striker midfielder goalkeeper defender pitch whistle lap peloton grandmaster rook bishop athletics sprinter marathon scorer penalty batsman bowler innings wicket boxer boxing wrestler rower rowing skier cyclist racket dribble crossbar dugout frame tournament playoff quarterback golfer jockey",
    "album novel opera sonata cello violin choir orchestra ballet sitcom stanza premiere band singer song poem poet painter sculptor tenor soprano guitarist drummer chorus encore screenplay actor actress comedy musical theatre cinema gallery museum exhibition fiction memoir sequel episode trilogy puppet costume makeup fashion",
    "dividend yield option warrant bond discount coupon retailer bakery supermarket shopper brand customer ticket sale bargain",
    "enzyme protein neuron theorem algorithm molecule electron nitrogen oxygen particle bacterium microbe software browser keyboard smartphone server pixel sensor compiler grammar verb noun antonym synonym syllable spelling geometry triangle species fossil telescope fungus aphid larva ecosystem",
    "tablet symptom allergy asthma pollen pharmacist dose nicotine dentist physiotherapist therapist graft enamel migraine knee stomach nausea artery skin diet vitamin insulin",
    "recipe oven kettle garden gardener gardening lawn mower sofa toaster dishwasher kitchen geranium puppy kitten wedding bride groom birthday picnic crossword lily loaf cake jam soup cheese butter lemon breakfast lunch",
    "tide frost drizzle thunderstorm forecast snowbank blizzard sunshine humidity",
    "investor share stock broker mortgage trader brewer currency portfolio startup",
    "gene dna chromosome tissue lung liver kidney surgeon doctorate laboratory atom planet comet galaxy",
    "chef waiter restaurant menu dish baker cook barista tea coffee beer wine",
    "coach winger team league match player fan cup stadium champion championship trophy rower skipper umpire",
    "violinist pianist guitarist cellist organist conductor grandmother grandfather granny aunt uncle niece nephew scarf app advert emoji",
    "thriller bestseller novelist author sculpture concert rehearsal playlist podcast",
    "yoghurt yogurt biscuit kettle soufflé aquarium greenhouse quilt candle slipper bath bathtub toy puzzle laptop printer gadget appliance shampoo perfume carpet wallpaper curtain",
    "chess hymn cousin diner toddler grandson granddaughter choir dancer dance ballroom circus clown magician comedian cartoon",
    "medieval antiquity stone-age stone feudal knight pharaoh viking gladiator troubadour",
  ].join(" "),
);
/** Whoever has one of these in a sentence may be at war, whatever else stands there. */
const arms = setOf(
  "barricade blockade import embargo bomb shell missile rocket drone gun grenade mortar army soldier police policeman militia rebel sniper raid warplane airstrike artillery gunman gunner terrorist militant mine weapon explosive protester demonstrator border embassy envoy minister ministry president government parliament court prison war ceasefire truce sanction security frigate warship fleet navy garrison battalion brigade insurgent guerrilla governor mayor general colonel admiral diplomat ambassador spokesman spokeswoman delegation negotiator mediator refugee migrant hostage commander council committee assembly commission cabinet senate bloc prosecutor judge shelling bombing invasion airstrikes union monitor violence chairman chairwoman director bishop archbishop pope priest imam election airspace kidnapper commander officer deputy opposition junta regime military",
);
/** Nouns about words. */
const aboutWords = /^(?:word|antonym|synonym|noun|verb|term|expression|idiom|anagram|rhyme|spelling|pun|palindrome)$/;
const bodies = new Set(["state", "government", "ministry", "military", "alliance", "organization", "media"]);

/** Bodies of trade, sport and the arts: where one of them is all that acts, a field's word tells what it does. */
const ofTrade =
  /^(?:company|firm|retailer|club|museum|gallery|band|magazine|team|brand|bakery|shop|startup|brewer|label|studio|orchestra|choir)$/;

/** "Troops of baboons". */
const isAnimal = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).some((_, at) => nounClassAt(words, from + at) === "animal");

/** Does somebody of politics or arms stand in the sentence: a state, a body, a person by name, a group that acts? */
const hasParticipant = ({ words, parties }: Clause, own: readonly number[]): boolean =>
  parties.some(
    ({ actor, from, to }) =>
      (bodies.has(actor.kind) || actor.public === true) &&
      !isAnimal(words, from, to) &&
      !/^(?:it|its|they|them|their)$/.test(words[from]!.lower) &&
      words[to - 1]!.lemma !== "body" &&
      !ofTrade.test(words[to - 1]!.lemma),
  ) || words.some((word, at) => !own.includes(at) && arms.has(word.lemma));

/** "kings of that age", "in those days": what people used to do, and nobody in particular. */
const isOfAges = (words: readonly Word[]): boolean =>
  words.some(
    ({ lower }, at) =>
      /^(?:age|era|days|times|centuries)$/.test(lower) &&
      /^(?:that|those)$/.test(words[at - 1]?.lower ?? "") &&
      /^(?:of|in)$/.test(words[at - 2]?.lower ?? ""),
  );

/** Is the sentence of a field of its own, with nobody of politics in it? */
const isOfField = (clause: Clause, trigger: Trigger): boolean =>
  (isOfAges(clause.words) || !hasParticipant(clause, trigger.words)) &&
  clause.words.some((word, at) => {
    if (
      (fields.has(word.lemma) && !isVerb(word) && clause.words[at + 1]?.glued !== true) ||
      /^yours?$/.test(word.lower)
    )
      return true;
    const noun = nounClassAt(clause.words, at);
    // Food is what is given and what is embargoed.
    if (noun === "food") return trigger.row.type !== "AID" && trigger.row.type !== "SANCTION";
    return noun === "plant" || noun === "animal";
  });

/** Those among the joined nouns at `at` that are no party's and belong to a class of `classes`; all of them must. */
function isAllOf(clause: Clause, at: number, classes: ReadonlySet<NounClass> | null): boolean {
  const { words, parties } = clause;
  return conjunctsOf(words, at).every((one) => {
    if (parties.some((party) => party.from <= one && one < party.to)) return false;
    const noun = nounClassAt(words, one);
    return noun !== null && (classes === null || classes.has(noun));
  });
}

/** Can the noun at `at` do nothing: no party, nothing that acts or stands for somebody? */
const isInert = (clause: Clause, at: number, trigger: Trigger): boolean =>
  isAllOf(clause, at, null) &&
  !isAllOf(clause, at, mayStandFor) &&
  !(harmful.has(trigger.row.type) && isMishapNoun(clause.words[at]!)) &&
  !clause.words[at]!.children.some(
    (child) => clause.words[child]!.label === "nmod:poss" && clause.words[child]!.upos === "PROPN",
  );

const object = /^(?:obj|iobj)$/;
/** What is ordered from those who make it. */
const wares =
  /^(?:tank|jet|plane|aircraft|howitzer|helicopter|ship|frigate|vehicle|missile|drone|ammunition|uniform|vaccine)$/;

/** Is somebody killed, shot, beaten, wherever it is: "a customer was stabbed"? */
function isHarmed({ words }: Clause, trigger: Trigger): boolean {
  const sufferer = trigger.row.type === "ASSAULT" ? suffererOf(words, trigger) : -1;
  return sufferer >= 0 && /^(?:NOUN|PROPN)$/.test(words[sufferer]!.upos) && nounClassAt(words, sufferer) === null;
}

/** Talk in a sentence that names nobody at all is no talk of politics: "the printer refused to work". */
const isPrivate = (clause: Clause, trigger: Trigger): boolean =>
  trigger.row.type !== null &&
  trigger.predicate !== null &&
  eventTypes[trigger.row.type].class === "verbal" &&
  clause.parties.length === 0 &&
  clause.inner.length === 0 &&
  !hasParticipant(clause, trigger.words) &&
  !clause.words.some((word) => word.xpos.startsWith("NNP") || word.upos === "PRON");

/** The word that suffers the verb of `trigger`: its object, the subject of a passive; -1 where there is none. */
function suffererOf(words: readonly Word[], { predicate, words: own }: Trigger): number {
  if (predicate === null) return -1;
  const subject = predicate.passive ? subjectOf(words, predicate.verb) : null;
  const at = typeof subject === "number" ? subject : childOf(words, predicate.verb, object);
  return own.includes(at) ? -1 : at;
}

function isFigurativeVerb(clause: Clause, trigger: Trigger): boolean {
  const { words } = clause;
  const { verb, passive } = trigger.predicate!;
  const { type } = trigger.row;
  if (!passive && (childOf(words, verb, /^nsubj/) >= 0 || /^(?:acl:relcl|conj|xcomp|amod)$/.test(words[verb]!.label))) {
    const subject = subjectOf(words, verb);
    const isMeant = harmful.has(type) && hasParticipant(clause, trigger.words);
    const others = words[verb]!.children.filter((child) => words[child]!.label === "nsubj");
    if (
      typeof subject === "number" &&
      !trigger.words.includes(subject) &&
      !isMeant &&
      [subject, ...others].every((one) => isInert(clause, one, trigger))
    )
      return true;
  }
  const sufferer = suffererOf(words, trigger);
  // "sabotage was ruled out" is a finding, "ordered tanks" a purchase.
  if (passive && trigger.row.trigger === "rule out") return true;
  if (trigger.row.trigger === "order" && sufferer >= 0 && wares.test(words[sufferer]!.lemma)) return true;
  // Whom or what a state or a body deals with is for it to choose.
  if (hasParticipant(clause, trigger.words)) return false;
  const never = type === null ? undefined : neverObject[type];
  const completed = childOf(words, verb, /^(?:xcomp|ccomp)$/) >= 0;
  if (
    sufferer >= 0 &&
    never !== undefined &&
    !completed &&
    trigger.row.mode !== "visit" &&
    isAllOf(clause, sufferer, never)
  )
    return true;
  // "charged with emotion", "blamed on pollen".
  return (
    type === "ACCUSE" &&
    words[verb]!.children.some(
      (child) =>
        /^(?:with|on)$/.test(caseOf(words, child) ?? "") &&
        isAllOf(clause, child, classesOf("feeling food plant substance phenomenon animal")),
    )
  );
}

function isFigurativeNoun(clause: Clause, trigger: Trigger): boolean {
  const { words } = clause;
  const { type } = trigger.row;
  const quoted = words[trigger.words[0]! - 1];
  if (
    quoted !== undefined &&
    /^["“‘']$/.test(quoted.lower) &&
    aboutWords.test(words[trigger.words[0]! - 2]?.lemma ?? "")
  )
    return true;
  const never = type === null || hasParticipant(clause, trigger.words) ? undefined : neverObject[type];
  const lead = listHead(words, trigger.head);
  const of = words[trigger.head]!.children.find(
    (child) => caseOf(words, child) === "of" && words[child]!.label.startsWith("nmod"),
  );
  if (
    of !== undefined &&
    never !== undefined &&
    isAllOf(clause, of, never) &&
    (type !== "COERCE" || !isAllOf(clause, of, classesOf("time")))
  )
    return true;
  const owner = childOf(words, trigger.head, /^nmod:poss$/);
  if (
    owner >= 0 &&
    isInert(clause, owner, trigger) &&
    words[owner]!.upos === "NOUN" &&
    nounClassAt(words, owner) !== "time"
  )
    return true;
  // "the review is under embargo", "the blog had nine million visits", "sanction is its own antonym".
  const own = childOf(words, lead, /^nsubj$/);
  if (own >= 0 && isInert(clause, own, trigger)) return true;
  const { head, label } = words[lead]!;
  if (head < 0) return false;
  if (label === "nsubj" && aboutWords.test(words[head]!.lemma)) return true;
  if (!isVerb(words[head]) || label !== "obj" || lightHost(words, trigger.head) === null) return false;
  const subject = subjectOf(words, head);
  return typeof subject === "number" && isInert(clause, subject, trigger);
}

/**
 * Is the word of a deed used of something else: by or to what neither acts nor is dealt with ("the drug arrests decay", "ordered the soup"), or in the
 * field of a sport, an art, a trade, with nobody of politics in the sentence?
 */
export const isFigurative = (clause: Clause, trigger: Trigger): boolean =>
  isPrivate(clause, trigger) ||
  (isOfField(clause, trigger) && !isHarmed(clause, trigger)) ||
  (trigger.predicate === null ? isFigurativeNoun(clause, trigger) : isFigurativeVerb(clause, trigger));
