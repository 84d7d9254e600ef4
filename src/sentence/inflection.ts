/** Past tense and past participle of irregular verbs that news uses for saying and doing; both the same where one is given. */
const irregular: Readonly<Record<string, readonly [past: string, participle?: string]>> = {
  be: ["was", "been"],
  beat: ["beat", "beaten"],
  become: ["became", "become"],
  begin: ["began", "begun"],
  bear: ["bore", "borne"],
  bid: ["bid"],
  blow: ["blew", "blown"],
  break: ["broke", "broken"],
  bring: ["brought"],
  broadcast: ["broadcast"],
  build: ["built"],
  burn: ["burned"],
  buy: ["bought"],
  cast: ["cast"],
  catch: ["caught"],
  choose: ["chose", "chosen"],
  come: ["came", "come"],
  cut: ["cut"],
  deal: ["dealt"],
  draw: ["drew", "drawn"],
  drive: ["drove", "driven"],
  fall: ["fell", "fallen"],
  feel: ["felt"],
  fight: ["fought"],
  find: ["found"],
  flee: ["fled"],
  fly: ["flew", "flown"],
  forbid: ["forbade", "forbidden"],
  foresee: ["foresaw", "foreseen"],
  foretell: ["foretold"],
  get: ["got"],
  give: ["gave", "given"],
  go: ["went", "gone"],
  grow: ["grew", "grown"],
  have: ["had"],
  hear: ["heard"],
  hit: ["hit"],
  hold: ["held"],
  hurt: ["hurt"],
  keep: ["kept"],
  know: ["knew", "known"],
  lay: ["laid"],
  lead: ["led"],
  leave: ["left"],
  lend: ["lent"],
  let: ["let"],
  lose: ["lost"],
  make: ["made"],
  mean: ["meant"],
  meet: ["met"],
  mistake: ["mistook", "mistaken"],
  overthrow: ["overthrew", "overthrown"],
  pay: ["paid"],
  put: ["put"],
  quit: ["quit"],
  read: ["read"],
  rebuild: ["rebuilt"],
  retake: ["retook", "retaken"],
  ride: ["rode", "ridden"],
  rise: ["rose", "risen"],
  run: ["ran", "run"],
  say: ["said"],
  see: ["saw", "seen"],
  seek: ["sought"],
  sell: ["sold"],
  send: ["sent"],
  set: ["set"],
  shake: ["shook", "shaken"],
  shed: ["shed"],
  shoot: ["shot"],
  show: ["showed", "shown"],
  shut: ["shut"],
  sing: ["sang", "sung"],
  sink: ["sank", "sunk"],
  speak: ["spoke", "spoken"],
  spend: ["spent"],
  split: ["split"],
  spread: ["spread"],
  stand: ["stood"],
  steal: ["stole", "stolen"],
  strike: ["struck"],
  strive: ["strove", "striven"],
  swear: ["swore", "sworn"],
  take: ["took", "taken"],
  teach: ["taught"],
  tear: ["tore", "torn"],
  tell: ["told"],
  think: ["thought"],
  throw: ["threw", "thrown"],
  undergo: ["underwent", "undergone"],
  understand: ["understood"],
  undertake: ["undertook", "undertaken"],
  uphold: ["upheld"],
  wear: ["wore", "worn"],
  win: ["won"],
  withdraw: ["withdrew", "withdrawn"],
  withhold: ["withheld"],
  write: ["wrote", "written"],
};

/** Verbs of more than one syllable, stressed on the last, that double their last letter. */
const doubling = new Set(
  "admit abhor allot begin commit compel concur confer control defer deter dispel emit equip expel forbid forget incur infer occur omit patrol permit prefer propel rebel rebut recur refer regret repel submit transfer transmit upset".split(
    " ",
  ),
);

/** Which form of a verb a word is. A word may be several: "said" is past and participle. */
export type VerbForm = "base" | "third" | "past" | "participle" | "gerund";

function doubled(lemma: string): boolean {
  if (doubling.has(lemma)) return true;
  return /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(lemma);
}

/** Forms of an English verb, lower case: base, third person, past, past participle, gerund. */
export function verbForms(lemma: string): Readonly<Record<VerbForm, string>> {
  const third = /(?:s|x|z|ch|sh|o)$/.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : lemma === "have"
        ? "has"
        : lemma === "be"
          ? "is"
          : `${lemma}s`;
  const stem = doubled(lemma) ? lemma + lemma.at(-1) : lemma;
  const regular = lemma.endsWith("e")
    ? `${lemma}d`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ied`
      : `${stem}ed`;
  const gerund = lemma.endsWith("ie")
    ? `${lemma.slice(0, -2)}ying`
    : /[^eoy]e$/.test(lemma) && lemma !== "be"
      ? `${lemma.slice(0, -1)}ing`
      : `${stem}ing`;
  const [past, participle] = irregular[lemma] ?? [regular];
  return { base: lemma, third, past: past, participle: participle ?? past, gerund };
}

/** Singular and plural of an English noun, lower case; the last word inflects. */
export function nounForms(lemma: string): readonly [singular: string, plural: string] {
  if (/(?:man)$/.test(lemma) && lemma !== "german" && lemma !== "human") return [lemma, `${lemma.slice(0, -3)}men`];
  if (/(?:s|x|z|ch|sh)$/.test(lemma)) return [lemma, lemma.endsWith("is") ? `${lemma.slice(0, -2)}es` : `${lemma}es`];
  if (/[^aeiou]y$/.test(lemma)) return [lemma, `${lemma.slice(0, -1)}ies`];
  return [lemma, `${lemma}s`];
}

/** Plurals whose singular no rule gives. */
const irregularPlurals: Readonly<Record<string, string>> = {
  children: "child",
  feet: "foot",
  lives: "life",
  wives: "wife",
  knives: "knife",
  thieves: "thief",
  wolves: "wolf",
  halves: "half",
  movies: "movie",
  people: "person",
  teeth: "tooth",
  crises: "crisis",
  bases: "base",
  buses: "bus",
  gases: "gas",
  viruses: "virus",
  statuses: "status",
  campuses: "campus",
  heroes: "hero",
  vetoes: "veto",
  embargoes: "embargo",
  torpedoes: "torpedo",
  series: "series",
  species: "species",
  barracks: "barracks",
  headquarters: "headquarters",
  drones: "drone",
  axes: "axe",
  zombies: "zombie",
  rookies: "rookie",
  calories: "calorie",
  aircraft: "aircraft",
};

/** Singular of an English noun, lower case; a word that is no plural comes back as it is. "people" is "person". */
export function singularOf(plural: string): string {
  if (Object.hasOwn(irregularPlurals, plural)) return irregularPlurals[plural]!;
  if (/[^g]men$|gunmen$/.test(plural) && !/(?:specimen|regimen|acumen|omen)$/.test(plural))
    return `${plural.slice(0, -3)}man`;
  if (/[^aeiou]ies$/.test(plural) && plural.length > 4) return `${plural.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(plural)) return plural.slice(0, -2);
  if (/(?:ss|us|is)$/.test(plural) || !plural.endsWith("s") || plural.length < 4) return plural;
  return plural.slice(0, -1);
}
