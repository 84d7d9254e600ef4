import type { Block } from "../../model/block.ts";
import type { Decision } from "../../model/record.ts";
import type { NearCopy, OneDocument, RevisionRow } from "../../record/ask/document.ts";
import { claimPages } from "./plain-claim.ts";
import { eventLines } from "./plain-event.ts";
import { claimsOf, eventsOf } from "./plain-layer.ts";
import { counted, flat, listed, offsets, publishedOn, shown } from "./plain-line.ts";

const isFolded = (block: Block): boolean => block.kind === "furniture" || block.kind === "teaser";
const folded = (blocks: readonly Block[]): string => {
  const kinds = new Set(blocks.map((block) => (block.kind === "teaser" ? "teaser" : (block.furniture ?? "other"))));
  const units = blocks.reduce((sum, block) => sum + block.end - block.start, 0);
  return `[furniture: ${[...kinds].join(", ")}, ${counted(units, "character")}]`;
};

/** Kinds of block that are told by name, since their words alone do not show it. */
const told: ReadonlySet<Block["kind"]> = new Set(["caption", "credit", "update"]);

/**
 * The text in paragraphs; neighbouring furniture and teasers are one line. Blocks of one line of the text (a dateline and the
 * paragraph it opens) stay on one line.
 */
function textLines({ annotation, title }: OneDocument): readonly string[] {
  const { text, blocks } = annotation;
  const lines: string[] = [];
  let furniture: Block[] = [];
  let end: number | null = null;
  const fold = (): void => {
    if (furniture.length > 0) lines.push(folded(furniture));
    furniture = [];
  };
  for (const block of blocks) {
    const words = flat(text.slice(block.start, block.end));
    if (block.kind === "title" && words === flat(title ?? "")) continue;
    if (isFolded(block)) {
      furniture.push(block);
      end = null;
      continue;
    }
    fold();
    const between: string | null = end === null ? null : text.slice(end, block.start);
    if (between !== null && !between.includes("\n")) lines[lines.length - 1] += `${between === "" ? "" : " "}${words}`;
    else lines.push(told.has(block.kind) ? `[${block.kind}] ${words}` : words);
    end = block.end;
  }
  fold();
  return lines;
}

const revisionLine = (row: RevisionRow): string =>
  listed(
    [
      `${row.revision}  version ${row.number}`,
      row.published === null ? null : `published ${row.published}`,
      row.modified === null ? null : `changed ${row.modified}`,
      row.retrieved === null ? null : `captured ${row.retrieved}`,
      row.capture === null || row.capture.redirects.length === 0
        ? null
        : flat(`led here from ${row.capture.requestedUrl}`),
      `recorded ${row.recorded}`,
      `SHA-256 ${row.bytesSha256.slice(0, 12)}…`,
    ],
    " · ",
  );

const decisionLine = ({ id, anchor, action, value, by, at, why, withdrawnAt }: Decision): string =>
  listed(
    [
      `${id}  ${action}${value === null ? "" : ` ${shown(value)}`}`,
      listed(
        [
          anchor.layer,
          anchor.field === null ? null : flat(anchor.field),
          anchor.spans.map(([first, last]) => `[${first}-${last}]`).join(", "),
          anchor.revision,
        ],
        " ",
      ),
      why === null ? null : shown(why),
      `by ${flat(by)}`,
      at,
      withdrawnAt === null ? null : `withdrawn ${withdrawnAt}`,
    ],
    " · ",
  );

const copyLine = ({ document, publisher, published, title, share }: NearCopy): string =>
  listed(
    [
      `${document}  ${Math.round(share * 100)} % of the words`,
      publisher === null ? null : flat(publisher),
      published,
      title === null ? null : shown(title),
    ],
    " · ",
  );

/** A heading and what stands under it, by blank lines; nothing where there is nothing to show. */
const section = (heading: string, parts: readonly string[], by: string): readonly string[] =>
  parts.length === 0 ? [] : [`${heading}\n${by === "\n" ? "" : "\n"}${parts.join(by)}`];

/**
 * One document for people: title, publisher and day, the text in paragraphs, its claims and events as those questions show them,
 * its near-copies, its versions and the decisions about them.
 */
export function documentPage(row: OneDocument): string {
  const claims = [...claimPages(claimsOf(row), offsets)];
  const events = eventsOf(row).map((event) => eventLines(event, offsets(event)).join("\n"));
  const { byline, dateline } = row.annotation.meta;
  const day = publishedOn(row);
  const head = [
    `${row.document}  ${flat(row.title ?? "") || "(no title)"}`,
    listed(
      [
        flat(row.publisher ?? "") || "no publisher",
        day === null ? "no day" : `${day}${row.publishedBy === "inferred" ? " (inferred)" : ""}`,
        byline.length === 0 ? null : `by ${byline.map(flat).join(", ")}`,
        dateline === null ? null : flat(dateline),
        flat(row.url ?? row.path ?? row.externalId ?? ""),
      ],
      " · ",
    ),
  ].join("\n");
  return [
    head,
    ...textLines(row),
    ...section(counted(claims.length, "claim"), claims, "\n\n"),
    ...section(counted(events.length, "event"), events, "\n\n"),
    ...section(
      row.nearCopies.length === 1 ? "1 near-copy" : `${row.nearCopies.length} near-copies`,
      row.nearCopies.map(copyLine),
      "\n",
    ),
    ...section(counted(row.revisions.length, "version"), row.revisions.map(revisionLine), "\n"),
    ...section(counted(row.decisions.length, "decision"), row.decisions.map(decisionLine), "\n"),
  ].join("\n\n");
}
