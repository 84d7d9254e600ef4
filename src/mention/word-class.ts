/** Closed lists of English that tell names from other words. All keys are as `wordKey` makes them. */
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words that never belong to a name, wherever they stand and however they are written. */
export const functionWords = setOf(`
  a an the this that these those some any each every no all both few many much more most several such other another either neither
  i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose which what
  myself himself herself itself themselves ourselves yourself
  and or but nor so yet for if while when where why how because although though since until unless after before as than once whether
  of in on at to from by with without about against between among amid during into onto through over under above below near off out up down
  across around along behind beside besides beyond despite except inside outside per toward towards upon via within throughout amongst
  is are was were be been being am has have had having do does did will would shall should can could may might must ought
  not never also only just even still already again there here then now thus hence
  yes ok okay oh well if's`);

/** Days, months and times: capitalised, but not names of anybody. */
export const calendarWords = setOf(`
  monday tuesday wednesday thursday friday saturday sunday
  mondays tuesdays wednesdays thursdays fridays saturdays sundays
  january february march april may june july august september october november december
  christmas easter ramadan gmt utc est edt am pm bst cet msk`);

/** Months and days in short: calendar words only before a dot or a number, else given names ("Jan"). */
export const monthAbbreviations = setOf(
  "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun",
);

/** Adjectives of regions, faiths and parties: capitalised, part of a name but never one by themselves. */
export const broadWords = setOf(`
  western eastern northern southern central northeastern northwestern southeastern southwestern european europeans african africans asian asians
  latin arab arabs muslim muslims islamic islamist islamists christian christians catholic catholics protestant orthodox jewish jew jews hindu hindus
  sunni sunnis shiite shiites shia kurdish kurd kurds chechen chechens crimean tatar tatars soviet soviets baltic balkan slavic nordic scandinavian
  hispanic hispanics latino latinos black white democratic republican communist communists nazi nazis fascist marxist socialist conservative
  liberal internet english latin anglo euro pan trans mid non pre post anti pro ex north south east west earth god bible covid i'm`);

/** Words that open a sentence with a capital and are no name there. */
export const openers = setOf(`
  according additionally ahead although amid another anyone anybody anything apart asked back based being both clearly consequently currently
  despite earlier eventually ever every everyone everybody everything exactly finally first second third fourth last following former formerly
  fortunately frankly further furthermore generally given great hence here how however immediately indeed initially instead interestingly
  ironically it's later lately late like likewise look maybe meanwhile moreover mostly nearly neither nevertheless next nobody none nonetheless
  nothing notably nothing now obviously often one two three four five six seven eight nine ten dozens hundreds thousands millions once only
  originally other others otherwise overall people perhaps please possibly previously prior probably rather read recently regardless reportedly
  sadly see seven shortly similarly simply since sometimes soon speaking still subsequently suddenly sure surely thanks then therefore today
  together tomorrow tonight top traditionally tuning ultimately unfortunately unlike until usually watch whatever whenever wherever whether
  whoever why yesterday yet young old new key local senior many most much several few some such let's there's that's what's here's he's she's
  I've I'm exiled breaking update updated photo photos image images video file source sources editor's note exclusive analysis opinion
  good bad big small large major minor high low long short early full half part least less more better best worst right left wrong true false
  thank thanks dear hello welcome sign click share follow subscribe advertisement support just even ever also too very quite really actually
  asked told said added speaking born joined including regarding concerning considering judging following during throughout
  officials authorities police protesters critics experts analysts supporters opponents observers witnesses residents
  civilians migrants refugees soldiers troops forces western eastern northern southern central international national federal foreign
  pro anti non ex post pre self co multi mid so if's does did do will would can could should may might must have has had is are was were
  make take get give go come keep call calls calling talks talk war peace crisis border attack attacks troops drills
  as at by in of on to up an we he me my no or us`);

/** Lower-case words inside a person's name. */
export const particles = setOf(
  "de da do dos das del della der den di du la le van von zu al el bin ibn bint abu ben ter ten ul",
);

/** Titles before a person's name, with what they tell of gender. */
export const titles: ReadonlyMap<string, "female" | "male" | null> = new Map([
  ["mr", "male"],
  ["mrs", "female"],
  ["ms", "female"],
  ["miss", "female"],
  ["sir", "male"],
  ["lord", "male"],
  ["lady", "female"],
  ["dame", "female"],
  ["dr", null],
  ["prof", null],
  ["rev", null],
  ["fr", null],
  ["hon", null],
  ["madam", "female"],
  ["madame", "female"],
  ["mme", "female"],
  ["frau", "female"],
  ["herr", "male"],
  ["monsieur", "male"],
  ["senor", "male"],
  ["senora", "female"],
  ["signor", "male"],
  ["signora", "female"],
  ["datuk", "male"],
  ["datin", "female"],
  ["seri", null],
  ["puan", "female"],
  ["encik", "male"],
  ["shri", "male"],
  ["smt", "female"],
  ["hajj", null],
]);

/** Role words that tell gender. */
export const femaleRoles = setOf(`
  spokeswoman congresswoman chairwoman businesswoman policewoman servicewoman strongwoman queen princess woman girl mother daughter sister wife widow lady actress
  noblewoman duchess countess baroness empress grandmother aunt niece nun fisherwoman councilwoman ombudswoman saleswoman waitress heroine
  landlady midwife abbess stepmother sister-in-law mother-in-law daughter-in-law`);
