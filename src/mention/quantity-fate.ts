/** Words that tell what became of those who are counted, by the word of the record. Small: what a conflict report counts. */
const fates: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      [
        "killed",
        "killed killing kill kills died die dies dead deaths death dying slain perished toll fatalities fatally",
      ],
      ["wounded", "wounded wounding injured injuring injuries injury hurt hospitalized hospitalised"],
      ["detained", "detained detaining detentions arrested arresting arrests arrest jailed imprisoned custody"],
      [
        "deployed",
        "deployed deploying deploy deploys stationed massed amassed amassing sent sending mobilized mobilised",
      ],
      ["displaced", "displaced displacing fled flee fleeing evacuated evacuating homeless uprooted"],
      ["missing", "missing disappeared unaccounted"],
      ["captured", "captured capturing captive hostage hostages prisoner kidnapped abducted"],
      ["destroyed", "destroyed destroying"],
      ["damaged", "damaged damaging"],
      ["released", "released freed releasing freeing"],
    ] as const
  ).flatMap(([fate, list]) => list.split(" ").map((word) => [word, fate] as const)),
);

/** How many words away a fate may stand. */
const reach = 8;

/**
 * What is said of the things counted by the words `from` (first) to `to` (one past the unit) of a sentence: "killed", "wounded", "detained",
 * "deployed", "displaced", "missing", "captured", "destroyed", "damaged", "released"; null where no word of the table stands near. The nearest word wins, the one before of two
 * that are equally near; no word past a semicolon or a bracket counts.
 */
export function fateAround(words: readonly string[], from: number, to: number): string | null {
  for (let distance = 1; distance <= reach; distance++) {
    const before = fateAt(words, from - distance, from, to);
    if (before !== null) return before;
    const after = fateAt(words, to - 1 + distance, from, to);
    if (after !== null) return after;
  }
  return null;
}

function fateAt(words: readonly string[], at: number, from: number, to: number): string | null {
  const word = words[at]?.toLowerCase();
  if (word === undefined || !Object.hasOwn(fates, word)) return null;
  const between = at < from ? words.slice(at + 1, from) : words.slice(to, at);
  return between.some((mark) => /^[;:()]$/.test(mark)) ? null : fates[word]!;
}
