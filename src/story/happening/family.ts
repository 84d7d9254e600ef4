import type { EventType } from "../../model/event.ts";

/**
 * Words of one deed or event, common knowledge of English, by their beginnings: a report says "exploded" where another says "blast". Underscores part the words
 * of a phrase, between which others may stand; a word that ends in "." is the whole word.
 */
const families: Readonly<Record<string, string>> = {
  casualties: "kill die. died dies dying dead. death deadly drown perish wound injur hurt toll casualt massacr",
  explosion: "explo blast blew bomb detonat",
  fire: "burn blaze blazing fire. fires. flame set_fire wildfire",
  shooting:
    "shoot shot. shots. gunfire gunshot fired firing open_fire opened_fire came_under_fire exchange_fire gunned",
  strike: "strike struck hit. hits. shell. shelled shelling raid drone missile airstrike",
  attack: "attack assault",
  hacking: "cyber hack. hacks. hacked hacking ransomware",
  drill: "drill exercis manoeuv maneuv",
  deployment:
    "deploy mass. masses massed massing amass build-up buildup build_up concentrat gather. gathered gathering reinforc",
  movement: "send. sends sent. sending move. moved moves. moving",
  exchange: "exchang swap handover hand_over handed_over",
  release: "releas free. freed frees freeing let_go set_free",
  abduction: "abduct kidnap snatch",
  arrest: "arrest detain detention custody held. seiz captur",
  closing: "close. closed closes closing closure shut",
  talks: "talk meet. meets meeting met. negotiat summit visit session",
  deal: "deal. deals. agree accord. prolong extend extension sign. signs. signed signing pact. truce ceasefire",
  sanctions: "sanction embargo ban. bans banned blacklist",
  expulsion: "expel expuls throw_out throwing_out thrown_out oust deport",
  protest: "protest rally rallies rallied demonstrat march. marches. marched",
  vote: "vote. voted votes voting elect. elected election ballot runoff run-off",
  crash: "crash came_down come_down coming_down went_down go_down going_down",
  downing: "shot_down shoot_down shooting_down brought_down bring_down downed",
  collapse: "collaps",
  sinking: "sank sink. sinks sinking sunk capsiz founder",
  flood: "flood overflow burst inundat",
  evacuation: "evacuat flee. flees fleeing fled displac",
  outage: "blackout outage cut_off cutting_off power_cut",
};

/** "Attack" names what another report tells more exactly. */
const general: ReadonlySet<string> = new Set(["attack"]);
const violent: ReadonlySet<string> = new Set(["shooting", "strike", "explosion", "abduction", "hacking", "casualties"]);

interface Beginning {
  readonly words: readonly string[];
  readonly family: string;
}

// The longest first, the general last: "fired" is no fire, "shot down" no shooting, "cyber attack" more than an attack.
const beginnings: readonly Beginning[] = Object.entries(families)
  .flatMap(([family, all]) => all.split(" ").map((one) => ({ words: one.split("_"), family })))
  .toSorted(
    (a, b) =>
      Number(general.has(a.family)) - Number(general.has(b.family)) ||
      b.words.length - a.words.length ||
      b.words[0]!.length - a.words[0]!.length,
  );

const begins = (part: string, word: string): boolean =>
  word.endsWith(".") ? part === word.slice(0, -1) : part.startsWith(word);

/** Do `words` stand among `parts` in this order, each as a beginning? */
function holds(parts: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) if (at < words.length && begins(part, words[at]!)) at++;
  return at === words.length;
}

/** Which family the words of a trigger belong to; null for words of none. Who moves or sends soldiers, so that it is read as MOBILIZE, deploys them. */
export function familyOf(trigger: string, type: EventType | null = null): string | null {
  const words = trigger.toLowerCase().split(/\s+/);
  const parts = words.flatMap((word) => (word.includes("-") ? [word, ...word.split("-")] : [word]));
  const family = beginnings.find((one) => holds(parts, one.words))?.family ?? null;
  return family === "movement" && type === "MOBILIZE" ? "deployment" : family;
}

/** Can words of the two families name one deed, the one more exactly than the other? */
export const isNearFamily = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && ((general.has(a) && violent.has(b)) || (general.has(b) && violent.has(a)));

/** There are many of these in one story: people die, meet and move at every turn. */
export const isCommonFamily = (family: string | null): boolean =>
  family === "casualties" || family === "talks" || family === "movement";
