import { type RawBuilder, sql } from "kysely";
import { rowOf } from "../id.ts";

/** What a public id of an annotation names ("r14.s3": s3 of what was read in revision r14); null where `text` has another form. */
export function partNamed(text: string): { readonly revision: number; readonly id: string } | null {
  const name = text.trim();
  const dot = name.indexOf(".");
  const revision = dot < 0 ? null : rowOf("revision", name.slice(0, dot));
  const id = name.slice(dot + 1);
  return revision === null || id === "" ? null : { revision, id };
}

/** SQL over `c` and the annotation whose local id is `id`: it goes by one of the public ids `names`. Null where none was given. */
export function isNamed(id: RawBuilder<unknown>, names: readonly string[] | undefined): RawBuilder<unknown> | null {
  if (names === undefined || names.length === 0) return null;
  const parts = names.map(partNamed).filter((part) => part !== null);
  const list = JSON.stringify(parts.map((part) => [part.revision, part.id]));
  // The first line lets a document be passed over before its annotations are read.
  return sql`c.revision IN (SELECT value ->> 0 FROM json_each(${list}))
    AND (c.revision, ${id}) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${list}))`;
}
