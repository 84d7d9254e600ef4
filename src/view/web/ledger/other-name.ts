import type { ActorRow } from "../../../record/ask/actors.ts";
import { whatWords } from "../actor-word.ts";

const bare = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[\p{M}.’']/gu, "")
    .toLowerCase();
const mostNames = 2;
/** So many forms are compared with each other; the commonest come first. */
const mostForms = 24;

/**
 * A line by which a newcomer knows who is meant: what it is, whose, and the commonest other names in print
 * ("person, Belarus; also Alyaksandr Lukashenka, Belarusian strongman"). Forms that are part of another are left out,
 * and so are mere "the spokesman", which may be anybody.
 */
export function otherNames({
  name,
  kind,
  country,
  names,
}: Pick<ActorRow, "name" | "kind" | "country" | "names">): string {
  const forms = new Map<string, string>();
  for (const { form } of names) {
    if (forms.size >= mostForms) break;
    const plain = bare(form);
    if (!forms.has(plain) && !/^(the|its|his|her|their) /i.test(form)) forms.set(plain, form);
  }
  const known = bare(name);
  const others = [...forms]
    .filter(
      ([plain]) =>
        !known.includes(plain) && ![...forms.keys()].some((other) => other !== plain && other.includes(plain)),
    )
    .map(([, form]) => form);
  const what = whatWords({ kind, country });
  return others.length === 0 ? what : `${what}; also ${others.slice(0, mostNames).join(", ")}`;
}
