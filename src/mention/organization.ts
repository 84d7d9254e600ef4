import type { Chunk, Line, Reference } from "./found.ts";
import { institutionKey } from "./institution.ts";
import type { NameIndex } from "./name-index.ts";
import { countryOf } from "./phrase.ts";

/** An organisation by its words: with its state and its institution where a demonym or "of Country" tells them. */
export function organizationReference(
  line: Line,
  chunk: Extract<Chunk, { kind: "organization" }>,
  owner: string | null,
  text: string,
  index: NameIndex,
): Reference {
  const { words } = line;
  const first = index.names.longestAt(words, chunk.from, chunk.to);
  const leading =
    first !== null &&
    first.to < chunk.to &&
    first.values.some((entry) => entry.kind === "people" || entry.kind === "country")
      ? first
      : null;
  let country = owner ?? (leading === null ? null : countryOf(leading.values));
  let from = leading === null ? chunk.from : leading.to;
  let to = chunk.to;
  for (let at = to - 1; at > chunk.from + 1 && country === null; at--) {
    const match = index.names.longestAt(words, at, to);
    if (match !== null && match.to === to && match.values.some((entry) => entry.kind === "country")) {
      const before = words[at - 1]!.key === "the" ? at - 2 : at - 1;
      if (words[before]?.key !== "of") continue;
      country = countryOf(match.values);
      to = before;
    }
  }
  if (words[from]?.text === "-") from += 1;
  const institution = words
    .slice(from, to)
    .map((word) => word.text)
    .join(" ");
  const key = institutionKey(institution);
  const kind = /ministry|department/.test(key)
    ? "ministry"
    : /^(?:military|.*(?:forces|navy|air force|fleet|brigade|regiment|battalion|troops|army|border service))$/.test(key)
      ? "military"
      : /(?:times|news|post|tribune|herald|journal|gazette|television|radio|tv|magazine|newspaper)$/.test(key)
        ? "media"
        : "organization";
  return { to: "organization", text, country, institution: key, kind, acronym: chunk.acronym };
}
