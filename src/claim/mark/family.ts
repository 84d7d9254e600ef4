import { nounForms, verbForms } from "../../sentence/inflection.ts";

const words = (list: string): readonly string[] => list.split(" ");
const verbs = (list: string): readonly string[] => words(list).flatMap((verb) => Object.values(verbForms(verb)));
const nouns = (list: string): readonly string[] => words(list).flatMap((noun) => [...nounForms(noun)]);

const negative = "no little scant few zero";

const lists: Readonly<Record<string, readonly string[]>> = {
  // Handing over what supports a claim, or more of the story.
  give: verbs(
    "give provide offer present produce supply furnish cite adduce show share submit deliver release publish disclose reveal volunteer advance table unveil quote attach append mention point put bring supplement bother",
  ),
  given: words(
    "given provided offered presented produced supplied furnished cited adduced shown shared submitted released published disclosed revealed attached made forthcoming available advanced tabled mentioned",
  ),
  // What supports a claim by its name.
  evidence: [...nouns("evidence proof substantiation corroboration"), ...words("backing evidentiary")],
  // What supports a claim where it is said to be given.
  exhibit: nouns(
    "evidence proof substantiation corroboration document documentation sample result photo photograph picture image footage video recording data record source basis witness intelligence figure support backing exhibit",
  ),
  source: [...nouns("source reference witness origin provenance informant authority"), "sourcing"],
  naming: verbs("name cite identify specify state disclose give quote indicate reveal mention provide"),
  support: verbs("substantiate support back prove evidence underpin document buttress justify corroborate"),
  // More of the story.
  detail: nouns(
    "detail particular specific explanation reason motive elaboration clarification breakdown date timeline timetable timeframe schedule indication name information number figure description location toll account context cause amount deadline word fact",
  ),
  telling: verbs("specify elaborate expand expound clarify detail enlarge amplify"),
  say: verbs(
    "say specify disclose reveal state explain indicate mention tell clarify give identify name spell divulge elucidate",
  ),
  question: words("who whom what when where which why how whether if whose"),
  // Checking.
  verify: verbs("verify confirm corroborate authenticate validate ascertain substantiate check"),
  check: verbs(
    "verify confirm corroborate authenticate validate ascertain substantiate check establish determine assess prove",
  ),
  confirmation: nouns("confirmation verification corroboration authentication"),
  truth: nouns(
    "authenticity veracity accuracy truth truthfulness provenance origin circumstance identity date place time location validity",
  ),
  // Answers.
  comment: verbs("comment respond reply react"),
  answer: verbs("answer return acknowledge take"),
  answered: words("answered returned acknowledged met"),
  unanswered: words("unanswered unreturned unacknowledged"),
  request: nouns(
    "request question query email mail message call letter inquiry enquiry approach text fax invitation contact",
  ),
  talk: verbs("talk speak"),
  press: [...nouns("reporter journalist correspondent newspaper outlet agency"), ...words("press media")],
  // Hearsay.
  held: words("said believed thought reported rumoured rumored understood reckoned known assumed presumed claimed"),
  heard: words("believed thought reported rumoured rumored understood"),
  report: words("reports rumours rumors talk whispers gossip hearsay speculation suggestions"),
  rumour: words("rumours rumors rumour rumor gossip whispers hearsay"),
  circulate: verbs("circulate swirl spread abound persist fly surface emerge mount grow go"),
  suggest: words("say said suggest suggested indicate indicated claim claimed have had speak spoke that"),
  be: words("is are was were be been being 's 're has have had"),
  no: words(negative),
  own: words("own real full true"),
  consent: verbs("agree consent offer volunteer ask insist choose"),
};

/** Families of words that phrases of the lexicon of evidence name with "@": every form, in lower case. */
export const families: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(lists).map(([name, list]) => [name, new Set(list)]),
);
