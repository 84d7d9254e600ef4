import type { ActorPage, KindCount, TypeCount } from "../../record/ask/actor.ts";
import type { ActorRow } from "../../record/ask/actors.ts";
import type { NameUse } from "../../record/ask/naming.ts";
import { counted, flat, indent, labelled, listed, shown, where } from "./plain-line.ts";

/** So many entries of a list are printed. */
const most = 20;

function cut<One>(all: readonly One[], text: (one: One) => string): readonly string[] {
  const parts = all.slice(0, most).map(text);
  return all.length > most ? [...parts, `and ${all.length - most} more (all with --json)`] : parts;
}

const useOf = ({ form, count, publisher }: NameUse): string =>
  `${shown(form)} ${count}${publisher === null ? "" : ` (${flat(publisher)})`}`;

const used = (row: ActorRow, by: NameUse["by"]): readonly string[] =>
  cut(
    row.names.filter((use) => use.by === by),
    useOf,
  );

const kindOf = ({ kind, count }: KindCount): string => `${kind} ${count}`;
const typeOf = ({ type, class: of, count }: TypeCount): string =>
  `${type ?? (of === "verbal" ? "other talk" : "other")} ${count}`;

const head = (row: ActorRow): string =>
  `${flat(row.name)}  ${listed([row.kind, row.country, `in ${counted(row.documents, "document")}`, counted(row.claims, "claim"), counted(row.events, "event")], " · ")}`;

const naming = (row: ActorRow): readonly string[] => [
  ...labelled("spelled", used(row, "name")),
  ...labelled("called", used(row, "nominal")),
];

const firstNamed = (row: ActorRow): readonly string[] => [
  ...labelled("first named", [`“${shown(row.words)}”`]),
  `${indent}${where(row)}`,
];

/** An actor of a list for people: name and counts, then who calls it what, and where it is named first. */
export const actorLines = (row: ActorRow): readonly string[] => [head(row), ...naming(row), ...firstNamed(row)];

/** The page of one actor for people; a line whose list is empty is left out. */
export const actorPageLines = (row: ActorPage): readonly string[] => [
  head(row),
  ...naming(row),
  ...labelled(
    "roles",
    cut(row.roles, ({ role, documents }) => `${shown(role)} ${documents}`),
  ),
  ...labelled("claims by", cut(row.claimsByKind, kindOf)),
  ...labelled("claims about", cut(row.claimsAbout, kindOf)),
  ...labelled("does", cut(row.eventsAsActor, typeOf)),
  ...labelled("done to", cut(row.eventsAsRecipient, typeOf)),
  ...labelled(
    "beside",
    cut(row.beside, ({ name, documents }) => `${flat(name)} ${documents}`),
  ),
  ...firstNamed(row),
];
