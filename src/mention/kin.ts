import type { Draft } from "./draft.ts";

const women =
  "mother|daughter|sister|wife|widow|grandmother|aunt|niece|granddaughter|girlfriend|fiancee|stepmother|stepsister|godmother";
const men =
  "father|son|brother|husband|widower|grandfather|uncle|nephew|grandson|boyfriend|fiance|stepfather|stepbrother|godfather";
const either = "cousin|twin|parent|child|spouse|partner|sibling|relative|grandchild";
const kinHead = new RegExp(`^(?:twin )?(?:(${women})|(${men})|${either})(?:-in-law)?$`);

/** Is the head of a role a word of kinship ("sister", "father-in-law")? */
export const isKin = (head: string): boolean => kinHead.test(head);

/** The gender that a word of kinship tells, or null. */
export function kinGender(head: string): boolean | null {
  const [, female, male] = kinHead.exec(head) ?? [];
  if (female !== undefined) return true;
  return male === undefined ? null : false;
}

/** Who is whose kin, as the document has told so far. */
export class KinTable {
  readonly #of = new Map<Draft, Draft[]>();

  /** Notes that the two are kin, both ways. */
  join(one: Draft, other: Draft): void {
    if (one === other) return;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const row = this.#of.get(from) ?? [];
      if (!row.includes(to) && row.length < 20) row.push(to);
      this.#of.set(from, row);
    }
  }

  /** Whom "her brother" stands for, `owner` being she: kin named before, else of `recent` the only one of her family name; null where neither is. */
  of(owner: Draft, head: string, recent: readonly Draft[]): Draft | null {
    const female = kinGender(head);
    const canBe = (one: Draft): boolean =>
      one !== owner && one.kind === "person" && (female === null || one.female === null || one.female === female);
    const known = (this.#of.get(owner) ?? []).filter(canBe);
    if (known.length > 0) return known.at(-1)!;
    const family = owner.parts.length > 1 ? owner.parts.at(-1) : undefined;
    const named = recent.filter((one) => canBe(one) && one.parts.length > 1 && one.parts.at(-1) === family);
    return named.length === 1 ? named[0]! : null;
  }
}
