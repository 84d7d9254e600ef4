import { once } from "./conflict/once.ts";
import type { Telling } from "./reading.ts";

const hours: Readonly<Record<string, number>> = Object.fromEntries(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, at) => [word, at + 1]),
);

/** Times of day that are told, in hours of a clock of twelve. */
export function clockOf(words: string): readonly number[] {
  const found: number[] = [];
  const hour = (word: string): number | null =>
    hours[word.toLowerCase()] ?? (/^\d{1,2}$/.test(word) ? Number(word) : null);
  for (const [, at, minutes] of words.matchAll(/\b(\d{1,2})[.:](\d{2})\b(?! ?(?:per|million|billion|metres|kilo))/g))
    if (Number(at) < 25 && Number(minutes) < 60) found.push((Number(at) % 12) + Number(minutes) / 60);
  for (const [, part, way, word] of words.matchAll(
    /\b(half|quarter|twenty|ten|five) (past|to|after) (\p{L}{3,6}|\d{1,2})\b/giu,
  )) {
    const at = hour(word!);
    const minutes = { half: 30, quarter: 15, twenty: 20, ten: 10, five: 5 }[part!.toLowerCase()]!;
    if (at !== null) found.push((((at + ((way === "to" ? -1 : 1) * minutes) / 60) % 12) + 12) % 12);
  }
  for (const [, word] of words.matchAll(
    /(?<![\d.:])\b(\d{1,2}|\p{L}{3,6}) ?(?:[ap]\.?m\b|o['’]clock|in the (?:morning|afternoon|evening)|at night)/giu,
  )) {
    const at = hour(word!);
    if (at !== null) found.push(at % 12);
  }
  if (/\b(?:noon|midnight|midday)\b/i.test(words)) found.push(0);
  return found;
}

const clocksOf = once(({ words }: Telling) => clockOf(words));

/** 1 where both tell times of day and none is the same, -1 where one is, 0 else. */
export function clockApart(a: Telling, b: Telling): number {
  const [one, other] = [clocksOf(a), clocksOf(b)];
  if (one.length === 0 || other.length === 0) return 0;
  return one.some((left) => other.some((right) => Math.abs(left - right) < 0.02)) ? -1 : 1;
}
