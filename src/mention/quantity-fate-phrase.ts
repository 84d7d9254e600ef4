import { type CountedWords, lemmaOf } from "./quantity-tree.ts";

/** Small words between those who are counted and what is said of them: "who have since been", "were also". */
const small =
  "(?:(?:of|them|whom|these|those|who|that|which|have|has|had|were|was|are|is|be|been|being|got|get|also|still|all|later|since|then|reportedly|now|to|not|already|remain|remains|remained|more|others|people|were|feared|believed|thought|said|known|confirmed|left) ){0,5}";
const home =
  "(?:homes?|houses?|villages?|flats?|apartments?|dwellings|towns?|city|country|area|region|neighbou?rhoods?)";
const harm =
  "(?:burns|cuts|bruises|injuries|wounds|fractures|concussion|shock|smoke inhalation|broken \\p{L}{2,12}|head injuries|minor injuries|serious injuries|frostbite|bites)";
const their = "(?:their |his |her |its |the |our )";

/** Behind a participle that is no active verb: it has no object. */
const passive = "(?! (?:the|an?|its|his|her|their|them|it|him|down)(?!\\p{L}))";

/** What a predicate of several words says of its subject, by the word of the record. Read right behind the counted. */
const ofSubject: readonly (readonly [fate: string, pattern: RegExp])[] = (
  [
    [
      "killed",
      `(?:(?:los[et]|g[ai]ve) ${their}li(?:ves|fe)|losing ${their}li(?:ves|fe)|pay with ${their}li(?:ves|fe)|paid with ${their}li(?:ves|fe)|did not survive|didn't survive|succumb(?:ed)?|bled to death|burnt? to death|burned to death|shot dead|gunned down|blown up|lay dead|laid to rest|buried (?:on|in (?:the|a) (?:cemetery|grave|mass))|found (?:dead|hanged))`,
    ],
    [
      "displaced",
      `(?:(?:lo[sz]e|lost|losing|left|leave|leaving|quit|abandon(?:ed|ing)?|driven (?:from|out of)|forced (?:from|out of|to (?:leave|flee|abandon))|ordered (?:out of|to leave)|told to leave|moved (?:out of|from)|turned out of) (?:${their})?(?:\\p{L}{3,14} )?${home}|without (?:a )?(?:homes?|roof|shelter)|(?:take|took|taken|taking|seek|sought|seeking|found) (?:refuge|shelter)|living in (?:tents|camps|shelters)|sheltering|bused out|(?:relocated|rehoused)${passive}|moved to safety|made homeless|on the move|forced out|driven out)`,
    ],
    [
      "wounded",
      `(?:(?:suffer(?:ed|ing|s)?|sustain(?:ed|ing|s)?|treated for|with) (?:\\p{L}{1,14} ){0,2}${harm}|(?:break|broke|broken|breaking) (?:bones|\\p{L}{2,7} (?:legs?|arms?|ribs?))|treated (?:in|at|for|on)|operated on|(?:taken|rushed|brought|sent|flown|airlifted|admitted) to (?:an? |the )?(?:\\p{L}{2,14} )?(?:hospitals?|clinics?|intensive care)|in (?:a |the )?(?:hospitals?|intensive care|critical condition|serious condition)|shot and wounded|(?:stabbed|burned|burnt|scalded)${passive}|lost (?:an? )?(?:legs?|arms?|limbs?|eyes?|hands?)|needed? (?:stitches|treatment|surgery)|required? (?:stitches|treatment|surgery))`,
    ],
    [
      "detained",
      `(?:taken (?:in(?! \\p{L}{0,12} (?:boat|bus|ambulance))|into custody|away|to (?:a |the )?police)|(?:kept |held )?(?:in (?:police )?custody|behind bars|in (?:jail|prison|detention|pre-trial)|under (?:house )?arrest)|led away|picked up|(?:remanded|recaptured)${passive}|caught by|in handcuffs|charged and held|put in cells)`,
    ],
    [
      "missing",
      `(?:(?:have |has |had )?not (?:yet )?been (?:heard (?:from|of)|seen|found|traced|accounted for|located)|never (?:been )?(?:found|seen again|heard from|came back|returned|traced)|(?:sought|being sought|searched for)|cannot be (?:found|reached|traced)|could not be (?:found|reached|traced)|(?:swept|washed) (?:away|overboard)|lost at sea|lost(?=[.,;]|$)|untraced|not accounted for|failed to return|did not return)`,
    ],
    [
      "rescued",
      `(?:pulled (?:out|alive|from|free|clear|to safety)|dug (?:out|free)|(?:brought|hauled|carried|led|taken|lifted|helped) (?:out alive|to safety|ashore|aboard|off the)|plucked from|winched${passive}|airlifted (?:off|from|to safety)|cut (?:free|out) (?:of|from)|freed from (?:the )?(?:rubble|wreck|debris|mud|mine|ruins|snow|lift)|picked up by (?:a |the )?(?:\\p{L}{2,12} )?(?:boat|ship|trawler|lifeboat|helicopter|coastguard|vessel|freighter)|saved${passive})`,
    ],
    [
      "deployed",
      `(?:at the front|under arms|called up|serving (?:in|at|on)|fighting (?:in|at|on|for|alongside)|stationed|drafted${passive}|on the front line|in uniform)`,
    ],
  ] as const
).map(([fate, source]) => [fate, new RegExp(`^${small}${source}(?![\\p{L}])`, "iu")] as const);

