import { listFate, phraseFate } from "./quantity-fate-phrase.ts";
import { isOfPersons, kindOfNoun } from "./quantity-kind.ts";
import { type CountedWords, dependentsOf, firstOfList, headOf, labelOf, lemmaOf } from "./quantity-tree.ts";

/** Words that tell what became of those who are counted, by the word of the record. Small: what a conflict report counts. */
const fates: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      [
        "killed",
        "killed killing kill kills died die dies dead deaths death dying slain perished perish toll fatalities fatality fatally drowned drown drowning drownings executed massacred massacre murdered murder slay slaughtered assassinated beheaded lynched strangled suffocated electrocuted succumbed succumb lifeless corpses",
      ],
      [
        "wounded",
        "wounded wounding wound injured injuring injure injuries injury hurt maimed hospitalized hospitalised hospitalise hospitalize concussed maim injures wounds",
      ],
      ["casualties", "casualties casualty losses"],
      [
        "detained",
        "detained detaining detain detentions detention arrested arresting arrests arrest jailed imprisoned imprison custody held interned intern rounded bundled hold remanded apprehended apprehend nabbed nab recaptured recapture custody detainees",
      ],
      [
        "deployed",
        "deployed deploying deploy deploys deployment stationed station massed mass amassed amassing sent send sending mobilized mobilised mobilise",
      ],
      [
        "displaced",
        "displaced displacing displace fled flee fleeing flees evacuated evacuating evacuate evacuation evacuations homeless uprooted uproot uprooting relocated relocate rehoused",
      ],
      ["missing", "missing disappeared disappear unaccounted vanished vanish disappearance untraced"],
      ["captured", "captured capturing capture captive hostage hostages prisoner kidnapped abducted abduct kidnap"],
      ["rescued", "rescued rescuing rescue rescues saved save winched winch plucked pluck extricated extricate"],
      ["destroyed", "destroyed destroying destroy"],
      ["damaged", "damaged damaging damage"],
      ["released", "released release freed free releasing freeing exchanged swapped repatriated amnestied"],
    ] as const
  ).flatMap(([fate, list]) => list.split(" ").map((word) => [word, fate] as const)),
);
const fateOf = (word: string): string | null => (Object.hasOwn(fates, word) ? fates[word]! : null);

/** Verbs that mean a prison only where persons are their object: talks are held too. */
const ofPersons = /^(?:held|hold|rounded|bundled)$/;
/** Nouns of persons by their ending, and numbers that stand alone. */
const persons =
  /(?:er|or|ist|ant|ent|ee|man|men|woman|women|person|people|child|children|boy|girl|hostage|captive|pilot|soldier|civilian|rebel|personnel|youth|\d|two|three|four|five|six|seven|eight|nine|ten|teen|ty|dozen|dozens|scores|hundreds|thousands)$/;

/** Verbs whose subject, in the active, is who suffers. */
const suffered = /^(?:die|perish|drown|flee|disappear|vanish|suffer|survive)$/;
/** Verbs that carry a count's fate in a word behind them: "left 12 dead", "took eight prisoner", "pulled ten out". */
const carried: readonly (readonly [verb: RegExp, word: RegExp, fate: string])[] = [
  [/^take$/, /^(?:prisoner|hostage|captive)$/, "captured"],
  [/^take$/, /^(?:in|away)$/, "detained"],
  [/^(?:hold)$/, /^(?:hostage|captive|prisoner)$/, "captured"],
  [
    /^(?:pull|dig|bring|carry|winch|lift|haul|free|cut|pick|help|take|lead)$/,
    /^(?:alive|aboard|safety|ashore|rubble|wreckage|wreck|debris|ruins|snow|mud|water|sea|surface)$/,
    "rescued",
  ],
  [/^(?:pull|dig|bring|carry|winch|lift|haul)$/, /^(?:out|free)$/, "rescued"],
  [/^(?:bring|return|go|send|fly)$/, /^(?:home)$/, "released"],
  [/^(?:drive|force)$/, /^(?:home|homes|out|village|villages)$/, "displaced"],
  [/^operate$/, /^on$/, "wounded"],
];
/** Who dies where things are lost. */
const mortal =
  /(?:man|men|woman|women|soldier|troop|fighter|paratrooper|officer|people|person|child|children|sailor|pilot|civilian|marine|recruit|conscript|guard|worker|life|lives|villager|personnel)$/;
