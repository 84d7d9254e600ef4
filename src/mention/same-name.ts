/** An unstressed "o" is printed as "a" by half of the transliterations: "Radomir", "Radamir". */
const unstressed = (key: string): string => key.slice(0, -1).replaceAll("o", "a") + key.slice(-1);

/** Are two keys of given names (`nameKey`) one name: equal, an initial, or two spellings? */
export const isSameFirst = (a: string, b: string): boolean =>
  a === b ||
  (a.length > 4 && unstressed(a) === unstressed(b)) ||
  (a.length === 1 && b.startsWith(a)) ||
  (b.length === 1 && a.startsWith(b));
