import type { Cited } from "../record/ask/cited.ts";
import type { ActorRef } from "../record/ask/party.ts";
import { isPrivate, privateName } from "./format/private.ts";
import type { Column } from "./question-form.ts";

// Columns that several questions share.

export const cited: readonly Column<Cited>[] = [
  { name: "words", cell: (row) => row.words },
  { name: "document", cell: (row) => row.document },
  { name: "external_id", cell: (row) => row.externalId },
  { name: "publisher", cell: (row) => row.publisher },
  { name: "published", cell: (row) => row.published },
  { name: "published_by", cell: (row) => row.publishedBy },
  { name: "title", cell: (row) => row.title },
  { name: "url", cell: (row) => row.url },
  { name: "path", cell: (row) => row.path },
  { name: "revision", cell: (row) => row.revision },
  { name: "start", cell: (row) => row.start },
  { name: "end", cell: (row) => row.end },
  { name: "engine", cell: (row) => row.engine },
  { name: "run", cell: (row) => row.run },
];

/** Values in one cell; null ones are left out. */
export const listed = (values: readonly (string | null)[]): string =>
  values.filter((value) => value !== null).join("; ");
// A table is made to be passed on, so a private person is not named in it outside of the words.
export const names = (actors: readonly ActorRef[]): string =>
  listed(actors.map((actor) => (isPrivate(actor) && actor.named ? privateName : actor.name)));
