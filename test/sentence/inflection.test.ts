import { expect, test } from "vitest";
import { nounForms, singularOf, verbForms } from "../../src/sentence/inflection.ts";

const verbs = [
  // base, third, past, participle, gerund
  ["say", "says", "said", "said", "saying"],
  ["deny", "denies", "denied", "denied", "denying"],
  ["accuse", "accuses", "accused", "accused", "accusing"],
  ["warn", "warns", "warned", "warned", "warning"],
  ["admit", "admits", "admitted", "admitted", "admitting"],
  ["plan", "plans", "planned", "planned", "planning"],
  ["refer", "refers", "referred", "referred", "referring"],
  ["offer", "offers", "offered", "offered", "offering"],
  ["order", "orders", "ordered", "ordered", "ordering"],
  ["write", "writes", "wrote", "written", "writing"],
  ["tell", "tells", "told", "told", "telling"],
  ["be", "is", "was", "been", "being"],
  ["have", "has", "had", "had", "having"],
  ["do", "does", "did", "done", "doing"],
  ["go", "goes", "went", "gone", "going"],
  ["lie", "lies", "lied", "lied", "lying"],
  ["die", "dies", "died", "died", "dying"],
  ["flee", "flees", "fled", "fled", "fleeing"],
  ["see", "sees", "saw", "seen", "seeing"],
  ["agree", "agrees", "agreed", "agreed", "agreeing"],
  ["stress", "stresses", "stressed", "stressed", "stressing"],
  ["fix", "fixes", "fixed", "fixed", "fixing"],
  ["launch", "launches", "launched", "launched", "launching"],
  ["push", "pushes", "pushed", "pushed", "pushing"],
  ["veto", "vetoes", "vetoed", "vetoed", "vetoing"],
  ["strike", "strikes", "struck", "struck", "striking"],
  ["hit", "hits", "hit", "hit", "hitting"],
  ["stop", "stops", "stopped", "stopped", "stopping"],
  ["shell", "shells", "shelled", "shelled", "shelling"],
  ["bomb", "bombs", "bombed", "bombed", "bombing"],
  ["fire", "fires", "fired", "fired", "firing"],
  ["destroy", "destroys", "destroyed", "destroyed", "destroying"],
  ["picket", "pickets", "picketed", "picketed", "picketing"],
  ["panic", "panics", "panicked", "panicked", "panicking"],
  ["show", "shows", "showed", "shown", "showing"],
  ["stay", "stays", "stayed", "stayed", "staying"],
  ["throw", "throws", "threw", "thrown", "throwing"],
  ["overrun", "overruns", "overran", "overrun", "overrunning"],
  ["withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"],
  ["quarrel", "quarrels", "quarreled", "quarreled", "quarreling"],
  ["arrest", "arrests", "arrested", "arrested", "arresting"],
  ["equip", "equips", "equipped", "equipped", "equipping"],
  ["free", "frees", "freed", "freed", "freeing"],
  ["dye", "dyes", "dyed", "dyed", "dyeing"],
] as const;

for (const [base, third, past, participle, gerund] of verbs)
  test(`${base}, ${past}`, () => expect(verbForms(base)).toEqual({ base, third, past, participle, gerund }));

const nouns = [
  ["claim", "claims"],
  ["ally", "allies"],
  ["day", "days"],
  ["speech", "speeches"],
  ["crisis", "crises"],
  ["spokeswoman", "spokeswomen"],
  ["human", "humans"],
  ["bus", "buses"],
  ["wish", "wishes"],
  ["box", "boxes"],
  ["army chief", "army chiefs"],
] as const;

for (const [singular, plural] of nouns)
  test(`${singular}, ${plural}`, () => {
    expect(nounForms(singular)).toEqual([singular, plural]);
    expect(singularOf(plural)).toBe(singular);
  });

const singulars = [
  ["people", "person"],
  ["children", "child"],
  ["servicemen", "serviceman"],
  ["women", "woman"],
  ["casualties", "casualty"],
  ["houses", "house"],
  ["bridges", "bridge"],
  ["vehicles", "vehicle"],
  ["churches", "church"],
  ["troops", "troop"],
  ["lives", "life"],
  ["aircraft", "aircraft"],
  ["police", "police"],
  ["bases", "base"],
  ["ties", "tie"],
  ["crew", "crew"],
  ["glass", "glass"],
] as const;

for (const [plural, singular] of singulars)
  test(`one of ${plural} is ${singular}`, () => expect(singularOf(plural)).toBe(singular));
