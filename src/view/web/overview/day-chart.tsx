import { useState } from "preact/hooks";
import type { CountRow } from "../../api/contract.ts";
import { Link } from "../link.tsx";
import { usePlace } from "../location.ts";
import { to, urlOf } from "../route.ts";
import { counted } from "../words.ts";
import { type Bin, binsOf, type Days, dayAfter, dayBefore } from "./bin.ts";

const claimsOf = (bin: Bin) => to("claims", { from: bin.from, to: bin.to });
const toldOf = (bin: Bin): string =>
  `${bin.label}: ${counted(bin.claims, "claim")}${bin.documents === null ? "" : ` in ${counted(bin.documents, "report")}`}`;

interface DayChartProps {
  readonly rows: readonly CountRow[];
  readonly within: Days | null;
  /** How many claims have no day; null while that is not known. */
  readonly undated: number | null;
}

/** Claims and the reports that hold them, day by day (or week, month, year), each bar a way to the claims of its days. */
export function DayChart({ rows, within, undated }: DayChartProps) {
  const [told, setTold] = useState<Bin | null>(null);
  const { width, bins, earlier, later } = binsOf(rows, within);
  if (!bins.some((bin) => bin.claims > 0))
    return <p class="quiet">No claim has a day yet: add reports with their day.</p>;
  const most = bins.reduce((best, bin) => (bin.claims > best.claims ? bin : best));
  const [first, last] = [bins[0]!, bins.at(-1)!];
  const mostDocuments = Math.max(1, ...bins.map((bin) => bin.documents ?? 0));
  return (
    <div class="day-chart">
      <p class="quiet day-chart-told" aria-hidden="true">
        {toldOf(told ?? most)}
        {told === null && bins.length > 1 && ", the most"}
      </p>
      <div class="day-chart-bars" aria-hidden="true" onMouseLeave={() => setTold(null)}>
        {bins.map((bin) => (
          <span key={bin.from} class="day-chart-slot" onMouseEnter={() => setTold(bin)}>
            {bin.claims > 0 && (
              <DayBar
                bin={bin}
                claims={bin.claims / most.claims}
                documents={bin.documents === null ? null : bin.documents / mostDocuments}
              />
            )}
          </span>
        ))}
      </div>
      <p class="day-chart-ends quiet" aria-hidden="true">
        <span>{first.label}</span>
        {bins.length > 1 && <span>{last.label}</span>}
      </p>
      <p class="quiet" aria-hidden="true">
        {width === "day"
          ? "Above the line claims a day, by the day they were made, else printed; below it the reports that hold them."
          : `Claims a ${width}, by the day they were made, else printed.`}
      </p>
      {earlier + later > 0 && (
        <p class="quiet">
          {earlier > 0 && (
            <Link to={to("claims", { to: dayBefore(first.from) })}>{counted(earlier, "claim")} earlier</Link>
          )}
          {earlier > 0 && later > 0 && ", "}
          {later > 0 && <Link to={to("claims", { from: dayAfter(last.to) })}>{counted(later, "claim")} later</Link>}
        </p>
      )}
      {undated !== null && undated > 0 && (
        <p class="quiet">
          {counted(undated, "claim has", "claims have")} no day, neither of saying nor of print, and{" "}
          {undated === 1 ? "is" : "are"} in no bar.
        </p>
      )}
      <details>
        <summary>The same as a table</summary>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">Claims made</th>
              <th scope="col">Claims</th>
              {width === "day" && <th scope="col">Reports</th>}
            </tr>
          </thead>
          <tbody>
            {bins
              .filter((bin) => bin.claims > 0)
              .map((bin) => (
                <tr key={bin.from}>
                  <th scope="row">
                    <Link to={claimsOf(bin)}>{bin.label}</Link>
                  </th>
                  <td>{bin.claims.toLocaleString("en")}</td>
                  {bin.documents !== null && <td>{bin.documents.toLocaleString("en")}</td>}
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

/** `claims` and `documents` are shares of the highest bar. The table behind the chart is what keyboards and screen readers use. */
function DayBar({
  bin,
  claims,
  documents,
}: {
  readonly bin: Bin;
  readonly claims: number;
  readonly documents: number | null;
}) {
  const { go } = usePlace();
  return (
    <a
      href={urlOf(claimsOf(bin))}
      class="day-column"
      tabIndex={-1}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(claimsOf(bin));
      }}
    >
      <span class="day-column-up">
        <span style={{ height: `${100 * claims}%` }} />
      </span>
      {documents !== null && (
        <span class="day-column-down">
          <span style={{ height: `${100 * documents}%` }} />
        </span>
      )}
    </a>
  );
}
