import { kindOfNoun } from "../../mention/quantity-kind.ts";
import type { Count } from "./count.ts";

const armed =
  /^(?:guard|guardsman|officer|policeman|policewoman|constable|sergeant|corporal|private|sailor|pilot|airman|captain|lieutenant|colonel|general|commander|serviceman|servicewoman|peacekeeper)$/;
const attacking =
  /^(?:bandit|rebel|militant|gunman|terrorist|insurgent|attacker|fighter|militiaman|separatist|jihadist|guerrilla|mercenary|raider|hijacker|bomber|assailant|saboteur)$/;
const civil =
  /^(?:civilian|child|pupil|student|teacher|villager|resident|passenger|protester|protestor|demonstrator|marcher|activist|journalist|reporter|worker|miner|fisherman|farmer|patient|doctor|nurse|migrant|refugee|boy|girl|baby|family|tourist|shopper|commuter|bystander|onlooker|citizen|poacher|pensioner)$/;

/** Sides that no count adds up without saying so: the state's armed, those who fight it, and all others. */
type Group = "armed" | "attacker" | "civil";

/** The group that a printed noun names; null for "people", "men", "victims", which may be of any, and where the noun is only taken over from another number. */
function groupOf({ quantity, isBare }: Count): Group | null {
  const noun = quantity.unit?.split(" ").at(-1) ?? "";
  if (isBare || noun === "") return null;
  if (attacking.test(noun)) return "attacker";
  if (armed.test(noun) || kindOfNoun(noun) === "troops") return "armed";
  return civil.test(noun) ? "civil" : null;
}

/** Counts of one fate parted by who they are: soldiers and protesters are not on one chart. Who is only "people" goes with the group that was counted first. */
export function byGroup(counts: readonly Count[]): readonly (readonly Count[])[] {
  const groups = counts.map(groupOf);
  const first = groups.find((group) => group !== null) ?? null;
  return [...Map.groupBy(counts, (_, at) => groups[at] ?? first).values()];
}
