/** Latin letters for Cyrillic ones, close to BGN/PCGN, folded further by `spellingKey`. */
const latinOf: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  ё: "e",
  є: "e",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  ї: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ў: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};

/**
 * A key under which the ways to print one name in Latin or Cyrillic letters meet: "Varashenka", "Varashenko", "Варашенко".
 * Lower case, without marks, apostrophes and hyphens; transliterations of East Slavic names are folded by rule.
 * What no rule joins without joining other names ("Kyiv", "Kiev") is in `lexicon/spelling.tsv`. Empty for a word without letters or digits.
 */
export function spellingKey(word: string): string {
  const latin = word
    .toLowerCase()
    .replace(/[а-яёіїєґў]/g, (letter) => latinOf[letter] ?? "")
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "");
  return latin
    .replaceAll("ł", "l")
    .replaceAll("ks", "x")
    .replaceAll("ph", "f")
    .replaceAll("kh", "h")
    .replaceAll("tz", "ts")
    .replaceAll("tch", "ch")
    .replaceAll("w", "v")
    .replace(/[yji]([aou])/g, "i$1")
    .replace(/(^|[^aeiou])[yji]e/g, "$1e")
    .replace(/[yj]/g, "i")
    .replace(/([a-z])\1+/g, "$1")
    .replace(/ousk/g, "ovsk")
    .replace(/^tsi/, "ti")
    .replace(/enka$/, "enko")
    .replace(/avich$/, "ovich");
}
