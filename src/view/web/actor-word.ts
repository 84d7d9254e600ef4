import type { Actor, ActorKind } from "../../model/actor.ts";

const kindWords: Readonly<Record<ActorKind, string>> = {
  person: "person",
  organization: "organisation",
  government: "government",
  state: "state",
  ministry: "ministry",
  military: "military",
  media: "news medium",
  alliance: "alliance",
  group: "group",
  place: "place",
};

/** What an actor is, in words. */
export const actorKindWord = (kind: ActorKind): string => kindWords[kind];

const countries = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** "BY" -> "Belarus"; a code that no list names stays as it is. */
export function countryWord(code: string): string {
  try {
    return countries.of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

/** May somebody be named over reports, and have a page? Unnamed people belong to their report, and a person not known to be public is nobody's business. */
export const isPublic = ({ named, kind, public: isKnown }: Pick<Actor, "named" | "kind" | "public">): boolean =>
  named && (kind !== "person" || isKnown === true);

/** "person, Belarus". */
export const whatWords = ({ kind, country }: { readonly kind: ActorKind; readonly country: string | null }): string =>
  country === null ? actorKindWord(kind) : `${actorKindWord(kind)}, ${countryWord(country)}`;
