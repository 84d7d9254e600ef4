import type { AttributionKind } from "../model/attribution.ts";
import type { Draft } from "./clause.ts";
import type { Reading } from "./reading.ts";
import { isName } from "./word.ts";

/** Attitudes: they are kept where the report tells them, and inside another's words only where a name holds them. */
const attitudes = new Set<AttributionKind>([
  "believe",
  "want",
  "describe",
  "praise",
  "criticize",
  "agree",
  "report",
  "ask",
  "urge",
  "refuse",
]);

/**
 * Is the draft worth keeping, given whether another's content holds it? Of 3,600 attributions that these rules find inside quotations of PolNeAR's
 * training part, its annotators marked five: what a speaker says of himself ("I think") is content, not another attribution.
 */
export function isKept({ quoteOf, words }: Reading, draft: Draft, nested: boolean): boolean {
  const { hit, source } = draft;
  const quoted = quoteOf[hit.head]! >= 0;
  // "The claim could not be verified" is a mark of evidence, and nobody's statement.
  if (hit.negated && hit.form === "passive" && /^(?:verify|confirm|corroborate)$/.test(hit.row.cue)) return false;
  if (!quoted && !nested) return true;
  if (!source) return false;
  const named =
    isName(words, source.core[0]) && !/^(?:i|we|it|he|she|they|you|this|that)$/.test(words.lower[source.core[0]]!);
  if (quoted || attitudes.has(hit.row.kind))
    return named && !draft.inherited && !(quoted && attitudes.has(hit.row.kind));
  return true;
}
