import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

interface Detector {
  readonly detect: (text: string) => { readonly language: string; readonly isReliable: () => boolean };
}

// 1 MB of counts and a quarter of a second to load: only when a language is first asked for. Node loads an ES module by `require` at once.
let detector: Detector | null = null;
const loadDetector = (): Detector => {
  detector ??= (
    createRequire(import.meta.url)(fileURLToPath(import.meta.resolve("eld/extrasmall"))) as { readonly eld: Detector }
  ).eld;
  return detector;
};

/**
 * The language of `text` as a BCP 47 primary subtag ("en", "ru"), by counts of letter groups (ELD) over its first 4,000 units;
 * null where the text is too short or the counts do not tell languages apart.
 */
export function languageOf(text: string): string | null {
  const front = text.slice(0, 4000);
  if ((front.match(/\p{L}/gu)?.length ?? 0) < 24) return null;
  const found = loadDetector().detect(front);
  return found.language !== "" && found.isReliable() ? found.language : null;
}
