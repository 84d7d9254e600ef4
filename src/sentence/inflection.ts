/** Past tense and past participle of irregular verbs that news uses for saying and doing; both the same where one is given. */
const irregular: Readonly<Record<string, readonly [past: string, participle?: string]>> = {
  arise: ["arose", "arisen"],
  awake: ["awoke", "awoken"],
  be: ["was", "been"],
  bear: ["bore", "borne"],
  beat: ["beat", "beaten"],
  become: ["became", "become"],
  begin: ["began", "begun"],
  bend: ["bent"],
  bet: ["bet"],
  bid: ["bid"],
  bind: ["bound"],
  bite: ["bit", "bitten"],
  bleed: ["bled"],
  blow: ["blew", "blown"],
  break: ["broke", "broken"],
  breed: ["bred"],
  bring: ["brought"],
  broadcast: ["broadcast"],
  build: ["built"],
  burn: ["burned"],
  burst: ["burst"],
  buy: ["bought"],
  cast: ["cast"],
  catch: ["caught"],
  choose: ["chose", "chosen"],
  cling: ["clung"],
  come: ["came", "come"],
  cost: ["cost"],
  creep: ["crept"],
  cut: ["cut"],
  deal: ["dealt"],
  dig: ["dug"],
  do: ["did", "done"],
  draw: ["drew", "drawn"],
  drink: ["drank", "drunk"],
  drive: ["drove", "driven"],
  eat: ["ate", "eaten"],
  fall: ["fell", "fallen"],
  feed: ["fed"],
  feel: ["felt"],
  fight: ["fought"],
  find: ["found"],
  flee: ["fled"],
  fly: ["flew", "flown"],
  forbid: ["forbade", "forbidden"],
  foresee: ["foresaw", "foreseen"],
  foretell: ["foretold"],
  forget: ["forgot", "forgotten"],
  forgive: ["forgave", "forgiven"],
  freeze: ["froze", "frozen"],
  get: ["got"],
  give: ["gave", "given"],
  go: ["went", "gone"],
  grind: ["ground"],
  grow: ["grew", "grown"],
  hang: ["hung"],
  have: ["had"],
  hear: ["heard"],
  hide: ["hid", "hidden"],
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
  rid: ["rid"],
  ride: ["rode", "ridden"],
  ring: ["rang", "rung"],
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
  shine: ["shone"],
  shoot: ["shot"],
  show: ["showed", "shown"],
  shrink: ["shrank", "shrunk"],
  shut: ["shut"],
  sing: ["sang", "sung"],
  sink: ["sank", "sunk"],
  sit: ["sat"],
  sleep: ["slept"],
  slide: ["slid"],
  speak: ["spoke", "spoken"],
  spend: ["spent"],
  spin: ["spun"],
  spit: ["spat"],
  split: ["split"],
  spread: ["spread"],
  spring: ["sprang", "sprung"],
  stand: ["stood"],
  steal: ["stole", "stolen"],
  stick: ["stuck"],
  sting: ["stung"],
  strike: ["struck"],
  strive: ["strove", "striven"],
  swear: ["swore", "sworn"],
  sweep: ["swept"],
  swell: ["swelled", "swollen"],
  swim: ["swam", "swum"],
  swing: ["swung"],
  take: ["took", "taken"],
  teach: ["taught"],
  tear: ["tore", "torn"],
  tell: ["told"],
  think: ["thought"],
  throw: ["threw", "thrown"],
  thrust: ["thrust"],
  undergo: ["underwent", "undergone"],
  understand: ["understood"],
  undertake: ["undertook", "undertaken"],
  uphold: ["upheld"],
  upset: ["upset"],
  wake: ["woke", "woken"],
  wear: ["wore", "worn"],
  weep: ["wept"],
  win: ["won"],
  withdraw: ["withdrew", "withdrawn"],
  withhold: ["withheld"],
  write: ["wrote", "written"],
};

/** Prefixes under which an irregular verb stays irregular: "overrun", "mislead", "withstand". */
const prefixed = /^(?:over|out|under|mis|with|fore|up|re|un|inter)(?=[a-z]{2})/;

/** Past and participle of an irregular verb, or of one with a prefix; undefined for a regular one. */
function irregularForms(lemma: string): readonly [past: string, participle?: string] | undefined {
  if (Object.hasOwn(irregular, lemma)) return irregular[lemma];
  const prefix = lemma === "relay" ? undefined : prefixed.exec(lemma)?.[0];
  if (prefix === undefined || !Object.hasOwn(irregular, lemma.slice(prefix.length))) return undefined;
  const [past, participle] = irregular[lemma.slice(prefix.length)]!;
  return participle === undefined ? [prefix + past] : [prefix + past, prefix + participle];
}

/** Past tenses of the irregular verbs that differ from their base: "brought", "fell"; not "cut", "read". */
export const irregularPasts: ReadonlySet<string> = new Set(
  Object.entries(irregular)
    .filter(([base, [past]]) => past !== base)
    .map(([, [past]]) => past),
);

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
  const root = lemma.replace(prefixed, "");
  const bare = Object.hasOwn(irregular, root) ? root : lemma;
  return /^(?:qu|[^aeiou])*[aeiou][bdgklmnprt]$/.test(bare);
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
  const stem = /[aeiou]c$/.test(lemma) ? `${lemma}k` : doubled(lemma) ? lemma + lemma.at(-1) : lemma;
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
  const [past, participle] = irregularForms(lemma) ?? [regular];
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
  if (plural.endsWith("men") && !/(?:specimen|regimen|acumen|abdomen)$/.test(plural))
    return `${plural.slice(0, -3)}man`;
  if (/[^aeiou]ies$/.test(plural) && plural.length > 4) return `${plural.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(plural)) return plural.slice(0, -2);
  if (/(?:ss|us|is)$/.test(plural) || !plural.endsWith("s") || plural.length < 4) return plural;
  return plural.slice(0, -1);
}