/** Words of a bound, which stand between a verb and the number. */
const bound =
  /(?<!\p{L})(?:at (?:least|most)|(?:no |not )?(?:more|less|fewer) than|up to|as many as|about|some|around|nearly|almost|well|over|an estimated|roughly|close to|just|under|between|another|a further|an additional|a total of)\s$/iu;

/** Words right before the counted that say it of them: "claimed the lives of 12", "treated 22 people". */
const ofObject: readonly (readonly [fate: string, pattern: RegExp])[] = [
  [
    "killed",
    /(?:(?:claim(?:ed|s|ing)?|t(?:ook|ake|akes|aking)|cost(?:ing|s)?|end(?:ed|ing)?) the lives of|put(?:ting)? to death|gun(?:ned|ning) down|shot dead|beat to death|burial of|funerals? (?:of|for)|bod(?:y|ies) of|remains of|corpses? of|(?:among|amongst) the dead (?:were|was|are|is)|(?:the )?dead (?:include|included|including|are|were)|mourn(?:ed|ing|s)?|buried)\s(?:another |a further |an additional |all |the |its |their )?$/i,
  ],
  [
    "wounded",
    /(?:treat(?:ed|s|ing)?|operat(?:ed|es|ing) on|put|sen(?:t|ds|ding)|(?:among|amongst) the (?:wounded|injured) (?:were|was|are|is)|(?:wounded|injured) (?:include|included|including|are|were)|burn(?:ed|ing)|scald(?:ed|ing)|stab(?:bed|bing))\s(?:another |a further |an additional |all |the )?$/i,
  ],
  [
    "detained",
    /(?:pick(?:ed|s|ing)? up|led away|round(?:ed|ing|s)? up|(?:among|amongst) (?:the (?:detained|arrested|detainees)|those (?:detained|arrested|held)) (?:were|was|are|is)|arrests? of|detention of|arrest warrants? for|apprehend(?:ed|ing|s)?|nabb(?:ed|ing)|caught|nab|recaptured|remand(?:ed|ing)|seiz(?:ed|ing))\s(?:another |a further |an additional |all |the )?$/i,
  ],
  [
    "missing",
    /(?:search(?:ed|ing|es)? for|hunt(?:ed|ing)? for|look(?:ed|ing)? for|swe(?:pt|eping) away|washed away|(?:no|without) (?:trace|news|word|sign) of|disappearance of|(?:among|amongst) the missing (?:were|was|are|is))\s(?:another |a further |an additional |all |the )?$/i,
  ],
  [
    "displaced",
    /(?:driv(?:en|ing)|dr(?:ove|ives?)|forc(?:ed|es|ing)|mov(?:ed|es|ing)|relocat(?:ed|es|ing)|rehous(?:ed|es|ing)|shelter(?:ed|s|ing)?|house[ds]?|housing|made|evacuation of|exodus of|displacement of|flight of)\s(?:another |a further |an additional |all |the |more than )?$/i,
  ],
  [
    "rescued",
    /(?:(?:pull|dig|dug|haul|pick|bring|brought|help|cut|lift|carr(?:y|i)|lead|led)(?:ed|led|s|ing|ging)?\s(?:out|free|ashore|off)|rescue of|evacuated from the (?:ship|roof|ferry|boat))\s(?:another |a further |an additional |all |the )?$/i,
  ],
];
/** Words behind the counted without which some verbs before it say nothing of the kind. */
const needed: readonly (readonly [fate: string, before: RegExp, behind: RegExp])[] = [
  ["wounded", /\b(?:put|sen(?:t|ds|ding))\s/i, /^.{0,30}\b(?:in|to|into) (?:an? |the )?(?:hospitals?|intensive care)/i],
  [
    "displaced",
    /\b(?:driv\p{L}{1,3}|dr(?:ove|ives?)|forc\p{L}{1,3}|mov\p{L}{1,3}|made|hous\p{L}{1,3}|house)\s/iu,
    /^.{0,24}\b(?:from|out of|off|to (?:leave|flee|abandon|safety)|homeless|out)\b(?: (?:their |his |the |of )?(?:homes?|houses?|villages?|land|safety|area|city|town|flats))?/i,
  ],
  ["displaced", /\bshelter(?:ed|s|ing)?\s/i, /./],
];

