/** Nouns of offices whose holder speaks for a body without being asked as a person. */
const spokes =
  "spokes(?:man|men|woman|women|person|persons|people)|press (?:secretary|officer|attaché)|information officer";

/** Nouns of those at the top of a body. */
const heads =
  "head|chief|boss|director|president|chairman|chairwoman|chairperson|chair|leader|minister|premier|chancellor|secretary|secretary-general|commander|governor|mayor|manager|executive|coordinator|co-ordinator|commissioner|superintendent|prosecutor|speaker|founder|rector|dean|warden|principal|administrator|captain|owner|overseer|king|queen|prince|emir|sultan|bishop|archbishop";

/** Nouns of ranks and forms of address. */
const ranks =
  "general|colonel|major|lieutenant|sergeant|brigadier|admiral|commodore|commander|captain|inspector|marshal|dr|doctor|prof|professor|mr|mrs|ms|sir|dame|lord|lady|hon|rev|father|sister|imam|sheikh|ayatollah|pastor|judge|justice|senator";

/** Other nouns of people, as reports name their sources. */
const people =
  "deputy|adviser|advisor|aide|officer|official|officials|soldier|doctor|nurse|medic|surgeon|physician|paramedic|engineer|lawyer|attorney|solicitor|judge|magistrate|teacher|professor|expert|scientist|analyst|economist|journalist|reporter|correspondent|editor|resident|local|neighbour|neighbor|villager|inhabitant|farmer|herder|fisherman|fisher|driver|cabbie|worker|miner|docker|labourer|student|pupil|survivor|witness|eyewitness|onlooker|passenger|traveller|brother|sister|father|mother|uncle|aunt|cousin|son|daughter|wife|husband|widow|relative|parent|grandmother|grandfather|friend|comrade|colleague|member|senator|lawmaker|legislator|candidate|challenger|activist|campaigner|veteran|colonel|lieutenant|sergeant|envoy|ambassador|consul|diplomat|negotiator|mediator|inspector|investigator|detective|pilot|sailor|seaman|skipper|guard|policeman|policewoman|priest|imam|pastor|monk|nun|prelate|cleric|shopkeeper|trader|merchant|vendor|seller|baker|butcher|pensioner|client|man|woman|boy|girl|people|men|women|protester|demonstrator|striker|refugee|migrant|hostage|prisoner|inmate|exile|elder|representative|organiser|organizer|spokeswoman|volunteer|patient|customer|guest|clerk|technician|mechanic|carpenter|historian|author|writer|singer|footballer|coach|referee|trainer|patron|monitor|observer|critic|source|eyewitness|seismologist|meteorologist|geologist|forecaster|pathologist|coroner|firefighter|fireman|rescuer|diver|mate|crewman|seafarer|fighter|rebel|militant|insurgent|gunman|attacker|suspect|convict|defendant|accused|namesake|predecessor|successor|opponent|rival|heir|nephew|niece|tenant|landlord|dweller|peasant|rancher|shepherd|helper|keeper|caretaker|watchman|messenger|speaker|person|victim|bystander|householder|commuter|youth|teenager|child|baby|master|mistress|authorities|sheriff|whip|congressman|congresswoman|councillor|councilman|councilwoman|strategist|lobbyist|columnist|blogger|pollster|nominee";

/** Nouns of bodies: what a firm, a force, an office or a paper is called. */
const bodies =
  "ministry|ministries|committee|commission|department|directorate|inspectorate|secretariat|presidency|chancellery|army|navy|air force|police|constabulary|gendarmerie|guard|coastguard|service|services|agency|union|company|firm|corporation|subsidiary|command|staff|headquarters|government|cabinet|council|office|bureau|embassy|consulate|alliance|front|party|league|court|tribunal|institute|charity|authority|board|group|movement|association|federation|confederation|syndicate|observatory|hospital|clinic|admiralty|force|forces|military|administration|county|municipality|organisation|organization|bank|channel|station|broadcaster|newspaper|daily|weekly|magazine|website|portal|blog|radio|television|gazette|bulletin|centre|center|fund|foundation|trust|society|watch|mission|parliament|assembly|congress|senate|operator|exporter|importer|supplier|producer|carrier|contractor|manufacturer|maker|builder|utility|airline|shipyard|mine|corps|brigade|regiment|battalion|division|militia|rebels|junta|coalition|opposition|museum|university|academy|school|laboratory|port|network|cooperative|co-operative|consortium|club|church|diocese|registry|treasury|fleet|squadron|patrol|leadership|regime|faction|chapter|branch|campaign|team|press service|press office|side";

