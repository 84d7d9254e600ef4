/** Words at a place of the picture. */
export interface Label {
  readonly key: string;
  readonly words: string;
  readonly x: number;
  readonly y: number;
}

const letterPx = 6.6;
const linePx = 15;

/** The labels that fit without covering one another, the earlier ones first. */
export function fittingLabels(labels: readonly Label[]): readonly Label[] {
  const kept: Label[] = [];
  const widthOf = ({ words }: Label): number => words.length * letterPx;
  for (const label of labels) {
    const isFree = kept.every(
      (other) =>
        Math.abs(other.y - label.y) >= linePx ||
        label.x + widthOf(label) + 4 < other.x ||
        other.x + widthOf(other) + 4 < label.x,
    );
    if (isFree) kept.push(label);
  }
  return kept;
}
