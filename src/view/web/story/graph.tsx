import type { Holder, Origins } from "../../../model/ledger.ts";
import type { LedgerClaimRow } from "../../../record/ask/ledger-claim.ts";
import { publisherOf } from "../citation.ts";
import { dayWords } from "../day.ts";
import { masked, originWords } from "./name.ts";
import { type GraphNode, originGraph } from "./origin-graph.ts";
import { useWidth } from "./use-width.ts";

const linePx = 15;
const padPx = 6;

const Box = ({ node }: { readonly node: GraphNode }) => (
  <g class={`graph-${node.kind}${node.isEstablished ? "" : " graph-open"}`}>
    <title>{node.lines.join(" ")}</title>
    <rect x={node.x + 0.5} y={node.y + 0.5} width={node.width - 1} height={node.height} rx="3" />
    {node.lines.map((line, at) => (
      <text
        // biome-ignore lint: lines have no other name than their place
        key={at}
        class={node.kind === "report" && at === node.lines.length - 1 ? "graph-day" : undefined}
        x={node.x + padPx}
        y={node.y + padPx + at * linePx + 11.5}
      >
        {line}
      </text>
    ))}
  </g>
);

interface GraphProps {
  readonly row: Pick<LedgerClaimRow, "told" | "holder">;
  readonly origins: Origins["origins"];
  /** Documents that say nearly the words of a document. */
  readonly copiesOf: (document: string) => readonly string[];
}

/** Each origin in words, with the reports that rest on it and why: what the picture shows. */
function OriginList({ row, origins }: Pick<GraphProps, "row" | "origins">) {
  const names = new Map(row.told.map((one) => [one.document, publisherOf(one)]));
  const hide = (text: string, holder: Holder): string => masked(text, [holder]);
  return (
    <ul class="origin-list">
      {origins.map((origin, at) => (
        // biome-ignore lint: two origins may be alike in all but their place
        <li key={at} class={origin.established ? "origin" : "origin origin-open"}>
          <b>
            <bdi>{hide(originWords(origin), row.holder)}</bdi>
          </b>
          {!origin.established && <span> (perhaps an origin of its own, perhaps not)</span>}
          <span class="quiet">
            {hide(origin.reason, row.holder)}: {origin.documents.map((one) => names.get(one) ?? one).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where a claim comes from: from the reports over those who passed it on to the origins; reports of one origin lead into one box. */
export function OriginPicture({ row, origins, copiesOf }: GraphProps) {
  const { frame, width } = useWidth();
  const firsts = new Map(row.told.toReversed().map((one) => [one.document, one]));
  const reports = [...new Set(row.told.map(({ document }) => document))].map((document) => {
    const one = firsts.get(document)!;
    return {
      document,
      publisher: publisherOf(one),
      day: one.published === null ? "undated" : dayWords(one.published.slice(0, 10)),
      copies: copiesOf(document),
    };
  });
  const hide = (text: string): string => masked(text, [row.holder]);
  const graph =
    width === null
      ? null
      : originGraph({
          reports,
          origins: origins.map((origin) => ({ ...origin, chain: origin.chain.map(hide) })),
          nameOf: (origin) => hide(originWords(origin)),
          widthPx: Math.min(width, 480),
        });
  return (
    <div class="origins">
      <div ref={frame}>
        {graph && (
          <svg class="graph" width={graph.width} height={graph.height + 1} aria-hidden="true">
            {graph.links.map(({ d, isEstablished }) => (
              <path key={d} class={isEstablished ? "graph-link" : "graph-link graph-open"} d={d} />
            ))}
            {graph.brackets.map(({ top, bottom }) => (
              <path key={top} class="graph-bracket" d={`M9 ${top + 2}H3V${bottom - 2}H9`} />
            ))}
            {graph.nodes.map((node) => (
              <Box key={node.id} node={node} />
            ))}
          </svg>
        )}
      </div>
      {graph !== null && graph.more > 0 && (
        <p class="quiet">{graph.more.toLocaleString("en")} more reports are in the list, not in the picture.</p>
      )}
      {graph !== null && graph.brackets.length > 0 && (
        <p class="quiet">The bracket joins reports that say nearly the same words.</p>
      )}
      <OriginList row={row} origins={origins} />
    </div>
  );
}
