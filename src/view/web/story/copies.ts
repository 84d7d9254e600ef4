/** A document with those that say nearly the same words. */
interface Copied {
  readonly document: string;
  readonly copies: readonly { readonly document: string }[];
}

/** How the bracket of one set of copies passes a row. */
export type BracketPart = "none" | "first" | "member" | "through" | "last";

/** Sets of rows that say nearly the same words, also by way of a third: places of the rows, ascending; the set that begins first stands first. */
export function copySets(rows: readonly Copied[]): readonly (readonly number[])[] {
  const placeOf = new Map(rows.map(({ document }, place) => [document, place]));
  const rootOf = rows.map((_row, place) => place);
  const root = (place: number): number => {
    let at = place;
    while (rootOf[at] !== at) at = rootOf[at]!;
    return at;
  };
  rows.forEach(({ copies }, place) => {
    for (const { document } of copies) {
      const other = placeOf.get(document);
      if (other === undefined) continue;
      const [low, high] = [root(place), root(other)].sort((a, b) => a - b) as [number, number];
      rootOf[high] = low;
    }
  });
  const sets = Map.groupBy(rowPlaces(rows.length), root);
  return [...sets.values()].filter((set) => set.length > 1);
}

const rowPlaces = (count: number): readonly number[] => Array.from({ length: count }, (_one, place) => place);

/**
 * The brackets that join copies, row by row: for each row the part of every bracket column that passes it. Sets that lie inside of one
 * another's rows stand in columns of their own; a column is used again when its set has ended.
 */
export function bracketsOf(rows: readonly Copied[]): readonly (readonly BracketPart[])[] {
  const sets = copySets(rows);
  const ends: number[] = [];
  const columnOf = sets.map((set) => {
    const free = ends.findIndex((end) => end < set[0]!);
    const column = free < 0 ? ends.length : free;
    ends[column] = set.at(-1)!;
    return column;
  });
  return rowPlaces(rows.length).map((place) =>
    ends.map((_end, column): BracketPart => {
      const set = sets.find((one, at) => columnOf[at] === column && one[0]! <= place && place <= one.at(-1)!);
      if (!set) return "none";
      if (set[0] === place) return "first";
      if (set.at(-1) === place) return "last";
      return set.includes(place) ? "member" : "through";
    }),
  );
}
