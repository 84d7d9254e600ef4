import type { IsoDay } from "../../../model/document.ts";
import { counted } from "../words.ts";
import { Beyond } from "./beyond.tsx";
import { type Bin, type BinUnit, barPx, binAt, binDays, binWords, type Core, isWithin } from "./bin.ts";
import type { DeedCounts } from "./use-deeds.ts";

interface StripProps {
  readonly core: Core;
  readonly bins: readonly Bin[];
  readonly unit: BinUnit;
  /** Claims with a day of saying, as in the list; null where none are asked for. */
  readonly claims: readonly number[] | null;
  /** Are only some parts of a day listed? The bars count all of them. */
  readonly isPart: boolean;
  readonly deeds: DeedCounts | null;
  readonly from: IsoDay | null;
  readonly to: IsoDay | null;
  readonly onPick: (days: { readonly from: IsoDay | null; readonly to: IsoDay | null }) => void;
}

const halfPx = 56;
const widePx = 4;
const mostWide = 4;

/** Uncertain days in rows, so that none covers another; what finds no place in `mostWide` rows is counted. */
export function stacked(
  wide: DeedCounts["wide"],
  bins: readonly Bin[],
): { readonly rows: readonly (readonly { readonly from: number; readonly to: number }[])[]; readonly left: number } {
  const rows: { from: number; to: number }[][] = [];
  let left = 0;
  for (const { first, last } of wide.toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
    const one = { from: binAt(bins, first) ?? 0, to: binAt(bins, last) ?? bins.length - 1 };
    const row = rows.find((held) => held.at(-1)!.to < one.from);
    if (row) row.push(one);
    else if (rows.length < mostWide) rows.push([one]);
    else left++;
  }
  return { rows, left };
}

/** Years, or months where there are few: the first bin of each, for the axis. */
function ticksOf(bins: readonly Bin[]): readonly { readonly at: number; readonly words: string }[] {
  const years = new Set(bins.map(({ first }) => first.slice(0, 4)));
  const cut = years.size > 1 ? 4 : 7;
  const all = bins
    .map(({ first }, at) => ({ at, name: first.slice(0, cut), first }))
    .filter(({ name, at }) => at === 0 || bins[at - 1]!.first.slice(0, cut) !== name);
  const every = Math.ceil(all.length / 10);
  const near = bins.length * 0.12;
  return all
    .filter((_, at) => at % every === 0)
    .filter(({ at }, place, kept) => (kept[place + 1]?.at ?? Infinity) - at >= near && at <= bins.length - near / 2)
    .map(({ at, first }) => ({ at, words: cut === 4 ? first.slice(0, 4) : binWords({ first, last: first }, "month") }));
}

/** The density of the record over its days: deeds up, claims down, from a line that is zero. A bin narrows the page to its days. */
export function Strip({ core, bins, unit, claims: said, isPart, deeds, from, to, onPick }: StripProps) {
  const claims = said ?? [];
  const { rows, left } = stacked(deeds?.wide ?? [], bins);
  const top = rows.length * (widePx + 2) + 2;
  const height = top + (said === null ? 1 : 2) * halfPx + 2;
  const step = 100 / bins.length;
  const zero = top + halfPx;
  // Each side has its own scale, told beside it: there are ten claims to a deed, and the deeds would be a line.
  const [mostDeeds, mostClaims] = [Math.max(0, ...(deeds?.sums ?? [])), Math.max(0, ...claims)];
  return (
    <figure class="strip no-print">
      <div class="strip-labels quiet" aria-hidden="true">
        <span>
          ↑ deeds, at most {mostDeeds.toLocaleString("en")} a {unit}
        </span>
        {said !== null && (
          <span>
            ↓ claims said, at most {mostClaims.toLocaleString("en")} a {unit}
          </span>
        )}
      </div>
      <div class="strip-picture">
        <svg
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          style={{ height: `${height}px` }}
        >
          {bins.map((bin, at) => (
            <g
              key={bin.first}
              class={isWithin(bin, from, to) ? "strip-bin" : "strip-bin strip-bin-out"}
              onClick={() => onPick(binDays(bin))}
            >
              <title>{`${binWords(bin, unit)}: ${counted(deeds?.sums[at] ?? 0, "deed")}${said === null ? "" : `, ${counted(claims[at] ?? 0, "claim")}`}`}</title>
              <rect class="strip-reach" x={at * step} y="0" width={step} height={height} />
              <rect
                class="strip-deeds"
                x={at * step + step * 0.12}
                y={zero - barPx(deeds?.sums[at] ?? 0, mostDeeds, halfPx)}
                width={step * 0.76}
                height={barPx(deeds?.sums[at] ?? 0, mostDeeds, halfPx)}
              />
              <rect
                class="strip-claims"
                x={at * step + step * 0.12}
                y={zero + 1}
                width={step * 0.76}
                height={barPx(claims[at] ?? 0, mostClaims, halfPx)}
              />
            </g>
          ))}
          {rows.map((row, y) =>
            row.map((one) => (
              <rect
                key={`${one.from} ${one.to}`}
                class="strip-wide"
                x={one.from * step}
                y={y * (widePx + 2)}
                width={(one.to - one.from + 1) * step}
                height={widePx}
              />
            )),
          )}
          <line class="strip-zero" x1="0" x2="100" y1={zero + 0.5} y2={zero + 0.5} />
        </svg>
        <div class="strip-axis quiet" aria-hidden="true">
          {ticksOf(bins).map(({ at, words }) => (
            <span key={at} style={{ left: `${at * step}%` }}>
              {words}
            </span>
          ))}
        </div>
      </div>
      <figcaption class="quiet">
        A bar narrows the page to its {unit}.
        {said !== null && " Claims count on the day of saying; those with none in the text are not here."}
        {isPart && " The bars count every part of a day, also those that are not shown."}
        {deeds?.isTouching && " A deed whose day is not sure counts in every bar that it may belong to."}
        {rows.length > 0 &&
          ` Lines above: deeds whose day is known no closer${left > 0 ? `, and ${left} more of them` : ""}.`}
      </figcaption>
      <Beyond core={core} what="claim" onPick={onPick} />
      <details class="strip-table">
        <summary>The same as a table</summary>
        <table>
          <caption class="visually-hidden">Deeds and claims by {unit}</caption>
          <thead>
            <tr>
              <th scope="col">{unit}</th>
              <th scope="col">deeds</th>
              {said !== null && <th scope="col">claims</th>}
            </tr>
          </thead>
          <tbody>
            {bins.map(
              (bin, at) =>
                ((claims[at] ?? 0) > 0 || (deeds?.sums[at] ?? 0) > 0) && (
                  <tr key={bin.first}>
                    <th scope="row">
                      <button type="button" class="plain-button" onClick={() => onPick(binDays(bin))}>
                        {binWords(bin, unit)}
                      </button>
                    </th>
                    <td>{(deeds?.sums[at] ?? 0).toLocaleString("en")}</td>
                    {said !== null && <td>{(claims[at] ?? 0).toLocaleString("en")}</td>}
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
