import type { ActorKind } from "../model/actor.ts";

/** An actor while its document is read. */
export interface Draft {
  name: string;
  kind: ActorKind;
  named: boolean;
  public: boolean | null;
  wikidata: string | null;
  country: string | null;
  readonly roles: Set<string>;
  readonly aliases: Set<string>;
  female: boolean | null;
  /** The gender that an ending of the name hints at. */
  seems: boolean | null;
  /** Heads of the roles, for "the spokesman". */
  readonly heads: Set<string>;
  /** Parts of a person's fullest name. */
  parts: readonly string[];
  plural: boolean;
}
