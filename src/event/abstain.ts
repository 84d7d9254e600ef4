import { nounForms, verbForms } from "../sentence/inflection.ts";
import type { Word } from "./word.ts";

/** Words beside a trigger that make it something else: "heart attack", "strike a deal", "trade war". */
interface Void {
  /** Directly before the trigger. */
  readonly before?: string;
  /** Within the four words after it. */
  readonly after?: string;
}

const list: Readonly<Record<string, Void>> = {
  aid: { before: "hearing legal band first visual", after: "kit" },
  arm: { before: "left right broken" },
  arrest: { before: "cardiac" },
  attack: {
    before: "heart panic asthma verbal personal",
    after: "record reputation character ads problem problems issue task stain stains root causes",
  },
  back: {
    before:
      "came come go went turn turned sent send bring brought pull pulled push pushed fight hit look scaling scaled scale rolled rolling roll drew held hold striking struck",
  },
  battle: {
    before: "legal court title cancer bidding ratings custody",
    after: "cancer inflation climate disease wildfires",
  },
  beat: { after: "champion champions rivals team expectations record forecasts title final" },
  beating: { after: "heart" },
  blast: { before: "full" },
  bomb: { after: "cyclone office" },
  call: { before: "phone telephone conference video roll wake-up" },
  campaign: { before: "election advertising" },
  capture: { after: "imagination attention carbon footage moment photo video" },
  charge: { after: "fee fees price prices battery extra $ € £ customers" },
  clash: { before: "scheduling colour style culture" },
  conflict: { after: "interest" },
  control: { before: "birth quality remote gun air-traffic arms pest" },
  crash: { before: "market stock software system economic" },
  defend: { after: "title championship thesis crown doctorate" },
  die: { after: "down" },
  drill: { before: "oil gas fire test dental power", after: "well wells oil gas hole holes rig" },
  exercise: {
    before: "daily regular academic public-relations",
    after: "rights control caution influence restraint bike options",
  },
  fight: {
    after:
      "corruption inflation cancer climate covid pandemic disease crime poverty fire fires wildfires virus obesity relegation",
  },
  fire: { after: "minister official officials employee employees worker workers staff coach manager ceo chief" },
  free: { after: "trade market press speech agent charge rein will" },
  hit: { after: "record high low theaters cinemas charts market prices economy growth" },
  invasion: { after: "privacy species pitch" },
  kill: { after: "bill bills time amendment legislation deal motion" },
  march: { before: "in last since until by this early late mid", after: "1 2 3 4 5 6 7 8 9" },
  meet: {
    after:
      "commitment commitments pledge pledges promise promises quota cost costs needs target targets deadline deadlines demand demands criteria requirements obligations standards expectations challenge challenges conditions goal goals",
  },
  offensive: { before: "charm" },
  offer: { before: "special", after: "discount prices" },
  order: { before: "in public law and court world working short back mail", after: "food" },
  ask: { after: "reporters journalists whether why how what about question questions" },
  deny: { before: "or" },
  decline: { after: "comment elaborate" },
  refuse: { after: "comment" },
  protest: { after: "vote" },
  question: { before: "the in a" },
  rally: { before: "stock market price shares dollar oil gold bond", after: "cars percent driver stocks" },
  raid: { after: "fridge" },
  receive: { after: "award prize medal" },
  reject: { after: "transplant" },
  release: {
    before: "press news",
    after:
      "statement report video album film data book figures results single findings details document documents footage song trailer photo photos names audit version product software study",
  },
  retreat: { before: "weekend yoga spiritual company", after: "center centre" },
  return: { after: "form profit serve" },
  sanction: { after: "event tournament" },
  shoot: { before: "photo film", after: "film scene goal penalty photos video" },
  shooting: { before: "film photo", after: "star guard percentage range" },
  seize: { after: "opportunity moment chance initiative day" },
  siege: { before: "mentality" },
  sign: { after: "striker midfielder defender goalkeeper forward player star" },
  storm: { before: "tropical winter snow dust ice", after: "season surge" },
  strike: { before: "three lightning", after: "deal balance chord gold bargain partnership" },
  support: { before: "life technical customer", after: "prices group" },
  surrender: { after: "ticket" },
  talk: { before: "ted small pep" },
  target: { after: "audience customers" },
  threat: { after: "response perception level assessment landscape" },
  tour: { before: "concert album world stadium", after: "dates album guide" },
  try: { after: "scorer" },
  violence: { before: "domestic gun" },
  visit: { after: "website page site museum store doctor" },
  war: {
    before: "trade price bidding culture legal star turf propaganda media tariff currency word",
    after: "words drugs poverty crime cancer terror terrorism coverage memorial museum hero film movie",
  },
  withdraw: { after: "money cash candidacy bid application tournament race product savings nomination" },
};

const words = (text: string | undefined): ReadonlySet<string> =>
  new Set((text ?? "").split(" ").flatMap((word) => [word, ...nounForms(word)]));

interface Rule {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}
const rules = new Map<string, Rule>(
  Object.entries(list).map(([lemma, one]) => [lemma, { before: words(one.before), after: words(one.after) }]),
);
const printed = new Map<string, Rule>(
  [...rules].flatMap(([lemma, rule]) => Object.values(verbForms(lemma)).map((form) => [form, rule] as const)),
);

/** Is the trigger `lemma` at words `first` to `last` something else here, by the words beside it? */
export function isVoid(lemma: string, sentence: readonly Word[], first: number, last: number): boolean {
  if (lemma === "threat" && isPredicative(sentence, first)) return true;
  const rule = rules.get(lemma);
  return rule !== undefined && breaks(rule, sentence, first, last);
}

/** The same for a verb as printed, where no trigger was looked up: the cue of an attribution. */
export function isVoidAt(sentence: readonly Word[], at: number): boolean {
  const rule = printed.get(sentence[at]!.lower);
  return rule !== undefined && breaks(rule, sentence, at, at);
}

function breaks(rule: Rule, sentence: readonly Word[], first: number, last: number): boolean {
  if (rule.before.has(sentence[first - 1]?.lower ?? "\0")) return true;
  for (let at = last + 1; at <= last + 4 && at < sentence.length; at++)
    if (rule.after.has(sentence[at]!.lower)) return true;
  return false;
}

/** "is a threat", "becoming a direct threat": a description, nobody threatened. */
function isPredicative(sentence: readonly Word[], first: number): boolean {
  for (let at = first - 1; at >= 0 && at > first - 5; at--) {
    if (/^(?:is|are|was|were|be|been|being|becom\w*|became|pos\w+|as)$/.test(sentence[at]!.lower)) return true;
    if (!/^(?:a|an|the|no|not|direct|real|serious|grave|major|security|growing|n't)$/.test(sentence[at]!.lower))
      return false;
  }
  return false;
}
