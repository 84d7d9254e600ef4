import type { Origin } from "../../../model/ledger.ts";

/** A report at the left side of the graph. */
export interface GraphReport {
  readonly document: string;
  readonly publisher: string;
  /** A second line: the day. */
  readonly day: string;
  /** Documents that say nearly the same words. */
  readonly copies: readonly string[];
}

/** A box of the graph: px from the top left. */
export interface GraphNode {
  readonly kind: "report" | "via" | "origin";
  /** The document of a report; else what it is, for a key. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** False for an origin of which the texts do not tell whether it is one of its own. */
  readonly isEstablished: boolean;
}

/** Where everything of the graph stands. */
export interface OriginGraph {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly GraphNode[];
  readonly links: readonly { readonly d: string; readonly isEstablished: boolean }[];
  /** Brackets at the left of reports that say nearly the same words. */
  readonly brackets: readonly { readonly top: number; readonly bottom: number }[];
  /** Reports that are left out because there are too many. */
  readonly more: number;
}

const unitPx = 6.3;
const linePx = 15;
const padPx = 6;
const gapPx = 8;
const bracketPx = 12;
const mostReports = 12;
const mostLines = 3;

/** `text` in lines of at most `units`, broken between words where that is possible; what is too long ends with "…". */
export function wrapped(text: string, units: number, most = mostLines): readonly string[] {
  const lines: string[] = [""];
  for (const word of text.replace(/\s+/g, " ").trim().split(" ")) {
    const line = lines.at(-1)!;
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= units) lines[lines.length - 1] = longer;
    else if (line === "") lines[lines.length - 1] = word;
    else lines.push(word);
    if (lines.length > most) break;
  }
  const cut = (line: string): string =>
    `${line
      .slice(0, Math.max(1, units - 1))
      .toWellFormed()
      .replace(/\ufffd$/, "")}…`;
  return lines.slice(0, most).map((line, at) => {
    const isLast = at === most - 1 && lines.length > most;
    return line.length > units ? cut(line) : isLast ? (line.length < units ? `${line}…` : cut(line)) : line;
  });
}

/** Reports of one origin with copies beside each other, else in the order given. */
function together(reports: readonly GraphReport[]): readonly (readonly GraphReport[])[] {
  const sets: GraphReport[][] = [];
  for (const report of reports) {
    const set = sets.find((one) =>
      one.some(({ document, copies }) => copies.includes(report.document) || report.copies.includes(document)),
    );
    if (set) set.push(report);
    else sets.push([report]);
  }
  return sets;
}

const linkPath = (from: GraphNode, to: GraphNode): string => {
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
};

/** What lies between the report and the origin: the media that passed it on. */
export const viaOf = ({ chain }: Pick<Origin, "chain">): readonly string[] => chain.slice(1, -1);

interface GraphInput {
  readonly reports: readonly GraphReport[];
  readonly origins: readonly Origin[];
  /** Names of origins and of media as they are to be shown. */
  readonly nameOf: (origin: Origin) => string;
  readonly widthPx: number;
}

/**
 * Lays out where a claim comes from: reports at the left, origins at the right, those who passed it on between them. Reports that rest on one
 * origin lead into one box, so that it is seen why they count as one. The same input gives the same picture.
 */
export function originGraph({ reports, origins, nameOf, widthPx }: GraphInput): OriginGraph {
  const hasVia = origins.some((origin) => viaOf(origin).length > 0);
  const columns = hasVia ? 3 : 2;
  const between = hasVia ? 22 : 40;
  const boxPx = Math.floor((widthPx - bracketPx - between * (columns - 1)) / columns);
  const units = Math.max(8, Math.floor((boxPx - 2 * padPx) / unitPx));
  const xOf = (column: number): number => bracketPx + column * (boxPx + between);
  const box = (kind: GraphNode["kind"], id: string, lines: readonly string[], isEstablished = true) => ({
    kind,
    id,
    lines,
    isEstablished,
    width: boxPx,
    height: lines.length * linePx + 2 * padPx,
  });
  const nodes: GraphNode[] = [];
  const links: { d: string; isEstablished: boolean }[] = [];
  const brackets: { top: number; bottom: number }[] = [];
  const drawn = new Map<string, GraphNode>();
  const wanted = new Map(reports.map((report) => [report.document, report]));
  let [y, left] = [0, mostReports];
  let more = 0;
  origins.forEach((origin, place) => {
    const start = y;
    const own = origin.documents.flatMap((document) => wanted.get(document) ?? []);
    const fresh = own.filter(({ document }) => !drawn.has(document));
    const shown = fresh.slice(0, left);
    more += fresh.length - shown.length;
    left -= shown.length;
    if (own.length > 0 && shown.length === 0 && !own.some(({ document }) => drawn.has(document))) return;
    for (const set of together(shown)) {
      const top = y;
      for (const report of set) {
        const made = box("report", report.document, [...wrapped(report.publisher, units, 2), report.day]);
        const node = { ...made, x: xOf(0), y };
        nodes.push(node);
        drawn.set(report.document, node);
        y += node.height + gapPx;
      }
      if (set.length > 1) brackets.push({ top, bottom: y - gapPx });
    }
    const target = box("origin", `origin ${place}`, wrapped(nameOf(origin), units), origin.established);
    const height = Math.max(y - gapPx - start, target.height);
    const end = { ...target, x: xOf(columns - 1), y: start + (height - target.height) / 2 };
    const via = viaOf(origin);
    const first = own.find(({ publisher }) => publisher === origin.chain[0]) ?? own[0];
    const made = via.length === 0 ? null : box("via", `via ${place}`, wrapped(via.join(", then "), units));
    const firstNode = first ? drawn.get(first.document) : undefined;
    const middle = made && firstNode ? { ...made, x: xOf(1), y: Math.max(start, firstNode.y) } : null;
    nodes.push(end);
    if (middle) {
      nodes.push(middle);
      links.push({ d: linkPath(middle, end), isEstablished: origin.established });
    }
    for (const report of own) {
      const node = drawn.get(report.document);
      if (node)
        links.push({
          d: linkPath(node, middle !== null && report === first ? middle : end),
          isEstablished: origin.established,
        });
    }
    y = Math.max(y, start + height + gapPx, (middle?.y ?? 0) + (middle?.height ?? 0) + gapPx) + gapPx;
  });
  return { width: widthPx, height: Math.max(0, y - 2 * gapPx), nodes, links, brackets, more };
}
