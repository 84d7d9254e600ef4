import type { FigureRow, HappeningRow } from "../../../record/ask/happenings.ts";
import type { AnswerOf } from "../../api/contract.ts";
import type { Asked } from "../asking.ts";
import { publisherOf } from "../citation.ts";
import { dayWords, rangeWords } from "../day.ts";
import { SelectLink } from "../ledger/select-link.tsx";
import { boundWords } from "../reader/say.ts";
import { Failed, Loading } from "../state.tsx";
import { counted } from "../words.ts";
import { FigureChart } from "./figure-chart.tsx";
import { HappeningHead } from "./happenings.tsx";
import { holderWords } from "./name.ts";
import { type NamedFigure, seriesOf } from "./series.ts";

interface SeriesProps {
  readonly figures: readonly NamedFigure[];
  readonly at: string | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: () => void;
}

/** All figures of a series as rows: for those that cannot see the picture, and for copying. */
const Table = ({ figures, at, onSelect, onOpen, isWalked }: SeriesProps & { readonly isWalked: boolean }) => (
  <div class="figure-frame">
    <table class="figure-table">
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Whose</th>
          <th scope="col">Told</th>
          <th scope="col">Printed by</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ id, row }) => (
          <tr
            key={id}
            class={row.superseded ? "superseded" : undefined}
            data-selected={id === at}
            data-at={isWalked ? id : undefined}
          >
            <th scope="row">
              <SelectLink at={id} isSelected={id === at} onSelect={() => onSelect(id)} onOpen={onOpen}>
                <bdi>{row.figure}</bdi>
              </SelectLink>
              {row.bound !== "exact" && boundWords(row) !== row.figure.toLowerCase() && (
                <span class="quiet"> {boundWords(row)}</span>
              )}
            </th>
            <td>
              <bdi>{holderWords(row.holder)}</bdi>
              {row.superseded && <span class="quiet"> (gave a newer one)</span>}
            </td>
            <td>{row.day === null ? "no day" : dayWords(row.day)}</td>
            <td>
              <bdi>{publisherOf(row)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** What a series counts: "killed (guard)", and of which event where that is known, so that two counts of soldiers can be told apart. */
const Counted = ({ row, of }: { readonly row: FigureRow; readonly of: HappeningRow | null }) => (
  <figcaption>
    <b>
      <bdi>{row.of}</bdi>
    </b>
    {(row.unit !== null || of !== null) && (
      <span class="quiet">
        {row.unit !== null && (
          <>
            {" "}
            (<bdi>{row.unit}</bdi>)
          </>
        )}
        {of !== null && (
          <>
            {" · "}
            <HappeningHead row={of} />
            {[rangeWords(of.first, of.last), of.place].filter((part) => part !== null).map((part) => ` · ${part}`)}
          </>
        )}
      </span>
    )}
  </figcaption>
);

interface OneSeriesProps extends SeriesProps {
  /** The event whose people or things are counted; null where it is not known or told by one report alone. */
  readonly happening: HappeningRow | null;
}

function Series({ happening, ...props }: OneSeriesProps) {
  const { figures, at, onSelect } = props;
  const dated = new Set(figures.flatMap(({ row }) => row.day ?? [])).size;
  return (
    <figure class="figure-series">
      <Counted row={figures[0]!.row} of={happening} />
      {dated > 1 || (dated === 1 && figures.length > 1) ? (
        <>
          <FigureChart figures={figures} at={at} onSelect={onSelect} />
          <details class="figure-rows">
            <summary>{counted(figures.length, "figure")} as a table</summary>
            <Table {...props} isWalked={false} />
          </details>
        </>
      ) : (
        <Table {...props} isWalked />
      )}
    </figure>
  );
}

interface FiguresProps extends Omit<SeriesProps, "figures"> {
  readonly found: Asked<AnswerOf<"figures">>;
  /** The events of the story that are shown above. */
  readonly happenings: readonly HappeningRow[];
}

/** Tolls and counts over days, each with whose it is; what was replaced stays, smaller. */
export function StoryFigures({ found, happenings, ...rest }: FiguresProps) {
  const byId = new Map(happenings.map((row) => [row.happening, row]));
  const series = seriesOf(found.value?.rows ?? []).toSorted((a, b) => b.length - a.length);
  return (
    <section class="story-part" id="figures">
      <h2>Numbers over time</h2>
      {found.problem ? (
        <Failed problem={found.problem} again={found.again} />
      ) : found.value === null ? (
        <Loading what="the numbers" />
      ) : (
        <>
          <p class="quiet">
            {series.length === 0
              ? "No toll or count was found in these reports. Numbers of killed, wounded, detained and the like stand here with whose they are."
              : "Each figure with whose it is. A line joins the figures of one holder; the grey ones were replaced by a newer one of the same holder."}
          </p>
          {series.map((figures) => (
            <Series
              key={figures[0]!.row.series}
              {...rest}
              figures={figures}
              happening={byId.get(figures[0]!.row.happening ?? "") ?? null}
            />
          ))}
        </>
      )}
    </section>
  );
}
