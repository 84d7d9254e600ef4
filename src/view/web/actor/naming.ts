import type { NameUse } from "../../../record/ask/naming.ts";

/** How often each publisher uses one form. */
export interface FormRow {
  readonly form: string;
  readonly total: number;
  /** In the order of the table's publishers; 0 where it is not used. */
  readonly counts: readonly number[];
}

/** Who calls somebody what. */
export interface NamingTable {
  /** Most uses first; null where it is not known who printed it. */
  readonly publishers: readonly (string | null)[];
  /** Names, and apart from them what is a description ("the long-serving leader"); the commonest first. */
  readonly names: readonly FormRow[];
  readonly descriptions: readonly FormRow[];
}

const sumOf = (uses: readonly NameUse[]): number => uses.reduce((sum, use) => sum + use.count, 0);

function rowsOf(uses: readonly NameUse[], publishers: readonly (string | null)[]): readonly FormRow[] {
  const rows = Array.from(
    Map.groupBy(uses, (use) => use.form),
    ([form, held]) => ({
      form,
      total: sumOf(held),
      counts: publishers.map((publisher) => sumOf(held.filter((use) => use.publisher === publisher))),
    }),
  );
  return rows.sort((a, b) => b.total - a.total || (a.form < b.form ? -1 : 1));
}

/** The uses of an actor's names as a table of forms and publishers. */
export function namingTable(uses: readonly NameUse[]): NamingTable {
  const publishers = Array.from(Map.groupBy(uses, (use) => use.publisher))
    .sort(([, a], [, b]) => sumOf(b) - sumOf(a))
    .map(([publisher]) => publisher);
  return {
    publishers,
    names: rowsOf(
      uses.filter((use) => use.by === "name"),
      publishers,
    ),
    descriptions: rowsOf(
      uses.filter((use) => use.by === "nominal"),
      publishers,
    ),
  };
}

/** A form with those who use it. */
export interface OtherName {
  readonly form: string;
  readonly publishers: readonly string[];
}

/** Names in use beside `name`, the commonest first, each with the publishers that use it, at most `most`. */
export function otherNames(uses: readonly NameUse[], name: string, most: number): readonly OtherName[] {
  const forms = Map.groupBy(
    uses.filter((use) => use.by === "name" && use.form !== name),
    (use) => use.form,
  );
  return Array.from(forms, ([form, held]) => ({
    form,
    total: sumOf(held),
    publishers: held.map((use) => use.publisher).filter((publisher) => publisher !== null),
  }))
    .sort((a, b) => b.total - a.total)
    .slice(0, most)
    .map(({ form, publishers }) => ({ form, publishers }));
}
