/** A JSON text as far as it is whole. */
export interface CutJson {
  /** Parsed; null where nothing could be. */
  readonly value: unknown;
  readonly isCut: boolean;
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** Index after the string that opens at `at`; the length where it is never closed. */
function endOfString(text: string, at: number): number {
  for (let from = at + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (text[quote - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return quote + 1;
    from = quote + 1;
  }
}

const closing: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/** The front of a text up to the last object that is whole and stands in one of the `lists`, with what is open there closed; null where there is none. */
function wholeFront(text: string, lists: readonly string[]): string | null {
  const deepest = Math.max(...lists.map((list) => list.length));
  const open: string[] = [];
  let end = 0;
  let closers = "";
  let at = 0;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '"') {
      at = endOfString(text, at);
      continue;
    }
    if (char === "{" || char === "[") open.push(char);
    else if (char === "}" || char === "]") {
      // A bracket that closes none: from here on it is no JSON.
      if (closing[open.pop() ?? ""] !== char) break;
      if (char === "}" && open.length <= deepest && lists.includes(open.join(""))) {
        end = at + 1;
        closers = open
          .toReversed()
          .map((one) => closing[one])
          .join("");
      }
    }
    at++;
  }
  return end === 0 ? null : text.slice(0, end) + closers;
}

/**
 * A JSON text -> its value; of one that is cut off or broken, the value of its front, up to the last whole object before the fault in one of the `lists`:
 * a list is named by the brackets that are open in it, outermost first ("{[" is a list in the outermost object). Two passes; never throws.
 */
export function parseCutJson(text: string, lists: readonly string[]): CutJson {
  const whole = parsed(text);
  if (whole) return { ...whole, isCut: false };
  const front = wholeFront(text, lists);
  return { value: front === null ? null : (parsed(front)?.value ?? null), isCut: true };
}
