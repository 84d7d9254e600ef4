/** Words of one deed or event, common knowledge of English, by their beginnings: a report says "exploded" where another says "blast". */
const families: Readonly<Record<string, string>> = {
  casualties: "kill die dead death drown perish wound injur hurt toll casualt",
  explosion: "explo blast blew bomb detonat bang",
  fire: "burn blaze fire flame",
  shooting: "shoot shot gunfire fired open_fire opened_fire gunned",
  strike: "strike struck hit shell raid drone attack missile",
  drill: "drill exercis manoeuv maneuv",
  deployment: "deploy mass amass send sent move troop",
  exchange: "exchang swap handover hand_over",
  release: "releas free freed let_go",
  arrest: "arrest detain custody held seiz",
  closing: "clos shut",
  talks: "talk meet met negotiat summit visit",
  deal: "deal agree accord prolong sign pact truce ceasefire",
  sanctions: "sanction embargo ban blacklist",
  protest: "protest rally ralli demonstrat march",
  vote: "vote elect ballot run-off runoff",
  collapse: "collaps sank sink capsiz crash fell",
  flood: "flood overflow burst inundat",
  evacuation: "evacuat flee fled displac",
};

const byBeginning = Object.entries(families).flatMap(([family, beginnings]) =>
  beginnings.split(" ").map((beginning) => [beginning.replace("_", " "), family] as const),
);

/** Which family the words of a trigger belong to; null for words of none. */
export function familyOf(trigger: string): string | null {
  const words = trigger.toLowerCase();
  const parts = words.split(/[\s_-]+/);
  for (const [beginning, family] of byBeginning)
    if (words.startsWith(beginning) || parts.some((part) => part.startsWith(beginning))) return family;
  return null;
}
