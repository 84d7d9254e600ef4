/** Endings of English words that a star stands for just as well, the longer first. */
const endings = ["ing", "ed", "es", "s"];
const leastLetters = 4;

function starredWord(word: string): string {
  if (word === "OR" || word.length < leastLetters || !/^[\p{L}\p{M}]+$/u.test(word)) return word;
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= leastLetters);
  return `${ending === undefined ? word : word.slice(0, -ending.length)}*`;
}

/**
 * The query with a star on every plain word, so that it finds the other forms: "drills moved" -> "drill* moved*". What is in quotes,
 * excluded, short or starred stays. Null where nothing changes.
 */
export function starred(words: string): string | null {
  const found = words.replace(/-?"[^"]*"?|\S+/gu, starredWord);
  return found === words ? null : found;
}
