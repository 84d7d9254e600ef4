import { termOf } from "../../word.ts";
import { meaningsOf } from "../meaning.ts";
import type { Telling } from "../reading.ts";
import { once } from "./once.ts";

const one =
  /(?<!\b(?:half|such|quite|many|what) )\b(?:an?|a single|one)(?! (?:of|hundred|thousand|million|dozen|number|few)\b)((?: [\p{L}-]{2,20}){1,3})/giu;
const two =
  /\b(?:both|a pair of|two|three|four|several|a dozen|dozens of)(?: (?:of )?(?:the|its|his|her|their))? ([\p{L}-]{2,20}s)\b/giu;

interface Numbers {
  /** Nouns, and what stands before them, that one is told of. */
  readonly single: ReadonlySet<string>;
  /** Nouns that more than one is told of. */
  readonly several: ReadonlySet<string>;
}

const numbersOf = once(
  ({ words }: Telling): Numbers => ({
    single: new Set(
      [...words.matchAll(one)].flatMap(([, phrase]) =>
        phrase!
          .trim()
          .split(" ")
          .filter((form) => !form.endsWith("s"))
          .map(termOf),
      ),
    ),
    several: new Set([...words.matchAll(two)].map(([, noun]) => termOf(noun!))),
  }),
);

const alike = (a: string, b: string): boolean => a === b || meaningsOf(a).some((set) => meaningsOf(b).includes(set));

const apart = (a: Numbers, b: Numbers): boolean =>
  [...a.several].some(
    (noun) =>
      [...b.single].some((other) => alike(noun, other)) &&
      ![...b.several, ...a.single].some((other) => alike(noun, other)),
  );

/** Is one told of in the one telling and more in the other: "an engine failed", "both engines failed"? */
export const singleInOne = (a: Telling, b: Telling): boolean => {
  const [first, second] = [numbersOf(a), numbersOf(b)];
  return apart(first, second) || apart(second, first);
};