/** Who flees where others only leave. */
const civilian =
  /^(?:famil|resident|villager|civilian|refugee|inhabitant|household|people|person|islander|townspeople)/;
const leaving = /^(?:leave|cross|abandon)$/;

/** Nouns whose "of" names whom it befell: "the killing of 12 people", "a toll of 31". */
const befell = /^(?:nmod|nmod:of)$/;
const participle = /^(?:acl|amod|advcl|xcomp|parataxis)$/;
const deepest = 4;

/** How many words away a fate may stand where no tree tells. */
const reach = 8;

/**
 * What is said of the things counted by the words `from` (first) to `to` (one past the unit) of a sentence, whose head is the token `head`: a word of the table above; null where
 * none is said. What the tree ties to the counted comes first, then the nearest word of the table, the one before of two that are equally near; no word past another number, a comma,
 * a semicolon or a bracket counts.
 */
export function fateAround(sentence: CountedWords, from: number, to: number, head: number): string | null {
  const noun = lemmaOf(sentence, head);
  if (/^(?:body|corpse|death|fatality|drowning|killing|murder)$/.test(noun)) return "killed";
  const named = to > from && head >= from && /^(?:injury|arrest|detention)$/.test(noun);
  if (named) return noun === "injury" ? "wounded" : "detained";
  if (noun === "life") return lifeFate(sentence, from, to);
  const kind = kindOfNoun(noun);
  const isThing = kind !== null && !isOfPersons(noun) && sentence.tokens[head]?.upos === "NOUN";
  const beside = besideFate(sentence, to);
  if (beside !== null) return beside;
  if (isThing) return thingFate(treeFate(sentence, head) ?? nearFate(sentence, from, to));
  if (isWhole(sentence, from)) return adjectiveFate(sentence, head);
  return (
    phraseFate(sentence, from, to) ??
    listFate(sentence, from) ??
    partFate(sentence, from, to) ??
    treeFate(sentence, head) ??
    nearFate(sentence, from, to) ??
    servingFate(sentence, from, to, noun)
  );
}

/** What befalls persons alone is said of things only by a slip of the reading. */
const thingFate = (fate: string | null): string | null =>
  fate !== null && /^(?:killed|wounded|detained|displaced|casualties)$/.test(fate) ? null : fate;

const force =
  /^(?:army|force|unit|garrison|battalion|brigade|regiment|company|platoon|squad|militia|detachment|contingent|column|legion|corps|division|sabotage|commando|navy|guard)s?$/i;

/** "Her unit is down to 25 men", "a 12-strong sabotage team": men who are told by the armed body they belong to. */
function servingFate({ words }: CountedWords, from: number, to: number, noun: string): string | null {
  if (/^strong$/i.test(words[to - 1] ?? ""))
    return words.slice(to, to + 3).some((one) => force.test(one)) ? "serving" : null;
  if (!/^(?:man|woman)$/.test(noun)) return null;
  return words.slice(Math.max(0, from - 8), from).some((one) => force.test(one)) ? "serving" : null;
}

/** "claimed 73 lives", "cost 12 lives"; lives are saved too. */
function lifeFate({ words }: CountedWords, from: number, to: number): string | null {
  const near = [...words.slice(Math.max(0, from - 5), from), ...words.slice(to, to + 4)].join(" ");
  if (/\b(?:sav(?:e|ed|es|ing))\b/i.test(near)) return "rescued";
  return /\b(?:claim|cost|t(?:ook|ake)|los[et]|loss)/i.test(near) ? "killed" : null;
}

