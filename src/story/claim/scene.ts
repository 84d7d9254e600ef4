import type { Told } from "../../model/story.ts";
import { bodyOf, namesBody } from "./body.ts";
import { ofActor, stateOf } from "./holder.ts";
import { keyOf } from "./holder-mention.ts";
import { namesOfDocument } from "./name.ts";
import { personOf } from "./person.ts";
import type { Named } from "./reference.ts";
import type { States } from "./state.ts";

const bodyActors = new Set(["organization", "ministry", "military", "media", "alliance", "group"]);

const byPlace = (named: readonly Named[]): readonly Named[] =>
  named
    .toSorted((a, b) => a.at - b.at || b.end - a.end)
    .filter((one, index, all) => index === 0 || one.at >= all[index - 1]!.end);

/** Bodies that a document names or points at, in the order of its text. */
export function bodiesIn(told: Told, states: States): readonly Named[] {
  const { mentions, actors, text } = told.annotation;
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const mentioned = mentions.flatMap((mention): readonly Named[] => {
    const actor = mention.actor === null ? undefined : byId.get(mention.actor);
    if (!actor || !bodyActors.has(actor.kind) || mention.form === "pronoun") return [];
    const before = /(\p{Lu}[\p{L}-]{1,30})['’]s?\s$/u.exec(text.slice(Math.max(0, mention.start - 34), mention.start));
    const printed = text.slice(mention.start, mention.end);
    if (actor.named && !namesBody(printed) && (states.has(keyOf(printed)) || states.names.kindOf(printed) === "person"))
      return [];
    const after = /^ (?:of|in|for) (?:the )?\p{Lu}[\p{L}-]{1,30}/u.exec(text.slice(mention.end, mention.end + 40));
    const body = bodyOf(
      `${before ? before[0] : ""}${printed}${after && /ministry|government|army|embassy/i.test(printed) ? after[0] : ""}`,
      states,
    );
    if (!body) return [];
    const owner = body.owner ?? actor.country;
    return [
      {
        at: mention.start,
        end: mention.end,
        mention: {
          ...body,
          actor,
          owner,
          country: body.country ?? actor.country,
          public: actor.public,
          role: states.names.nounsOf(body.name),
        },
      },
    ];
  });
  const named = namesOfDocument(told.annotation).flatMap(({ start, end, text: name }): readonly Named[] => {
    if (states.has(keyOf(name)) || states.names.kindOf(name) !== "body") return [];
    const body = bodyOf(name, states);
    return body ? [{ at: start, end, mention: { ...body, public: true, role: states.names.nounsOf(name) } }] : [];
  });
  return byPlace([...mentioned, ...named]);
}

/** Persons with a name and states that a document mentions, in the order of its text. */
export function personsIn(told: Told, states: States): readonly Named[] {
  const { mentions, actors, text } = told.annotation;
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const mentioned = mentions.flatMap(({ start, end, actor, form }): readonly Named[] => {
    const one = actor === null ? undefined : byId.get(actor);
    if (!one?.named || form === "pronoun") return [];
    const mention = ofActor(one, text.slice(start, end), states, told.document);
    return mention.type === "person" || mention.type === "state" ? [{ at: start, end, mention }] : [];
  });
  const named = namesOfDocument(told.annotation).flatMap(({ start, end, text: name }): readonly Named[] => {
    if (states.has(keyOf(name))) return [{ at: start, end, mention: stateOf(name, states) }];
    return states.names.kindOf(name) === "person"
      ? [{ at: start, end, mention: personOf(name, told.document, states) }]
      : [];
  });
  return byPlace([...mentioned, ...named]);
}
