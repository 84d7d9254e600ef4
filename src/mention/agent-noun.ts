const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Heads of bodies that have no name of their own, besides the institutions that every state has. */
const bodies = setOf(`
  office bank authority command charity airline hospital firm operator manufacturer council assembly senate chamber bureau directorate department service squad
  brigade unit fund foundation institute network federation association society league club church diocese secretariat presidency chancellery mission utility
  railway ministry cabinet company agency commission committee court union party group organisation organization body board corporation cooperative university
  college school archive museum lender insurer retailer supplier producer shipper publisher maker contractor developer carrier inspectorate prosecution
  registry delegation embassy consulate coalition alliance bloc junta militia observatory laboratory brewery refinery shipyard
  lobby initiative campaign consortium subsidiary bishopric parish municipality county council's leadership administration faction caucus guild
  syndicate dairy bakery rectorate district hall gallery theatre orchestra academy clinic academy team headquarters staff management site mine port station magistrate tribunal treasury palace household clan tribe family
  community congregation congress parliament police regiment battalion garrison fleet front movement press`);

/** Nouns that "say" and are nobody: what is written, shown or measured. */
const things = setOf(`
  report reports statement statements study studies poll polls survey surveys letter letters document documents data figures figure numbers number record records
  note notes article articles story stories account accounts book law laws rule rules constitution treaty agreement deal text message messages sign signs
  evidence footage video videos image images picture pictures photo photos photograph photographs map maps result results finding findings research post posts
  tweet tweets website page paper papers newspaper newspapers letter filing filings lawsuit complaint order orders indictment ruling verdict judgment decision
  plan plans bill draft proposal resolution communique dispatch transcript editorial headline headlines caption summary review analysis estimate estimates
  forecast forecasts index indicator history experience common-sense logic reason rumour rumours rumor rumors voice voices question questions answer answers word words thing things
  fact facts case point points idea theory moment day days week weeks month year years night morning time times hour minutes world life event events move moves move
  attack attacks strike strikes war battle crisis fire flood storm weather water sea river road bridge price prices market markets shares cost money
  power factor sector error mirror tower chapter poster banner newsletter filter computer center centre theater theatre number matter letter
  corner border order paper tanker liner container helicopter river winter summer weather water fever cancer danger anger hunger disorder disaster
  motor tractor reactor sensor monitor vector terror horror labor labour harbor harbour colour color favour vapour interior exterior prior
  manner counter counter-offer offer answer encounter dinner supper cover recover tender gender ladder matter monster meter quarter
  majority minority rest half part most some many few others none all everything nothing something one ones two three lack absence presence`);

/** Endings of nouns for a person by trade or deed. */
const personEnding =
  /(?:man|woman|person|boy|girl|er|or|ist|ian|eer|ee|ant|ent|lord|keeper|master|mate|wife|king|monk|nun|abbot|clerk|cook|chef|nurse|thief|heir|mum|mom|dad|cousin|uncle|aunt|nephew|niece|twin|guide|pilot|smith|wright|hand|herd|elder|peer|count|duke|baron|knight|saint|don|guest|host|youth|kid|baby|teen|friend|groom|bride|coach|model|judge|chief|head|boss|guru|bard|poet|noble|expert|scholar|sailor|native|local|monarch|tenant|patriot|exile|addict|convict)$/;
const personPlural =
  /(?:men|women|people|persons|folk|boys|girls|ers|ors|ists|ians|eers|ees|ants|ents|lords|keepers|masters|mates|wives|kings|monks|nuns|abbots|clerks|cooks|chefs|nurses|thieves|heirs|mums|cousins|uncles|aunts|nephews|nieces|twins|guides|pilots|smiths|wrights|hands|elders|peers|counts|dukes|barons|knights|guests|hosts|youths|kids|children|teens|friends|coaches|judges|chiefs|heads|bosses|poets|experts|scholars|natives|locals|monarchs|tenants|exiles|convicts|neighbours|neighbors|circles|sources)$/;

/** What the noun `key`, subject of a verb of saying, stands for; null for a thing. */
export function agentOf(key: string, plural: boolean): "person" | "people" | "organization" | "group" | null {
  if (things.has(key)) return null;
  if (plural) {
    const singular = key.replace(/ies$/, "y").replace(/s$/, "");
    if (bodies.has(singular)) return "group";
    return personPlural.test(key) ? "people" : null;
  }
  if (bodies.has(key)) return "organization";
  if (/(?:ment|tion|ness|ity|ism|ance|ence|ure|ing|ship)$/.test(key)) return null;
  return personEnding.test(key) ? "person" : null;
}

/** May the noun end a phrase before the word `next`? "The bank account" goes on. */
export const mayName = (key: string, next: string | undefined): boolean =>
  key.length > 2 && next !== "'s" && next !== "of-";

/** Words for somebody by trade, age, standing or origin that a text takes up for a person whom it has named. */
export const epithets = setOf(`
  diplomat politician farmer fisherman nobleman noblewoman aristocrat lawyer attorney doctor physician surgeon nurse teacher student driver pilot engineer
  economist scientist researcher historian professor academic analyst expert author writer novelist poet journalist reporter blogger activist dissident
  campaigner organiser organizer protester veteran soldier sailor officer policeman policewoman businessman businesswoman entrepreneur billionaire tycoon
  oligarch magnate banker trader investor investigator butcher baker grocer shopkeeper carpenter mechanic plumber electrician welder miner worker employee pensioner
  retiree widow widower mother father grandmother grandfather parent woman man girl boy youth teenager native villager resident tenant
  landlord shepherd herder fisher skipper captain helmsman priest pastor cleric monk nun bishop archbishop preacher theologian singer actor actress artist
  painter photographer musician footballer player coach athlete trainer mountaineer climber guide cook chef waiter waitress bartender barber tailor
  lawmaker legislator parliamentarian deputy senator congressman congresswoman councillor councilman councilwoman candidate challenger incumbent newcomer
  conservative liberal socialist democrat republican populist nationalist centrist islamist communist prisoner detainee defendant suspect
  convict fugitive hostage survivor witness victim refugee migrant volunteer donor founder owner boss manager executive official bureaucrat technocrat
  judge prosecutor lady gentleman duke duchess count countess baron baroness prince princess king queen monarch ruler strongman autocrat general admiral colonel major commander commodore
  ombudsman ombudswoman mediator negotiator envoy medic paramedic midwife rescuer firefighter ranger hunter beekeeper vet veterinarian librarian clerk old pontiff brigadier`);

/** Roles that bodies have as well: "its owner, Amber Lines". */
export const rolesOfBodies =
  /^(?:owner|co-owner|operator|maker|ally|member|partner|supporter|rival|investor|founder|opponent|successor|predecessor|neighbou?r|host|source|observer|monitor|trader|grower|builder|newcomer|head|chair|publisher|critic|employer|insurer|supplier|contractor|producer|carrier|provider|lender|creditor|sponsor|client|customer|competitor|manufacturer|developer|buyer|seller|exporter|importer|leader|winner|champion|challenger)$/;