export const maleRoles = setOf(`
  spokesman congressman chairman businessman policeman serviceman strongman king prince man boy father son brother husband gunman
  nobleman duke count baron emperor grandfather uncle nephew monk fisherman councilman salesman waiter frontman craftsman cameraman clergyman
  landlord fireman ferryman widower abbot gentleman stepfather brother-in-law father-in-law son-in-law`);

/** Last word of an organisation's name, capitalised there. */
export const organizationHeads = setOf(`
  ministry department agency council committee commission service services corps party group union university college institute institution
  school academy association federation foundation organization organisation alliance league movement front forum fund bank court
  tribunal parliament assembly congress senate office bureau authority administration board center centre society network company
  corporation corp inc ltd llc airlines airways times post tribune herald journal gazette news press radio television tv chronicle observer
  forces army navy force guard guards troops brigade regiment battalion division fleet command staff police legion militia coalition
  campaign club church initiative project observatory watch chamber directorate delegation embassy consulate mission trust registry
  secretariat rada duma cabinet treasury inspectorate prosecutor's squadron caucus convention enforcement conference investigations report review resources industries holdings securities bancorp insurance pharmaceuticals technologies systems solutions studios entertainment market markets ventures associates group's battalions platform magazine newspaper institute's laboratory
  international partners brothers motors energy media hospital clinic republicans democrats united cartel brigades units unit`);

/** First words of organisations that go on with "of", "for" or "on". */
export const organizationStarts = setOf(`
  ministry department university bank institute office organization organisation committee council center centre party federation union house
  church academy court agency association board bureau commission college school society league chamber directorate museum embassy
  service security-service front army armed movement foundation fund group ambassadors doctors reporters friends`);

/** Last word of a place's or a building's name. */
export const facilityHeads = setOf(`
  bridge airport square street avenue palace stadium cathedral tower hotel base port harbor harbour station plant dam road highway
  boulevard garden gardens mall theater theatre museum library prison monument memorial arena hall plaza gate tunnel checkpoint`);
export const landHeads = setOf(`
  river lake sea ocean gulf bay strait island islands peninsula mountain mountains mount valley desert forest canal coast hills
  region oblast krai province district county governorate prefecture territory republic city town village state states voivodeship raion rayon cape`);

/** Kinds of ground whose lower-case name after a city's makes a region of it: "Kharkiv region". */
export const regionHeads = setOf(
  "region oblast province district governorate county krai prefecture voivodeship raion area",
);

/** Prepositions after which a capital is meant as ground. */
export const literalPrepositions = setOf(
  "in at near outside around to into through over within across inside towards toward from off throughout beyond",
);
/** Verbs whose object is ground. */
export const groundVerbs = setOf(`
  left leave leaves leaving entered enter entering reached reach reaching hit hits hitting struck strikes shelled shelling bombed bombing seized
  seize captured capture captures capturing retook retake recaptured visited visit visits visiting toured encircled besieged stormed liberated
  occupied rocked attacked pounded`);

/** Nouns after which a capital's name is ground: "the Minsk airport". */
export const groundNouns = setOf(`
  airport airports region oblast street streets suburb suburbs metro subway area district districts residents resident hospital hospitals
  station city center centre downtown university courthouse school stadium mayor square outskirts hotel apartment neighborhood neighbourhood
  prison jail slum slums time agreement agreements accord accords protocol protocols summit conference marathon bureau office court clock skyline`);

/** Past forms of common verbs that no lexicon of cues or triggers holds: they may follow a subject. */
export const pastForms = setOf(`
  gave made took began went came held sent saw met led fled fought found got kept left lost put ran shot won let said told thought knew felt
  became brought bought built caught chose did drew drove fell flew forgot had heard hid hit laid lay meant paid read rose sat sold shook
  spent spoke stood stole struck swore taught threw understood was were woke wore wrote seems seem wants want fears fear hopes hope
  believes believe thinks think expects expect knows know gives give makes make takes take goes go comes come gets get needs need`);

/** Acronyms of things, not of bodies. */
export const plainAcronyms = setOf(`
  ceo cfo cto coo gdp gnp vat hiv aids covid dna rna usb phd mba vip suv usd eur gbp icu pcr atm led gps faq eta ied ieds uav uavs lgbt lgbtq pow
  pows wmd icbm icbms ngo ngos asap diy sms pdf url html iphone sos ppe mps meps kyc ipo ipos esg ict stem crispr mri sar aka usa us uk est gmt`);

/** Last words of capitalised names that are of nobody: "Cold War", "Paris Agreement". */
export const thingHeads = setOf(`
  war wars day days week weeks games cup prize act acts treaty accord accords agreement agreements constitution award awards championship
  championships olympics festival plan plans bill law laws amendment revolution protocol protocols crisis uprising spring summit street fair
  memorandum pact code process line zone curtain deal list rights house map era age ages internet gospel bible quran koran place series tour
  programme program project strip award movie show album song book index standard test system version model class open final finals marathon`);

/** Verbs of saying in the forms that stand beside a speaker; used only to tell a person's name from another. */
export const sayingForms = setOf(`
  said says say told tells added adds claimed claims alleged accused denied denies insisted insists stated wrote writes tweeted noted argued
  explained warned announced replied asked recalled stressed confirmed suggested admitted declared vowed urged called promised`);
