import { memo } from "preact/compat";
import { useMemo } from "preact/hooks";
import type { Located } from "../../../model/span.ts";
import { counted } from "../words.ts";
import type { Item } from "./item.ts";
import type { Layer } from "./layer.ts";
import { Pieces } from "./piece.tsx";
import { coversOf, type Reading } from "./reading.ts";
import { furnitureLine } from "./say.ts";
import { type Cover, segmentsOf } from "./segment.ts";
import { type Drawn, type Part, reachOf, type Stretch } from "./stretch.ts";

const none: readonly Cover[] = [];
const overlapping = (covers: readonly Cover[], { start, end }: Located): readonly Cover[] => {
  const found = covers.filter((cover) => cover.start < end && cover.end > start);
  return found.length === 0 ? none : found;
};
const sameCovers = (a: readonly Cover[], b: readonly Cover[]): boolean =>
  a.length === b.length && a.every((cover, at) => cover === b[at]);

/** Words of ours before a block whose kind matters and cannot be seen from its form. */
const labels: Partial<Readonly<Record<Stretch["block"]["kind"], string>>> = {
  caption: "Caption",
  credit: "Credit",
  update: "Update",
  byline: "By line",
  dateline: "Dateline",
};

/** A word so long that looking for a place to break it would take seconds (measured with 5 MB in one word): it is broken anywhere. */
const isUnbroken = (text: string, { start, end }: Located): boolean => {
  let from = start;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) <= 32) from = at + 1;
    else if (at - from > 1_000) return true;
  }
  return false;
};

interface StretchProps {
  readonly reading: Reading;
  readonly stretch: Stretch;
  readonly covers: readonly Cover[];
}

/** One stretch of a block. Drawn again only where something over it has changed. */
export const StretchText = memo(
  ({ reading, stretch, covers }: StretchProps) => {
    const { block, start, end, isFirst } = stretch;
    const segments = segmentsOf(covers, start, end);
    const isHeading = block.kind === "title" || block.kind === "heading";
    const Tag = block === reading.title ? "h1" : isHeading ? "h2" : "p";
    const label = isFirst ? labels[block.kind] : undefined;
    return (
      <div class={`block block-${block.kind}${isFirst ? "" : " block-continued"}`}>
        {label && <span class="block-label">{label}</span>}
        <Tag class={isUnbroken(reading.text, stretch) ? "block-words block-unbroken" : "block-words"} dir="auto">
          <Pieces reading={reading} segments={segments} />
        </Tag>
      </div>
    );
  },
  (a, b) => a.reading === b.reading && a.stretch === b.stretch && sameCovers(a.covers, b.covers),
);

interface FurnitureProps {
  readonly reading: Reading;
  readonly stretches: readonly Stretch[];
  readonly covers: readonly Cover[];
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** A run of furniture in one line that opens. What is folded is not drawn at all. */
const Furniture = ({ reading, stretches, covers, isOpen, toggle }: FurnitureProps) => (
  <div class={isOpen ? "furniture furniture-open" : "furniture"}>
    <button type="button" class="furniture-line" aria-expanded={isOpen} onClick={toggle}>
      {furnitureLine(stretches)} · <b>{isOpen ? "hide" : "show"}</b>
    </button>
    {isOpen &&
      stretches.map((stretch) => (
        <StretchText key={stretch.start} reading={reading} stretch={stretch} covers={overlapping(covers, stretch)} />
      ))}
  </div>
);

interface TextProps {
  readonly reading: Reading;
  readonly on: readonly Layer[];
  readonly drawn: Drawn;
  /** What is selected or pointed at. */
  readonly shown: readonly Cover[];
  /** Numbers of the parts whose furniture is open. */
  readonly open: ReadonlySet<number>;
  readonly toggle: (part: number) => void;
  readonly more: (side: "before" | "after") => void;
}

/** Covers of the layers that are on, by what they are drawn in: the first unit of a part. */
function coversByPart(
  items: readonly Item[],
  on: readonly Layer[],
  parts: readonly Part[],
): ReadonlyMap<Part, readonly Cover[]> {
  const reaches = parts.map(reachOf);
  const held = new Map<Part, Cover[]>(parts.map((part) => [part, []]));
  for (const item of items) {
    if (!on.includes(item.layer)) continue;
    for (const cover of coversOf(item)) {
      // Parts are few (what is drawn at once), and in order.
      for (let at = firstEndingAfter(reaches, cover.start); at < parts.length && reaches[at]!.start < cover.end; at++) {
        held.get(parts[at]!)!.push(cover);
      }
    }
  }
  return held;
}

function firstEndingAfter(reaches: readonly Located[], offset: number): number {
  let low = 0;
  let high = reaches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reaches[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text of a report below its heading, as far as it is drawn. */
export function Text({ reading, on, drawn, shown, open, toggle, more }: TextProps) {
  const { text, parts, items } = reading;
  const here = useMemo(() => parts.slice(drawn.from, drawn.until), [parts, drawn.from, drawn.until]);
  const layersKey = on.join();
  const byPart = useMemo(() => coversByPart(items, on, here), [items, layersKey, here]);
  const before = drawn.from > 0 ? reachOf(parts[drawn.from]!).start : 0;
  const after = drawn.until < parts.length ? text.length - reachOf(parts[drawn.until]!).start : 0;
  return (
    <>
      {before > 0 && (
        <p class="not-drawn">
          {counted(before, "character")} before this are not drawn.{" "}
          <button type="button" class="plain-button" onClick={() => more("before")}>
            Show more of what is before
          </button>
        </p>
      )}
      {here.map((part, place) => {
        const at = drawn.from + place;
        const covers = [...(byPart.get(part) ?? none), ...overlapping(shown, reachOf(part))];
        return part.kind === "read" ? (
          <StretchText key={at} reading={reading} stretch={part.stretch} covers={covers} />
        ) : (
          <Furniture
            key={at}
            reading={reading}
            stretches={part.stretches}
            covers={covers}
            isOpen={open.has(at)}
            toggle={() => toggle(at)}
          />
        );
      })}
      {after > 0 && (
        <p class="not-drawn">
          {counted(after, "character")} after this are not drawn, so that the page stays quick.{" "}
          <button type="button" class="plain-button" onClick={() => more("after")}>
            Show more
          </button>
        </p>
      )}
    </>
  );
}
