import type { Actor } from "../../model/actor.ts";
import type { Told } from "../../model/story.ts";

/** The person of the report that a name is of, with or without the office before it; null where there is none. */
export const actorCalled = (name: string, { annotation }: Told): Actor | null =>
  annotation.actors.find(
    (one) =>
      one.named &&
      one.kind === "person" &&
      (one.name === name || name.endsWith(` ${one.name}`) || one.name.endsWith(` ${name}`)),
  ) ?? null;
