/** Heads by which the same person may be called. */
const families: readonly (readonly string[])[] = [
  [
    "leader",
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "strongman",
    "strongwoman",
    "dictator",
    "autocrat",
    "ruler",
    "head of state",
    "king",
    "queen",
    "emir",
    "sultan",
    "supreme leader",
  ],
  ["spokesman", "spokeswoman", "spokesperson", "press secretary", "government spokesman", "deputy spokesman"],
  [
    "opposition leader",
    "opposition figure",
    "opposition politician",
    "leader",
    "candidate",
    "presidential candidate",
    "politician",
  ],
  [
    "minister",
    "defense minister",
    "defence minister",
    "foreign minister",
    "interior minister",
    "top diplomat",
    "secretary",
  ],
  [
    "general",
    "colonel",
    "major general",
    "lieutenant general",
    "commander",
    "deputy commander",
    "officer",
    "army chief",
    "lieutenant colonel",
    "admiral",
  ],
  [
    "diplomat",
    "foreign minister",
    "deputy foreign minister",
    "ambassador",
    "envoy",
    "special envoy",
    "top diplomat",
    "consul",
    "negotiator",
  ],
  ["doctor", "surgeon", "physician", "medic"],
  ["lawyer", "attorney", "defender", "barrister", "solicitor"],
  ["captain", "skipper", "helmsman", "commander"],
  ["farmer", "shepherd", "herder", "grower"],
  ["priest", "pastor", "vicar", "cleric", "bishop", "archbishop", "imam", "archdeacon"],
  ["king", "monarch"],
  ["pope", "pontiff"],
  ["queen", "monarch"],
  ["police chief", "police officer", "officer", "inspector", "inspector general", "commissioner"],
  ["mayor", "city leader", "town leader"],
  ["secretary", "secretary-general", "secretary general", "cabinet secretary", "secretary of state"],
  ["candidate", "nominee", "presidential candidate", "running mate"],
  ["senator", "sen", "lawmaker", "congressman", "congresswoman", "rep", "representative", "legislator"],
  ["chairman", "chairwoman", "chair", "chairperson", "head", "chief", "director"],
  [
    "analyst",
    "expert",
    "military expert",
    "military analyst",
    "political analyst",
    "scholar",
    "professor",
    "historian",
    "researcher",
  ],
];
const familiesOf = new Map<string, Set<number>>();
families.forEach((heads, at) => {
  for (const head of heads) familiesOf.set(head, (familiesOf.get(head) ?? new Set()).add(at));
});

/** Short forms of ranks and offices, in full. */
const inFull: ReadonlyMap<string, string> = new Map(
  Object.entries({
    gen: "general",
    "lt. gen": "lieutenant general",
    "maj. gen": "major general",
    "brig. gen": "brigadier general",
    col: "colonel",
    "lt. col": "lieutenant colonel",
    capt: "captain",
    lt: "lieutenant",
    sgt: "sergeant",
    sen: "senator",
    rep: "representative",
    gov: "governor",
    prof: "professor",
    dr: "doctor",
  }),
);

/** The head of a role in full: "gen" is "general". */
export const headInFull = (head: string): string => inFull.get(head) ?? head;

/** A politician is whoever holds or seeks an office. */
const offices =
  /(?:minister|lawmaker|senator|representative|congress(?:man|woman)|leader|mayor|governor|councill?or|candidate|legislator|deputy|mp|premier|president|chancellor)$/;
/** Who stands in for an office does not hold it. */
const standsIn = /^(?:deputy|vice|assistant|former|ex)[ -]/;

/** Is `own` the very role that `shortly` names, at most with more words before it? */
export function isThatRole(shortly: string, role: string): boolean {
  const [called, own] = [headInFull(shortly), headInFull(role)];
  return called === own || (own.endsWith(` ${called}`) && !standsIn.test(own));
}

/** Can somebody with the role `own` be called `called`? */
export function fits(shortly: string, role: string): boolean {
  const [called, own] = [headInFull(shortly), headInFull(role)];
  if (called === own || own.endsWith(` ${called}`)) return true;
  // "The union leader" of somebody who leads.
  if (/^(?:leader|head|official|chief|minister)$/.test(own) && called.endsWith(` ${own}`)) return true;
  if (called === "politician" && offices.test(own)) return true;
  const other = familiesOf.get(own);
  return [...(familiesOf.get(called) ?? [])].some((family) => other?.has(family) ?? false);
}

/** Roles of those who speak beside somebody, not of him. */
export const othersRoles =
  /(?:spokes(?:man|woman|person)|press \w+|source|official|correspondent|reporter|journalist|witness|minister|president|governor|neighbou?r|colleague|counterpart|judge|prosecutor|lawyer|counsel|attorney)$/;
