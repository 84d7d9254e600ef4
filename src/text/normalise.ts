/**
 * A raw text with NUL and lone surrogates replaced by U+FFFD, one UTF-16 unit for one, so that offsets stay.
 * Nothing else is changed: no line end, no space, no composed character. `replaced` counts the units.
 */
export function normaliseText(raw: string): { readonly text: string; readonly replaced: number } {
  if (raw.isWellFormed() && !raw.includes("\0")) return { text: raw, replaced: 0 };
  let replaced = 0;
  const text = raw.replace(/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, () => {
    replaced++;
    return "\uFFFD";
  });
  return { text, replaced };
}
