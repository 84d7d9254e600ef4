const opening = /^(?:by|written by|story by|text by)\s*:?\s+(?=\S)/i;
const namePart = /^\p{Lu}[\p{L}'’.-]*,?$/u;
const particle = /^(?:de|da|del|dos|van|von|der|den|al|el|bin|ibn|la|le|di|du)$/;
const joint = /^(?:and|&)$/i;
// What may follow the names on the line: an office, an agency, a time.
const afterNames =
  /^(?:for|of|in|at|on|staff|senior|chief|special|reporter|correspondent|editor|writer|published|updated|updates|[|·•–—-]|\d{1,2}:\d\d|\()/iu;
const notNames =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|The|This|That|These|Then|Contrast|Comparison|Law|Now|Sign|Using|Clicking|Signing)$/;

/** Splits "A B, C D and E F" into its names; a comma or "and" ends one. */
function namesIn(words: readonly string[]): readonly string[] {
  const names: string[][] = [[]];
  for (const word of words) {
    if (joint.test(word)) names.push([]);
    else names.at(-1)!.push(word.replace(/,$/, ""));
    if (word.endsWith(",")) names.push([]);
  }
  return names.filter((name) => name.length > 0).map((name) => name.join(" "));
}

const office =
  /\b(?:writer|editor|correspondent|reporter|staff|press|news|bureau|service|reuters|contributor|columnist)\b/i;

/**
 * Authors that a byline names ("By NAME and NAME, Staff Writer"), in order, without offices and agencies unless there is nothing else;
 * null where the line is no byline. Lines over 200 characters are none.
 */
export function bylineAuthors(line: string): readonly string[] | null {
  if (line.length > 200) return null;
  const start = opening.exec(line);
  if (!start) return null;
  const words = line.slice(start[0].length).split(/\s+/);
  let end = 0;
  while (
    end < words.length &&
    (namePart.test(words[end]!) || (end > 0 && (particle.test(words[end]!) || joint.test(words[end]!))))
  )
    end++;
  const names = namesIn(words.slice(0, end));
  const first = words[0]!.replace(/,$/, "");
  // "By Friday, 300 people had left." is a sentence.
  if (end === 0 || end > 20 || notNames.test(first)) return null;
  const rest = words.slice(end);
  if (rest.length > 14 || (rest.length > 0 && !afterNames.test(rest[0]!))) return null;
  if (rest.length > 2 && /[.!?]["”’]?$/.test(line)) return null;
  const people = names.filter((name) => !office.test(name));
  return people.length > 0 ? people : names;
}

const creditForm =
  /^[\s(—–-]{0,4}(?:with )?(?:additional |further |contributing )?(?:reporting|writing|editing|translated|translation|compiled|edited|produced|contributions?|contributing)\s?(?:and (?:writing|editing|reporting) )?(?:by|from|:)|\bcontributed to this (?:report|story|article)\b|^(?:this (?:story|article|report) (?:was )?(?:first|originally) (?:published|appeared|produced|reported)|originally published|sources?:|based on reporting by|agencies contributed|with (?:agencies|agency reports|wire reports|files from|inputs? from|reports? from))/i;

/** Is this a line of credit: agencies and people who helped, or where a report first appeared? At most 400 characters. */
export const isCredit = (line: string): boolean => line.length <= 400 && creditForm.test(line);
