/** A stretch of somebody's words with its parts marked. Offsets count from the start of `words`. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly role: "source" | "cue" | "content" | "mark" | "trigger" | "match";
}

/** `words` cut where a part begins or ends; parts may overlap, and each piece names all that hold it. */
export function pieces(
  words: string,
  parts: readonly Part[],
): readonly { readonly text: string; readonly roles: readonly Part["role"][] }[] {
  const cuts = [...new Set([0, words.length, ...parts.flatMap((part) => [part.start, part.end])])]
    .filter((cut) => cut >= 0 && cut <= words.length)
    .sort((a, b) => a - b);
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at]!;
    return {
      text: words.slice(start, end),
      roles: [...new Set(parts.filter((part) => part.start <= start && part.end >= end).map((part) => part.role))],
    };
  });
}
