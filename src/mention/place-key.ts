/**
 * The key that a place's name is looked up by: lower case, without marks, dots and apostrophes, every other sign a space
 * ("Port-au-Prince" and "Port au Prince" meet). Empty where nothing is left.
 */
export function placeKey(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\p{M}.'’ʼ‘`ʹ]/gu, "")
    .toLowerCase()
    .replace(/[łıøđßæ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const plainLetters: Readonly<Record<string, string>> = { ł: "l", ı: "i", ø: "o", đ: "d", ß: "ss", æ: "ae" };

/** How a key is printed where nothing else is known: every word with a capital. */
export const printedKey = (key: string): string =>
  key.replace(/(^| )(\p{L})/gu, (_, space, letter) => space + letter.toUpperCase());
