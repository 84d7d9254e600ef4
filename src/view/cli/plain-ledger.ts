import type { Holder, Origins } from "../../model/ledger.ts";
import { slotWord, tieWords } from "../../model/ledger-word.ts";
import { plainWhy, reasonParts, unseen } from "../../model/reason.ts";
import type { ContradictionRow } from "../../record/ask/contradictions.ts";
import type { FigureRow, HappeningRow, OneHappening } from "../../record/ask/happenings.ts";
import type { LedgerClaimRow, OriginsRow } from "../../record/ask/ledger-claim.ts";
import { privateName } from "../format/private.ts";
import { column, counted, daysIn, flat, indent, listed, shown, where } from "./plain-line.ts";

/** "2 reports, 1 origin": established ones, and how many there may be at most where some are not known. */
const originWords = ({ established, unknown, atMost }: Omit<Origins, "origins">): string =>
  unknown === 0 ? counted(established, "origin") : `${established} to ${counted(atMost, "origin")}, ${unknown} unknown`;

const isPrivate = ({ kind, public: isKnown }: Holder): boolean => kind === "person" && isKnown !== true;

/** Whose word it is, as it may be told over reports: as at the desk, a person not known to be public is not named. */
const holderOf = (holder: Holder): string => (isPrivate(holder) ? privateName : flat(holder.name));

/** `text` of ours without the names of private holders. */
const masked = (text: string, holders: readonly Holder[]): string =>
  holders
    .filter((holder) => isPrivate(holder) && holder.name.trim() !== "")
    .reduce((words, { name }) => words.replaceAll(name, privateName), text);

/** Why, in the reader's terms, with how likely it is and of what; the quoted words only where none of `shown` has them. */
function reasonOf(reason: string, what: string, shown: readonly string[], holders: readonly Holder[]): string {
  const parts = reasonParts(reason);
  const { why, likelihood, changed } = parts;
  const judged = unseen(parts, shown).map(({ words, isCut }) => `“${flat(words)}${isCut ? " …" : ""}”`);
  return listed(
    [
      flat(masked(plainWhy(why), holders)),
      judged.length === 0 ? null : `judged by ${judged.join(" and ")}`,
      likelihood === null ? null : `likelihood that ${what}: ${likelihood} %`,
      changed === null ? null : `that it is told otherwise: ${changed} %`,
    ],
    "; ",
  );
}

/** A claim of a story for people: whose word, how often told, from how many origins; the words; every place; what stands against it. */
export const ledgerClaimLines = (row: LedgerClaimRow): readonly string[] => [
  `${column(row.claim)}${holderOf(row.holder)}  ${listed([row.kind, counted(row.documents, "report"), originWords(row.origins)], " · ")}`,
  `${indent}“${shown(row.words)}”`,
  `${indent}${where(row)}`,
  ...row.told
    .slice(1)
    .map(
      (one) =>
        `${indent}also “${shown(one.words)}” (${where(one)}; ${reasonOf(one.reason, "it is the same claim", [one.words], [row.holder])})`,
    ),
  ...row.ties.map(
    (tie) =>
      `${indent}${tieWords(tie.kind, tie.direction)} ${holderOf(tie.holder)}${tie.slot === null ? "" : `, on ${slotWord(tie.slot)}`}: “${shown(tie.words)}” (${tie.claim})`,
  ),
];

/** Two claims that disagree, one under the other. */
export const contradictionLines = (row: ContradictionRow): readonly string[] => [
  `${column(row.story)}${holderOf(row.holder)}: “${shown(row.words)}”`,
  `${indent}  ${where(row)} · ${row.claim}`,
  `${indent}${tieWords(row.relation, "to")} ${holderOf(row.against.holder)}${row.slot === null ? "" : `, on ${slotWord(row.slot)}`}: “${shown(row.against.words)}”`,
  `${indent}  ${where(row.against)} · ${row.against.claim}`,
  `${indent}${reasonOf(row.reason, "they stand so to each other", [row.words, row.against.words], [row.holder, row.against.holder])}`,
];

const hidden = ({ holder }: OriginsRow, text: string): string => flat(masked(text, [holder]));

/** Where a claim comes from: how many origins, and the chain of each. */
export const originsLines = (row: OriginsRow): readonly string[] => [
  `${column(row.claim)}${counted(row.documents, "report")}, ${originWords(row)}  ${holderOf(row.holder)}`,
  `${indent}“${shown(row.words)}”`,
  ...row.origins.map(
    (origin) =>
      `${indent}${origin.established ? "•" : "?"} ${hidden(row, origin.name)} (${origin.kind}): ${origin.chain.map((name) => hidden(row, name)).join(" ← ")}; ${hidden(row, origin.reason)}`,
  ),
  ...(row.supportedBy.length === 0 ? [] : [`${indent}said alike by others: ${row.supportedBy.join(", ")}`]),
];

const daysOf = ({ first, last }: HappeningRow): string =>
  (first === null && last === null ? null : daysIn({ start: first, end: last })) ?? "no day";

/** An event over the reports: day, kind, who and where; how it is told; on what the reports differ. */
export const happeningLines = (row: HappeningRow): readonly string[] => [
  `${column(daysOf(row))}${listed([row.type ?? "other", shown(row.trigger), row.actors.map(flat).join(", "), row.recipients.length === 0 ? null : `→ ${row.recipients.map(flat).join(", ")}`, row.place === null ? null : `@ ${flat(row.place)}`], "  ")}`,
  `${indent}“${shown(row.words)}”`,
  `${indent}${listed([`${counted(row.tellings, "telling")} in ${counted(row.documents, "report")}`, row.realis.join(", "), row.denied ? "denied by somebody" : null, where(row), row.happening], " · ")}`,
  ...row.conflicts.map(
    ({ slot, value, holders }) => `${indent}${slot}: ${flat(value)} (${holders.map(flat).join(", ")})`,
  ),
];

/** One event with every telling. */
export const happeningPageLines = (row: OneHappening): readonly string[] => [
  ...happeningLines(row),
  ...row.told.flatMap((one) => [
    `${indent}${listed([one.event, one.realis, one.factuality === "certain+" ? null : one.factuality, flat(one.reason)], " · ")}`,
    `${indent}  “${shown(one.words)}” ${where(one)}`,
  ]),
];

/** A figure: when, how many of what, who says so; a superseded one says so. */
export const figureLines = (row: FigureRow): readonly string[] => [
  `${column(row.day ?? "no day")}${shown(row.figure)} ${row.of}  ${listed([holderOf(row.holder), row.superseded ? "superseded" : null, row.series], " · ")}`,
  `${indent}“${shown(row.words)}”`,
  `${indent}${where(row)}`,
];
