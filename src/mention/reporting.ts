import type { Line } from "./found.ts";
import type { WordGrammar } from "./grammar.ts";
import { sayingLemmas } from "./speaking.ts";
import { sayingForms } from "./word-class.ts";

const close = /^(?:[,”"’'»!?;]|--|—|–|\.\.\.|…|'')$/;

/**
 * Do the words `[from, to)` stand with a verb of saying behind what they say: "It is over, | he said", "It is over, said | he", "sunk, according to | him"?
 * Who is named in those words is then hardly the one who says them.
 */
export function reportsBehind({ words }: Line, grammar: readonly WordGrammar[], from: number, to: number): boolean {
  if (from === 0) return false;
  const before = words[from - 1]!;
  if (before.key === "to" && words[from - 2]?.key === "according") return from > 2;
  const verb = grammar.slice(from, to).find((one) => one.verb !== null)?.verb ?? null;
  // "Oumar, who sells onions, said her son was ill": what has a verb of its own begins what is said.
  const isOwn = (verb !== null && !sayingLemmas.has(verb)) || /^(?:his|her|its|their)$/.test(words[to - 1]!.key);
  if (sayingForms.has(before.key) && close.test(words[from - 2]?.text ?? "")) return !isOwn;
  if (!close.test(before.text)) return false;
  return (
    sayingForms.has(words[to]?.key ?? "") || (verb !== null && sayingLemmas.has(verb)) || words[to]?.key === "went"
  );
}
