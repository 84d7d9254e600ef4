import type { NameKind, NameSpan } from "./name-kind.ts";

/** Kinds that a surname is mistaken for where it stands alone. */
const mistaken: ReadonlySet<NameKind> = new Set(["location", "organization", "misc", "norp", "product", "facility"]);

/**
 * `spans` with what the document itself settles: a name of one word that elsewhere ends a longer person's name, and no longer name of another
 * kind, is that person. `isKnown` tells words that the gazetteer has ("Washington"), which stay as they were read. Order and borders are kept.
 */
export function agreed(
  words: readonly string[],
  spans: readonly NameSpan[],
  isKnown: (at: number) => boolean,
): readonly NameSpan[] {
  const surnames = new Set<string>();
  const others = new Set<string>();
  for (const { from, to, kind } of spans) {
    if (to - from < 2) continue;
    if (kind === "person") surnames.add(words[to - 1]!);
    else if (mistaken.has(kind)) for (let at = from; at < to; at++) others.add(words[at]!);
  }
  if (surnames.size === 0) return spans;
  return spans.map((span): NameSpan => {
    const form = words[span.from]!;
    return span.to - span.from === 1 &&
      mistaken.has(span.kind) &&
      surnames.has(form) &&
      !others.has(form) &&
      !isKnown(span.from)
      ? { ...span, kind: "person" }
      : span;
  });
}
