/** The closed classes of English that the rules read a clause by. Lower case, apostrophes straight. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const determiners = set(
  "the a an this that these those his her its their my our your some many most several few any all both each every another no one two three four five six seven eight nine ten dozens hundreds thousands",
);

export const possessives = set("his her its their my our your whose");

/** Pronouns that can be a subject. */
export const subjectPronouns = set(
  "he she it they we i you who one somebody someone everybody everyone nobody anyone others neither none both some many this these those there",
);

/** Pronouns that begin a clause when they follow a verb of saying. */
export const clauseOpeners = set("he she they we i there it you");

export const relatives = set("who whom which that whose where when");

export const auxiliaries = set(
  "is are was were be been being am has have had having do does did will would can could shall should may might must " +
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't mustn't " +
    "'ve 'd 'll 're 'm ca wo",
);

export const beForms = set("is are was were be been being am isn't aren't wasn't weren't 're 'm get gets got getting");
export const haveForms = set("has have had having hasn't haven't hadn't 've");
export const modals = set(
  "will would can could shall should may might must do does did don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't mustn't 'll ca wo",
);
export const negations = set("not n't never no neither nor hardly without");

/** Adverbs that stand between a subject and its verb, or open a clause, and belong to no noun phrase. */
export const adverbs = set(
  "also later then now not n't never again already still just only even ever once twice first previously earlier since soon instead often always " +
    "sometimes recently reportedly allegedly repeatedly however meanwhile moreover nevertheless nonetheless therefore thus further furthermore afterwards afterward perhaps maybe " +
    "yet too both all almost nearly merely simply long so far quite rather today yesterday tomorrow tonight here there separately additionally likewise indeed besides otherwise hence finally though",
);

export const prepositions = set(
  "of for in at from with on to near against behind under between by about over into through during via within without among amid across after before " +
    "since until around along beyond despite inside outside toward towards upon onto above below beside besides except per throughout like off up down out as than following including",
);

/** Prepositions that may hang on a noun inside a source ("a spokesman for the ministry"). */
export const nounPrepositions = set("of for in at from with on near behind against to between inside by within");

export const conjunctions = set("and or but nor yet so & plus");

export const subordinators = set(
  "that because while when if although though whether since after before until unless where as but than who which what how why whom whose once lest whereas",
);

export const questionWords = set("whether if how what why who where when which");

/** Verbs after which "to" and a cue make one cue ("sought to reassure"). */
export const controlVerbs = set(
  "seek seeks sought seeking try tries tried trying want wants wanted go goes went going continue continues continued " +
    "begin begins began start starts started appear appears appeared seem seems seemed rush rushes rushed move moved hasten hastened proceed proceeded hope hopes hoped attempt attempted on like",
);

/** Verbs with an empty meaning that make a cue together with a noun ("made the claim"). */
export const lightVerbs = set(
  "make makes made making express expresses expressed expressing voice voices voiced voicing issue issues issued issuing repeat repeats repeated repeating raise raises raised raising " +
    "give gives gave given giving level levelled leveled levels reiterate reiterates reiterated reiterating offer offers offered offering deliver delivers delivered delivering " +
    "have has had hold holds held share shares shared announce announced send sent release released publish published file filed",
);

/** Verbs whose subject is the one that is spoken against ("faced accusations of"). */
export const facingVerbs = set(
  "face faces faced facing draw draws drew drawn drawing deny denies denied denying reject rejects rejected rejecting",
);

/** Verbs that take the one who is told before what is told. */
export const tellingVerbs = set("tell inform assure remind warn ask notify advise reassure convince persuade brief");

const weekdays = "monday tuesday wednesday thursday friday saturday sunday";
const months =
  "january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec.";
export const dayWords = set(`${weekdays} today yesterday tonight tomorrow`);
export const monthWords = set(months);
export const spanWords = set(
  "week month year morning evening afternoon night day weekend summer winter spring autumn fall",
);
export const spanLeads = set("this last next late early that earlier the same previous");

/** Verbs of deeds whose finite forms end a noun phrase; the lexicon's cues and triggers are added to them. */
export const commonVerbs: readonly string[] =
  "go come make take give get put keep let begin become run move leave bring hold meet stand lose pay win spend grow open walk offer lead turn follow stop create speak read allow add build stay fall cut reach kill remain raise pass sell require report pull continue set learn change watch help play serve die send receive cause appear start show try use find work need feel seem visit launch sign hit face carry cross deploy release join support include host arrive travel return gather strike provide publish post issue hand draw close enter force push increase reduce rise drop end kick break fire".split(
    " ",
  );
