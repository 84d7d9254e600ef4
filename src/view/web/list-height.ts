/** A height that no browser draws. */
const beyondPx = 100_000_000;
/** Of the tallest: rows may turn out higher than they were taken for. */
const usedPart = 0.9;

let tallestPx: number | null = null;

/** The tallest element that this browser draws, in px: some 33 million in Chrome and Safari, 17 million in Firefox. Measured once. */
export function tallest(): number {
  if (tallestPx !== null) return tallestPx;
  const probe = document.createElement("div");
  probe.style.position = "absolute";
  probe.style.visibility = "hidden";
  probe.style.height = `${beyondPx}px`;
  document.body.append(probe);
  // Firefox gives an element that is far too tall no height at all.
  tallestPx = Math.max(16_000_000, Math.min(33_000_000, probe.offsetHeight));
  probe.remove();
  return tallestPx;
}

/** How many of `count` items of about `estimatePx` fit into an element that is at most `mostPx` tall. */
export const fitting = (count: number, estimatePx: number, mostPx: number): number =>
  Math.min(count, Math.floor((mostPx * usedPart) / Math.max(1, estimatePx)));
