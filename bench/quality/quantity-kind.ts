import type { Quantity } from "../../src/model/quantity.ts";

/** Units of each kind of the gold's list (`bench/gold/quantity`), singular as the product gives them. What is in none is counted as other. */
const units: readonly (readonly [kind: string, units: string])[] = [
  [
    "money",
    "dollar euro pound yen rouble hryvnia rupee lira krone krona franc shekel dinar dirham zloty peso yuan won rial riyal cent leu lev forint koruna",
  ],
  ["distance", "kilometre metre mile foot yard centimetre inch nautical-mile"],
  ["caliber", "millimetre"],
  ["area", "hectare acre square-kilometre square-mile square-metre square-foot"],
  ["duration", "second minute hour day night week fortnight weekend month year decade century"],
  ["votes", "vote"],
  ["percent", "percent percentage-point"],
  [
    "troops",
    "troop soldier paratrooper battalion brigade regiment division platoon squad company conscript recruit reservist marine infantryman serviceman servicewoman servicemember fighter militiaman militant rebel insurgent mercenary guardsman legionnaire gunner sapper officer cadet commando contractor peacekeeper personnel garrison rifle bayonet gunman guerrilla combatant unit",
  ],
  [
    "vehicles",
    "vehicle tank truck lorry car bus van ambulance tractor train wagon locomotive carrier jeep bulldozer tanker bike motorcycle motorbike pickup carriage railcar trailer excavator tram",
  ],
  [
    "aircraft",
    "aircraft plane jet fighter-jet helicopter drone bomber airliner warplane glider balloon uav airplane aeroplane quadcopter gunship",
  ],
  [
    "weapons",
    "weapon missile shell mine battery rocket gun machine-gun warhead rifle-gun howitzer mortar grenade bomb launcher bullet round pistol torpedo artillery-piece firearm explosive munition projectile device launch-vehicle delivery-vehicle interceptor kalashnikov detonator cartridge",
  ],
  [
    "ships",
    "ship warship submarine frigate vessel boat trawler destroyer corvette cutter ferry barge freighter cruiser dinghy yacht minesweeper patrol-boat cargo-ship gunboat raft",
  ],
  ["detained", "detainee hostage prisoner captive inmate internee"],
  ["displaced", "refugee displaced evacuee"],
  [
    "people",
    "person minor body corpse man woman child civilian resident villager migrant protester demonstrator activist student pupil teacher worker journalist reporter guard nurse doctor patient passenger sailor pilot fisherman monitor observer inspector inhabitant family survivor member national citizen foreigner tourist driver parent son daughter brother sister boy girl baby infant adult teenager youth farmer miner striker dissident official diplomat envoy delegate deputy lawmaker minister agent spy policeman employee staff volunteer crew crewman supporter follower follower nurse medic paramedic firefighter rescuer engineer technician believer worshipper household mother father widow orphan victim suspect deportee attaché judge lawyer voter candidate customer-person local shepherd asylum-seeker other human life casualty-person mourner pensioner player fan visitor teacher expert specialist trainer instructor adviser advisor scientist",
  ],
];

const kindByUnit = new Map(units.flatMap(([kind, list]) => list.split(" ").map((unit) => [unit, kind] as const)));

/** What is said of the counted that settles the kind alone, by the product's word. */
const kindByFate: Readonly<Record<string, string>> = {
  killed: "killed",
  wounded: "wounded",
  missing: "missing",
  detained: "detained",
  captured: "detained",
  displaced: "displaced",
  rescued: "rescued",
  aid: "aid",
  age: "age",
  casualties: "other",
};
/** Kinds of which something becomes that the list of the gold has. */
const persons = new Set(["people", "troops", "detained", "displaced"]);

/**
 * The word of the gold's list for what a quantity of the product counts. The product keeps an open vocabulary: `of` is what became of the counted, `unit` what they
 * are. The gold asks for one word: what became of persons, else what kind of thing it is, with help before money and goods.
 */
export function kindOf({ of, unit }: Pick<Quantity, "of" | "unit">): string {
  const lower = (unit ?? "person").replaceAll(" ", "-");
  if (lower.startsWith("cubic-")) return "other";
  const own = kindByUnit.get(lower) ?? kindByUnit.get(lower.slice(lower.lastIndexOf("-") + 1)) ?? "other";
  const fate = of === null ? undefined : kindByFate[of];
  // "300 men were sent": who is sent somewhere to fight.
  if (of === "deployed" && /^(?:man|woman|person)$/.test(lower)) return "troops";
  if (fate === undefined) return of === "released" && own === "detained" ? "people" : own;
  if (fate === "aid") return own === "money" || own === "other" ? "aid" : own;
  if (fate === "age") return own === "duration" ? "age" : own;
  return persons.has(own) ? fate : own;
}