/** Is the number at `from` the whole of a part: "two of the six soldiers", "a third of the 90 hostages", "Of the 52 hikers"? */
function isWhole({ words, tokens }: CountedWords, from: number): boolean {
  let at = from - 1;
  if (!/^(?:the|those|these|its|their|our|his|her)$/i.test(words[at] ?? "")) return false;
  at--;
  if (!/^of$/i.test(words[at] ?? "")) return false;
  return (
    at === 0 ||
    /^["“”(,;:]$/.test(words[at - 1]!) ||
    tokens[at - 1]!.upos === "NUM" ||
    /^(?:third|quarter|half|fifth|tenth|most|some|many|few|none|any|several|dozens|all|thirds|quarters|number|percent|cent|%)$/i.test(
      words[at - 1]!,
    )
  );
}

/** What a participle before or behind the noun says: "the six wounded soldiers". */
function adjectiveFate(sentence: CountedWords, head: number): string | null {
  for (const child of dependentsOf(sentence, head, /^(?:amod|acl)$/)) {
    const fate = fateOf(sentence.words[child]!.toLowerCase());
    if (fate !== null && sentence.tokens[child]!.xpos !== "VBG") return fate;
  }
  return null;
}

/** "three dead", "12 wounded", "eleven others wounded". */
const besideFate = ({ words, tokens }: CountedWords, to: number): string | null => {
  const word = words[to]?.toLowerCase() ?? "";
  const isState = /^(?:dead|wounded|injured|hurt|missing|homeless|maimed|killed|detained|arrested|unaccounted)$/.test(
    word,
  );
  return isState && !/^NNS?$/.test(tokens[to + 1]?.xpos ?? "") ? fateOf(word) : null;
};

/** "Freed 39 of the pupils abducted last month": the participle tells of the whole, the verb of the number. */
function partFate(sentence: CountedWords, from: number, to: number): string | null {
  if (!/ of (?:the|its|their|those|these|his|her) /i.test(` ${sentence.words.slice(from, to).join(" ")} `)) return null;
  const [label, above] = [labelOf(sentence, from), headOf(sentence, from)];
  return above >= 0 && above < from && /^(?:obj|nsubj:pass)$/.test(label)
    ? fateOfRelation(sentence, label, above, from)
    : null;
}

function treeFate(sentence: CountedWords, head: number): string | null {
  if (head < 0 || sentence.tokens[head]?.head === null) return null;
  for (const child of dependentsOf(sentence, head, participle)) {
    const fate = fateOf(sentence.words[child]!.toLowerCase());
    if (fate !== null && sentence.tokens[child]!.xpos !== "VBG") return fate;
  }
  let at = head;
  for (let step = 0; step < deepest; step++) {
    const lead = firstOfList(sentence, at);
    const [label, above] = [labelOf(sentence, lead), headOf(sentence, lead)];
    if (above < 0 || sentence.words.slice(Math.min(head, above), Math.max(head, above)).includes(";")) return null;
    const fate = fateOfRelation(sentence, label, above, head);
    if (fate !== null) return fate;
    if (!befell.test(label)) return null;
    at = above;
  }
  return null;
}

/** What a verb or noun says of its dependent with that relation. */
function fateOfRelation(sentence: CountedWords, label: string, above: number, head: number): string | null {
  const lemma = lemmaOf(sentence, above);
  const printed = sentence.words[above]!.toLowerCase();
  if (befell.test(label) || label === "appos") return fateOf(printed) ?? fateOf(lemma);
  if (ofPersons.test(printed) && !persons.test(sentence.words[head]!.toLowerCase().replace(/s$/, ""))) return null;
  const suffers = label === "obj" || label === "nsubj:pass" || label === "obl:agent";
  if (label.startsWith("obl") || suffers || (label === "nsubj" && sentence.tokens[above]!.xpos === "VBN")) {
    const below = [...sentence.children[above]!, ...sentence.children[head]!];
    const deep = [...below, ...below.flatMap((child) => sentence.children[child]!)];
    for (const [verb, word, fate] of carried)
      if (
        verb.test(lemma) &&
        (fate === "rescued" ? deep : below).some((child) => word.test(sentence.words[child]!.toLowerCase()))
      )
        return fate;
  }
  if (suffers) {
    const below = dependentsOf(sentence, above, /^xcomp$/).map((child) => fateOf(sentence.words[child]!.toLowerCase()));
    return (
      below.find((fate) => fate !== null) ??
      (lemma === "lose" && mortal.test(lemmaOf(sentence, head)) ? "killed" : (fateOf(lemma) ?? fateOf(printed)))
    );
  }
  if (label === "nsubj") {
    if (lemma === "move" && sentence.words[above - 2]?.toLowerCase() === "on") return "displaced";
    if (lemma === "fall" && kindOfNoun(lemmaOf(sentence, head)) === "troops") return "killed";
    if (suffered.test(lemma)) return fateOf(lemma);
    if (leaving.test(lemma) && civilian.test(lemmaOf(sentence, head))) return "displaced";
    // "12 people are missing": an adjective has no object.
    if (!(sentence.tokens[above]!.xpos ?? "VB").startsWith("VB") || sentence.tokens[above]!.xpos === "VBN")
      return fateOf(printed);
    return null;
  }
  return null;
}

function nearFate({ words, tokens }: CountedWords, from: number, to: number): string | null {
  for (let distance = 1; distance <= reach; distance++)
    for (const at of [from - distance, to - 1 + distance]) {
      const fate = fateOf(words[at]?.toLowerCase() ?? "");
      if (fate === null || (ofPersons.test(words[at]!.toLowerCase()) && to > from + 1)) continue;
      const between = at < from ? [at + 1, from] : [to, at];
      const apart = words.slice(between[0], between[1]);
      if (
        apart.some(
          (mark) =>
            /^[,;()]$|^(?:while|when|after|before|because|although|though)$/i.test(mark) ||
            (at < from && /^as$/i.test(mark)) ||
            (mark === ":" && to > from + 1),
        ) ||
        tokens.slice(between[0], between[1]).some((one) => one.upos === "NUM")
      )
        continue;
      // With a tree, a verb that has an object of its own is about that one.
      if (
        at > from &&
        tokens[at]!.xpos === "VBD" &&
        tokens[at]!.deprel !== "acl" &&
        words[at] !== "fled" &&
        hasObject(tokens, at)
      )
        continue;
      return fate;
    }
  return null;
}

/** Has the verb at token `verb` an object? */
const hasObject = (tokens: CountedWords["tokens"], verb: number): boolean =>
  tokens.some((one) => one.deprel === "obj" && one.head === verb + 1);

/** Verbs and nouns of help. */
const giving =
  /^(?:pledge|donate|deliver|provide|grant|allocate|earmark|contribute|distribute|supply|give|send|offer|hand|announce|promise|approve|set)$/;
const help =
  /^(?:aid|assistance|relief|humanitarian|donation|grant|help|medicine|medicines|food|grain|flour|blankets|generators|tents|donor|donors|charity|unicef|unhcr)$/i;
/** Units that help comes in. */
const goods =
  /^(?:tonne|ton|kilogram|tent|blanket|generator|parcel|package|kit|meal|dose|sack|box|crate|bed|litre|ration|mattress|stove|pallet|sleeping bag|tarpaulin|bottle|textbook|filter|water filter|wheelchair|incubator|ventilator)$/;

/** Is the thing counted given as help: goods that are given, money "in aid", "a grant of"? */
export function isAid({ words, tokens }: CountedWords, at: number, unit: string | null): boolean {
  if (unit === null) return false;
  const isGoods = goods.test(unit) || kindOfNoun(unit) === "goods";
  if (!isGoods && kindOfNoun(unit) !== "money") return false;
  const near = words.slice(Math.max(0, at - 14), at + 14);
  if (near.some((word) => help.test(word) && !word.toLowerCase().startsWith(unit))) return true;
  return (
    tokens
      .slice(Math.max(0, at - 12), at + 3)
      .some((one) => one.xpos?.startsWith("VB") === true && giving.test(one.lemma?.toLowerCase() ?? "")) &&
    (isGoods || near.some((word) => /^(?:pledged|donated|granted)$/i.test(word)))
  );
}
