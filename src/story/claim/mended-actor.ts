import type { Actor } from "../../model/actor.ts";
import type { AnnotatedDocument } from "../../model/annotation.ts";
import type { Told } from "../../model/story.ts";
import { namesIn } from "./name.ts";
import { isPersonNoun } from "./noun.ts";
import { isPartisan, isPartyTag, personName } from "./person-name.ts";

/** So far before a party's tag, in UTF-16 units, the name stands that it belongs to. */
const reach = 70;

/** The name right before a tag: "Gregory Holm" before ", D-N.Y.". */
function nameBefore(text: string, at: number): string | null {
  const lead = text.slice(Math.max(0, at - reach), at).replace(/[\s,(]+$/u, "");
  const last = namesIn(lead).at(-1);
  return last && last.end === lead.length ? last.text : null;
}

/** Is it the place in capitals before the first words of a report: "DORN, Lornia — "? */
const isInDateline = (text: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  /^\p{Lu}[\p{Lu} .]{2,40}$/u.test(text.slice(start, end)) &&
  (start === 0 || text[start - 1] === "\n") &&
  /^(?:, [^—–\n]{1,30}?)? ?[—–-]/u.test(text.slice(end, end + 40));

function mended(actor: Actor, { text, mentions }: AnnotatedDocument): Actor {
  if (actor.kind !== "person" || !actor.named) return actor;
  if (isPartisan(actor.name)) return { ...actor, kind: "group", named: false };
  const first = mentions.find((one) => one.actor === actor.id && one.form !== "pronoun");
  if (first && isInDateline(text, first)) return { ...actor, kind: "group", named: false };
  if (isPartyTag(actor.name)) {
    const name = first ? nameBefore(text, first.start) : null;
    return name === null ? { ...actor, named: false } : { ...actor, name: personName(name), aliases: [] };
  }
  const name = personName(actor.name);
  const words = name.split(" ");
  // "President of Tarvonia Ada Holm": the state was taken for a given name.
  const isOwned =
    first !== undefined &&
    words.length > 2 &&
    isPersonNoun(/(\p{L}+) of (?:the )?$/u.exec(text.slice(Math.max(0, first.start - 30), first.start))?.[1] ?? "");
  const full = isOwned ? words.slice(1).join(" ") : name;
  const aliases = actor.aliases.filter((one) => !isPartyTag(one)).map(personName);
  return full === actor.name && aliases.join() === actor.aliases.join() ? actor : { ...actor, name: full, aliases };
}

const known = new WeakMap<AnnotatedDocument, AnnotatedDocument>();

/** The document with the names of its persons set right where the reading of mentions took other words for a part of them. */
export function withPersonNames(told: Told): Told {
  const found = known.get(told.annotation);
  if (found) return found === told.annotation ? told : { ...told, annotation: found };
  const actors = told.annotation.actors.map((actor) => mended(actor, told.annotation));
  const same = actors.every((actor, at) => actor === told.annotation.actors[at]);
  const annotation = same ? told.annotation : { ...told.annotation, actors };
  known.set(told.annotation, annotation);
  return same ? told : { ...told, annotation };
}
