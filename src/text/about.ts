// "About Anna Tessel", "About Harbour Post", in the languages that `cue-other.ts` knows.
const form =
  /^(?:about|über|zu|sobre|acerca de|à propos de|à propos d'|a proposito di|chi è|informazioni su|over|o|об?|про)\s+(?:(?:the|den|die|das|o|a|el|la|l'|le|de)\s+)?(?:\p{Lu}|author|autor|company)/u;
const english = /^about\s/i;

/**
 * Is the line the heading of a note about an author or a firm ("About Anna Tessel"), as stands below reports and press releases?
 * At most seven words, without an end of a sentence.
 */
export function isAboutHeading(line: string): boolean {
  if (line.length > 60 || /[.!?,;]$/.test(line)) return false;
  const words = line.split(/\s+/).length;
  if (words < 2 || words > 7) return false;
  return form.test(
    english.test(line) ? line.toLowerCase().slice(0, 6) + line.slice(6) : line.charAt(0).toLowerCase() + line.slice(1),
  );
}
