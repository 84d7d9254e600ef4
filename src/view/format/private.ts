import type { Actor } from "../../model/actor.ts";
import type { AnnotatedDocument } from "../../model/annotation.ts";

/** What stands in the place of a name that is not given out. */
export const privateName = "(private person)";

/** Is it a person who is not known to be public? Such a one is left out of naming and exports; the words of a text stay as they are. */
export const isPrivate = (actor: Pick<Actor, "kind" | "public">): boolean =>
  actor.kind === "person" && actor.public !== true;

/** A document as it may leave the case: private persons keep their places in the text and lose their names as data. */
export const withoutPrivateNames = (document: AnnotatedDocument): AnnotatedDocument => ({
  ...document,
  actors: document.actors.map((actor) =>
    isPrivate(actor) && actor.named ? { ...actor, name: privateName, aliases: [] } : actor,
  ),
});