const listed = (words: string): ReadonlySet<string> => new Set(words.split("|"));

const spokesNoun: ReadonlySet<string> = new Set(
  ["man", "men", "woman", "women", "person", "persons", "people"].map((end) => `spokes${end}`),
);
const headNoun = listed(heads);
const personNoun: ReadonlySet<string> = new Set([...spokesNoun, ...headNoun, ...listed(ranks), ...listed(people)]);
const bodyNoun = listed(bodies);

/** The alternatives of a pattern for any noun of a person with an office. */
export const officePattern = `${spokes}|${heads}|${ranks}|${people}`;

/** The alternatives of a pattern for any noun of a body. */
export const bodyPattern = bodies;

function singular(word: string): string {
  if (!word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:ch|x|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

const isOf = (nouns: ReadonlySet<string>, word: string): boolean => {
  const lower = word.toLowerCase();
  return nouns.has(lower) || nouns.has(singular(lower));
};

const firmNoun = listed(
  "company|firm|corporation|operator|exporter|importer|supplier|producer|carrier|contractor|manufacturer|maker|builder|utility|airline|owner|subsidiary|compani|corporat|exporter|utiliti|airlin|ovner",
);

/** A noun by which reports call a firm that they have named before; folded nouns too. */
export const isFirmNoun = (word: string): boolean => isOf(firmNoun, word);
export const isSpokesNoun = (word: string): boolean => isOf(spokesNoun, word);
export const isHeadNoun = (word: string): boolean => isOf(headNoun, word);
const inMan = /^(?!human|german|roman|ottoman|norman|talisman)[\p{Ll}-]{3,20}(?:wo)?m[ae]n$/u;
const notInMen = /^(?:specimen|regimen|acumen|abdomen|stamen|yemen)$/;
export const isPersonNoun = (word: string): boolean =>
  isOf(personNoun, word) || (inMan.test(word) && !notInMen.test(word));
export const isBodyNoun = (word: string): boolean => isOf(bodyNoun, word);

const forceLike = listed(
  "guard|observer|monitor|worker|lawyer|doctor|farmer|fisher|miner|teacher|volunteer|coach|mother|veteran|trader|driver|engineer|journalist|reporter|student|rescuer|fighter",
);

/** Is it a body named after those who are in it: "the Coast Guard", "Free Lawyers", and no person? */
export const isNamedAfter = (phrase: string): boolean => {
  if (
    /(?:^|[^\p{L}])(?:coast|border|national|presidential|republican|revolutionary|home|civil) guards?$/iu.test(phrase)
  )
    return true;
  const words = phrase.replace(/^(?:the|an?) /i, "").split(" ");
  const last = words.at(-1)!;
  return (
    words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word) && !/['’]s?$/.test(word)) && isOf(forceLike, last)
  );
};

/** A noun phrase up to what is hung behind its head: "neighbours" of "neighbours of the embassy, who". */
export const coreOf = (phrase: string): string =>
  phrase
    .split(
      /[,;:(]| (?:of|in|for|at|on|from|near|with|under|over|by|to|who|whom|whose|which|that|around|about|behind|close|outside|inside|along) /,
    )[0]!
    .trim();

/** The last word of a noun phrase's core, in lower case: "minister" of "Sofia's interior minister". */
export const headOf = (phrase: string): string =>
  coreOf(phrase)
    .split(" ")
    .at(-1)!
    .replace(/['’]s?$/u, "")
    .toLowerCase();
