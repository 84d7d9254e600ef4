import type { Actor } from "../model/actor.ts";
import { id } from "../model/id.ts";
import type { Draft } from "./draft.ts";

/** The actors in order of their drafts, with ids a1, a2, … */
export const actorRows = (drafts: readonly Draft[]): ReadonlyMap<Draft, Actor> =>
  new Map(
    drafts.map((draft, at) => [
      draft,
      {
        id: id<"actor">(`a${at + 1}`),
        name: draft.name,
        kind: draft.kind,
        named: draft.named,
        public: draft.public,
        wikidata: draft.wikidata,
        country: draft.country,
        roles: [...draft.roles],
        aliases: [...draft.aliases].filter((alias) => alias !== draft.name),
      },
    ]),
  );
