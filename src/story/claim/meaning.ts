import { termOf } from "../word.ts";

/**
 * Words that reports use for one another when they retell, one set a line. They are near in news, not everywhere: an index of sameness that is
 * only asked where the holder and the rest of the words agree. Forms that no ending explains stand beside each other.
 */
const sets = `
die died dies dying dead death deaths fatality killed kill kills killing slain perished perish lives lost toll corpse corpses bodies body
injured injure injury injuries wounded wound wounds hurt casualty maimed grazed
shoot shot shots shooting fire fired firing gunfire opened shelled shelling shell bullet bullets rounds round bang bangs
explosion explosions explode exploded blast blasts detonation detonated blew blown bomb bombed bombing bombs firedamp
attack attacked attacks strike struck strikes hit hits assault raid raided
soldier soldiers serviceman servicemen troops troop trooper military army forces force fighters fighter men
aircraft plane planes jet jets antonov airliner machine helicopter
ship ships vessel vessels boat boats carrier carriers trawler tanker freighter ferry
close closed closes closing shut shuts shutting closure
open opened opens reopen reopened reopening
move moved moving shift shifted transfer transferred relocate relocated sent send driven deploy deployed massed
free freed freeing release released releases liberated liberate rescued rescue
abduct abducted abduction kidnapped kidnap kidnapping seized seize taken carried captured capture hostages hostage
child children pupil pupils student students schoolchildren girls boys girl boy
ransom paid pay pays payment payments money
talk talks negotiation negotiations negotiate negotiated dialogue
agree agreed agreement deal accord pact arrangement treaty
sign signed signature signatures signing signatory
prolong prolonged extend extended extension renew renewed
begin began begun start started starts beginning outbreak broke launched launch
end ended ends over finish finished stop stopped stops halt halted suspend suspended
say said tell told speak spoke spoken word words
leave left leaves depart departed departure departing go went gone
return returned returns back home
arrive arrived arrival came come coming reach reached reaches
fall fell fallen drop dropped collapse collapsed crash crashed crashes downed down
rise rose risen climb climbed grow grew increase increased raised raise
burn burned burnt burning fire fires blaze flames flame alight
cut severed sever severing cuts damaged damage damages ruptured broken break breaks
steal stole stolen theft took take looted
find found finds discover discovered discovery
see saw seen sees witness witnessed
hear heard hears
build built building constructed construction
buy bought purchase purchased
hold held holds holding detain detained arrest arrested arrests custody
meet met meeting
lose losing
give gave given hand handed handover
get got receive received obtain obtained
make made
know knew known
write wrote written
lead led leading
drive drove
drown drowned drowns
evacuate evacuated evacuation
flee fled escape escaped refugees refugee displaced
poison poisoned poisoning contaminated contamination polluted pollution tainted toxic toxin
water
vehicle vehicles lorry lorries truck trucks convoy car cars
exercise exercises drill drills manoeuvre manoeuvres maneuvers training
border frontier boundary
prisoner prisoners captive captives detainee detainees inmates
house houses home homes shelter shelters dwelling dwellings hut huts
destroy destroyed destroys destruction ruined razed
doctor doctors medic medics physician clinic hospital hospitals
medicine medicines tablets drugs
alarm siren warning detector detectors sensors sensor devices device
missile missiles rocket rockets drone drones projectile projectiles mortar
weapon weapons arms ammunition munitions
fault failure failed fail fails failures faulty broke malfunction
cause caused causes reason blame blamed
error mistake mistaken wrong wrongly
decide decided decision
expel expelled expulsion throw throwing thrown
threat threaten threatened
allow allowed permit permitted let lets
inspect inspected inspection inspectors board boarded
reject rejected deny denied denial
elect elected election vote votes voted ballot ballots
village town city settlement community
police policemen officer officers constable
guard guards guardsman
work worked workers worker employee employees staff
company firm operator enterprise
reduce reduced lower lowered
show showed shown shows
sign signs trace traces mark marks
search searched searching
record records data files file
patient patients sick
remain remained stay stayed stays
want wants wanted demand demanded
help aid assistance relief
food wheat maize grain
gas methane
road route highway
bridge crossing checkpoint post
supply supplies delivery deliver delivered delivers shipment cargo load loaded freight carried carrying
grey gray
pull pulled withdraw withdrew withdrawn withdrawal retreat
refuse refused decline declined
trap trapped below underground stuck
safe unharmed
quiet calm silent
test tested tests testing sample samples
build-up concentration massing
threatens
`;

const setsOfTerm: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  sets
    .trim()
    .split("\n")
    .forEach((line, at) => {
      for (const word of new Set(line.split(" ").map(termOf))) {
        const known = found.get(word);
        if (known) known.push(`#${at}`);
        else found.set(word, [`#${at}`]);
      }
    });
  return found;
})();

const stop = new Set(
  `a an the and or but nor so yet if unless than then as that this these those there here it its he she him his her hers they them their theirs we us our ours you your i me my mine
who whom whose which what when where why how of in on at by to from with without for into onto over under about after before between during through against among until since off out up
be is are was were been being am has have had having do does did done will would shall should can could may might must ought not no any some all each every both few more most other such only own same
very too also just even still already again once one ones s t n don doesn didn isn wasn weren won wouldn couldn hasn haven hadn now today yesterday tomorrow
mr mrs ms dr sir told said say says according added because though although while whether like much many least nearly almost some about around up to`
    .split(/\s+/)
    .map(termOf),
);

/** Does the word carry no content of its own: "the", "said", "today"? */
export const isStop = (term: string): boolean => term === "" || stop.has(term);

/** The sets of meaning that a term (`termOf`) stands in: "soldier" and "troop" have one in common. Empty for a word in none. */
export const meaningsOf = (term: string): readonly string[] => setsOfTerm.get(term) ?? [];