const joined = (words: readonly string[]): string => words.join(" ");

/**
 * What a phrase right beside the counted, the words `from` to `to`, says of them: "lost their lives", "taken to hospital", "claimed the lives of"; null where none does.
 * It reads 12 words on either side at most.
 */
export function phraseFate({ words }: CountedWords, from: number, to: number): string | null {
  const behind = joined(words.slice(to, to + 12));
  let before = `${joined(words.slice(Math.max(0, from - 9), from))} `;
  for (let step = 0; step < 2; step++) before = before.replace(bound, "");
  for (const [fate, pattern] of ofSubject) if (pattern.test(behind)) return fate;
  for (const [fate, pattern] of ofObject) {
    if (!pattern.test(before)) continue;
    const rule = needed.find(([of, verb]) => of === fate && verb.test(before.slice(-24)));
    if (rule === undefined || rule[2].test(behind)) return fate;
  }
  return null;
}

const lists: Readonly<Record<string, string>> = {
  dead: "killed",
  killed: "killed",
  victims: "killed",
  fatalities: "killed",
  wounded: "wounded",
  injured: "wounded",
  missing: "missing",
  detained: "detained",
  detainees: "detained",
  arrested: "detained",
  held: "detained",
  captured: "captured",
  rescued: "rescued",
  displaced: "displaced",
  evacuated: "displaced",
};
/** What the opening of a list says of everybody in it: "Among the dead were a driver and two guards"; null where the number at `from` stands in none. */
export function listFate(sentence: CountedWords, from: number): string | null {
  const { words } = sentence;
  for (let at = from - 1; at > 0 && at > from - 20; at--) {
    const word = words[at]!.toLowerCase();
    if (/^[;:.]$/.test(word)) return null;
    if (!Object.hasOwn(lists, word)) continue;
    const article = words[at - 1]?.toLowerCase() ?? "";
    const opens = /^(?:the|those)$/.test(article) && /^(?:among|amongst)$/i.test(words[at - 2] ?? "");
    const lists_ =
      /^(?:the|those)$/.test(article) && /^(?:include|be)$/.test(lemmaOf(sentence, at + 1)) && at + 2 <= from;
    return opens || (lists_ && lemmaOf(sentence, at + 1) === "include") ? lists[word]! : null;
  }
  return null;
}
