import type { Draft } from "./draft.ts";
import type { Phrase } from "./found.ts";
import { kinGender } from "./kin.ts";
import { headInFull } from "./role-family.ts";
import { femaleRoles, maleRoles } from "./word-class.ts";

/** Roles that are no more than a form of address. */
export const plainTitles =
  /^(?:dr|doctor|captain|count|countess|duke|duchess|baron|baroness|resident|man|woman|local resident|neighbor|neighbour|citizen|villager|protester|witness|counterpart|predecessor|successor|colleague|rival|namesake|compatriot|guest|host)$/;

/** Notes that somebody has the role of `phrase`, with what it tells: public, country, gender. */
export function addRole(draft: Draft, phrase: Phrase): void {
  draft.roles.add(phrase.bare);
  draft.heads.add(headInFull(phrase.head));
  if (phrase.public && draft.named) draft.public = true;
  draft.country ??= phrase.country;
  if (femaleRoles.has(phrase.head)) draft.female = true;
  if (maleRoles.has(phrase.head)) draft.female = false;
  draft.female ??= kinGender(phrase.head);
}
