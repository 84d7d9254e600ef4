import { countedNouns } from "./counted-noun-list.ts";

/** Kinds of things that news counts; "measure" is of weight, volume, force and heat, "deed" what befell one person each ("nine deaths"), "thing" what is none of these. */
export type CountedKind = keyof typeof countedNouns | "votes" | "percent" | "caliber" | "deed" | "thing";

/** Nouns of a report on a crisis where the dictionary's first sense is not the one counted, by kind. */
const inNews: readonly (readonly [kind: NounKind, nouns: string])[] = [
  [
    "money",
    "dollar euro pound yen rouble hryvnia rupee lira krone krona kroner kronor franc shekel dinar dirham zloty peso yuan renminbi won rial riyal cent pence leu lev forint koruna rand baht real ringgit rupiah taka naira shilling",
  ],
  ["distance", "kilometre metre mile foot yard centimetre inch nautical-mile block"],
  ["caliber", "millimetre"],
  ["area", "hectare acre square-kilometre square-mile square-metre square-foot square-inch square-yard"],
  ["duration", "second minute hour day night week fortnight weekend month year decade century season"],
  ["votes", "vote"],
  ["percent", "percent percentage-point"],
  ["deed", "death fatality injury arrest detention drowning killing murder homicide life execution"],
  [
    "troops",
    "troop soldier paratrooper battalion brigade regiment division platoon squad squadron company conscript recruit reservist marine infantryman serviceman servicewoman servicemember fighter combatant militiaman militant rebel insurgent mercenary guardsman legionnaire gunner sapper cadet commando contractor peacekeeper personnel garrison bayonet gunman guerrilla jihadist separatist partisan sniper draftee unit airman legion corps detachment",
  ],
  [
    "vehicles",
    "vehicle tank truck lorry car bus coach van ambulance tractor train wagon locomotive carrier jeep bulldozer bike bicycle motorcycle motorbike scooter pickup tanker carriage railcar trailer excavator tram convoy truckload lorryload snowplough minibus taxi digger crane humvee cab fire-engine fire-truck police-car",
  ],
  [
    "aircraft",
    "aircraft plane jet helicopter drone bomber airliner warplane glider balloon uav airplane aeroplane quadcopter gunship fighter-jet fighter-plane fighter-aircraft chopper airlifter paraglider microlight mig sukhoi",
  ],
  [
    "weapons",
    "weapon missile shell mine battery rocket gun machine-gun warhead howitzer mortar grenade bomb launcher bullet round pistol torpedo artillery-piece firearm explosive munition projectile device launch-vehicle delivery-vehicle interceptor kalashnikov detonator cartridge mortar-shell knife petrol-bomb assault-rifle rifle sniper-rifle hunting-rifle air-rifle landmine nuke icbm casing",
  ],
  [
    "ships",
    "ship warship submarine frigate vessel boat trawler destroyer corvette cutter ferry barge freighter cruiser dinghy yacht minesweeper patrol-boat cargo-ship gunboat raft tug tugboat oil-tanker super-tanker supertanker container-ship bulker liner aircraft-carrier minelayer lifeboat canoe hull minehunter coaster dredger skiff pirogue",
  ],
  [
    "people",
    "person minor body corpse man woman child civilian resident villager migrant student pupil teacher guard officer volunteer veteran commander captain general colonel lieutenant orderly aide leader observer inspector member national citizen parent baby adult agent minister deputy crew survivor family household head other human mourner expert other fan visitor local shepherd asylum-seeker follower terrorist hostage-taker driver elder cleric pensioner player applicant claimant patient victim orphan couple twin sibling judge medic firefighter paramedic staff workforce policeman policewoman constable detective passer-by bystander onlooker commuter shopper marcher rider defendant soul climber cleaner builder arrival barber character constituent creator dishwasher dresser entrant fireman founder forester gladiator herder moderator operator principal progressive publisher radical recruiter replacement shearer shooter spender starter stripper successor swordsman teller usher victor walker wrestler boxer brawler attacker raider bandit looter striker sleeper diver swimmer runner sender skier surfer cyclist hiker seaman deckhand dead wounded injured missing sick homeless elderly afghan uzbek kurd turk pole dane swede finn serb croat czech slovak thai arab greek iraqi israeli pakistani bangladeshi yemeni saudi kuwaiti qatari omani emirati somali azeri kazakh kyrgyz tajik turkmen tatar uyghur uighur briton scot german african american filipino chechen kosovar ukrainian russian leaker counsel caller carer",
  ],
  ["detained", "detainee hostage prisoner captive inmate internee"],
  ["displaced", "refugee displaced evacuee"],
  // The dictionary's person or thing that is not what a report counts.
  [
    "thing",
    "customer thing case seat mark side number model figure point place party post plant station office centre center bank line cell club firm panel court service branch operation source country nation state member-state agency organisation organization match game bird star board host guide reader server counter computer printer scanner browser cracker planter container lighter boiler cooler heater cleaner detector reactor generator tower poster charter letter number order border corner quarter chapter register transformer freezer shutter filter cluster disaster encounter blister crater meter center pointer transponder receiver transmitter charger router pier sanction roof home house page paper title",
  ],
];

/** People who are held or have lost their homes: still persons, and told apart because the noun itself says what became of them. */
export type NounKind = CountedKind | "detained" | "displaced";

const listed: ReadonlyMap<string, NounKind> = new Map<string, NounKind>([
  ...Object.entries(countedNouns).flatMap(([kind, list]) =>
    list.split(" ").map((noun) => [noun, kind as CountedKind] as const),
  ),
  ...inNews.flatMap(([kind, list]) => list.split(" ").map((noun) => [noun, kind] as const)),
]);

/** Persons by their ending, for nouns that no list has: "co-worker", "Lurenian", "snowboarder" are in none. */
const personal =
  /(?:worker|goer|holder|keeper|maker|seeker|fighter|dweller|owner|player|man|woman|person|boarder|writer|ologist|icist|[^aeiou]ist|eer|ster|nik|[^aeiou]ian|[lnrtd]ese)$/;

/**
 * The kind of thing that a unit of a quantity names, singular and lower case ("armoured vehicle", "nautical mile", "firefighter"): by its last two words, else by its last;
 * null where no list and no ending tells. WordNet's tree of kinds, with the senses that news prefers before it.
 */
export function kindOfNoun(unit: string): NounKind | null {
  const words = unit.toLowerCase().replaceAll(" ", "-").split("-");
  const last = words.at(-1)!;
  const kind = listed.get(words.slice(-2).join("-")) ?? listed.get(last);
  if (kind !== undefined) return kind;
  return personal.test(last) ? "people" : null;
}

const ofPersons: ReadonlySet<NounKind | null> = new Set<NounKind>(["people", "troops", "detained", "displaced"]);

/** Does a unit name persons, singly or in bodies? */
export const isOfPersons = (unit: string): boolean => ofPersons.has(kindOfNoun(unit));
